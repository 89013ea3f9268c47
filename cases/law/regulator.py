"""What the regulator's register says of a cooperative: that it exists («vigente»), and that it files («activa»).

They are two facts: a cooperative in force may be inactive. The codes and words are the regulator's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from cases.law.checklists import FOLDER
from cases.law.loading import read
from cases.law.typing_rows import BrokenPackError, field_of, only

FILE = "regulator.toml"
EXISTENCE, SITUATION = "existence", "situation"
#: The codes that programmes and funds look for: in force, and filing.
IN_FORCE, ACTIVE = 2, 1


@dataclass(frozen=True)
class Register:
    """The words of the register by code, and which states answer to each legal status of ours."""

    words: Mapping[str, Mapping[int, str]]
    expected: Mapping[str, tuple[int, ...]]
    reviewed_on: date
    source: str

    def label(self, kind: str, code: int) -> str:
        """«Vigente», «Inactiva»."""
        return self.words[kind][code]

    def agrees(self, legal_status: str, code: int) -> bool:
        """Whether the state of the register is one that our legal status may have there."""
        return code in self.expected[legal_status]

    def expects(self, legal_status: str) -> list[str]:
        """The words that the register should say of a legal status."""
        return [self.words[EXISTENCE][code] for code in self.expected[legal_status]]


@lru_cache(maxsize=1)
def register() -> Register:
    """The register's words, read once."""
    return load()


def load(folder: Path = FOLDER) -> Register:
    """The file, read and checked. Raises BrokenPackError at the first thing that cannot be."""
    content = read(folder / FILE)
    only(content, ("reviewed_on", "source", EXISTENCE, SITUATION, "expected"), FILE)
    words = {kind: _words(content, kind) for kind in (EXISTENCE, SITUATION)}
    expected = {}
    for status, codes in field_of(content, "expected", dict, FILE).items():
        unknown = [code for code in codes if code not in words[EXISTENCE]]
        if unknown or not codes:
            raise BrokenPackError(f"{FILE}, clave «{status}»: dice «{codes}» y no son estados del registro.")
        expected[status] = tuple(codes)
    return Register(
        words, expected, field_of(content, "reviewed_on", date, FILE), field_of(content, "source", str, FILE)
    )


def _words(content: dict[str, Any], kind: str) -> dict[int, str]:
    rows = field_of(content, kind, dict, FILE)
    wrong = [code for code, word in rows.items() if not code.isdigit() or not isinstance(word, str) or not word]
    if wrong:
        raise BrokenPackError(f"{FILE}, clave «{kind}»: «{wrong[0]}» no vale.")
    return {int(code): word for code, word in rows.items()}
