"""A person authorises something or takes it back. Taking back asks for less than giving: a day, and how she said it."""

from datetime import date

from django.db import transaction

from incubator import access, calendars, consenting, journal
from incubator.access import Permission
from incubator.models import Consent, ConsentSupport, Person
from incubator.purposes import ConsentChannel, Purpose, Said
from incubator.requirements import Refused
from incubator.services.consents import texts
from incubator.services.sensitive import allowed_in

#: Below this age whoever has her care answers for her (Ley 19.628).
_ADULT_ENOUGH = 14


@transaction.atomic
def give(*, by, person, purpose, on, channel, said=Said.SIGNATURE, text=None, supports=(), **details):
    """She authorises one purpose on a day, after hearing its text in force that day (or `text`, a version of then).

    `supports`: kinds of support used to ask her (T3, needs VIEW_SUPPORTS). `details`: witness, guardian (a name, only
    where the law gives her one), evidence. A mark or a spoken answer asks for a witness or a document.
    """
    access.require(by, Permission.WRITE_PEOPLE, person.incubator)
    if supports:
        access.require(by, Permission.VIEW_SUPPORTS, person.incubator)
    person = _locked(person)
    text = text or texts.in_force(person.incubator, purpose, on)
    row = _row(by, person, purpose, on, channel, given=True, said=said, text=text, **details)
    _check_text(row, on)
    _check_said(row)
    _check_age(row, on)
    _check_day(on)
    row.full_clean(exclude=_EXCLUDED)
    row.save()
    _keep_supports(row, supports)
    journal.record(by, "consent_given", on, subject=row, incubator=person.incubator, purpose=purpose)
    return row


@transaction.atomic
def withdraw(*, by, person, purpose, on, channel=ConsentChannel.READ_ALOUD, **details):
    """She takes it back from that day on: no reason, no signature and no text are asked."""
    access.require(by, Permission.WRITE_PEOPLE, person.incubator)
    person = _locked(person)
    _check_day(on)
    held = consenting.answers([person.pk], on, [purpose]).get((person.pk, purpose))
    if held and not held.given:
        raise Refused(f"Ya no autoriza esto desde el {held.on:%d-%m-%Y}: no hay nada que retirar.")
    row = _row(by, person, purpose, on, channel, given=False, **{"said": Said.SPOKEN, **details})
    row.full_clean(exclude=_EXCLUDED)
    row.save()
    journal.record(by, "consent_withdrawn", on, subject=row, incubator=person.incubator, purpose=purpose)
    return row


@transaction.atomic
def carry_withdrawals(*, by, origin, copy, on):
    """A copy of a person (a transfer, two records told apart again) keeps what she withdrew; the rest is asked again.

    Returns the purposes carried. The caller has asked the right over what it does with both records.
    """
    access.require(by, Permission.WRITE_PEOPLE, copy.incubator)
    copy = _locked(copy)
    held = consenting.answers([origin.pk], on)
    carried = sorted(purpose for (_, purpose), answer in held.items() if not answer.given)
    own = consenting.answers([copy.pk], on)
    for purpose in carried:
        if own.get((copy.pk, purpose)) and not own[copy.pk, purpose].given:
            continue
        said = Consent.objects.get(pk=held[origin.pk, purpose].consent_id)
        row = _row(by, copy, purpose, said.happened_on, said.channel, given=False, said=said.said)
        row.save()
        journal.record(by, "consent_withdrawn", on, subject=row, incubator=copy.incubator, purpose=purpose)
    return carried


_EXCLUDED = ["person", "text", "evidence", "recorded_by"]


def _locked(person):
    """One answer at a time of each person."""
    return Person.objects.select_for_update(of=("self",)).select_related("incubator").get(pk=person.pk)


def _row(by, person, purpose, on, channel, *, given, said, text=None, witness="", guardian="", evidence=None):
    if purpose not in Purpose.values:
        raise Refused("Elija qué se autoriza de la lista.")
    if evidence is not None and evidence.incubator_id != person.incubator_id:
        raise Refused("El documento pertenece a otra incubadora: súbalo otra vez aquí.")
    return Consent(
        person=person,
        purpose=purpose,
        given=given,
        text=text,
        happened_on=on,
        channel=channel,
        said=said,
        witness=witness.strip(),
        guardian=guardian.strip(),
        evidence=evidence,
        recorded_by=by,
    )


def _check_day(on):
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")


def _check_text(row, on):
    if row.text is None:
        raise Refused("Ese día todavía no había un texto para esto: revise la fecha.")
    own = row.text.incubator_id in (None, row.person.incubator_id)
    if row.text.purpose != row.purpose or not own or row.text.in_force_from > on:
        raise Refused("Ese texto no regía ese día para esta autorización: elija el que se leyó.")


def _check_said(row):
    if row.said != Said.SIGNATURE and not row.witness and row.evidence is None:
        raise Refused("Si no firmó con su nombre, anote quién fue testigo o adjunte la hoja o la grabación.")


def _check_age(row, on: date):
    born = row.person.birth_date
    if born is None or row.guardian:
        return
    if on.year - born.year - ((on.month, on.day) < (born.month, born.day)) < _ADULT_ENOUGH:
        raise Refused("Tiene menos de 14 años: anote quién la representa legalmente.")


def _keep_supports(row, supports):
    if not supports:
        return
    with allowed_in():
        ConsentSupport.objects.bulk_create(
            ConsentSupport(consent_id=row.pk, person_id=row.person_id, kind=kind) for kind in dict.fromkeys(supports)
        )
