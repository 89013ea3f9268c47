"""The case of a corner: its application and selection, its plan, its acts, and what they led to."""

from datetime import timedelta

from cases.enums import LegalEventKind, LetterKind, Stage, Verb
from cases.models import Appeal, LegalEvent, Letter, RegularizationFile, RegularizationItem, Submission
from cases.services import facts, legal
from incubator import calendars
from incubator.enums import Tier
from incubator.models import Draft
from tests import factories
from tests.factories.cases import call_of
from tests.factories.people import coordinator_of


def furnish_case(corner, today, stored):
    """A case in formalization, with what each step of it left."""
    by = corner["officer"]
    corner["case"] = case = factories.case_in(Stage.FORMALIZATION, at=corner.place, group=corner["group"])
    corner["application"], corner["evaluation"] = case.applications.first(), case.evaluations.first()
    corner["call"] = call_of(corner.place, by, today + timedelta(days=7))
    _selection(corner, today, stored)
    corner["submission"] = Submission.objects.create(
        call=corner["call"], number=99, received_at=calendars.now(), notice_version="postulacion-1",
        group_name=f"Taller {corner.word}", contact_name=f"Rosa {corner.surname}", phone="912345678",
        code_digest=f"de {corner.word}",
    )  # fmt: skip
    file = RegularizationFile.objects.create(case=case, opened_on=today - timedelta(days=20))
    corner["item"] = RegularizationItem.objects.create(file=file, name=f"Punto {corner.word}")
    corner["filing"] = corner["item"].filings.create(authority="daes", opened_on=today, opened_by=by)
    corner["document"] = stored(corner, 2)
    day = today - timedelta(days=5)
    facts.confirm(by=by, case=case, on=day, evidence=corner["document"])
    corner["plan"] = facts.present_plan(by=by, case=case, on=day, evidence=stored(corner, 3, Tier.LEGAL))
    corner["act"] = facts.record_legal_act(
        by=by, case=case, on=day, kind=LegalEventKind.LAWYER_DRAFT, evidence=stored(corner, 50, Tier.LEGAL),
        reference=f"Minuta {corner.word}",
    )  # fmt: skip
    corner["cure"] = _cure(corner, today, stored)
    corner["draft"] = Draft.objects.create(
        owner=by,
        incubator=corner.place,
        organization=corner["group"],
        form="session",
        content={"key": f"k{corner.word}", "fields": {"topic": [f"Tema {corner.word}"]}, "sealed": ""},
    )


def _cure(corner, today, stored):
    """The cure of a reform of before."""
    deed = LegalEvent.objects.create(
        case=corner["case"], kind=LegalEventKind.REFORM_DEED, happened_on=today - timedelta(days=4),
        recorded_by=corner["officer"], evidence=stored(corner, 51, Tier.LEGAL), reference=f"Reforma {corner.word}",
    )  # fmt: skip
    return legal.open_cure(
        by=corner["officer"], case=corner["case"], act=deed, on=today - timedelta(days=3), defects=["meeting"]
    )


def _selection(corner, today, stored):
    """Who evaluates its application (somebody of its own place), a letter of it and an appeal."""
    by, case, said = coordinator_of(corner.place), corner["case"], corner["application"]
    corner["entrusted"] = said.assignments.order_by("pk").first()
    corner["letter"] = Letter.objects.create(
        case=case, application=said, kind=LetterKind.ADMITTED, incubator=corner.place, year=2021, number=case.number,
        change=case.changes.get(verb=Verb.ADMIT), issued_on=today - timedelta(days=9), issued_by=by,
        evidence=stored(corner, 40),
    )  # fmt: skip
    corner["appeal"] = Appeal.objects.create(
        case=case, application=said, happened_on=today - timedelta(days=9), channel="in_person", recorded_by=by,
        text=f"Apelación {corner.word}",
    )  # fmt: skip
