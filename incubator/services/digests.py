"""A person's day by e-mail: codes and kinds of deadlines, never a name (a group's name reveals a disability).

What it tells is read at the moment of sending, with the rights of that moment.
"""

import logging
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse

from incubator import access, calendars, causes, mailing
from incubator.enums import DigestChoice, DigestOutcome
from incubator.models import Absence, DigestDelivery, DigestPreference, Participation, Post, User

#: How many lines a message holds before it only counts the rest.
LINES = 40
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """One thing due, as it may leave the house."""

    code: str
    kind: str
    due_on: date | None
    is_urgent: bool


def choice_of(user) -> DigestChoice:
    """What this person wants; whoever chose nothing gets her day each working day."""
    found = DigestPreference.objects.filter(user=user).values_list("choice", flat=True).first()
    return DigestChoice(found or DigestChoice.DAILY)


@transaction.atomic
def choose(*, by, choice):
    """Say whether one wants the day by e-mail."""
    preference, _ = DigestPreference.objects.update_or_create(user=by, defaults={"choice": DigestChoice(choice)})
    return preference


def lines_of(user, on, choice) -> list[Line]:
    """What this person answers for that day, what burns first."""
    words = causes.labels()
    found = [task for task in causes.Agenda(user, on).all() if choice != DigestChoice.URGENT or task.tone == "urgent"]
    return [Line(task.code, words[task.cause], task.due_on, task.tone == "urgent") for task in found]


def send_all(*, on, now) -> dict[str, int]:
    """Send that day to everybody who should have it and did not; how many of each outcome. Repeating sends nothing."""
    counts: dict[str, int] = {}
    for user in _readers(on):
        access.forget_posts(user)  # the right is asked again at the moment of sending
        try:
            delivery = send(by=user, on=on, now=now)
        except Exception:
            _log.exception("The digest of user %s could not be made.", user.pk)
            continue
        if delivery is not None:
            counts[delivery.outcome] = counts.get(delivery.outcome, 0) + 1
    return counts


def said(counts) -> str:
    """How the sending went, in words."""
    if not counts:
        return "nada que enviar"
    return " · ".join(f"{DigestOutcome(outcome).label.lower()}: {count}" for outcome, count in sorted(counts.items()))


@transaction.atomic
def send(*, by, on, now):
    """Send one person her own day, once: None when she chose none, is away, or it was sent already."""
    user = User.objects.select_for_update().get(pk=by.pk)
    choice = choice_of(user)
    before = DigestDelivery.objects.filter(user=user, day=on).first()
    done = before is not None and before.outcome != DigestOutcome.FAILED
    if choice == DigestChoice.NONE or done or not _works(user, on):
        return None
    lines = lines_of(user, on, choice)
    delivery = before or DigestDelivery(user=user, day=on)
    delivery.count, delivery.recorded_at = len(lines), now
    delivery.outcome = DigestOutcome.SENT if lines else DigestOutcome.NOTHING
    delivery.save()
    if lines:
        _mail(user, on, lines, delivery)
    return delivery


def _mail(user, on, lines, delivery):
    mailing.send(
        to=user.email,
        subject=f"Su día: {'1 cosa' if len(lines) == 1 else f'{len(lines)} cosas'} por atender",
        template="digest",
        failed=lambda: DigestDelivery.objects.filter(pk=delivery.pk).update(outcome=DigestOutcome.FAILED),
        on=on,
        lines=lines[:LINES],
        more=max(0, len(lines) - LINES),
        preferences_url=mailing.address(reverse("my_digest")),
        action_url=mailing.address(reverse("my_day")),
        action_label="Abrir Mi día",
    )


def _readers(on):
    """Whoever holds a post that day, but the accounts of the system."""
    held = Post.objects.in_force(on).values("user")
    return User.objects.filter(pk__in=held, is_active=True, is_system=False).order_by("pk")


def _works(user, on):
    """Whether she works that day: she holds a post, is not away, and it is a working day where she works."""
    posts = list(
        Post.objects.of(user).in_force(on).select_related("incubator__commune", "organization__incubator__commune")
    )
    away = Absence.objects.in_force(on).filter(user=user).exists()
    gone = set(Absence.objects.in_force(on).filter(post__in=posts).values_list("post_id", flat=True))
    present = [post for post in posts if post.pk not in gone]
    return not away and any(calendars.is_business_day(on, region) for region in _regions(present, on))


def _regions(posts, on):
    """The regions where those posts work; an agreement's, those of its incubators."""
    found = {
        place.commune.region_code
        for post in posts
        if (place := post.organization.incubator if post.organization_id else post.incubator) is not None
    }
    agreements = [post.agreement_id for post in posts if post.agreement_id]
    if agreements:
        parts = Participation.objects.in_force(on).filter(agreement__in=agreements)
        found |= {part.incubator.commune.region_code for part in parts.select_related("incubator__commune")}
    return found or {None}
