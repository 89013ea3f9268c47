"""What `make bench` measures on: an incubator grown by the database itself, with copies as real as the originals."""

import pytest

from cases import deadlines
from cases.enums import Stage
from cases.models import Case, StageChange
from config.multiplied import multiply
from incubator import calendars
from incubator.models import Attendance, Membership, Organization
from tests.factories import case_in
from tests.factories.cases import officer_of, session_of

pytestmark = pytest.mark.django_db


def test_copies_walk_the_same_way_and_keep_what_is_theirs():
    case = case_in(Stage.TRAINING, members=5)
    session_of(case, officer_of(case.incubator), case.changes.latest("number").effective_on)
    came = Attendance.objects.count()
    multiply(case.incubator, 3)
    multiply(case.incubator, 5, since=3)
    assert list(Case.objects.values_list("stage", flat=True)) == [Stage.TRAINING] * 5
    assert StageChange.objects.count() == 5 * case.changes.count()
    assert Organization.objects.groups().values("name_folded").distinct().count() == 5
    groups = Membership.objects.order_by().values("organization", "person")
    assert groups.count() == groups.distinct().count() == 25
    assert Attendance.objects.count() == 5 * came


def test_a_copied_deed_has_its_own_clocks():
    case = case_in(Stage.FORMALIZATION, members=5)
    before = deadlines.running([case], calendars.today())
    multiply(case.incubator, 4)
    found, in_all = deadlines.nearest(Case.objects.all(), calendars.today(), 3)
    assert in_all == 4 * len(before)
    assert len(found) == min(3, in_all)
