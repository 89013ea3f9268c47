"""A document and its age: one that expires is never waited for, it is asked again within its days."""

from datetime import date, timedelta

from cases.funding.eligibility.asking import (
    IMPOSSIBLE,
    Actor,
    Asked,
    Verdict,
    fails,
    in_time,
    missing,
    to_verify,
    unknown_day,
)
from cases.funding.eligibility.days import dmy
from cases.funding.eligibility.facts import Paper
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import Kind
from cases.funding.eligibility.outcomes import Need
from cases.funding.words import DocumentKind, DocumentOf
from incubator.text import fold

_OF = {
    Actor.GROUP: DocumentOf.GROUP,
    Actor.PERSON: DocumentOf.PERSON,
    Actor.MUNICIPALITY: DocumentOf.INSTITUTION,
    Actor.SPONSOR: DocumentOf.INSTITUTION,
}


def serves(paper: Paper, day: date, valid_days: int | None) -> bool:
    """Whether a document is in force on a day, and not older than that many days."""
    if paper.issued_on > day or (paper.valid_until is not None and paper.valid_until < day):
        return False
    return valid_days is None or (day - paper.issued_on).days <= valid_days


def _document(asked: Asked) -> Verdict:
    given = asked.given
    whose = given["of"] or _OF.get(asked.actor)
    if whose is None:
        return missing("Falta decir quién recibe el dinero.", "Elija quién recibe el dinero.")
    kind, days, day = given["document"], given["valid_days"], asked.day
    kept = [paper for paper in asked.facts.papers if paper.kind == kind and paper.subject == whose]
    good = [paper for paper in kept if serves(paper, day, days)]
    if not good:
        return _lacking(asked, kept, whose)
    best = max(good, key=lambda paper: paper.issued_on)
    if not asked.is_sure and (days is not None or best.valid_until is not None):
        return unknown_day(asked)
    if kind == DocumentKind.OTHER and not _is_named(good, given["name"]):
        said = "Hay otro documento guardado, y no se sabe si es este."
        return to_verify(said, f"Compruebe que sea «{given['name'] or kind.label}» y anótelo.")
    return in_time(best.issued_on, asked, f"Hay uno del {dmy(best.issued_on)}{_until(best)}.")


def _is_named(papers: list[Paper], name: str | None) -> bool:
    """Whether one of them has the very name that is asked."""
    return bool(name) and any(fold(paper.name) == fold(name) for paper in papers)


def _until(paper: Paper) -> str:
    return f", que vale hasta el {dmy(paper.valid_until)}" if paper.valid_until else ""


def _lacking(asked: Asked, kept: list[Paper], whose: DocumentOf) -> Verdict:
    """It is not there, or will be too old: the days between which a new one serves."""
    given, day, by = asked.given, asked.day, asked.filed_by
    kind, name = given["document"], given["name"]
    own = f":{fold(name)}" if kind == DocumentKind.OTHER and name else ""
    need = Need(documents=1, shared=f"document:{kind.value}:{whose.value}{own}")
    said = "No hay ninguno guardado."
    if kept:
        last = max(kept, key=lambda paper: paper.issued_on)
        said = f"El último es del {dmy(last.issued_on)}{_until(last)}: no sirve el {dmy(day)}."
    if by < asked.facts.on:
        return fails(said, f"El cierre, {dmy(by)}, ya pasó.", IMPOSSIBLE)
    return fails(said, f"{'Pida uno nuevo' if kept else 'Consiga uno'}, emitido {_when(asked)}.", need, by)


def _when(asked: Asked) -> str:
    """«entre el 01-06-2021 y el 30-06-2021»: fresh enough on its day, and in time to be filed."""
    first, by, days = asked.facts.on, asked.filed_by, asked.given["valid_days"]
    if days is not None:
        first = max(first, asked.day - timedelta(days=days))
    if first > by:
        return f"hasta el {dmy(by)}, y pregunte a la institución: el {dmy(asked.day)} tendrá más de {days} días"
    return f"entre el {dmy(first)} y el {dmy(by)}" if first < by else f"con fecha {dmy(by)}"


def _say(given) -> str:
    said = given["name"] or given["document"].label
    return f"{said} (de hasta {given['valid_days']} días)" if given["valid_days"] is not None else said


KINDS = (
    Kind(
        key="document",
        label="Un documento",
        parameters=(
            Parameter("document", "Qué documento", Type.CHOICE, required=True, options=DocumentKind),
            Parameter("of", "De quién", Type.CHOICE, options=DocumentOf, help="Vacío: de quien se pregunta."),
            Parameter("name", "Nombre en las bases", Type.TEXT),
            Parameter("valid_days", "Días de antigüedad, a lo más", Type.WHOLE),
        ),
        judge=_document,
        say=_say,
        of_group=False,
    ),
)
