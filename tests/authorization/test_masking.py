"""A private adviser institution: who did not authorise it stands, by name, RUN or phone, behind none of its doors."""

import io
import subprocess
from datetime import date, time, timedelta

import pytest
from django.db import transaction
from openpyxl import load_workbook

from cases.services import sessions
from incubator import masking, search
from incubator.access import Permission, allows, forget_posts
from incubator.country import format_run
from incubator.models import AdviserStanding, Person, ProcessorContract
from incubator.purposes import AdviserNature, ConsentChannel, Purpose
from incubator.services import consents
from incubator.text import fold
from tests.authorization.addresses import every_address
from tests.authorization.corners import TODAY
from tests.authorization.world import CORNERS, NEAR, SAME, SISTER
from tests.factories.people import coordinator_of

pytestmark = pytest.mark.django_db
ADVISERS = ("advisor", "university_coordinator", "legal_adviser", "trainer")
PHONE = "+56987650000"


@pytest.fixture
def private(world):
    """The adviser institution is private for the municipalities of the agreement, without a contract; taken back."""
    with transaction.atomic():
        ProcessorContract.objects.filter(incubator__in=[world.a, world.b]).update(until=TODAY)
        for place in (world.a, world.b):
            AdviserStanding.objects.create(
                incubator=place,
                organization=world.agreement.adviser,
                nature=AdviserNature.PRIVATE,
                since=date(2021, 1, 4),
                recorded_by=coordinator_of(place),
            )
        Person.objects.filter(pk__in=[row.pk for row in world[NEAR]["people"]]).update(phone=PHONE)
        _forget(world)
        yield
        transaction.set_rollback(True)
    _forget(world)


@pytest.fixture
def contract(world, private):
    """The same, under a contract in force since this morning."""
    for place in (world.a, world.b):
        ProcessorContract.objects.filter(incubator=place).update(until=date(2021, 12, 31))
    _forget(world)


def _forget(world):
    for user in world.users.values():
        forget_posts(user)


def _words(visit, tmp_path):
    """Everything an answer says: a page, a sheet of paper or a workbook."""
    if visit.media_type.startswith("application/pdf"):
        path = tmp_path / "leer.pdf"
        path.write_bytes(visit.body)
        read = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True)
        return read.stdout + visit.body.decode(errors="replace")  # the files of the world are not whole PDFs
    if "spreadsheet" in visit.media_type:
        book = load_workbook(io.BytesIO(visit.body))
        return " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    return visit.text


def _crawl(world, visitor, who, corner):
    """(path, what it says) of every address of a corner that answers this user."""
    for address in every_address().values():
        path = address.path(corner)
        visit = visitor.visit(who, path)
        if visit.status == 200:
            yield path, visit


def _shapes(corner):
    return {corner.surname, PHONE, *corner.runs, *(format_run(run) for run in corner.runs)}


@pytest.mark.parametrize("who", ADVISERS)
def test_without_a_contract_nobody_who_did_not_authorise_it_is_named_anywhere(world, visitor, private, tmp_path, who):
    seen, leaks = 0, []
    for corner in (world[name] for name in (NEAR, SAME, SISTER)):
        for path, visit in _crawl(world, visitor, who, corner):
            said, seen = fold(_words(visit, tmp_path)), seen + 1
            leaks += [f"{path}: {word}" for word in _shapes(corner) if fold(word) in said]
    assert seen > (3 if who == "trainer" else 20)
    assert not leaks, "\n".join(leaks)


@pytest.mark.parametrize("who", ADVISERS)
def test_what_is_searched_by_name_run_or_phone_finds_nobody(world, visitor, private, who):
    for asked in _shapes(world[NEAR]):
        assert search.find(world.users[who], asked) == []


