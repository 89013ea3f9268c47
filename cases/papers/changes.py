"""What one version of a base text says and another does not: part by part and article by article."""

from dataclasses import dataclass

from cases.papers.comparison import Change
from cases.papers.marked import Piece, side_by_side
from cases.papers.texts import BaseText


@dataclass(frozen=True)
class TextChange:
    """One part or article that differs; the pieces say what each version has alone."""

    heading: str
    change: Change
    former: list[Piece]
    later: list[Piece]


def text_changes(former: BaseText, later: BaseText) -> list[TextChange]:
    """In the order of the later version, then what it leaves out."""
    one, other = _said(former), _said(later)
    found = []
    for key in [*other, *(key for key in one if key not in other)]:
        before, after = one.get(key, ("", "")), other.get(key, ("", ""))
        if before == after:
            continue
        change = Change.CHANGED if key in one and key in other else Change.ADDED if key in other else Change.MISSING
        found.append(TextChange(after[0] or before[0], change, *side_by_side(before[1], after[1])))
    return found


def _said(text: BaseText) -> dict[str, tuple[str, str]]:
    """Key → (heading, everything it says)."""
    found = {}
    for section in text.section:
        if section.text.strip():
            found[f"part:{section.key}"] = (section.heading or text.title, section.text.strip())
        for one in section.article:
            notes = [f"Norma: {one.basis}"] * bool(one.basis) + [f"Verifique: {one.verify}"] * bool(one.verify)
            notes += [f"Cumple: {', '.join(one.clauses)}"] * bool(one.clauses)
            found[one.key] = (one.heading, "\n".join([one.heading, one.text.strip(), *notes]))
    return found
