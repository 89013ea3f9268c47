"""One-page documents of the demonstration, so that every fact has a real file behind it."""

from datetime import UTC, datetime

from incubator import paper

_MADE = datetime(2021, 3, 1, tzinfo=UTC)
_pages: dict[str, bytes] = {}


def page(title: str) -> bytes:
    """A PDF of one page with its title, printed once for each title."""
    if title not in _pages:
        context = {"title": title, "draft": False}
        _pages[title] = paper.render_pdf("print/demonstration_page.html", context, title=title, created=_MADE)
    return _pages[title]
