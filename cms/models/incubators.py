"""The page of a municipality's incubator."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from cms.blocks import Body
from cms.fields import Pieces
from cms.models.base import EasyRead, Public, open_calls
from cms.models.pages import NewsPage, StandardPage

#: What browsers play without help.
VIDEO_KINDS = ("mp4", "webm")


class IncubatorPage(Public, EasyRead, Page):
    """What one incubator does, how to take part, where it is and when it opens."""

    # Chosen when the page is made, never by an editor: it decides who may edit.
    incubator = models.OneToOneField(
        "incubator.Incubator", models.PROTECT, related_name="public_page", verbose_name="incubadora"
    )
    lead = models.CharField("bajada", max_length=300)
    body = Pieces(Body(), verbose_name="qué hacemos y cómo participar")
    address = models.CharField("dirección", max_length=200)
    directions = models.CharField(
        "cómo llegar y accesos", max_length=300, blank=True, help_text="Entrada sin peldaños, baño, micros cercanas."
    )
    opening = models.CharField("horario de atención", max_length=200)
    phone = models.CharField("teléfono", max_length=30, blank=True)
    email = models.EmailField("correo", blank=True, help_text="De la oficina, no de una persona.")
    sign_video = models.ForeignKey(
        "wagtaildocs.Document",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="video en Lengua de Señas Chilena",
        help_text="Un archivo MP4 o WebM. No se usan videos de otros sitios.",
    )
    sign_transcript = models.TextField("transcripción del video", blank=True)

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.NewsPage", "cms.StandardPage"]
    template = "cms/incubator.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("directions"),
                FieldPanel("opening"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            heading="Dónde y cuándo",
        ),
        *EasyRead.easy_read_panels,
        MultiFieldPanel(
            [FieldPanel("sign_video"), FieldPanel("sign_transcript")], heading="Video en Lengua de Señas Chilena"
        ),
    ]

    class Meta:
        verbose_name = "página de una incubadora"
        verbose_name_plural = "páginas de incubadoras"

    def clean(self):
        """A video that everybody can follow: one that plays, with its words written."""
        super().clean()
        if self.sign_video and self.sign_video.file_extension.lower() not in VIDEO_KINDS:
            raise ValidationError({"sign_video": "Elija un video MP4 o WebM."})
        if self.sign_video and not self.sign_transcript.strip():
            raise ValidationError({"sign_transcript": "Escriba lo que dice el video, para quien no puede verlo."})

    def get_context(self, request, *args, **kwargs):
        """With its calls, its latest news and its other pages."""
        return super().get_context(request, *args, **kwargs) | {
            "calls": open_calls(self.incubator_id),
            "news": NewsPage.latest(self, 4),
            "more_pages": self.get_children().live().type(StandardPage).order_by("title"),
        }
