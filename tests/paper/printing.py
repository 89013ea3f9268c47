"""Prints the samples with their own templates beside the project's."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.template import engines

from incubator import paper
from tests.paper import sample

TEMPLATES = Path(__file__).parent / "templates"


@contextmanager
def _our_templates_too() -> Iterator[None]:
    """Lends the engine another folder: overriding the setting would build an engine without the suite's strictness."""
    engine = engines["django"].engine
    before = engine.dirs
    engine.dirs = [*before, TEMPLATES]
    try:
        yield
    finally:
        engine.dirs = before


def printed(template: str, context: dict, **arguments) -> bytes:
    """The sample as PDF, with its fixed date."""
    with _our_templates_too():
        return paper.render_pdf(
            template,
            context,
            title=sample.TITLE,
            created=sample.CREATED,
            author="Municipalidad de Quillota",
            **arguments,
        )


def printed_report() -> bytes:
    """The sealed sample report with its workbook inside."""
    return printed("sample_report.html", sample.context(), attachments=[sample.WORKBOOK])


def print_hash() -> None:
    """What another process runs to tell whether it prints the same bytes."""
    import django

    django.setup()
    sys.stdout.write(hashlib.sha256(printed_report()).hexdigest())
