"""What the stories of the funds begin with: a call with its bases, and an application of a group to it.

Calls are written straight here, as if somebody had entered and another checked them; stories about entering and
checking do it through the services.
"""

from dataclasses import replace
from datetime import date, datetime

from cases.funding.bases.shapes import (
    Bases,
    Closing,
    Counting,
    Dates,
    FieldKind,
    FormField,
    Item,
    Money,
    Section,
    Wall,
)
from cases.funding.bases.written import bases_of, write
from cases.funding.words import ApplicantKind, Channel
from cases.models import BasesVersion, FundApplication, FundingAgency, FundingCall
from incubator.models import Participation
from tests.factories.people import FIRST, coordinator_of, officer_of

CLOSES = datetime(2021, 8, 12, 14)

SECTIONS = (
    Section(
        "project",
        "El proyecto",
        (
            FormField("name", "Nombre del proyecto", limit=60, prefill="group_name"),
            FormField("why", "Por qué hace falta", limit=20, counting=Counting.WORDS),
            FormField("months", "Duración en meses", FieldKind.NUMBER, minimum=1, maximum=12),
            FormField("line", "Línea", FieldKind.CHOICE, options=("Trabajo", "Cultura")),
        ),
    ),
    Section(
        "plan",
        "Qué se hará",
        (
            FormField("partners", "Quiénes ayudan", FieldKind.TABLE, False, columns=("Institución", "Aporte")),
            FormField("frame", "Marco lógico", FieldKind.FRAME),
            FormField("activities", "Actividades", FieldKind.ACTIVITIES),
            FormField("people", "Personas beneficiadas", FieldKind.BENEFICIARIES, prefill="members"),
        ),
    ),
)


def some_bases(**fields):
    """Bases that say something of each part; what a story needs otherwise goes in `fields`."""
    said = {
        "summary": "Dinero para empezar un negocio.",
        "applicants": tuple(ApplicantKind),
        "dates": Dates(opens_on=date(2021, 5, 1), results_on=date(2021, 10, 1), months=6),
        "closings": (Closing("online", Channel.ONLINE, Wall(CLOSES)),),
        "money": Money(maximum=5_000_000),
        "items": (Item("tools", "Herramientas", quotations=1), Item("alcohol", "Bebidas alcohólicas", allowed=False)),
        "sections": SECTIONS,
    }
    return replace(Bases(), **{**said, **fields})


def no_prefill():
    """A section of which the case knows nothing."""
    return Section("own", "Lo propio", (FormField("own", "Solo el grupo lo sabe"),))


def agreement_of(place):
    """The agreement in which the incubator works."""
    return Participation.objects.filter(incubator=place).order_by("pk").first().agreement


def a_call(place, *, key="fondo-2021", bases=None, in_force_from=date(2021, 5, 1), **fields):
    """A call of the incubator's agreement, with its bases checked by somebody else than who entered it."""
    agency, _ = FundingAgency.objects.get_or_create(name="Servicio de Ejemplo", defaults={"short_name": "SERVEJ"})
    by = officer_of(place)
    call = FundingCall.objects.create(
        agreement=agreement_of(place),
        incubator=place,
        entered_by=by,
        **{"agency": agency, "key": key, "programme": "Fondo de ejemplo", "year": 2021, **fields},
    )
    a_version(call, bases or some_bases(), in_force_from=in_force_from)
    return call


def a_version(call, bases, *, in_force_from=date(2021, 5, 1), by=None):
    """The next version of the bases of a call, checked."""
    by = by or call.entered_by
    last = call.versions.order_by("-number").first()
    version = BasesVersion.objects.create(
        call=call,
        number=last.number + 1 if last else 1,
        in_force_from=in_force_from,
        content=write(bases),
        recorded_by=by,
        opens_on=bases.dates.opens_on,
        **_closes(bases),
    )
    version.authors.add(by)
    version.checked_by, version.checked_on = coordinator_of(call.incubator), in_force_from
    version.save(update_fields=["checked_by", "checked_on"])
    return version


def _closes(bases):
    from cases.funding.bases import closings

    hours = sorted(closings.instant(closing.wall) for closing in bases.closings)
    return {"first_closes_at": hours[0], "last_closes_at": hours[-1]} if hours else {}


def an_application(case, call, *, by=None, on=None, **fields):
    """An application of the group as such, that one of its members signs, opened through the service."""
    from cases.services.funding import applications
    from incubator import calendars

    on = on or calendars.today()
    member = case.organization.members_on(on).first().person
    said = {
        "title": "Taller de costura",
        "applicant_kind": ApplicantKind.GROUP,
        "signer": member,
        "receiver_kind": "member",
        "receiver_person": member,
        **fields,
    }
    return applications.begin(by=by or officer_of(case.incubator), case=case, call=call, on=on, **said)


def fresh(application):
    """The application as it is now stored."""
    return FundApplication.objects.get(pk=application.pk)


__all__ = [
    "CLOSES",
    "FIRST",
    "SECTIONS",
    "a_call",
    "a_version",
    "agreement_of",
    "an_application",
    "bases_of",
    "fresh",
    "some_bases",
]
