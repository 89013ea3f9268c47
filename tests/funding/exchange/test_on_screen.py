"""The pages of files and of past results, wide and on a phone: they fit, and axe has nothing to say."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.funding.exchange import writing
from cases.funding.exchange.giving import Award
from cases.services.funding import exchange
from incubator import calendars
from incubator.models import Participation
from tests import factories
from tests.funding.exchange.books import CALL, EMPTY

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_a_file_says_and_what_others_published_fit_and_are_accessible(look_over):
    with calendars.travel(datetime(2021, 6, 15, 12, tzinfo=calendars.ZONE)):
        place = factories.incubator()
        by, on = factories.people.officer_of(place), calendars.today()
        agreement = Participation.objects.get(incubator=place).agreement
        content = writing.workbook([CALL, EMPTY], title="Llamados", about=[]) + b""
        upload = SimpleUploadedFile("llamados.xlsx", content)
        kept = exchange.keep(by=by, agreement=agreement, incubator=place, upload=upload, on=on)
        exchange.take(by=by, agreement=agreement, incubator=place, travelling=[CALL], on=on)
        award = Award("a:1", "Ministerio", "Festival de la greda y de los oficios del secano", 12_500_000, 2024)
        exchange.record_awards(by=by, agreement=agreement, awards=[award], on=on)
        pages = [
            ("leer", reverse("fund_exchange")),
            ("leido", reverse("fund_file", args=[kept.pk])),
            ("resultados", reverse("past_awards")),
            ("leer-resultados", reverse("past_awards_read")),
        ]
        look_over(by, "archivos", pages)
