"""Every page of a group opens, at every stage, for whoever may."""

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.fact_pages import FACT_PAGES
from tests import factories

STAGES = [stage for stage in Stage if stage != Stage.CLOSED]


@pytest.mark.parametrize("stage", Stage)
def test_the_page_of_a_group_opens_at_every_stage(stage, coordinator, enter):
    case = factories.case_in(stage)
    page = enter(coordinator).get(reverse("group_detail", args=[case.organization_id]))
    assert page.status_code == 200
    assert case.organization.name in page.content.decode()


@pytest.mark.parametrize("name", [*(f"fact_{name}" for name in FACT_PAGES), "fact_items"])
def test_each_fact_has_a_page(name, coordinator, enter):
    case = factories.case_in(Stage.BUSINESS)
    assert enter(coordinator).get(reverse(name, args=[case.organization_id])).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["group_members", "group_documents", "group_journal", "group_edit", "case_pause", "case_resume", "group_charge"],
)
def test_the_other_pages_of_a_group_open(name, coordinator, enter):
    case = factories.case_in(Stage.TRAINING)
    assert enter(coordinator).get(reverse(name, args=[case.organization_id])).status_code == 200


@pytest.mark.parametrize("name", ["group_list", "group_new", "call_list", "call_new", "my_day", "search", "estilo"])
def test_the_pages_of_the_house_open(name, coordinator, enter):
    factories.case_in(Stage.TRAINING)
    assert enter(coordinator).get(reverse(name)).status_code == 200
