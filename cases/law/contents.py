"""What the document of each act must hold, as data: the questions asked of whoever read it, and what each «no» means.

Nothing is assumed: what nobody looked at is not known, and is neither there nor missing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases.law.acts import FOUNDING_EXTRACT, REFORM_EXTRACT
from cases.law.founding import BLOCKS, FOUNDER_DATA, NULLITY_BLOCKS
from cases.law.validity import NEVER_BARRED

YES, NO = "yes", "no"
#: Words of the comparison of the extract with the deed (Ley 19.499, art. 9): only the last is a defect.
SAME, HARMLESS, ESSENTIAL = "same", "harmless", "essential"


class Weight(StrEnum):
    """What it means that something is not there."""

    VOIDS = "voids"
    INCOMPLETE = "incomplete"
    AS_MISSING = "as_missing"


@dataclass(frozen=True)
class Item:
    """One thing to look for: its key, its words, what its absence means, and the word that says it is wrong."""

    key: str
    label: str
    weight: Weight = Weight.VOIDS
    wrong: str = NO
    words: tuple[tuple[str, str], ...] = ((YES, "Está"), (NO, "Falta"))


_LETTERS = {
    "a": "Nombre, domicilio y duración", "b": "Objeto", "c": "Capital, cuotas y aportes",
    "d": "Administración, reservas y excedentes", "e": "Ingreso, derechos y exclusión", "f": "Período de las juntas",
    "g": "Materias y quórums", "h": "Consejo o gerencia", "i": "Las demás cláusulas",
}  # fmt: skip
_FOUNDERS = {"name": "Nombre", "occupation": "Ocupación", "address": "Domicilio", "national_id": "Cédula"}
_STATUTES = tuple(
    Item(f"statutes.{letter}", f"Letra {letter}: {_LETTERS[letter].lower()}",
         Weight.VOIDS if letter in NULLITY_BLOCKS else Weight.INCOMPLETE)
    for letter in BLOCKS
)  # fmt: skip
_ACTA = (
    *(Item(f"acta.{key}", f"{_FOUNDERS[key]} de cada persona fundadora") for key in FOUNDER_DATA),
    Item("acta.statutes", "Aprobación y texto completo de los estatutos"),
)
_AUTHORISED = Item("extract.authorised", "Lo autorizó el notario")
_MISMATCH = Item(
    "mismatch", "¿Dice lo mismo que la escritura?", wrong=ESSENTIAL,
    words=((SAME, "Lo mismo"), (HARMLESS, "Difiere en algo que no es de fondo"), (ESSENTIAL, "Hace leer otra cosa")),
)  # fmt: skip
_REGISTRAR = Item(
    "registrar", "¿Es el Conservador del domicilio de la cooperativa?", Weight.AS_MISSING,
    words=((YES, "Sí, atiende esa comuna"), (NO, "No, es otro")),
)  # fmt: skip
#: Word of an act → what is looked for in its document.
CONTENTS: dict[str, tuple[Item, ...]] = {
    "deed": (*_ACTA, *_STATUTES),
    "extract": (*(Item(f"extract.{key}", label) for key, label in FOUNDING_EXTRACT.items()), _AUTHORISED, _MISMATCH),
    "registry_entry": (_REGISTRAR,),
    "cure_entry": (_REGISTRAR,),
    "reform_deed": (*(Item(f"extract.{key}", f"Extracto: {label.lower()}") for key, label in REFORM_EXTRACT.items()),
                    _MISMATCH),
    "reform_entry": (_REGISTRAR,),
}  # fmt: skip
_ITEMS = {item.key: item for items in reversed(CONTENTS.values()) for item in items}
#: Defects that are not the absence of something written.
_OTHER = {
    "late.registry": "La inscripción se hizo fuera de plazo",
    "late.gazette": "La publicación se hizo fuera de plazo",
    "missing.registry": "Falta la inscripción y el plazo pasó",
    "missing.gazette": "Falta la publicación y el plazo pasó",
    "registrar": "Se inscribió en otro Conservador",
    "mismatch": "El extracto hace leer otra cosa que la escritura",
    "meeting": "La junta se citó o se hizo mal",
}
#: First part of a key → the kind of defect that R22 asks about.
_BARS = {
    "late": "late", "missing": "missing", "registrar": "missing", "acta": "statutes", "statutes": "statutes",
    "extract": "extract", "mismatch": "mismatch", "meeting": "meeting",
}  # fmt: skip


@dataclass(frozen=True)
class Read:
    """What is known of the documents of a file: what is missing, what is incomplete, and what nobody looked at."""

    grave: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    wrong_registry: bool = False
    unknown: Mapping[str, tuple[str, ...]] | None = None


NOTHING_READ = Read()


def read(contents: Mapping[str, Mapping[str, str]], known: Collection[str]) -> Read:
    """The documents of the acts known, with what somebody read in each; a key that is absent is not known."""
    grave, incomplete, wrong, unknown = [], [], False, {}
    for act in ("deed", "extract", "registry_entry"):
        if act not in known:
            continue
        said = contents.get(act, {})
        silent = [item.label for item in CONTENTS[act] if not said.get(item.key)]
        if silent:
            unknown[act] = tuple(silent)
        for item in CONTENTS[act]:
            if said.get(item.key) != item.wrong:
                continue
            if item.weight == Weight.AS_MISSING:
                wrong = True
            else:
                (grave if item.weight == Weight.VOIDS else incomplete).append(item.key)
    return Read(tuple(grave), tuple(incomplete), wrong, unknown)


def label_of(key: str) -> str:
    """A defect as a person reads it."""
    if key in _OTHER:
        return _OTHER[key]
    item = _ITEMS.get(key)
    where = {"acta": "Acta", "statutes": "Estatutos", "extract": "Extracto"}.get(key.split(".")[0], "")
    return f"{where}: falta «{item.label.removeprefix('Extracto: ')}»" if item else key


def defects() -> tuple[str, ...]:
    """Every key of a defect, in the order that a page lists them."""
    voiding = (key for key, item in _ITEMS.items() if item.weight == Weight.VOIDS and key not in _OTHER)
    return (*_OTHER, *voiding)


def bar_of(key: str) -> str:
    """The kind of defect that R22 asks about."""
    return _BARS[key.split(".")[0]]


def is_barred_once(key: str) -> bool:
    """Whether the two years of R22 run for it."""
    return bar_of(key) not in NEVER_BARRED


def labels(keys: Iterable[str]) -> list[str]:
    """Their words."""
    return [label_of(key) for key in keys]
