"""Where an application arrives and when: the closing that judges it, what remains once it passed, and who applies."""

from zoneinfo import ZoneInfo

from cases.funding import reach
from cases.funding.agency import late
from cases.funding.bases import closings
from cases.funding.bases.written import bases_of
from cases.funding.calls import closing_line
from cases.funding.calls import reading as calls_reading
from cases.funding.life import FundEventKind
from cases.funding.words import ApplicantKind, Channel
from cases.models import FundingCall
from incubator import calendars


def bases_in_force(application, at):
    """What the bases in force say at a moment: those adopted when none is."""
    version = calls_reading.in_force(application.call, calendars.local_day(at)) or application.bases
    return bases_of(version)


def closing_of(application, channel, place, at):
    """The closing in force of that channel and place for this application; None when the bases have none."""
    region = closing_line.region_of(application)
    return closings.closing_for(bases_in_force(application, at), channel, region, place)


def applicant(application):
    """How the applications of the same applicant are found, whatever their case."""
    kind = application.applicant_kind
    if kind == ApplicantKind.MEMBER:
        return {"applicant_kind": kind, "applicant_person": application.applicant_person_id}
    if kind in (ApplicantKind.MUNICIPALITY, ApplicantKind.SPONSOR):
        rut = {"applicant_rut": application.applicant_rut} if application.applicant_rut else {}
        return {"applicant_kind": kind} | (rut or {"applicant_name": application.applicant_name})
    own = (ApplicantKind.GROUP, ApplicantKind.COOPERATIVE)  # the same people, before and after their deed
    return {"applicant_kind__in": own, "case__organization": application.case.organization_id}


def what_remains(application, closing, filed_at, at, *, had_receipt=False):
    """Why it is late and what remains, a sentence each."""
    zone, here = ZoneInfo(closing.wall.zone), zone_of(application)
    told = application.events.filter(kind=FundEventKind.CALL_FAILED)
    told = told.exclude(followed_by__kind=FundEventKind.CORRECTION).exists()
    return late.sentences(
        late.Late(
            closing=f"el {closings.said(closing, here)}",
            arrived=filed_at.astimezone(zone),
            had_receipt=had_receipt,
            open_still=_open_still(application, closing, at),
            newer=_newer(application, closing, at),
            failure_told=told,
            next_call=_next_call(application),
        )
    )


def zone_of(application):
    """The zone in which the group reads its hours."""
    place = reach.place_of(application)
    incubator = place.incubator if place is application.case else place
    commune = (not reach.is_kept(application) and application.case.organization.commune_id) or incubator.commune_id
    return closings.zone_of(closing_line.region_of(application), str(commune))


def _open_still(application, closing, at):
    ways = closing_line.closings_of(application, at)
    return [
        f"{_way(other)}, hasta el {closings.said(other, zone_of(application))}"
        for other, instant in ways
        if other.key != closing.key and instant >= at
    ]


def _way(closing):
    place = f" ({closing.place})" if closing.place else ""
    return f"{Channel(closing.channel).label.lower()}{place}"


def _newer(application, closing, at):
    """A checked version that is not in force yet and closes later by the same way in."""
    region, limit = closing_line.region_of(application), closings.instant(closing.wall)
    later = application.call.versions.filter(checked_on__isnull=False, in_force_from__gt=calendars.local_day(at))
    for version in later.order_by("in_force_from", "number"):
        other = closings.closing_for(bases_of(version), closing.channel, region, closing.place)
        if other is not None and closings.instant(other.wall) > limit:
            since = f"rige desde el {version.in_force_from:%d-%m-%Y}"
            hour = closings.said(other, zone_of(application))
            return f"la versión {version.number} de las bases {since} y cierra el {hour}"
    return ""


def _next_call(application):
    """The call that was copied from this one for a later year, when somebody entered it."""
    call = application.call
    copied = FundingCall.objects.filter(copied_from=call, year__gt=call.year, withdrawn_on__isnull=True)
    following = copied.order_by("year").first()
    return str(following) if following else ""


def bases_adopted(application):
    """What the bases that the team adopted say."""
    return bases_of(application.bases)
