"""The tab «Formalización»: what it says at each moment, who writes, who validates, and how few queries it asks."""

from datetime import date

import pytest
from django.urls import reverse

from cases.formalization.life import LegalEventKind, LegalState
from cases.models import LegalEvent, LegalFile, LegalReview
from incubator.enums import Role
from tests.authorization.corners import upload
from tests.factories.people import officer_of, user_with
from tests.legal.scene import DEED, act, acts, file_of, six, today

pytestmark = pytest.mark.django_db
K, S = LegalEventKind, LegalState
LATE = date(2021, 8, 25)


@pytest.fixture
def case():
    """A group of six with its deed."""
    made = six()
    act(made, K.DEED, DEED)
    return made


def _page(client, user, case, on, name="group_formalization"):
    client.force_login(user)
    with today(on):
        return client.get(reverse(name, args=[case.organization_id]))


def _text(answer):
    return " ".join(answer.content.decode().split())


def test_it_says_the_three_dates_the_steps_in_order_and_their_article(client, case):
    text = _text(_page(client, officer_of(case.incubator), case, date(2021, 7, 1)))
    assert "La constitución: En curso" in text
    assert "24-08-2021, a medianoche" in text
    assert "20-08-2021" in text  # two working days before, for the Gazette
    assert "Ley General de Cooperativas, art. 7" in text
    steps = text[text.index('id="pasos"') :]
    places = [steps.index(words) for words in ("constitutiva", "Reducir el acta", "Inscribir en el", "recibir el rol")]
    assert places == sorted(places)
    assert "6 integrantes ≥ 5" in text


def test_after_the_term_it_says_that_it_is_void_and_what_to_do(client, case):
    text = _text(_page(client, officer_of(case.incubator), case, LATE))
    assert "La constitución: Nula, no se puede sanear" in text
    assert "Pida ayuda legal de inmediato" in text
    acts(case, (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, LATE))
    text = _text(_page(client, officer_of(case.incubator), case, LATE))
    assert "La constitución: Nula, se puede sanear" in text
    assert "El saneamiento:" in text
    assert "Sanear lo que se hizo fuera de plazo" in text


def test_an_act_is_recorded_with_its_document_and_the_page_says_where_the_file_is(client, case):
    client.force_login(officer_of(case.incubator))
    page = reverse("legal_act_new", args=[case.organization_id])
    said = {"kind": K.REGISTRY_ENTRY, "on": "01-07-2021", "reference": "Fojas 12"}
    with today(date(2021, 7, 2)):
        assert "Adjunte el documento" in _text(client.post(page, said))
        assert client.post(page, said | {"document_file": upload()}).status_code == 302
        answer = client.post(page, {"kind": K.PUBLICATION, "on": "01-07-2021", "document_file": upload()}, follow=True)
    assert "ahora en «Constituida»" in _text(answer)
    assert file_of(case).state == S.CONSTITUTED
    assert LegalEvent.objects.get(kind=K.REGISTRY_ENTRY).reference == "Fojas 12"


def test_only_the_acts_of_now_are_offered(client, case):
    text = _text(_page(client, officer_of(case.incubator), case, date(2021, 7, 1), "legal_act_new"))
    assert 'value="registry_entry"' in text
    for kind in (K.NOTICE, K.DEED, K.CURE_DEED, K.DAES_FILING, K.ABANDONED):
        assert f'value="{kind}"' not in text


def test_the_group_may_leave_before_the_deed_with_its_reason_and_no_document(client):
    case = six()
    client.force_login(officer_of(case.incubator))
    page = reverse("legal_act_new", args=[case.organization_id])
    with today(date(2021, 7, 2)):
        assert "Escriba el motivo" in _text(client.post(page, {"kind": K.ABANDONED, "on": "01-07-2021"}))
        answer = client.post(page, {"kind": K.ABANDONED, "on": "01-07-2021", "reason": "No quieren"}, follow=True)
        assert "Abrir otro expediente" in _text(answer)
        client.post(reverse("legal_file_open", args=[case.organization_id]))
    assert list(LegalFile.objects.filter(case=case).order_by("pk").values_list("state", flat=True)) == [
        S.ABANDONED, S.DRAFTING,
    ]  # fmt: skip


def test_a_legal_adviser_validates_what_another_recorded_once(client, case):
    adviser = user_with(Role.LEGAL_ADVISER, at=case.incubator, groups=[case.organization])
    event = LegalEvent.objects.get(kind=K.DEED)
    address = reverse("legal_act_review", args=[case.organization_id, event.pk])
    client.force_login(officer_of(case.incubator))
    with today(date(2021, 7, 2)):
        assert client.post(address).status_code == 403
        client.force_login(adviser)
        assert "Validar este acto" in _text(client.get(reverse("group_formalization", args=[case.organization_id])))
        client.post(address, {"note": "Conforme"})
        assert "ya está validado" in _text(client.post(address, follow=True))
    review = LegalReview.objects.get()
    assert (review.by, review.note) == (adviser, "Conforme")


def test_newer_rules_are_adopted_after_reading_what_changes(client, case):
    on = date(2022, 9, 1)
    text = _text(_page(client, officer_of(case.incubator), case, on))
    assert "Hay reglas más nuevas" in text
    text = _text(_page(client, officer_of(case.incubator), case, on, "legal_rules_adopt"))
    assert "se agrega" in text or "Ahora «" in text
    address = reverse("legal_rules_adopt", args=[case.organization_id])
    with today(on):
        assert "vuelva a leer" in _text(client.post(address, {"pack": "2026-04"}))
        assert client.post(address, {"pack": "2022"}).status_code == 302
    assert file_of(case).pack == "2022"


def test_the_page_asks_the_same_however_many_acts_there_are(client, case, django_assert_max_num_queries):
    user = officer_of(case.incubator)
    _page(client, user, case, date(2021, 7, 1))
    with django_assert_max_num_queries(45) as few:
        _page(client, user, case, date(2021, 7, 1))
    asked = len(few.captured_queries)
    acts(case, (K.EXTRACT, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, DEED), (K.DAES_FILING, DEED))
    for _ in range(3):
        acts(case, (K.DAES_OBSERVATION, date(2021, 7, 1)), (K.DAES_ANSWER, date(2021, 7, 1)))
    _page(client, user, case, date(2021, 7, 1))  # the badge of the menu is counted once after each change
    with django_assert_max_num_queries(asked):
        _page(client, user, case, date(2021, 7, 1))
