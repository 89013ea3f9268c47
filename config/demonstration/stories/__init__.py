"""What happens besides to some groups, so that each thing Minga does can be seen: told among the events of a life."""

from config.demonstration.stories import (
    appeals,
    business,
    calls,
    duties,
    funds,
    legal,
    lineage,
    people,
    planning,
    transfers,
)

#: The municipality, by its place in the list, and what is told of it. The deputies come first: others need them.
_TOLD = {
    0: (duties, calls, appeals, business, people.quillota, planning, legal),
    1: (business.draft, people.copiapo, lineage.reentry),
    2: (duties.deputy, lineage.merge, people.coquimbo, legal.repair),
    3: (transfers.asked, legal.cure),
    4: (people.one_run_in_two, transfers.accepted),
    5: (duties.deputy, lineage.split),
}


def tell(life):
    """Put the stories of one municipality among its events."""
    for story in _TOLD[life.number]:
        (story if callable(story) else story.tell)(life)
    funds.tell(life)
