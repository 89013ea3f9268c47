"""Open a legal file, and adopt a newer pack of rules in one."""

from django.db import transaction

from cases import lineage
from cases.enums import Stage
from cases.law import pack_by_code, pack_on, packs
from cases.law.versions import NoPackError
from cases.models import Case, LegalFile
from cases.rules.business import latest_definition
from cases.services.legal import steps
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused


def opened(case, on):
    """A file with the rules of that day. The step that opens it already asked for the type of cooperative."""
    definition = latest_definition(case, on)
    return LegalFile.objects.create(
        case=case, cooperative_type=definition.cooperative_type, opened_on=on, pack=_pack_on(on)
    )


@transaction.atomic
def open_again(*, by, case, on):
    """Another file, after one that was abandoned or is void."""
    access.require(by, Permission.RECORD_FACTS, case)
    case = Case.objects.select_for_update(of=("self",)).select_related("organization").get(pk=case.pk)
    if case.stage != Stage.FORMALIZATION:
        raise Refused("El expediente se abre en Formalización.")
    if lineage.open_legal_file(case) is not None:
        raise Refused("El caso ya tiene un expediente legal abierto.")
    if on != calendars.today():
        raise Refused("Un expediente se abre con la fecha de hoy.")
    file = opened(case, on)
    journal.record(by, "legalfile_opened", on, subject=file, organization=case.organization)
    return file


@transaction.atomic
def adopt_pack(*, by, file, on, code):
    """The file goes on with a newer pack of rules, after somebody read what changes."""
    access.require(by, Permission.RECORD_FACTS, file.case)
    held = steps.locked(file)
    if held.closed_on is not None:
        raise Refused("El expediente está cerrado: conserva las reglas que tuvo.")
    newer = pack_on(on)
    if code != newer.code or held.pack == newer.code:
        raise Refused("Ese paquete de reglas ya no es el que se le mostró: vuelva a leer lo que cambia.")
    if held.pack and pack_by_code(held.pack).head.valid_from > newer.head.valid_from:
        raise Refused("El expediente ya tiene reglas más nuevas.")
    held.pack = newer.code
    held.save(update_fields=["pack"])
    journal.record(by, "legalfile_pack_adopted", on, subject=held, organization=held.case.organization)
    return held


def _pack_on(day):
    try:
        return pack_on(day).code
    except NoPackError:
        return packs()[0].code
