"""Closing an account at once, whatever its posts say, and opening it again."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from incubator import access, journal
from incubator.access import Permission
from incubator.enums import Role
from incubator.models import Post, User
from incubator.requirements import Refused
from incubator.services.accounts.governing import governs


def _posts(user, on):
    """The posts in force or to come, with their places."""
    rows = Post.objects.of(user).exclude(until__lte=on)
    return list(rows.select_related("incubator", "agreement", "organization__incubator"))


def _administers(user):
    return any(post.role == Role.ADMINISTRATOR for post in access.posts_of(user))


@transaction.atomic
def suspend(*, by, user, on):
    """Nobody enters with that account from this moment; whoever governs one of its posts may ask for it."""
    access.require(by, Permission.APPOINT)
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.pk == by.pk or user.is_system:
        raise Refused("Esta cuenta no se puede suspender desde aquí.")
    if not any(governs(by, post) for post in _posts(user, on)):
        raise Refused("Suspende una cuenta quien nombra alguno de sus cargos.")
    user.is_active = False
    user.save(update_fields=["is_active"])
    for session in UserSession.objects.filter(user=user):
        session.end()
    journal.record(by, "account_suspended", on, subject=user)
    access.forget_posts(user)
    return user


@transaction.atomic
def reopen(*, by, user, on):
    """The account enters again. As it may have been closed by another place, it takes whoever governs all its posts."""
    access.require(by, Permission.APPOINT)
    user = User.objects.select_for_update().get(pk=user.pk)
    if not _administers(by) and not all(governs(by, post) for post in _posts(user, on)):
        raise Refused("Esa persona tiene cargos de otro lugar: pida a la administración de cuentas que la abra.")
    user.is_active = True
    user.save(update_fields=["is_active"])
    journal.record(by, "account_reopened", on, subject=user)
    access.forget_posts(user)
    return user
