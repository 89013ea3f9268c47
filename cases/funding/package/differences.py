"""How a package differs from the one before it: part by part, in words, from their snapshots alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cases.funding.form.wording import Piece, differences
from cases.funding.package import lines


@dataclass(frozen=True)
class Change:
    """One thing that is not the same: what it is, and both texts word by word."""

    about: str
    pieces: list[Piece]


def changes(former: Mapping[str, Any], later: Mapping[str, Any]) -> list[Change]:
    """In the order of the later package, then what it no longer has."""
    one, other = dict(_said(former)), dict(_said(later))
    keys = [*other, *(key for key in one if key not in other)]
    return [
        Change(key[1], differences(one.get(key, ""), other.get(key, "")))
        for key in keys
        if one.get(key, "") != other.get(key, "")
    ]


def _said(snapshot) -> Iterator[tuple[tuple[str, str], str]]:
    """((lasting key, how it is called), what it says) of each part."""
    yield ("title", "Nombre del proyecto"), snapshot["application"]["title"]
    yield ("bases", "Bases"), f"Versión {snapshot['bases']['number']}"
    for key, label in (("applicant", "Quién postula"), ("receiver", "Quién recibe el dinero")):
        yield (key, label), lines.party(snapshot[key])
    yield ("signer", "Quién firma"), snapshot["signer"]["name"]
    for section in snapshot["sections"]:
        for one in section["fields"]:
            yield (f"field:{one['key']}", f"{section['title']}: {one['label']}"), one["text"]
    for line in (snapshot["budget"] or {"lines": ()})["lines"]:
        what = f"{line['item_name']}: {line['name']}"
        own = f"aporte en dinero {lines.pesos(line['own_cash'])}, valorado {lines.pesos(line['own_kind'])}"
        yield (f"line:{line['item']}:{line['name']}", f"Presupuesto, {what}"), f"{lines.months(line)}; {own}"
    for place, one in enumerate(snapshot["quotations"], start=1):
        said = f"{one['detail']}, {one['supplier']}, {lines.pesos(one['amount'])}"
        yield (f"quotation:{one['id']}", f"Cotización {place}"), said
    for one in snapshot["documents"]:
        key = f"document:{one['id']}"
        yield (key, one["title"]), "" if one["reserved"] else f"emitido el {lines.day(one['issued_on'])}"
