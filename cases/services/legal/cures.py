"""A person opens the cure of a defective act."""

from django.db import transaction

from cases.formalization.cure_life import CURED
from cases.law import contents
from cases.models import Case, Cure
from cases.services.legal import cure_steps
from incubator import access, calendars
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def open_cure(*, by, case, act, on, defects):
    """A cure of a defective act of the case, with what is wrong with it (keys of cases.law.contents)."""
    access.require(by, Permission.RECORD_FACTS, case)
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    if act.case_id != case.pk or act.kind not in CURED or act.taken_back:
        raise Refused("Se sanea una escritura de este caso: la de la constitución o la de una reforma.")
    if not act.happened_on <= on <= calendars.today():
        raise Refused("El saneamiento se abre entre la fecha de la escritura y hoy.")
    known = [key for key in contents.defects() if key in set(defects)]
    if not known:
        raise Refused("Marque qué tiene mal la escritura o lo que vino después.")
    if Cure.objects.running().filter(act=act).exists():
        raise Refused("Esa escritura ya tiene un saneamiento abierto.")
    return cure_steps.opened(act, known, on, by)
