"""A group that stopped returns months later: a new case, its people offered, its past kept."""

from datetime import date, timedelta

import pytest

from cases import lineage as reading
from cases.enums import CloseReason, Stage, Verb
from cases.models import Case
from cases.services import advancement
from incubator.enums import LeaveReason
from incubator.services import organizations
from tests.factories import case_in

pytestmark = pytest.mark.django_db(transaction=True)
STOPPED, BACK = date(2021, 4, 30), date(2021, 6, 21)


def test_a_group_that_stopped_returns(quillota, enter, at):
    case = case_in(Stage.TRAINING, at=quillota, name="Manos del Valle", members=5)
    people = list(case.organization.members_on(STOPPED))
    at(STOPPED)
    for row in people[:3]:
        leaving = {"until": STOPPED, "reason": LeaveReason.JOB}
        organizations.leave(by=quillota.officer, membership=row, **leaving)
    advancement.advance(
        by=quillota.coordinator, case=case, verb=Verb.CLOSE, on=STOPPED, data={"close_reason": CloseReason.WITHDREW}
    )
    at(BACK)
    officer = enter(quillota.officer, javascript=False)
    officer.goto(f"/grupos/{case.organization_id}/nuevo-caso/")
    said = officer.inner_text("main")
    assert "2 personas siguen como integrantes" in said
    assert "3 personas estuvieron antes" in said
    officer.get_by_role("button", name="Abrir un nuevo caso").click()
    officer.get_by_role("heading", name="Quiénes vuelven").wait_for()
    assert officer.locator("input[type=checkbox]:checked").count() == 0
    officer.get_by_label(people[0].person.name).check()
    officer.get_by_role("button", name="Agregar a quienes vuelven").click()
    officer.get_by_text("Quedaron como integrantes").first.wait_for()
    group = case.organization
    assert group.members_on(BACK).count() == 3
    assert group.members_on(STOPPED - timedelta(days=1)).count() == 5
    stays = Case.objects.filter(organization=group)
    assert reading.groups_and_stays(stays) == (1, 2)
    assert stays.open().get().previous == case
