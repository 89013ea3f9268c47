"""Nothing of another municipality, of a group out of reach or of a higher tier appears on any page or address."""

import io
import re
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from cases.groups import exports as group_exports
from cases.groups.filters import Filtering, chosen_in
from cases.groups.rows import GroupRows
from incubator import causes, panels, search
from incubator.access import Permission
from incubator.country import format_run
from incubator.enums import DisabilityDegree
from incubator.models import Person
from incubator.text import fold
from tests.authorization.corners import TODAY
from tests.authorization.expectations import Outcome, held, reaches
from tests.authorization.sweep import walk
from tests.authorization.world import CORNERS, FOREIGN, NEAR, SAME, SISTER, WHO

pytestmark = pytest.mark.django_db
P = Permission
READERS = [who for who in WHO if held(who)[1]]
#: Where T3 of one person stands, for whoever holds its right; everything else is a list, a search or an export.
T3_PAGES = {"person_sensitive", "person_needs", "person_sensitive_save", "agenda_needs"}
#: Where the whole RUN stands: a person's own page and form.
RUN_PAGES = {"person_detail", "person_edit", "member_add"}
#: Rights that open names.
NAMES = {P.VIEW_PEOPLE, P.TEACH, P.READ_ANNEX}


def _pages(world, visitor, who):
    return [step for step in walk(world, visitor, who) if step.visit.text and step.wanted == Outcome.OPEN]


def _reached(world, who, kind="group"):
    rights = held(who)[1]
    return {name for name in CORNERS if any(reaches(world, who, right, kind, world[name]) for right in rights)}


def _said(step, words):
    return [word for word in words if fold(word) in step.visit.folded]


@pytest.mark.parametrize("who", READERS)
def test_no_page_names_a_group_or_a_person_out_of_reach(world, visitor, who):
    """The word of a corner stands in its group, trade, topics, notes, courses and files; its surname in people."""
    kind = "cohort" if who == "trainer" else "group"
    out = [world[name] for name in CORNERS if name not in _reached(world, who, kind)]
    if who in ("funder_analyst", "funder_approver"):
        out = [world[FOREIGN]]  # they read the delivered reports of their agreement, with its groups
    strangers = [word for corner in out for word in (corner.word, corner.surname)]
    if who == "evaluator":  # she reads what the group does, and not its name
        strangers = [f"Taller {word}" if word == world[NEAR].word else word for word in strangers]
    leaks = [f"{step}: {found}" for step in _pages(world, visitor, who) if (found := _said(step, strangers))]
    assert not leaks, "\n".join(leaks)


@pytest.mark.parametrize("who", READERS)
def test_names_stand_only_where_the_user_may_read_them(world, visitor, who):
    if held(who)[1] & {P.VIEW_PEOPLE}:
        forbidden = [world[name].surname for name in CORNERS if name not in _reached(world, who)]
    elif held(who)[1] & {P.TEACH}:
        forbidden = [world[name].surname for name in CORNERS if name != NEAR]
    else:
        forbidden = [world[name].surname for name in CORNERS]
    pages = _pages(world, visitor, who)
    if P.VIEW_READINGS in held(who)[1]:  # who asks «quién vio mis datos» is named on the page that answers her
        pages = [step for step in pages if step.address.name != "readings_person"]
    leaks = [f"{step}: {found}" for step in pages if (found := _said(step, forbidden))]
    assert not leaks, "\n".join(leaks)


@pytest.mark.parametrize("who", READERS)
def test_sensitive_values_stand_on_no_list_and_on_no_page_of_whoever_may_not_read_them(world, visitor, who):
    rights = held(who)[1]
    secrets = [world[name].secret for name in CORNERS] + [f"Discapacidad {DisabilityDegree.SEVERE.label.lower()}"]
    leaks = []
    for step in _pages(world, visitor, who):
        found = _said(step, secrets)
        allowed = step.address.name in T3_PAGES and rights & {P.VIEW_SENSITIVE, P.VIEW_SUPPORTS}
        if found and not (allowed and set(found) <= {world[step.corner].secret}):
            leaks.append(f"{step}: {found}")
    assert not leaks, "\n".join(leaks)


