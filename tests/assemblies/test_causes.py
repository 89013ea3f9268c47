"""«Mi día»: notices to send, minutes to close, and the yearly junta before 30 June."""

from datetime import date

import pytest

from cases.services import assemblies
from incubator import calendars, causes
from incubator.enums import LegalStatus
from tests.assemblies import scene

pytestmark = pytest.mark.django_db


def _told(case, cause, on):
    """{tone: sentence} of one cause that day, for the officer."""
    with calendars.travel(on):
        found = causes.tasks(scene.by(case), on)
        return [(task.tone, task.sentence) for task in found if task.key.startswith(cause)]


@pytest.mark.parametrize(
    ("on", "tone"),
    [
        (date(2021, 5, 12), None),
        (date(2021, 5, 13), "waits"),
        (date(2021, 5, 23), "waits"),
        (date(2021, 5, 24), "urgent"),
        (date(2021, 5, 28), "urgent"),  # the last day was the 27th
        (date(2021, 6, 13), None),
    ],
)
def test_a_junta_that_nobody_was_called_to(on, tone):
    case = scene.group()
    scene.planned(case, today=date(2021, 5, 10))
    assert [said for said, _ in _told(case, "assembly_notice", on)] == ([tone] if tone else [])


def test_minutes_wait_from_the_day_after_until_they_are_closed():
    case = scene.group()
    assembly = scene.called(scene.planned(case))
    assert _told(case, "assembly_minutes", scene.DAY) == []
    assert len(_told(case, "assembly_minutes", date(2021, 6, 13))) == 1
    with calendars.travel("2021-06-13"):
        assemblies.fail(by=scene.by(case), assembly=assembly, on=scene.DAY, reason="Llovió.")
    assert _told(case, "assembly_minutes", date(2021, 6, 14)) == []


@pytest.mark.parametrize(
    ("on", "tone"),
    [
        (date(2022, 4, 30), None),
        (date(2022, 5, 1), "waits"),
        (date(2022, 6, 14), "urgent"),
        (date(2022, 7, 1), "urgent"),
    ],
)
def test_a_cooperative_without_its_junta_of_the_year(on, tone):
    case = scene.group()
    assert _told(case, "assembly_yearly", on) == []  # it is no cooperative yet
    case.organization.legal_status = LegalStatus.VALID
    case.organization.save(update_fields=["legal_status"])
    assert [said for said, _ in _told(case, "assembly_yearly", on)] == ([tone] if tone else [])


def test_the_junta_of_the_year_that_was_held_asks_no_more():
    case = scene.group()
    case.organization.legal_status = LegalStatus.VALID
    case.organization.save(update_fields=["legal_status"])
    scene.held(scene.called(scene.planned(case, "ordinary")))
    assert _told(case, "assembly_yearly", date(2021, 6, 29)) == []
