"""The pages of a regularization, wide and on a phone: they fit, and axe has nothing to say."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Verb
from cases.regularization.life import FilingState
from cases.services import advancement
from cases.services import regularization as service
from tests.factories.cases import evidence
from tests.regularization.scene import (
    DAY,
    approved,
    begun,
    cooperative,
    file_of,
    filed,
    found,
    item,
    people,
    planned,
    step,
    today,
)

pytestmark = pytest.mark.django_db(transaction=True)
F = FilingState
DEBT, SEATS = ("tax.debt", None), ("bodies.seats", None)


def test_every_page_of_a_regularization_fits_and_is_accessible(look_over):
    bare, case, order = cooperative(), cooperative(), cooperative()
    officer, coordinator = people(case)
    begun(case, members=4, fell_on=date(2021, 5, 20))
    found(case, lacking=(SEATS, DEBT, ("meetings.yearly", 2020)))
    with today(DAY):
        look_over(officer, "saneamiento", [("vacio", _at("group_regularization", bare)), ("lista", _at("regular_begin", bare)),
                        ("diagnostico", _at("group_regularization", case)),
                        ("integrantes", _at("regular_members", case)), ("puntos", _at("regular_points", case)),
                        ("punto-nuevo", _at("fact_items", case)), ("registro", _at("regular_registry", case)),
                        ("punto-sin-cargos", _at("item_status", case, item(case, "bodies.vacancy").pk))])  # fmt: skip
    _settled(case, officer)
    wanted = (DEBT, SEATS, ("meetings.yearly", 2020), ("members.minimum", None))
    planned(case, *wanted)
    with today(date(2021, 6, 11)):
        look_over(
            coordinator, "saneamiento", [("plan", _at("regular_plan", case)), ("terminar", _at("regular_end", case))]
        )
    approved(case)
    debt = filed(case, *DEBT, "treasury", (F.FILED, date(2021, 6, 21)), amount=1_850_000)
    step(debt, F.OBSERVED, date(2021, 7, 1), note="Falta el poder")
    begun(order)
    found(order)
    with today(DAY) as on:
        advancement.advance(by=officer, case=order, verb=Verb.FINISH_REGULARIZATION, on=on)
    with today(date(2021, 7, 2)):
        look_over(officer, "saneamiento", [("punto", _at("item_status", case, item(case, *DEBT).pk)),
                        ("presentacion", _at("regular_filing", case, debt.pk)),
                        ("en-marcha", _at("group_regularization", case)), ("deberes", _at("regular_duties", order)),
                        ("seguimiento", _at("group_regularization", order)), ("reglas", reverse("law_regularization")),
                        ("mi-dia", reverse("my_day"))])  # fmt: skip
    assert file_of(order).state == "watched"


def _at(name, case, *more):
    return reverse(name, args=[case.organization_id, *more])


def _settled(case, officer):
    """Somebody answered who calls, and the members came back."""
    with today(DAY) as on:
        proof = evidence(officer, case.incubator)
        point = item(case, "bodies.vacancy")
        service.update_item(by=officer, item=point, on=on, status="meets", evidence=proof, note="El DAES respondió")
