"""What a group says of a call: it interests them, or they set it aside and why. The last word counts."""

from django.db import transaction

from cases.funding.calls import reading as calls_reading
from cases.funding.words import InterestKind
from cases.models import CallInterest, Case, FundingCall
from incubator import access, journal
from incubator.access import Permission
from incubator.models import Participation
from incubator.requirements import Finding, Kind, Refused


@transaction.atomic
def say(*, by, case, call, on, kind, reason=""):
    """Write down what the group said that day; setting it aside says why."""
    access.require(by, Permission.WRITE_FUNDS, case)
    case = Case.objects.select_for_update(of=("self",)).select_related("organization").get(pk=case.pk)
    call = FundingCall.objects.get(pk=call.pk)
    kind, reason = InterestKind(kind), reason.strip()
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    if on < case.opened_on:
        raise Refused("La fecha es anterior al día en que se abrió el caso.")
    parts = Participation.objects.in_force(on).filter(incubator=case.incubator_id, agreement=call.agreement_id)
    if not parts.exists():
        raise Refused("Ese llamado es de otro convenio.")
    if kind == InterestKind.INTERESTED and (call.withdrawn_on or calls_reading.in_force(call, on) is None):
        raise Refused("Ese llamado no está vigente: no se puede anotar interés.")
    if kind == InterestKind.DISCARDED and not reason:
        raise Refused(Finding("reason", Kind.INPUT, False, "Escriba por qué la descartan.", field="reason"))
    last = CallInterest.objects.filter(case=case, call=call).order_by("-happened_on", "-pk").first()
    if last is not None and (last.kind, last.reason) == (kind, reason):
        return last
    said = CallInterest(case=case, call=call, happened_on=on, kind=kind, reason=reason, recorded_by=by)
    said.full_clean(exclude=["case", "call", "recorded_by"])
    said.save()
    journal.record(
        by, "fund_interest_said", on, subject=said, organization=case.organization, call=call.pk, kind=kind.value
    )
    return said
