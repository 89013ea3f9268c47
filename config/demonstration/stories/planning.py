"""Meetings prepared ahead with their supports: one held as planned, one in two days with a support nobody confirmed."""

from datetime import date, time

from cases.models import Case
from cases.services.sessions.planned import log_planned
from incubator import calendars
from incubator.enums import AttendanceMark, SupportKind
from incubator.services import planning

HELD, COMING = date(2021, 6, 10), date(2021, 6, 17)


def tell(life):
    """Quillota: the group that cooks, and the one that grows."""
    kept = []
    life.at(date(2021, 6, 3), 9, lambda: kept.append(_plan(life, "El Alba", HELD, booked=True)))
    life.at(HELD, 18, lambda: _hold(life, "El Alba", kept[0]))
    life.at(date(2021, 6, 11), 9, lambda: _plan(life, "Taller Rayún", COMING, booked=False))


def _case(life, name):
    rows = Case.objects.current().open().select_related("organization__incubator", "incubator")
    return rows.get(incubator=life.incubator, organization__name=name)


def _plan(life, name, day, booked):
    sure = {"provider": "Transporte municipal", "booked_on": calendars.today(), "cost": 15_000}
    signs = {"provider": "Intérprete de la zona", "booked_on": calendars.today(), "cost": 30_000} if booked else {}
    return planning.plan(
        by=life.team.disability,
        organizations=[_case(life, name).organization],
        planned_on=day,
        starts_at=time(15),
        ends_at=time(17),
        topic="Cómo repartimos el trabajo de la semana",
        place="Biblioteca municipal",
        access_notes="Entrada sin peldaños por el estacionamiento.",
        supports=[
            {"kind": SupportKind.TRANSPORT, "requested": 2} | sure,
            {"kind": SupportKind.SIGN_LANGUAGE, "requested": 1} | signs,
        ],
    )


def _hold(life, name, planned):
    case = _case(life, name)
    marks = {row.person_id: AttendanceMark.PRESENT for row in case.organization.members_on(HELD)}
    log_planned(
        by=life.team.disability,
        planned=planned,
        cases=[case],
        held_on=HELD,
        starts_at=time(15),
        ends_at=time(17),
        topic=planned.topic,
        place=planned.place,
        marks=marks,
        supports=planning.supports_for(planned),
    )
