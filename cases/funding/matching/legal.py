"""How each group stands before the law on a day, from its dated acts: what conditions of validity and age read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from cases.enums import LegalEventKind as K
from cases.law import clocks
from cases.law.answers import Reading
from cases.models import LegalEvent
from incubator.enums import LegalStatus, OrganizationKind

#: Acts from the last of which the cooperative exists for others, its deed apart.
_ENTRIES = (K.REGISTRY_ENTRY, K.PUBLICATION, K.CURE_ENTRY, K.CURE_PUBLICATION)
_READ = (K.DEED, *_ENTRIES, K.TAX_START)

Acts = Mapping[str, date]


def acts_of(organization_ids: Iterable[int], on: date) -> dict[int, dict[str, date]]:
    """The last day of each act that is read here, by group: those of any of its stays. One query."""
    rows = LegalEvent.objects.in_force().filter(
        case__organization_id__in=list(organization_ids), kind__in=[kind.value for kind in _READ], happened_on__lte=on
    )
    found: dict[int, dict[str, date]] = defaultdict(dict)
    for group, kind, day in rows.order_by("happened_on", "pk").values_list(
        "case__organization_id", "kind", "happened_on"
    ):
        found[group][kind] = day
    return found


def standing(kind: str, status: str, acts: Acts) -> dict[str, object]:
    """The legal fields of Facts. A cooperative registered in time exists since its deed (DFL 5, art. 8)."""
    deed = acts.get(K.DEED)
    said: dict[str, object] = {
        "is_cooperative": kind == OrganizationKind.COOPERATIVE,
        "is_valid": _is_valid(kind, status),
        "deeded_on": deed,
        "started_activity_on": acts.get(K.TAX_START),
    }
    if status == LegalStatus.VALID:
        entered = [acts[entry] for entry in _ENTRIES if entry in acts]
        return said | {"constituted_on": deed, "valid_from": max(entered, default=None)}
    return said | {"expected_entry": _last_day(deed) if deed else None}


def _is_valid(kind: str, status: str) -> bool | None:
    """A cooperative of which nobody wrote how it stands is not known to be void."""
    if kind == OrganizationKind.COOPERATIVE and status == LegalStatus.DE_FACTO:
        return None
    return status == LegalStatus.VALID


def _last_day(deed: date) -> date:
    """Until when its registration counts from the deed (DFL 5, art. 7)."""
    return clocks.ends_on(Reading(deed).clock("registry"), deed)
