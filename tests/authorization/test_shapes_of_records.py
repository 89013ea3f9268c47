"""Shapes 1 to 4 of ROLES: the class and the record, siblings, deleting; over every model and address."""

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from cases.models import SessionCase
from cases.services import sessions
from incubator.access import Permission, allows
from incubator.models import Attendance, Draft
from incubator.requirements import Refused
from incubator.services import meetings
from tests.authorization.addresses import every_address
from tests.authorization.again import session_by
from tests.authorization.expectations import STATUSES, Outcome, held, outcome, reaches
from tests.authorization.filled import FILLED, READERS
from tests.authorization.world import CORNERS, NEAR, SAME, WHO

pytestmark = pytest.mark.django_db


# ------------------------------------------------------------ 1. allowed on the class, not on the record

#: Model → the kind of record of a corner that is one of its rows.
KINDS = {
    "incubator.person": "person",
    "incubator.organization": "group",
    "incubator.meeting": "meeting",
    "incubator.personmerge": "merge",
    "incubator.duplicatenotice": "notice",
    "cases.case": "case",
    "cases.call": "call",
    "cases.submission": "submission",
    "cases.censusimport": "import",
    "cases.application": "application",
    "cases.evaluation": "evaluation",
    "cases.evaluatorassignment": "entrusted",
    "cases.letter": "letter",
    "cases.appeal": "appeal",
    "cases.assembly": "assembly",
    "cases.noticesent": "sent",
    "cases.agendaitem": "matter",
    "cases.assemblyattendance": "came",
    "cases.assemblycandidate": "candidate",
    "cases.assemblyrole": "charge",
    "cases.cure": "cure",
    "cases.sharebook": "book",
    "cases.sharemovement": "movement",
    "cases.sharecertificate": "certificate",
    "cases.seat": "seat",
    "cases.legalpaper": "paper",
    "cases.textcomparison": "comparison",
    "cases.textdecision": "decision",
    "cases.basetextversion": "base_text",
    "cases.basetextvalidation": "base_validation",
    "cases.businessplan": "plan",
    "cases.canvas": "canvas",
    "cases.fundapplication": "fund",
    "cases.fundingcall": "fund_call",
    "cases.vaultdocument": "vault_document",
    "cases.marketrecord": "sale",
    "cases.confirmationsheet": "codes",
    "cases.operation": "operation",
    "cases.transfer": "transfer",
    "curricula.cohort": "cohort",
    "reports.report": "report",
    "incubator.consent": "consent",
    "incubator.processorcontract": "processor_contract",
    "incubator.plannedmeeting": "planned",
    "incubator.absence": "absence",
}


def _visible(model, user):
    return set(model.objects.visible_to(user).values_list("pk", flat=True))


