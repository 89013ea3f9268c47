"""The session form without a mouse: every stop is seen, the order is that of reading, and errors are met at once."""

from datetime import date
from itertools import pairwise

import pytest
from django.urls import reverse

from incubator.models import Meeting
from tests.factories import case_in, group_with

pytestmark = pytest.mark.django_db(transaction=True)
MET = date(2021, 5, 26)

#: What has the focus: its name, its place, and whether something visible says so (on it, or on the chip around it).
_FOCUSED = """() => {
  const it = document.activeElement
  const drawn = [it, ...(it.closest('label') ? [it.closest('label')] : [])]
    .some(one => { const s = getComputedStyle(one)
      return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none' })
  const box = (it.closest('label.choice') || it).getBoundingClientRect()
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  return { name: it.name || it.textContent.trim(), text: it.value || '', drawn,
    y: box.top + scrollY, seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    uncovered: !!top && (top === it || it.contains(top) || top.contains(it) || !!(it.closest('label')?.contains(top))) }
}"""


@pytest.fixture
def form(page, sign_in, at, quillota):
    """The session form of a group of three, with the focus at its beginning."""
    at(MET)
    case = case_in(group=group_with(3, at=quillota, name="Cocina Ñuke Mapu"))
    sign_in(page, quillota.officer)
    page.goto(reverse("session_log", args=[case.organization_id]))
    return page


def tab_to(page, name, most=40):
    """Press Tab until that control has the focus; returns what was met on the way."""
    met = []
    for _ in range(most):
        page.keyboard.press("Tab")
        met.append(page.evaluate(_FOCUSED))
        if met[-1]["name"] == name:
            return met
    raise AssertionError(f"«{name}» is not reached by Tab: {[stop['name'] for stop in met]}")


def test_the_first_tab_offers_to_skip_to_the_content(form):
    form.keyboard.press("Tab")
    first = form.evaluate(_FOCUSED)
    assert "contenido" in first["name"].lower()
    assert first["drawn"] or first["seen"]
    form.keyboard.press("Enter")
    assert form.evaluate("location.hash") == "#contenido" or form.evaluate("document.activeElement.id")


def test_a_session_is_logged_with_the_keyboard_alone(form):
    keys, stops = form.keyboard, []
    stops += tab_to(form, "starts_at", most=60)
    keys.type("1500")
    stops += tab_to(form, "ends_at")
    keys.type("1700")
    stops += tab_to(form, "modality")
    keys.press("ArrowRight")
    assert form.locator("input[name=modality]:checked").get_attribute("value") == "remote"
    stops += tab_to(form, "Marcar a todas como presentes")
    keys.press("Enter")
    assert form.locator("input[value=present]:checked").count() == 3
    form.keyboard.press("Tab")
    stops.append(form.evaluate(_FOCUSED))
    assert stops[-1]["name"].startswith("mark_")
    keys.press("ArrowRight")
    assert form.locator("input[value=present]:checked").count() == 2
    stops += tab_to(form, "topic")
    keys.type("Costos y precio de venta")
    stops += tab_to(form, "topics")
    keys.press("Space")
    stops += tab_to(form, "commitments-0-what")
    keys.type("Cotizar envases")
    stops += tab_to(form, "add_row")
    keys.press("Enter")
    assert form.evaluate(_FOCUSED)["name"] == "commitments-1-what", "the focus goes to the new row"
    keys.type("Traer las boletas")
    stops += tab_to(form, "Registrar la sesión", most=60)
    hidden = [stop["name"] for stop in stops if not (stop["drawn"] and stop["seen"] and stop["uncovered"])]
    assert not hidden, f"the focus is not seen on {hidden}"
    keys.press("Enter")
    form.get_by_text("Quedó registrada la sesión").first.wait_for()
    meeting = Meeting.objects.get()
    assert meeting.minutes == 120
    assert meeting.attendance.filter(mark="present").count() == 2
    assert sorted(meeting.commitments.values_list("what", flat=True)) == ["Cotizar envases", "Traer las boletas"]


def test_tab_follows_the_order_of_reading(form):
    stops = tab_to(form, "Registrar la sesión", most=80)
    fields = [stop for stop in stops if stop["name"] and stop["y"] > 0]
    start = next(number for number, stop in enumerate(fields) if stop["name"] == "held_on")
    climbs = [after["name"] for before, after in pairwise(fields[start:]) if after["y"] < before["y"] - 40]
    assert not climbs, f"the focus climbs to {climbs}"


def test_what_is_wrong_takes_the_focus_and_says_where_to_go(form):
    form.locator("#id_starts_at").fill("17:00")
    form.locator("#id_ends_at").fill("15:00")
    form.get_by_role("button", name="Marcar a todas como presentes").press("Enter")
    form.locator("#id_topic").fill("Costos")
    tab_to(form, "Registrar la sesión", most=60)
    form.keyboard.press("Enter")
    form.get_by_text("Falta corregir esto").wait_for()
    assert form.locator(".error-summary").get_attribute("role") == "alert", "said aloud at once"
    focused = form.evaluate(_FOCUSED)
    assert focused["name"] == "ends_at"
    assert focused["seen"]
    assert form.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
    form.locator("#id_topic").focus()
    form.locator(".error-summary").get_by_role("link").first.press("Enter")
    assert form.evaluate(_FOCUSED)["name"] == "ends_at"
    assert form.input_value("#id_topic") == "Costos"
    assert form.locator("input[value=present]:checked").count() == 3
