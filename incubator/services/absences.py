"""Who is away: recorded by the person herself or by whoever governs her post, for as long as it lasts."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q

from incubator import access, journal
from incubator.enums import AbsenceReason
from incubator.models import Absence, Post, User
from incubator.requirements import Finding, Kind, Refused
from incubator.services.accounts.governing import governs, home_of

#: An absence longer than this is the end of a post, or a deputy named by an act.
MOST_DAYS = 366


def of_places(user, on):
    """The absences going on or to come in the places where this user appoints, the nearest first."""
    rows = _real().filter(pk__in=Absence.objects.visible_to(user).values("pk"), until__gt=on)
    return rows.exclude(user=user).select_related("user", "post__user", "recorded_by").order_by("since", "pk")


def own(user):
    """One's own, the newest first."""
    rows = _real().filter(Q(user=user) | Q(post__user=user))
    return rows.select_related("post", "recorded_by").order_by("-since", "-pk")


def _real():
    """Those that hold some day: one called off holds none."""
    return Absence.objects.filter(until__gt=F("since"))


def who_may_be_away(user, on):
    """The people whose absence this user records: those of the posts the user governs that day."""
    posts = Post.objects.visible_to(user).in_force(on).select_related("incubator", "organization__incubator")
    ids = {post.user_id for post in posts if post.user_id != user.pk and governs(user, post)}
    return User.objects.filter(pk__in=ids, is_active=True).order_by("full_name", "pk")


@transaction.atomic
def record(*, by, user, since, until, reason, on, post=None):
    """Somebody is away from a day until another, her first day back: from everything, or from one of her posts."""
    _ask(by, user, post, on)
    User.objects.select_for_update().get(pk=user.pk)
    if post is not None and post.user_id != user.pk:
        raise Refused("Ese cargo es de otra persona.")
    if until <= since:
        raise _at("until", "El último día no puede ser anterior al primero.")
    if until <= on:
        raise _at("until", "Esos días ya pasaron: anote una ausencia de hoy en adelante.")
    if (until - since).days > MOST_DAYS:
        raise _at("until", "Una ausencia dura a lo más un año: si es más larga, termine el cargo o nombre subrogante.")
    others = Absence.objects.filter(Q(user=user) | (Q(post__user=user) if post is None else Q(post=post)))
    if others.filter(since__lt=until, until__gt=since).exists():
        raise _at("since", "Ya hay una ausencia anotada en esos días: termínela o elija otros.")
    absence = Absence(user=None if post else user, post=post, since=since, until=until, recorded_by=by)
    absence.reason = AbsenceReason(reason)
    absence.full_clean(exclude=["user", "post", "recorded_by"])
    absence.save()
    _journal(by, "absence_recorded", since, absence)
    return absence


@transaction.atomic
def end(*, by, absence, until, on):
    """The person is back on the day `until`, today or earlier than planned; before its first day it is called off."""
    _ask(by, absence.user or absence.post.user, absence.post, on)
    absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    if absence.until <= on:
        raise Refused("Esa ausencia ya terminó.")
    if not on <= until < absence.until:
        raise _at("until", "La vuelta es desde hoy y antes de lo previsto.")
    absence.until = max(until, absence.since)
    absence.save(update_fields=["until"])
    _journal(by, "absence_ended", absence.until, absence)
    return absence


def _ask(by, who, post, on):
    """One's own absence, or that of somebody whose post one governs; the administrator of accounts governs none."""
    if who.pk == by.pk:
        if not access.posts_of(by):
            raise PermissionDenied("Sin un cargo vigente no hay ausencia que anotar.")
        return
    access.require(by, access.Permission.APPOINT)
    posts = [post] if post is not None else Post.objects.of(who).in_force(on).select_related("organization__incubator")
    if not any(governs(by, held) for held in posts):
        raise PermissionDenied("Su ausencia la anota ella misma o quien nombra su cargo.")


def _journal(by, verb, on, absence):
    """Its place in the journal is that of the post, or of the person's oldest one."""
    post = absence.post or Post.objects.of(absence.user).in_force(on).order_by("since", "pk").first()
    place = home_of(post) if post is not None else None
    journal.record(by, verb, on, subject=absence, incubator=place, reason=str(absence.reason))


def _at(field, sentence):
    return Refused(Finding(field, Kind.INPUT, False, sentence, field=field))
