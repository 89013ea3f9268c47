"""Who read a person's sensitive data, for her to know: found by the delegate of data protection, nothing else shown."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from incubator import country, same_person, search
from incubator.access import Permission, scope_of
from incubator.models import Person, Post, ReadingLog
from incubator.people_forms import PURPOSES

RIGHT = Permission.VIEW_READINGS
#: Why somebody read, in words: what people choose, and what a page of ours says by itself.
_PURPOSES = dict(PURPOSES) | {
    "supports": "Preparar apoyos o ajustes",
    "planning": "Preparar una reunión accesible",
    "census_import": "Comparar con una planilla de catastro",
    "census_file": "Abrir la planilla de catastro guardada",
    "transfer": "Trasladar a la persona a otra municipalidad",
    "fund_papers": "Entregar sus documentos reservados a un fondo",
    "fund_paper": "Abrir un documento reservado que se guarda para un fondo",
}


@dataclass(frozen=True)
class Reading:
    """One reading: when, who, from which post, and for what."""

    at: datetime
    who: str
    role: str
    purpose: str


def find(user, text, limit=20) -> list[Person]:
    """People by any part of their name or by exact RUN, of the municipalities this delegate answers for."""
    run = country.parse_run(text)
    named = Q(run=run) if run else search.has_words("name_folded", text)
    return list(people_of(user).filter(named).select_related("incubator__commune").order_by("sort_key", "pk")[:limit])


def people_of(user):
    """The people whose readings this user may look at; a record read as another is reached through that one."""
    return Person.objects.current().surviving().filter(incubator_id__in=scope_of(user, RIGHT).incubator_ids)


def of_person(person) -> list[Reading]:
    """Who read her sensitive data, newest first. Three queries."""
    records = same_person.records([person.pk]).get(person.pk, [person.pk])
    rows = list(ReadingLog.objects.filter(persons__overlap=records).select_related("by").order_by("-read_at", "-id"))
    posts = _posts({row.by_id for row in rows})
    return [
        Reading(row.read_at, row.by.full_name, _role(posts, row), _PURPOSES.get(row.purpose, "Otro motivo anotado"))
        for row in rows
    ]


def _posts(user_ids):
    found = {}
    for post in Post.objects.filter(user_id__in=user_ids).order_by("since", "pk"):
        found.setdefault(post.user_id, []).append(post)
    return found


def _role(posts, row):
    """The roles she held on that day, as people say them."""
    day = row.read_at.date()
    held = [post.get_role_display() for post in posts.get(row.by_id, []) if post.holds(day)]
    return ", ".join(dict.fromkeys(held)) or "sin cargo ese día"
