"""A group's page: its path, what is missing and where it is mended, and what each person may see of it."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.enums import Stage
from cases.services import advancement
from incubator.enums import Role
from tests import factories
from tests.factories.cases import prepare, session_of

#: Before admission the page also weighs the application: its sheets, its place in the order and the seats left.
MOST = {Stage.CENSUS: 20, Stage.CALL: 21, Stage.SELECTION: 30, Stage.WAITING: 30, Stage.REGULARIZATION: 30}
MOST |= {Stage.OPERATION: 26}  # graduating asks what the funds still owe


def _page(client, case):
    return client.get(reverse("group_detail", args=[case.organization_id]))


def test_the_path_says_what_was_what_is_and_what_comes(officer, enter):
    case = factories.case_in(Stage.TRAINING)
    steps = _page(enter(officer), case).context["steps"]
    assert [(step["label"], step["state"]) for step in steps] == [
        ("Catastro", "past"),
        ("Convocatoria", "past"),
        ("Selección", "past"),
        ("Formación", "here"),
        ("Negocio", "next"),
        ("Formalización", "next"),
        ("Gestión", "next"),
        ("Egreso", "next"),
    ]
    assert steps[0]["date"] == case.opened_on
    assert steps[4]["note"] == "sigue"


def test_what_is_missing_has_a_link_that_mends_it(officer, enter):
    case = factories.case_in(Stage.BUSINESS)
    step = _page(enter(officer), case).context["next"]
    links = {item["text"]: item["url"] for item in step.missing}
    pk = case.organization_id
    assert links["Falta elegir la actividad y el tipo de cooperativa."] == reverse("fact_business", args=[pk])
    assert links["Falta aprobar el plan de negocio."] == reverse("fact_plan", args=[pk])


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in (Stage.GRADUATED, Stage.CLOSED)])
def test_what_the_page_says_is_missing_is_what_the_service_says(stage, coordinator, enter):
    case = factories.case_in(stage)
    step = _page(enter(coordinator), case).context["next"]
    expected = advancement.missing_facts(case, step.verb, by=coordinator, on=date(2021, 6, 15))
    assert [item["text"] for item in step.missing] == [finding.sentence for finding in expected]


def test_when_nothing_is_missing_whoever_may_sees_the_button(coordinator, officer, enter):
    case = factories.case_in(Stage.CENSUS)
    prepare(case, "apply", date(2021, 6, 14))
    address = reverse("case_apply", args=[case.organization_id])
    assert address in _page(enter(officer), case).content.decode()


def test_the_button_of_a_step_that_is_not_mine_is_not_shown(place, enter):
    case = factories.case_in(Stage.CENSUS)
    prepare(case, "apply", date(2021, 6, 14))
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[case.organization])
    page = _page(enter(adviser), case)
    assert reverse("case_apply", args=[case.organization_id]) not in page.content.decode()


def test_another_municipality_gets_404(place, enter):
    case = factories.case_in(Stage.TRAINING)
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("05502"))
    assert _page(enter(stranger), case).status_code == 404


def test_the_representative_is_named_only_to_whoever_reads_names(place, enter):
    case = factories.case_in(Stage.TRAINING)
    name = case.organization.representations.get().membership.person.name
    certifier = factories.user_with(Role.CERTIFYING_OFFICER, at=place)
    assert name not in _page(enter(certifier), case).content.decode()
    officer = factories.people.officer_of(place)
    assert name in _page(enter(officer), case).content.decode()


def test_a_tab_that_needs_names_is_closed_to_whoever_lacks_them(place, enter):
    case = factories.case_in(Stage.TRAINING)
    certifier = factories.user_with(Role.CERTIFYING_OFFICER, at=place)
    client = enter(certifier)
    assert [tab["label"] for tab in _page(client, case).context["tabs"]][:1] == ["Resumen"]
    assert "Integrantes" not in [tab["label"] for tab in _page(client, case).context["tabs"]]
    assert client.get(reverse("group_members", args=[case.organization_id])).status_code == 403


def _people(place, case):
    """A coordinator, an officer and the group's adviser."""
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[case.organization])
    return [factories.people.coordinator_of(place), factories.people.officer_of(place), adviser]


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage != Stage.CLOSED])
def test_the_page_costs_few_queries_and_no_more_than_its_stage_asks(stage, place, enter):
    case = factories.case_in(stage)
    for user in _people(place, case):
        client = enter(user)
        _page(client, case)
        with CaptureQueriesContext(connection) as captured:
            answer = _page(client, case)
        assert answer.status_code == 200
        assert len(captured) <= MOST.get(stage, 24), "\n".join(query["sql"][:160] for query in captured)
        assert len(answer.content) <= 80_000


def test_many_sessions_and_members_cost_no_more(officer, enter):
    case = factories.case_in(Stage.TRAINING)
    client = enter(officer)
    _page(client, case)
    with CaptureQueriesContext(connection) as few:
        _page(client, case)
    for day in range(1, 13):
        session_of(case, officer, date(2021, 5, day))
        factories.member(case.organization)
    _page(client, case)  # the badge of the menu is counted once after each change
    with CaptureQueriesContext(connection) as many:
        _page(client, case)
    assert len(many) == len(few)


def test_a_link_that_mends_is_shown_only_to_whoever_may_open_it(place, enter):
    case = factories.case_in(Stage.SELECTION)
    certifier = factories.user_with(Role.CERTIFYING_OFFICER, at=place)
    client = enter(certifier)
    step = _page(client, case).context["next"]
    assert step.missing
    assert [item["url"] for item in step.missing if item["url"]] == []
    for door in ("log_session", "edit", "assign", "pause", "record_supports"):
        assert _page(client, case).context[door] == ""


@pytest.mark.parametrize("stage", [Stage.CENSUS, Stage.SELECTION, Stage.TRAINING, Stage.OPERATION, Stage.CLOSED])
def test_every_link_of_the_page_opens(stage, place, enter):
    case = factories.case_in(stage)
    auditor = factories.user_with(Role.AUDITOR, at=factories.agreement())
    for user in [*_people(place, case), auditor]:
        client = enter(user)
        page = _page(client, case).content.decode()
        main = page[page.index("<main") : page.index("</main>")]
        links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"#]*)"', main)}
        assert links
        assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)
