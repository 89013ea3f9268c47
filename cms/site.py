"""The bones of the public site: its home and a page per incubator, made by the house because no editor may.

Everything here may run again: what exists is left as its editors wrote it.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page, Site

from cms import permissions
from cms.models import HomePage, IncubatorPage

_WELCOME = "home"  # the page a new Wagtail brings


@transaction.atomic
def ensure_home(**content):
    """The home of the site, published; made with this content when there is none."""
    home = HomePage.objects.first()
    if home is None:
        root = Page.get_first_root_node()
        home = root.add_child(instance=HomePage(slug="portada", **content))
        home.save_revision().publish()
    address = urlsplit(settings.MINGA_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "root_page": home,
            "hostname": address.hostname,
            "port": address.port or (443 if address.scheme == "https" else 80),
            "site_name": "Minga",
        },
    )
    Page.objects.filter(slug=_WELCOME, depth=2).exclude(pk=home.pk).exclude(content_type__app_label="cms").delete()
    return home


@transaction.atomic
def ensure_page(home, incubator, **content):
    """The page of an incubator, published, and the group that edits it; made with this content when there is none."""
    page = IncubatorPage.objects.filter(incubator=incubator).first()
    if page is None:
        page = IncubatorPage(incubator=incubator, slug=slugify(incubator.commune.name), **content)
        home.add_child(instance=page)
        page.save_revision().publish()
    permissions.group_of(page)
    return page


@transaction.atomic
def ensure_child(parent, page):
    """A page under another, by its slug, published; made when there is none."""
    found = parent.get_children().filter(slug=page.slug).first()
    if found is None:
        parent.add_child(instance=page)
        page.save_revision().publish()
        return page
    return found.specific