@pytest.mark.parametrize("who", ["advisor", "university_coordinator", "legal_adviser"])
def test_under_a_contract_only_who_withdrew_is_left_out(world, visitor, contract, tmp_path, who):
    near = world[NEAR]
    gone, stays = near["people"][1], near["people"][0]
    visible = set(Person.objects.visible_to(world.users[who]).values_list("pk", flat=True))
    assert {gone.pk, stays.pk} <= visible
    consents.withdraw(by=near["officer"], person=gone, purpose=Purpose.PRIVATE_ADVISER, on=TODAY)
    leaks, named = [], 0
    for path, visit in _crawl(world, visitor, who, near):
        said = fold(_words(visit, tmp_path))
        leaks += [f"{path}: {word}" for word in (gone.name, gone.run, format_run(gone.run)) if fold(word) in said]
        named += fold(stays.name) in said
    assert not leaks, "\n".join(leaks)
    assert named > 2
    members = visitor.visit(who, f"/grupos/{near['group'].pk}/integrantes/").text
    assert "Integrante 2" in members


def test_who_authorises_it_is_read_again(world, visitor, private):
    near = world[NEAR]
    person = near["people"][0]
    assert visitor.visit("advisor", f"/personas/{person.pk}/").status == 404
    consents.give(
        by=near["officer"], person=person, purpose=Purpose.PRIVATE_ADVISER, on=TODAY, channel=ConsentChannel.PAPER
    )
    page = visitor.visit("advisor", f"/personas/{person.pk}/")
    assert page.status == 200
    assert person.name in page.text


@pytest.mark.parametrize("who", ["officer_disability", "officer_development", "coordinator", "auditor"])
def test_the_municipality_and_the_auditor_read_as_ever(world, private, who):
    user = world.users[who]
    assert not masking.veil_of(user)
    assert Person.objects.visible_to(user).filter(pk=world[NEAR]["person"].pk).exists()


def test_t3_and_t4_rest_on_what_the_institution_is(world, private):
    user, case = world.users["advisor"], world[NEAR]["case"]
    assert not allows(user, Permission.VIEW_SUPPORTS, case)
    assert not allows(user, Permission.VIEW_LEGAL, case)
    assert allows(user, Permission.VIEW_GROUPS, case)
    assert allows(user, Permission.LOG_MEETINGS, case)


def test_a_contract_gives_back_t4_and_never_t3(world, contract):
    user, case = world.users["advisor"], world[NEAR]["case"]
    assert not allows(user, Permission.VIEW_SUPPORTS, case)
    assert allows(user, Permission.VIEW_LEGAL, case)


def test_attendance_is_marked_against_the_code_and_the_past_stays(world, visitor, private):
    near, user = world[NEAR], world.users["advisor"]
    before = near["session"].meeting.attendance.count()
    marks = {person.pk: "present" for person in near["people"]}
    session = sessions.log(
        by=user, cases=[near["case"]], held_on=TODAY, starts_at=time(8), ends_at=time(9), topic="Costos", marks=marks
    )
    page = visitor.visit("advisor", f"/sesiones/{session.pk}/")
    assert "Integrante 1" in page.text
    assert near.surname not in page.text
    assert session.meeting.attendance.count() == len(marks)
    assert near["session"].meeting.attendance.count() == before


def test_a_paper_with_the_names_of_the_hidden_opens_to_none_of_the_institution(world, visitor, private):
    near = world[NEAR]
    address = f"/sesiones/{near['session'].pk}/archivos/{near['session_file'].pk}/"
    for who in ("advisor", "university_coordinator", "legal_adviser"):
        assert visitor.visit(who, address).status == 404
    assert visitor.visit("officer_disability", address).status == 200


def test_the_number_of_a_person_lasts(world, private):
    near, user = world[NEAR], world.users["advisor"]
    first = masking.names_for(user, near["people"])
    consents.give(
        by=near["officer"], person=near["people"][0], purpose=Purpose.PRIVATE_ADVISER, on=TODAY - timedelta(days=1),
        channel=ConsentChannel.PAPER,
    )  # fmt: skip
    then = masking.names_for(user, near["people"])
    assert then[near["people"][0].pk].name == near["people"][0].name
    assert all(then[one.pk] == first[one.pk] for one in near["people"][1:])
    assert first[near["people"][1].pk].name == "Integrante 2"


def test_the_other_municipalities_of_the_world_are_untouched(world, private):
    assert set(CORNERS) - {NEAR, SAME, SISTER} == {"foreign"}
    assert masking.veil_of(world.users["advisor"]).by_consent == {world.a.pk, world.b.pk}
