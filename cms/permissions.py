"""Who edits what in Wagtail: derived from posts in force, never set by hand.

Wagtail asks groups and page permissions; here they are a shadow of the posts. Each municipality's page has one group,
allowed on that page's tree and on that municipality's pictures and documents; a person belongs to the groups of the
municipalities where a post in force edits the site, and to no other group.
"""

from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from cms.models import IncubatorPage
from incubator.access import Permission, scope_of

_ON_PAGES = ("add", "change", "publish")
_ON_COLLECTION = tuple(
    f"{action}_{model}" for model in ("image", "document") for action in ("add", "change", "delete", "choose")
)


def group_name(incubator):
    """The name of the group of a municipality's editors."""
    return f"edicion-{incubator.code}"


def follow_posts(user):
    """Make the user's groups those of the posts in force. One query when nothing changed."""
    wanted = scope_of(user, Permission.EDIT_SITE).home_ids
    pages = IncubatorPage.objects.filter(incubator__in=wanted).select_related("incubator") if wanted else []
    names = {group_name(page.incubator): page for page in pages}
    if set(user.groups.values_list("name", flat=True)) == set(names):
        return
    with transaction.atomic():
        user.groups.set([group_of(page) for page in names.values()])


@transaction.atomic
def group_of(page):
    """The group that edits the tree of a municipality's page, with exactly its permissions."""
    group, _ = Group.objects.get_or_create(name=group_name(page.incubator))
    group.permissions.set([_permission("wagtailadmin", "access_admin")])
    GroupPagePermission.objects.filter(group=group).exclude(page=page.page_ptr).delete()
    for action in _ON_PAGES:
        GroupPagePermission.objects.get_or_create(
            group=group, page=page.page_ptr, permission=_permission("wagtailcore", f"{action}_page")
        )
    collection = collection_of(page.incubator)
    GroupCollectionPermission.objects.filter(group=group).exclude(collection=collection).delete()
    for codename in _ON_COLLECTION:
        app = "wagtailimages" if codename.endswith("image") else "wagtaildocs"
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=_permission(app, codename)
        )
    return group


def collection_of(incubator):
    """Where a municipality keeps the pictures and documents of its pages."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=incubator.name).first()
    return found or root.add_child(name=incubator.name)


def _permission(app, codename):
    return DjangoPermission.objects.get(content_type__app_label=app, codename=codename)
