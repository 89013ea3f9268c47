"""Words of an address in the language of who reads it: a thing is written by its name on screen, never by its key."""

from collections.abc import Mapping

from django.db.models import Choices
from django.urls import register_converter
from django.utils.text import slugify


def spoken(name: str, words: type[Choices] | Mapping[str, str]) -> None:
    """Let a route say `<name:part>`: the view gets the key, or the member; the address says its label as a slug.

    A word that names nothing is an address that does not exist.
    """
    labels = words if isinstance(words, Mapping) else {member: member.label for member in words}
    slugs = {key: slugify(label) for key, label in labels.items()}
    keys = {slug: key for key, slug in slugs.items()}
    if len(keys) != len(slugs):
        raise ValueError(f"two of «{name}» would have one address")

    class Spoken:
        regex = "[a-z0-9-]+"

        def to_python(self, value):
            return _known(keys, value)

        def to_url(self, value):
            return _known(slugs, value)

    register_converter(Spoken, name)


def _known(words, word):
    if word not in words:
        raise ValueError(word)
    return words[word]
