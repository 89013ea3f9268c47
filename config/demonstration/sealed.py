"""The demonstration's reports: composed, written, asked for, sealed and delivered, each on its own day."""

from datetime import datetime, time, timedelta

from incubator import calendars
from incubator.calendars import Month
from reports import services
from reports.enums import ReportState
from reports.models import Report
from reports.services import reading

_SUMMARY = (
    "En {month} la incubadora acompañó a sus grupos con sesiones semanales y clases del curso de cooperativismo. "
    "Los equipos de la municipalidad y de la universidad se reunieron para revisar avances."
)
_DEVIATIONS = "Un grupo espera local accesible; se acordó usar el centro comunitario mientras se habilita la rampa."
_NEXT = "Terminar el curso en marcha, apoyar los planes de negocio y preparar las escrituras de los grupos listos."


def seal_month(life, period: Month, *, deliver=True):
    """Seal a month of an incubator in the first days of the next one; sealing twice gives the same report."""
    found = (
        Report.objects.filter(incubator=life.incubator, period=period.first).exclude(state=ReportState.DRAFT).first()
    )
    if found is not None:
        return found
    day = calendars.next_business_day(period.last + timedelta(days=3))
    with calendars.travel(datetime.combine(day, time(11))):
        report = draft_month(life, period, on=day)
        report = services.ask_seal(by=life.team.disability, report=report, on=day, at=calendars.now())
        seen = reading.shown_digest(report)
        report = services.seal(by=life.team.coordinator, report=report, on=day, at=calendars.now(), seen=seen)
    if deliver:
        later = calendars.add_business_days(day, 2)
        with calendars.travel(datetime.combine(later, time(10))):
            report = services.deliver(by=life.team.university, report=report, on=later)
    return report


def draft_month(life, period: Month, *, on):
    """The draft of a month with its words written."""
    by = life.team.disability
    report = services.compose(by=by, agreement=life.agreement, incubator=life.incubator, period=period, on=on)
    return services.write_narrative(
        by=by,
        report=report,
        on=on,
        summary=_SUMMARY.format(month=period.label),
        deviations=_DEVIATIONS,
        next_steps=_NEXT,
    )
