"""The same day of work as the pages of groups."""

import pytest

from incubator.services import same_person
from tests import factories
from tests.groups.conftest import TODAY, _today  # noqa: F401


@pytest.fixture
def join(officer, coordinator):
    """join(kept, redirected): proposed by the officer, executed by the coordinator."""

    def joined(kept, redirected, on=TODAY):
        proposed = same_person.propose(by=officer, kept=kept, redirected=redirected, reason="Es ella", on=on)
        return same_person.execute(by=coordinator, merge=proposed, on=on)

    return joined


@pytest.fixture
def twice(place):
    """One person written down twice in one group, with the older record first."""
    group = factories.group_with(4, at=place)
    old = factories.person(place, "María", surname_1="Quilodrán", run="12345678-5")
    new = factories.person(place, "Maria", surname_1="Quilodran")
    factories.member(group, who=old)
    factories.member(group, who=new)
    return group, old, new
