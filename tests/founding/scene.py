"""A group in formalization, and its founding written through the services that people use."""

from datetime import date

from cases.enums import Stage
from cases.founding.founders import members_of
from cases.models import LegalFile, MemberRecord
from cases.services import founding
from incubator import calendars
from incubator.enums import RegisteredSex
from incubator.models import Commune, Person
from tests.factories.cases import case_in
from tests.factories.people import member, officer_of

#: A day before any deed of these tests.
ON = date(2021, 6, 15)
_RUNS = ("12345678-5", "11111111-1", "22222222-2", "9876543-3", "15555555-6", "21234567-9")


def group_of(members=6):
    """The case of a group walked to formalization; of its members, six have card, birth date and registered sex."""
    case = case_in(Stage.FORMALIZATION, members=members)
    for place, one in enumerate(members_of(case.organization, ON)[: len(_RUNS)]):
        sex = RegisteredSex.MALE if place % 3 == 2 else RegisteredSex.FEMALE
        Person.objects.filter(pk=one.person.pk).update(
            run=_RUNS[place], birth_date=date(1980 + place, 3, 1), registered_sex=sex
        )
    return case


def crowd_of(members):
    """The case of a group of as many, five at least, each with a record; for counting queries."""
    case = case_in(Stage.FORMALIZATION, members=5)
    for _ in range(members - 5):
        member(of=case.organization)
    for person in people_of(case):
        MemberRecord.objects.create(
            organization=case.organization, person=person, occupation="panadera", shares_subscribed=1, shares_paid=1
        )
    return case


def file_of(case):
    """Its file, read again."""
    return LegalFile.objects.get(case=case)


def people_of(case):
    """Its members of the day, as persons."""
    return [one.person for one in members_of(case.organization, ON)]


def writing(case, service, **said):
    """Call a service of the founding as the officer, that day."""
    with calendars.travel(ON):
        return service(by=officer_of(case.incubator), file=file_of(case), on=ON, **said)


def describe(case, person, **said):
    """One founder with everything a deed asks of her, and whatever is said apart."""
    values = {
        "occupation": "panadera",
        "nationality": "chilena",
        "civil_status": "single",
        "address": "pasaje Los Aromos 123, Quillota",
        "guardian": "no",
    }
    return writing(case, founding.describe, person=person, **(values | said))


def share_out(case, each=100, paid=50, shares=None, value=5000):
    """Equal holdings for everybody."""
    people = people_of(case)
    holdings = {person.pk: (each, paid) for person in people}
    total = each * len(people) if shares is None else shares
    return writing(case, founding.share_out, shares=total, share_value=value, holdings=holdings)


def decide(case, **said):
    """Name, seat, object and agent, with whatever is said apart."""
    values = {
        "name": "Cooperativa de Trabajo Pan de Todas",
        "address": "calle Prat 100",
        "commune": Commune.objects.get(code="05501"),
        "purposes": ["Elaborar y vender pan"],
        "agent": people_of(case)[0],
    }
    return writing(case, founding.decide, **(values | said))


def form_bodies(case, **said):
    """A sole manager with another member, and an inspector with an alternate."""
    one, two, three, four = people_of(case)[:4]
    seats = [
        (one, "sole_manager", "head", False),
        (two, "sole_manager", "member", False),
        (three, "inspector", "head", False),
        (four, "inspector", "head", True),
    ]
    values = {"direction": "sole_manager", "direction_seats": 2, "watch": "inspector", "seats": seats}
    return writing(case, founding.form_bodies, **(values | said))


def whole(case):
    """Everything decided: the case itself."""
    for person in people_of(case):
        describe(case, person)
    share_out(case)
    decide(case)
    form_bodies(case)
    return case
