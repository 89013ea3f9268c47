"""QR codes as SVG that stays sharp at any size."""

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

QUIET_ZONE = 4  # modules of white around the symbol, ISO/IEC 18004 §6.3.8


def _runs(line: tuple[bool, ...]) -> list[tuple[int, int]]:
    """(start, length) of each unbroken run of dark modules."""
    runs, start = [], None
    for position, dark in enumerate((*line, False)):
        if dark and start is None:
            start = position
        elif not dark and start is not None:
            runs.append((start, position - start))
            start = None
    return runs


def qr_svg(text: str, title: str) -> SafeString:
    """An inline SVG with the QR code of `text`; `title` is its text alternative.

    Each dark area is painted twice, by rows and by columns, so that no viewer shows a hairline where modules meet.
    """
    import segno

    rows = [tuple(bool(module) for module in row) for row in segno.make(text, error="m", micro=False).matrix]
    size = len(rows) + 2 * QUIET_ZONE
    path = []
    for y, row in enumerate(rows):
        path += [f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z" for x, length in _runs(row)]
    for x, column in enumerate(zip(*rows, strict=True)):
        path += [f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v{length}h-1z" for y, length in _runs(column) if length > 1]
    return mark_safe(  # noqa: S308 - numbers of ours and an escaped title
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {size} {size}" role="img">'
        f"<title>{conditional_escape(title)}</title>"
        f'<rect width="{size}" height="{size}" fill="#fff"/><path fill="#000" d="{"".join(path)}"/></svg>'
    )
