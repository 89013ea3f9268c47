"""The pages of a cure and of what documents hold, wide and on a phone: they fit, and axe has nothing to say."""

from datetime import date

import pytest
from django.urls import reverse

from cases.formalization.life import LegalEventKind
from cases.models import Cure, LegalEvent
from cases.services import legal
from tests.factories.people import coordinator_of, officer_of
from tests.legal.scene import DEED, act, acts, six, today

pytestmark = pytest.mark.django_db(transaction=True)
K = LegalEventKind


def test_every_page_of_a_cure_fits_and_is_accessible(look_over):
    case, bare = six(), six()
    acts(case, (K.NOTICE, date(2021, 6, 1)), (K.DEED, DEED), (K.EXTRACT, DEED), (K.REGISTRY_ENTRY, date(2021, 8, 9)))
    act(case, K.PUBLICATION, date(2021, 8, 25))
    extract = LegalEvent.objects.get(kind=K.EXTRACT)
    by, boss = officer_of(case.incubator), coordinator_of(case.incubator)
    with today(date(2021, 8, 26)) as on:
        legal.read_document(by=by, event=extract, on=on, items={"extract.name": "yes"}, subscribed_uf=40, paid_uf=40)
    act(case, K.CURE_DEED, date(2021, 9, 3))
    cure, group = Cure.objects.get(), case.organization_id
    pages = {
        "saneamientos": reverse("legal_cures", args=[group]),
        "saneamiento": reverse("legal_cure", args=[group, cure.pk]),
        "saneamiento-anotar": reverse("legal_cure_act", args=[group, cure.pk]),
        "saneamiento-abrir": reverse("legal_cure_open", args=[group]),
        "acto-anterior": reverse("legal_old_act", args=[group]),
        "leer-escritura": reverse("legal_act_read", args=[group, LegalEvent.objects.get(kind=K.DEED).pk]),
        "leer-extracto": reverse("legal_act_read", args=[group, extract.pk]),
        "expediente-dia": reverse("group_formalization", args=[group]) + "?dia=2021-08-24",
        "sin-saneamientos": reverse("legal_cures", args=[bare.organization_id]),
    }
    with today(date(2021, 9, 6)):
        look_over(boss, "saneamientos", pages.items())
    acts(case, (K.CURE_ENTRY, date(2021, 9, 6)), (K.CURE_PUBLICATION, date(2021, 9, 7)))
    acts(case, (K.DAES_FILING, date(2021, 9, 8)), (K.DAES_OBSERVATION, date(2021, 9, 9)))
    observed = LegalEvent.objects.get(kind=K.DAES_OBSERVATION)
    pages = {"puntos": reverse("legal_act_points", args=[group, observed.pk])}
    with today(date(2021, 9, 10)) as on:
        legal.add_points(by=by, event=observed, points=[("Falta la lista de asistencia", None)])
        act(case, K.DAES_ANSWER, on)
        answer = LegalEvent.objects.get(kind=K.DAES_ANSWER)
        pages |= {
            "respuestas": reverse("legal_act_points", args=[group, answer.pk]),
            "saneado": reverse("legal_cure", args=[group, cure.pk]),
            "expediente-saneado": reverse("group_formalization", args=[group]),
        }
        look_over(boss, "saneamientos", pages.items())
