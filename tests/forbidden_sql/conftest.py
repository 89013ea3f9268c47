"""A group with everything that somebody might want to change, on Tuesday 15 June 2021."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from cases.enums import LegalEventKind, Moment, Stage
from cases.models import CensusImport, Evaluation, Operation, Submission
from cases.services import advancement, facts, transfers
from cases.services.business import confirmations, market, plans
from incubator import calendars
from incubator.enums import Role
from incubator.purposes import Purpose
from incubator.services import consents, meetings, same_person
from reports.models import Report
from tests import factories
from tests.factories.cases import START, call_of, evidence
from tests.factories.people import coordinator_of, officer_of
from tests.lives.shadows import Quiet
from tests.reports.world import JUNE, MAY, World
from tests.sessions.stories import logged

TODAY = START + timedelta(days=155)


@pytest.fixture
def scene(monkeypatch):
    """The ids of what was made, by the names that the statements use."""
    with calendars.travel("2021-06-15T10:00"):
        place, other = factories.incubator(), factories.incubator("05502")
        officer, boss = officer_of(place), coordinator_of(place)
        case = factories.case_in(Stage.BUSINESS, at=place)
        proof = evidence(boss, place)
        found = {
            "case": case.pk,
            "group": case.organization_id,
            "place": place.pk,
            "other": other.pk,
            "proof": proof.pk,
        }
        found |= {"boss": boss.pk, "officer": officer.pk, "other_boss": coordinator_of(other).pk}
        found |= {"third": factories.incubator("05503").pk, "sheet": _sheet(case)}
        found |= _people(case, officer, proof) | _met(case, officer, boss) | _plans(case, officer, boss, proof)
        found |= _traded(case, officer, boss) | _loaded(place, officer, proof) | _act(officer)
        found |= _reports(monkeypatch) | _called(place, officer, case.organization)
        transfer = transfers.request(
            by=boss, case=case, on=TODAY, to_incubator=other, reason="Se cambian.", agreed_on=TODAY, agreement=proof
        )
        pause = advancement.pause(
            by=boss, case=case, since=TODAY, reason="Cosecha", expected_on=TODAY + timedelta(days=30)
        )
        found |= _operations(case, boss, officer, proof) | _fund(case)
        yield found | {"transfer": transfer.pk, "pause": pause.pk}


def _sheet(case):
    return Evaluation.objects.filter(case=case, completed_on__isnull=False).first().pk


def _people(case, officer, proof):
    people = [row.person for row in case.organization.members_on(TODAY).order_by("pk")]
    consents.give(by=officer, person=people[0], purpose=Purpose.PHOTO, on=TODAY, channel="paper")
    merge = same_person.propose(by=officer, kept=people[0], redirected=people[1], reason="Es ella", on=TODAY)
    facts.confirm(by=officer, case=case, on=TODAY, evidence=proof)
    return {"member": people[0].pk, "stranger": people[2].pk, "merge": merge.pk}


def _met(case, officer, boss):
    session = logged(case, by=officer)
    meetings.validate_hours(by=boss, meeting=session.meeting)
    entrusted = case.applications.get().assignments.first()
    scored = case.applications.get().call_id
    return {"meeting": session.meeting.pk, "entrusted": entrusted.pk, "scored": scored}


def _plans(case, officer, boss, proof):
    """One presented, one presented for another with a co-author, one approved, and a draft."""
    helper, author = (factories.user_with(Role.OFFICER_DEVELOPMENT, at=case.incubator) for _ in range(2))
    plan = facts.present_plan(by=officer, case=case, on=TODAY, evidence=proof)
    anothers = facts.present_plan(by=officer, case=case, on=TODAY, evidence=proof, author=author)
    anothers.authors.add(helper)
    approved = facts.present_plan(by=officer, case=case, on=TODAY, evidence=proof)
    facts.approve_plan(by=boss, plan=approved, on=TODAY)
    made = {
        "plan": plan,
        "anothers": anothers,
        "approved": approved,
        "draft": plans.start(by=officer, case=case, on=TODAY),
    }
    return {name: row.pk for name, row in made.items()} | {"helper": helper.pk}


def _traded(case, officer, boss):
    measurement = facts.measure(by=officer, case=case, on=TODAY, moment=Moment.BASELINE, jobs=1)
    sale = market.record(
        by=officer, case=case, on=TODAY, kind="sale", counterpart="Vecina", description="Pan", amount=1
    )
    receiver = case.organization.members_on(TODAY).first().person
    codes, _ = confirmations.hand_over(by=officer, case=case, on=TODAY, received_by=receiver)
    question = confirmations.ask(by=boss, case=case, subject="graduation", statement="Texto", now=calendars.now())
    return {"measurement": measurement.pk, "sale": sale.pk, "codes": codes.pk, "question": question.pk}


def _operations(case, boss, officer, proof):
    """A division withdrawn, another done, another proposed: a case has one proposal at a time, so it comes last."""
    made = []
    for number, steps in enumerate(({"withdrawn": boss}, {"executed": officer}, {}), 1):
        row = Operation.objects.create(
            incubator=case.incubator, number=number, kind="split", case=case, reason="x", evidence=proof,
            proposed_by=boss, proposed_at=calendars.now(),
        )  # fmt: skip
        for state, by in steps.items():
            Operation.objects.filter(pk=row.pk).update(**{"state": state, f"{state}_by": by})
        made.append(row.pk)
    return dict(zip(("withdrawn", "executed", "operation"), made, strict=True))


def _loaded(place, officer, proof):
    batch = CensusImport.objects.create(
        incubator=place, file=proof, file_name="x.csv", sha256="x", uploaded_by=officer, uploaded_at=calendars.now()
    )
    batch.rows.create(row=1, outcome="created")
    batch.state, batch.applied_by, batch.applied_at = "applied", officer, calendars.now()
    batch.save()
    return {"workbook": batch.pk}


def _called(place, officer, group):
    """A call and what somebody sent to it, taken in."""
    call = call_of(place, officer, TODAY)
    sent = Submission.objects.create(
        call=call, number=1, received_at=calendars.now(), notice_version="postulacion-1", contact_name="Rosa",
        phone="912345678", code_digest="x",
    )  # fmt: skip
    Submission.objects.filter(pk=sent.pk).update(
        state="taken_in", settled_on=TODAY, settled_by=officer, organization=group
    )
    return {"call": call.pk, "submission": sent.pk}


def _act(officer):
    formal = factories.case_in(Stage.FORMALIZATION)
    by, proof = officer_of(formal.incubator), evidence(officer_of(formal.incubator), formal.incubator)
    act = facts.record_legal_act(by=by, case=formal, on=calendars.today(), kind=LegalEventKind.DEED, evidence=proof)
    return {"act": act.pk, "legal_file": act.file_id}


def _reports(monkeypatch):
    """May sealed, June prepared and its seal asked for."""
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    monkeypatch.setattr("reports.services.sealing.connection", SimpleNamespace(cursor=Quiet))
    world = World(groups=1)
    world.session(MAY.first + timedelta(days=5), world.cases[0])
    sealed = world.sealed(MAY)
    prepared = world.compose(JUNE, TODAY)
    assert (sealed.state, prepared.state) == ("sealed", "draft")
    assert Report.objects.count() == 2
    return {"report": sealed.pk, "prepared": prepared.pk}


def _fund(case):
    """An application that was sent, with a fact of the agency and a purchase."""
    from tests.forbidden_sql.funded import sent_application

    return sent_application(case, TODAY)
