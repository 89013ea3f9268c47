"""The pages of who can apply to what, wide and on a phone: they fit, and axe has nothing to say."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.funding.bases.shapes import AskedDocument, Condition, Moment
from cases.funding.words import DocumentKind, InterestKind
from cases.services.funding import interests, reserved
from tests import factories
from tests.funding.scene import a_call, an_application, some_bases

pytestmark = pytest.mark.django_db(transaction=True)
ON = date(2021, 6, 1)
EITHER = Condition(
    "either",
    "any",
    children=(
        Condition("valid", "legal_validity", moment=Moment.SIGNING, clause="Bases, punto 2.1"),
        Condition("stage", "stage", parameters={"stage": "business"}),
    ),
)
CONDITIONS = (
    Condition("women", "women_share", parameters={"percent": 60}, clause="Bases, punto 3"),
    Condition("disability", "disability_share", parameters={"percent": 50}, clause="Bases, punto 4"),
    Condition("sales", "sales", parameters={"maximum": 25_000, "unit": "uf", "unit_value": 29_000}),
    Condition("debts", "debts", parameters={"registers": ["treasury", "alimony"]}),
    EITHER,
)
LETTER = AskedDocument("letter", DocumentKind.SUPPORT_LETTER, "Carta de apoyo del municipio", valid_days=30)


def test_every_page_of_who_can_apply_fits_and_is_accessible(
    look_over, settings, open_page, sign_in, axe, fits, picture
):
    settings.MINGA_TODAY = "2021-06-01T10:00"
    case = factories.case_in(Stage.CALL, name="Tejedoras del Valle")
    place = case.incubator
    for name in ("Huerta Las Quilas", "Cocina Ñuke Mapu"):
        factories.case_in(Stage.CENSUS, at=place, members=3, name=name)
    call = a_call(place, bases=some_bases(conditions=CONDITIONS, documents=(LETTER,)))
    other = a_call(place, key="otro", programme="Fondo descartado")
    by, group = factories.people.officer_of(place), case.organization_id
    interests.say(by=by, case=case, call=other, on=ON, kind=InterestKind.DISCARDED, reason="Pide una sede propia.")
    reserved.answer(by=by, case=case, call=call, key="disability", meets=True, on=ON)
    an_application(case, call)
    what_if = reverse("fund_what_if", args=[group, call.pk])
    pages = {
        "grupos-de-un-fondo": reverse("fund_groups", args=[call.pk]),
        "fondos-de-un-grupo": reverse("group_funds", args=[group]),
        "condiciones": reverse("fund_eligibility", args=[group, call.pk]),
        "y-si": what_if,
        "reservadas": reverse("fund_reserved", args=[group, call.pk]),
    }
    look_over(by, "puede-postular", pages.items())
    page = open_page()
    sign_in(page, by)
    page.goto(what_if)
    page.get_by_label("Mujeres que entran").fill("2")
    page.get_by_label("Carta de apoyo del municipio").check()
    page.get_by_role("button", name="Ver cómo quedaría").click()
    page.get_by_role("heading", name="Con esos cambios").wait_for()
    axe(page)
    fits(page)
    picture(page, "puede-postular-y-si-resultado")
