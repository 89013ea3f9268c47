"""R16 · The name: it shows the cooperative nature and is not another's (DFL 5, art. 5). The DAES decides."""

from collections.abc import Collection
from datetime import date
from difflib import SequenceMatcher

from cases.law.answers import Answer, Outcome, Reading
from incubator.text import fold

#: Two names from here on are shown as alike, in hundredths. A hint for people, not a rule of the law.
ALIKE = 85
#: Words that do not tell one cooperative from another: the nature, the type, the form, and links.
_WORDS = (
    "cooperativa cooperativas coop de del la las los el y e en para limitada ltda trabajo servicios consumo campesina "
    "agricola pesquera pescadores multiactiva especial federacion confederacion instituto auxiliar"
)
_COMMON = frozenset(_WORDS.split())


def title(*, name: str, on: date, others: Collection[str] = ()) -> Answer:
    """R16 · Whether a name shows the nature and differs from those of a list (DFL 5, arts. 5, 56 and 57)."""
    read = Reading(on)
    read.rule("clauses", "a")
    read.rule("types", "name")
    shows = shows_nature(name)
    same = [other for other in others if core(other) == core(name)]
    alike = [other for other in others if other not in same and likeness(name, other) >= ALIKE]
    said = f"El nombre {'dice' if shows else 'no dice'} que es una cooperativa; se comparó con {len(others)} nombres."
    if not shows:
        remedy = "Agregue «cooperativa» al nombre."
        return read.answer("R16", Outcome.NOT_MET, said, remedy=remedy, same=same, alike=alike)
    if same:
        remedy = f"Es el mismo nombre que «{same[0]}»: agregar el objeto no basta para distinguirlo. Elija otro."
        return read.answer("R16", Outcome.NOT_MET, said, remedy=remedy, same=same, alike=alike)
    if alike:
        read.note("La ley prohíbe el mismo nombre; si uno parecido vale lo decide el DAES. Se avisa y no se impide.")
        remedy = f"Se parece a «{alike[0]}»: pregunte al DAES antes de la junta."
        return read.answer("R16", Outcome.WARNING, said, remedy=remedy, same=same, alike=alike)
    return read.answer("R16", Outcome.MET, said, same=same, alike=alike)


def shows_nature(name: str) -> bool:
    """Whether a word of the name says cooperative, federation, confederation or auxiliary institute."""
    words = fold(name).split()
    return any(word.startswith("cooperativ") or word == "coop" for word in words)


def core(name: str) -> str:
    """What tells a name from another, without the words that every cooperative shares."""
    words = fold(name).split()
    return " ".join(word for word in words if word not in _COMMON) or " ".join(words)


def likeness(one: str, other: str) -> int:
    """How alike two names are, from 0 to 100."""
    return round(100 * SequenceMatcher(None, core(one), core(other)).ratio())
