"""The words of a package that paper and screens share: days, sums and names, from the snapshot alone."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from cases.funding.budget.words import pesos
from cases.funding.eligibility.outcomes import Outcome
from incubator import calendars


def day(iso: str | None) -> str:
    """«12-05-2021», or nothing."""
    return f"{date.fromisoformat(iso):%d-%m-%Y}" if iso else ""


def moment(iso: str) -> datetime:
    """The instant that a snapshot holds."""
    return datetime.fromisoformat(iso)


def hour(iso: str) -> str:
    """«12-05-2021 a las 14:05:09», as in Santiago."""
    return f"{moment(iso).astimezone(calendars.ZONE):%d-%m-%Y a las %H:%M:%S}"


def call_of(snapshot: Mapping[str, Any]) -> str:
    """Programme, line and year."""
    call = snapshot["call"]
    return " · ".join(filter(None, (call["programme"], call["line"], str(call["year"]))))


def identity(snapshot: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Who applies to what: the first facts of every paper of a package."""
    bases, call, group = snapshot["bases"], snapshot["call"], snapshot["group"]
    said = f"versión {bases['number']}, vigente desde el {day(bases['in_force_from'])}"
    facts = [
        ("Fondo", f"{call_of(snapshot)} ({call['agency']})"),
        ("Bases", ", ".join(filter(None, [said, bases["act"]]))),
        ("Postulación", snapshot["application"]["code"]),
        ("Quién postula", party(snapshot["applicant"])),
        ("Quién recibe el dinero", party(snapshot["receiver"])),
        ("Quién firma", _named(snapshot["signer"]["name"], snapshot["signer"]["run"])),
        ("Grupo", ", ".join(filter(None, [group["name"], group["commune"]]))),
        ("Integrantes", str(group["members"])),
    ]
    return [(label, value) for label, value in facts if value]


def party(one: Mapping[str, str]) -> str:
    """«Cooperativa Aurora, 65.123.456-7 (cooperativa)»."""
    return f"{_named(one['name'], one['rut'])} ({one['label'][:1].lower()}{one['label'][1:]})"


def _named(name: str, number: str) -> str:
    return ", ".join(filter(None, [name, number]))


def months(line: Mapping[str, Any]) -> str:
    """«mes 1: $ 200.000 · mes 3: $ 50.000»."""
    said = [f"mes {place}: {pesos(amount)}" for place, amount in enumerate(line["months"], start=1) if amount]
    return " · ".join(said)


def outcome(answer: Mapping[str, Any]) -> str:
    """How an answer reads; one that is reserved says only that it is answered apart."""
    return Outcome(answer["outcome"]).label if answer.get("outcome") else "Se responde aparte"
