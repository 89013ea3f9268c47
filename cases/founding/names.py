"""The names that a new one is compared with: only those whoever asks may already read."""

from cases.models import Case, FoundingProject
from incubator.access import Permission
from incubator.models import Organization


def known_names(user, case: Case) -> list[str]:
    """Groups and cooperatives that the user may see, and the names proposed in files that she may read; not its own.

    No other municipality's group is named by it. Two queries.
    """
    groups = Organization.objects.visible_to(user).exclude(pk=case.organization_id)
    legal = Organization.objects.visible_to(user, Permission.VIEW_LEGAL).exclude(pk=case.organization_id)
    proposed = FoundingProject.objects.exclude(name="").filter(file__case__organization__in=legal.values("pk"))
    found = [*groups.values_list("name", flat=True), *proposed.values_list("name", flat=True)]
    return sorted(dict.fromkeys(found))
