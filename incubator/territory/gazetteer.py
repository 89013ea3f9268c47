"""From what someone wrote to a commune's code, or None: an unknown or ambiguous text is never guessed."""

import re
from collections.abc import Iterable, Mapping
from itertools import product

from incubator.territory.areas import Area, Areas, compact
from incubator.text import fold, squeeze

_CODE = re.compile(r"^(\d{4,5})(?:[.,]0+)?$", re.ASCII)
_CODE_WITHIN = re.compile(r"(?<![\d.,])(\d{4,5})(?![\d.,]*\d)", re.ASCII)
_CODE_LABEL = re.compile(r"\b(?:cut|c[oó]digo|cod)\b\.?", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,;:/|()\[\]\n–—]+|\s-+\s")
_LABELS = {"comuna", "comuna de", "ciudad", "municipalidad", "municipio", "domicilio", "cut", "codigo"}
_SUFFIX = re.compile(r" (?:centro|ciudad|urban[ao]|rural)$")
_LINKS = {"de", "del", "el", "la", "las", "los"}
_PREFIX = re.compile(
    r"^(?:(?:la )?comuna|com|(?:la )?(?:ilustre |i )?(?:municipalidad|muni|mun)|i m|im|(?:el )?municipio|ciudad)\b"
    r" ?(?:de |d )?"
)
# A place smaller than a commune, said to be so: it may stand beside the commune and decides nothing.
_LOCAL = re.compile(
    r"^(?:sector|localidad|loc|villa|poblacion|pob|pobl|caserio|aldea|parcela|fundo|camino|calle|pasaje|psje|avenida|av"
    r"|avda|barrio|condominio|ruta|km)\b"
)
_ABBREVIATIONS = {
    "a": ("aguirre", "alto"), "ant": ("antonio",), "bdo": ("bernardo",), "c": ("cerro",), "ch": ("chile", "chillan"),
    "ctral": ("central",), "d": ("de", "del", "diego"), "dgo": ("domingo",), "e": ("estacion",), "est": ("estacion",),
    "fco": ("francisco",), "fdo": ("fernando",), "gral": ("general",), "hdo": ("hurtado",), "i": ("isla",),
    "j": ("javier", "joaquin", "jose", "juan"), "jse": ("jose",), "l": ("la", "lago", "las", "los"),
    "m": ("maria", "monte"), "ma": ("maria",), "n": ("nueva",), "p": ("padre", "pedro", "puente", "puerto", "punta"),
    "pdo": ("pedro",), "pta": ("punta",), "pte": ("puente",), "pto": ("puerto",), "q": ("quinta",), "qta": ("quinta",),
    "r": ("rio",), "s": ("san", "santa", "santo"), "sn": ("san",), "snta": ("santa",), "sta": ("santa",),
    "sto": ("santo",), "t": ("teodoro", "tierra", "torres"), "v": ("villa", "vina"), "vte": ("vicente",),
}  # fmt: skip


def _repaired(text: str) -> str:
    """UTF-8 once read as cp1252 («ViÃ±a») put right; any other text as it came."""
    if "Ã" not in text and "Â" not in text:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _without_links(folded: str) -> str:
    """«isla de maipo» as «isla maipo», the key of those who leave the small words out, or put one too many."""
    first, *rest = folded.split() or [""]
    return " ".join([first, *(word for word in rest if word not in _LINKS)])


def _with_holes(name: str) -> str:
    """The name as a reader that lost its accented letters writes it: «Vi?a del Mar»."""
    return "".join(c if c.isascii() else "?" for c in squeeze(name).casefold())


