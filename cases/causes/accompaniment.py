"""What an accompanied group needs: contact, attendance, members, its session of today, somebody in charge."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.fields import DateField
from django.db.models.functions import Cast, Coalesce, Greatest
from django.urls import reverse
from django.utils.html import format_html

from cases import reading
from cases.causes.desk import accompanied, by_rule, each, group_link, open_cases, page_of
from cases.enums import ACCOMPANIED
from cases.models import Pause, SessionCase, StageChange
from incubator import causes
from incubator.access import Permission, scope_of
from incubator.causes import Listing, Task
from incubator.enums import ATTENDED, Role
from incubator.models import Assignment, Contact
from incubator.navigation import address
from incubator.templatetags.minga import dmy


@causes.listed("no_contact", "Contacto con el grupo", tones=("waits",))
def no_contact(asked):
    """Nobody spoke with an accompanied group for longer than the agreement allows."""
    held = SessionCase.objects.valid().filter(case=OuterRef("pk"), session__meeting__held_on__lte=asked.on)
    reached = Contact.objects.filter(organization=OuterRef("organization"), reached=True, made_on__lte=asked.on)
    changed = StageChange.objects.filter(case=OuterRef("pk"))
    resting = Pause.objects.filter(case=OuterRef("pk"), until__isnull=True)

    def silent(days):
        since = asked.on - timedelta(days=days)
        spoke = Exists(held.filter(session__meeting__held_on__gte=since)) | Exists(reached.filter(made_on__gte=since))
        # Whoever never spoke with it has those days since the group came to its stage.
        return ~spoke & (Exists(held) | Exists(reached) | ~Exists(changed.filter(effective_on__gte=since)))

    rows = accompanied(asked).filter(~Exists(resting)).filter(by_rule(asked, "contact_days", silent))
    last = Greatest(
        Subquery(held.order_by("-session__meeting__held_on").values("session__meeting__held_on")[:1]),
        Subquery(reached.order_by("-made_on").values("made_on")[:1]),
    )
    since = Coalesce(last, Subquery(changed.order_by("-number").values("effective_on")[:1]), output_field=DateField())
    yield Listing(rows, _silent_groups, "waits", due=since)


def _silent_groups(asked, rows):
    for row, case in each(asked, rows):
        days = reading.days_without_contact(case, asked.on)
        contact = address("contact_log", case.organization_id)
        yield Task(
            key=row.key,
            sentence=format_html("{} no tiene contacto hace <b>{} días</b>.", group_link(case), days),
            detail=f"Último contacto: {dmy(case.last_contact_on)}"
            if case.last_contact_on
            else "Sin contactos anotados",
            url=contact or page_of(case),
            action="Anotar contacto" if contact else "Ver grupo",
            about=f"con {case.organization.name}",
            code=case.code,
            due_on=asked.on - timedelta(days=days - asked.team.rules(case.incubator_id).contact_days),
        )


#: Attended and expected over the last four sessions of each case that had so many.
_WEAK = """
    select recent.case_id from (
        select part.case_id, part.session_id, groups.organization_id, groups.incubator_id,
               row_number() over (partition by part.case_id order by meeting.held_on desc, part.id desc) as place
        from cases_sessioncase part
        join incubator_meeting meeting on meeting.id = part.session_id and meeting.voided_at is null
        join cases_case groups on groups.id = part.case_id
        where part.voided_at is null and groups.incubator_id = any(%s) and groups.stage::text = any(%s)
    ) recent
    left join incubator_attendance mark
        on mark.meeting_id = recent.session_id and mark.organization_id = recent.organization_id
    where recent.place <= 4
    group by recent.case_id, recent.incubator_id
    having count(distinct recent.session_id) = 4
       and count(*) filter (where mark.mark = any(%s)) * 100 < count(mark.id) * %s
