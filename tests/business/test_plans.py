"""A plan written by several, presented complete, approved by somebody who wrote none of it."""

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.models import BusinessPlan
from cases.services import facts
from cases.services.business import plans
from incubator.enums import Role
from incubator.requirements import Refused
from tests import factories
from tests.business.conftest import DAY
from tests.support.papers import is_for_everybody


def _rows(prefix, *rows):
    said = {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": "0"}
    for place, row in enumerate(rows):
        said |= {f"{prefix}-{place}-{name}": value for name, value in row.items()}
    return said


BREAD = {"name": "Pan amasado", "unit": "kilo", "price": "2.000", "unit_cost": "800", "monthly_units": "300"}
RENT = {"kind": "monthly", "name": "Arriendo de la cocina", "amount": "120.000"}
OVEN = {"kind": "once", "name": "Horno", "amount": "450.000"}
ASKED = {
    "kind": "interviews",
    "checked_on": "2021-06-10",
    "asked": "30",
    "would_buy": "21",
    "learned": "Prefieren de noche",
}


def _said(plan, **more):
    return {
        "seen": str(plan.revision),
        "start_share": "40",
        "months_to_full": "6",
        "summary": "Pan amasado para el barrio.",
        **_rows("products", BREAD),
        **_rows("costs", RENT, OVEN),
        **_rows("checks", ASKED),
        **more,
    }


def _draft(client, case):
    assert client.post(reverse("plan_start", args=[case.organization_id])).status_code == 302
    return BusinessPlan.objects.get(case=case, is_draft=True)


def _address(name, case, plan):
    return reverse(name, args=[case.organization_id, plan.pk])


@pytest.fixture
def draft(case, officer, enter):
    client = enter(officer)
    case.businessplans.filter(is_draft=True).delete()
    return _draft(client, case)


def test_a_plan_is_written_presented_and_approved_by_another(case, officer, coordinator, enter, draft):
    client = enter(officer)
    page = client.get(_address("plan_detail", case, draft)).content.decode()
    assert "Falta al menos un producto con su precio." in page
    assert client.post(_address("plan_edit", case, draft), _said(draft)).status_code == 302
    page = client.get(_address("plan_detail", case, draft)).content.decode()
    assert "$\xa0600.000" in page
    assert "hay que vender el 34 %" in page
    assert client.post(_address("plan_present", case, draft), {"presentar-on": "2021-06-15"}).status_code == 302
    draft.refresh_from_db()
    assert not draft.is_draft
    assert (
        enter(coordinator).post(_address("plan_approve", case, draft), {"aprobar-on": "2021-06-15"}).status_code == 302
    )
    draft.refresh_from_db()
    assert draft.approved_by == coordinator


def test_whoever_wrote_a_line_of_it_does_not_approve_it(case, officer, coordinator, enter, draft):
    enter(coordinator).post(_address("plan_edit", case, draft), _said(draft))
    plans.present(by=officer, plan=draft, on=DAY)
    answer = enter(coordinator).post(_address("plan_approve", case, draft), {"aprobar-on": "2021-06-15"})
    assert "otra persona" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.approved_on is None


def test_a_copied_version_keeps_who_wrote_the_former_one(case, officer, coordinator, enter, draft):
    enter(coordinator).post(_address("plan_edit", case, draft), _said(draft))
    plans.present(by=officer, plan=draft, on=DAY)
    other = factories.user_with(Role.OFFICER_DEVELOPMENT, at=case.incubator)
    second = plans.start(by=other, case=case, on=DAY)
    assert second.version == draft.version + 1
    assert second.products.get().name == "Pan amasado"
    assert plans.wrote(coordinator, second)
    assert plans.wrote(other, second)


def test_two_people_write_at_once_and_nothing_is_overwritten(case, officer, coordinator, enter, draft):
    said = _said(draft)
    assert enter(officer).post(_address("plan_edit", case, draft), said).status_code == 302
    answer = enter(coordinator).post(_address("plan_edit", case, draft), said | {"summary": "Otra idea entera."})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Otra persona guardó este borrador" in page
    assert "Otra idea entera." in page
    draft.refresh_from_db()
    assert draft.sections["summary"] == "Pan amasado para el barrio."


def test_a_wrong_figure_keeps_everything_typed_and_names_its_row(case, officer, enter, draft):
    wrong = _rows("checks", ASKED | {"would_buy": "31"}) | _rows("products", BREAD | {"price": "dos mil"})
    answer = enter(officer).post(_address("plan_edit", case, draft), _said(draft) | wrong)
    page = answer.content.decode()
    assert "Se consultó a 30: escriba 30 o menos." in page
    assert "dos mil" in page
    assert "Arriendo de la cocina" in page
    assert not draft.products.exists()


def test_one_row_more_without_script(case, officer, enter, draft):
    answer = enter(officer).post(_address("plan_edit", case, draft), _said(draft) | {"add_row": "costs"})
    page = answer.content.decode()
    assert 'name="costs-2-name"' in page
    assert "alert" not in page.split('<form class="form"')[1][:80]
    assert not draft.products.exists()


def test_an_incomplete_draft_is_not_presented(case, officer, draft):
    with pytest.raises(Refused) as refused:
        plans.present(by=officer, plan=draft, on=DAY)
    assert len(refused.value.sentences) == 4


def test_a_presented_version_is_neither_written_nor_thrown_away(case, officer, enter, draft):
    client = enter(officer)
    client.post(_address("plan_edit", case, draft), _said(draft))
    plans.present(by=officer, plan=draft, on=DAY)
    assert client.get(_address("plan_edit", case, draft)).status_code == 404
    assert client.post(_address("plan_discard", case, draft)).status_code == 404
    with pytest.raises(Refused):
        plans.write(by=officer, plan=draft, seen=draft.revision, sections={}, start_share=1, months_to_full=1)
    with pytest.raises(Refused):
        plans.discard(by=officer, plan=draft)


def test_a_draft_is_not_approved(case, coordinator, enter, draft):
    answer = enter(coordinator).post(_address("plan_approve", case, draft), {"aprobar-on": "2021-06-15"})
    assert answer.status_code == 404
    with pytest.raises(Refused, match="preséntelo antes"):
        facts.approve_plan(by=coordinator, plan=draft, on=DAY)


def test_the_plan_of_another_group_is_not_found(case, officer, enter, draft):
    other = factories.case_in(Stage.BUSINESS)
    for name in ("plan_detail", "plan_edit", "plan_pdf"):
        assert enter(officer).get(reverse(name, args=[other.organization_id, draft.pk])).status_code == 404


def test_the_plan_on_paper(case, officer, enter, draft):
    client = enter(officer)
    client.post(_address("plan_edit", case, draft), _said(draft))
    answer = client.get(_address("plan_pdf", case, draft))
    assert answer["Content-Type"] == "application/pdf"
    is_for_everybody(answer.content, "print/plan.html")
