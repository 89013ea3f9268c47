"""Every address × method × user × relation to the record, as GRANTS says."""

import pytest

from tests.authorization.addresses import every_address
from tests.authorization.expectations import RULES_OF_THE_RECORD, STATUSES, Outcome, outcome
from tests.authorization.sweep import walk
from tests.authorization.world import NEAR, SAME, SISTER, WHO

pytestmark = pytest.mark.django_db
METHODS = ("GET", "POST")


def _is_right(step):
    accepted = STATUSES[step.wanted]
    if step.wanted == Outcome.OPEN and step.address.name in RULES_OF_THE_RECORD:
        accepted = accepted | {403, 404}
    if step.visit.status not in accepted:
        return False
    return step.wanted != Outcome.LOGIN or step.visit.location.startswith("/cuenta/")


@pytest.mark.parametrize("who", ["anonymous", *WHO])
def test_every_address_answers_as_the_table_of_rights_says(world, visitor, who):
    wrong = [str(step) for step in walk(world, visitor, who) if not _is_right(step)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", ["anonymous", *WHO])
def test_reading_writes_nothing(world, visitor, who):
    wrote = [
        f"{step}\n    {step.visit.writes[0]}"
        for step in walk(world, visitor, who)
        if step.visit.writes and (step.visit.method == "GET" or step.wanted != Outcome.OPEN)
    ]
    assert not wrote, "\n".join(wrote)


@pytest.mark.parametrize("who", WHO)
def test_a_child_is_never_served_under_another_parent(world, visitor, who):
    wrong = []
    for address in every_address().values():
        if not address.children:
            continue
        for parent, child in ((NEAR, SAME), (SAME, NEAR), (NEAR, SISTER), (SISTER, NEAR)):
            if outcome(world, who, address, world[parent]) != Outcome.OPEN:
                continue
            if world[parent].place == world[child].place and not address.strangers:
                continue
            if world[parent].agreement == world[child].agreement and address.shared:
                continue
            if address.path(world[parent], child_of=world[child]) == address.path(world[parent]):
                continue  # one record for both, as the institution that advises a whole agreement
            for method in METHODS:
                visit = visitor.visit(who, address.path(world[parent], child_of=world[child]), method)
                if visit.status not in (403, 404, 405) or visit.writes:
                    wrong.append(f"{address.name}: parent {parent}, child {child}: {visit} {visit.writes[:1]}")
    assert not wrong, "\n".join(wrong)
