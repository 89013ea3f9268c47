"""Judges the bases of a call for one group: every condition on its day, joined by all and any.

    fails < missing_data < to_verify < will_meet < meets

«All» answers as its weakest condition and waits for the latest day; «any» as its strongest and takes the earliest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from operator import is_

from cases.funding.bases.shapes import AskedDocument, Bases, Condition, Moment, Subject
from cases.funding.eligibility import kinds
from cases.funding.eligibility.asking import (
    CONFIRM,
    IMPOSSIBLE,
    Actor,
    Asked,
    CallOf,
    Verdict,
    actor_of,
    fails,
    meets,
    missing,
    of,
    to_verify,
)
from cases.funding.eligibility.days import day_of, dmy
from cases.funding.eligibility.facts import Facts
from cases.funding.eligibility.kinds import Plan
from cases.funding.eligibility.outcomes import STRENGTH, Answer, Need, Outcome
from cases.funding.words import ApplicantKind

Days = Mapping[Moment, date]
#: The key of the root, and of what the bases say outside their conditions.
ROOT = "bases"
APPLICANTS, REGIONS, LIMIT = "bases.applicants", "bases.regions", "bases.limit"
_ACT = Need(acts=1)


def judge(bases: Bases, facts: Facts, days: Days, *, call: CallOf | None = None, for_list: bool = False) -> Answer:
    """All that the bases ask of a group, each on its day. `for_list` veils what is reserved, whoever reads.

    `call` is what earlier awards and the limit of applications are compared with; without it they are left to verify.
    """
    children = [_answer(plan, facts, days, call, for_list) for plan in _plans(bases) if _is_asked(plan, facts, call)]
    return combine(ROOT, "all", children, title=kinds.GROUPS["all"])


def judge_condition(condition: Condition, facts: Facts, days: Days, *, call: CallOf | None = None) -> Answer:
    """One condition, or a group of them, by itself."""
    return _answer(kinds.plan(condition), facts, days, call)


def conditions_of(bases: Bases) -> tuple[Condition, ...]:
    """Every condition that is asked, implied ones included, groups opened: what somebody may have to verify."""
    found: list[Condition] = []
    for plan in _plans(bases):
        _open(plan, found)
    return tuple(found)


def _open(plan: Plan, found: list[Condition]) -> None:
    if not plan.children:
        found.append(plan.condition)
    for child in plan.children:
        _open(child, found)


def combine(key: str, kind: str, children: Iterable[Answer], *, title: str = "", clause: str = "") -> Answer:
    """What a group answers: «all» its weakest and the latest day, «any» its strongest and the earliest one."""
    parts = tuple(children)
    if not parts:
        return Answer(key, Outcome.MEETS, clause, "No se pide nada.", kind=kind, title=title)
    choose, first, last = (min, max, min) if kind == "all" else (max, min, max)
    outcome = choose([part.outcome for part in parts], key=STRENGTH.__getitem__)
    on = by = None
    if outcome == Outcome.WILL_MEET:
        on = first((part.on for part in parts if part.outcome == outcome and part.on), default=None)
    elif outcome == Outcome.FAILS:
        by = last((part.by for part in parts if part.outcome == outcome and part.by), default=None)
    return Answer(key, outcome, clause, on=on, by=by, kind=kind, children=parts, title=title)


def veiled(answer: Answer) -> Answer:
    """The same, with every reserved condition as «1 por confirmar»: what lists, orders, boards and exports show."""
    if answer.children:
        children = [veiled(child) for child in answer.children]
        if all(map(is_, children, answer.children)):
            return answer
        return combine(answer.key, answer.kind, children, title=answer.title, clause=answer.clause)
    if not answer.is_reserved or answer.evidence is _VEIL.evidence:
        return answer
    return replace(answer, **_VEIL._asdict())


#: What a reserved condition says to whoever may not know more.
_VEIL = to_verify(
    "Es un dato reservado: lo confirma la oficina de discapacidad.",
    "Pida a la oficina de discapacidad que lo confirme.",
)


def _plans(bases: Bases) -> tuple[Plan, ...]:
    """What the bases ask, read once for each object."""
    kept = bases.__dict__.get("_asked")
    if kept is None:
        asked = [kinds.plan(condition) for condition in (*_implied(bases), *bases.conditions)]
        kept = (*asked, *(_document_plan(document) for document in bases.documents if document.required))
        object.__setattr__(bases, "_asked", kept)
    return kept


def _document_plan(document: AskedDocument) -> Plan:
    return replace(kinds.plan(kinds.of_document(document)), applicants=document.applicants)


def _implied(bases: Bases) -> Iterable[Condition]:
    """What the bases say of everybody outside their conditions, unless a condition says it with more detail."""
    written = set(_kinds_in(bases.conditions))
    if bases.applicants and "applicant_kind" not in written:
        named = [kind.value for kind in bases.applicants]
        yield Condition(APPLICANTS, "applicant_kind", parameters={"kinds": named})
    if bases.regions and "territory" not in written:
        yield Condition(REGIONS, "territory", Subject.GROUP, parameters={"regions": list(bases.regions)})
    if bases.limit_per_applicant and "application_limit" not in written:
        yield Condition(LIMIT, "application_limit", parameters={"maximum": bases.limit_per_applicant})


def _kinds_in(conditions: Iterable[Condition]) -> Iterable[str]:
    for condition in conditions:
        yield condition.kind
        yield from _kinds_in(condition.children)


def _is_asked(plan: Plan, facts: Facts, call: CallOf | None) -> bool:
    """Some documents are asked of some applicants; the limit, only where applications were counted."""
    if plan.applicants:
        return _applies_as(facts) in plan.applicants
    return plan.condition.key != LIMIT or (call is not None and facts.applications is not None)


def _applies_as(facts: Facts) -> ApplicantKind:
    """Who applies, or who would if nobody chose."""
    if facts.applicant is not None:
        return facts.applicant
    return ApplicantKind.COOPERATIVE if facts.is_cooperative else ApplicantKind.GROUP


def _answer(plan: Plan, facts: Facts, days: Days, call: CallOf | None, for_list: bool = False) -> Answer:
    condition = plan.condition
    if plan.children:
        children = [_answer(child, facts, days, call, for_list) for child in plan.children]
        return combine(condition.key, condition.kind, children, title=plan.title, clause=condition.clause)
    verdict = _VEIL if for_list and plan.reserved else _verdict(plan, facts, days, call)
    return Answer(
        condition.key,
        verdict.outcome,
        condition.clause,
        verdict.evidence,
        verdict.remedy,
        verdict.on,
        verdict.by,
        verdict.need,
        plan.reserved,
        condition.kind,
        (),
        plan.title,
    )


def _verdict(plan: Plan, facts: Facts, days: Days, call: CallOf | None) -> Verdict:
    """The answer of one condition, once what somebody wrote of it is read."""
    if plan.faults:
        return to_verify("La condición no está bien escrita en las bases.", f"Corrija las bases: {plan.faults[0]}")
    if plan.reserved and facts.sensitive is None:
        return _from_office(plan, facts) or _VEIL
    day, is_sure = day_of(plan.condition.moment, days, facts.on)
    actor = actor_of(plan.condition.subject, facts)
    closing = days.get(Moment.CLOSING)
    verdict = _judged(plan, Asked(facts, plan.given, day, is_sure, actor, plan.condition.moment, call, closing))
    if plan.reserved:
        is_open = verdict.outcome in (Outcome.MISSING_DATA, Outcome.TO_VERIFY)
        verdict = (_from_office(plan, facts) if is_open else None) or verdict
    elif verdict.outcome == Outcome.TO_VERIFY:
        verdict = _as_seen(plan, facts) or verdict
    if verdict.outcome == Outcome.FAILS and is_sure and day < facts.on:
        return verdict._replace(need=IMPOSSIBLE, by=None, remedy=f"El día en que se pedía, {dmy(day)}, ya pasó.")
    return verdict


def _judged(plan: Plan, asked: Asked) -> Verdict:
    """By its kind; what is a fact of the group, asked of somebody else, is left to verify."""
    if plan.kind.of_group and asked.actor != Actor.GROUP:
        if asked.actor == Actor.UNKNOWN:
            return missing("Falta decir quién recibe el dinero.", "Elija quién recibe el dinero.")
        return to_verify(f"Se pregunta {of(asked.actor)}, no del grupo.", "Compruébelo y anote lo que vio.")
    return plan.kind.judge(asked)


def _from_office(plan: Plan, facts: Facts) -> Verdict | None:
    """What the disability office answered, yes or no and no figure; nothing when it is stale."""
    said = facts.reserved.get(plan.fingerprint)
    if said is None or said.is_stale:
        return None
    if said.meets:
        return meets(f"La oficina de discapacidad confirmó que se cumple ({dmy(said.on)}).")
    evidence = f"La oficina de discapacidad respondió que no se cumple ({dmy(said.on)})."
    return fails(evidence, "Converse con la oficina de discapacidad, o busque otro llamado.", CONFIRM)


def _as_seen(plan: Plan, facts: Facts) -> Verdict | None:
    """What somebody looked up and wrote down."""
    seen = facts.verified.get(plan.fingerprint)
    if seen is None:
        seen = facts.verified.get(plan.condition.key)
    if seen is None:
        return None
    if seen:
        return meets("Alguien lo comprobó y lo dejó por escrito.")
    return fails("Alguien lo comprobó: no se cumple.", "Regularícelo, compruébelo otra vez y anótelo.", _ACT)
