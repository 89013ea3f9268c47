"""The home of the whole site."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.blocks import Actions, Body
from cms.fields import Pieces
from cms.models.base import EasyRead, Public, open_calls
from cms.models.incubators import IncubatorPage
from cms.models.pages import NewsPage


class HomePage(Public, EasyRead, Page):
    """What an incubator is, three things to do, the municipalities and their news."""

    headline = models.CharField("titular", max_length=120)
    lead = models.CharField("bajada", max_length=300)
    actions = Pieces(Actions(), verbose_name="llamados a la acción")
    body = Pieces(Body(), blank=True, verbose_name="texto")

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.IncubatorPage", "cms.StandardPage", "cms.NewsPage"]
    max_count = 1
    template = "cms/home.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("headline"),
        FieldPanel("lead"),
        FieldPanel("actions"),
        FieldPanel("body"),
        *EasyRead.easy_read_panels,
    ]

    class Meta:
        verbose_name = "portada"
        verbose_name_plural = "portadas"

    def get_context(self, request, *args, **kwargs):
        """With the calls that are open, the municipalities in order, and the latest news of all."""
        return super().get_context(request, *args, **kwargs) | {
            "calls": open_calls(),
            "municipalities": IncubatorPage.objects.live().child_of(self).order_by("title"),
            "news": NewsPage.latest(self, 4),
        }
