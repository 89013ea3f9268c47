"""What the RUN's cells of a row say: a valid RUN, none, another document, or a wrong one that is refused."""

import re
from dataclasses import dataclass

from cases.census.cells import is_blank, text_of
from incubator.country import clean_run, parse_run
from incubator.text import fold, squeeze
from incubator.workbooks.reading import Value

_LABEL = re.compile(
    r"^\s*(?:r\.?\s*u\.?\s*[nt]|c\.?\s*i|c[ée]dula(?: de identidad)?|n[°ºo.]+)\s*[.:°º]*\s*(?=\d)", re.IGNORECASE
)
_TRAILING_WORDS = re.compile(r"\s*\([^()]*\)\s*$")
_WHOLE_AS_DECIMAL = re.compile(r"(\d+)\.0+", re.ASCII)
_DOCUMENT_WORDS = re.compile(
    r"\b(?:pasaporte|passport|pasap|pas|dni|nie|ipe|ipa|extranjer\w*|visa|venezolan\w*|peruan\w*|bolivian\w*"
    r"|colombian\w*|haitian\w*|argentin\w*|ecuatorian\w*|cubano?a?|documento|credencial|folio)\b"
)
_PASSPORT = re.compile(r"[a-z]{1,3}[\s-]*\d{5,}[a-z]?")
_EXPONENT = re.compile(r"\d+(?:[.,]\d+)?e[+-]?\d+", re.IGNORECASE)
_ZEROS = re.compile(r"[0\s.,-]*")
#: Nobody alive has a RUN below these; without a hyphen a shorter one is a number that lacks its check digit.
_LEAST_BODY = 100_000
_LEAST_BODY_WITHOUT_HYPHEN = 1_000_000


@dataclass(frozen=True)
class Identity:
    """`run` canonical or None; `refused` is the value written when it is a wrong RUN, `also` another way to tell it."""

    run: str | None = None
    document: str = ""
    refused: str | None = None
    also: tuple[str, ...] = ()
    is_stated: bool = False


def read_identity(run_cell: Value | None, digit_cell: Value | None = None, *, is_split: bool = False) -> Identity:
    """The identity that the cells say; `is_split` when the sheet has a column for the check digit."""
    if is_blank(run_cell):
        return Identity()
    raw = text_of(run_cell)
    document = _other_document(raw)
    if document is not None:
        return Identity(document=document, is_stated=True)
    bare = _bare(raw)
    digit = "" if is_blank(digit_cell) else text_of(digit_cell).strip()
    written = f"{raw.strip()}-{digit}" if is_split and digit else raw
    run = _joined(bare, digit) if is_split else _whole(bare)
    if run:
        return Identity(run=run, is_stated=True)
    return Identity(refused=written, also=(raw.strip(),) if written != raw else (), is_stated=True)


def _other_document(raw: str) -> str | None:
    """The text of a passport or DNI; «» when the cell says there is no RUN; None when it writes a RUN."""
    folded = fold(raw)
    if not any(c.isdigit() for c in folded) or _ZEROS.fullmatch(raw):
        return ""
    if _EXPONENT.fullmatch(raw.strip()):
        return None
    if _DOCUMENT_WORDS.search(folded) or _PASSPORT.fullmatch(re.sub(r"^(?:rut|run|ci|dv)\b ?", "", folded)):
        return squeeze(raw)
    return None


def _bare(raw: str) -> str:
    text = _TRAILING_WORDS.sub("", _LABEL.sub("", raw))
    whole = _WHOLE_AS_DECIMAL.fullmatch(text.strip())
    return clean_run(whole[1] if whole else text)


def _whole(bare: str) -> str | None:
    """The RUN of a cell that holds number and check digit."""
    run = parse_run(bare)
    least = _LEAST_BODY if "-" in bare else _LEAST_BODY_WITHOUT_HYPHEN
    return run if run and int(run.split("-")[0]) >= least else None


def _joined(bare: str, digit: str) -> str | None:
    """The RUN of two cells; a cell that already holds its digit is taken whole."""
    digit = clean_run(_WHOLE_AS_DECIMAL.sub(r"\1", digit)).strip("-") or ("0" if digit.strip(" .-") else "")
    if "-" in bare.rstrip("-") or bare.endswith("K"):
        run = _whole(bare)
        return run if run and digit in ("", run[-1]) else None
    return _whole(f"{bare.rstrip('-')}-{digit}") if len(digit) == 1 else None
