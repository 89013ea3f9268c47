"""Small charts as SVG: one markup for screen and paper, with its text alternative inside and its own typeface.

Colours are attributes that print as they are; the screen's style sheet may override them by class (`chart-text`,
`chart-soft`, `chart-bar`, `chart-series-1` …). Every bar carries its number, so that colour is never the only sign.
"""

import textwrap
from collections.abc import Sequence
from decimal import Decimal

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from incubator.paper.formats import number

_TYPE = "Atkinson Hyperlegible Next, Atkinson Hyperlegible Next Ext, sans-serif"

Number = int | float | Decimal

WIDE, NARROW = 680, 440  # a narrow chart is read on a phone without going sideways for long
_SIZE = 17  # of the letters; 12 pt where the chart is as wide as the column of an A4 page
_LETTER = 8.6  # mean width of a letter at that size
_FIGURE = 10.2  # of a bold figure
_BAR, _GAP, _LINE = 24, 12, 20
_LABEL_LETTERS = 24
_TALL = 180  # of the longest column
_INK, _SOFT, _RULE = "#1c2024", "#4a5157", "#8d948f"
#: Fill and letter colour of each series, told apart in grey too; a sixth has no colour of its own.
_SERIES = (("#0b5a5c", "#fff"), ("#f0c987", _INK), ("#b3c6c9", _INK), ("#a8321f", "#fff"), ("#4a5157", "#fff"))


def bars(values: Sequence[tuple[str, Number]], *, title: str, unit: str = "", across: int = WIDE) -> SafeString:
    """Horizontal bars, one per (label, value ≥ 0), each with its number; `unit` is said in the text alternative.

    `across`: the width of the drawing, WIDE or NARROW.
    """
    labels = [_wrapped(label) for label, _ in values]
    left, top = _label_width(labels), 2.0
    scale = _scale([value for _, value in values], across - left - _number_width([value for _, value in values]))
    drawn = []
    for (_, value), lines in zip(values, labels, strict=True):
        height = max(_BAR, _LINE * len(lines))
        drawn.append(_label(lines, left - 14, top, height))
        width, y = float(value) * scale, top + (height - _BAR) / 2
        drawn.append(_rectangle(left, y, width, _SERIES[0][0], "chart-bar"))
        drawn.append(_text(left + width + 8, y + 18, number(value), weight=700))
        top += height + _GAP
    drawn.append(_axis(left, top - _GAP + 2))
    said = "; ".join(f"{label}: {number(value)}{' ' + unit if unit else ''}" for label, value in values)
    return _svg(top, f"{title}. {said}." if said else f"{title}. Sin datos.", drawn, across)


def stacked(
    rows: Sequence[tuple[str, Sequence[Number]]], *, series: Sequence[str], title: str, across: int = WIDE
) -> SafeString:
    """Horizontal bars cut in parts: one row per (label, values ≥ 0), one part per series, with key and totals."""
    if len(series) > len(_SERIES):
        raise ValueError(f"A stacked chart tells {len(_SERIES)} series apart, not {len(series)}.")
    labels = [_wrapped(label) for label, _ in rows]
    left = _label_width(labels)
    drawn, top = _key(series, across)
    start = top - 4
    scale = _scale([sum(map(float, values)) for _, values in rows], across - left - 90)
    for (_, values), lines in zip(rows, labels, strict=True):
        height = max(_BAR, _LINE * len(lines))
        drawn.append(_label(lines, left - 14, top, height))
        drawn += _parts(values, left, top + (height - _BAR) / 2, scale)
        top += height + _GAP
    drawn.append(_axis(left, top - _GAP + 2, start=start))
    said = "; ".join(
        f"{label}: " + ", ".join(f"{name} {number(value)}" for name, value in zip(series, values, strict=True))
        for label, values in rows
    )
    return _svg(top, f"{title}. {said}." if said else f"{title}. Sin datos.", drawn, across)


def columns(
    rows: Sequence[tuple[str, Sequence[Number]]],
    *,
    series: Sequence[str],
    title: str,
    piled: bool = False,
    across: int = WIDE,
) -> SafeString:
    """Upright columns along time: one group per (label, values ≥ 0), the series side by side or piled up, with key.

    Each column carries its number, a pile its total; nought has no column and no number.
    """
    if len(series) > len(_SERIES):
        raise ValueError(f"A chart of columns tells {len(_SERIES)} series apart, not {len(series)}.")
    drawn, top = _key(series, across)
    heights = [[sum(map(float, values))] if piled else values for _, values in rows]
    scale = _scale([value for values in heights for value in values], _TALL)
    foot, room = top + _LINE + _TALL, across / max(len(rows), 1)
    for position, (label, values) in enumerate(rows):
        middle = room * (position + 0.5)
        drawn += _piled(values, middle, foot, scale, room) if piled else _together(values, middle, foot, scale, room)
        lines = textwrap.wrap(str(label), max(4, int(room / _LETTER)), max_lines=2, placeholder=" …") or [""]
        drawn += [_text(middle, foot + _LINE * (n + 1), line, anchor="middle") for n, line in enumerate(lines)]
    drawn.append(f'<path class="chart-axis" d="M0 {foot:.1f}H{across}" stroke="{_RULE}" stroke-width="1"/>')
    said = "; ".join(
        f"{label}: " + ", ".join(f"{name} {number(value)}" for name, value in zip(series, values, strict=True))
        for label, values in rows
    )
    return _svg(foot + 2 * _LINE + 8, f"{title}. {said}." if said else f"{title}. Sin datos.", drawn, across)


