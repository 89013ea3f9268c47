"""Awards as the 360Giving Data Standard publishes them (version 1.4): ours go out, others' are read as past results.

The standard describes awards, never calls. Of a person who was awarded nothing is kept but that it was one.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from cases.funding.exchange.calls import Fault

VERSION = "1.4"
FOLDER = Path(__file__).parent / "giving_schema"
_PERSON = re.compile(r"\[?\s*persona natural", re.IGNORECASE)


@dataclass(frozen=True)
class Award:
    """One award: who gave, to which organization (none when it was a person), how much and when.

    A list may say only the year; what is published as the standard asks needs the day.
    """

    identifier: str
    funder: str
    title: str
    amount: int
    year: int
    awarded_on: date | None = None
    programme: str = ""
    recipient: str = ""
    recipient_id: str = ""
    funder_id: str = ""
    currency: str = "CLP"
    description: str = ""


@dataclass(frozen=True)
class Awards:
    """What a file of results held: its awards, how many rows are none, and every fault."""

    awards: tuple[Award, ...] = ()
    not_awards: int = 0
    faults: tuple[Fault, ...] = ()


def package(awards: Iterable[Award], *, title: str, publisher: str, issued: date) -> dict[str, Any]:
    """A package of awards. Raises ValueError when it is not as the standard asks, or when there is none."""
    document = {
        "version": VERSION,
        "title": title,
        "publisher": {"name": publisher},
        "issued": issued.isoformat(),
        "grants": [_grant(award) for award in awards],
    }
    wrong = [error.message for error in _validator().iter_errors(document)]
    if wrong:
        raise ValueError("; ".join(wrong))
    return document


def read_package(data: bytes) -> Awards:
    """The awards of a package in JSON; a grant that is not as the standard asks is told, and the others go through."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
        rows = document["grants"]
    except (UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError):
        said = "el archivo no es un paquete 360Giving: un JSON con la lista «grants»."
        return Awards(faults=(Fault("", 0, "", "", said),))
    found: dict[str, Award] = {}
    faults = []
    check = _validator("360-giving-schema.json")
    for number, row in enumerate(rows if isinstance(rows, list) else [], 1):
        wrong = next(check.iter_errors(row), None)
        if wrong is not None:
            place = wrong.json_path.removeprefix("$").removeprefix(".") or "el conjunto"
            said = f"la adjudicación {number} no es como pide el estándar, en «{place}»: no se leyó."
            faults.append(Fault("", 0, "", "", said))
        else:
            found.setdefault(row["id"], _award(row))
    return Awards(tuple(found.values()), 0, tuple(faults))


def is_person(name: str) -> bool:
    """Whether a published list hid the name of a person there."""
    return bool(_PERSON.match(name))


def _award(row: Mapping[str, Any]) -> Award:
    organizations = row.get("recipientOrganization") or [{}]
    programmes = row.get("grantProgramme") or [{}]
    return Award(
        identifier=row["id"][:200],
        funder=row["fundingOrganization"][0].get("name", "")[:200],
        title=row["title"][:300],
        amount=round(row["amountAwarded"]),
        year=int(row["awardDate"][:4]),
        awarded_on=date.fromisoformat(row["awardDate"][:10]),
        programme=programmes[0].get("title", "")[:200],
        recipient=organizations[0].get("name", "")[:200],
        recipient_id=organizations[0].get("id", ""),
        funder_id=row["fundingOrganization"][0].get("id", ""),
        currency=row["currency"],
        description=row["description"],
    )


def _grant(award: Award) -> dict[str, Any]:
    grant: dict[str, Any] = {
        "id": award.identifier,
        "title": award.title,
        "description": award.description or award.title,
        "currency": award.currency,
        "amountAwarded": award.amount,
        "awardDate": award.awarded_on.isoformat() if award.awarded_on else "",
        "fundingOrganization": [{"id": award.funder_id, "name": award.funder}],
        "recipientOrganization": [{"id": award.recipient_id, "name": award.recipient}],
    }
    if award.programme:
        grant["grantProgramme"] = [{"title": award.programme}]
    return grant


@cache
def _validator(name: str = "360-giving-package-schema.json") -> Draft202012Validator:
    """Offline: the package refers to the schema of a grant by the address of an earlier minor version."""
    documents = {file.name: json.loads(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.json")}
    grant = DRAFT202012.create_resource(documents["360-giving-schema.json"])
    asked = documents["360-giving-package-schema.json"]["properties"]["grants"]["items"]["$ref"]
    registry = Registry().with_resources([(asked, grant), (grant.contents["$id"], grant)])
    return Draft202012Validator(documents[name], registry=registry, format_checker=_checker())


def _checker() -> FormatChecker:
    """A day alone is no moment: the standard takes one or the other, and says which by their formats."""
    checker = FormatChecker(formats=())
    checker.checks("date-time", raises=ValueError)(_is_moment)
    return checker


def _is_moment(value: Any) -> bool:
    return not isinstance(value, str) or ("T" in value and datetime.fromisoformat(value).tzinfo is not None)
