"""What a formalization tells of itself, gathered from its records into the plain `Facts` that documents draw from.

`facts_of(file, on)` is whole as far as people recorded it: what nobody recorded stays empty and `cases.papers.missing`
names it. It shows names to whoever draws: a caller whose user may not read somebody refuses before
(incubator.masking.hides_anybody). A number of queries that does not grow with the founders.
"""

from datetime import date

from cases.assemblies.life import AssemblyKind, AssemblyState
from cases.assemblies.reading import meeting_facts
from cases.books.kinds import Body, Office
from cases.formalization.life import LegalEventKind
from cases.founding.founders import Founder, case_of, deed_day, legal_name, members_of
from cases.founding.kinds import CivilStatus, Contribution, Signature
from cases.models import ActContent, Assembly, FoundingProject, LegalEvent, LegalFile, MemberRecord
from cases.papers import facts as papers
from incubator.enums import RegisteredSex

_FEMININE, _MASCULINE = 0, 1
_CIVIL_STATUS = {
    CivilStatus.SINGLE: ("soltera", "soltero"),
    CivilStatus.MARRIED: ("casada", "casado"),
    CivilStatus.CIVIL_UNION: ("conviviente civil", "conviviente civil"),
    CivilStatus.SEPARATED: ("separada judicialmente", "separado judicialmente"),
    CivilStatus.DIVORCED: ("divorciada", "divorciado"),
    CivilStatus.WIDOWED: ("viuda", "viudo"),
}
_CONTRIBUTIONS = {
    Contribution.MONEY: "dinero",
    Contribution.GOODS: "bienes",
    Contribution.BOTH: "dinero y bienes",
    Contribution.WORK: "trabajo",
}


def project_of(file: LegalFile) -> FoundingProject:
    """What its statutes decide; a blank one, not stored, while nobody decided anything."""
    found = FoundingProject.objects.filter(file=file).select_related("commune", "agent__same_as").first()
    return found or FoundingProject(file=file)


def founding_meeting_of(file: LegalFile) -> Assembly | None:
    """The last founding meeting of a file that did not fail."""
    rows = Assembly.objects.filter(file=file, kind=AssemblyKind.FOUNDING).exclude(state=AssemblyState.FAILED)
    return rows.select_related("commune").order_by("pk").last()


def facts_of(file: LegalFile, on: date) -> papers.Facts:
    """Everything recorded of a formalization, with the law of `on`."""
    case = case_of(file)
    founders = [one for one in members_of(case.organization, deed_day(file) or on) if one.founds]
    return gathered(file, on, project_of(file), founders)


def gathered(file: LegalFile, on: date, project: FoundingProject, founders: list[Founder]) -> papers.Facts:
    """The same, for whoever read the project and the founders already."""
    acts = _acts(file)
    assembly = founding_meeting_of(file)
    return papers.Facts(
        on=on,
        types=(file.cooperative_type_id,),
        name=project.name,
        trade_name=project.trade_name,
        address=project.address,
        commune=project.commune.name if project.commune else "",
        duration_years=project.duration_years,
        objects=tuple(project.purposes),
        shares=project.shares,
        share_value=project.share_value,
        goods=tuple(_goods(one) for one in founders if one.record.goods and one.record.goods_value),
        members=tuple(_member(one) for one in founders),
        women=_counted(founders, RegisteredSex.FEMALE),
        men=_counted(founders, RegisteredSex.MALE),
        bodies=_bodies(project, assembly),
        choices=_choices(project),
        meeting=meeting_facts(assembly) if assembly else papers.Meeting(),
        deed=_deed(acts),
        filing=_filing(acts),
        agent=_agent(project, founders),
        author=case_of(file).incubator.name,
    )


def _member(one: Founder) -> papers.Member:
    record, person = one.record, one.person
    man = person.registered_sex == RegisteredSex.MALE
    civil = _CIVIL_STATUS.get(CivilStatus(record.civil_status)) if record.civil_status else None
    return papers.Member(
        name=one.legal_name,
        national_id=one.national_id,
        occupation=record.occupation,
        address=record.address,
        nationality=record.nationality,
        civil_status=civil[_MASCULINE if man else _FEMININE] if civil else "",
        birth_date=person.birth_date,
        shares_subscribed=record.shares_subscribed,
        shares_paid=record.shares_paid,
        contribution=_CONTRIBUTIONS[Contribution(record.contribution)],
        number=record.member_no,
        joined_on=one.joined_on,
        signature=Signature(record.signature).value,
        signs_for=record.signs_for,
    )


