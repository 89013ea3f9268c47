"""What a value of the sheet does to the value held: nothing, fill, replace, or wait for somebody to choose. Pure."""

import re
from datetime import date
from enum import Enum

from cases.census.records import GroupRow, PersonRow
from incubator.enums import Declared, RegisteredSex, RndStatus
from incubator.text import fold, squeeze

SOURCE = "import:"

#: Record's field → the sheet's fields it comes from (the first one present names the column).
PERSON_COLUMNS = {
    "given_names": ("name", "given_names", "surname_1"),
    "surname_1": ("surname_1", "name"),
    "surname_2": ("surname_2", "name"),
    "run": ("rut",),
    "other_document": ("rut",),
    "registered_sex": ("sex",),
    "birth_date": ("birth_date",),
    "phone": ("phone",),
    "email": ("email",),
    "commune_id": ("commune",),
    "sector": ("sector",),
    "notes": ("notes",),
}
SENSITIVE_COLUMNS = {
    "disability": ("disability", "disability_kind"),
    "main_origin": ("disability_kind", "disability"),
    "rnd_status": ("rnd",),
    "carer": ("carer",),
}
GROUP_COLUMNS = {
    "kind": ("formal",),
    "trade": ("trade",),
    "commune_id": ("commune",),
    "sector": ("sector",),
    "declared_members": ("members",),
}
COLUMNS = PERSON_COLUMNS | SENSITIVE_COLUMNS | GROUP_COLUMNS | {"membership": ("name",), "representative": ("name",)}
#: The fields as a person names them.
FIELD_WORDS = {
    "given_names": "nombres", "surname_1": "primer apellido", "surname_2": "segundo apellido", "run": "RUN",
    "other_document": "otro documento", "registered_sex": "sexo registral", "birth_date": "fecha de nacimiento",
    "phone": "teléfono", "email": "correo", "commune_id": "comuna", "sector": "sector", "notes": "notas",
    "name": "nombre", "kind": "situación legal", "trade": "rubro", "declared_members": "integrantes",
}  # fmt: skip
NAME_FIELDS = ("given_names", "surname_1", "surname_2")

_LONGEST = {
    "name": 200, "trade": 200, "sector": 120, "given_names": 120, "surname_1": 120, "surname_2": 120, "phone": 20,
    "other_document": 60, "email": 254, "notes": 4000,
}  # fmt: skip
_MOST_MEMBERS = 32_767
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_UNSTATED = {
    "registered_sex": RegisteredSex.UNKNOWN,
    "disability": Declared.NOT_STATED,
    "carer": Declared.NOT_STATED,
    "rnd_status": RndStatus.NOT_STATED,
}
#: Fields where another way of writing the same words is no difference.
_WORDS = frozenset({*NAME_FIELDS, "name", "trade", "sector", "notes"})


class Verdict(Enum):
    """What becomes of one value."""

    SAME = "same"
    FILL = "fill"
    REPLACE = "replace"
    CONFLICT = "conflict"


def is_blank(name: str, value) -> bool:
    """Whether a field's value says nothing."""
    return value is None or value == "" or value == _UNSTATED.get(name)


def verdict(name: str, held, said, origin: dict | None, on: date) -> Verdict:
    """A blank never erases, an empty field is filled, and what a hand wrote or is newer than the sheet stays."""
    if is_blank(name, said) or is_same(name, held, said):
        return Verdict.SAME
    if is_blank(name, held):
        return Verdict.FILL
    from_a_sheet = origin is not None and origin["source"].startswith(SOURCE)
    return Verdict.REPLACE if from_a_sheet and origin["on"] <= on.isoformat() else Verdict.CONFLICT


def is_same(name: str, held, said) -> bool:
    """Whether two values say the same; in words, accents and case aside."""
    return held == said or (name in _WORDS and bool(held) and bool(fold(held)) and fold(held) == fold(said))


def person_values(row: PersonRow) -> dict[str, object]:
    """What the row says of the person, by the record's fields."""
    said = {
        "given_names": row.given_names or row.name,
        "surname_1": row.surname_1,
        "surname_2": row.surname_2,
        "run": row.run or "",
        "other_document": row.other_document,
        "registered_sex": row.sex or "",
        "birth_date": row.birth_date,
        "phone": row.phone or "",
        "email": row.email or "",
        "commune_id": row.commune,
        "sector": row.sector or "",
        "notes": row.notes,
    }
    return {name: value for name, value in said.items() if not is_blank(name, value)}


def sensitive_values(row: PersonRow) -> dict[str, object]:
    """What the row declares, by the profile's fields; a blank is «no informa» and says nothing."""
    said = {
        "disability": _declared(row.disability),
        "main_origin": row.disability_kind or "",
        "rnd_status": row.rnd or "",
        "carer": _declared(row.carer),
    }
    return {name: value for name, value in said.items() if not is_blank(name, value)}


def group_values(row: GroupRow, *, wide: bool) -> dict[str, object]:
    """What the sheet says of the group; only a yes says something about its legal standing."""
    said = {
        "kind": "cooperative" if row.formal else "",
        "trade": row.trade or "",
        "commune_id": row.commune,
        "sector": row.sector or "",
        "declared_members": row.members if wide else None,
    }
    return {name: value for name, value in said.items() if not is_blank(name, value)}


def fitted(said: dict[str, object]) -> tuple[dict[str, object], list[str]]:
    """The values as the record can hold them, and the fields that had to be cut or left out."""
    fits, misfits = {}, []
    for name, value in said.items():
        limit = _LONGEST.get(name)
        bad_email = name == "email" and (len(value) > limit or not _EMAIL.fullmatch(value))
        if bad_email or (name == "declared_members" and not 0 <= value <= _MOST_MEMBERS):
            misfits.append(name)
        elif limit and len(value) > limit:
            fits[name] = squeeze(value)[:limit].strip()
            misfits.append(name)
        else:
            fits[name] = value
    return fits, misfits


def plain(value):
    """A value as JSON keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def restored(name: str, value):
    """A value back from JSON."""
    return date.fromisoformat(value) if name == "birth_date" and value else value


def _declared(answer):
    return "" if answer is None else (Declared.YES if answer else Declared.NO)
