"""Two people at once: one does it, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from cases.enums import OperationState
from cases.models import Lineage, Operation
from cases.services import lineage
from incubator import calendars
from incubator.enums import Role
from incubator.requirements import Refused
from tests.factories import user_with
from tests.lineage import scene
from tests.lineage.scene import DAY, TODAY

pytestmark = pytest.mark.django_db(transaction=True)


def _together(*acts):
    """Each act in a thread of its own, all at once; (what it gave, or the refusal) in order."""
    gate = Barrier(len(acts))

    def run(act):
        try:
            with calendars.travel(TODAY):
                gate.wait(timeout=30)
                return act()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_people_do_the_same_proposal_and_it_is_done_once():
    survivor, absorbed = scene.two_groups()
    operation = scene.proposed_merge(survivor, absorbed)
    people = scene.deputy(), user_with(Role.COORDINATOR, at=scene.place())
    done = _together(*(lambda by=by: lineage.execute(by=by, operation=operation, on=DAY) for by in people))
    assert sum(isinstance(one, Operation) for one in done) == 1
    (refused,) = [one for one in done if isinstance(one, Refused)]
    assert "ya está hecha" in str(refused)
    assert Lineage.objects.count() == 1
    assert survivor.organization.memberships.filter(since=DAY).count() == 5


def test_two_proposals_of_one_group_at_once_leave_one():
    survivor, absorbed = scene.two_groups()
    by, other = scene.boss(), scene.deputy()
    kept = scene.agreement(by)

    def propose(who, case, rest):
        return lambda: lineage.propose_merge(
            by=who, case=case, survivor=rest, on=TODAY, reason="Juntas.", evidence=kept
        )

    _together(propose(by, absorbed, survivor), propose(other, survivor, absorbed))
    assert Operation.objects.filter(state=OperationState.PROPOSED).count() == 1