def _goods(one: Founder) -> papers.Goods:
    return papers.Goods(contributor=one.legal_name, description=one.record.goods, value=one.record.goods_value or 0)


def _counted(founders: list[Founder], sex: str) -> int | None:
    """How many of a registered sex; unknown while that of somebody is."""
    if not founders or any(one.person.registered_sex == RegisteredSex.UNKNOWN for one in founders):
        return None
    return sum(one.person.registered_sex == sex for one in founders)


def _bodies(project, assembly) -> papers.Bodies:
    """How it governs itself, with the seats that the meeting elected, or else those proposed to it."""
    held = assembly is not None and assembly.state == AssemblyState.HELD
    elected = list(assembly.candidates.filter(elected=True).select_related("person__same_as")) if held else []
    seats = elected or (project.seats.select_related("person__same_as") if project.pk else ())
    return papers.Bodies(
        direction=project.direction,
        direction_seats=project.direction_seats,
        watch=project.watch,
        watch_seats=project.watch_seats if project.watch == papers.VIGILANCE else None,
        years=project.years,
        first=tuple(_seat(seat) for seat in seats),
    )


def _seat(seat) -> papers.Seat:
    person = seat.person.survivor
    office = Office(seat.office).label
    return papers.Seat(
        body=Body(seat.body).label,
        office=f"{office}, suplente" if seat.alternate else office,
        name=legal_name(person),
        national_id=person.run or person.other_document,
    )


def _choices(project) -> papers.Choices:
    same = project.meeting_from == project.meeting_to
    return papers.Choices(
        second_call_percent=project.second_call_percent,
        second_call_least=project.second_call_least,
        payment_months=project.payment_months,
        accounts_days=project.accounts_days,
        meeting_months=project.meeting_from if same else f"{project.meeting_from} y {project.meeting_to}",
    )


def _acts(file) -> dict[str, tuple[LegalEvent, ActContent | None]]:
    """Each act of the file by its kind, the last one, with the last reading of its document. Two queries."""
    events = {event.kind: event for event in LegalEvent.objects.filter(file=file).order_by("pk")}
    rows = ActContent.objects.filter(event__in=[event.pk for event in events.values()]).order_by("pk")
    read = {row.event_id: row for row in rows.select_related("registrar_commune")} if events else {}
    return {kind: (event, read.get(event.pk)) for kind, event in events.items()}


def _deed(acts) -> papers.Deed:
    event, read = acts.get(LegalEventKind.DEED, (None, None))
    return papers.Deed(
        on=event.happened_on if event else None,
        notary_name=read.notary_name if read else "",
        notary_domicile=read.notary_domicile if read else "",
        repertory=read.repertory if read else "",
        drafting_lawyer=read.drafting_lawyer if read else "",
    )


def _filing(acts) -> papers.Filing:
    entry, entry_read = acts.get(LegalEventKind.REGISTRY_ENTRY, (None, None))
    printed, printed_read = acts.get(LegalEventKind.PUBLICATION, (None, None))
    registrar = entry_read.registrar_commune if entry_read else None
    return papers.Filing(
        registrar_commune=registrar.name if registrar else "",
        entered_on=entry.happened_on if entry else None,
        folio=entry_read.folio if entry_read else "",
        entry=entry_read.entry_number if entry_read else "",
        year=(entry_read.entry_year if entry_read else None) or (entry.happened_on.year if entry else None),
        published_on=printed.happened_on if printed else None,
        cve=(printed_read.cve if printed_read else "") or (printed.reference if printed else ""),
    )


def _agent(project, founders: list[Founder]) -> papers.Agent:
    """Who presents the papers: a founder, with what is known of her, or whoever was typed."""
    person = project.agent.survivor if project.agent_id else None
    if person is None:
        return papers.Agent(
            name=project.agent_name,
            national_id=project.agent_run,
            address=project.agent_address,
            phone=project.agent_phone,
            email=project.agent_email,
        )
    record = next((one.record for one in founders if one.person.pk == person.pk), MemberRecord())
    return papers.Agent(
        name=legal_name(person),
        national_id=person.run or person.other_document,
        address=project.agent_address or record.address,
        phone=project.agent_phone or person.phone,
        email=project.agent_email or person.email,
    )
