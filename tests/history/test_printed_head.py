"""Every sealed report carries the head of the chain of that day, and for ever that one."""

from datetime import date, datetime

import pytest
from django.template.loader import render_to_string

from incubator import calendars, chain
from reports.documents.base import Paper
from reports.models import Report
from tests.reports.world import MAY, World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    made = World(groups=1)
    made.session(date(2021, 5, 6), made.cases[0])
    return made


def _words(paper):
    verification = {"code": "AAAA", "url": "https://minga.invalid/verificar/AAAA", "qr": ""}
    return render_to_string("print/seal.html", {"verification": verification, "chain": paper.chain, "note": ""})


def test_a_sealed_report_prints_the_head_of_that_day_and_keeps_it(world):
    chain.extend(calendars.now())
    head = chain.head()
    paper = Paper.of(world.sealed(MAY))
    assert paper.chain["first"] + paper.chain["second"] == head.digest
    words = _words(paper)
    assert f"hasta el bloque {head.number}" in words
    chain.extend(datetime(2021, 6, 30, tzinfo=calendars.ZONE))
    assert chain.head().number == 2
    assert _words(Paper.of(Report.objects.get())) == words


def test_before_the_first_block_nothing_is_printed(world):
    paper = Paper.of(world.sealed(MAY))
    assert paper.chain is None
    assert "encadenada" not in _words(paper)