"""


@causes.listed("low_attendance", "Asistencia a sesiones", tones=("waits",))
def low_attendance(asked):
    """Less than the agreed share of its members came to the last four sessions."""
    stages, attended = [stage.value for stage in ACCOMPANIED], [mark.value for mark in ATTENDED]

    def weak(share):
        places = sorted(asked.team.incubator_ids)
        return Q(pk__in=RawSQL(_WEAK, (places, stages, attended, share)))  # noqa: S611 (every value is a parameter)

    rows = accompanied(asked).filter(by_rule(asked, "attendance_flag_share", weak))
    yield Listing(rows, _weak_groups, "waits")


def _weak_groups(asked, rows):
    found = {case.pk: (row, case) for row, case in each(asked, rows)}
    for pk, (came, expected) in reading.weak_attendance([case for _, case in found.values()]).items():
        row, case = found[pk]
        yield Task(
            key=row.key,
            sentence=format_html(
                "A las últimas cuatro sesiones de {} asistió el <b>{} %</b> de sus integrantes.",
                group_link(case),
                came * 100 // expected,
            ),
            detail="Converse con el grupo qué apoyos o qué horario les permite venir.",
            url=address("group_sessions", case.organization_id) or page_of(case),
            action="Ver sesiones",
            about=f"de {case.organization.name}",
            code=case.code,
        )


@causes.listed("session_today", "Sesión de hoy", tones=("info",))
def session_today(asked):
    """The next date agreed at the last session is today."""
    parts = SessionCase.objects.valid().filter(case=OuterRef("pk"))
    rows = open_cases(asked).filter(
        Exists(parts.filter(session__meeting__next_on=asked.on)),
        ~Exists(parts.filter(session__meeting__held_on=asked.on)),
    )
    yield Listing(rows, _sessions_today, "info", due=Cast(Value(asked.on), DateField()))


def _sessions_today(asked, rows):
    parts = SessionCase.objects.valid().filter(case__in=[row.about for row in rows])
    parts = parts.filter(session__meeting__next_on=asked.on).order_by("case_id", "-pk").distinct("case_id")
    places = dict(parts.values_list("case_id", "session__meeting__place"))
    for row, case in each(asked, rows):
        log = address("session_log", case.organization_id)
        yield Task(
            key=row.key,
            sentence=format_html("<b>Hoy hay sesión</b> con {}.", group_link(case)),
            detail=" · ".join(filter(None, [f"{case.members_count} integrantes", places.get(case.pk)])),
            url=log or page_of(case),
            action="Registrar" if log else "Ver grupo",
            about=f"la sesión de {case.organization.name}",
            code=case.code,
        )


_ASSIGNED = (
    (Permission.ASSIGN_OFFICERS, (Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT), "funcionaria o funcionario"),
    (Permission.ASSIGN_ADVISORS, (Role.ADVISOR,), "asesora o asesor de la universidad"),
)


@causes.listed("nobody_in_charge", "Falta quien esté a cargo", tones=("info",))
def nobody_in_charge(asked):
    """An accompanied group without an officer, or without somebody of the university: told to whoever assigns them."""
    for permission, roles, who in _ASSIGNED:
        scope = scope_of(asked.user, permission)
        if not scope.incubator_ids:
            continue
        looked_after = Assignment.objects.in_force(asked.on).filter(organization=OuterRef("organization"))
        in_force = Q(post__until__isnull=True) | Q(post__until__gt=asked.on)
        looked_after = looked_after.filter(in_force, post__role__in=roles, post__since__lte=asked.on)
        rows = accompanied(asked).filter(~Exists(looked_after), incubator__in=scope.incubator_ids)
        yield Listing(
            rows, _assigning(who), "info", whose=Q(), stem=f"nobody_in_charge:{permission.name.lower()}"
        )  # fmt: skip


def _assigning(who):
    def tell(asked, rows):
        for row, case in each(asked, rows):
            yield Task(
                key=row.key,
                sentence=format_html("{} no tiene <b>{}</b> a cargo.", group_link(case), who),
                detail=f"{case.get_stage_display()} desde el {dmy(case.stage_on)}",
                url=reverse("group_charge", args=[case.organization_id]),
                action="Asignar",
                about=f"a {case.organization.name}",
                code=case.code,
            )

    return tell
