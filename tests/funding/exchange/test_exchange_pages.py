"""Calls and results through the pages: what a file says becomes drafts, what is wrong is told, and ours go out."""

import json
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.enums import Stage
from cases.funding.bases.written import bases_of
from cases.funding.exchange import documents, giving, reading, writing
from cases.funding.life import FundState
from cases.models import BasesVersion, FundingCall, PastAward
from incubator import calendars
from incubator.enums import Role
from incubator.models import Evidence
from tests import factories
from tests.funding import scene, walking
from tests.funding.exchange.books import CALL, EMPTY

pytestmark = pytest.mark.django_db
NOON = datetime(2021, 6, 15, 12, tzinfo=calendars.ZONE)


@pytest.fixture(autouse=True)
def noon():
    with calendars.travel(NOON):
        yield


@pytest.fixture
def team(place):
    """The officer who reads the file, and the coordination who may check what it brought."""
    factories.people.coordinator_of(place)
    return factories.people.officer_of(place)


def book(*calls):
    return writing.workbook(calls, title="Llamados", about=[("Convenio", "Prueba")])


def sent(client, name, content, url="fund_exchange", **said):
    """The file sent through the door, and the page that answers."""
    upload = SimpleUploadedFile(name, content)
    answer = client.post(reverse(url), {"place": "0", "file": upload, **said}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_workbook_of_the_calls_becomes_drafts_that_somebody_else_checks(enter, team):
    page = sent(enter(team), "llamados.xlsx", book(CALL, EMPTY))
    assert "Llamados en el archivo: 2 (nuevos: 2," in page
    assert "Se leyó todo el archivo." in page
    made = {call.key: call for call in FundingCall.objects.all()}
    assert set(made) == {CALL.key, EMPTY.key}
    (version,) = made[CALL.key].versions.all()
    assert (bases_of(version), version.checked_on, version.url) == (CALL.bases, None, CALL.url)
    assert list(version.authors.all()) == [team]
    assert made[EMPTY.key].agency.is_private


def test_reading_the_same_file_again_changes_nothing(enter, team):
    client, content = enter(team), book(CALL, EMPTY)
    sent(client, "llamados.xlsx", content)
    before = list(BasesVersion.objects.order_by("pk").values_list("pk", "number", "revision", "content"))
    page = sent(client, "llamados.xlsx", content)
    assert "nuevos: 0, con bases nuevas en borrador: 0, sin cambios: 2, no guardados: 0" in page
    assert list(BasesVersion.objects.order_by("pk").values_list("pk", "number", "revision", "content")) == before


def test_what_a_person_corrects_in_the_workbook_changes_the_draft(enter, team):
    client = enter(team)
    sent(client, "llamados.xlsx", book(CALL))
    taken = client.get(reverse("fund_workbook")).content
    opened = openpyxl.load_workbook(BytesIO(taken))
    sheet = opened["Llamados"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Máximo por proyecto")
    sheet.cell(2, column, 9_000_000)
    out = BytesIO()
    opened.save(out)
    page = sent(client, "corregida.xlsx", out.getvalue())
    assert "con bases nuevas en borrador: 1" in page
    (version,) = FundingCall.objects.get(key=CALL.key).versions.all()
    assert bases_of(version).money.maximum == 9_000_000


def test_a_bad_cell_is_told_with_its_row_its_column_and_what_it_says(enter, team):
    opened = openpyxl.load_workbook(BytesIO(book(CALL, EMPTY)))
    sheet = opened["Llamados"]
    sheet.cell(2, next(cell.column for cell in sheet[1] if cell.value == "Monto total"), "mucho")
    out = BytesIO()
    opened.save(out)
    page = sent(enter(team), "llamados.xlsx", out.getvalue())
    assert "Hoja «Llamados», fila 2, columna «Monto total» dice «mucho»: escriba un número entero" in page
    assert FundingCall.objects.count() == 2
    assert bases_of(FundingCall.objects.get(key=CALL.key).versions.get()).money.total is None


def test_a_json_is_read_as_well_and_taken_away_the_same(enter, team):
    client = enter(team)
    page = sent(client, "llamados.json", documents.to_json([CALL, EMPTY]).encode())
    assert "Llamados en el archivo: 2 (nuevos: 2," in page
    taken = client.get(reverse("fund_json"))
    assert taken["Content-Disposition"] == 'attachment; filename="llamados-2021-06-15.json"'
    read = documents.read_json(taken.content)
    assert {call.key: call for call in read.calls} == {CALL.key: CALL, EMPTY.key: EMPTY}
    assert "sin cambios: 2" in sent(client, "llamados.json", taken.content)


def test_a_plain_list_gives_drafts_to_complete_and_says_so(enter, team):
    rows = "Institución;Fondo;Fecha de cierre;Monto\nFOSIS;Yo Emprendo;12-07-2021 14:00;$ 500.000\n"
    page = sent(enter(team), "fondos.csv", rows.encode())
    assert "nuevos: 1," in page
    assert "Por completar" in page
    call = FundingCall.objects.get()
    assert (call.programme, call.agency.name) == ("Yo Emprendo", "FOSIS")
    assert bases_of(call.versions.get()).money.maximum == 500_000
    assert "sin cambios: 1" in sent(enter(team), "fondos.csv", rows.encode())


def test_what_is_no_file_of_calls_says_what_to_bring(enter, team):
    page = sent(enter(team), "otra.json", b'{"calls": []}')
    assert "El JSON debe decir «schema»" in page
    assert FundingCall.objects.count() == 0


def test_the_result_is_only_of_whoever_brought_the_file(enter, team, place):
    sent(enter(team), "llamados.xlsx", book(CALL))
    address = reverse("fund_file", kwargs={"evidence": Evidence.objects.get(kind="fund").pk})
    other = factories.people.coordinator_of(place)
    assert enter(team).get(address).status_code == 200
    assert enter(other).get(address).status_code in (403, 404)


def test_the_empty_workbook_is_read_without_a_call_and_without_a_fault(enter, team):
    taken = enter(team).get(reverse("fund_blank"))
    assert reading.read(taken.content, "vacia.xlsx") == reading.Read()


RESULTS = (
    "id_proyecto,titulo,responsable,fondo,anio,estado,monto_asignado_clp\n"
    "1,Feria,Fundación Challa,fondo-regional,2020,Selección,17370681\n"
    "2,Taller,[persona natural 1],fondo-regional,2020,Selección,10043477\n"
    "3,Festival,Otra,fondo-regional,2020,Lista de Espera,30000000\n"
)


def test_a_row_of_a_waiting_list_is_no_award_and_a_person_keeps_no_name(enter, team):
    client = enter(team)
    page = sent(client, "resultados.csv", RESULTS.encode(), "past_awards_read", funder="Servicio de Ejemplo")
    assert "Resultados nuevos: 2. Ya estaban: 0. Filas que no son adjudicaciones (lista de espera u otras): 1." in page
    assert "Fundación Challa" in page
    assert "persona natural" not in page
    assert sorted(PastAward.objects.values_list("recipient", "amount")) == [("", 10_043_477), ("Fundación Challa", 17_370_681)]  # fmt: skip
    again = sent(client, "resultados.csv", RESULTS.encode(), "past_awards_read", funder="Servicio de Ejemplo")
    assert "Resultados nuevos: 0. Ya estaban: 2." in again
    assert PastAward.objects.count() == 2


def test_the_results_are_found_by_their_title(enter, team):
    client = enter(team)
    sent(client, "resultados.csv", RESULTS.encode(), "past_awards_read", funder="Servicio de Ejemplo")
    found = client.get(reverse("past_awards"), {"q": "feria"}).content.decode()
    assert "Feria" in found
    assert "Taller" not in found


def test_without_awards_there_is_no_package_and_the_page_says_so(enter, team):
    answer = enter(team).get(reverse("fund_giving"), follow=True)
    assert "Todavía no hay adjudicaciones" in answer.content.decode()


def test_our_awards_go_out_valid_and_without_the_name_of_an_informal_group(enter, place):
    officer = factories.people.officer_of(place)
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        draft = scene.an_application(case, scene.a_call(place))
    one = walking.walked(draft, FundState.AWARDED)
    with calendars.travel(datetime(2021, 9, 20, 12, tzinfo=calendars.ZONE)):
        taken = enter(officer).get(reverse("fund_giving"))
    document = json.loads(taken.content)
    assert giving.package(giving.read_package(taken.content).awards, title="a", publisher="b", issued=date(2021, 9, 20))
    (grant,) = document["grants"]
    assert (grant["amountAwarded"], grant["id"]) == (5_000_000, f"minga-{one.code}")
    assert case.organization.name not in taken.content.decode()
    assert one.signer.surname_1 not in taken.content.decode()


@pytest.mark.parametrize("address", ["fund_exchange", "fund_blank", "past_awards_read"])
def test_whoever_enters_no_calls_reads_no_files(enter, place, address):
    reader = factories.people.user_with(Role.WEB_EDITOR, at=place)
    assert enter(reader).get(reverse(address)).status_code == 403


def test_the_list_of_calls_leads_to_the_files_and_only_whoever_enters_calls_is_offered_to_read_one(enter, team):
    page = enter(team).get(reverse("fund_list")).content.decode()
    for name in ("fund_exchange", "past_awards", "fund_workbook", "fund_json", "fund_applications"):
        assert f'href="{reverse(name)}"' in page, name
    auditor = factories.people.user_with(Role.AUDITOR, at=scene.agreement_of(team.posts.get().incubator))
    assert f'href="{reverse("fund_exchange")}"' not in enter(auditor).get(reverse("fund_list")).content.decode()
