"""A person's private calendar address: made once, shown once, revoked when she wants; only its hash is kept."""

import hashlib
import secrets

from django.core.exceptions import PermissionDenied
from django.db import transaction

from incubator import access, calendars, journal
from incubator.models import CalendarFeed, User
from incubator.requirements import Refused


def in_force(user):
    """The person's calendar, when she has one."""
    return CalendarFeed.objects.filter(user=user, revoked_at__isnull=True).first()


def owner_of(token) -> User | None:
    """Whose calendar that key opens: none when it is unknown, revoked, or its owner holds no post today."""
    feed = (
        CalendarFeed.objects.filter(token_hash=_digest(token), revoked_at__isnull=True).select_related("user").first()
    )
    return feed.user if feed is not None and access.posts_of(feed.user) else None


@transaction.atomic
def create(*, by, now) -> str:
    """Make a calendar address; its key is answered this once."""
    if not access.posts_of(by):
        raise PermissionDenied("Sin un cargo vigente no hay calendario que mostrar.")
    User.objects.select_for_update().get(pk=by.pk)
    if in_force(by) is not None:
        raise Refused("Ya tiene un calendario personal: revóquelo antes de crear otro.")
    token = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(user=by, token_hash=_digest(token), created_at=now)
    journal.record(by, "calendar_feed_created", calendars.local_day(now), subject=feed)
    return token


@transaction.atomic
def revoke(*, by, now):
    """The address stops working at once."""
    feed = CalendarFeed.objects.select_for_update().filter(user=by, revoked_at__isnull=True).first()
    if feed is None:
        raise Refused("No tiene un calendario personal que revocar.")
    feed.revoked_at = now
    feed.save(update_fields=["revoked_at"])
    journal.record(by, "calendar_feed_revoked", calendars.local_day(now), subject=feed)
    return feed


def _digest(token):
    return hashlib.sha256(token.encode()).hexdigest()
