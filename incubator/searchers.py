"""People, by any part of their name or by exact RUN in any written form."""

from django.urls import reverse

from incubator import country, search
from incubator.models import Person
from incubator.templatetags.minga import masked_run


def _people(user, text, limit):
    people = Person.objects.visible_to(user)
    run = country.parse_run(text)
    found = people.filter(run=run) if run else people.filter(search.has_words("name_folded", text))
    found = found.select_related("commune").order_by("sort_key", "pk")
    return search.Found(found.count(), [_hit(person) for person in found[:limit]])


def _hit(person):
    about = [masked_run(person.run), person.commune.name if person.commune else "", person.sector]
    detail = " · ".join(filter(None, about))
    return search.Hit(person.name, reverse("person_detail", args=[person.pk]), detail)


search.add("people", search.Searcher("Personas", "person", _people))
