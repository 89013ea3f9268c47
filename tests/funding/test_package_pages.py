"""The room «Paquete y envío» and its pages, through the doors that people use."""

import hashlib
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.funding.life import FundState
from cases.services.funding import applications, packages
from incubator import calendars, files
from incubator.enums import Role
from incubator.models import ReadingLog
from tests.factories.people import incubator, user_with
from tests.funding import packaged
from tests.funding.packaged import AT, DAY
from tests.funding.scene import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def that_day():
    with calendars.travel(AT):
        yield


@pytest.fixture
def waiting(place):
    """(application in review that lacks nothing, its team)."""
    case, team = packaged.a_case(place)
    return packaged.reviewed(packaged.written(case, team), team), team


def _page(client, name, *args):
    answer = client.get(reverse(name, args=args))
    return answer, answer.content.decode()


def test_the_coordinator_approves_it_from_the_page_and_its_files_are_made(enter, waiting):
    application, team = waiting
    client = enter(team.coordinator)
    _, page = _page(client, "application_package", application.pk)
    assert "Todo listo para aprobar" in page
    assert "Aprobar y congelar el paquete" in page
    answer = client.post(reverse("application_approve", args=[application.pk]), follow=True)
    page = answer.content.decode()
    package = application.packages.get()
    assert "La postulación quedó lista, y su paquete congelado." in page
    assert package.sha256 in page
    assert "01-formulario.pdf" in page
    assert fresh(application).state == FundState.READY
    assert package.files.count() == 7
    answer = client.post(reverse("application_approve", args=[application.pk]), follow=True)
    assert "se aprueba la que está en revisión" in answer.content.decode()
    assert application.packages.count() == 1


def test_what_is_lacking_stands_with_its_link_and_without_the_button(enter, waiting):
    application, team = waiting
    packaged.say(application, team, {"name": ""}, at=AT)
    client = enter(team.coordinator)
    _, page = _page(client, "application_package", application.pk)
    assert "Para dejarla lista falta" in page
    assert "Falta que el grupo confirme este texto" in page
    assert reverse("application_confirm", args=[application.pk]) in page
    assert reverse("application_section", args=[application.pk, "project"]) in page
    assert "Aprobar y congelar el paquete" not in page
    answer = client.post(reverse("application_approve", args=[application.pk]), follow=True)
    assert "falta completarlo" in answer.content.decode()
    assert not application.packages.exists()


def test_the_officer_reads_it_and_does_not_approve(enter, waiting):
    application, team = waiting
    client = enter(team.officer)
    _, page = _page(client, "application_package", application.pk)
    assert "Aprobar y congelar el paquete" not in page
    assert "La aprueba la coordinación" in page
    assert client.post(reverse("application_approve", args=[application.pk])).status_code == 403


def test_one_file_and_the_zip_are_taken_and_the_reserved_one_is_not(enter, place):
    package, team = packaged.a_package(place)
    fund, client = package.application.pk, enter(team.officer)
    form = package.files.get(name="01-formulario.pdf")
    answer = client.get(reverse("package_file", args=[fund, package.pk, form.pk]))
    assert b"".join(answer.streaming_content) == files.read(form.sha256)
    assert answer["Content-Disposition"] == 'attachment; filename="01-formulario.pdf"'
    reserved = package.files.get(is_reserved=True)
    assert client.get(reverse("package_file", args=[fund, package.pk, reserved.pk])).status_code == 404
    answer = client.get(reverse("package_zip", args=[fund, package.pk]))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archived:
        assert "documento-reservado-1.pdf" not in archived.namelist()
        assert "02-datos.json" in archived.namelist()


def test_another_municipality_and_the_funder_find_no_package(enter, place):
    package, _ = packaged.a_package(place)
    far = user_with(Role.COORDINATOR, at=incubator("05502"))
    funder = user_with(Role.FUNDER_ANALYST, at=package.application.call.agreement)
    url = reverse("package_sheet", args=[package.application.pk, package.pk])
    assert enter(far).get(url).status_code == 404
    assert enter(funder).get(url).status_code == 403


def test_a_package_is_reached_through_its_own_application_alone(enter, place):
    package, team = packaged.a_package(place)
    case, _ = packaged.a_case(place)
    other = packaged.written(case, team, key="otro-fondo")
    client = enter(team.coordinator)
    for name in ("package_sheet", "package_zip", "package_text", "package_hand_over"):
        assert client.get(reverse(name, args=[other.pk, package.pk])).status_code == 404


