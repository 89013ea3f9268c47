"""Invitations: an appointment that travels by e-mail. The link is kept as a hash, lasts a week and serves once."""

import hashlib
import secrets
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from incubator import access, calendars, journal, mailing
from incubator.access import Permission
from incubator.models import Invitation, User
from incubator.requirements import Refused
from incubator.services.accounts.governing import governs, home_of

LASTS = timedelta(days=7)


def find(token, now):
    """The invitation that a link opens, or None when it is unknown, used or expired."""
    pending = Invitation.objects.filter(accepted_at__isnull=True, expires_at__gt=now, post__user__is_active=True)
    return pending.filter(token_hash=_digest(token)).select_related("post__user", "post__incubator").first()


@transaction.atomic
def invite(*, by, post, now):
    """Send the link of a post just given to somebody who has no password yet."""
    invitation = Invitation(post=post, email=post.user.email, full_name=post.user.full_name, invited_by=by)
    return _send(invitation, now)


@transaction.atomic
def resend(*, by, invitation, now):
    """A new link for the same post; the former one stops working."""
    access.require(by, Permission.APPOINT)
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("post__user").get(pk=invitation.pk)
    if not governs(by, invitation.post):
        raise Refused("Esa invitación la envía quien nombra el cargo.")
    if invitation.accepted_at is not None:
        raise Refused("Esa invitación ya fue aceptada.")
    if invitation.post.until is not None and invitation.post.until <= calendars.local_day(now):
        raise Refused("Ese cargo terminó: nombre otra vez a la persona para invitarla.")
    post = invitation.post
    journal.record(by, "invitation_resent", calendars.local_day(now), subject=post, incubator=home_of(post))
    return _send(invitation, now)


@transaction.atomic
def accept(*, by, invitation, password, now):
    """The invited person chooses a password; every invitation waiting for that account is done with.

    Raises ValidationError when the password is too weak, Refused when the link no longer serves.
    """
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    user = User.objects.select_for_update().get(pk=by.pk)
    if invitation.accepted_at is not None or invitation.expires_at <= now or not user.is_active:
        raise Refused("Esta invitación venció o ya se usó. Pida otra a quien le nombró.")
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise ValidationError({"password": weak.messages}) from weak
    user.set_password(password)
    user.save(update_fields=["password"])
    # The link arrived, so the address is hers.
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    Invitation.objects.filter(post__user=user, accepted_at__isnull=True).update(accepted_at=now)
    post = invitation.post
    journal.record(user, "invitation_accepted", calendars.local_day(now), subject=post, incubator=home_of(post))
    return user


def _send(invitation, now):
    token = secrets.token_urlsafe(32)
    invitation.token_hash = _digest(token)
    invitation.expires_at = now + LASTS
    invitation.save()
    # The day it was sent is the house's, which in the demonstration is not the server's.
    Invitation.objects.filter(pk=invitation.pk).update(created_at=now)
    post = invitation.post
    mailing.send(
        to=invitation.email,
        subject="Le invitan a Minga",
        template="invitation",
        name=post.user.get_short_name(),
        role=post.get_role_display(),
        place=str(post.incubator or post.agreement or post.organization),
        invited_by=invitation.invited_by.full_name,
        expires_on=calendars.local_day(invitation.expires_at),
        # In the query, which no log prints.
        action_url=mailing.address(f"{reverse('invitation')}?clave={token}"),
        action_label="Elegir mi contraseña",
    )
    return invitation


def _digest(token):
    return hashlib.sha256(token.encode()).hexdigest()
