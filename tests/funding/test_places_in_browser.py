"""The pages of this corner look right, wide and on a phone, and satisfy axe."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.funding.life import FundState
from cases.funding.words import PlacementKind
from cases.services.funding.moved import placed
from incubator import calendars
from reports.services import reading
from tests.factories import case_in
from tests.factories.people import coordinator_of, incubator, officer_of
from tests.funding.scene import a_call, an_application
from tests.funding.walked import walk
from tests.reports.world import MAY, World

pytestmark = pytest.mark.django_db(transaction=True)

BEGUN = date(2021, 5, 10)


def test_the_pages_of_the_applications_look_right(look_over):
    with calendars.travel(date(2021, 8, 8)):
        place = incubator()
        boss, case = coordinator_of(place), case_in(Stage.TRAINING, at=place, name="Cocina Ñuke Mapu")
        made = an_application(case, a_call(place), on=BEGUN, title="Horno y mesones para la cocina")
        sent = walk(an_application(case, a_call(place, key="dos"), on=BEGUN, title="Vitrina"), FundState.AWARDED, BEGUN)
        placed(sent, PlacementKind.HANDED_OVER, by=boss, on=BEGUN, keeper=officer_of(place))
        placed(made, PlacementKind.INHERITED, by=boss, on=BEGUN)
        look_over(
            boss,
            "fondos-lugares",
            [
                ("list", reverse("fund_applications")),
                ("empty", reverse("fund_applications") + "?q=zzzz"),
                ("kept", reverse("fund_kept")),
                ("keeper", reverse("fund_keeper", args=[sent.pk])),
                ("my_day", reverse("my_day")),
                ("close", reverse("case_close", args=[case.organization_id])),
            ],
        )
        look_over(officer_of(place), "fondos-lugares", [("settle", reverse("fund_settle", args=[made.pk]))])


def test_the_section_of_the_report_and_the_dashboard_look_right(look_over):
    with calendars.travel(date(2021, 6, 10)):
        world = World(groups=1)
        made = an_application(world.cases[0], a_call(world.place), on=BEGUN)
        walk(made, FundState.AWARDED, BEGUN, amount=1_200_000)
        report = world.compose(MAY)
        assert reading.figures_of(report).funds.acts
        pages = [
            ("report", reverse("report_detail", args=[report.pk])),
            ("dashboard", reverse("incubator_dashboard", args=[world.place.pk])),
        ]
        look_over(world.coordinator, "fondos-lugares", pages)