def test_the_copying_sheet_shows_each_field_with_its_count_and_goes_as_text(enter, place):
    package, team = packaged.a_package(place)
    client = enter(team.officer)
    _, page = _page(client, "package_sheet", package.application.pk, package.pk)
    assert page.index("Por qué hace falta") < page.index("Quiénes ayudan") < page.index("Total que se pide")
    assert "8 de 20 palabras" in page
    assert 'data-copies="texto-project-why"' in page
    answer, text = _page(client, "package_text", package.application.pk, package.pk)
    assert answer["Content-Type"].startswith("text/plain")
    assert "Cosemos por encargo y nos falta una máquina." in text


def test_a_file_is_compared_with_what_was_frozen_and_not_kept(enter, place):
    package, team = packaged.a_package(place)
    client, url = enter(team.officer), reverse("package_verify", args=[package.application.pk])
    form = files.read(package.files.get(name="01-formulario.pdf").sha256)
    answer = client.post(url, {"upload": SimpleUploadedFile("lo-que-tengo.pdf", form)})
    assert "«01-formulario.pdf» del paquete 1" in answer.content.decode()
    answer = client.post(url, {"upload": SimpleUploadedFile("otro.pdf", form + b" ")})
    assert "No es ninguno de los congelados" in answer.content.decode()
    assert not files.is_stored(hashlib.sha256(form + b" ").hexdigest())
    halves = f"{package.sha256[:32].upper()} {package.sha256[32:]}"
    answer = client.post(url, {"digest": halves})
    assert "02-datos.json" in answer.content.decode()
    answer = client.post(url, {"digest": "abc"})
    assert "Una huella tiene 64" in answer.content.decode()


def test_two_packages_are_compared_on_a_page(enter, place):
    first, team = packaged.a_package(place)
    application = fresh(first.application)
    applications.reopen(by=team.officer, application=application, on=DAY)
    packaged.say(application, team, {"why": "Nos faltan dos máquinas."})
    second = packaged.ready(packaged.reviewed(application, team), team)
    client = enter(team.officer)
    _, page = _page(client, "package_differences", application.pk, second.pk)
    assert "<ins>" in page
    assert "El proyecto: Por qué hace falta" in page
    assert client.get(reverse("package_differences", args=[application.pk, first.pk])).status_code == 404
    _, page = _page(client, "application_package", application.pk)
    assert "Lo reemplazó otro" in page


def test_the_coordinator_writes_the_register_and_takes_the_documents_from_its_row(enter, place):
    package, team = packaged.a_package(place)
    fund, client = package.application.pk, enter(team.coordinator)
    url, reserved = reverse("package_hand_over", args=[fund, package.pk]), package.files.get(is_reserved=True)
    said = {
        "files": [reserved.pk], "recipient": "Servicio de Ejemplo", "purpose": "Acreditar", "on": DAY.isoformat(),
        "requesting_body": "Servicio de Ejemplo", "official": "Jefatura", "procedure": "Postulación 2021",
        "data_asked": "Credencial", "legal_basis": "Resolución 12", "covers_from": "2021-01-01", "covers_to": "2021-12-31",
    }  # fmt: skip
    wrong = client.post(url, said | {"official": ""})
    assert "register" not in wrong.content.decode()
    assert not package.hand_overs.exists()
    page = client.post(url, said, follow=True).content.decode()
    row = package.hand_overs.get()
    assert reverse("fund_hand_over_zip", args=[fund, package.pk, row.pk]) in page
    before = ReadingLog.objects.count()
    answer = client.get(reverse("fund_hand_over_zip", args=[fund, package.pk, row.pk]))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archived:
        assert archived.namelist() == ["documento-reservado-1.pdf"]
    assert ReadingLog.objects.count() == before + 1
    client = enter(team.officer)
    assert client.get(reverse("fund_hand_over_zip", args=[fund, package.pk, row.pk])).status_code == 403
    assert client.get(url).status_code == 403


def test_files_that_could_not_be_made_are_made_later_from_the_page(enter, waiting):
    application, team = waiting
    package = packaged.ready(application, team, with_files=False)
    client = enter(team.officer)
    _, page = _page(client, "application_package", application.pk)
    assert "Hacer los archivos" in page
    client.post(reverse("package_make_files", args=[application.pk, package.pk]))
    assert package.files.count() == 7
    assert len(packages.make_files(by=team.officer, package=package, on=DAY)) == 7


def test_the_room_asks_no_more_when_there_are_more_packages(enter, place):
    first, team = packaged.a_package(place)
    application, client = fresh(first.application), enter(team.officer)
    url = reverse("application_package", args=[application.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in (2, 3):
        applications.reopen(by=team.officer, application=fresh(application), on=DAY)
        packaged.say(application, team, {"why": f"Razón {number}."})
        packaged.ready(packaged.reviewed(application, team), team)
    client.get(url)  # what is due is counted again after each act, whatever page comes next
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few) <= 12
