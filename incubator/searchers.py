"""People, by any part of their name, written well or nearly so, or by exact RUN in any written form."""

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from incubator import country, search, words
from incubator.models import Person
from incubator.templatetags.minga import masked_run


def _people(user, text, limit):
    run = country.parse_run(text)
    return search.counted(_read_as(user, Q(run=run) if run else _named(text)), limit, _hit)


def _alike(user, text, limit):
    like = words.sounds_like("name_folded", text)
    return search.counted(_read_as(user, like & ~_named(text)), limit, _hit) if like else search.Found(0)


def _named(text):
    return words.has_parts("name_folded", text)


def _read_as(user, condition):
    """The people within reach of whom some record fits, each once, by the record she is read by."""
    named = Person.objects.current().filter(condition).values_list(Coalesce("same_as_id", "pk"))
    found = Person.objects.visible_to(user).surviving().filter(pk__in=named)
    return found.select_related("commune").order_by("sort_key", "pk")


def _hit(person):
    about = [masked_run(person.run), person.commune.name if person.commune else "", person.sector]
    detail = " · ".join(filter(None, about))
    return search.Hit(person.name, reverse("person_detail", args=[person.pk]), detail)


search.add("people", search.Searcher("Personas", "person", _people, _alike))
