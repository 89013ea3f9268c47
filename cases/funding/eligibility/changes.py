"""«¿Y si…?»: a set of changes of the Facts, judged without saving anything.

Each change is a kind with its values, so that a form, an address or a test writes it the same way. A change that
touches members makes every answer about reserved conditions stale, as the real one would: without sensitive facts
they come out «por confirmar», else two tries would tell who has a disability.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cases.enums import Stage
from cases.funding.bases.shapes import Moment
from cases.funding.eligibility import people_changes as people
from cases.funding.eligibility.facts import Facts, Paper
from cases.funding.eligibility.kinds.parameters import Parameter, Type, read_all
from cases.funding.words import ApplicantKind, DocumentKind, DocumentOf, ReceiverKind

#: What a form does not ask of whoever may not read sensitive facts.
SENSITIVE = people.SENSITIVE
Apply = Callable[[Facts, dict[str, Any]], Facts]


@dataclass(frozen=True)
class Change:
    """One thing that would be otherwise: a key of CHANGES and its values, as written."""

    kind: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ChangeKind:
    """One kind of change: how the page names it, what it asks, and what it makes of the Facts.

    `refuse` refuses what the group does not allow; it is never asked of sensitive facts that the reader does not see.
    """

    label: str
    parameters: tuple[Parameter, ...]
    apply: Apply
    touches_members: bool = False
    refuse: Callable[[Facts, dict[str, Any]], list[str]] | None = None


def _put_document(facts: Facts, given: dict[str, Any]) -> Facts:
    paper = Paper(given["document"], given["of"], given["issued_on"], given["valid_until"], name=given["name"] or "")
    return replace(facts, papers=(*facts.papers, paper))


def _register(facts: Facts, given: dict[str, Any]) -> Facts:
    born = given["constituted_on"] or facts.constituted_on or facts.deeded_on or given["on"]
    return replace(
        facts, is_cooperative=True, is_valid=True, constituted_on=born, valid_from=given["on"], expected_entry=None
    )


def _verify(facts: Facts, given: dict[str, Any]) -> Facts:
    return replace(facts, verified={**facts.verified, given["condition"]: given["meets"]})


def _sets(name: str, source: str | None = None) -> Apply:
    """A change that writes one value."""
    return lambda facts, given: replace(facts, **{name: given[source or name]})


_ON = Parameter("on", "Qué día", Type.DAY, required=True)

CHANGES: dict[str, ChangeKind] = {
    "add_members": ChangeKind(
        "Se suman personas", people.PARAMETERS, people.add, touches_members=True, refuse=people.whole
    ),
    "remove_members": ChangeKind(
        "Se van personas", people.PARAMETERS, people.remove, touches_members=True, refuse=people.there
    ),
    "put_document": ChangeKind(
        "Se consigue o se renueva un documento",
        (
            Parameter("document", "Qué documento", Type.CHOICE, required=True, options=DocumentKind),
            Parameter("of", "De quién es", Type.CHOICE, options=DocumentOf, default=DocumentOf.GROUP),
            Parameter("issued_on", "Con qué fecha", Type.DAY, required=True),
            Parameter("valid_until", "Vale hasta", Type.DAY),
            Parameter("name", "Nombre", Type.TEXT),
        ),
        _put_document,
    ),
    "register": ChangeKind(
        "La cooperativa se inscribe",
        (_ON, Parameter("constituted_on", "Día de la escritura", Type.DAY)),
        _register,
    ),
    "start_activities": ChangeKind("Inicia actividades ante el SII", (_ON,), _sets("started_activity_on", "on")),
    "reach_sales": ChangeKind(
        "Llega a vender en doce meses",
        (Parameter("sales", "Ventas, en pesos", Type.WHOLE, required=True),),
        _sets("sales"),
    ),
    "settle_accounts": ChangeKind(
        "Entrega rendiciones pendientes",
        (Parameter("pending_accounts", "Cuántas quedarían", Type.WHOLE, default=0),),
        _sets("pending_accounts"),
    ),
    "change_applicant": ChangeKind(
        "Postula otra",
        (Parameter("applicant", "Quién postula", Type.CHOICE, required=True, options=ApplicantKind),),
        _sets("applicant"),
    ),
    "change_receiver": ChangeKind(
        "Recibe el dinero otra",
        (Parameter("receiver", "Quién recibe el dinero", Type.CHOICE, required=True, options=ReceiverKind),),
        _sets("receiver"),
    ),
    "choose_activity": ChangeKind(
        "Se dedica a otra actividad",
        (Parameter("activity", "Código SII", Type.TEXT, required=True),),
        _sets("activity"),
    ),
    "reach_stage": ChangeKind(
        "Llega a otra etapa",
        (Parameter("stage", "A qué etapa", Type.CHOICE, required=True, options=Stage),),
        _sets("stage"),
    ),
    "verify": ChangeKind(
        "Se comprueba una condición",
        (
            Parameter("condition", "Cuál", Type.TEXT, required=True),
            Parameter("meets", "Se cumple", Type.YES_NO, default=True),
        ),
        _verify,
    ),
    "see_on": ChangeKind("Visto otro día", (_ON,), _sets("on")),
    "move_day": ChangeKind(
        "Cambia un día del llamado",
        (Parameter("moment", "Cuál", Type.CHOICE, required=True, options=Moment), _ON),
        lambda facts, _given: facts,  # it changes the days, not the group: see `moved`
    ),
}


def check(change: Change, facts: Facts) -> list[str]:
    """What is wrong with a change, a sentence each; empty: it may be applied."""
    kind = CHANGES.get(change.kind)
    if kind is None:
        return [f"El cambio «{change.kind}» no se conoce."]
    given, faults = read_all(kind.parameters, change.values)
    if not faults and kind.refuse:
        faults = kind.refuse(facts, given)
    return [f"«{kind.label}»: {fault}" for fault in faults]


def apply(facts: Facts, changes: Iterable[Change]) -> Facts:
    """The Facts as they would be, in the order of the changes. Raises ValueError for one that `check` refuses."""
    for change in changes:
        if faults := check(change, facts):
            raise ValueError(" ".join(faults))
        kind = CHANGES[change.kind]
        given, _ = read_all(kind.parameters, change.values)
        facts = kind.apply(facts, given)
        if kind.touches_members:
            stale = {digest: replace(answer, is_stale=True) for digest, answer in facts.reserved.items()}
            facts = replace(facts, reserved=stale)
    return facts


def moved(days: Mapping[Moment, date], changes: Iterable[Change]) -> dict[Moment, date]:
    """The days of the call, once those that would move have moved."""
    found = dict(days)
    for change in changes:
        if change.kind == "move_day":
            given, faults = read_all(CHANGES["move_day"].parameters, change.values)
            if faults:
                raise ValueError(" ".join(faults))
            found[given["moment"]] = given["on"]
    return found


def said(change: Change) -> str:
    """«Se suman personas (cuántas personas: 2; son mujeres: Sí)», as the page repeats what is being tried."""
    kind = CHANGES[change.kind]
    given, _ = read_all(kind.parameters, change.values)
    told = [part for part in kind.parameters if given[part.name] is not None and part.name in change.values]
    parts = [f"{part.label[:1].lower()}{part.label[1:]}: {_word(given[part.name])}" for part in told]
    return f"{kind.label} ({'; '.join(parts)})" if parts else kind.label


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "sí" if value else "no"
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(getattr(value, "label", value))
