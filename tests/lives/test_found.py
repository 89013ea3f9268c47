"""What random lives found: each fault as the smallest story that showed it."""

from datetime import date, timedelta

import pytest

from cases.enums import Stage
from incubator import calendars
from incubator.enums import LeaveReason
from incubator.models import Membership
from incubator.requirements import Refused
from incubator.services import members, organizations
from tests import factories
from tests.factories.people import coordinator_of
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
