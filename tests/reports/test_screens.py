"""The screens of reports: what each person sees, does and is refused."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse

from incubator import calendars, causes
from incubator.enums import Role
from incubator.models import ReadingLog
from reports import services
from reports.models import Report
from tests import factories
from tests.reports.world import JUNE, MAY, TEXTS, World, a_month

pytestmark = pytest.mark.django_db(transaction=True)
IN_JUNE = date(2021, 6, 5)


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    cache.clear()
    with calendars.travel(IN_JUNE):
        yield World(groups=2)


def enter(client, user, *, lately=True):
    """The person is in; `lately` with the password typed a moment ago."""
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    if lately:
        client.post(reverse("account_reauthenticate"), {"password": "una clave larga"})
    return client


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_an_officer_prepares_writes_and_asks_and_the_coordination_seals(world, client):
    a_month(world, MAY)
    enter(client, world.officer)
    assert "Preparar mayo de 2021" in text_of(client.get(reverse("report_list")))
    data = {"incubator": world.place.pk, "agreement": world.agreement.pk, "period": "2021-05"}
    page = client.post(reverse("report_compose"), data, follow=True)
    report = Report.objects.get()
    assert "Falta escribir el relato" in text_of(page)
    page = client.post(reverse("report_narrative", args=[report.pk]), TEXTS, follow=True)
    assert "El relato quedó guardado" in text_of(page)
    assert "Falta que quien prepara pida el sello" in text_of(page)
    client.post(reverse("report_ask_seal", args=[report.pk]))
    enter(client, world.coordinator)
    form = client.get(reverse("report_seal", args=[report.pk]))
    assert "Las cifras se cuentan de nuevo" in text_of(form)
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', form.content.decode())[1]
    page = client.post(reverse("report_seal", args=[report.pk]), {"seen": seen}, follow=True)
    assert "El informe quedó sellado" in text_of(page)
    assert Report.objects.get().state == "sealed"


def test_a_seal_refused_for_moved_figures_stays_on_the_page_with_the_difference(world, client):
    world.session(date(2021, 5, 6), world.cases[0])
    draft = world.asked(MAY, IN_JUNE)
    enter(client, world.coordinator)
    form = client.get(reverse("report_seal", args=[draft.pk])).content.decode()
    world.session(date(2021, 5, 27), world.cases[0])
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', form)[1]
    answer = client.post(reverse("report_seal", args=[draft.pk]), {"seen": seen})
    assert answer.status_code == 422
    assert "1,5 antes, 3,0 ahora" in text_of(answer)
    assert "Las cifras cambiaron desde que se calcularon" in text_of(
        client.get(reverse("report_detail", args=[draft.pk]))
    )


def test_each_number_links_to_the_rows_that_add_up_to_it_and_crosses_link_to_none(world, client):
    a_month(world, MAY)
    report = world.compose(MAY, IN_JUNE)
    enter(client, world.officer)
    page = client.get(reverse("report_detail", args=[report.pk])).content.decode()
    links = set(re.findall(r'href="(/informes/\d+/filas/[^"]+)"', page))
    assert len(page.encode()) < 80_000
    assert len(links) > 30
    assert not any("attendance" in link and "courses" not in link for link in links)
    for link in links:
        answer = client.get(link.replace("&amp;", "&"))
        assert answer.status_code == 200, link
        assert "<tbody>" in answer.content.decode(), link
    assert f"/informes/{report.pk}/filas/annex_people/attended/" in links
    for key in ("annex_groups", "annex_meetings", "annex_people", "annex_proofs"):
        assert client.get(reverse("report_annex", args=[report.pk, key])).status_code == 200
    assert client.get(reverse("report_annex", args=[report.pk, "attendance"])).status_code == 404
    rows = client.get(reverse("report_rows", args=[report.pk, "kinds", "minutes"]) + "?fila=session")
    assert "2,75" in text_of(rows)
    assert "R-5" in text_of(rows)
    assert client.get(reverse("report_rows", args=[report.pk, "attendance", "total"])).status_code == 404
    assert client.get(reverse("report_rows", args=[report.pk, "kinds", "minutes"]) + "?fila=x").status_code == 404


def test_a_report_out_of_reach_does_not_exist(world, client):
    report = world.compose(MAY, IN_JUNE)
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("03101"))
    enter(client, stranger)
    assert "mayo de 2021" not in text_of(client.get(reverse("report_list")))
    for name in ("report_detail", "report_seal", "report_withdraw", "report_correct", "report_hand_over"):
        assert client.get(reverse(name, args=[report.pk])).status_code == 404, name
    assert client.get(reverse("report_file", args=[report.pk, "report_pdf"])).status_code == 404
    assert client.get(reverse("report_rows", args=[report.pk, "kinds", "minutes"])).status_code == 404
    assert client.get(reverse("report_annex", args=[report.pk, "annex_people"])).status_code == 404
    data = {"incubator": world.place.pk, "agreement": world.agreement.pk, "period": "2021-05"}
    assert client.post(reverse("report_compose"), data).status_code == 404


def test_the_agency_sees_a_report_only_once_delivered_and_without_the_annex(world, client):
    report = world.sealed(MAY, IN_JUNE)
    enter(client, world.analyst)
    assert client.get(reverse("report_detail", args=[report.pk])).status_code == 404
    services.deliver(by=world.university, report=report, on=IN_JUNE)
    page = client.get(reverse("report_detail", args=[report.pk]))
    assert "Observar el informe" in text_of(page)
    assert "Anexo nominal (" not in text_of(page)
    assert client.get(reverse("report_file", args=[report.pk, "annex_pdf"])).status_code == 404
    answer = client.post(reverse("report_observe", args=[report.pk]), {"reason": ""})
    assert answer.status_code == 422


def test_a_download_asks_for_the_password_again(world, client):
    report = world.compose(MAY, IN_JUNE)
    enter(client, world.officer, lately=False)
    answer = client.get(reverse("report_file", args=[report.pk, "report_xlsx"]))
    assert answer.status_code == 302
    assert "reauthenticate" in answer["Location"]
    enter(client, world.officer)
    answer = client.get(reverse("report_file", args=[report.pk, "report_xlsx"]))
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="informe-05501-2021-05-borrador.xlsx"'


def test_the_coordination_hands_the_annex_over_and_the_agency_downloads_it(world, client, monkeypatch):
    monkeypatch.undo()
    calendars.set_clock(IN_JUNE)
    world.session(date(2021, 5, 6), world.cases[0])
    report = services.deliver(by=world.university, report=world.sealed(MAY, IN_JUNE), on=IN_JUNE)
    enter(client, world.coordinator)
    form = {
        "requesting_body": world.agreement.funder_id,
        "receiving_body": world.agreement.funder_id,
        "official": "Ana Soto",
        "procedure": "Rendición",
        "data_asked": "Nombre y RUN",
        "legal_basis": "Resolución Exenta N.º 3884",
        "covers_from": "2021-05-01",
        "covers_to": "2021-05-31",
    }
    page = client.post(reverse("report_hand_over", args=[report.pk]), form, follow=True)
    assert "La entrega quedó registrada" in text_of(page)
    enter(client, world.analyst)
    answer = client.get(reverse("report_file", args=[report.pk, "annex_pdf"]))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert ReadingLog.objects.filter(by=world.analyst, purpose="report_annex").count() == 1
    calendars.set_clock(None)


def test_anybody_may_check_a_code_and_learns_no_name(world, client):
    report = world.sealed(MAY, IN_JUNE)
    assert client.get(reverse("verify")).status_code == 200
    typed = report.code.lower().replace("0", "o").replace("1", "l")
    answer = client.post(reverse("verify"), {"code": f" {typed[:4]}-{typed[4:]} "})
    assert answer["Location"] == f"/verificar/{report.code}"
    page = text_of(client.get(answer["Location"]))
    assert "Documento válido" in page
    assert "Incubadora de Quillota" in page
    assert "mayo de 2021" in page
    assert world.coordinator.full_name not in page
    assert world.officer.full_name not in page
    services.withdraw(by=world.coordinator, report=report, on=IN_JUNE, reason="Se selló con un error.")
    page = text_of(client.get(f"/verificar/{report.code}"))
    assert "Documento retirado" in page
    assert "Se selló con un error" not in page


def test_a_superseded_report_and_an_unknown_code_say_so(world, client):
    report = world.sealed(MAY, IN_JUNE)
    draft = services.correct(by=world.officer, report=report, on=IN_JUNE)
    services.ask_seal(by=world.officer, report=draft, on=IN_JUNE, at=report.sealed_at)
    assert "Documento válido" in text_of(client.get(f"/verificar/{report.code}"))
    world.seal(draft, IN_JUNE)
    assert "la versión 2 lo reemplaza" in text_of(client.get(f"/verificar/{report.code}"))
    assert client.get("/verificar/0000000000000000").status_code == 404
    assert client.get("/verificar/x").status_code == 404
    assert client.post(reverse("verify"), {"code": "123"}).status_code == 422


def test_asking_for_many_codes_must_wait(world, client):
    answers = [client.get("/verificar/0000000000000000").status_code for _ in range(33)]
    assert answers[:30] == [404] * 30
    assert answers[-1] == 429


def test_my_day_says_whose_turn_it_is(world):
    def tasks(user):
        found = [task for task in causes.tasks(user, IN_JUNE) if task.key.startswith("report:")]
        return [re.sub(r"<[^>]+>", "", str(task.sentence)) for task in found]

    assert tasks(world.officer) == ["El informe de mayo de 2021 espera que lo preparen."]
    draft = world.compose(MAY, IN_JUNE)
    assert tasks(world.officer) == ["El informe de mayo de 2021 espera su relato y que se pida el sello."]
    services.write_narrative(by=world.officer, report=draft, on=IN_JUNE, **TEXTS)
    services.ask_seal(by=world.officer, report=draft, on=IN_JUNE, at=calendars.now())
    assert tasks(world.officer) == []
    assert tasks(world.coordinator) == ["El informe de mayo de 2021 espera el sello."]
    sealed = world.seal(draft, IN_JUNE)
    assert tasks(world.university) == ["El informe de mayo de 2021 espera que lo entreguen a la agencia."]
    services.deliver(by=world.university, report=sealed, on=IN_JUNE)
    assert tasks(world.analyst) == ["El informe de mayo de 2021 espera la respuesta de la agencia."]
    assert tasks(world.university) == []


def test_the_list_asks_few_queries_whatever_its_length(world, client, django_assert_max_num_queries):
    enter(client, world.officer)
    world.sealed(MAY, IN_JUNE)
    for month in (JUNE, JUNE.plus(1), JUNE.plus(2)):
        world.compose(month, month.first)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("report_list"))
    assert len(page.content) < 80_000
    assert text_of(page).count("Borrador") == 3
