"""One meeting as documents and pages read it: in plain values for the papers, and its parts by name."""

from datetime import date

from cases.assemblies.law import agreement
from cases.assemblies.life import AssemblyKind, AssemblyRoleKind, AssemblyState, Medium, NoticeChannel, PresentAs, Topic
from cases.books.kinds import Body
from cases.founding.founders import legal_name
from cases.models import Assembly
from cases.models import Seat as BookSeat
from cases.papers.facts import PRESENT, REPRESENTED, Agreement, Attendee, Meeting, Seat
from incubator.enums import SupportKind

R = AssemblyRoleKind
#: The agenda that the house proposes for each kind: topic, letter and matter.
AGENDAS = {
    AssemblyKind.FOUNDING: (
        (Topic.STATUTES, "", "Constituir la cooperativa y aprobar sus estatutos"),
        (Topic.SHARES, "", "Suscribir y pagar las cuotas de participación"),
        (Topic.SEATS, "", "Elegir los primeros cargos"),
        (Topic.REDUCTION, "", "Encargar a quién reduce el acta a escritura pública y hace los trámites"),
    ),
    AssemblyKind.ORDINARY: (
        (Topic.BALANCE, "a", "Situación de la cooperativa y balance del año"),
        (Topic.SURPLUS, "b", "Excedentes o pérdidas del año"),
        (Topic.ELECTIONS, "c", "Elegir los cargos que terminan su período"),
    ),
    AssemblyKind.SPECIAL: (),
    AssemblyKind.BOARD: (),
}


_PARTS = (
    "roles__person__same_as",
    "notices__person__same_as",
    "items__dissents__person__same_as",
    "attendance__person__same_as",
    "attendance__holder__same_as",
    "candidates__person__same_as",
)


def whole(assemblies):
    """A queryset of meetings with all their parts, in as many queries as there are kinds of parts."""
    return assemblies.select_related("commune", "minutes", "file", "closed_by").prefetch_related(*_PARTS)


def founding_of(case):
    """The founding meeting of a case: the last one that was not called off, else the last; None without any."""
    rows = whole(Assembly.objects.filter(case=case, kind=AssemblyKind.FOUNDING).order_by("-pk"))
    return rows.exclude(state=AssemblyState.FAILED).first() or rows.first()


def names_of(assembly, *roles) -> tuple[str, ...]:
    """The names of those who hold some roles, as documents say them, in the order written."""
    return tuple(
        legal_name(row.person.survivor) if row.person_id else row.name
        for row in assembly.roles.all()
        if row.role in roles
    )


def people_of(kind, case, on: date, *, today: date):
    """Who is called and counts: the members of the day; to a session of the board, whoever sits in it that day.

    Of a meeting before anybody was recorded here, everybody who is a member now.
    """
    if kind == AssemblyKind.BOARD and (seated := _directors(case, on)):
        return seated
    rows = case.organization.members_on(on) or case.organization.members_on(today)
    return [row.who for row in rows]


def _directors(case, on):
    """Whoever sits on the board, or manages, that day: titulars first."""
    rows = BookSeat.objects.filter(
        case__organization=case.organization_id, body__in=[Body.BOARD, Body.SOLE_MANAGER, Body.MANAGER]
    ).in_force(on)
    found = {}
    for row in rows.select_related("person__same_as").order_by("alternate", "pk"):
        found.setdefault(row.who.pk, row.who)
    return list(found.values())


def seated_bodies(case, on):
    """The bodies in which somebody sits that day, by the words of the law."""
    rows = (
        BookSeat.objects.filter(case__organization=case.organization_id).in_force(on).values_list("body", "alternate")
    )
    return {"inspector_alternate" if body == Body.INSPECTOR and alternate else str(body) for body, alternate in rows}


def meeting_facts(assembly) -> Meeting:
    """The meeting in the plain values that documents ask for. One that came from `whole` asks the database no more."""
    attendance, items = list(assembly.attendance.all()), list(assembly.items.all())
    last = max(assembly.notices.all(), key=lambda row: (row.sent_on, row.pk), default=None)
    return Meeting(
        on=assembly.meets_on,
        starts=assembly.starts_at,
        second_call=assembly.second_call_at,
        ends=assembly.ends_at,
        place=assembly.place,
        commune=assembly.commune.name if assembly.commune_id else "",
        agenda=tuple(item.matter for item in items),
        convener=assembly.convener,
        committee=names_of(assembly, R.ORGANIZER),
        supports=tuple(SupportKind(kind).label for kind in assembly.supports),
        president=", ".join(names_of(assembly, R.PRESIDENT)),
        secretary=", ".join(names_of(assembly, R.SECRETARY)),
        attendees=tuple(_attendee(row) for row in attendance),
        agreements=tuple(_agreement(assembly, item, len(attendance)) for item in items),
        reduces=names_of(assembly, R.REDUCES),
        notice_on=last.sent_on if last else None,
        channel=NoticeChannel(last.channel).label.lower() if last else "",
        medium=_medium(assembly),
        published_on=assembly.published_on,
        kind=assembly.get_kind_display(),
        on_second_call=assembly.on_second_call,
        **_beside(assembly, attendance, items),
    )


def _beside(assembly, attendance, items):
    """What the minutes of a junta or of a board say beside the votes."""
    dissents = sorted((row for item in items for row in item.dissents.all()), key=lambda row: row.pk)
    return {
        "elected": tuple(_seat(row) for row in assembly.candidates.all() if row.elected),
        "signers": names_of(assembly, R.SIGNER),
        "dissenters": tuple(dict.fromkeys(legal_name(row.person.survivor) for row in dissents)),
        "reservations": _said(attendance, "reservation"),
        "not_signing": _said(attendance, "not_signing"),
    }


def _medium(assembly):
    """«el diario La Voz del Sur»; nothing while it has no name."""
    if not assembly.medium_name:
        return ""
    before = {Medium.NEWSPAPER: "el diario", Medium.RADIO: "la radio", Medium.DIGITAL: "el medio digital"}
    return f"{before.get(assembly.medium, '')} {assembly.medium_name}".strip()


def _attendee(row) -> Attendee:
    person = row.person.survivor
    represented = row.present_as == PresentAs.REPRESENTED
    holder = legal_name(row.holder.survivor) if row.holder_id else row.holder_name
    return Attendee(
        name=legal_name(person),
        national_id=person.run or person.other_document,
        present_as=REPRESENTED if represented else PRESENT,
        proxy=holder if represented else "",
        arrived_at=row.arrived_at,
        left_at=row.left_at,
    )


def _said(attendance, name):
    """«Rosa Pérez: …» of whoever said something."""
    return tuple(f"{legal_name(row.person.survivor)}: {getattr(row, name)}" for row in attendance if getattr(row, name))


def _seat(row) -> Seat:
    person = row.person.survivor
    office = row.get_office_display().lower()
    return Seat(
        body=row.get_body_display(),
        office=f"{office}, suplente" if row.alternate else office,
        name=legal_name(person),
        national_id=person.run or person.other_document,
    )


def _agreement(assembly, item, n) -> Agreement:
    answer = agreement(assembly, item, n=n)
    return Agreement(
        matter=item.matter,
        text=item.text,
        yes=item.yes,
        no=item.no,
        abstained=item.abstained,
        letter=item.letter,
        required=answer.figures["required"] if answer else None,
        passed=answer.figures["passed"] and answer.figures["called"] if answer else None,
    )
