"""Who stands in a package: applicant, receiver, signer, members in total, and who wrote, reviewed and approved."""

from typing import Any

from cases.funding.words import ApplicantKind, ReceiverKind
from cases.models import FundApplication
from incubator import calendars
from incubator.models import User


def frozen(application: FundApplication, on) -> dict[str, Any]:
    """Applicant, receiver, signer and group, as the agency asks for them. Members only in total."""
    group = application.case.organization
    return {
        "applicant": _applicant(application),
        "receiver": _receiver(application),
        "signer": {
            "name": application.signer.name if application.signer else application.signer_name,
            "run": application.signer.run if application.signer else "",
        },
        "group": {
            "name": group.name,
            "rut": group.rut,
            "commune": group.commune.name if group.commune else "",
            "members": len(group.members_on(on)),
        },
    }


def _applicant(application):
    kind, group = ApplicantKind(application.applicant_kind), application.case.organization
    name, rut = application.applicant_name, application.applicant_rut
    if kind in (ApplicantKind.GROUP, ApplicantKind.COOPERATIVE):
        name, rut = name or group.name, rut or group.rut
    if kind == ApplicantKind.MEMBER and application.applicant_person:
        name, rut = application.applicant_person.name, application.applicant_person.run
    if kind == ApplicantKind.MUNICIPALITY:
        municipality = _municipality(application)
        name, rut = name or municipality.name, rut or municipality.rut
    return {"kind": kind, "label": kind.label, "name": name, "rut": rut or ""}


def _receiver(application):
    kind = ReceiverKind(application.receiver_kind)
    if kind == ReceiverKind.APPLICANT:
        return _applicant(application) | {"kind": kind, "label": kind.label}
    name, rut = application.receiver_name, application.receiver_rut
    if application.receiver_person:
        name, rut = application.receiver_person.name, application.receiver_person.run
    if kind == ReceiverKind.MUNICIPALITY and not name:
        municipality = _municipality(application)
        name, rut = municipality.name, rut or municipality.rut
    return {"kind": kind, "label": kind.label, "name": name, "rut": rut or ""}


def _municipality(application):
    """The one that signs: where the case lives, or where the application stayed."""
    return (application.stays_with or application.case.incubator).municipality


def reviews(standings) -> list[dict[str, Any]]:
    """The last review of each section: who read it, and which day."""
    return [
        {
            "section": one.section.key,
            "title": one.section.title,
            "by": one.last.by.get_full_name(),
            "on": calendars.local_day(one.last.at),
            "fine": one.is_fine,
        }
        for one in standings
        if one.last is not None
    ]


def authors(ids) -> list[str]:
    """Who wrote the text and the budget, by name."""
    return [user.get_full_name() for user in User.objects.filter(pk__in=ids).order_by("full_name", "pk")]
