"""Who answers for an application that left its case, and what its move left to do."""

from django.db import transaction

from cases.funding.words import PlacementKind
from cases.models import FundApplication, FundPlacement
from cases.rules import funding as rules
from cases.services.funding import moves
from cases.services.funding.moved import WITH, locked, placed
from incubator import access
from incubator.access import Permission
from incubator.requirements import Refused

K = PlacementKind


@transaction.atomic
def settle(*, by, placement, on, note=""):
    """An inherited draft was judged here; or the agency was told that the case moved, and how."""
    went = placement.kind == K.WENT
    needs = Permission.FILE_FUNDS if went else Permission.WRITE_FUNDS
    application = moves.held(placement.application, by=by, permission=needs)
    row = FundPlacement.objects.select_for_update(of=("self",)).get(pk=placement.pk, application=application)
    if row.kind not in (K.WENT, K.INHERITED):
        raise Refused("Ese cambio no pide nada.")
    if row.settled_on is not None:
        raise Refused(f"Ya se anotó el {row.settled_on:%d-%m-%Y}.")
    if went and not note.strip():
        raise Refused("Diga cómo se avisó: por correo, por carta, en la plataforma.")
    row.settled_by, row.settled_on, row.note = by, on, note.strip()[:300]
    row.save(update_fields=["settled_by", "settled_on", "note"])
    verb = "fund_agency_told" if went else "fund_inherited_seen"
    moves.tell(by, verb, on, application)
    return row


def keepers_to_name(user):
    """The applications under somebody's name of the places that this user coordinates: to name another person."""
    scope = access.scope_of(user, Permission.DECIDE)
    rows = FundApplication.objects.filter(keeper__isnull=False).select_related(*WITH, "keeper", "call__agency")
    here = rows.filter(stays_with__in=scope.incubator_ids)
    closed = rows.filter(stays_with__isnull=True, case__incubator__in=scope.incubator_ids)
    return (here | closed).order_by("call__programme", "pk")


@transaction.atomic
def name_keeper(*, by, application, on, keeper):
    """Another person answers for an application that goes on under a name."""
    place = application.stays_with or application.case
    access.require(by, Permission.DECIDE, place)
    (held,) = locked(FundApplication.objects.filter(pk=application.pk))
    if held.keeper_id is None:
        raise Refused("Esa postulación sigue con su caso: la atiende quien acompaña al grupo.")
    home = held.stays_with_id or held.case.incubator_id
    if keeper is None or not rules.keepers_in(home, on).filter(pk=keeper.pk).exists():
        raise Refused("Elija a alguien con un cargo vigente que anote lo que dicen los fondos.")
    if keeper.pk == held.keeper_id:
        raise Refused("Esa persona ya está a cargo.")
    placed(held, K.RENAMED, by=by, on=on, keeper=keeper, stays_with=held.stays_with)
    moves.tell(by, "fund_keeper_named", on, held)
    return held
