"""What every public page has: the look of the public site, and a version that is easy to read."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from cases import call_words
from cases.models import Call
from incubator import calendars


class Public(models.Model):
    """A page for everyone: the same for whoever entered and whoever did not, so it shows no menu of the house."""

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        """No menu, and the way home."""
        return super().get_context(request, *args, **kwargs) | {"nav": [], "crumbs": self.crumbs()}

    def crumbs(self):
        """The pages above, from the home down."""
        return [(page.title, page.url) for page in self.get_ancestors().filter(depth__gt=1).live()]


class EasyRead(models.Model):
    """The same page in short sentences, for whoever reads with difficulty (UNE 153101 EX is the guide followed)."""

    easy_read = RichTextField(
        "versión en lectura fácil",
        blank=True,
        features=["bold", "ul", "ol"],
        help_text="Frases cortas, una idea por frase, palabras de todos los días. Pídale a alguien que la pruebe.",
    )

    class Meta:
        abstract = True

    easy_read_panels = [MultiFieldPanel([FieldPanel("easy_read")], heading="Lectura fácil")]


def open_calls(incubator_id=None):
    """The calls that receive applications today, as cards: of one incubator, or of all."""
    moment = calendars.now()
    rows = Call.objects.open_on(moment.date()).select_related("incubator__commune").order_by("closes_on", "pk")
    if incubator_id is not None:
        rows = rows.filter(incubator=incubator_id)
    return [call_words.card(call, moment) for call in rows]
