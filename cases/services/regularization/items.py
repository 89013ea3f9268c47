"""The items of a regularization: the checklist, how each one stands, and the question of who calls without seats."""

from django.db import transaction

from cases.enums import ItemStatus, Risk
from cases.law.answers import Outcome
from cases.law.checklists import checklist
from cases.models import ItemEntry, MemberCount, RegularizationItem
from cases.regularization import reading
from cases.regularization.life import Authority, Block, EntryKind
from cases.services.regularization import moves
from incubator import journal
from incubator.access import Permission
from incubator.requirements import Refused

#: How far back a diagnosis looks.
LONGEST = 15
_VACANCY = {
    "name": "Saber quién cita a la junta y quién admite integrantes, sin cargos vigentes",
    "legal_basis": "Ley General de Cooperativas, arts. 23 y 24",
    "cure_path": "Lea los estatutos y el reglamento, y pregunte al DAES por carta. Anote la respuesta con su papel.",
}


@transaction.atomic
def begin(*, by, file, on, cooperative_type, years_from):
    """The checklist of a cooperative of this type, with the years that are looked at. Again: what it lacks is added."""
    file = moves.writable(file, by=by, permission=Permission.RECORD_FACTS, on=on)
    if not on.year - LONGEST <= years_from <= on.year:
        raise Refused(f"El primer año que se revisa va entre {on.year - LONGEST} y {on.year}.")
    file.cooperative_type, file.years_from = cooperative_type, years_from
    file.save(update_fields=["cooperative_type", "years_from"])
    has = set(file.items.values_list("key", "year"))
    book = checklist()
    lacking = [(line, year) for line, year in book.lines(years_from, on) if (line.key, year) not in has]
    RegularizationItem.objects.bulk_create(
        RegularizationItem(
            file=file,
            key=line.key,
            block=line.block,
            year=year,
            name=line.name,
            legal_basis=str(book.basis(line)),
            risk=line.risk,
            is_bodies=line.is_bodies,
            authority=line.authority,
            is_debt=line.is_debt,
            cure_path=line.cure,
        )
        for line, year in lacking
    )
    organization = file.case.organization
    journal.record(by, "regularization_listed", on, subject=file, organization=organization, added=len(lacking))
    moves.settle(file, by=by, on=on)
    return len(lacking)


@transaction.atomic
def add_item(*, by, file, on, **fields):
    """A point to put in order in a regularization file, beside those of the checklist."""
    file = moves.writable(file, by=by, permission=Permission.RECORD_FACTS, on=on)
    item = RegularizationItem(file=file, status_on=on, **fields)
    item.full_clean()
    item.save()
    journal.record(by, "item_recorded", on, subject=item, organization=file.case.organization)
    moves.settle(file, by=by, on=on)
    return item


@transaction.atomic
def update_item(*, by, item, on, status, valid_until=None, evidence=None, note="", seats_left=None):
    """How a point stands on a day; «cumple» asks for its document. `seats_left`: of the bodies, does anybody direct.

    With no seat in force it opens the question of who calls and who admits, which the plan waits for.
    """
    file = moves.writable(item.file, by=by, permission=Permission.RECORD_FACTS, on=on)
    item = written(file, item, by=by, on=on, status=status, valid_until=valid_until, evidence=evidence, note=note)
    if item.key == reading.SEATS and status == ItemStatus.DOES_NOT and not _somebody_directs(file, on, seats_left):
        _ask_who_calls(file)
    moves.settle(file, by=by, on=on, began=status == ItemStatus.MEETS)
    return item


def written(file, item, *, by, on, status, valid_until=None, evidence=None, note=""):
    """The item as somebody found it that day, with the row that tells it."""
    item = RegularizationItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if evidence is not None and evidence.incubator_id != file.case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    item.status, item.status_on, item.valid_until = status, on, valid_until
    item.evidence = evidence or item.evidence
    if status == ItemStatus.MEETS and item.evidence is None:
        raise Refused("Adjunte el documento que lo respalda.")
    if status == ItemStatus.NOT_APPLICABLE and item.key and item.risk == Risk.HIGH and not note.strip():
        raise Refused("Escriba por qué no aplica un punto de riesgo alto.")
    item.full_clean()
    item.save()
    ItemEntry.objects.create(
        item=item, kind=EntryKind.DIAGNOSIS, happened_on=on, status=status, text=note.strip(), evidence=evidence, by=by
    )
    journal.record(by, "item_recorded", on, subject=item, organization=file.case.organization)
    return item


@transaction.atomic
def count_members(*, by, file, on, members, fell_on=None, only_pending=False, evidence=None):
    """How many members its register says (R02). Below the minimum, since which day; it heads the plan."""
    file = moves.writable(file, by=by, permission=Permission.RECORD_FACTS, on=on)
    if file.cooperative_type_id is None:
        raise Refused("Diga primero de qué tipo es la cooperativa.")
    if fell_on is not None and fell_on > on:
        raise Refused("El día en que bajó del mínimo no puede ser posterior al de la cuenta.")
    if evidence is not None and evidence.incubator_id != file.case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    told = {"members": members, "fell_on": fell_on, "only_pending": only_pending, "evidence": evidence}
    count = MemberCount(case=file.case, happened_on=on, recorded_by=by, **told)
    count.full_clean(exclude=["case", "recorded_by", "evidence"])
    said = reading.minimum(file, on, count)
    if said.outcome != Outcome.MET and fell_on is None:
        raise Refused("Está bajo el mínimo: diga desde qué día.")
    count.save()
    journal.record(by, "members_counted", on, subject=count, organization=file.case.organization, members=members)
    item = file.items.filter(key=reading.MINIMUM).first()
    if item is not None:
        _tell_minimum(file, item, said, by=by, on=on, evidence=evidence)
    moves.settle(file, by=by, on=on)
    return count


def _tell_minimum(file, item, said, *, by, on, evidence):
    """What R02 says goes to its item, with its day."""
    met = said.outcome == Outcome.MET
    status = ItemStatus.MEETS if met and (evidence or item.evidence_id) else ItemStatus.DOES_NOT
    if met and status != ItemStatus.MEETS:
        status = ItemStatus.UNKNOWN
    item = written(file, item, by=by, on=on, status=status, evidence=evidence, note=said.arithmetic)
    item.due_on = None if met else said.figures["recover_by"]
    item.save(update_fields=["due_on"])


def _somebody_directs(file, on, seats_left):
    register = reading.seats_of(file, on)
    return not register.nobody_directs if register.known else bool(seats_left)


def _ask_who_calls(file):
    file.items.get_or_create(
        key=reading.VACANCY,
        defaults=_VACANCY | {"block": Block.BODIES, "authority": Authority.DAES, "risk": Risk.HIGH},
    )
