"""Two groups that may join, one that may divide, and the two people of the coordination that it takes."""

from datetime import date

from cases.enums import Stage
from cases.models import Case
from cases.services import lineage
from incubator.enums import Role
from tests.factories import case_in, incubator, user_with
from tests.factories.cases import evidence
from tests.factories.people import coordinator_of, member

#: Everything is in force by then, and the clock of every test stands here.
TODAY = date(2021, 6, 20)
#: The day of the operation.
DAY = date(2021, 6, 10)


def place():
    """The incubator of Quillota."""
    return incubator()


def boss():
    """Who proposes."""
    return coordinator_of(incubator())


def deputy():
    """Somebody else with the same right, always the same one."""
    from incubator.models import Post

    first = boss()
    post = Post.objects.filter(incubator=incubator(), role=Role.COORDINATOR).exclude(user=first).first()
    return post.user if post else user_with(Role.COORDINATOR, at=incubator(), name="Inés Subrogante")


def two_groups(first=Stage.TRAINING, second=Stage.TRAINING, members=5):
    """(survivor, absorbed): two cases walked to their stages."""
    return (
        case_in(first, name="Manos del Valle", members=members),
        case_in(second, name="Telares del Sol", members=members),
    )


def proposed_merge(survivor, absorbed):
    """A proposal by the coordinator."""
    by = boss()
    return lineage.propose_merge(
        by=by, case=absorbed, survivor=survivor, on=TODAY, reason="Trabajan juntas.", evidence=agreement(by)
    )


def merged(survivor, absorbed, on=DAY):
    """Proposed by one and done by the other."""
    return lineage.execute(by=deputy(), operation=proposed_merge(survivor, absorbed), on=on)


def split(case, branches, places=None, on=DAY):
    """The same for a split; places: {membership_id: index of the branch}."""
    by = boss()
    operation = lineage.propose_split(
        by=by, case=case, branches=branches, on=on, reason="Dos oficios.", evidence=agreement(by), places=places
    )
    return lineage.execute(by=deputy(), operation=operation, on=on)


def reverted(operation, on=TODAY):
    """Asked by one and done by the other."""
    lineage.ask_to_revert(by=boss(), operation=operation, on=on, reason="Se arrepintieron.")
    return lineage.revert(by=deputy(), operation=operation, on=on)


def agreement(by):
    """The signed agreement of the groups."""
    return evidence(by, incubator(), content=b"acuerdo")


def fresh(case):
    """The case as the database has it."""
    return Case.objects.select_related("organization", "incubator").get(pk=case.pk)


def shared_member(survivor, absorbed, since):
    """Somebody of the absorbed group who also belongs to the survivor since a day."""
    person = absorbed.organization.members_on(DAY).last().person
    return member(of=survivor.organization, since=since, who=person)


def names_on(case, day):
    """The ids of the members of a group on a day."""
    return set(case.organization.members_on(day).values_list("person_id", flat=True))
