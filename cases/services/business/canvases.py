"""The canvas in versions: each saving is a new one, and none is lost."""

from django.db import transaction

from cases.enums import CanvasBlock
from cases.models import Canvas, Case
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def save(*, by, case, on, blocks, seen):
    """A new version of the canvas. `blocks` is {CanvasBlock: text}; `seen` the version written over (0: none)."""
    access.require(by, Permission.RECORD_FACTS, case)
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    if not case.opened_on <= on <= calendars.today():
        raise Refused("La fecha está entre el día en que se abrió el caso y hoy.")
    last = latest(case)
    if (last.version if last else 0) != seen:
        whose = f"{last.recorded_by} guardó la versión {last.version}" if last else "El lienzo cambió"
        raise Refused(f"{whose} mientras usted escribía. Copie lo suyo, abra el lienzo de nuevo y agréguelo.")
    kept = {block.value: blocks[block].strip() for block in CanvasBlock if blocks.get(block, "").strip()}
    if not kept:
        raise Refused("Escriba al menos un recuadro del lienzo.")
    if last and last.blocks == kept:
        return last
    canvas = Canvas.objects.create(case=case, happened_on=on, version=seen + 1, blocks=kept, recorded_by=by)
    journal.record(by, "canvas_saved", on, subject=canvas, organization=case.organization, version=canvas.version)
    return canvas


def latest(case):
    """The newest version, or None."""
    return case.canvass.select_related("recorded_by").order_by("-version").first()


def changes_between(older, newer):
    """The blocks that differ: (block, text before, text after), in the order of the sheet."""
    before = older.blocks if older else {}
    return [
        (block, before.get(block, ""), newer.blocks.get(block, ""))
        for block in CanvasBlock
        if before.get(block, "") != newer.blocks.get(block, "")
    ]
