"""How people write a region, a province or the country beside a commune's name."""

import re
from dataclasses import dataclass

from incubator.text import fold

# Communes that changed region: papers still name the former one (Leyes 20.174, 20.175 and 21.033).
FORMER_REGION = {"14": "10", "15": "01", "16": "08"}
# Los Lagos, the commune, left the region of its own name: the two together say nothing.
_NAMESAKE = "14104"

_ROMAN = {
    "01": "i", "02": "ii", "03": "iii", "04": "iv", "05": "v", "06": "vi", "07": "vii", "08": "viii",
    "09": "ix", "10": "x", "11": "xi", "12": "xii", "13": "xiii", "14": "xiv", "15": "xv", "16": "xvi",
}  # fmt: skip
_ORDINALS = {
    "01": "primera", "02": "segunda", "03": "tercera", "04": "cuarta", "05": "quinta", "06": "sexta",
    "07": "septima", "08": "octava", "09": "novena", "10": "decima", "11": "undecima decimoprimera",
    "12": "duodecima decimosegunda", "13": "decimotercera", "14": "decimocuarta", "15": "decimoquinta",
    "16": "decimosexta",
}  # fmt: skip
_SHORT_NAMES = {
    "05": ("valpo",),
    "06": ("o higgins", "libertador", "libertador o higgins", "libertador bernardo o higgins",
           "del libertador general bernardo o higgins", "lib gral bernardo o higgins", "gral bernardo o higgins"),
    "08": ("bio bio",),
    "09": ("araucania",),
    "11": ("aysen", "aisen", "aisen del general carlos ibanez del campo"),
    "12": ("magallanes", "magallanes y antartica chilena", "magallanes y la antartica chilena"),
    "13": ("metropolitana", "rm", "santiago"),
    "15": ("arica", "arica parinacota"),
}  # fmt: skip
_SHORT_PROVINCES = {"San Felipe de Aconcagua": "san felipe", "Santiago": "stgo"}
_LEAD = re.compile(r"^(?:region|reg)\b ?")
_TAIL = re.compile(r" ?\b(?:region|reg)$")
_ARTICLE = re.compile(r"^(?:de|del|de el) ")
_PROVINCE = re.compile(r"^(?:provincia|prov)\b ?(?:de |del )?")
_NUMBER = re.compile(r"^(\d{1,2})(?: ?(?:a|o|ra|da|ta|va|na|ma))?$")
_TWICE = re.compile(r"^(\S+ (?:region|reg)) ((?:de |del |de la )?\S.*)$")
_COUNTRY = {"chile", "republica de chile"}


def compact(folded: str) -> str:
    """The folded text without spaces, the key that «Til Til» and «Tiltil» share."""
    return folded.replace(" ", "")


@dataclass(frozen=True)
class Area:
    """A part of the country wider than a commune: `prefix` begins the codes of its communes.

    `is_labelled`: the text itself says that it is an area («Región de …», «V», «RM»).
    """

    prefix: str
    is_labelled: bool

    def covers(self, code: str) -> bool:
        """Whether the commune lies in it, or lay in it when the region was another."""
        was_there = FORMER_REGION.get(code[:2]) == self.prefix and code != _NAMESAKE
        return code.startswith(self.prefix) or was_there


class Areas:
    """The regions and provinces by every name they take; built once from the rows of the territory."""

    def __init__(self, regions: dict[str, tuple[str, ...]], provinces: dict[str, str]) -> None:
        """`regions`: code → its names; `provinces`: code → its name."""
        self._regions: dict[str, str] = {}
        self._provinces: dict[str, set[str]] = {}
        self._numerals: dict[str, str] = {}
        for code, names in regions.items():
            for name in (*names, *_SHORT_NAMES.get(code, ())):
                self._regions.setdefault(compact(fold(name)), code)
            for numeral in (_ROMAN.get(code, ""), *_ORDINALS.get(code, "").split()):
                self._numerals[numeral] = code
            self._numerals[str(int(code))] = code
        for code, name in provinces.items():
            for spelling in {name, _SHORT_PROVINCES.get(name, name)}:
                self._provinces.setdefault(compact(fold(spelling)), set()).add(code)

    def region(self, folded: str) -> Area | None:
        """The region a folded phrase names: «v region», «region de los rios», «rm», «o higgins»."""
        if compact(folded) == "rm":
            return Area(self._regions["rm"], True) if "rm" in self._regions else None
        if both := _TWICE.match(folded):  # «v region de valparaiso»: number and name must agree
            number, name = self.region(both[1]), self.region("region " + both[2])
            return number if number and name and number.prefix == name.prefix else None
        core = _TAIL.sub("", _LEAD.sub("", folded))
        is_labelled = core != folded
        core = core.strip()
        for name in (core, _ARTICLE.sub("", core)):
            if code := self._regions.get(compact(name)):
                return Area(code, is_labelled)
        number = _NUMBER.match(core)
        code = self._numerals.get(str(int(number[1])) if number else core)
        # A bare «5» says nothing; a bare «V» in a place of its own says the region.
        return Area(code, True) if code and (is_labelled or (not number and core.strip("ivx") == "")) else None

    def readings(self, folded: str) -> list[Area]:
        """Every area a folded phrase can name: the country, a region, provinces."""
        if folded in _COUNTRY:
            return [Area("", True)]
        found = [region] if (region := self.region(folded)) else []
        core = _PROVINCE.sub("", folded)
        found += [Area(code, core != folded) for code in sorted(self._provinces.get(compact(core), ()))]
        return found
