"""Who enters a call for funds, who changes it, and who checks what others wrote of its bases."""

from cases.models import BasesVersion, FundingCall
from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.models import Agreement, Incubator, Participation

ENTER = Permission.ENTER_FUND_CALLS


def agreements_to_enter(user) -> set[int]:
    """Ids of the agreements for which the user enters and checks calls."""
    scope = scope_of(user, ENTER)
    parts = Participation.objects.in_force(calendars.today()).filter(incubator_id__in=scope.host_ids)
    return set(scope.agreement_ids) | set(parts.values_list("agreement_id", flat=True))


def places_to_enter(user) -> list[tuple[Agreement, Incubator | None]]:
    """For whom a new call may be entered: the user's own incubator in its agreement, or the agreement as a whole."""
    scope = scope_of(user, ENTER)
    parts = Participation.objects.in_force(calendars.today()).select_related("agreement", "incubator")
    mine = [(part.agreement, part.incubator) for part in parts.filter(incubator_id__in=scope.home_ids)]
    named = {agreement.pk for agreement, _ in mine}
    rest = Agreement.objects.filter(pk__in=agreements_to_enter(user) - named).order_by("pk")
    return mine + [(agreement, None) for agreement in rest]


def may_enter(user, agreement, incubator=None) -> bool:
    """Whether the user enters calls for this agreement, on behalf of this incubator or of none."""
    if incubator is None:
        return agreement.pk in agreements_to_enter(user)
    parts = Participation.objects.in_force(calendars.today()).filter(agreement=agreement, incubator=incubator)
    return incubator.pk in scope_of(user, ENTER).home_ids and parts.exists()


def may_change(user, call: FundingCall) -> bool:
    """The incubator that entered it and the university coordinator; whoever entered it for none, too."""
    scope = scope_of(user, ENTER)
    if call.agreement_id in scope.agreement_ids:
        return True
    if call.incubator_id is not None:
        return call.incubator_id in scope.home_ids
    return call.entered_by_id == user.pk and call.agreement_id in agreements_to_enter(user)


def may_check(user, version: BasesVersion) -> bool:
    """Whoever may enter calls in that agreement and wrote none of this version."""
    if version.call.agreement_id not in agreements_to_enter(user):
        return False
    return version.recorded_by_id != user.pk and not version.authors.filter(pk=user.pk).exists()
