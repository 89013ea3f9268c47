"""The real filing of a package: by which channel, at which hour, with which folio and receipt.

The hour that counts is when the request arrived, taken before any lock, or the earlier one of the receipt. It is judged
by the closing in force. Until then another filing, of a newer package, replaces the one before.
"""

from django.db import transaction

from cases.funding.agency import arriving, reading
from cases.funding.bases import closings
from cases.funding.calls import closing_line
from cases.funding.life import BEFORE_FILING, FundState, FundVerb
from cases.models import FundApplication, FundFiling, FundingCall
from cases.services.funding import moves
from cases.services.funding.news import beside
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy_time

S, V = FundState, FundVerb


@transaction.atomic
def submit(*, by, application, package, channel, at, place="", folio="", receipt=None, said_at=None):
    """The package reached the agency. `at`: when the request arrived; `said_at`: the earlier hour of the receipt.

    Refused late, with what remains; by whoever comes second, with who filed it and when.
    """
    application = moves.held(application, by=by, permission=Permission.FILE_FUNDS)
    if application.state != S.READY:
        raise Refused(_not_ready(application))
    FundingCall.objects.select_for_update(of=("self",)).get(pk=application.call_id)
    package = _newest(application, package)
    filed_at = _hour(package, at, said_at, receipt)
    closing, closes_at = _judged(application, channel, place, filed_at, at, had_receipt=said_at is not None)
    _refuse_over_the_limit(application, at)
    change = moves.move(application, V.SUBMIT, by=by, on=calendars.local_day(filed_at), reason=folio)
    last = application.filings.order_by("-number").first()
    filing = FundFiling(
        application=application,
        package=package,
        change=change,
        number=last.number + 1 if last else 1,
        channel=channel,
        place=place.strip(),
        closing=closing.key,
        closes_at=closes_at,
        filed_at=filed_at,
        folio=folio.strip(),
        evidence=receipt,
        recorded_by=by,
    )
    filing.full_clean(exclude=["application", "package", "change", "evidence", "recorded_by"])
    filing.save()
    moves.tell(by, "fund_filed", change.effective_on, application, subject=filing, number=filing.number)
    return filing


@transaction.atomic
def replace(*, by, application, at):
    """Before the closing another package is prepared; what was sent stands until the other is sent."""
    application = moves.held(application, by=by, permission=Permission.FILE_FUNDS)
    filing = reading.standing_filing(application)
    if application.state != S.SUBMITTED or filing is None:
        raise Refused(f"La postulación está «{application.get_state_display()}»: ya no se prepara otro envío.")
    if all(instant < at for _, instant in closing_line.closings_of(application, at)):
        raise Refused("El llamado ya cerró: lo enviado no se reemplaza.")
    application.approved_by = application.approved_on = None
    also = ("approved_by", "approved_on")
    return moves.move(application, V.REPLACE, by=by, on=calendars.local_day(at), also=also)


@transaction.atomic
def keep(*, by, application, on):
    """No other filing comes: what was sent stands."""
    application = moves.held(application, by=by, permission=Permission.FILE_FUNDS)
    if application.state not in BEFORE_FILING or reading.standing_filing(application) is None:
        raise Refused("No hay un envío anterior que dejar.")
    return moves.move(application, V.KEEP, by=by, on=on)


def _not_ready(application):
    """Who filed it and when, when somebody did; else that it is not ready."""
    filing = reading.standing_filing(application)
    if application.state in BEFORE_FILING or filing is None:
        return f"La postulación está «{application.get_state_display()}»: se envía cuando está lista."
    folio = f", folio {filing.folio}" if filing.folio else ""
    return f"Ya se envió: la anotó {filing.recorded_by} el {dmy_time(filing.recorded_at)}{folio}. No la envíe otra vez."


def _newest(application, package):
    """The package to file: the last one that was frozen, whose reserved documents have their hand-over."""
    last = application.packages.order_by("-number").first()
    if last is None or last.pk != package.pk:
        raise Refused("Hay un paquete más nuevo: abra de nuevo la página y envíe ese.")
    reserved = set(last.files.filter(is_reserved=True).values_list("pk", flat=True))
    handed = {pk for files in last.hand_overs.values_list("files", flat=True) for pk in files}
    if reserved - handed:
        left = "un documento reservado" if len(reserved - handed) == 1 else f"{len(reserved - handed)} reservados"
        raise Refused(f"Falta anotar la entrega de lo reservado: el paquete lleva {left}. Hágalo en esta página.")
    return last


def _hour(package, at, said_at, receipt):
    """The hour that counts, to the second: what the closing is judged by."""
    at = at.replace(microsecond=0)
    if said_at is None:
        return at
    if receipt is None:
        raise Refused(beside("document_file", "Para anotar una hora anterior, adjunte el comprobante que la dice."))
    if said_at > at:
        raise Refused(beside("said_on", "La hora del comprobante es posterior a este momento: revísela."))
    if said_at < package.made_at.replace(second=0, microsecond=0):
        frozen = dmy_time(package.made_at)
        raise Refused(beside("said_on", f"Este paquete se congeló el {frozen}: el comprobante es de otro anterior."))
    return said_at


def _judged(application, channel, place, filed_at, at, *, had_receipt):
    """(closing, its instant) of that channel and place, by the bases in force; refused when the hour passed."""
    closing = arriving.closing_of(application, channel, place, at)
    if closing is None:
        raise Refused(beside("closing", "Las bases no reciben por ese medio ni en esa oficina: revise el llamado."))
    if not closings.in_time(closing, filed_at):
        raise Refused(*arriving.what_remains(application, closing, filed_at, at, had_receipt=had_receipt))
    return closing, closings.instant(closing.wall)


def _refuse_over_the_limit(application, at):
    """How many an applicant may send to this call; the call is held while they are counted."""
    limit = arriving.bases_in_force(application, at).limit_per_applicant
    if limit is None:
        return
    same = FundApplication.objects.filter(call=application.call_id, **arriving.applicant(application))
    sent = [one for one in same.exclude(pk=application.pk).exclude(state=S.WITHDRAWN) if _was_sent(one)]
    if len(sent) >= limit:
        raise Refused(
            f"Las bases permiten {limit} por postulante y ya se {'envió' if limit == 1 else 'enviaron'} "
            f"{', '.join(one.code for one in sent)}. Desista de una antes de enviar esta."
        )


def _was_sent(application):
    return application.state not in BEFORE_FILING or reading.standing_filing(application) is not None
