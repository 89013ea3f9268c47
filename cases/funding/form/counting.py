"""How long a text is, as the agency counts it: characters with or without spaces, or words.

A line break counts as one character wherever it was typed, and a letter with its accent as one letter. The counter in
the browser (static/cases/counting.js) counts the same way.
"""

import unicodedata
from dataclasses import dataclass

from cases.funding.bases.shapes import Counting


def plain(text: str) -> str:
    """The text with one kind of line break, and each accented letter as one."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def count(text: str, counting: Counting) -> int:
    """How much of its limit a text takes."""
    said = plain(text)
    if counting == Counting.WORDS:
        return len(said.split())
    if counting == Counting.VISIBLE:
        return sum(not letter.isspace() for letter in said)
    return len(said)


@dataclass(frozen=True)
class Count:
    """What was used of a limit, or of none."""

    used: int
    limit: int | None
    counting: Counting

    @property
    def left(self) -> int | None:
        """What is left; negative when it is too long."""
        return None if self.limit is None else self.limit - self.used

    @property
    def words(self) -> str:
        """«312 de 500 palabras», or how much must go."""
        unit = Counting(self.counting).label
        if self.limit is None:
            return f"{_dotted(self.used)} {unit}"
        said = f"{_dotted(self.used)} de {_dotted(self.limit)} {unit}"
        return f"{said}. {over}" if (over := self.over) else said

    @property
    def over(self) -> str:
        """«Sobran 3 palabras», or nothing."""
        if self.left is None or self.left >= 0:
            return ""
        one, many = ("palabra", "palabras") if self.counting == Counting.WORDS else ("carácter", "caracteres")
        return f"Sobra 1 {one}." if self.left == -1 else f"Sobran {_dotted(-self.left)} {many}."


def counted(text: str, limit: int | None, counting: Counting) -> Count:
    """The count of a text against its limit."""
    return Count(count(text, counting), limit, Counting(counting))


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
