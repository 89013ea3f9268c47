"""Words of an address in the language of who reads it: a choice is written by its name on screen."""

from django.urls import register_converter
from django.utils.text import slugify


def spoken(name: str, choices) -> None:
    """Let a route say `<name:part>`: the view gets the member of `choices`, the address says its label as a slug.

    A word that names no member is an address that does not exist.
    """
    members = {slugify(member.label): member for member in choices}
    if len(members) != len(choices):
        raise ValueError(f"two of {choices.__name__} would have one address")

    class Spoken:
        regex = "[a-z0-9-]+"

        def to_python(self, value):
            if value not in members:
                raise ValueError(value)
            return members[value]

        def to_url(self, value):
            return slugify(choices(value).label)

    register_converter(Spoken, name)
