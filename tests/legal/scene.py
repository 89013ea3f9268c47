"""A group of six in formalization, and its acts recorded through the service that people use."""

from contextlib import contextmanager
from datetime import date

from cases.enums import Stage
from cases.formalization.life import UNSIGNED
from cases.models import LegalFile
from cases.services import facts
from incubator import calendars
from tests.factories.cases import case_in, evidence
from tests.factories.people import officer_of

#: A Friday before a long weekend (Monday 28-06-2021 is a holiday), and the sixtieth day after it.
DEED, LAST_DAY = date(2021, 6, 25), date(2021, 8, 24)


def six():
    """The case of a group of six, walked to formalization."""
    return case_in(Stage.FORMALIZATION, members=6)


def file_of(case):
    """Its newest file, read again."""
    return LegalFile.objects.filter(case=case).order_by("-pk").first()


def act(case, kind, on, **said):
    """Record an act on its own day, by the officer."""
    by = officer_of(case.incubator)
    with calendars.travel(max(on, calendars.today()) if said.pop("later", False) else on):
        proof = None if kind in UNSIGNED else evidence(by, case.incubator)
        return facts.record_legal_act(by=by, case=case, on=on, kind=kind, evidence=proof, **said)


def acts(case, *kinds_and_days):
    """Several acts in a row."""
    return [act(case, kind, on) for kind, on in kinds_and_days]


@contextmanager
def today(on):
    """As if it were that day."""
    with calendars.travel(on):
        yield on
