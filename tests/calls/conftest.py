"""An incubator with a published call, on a day of June 2021, and what people write to apply."""

from datetime import date

import pytest

from cases.services import calls
from cases.services.selection import rubric
from incubator import calendars

TODAY = date(2021, 6, 15)
OPENS, CLOSES = date(2021, 6, 15), date(2021, 6, 30)
WORDS = {
    "name": "Convocatoria de invierno",
    "opens_on": OPENS,
    "closes_on": CLOSES,
    "seats": 4,
    "text": "Buscamos grupos que quieran formar su cooperativa.",
    "easy_text": "La municipalidad busca grupos.\n\nLa ayuda es gratis.",
    "phone": "+56 33 200 0104",
    "in_person": "Calle Maipú 330, de lunes a viernes, de 8:30 a 13:30.",
}
#: What a group types.
TYPED = {
    "kind": "group",
    "group_name": "Las Dulces de La Palma",
    "interested": "7",
    "contact_name": "Eliana Cárcamo Nahuel",
    "phone": "9 8765 4321",
    "email": "",
    "place": "La Palma",
    "idea": "Hacemos mermeladas y queremos venderlas.",
    "supports": ["sign_language", "transport"],
    "helper_name": "",
    "helper_channel": "",
    "informed": "on",
}


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(TODAY):
        yield


@pytest.fixture
def draft(place, officer):
    """A call that lacks nothing to be published."""
    made = calls.draft_call(by=officer, incubator=place, **WORDS)
    rubric.set_rubric(by=officer, call=made, rows=rubric.offered_rows(made))
    return made


@pytest.fixture
def call(draft, coordinator):
    """The same, published today."""
    return calls.publish_call(by=coordinator, call=draft, on=TODAY)
