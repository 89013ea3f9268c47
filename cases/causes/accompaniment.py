"""What an accompanied group needs: contact, attendance, members, its session of today, somebody in charge."""

from datetime import timedelta

from django.urls import reverse
from django.utils.html import format_html

from cases import reading
from cases.causes.desk import desk_of, group_link, page_of
from cases.models import SessionCase
from incubator import causes
from incubator.access import Permission, allows
from incubator.causes import Task
from incubator.enums import Role
from incubator.navigation import address
from incubator.templatetags.minga import dmy


@causes.cause("no_contact")
def _no_contact(asked):
    """Nobody spoke with an accompanied group for longer than the agreement allows."""
    desk = desk_of(asked)
    for case in desk.accompanied:
        if not reading.is_out_of_touch(case, asked.on, desk.rules(case)):
            continue
        days = reading.days_without_contact(case, asked.on)
        last = f"Último contacto: {dmy(case.last_contact_on)}" if case.last_contact_on else "Sin contactos anotados"
        contact = address("contact_log", case.organization_id)
        yield Task(
            key=f"no_contact:{case.pk}",
            sentence=format_html("{} no tiene contacto hace <b>{} días</b>.", group_link(case), days),
            detail=last,
            url=contact or page_of(case),
            action="Anotar contacto" if contact else "Ver grupo",
            about=f"con {case.organization.name}",
            tone="waits",
            due_on=(case.last_contact_on or case.stage_on) + timedelta(days=desk.rules(case).contact_days),
            responsible_ids=desk.responsible(case),
        )


@causes.cause("low_attendance")
def _low_attendance(asked):
    """Less than the agreed share of its members came to the last four sessions."""
    desk = desk_of(asked)
    for pk, (attended, expected) in reading.weak_attendance(desk.accompanied).items():
        case = desk.by_id[pk]
        if not expected or attended * 100 >= expected * desk.rules(case).attendance_flag_share:
            continue
        yield Task(
            key=f"low_attendance:{pk}",
            sentence=format_html(
                "A las últimas cuatro sesiones de {} asistió el <b>{} %</b> de sus integrantes.",
                group_link(case),
                attended * 100 // expected,
            ),
            detail="Converse con el grupo qué apoyos o qué horario les permite venir.",
            url=address("group_sessions", case.organization_id) or page_of(case),
            action="Ver sesiones",
            about=f"de {case.organization.name}",
            tone="waits",
            responsible_ids=desk.responsible(case),
        )


@causes.cause("below_minimum")
def _below_minimum(asked):
    """An accompanied group has fewer members than the programme's minimum."""
    desk = desk_of(asked)
    for case in desk.accompanied:
        minimum = desk.rules(case).minimum_members
        if case.members_count >= minimum:
            continue
        yield Task(
            key=f"below_minimum:{case.pk}",
            sentence=format_html(
                "{} tiene <b>{}</b> y el mínimo del programa es {}.",
                group_link(case),
                "1 integrante" if case.members_count == 1 else f"{case.members_count} integrantes",
                minimum,
            ),
            url=reverse("group_members", args=[case.organization_id]),
            action="Ver integrantes",
            about=f"de {case.organization.name}",
            tone="waits",
            responsible_ids=desk.responsible(case),
        )


@causes.cause("session_today")
def _session_today(asked):
    """The next date agreed at the last session is today."""
    desk = desk_of(asked)
    parts = SessionCase.objects.valid().filter(case_id__in=desk.by_id, session__meeting__next_on=asked.on)
    for part in parts.select_related("session__meeting").order_by("case_id", "-pk").distinct("case_id"):
        case = desk.by_id[part.case_id]
        if case.last_session_on == asked.on:
            continue
        place = part.session.meeting.place
        yield Task(
            key=f"session_today:{case.pk}",
            sentence=format_html("<b>Hoy hay sesión</b> con {}.", group_link(case)),
            detail=" · ".join(filter(None, [f"{case.members_count} integrantes", place])),
            url=address("session_log", case.organization_id) or page_of(case),
            action="Registrar" if address("session_log", case.organization_id) else "Ver grupo",
            about=f"la sesión de {case.organization.name}",
            tone="info",
            due_on=asked.on,
            responsible_ids=desk.responsible(case),
        )


@causes.cause("nobody_in_charge")
def _nobody_in_charge(asked):
    """An accompanied group without an officer, or without somebody of the university: told to whoever assigns them."""
    desk = desk_of(asked)
    for case in desk.accompanied:
        for permission, roles, who in _ASSIGNED:
            if desk.has_in_charge(case, roles) or not allows(asked.user, permission, case):
                continue
            yield Task(
                key=f"nobody_in_charge:{permission.name.lower()}:{case.pk}",
                sentence=format_html("{} no tiene <b>{}</b> a cargo.", group_link(case), who),
                detail=f"{case.get_stage_display()} desde el {dmy(case.stage_on)}",
                url=reverse("group_charge", args=[case.organization_id]),
                action="Asignar",
                about=f"a {case.organization.name}",
                tone="info",
            )


_ASSIGNED = (
    (
        Permission.ASSIGN_OFFICERS,
        (Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT),
        "funcionaria o funcionario",
    ),
    (Permission.ASSIGN_ADVISORS, (Role.ADVISOR,), "asesora o asesor de la universidad"),
)
