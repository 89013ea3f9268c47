"""The numbered bases of a call: a draft that several people write, and that somebody who wrote none of it checks.

Each value is ticked by itself. What changes afterwards loses its tick; whoever writes loses those that they gave.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.funding.bases import checks, closings
from cases.funding.bases.shapes import Bases
from cases.funding.bases.values import values
from cases.funding.bases.written import bases_of
from cases.funding.bases.written import write as as_content
from cases.funding.calls import access as calls_access
from cases.funding.calls import reading as calls_reading
from cases.models import BasesVersion, FundingCall
from incubator import journal
from incubator.requirements import Finding, Kind, Refused

_STALE = (
    "Otra persona guardó estas bases mientras usted escribía. Lo que usted escribió sigue en esta página: cópielo, "
    "abra de nuevo las bases y agréguelo."
)


@transaction.atomic
def begin(*, by, call, on, content=None, to_review=(), url=""):
    """The first bases of a call, as a draft; again when its draft was discarded."""
    call = locked_call(by, call)
    if call.versions.exists():
        raise Refused("Este llamado ya tiene bases: continúe el borrador o escriba una versión nueva.")
    return _draft(by, call, on, content or Bases(), to_review=list(to_review), url=url)


@transaction.atomic
def renew(*, by, call, on, act, url=""):
    """A new version from the one in force: a clarification, a longer term, new bases. `act` says which and its number.

    What stays as it was keeps that somebody checked it; only what changes is checked again.
    """
    call = locked_call(by, call)
    if call.versions.filter(checked_on__isnull=True).exists():
        raise Refused("Ya hay una versión de las bases en borrador: continúela o descártela.")
    last = calls_reading.in_force(call, on) or call.versions.order_by("-number").first()
    if last is None:
        raise Refused("Este llamado no tiene bases: escríbalas primero.")
    if not act.strip():
        raise Refused(Finding("act", Kind.INPUT, False, "Escriba con qué acto cambian las bases.", field="act"))
    said = bases_of(last)
    ticked = {value.path: {"version": last.number} for value in values(said)}
    return _draft(by, call, on, said, act=act.strip(), url=url, ticked=ticked)


@transaction.atomic
def write(*, by, version, seen, on, content, act=None, url=None, in_force_from=None, evidence=None):
    """Write the draft anew over revision `seen`; whoever writes becomes an author of it."""
    version = _locked(by, version, seen)
    _refuse_hours(content)
    before = {value.path: (value.label, value.text) for value in values(bases_of(version))}
    after = {value.path: (value.label, value.text) for value in values(content)}
    same = {path for path, said in after.items() if before.get(path) == said}
    version.to_review = [path for path in version.to_review if path in same]
    version.ticked = {path: tick for path, tick in version.ticked.items() if path in same and tick.get("by") != by.pk}
    given = {"act": act, "url": url, "in_force_from": in_force_from, "evidence": evidence}
    for name, value in given.items():
        if value is not None:
            setattr(version, name, value)
    _put(version, content)
    version.authors.add(by)
    journal.record(by, "fund_bases_written", on, subject=version, incubator=version.call.incubator)
    return version


@transaction.atomic
def reviewed(*, by, version, seen, on, paths):
    """Whoever writes read these copied values again, and they are still right."""
    version = _locked(by, version, seen)
    left = [path for path in version.to_review if path not in set(paths)]
    if len(left) == len(version.to_review):
        raise Refused("Marque al menos un valor que haya revisado.")
    version.to_review = left
    version.ticked = {path: tick for path, tick in version.ticked.items() if tick.get("by") != by.pk}
    _save(version)
    version.authors.add(by)
    journal.record(by, "fund_bases_reviewed", on, subject=version, incubator=version.call.incubator, left=len(left))
    return version


@transaction.atomic
def tick(*, by, version, seen, on, paths):
    """Somebody who wrote none of it compared these values with the file of the agency. It says the whole of it:
    what they had ticked and no longer name loses its tick."""
    version = _to_check(by, version, seen)
    said = {value.path for value in values(bases_of(version))}
    given = {path: old for path, old in version.ticked.items() if old.get("by") != by.pk}
    for path in said.intersection(paths) - set(given):
        given[path] = {"by": by.pk, "on": on.isoformat()}
    version.ticked = given
    _save(version)
    journal.record(by, "fund_bases_ticked", on, subject=version, incubator=version.call.incubator, ticked=len(given))
    return version


@transaction.atomic
def offer(*, by, version, seen, on):
    """Everything was checked: from its day on, these are the bases. Refused with each thing that is not ready."""
    version = _to_check(by, version, seen)
    lacks = missing(version)
    if lacks:
        raise Refused(*(Finding("bases", Kind.FACT, False, sentence) for sentence in lacks))
    version.in_force_from = version.in_force_from or on
    version.checked_by, version.checked_on = by, on
    version.save(update_fields=["in_force_from", "checked_by", "checked_on"])
    journal.record(
        by, "fund_bases_checked", on, subject=version, incubator=version.call.incubator, version=version.number
    )
    return version


@transaction.atomic
def discard(*, by, version, on):
    """Throw a draft away; what was checked stays."""
    version = _locked(by, version, None)
    journal.record(by, "fund_bases_discarded", on, subject=version, incubator=version.call.incubator)
    version.delete()


def missing(version) -> list[str]:
    """What keeps a draft from being offered, a sentence for each thing that must be done."""
    said = bases_of(version)
    labels = {value.path: value.label for value in values(said)}
    found = [fault.sentence for fault in checks.faults(said)]
    found += _of_its_act(version)
    left = set(version.to_review)
    found += [f"Por revisar, copiado de otro año: {labels[path]}." for path in labels if path in left]
    found += [f"Sin comprobar: {label}." for path, label in labels.items() if path not in version.ticked]
    return found


def _of_its_act(version):
    """What its act, its file and its day lack."""
    if not (version.url or version.evidence_id):
        yield "Falta el archivo de las bases, o la dirección donde están publicadas."
    if version.number > 1 and not version.act:
        yield "Falta el acto con que cambiaron las bases."
    former = version.call.versions.filter(number__lt=version.number, checked_on__isnull=False)
    before = former.order_by("-number").first()
    if before is not None and version.in_force_from and version.in_force_from < before.in_force_from:
        day = f"{before.in_force_from:%d-%m-%Y}"
        yield f"Rige desde antes que la versión {before.number}: ponga el {day} o después."


def locked_call(by, call):
    """The call held until the end of the transaction, by whoever may change it."""
    call = FundingCall.objects.select_for_update(of=("self",)).select_related("incubator").get(pk=call.pk)
    if not calls_access.may_change(by, call):
        raise PermissionDenied("Este llamado lo cambia la incubadora que lo ingresó, o la coordinación universitaria.")
    if call.withdrawn_on is not None:
        raise Refused("El llamado se retiró: ya no cambia.")
    return call


def _draft(by, call, on, content, **fields):
    _refuse_hours(content)
    last = call.versions.order_by("-number").first()
    version = BasesVersion(call=call, number=(last.number if last else 0) + 1, recorded_by=by, **fields)
    _project(version, content)
    version.full_clean(exclude=["call", "recorded_by"])
    version.save()
    version.authors.add(by)
    journal.record(by, "fund_bases_begun", on, subject=version, incubator=call.incubator, version=version.number)
    return version


def _locked(by, version, seen):
    call = locked_call(by, version.call)
    version = BasesVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    version.call = call
    return _fresh(version, seen)


def _to_check(by, version, seen):
    version = BasesVersion.objects.select_for_update(of=("self",)).select_related("call").get(pk=version.pk)
    if version.call.agreement_id not in calls_access.agreements_to_enter(by):
        raise PermissionDenied("Su cargo no permite comprobar bases en ese convenio. Pídalo a la coordinación.")
    if version.call.withdrawn_on is not None:
        raise Refused("El llamado se retiró: ya no se comprueba.")
    if not calls_access.may_check(by, version):
        raise Refused("Las bases las comprueba otra persona que quienes las escribieron.")
    return _fresh(version, seen)


def _fresh(version, seen):
    if version.checked_on is not None:
        raise Refused("Esta versión ya se comprobó: para cambiar algo, escriba una versión nueva.")
    if seen is not None and version.revision != seen:
        raise Refused(_STALE)
    return version


def _refuse_hours(content):
    wrong = checks.hours(content)
    if wrong:
        raise Refused(*(Finding("hours", Kind.INPUT, False, fault.sentence) for fault in wrong))


def _put(version, content):
    _project(version, content)
    version.full_clean(exclude=["call", "recorded_by", "evidence"])
    _save(version)


def _save(version):
    version.revision += 1
    version.save()


def _project(version, content):
    """Keep what was said, and the days and hours that lists and notices ask."""
    version.content = as_content(content)
    hours = sorted(closings.instant(one.wall) for one in content.closings)
    asked = content.dates.questions_until
    version.opens_on = content.dates.opens_on
    version.questions_until = closings.instant(asked) if asked else None
    version.first_closes_at, version.last_closes_at = (hours[0], hours[-1]) if hours else (None, None)
