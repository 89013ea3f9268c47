"""What random lives found: each fault as the smallest story that showed it."""

from datetime import date, timedelta

import pytest

from cases.enums import CanvasBlock, Stage
from cases.services.business import canvases
from incubator import calendars
from incubator.enums import LeaveReason
from incubator.models import Membership
from incubator.requirements import Refused
from incubator.services import members, organizations
from tests import factories
from tests.factories.people import coordinator_of, officer_of
from tests.lineage import scene
from tests.transfers.scene import TAKEN, accepted, asked, case_with_a_deed

pytestmark = pytest.mark.django_db
BEFORE = scene.DAY - timedelta(days=5)


@pytest.fixture
def divided():
    """A group that divided, whose members are «por decidir»."""
    with calendars.travel(scene.TODAY):
        case = factories.case_in(Stage.TRAINING)
        scene.split(case, [("Rama A", Stage.TRAINING), ("Rama B", Stage.CENSUS)])
        yield case


def test_a_membership_that_a_split_ended_is_not_opened_again_by_mending_its_dates(divided):
    row = Membership.objects.filter(organization=divided.organization, leave_reason=LeaveReason.UNDECIDED).first()
    with pytest.raises(Refused, match="se corrige deshaciendo eso"):
        members.mend(by=scene.boss(), membership=row, since=row.since, on=scene.TODAY)
    row.refresh_from_db()
    assert row.until is not None


def test_a_membership_that_a_transfer_ended_is_not_opened_again_either():
    transfer = accepted(asked(case_with_a_deed(Stage.TRAINING)))
    row = Membership.objects.filter(
        organization=transfer.case.organization, leave_reason=LeaveReason.TRANSFERRED
    ).first()
    by = coordinator_of(transfer.to_incubator)
    with pytest.raises(Refused, match="un traslado"):
        members.mend(by=by, membership=row, since=row.since, on=TAKEN)


def test_nobody_joins_a_group_on_a_day_before_it_divided(divided):
    new = factories.person(divided.incubator)
    with pytest.raises(Refused, match="después de ese día"):
        organizations.join(by=scene.boss(), organization=divided.organization, person=new, since=BEFORE)


def test_nobody_joins_a_group_on_a_day_before_it_joined_another():
    with calendars.travel(scene.TODAY):
        survivor, absorbed = scene.two_groups()
        scene.merged(survivor, absorbed)
        new = factories.person(absorbed.incubator)
        with pytest.raises(Refused, match="después de ese día"):
            organizations.join(by=scene.boss(), organization=absorbed.organization, person=new, since=BEFORE)
        later = date(2021, 6, 15)
        assert organizations.join(by=scene.boss(), organization=absorbed.organization, person=new, since=later).pk


def test_a_canvas_written_over_a_version_that_is_not_there_is_refused():
    case = factories.case_in(Stage.BUSINESS)
    blocks = {CanvasBlock.OFFER: "Pan amasado."}
    with pytest.raises(Refused, match="El lienzo cambió mientras usted escribía"):
        canvases.save(by=officer_of(case.incubator), case=case, on=case.opened_on, blocks=blocks, seen=7)
    assert (
        canvases.save(by=officer_of(case.incubator), case=case, on=case.opened_on, blocks=blocks, seen=0).version == 1
    )


def test_a_transfer_is_accepted_though_somebody_else_will_speak_for_the_group_in_two_days():
    case = case_with_a_deed(Stage.TRAINING)
    group, by = case.organization, officer_of(case.incubator)
    chosen = group.members_on(TAKEN).exclude(representations__isnull=False).first()
    organizations.represent(by=by, membership=chosen, since=TAKEN + timedelta(days=2))
    accepted(asked(case))
    (speaker,) = group.representations.filter(until__isnull=True)
    assert (speaker.since, speaker.membership.person.given_names) == (TAKEN, chosen.person.given_names)
    assert [list(group.representations.in_force(TAKEN + timedelta(days=n))) for n in range(4)] == [[speaker]] * 4
