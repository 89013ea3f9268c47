"""Every public service asks for its right first: called by whoever lacks it, or holds it elsewhere, it refuses."""

import inspect
from datetime import time, timedelta
from importlib import import_module
from pkgutil import walk_packages

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.enums import Moment, Verb
from cases.models import ActivityCode, CooperativeType, LegalEvent, RegularizationFile
from incubator import calendars
from incubator.calendars import Month
from incubator.causes import Task
from incubator.enums import LeaveReason, MeetingKind, Role
from incubator.requirements import Refused
from reports.services import sealing
from tests.authorization.corners import TODAY, stored, upload
from tests.authorization.funded import fund_values
from tests.authorization.funded_news import news_values
from tests.authorization.world import FOREIGN, NEAR
from tests.factories.people import coordinator_of, officer_of

pytestmark = pytest.mark.django_db

PACKAGES = ("incubator.services", "cases.services", "curricula.services", "reports.services")
#: Services that ask for no right, and why that is right.
FOR_EVERYONE = {
    "incubator.services.digests.choose": "one's own mail",
    "incubator.services.digests.send": "one's own day, read with one's own rights",
    "incubator.services.saved_filters.save": "one's own filter, which gives no right",
    "incubator.services.feeds.create": "one's own calendar",
    "incubator.services.feeds.revoke": "one's own calendar",
    "cases.services.census.understand.hints_of": "a part of reading a sheet, which asks",
    "incubator.services.accounts.invitations.accept": "the link itself is the right",
    "incubator.services.accounts.invitations.invite": "a part of appointing, which asks",
    "incubator.services.meetings.drafts.discard_draft": "one's own draft alone",
    "incubator.services.meetings.writing.hold": "the room that extends it asks before, as its package says",
    "cases.services.consequences.follow": "a part of a step, which asks",
    "cases.services.calls.missing_to_publish": "answers what a call lacks",
    "cases.services.regularization.items.written": "a part of saying how a point stands, which asks",
    "cases.services.funding.news.moved_by": "a part of each fact, which asks",
    "cases.services.funding.news.written": "a part of each fact, which asks",
    "cases.services.business.confirmations.confirm": "the one-use code itself is the right",
    "cases.services.documented.record": "keeps the document and does an act, and both ask",
    "curricula.services.enrollments.begin": "a part of logging a lesson, which asks",
    "curricula.services.enrollments.next_states": "answers which of the states one may move to",
    "incubator.services.assignments.assignable": "answers whom one may put in charge: nobody",
    "incubator.services.accounts.governing.check_appointer": "a part of appointing, which asks",
    "cases.services.advancement.findings_for": "answers what a step lacks",
    "cases.services.advancement.missing_facts": "answers what a step lacks",
    "incubator.services.meetings.corrections.may_mend": "answers whether one may",
    "incubator.services.meetings.hours.may_validate": "answers whether one may",
    "cases.services.sessions.corrections.may_mend_part": "answers whether one may",
    "cases.services.sessions.corrections.may_void": "answers whether one may",
    "incubator.services.planning.may_mend": "answers whether one may",
    "cases.services.transfers.requests.missing": "answers what a transfer lacks",
    "cases.services.lineage.proposing.findings_for": "answers what a merge or a split lacks",
    "cases.services.lineage.proposing.tell": "a part of each act of an operation, which asks",
    "cases.services.lineage.reverting.revert_findings": "answers what a reversal lacks",
}
#: Parts of reports' acts: each asks through guard.locked, and is called after it.
_AFTER_ITS_GUARD = (
    "reports.services.guard.",
    "reports.services.products.",
    "cases.services.sessions.checks.",
    "cases.services.transfers.steps.",
    "cases.services.legal.steps.",
    "cases.services.stepping.",
    "cases.services.assemblies.common.",
    "cases.services.books.holding.",
    "cases.services.legal.cure_steps.",
    "cases.services.regularization.moves.",
    "cases.services.funding.moves.",
    "cases.services.funding.moved.",
    "cases.services.funding.news.withdrawn",
)


def _services():
    """(dotted name, function) of every public function that takes `by` in the services."""
    found = {}
    for package in PACKAGES:
        home = import_module(package)
        modules = [home, *(import_module(info.name) for info in walk_packages(home.__path__, f"{package}."))]
        for module in modules:
            for name, function in vars(module).items():
                if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.__name__:
                    continue
                if "by" in inspect.signature(function).parameters:
                    found[f"{module.__name__}.{name}"] = function
    return dict(sorted(found.items()))


#: Sealing begins its own transaction, at one instant of the database: what it does inside is tried.
_INSIDE = {"reports.services.sealing.seal": sealing._sealed}
SERVICES = {
    name: _INSIDE.get(name, function)
    for name, function in _services().items()
    if name not in FOR_EVERYONE and not name.startswith(_AFTER_ITS_GUARD)
}


