"""Invented people: names by decade and surnames as they are found in Chile, Mapuche ones included, and valid RUNs."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from django.conf import settings

from incubator.enums import RegisteredSex

NAMES = Path(settings.BASE_DIR) / "incubator" / "data" / "people"
#: RUNs of natural persons have not reached forty million: nobody has these.
FIRST_INVENTED_RUN = 40_000_000
#: One surname in so many is Mapuche.
MAPUCHE_EVERY = 6
_ACCENTED = {"huenchuman": "Huenchumán", "curihuinca": "Curihuinca", "antiman": "Antimán", "llancapan": "Llancapán"}


def check_character(number: int) -> str:
    """The check character of a RUN: modulus 11 with weights 2 to 7 from the right."""
    digits = reversed(str(number))
    total = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(digits))
    return {10: "K", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


@dataclass(frozen=True)
class Someone:
    """An invented person, ready for incubator.services.people.create."""

    given_names: str
    surname_1: str
    surname_2: str
    registered_sex: str
    birth_date: date
    run: str
    phone: str


class Cast:
    """Gives out invented people, the same ones in the same order for the same seed."""

    def __init__(self, seed):
        self._random = Random(seed)  # noqa: S311 - it draws names, not secrets
        self._number = FIRST_INVENTED_RUN + self._random.randrange(1, 500_000)
        self._names = _names_by_decade()
        self._surnames, self._mapuche = _surnames()

    def someone(self) -> Someone:
        """The next person: 18 to 70 years old in 2021."""
        rng = self._random
        born = date(2003, 6, 1) - timedelta(days=rng.randrange(0, 52 * 365))
        sex = RegisteredSex.FEMALE if rng.random() < 0.58 else RegisteredSex.MALE
        names, weights = self._names[(born.year // 10 * 10, sex.value)]
        first, second = rng.choices(names, weights, k=2)
        self._number += rng.randrange(3, 900)
        return Someone(
            given_names=first if first == second or rng.random() < 0.5 else f"{first} {second}",
            surname_1=self._surname(),
            surname_2=self._surname(),
            registered_sex=sex.value,
            birth_date=born,
            run=f"{self._number}-{check_character(self._number)}",
            phone=f"+569{rng.choice((5, 6, 8, 9))}{rng.randrange(1_000_000, 9_999_999)}" if rng.random() < 0.85 else "",
        )

    def chance(self, share: float) -> bool:
        """True for about that share of the calls."""
        return self._random.random() < share

    def pick(self, options):
        """One of the options."""
        return self._random.choice(options)

    def _surname(self) -> str:
        if self._random.randrange(MAPUCHE_EVERY) == 0:
            return self._random.choice(self._mapuche)
        names, weights = self._surnames
        return self._random.choices(names, weights)[0]


def _names_by_decade():
    found: dict[tuple[int, str], tuple[list[str], list[int]]] = {}
    with (NAMES / "nombres_cl_por_decada.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names, weights = found.setdefault((int(row["decada"]), row["sexo"]), ([], []))
            if len(names) < 60:  # the common ones: nobody is recognised by a rare name
                names.append(row["nombre"])
                weights.append(int(row["n"]))
    return found


def _surnames():
    with (NAMES / "faker_es_cl_nombres_apellidos.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["tipo"] == "apellido"]
    with (NAMES / "apellidos_por_origen.csv").open(encoding="utf-8", newline="") as file:
        mapuche = [row["apellido"] for row in csv.DictReader(file) if row["origen"] == "mapuche"]
    common = ([row["valor"] for row in rows], [float(row["frecuencia"]) for row in rows])
    return common, [_ACCENTED.get(name, name.capitalize()) for name in mapuche]
