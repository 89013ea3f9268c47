"""One corner of the world: a group with everything that hangs from it, each name carrying the corner's own mark."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from cases.enums import RowOutcome
from cases.models import (
    CensusRow,
)
from cases.services import sessions
from cases.services.census import apply, understand
from incubator import calendars, files
from incubator.enums import AttendanceMark, ContactChannel, EvidenceKind, MeetingKind, Tier
from incubator.models import CalendarException, Commune, DuplicateNotice, Evidence, Incubator
from incubator.purposes import ConsentChannel, Purpose
from incubator.services import consents, meetings, organizations, people, planning, same_person, sensitive
from reports.models import Report
from tests import factories
from tests.authorization.assembled import furnish_assemblies
from tests.authorization.booked import furnish_books
from tests.authorization.cases import furnish_case
from tests.authorization.courses import furnish_course
from tests.authorization.funded import furnish_funds
from tests.authorization.funded_money import furnish_money
from tests.authorization.funded_news import furnish_news
from tests.authorization.funded_packages import furnish_packages
from tests.authorization.funded_places import furnish_places
from tests.authorization.moving import furnish_transfers
from tests.authorization.trading import furnish_business
from tests.authorization.written import furnish_papers
from tests.factories.people import FIRST, coordinator_of, officer_of
from tests.factories.reports import walked

TODAY = date(2021, 6, 15)
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass
class Corner:
    """A group of an incubator. `word` marks what is T1 of it, `surname` its people (T2), `secret` their T3 values."""

    name: str
    word: str
    surname: str
    secret: str
    runs: tuple[str, ...]
    place: object
    agreement: object
    ids: dict[str, object] = field(default_factory=dict)

    def __getitem__(self, kind):
        return self.ids[kind]

    def __setitem__(self, kind, record):
        self.ids[kind] = record


def furnish(corner):
    """Everything of a corner, written through the services by the officer of its incubator."""
    corner["officer"] = officer_of(corner.place)
    _people(corner)
    furnish_case(corner, TODAY, stored)
    _meetings(corner)
    furnish_course(corner, TODAY, stored)
    _census(corner)
    _calendar(corner)
    _authorised(corner)
    furnish_papers(corner, TODAY, stored)
    furnish_books(corner, TODAY)
    furnish_assemblies(corner, TODAY, stored)
    furnish_business(corner, TODAY)
    furnish_funds(corner, TODAY)
    furnish_money(corner, TODAY, stored)
    furnish_packages(corner, TODAY, stored)
    furnish_news(corner, TODAY, stored)
    furnish_places(corner, TODAY)
    furnish_transfers(corner, TODAY)
    return corner


def stored(corner, number=0, tier=Tier.PERSONAL, at=None):
    """A kept file with bytes of its own, which an answer can be recognised by."""
    content = PDF + f"%{corner.word}-{number}".encode()
    kept = files.keep(content, media_type="application/pdf", name=f"acta-{number}.pdf")
    return Evidence.objects.create(
        incubator=at or corner.place,
        kind=EvidenceKind.MINUTES,
        tier=tier,
        sha256=kept.sha256,
        size=kept.size,
        media_type="application/pdf",
        original_name=f"acta-{number}.pdf",
        uploaded_by=corner["officer"],
    )


def upload(name="acta.pdf", content=PDF):
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content, "application/pdf")


def _people(corner):
    by = corner["officer"]
    group = factories.group_with(0, at=corner.place, name=f"Taller {corner.word}", trade=f"Rubro {corner.word}")
    corner["group"], corner["people"], corner["memberships"] = group, [], []
    for number, run in enumerate((*corner.runs, "", "", "")):
        person = people.create(
            by=by, incubator=corner.place, on=FIRST, given_names=f"Rosa {number}", surname_1=corner.surname, run=run
        )
        corner["people"].append(person)
        corner["memberships"].append(organizations.join(by=by, organization=group, person=person, since=FIRST))
    organizations.represent(by=by, membership=corner["memberships"][0], since=FIRST, evidence=stored(corner, 1))
    corner["person"], corner["membership"] = corner["people"][1], corner["memberships"][1]
    _twice(corner)
    for person in corner["people"][:3]:
        sensitive.write(
            by=by, person=person, on=FIRST, disability="yes", carer="yes", degree="4", gender=corner.secret,
            certificate=f"C-{corner.secret}",
        )  # fmt: skip
        sensitive.set_needs(by=by, person=person, on=FIRST, needs={"sign_language": f"nota {corner.secret}"})


def _twice(corner):
    """Two records that somebody proposes to join, and a notice with an incubator where nobody of the world works."""
    kept, twin = corner["people"][-2:]
    corner["twin"] = twin
    corner["merge"] = same_person.propose(
        by=corner["officer"], kept=kept, redirected=twin, reason=f"Es {corner.surname}", on=FIRST
    )
    elsewhere, _ = Incubator.objects.get_or_create(
        commune=Commune.objects.get(code="15101"),
        defaults={"name": "Incubadora lejana", "municipality": corner.place.municipality, "opened_on": FIRST},
    )
    first, second = sorted((corner.place, elsewhere), key=lambda place: place.pk)
    corner["notice"] = DuplicateNotice.objects.create(
        agreement=corner.agreement, first=first, second=second, run_mark=f"{corner.name[:50]}", found_on=FIRST
    )


def _meetings(corner):
    by, case = corner["officer"], corner["case"]
    hour = {"starts_at": time(10), "ends_at": time(11, 30)}
    present = {person.pk: AttendanceMark.PRESENT for person in corner["people"]}
    corner["session_file"] = stored(corner, 4)
    corner["session"] = sessions.log(
        by=by, cases=[case], held_on=TODAY - timedelta(days=2), topic=f"Sesión {corner.word}", marks=present,
        evidence=[corner["session_file"]], given={corner["person"].pk: ["sign_language"]}, **hour,
    )  # fmt: skip
    meetings.log_contact(
        by=by, organization=corner["group"], made_on=TODAY, channel=ContactChannel.PHONE, reached=True,
        note=f"Nota {corner.word}",
    )  # fmt: skip
    corner["meeting_file"] = stored(corner, 5)
    corner["meeting"] = meetings.log_open(
        by=by, incubator=corner.place, kind=MeetingKind.OUTREACH, held_on=TODAY - timedelta(days=3),
        topic=f"Difusión {corner.word}", evidence=[corner["meeting_file"]], **hour,
    )  # fmt: skip


def _authorised(corner):
    """What one person answered with her signed sheet, a contract of data, and a meeting still to come."""
    by = corner["officer"]
    corner["incubator"], corner["institution"] = corner.place, corner.agreement.adviser
    corner["agreement"] = corner.agreement
    corner["consent"] = consents.give(
        by=by, person=corner["person"], purpose=Purpose.PHOTO, on=TODAY, channel=ConsentChannel.PAPER,
        evidence=stored(corner, 40), supports=["easy_read"],
    )  # fmt: skip
    corner["processor_contract"] = consents.record_contract(
        by=coordinator_of(corner.place), incubator=corner.place, organization=corner.agreement.adviser, since=TODAY,
        until=date(2021, 12, 31), evidence=stored(corner, 41, Tier.LEGAL), act=f"Contrato {corner.word}", object="a",
        purpose="b", data="c", people="d", at_end="e",
    )  # fmt: skip
    corner["planned"] = planning.plan(
        by=by, organizations=[corner["group"]], planned_on=TODAY + timedelta(days=2), starts_at=time(10),
        ends_at=time(12), topic=f"Reunión {corner.word}",
    )  # fmt: skip


def _calendar(corner):
    """A day of its region, another one at each corner."""
    region = corner.place.commune.region_code
    day = date(2021, 7, 1) + timedelta(days=CalendarException.objects.count())
    corner["calendar_day"] = CalendarException.objects.create(day=day, region_id=region, reason="Decreto 12")


def _census(corner):
    """A census sheet of that group, loaded: a new person, a refused row, and a difference to settle."""
    by, place = corner["officer"], corner.place
    lines = ("Grupo;RUT;Nombre;Teléfono", f"Taller {corner.word};{corner.runs[0]};Rosa 0 {corner.surname};912345678")
    wrong = f"Taller {corner.word};1-2;Ana {corner.surname};912345679"
    sheet = "\n".join((*lines, wrong)).encode()
    read = understand.understand(by=by, incubator=place, source=sheet, filename=f"catastro {corner.word}.csv", on=TODAY)
    corner["import"], _ = apply.load(by=by, incubator=place, understood=read, on=TODAY, now=calendars.now())
    corner["import_file"] = corner["import"].file
    corner["row"] = CensusRow.objects.create(
        batch=corner["import"], row=9, outcome=RowOutcome.WARNED, sentence=f"Fila {corner.word}",
        organization=corner["group"], person=corner["person"],
        after={"choice": {"field": "phone", "record": "", "sheet": "+56912345678"}},
    )  # fmt: skip


def report_of(corner, period, state, *, by=None, prepared_by=None):
    """A report of the corner's incubator: its real draft, moved to a state without printing its files."""
    from incubator.calendars import Month
    from reports import services
    from reports.enums import Product, ReportState
    from reports.models import ReportFile

    draft = services.compose(
        by=by or corner["officer"],
        agreement=corner.agreement,
        incubator=corner.place,
        period=Month.of(period),
        on=TODAY,
    )
    if prepared_by is not None:
        Report.objects.filter(pk=draft.pk).update(prepared_by=prepared_by)
        draft.refresh_from_db()
    if state != ReportState.DRAFT:
        for number, product in enumerate(Product.values):
            ReportFile.objects.create(report=draft, product=product, evidence=stored(corner, 20 + number))
        walked(draft, state, asked_by=by or corner["officer"], by=coordinator_of(corner.place), on=TODAY)
    draft.refresh_from_db()
    return draft
