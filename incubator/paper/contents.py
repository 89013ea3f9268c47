"""The contents of a document, taken from its own headings so that the two never disagree."""

import re
from dataclasses import dataclass

from django.utils.html import strip_tags

#: Where `base_print.html` leaves room for them.
PLACE = "<!-- contents -->"
_HEADING = re.compile(r"<h([23])(?P<attributes>[^>]*)>(?P<inside>.*?)</h\1>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class _Entry:
    level: int
    anchor: str
    text: str


def with_contents(html: str) -> str:
    """The document with an anchor on every h2 and h3 and, where there is place, a list of links to those after it."""
    entries: list[_Entry] = []

    def anchored(match: re.Match[str]) -> str:
        attributes, level = match["attributes"], int(match[1])
        found = _ID.search(attributes)
        anchor = found[1] if found else f"punto-{len(entries) + 1}"
        if not found:
            attributes += f' id="{anchor}"'
        entries.append(_Entry(level, anchor, " ".join(strip_tags(match["inside"]).split())))
        return f"<h{level}{attributes}>{match['inside']}</h{level}>"

    before, place, after = html.partition(PLACE)
    if not place:
        return html
    after = _HEADING.sub(anchored, after)
    return before + _listed(entries) + after


def _listed(entries: list[_Entry]) -> str:
    """One flat list: nesting would add bullets to hear and nothing to see."""
    lines = [
        f'<li class="level-{entry.level}" data-target="#{entry.anchor}"><a href="#{entry.anchor}">{entry.text}</a></li>'
        for entry in entries
    ]
    return f'<ol class="contents">{"".join(lines)}</ol>' if lines else ""