def _values(world):
    """A value for each parameter a service may ask, all of the corner NEAR."""
    near, day = world[NEAR], TODAY - timedelta(days=1)
    proof, now = near["document"], calendars.now()
    return {
        "incubator": near.place, "agreement": world.agreement, "organization": near["group"], "case": near["case"],
        "cases": [near["case"]], "person": near["person"], "people": [near["person"]], "membership": near["membership"],
        "meeting": near["meeting"], "session": near["session"], "lesson": near["lesson"], "cohort": near["cohort"],
        "part": near["session"].parts.first(), "enrollment": near["enrollment"], "enrollments": near["enrollments"],
        "report": near["report"], "call": near["call"], "plan": near["plan"], "application": near["application"],
        "evaluation": near["evaluation"], "item": near["item"], "assignment": near["assignment"],
        "file": RegularizationFile.objects.get(case=near["case"]), "batch": near["import"], "import_": near["import"],
        "row": near["row"], "post": near["post"], "trainer": near["cohort_trainer"], "curriculum": near["curriculum"],
        "user": near["post"].user, "contact": near["person"], "author": None, "evidence": proof, "upload": upload(),
        "document": upload(), "invitation": None, "on": day, "since": day, "until": TODAY, "expected_on": TODAY,
        "held_on": day, "made_on": day, "starts_on": day, "period": Month(2021, 6), "now": now, "at": now,
        "starts_at": time(18), "ends_at": time(19), "topic": "Tema", "topics": [], "reason": LeaveReason.JOB,
        "name": "Otro nombre", "kind": MeetingKind.TEAM_ADVICE, "modules": [("Uno", 2)], "rank": 1, "score": 80,
        "evaluator": near["post"].user, "evaluators": [near["post"].user], "entrusted": near["entrusted"],
        "assembly": near["assembly"], "sent": near["sent"], "matter": near["matter"], "agenda": [], "attendance": [],
        "votes": {}, "candidates": [], "voted_against": True, "dissented_on": day,
        "conflict": "none", "scores": {}, "rows": [], "letter": near["letter"], "appeal": near["appeal"],
        "outcome": "rejected", "grounds": "x",
        "interested": 4, "supports": [], "moment": Moment.BASELINE,
        "status": "meets", "activity": ActivityCode.objects.first(),
        "cooperative_type": CooperativeType.objects.first(),
        "verb": Verb.CLOSE, "fields": {}, "form": "session", "key": "k", "needs": {}, "given": {}, "channel": "phone",
        "reached": True, "state": "enrolled", "to": "approved", "seen": "", "role": Role.EVALUATOR, "act": "Decreto",
        "purpose": "attention", "answer": "keep", "case_source": "office", "facts": {},
        "understood": None, "source": b"x", "filename": "a.csv", "dated": {},
        "reading": None, "content": b"", "file_name": "a.xlsx", "columns": {}, "meanings": {},
        "submission": near["submission"], "notice_version": "", "note": "Nota",
        "kept": near["people"][-2], "redirected": near["twin"], "merge": near["merge"], "notice": near["notice"],
        "first": near["person"], "second": near["twin"],
        "operation": near["operation"], "allocation": near["allocation"], "survivor": near["case"], "branches": [],
        "transfer": near["transfer"], "asked": near["correction"], "inherited": near["inherited"],
        "to_incubator": near["transfer"].to_incubator, "agreed_on": day, "agreement_": None, "what": "x",
        "pairs": {near["person"].pk: near["people"][2].pk}, "subject": near["transfer"], "event": near["act"], "code": "2016",
        "day": TODAY, "is_working": False, "exception": near["calendar_day"],
        "planned": near["planned"], "organizations": [near["group"]], "planned_on": TODAY, "origin": near["person"],
        "copy": near["people"][2], "consents": [near["consent"]], "nature": "private", "easy_text": "x", "text": "x",
        "in_force_from": TODAY, "contract": near["processor_contract"],
        "task": Task("no_contact:1", "", "", "", organization_id=near["group"].pk, incubator_id=near.place.pk),
        "saved_id": 0, "opens": True, "absence": near["absence"], "draft": near["draft"], "choice": "none",
        "blocks": {}, "sections": {}, "start_share": 1, "months_to_full": 1, "measurement": near["measurement"],
        "sale": near["sale"], "counterpart": "x", "description": "x", "received_by": near["person"],
        "statement": "x", "question": near["question"],
        "filing": near["filing"], "years_from": 2020, "members": 6, "authority": "daes", "responsible": "x",
        "due_on": TODAY, "year": 2021,
        "cure": near["cure"], "about": None, "defects": ["meeting"], "items": {}, "points": [], "answers": {},
        "paper": near["paper"], "comparison": near["comparison"], "fingerprint": "0" * 64, "valid_from": TODAY,
        "holdings": {}, "shares": 100, "direction": "board", "watch": "vigilance", "seats": [],
        "share_value": 1000, "entries": [], "lines": [], "count": 1, "value": 1100, "movement": near["movement"],
        "certificate": near["certificate"], "seat": near["seat"], "body": "board", "office": "member",
        "_funds": fund_values(near) | news_values(near, day),
        "password": "x", "plan_": None, "sentences": {}, "detail": False, "email": "x@y.cl", "full_name": "X Y",
    }  # fmt: skip


