"""Incubators, agreements, users with a post, and groups with members."""

from datetime import date
from itertools import count

from incubator.access import forget_posts
from incubator.enums import OrganizationKind, Role
from incubator.models import Agreement, Assignment, Commune, Incubator, Organization, Participation, Person, Post, User
from incubator.services import organizations

#: A quiet day of the agreement: everything below is in force by then.
FIRST = date(2021, 1, 4)
_numbers = count(1)


def institution(name, kind):
    """An institution by its name, made once."""
    found = Organization.objects.filter(name=name).first()
    if found is None:
        found = Organization(name=name, kind=kind)
        found.index_name()
        found.save()
    return found


def incubator(commune="05501", capacity=12):
    """The incubator of a commune (Quillota unless said), in the agreement of 2021."""
    place = Commune.objects.get(code=commune)
    made, new = Incubator.objects.get_or_create(
        commune=place,
        defaults={
            "name": f"Incubadora de {place.name}",
            "municipality": institution(f"Municipalidad de {place.name}", OrganizationKind.MUNICIPALITY),
            "opened_on": FIRST,
            "capacity": capacity,
        },
    )
    if new:
        Participation.objects.create(agreement=agreement(), incubator=made, since=FIRST)
    return made


def agreement(code="3884", **parameters):
    """The agreement of 2021, with its parameters."""
    made, _ = Agreement.objects.get_or_create(
        code=code,
        defaults={
            "name": "Convenio de incubadoras de cooperativas inclusivas",
            "act": "Resolución Exenta N.º 3884",
            "act_date": date(2020, 12, 30),
            "starts_on": date(2021, 1, 1),
            "months": 15,
            "funder": institution("Servicio Nacional de la Discapacidad", OrganizationKind.AGENCY),
            "executor": institution("Fundación ejecutora", OrganizationKind.FOUNDATION),
            "adviser": institution("Universidad asesora", OrganizationKind.UNIVERSITY),
        },
    )
    if parameters:
        made.parameters = parameters
        made.save()
    return made


def user_with(role=None, *, at=None, name=None, groups=(), since=FIRST, until=None):
    """A user with one post: at an incubator, an agreement or a group; an adviser's groups are assigned."""
    number = next(_numbers)
    user = User.objects.create_user(
        email=f"persona{number}@ejemplo.cl", password="una clave larga", full_name=name or f"Persona {number} Soto"
    )
    if role:
        place = {"incubator": at} if isinstance(at, Incubator) else {}
        place = {"agreement": at} if isinstance(at, Agreement) else place
        place = {"organization": at} if isinstance(at, Organization) else place
        post = Post.objects.create(user=user, role=role, since=since, until=until, act="Decreto 1", **place)
        for group in groups:
            Assignment.objects.create(post=post, organization=group, since=since)
    forget_posts(user)
    return user


def officer_of(place):
    """An officer of the disability office of an incubator, always the same one."""
    post = Post.objects.filter(incubator=place, role=Role.OFFICER_DISABILITY, user__is_system=False).first()
    return post.user if post else user_with(Role.OFFICER_DISABILITY, at=place)


def coordinator_of(place):
    """The coordinator of an incubator, always the same one."""
    post = Post.objects.filter(incubator=place, role=Role.COORDINATOR).first()
    return post.user if post else user_with(Role.COORDINATOR, at=place)


def person(at=None, given_names=None, **fields):
    """A person held by an incubator."""
    number = next(_numbers)
    made = Person(
        incubator=at or incubator(),
        given_names=given_names or "Rosa",
        surname_1=fields.pop("surname_1", f"Apellido{number}"),
        **fields,
    )
    made.index_name()
    made.save()
    return made


def group_with(members=0, *, at=None, name=None, since=FIRST, **fields):
    """A group of an incubator with some members; the first one represents it."""
    place = at or incubator()
    by = officer_of(place)
    made = organizations.create_group(
        by=by, incubator=place, on=since, name=name or f"Grupo {next(_numbers)}", **fields
    )
    for number in range(members):
        membership = member(of=made, since=since, by=by)
        if number == 0:
            organizations.represent(by=by, membership=membership, since=since)
    return made


def member(of, since=FIRST, by=None, who=None):
    """A membership of a new person (or of `who`) in a group."""
    by = by or officer_of(of.incubator)
    return organizations.join(by=by, organization=of, person=who or person(of.incubator), since=since)
