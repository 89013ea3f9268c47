"""An application that lacks nothing, written and reviewed through the services; its package, and who makes it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cases.enums import ConfirmationSubject, Stage
from cases.funding.bases.shapes import AskedDocument, Condition, Subject
from cases.funding.bases.written import bases_of
from cases.funding.form import confirming
from cases.funding.form import reading as forms_reading
from cases.funding.words import DocumentKind, DocumentOf
from cases.services import facts
from cases.services.funding import answers, approving, budgets, packages, quotations, reviews, vault, verifying
from incubator import calendars, files
from incubator.enums import EvidenceKind, Role, Tier
from incubator.models import User
from incubator.services.evidence import record_of
from tests.factories.cases import case_in, evidence
from tests.factories.people import coordinator_of, officer_of, user_with
from tests.funding.scene import a_call, an_application, fresh, some_bases

#: The day of the story, before the closing of the scene; and the moment of the approval.
DAY = date(2021, 7, 20)
AT = datetime.combine(DAY, time(11, 30), calendars.ZONE)

#: What is written in each field of the scene's form.
WRITTEN = {
    "name": "Taller de costura «Ñandú»",
    "why": "Cosemos por encargo y nos falta una máquina.",
    "months": 6,
    "line": "Trabajo",
    "partners": [["Municipalidad", "Sala"], ["Liceo", "Clases"]],
    "frame": [
        {
            "level": level,
            "text": f"Texto de {level}",
            "indicator": "Ventas",
            "means": "Boletas",
            "assumption": "Hay tela",
        }
        for level in ("goal", "purpose", "component", "activity")
    ],
    "activities": [{"name": "Comprar la máquina", "months": [1]}, {"name": "Coser", "months": [2, 3, 4, 5, 6]}],
    "people": {"women": 4, "men": 1, "other": 0},
}
CONDITIONS = (
    Condition("members", "members", Subject.GROUP, parameters={"minimum": 3}, clause="4.1"),
    Condition("debts", "debts", parameters={"registers": ["treasury"]}, clause="4.2"),
)
DOCUMENTS = (
    AskedDocument("letter", DocumentKind.SUPPORT_LETTER, "Carta de apoyo"),
    AskedDocument("identity", DocumentKind.IDENTITY, "Cédula de quien firma", DocumentOf.PERSON),
    AskedDocument("credential", DocumentKind.DISABILITY, "Credencial de quien firma", DocumentOf.PERSON),
)


@dataclass
class Team:
    """Who writes, who reads each section, and who approves."""

    officer: User
    reader: User
    coordinator: User


def a_file(by, place, content=b"%PDF-1.4 hoja", name="hoja.pdf", tier=Tier.LEGAL):
    """A stored file with its record."""
    stored = files.keep(content, media_type="application/pdf", name=name)
    return record_of(stored, by, incubator=place, kind=EvidenceKind.FUND, tier=tier, description="", taken_on=DAY)


def a_case(place, members=5):
    """A group in business definition, and its team."""
    case = case_in(Stage.BUSINESS, at=place, members=members)
    return case, Team(officer_of(place), user_with(Role.OFFICER_DISABILITY, at=place), coordinator_of(place))


def asked(**fields):
    """The bases of these stories: the scene's, with a condition of each fate and three documents."""
    return some_bases(**{"conditions": CONDITIONS, "documents": DOCUMENTS, **fields})


def written(case, team, *, on=DAY, bases=None, private=False, key="fondo-2021", **fields):
    """An application with everything written: form, budget, quotation, documents and the condition to verify."""
    place = case.incubator
    call = a_call(place, bases=bases or asked(), key=key)
    if private:
        call.agency.is_private = True
        call.agency.save()
    application = an_application(case, call, by=team.officer, on=on, **fields)
    say(application, team, WRITTEN)
    spend(application, team, on=on)
    keep_papers(application, team, on=on)
    verifying.answer(
        by=team.officer, application=fresh(application), key="debts", meets=True, text="Sin deudas", seen_on=on, at=AT
    )
    return fresh(application)


def say(application, team, values, at=AT):
    """Answers written over what the form says now."""
    seen = {key: kept.number for key, kept in forms_reading.kept(application).items()}
    answers.save(by=team.officer, application=fresh(application), values=values, seen=seen, page="hoja", at=at)


def spend(application, team, *, on=DAY):
    """A budget of one line with its quotation, presented."""
    quotations.add(
        by=team.officer, application=fresh(application), on=on, evidence=a_file(team.officer, application.case.incubator),
        item="tools", detail="Máquina de coser", supplier="Casa Sur", supplier_rut="76.123.456-0", amount=950_000,
        quoted_on=on, valid_until=on + timedelta(days=60), is_chosen=True,
    )  # fmt: skip
    budget = budgets.start(by=team.officer, application=fresh(application), on=on)
    line = {
        "item": "tools",
        "name": "Máquina de coser",
        "months": [900_000],
        "own_cash": 0,
        "own_kind": 50_000,
        "note": "",
    }
    budgets.write(by=team.officer, budget=budget, seen=budget.revision, lines=[line])
    budgets.present(by=team.officer, budget=fresh(application).budgets.get(is_draft=True), on=on)


def keep_papers(application, team, *, on=DAY):
    """The three documents that the bases ask, the last one reserved."""
    case, place = application.case, application.case.incubator
    for place_in, asked_for in enumerate(bases_of(application.bases).documents):
        content = b"%PDF-1.4 " + asked_for.key.encode() + b"-%d" % application.pk
        tier = Tier.SENSITIVE if asked_for.kind == DocumentKind.DISABILITY else Tier.LEGAL
        tier = Tier.PERSONAL if asked_for.kind == DocumentKind.IDENTITY else tier
        kept = a_file(team.officer, place, content, f"papel-{place_in}.pdf", tier)
        person = application.signer if asked_for.subject == DocumentOf.PERSON else None
        vault.keep(
            by=team.officer, case=case, on=on, kind=asked_for.kind, happened_on=on, evidence=kept,
            subject=asked_for.subject, person=person, valid_until=on + timedelta(days=180), name=asked_for.name,
        )  # fmt: skip


def reviewed(application, team, *, on=DAY, at=AT):
    """Sent to review, each section read by somebody else, and confirmed by the group with its signed sheet."""
    reviews.send(by=team.officer, application=fresh(application), on=on)
    held = fresh(application)
    bases, kept = bases_of(held.bases), forms_reading.kept(held)
    for section in bases.sections:
        digest = forms_reading.section_digest(section, kept)
        reviews.read_section(by=team.reader, application=held, section=section.key, is_fine=True, digest=digest, at=at)
    confirm(held, team, on=on)
    return fresh(application)


def confirm(application, team, *, on=DAY):
    """The group signs the exact text as it is now."""
    held = fresh(application)
    facts.confirm(
        by=team.officer, case=held.case, on=on, evidence=evidence(team.officer, held.case.incubator),
        subject=ConfirmationSubject.FUND_APPLICATION, subject_id=held.pk, statement=confirming.statement(held),
    )  # fmt: skip


def ready(application, team, *, at=AT, with_files=True):
    """Approved and frozen; its files made."""
    package = approving.make_ready(by=team.coordinator, application=fresh(application), at=at)
    if with_files:
        packages.make_files(by=team.coordinator, package=package, on=calendars.local_day(at))
    return package


def a_package(place, **fields):
    """(package, team) of an application from nothing to its files."""
    case, team = a_case(place)
    application = reviewed(written(case, team, **fields), team)
    return ready(application, team), team
