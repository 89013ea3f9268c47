"""What older code says of the same law agrees with the packs, until it asks them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import clocks as older
from cases import deadlines
from cases.enums import LegalEventKind
from cases.law import clocks, founding, membership, packs
from cases.reference_rows import TYPES
from incubator.calendars import shipped_calendar

TERMS = [(code, *term) for (code, _), terms in TYPES.items() for term in terms]


@pytest.mark.parametrize(("code", "since", "until", "minimum", "basis"), TERMS, ids=lambda value: str(value)[:20])
def test_the_reference_rows_of_types_say_the_minimum_of_the_packs(code, since, until, minimum, basis):
    for day in {since, (until or date(2026, 11, 21)) - timedelta(days=1)}:
        answer = founding.minimum_members(types=[code], members=minimum, deed_on=day)
        assert (answer.figures["minimum"], answer.verify) == (minimum, False)


def test_the_reference_rows_name_their_types_as_the_packs_do():
    names = packs()[-1].library.types
    assert dict(TYPES.keys()) == {code: names[code] for code, _ in TYPES}


@given(day=st.dates(date(2016, 1, 6), date(2030, 1, 1)))
def test_the_sixty_days_and_the_six_months_of_older_code_are_those_of_the_packs(day):
    assert (
        older.registration_deadline(day)
        == clocks.registration(deed_on=day, on=day, working=shipped_calendar()).figures["due_on"]
    )
    figures = membership.below_minimum(kind="servicios", members=4, fell_on=day, on=day).figures
    assert older.recovery_deadline(day) == figures["recover_by"]
    assert older.dissolution_deadline(figures["recover_by"]) == figures["publish_by"]


def test_the_days_to_file_before_the_end_are_those_of_the_packs():
    pack = packs()[-1]
    said = {kind: ahead for kind, (_, ahead) in deadlines._ACTS.items()}
    assert said == {
        LegalEventKind.REGISTRY_ENTRY: pack.get("clocks", "registry").ahead,
        LegalEventKind.PUBLICATION: pack.get("clocks", "gazette").ahead,
    }
