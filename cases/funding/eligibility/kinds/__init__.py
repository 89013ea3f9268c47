"""The kinds of condition, and what is asked of one before anybody is judged: its words, its faults, its digest."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from cases.funding.bases.shapes import AskedDocument, Condition
from cases.funding.eligibility.kinds import (
    applicant,
    history,
    legal,
    members,
    money,
    papers,
    place,
    registers,
    sensitive,
)
from cases.funding.eligibility.kinds.parameters import Parameter, Type, read_all
from cases.funding.eligibility.kinds.shapes import Kind
from cases.funding.words import RESERVED

__all__ = [
    "GROUPS",
    "KINDS",
    "Kind",
    "Parameter",
    "Plan",
    "Type",
    "check",
    "fingerprint",
    "is_reserved",
    "plan",
    "said",
]

KINDS: dict[str, Kind] = {
    kind.key: kind
    for family in (applicant, legal, place, members, sensitive, money, registers, papers, history)
    for kind in family.KINDS
}
GROUPS = {"all": "Todas estas", "any": "Al menos una de estas"}


@dataclass(frozen=True)
class Plan:
    """A condition read once: its kind, its parameters as plain values, what is wrong with it, its digest."""

    condition: Condition
    kind: Kind | None
    given: dict[str, Any]
    faults: tuple[str, ...]
    fingerprint: str
    reserved: bool
    title: str
    children: "tuple[Plan, ...]" = ()
    applicants: tuple = field(default=())  # a document asked only of some applicants


def plan(condition: Condition) -> Plan:
    """The condition as it is judged, kept beside it: bases are read once and judged for hundreds of groups."""
    kept = condition.__dict__.get("_plan")
    if kept is None:
        kept = _group(condition) if condition.kind in GROUPS else _single(condition)
        object.__setattr__(condition, "_plan", kept)
    return kept


def _group(condition: Condition) -> Plan:
    children = tuple(plan(child) for child in condition.children)
    faults = () if children else ("el grupo está vacío: agregue al menos una condición.",)
    if condition.parameters:
        faults += ("un grupo no lleva parámetros.",)
    digest = _digest([condition.kind, *sorted(child.fingerprint for child in children)])
    return Plan(condition, None, {}, faults, digest, False, GROUPS[condition.kind], children)


def _single(condition: Condition) -> Plan:
    kind = KINDS.get(condition.kind)
    if kind is None:
        fault = f"la clase «{condition.kind}» no se conoce."
        return Plan(condition, None, {}, (fault,), _raw(condition), False, condition.kind)
    given, faults = read_all(kind.parameters, condition.parameters)
    if condition.subject not in kind.subjects:
        faults.append(f"«{kind.label}» no se pregunta de «{condition.subject.label.lower()}».")
    if condition.children:
        faults.append("solo un grupo lleva otras condiciones dentro.")
    if not faults:
        faults = _together(kind, given)
    if faults:
        return Plan(condition, kind, given, tuple(faults), _raw(condition), kind.reserved, kind.label)
    reserved = kind.reserved or given.get("document") in RESERVED
    digest = _digest([kind.key, condition.subject.value, {name: given[name] for name in sorted(given)}])
    return Plan(condition, kind, given, (), digest, reserved, kind.say(given))


def _together(kind: Kind, given: dict[str, Any]) -> list[str]:
    """What is wrong with parameters that are fine one by one."""
    if kind.one_of and all(given[name] is None or given[name] is False for name in kind.one_of):
        names = [f"«{found.label}»" for found in kind.parameters if found.name in kind.one_of]
        return [f"falta decir {' o '.join(names)}."]
    return kind.refuse(given) if kind.refuse else []


def _raw(condition: Condition) -> str:
    """The digest of a condition that cannot be read: of what was written."""
    return _digest([condition.kind, str(condition.subject), condition.parameters])


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


def fingerprint(condition: Condition) -> str:
    """A stable digest of kind, subject and parameters: the same question of two calls has the same one."""
    return plan(condition).fingerprint


def is_reserved(condition: Condition) -> bool:
    """Whether it asks something sensitive of the people: answered in full only for whoever may read it."""
    return plan(condition).reserved


def said(condition: Condition) -> str:
    """What is asked, in words: «Al menos 50 %: mujeres»."""
    return plan(condition).title


def check(condition: Condition) -> list[str]:
    """What is wrong with a condition and those inside it, a sentence each, naming it. Empty: it may be judged."""
    read = plan(condition)
    found = [f"Condición «{condition.key}»: {fault}" for fault in read.faults]
    for child in condition.children:
        found += check(child)
    return found


def of_document(asked: AskedDocument) -> Condition:
    """A document that the bases ask, as the condition it is."""
    parameters = {"document": asked.kind.value, "of": asked.subject.value, "name": asked.name}
    if asked.valid_days is not None:
        parameters["valid_days"] = asked.valid_days
    return Condition(asked.key, "document", moment=asked.moment, parameters=parameters, clause=asked.clause)
