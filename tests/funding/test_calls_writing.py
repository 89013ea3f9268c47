"""The entry of a call on its pages: part by part, condition by condition, and the check."""

from datetime import datetime

import pytest
from django.urls import reverse

from cases.funding.bases.shapes import Wall
from cases.funding.bases.values import values
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.models import FundingCall
from cases.services.funding import bases
from incubator import calendars
from incubator.enums import Role
from tests import factories
from tests.funding.exchange.books import FULL
from tests.funding.scene import a_call, some_bases

pytestmark = pytest.mark.django_db
NOON = datetime(2021, 8, 2, 12, tzinfo=calendars.ZONE)


@pytest.fixture(autouse=True)
def noon():
    with calendars.travel(NOON):
        yield


def text(answer):
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_a_call_is_entered_part_by_part_and_checked_by_another(officer, coordinator, place, enter):
    client = enter(officer)
    told = {"agency": "Servicio Nuevo", "programme": "Fondo nuevo", "year": "2021", "url": "https://fondo.cl/bases"}
    assert client.post(reverse("fund_new"), told).status_code == 302
    call = FundingCall.objects.get()
    _post(client, call, "identity", summary="Para empezar.", applicants=["group", "cooperative"], regions=["05"])
    row = {"channel": "online", "day": "2021-08-12", "hour": "14:00", "zone": "America/Santiago"}
    _post(client, call, "dates", rows={"closings": [row]}, opens_on="2021-08-01")
    _post(client, call, "money", rows={"cofinancing": []}, unit="clp", maximum="5.000.000")
    said = bases_of(call.versions.get())
    assert said.money.maximum == 5_000_000
    assert said.closings[0].wall == Wall(datetime(2021, 8, 12, 14))
    assert said.regions == ("05",)
    assert client.get(reverse("fund_bases_check", args=[call.pk])).status_code == 403, "whoever wrote it"
    client = enter(coordinator)
    page = text(client.get(reverse("fund_bases_check", args=[call.pk])))
    assert "Máximo por proyecto" in page
    version = call.versions.get()
    ticks = {"seen": version.revision, "path": [value.path for value in values(said)], "offer": "1"}
    answer = client.post(reverse("fund_bases_check", args=[call.pk]), ticks, follow=True)
    assert "desde ahora se ofrecen" in text(answer)
    assert calls_reading.in_force(call, NOON.date()) is not None


def _post(client, call, part, rows=None, **fields):
    """Send a part as its page would."""
    data = {"seen": call.versions.get(checked_on=None).revision, **fields}
    for prefix, listed in (rows or {}).items():
        data |= {f"{prefix}-TOTAL_FORMS": len(listed), f"{prefix}-INITIAL_FORMS": 0}
        for number, row in enumerate(listed):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    answer = client.post(reverse("fund_bases_part", args=[call.pk, part]), data)
    if answer.status_code == 302:
        return ""
    return text(answer)


def _draft(officer, place, enter, content=None):
    call = a_call(place, bases=content)
    draft = bases.renew(by=officer, call=call, on=NOON.date(), act="Ampliación de plazo: Res. 2")
    return call, draft, enter(officer)


@pytest.mark.parametrize("content", [some_bases(), FULL], ids=["short", "full"])
def test_every_part_of_the_bases_comes_back_as_it_was(officer, place, enter, content):
    call, draft, client = _draft(officer, place, enter, content)
    before = bases_of(draft)
    for part in ("identity", "dates", "money", "items", "documents", "criteria", "form", "sources"):
        page = client.get(reverse("fund_bases_part", args=[call.pk, part]))
        forms = page.context["forms"]
        data = dict(_typed(forms.form))
        for formset, _, _ in forms.sets:
            data |= dict(_typed(formset.management_form))
            for form in formset.forms:
                data |= dict(_typed(form))
        answer = client.post(reverse("fund_bases_part", args=[call.pk, part]), data)
        assert answer.status_code == 302, text(answer)
        assert bases_of(call.versions.get(number=2)) == before, part


