"""Move a case along its journey: the only place where a stage is written.

A step is tried as an Attempt; what blocks it is exactly what the page lists. The row of the change is written first,
then the stage, and the database's own guard checks that they agree.
"""

from django.db import transaction

from cases.enums import CaseSource, Stage, Verb
from cases.journey import BACK, CORRECTABLE, STEPS
from cases.models import Call, Case, Pause, Responsibility, StageChange
from cases.rules.endings import CHOSEN_REASONS, by_operation, last_change
from cases.services.consequences import follow
from cases.verbs import DEMANDS, rules_of
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.models import Incubator
from incubator.requirements import Attempt, Kind, Refused, findings

#: A pause is for a time: its expected end is within these days.
LONGEST_PAUSE = 180


@transaction.atomic
def open_case(*, by, organization, incubator, on, source=CaseSource.OFFICE, previous=None):
    """A case is born at CENSUS on a day, with its first row. One open case per organization."""
    access.require(by, Permission.WRITE_GROUPS, incubator)
    Incubator.objects.select_for_update(of=("self",)).get(pk=incubator.pk)
    if Case.objects.current().open().filter(organization=organization).exists():
        raise Refused("El grupo ya tiene un caso abierto.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    last = Case.objects.filter(born_in=incubator).order_by("-number").values_list("number", flat=True).first() or 0
    case = Case.objects.create(
        organization=organization,
        incubator=incubator,
        born_in=incubator,
        number=last + 1,
        source=source,
        opened_on=on,
        previous=previous,
    )
    Responsibility.objects.create(case=case, incubator=incubator, since=on)
    _write(case, Verb.RECORD, "", Stage.CENSUS, by, on, "", {"source": source})
    return case


def next_verbs(case):
    """The verbs that may be tried from where the case stands, in the order of the journey."""
    forward = [verb for verb, steps in STEPS.items() if case.stage in steps]
    back = [verb for verb in BACK if any(source == case.stage for source, _ in BACK[verb])]
    return forward + [verb for verb in back if _way_back(case, verb)]


def findings_for(case, verb, *, by, on, data=None):
    """Every rule of the verb with its answer, met or not, in the order of the page."""
    return findings(rules_of(verb), Attempt(case, verb, by, on, data or {}))


def missing_facts(case, verb, *, by, on):
    """What is still missing before the form can even be sent: facts and duties, not input."""
    answers = findings_for(case, verb, by=by, on=on)
    return [answer for answer in answers if answer.kind != Kind.INPUT and not answer.met]


@transaction.atomic
def advance(*, by, case, verb, on, data=None, seen=None):
    """Fire a verb. `data` is what the form says (reason, inputs); `seen` the number of the last change it showed.

    Raises PermissionDenied without the right, and Refused with every reason that blocks it.
    """
    access.require(by, DEMANDS[verb].permission, case)
    case = Case.objects.select_for_update(of=("self",)).select_related("organization", "incubator").get(pk=case.pk)
    data = data or {}
    if verb in (Verb.ADMIT, Verb.ADMIT_FORMAL):  # the last seat goes to one
        Incubator.objects.select_for_update(of=("self",)).get(pk=case.incubator_id)
        list(Call.objects.select_for_update().filter(applications__case=case).order_by("pk"))
    _refuse_if_it_moved(case, verb, seen)
    blocked = [answer for answer in findings_for(case, verb, by=by, on=on, data=data) if not answer.met]
    if blocked:
        raise Refused(*blocked)
    source = case.stage
    target = _fire(case, verb)
    kept = {key: value for key, value in data.items() if key != "reason" and value not in ("", None)}
    change = _write(case, verb, source, target, by, on, data.get("reason", ""), kept)
    follow(change, by=by)
    return change


@transaction.atomic
def advance_by_operation(*, by, case, verb, on, operation, to=None, close_reason=""):
    """A step of a merge, a split or its reversal, which asked its own rules. The database asks for its lineage."""
    access.require(by, DEMANDS[verb].permission, case)
    case = Case.objects.select_for_update(of=("self",)).select_related("organization", "incubator").get(pk=case.pk)
    source, method = case.stage, getattr(case, verb.value)
    method() if to is None else method(to)
    data = {"operation": operation.pk} | ({"close_reason": close_reason} if close_reason else {})
    return _write(case, verb, source, case.stage, by, on, operation.reason, data)


@transaction.atomic
def pause(*, by, case, since, reason, expected_on, acknowledged=()):
    """The case rests for at most 180 days. Running legal deadlines are acknowledged one by one; clocks do not stop."""
    access.require(by, Permission.DECIDE, case)
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.is_open:
        raise Refused("Un caso cerrado no se pone en pausa.")
    if since > calendars.today() or since < case.opened_on:
        raise Refused("La pausa empieza hoy o antes, y no antes de abierto el caso.")
    if not since < expected_on or (expected_on - since).days > LONGEST_PAUSE:
        raise Refused(f"La fecha de vuelta debe estar dentro de los {LONGEST_PAUSE} días siguientes.")
    rest = Pause(case=case, since=since, reason=reason, expected_on=expected_on, by=by, acknowledged=list(acknowledged))
    rest.full_clean(exclude=["case", "by"])
    rest.save()
    journal.record(by, "case_paused", since, subject=case, organization=case.organization)
    return rest


@transaction.atomic
def resume(*, by, case, on):
    """The pause ends that day."""
    access.require(by, Permission.DECIDE, case)
    rest = Pause.objects.select_for_update(of=("self",)).filter(case=case, until__isnull=True).first()
    if rest is None:
        raise Refused("El caso no está en pausa.")
    if not rest.since <= on <= calendars.today():
        raise Refused("La pausa termina entre el día en que empezó y hoy.")
    rest.until = on
    rest.save(update_fields=["until"])
    journal.record(by, "case_resumed", on, subject=case, organization=case.organization)
    return rest


def _refuse_if_it_moved(case, verb, seen):
    """Two people at once: the second reads who moved it and when."""
    last = last_change(case)
    moved = seen is not None and last.number != seen
    if moved or verb not in next_verbs(case):
        raise Refused(
            f"El caso ya está en {case.get_stage_display()}: lo movió {last.by} con fecha "
            f"{last.effective_on:%d-%m-%Y}. Revise su página antes de seguir."
        )


def _way_back(case, verb):
    """The stage a reopening or a correction returns to, or None when there is nothing to undo."""
    last = last_change(case)
    undone = {Verb.REOPEN: (Verb.CLOSE,), Verb.CORRECT: CORRECTABLE}[verb]
    return last.from_stage if last is not None and last.verb in undone and not by_operation(last) else None


def _fire(case, verb):
    """Let the machine change the stage in memory; returns the new one."""
    method = getattr(case, verb.value)
    method(_way_back(case, verb)) if verb in BACK else method()
    return case.stage


def _write(case, verb, source, target, by, on, reason, data):
    """The row first, then the stage: the order the database's guard asks."""
    last = last_change(case)
    change = StageChange.objects.create(
        case=case,
        number=(last.number if last else 0) + 1,
        from_stage=source,
        to_stage=target,
        verb=verb,
        by=by,
        effective_on=on,
        recorded_at=calendars.now(),
        reason=reason,
        data=data,
    )
    if source:
        case.save(update_fields=["stage"])
    journal.record(by, f"case_{verb}", on, subject=case, organization=case.organization, change=change.number)
    return change


def close_reasons():
    """The reasons a person may choose when closing a case."""
    return [(reason.value, reason.label) for reason in CHOSEN_REASONS]
