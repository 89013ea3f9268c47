"""HTML → tagged PDF. Importing this module loads WeasyPrint (1.4 s): `incubator.paper` does so on the first page."""

import gc
import logging
import os
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from incubator.paper.errors import PaperError

STATIC = Path(__file__).resolve().parent.parent / "static" / "minga"
_BASE = STATIC.as_uri() + "/"
_GC_THRESHOLD = 50_000
# Pango's font maps are not safe to share between threads, and two layouts at once would double the memory.
_ONE_AT_A_TIME = threading.Lock()


class OurFiles(URLFetcher):
    """Serves the files shipped in `incubator/static/minga` and nothing else, from the network or the disk."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file",), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None):
        """One of our static files; anything else stops the printing."""
        path = Path(url.removeprefix("file://").split("?")[0].split("#")[0])
        if not url.startswith("file:///") or not path.resolve().is_relative_to(STATIC):
            raise ValueError(f"not one of our files: {url[:120]}")
        return super().fetch(url, headers)


class _Complaints(logging.Handler):
    """Collects what WeasyPrint calls an error: a missing anchor, a picture without alternative text."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.append(record.getMessage())


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _stylesheet(name: str) -> CSS:
    return CSS(filename=STATIC / name, url_fetcher=OurFiles(), font_config=_fonts())


@contextmanager
def _fixed_font_dates() -> Iterator[None]:
    """fontTools stamps each font it cuts with the clock, unless this variable says the moment."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def _quiet_collector() -> Iterator[None]:
    """Layout makes millions of living boxes: let the collector look at them seldom (−19 % of the time)."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_GC_THRESHOLD, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def tagged_pdf(html: str, stylesheets: tuple[str, ...]) -> bytes:
    """The document laid out and tagged, before its finishing pass. Raises PaperError on any defect WeasyPrint names."""
    complaints, logger = _Complaints(), logging.getLogger("weasyprint")
    with _ONE_AT_A_TIME, _quiet_collector(), _fixed_font_dates(), warnings.catch_warnings():
        # WeasyPrint 70 leaves its own colour profile to the collector instead of closing it.
        warnings.simplefilter("ignore", ResourceWarning)
        logger.addHandler(complaints)
        try:
            document = HTML(string=html, base_url=_BASE, url_fetcher=OurFiles())
            pdf = document.write_pdf(
                stylesheets=[_stylesheet(name) for name in stylesheets],
                font_config=_fonts(),
                pdf_variant="pdf/a-3a",
            )
        except FatalURLFetchingError as error:
            raise PaperError(f"{error}: a document prints only files shipped with Minga.") from error
        finally:
            logger.removeHandler(complaints)
    if complaints.sentences:
        raise PaperError("; ".join(dict.fromkeys(complaints.sentences)))
    return pdf
