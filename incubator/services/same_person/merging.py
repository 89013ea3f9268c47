"""Join two records of one person: one proposes, another executes, and either may undo it for thirty days.

A merge is a redirect (docs/adr/0015): one column changes, and no membership, mark or consent is moved.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from incubator import access, journal
from incubator.access import Permission
from incubator.models import Person, PersonMerge
from incubator.requirements import Refused


@transaction.atomic
def propose(*, by, kept, redirected, reason, on):
    """Say that two records are one person: `redirected` will be read as `kept`. Somebody else executes it."""
    kept, redirected = _locked(by, kept.pk, redirected.pk)
    if not reason.strip():
        raise Refused("Escriba por qué son la misma persona.")
    _check(kept, redirected)
    if PersonMerge.objects.waiting().filter(redirected__in=(kept, redirected)).exists():
        raise Refused("Ya hay una propuesta sobre uno de estos registros: resuélvala primero.")
    merge = PersonMerge.objects.create(
        incubator=kept.incubator,
        kept=kept,
        redirected=redirected,
        reason=reason.strip()[:300],
        proposed_by=by,
        proposed_on=on,
    )
    _record(by, "merge_proposed", on, merge)
    return merge


@transaction.atomic
def execute(*, by, merge, on):
    """Join the two records, by another person than the one who proposed it. Raises Refused."""
    merge, kept, redirected = _held(by, merge)
    _refuse_settled(merge)
    if merge.proposed_by_id == by.pk:
        raise Refused("Los une otra persona que quien lo propuso: pídalo a alguien de su equipo.")
    if on < merge.proposed_on:
        raise Refused(f"La propuesta es del {merge.proposed_on:%d-%m-%Y}: no puede unirlos antes.")
    _check(kept, redirected)
    carried = list(redirected.redirected_here.order_by("pk").values_list("pk", flat=True))
    Person.objects.filter(pk__in=carried).update(same_as=kept)
    redirected.same_as = kept
    redirected.save(update_fields=["same_as"])
    merge.carried, merge.executed_by, merge.executed_on = carried, by, on
    merge.save(update_fields=["carried", "executed_by", "executed_on"])
    _record(by, "merge_executed", on, merge)
    return merge


@transaction.atomic
def decline(*, by, merge, on):
    """The proposal does not go on: withdrawn by whoever made it, or discarded by another."""
    merge, _, _ = _held(by, merge)
    _refuse_settled(merge)
    merge.declined_by, merge.declined_on = by, on
    merge.save(update_fields=["declined_by", "declined_on"])
    _record(by, "merge_declined", on, merge)
    return merge


@transaction.atomic
def undo(*, by, merge, reason, on):
    """Each record is its own again, with the rows it always had; what was written since stays with the survivor."""
    merge, kept, redirected = _held(by, merge)
    if merge.executed_on is None or merge.undone_on is not None:
        raise Refused("Esos registros no están unidos: vuelva a abrir la página.")
    if on > merge.undo_until:
        raise Refused(f"Se podía deshacer hasta el {merge.undo_until:%d-%m-%Y}.")
    if not reason.strip():
        raise Refused("Escriba por qué se separan.")
    if kept.same_as_id is not None:
        raise Refused("Después se unió también a otro registro: deshaga primero esa unión, la más nueva.")
    redirected.same_as = None
    redirected.save(update_fields=["same_as"])
    Person.objects.filter(pk__in=merge.carried, same_as=kept).update(same_as=redirected)
    merge.undone_by, merge.undone_on, merge.undone_reason = by, max(on, merge.executed_on), reason.strip()[:300]
    merge.save(update_fields=["undone_by", "undone_on", "undone_reason"])
    _record(by, "merge_undone", on, merge)
    return merge


def _check(kept, redirected):
    """What must hold both when it is proposed and when it is executed."""
    reasons = []
    if kept.pk == redirected.pk:
        reasons.append("Elija dos registros distintos.")
    if kept.incubator_id != redirected.incubator_id:
        reasons.append("Los dos registros deben ser de la misma incubadora.")
    if kept.annulled_at or redirected.annulled_at:
        reasons.append("Uno de los registros se anuló al deshacer una importación.")
    if kept.same_as_id or redirected.same_as_id:
        reasons.append("Uno de los registros ya está unido a otro: abra la ficha de esa persona.")
    if kept.run and redirected.run and kept.run != redirected.run:
        reasons.append("Tienen RUN distintos y no se pueden unir: si uno está mal escrito, corríjalo primero.")
    if redirected.run and not kept.run:
        reasons.append("Debe quedar el registro que tiene RUN: elíjalo como el que queda.")
    if reasons:
        raise Refused(*reasons)


def _refuse_settled(merge):
    if merge.executed_on is not None or merge.declined_on is not None:
        raise Refused("Otra persona ya resolvió esta propuesta: vuelva a abrir la página.")


def _held(by, merge):
    """The merge and its two records, as they stand and held for this change."""
    merge = PersonMerge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    return merge, *_locked(by, merge.kept_id, merge.redirected_id)


def _locked(by, *ids):
    """The records in the order asked, locked always in the same order. Refused outside the user's incubator."""
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=ids).select_related("incubator").order_by("pk")
    found = {person.pk: person for person in rows}
    for person in found.values():
        access.require(by, Permission.WRITE_PEOPLE, person.incubator)
    if set(found) != set(ids):
        raise PermissionDenied("Esos registros no están a su alcance.")
    return [found[pk] for pk in ids]


def _record(by, verb, on, merge):
    about = {"kept": merge.kept_id, "redirected": merge.redirected_id}
    journal.record(by, verb, on, subject=merge, incubator=merge.incubator, **about)
