"""Documents by their description or by what they are, found through the group they prove something of.

A document has no page of its own: a hit leads to the documents of its group. Sensitive ones are never looked into, and
where somebody of the group is hidden from the user only those that name nobody are (incubator/masking.py).
"""

from django.db.models import Q
from django.urls import reverse

from cases.documents import proofs
from incubator import masking, search, tiers, words
from incubator.access import Permission, scope_of
from incubator.enums import EvidenceKind, Tier
from incubator.models import Evidence, Membership, Organization, Person
from incubator.text import fold

#: Up to these files are named one by one, which is quicker; more are joined.
_MANY = 1000


def find(user, text, limit):
    """The documents of groups within reach, the newest first: four queries, one more for whoever is veiled."""
    told = _told(text).order_by().values_list("pk", flat=True) if scope_of(user, Permission.VIEW_PEOPLE) else ()
    first = list(told[: _MANY + 1])
    if not first:
        return search.Found(0)
    groups = Organization.objects.visible_to(user, Permission.VIEW_PEOPLE).values("pk")
    rows = list(proofs(groups, first if len(first) <= _MANY else told))
    files = Evidence.objects.in_bulk({row[0] for row in rows})
    parents = Organization.objects.in_bulk({row[1] for row in rows})
    closed = _veiled(user, parents)
    found = {}
    for pk, group_id, what, on in rows:
        file, group = files[pk], parents[group_id]
        if pk not in found and file.tier in _open_tiers(user, group, closed):
            found[pk] = (on or file.uploaded_at.date(), pk, file, group, what)
    newest = sorted(found.values(), key=lambda row: row[:2], reverse=True)
    return search.Found(len(newest), [_hit(on, file, group, what) for on, _, file, group, what in newest[:limit]])


def _told(text):
    """The files that say so, sensitive and erased ones aside."""
    asked = fold(text).split()
    kinds = [kind for kind in EvidenceKind if all(word in fold(kind.label) for word in asked)]
    rows = Evidence.objects.filter(erased_at__isnull=True).exclude(tier=Tier.SENSITIVE)
    return rows.filter(Q(words.says(text, "description")) | Q(kind__in=kinds))


def _open_tiers(user, group, closed):
    """The tiers whose files of this group the user may open (as incubator.tiers says of one record)."""
    found = [
        tier for tier, right in tiers.OPENS.items() if tier != Tier.SENSITIVE and scope_of(user, right).covers(group)
    ]
    return tiers.without_names(found) if group.pk in closed else found


def _veiled(user, group_ids):
    """The groups where somebody is hidden from the user."""
    hidden = masking.hidden_people(user)
    if hidden is None:
        return frozenset()
    rows = Membership.objects.filter(organization_id__in=list(group_ids), person__in=Person.objects.filter(hidden))
    return frozenset(rows.order_by().values_list("organization_id", flat=True))


def _hit(on, file, group, what):
    about = [file.get_kind_display() if file.description else "", what, f"{on:%d-%m-%Y}", group.name]
    return search.Hit(str(file), reverse("group_documents", args=[group.pk]), " · ".join(filter(None, about)))
