"""The plan: what will be done about each point, presented by who wrote it and approved by somebody else."""

from django.db import transaction

from cases.enums import ItemStatus, Risk
from cases.models import ItemEntry, RegularizationItem
from cases.regularization import reading
from cases.regularization.life import BEFORE_APPROVAL, EntryKind, RegularState, RegularVerb
from cases.services.regularization import moves
from incubator import journal
from incubator.access import Permission
from incubator.requirements import Finding, Kind, Refused

S, V = RegularState, RegularVerb
_DISSOLVED = "La ley la disolvió (R02): anote la disolución. Nada más se pone en orden."


@transaction.atomic
def write_plan(*, by, item, on, plan, responsible, due_on):
    """What will be done about a point, who does it and until when. Whoever writes it does not approve it."""
    file = moves.writable(item.file, by=by, permission=Permission.RECORD_FACTS, on=on)
    if file.state not in BEFORE_APPROVAL:
        raise Refused("El plan ya se aprobó: vuelva a planificar para cambiarlo.")
    item = RegularizationItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if item.status not in (ItemStatus.DOES_NOT, ItemStatus.UNKNOWN) and not reading.lapsed(item, on):
        raise Refused("Ese punto cumple o no aplica: no necesita un plan.")
    if due_on is not None and due_on < on:
        raise Refused("La fecha para hacerlo no puede ser anterior a hoy.")
    item.plan, item.responsible, item.due_on = plan.strip(), responsible.strip(), due_on
    item.full_clean()
    item.save(update_fields=["plan", "responsible", "due_on"])
    ItemEntry.objects.create(item=item, kind=EntryKind.PLAN, happened_on=on, text=item.plan, by=by)
    journal.record(by, "item_planned", on, subject=item, organization=file.case.organization)
    return item


def lacking(file, on):
    """What a plan lacks to be presented, a sentence each."""
    items = reading.items_of(file)
    if reading.dissolved_by_law(file, on):
        return [_finding("dissolved", _DISSOLVED)]
    found = []
    if reading.minimum(file, on) is None:
        found.append(_finding("minimum", "Falta contar los integrantes: es lo primero que la ley pide (art. 13)."))
    if reading.vacancy_of(items, on):
        words = (
            "Falta saber quién cita y quién admite sin cargos vigentes: envíe la carta al DAES y anote la respuesta."
        )
        found.append(_finding("vacancy", words))
    unknown = [item for item in items if item.status == ItemStatus.UNKNOWN and item.risk == Risk.HIGH]
    if unknown:
        found.append(_finding("unknown", f"{_left(unknown)} de riesgo alto por revisar."))
    lacks = [item for item in items if _needs_plan(item, on)]
    bare = [item for item in lacks if not item.plan or not item.responsible or item.due_on is None]
    if bare:
        found.append(_finding("bare", f"{_left(bare)} de riesgo alto sin plan, responsable o fecha."))
    if not lacks:
        found.append(_finding("nothing", "No hay puntos de riesgo alto que poner en orden: no hace falta un plan."))
    return found


def _needs_plan(item, on):
    does_not = item.status == ItemStatus.DOES_NOT or (item.status == ItemStatus.MEETS and reading.lapsed(item, on))
    return item.risk == Risk.HIGH and does_not


def _left(items):
    return "Queda 1 punto" if len(items) == 1 else f"Quedan {len(items)} puntos"


def _finding(name, sentence):
    return Finding(name, Kind.FACT, False, sentence)


@transaction.atomic
def present(*, by, file, on):
    """The diagnosis is over and the plan waits for whoever approves it."""
    file = moves.writable(file, by=by, permission=Permission.RECORD_FACTS, on=on)
    lacks = lacking(file, on) if file.state == S.DIAGNOSIS else []
    if lacks:
        raise Refused(*lacks)
    return moves.move(file, V.PLAN, by=by, on=on)


def wrote(user, file):
    """Whether somebody wrote or presented the plan as it stands: since the last diagnosis."""
    again = file.changes.filter(verb=V.LAPSE).order_by("-number").first()
    entries = ItemEntry.objects.filter(item__file=file, kind=EntryKind.PLAN, by=user)
    presented = file.changes.filter(verb=V.PLAN, by=user)
    if again is not None:
        entries = entries.filter(recorded_at__gte=again.recorded_at)
        presented = presented.filter(number__gt=again.number)
    return entries.exists() or presented.exists()


@transaction.atomic
def approve(*, by, file, on):
    """Somebody who wrote none of it approves the plan."""
    file = moves.writable(file, by=by, permission=Permission.APPROVE_PLANS, on=on)
    if wrote(by, file):
        raise Refused("El plan lo aprueba otra persona que quien lo escribió o lo presentó.")
    lacks = [finding for finding in lacking(file, on) if finding.rule != "nothing"] if file.state == S.PLAN else []
    if lacks:
        raise Refused(*lacks)
    change = moves.move(file, V.APPROVE, by=by, on=on)
    all_met = reading.stands(reading.items_of(file), on) == S.REGULARIZED
    moves.settle(file, by=by, on=on, began=all_met)
    return change


@transaction.atomic
def revise(*, by, file, on, reason):
    """The plan no longer fits: it is written and approved again."""
    file = moves.writable(file, by=by, permission=Permission.RECORD_FACTS, on=on)
    if not reason.strip():
        raise Refused("Escriba el motivo.")
    return moves.move(file, V.REVISE, by=by, on=on, reason=reason)


@transaction.atomic
def tell_progress(*, by, item, on, text, evidence=None):
    """What was done about a point. The first thing done starts the work."""
    file = moves.writable(item.file, by=by, permission=Permission.RECORD_FACTS, on=on)
    refuse_before_approval(file, item)
    if not text.strip():
        raise Refused("Escriba qué se hizo.")
    if evidence is not None and evidence.incubator_id != file.case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    entry = ItemEntry.objects.create(
        item=item, kind=EntryKind.PROGRESS, happened_on=on, text=text.strip()[:1000], evidence=evidence, by=by
    )
    journal.record(by, "item_progress", on, subject=item, organization=file.case.organization)
    moves.settle(file, by=by, on=on, began=True)
    return entry


def refuse_before_approval(file, item):
    """Nothing is done before the plan is approved, but what R02 and the missing seats ask."""
    if file.state in BEFORE_APPROVAL and item.key not in reading.BEFORE_THE_PLAN:
        raise Refused("El plan todavía no se aprueba: por ahora solo se trabaja en lo que no puede esperar.")
