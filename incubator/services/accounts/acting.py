"""Who acts: the user of a command, and the system's own post where nobody is named."""

from django.db import transaction

from incubator import access, context
from incubator.enums import Role
from incubator.models import Post, User
from incubator.requirements import Refused

SYSTEM_EMAIL = "sistema@minga.invalid"


@transaction.atomic
def acting(*, email, incubator, on):
    """The user a command acts as: the one named, or the system's own officer of that incubator."""
    if not email:
        return _told(_system_officer(incubator, on))
    user = User.objects.filter(email__iexact=email, is_active=True, is_system=False).first()
    if user is None:
        raise Refused(f"No hay una cuenta activa con el correo {email}. Revise --by.")
    return _told(user)


def _told(user):
    """From here on the triggers of history write in her name."""
    context.acting_as(user)
    return user


def _system_officer(incubator, on):
    """The system's account, with a post of officer of the disability office there, named so in the journal."""
    user = User.objects.filter(email=SYSTEM_EMAIL).first()
    if user is None:
        user = User.objects.create_user(email=SYSTEM_EMAIL, full_name="Sistema Minga", is_system=True)
    held = Post.objects.of(user).in_force(on).filter(incubator=incubator, role=Role.OFFICER_DISABILITY)
    if not held.exists():
        act = "Órdenes de la línea de comandos"
        Post.objects.create(user=user, role=Role.OFFICER_DISABILITY, incubator=incubator, since=on, act=act)
    access.forget_posts(user)
    return user
