"""What every public page has: the look of the public site, and a version that is easy to read."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField


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
