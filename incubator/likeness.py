"""How likely two records are one person: points of plain values, so that anyone can follow the arithmetic.

Nothing here looks at what is sensitive, and nothing decides: a strong pair is only shown first.
"""

from dataclasses import dataclass
from datetime import date

from incubator import country

#: From this many points a pair is worth a look; from these it is called likely, and very likely.
WORTH_A_LOOK, LIKELY, VERY_LIKELY = 45, 65, 90
_NEARLY_SAME_NAME = 0.6


@dataclass(frozen=True)
class Signs:
    """What is compared of a record."""

    run: str = ""
    other_document: str = ""
    birth_date: date | None = None
    commune: str | None = None
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Likeness:
    """The points of a pair and why, in words: what speaks for one person, and what against."""

    points: int
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    blocked: bool = False

    @property
    def label(self):
        """How likely, as people say it."""
        if self.points >= VERY_LIKELY:
            return "Muy probable"
        return "Probable" if self.points >= LIKELY else "Posible"


def compare(first: Signs, second: Signs, names: float) -> Likeness:
    """The likeness of two records whose folded names are `names` alike (0 to 1, pg_trgm)."""
    for_one = [(round(50 * names), _name_words(names))]
    against = []
    runs = {_run_of(first), _run_of(second)} - {""}
    if len(runs) == 1 and _run_of(first) == _run_of(second):
        for_one.append((100, "El mismo RUN"))
    elif len(runs) == 2:
        against.append((40, "Tienen RUN distintos"))
    if first.birth_date and second.birth_date:
        if first.birth_date == second.birth_date:
            for_one.append((30, "La misma fecha de nacimiento"))
        else:
            against.append((25, "Tienen fechas de nacimiento distintas"))
    for_one += [(points, words) for name, points, words in _WEAK if _equal(first, second, name)]
    points = sum(one for one, _ in for_one) - sum(one for one, _ in against)
    reasons = tuple(words for _, words in for_one if words)
    return Likeness(max(points, 0), reasons, tuple(words for _, words in against), blocked=len(runs) == 2)


#: Weak signs: a family shares its phone and its commune.
_WEAK = (
    ("phone", 10, "El mismo teléfono"),
    ("email", 12, "El mismo correo"),
    ("commune", 5, "La misma comuna"),
)


def _equal(first, second, name):
    value = getattr(first, name)
    return bool(value) and value == getattr(second, name)


def _run_of(signs):
    """Her RUN, even when somebody wrote it as another document."""
    return signs.run or country.parse_run(signs.other_document) or ""


def _name_words(names):
    if names >= 1:
        return "El mismo nombre"
    return "Un nombre muy parecido" if names >= _NEARLY_SAME_NAME else ""
