"""The copying sheet: each field in the agency's order, as it is typed into the agency's own page, with its count.

From a snapshot alone, so that what is copied is what was frozen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cases.funding.budget.words import pesos
from cases.funding.package import form, lines


@dataclass(frozen=True)
class Cell:
    """One thing to copy: its name, its text, how it counts; `heads` and `rows` when it is a table."""

    key: str
    label: str
    text: str
    count: str = ""
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Part:
    """A section of the form, or what comes with it."""

    key: str
    title: str
    cells: tuple[Cell, ...]


def parts(snapshot: Mapping[str, Any]) -> list[Part]:
    """Who applies, the sections as the agency orders them, and the budget."""
    who = Part("who", "Quién postula", tuple(_who(snapshot)))
    sections = [
        Part(section["key"], section["title"], tuple(_cell(section["key"], one) for one in section["fields"]))
        for section in snapshot["sections"]
    ]
    budget = snapshot["budget"]
    money = [Part("budget", "Presupuesto", tuple(_money(budget)))] if budget and budget["lines"] else []
    return [who, *sections, *money]


def _who(snapshot):
    yield Cell("title", "Nombre del proyecto", snapshot["application"]["title"])
    for key, label in (("applicant", "Quién postula"), ("receiver", "Quién recibe el dinero")):
        yield Cell(f"{key}-name", label, snapshot[key]["name"])
        if snapshot[key]["rut"]:
            yield Cell(f"{key}-rut", f"RUT de {label[:1].lower()}{label[1:]}", snapshot[key]["rut"])
    if snapshot["signer"]["name"]:
        yield Cell("signer-name", "Quién firma", snapshot["signer"]["name"])


def _cell(section, one):
    heads, rows = form.grid(one)
    return Cell(f"{section}-{one['key']}", one["label"], one["text"], one["count"], heads, tuple(rows))


def _money(budget):
    for place, one in enumerate(budget["items"], start=1):
        said = f"{one['name']}: se pide {pesos(one['requested'])}"
        own = one["own_cash"] + one["own_kind"]
        yield Cell(f"item-{place}", one["name"], str(one["requested"]), f"{said}; aporte propio {pesos(own)}")
    sums = budget["totals"]
    yield Cell("requested", "Total que se pide", str(sums["requested"]), pesos(sums["requested"]))
    yield Cell("own-cash", "Aporte propio en dinero", str(sums["own_cash"]), pesos(sums["own_cash"]))
    yield Cell("own-kind", "Aporte propio valorado", str(sums["own_kind"]), pesos(sums["own_kind"]))
    yield Cell("total", "Costo total", str(sums["total"]), pesos(sums["total"]))


def as_text(snapshot: Mapping[str, Any]) -> str:
    """The whole sheet as plain text, a line between one thing and the next."""
    said = [
        snapshot["application"]["title"],
        f"Hoja para copiar · {lines.call_of(snapshot)}",
        f"Paquete {snapshot['number']}, congelado el {lines.hour(snapshot['frozen_at'])}",
    ]
    for part in parts(snapshot):
        said.append(f"\n== {part.title} ==")
        for cell in part.cells:
            count = f" ({cell.count})" if cell.count else ""
            said.append(f"\n{cell.label}{count}\n{cell.text or 'Sin respuesta.'}")
    return "\n".join(said) + "\n"
