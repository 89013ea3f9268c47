"""The suite's own strictness bites, and the house writes dates and numbers as Chile does."""

import datetime
from decimal import Decimal

import pytest
from django.template import Context, Origin, Template, engines
from django.utils import formats

from incubator.models import Region
from tests.support.strictness import ROOT, UndefinedVariableError


def _render(source: str, path) -> str:
    engine = engines["django"].engine
    return Template(source, origin=Origin(str(path)), engine=engine).render(Context({"known": "sí"}))


def test_an_undefined_variable_in_a_template_of_ours_fails():
    ours = ROOT / "templates" / "x.html"
    assert _render("{{ known }}{% if missing %}no{% endif %}", ours) == "sí"
    with pytest.raises(UndefinedVariableError, match=r"«missing» is not defined in templates/x\.html"):
        _render("{{ missing }}", ours)


def test_an_undefined_variable_in_a_template_of_a_package_prints_nothing():
    assert _render("[{{ missing }}]", ROOT / ".venv/lib/python3.11/site-packages/wagtail/x.html") == "[]"


@pytest.mark.django_db
def test_rows_without_an_order_come_in_any_order():
    ordered = list(Region.objects.order_by("pk"))
    assert len(ordered) == 16
    seen = {tuple(region.pk for region in Region.objects.order_by()) for _ in range(5)}
    assert len(seen) > 1
    assert all(set(order) == {region.pk for region in ordered} for order in seen)


def test_dates_and_numbers_are_written_as_in_chile():
    assert formats.date_format(datetime.date(2021, 6, 5)) == "05-06-2021"
    assert formats.date_format(datetime.date(2021, 6, 5), "YEAR_MONTH_FORMAT") == "junio de 2021"
    assert formats.number_format(Decimal("1234567.5")) == "1.234.567,5"
