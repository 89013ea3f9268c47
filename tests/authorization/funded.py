"""The funds of a corner: a call of its agreement with checked bases, and an application of its group."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from cases.funding.bases.shapes import (
    Bases,
    Closing,
    Condition,
    Dates,
    FieldKind,
    FormField,
    Item,
    Section,
    Subject,
    Wall,
)
from cases.funding.bases.written import write
from cases.funding.words import ApplicantKind, Channel, ReceiverKind
from cases.models import BasesVersion, FundAnswer, FundApplication, FundComment, FundingAgency, FundingCall
from tests.factories.people import coordinator_of

#: The lasting keys that stand in addresses: a section of the form, and a field of it.
SECTION, FIELD = "project", "name"


def furnish_funds(corner, today):
    """One of each, written straight: the sweeps ask who reaches them, not how they came to be."""
    corner["fund_call"] = _call(corner, today)
    corner["fund"] = _application(corner, today)
    corner["fund_comment"] = FundComment.objects.create(
        application=corner["fund"], key=FIELD, text=f"Comentario {corner.word}", by=corner["officer"]
    )


def fund_values(corner):
    """What the services of the funds ask by a name that means something else in other rooms."""
    return {
        "application": corner["fund"],
        "placement": corner["fund_placement"],
        "keeper": corner["officer"],
        "call": corner["fund_call"],
        "version": corner["fund_version"],
        "comment": corner["fund_comment"],
        "budget": corner["fund_draft"],
        "quotation": corner["fund_quotation"],
        "document": corner["vault_document"],
        "happened_on": corner["vault_document"].happened_on,
        "why": "x",
        "title": "Otro nombre",
        "applicant_kind": ApplicantKind.GROUP,
        "values": {FIELD: "x"},
        "seen": {},
        "page": "hoja",
        "key": FIELD,
        "value": "x",
        "upto": 1,
        "section": SECTION,
        "is_fine": True,
        "digest": "0" * 64,
        "meets": True,
        "seen_on": corner["fund"].opened_on,
        "reason": "Así lo acordó el grupo.",
        "package": corner["fund_package"],
        "hand_over": corner["fund_hand_over"],
        "files": [corner["reserved_file"]],
        "recipient": "Servicio",
        "purpose": "Acreditar",
        "agency": "Servicio",
        "programme": "Fondo",
        "paths": [],
        "awards": [],
        "travelling": [],
    }


def _bases(today):
    return Bases(
        summary="Dinero para empezar.",
        applicants=tuple(ApplicantKind),
        dates=Dates(opens_on=today - timedelta(days=30)),
        closings=(Closing("online", Channel.ONLINE, Wall(_wall(today))),),
        items=(Item("tools", "Herramientas"),),
        sections=(Section(SECTION, "El proyecto", (FormField(FIELD, "Nombre", FieldKind.TEXT, limit=500),)),),
    )


def _wall(today):
    return datetime.combine(today + timedelta(days=40), time(14))


def _call(corner, today):
    from cases.funding.bases import closings

    agency, _ = FundingAgency.objects.get_or_create(name="Servicio de Ejemplo")
    by, day, bases = corner["officer"], today - timedelta(days=30), _bases(today)
    call = FundingCall.objects.create(
        agreement=corner.agreement, incubator=corner.place, agency=agency, key=f"fondo-{corner.name}",
        programme="Fondo de ejemplo", year=today.year, entered_by=by,
    )  # fmt: skip
    closes = closings.instant(bases.closings[0].wall)
    version = BasesVersion.objects.create(
        call=call, number=1, in_force_from=day, content=write(bases), recorded_by=by,
        opens_on=bases.dates.opens_on, first_closes_at=closes, last_closes_at=closes,
    )  # fmt: skip
    version.authors.add(by)
    version.checked_by, version.checked_on = coordinator_of(corner.place), day
    version.save(update_fields=["checked_by", "checked_on"])
    corner["fund_version"] = version
    _draft(call, bases, by)
    return call


def _draft(call, bases, by):
    """The next version, being written: with a condition, so that its pages have something to show."""
    five = Condition("five", "members", Subject.GROUP, parameters={"minimum": 5})
    draft = BasesVersion.objects.create(
        call=call, number=2, act="Ampliación de plazo: Res. 2", recorded_by=by,
        content=write(replace(bases, conditions=(five,))),
    )  # fmt: skip
    draft.authors.add(by)


def _application(corner, today):
    signer = corner["people"][0]
    application = FundApplication.objects.create(
        case=corner["case"], call=corner["fund_call"], bases=corner["fund_version"], number=1,
        title=f"Proyecto {corner.word}", applicant_kind=ApplicantKind.GROUP, signer=signer,
        receiver_kind=ReceiverKind.MEMBER, receiver_person=signer, opened_on=today, opened_by=corner["officer"],
    )  # fmt: skip
    FundAnswer.objects.create(
        application=application, key=FIELD, number=1, value=f"Respuesta {corner.word}", by=corner["officer"]
    )
    return application
