"""Open an application, say who applies, signs and receives, and edit again what was ready.

Many at once in a case. How many an applicant may send is judged when it is sent, not here: a draft costs nothing.
"""

from django.db import transaction

from cases.funding import reach
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.form import parties, prefill
from cases.funding.form import reading as forms_reading
from cases.funding.form import values as form_values
from cases.funding.life import FundState, FundVerb
from cases.funding.words import AnswerSource
from cases.models import Case, FundAnswer, FundApplication, FundingCall
from cases.services.funding import moves
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.models import Participation
from incubator.requirements import Refused

#: While it is written.
WRITTEN = (FundState.DRAFT, FundState.REVIEW)


@transaction.atomic
def begin(*, by, case, call, on, title, applicant_kind, copied_from=None, **said):
    """A new application of a case, with the bases in force that day, filled with what the case holds.

    `said`: the other parts of `cases.funding.form.parties.Parties`. With `copied_from`, what that other application of
    the group answered to the same questions comes first.
    """
    access.require(by, Permission.WRITE_FUNDS, case)
    case = Case.objects.select_for_update(of=("self",)).select_related("incubator", "organization").get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de postular.")
    if not case.opened_on <= on <= calendars.today():
        raise Refused("La fecha está entre el día en que se abrió el caso y hoy.")
    version = _offered(call, case, on)
    source = _source(by, case, copied_from)
    who = _checked(case, version, on, parties.Parties(applicant_kind=applicant_kind, **said))
    application = FundApplication(
        case=case,
        call=call,
        bases=version,
        number=1 + (case.fund_applications.order_by("-number").values_list("number", flat=True).first() or 0),
        title=title.strip(),
        opened_on=on,
        opened_by=by,
        copied_from=source,
        **{name: getattr(who, name) for name in parties.PARTS},
    )
    application.full_clean()
    application.save()
    _fill(by, application, source, on)
    journal.record(by, "fund_opened", on, subject=application, organization=case.organization, call=call.pk)
    return application


@transaction.atomic
def describe(*, by, application, on, title, applicant_kind, **said):
    """Say anew what the project is called, who applies, who signs and who receives the money."""
    held = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    refuse_unless_written(held)
    who = _checked(held.case, held.bases, on, parties.Parties(applicant_kind=applicant_kind, **said))
    held.title = title.strip()
    for name in parties.PARTS:
        setattr(held, name, getattr(who, name))
    held.full_clean()
    held.save(update_fields=["title", *parties.PARTS])
    moves.tell(by, "fund_described", on, held)
    return held


@transaction.atomic
def reopen(*, by, application, on):
    """Edit what was ready: back to draft. The package that was frozen stays as it is; another one will follow."""
    held = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    if held.state != FundState.READY:
        raise Refused("Solo se vuelve a editar una postulación que está lista para enviar.")
    held.approved_by = held.approved_on = None
    moves.move(held, FundVerb.REOPEN, by=by, on=on, also=("approved_by", "approved_on"))
    return held


def refuse_unless_written(application):
    """Refuse what is not written now, saying how to write it."""
    if application.state == FundState.READY:
        raise Refused("La postulación está lista para enviar. Para cambiarla, primero ábrala de nuevo como borrador.")
    if application.state not in WRITTEN:
        raise Refused(f"La postulación está «{application.get_state_display()}»: lo escrito ya no cambia.")
    if not application.case.is_open and not reach.is_kept(application):
        raise Refused("El caso está cerrado: reábralo antes de escribir.")


def may_be_copied(user, case):
    """The applications of this group, in any of its cases, from which another may take its answers."""
    rows = FundApplication.objects.visible_to(user).filter(case__organization=case.organization_id)
    return rows.select_related("call", "case__incubator", "case__born_in").order_by("-opened_on", "-pk")


def _offered(call, case, on):
    """The bases in force of a call that this case may apply to that day."""
    call = FundingCall.objects.get(pk=call.pk)
    parts = Participation.objects.in_force(on).filter(incubator=case.incubator_id, agreement=call.agreement_id)
    if not parts.exists():
        raise Refused("Ese llamado es de otro convenio.")
    if call.withdrawn_on is not None and call.withdrawn_on <= on:
        raise Refused("El llamado se retiró: ya no se postula.")
    version = calls_reading.in_force(call, on)
    if version is None:
        raise Refused("Las bases de ese llamado todavía no están comprobadas por otra persona: pida que las compruebe.")
    if version.last_closes_at is not None and calendars.local_day(version.last_closes_at) < on:
        closed = calendars.local_day(version.last_closes_at)
        raise Refused(f"El llamado cerró el {closed:%d-%m-%Y}: busque otro en «Fondos».")
    return version


def _source(by, case, copied_from):
    if copied_from is None:
        return None
    source = may_be_copied(by, case).filter(pk=copied_from.pk).first()
    if source is None:
        raise Refused("Solo se copia de otra postulación del mismo grupo.")
    return source


def _checked(case, version, on, who):
    """The three parties as they are kept, or what is wrong with each."""
    who = parties.tidy(who, case.incubator.municipality.name)
    members = {row.person_id for row in case.organization.members_on(on)}
    wrong = parties.findings(who, bases_of(version), members)
    if wrong:
        raise Refused(*wrong)
    return who


def _fill(by, application, source, on):
    """The first answers: those of the other application where both ask the same, else what the case holds."""
    bases, found = bases_of(application.bases), {}
    for key, value in prefill.brought(application.case, bases, on).items():
        found[key] = (value, AnswerSource.CASE)
    if source is not None:
        copied, asked = forms_reading.values(source), forms_reading.fields_of(bases)
        for key, (_, one) in asked.items():
            value = copied.get(key)
            if not form_values.is_blank(value) and form_values.fits(one, value):
                found[key] = (value, AnswerSource.COPIED)
    now = calendars.now()
    FundAnswer.objects.bulk_create(
        FundAnswer(application=application, key=key, number=1, value=value, source=source, by=by, at=now)
        for key, (value, source) in found.items()
    )
