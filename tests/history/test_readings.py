"""«Quién vio mis datos»: the delegate tells a person who read her sensitive data, and sees none of it."""

import pytest
from django.urls import reverse

from incubator.enums import Role
from incubator.models import JournalEntry
from incubator.services import sensitive
from tests import factories
from tests.history.conftest import TODAY
from tests.support.papers import is_for_everybody

pytestmark = pytest.mark.django_db


@pytest.fixture
def delegate(place):
    return factories.user_with(Role.DATA_DELEGATE, at=place)


@pytest.fixture
def rosa(place, officer):
    person = factories.person(at=place, given_names="Rosa", surname_1="Ñanco", run="12345678-5", phone="+56911111111")
    sensitive.write(by=officer, person=person, on=TODAY, disability="yes", gender="Mujer")
    sensitive.read(officer, [person], "certify")
    return person


def test_she_is_found_by_name_or_run_and_only_her_name_is_shown(delegate, rosa, enter):
    browser = enter(delegate)
    for text in ("nanco", "12.345.678-5"):
        page = browser.post(reverse("readings"), {"q": text}).content.decode()
        assert "Rosa Ñanco" in page
        assert "+56911111111" not in page
    assert "No hay nadie" in browser.post(reverse("readings"), {"q": "Zacarías"}).content.decode()


def test_who_read_when_and_for_what(delegate, officer, rosa, enter):
    browser, url = enter(delegate), reverse("readings_person", args=[rosa.pk])
    assert officer.full_name not in browser.get(url).content.decode()
    page = browser.post(url).content.decode()
    assert officer.full_name in page
    assert "Revisar su credencial o certificado" in page
    assert "Mujer" not in page
    entry = JournalEntry.objects.get(verb="readings_shown")
    assert (entry.by, entry.subject_id) == (delegate, rosa.pk)


def test_it_can_be_handed_over_on_paper(delegate, rosa, enter):
    answer = enter(delegate).post(reverse("readings_person", args=[rosa.pk]), {"papel": "1"})
    assert answer["Content-Type"] == "application/pdf"
    is_for_everybody(answer.content, "print/readings.html")
    assert "Rosa" not in answer["Content-Disposition"]
    assert JournalEntry.objects.filter(verb="readings_printed").count() == 1


def test_nobody_read_is_said_so(delegate, place, enter):
    person = factories.person(at=place)
    page = enter(delegate).post(reverse("readings_person", args=[person.pk])).content.decode()
    assert "Nadie ha leído" in page
    assert enter(delegate).post(reverse("readings_person", args=[person.pk]), {"papel": "1"}).status_code == 200


def test_a_delegate_of_the_agreement_answers_for_its_municipalities(rosa, enter):
    whole = factories.user_with(Role.DATA_DELEGATE, at=factories.agreement())
    assert enter(whole).post(reverse("readings_person", args=[rosa.pk])).status_code == 200


def test_of_another_municipality_nothing_is_known(rosa, enter):
    stranger = factories.user_with(Role.DATA_DELEGATE, at=factories.incubator("13101"))
    browser = enter(stranger)
    assert browser.post(reverse("readings_person", args=[rosa.pk])).status_code == 404
    assert "Ñanco" not in browser.post(reverse("readings"), {"q": "Rosa"}).content.decode()
    assert not JournalEntry.objects.filter(verb="readings_shown").exists()


def test_nobody_else_enters(officer, coordinator, rosa, enter):
    for user in (officer, coordinator):
        assert enter(user).get(reverse("readings")).status_code == 403
        assert enter(user).post(reverse("readings_person", args=[rosa.pk])).status_code == 403


@pytest.mark.parametrize("typed", ["%", "😀", "-", "..."])
def test_a_text_without_a_word_finds_nobody(typed, delegate, rosa, enter):
    page = enter(delegate).post(reverse("readings"), {"q": typed}).content.decode()
    assert rosa.name not in page
    assert "No hay nadie con ese nombre" in page
