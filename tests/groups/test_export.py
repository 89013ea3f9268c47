"""The export of the list of groups: exactly the rows that are seen, in their order, with «Léeme»."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cases.enums import Stage
from cases.services import advancement
from incubator.country import format_run
from incubator.enums import Role
from incubator.models import Assignment, Organization, Post
from tests import factories
from tests.groups.conftest import TODAY
from tests.groups.many import many

QUERIES = [
    {},
    {"etapa": "training"},
    {"etapa": "mios"},
    {"etapa": "cerrados"},
    {"sector": "san pedro"},
    {"comuna": "05501", "pausa": "no"},
    {"cargo": "nadie", "senal": "contacto"},
    {"etapa": "census", "ingreso": "2021"},
    {"ingreso": "1999"},
    {"etapa": "no-es-una-etapa", "comuna": "x"},
]
ROLES = ("officer", "coordinator", "adviser", "university")


@pytest.fixture
def people(place, officer, coordinator):
    """Groups of two incubators in several stages, and who looks at them."""
    cases = [*many(place, officer, 27, words="Ñandú", stage=Stage.TRAINING, sector="San Pedro", commune=place.commune)]
    cases += many(place, officer, 3, words="Nogal", on=date(2020, 7, 1))
    cases.append(factories.case_in(Stage.CLOSED))
    far = factories.incubator("05502")
    cases += many(far, factories.people.officer_of(far), 2, words="Lejos", sector="San Pedro")
    Assignment.objects.create(post=Post.objects.get(user=officer), organization=cases[0].organization, since=TODAY)
    advancement.pause(by=coordinator, case=cases[1], since=TODAY, expected_on=date(2021, 7, 1), reason="Cosecha")
    groups = [case.organization for case in cases[:3]]
    return {
        "officer": officer,
        "coordinator": coordinator,
        "adviser": factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=groups),
        "university": factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement()),
    }


def _workbook(client, query):
    asked = client.get(reverse("group_export"), query)
    answer = client.post(asked.url, {"password": "una clave larga"}, follow=True) if asked.status_code == 302 else asked
    assert answer.status_code == 200
    return load_workbook(BytesIO(answer.content))


def _listed(client, query):
    """The names of every page of the list, in order."""
    names, number = [], 1
    while True:
        page = client.get(reverse("group_list"), query | {"page": number}).context
        names += [row["case"].organization.name for row in page["rows"]]
        if not page["page"].has_next():
            return names, page
        number += 1


@pytest.mark.parametrize("who", ROLES)
def test_the_rows_of_the_export_are_those_of_the_list_in_their_order(who, people, enter):
    client = enter(people[who])
    total = 0
    for query in QUERIES:
        names, page = _listed(client, query)
        book = _workbook(client, query)
        rows = list(book["Grupos"].iter_rows(min_row=2, values_only=True))
        assert [row[1] for row in rows] == names, query
        assert page["exported"] == len(names)
        total += len(names)
    assert total > 5


def test_the_first_sheet_says_what_when_through_what_and_how_many(people, place, enter):
    book = _workbook(enter(people["officer"]), {"etapa": "training", "sector": "san pedro", "pausa": "no"})
    said = {row[1]: row[2] for row in book["Léeme"].iter_rows(values_only=True) if row[0] == "Documento"}
    assert said["Descargado por"] == people["officer"].full_name
    assert said["Filtro: Etapa"] == "Formación"
    assert said["Filtro: Sector o localidad"] == "San Pedro"
    assert said["Filtro: Pausa"] == "Sin pausa"
    assert said["Grupos"] == "26"
    assert said["Fecha"] == "15-06-2021"
    text = " ".join(str(value) for row in book["Léeme"].iter_rows(values_only=True) for value in row if value)
    assert "Días corridos desde que llegó a la etapa" in text


def test_a_column_says_what_the_list_warns_of(people, enter):
    book = _workbook(enter(people["officer"]), {"etapa": "training"})
    head, first, *_ = book["Grupos"].iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    assert row["Señales"] == "Bajo el mínimo, Hace mucho sin contacto"
    assert row["Días en la etapa"] == 106
    assert people["officer"].full_name in row["A cargo"].split(", ")


def test_no_member_is_named_and_no_run_is_written(place, officer, enter):
    case = factories.case_in(members=0)
    factories.member(
        case.organization, who=factories.person(place, "Rosa", surname_1="Huenchumán", run="12345678-5"), by=officer
    )
    book = _workbook(enter(officer), {})
    text = " ".join(str(v) for sheet in book for row in sheet.iter_rows(values_only=True) for v in row if v is not None)
    assert case.organization.name in text
    for hidden in ("Huenchumán", "12345678-5", format_run("12345678-5")):
        assert hidden not in text


def test_whoever_may_only_look_somewhere_takes_away_the_rest(people, place, enter):
    """An auditor of the agreement who is also an officer in one municipality."""
    user = people["officer"]
    Post.objects.create(user=user, role=Role.AUDITOR, agreement=factories.agreement(), since=date(2021, 1, 4), act="D")
    client = enter(user)
    names, page = _listed(client, {})
    rows = list(_workbook(client, {})["Grupos"].iter_rows(min_row=2, values_only=True))
    taken = [row[1] for row in rows]
    assert page["exported"] == len(taken) < len(names)
    here = Organization.objects.filter(incubator=place).values_list("name", flat=True)
    assert taken == [name for name in names if name in set(here)]
