"""«Borrador heredado»: what somebody of the origin was typing goes on with the group; author and host are kept."""

from django.db import transaction

from cases.models import InheritedDraft
from incubator import access
from incubator.access import Permission, scope_of
from incubator.models import Draft
from incubator.requirements import Refused
from incubator.services import meetings


def pass_on(transfer):
    """Every draft about the group is inherited: its owner no longer reaches the group, and it is not thrown away."""
    rows = Draft.objects.filter(organization=transfer.case.organization_id).exclude(inherited__isnull=False)
    InheritedDraft.objects.bulk_create(
        InheritedDraft(transfer=transfer, draft=draft, author=draft.owner)
        for draft in rows.select_related("owner").order_by("pk")
    )


def drafts_inherited(user):
    """The inherited drafts of the groups where the user may log meetings, still kept by their author."""
    scope = scope_of(user, Permission.LOG_MEETINGS)
    rows = InheritedDraft.objects.select_related("draft__organization", "draft__incubator", "author", "transfer")
    reached = rows.filter(draft__organization__incubator__in=scope.incubator_ids) | rows.filter(
        draft__organization__in=scope.organization_ids
    )
    return reached.exclude(draft__owner=user).order_by("pk")


@transaction.atomic
def take_draft(*, by, inherited):
    """Go on with a draft somebody left: a draft of one's own, that says who conducted it and who hosts it."""
    draft = (
        Draft.objects.select_for_update(of=("self",))
        .select_related("organization", "incubator")
        .get(pk=inherited.draft_id)
    )
    access.require(by, Permission.LOG_MEETINGS, draft.organization)
    fields = dict(meetings.fields_of(draft))
    if draft.owner_id == by.pk:
        raise Refused("Ese borrador ya es suyo: está en «Mi día».")
    fields.setdefault("conducted_by", [str(inherited.author_id)])
    if not any(fields["conducted_by"]):
        fields["conducted_by"] = [str(inherited.author_id)]
    return meetings.save_draft(
        by=by,
        incubator=draft.organization.incubator,
        form=draft.form,
        key=f"heredado-{draft.pk}",
        fields=fields,
        organization=draft.organization,
    )