def _typed(form):
    for bound in form:
        value = bound.value()
        if hasattr(value, "isoformat"):
            value = value.isoformat()
        if value is not None:
            yield bound.html_name, getattr(value, "value", value) if not isinstance(value, tuple) else "\n".join(value)


def test_an_hour_that_does_not_exist_is_said_beside_its_field(officer, place, enter):
    call, _, client = _draft(officer, place, enter)
    row = {"channel": "online", "day": "2021-09-05", "hour": "00:30", "zone": "America/Santiago"}
    page = _post(client, call, "dates", rows={"closings": [row]})
    assert "no existen" in page
    assert "01:30 del 05-09-2021" in page


def test_an_hour_that_happens_twice_is_saved_with_a_warning(officer, place, enter):
    call, _, client = _draft(officer, place, enter)
    row = {"channel": "online", "day": "2022-04-02", "hour": "23:30", "zone": "America/Santiago"}
    assert _post(client, call, "dates", rows={"closings": [row]}) == ""
    assert "ocurren dos veces" in text(client.get(reverse("fund_draft", args=[call.pk])))


def test_a_stale_save_keeps_on_the_page_what_was_typed(officer, place, enter):
    call, draft, client = _draft(officer, place, enter)
    data = {"seen": draft.revision - 1 or 99, "summary": "Lo que escribí yo"}
    page = text(client.post(reverse("fund_bases_part", args=[call.pk, "identity"]), data))
    assert "Otra persona guardó" in page
    assert "Lo que escribí yo" in page


def test_a_row_more_is_given_without_script(officer, place, enter):
    call, draft, client = _draft(officer, place, enter)
    data = {"seen": draft.revision, "add_row": "items", "items-TOTAL_FORMS": "1", "items-INITIAL_FORMS": "0"}
    page = text(client.post(reverse("fund_bases_part", args=[call.pk, "items"]), data | {"items-0-name": "Pintura"}))
    assert 'name="items-1-name"' in page
    assert "Pintura" in page


def test_an_emptied_row_is_taken_out_and_one_half_written_is_asked_for(officer, place, enter):
    call, _, client = _draft(officer, place, enter)
    page = _post(client, call, "items", rows={"items": [{"allowed": "1", "detail": "Solo usadas"}]})
    assert "Complete este dato." in page
    assert "Solo usadas" in page
    assert _post(client, call, "items", rows={"items": [{"key": "tools", "name": "", "allowed": "1"}]}) == ""
    assert bases_of(call.versions.get(number=2)).items == ()


def test_a_condition_is_added_with_the_parameters_of_its_kind_and_taken_away(officer, place, enter):
    call, _, client = _draft(officer, place, enter)
    chosen = client.get(reverse("fund_conditions", args=[call.pk]), {"clase": "members"})
    assert chosen["Location"].endswith("?clase=members")
    address = reverse("fund_condition_new", args=[call.pk]) + "?clase=members"
    data = {"seen": call.versions.get(number=2).revision, "subject": "group", "moment": "closing", "clause": "3.1"}
    assert client.post(address, data | {"p_minimum": "5"}).status_code == 302
    (one,) = bases_of(call.versions.get(number=2)).conditions
    assert (one.kind, one.parameters, one.clause) == ("members", {"minimum": 5}, "3.1")
    assert "3.1" in text(client.get(reverse("fund_condition", args=[call.pk, one.key])))
    seen = {"seen": call.versions.get(number=2).revision}
    client.post(reverse("fund_condition_remove", args=[call.pk, one.key]), seen)
    assert bases_of(call.versions.get(number=2)).conditions == ()


def test_a_draft_is_read_by_whoever_enters_calls_and_by_nobody_else(officer, place, enter):
    call, draft, client = _draft(officer, place, enter)
    assert client.get(reverse("fund_version", args=[call.pk, draft.number])).status_code == 200
    auditor = factories.people.user_with(Role.AUDITOR, at=call.agreement)
    client = enter(auditor)
    assert client.get(reverse("fund_version", args=[call.pk, draft.number])).status_code == 404
    assert client.get(reverse("fund_draft", args=[call.pk])).status_code == 403
    assert client.get(reverse("fund_call", args=[call.pk])).status_code == 200
