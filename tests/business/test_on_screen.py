"""The pages of the business in a browser: accessible and without sideways scrolling, on a wide screen and on a phone."""

import pytest
from django.urls import reverse

from cases.enums import Moment, Stage
from cases.services import facts
from cases.services.business import canvases, confirmations, indicators, market, plans
from tests import factories
from tests.business.conftest import DAY
from tests.factories.people import coordinator_of, incubator, officer_of
from tests.support.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def _business():
    place = incubator()
    officer, coordinator = officer_of(place), coordinator_of(place)
    case = factories.case_in(Stage.OPERATION, at=place)
    canvases.save(by=officer, case=case, on=DAY, seen=0, blocks={"offer": "Pan amasado de noche.", "income": "Kilos."})
    canvases.save(by=officer, case=case, on=DAY, seen=1, blocks={"offer": "Pan amasado y queques.", "costs": "Harina."})
    plan = plans.start(by=officer, case=case, on=DAY)
    plans.write(
        by=officer,
        plan=plan,
        seen=plan.revision,
        sections={"summary": "Pan amasado para el barrio, de lunes a sábado.", "risks": "Que suba la harina."},
        start_share=40,
        months_to_full=6,
        products=[{"name": "Pan amasado", "unit": "kilo", "price": 2_000, "unit_cost": 800, "monthly_units": 300}],
        costs=[
            {"kind": "monthly", "name": "Arriendo de la cocina", "amount": 120_000},
            {"kind": "once", "name": "Horno", "amount": 450_000},
        ],
        checks=[{"kind": "interviews", "checked_on": DAY, "asked": 30, "would_buy": 21, "learned": "De noche."}],
    )
    market.record(
        by=officer,
        case=case,
        on=DAY,
        kind="contract",
        counterpart="Viña del Valle S.A.",
        description="Aseo de oficinas",
        amount=6_000_000,
        alternative_compliance=True,
    )
    measured = facts.measure(by=officer, case=case, on=DAY, moment=Moment.BASELINE, monthly_income=120_000, jobs=0)
    indicators.certify(by=coordinator, measurement=measured, on=DAY)
    who = case.organization.members_on(DAY).first().person
    confirmations.hand_over(by=officer, case=case, on=DAY, received_by=who)
    return case, plan, officer


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_every_page_of_the_business_is_accessible_and_fits(width, open_page, sign_in, axe, fits, picture):
    case, plan, officer = _business()
    pk = case.organization_id
    addresses = {
        "tab": reverse("group_business", args=[pk]),
        "canvas": reverse("canvas_edit", args=[pk]),
        "canvas-versions": reverse("canvas_versions", args=[pk]),
        "plans": reverse("fact_plan", args=[pk]),
        "plan": reverse("plan_detail", args=[pk, plan.pk]),
        "plan-edit": reverse("plan_edit", args=[pk, plan.pk]),
        "market": reverse("market_list", args=[pk]),
        "contract": reverse("market_new", args=[pk, "contract"]),
        "measurements": reverse("fact_measurement", args=[pk]),
        "confirmations": reverse("group_confirmations", args=[pk]),
    }
    page = open_page(width)
    page.goto(reverse("group_confirm"))
    picture(page, f"negocio-confirm-{width}")
    axe(page)
    fits(page)
    sign_in(page, officer)
    for name, address in addresses.items():
        assert page.goto(address).status == 200, address
        picture(page, f"negocio-{name}-{width}")
        axe(page)
        fits(page)