def _call(function, by, values):
    parameters = inspect.signature(function).parameters
    if function.__module__.startswith("cases.services.funding."):
        values = values | values["_funds"]
    given = {
        name: values[name]
        for name, parameter in parameters.items()
        if name != "by" and parameter.default is parameter.empty and parameter.kind not in (parameter.VAR_KEYWORD,)
        and name in values
    }  # fmt: skip
    return function(by=by, **given)


def _refusal(function, by, values):
    """None when it refused for want of right; else what happened."""
    try:
        with transaction.atomic():
            _call(function, by, values)
            transaction.set_rollback(True)
    except PermissionDenied:
        return None
    except Refused as other:
        return f"checked before asking the right: {other}"
    except Exception as other:  # whatever it stumbled on came before the right
        return f"stumbled before asking the right: {type(other).__name__}: {str(other)[:120]}"
    return "let it pass"


def test_there_are_services_to_try():
    assert len(SERVICES) > 40


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_refuses_whoever_lacks_its_right(world, name):
    said = _refusal(SERVICES[name], world.users["web_editor"], _values(world))
    assert said is None, (
        f"{name} {said}. If it needs no right, say why in FOR_EVERYONE; else add what it asks to _values."
    )


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_refuses_whoever_holds_its_right_elsewhere(world, name):
    """The whole team of C, of another agreement, with every right of a municipality there."""
    values = _values(world)
    for by in (coordinator_of(world.c), officer_of(world.c)):
        said = _refusal(SERVICES[name], by, values)
        assert said is None or _of_no_place(name), f"{name} by {by}: {said}"


def _of_no_place(name):
    """Acts whose place is the post itself: refused by their own rule, with a sentence."""
    return name.startswith("incubator.services.accounts.")


def test_the_parts_that_ask_no_right_are_still_there():
    gone = set(FOR_EVERYONE) - set(_services())
    assert not gone, f"take out of FOR_EVERYONE: {gone}"


# ------------------------------------------------------------ what a right elsewhere must not join


def test_an_application_names_a_person_of_the_same_municipality(world):
    from cases.services import facts

    near, foreign = world[NEAR], world[FOREIGN]
    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        facts.receive_application(
            by=near["officer"], case=near["case"], on=TODAY, call=near["call"], contact=foreign["person"], interested=3
        )


def test_a_fact_keeps_no_document_of_another_municipality(world):
    from cases.services import facts

    near, foreign = world[NEAR], world[FOREIGN]
    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        facts.confirm(by=near["officer"], case=near["case"], on=TODAY, evidence=stored(foreign, 90))
    assert not LegalEvent.objects.filter(evidence__incubator=world.c, case=near["case"]).exists()


def test_nobody_keeps_a_document_in_an_incubator_out_of_reach(world):
    from incubator.services import evidence

    with pytest.raises(PermissionDenied), transaction.atomic():
        evidence.keep(by=world[NEAR]["officer"], upload=upload(), incubator=world.c, on=TODAY)


@pytest.mark.parametrize("who", ["legal_adviser", "advisor", "coordinator", "university_coordinator"])
def test_whoever_records_a_fact_within_reach_may_keep_its_document(world, who):
    from incubator.services import evidence

    with transaction.atomic():
        assert evidence.keep(by=world.users[who], upload=upload(), incubator=world.a, on=TODAY).pk
        transaction.set_rollback(True)


def test_a_deputy_does_not_end_nor_suspend_whom_she_stands_in_for(world):
    from incubator.models import Post
    from incubator.services import accounts
    from tests.factories import user_with

    principal = Post.objects.get(user=coordinator_of(world.a), incubator=world.a)
    deputy = user_with(Role.COORDINATOR, at=world.a)
    Post.objects.filter(user=deputy).update(deputy_for=principal)
    assert not accounts.governs(deputy, principal)
    with pytest.raises((Refused, PermissionDenied)):
        accounts.suspend(by=deputy, user=principal.user, on=TODAY)
    assert accounts.governs(principal.user, Post.objects.get(user=deputy))
