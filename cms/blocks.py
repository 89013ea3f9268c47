"""The pieces editors write with. Few and plain: each one looks right and reads well by ear whatever is put in it."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

#: What a text may carry: no colours, no sizes, no embedded pages of other sites.
FEATURES = ["h3", "bold", "ol", "ul", "link", "document-link"]
#: Where a button leads when no page is chosen: ours, by path, or another site, a phone or an e-mail.
ADDRESSES = ("/", "https://", "tel:", "mailto:")


class Text(blocks.RichTextBlock):
    """Paragraphs, subtitles and lists."""

    def __init__(self, **kwargs):
        super().__init__(features=FEATURES, **kwargs)

    class Meta:
        label = "Texto"
        icon = "pilcrow"
        template = "cms/blocks/text.html"


class Title(blocks.CharBlock):
    """The title of a part of the page."""

    class Meta:
        label = "Título de una parte"
        icon = "title"
        template = "cms/blocks/title.html"


class Steps(blocks.StructBlock):
    """What to do, one step after the other."""

    title = blocks.CharBlock(label="Título", max_length=100)
    steps = blocks.ListBlock(blocks.CharBlock(label="Paso", max_length=200), label="Pasos", min_num=1)

    class Meta:
        label = "Pasos"
        icon = "list-ol"
        template = "cms/blocks/steps.html"


class Note(blocks.StructBlock):
    """Something that must not be missed."""

    title = blocks.CharBlock(label="Título", max_length=100)
    text = blocks.CharBlock(label="Texto", max_length=400)

    class Meta:
        label = "Aviso"
        icon = "info-circle"
        template = "cms/blocks/note.html"


class Picture(blocks.StructBlock):
    """A picture of places and things: people's pictures need their consent, and have no place here yet."""

    image = ImageChooserBlock(label="Imagen")
    description = blocks.CharBlock(
        label="Descripción", max_length=300, help_text="Qué se ve, para quien no ve la imagen. Una o dos frases."
    )
    nobody = blocks.BooleanBlock(
        label="En la imagen no se reconoce a ninguna persona",
        help_text="Si se reconoce a alguien, elija otra imagen: publicarla necesita su autorización.",
    )

    class Meta:
        label = "Imagen"
        icon = "image"
        template = "cms/blocks/picture.html"


class File(blocks.StructBlock):
    """Something to download."""

    document = DocumentChooserBlock(label="Documento")
    title = blocks.CharBlock(label="Cómo se llama", max_length=100)

    class Meta:
        label = "Documento para descargar"
        icon = "download"
        template = "cms/blocks/file.html"


class Body(blocks.StreamBlock):
    """The body of a page."""

    title = Title()
    text = Text()
    steps = Steps()
    note = Note()
    picture = Picture()
    file = File()

    class Meta:
        block_counts = {}


class Action(blocks.StructBlock):
    """A call to action: what one gets, and one button."""

    title = blocks.CharBlock(label="Título", max_length=80)
    text = blocks.CharBlock(label="Texto", max_length=240)
    button = blocks.CharBlock(label="Palabras del botón", max_length=60)
    page = blocks.PageChooserBlock(label="Página", required=False)
    address = blocks.CharBlock(
        label="O dirección", required=False, max_length=200, help_text="Por ejemplo /cuenta/login/ o tel:+56332291000."
    )

    class Meta:
        label = "Llamado"
        icon = "redirect"

    def clean(self, value):
        """One place to go, and one that a browser can open."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["address"]):
            raise _at("address", "Elija una página o escriba una dirección: una de las dos.")
        if cleaned["address"] and not cleaned["address"].startswith(ADDRESSES):
            raise _at("address", f"La dirección debe comenzar con {', '.join(ADDRESSES)}.")
        return cleaned


def _at(field, sentence):
    return blocks.StructBlockValidationError(block_errors={field: ValidationError(sentence)})


class Actions(blocks.StreamBlock):
    """The three calls of the home."""

    action = Action()

    class Meta:
        min_num = 3
        max_num = 3
