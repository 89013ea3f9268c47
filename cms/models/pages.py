"""News, and pages of any subject."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.blocks import Body
from cms.fields import Pieces
from cms.models.base import EasyRead, Public


class NewsPage(Public, EasyRead, Page):
    """Something that happened or will happen."""

    published_on = models.DateField("fecha")
    lead = models.CharField("bajada", max_length=300)
    body = Pieces(Body(), verbose_name="texto")

    parent_page_types = ["cms.HomePage", "cms.IncubatorPage"]
    subpage_types = []
    template = "cms/news.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("published_on"),
        FieldPanel("lead"),
        FieldPanel("body"),
        *EasyRead.easy_read_panels,
    ]

    class Meta:
        verbose_name = "noticia"
        verbose_name_plural = "noticias"

    @classmethod
    def latest(cls, above, count):
        """The newest published ones under a page."""
        return cls.objects.live().descendant_of(above).order_by("-published_on", "-pk")[:count]


class StandardPage(Public, EasyRead, Page):
    """A page of any subject."""

    lead = models.CharField("bajada", max_length=300, blank=True)
    body = Pieces(Body(), verbose_name="texto")

    parent_page_types = ["cms.HomePage", "cms.IncubatorPage"]
    subpage_types = ["cms.StandardPage"]
    template = "cms/page.html"
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body"), *EasyRead.easy_read_panels]

    class Meta:
        verbose_name = "página"
        verbose_name_plural = "páginas"
