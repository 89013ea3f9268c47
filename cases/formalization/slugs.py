"""How the documents of a formalization are called in an address: by their name on screen, never by their key."""

from cases.formalization.base_texts import TEXTS, name_of
from cases.papers import DOCUMENTS
from incubator.slugs import spoken

_OF = ":"


def key_of(document, kind=""):
    """The text a page is about, as one word: «statutes:trabajo»."""
    return f"{document}{_OF}{kind}" if kind else document


def parts_of(key):
    """(document, kind) of that word."""
    document, _, kind = key.partition(_OF)
    return document, kind


#: Routes may say <base_text:text> and <legal_document:text>.
spoken("base_text", {key_of(*text): name_of(*text) for text in TEXTS})
spoken("legal_document", DOCUMENTS)
