"""What editors find in Wagtail: their pages, pictures and documents, the way back, and nothing of users or groups."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.models import HomePage, IncubatorPage

_KEPT = {"explorer", "images", "documents", "back"}


@hooks.register("register_admin_menu_item")
def way_back():
    """From the editors' screens to the house."""
    return MenuItem("Volver a Minga", reverse("my_day"), name="back", icon_name="home", order=10_000)


@hooks.register("construct_main_menu")
def only_what_editors_use(request, items):
    """No reports, settings or help of Wagtail's own."""
    items[:] = [item for item in items if item.name in _KEPT]


@hooks.register("construct_homepage_summary_items", order=1_000)
def no_counts(request, items):
    """Counts of the whole site say nothing to whoever edits one municipality."""
    items.clear()


@hooks.register("construct_page_action_menu")
def publish_first(items, request, context):
    """Whoever edits a municipality publishes: that is the button one sees first."""
    items.sort(key=lambda item: item.name != "action-publish")


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_what_holds_the_site(request, page):
    """The home and a municipality's page stay: everything hangs of them, and so do the rights to edit."""
    if isinstance(page.specific, HomePage | IncubatorPage):
        messages.error(request, "Esta página no se puede quitar: de ella cuelgan las demás. Cambie su texto.")
        return redirect("wagtailadmin_explore", page.pk)
    return None


@hooks.register("insert_global_admin_css")
def our_colours():
    """The house's teal and type in the editors' screens."""
    from django.templatetags.static import static

    return format_html('<link rel="stylesheet" href="{}">', static("cms/editors.css"))
