"""The pages of a legal file, wide and on a phone: they fit, and axe has nothing to say."""

from datetime import date
from functools import partial

import pytest
from django.urls import reverse

from cases.formalization.life import LegalEventKind
from tests.factories.people import coordinator_of, officer_of
from tests.legal.scene import DEED, act, acts, six, today

pytestmark = pytest.mark.django_db(transaction=True)
K = LegalEventKind


def test_every_page_of_a_legal_file_fits_and_is_accessible(look_over):
    case, bare = six(), six()
    acts(case, (K.NOTICE, date(2021, 6, 1)), (K.MEETING, date(2021, 6, 12)), (K.LAWYER_DRAFT, date(2021, 6, 18)))
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, date(2021, 8, 9)))
    file, record, rules = (
        reverse(name, args=[case.organization_id])
        for name in ("group_formalization", "legal_act_new", "legal_rules_adopt")
    )
    start = reverse("group_formalization", args=[bare.organization_id])
    user = officer_of(case.incubator)
    coordinator_of(case.incubator)
    look = partial(look_over, user, "formalizacion")
    with today(date(2021, 8, 11)):
        look([("en-plazo", file), ("anotar", record), ("sin-actos", start), ("mi-dia", reverse("my_day"))])
    with today(date(2021, 8, 27)):
        look([("vencido", file)])
    act(case, K.PUBLICATION, date(2021, 8, 25))
    act(case, K.CURE_DEED, date(2021, 9, 3))
    with today(date(2021, 9, 6)):
        look([("saneando", file)])
    acts(case, (K.CURE_ENTRY, date(2021, 9, 6)), (K.CURE_PUBLICATION, date(2021, 9, 7)))
    with today(date(2022, 9, 6)):
        look([("constituida", file), ("reglas", rules)])