@pytest.mark.parametrize("who", READERS)
def test_a_run_is_masked_everywhere_but_on_the_persons_own_page(world, visitor, who):
    whole = {shape for name in CORNERS for run in world[name].runs for shape in (run, format_run(run))}
    leaks = [
        f"{step}: {found}"
        for step in _pages(world, visitor, who)
        if step.address.name not in RUN_PAGES and (found := [run for run in whole if run in step.visit.text])
    ]
    assert not leaks, "\n".join(leaks)


@pytest.mark.parametrize("who", READERS)
def test_no_address_carries_a_name_a_run_or_a_sensitive_value(world, visitor, who):
    words = [fold(word) for name in CORNERS for word in (world[name].surname, world[name].secret, *world[name].runs)]
    found = []
    for step in walk(world, visitor, who):
        links = re.findall(r'(?:href|src|action|hx-[a-z]+)="([^"]*)"', step.visit.text)
        for link in (*links, step.visit.location):
            if any(word in fold(unquote(link)) for word in words):
                found.append(f"{step}: {link}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("who", READERS)
def test_every_page_that_shows_sensitive_facts_logs_its_reading(world, visitor, who):
    unlogged = []
    for step in _pages(world, visitor, who):
        if _said(step, [world[step.corner].secret]) and not step.visit.readings:
            unlogged.append(str(step))
    assert not unlogged, "\n".join(unlogged)


def test_reading_sensitive_facts_asks_for_a_purpose_and_is_logged(world, visitor):
    person = world[NEAR]["person"]
    path = f"/personas/{person.pk}/datos-sensibles/"
    asked = visitor.visit("officer_disability", path)
    assert asked.status == 200
    assert world[NEAR].secret not in asked.text
    assert asked.readings == 0
    from incubator.people_forms import PurposeForm

    purpose = next(value for value, _ in PurposeForm().fields["purpose"].choices if value)
    shown = visitor.visit("officer_disability", path, "POST", {"purpose": purpose})
    assert shown.status == 200
    assert shown.readings == 1
    needs = visitor.visit("advisor", f"/personas/{person.pk}/apoyos/")
    assert world[NEAR].secret in needs.text
    assert needs.readings == 1


# ------------------------------------------------------------ searching, exporting, «Mi día», counting


@pytest.mark.parametrize("who", READERS)
def test_searching_finds_and_counts_only_what_is_within_reach(world, visitor, who):
    rights = held(who)[1]
    for name in CORNERS:
        corner = world[name]
        sees_group = P.VIEW_GROUPS in rights and reaches(world, who, P.VIEW_GROUPS, "group", corner)
        sees_people = P.VIEW_PEOPLE in rights and reaches(world, who, P.VIEW_PEOPLE, "person", corner)
        applies = P.VIEW_FUNDS in rights and reaches(world, who, P.VIEW_FUNDS, "fund", corner)
        user = world.users[who]
        assert bool(search.find(user, corner.word)) == (sees_group or applies), corner.name
        assert bool(search.find(user, corner.surname)) == sees_people, corner.name
        for run in (corner.runs[0], format_run(corner.runs[0])):
            found = search.find(user, run)
            assert bool(found) == sees_people, (corner.name, run)
            assert all(run not in hit.detail + hit.label + hit.url for kind in found for hit in kind["hits"])
        assert not search.find(user, corner.secret)


@pytest.mark.parametrize("who", [who for who in READERS if P.EXPORT in held(who)[1]])
def test_the_export_holds_the_rows_within_reach_and_no_other(world, visitor, who):
    content = visitor.visit(who, "/grupos/planilla/?etapa=abiertos")
    assert content.status == 200
    book = load_workbook(io.BytesIO(content.body), read_only=True)
    text = fold(" ".join(str(value) for sheet in book for row in sheet.values for value in row if value is not None))
    inside = _reached(world, who)
    for name in CORNERS:
        assert (fold(world[name].word) in text) == (name in inside), name
        assert fold(world[name].surname) not in text
        assert fold(world[name].secret) not in text
        assert not any(run in text for run in world[name].runs)


@pytest.mark.parametrize("who", READERS)
def test_my_day_counts_and_names_only_what_is_within_reach(world, visitor, who):
    user, inside = world.users[who], _reached(world, who)
    for path in ("/mi-dia/", "/mi-dia/?de=todas"):
        page = fold(visitor.visit(who, path).text)
        for name in set(CORNERS) - inside:
            assert fold(world[name].word) not in page, (path, name)
    told = fold(
        " ".join(f"{task.sentence} {task.detail} {task.about} {task.url}" for task in causes.tasks(user, TODAY))
    )
    for name in set(CORNERS) - inside:
        assert fold(world[name].word) not in told, name
        assert fold(world[name].secret) not in told
    strips = [panel for panels_ in panels.shown(user, TODAY).values() for panel in panels_ if "total" in panel]
    may_see = P.VIEW_GROUPS in held(who)[1]
    assert [strip["total"] for strip in strips] == ([_open_cases(world, inside)] if may_see and inside else [])


def _open_cases(world, inside):
    """Open cases of the plan of the world: one a corner, and one more in each incubator (world.py)."""
    places = {world[name].place.pk for name in inside if SAME in inside or name != NEAR}
    return len(inside) + len(places)


@pytest.mark.parametrize("who", [who for who in READERS if P.VIEW_GROUPS in held(who)[1]])
def test_the_counts_of_the_list_are_those_of_the_groups_within_reach(world, visitor, who):
    listed = Filtering(GroupRows(world.users[who], TODAY), chosen_in({}))
    chips = {chip["label"]: chip["count"] for chip in listed.stages()}
    assert chips["Con caso abierto"] == _open_cases(world, _reached(world, who))


def test_the_workshop_of_two_groups_shows_an_adviser_only_the_assigned_one(world, visitor):
    page = visitor.visit("advisor", f"/sesiones/{world.workshop.pk}/")
    assert page.status == 200
    assert world[NEAR].surname in page.text
    assert world[SAME].word not in page.text
    assert world[SAME].surname not in page.text
    file = visitor.visit("advisor", f"/sesiones/{world.workshop.pk}/archivos/{world.workshop_file.pk}/")
    assert file.status == 404
    whole = visitor.visit("officer_disability", f"/sesiones/{world.workshop.pk}/archivos/{world.workshop_file.pk}/")
    assert whole.status == 200


def test_a_person_of_two_groups_shows_an_adviser_only_the_assigned_one(world, visitor):
    page = visitor.visit("advisor", f"/personas/{world.shared_person.pk}/")
    assert page.status == 200
    assert world[SAME].word not in page.text


def test_the_export_and_the_list_come_from_the_same_rows(world):
    listed = Filtering(GroupRows(world.users["officer_disability"], TODAY, P.EXPORT), chosen_in({}))
    rows = listed.groups.shown(listed.rows)
    content = group_exports.workbook(rows, by=world.users["officer_disability"], on=TODAY, filters=[])
    assert len(content) > 1000
    assert {row["case"].incubator_id for row in rows} == {world.a.pk}


def test_nobody_of_another_municipality_is_matched_by_run(world):
    """The same RUN in two municipalities is two records; each is found in its own alone."""
    for name in CORNERS:
        found = Person.objects.visible_to(world.users["officer_disability"]).filter(run__in=world[name].runs)
        assert found.exists() == (name in (NEAR, SAME)), name
        assert not found.filter(incubator=world[SISTER].place).exists()
