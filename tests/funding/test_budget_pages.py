"""The rooms of money as people use them: writing a budget, its sums and findings, quotations, documents, who sees what."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cases.funding.bases.shapes import AskedDocument, Item
from cases.funding.words import DocumentKind, DocumentOf
from cases.models import FundBudget, VaultDocument
from incubator import calendars
from incubator.enums import Role
from incubator.models import ReadingLog
from tests.authorization.corners import upload
from tests.factories.people import user_with
from tests.funding.money_scene import ADDS_UP, DAY, ITEMS, an_asking, line, money_bases, presented, written
from tests.funding.scene import agreement_of
from tests.support.papers import is_for_everybody

pytestmark = pytest.mark.django_db
STANDING = AskedDocument("standing", DocumentKind.LEGAL_STANDING, "Certificado de vigencia", valid_days=30)
#: What the shell asks on every page: session, person, posts, notices.
FIXED = 12
CREDENTIAL = AskedDocument("rnd", DocumentKind.DISABILITY, "Credencial", DocumentOf.PERSON)


@pytest.fixture(autouse=True)
def _on_the_day():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def asking(place):
    items = (*ITEMS, Item("gear", "Equipos", quotations=1))
    return an_asking(place, money_bases(items=items, documents=(STANDING, CREDENTIAL)))


def _text(answer):
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def _file(answer):
    assert answer.status_code == 200, answer.status_code
    return b"".join(answer.streaming_content)


def _at(name, application, *more):
    return reverse(name, args=[application.pk, *more])


def _vault(name, asking, *more):
    return reverse(name, args=[asking.case.organization_id, *more])


def _rows(*rows, seen=1, **more):
    said = {"seen": seen, "lineas-TOTAL_FORMS": len(rows), "lineas-INITIAL_FORMS": 0, **more}
    for place, row in enumerate(rows):
        said |= {f"lineas-{place}-{name}": value for name, value in row.items()}
    return said


TOOLS = {"item": "tools", "name": "Torno", "m1": "500.000", "own_cash": "100.000"}


def test_from_nothing_to_a_presented_budget(enter, officer, asking):
    client = enter(officer)
    assert "Empezar el presupuesto" in _text(client.get(_at("application_budget", asking)))
    answer = client.post(_at("budget_start", asking))
    draft = FundBudget.objects.get()
    edit = _at("budget_edit", asking, draft.pk)
    assert answer.url == edit
    assert _text(client.get(edit)).count("Mes 3") == 2  # one empty line, and the template of the next
    text = _text(client.post(edit, _rows(TOOLS), follow=True))
    assert "Pide $ 500.000 en «Herramientas»: es 100 % de lo pedido y las bases permiten 60 %" in text
    assert "De dónde sale:" in text
    work = {"item": "work", "name": "Instructora", "m1": "200000", "m2": "300.000", "own_kind": "50.000"}
    text = _text(client.post(edit, _rows(TOOLS, work, {}, seen=2), follow=True))
    assert "<strong>$ 1.000.000</strong>se pide al fondo" in text
    assert "Para presentarlo falta" not in text
    day = {"presentar-on": "15-06-2021"}
    assert "quedó presentado" in _text(client.post(_at("budget_present", asking, draft.pk), day, follow=True))
    assert client.get(edit).status_code == 404


def test_one_line_more_without_script_keeps_what_was_typed(enter, officer, asking):
    draft = written(asking, [line()])
    more = _rows(TOOLS | {"name": "Torno usado"}, seen=2, add_row="lineas")
    text = _text(enter(officer).post(_at("budget_edit", asking, draft.pk), more))
    assert "Torno usado" in text
    assert 'name="lineas-1-name"' in text
    assert draft.lines.get().name == "Torno"


def test_a_stale_save_changes_nothing_and_stays_on_the_page(enter, officer, asking):
    draft = written(asking, [line()])
    text = _text(enter(officer).post(_at("budget_edit", asking, draft.pk), _rows(TOOLS | {"name": "Sierra"}, seen=1)))
    assert "Otra persona guardó este presupuesto mientras usted escribía" in text
    assert 'value="Sierra"' in text
    assert draft.lines.get().name == "Torno"


def test_a_line_is_taken_away_even_with_something_wrong_in_it(enter, officer, asking):
    draft = written(asking)
    rows = _rows(TOOLS, {"item": "work", "name": "Instructora", "m1": "mucho", "remove": "on"}, seen=2)
    assert enter(officer).post(_at("budget_edit", asking, draft.pk), rows).status_code == 302
    assert [row.name for row in draft.lines.all()] == ["Torno"]


def test_a_version_is_compared_printed_and_downloaded(enter, officer, asking):
    first = presented(asking)
    second = written(asking, [ADDS_UP[1], line("Sierra", months=(400_000, 0, 0), own_cash=100_000)])
    client = enter(officer)
    text = _text(client.get(_at("application_budget", asking)))
    assert "Qué cambió desde la versión 1" in text
    assert "<b>Sierra</b>. Se agregó, con $ 500.000." in text
    assert "Es una versión anterior" in _text(client.get(_at("budget_version", asking, first.pk)))
    is_for_everybody(client.get(_at("budget_pdf", asking, second.pk)).content, "print/fund_budget.html")
    book = load_workbook(BytesIO(client.get(_at("budget_workbook", asking, second.pk)).content))
    assert book.sheetnames == ["Léeme", "Líneas", "Por ítem", "Comprobaciones"]
    assert [cell.value for cell in book["Líneas"][2]][:4] == ["Herramientas", "Sierra", 400_000, 0]
    assert [cell.value for cell in book["Por ítem"][4]] == ["Total", 900_000, 100_000, 50_000, 1_050_000]


def test_a_quotation_is_of_a_line_and_its_file_is_of_whoever_reads_legal_papers(enter, officer, asking, place):
    written(asking, [line("Horno", "gear")])
    client = enter(officer)
    said = {"line": "gear\x1fHorno", "supplier": "Hornos Sur", "supplier_rut": "76.086.428-6", "amount": "480.000"}
    said |= {"quoted_on": "10-06-2021", "document_file": upload("horno.pdf")}
    assert "dígito verificador" in _text(client.post(_at("quotation_new", asking), said))
    said |= {"supplier_rut": "76.086.428-5", "document_file": upload("horno.pdf")}
    assert "$ 480.000 con impuestos" in _text(client.post(_at("quotation_new", asking), said, follow=True))
    row = asking.quotations.get()
    text = _text(client.post(_at("quotation_choose", asking, row.pk), follow=True))
    assert "la línea tiene $ 20.000 de más" in text
    assert _file(client.get(_at("quotation_file", asking, row.pk)))
    university = user_with(Role.UNIVERSITY_COORDINATOR, at=agreement_of(place))
    assert enter(university).get(_at("application_budget", asking)).status_code == 200
    assert enter(university).get(_at("quotation_file", asking, row.pk)).status_code == 404
    assert "Apartada" in _text(enter(officer).post(_at("quotation_set_aside", asking, row.pk), follow=True))


def test_a_document_is_kept_and_the_room_says_that_it_ends_before_the_closing(enter, officer, asking):
    client = enter(officer)
    assert "Falta" in _text(client.get(_at("application_documents", asking)))
    said = {"kind": "legal_standing", "subject": "group", "happened_on": "01-06-2021"}
    assert "Adjunte el archivo" in _text(client.post(_vault("vault_new", asking), said))
    said |= {"document_file": upload("vigencia.pdf")}
    assert "Certificado de vigencia" in _text(client.post(_vault("vault_new", asking), said, follow=True))
    text = _text(client.get(_at("application_documents", asking)))
    assert "Vence antes del cierre" in text
    assert "Pida uno desde el 13-07-2021 y a más tardar el 12-08-2021." in text
    kept = VaultDocument.objects.get()
    assert _file(client.get(_vault("vault_file", asking, kept.pk)))
    assert "ya no cuenta" in _text(
        client.post(_vault("vault_set_aside", asking, kept.pk), {"why": "Era otro"}, follow=True)
    )


def _credential(client, asking):
    said = {"kind": "disability", "subject": "person", "person": asking.signer_id, "happened_on": "01-06-2021"}
    client.post(_vault("vault_new", asking), said | {"document_file": upload("credencial.pdf")})
    return VaultDocument.objects.get()


def test_a_reserved_document_is_a_number_and_a_digest_for_the_auditor_and_nothing_for_the_adviser(
    enter, officer, asking, place
):
    reserved = _credential(enter(officer), asking)
    assert _file(enter(officer).get(_vault("vault_file", asking, reserved.pk)))
    assert ReadingLog.objects.get().persons == [asking.signer_id]
    auditor = user_with(Role.AUDITOR, at=agreement_of(place))
    text = _text(enter(auditor).get(_vault("group_vault", asking)))
    assert "Documento reservado 1" in text
    assert reserved.evidence.sha256 in text
    assert "Credencial" not in text
    assert enter(auditor).get(_vault("vault_file", asking, reserved.pk)).status_code == 404
    adviser = user_with(Role.ADVISOR, at=agreement_of(place), groups=[asking.case.organization])
    text = _text(enter(adviser).get(_vault("group_vault", asking)))
    assert "reservado" not in text
    assert enter(adviser).get(_vault("vault_file", asking, reserved.pk)).status_code == 404
    rooms = {who: _text(enter(who).get(_at("application_documents", asking))) for who in (adviser, auditor, officer)}
    assert [">Está<" in rooms[who] for who in (adviser, auditor, officer)] == [False, False, True]
    assert enter(adviser).post(_vault("vault_set_aside", asking, reserved.pk), {"why": "x"}).status_code == 404


def test_the_representative_reads_how_its_application_stands_and_no_file(enter, asking):
    representative = user_with(Role.REPRESENTATIVE, at=asking.case.organization)
    written(asking)
    client = enter(representative)
    assert "Torno" in _text(client.get(_at("application_budget", asking)))
    assert "Certificado de vigencia" in _text(client.get(_at("application_documents", asking)))
    assert client.get(_vault("group_vault", asking)).status_code == 403
    assert client.post(_at("budget_start", asking)).status_code == 403


def test_another_municipality_finds_nothing_and_a_child_goes_with_its_parent(enter, officer, asking, place):
    draft = written(asking)
    other = an_asking(place, case=asking.case, key="otro-2021")
    client = enter(officer)
    for name in ("budget_version", "budget_edit", "budget_pdf", "budget_workbook"):
        assert client.get(_at(name, other, draft.pk)).status_code == 404
    from tests import factories

    stranger = factories.people.officer_of(factories.incubator("05801"))
    for name in ("application_budget", "application_documents"):
        assert enter(stranger).get(_at(name, asking)).status_code == 404
    assert enter(stranger).get(_vault("group_vault", asking)).status_code == 404


def test_queries_do_not_grow_with_lines_versions_or_documents(enter, officer, asking):
    client = enter(officer)
    presented(asking)
    counts = []
    for size in (1, 12):
        draft = written(asking, [line(f"Cosa {number}", own_cash=100_000) for number in range(size)])
        for number in range(size):
            with calendars.travel(DAY - timedelta(days=number)):
                said = {"kind": "statutes", "subject": "group", "happened_on": f"{calendars.today():%d-%m-%Y}"}
                client.post(_vault("vault_new", asking), said | {"document_file": upload(f"e{size}{number}.pdf")})
        counts.append(
            [
                _queries(client, address)
                for address in (
                    _at("application_budget", asking),
                    _at("budget_edit", asking, draft.pk),
                    _at("application_documents", asking),
                    _vault("group_vault", asking),
                )
            ]
        )
    assert counts[0] == counts[1]
    assert max(counts[0]) <= FIXED + 12, counts


def _queries(client, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