class Gazetteer:
    """The communes by every way of writing them. Pure and immutable once built."""

    def __init__(self, names: Mapping[str, str], spellings: Iterable[tuple[str, str]], areas: Areas) -> None:
        """`names`: code → official name; `spellings`: (as written or folded, code)."""
        self.names = dict(names)
        self.areas = areas
        pairs = [*((name, code) for code, name in self.names.items()), *spellings]
        self._codes = self._unique((compact(fold(text)), code) for text, code in pairs)
        self._words = [fold(name).split() for name in self.names.values()]
        self._linkless = self._unique((_without_links(fold(text)), code) for text, code in pairs)
        self._holes = self._unique((_with_holes(text), code) for text, code in pairs if not text.isascii())

    @classmethod
    def from_rows(cls, communes: Iterable[Mapping], spellings: Iterable[Mapping]) -> "Gazetteer":
        """Build from the rows of the CUT list and of the spellings.

        Columns: cod_region, region, abrev_region, cod_provincia, provincia, cod_comuna, comuna; and cod_comuna, grafia.
        """
        communes = list(communes)
        regions = {row["cod_region"]: (row["region"], row["abrev_region"]) for row in communes}
        provinces = {row["cod_provincia"]: row["provincia"] for row in communes}
        names = {row["cod_comuna"]: row["comuna"] for row in communes}
        known = ((row["grafia"], row["cod_comuna"]) for row in spellings if row["cod_comuna"])
        return cls(names, known, Areas(regions, provinces))

    @staticmethod
    def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Key → code, without the keys that two communes share."""
        found: dict[str, set[str]] = {}
        for key, code in pairs:
            found.setdefault(key, set()).add(code)
        return {key: codes.pop() for key, codes in found.items() if key and len(codes) == 1}

    def resolve(self, text: object) -> str | None:
        """The code of the commune that the text names, or None when it names none, or more than one."""
        written = squeeze(_repaired(str(text))) if text is not None else ""
        if code := _CODE.match(written):
            return self._known(code[1])
        if within := _CODE_WITHIN.search(written):
            code = self._known(within[1])
            rest = _CODE_LABEL.sub(" ", written[: within.start()] + " " + written[within.end() :])
            rest = squeeze(rest).strip(" -–,;:.()")
            is_same = not rest or fold(rest) in _LABELS or self.resolve(rest) == code
            return code if code and is_same else None
        return self._name(written) or self._name_and_area(fold(written)) or self._pieces(written)

    def region(self, text: str) -> str | None:
        """The code of the region that the text names («V Región», «O'Higgins», «RM»), or None."""
        area = self.areas.region(fold(text))
        return area.prefix if area else None

    def _known(self, digits: str) -> str | None:
        code = digits.zfill(5)
        return code if code in self.names else None

    def _name(self, written: str) -> str | None:
        """One commune's name and nothing else, with or without «comuna de» and abbreviations."""
        if "\ufffd" in written or "?" in written:
            return self._holes.get(squeeze(written.replace("\ufffd", "?")).casefold())
        folded = fold(written)
        bare = _PREFIX.sub("", folded)
        candidates = [folded, bare]
        if bare.startswith("del ") and bare != folded:
            candidates.append("el " + bare[4:])
        candidates.append(_SUFFIX.sub("", bare))
        for phrase in candidates:
            if code := self._codes.get(compact(phrase)) or self._abbreviated(phrase):
                return code
        return self._linkless.get(_without_links(bare)) if " " in bare else None

    def _abbreviated(self, folded: str) -> str | None:
        """«pto montt» → Puerto Montt, when every way to write the words out leads to one commune."""
        words = folded.split()
        if not 2 <= len(words) <= 6 or not any(word in _ABBREVIATIONS for word in words):
            return None
        ways = product(*((word, *_ABBREVIATIONS.get(word, ())) for word in words))
        codes = {code for way in ways if (code := self._codes.get("".join(way)))}
        initials = [word for word in words if len(word) == 1]
        return codes.pop() if len(codes) == 1 and not (initials and self._fit(words) > 1) else None

    def _fit(self, words: list[str]) -> int:
        """How many communes these words could name, a single letter standing for any word that begins with it."""
        return sum(
            len(name) == len(words)
            and all(
                full == word or (len(word) == 1 and full.startswith(word))
                for word, full in zip(words, name, strict=True)
            )
            for name in self._words
        )

    def _name_and_area(self, folded: str) -> str | None:
        """«quillota v region», «recoleta rm»: a name, then an area that says what it is and holds the commune."""
        words = folded.split()
        for cut in range(1, len(words)):
            code = self._name(" ".join(words[:cut]))
            tail = self.areas.readings(" ".join(words[cut:])) if code else []
            if any(area.is_labelled and area.covers(code) for area in tail):
                return code
        return None

    def _pieces(self, written: str) -> str | None:
        """Name and areas apart by commas, dashes or brackets: every piece must be understood and agree."""
        pieces = [piece for part in _SEPARATORS.split(written) for piece in self._hyphens(squeeze(part))]
        pieces = [piece for piece in pieces if fold(piece) and fold(piece) not in _LABELS]
        read = [(self._name(p) or self._name_and_area(fold(p)), self.areas.readings(fold(p)), p) for p in pieces]
        read = [(code, areas) for code, areas, p in read if code or areas or not _LOCAL.match(fold(p))]
        if not read:
            return None
        first = read[0][0]
        if first and all(self._agrees(first, other, is_narrow_first=True) for other in read[1:]):
            return first
        codes = set()
        for place, (code, _) in enumerate(read[1:], start=1):
            others = read[:place] + read[place + 1 :]
            if code and all(self._agrees(code, other, is_narrow_first=False) for other in others):
                codes.add(code)
        return codes.pop() if len(codes) == 1 else None

    def _hyphens(self, piece: str) -> list[str]:
        """«Quillota-Valparaíso» in two, «Llay-Llay» in one."""
        if "-" not in piece or self._name(piece):
            return [piece]
        return piece.split("-")

    @staticmethod
    def _agrees(code: str, other: tuple[str | None, list[Area]], *, is_narrow_first: bool) -> bool:
        """Whether another piece repeats the commune or names an area around it.

        Before the name, an area that is also a commune could be meant as such: there it must say that it is an area.
        """
        other_code, areas = other
        if other_code == code:
            return True
        return any(area.covers(code) and (is_narrow_first or area.is_labelled or other_code is None) for area in areas)