def _together(values: Sequence[Number], middle: float, foot: float, scale: float, room: float) -> list[str]:
    """The columns of one group, side by side around its middle, each with its number on top."""
    drawn, width = [], min(_BAR * 1.5, room * 0.8 / max(len(values), 1))
    for position, value in enumerate(values):
        x, height = middle + width * (position - len(values) / 2), float(value) * scale
        css = f"chart-series-{position + 1}"
        drawn.append(_rectangle(x, foot - height, width - 1, _SERIES[position][0], css, height=round(height, 1)))
        if value:
            drawn.append(_text(x + width / 2, foot - height - 5, number(value), anchor="middle", weight=700))
    return drawn


def _piled(values: Sequence[Number], middle: float, foot: float, scale: float, room: float) -> list[str]:
    """The parts of one pile, the first at the foot, and the total on top."""
    drawn, width, y = [], min(_BAR * 2, room * 0.7), foot
    for position, value in enumerate(values):
        height = float(value) * scale
        y -= height
        css = f"chart-series-{position + 1}"
        drawn.append(_rectangle(middle - width / 2, y, width, _SERIES[position][0], css, height=round(height, 1)))
    total = sum((Decimal(str(value)) for value in values), Decimal(0))
    return [*drawn, _text(middle, y - 5, number(total), anchor="middle", weight=700)] if total else drawn


def _parts(values: Sequence[Number], x: float, y: float, scale: float) -> list[str]:
    """The parts of one bar, with their numbers where they fit, and the total after them."""
    drawn = []
    for position, value in enumerate(values):
        fill, letters = _SERIES[position]
        width, text = float(value) * scale, number(value)
        drawn.append(_rectangle(x, y, width, fill, f"chart-series-{position + 1}"))
        if len(text) * _LETTER * 1.15 + 6 < width:
            css = f"chart-on-bar chart-on-{position + 1}"
            drawn.append(_text(x + width / 2, y + 18, text, anchor="middle", fill=letters, css=css))
        x += width
    total = sum((Decimal(str(value)) for value in values), Decimal(0))
    return [*drawn, _text(x + 8, y + 18, number(total), weight=700)]


def _key(series: Sequence[str], across: float) -> tuple[list[str], float]:
    """The key of the colours, in the order of the parts, and the height it takes."""
    drawn, x, y = [], 0.0, 2.0
    for position, name in enumerate(series):
        width = 26 + len(name) * _LETTER + 22
        if x and x + width > across + 22:
            x, y = 0.0, y + 28
        drawn.append(_rectangle(x, y, 18, _SERIES[position][0], f"chart-series-{position + 1}", height=18))
        drawn.append(_text(x + 26, y + 15, name))
        x += width
    return drawn, y + 36


def _wrapped(label: str) -> list[str]:
    return textwrap.wrap(str(label), _LABEL_LETTERS, max_lines=2, placeholder=" …") or [""]


def _label_width(labels: list[list[str]]) -> float:
    letters = max((len(line) for lines in labels for line in lines), default=0)
    return round(letters * _LETTER + 18)


def _number_width(values: Sequence[Number]) -> float:
    """What to keep free after the longest bar, so that no number is cut by the edge of the drawing."""
    return max([90.0, *(10 + _FIGURE * len(number(value)) for value in values)])


def _scale(values: Sequence[Number], room: float) -> float:
    """Units of drawing per unit of value, so that the longest bar takes the room."""
    if any(value < 0 for value in values):
        raise ValueError("A bar has no length below zero: print these values as a table.")
    return room / float(max(values, default=0) or 1)


def _label(lines: list[str], x: float, top: float, height: float) -> str:
    first = top + (height - _LINE * len(lines)) / 2 + 16
    return "".join(_text(x, first + _LINE * i, line, anchor="end") for i, line in enumerate(lines))


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    weight: int = 400,
    fill: str = _INK,
    css: str = "chart-text",
) -> str:
    return (
        f'<text class="{css}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-family="{_TYPE}" font-size="{_SIZE}"'
        f' font-weight="{weight}" fill="{fill}">{conditional_escape(words)}</text>'
    )


def _rectangle(x: float, y: float, width: float, fill: str, css: str, height: float = _BAR) -> str:
    return f'<rect class="{css}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height}" fill="{fill}"/>'


def _axis(x: float, bottom: float, start: float = 0) -> str:
    """The line bars start from."""
    return f'<path class="chart-axis" d="M{x:.1f} {start:.1f}V{bottom:.1f}" stroke="{_RULE}" stroke-width="1"/>'


def _svg(height: float, alternative: str, drawn: list[str], across: int) -> SafeString:
    css = "chart chart-narrow" if across < WIDE else "chart"
    return mark_safe(  # noqa: S308 - numbers of ours and escaped words
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css}" viewBox="0 0 {across} {height:.0f}" role="img">'
        f"<title>{conditional_escape(alternative)}</title>{''.join(drawn)}</svg>"
    )
