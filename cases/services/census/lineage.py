"""A sheet that names a group which joined another, or divided: where its people go, and when nothing moves.

An open re-entry of that organization wins: then it is a group like any other.
"""

from cases.services.census import sentences
from cases.services.census.became import Went
from cases.services.census.differences import Differences
from cases.services.census.plans import Conflict, Fate, GroupPlan, PersonPlan, Place


def settle(plan: GroupPlan, went: Went, known, differences: Differences) -> None:
    """Point the plan of a group at where its people are; say so."""
    plan.went, plan.origin = went, plan.record
    if went.survivor is not None:
        name = plan.said.name
        plan.record = known.same(went.survivor.organization)
        plan.fate = Fate.HELD
        words = sentences.MERGED_GROUP if went.moves(plan.said.recorded_on) else sentences.MERGED_LATER
        told = {"other": plan.record.name, "day": f"{went.on:%d-%m-%Y}"}
        differences.tell(plan.said.row, "merged_group", words, name, group=plan, **told)
    else:
        names = ", ".join(case.organization.name for case in went.cases)
        told = {"other": names, "day": f"{went.on:%d-%m-%Y}"}
        differences.tell(plan.said.row, "lineage", sentences.SPLIT_GROUP, plan.said.name, group=plan, **told)


def place(plan: GroupPlan, person: PersonPlan, row: int, known, differences: Differences) -> None:
    """Nobody joins nor leaves. Who belongs to one of the groups is known there; the others are a choice on screen."""
    went = plan.went
    targets = [(case, known.same(case.organization)) for case in went.cases]
    held = {group.pk: known.of(group, person.record) for _, group in targets}
    mine = [m for rows in held.values() for m in rows if m.annulled_at is None and m.until is None]
    own = [m for m in known.of(plan.record, person.record) if m.annulled_at is None]
    if own or (mine and plan.record.pk in held):
        stay = Place(row, person, Fate.HELD, (own or mine)[-1], plan.on)
        plan.places.append(stay)
        person.places.append(stay)
    if mine or any(m.until and m.until > plan.on for m in own):  # a member today, or still «por decidir»
        return
    for case, group in targets:
        _offer(plan, person, row, case, group, held[group.pk], differences)


def _offer(plan, person, row, case, group, rows, differences) -> None:
    target = plan if group.pk == plan.record.pk else GroupPlan(plan.said, group, Fate.HELD, plan.on, case)
    since = max([plan.went.on, plan.on, *(m.until for m in rows if m.until)])
    clash = Conflict(
        row, f"lineage_{group.pk}", differences.column("membership"), since, target, person,
        Place(row, person, Fate.NEW, None, since),
    )  # fmt: skip
    clash.held_words, clash.said_words = f"No pasa a {group.name}", f"Es integrante de {group.name}"
    told = {"other": group.name, "day": f"{plan.went.on:%d-%m-%Y}"}
    differences.offer(clash, person.said.name, sentences.LINEAGE, told)
