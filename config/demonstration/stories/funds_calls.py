"""The funds of 2021: their calls entered by one person and checked by another, a longer term, and what groups say."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from cases.funding.bases.shapes import Wall
from cases.funding.bases.values import values
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.exchange import documents
from cases.funding.words import InterestKind
from cases.models import Case, FundingCall
from cases.services.funding import bases, calls, interests
from incubator import calendars
from incubator.enums import EvidenceKind, Tier

FILE = Path(__file__).parents[1] / "funds" / "llamados.json"
#: The private fund gives four days more, and says so two weeks after it opened.
LONGER, EXTENDED_ON, UNTIL = "bancoestado-2021", date(2021, 6, 11), datetime(2021, 6, 25, 12)
#: The first thing that any group may apply to is entered once the agreement reached its municipalities.
FIRST = date(2021, 3, 2)
#: What was entered from the file, and nobody has checked yet.
LEFT = "indap-asociativo-2021"
#: (municipality, group, call, day, why not: empty when it interests them)
_SAID = (
    (0, "Manos que Hablan", "senadis-fonapi-2021", date(2021, 5, 26), ""),
    (0, "Camino Compartido", "senadis-fonapi-2021", date(2021, 5, 27), ""),
    (0, "Huerto Los Boldos", "fril-2021", date(2021, 6, 2), "El terreno es prestado y no hay comodato."),
    (0, "Cocina Ñuke Mapu", "bancoestado-2021", date(2021, 6, 3), ""),
    (2, "Mar Adentro", "senadis-fonapi-2021", date(2021, 6, 8), ""),
    (3, "Quesos de Tulahuén", "bancoestado-2021", date(2021, 6, 4), "No alcanzan a juntar el aporte propio."),
    (5, "Peor es Nada", "bancoestado-2021", date(2021, 6, 9), ""),
)


def the_calls():
    """The calls of the file, as they travel."""
    read = documents.read_json(FILE.read_bytes())
    if read.faults:
        raise ValueError("; ".join(map(str, read.faults)))
    return read.calls


def call_of(life, key):
    """A call of the agreement, by its key."""
    return FundingCall.objects.select_related("agency").get(agreement=life.agreement, key=key)


def tell(life):
    """Quillota's officer enters each call the day it opens; the university's coordination checks it that day."""
    for one in the_calls():
        opens = max(one.bases.dates.opens_on, FIRST)
        life.at(opens, 8, lambda one=one: _enter(life, one))
        if one.key != LEFT:
            life.at(opens, 9, lambda one=one: _check(life, one.key))
    life.at(EXTENDED_ON, 9, lambda: _extend(life))
    life.at(EXTENDED_ON, 10, lambda: _check(life, LONGER))


def interest(life):
    """What some groups of this municipality say of a call, as the officer writes it down."""
    living = {story.script.name for story in life.stories}
    for number, group, key, day, why in _SAID:
        if number == life.number and group in living:
            life.at(day, 12, lambda said=(group, key, why): _say(life, *said))


def _enter(life, one):
    """With a page as its file: the agency never published these bases, so no address of its site is named."""
    by, on = life.team.development, calendars.today()
    call = calls.enter(
        by=by, agreement=life.agreement, on=on, agency=one.agency, programme=one.programme, line=one.line,
        year=one.year, key=one.key, bases=one.bases, agency_short=one.agency_short, is_private=one.is_private,
        is_demonstration=True,
    )  # fmt: skip
    file = life.keep(by, on, EvidenceKind.FUND, "Bases de demostración", tier=Tier.PUBLIC)
    version = call.versions.get()
    bases.write(by=by, version=version, seen=version.revision, on=on, content=one.bases, evidence=file)


def _check(life, key):
    """Somebody who wrote none of it ticks each value, and the bases are offered."""
    version = call_of(life, key).versions.get(checked_on__isnull=True)
    on, by, paths = calendars.today(), life.team.university, [value.path for value in values(bases_of(version))]
    version = bases.tick(by=by, version=version, seen=version.revision, on=on, paths=paths)
    bases.offer(by=by, version=version, seen=version.revision, on=on)


def _extend(life):
    """A longer term is a new version of the bases: what stays keeps its tick, and the new hour is checked."""
    by, on, call = life.team.development, calendars.today(), call_of(life, LONGER)
    act = "Ampliación de plazo publicada el 11-06-2021 (de demostración)"
    before = calls_reading.in_force(call, on)
    version = bases.renew(by=by, call=call, on=on, act=act)
    said = bases_of(before)
    online, *others = said.closings
    content = replace(said, closings=(replace(online, wall=Wall(UNTIL), act=act), *others))
    file = life.keep(by, on, EvidenceKind.FUND, "Bases de demostración", tier=Tier.PUBLIC)
    bases.write(by=by, version=version, seen=version.revision, on=on, content=content, evidence=file)


def _say(life, group, key, why):
    case = Case.objects.current().open().get(incubator=life.incubator, organization__name=group)
    interests.say(
        by=life.team.disability, case=case, call=call_of(life, key), on=calendars.today(), reason=why,
        kind=InterestKind.DISCARDED if why else InterestKind.INTERESTED,
    )  # fmt: skip
