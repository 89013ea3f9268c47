"""One file, two standards: PDF/UA-1 for every reader, PDF/A-3a for the archive; and the same bytes every time."""

import hashlib
import os
import re
import socket
import subprocess
import sys
import threading
import zlib
from datetime import datetime
from io import BytesIO

import page
import pikepdf
import pytest

from config.demonstration import documents
from incubator import paper
from incubator.paper import engine
from incubator.paper.finishing import finish
from incubator.paper.saving import saved
from tests.paper import sample
from tests.paper.printing import printed, printed_report
from tests.support.databases import ROOT
from tests.support.papers import STANDARDS, is_for_everybody

APPS = ("incubator", "cases", "curricula", "reports", "cms", "config")


@pytest.mark.parametrize("document", ["report_pdf", "draft_pdf", "sheet_pdf"])
def test_a_document_meets_both_standards(document, request):
    is_for_everybody(request.getfixturevalue(document), document)


def test_a_document_of_the_demonstration_meets_them_too():
    is_for_everybody(documents.page("Acta de la asamblea"), "print/demonstration_page.html")


def test_the_validator_asks_many_rules_and_finds_a_defect(report_pdf):
    for profile in STANDARDS:
        assert page.validate_pdf_bytes(report_pdf, profile=profile).rules.total > 100
    with pikepdf.open(BytesIO(report_pdf)) as pdf:
        del pdf.Root.MarkInfo
        spoiled = BytesIO()
        pdf.save(spoiled)
    with pytest.raises(AssertionError):
        is_for_everybody(spoiled.getvalue(), "spoiled")


def test_no_document_is_left_unproven():
    """Each template that is printed is named by a test that asks both standards of it."""
    product = "\n".join(path.read_text() for app in APPS for path in sorted((ROOT / app).rglob("*.py")))
    printed = set(re.findall(r'render_pdf\(\s*"([^"]+)"', product))
    proven = "\n".join(path.read_text() for path in sorted((ROOT / "tests").rglob("test_*.py")))
    asked = set(re.findall(r'is_for_everybody\(.*"(print/[^"]+)"', proven))
    assert len(printed) > 10
    assert printed - asked == set()


def test_the_file_says_its_title_language_author_and_only_the_given_moment(report_pdf):
    with pikepdf.open(BytesIO(report_pdf)) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert str(pdf.Root.Lang) == "es-CL"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == sample.TITLE
        assert str(pdf.docinfo["/Author"]) == "Municipalidad de Quillota"
        assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20210705133000+00'00'"
    assert "<pdfaid:part>3<" in packet
    assert "<pdfaid:conformance>A<" in packet
    assert "<pdfuaid:part>1<" in packet
    assert sample.TITLE in packet
    assert "2021-07-05T13:30:00+00:00" in packet


def test_the_workbook_travels_inside_byte_by_byte(report_pdf):
    with pikepdf.open(BytesIO(report_pdf)) as pdf:
        (specification,) = pdf.Root.AF
        stream = specification.EF.F
        assert stream.read_bytes() == sample.WORKBOOK.content
        assert str(stream.Subtype) == f"/{paper.XLSX}"
        assert str(specification.AFRelationship) == "/Data"
        assert (str(specification.UF), str(specification.Desc)) == ("informe-2021-06.xlsx", "Las cifras del informe")
        assert list(pdf.attachments) == ["informe-2021-06.xlsx"]


def test_the_same_report_is_the_same_bytes_now_and_in_another_process(report_pdf):
    assert printed_report() == report_pdf
    script = "from tests.paper.printing import print_hash; print_hash()"
    settings_module = os.environ["DJANGO_SETTINGS_MODULE"]
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Easter", "DJANGO_SETTINGS_MODULE": settings_module},
    )  # fmt: skip
    assert other.stdout.split()[-1] == hashlib.sha256(report_pdf).hexdigest()


def test_two_threads_print_the_same_bytes_as_one(report_pdf):
    results: list[bytes] = []
    threads = [threading.Thread(target=lambda: results.append(printed_report())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [report_pdf, report_pdf]


def test_a_changed_figure_changes_the_bytes(report_pdf):
    context = sample.context()
    context["key_figures"][0] = ("29", "grupos con caso abierto (26 en mayo)")
    assert printed("sample_report.html", context, attachments=[sample.WORKBOOK]) != report_pdf


@pytest.mark.parametrize(
    "address",
    ["http://example.org/a.png", "file:///etc/hostname", "../../apps.py", "data:image/png;base64,iVBORw0KGgo="],
)
def test_nothing_is_fetched_but_our_own_files(address, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: pytest.fail("the printer asked the network"))
    html = f'<html lang="es-CL"><title>t</title><body><img src="{address}" alt="algo"></body></html>'
    with pytest.raises(paper.PaperError, match="only files shipped with Minga"):
        engine.tagged_pdf(html, ("print.css",))


def test_a_defect_stops_the_printing_instead_of_being_sealed():
    dead_link = '<html lang="es-CL"><title>t</title><body><p><a href="#no-existe">ver</a></p></body></html>'
    with pytest.raises(paper.PaperError, match="no-existe"):
        engine.tagged_pdf(dead_link, ("print.css",))


def test_a_typeface_of_the_machine_is_refused():
    html = '<html lang="es-CL"><title>t</title><body><p>文</p></body></html>'
    with pytest.raises(paper.PaperError, match="not shipped with Minga"):
        finish(engine.tagged_pdf(html, ("print.css",)), title="t", author="", language="es-CL",
               created=sample.CREATED, attachments=())  # fmt: skip


def test_our_style_sheets_hold_nothing_the_printer_ignores(caplog):
    for name in ("print.css", "print_draft.css"):
        engine._stylesheet.__wrapped__(name)
    assert [record.getMessage() for record in caplog.records if record.levelname != "INFO"] == []


@pytest.mark.parametrize("objects", [10, 2_000, 60_000])
def test_no_stream_ends_in_a_carriage_return_and_all_read_back(objects):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    # Deflated data ends in the low byte of one plus the sum of its bytes: three ways to make it 13.
    contents = [bytes([12]), b"a" * 500 + bytes([(12 - 500 * 97) % 256]), bytes(300) + bytes([12])]
    assert all(zlib.compress(data).endswith(b"\r") for data in contents)
    pdf.Root.Streams = pikepdf.Array([pdf.make_indirect(pikepdf.Stream(pdf, data)) for data in contents])
    pdf.Root.Many = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(N=n)) for n in range(objects)])
    content = saved(pdf)
    assert b"\r\nendstream" not in content
    with pikepdf.open(BytesIO(content)) as again:
        assert [stream.read_bytes() for stream in again.Root.Streams] == contents


def test_a_date_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        paper.render_pdf("base_print.html", {}, title="t", created=datetime(2021, 7, 5))


def test_importing_the_printer_does_not_load_its_engines():
    script = (
        "import sys, incubator.paper; assert not {'weasyprint', 'pikepdf', 'segno', 'fontTools'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
