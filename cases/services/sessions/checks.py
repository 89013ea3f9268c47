"""What a session must meet: its groups, its day, the members of that day, the supports, its topics and minutes."""

from cases import moves
from cases.enums import TERMINAL
from cases.models import SessionCase, StageChange
from cases.topics import Topic
from incubator import access, calendars, same_person
from incubator.access import Permission
from incubator.enums import MembershipRole
from incubator.models import Membership
from incubator.requirements import Refused


def check_cases(cases, held_on, starts_at, ends_at, but=None):
    """The session falls within each case's life, and the group was not in another at the same time."""
    reasons = []
    for case in cases:
        name = case.organization.name
        if held_on < case.opened_on:
            reasons.append(f"El caso de {name} se abrió el {case.opened_on:%d-%m-%Y}: la sesión no puede ser anterior.")
        if not case.is_open and held_on > (ended := _ended_on(case)):
            reasons.append(f"El caso de {name} terminó el {ended:%d-%m-%Y}: la sesión no puede ser posterior.")
    same_time = SessionCase.objects.valid().filter(
        case__in=cases,
        session__meeting__held_on=held_on,
        session__meeting__starts_at__lt=ends_at,
        session__meeting__ends_at__gt=starts_at,
    )
    for part in same_time.exclude(session=but).select_related("case__organization", "session__meeting"):
        reasons.append(
            f"{part.case.organization.name} ya tiene una sesión ese día a esa hora ({part.session.meeting.code}): "
            "si es la misma, corríjala; si es otra, revise la hora."
        )
    if reasons:
        raise Refused(*reasons)


def _ended_on(case):
    last = StageChange.objects.filter(case=case, to_stage__in=TERMINAL).order_by("-number").first()
    return last.effective_on if last else calendars.today()


def members_on(cases, day):
    """{person as she is read: organization_id} of the members that day, by groups and names; one group a person."""
    order = {case.organization_id: place for place, case in enumerate(cases)}
    rows = Membership.objects.in_force(day).filter(organization_id__in=order, role=MembershipRole.MEMBER)
    rows = rows.annotate(one_person=same_person.surviving()).order_by(*same_person.order())
    found = {}
    for row in sorted(
        rows.values_list("one_person", "organization_id"),
        key=lambda row: order[row[1]],
    ):
        found.setdefault(*row)
    return found


def attendance_of(marks, members):
    strangers = len(set(marks) - set(members))
    if strangers:
        who = "1 persona no era integrante" if strangers == 1 else f"{strangers} personas no eran integrantes"
        raise Refused(f"{who} ese día: revise la fecha, o la lista de integrantes del grupo.")
    return {person_id: (members[person_id], value) for person_id, value in marks.items()}


def allowed_given(by, cases, members, given):
    """Supports per person: only for whoever may read them, and only of people of that day."""
    if given is None:
        return None
    for case in cases:
        access.require(by, Permission.VIEW_SUPPORTS, case)
    if set(given) - set(members):
        raise Refused("Los apoyos se anotan a integrantes de ese día: revise la fecha.")
    return {person_id: kinds for person_id, kinds in given.items() if kinds}


def check_host(host, cases, day):
    """The host answered that day for one of the groups: a session of before a transfer counts where it was lived."""
    if host.pk not in {moves.responsible_on(case, day).pk for case in cases}:
        raise Refused(
            "La sesión la recibe la incubadora que respondía ese día por uno de los grupos. Si la fecha está del otro "
            "lado de un traslado, anule esta sesión y registre otra."
        )


def as_held(given, cases):
    """Supports per person on the record that holds her now: of a group that moved, the receiver's."""
    if not given:
        return given
    here = moves.record_here(given, cases[0].incubator_id)
    return {here[pk]: kinds for pk, kinds in given.items()}


def at_least(supports, given):
    """The totals say at least as many as were given to each person."""
    rows = [dict(row) for row in supports]
    counts = {}
    for kinds in (given or {}).values():
        for kind in set(kinds):
            counts[kind] = counts.get(kind, 0) + 1
    for kind, count in counts.items():
        said = sum(row.get("given") or 0 for row in rows if row["kind"] == kind)
        if said < count:
            rows.append({"kind": kind, "given": count - said})
    return rows


def known_topics(topics):
    if set(topics) - set(Topic.values):
        raise Refused("Elija los temas de la lista.")
    return [topic for topic in Topic.values if topic in set(topics)]


def part_minutes(said, whole):
    if said is None:
        return whole
    if not 0 < said <= whole:
        raise Refused(f"Los minutos de un grupo van de 1 a los {whole} que duró la sesión.")
    return said
