"""The rubric of a call, as rows: written while the call is a draft, and frozen from its publication on."""

from django.db import transaction

from cases.call_life import CallState
from cases.models import Call, Criterion, Evaluation
from cases.rubrics import default_rows
from cases.services import calls
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused

FIELDS = ("name", "looks_at", "weight", "maximum", "guidance")


def last_rows(call) -> list[dict]:
    """The rubric of the newest earlier call of the same incubator that has one, as rows; empty when there is none."""
    earlier = Call.objects.filter(incubator=call.incubator_id, criteria__isnull=False).exclude(pk=call.pk)
    found = earlier.order_by("-opens_on", "-pk").first()
    return list(Criterion.objects.filter(call=found).values(*FIELDS)) if found else []


def offered_rows(call) -> list[dict]:
    """What a new call may begin with: the last call's rubric, else the house's."""
    return last_rows(call) or default_rows()


@transaction.atomic
def set_rubric(*, by, call, rows):
    """The criteria of a call in their order, all at once. `rows` are dicts of FIELDS."""
    access.require(by, Permission.WRITE_GROUPS, call.incubator)
    call = Call.objects.select_for_update(of=("self",)).select_related("incubator").get(pk=call.pk)
    if call.state != CallState.DRAFT:
        raise Refused("La pauta no cambia después de publicar la convocatoria.")
    made = _replace(call, rows)
    on = calendars.today()
    journal.record(by, "rubric_set", on, subject=call, incubator=call.incubator, criteria=len(made))
    return made


@transaction.atomic
def amend_rubric(*, by, call, on, reason, rows):
    """Change the rubric of a published call, before it closes, by a public dated amendment."""
    access.require(by, Permission.DECIDE, call.incubator)
    if Evaluation.objects.filter(application__call=call).exists():
        raise Refused("Ya hay pautas abiertas: la pauta no cambia.")
    before = _in_words(call)
    made = _replace(call, rows)
    calls.amend_call(by=by, call=call, on=on, reason=reason, other={"rubric": [before, _in_words(call)]})
    return made


def _in_words(call):
    """The rubric as an amendment tells it: each criterion with its weight."""
    return [f"{name}: {weight} %" for name, weight in Criterion.objects.filter(call=call).values_list("name", "weight")]


def _replace(call, rows):
    """Write the criteria, all at once, when they add up."""
    if not rows:
        raise Refused("Escriba al menos un criterio.")
    _check_levels(rows)
    total = sum(row["weight"] for row in rows)
    if total != 100:
        raise Refused(f"Los pesos suman {total}: ajústelos para que sumen 100.")
    Criterion.objects.filter(call=call).delete()
    made = [Criterion(call=call, order=number, **row) for number, row in enumerate(rows, 1)]
    for criterion in made:
        criterion.full_clean(exclude=["call"], validate_unique=False)
    return Criterion.objects.bulk_create(made)


def _check_levels(rows):
    for number, row in enumerate(rows, 1):
        lines = [line for line in row["guidance"].splitlines() if line.strip()]
        if lines and len(lines) != row["maximum"] + 1:
            raise Refused(
                f"El criterio {number} va de 0 a {row['maximum']} puntos: escriba {row['maximum'] + 1} líneas, una por "
                f"puntaje, o ninguna. Hay {len(lines)}."
            )
