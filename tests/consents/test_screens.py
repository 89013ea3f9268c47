"""The pages of authorisations, as an officer and a coordinator use them."""

from io import BytesIO

import pikepdf
import pytest

from incubator.models import Consent, ConsentText, ReadingLog
from incubator.purposes import Purpose
from incubator.services import consents
from tests import factories
from tests.consents.conftest import TODAY
from tests.support.papers import is_for_everybody

pytestmark = pytest.mark.django_db


def test_the_page_of_a_person_says_yes_no_and_never_asked(enter, officer, people):
    consents.give(by=officer, person=people[0], purpose=Purpose.PHOTO, on=TODAY, channel="paper")
    consents.withdraw(by=officer, person=people[0], purpose=Purpose.WHATSAPP, on=TODAY)
    page = enter(officer).get(f"/personas/{people[0].pk}/").content.decode()
    assert page.count("desde el 15-06-2021") >= 2
    assert page.count("Sin preguntar") == len(Purpose) - 2


def test_giving_is_one_page_and_taking_back_another_shorter_one(enter, officer, people):
    client, person = enter(officer), people[0]
    read = client.get(f"/personas/{person.pk}/autorizaciones/fotografias-y-videos/").content.decode()
    assert "Nadie me fotografía si digo que no" in read
    client.post(
        f"/personas/{person.pk}/autorizaciones/fotografias-y-videos/",
        {"on": "15-06-2021", "channel": "read_aloud", "said": "mark", "witness": "Ana Soto", "supports": ["easy_read"]},
    )
    assert consents.allows([person.pk], Purpose.PHOTO, TODAY) == {person.pk}
    done = client.post(
        f"/personas/{person.pk}/autorizaciones/fotografias-y-videos/retirar/",
        {"on": "2021-06-15", "channel": "phone"},
        follow=True,
    )
    assert "Ya rige." in done.content.decode()
    assert consents.allows([person.pk], Purpose.PHOTO, TODAY) == set()
    assert Consent.objects.count() == 2


def test_what_lacks_is_said_beside_the_form_and_nothing_is_written(enter, officer, people):
    answer = enter(officer).post(
        f"/personas/{people[0].pk}/autorizaciones/fotografias-y-videos/",
        {"on": "2021-06-15", "channel": "phone", "said": "spoken"},
    )
    assert "anote quién fue testigo" in answer.content.decode()
    assert not Consent.objects.exists()


def test_the_history_shows_the_supports_only_to_whoever_may_and_logs_it(enter, officer, coordinator, people, case):
    consents.give(
        by=officer, person=people[0], purpose=Purpose.PHOTO, on=TODAY, channel="paper", supports=["sign_language"]
    )
    address = f"/personas/{people[0].pk}/autorizaciones/"
    assert "intérprete de lengua de señas" in enter(officer).get(address).content.decode().lower()
    assert ReadingLog.objects.filter(purpose="consents", by=officer).count() == 1
    auditor = factories.user_with("auditor", at=factories.agreement())
    shown = enter(auditor).get(address).content.decode().lower()
    assert "fotografías y videos" in shown
    assert "intérprete de lengua" not in shown


def test_a_group_counts_who_is_left_to_ask(enter, officer, people, case):
    consents.give(by=officer, person=people[0], purpose=Purpose.PHOTO, on=TODAY, channel="paper")
    answer = enter(officer).get(f"/grupos/{case.organization_id}/autorizaciones/")
    photo = next(row for row in answer.context["purposes"] if row["purpose"] == Purpose.PHOTO)
    assert [len(photo[name]) for name in ("given", "refused", "unasked")] == [1, 0, 2]


def test_a_groups_page_asks_the_same_however_many_they_are(enter, officer, case, django_assert_max_num_queries):
    client, address = enter(officer), f"/grupos/{case.organization_id}/autorizaciones/"
    client.get(address)
    for _ in range(6):
        factories.member(case.organization, by=officer)
    with django_assert_max_num_queries(22):
        client.get(address)


@pytest.mark.parametrize("query", ["", "?lectura=facil"])
def test_the_sheets_of_a_group_are_accessible_paper(enter, officer, people, case, query):
    answer = enter(officer).get(f"/grupos/{case.organization_id}/autorizaciones/hoja.pdf{query}")
    assert answer["Content-Type"] == "application/pdf"
    is_for_everybody(answer.content, "print/consent_sheet.html")
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) >= len(people)


def test_a_coordinator_writes_another_version_and_the_delegate_reads_it(enter, coordinator, case):
    client = enter(coordinator)
    assert client.get("/autorizaciones/textos/").status_code == 200
    address = f"/autorizaciones/{case.incubator_id}/textos/fotografias-y-videos/"
    client.post(address, {"text": "Nuevo.", "easy_text": "Nuevo.", "in_force_from": "2021-06-15"})
    assert ConsentText.objects.get(incubator=case.incubator).version == 2
    delegate = factories.user_with("data_delegate", at=case.incubator)
    client = enter(delegate)
    assert "Nuevo." in client.get("/autorizaciones/textos/").content.decode()
    assert client.get(address).status_code == 403


def test_a_coordinator_says_that_the_institution_is_private_and_reads_what_that_means(enter, coordinator, case):
    client, adviser = enter(coordinator), factories.agreement().adviser
    address = f"/institucion-asesora/{case.incubator_id}/{adviser.pk}/"
    assert "Pública" in client.get("/institucion-asesora/").content.decode()
    done = client.post(address, {"nature": "private", "since": "2021-06-15"}, follow=True)
    assert "Privada, sin contrato" in done.content.decode()
    assert client.get(f"{address}contrato/").status_code == 200