@pytest.mark.parametrize("who", READERS)
def test_1_a_right_on_the_class_reaches_no_record_outside(world, who):
    rights, user = held(who)[1], world.users[who]
    wrong = [
        f"{right.name} over the {kind} of {name}"
        for right in rights
        for kind in ("group", "case", "person", "call")
        for name in CORNERS
        if allows(user, right, world[name][kind]) and not reaches(world, who, right, "group", world[name])
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", WHO)
def test_1_what_a_user_sees_of_every_model_is_within_reach(world, who):
    wrong = []
    for model in apps.get_models():
        kind = KINDS.get(model._meta.label_lower)
        if kind is None or not hasattr(model.objects, "visible_to"):
            continue
        seen, rights = _visible(model, world.users[who]), held(who)[1]
        reachable = {name for name in CORNERS if any(reaches(world, who, right, kind, world[name]) for right in rights)}
        wrong += [
            f"{model.__name__} of {name}" for name in CORNERS if world[name][kind].pk in seen and name not in reachable
        ]
    assert not wrong, "\n".join(wrong)


def test_1_every_model_that_says_what_is_visible_is_tried():
    saying = {
        model._meta.label_lower
        for model in apps.get_models()
        if model._meta.app_label in ("incubator", "cases", "curricula", "reports")
        and hasattr(model.objects, "visible_to")
    }
    facts = {"cases.signedcommitment", "cases.supportdeclaration", "cases.businessdefinition", "cases.legalevent"}
    facts |= {
        "cases.callinterest",
        "cases.measurement",
        "cases.groupconfirmation",
        "cases.reservedanswer",
    }  # of the same queryset as the tried ones
    facts |= {"cases.membercount", "cases.registrystanding", "cases.dutydone"}  # the same
    elsewhere = {"incubator.incubator", "incubator.agreement", "incubator.journalentry", "incubator.post"}
    elsewhere |= {"cases.sessioncase", "incubator.contact"}  # below
    elsewhere |= {"incubator.consenttext", "incubator.adviserstanding"}  # tests/consents/test_advisers.py
    elsewhere |= {"incubator.savedfilter"}  # one's own: tests/groups/test_saved_filters.py
    elsewhere |= {"incubator.taskoverlay"}  # tests/tasks/test_overlays.py
    assert saying <= set(KINDS) | facts | elsewhere, "add the new model to KINDS"


@pytest.mark.parametrize("who", WHO)
def test_1_parts_contacts_and_journal_are_those_of_the_groups_within_reach(world, who):
    user, rights = world.users[who], held(who)[1]
    for name in CORNERS:
        corner = world[name]
        sees = Permission.VIEW_GROUPS in rights and reaches(world, who, Permission.VIEW_GROUPS, "group", corner)
        assert SessionCase.objects.visible_to(user).filter(case=corner["case"]).exists() == sees
        contacts = apps.get_model("incubator", "Contact").objects.visible_to(user)
        assert contacts.filter(organization=corner["group"]).exists() == sees
        journal = apps.get_model("incubator", "JournalEntry").objects.visible_to(user)
        reads = Permission.VIEW_JOURNAL in rights and reaches(world, who, Permission.VIEW_JOURNAL, "group", corner)
        assert journal.filter(incubator=corner.place).exists() == reads


# ------------------------------------------------------------ 2 and 3. children, and through a sibling
# A child under another parent, over every address, is tests/authorization/test_matrix.py.


def _as_author(world, who):
    """The workshop of both groups, as if this user had logged it."""
    return session_by(world.users[who], world.workshop)


def test_3_correcting_a_workshop_marks_nobody_of_a_group_out_of_reach(world):
    session, stranger = _as_author(world, "advisor"), world[SAME]["people"][0]
    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        sessions.correct(by=world.users["advisor"], session=session, reason="x", marks={stranger.pk: "absent"})
    assert Attendance.objects.get(meeting=session.pk, person=stranger).mark == "present"


def test_3_correcting_a_workshop_changes_no_minutes_of_a_group_out_of_reach(world):
    session, other = _as_author(world, "advisor"), world[SAME]["case"]
    before = session.parts.get(case=other).minutes
    try:
        with transaction.atomic():
            sessions.correct(by=world.users["advisor"], session=session, reason="x", minutes={other.pk: 5})
    except (Refused, PermissionDenied):
        pass
    assert session.parts.get(case=other).minutes == before


def test_3_correcting_a_workshop_keeps_the_supports_given_in_a_group_out_of_reach(world):
    from incubator.models import SupportGiven
    from incubator.services import sensitive

    officer, session = world[NEAR]["officer"], _as_author(world, "advisor")
    mine, other = world[NEAR]["people"][0], world[SAME]["people"][0]
    both = {mine.pk: ["transport"], other.pk: ["transport"]}
    sensitive.give_supports(by=officer, meeting=session.meeting, given=both, on=session.meeting.held_on)
    try:
        with transaction.atomic():
            sessions.correct(by=world.users["advisor"], session=session, reason="x", given={mine.pk: []}, topic="Otro")
    except (Refused, PermissionDenied):
        pass
    allowed_in = getattr(sensitive, "allowed_in", None) or sensitive._allowed_in
    with allowed_in():
        assert SupportGiven.objects.filter(meeting_id=session.pk, person=other.pk).exists()


def test_3_nobody_voids_the_part_of_a_group_out_of_reach(world):
    session = _as_author(world, "advisor")
    part = session.parts.get(case=world[SAME]["case"])
    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        sessions.void_part(by=world.users["advisor"], part=part, reason="x")
    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        sessions.void(by=world.users["advisor"], session=session, reason="x")
    assert session.parts.get(case=world[SAME]["case"]).voided_at is None


# ------------------------------------------------------------ 4. deleting, voiding, ending: and every other act


@pytest.mark.parametrize("who", ["officer_disability", "advisor", "university_coordinator", "trainer", "moved_officer"])
def test_4_no_act_with_a_filled_form_changes_anything_out_of_reach(world, visitor, who):
    wrong = []
    for address in every_address().values():
        for name in CORNERS:
            if not address.kind or outcome(world, who, address, world[name]) != Outcome.NOWHERE:
                continue
            visit = visitor.visit(who, address.path(world[name]), "POST", FILLED)
            if visit.status not in STATUSES[Outcome.NOWHERE] or visit.writes:
                wrong.append(f"{address.name} [{name}]: {visit} {visit.writes[:1]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", ["coordinator", "advisor", "moved_officer"])
def test_4_nobody_discards_anothers_draft(world, visitor, who):
    draft = world[NEAR]["draft"]
    assert visitor.visit(who, reverse("draft_discard", args=[draft.pk]), "POST").status == 404
    meetings.discard_draft(by=world.users[who], draft=draft)
    meetings.discard_draft(by=world.users[who], key=draft.content["key"])
    assert Draft.objects.filter(pk=draft.pk).exists()
