"""What the search box understands: word forms in Spanish, misspellings, numbers of a case, and whatever is typed."""

import pytest
from django.urls import reverse

from cases.models import Case
from incubator.enums import Role
from incubator.models import Organization, Person
from tests import factories

NAMES = ("Cooperativa de Reposteras Ñuke Mapu", "Huerto Los Boldos", "Lavandería La Espuma")
TRADES = ("pan, queques y tortas", "hortalizas agroecológicas", "lavado industrial")


@pytest.fixture
def three(place):
    found = []
    for name, trade in zip(NAMES, TRADES, strict=True):
        group = factories.group_with(0, at=place, name=name, trade=trade, sector="San Pedro")
        factories.case_in(group=group)
        found.append(group)
    return found


def _page(client, text):
    page = client.post(reverse("search"), {"q": text})
    assert page.status_code == 200
    return page


def _names(client, text, alike=False):
    results = _page(client, text).context["results"]
    return [hit.label for result in results if result["alike"] == alike for hit in result["hits"]]


@pytest.mark.parametrize(
    ("text", "place_in_list"),
    [
        ("repostera", 0), ("REPOSTERAS", 0), ("tortas", 0), ("torta", 0), ("queque", 0), ("nuke", 0), ("ñuke mapu", 0),
        ("hortaliza", 1), ("agroecologica", 1), ("agroecológicos", 1), ("huertos", 1), ("boldo", 1),
        ("lavandería", 2), ("lavanderias", 2), ("LAVANDERÍAS", 2), ("lavados industriales", 2), ("espum", 2),
        ('"lavado industrial"', 2), ("lavanderia san pedro", 2),
    ],
)  # fmt: skip
def test_a_group_is_found_in_any_form_of_its_words(text, place_in_list, three, officer, enter):
    assert _names(enter(officer), text) == [NAMES[place_in_list]]


@pytest.mark.parametrize("text", ["labandería", "lavanderia espumma", "lavandreia", "lavamderia"])
def test_a_misspelled_name_is_found_as_one_written_alike(text, three, officer, enter):
    client = enter(officer)
    assert _names(client, text) == []
    assert _names(client, text, alike=True) == [NAMES[2]]
    assert f"Grupos con nombres parecidos a «{text}»" in _page(client, text).content.decode()


@pytest.mark.parametrize("text", ["guenchuman", "Huenchumann", "huencuman rosa"])
def test_a_misspelled_person_is_found_as_one_written_alike(text, place, officer, enter):
    person = factories.person(place, "Rosa Elvira", surname_1="Huenchumán")
    factories.person(place, "Pedro", surname_1="Soto")
    assert _names(enter(officer), text, alike=True) == [person.name]


def test_what_is_written_alike_is_only_of_what_the_user_sees(three, place, enter):
    factories.person(place, "Rosa", surname_1="Huenchumán")
    far = factories.user_with(Role.COORDINATOR, at=factories.incubator("05502"))
    certifier = factories.user_with(Role.CERTIFYING_OFFICER, at=place)
    client = enter(far)
    assert _page(client, "labandería").context["results"] == []
    assert _page(client, "guenchuman").context["results"] == []
    client = enter(certifier)
    assert _page(client, "guenchuman").context["results"] == []
    assert _names(client, "labandería", alike=True) == [NAMES[2]]


def test_with_enough_found_nothing_alike_is_shown(place, officer, enter):
    for name in ("Taller Uno", "Taller Dos", "Taller Tres", "Tayer de Madera"):
        factories.case_in(group=factories.group_with(0, at=place, name=name))
    client = enter(officer)
    results = _page(client, "taller").context["results"]
    assert [(one["count"], one["alike"]) for one in results] == [(3, False)]
    assert "Tayer de Madera" in _names(client, "tayyer", alike=True)


@pytest.mark.parametrize(
    "text",
    [
        "%",
        "%%%",
        "_",
        "\\",
        "'",
        '"',
        "«»",
        "....",
        "-",
        "🙂",
        "🙂🙂🙂",
        "²-²",
        "\x00",
        "\x00\x01",
        "(",
        "& | !",
        "a",
        " ",
    ],
)
def test_what_says_no_word_finds_nothing_and_breaks_nothing(text, three, officer, enter):
    assert _page(enter(officer), text).context["results"] == []


@pytest.mark.parametrize(
    "text", ["% pan %", "'lavandería", 'lavandería"', "lavandería\x00", "lavandería 🙂", "lavandería:*"]
)
def test_signs_among_words_are_no_hindrance(text, three, officer, enter):
    wanted = NAMES[0] if "pan" in text else NAMES[2]
    assert _names(enter(officer), text) == [wanted]


@pytest.mark.parametrize("text", ["lavandería " * 500, "x" * 100_000, "a b c d e f g " * 50, "á" * 300])
def test_something_very_long_is_cut(text, three, officer, enter):
    page = _page(enter(officer), text)
    assert len(page.context["text"]) <= 100


@pytest.mark.parametrize("shape", ["{}", "caso {}", "Caso  {}", " {} "])
def test_a_case_is_found_by_its_number_and_is_no_wrong_run(shape, three, officer, enter):
    case = Case.objects.get(organization=three[1])
    page = _page(enter(officer), shape.format(case.code))
    assert [hit.label for hit in page.context["results"][0]["hits"]] == [NAMES[1]]
    assert not page.context["wrong_run"]


@pytest.mark.parametrize("text", ["05501-999", "05501-99999999999999", "99999-001", "0-0"])
def test_a_number_that_no_case_has_finds_nothing(text, three, officer, enter):
    assert _page(enter(officer), text).context["results"] == []


def test_a_rut_finds_the_group_of_whoever_reads_legal_facts(three, place, enter):
    Organization.objects.filter(pk=three[0].pk).update(rut="76543210-3")
    assert _names(enter(factories.people.officer_of(place)), "76.543.210-3") == [NAMES[0]]
    university = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement())
    assert _page(enter(university), "76.543.210-3").context["results"] == []


def test_a_person_read_as_another_is_shown_once_by_either_name(place, officer, enter):
    kept = factories.person(place, "Rosa", surname_1="Huenchumán", run="12345678-5")
    other = factories.person(place, "Rosita", surname_1="Paillán")
    Person.objects.filter(pk=other.pk).update(same_as=kept)
    client = enter(officer)
    for text in ("huenchuman", "rosita", "paillan", "12.345.678-5"):
        assert _names(client, text) == [kept.name], text


def test_notes_phones_and_mails_are_not_searched(place, officer, enter):
    person = factories.person(place, "Rosa", surname_1="Huenchumán")
    Person.objects.filter(pk=person.pk).update(notes="bastón blanco", phone="+56987654321", email="rosa@correo.cl")
    client = enter(officer)
    for text in ("bastón", "baston blanco", "+56987654321", "rosa@correo.cl"):
        assert _page(client, text).context["results"] == [], text
