"""Appeals: recorded with their day and channel, and decided by somebody who took no part, with an act."""

from django.db import transaction

from cases.enums import AppealOutcome
from cases.models import Appeal, Case
from cases.rules import appeals as rules
from cases.rules.calls import latest_application
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Finding, Kind, Refused


@transaction.atomic
def file_appeal(*, by, case, on, channel, text, evidence=None):
    """What the group asks, on the day it came. Late ones are recorded too, and said to be late."""
    access.require(by, Permission.RECORD_FACTS, case)
    case = Case.objects.select_for_update(of=("self",)).select_related("organization", "incubator").get(pk=case.pk)
    declined = rules.decline_of(case)
    if declined is None:
        raise Refused("Solo se apela cuando el grupo no fue admitido.")
    if not declined.effective_on <= on <= calendars.today():
        raise Refused("La apelación va entre el día en que se decidió y hoy.")
    if evidence is not None and evidence.incubator_id != case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    application = latest_application(case, on)
    appeal = Appeal(
        case=case,
        application=application,
        round=application.round,
        happened_on=on,
        channel=channel,
        text=text,
        evidence=evidence,
        recorded_by=by,
    )
    appeal.full_clean(exclude=["case", "evidence", "recorded_by"])
    appeal.save()
    journal.record(by, "appeal_recorded", on, subject=appeal, organization=case.organization)
    return appeal


@transaction.atomic
def decide_appeal(*, by, appeal, on, outcome, grounds, act, superior="", evidence=None):
    """Decide an appeal with its act. Whoever evaluated or declined only records the superior's act."""
    access.require(by, Permission.DECIDE, appeal.case)
    rows = Appeal.objects.select_for_update(of=("self",)).select_related(
        "case__organization", "case__incubator", "application__call__incubator__commune"
    )
    appeal = rows.get(pk=appeal.pk)
    if appeal.outcome:
        raise Refused(f"La apelación ya se decidió el {appeal.decided_on:%d-%m-%Y}.")
    if not appeal.happened_on <= on <= calendars.today():
        raise Refused("La decisión va entre el día en que llegó la apelación y hoy.")
    if superior.strip() and evidence is None:
        raise Refused(_at("document_file", "Adjunte el acto de la autoridad superior."))
    if not superior.strip() and by.pk in rules.took_part(appeal.application):
        raise Refused(
            _at(
                "superior",
                "Usted evaluó o no admitió esta postulación: la decide otra persona que coordine, o la autoridad "
                "superior. Si decidió la superior, diga quién y adjunte su acto.",
            )
        )
    if outcome == AppealOutcome.UPHELD and not rules.is_in_term(appeal):
        raise Refused("La apelación llegó fuera de plazo: no se puede acoger.")
    appeal.outcome, appeal.decided_on, appeal.decided_by = outcome, on, by
    appeal.grounds, appeal.act, appeal.superior, appeal.act_evidence = grounds, act, superior.strip(), evidence
    appeal.full_clean(exclude=["case", "application", "evidence", "recorded_by", "decided_by", "act_evidence"])
    appeal.save()
    journal.record(by, "appeal_decided", on, subject=appeal, organization=appeal.case.organization, outcome=outcome)
    return appeal


def _at(field, sentence):
    return Finding(field, Kind.INPUT, False, sentence, field=field)
