"""The pages of what the agency says and of the purchases, wide and on a phone: they fit, and axe has nothing to say."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.funding.bases.shapes import Criterion
from cases.funding.life import FundState
from cases.services.funding import correcting, execution, news, purchases
from incubator import calendars
from tests import factories
from tests.funding import scene, test_purchases, walking
from tests.funding.walking import ACT, again, people, told, walked

pytestmark = pytest.mark.django_db(transaction=True)
S = FundState


def test_every_page_of_the_agency_and_the_purchases_fits_and_is_accessible(look_over):
    place = factories.incubator()
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        bases = scene.some_bases(items=test_purchases.ITEMS, criteria=(Criterion("idea", "La idea", 60, 7, 4),))
        one = scene.an_application(case, scene.a_call(place, bases=bases))
        test_purchases._budget(one, "requested", date(2021, 8, 9), tools=300_000, work=200_000)
    walked(one, S.READY)
    officer, coordinator = people(one)
    with calendars.travel(walking.SENT):
        look_over(officer, "fondo", [("envio", _at("application_filing", one)), ("sin-envio", _at("application_agency", one)),
                                     ("falla", _at("application_fact", one, "falla-del-fondo"))])  # fmt: skip
    walking.sent(one)
    told(one, news.resolve, kind="admission", **ACT)
    mistaken = told(one, news.score, scores={"idea": 6})
    told(one, correcting.set_aside, by=coordinator, event=mistaken, reason="Era de otro grupo")
    told(one, news.score, scores={"idea": 3.5}, total=50)
    told(one, news.observe, notified_on=walking.SAID, items=["Firmar el anexo"], days=5, **ACT)
    with calendars.travel(datetime(2021, 9, 10, 12, tzinfo=walking.SANTIAGO)):
        look_over(coordinator, "fondo", [
            ("dice", _at("application_agency", one)), ("observacion", _at("application_fact", one, "observacion")),
            ("puntaje", _at("application_fact", one, "puntaje")), ("corregir", _at("application_correct", one)),
            ("adjudicacion", _at("application_fact", one, "adjudicacion")),
        ])  # fmt: skip
    told(one, news.answer, about=one.events.get(kind="observation"))
    for state in (S.AWARDED, S.SIGNED, S.EXECUTION):
        walking.WAY[state][1](again(one))
    told(one, execution.receive, walking.STARTED, amount=walking.GRANTED, **ACT)
    on = date(2021, 11, 15)
    with calendars.travel(on):
        bought = purchases.add(by=officer, application=again(one), on=on, **test_purchases.INVOICE)
        gone = purchases.add(
            by=officer, application=again(one), on=on, **test_purchases.INVOICE | {"document_number": "9"}
        )
        purchases.void(by=officer, purchase=gone, on=on, reason="Se devolvió")
        look_over(officer, "fondo", [
            ("compras", _at("application_purchases", one)), ("compra-nueva", _at("purchase_new", one)),
            ("compra", _at("purchase_update", one, bought.pk)), ("ejecucion", _at("application_agency", one)),
        ])  # fmt: skip


def _at(name, application, *parts):
    return reverse(name, args=[application.pk, *parts])
