"""Appointing to a post and ending it. Rights come from posts alone, so this is where rights are given and taken."""

from django.db import transaction

from incubator import access, calendars, journal, mailing
from incubator.access import Permission
from incubator.enums import Role
from incubator.models import Agreement, Incubator, Post, User
from incubator.requirements import Refused
from incubator.services.accounts import invitations
from incubator.services.accounts.governing import check_appointer, check_place, governs, home_of, refuse_at

COORDINATIONS = (Role.COORDINATOR, Role.UNIVERSITY_COORDINATOR)
_KNOWN = ["user", "incubator", "agreement", "organization", "deputy_for", "act_evidence", "appointed_by"]


@transaction.atomic
def appoint(
    *,
    by,
    role,
    since,
    act,
    now,
    until=None,
    user=None,
    email="",
    full_name="",
    act_evidence=None,
    deputy_for=None,
    **at,
):
    """Give a person a post `at` one place (incubator=, agreement= or organization=); `until` is its first day without.

    The person is a `user`, or an e-mail and a full name: whoever has no account yet is invited. `now` is the moment
    of the act. Raises PermissionDenied, Refused or ValidationError.
    """
    access.require(by, Permission.APPOINT)
    role = Role(role)
    check_place(role, at)
    post = Post(role=role, since=since, until=until, act=act.strip(), deputy_for=deputy_for, appointed_by=by, **at)
    post.act_evidence = act_evidence
    _lock(post)
    check_appointer(by, post)
    post.user = user or _person(email, full_name)
    _check_holder(by, post.user)
    _check_free(post)
    _check_one_side(post)
    if until is not None:
        _check_last_coordination(post, until)
    post.full_clean(exclude=_KNOWN)
    post.save()
    where = {"incubator": home_of(post), "organization": post.organization}
    journal.record(by, "appointed", since, subject=post, role=role.value, **where)
    _tell(by, post, now)
    access.forget_posts(post.user)
    return post


@transaction.atomic
def end_post(*, by, post, until, on):
    """The post ends: `until` is the first day without it, from `on` (today) forward. Its assignments end that day."""
    access.require(by, Permission.APPOINT)
    _lock(post)
    post = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if not governs(by, post):
        raise Refused("Ese cargo lo termina quien lo nombra.")
    if post.until is not None and post.until <= on:
        raise Refused(f"Ese cargo terminó el {post.last_day:%d-%m-%Y}.")
    if until < on:
        raise refuse_at("until", "Un cargo se termina desde hoy o en un día que viene.")
    _check_last_coordination(post, until)
    post.until = max(until, post.since)
    post.full_clean(exclude=_KNOWN)
    post.save(update_fields=["until"])
    for assignment in post.assignments.select_for_update().filter(until__isnull=True):
        assignment.until = max(post.until, assignment.since)
        assignment.save(update_fields=["until"])
    where = {"incubator": home_of(post), "organization": post.organization}
    journal.record(by, "post_ended", post.until, subject=post, **where)
    access.forget_posts(post.user)
    return post


def _lock(post):
    """One appointment at a time in a place: two people ending the last two coordinations must not both succeed."""
    if post.agreement_id:
        Agreement.objects.select_for_update().get(pk=post.agreement_id)
    else:
        Incubator.objects.select_for_update().get(pk=home_of(post).pk)


def _person(email, full_name):
    """The account of that e-mail, or a new one that nobody can enter yet."""
    email = email.strip().lower()
    found = User.objects.filter(email__iexact=email).first()
    if found is not None:
        return found
    if not full_name.strip():
        raise refuse_at("full_name", "Escriba el nombre y los apellidos: ese correo todavía no tiene cuenta.")
    return User.objects.create_user(email=email, full_name=" ".join(full_name.split()))


def _check_holder(by, user):
    if user.is_system:
        raise refuse_at("email", "Esa cuenta es del sistema: escriba el correo de una persona.")
    if user.pk == by.pk:
        raise refuse_at("email", "Nadie se nombra a sí mismo: pídalo a quien nombra ese cargo.")
    if not user.is_active:
        raise refuse_at("email", "Esa cuenta está suspendida. Ábrala de nuevo antes de darle otro cargo.")
    if Post.objects.of(user).filter(role=Role.ADMINISTRATOR).exists():
        raise refuse_at("email", "Quien administra las cuentas no tiene otro cargo.")


def _check_one_side(post):
    """Nobody decides over the own group: who works with an incubator represents no group of it, nor the other way."""
    home = home_of(post)
    if home is None:
        return
    held = Post.objects.of(post.user).exclude(until__lte=post.since)
    if post.role == Role.REPRESENTATIVE:
        both = held.filter(incubator=home).exists()
        both = both or held.filter(agreement__participations__incubator=home).exists()
    else:
        both = held.filter(role=Role.REPRESENTATIVE, organization__incubator=home).exists()
    if both:
        raise refuse_at(
            "email", "Quien trabaja con la incubadora no representa a un grupo de ella: elija a otra persona."
        )


def _check_free(post):
    """Nobody holds the same post twice on one day."""
    same = Post.objects.of(post.user).filter(
        role=post.role, incubator=post.incubator, agreement=post.agreement, organization=post.organization
    )
    later = same.exclude(until__lte=post.since)
    if (later.filter(since__lt=post.until) if post.until else later).exists():
        raise refuse_at("email", "Esa persona ya tiene ese cargo en esos días.")


def _check_last_coordination(post, until):
    """The last coordination of a place ends only when a successor or a deputy is in force that day."""
    if Role(post.role) not in COORDINATIONS:
        return
    others = Post.objects.in_force(until).filter(
        role=post.role, incubator=post.incubator, agreement=post.agreement, user__is_active=True
    )
    if not others.exclude(pk=post.pk).exists():
        sentence = (
            f"El {until:%d-%m-%Y} no quedaría ninguna coordinación: nombre antes a quien siga o subrogue ese día."
        )
        raise refuse_at("until", sentence)


def _tell(by, post, now):
    """An invitation to whoever cannot enter yet; the news to whoever can."""
    if not post.user.has_usable_password():
        invitations.invite(by=by, post=post, now=now)
        return
    mailing.send(
        to=post.user.email,
        subject="Usted tiene un cargo nuevo en Minga",
        template="appointed",
        name=post.user.get_short_name(),
        role=post.get_role_display(),
        place=str(post.incubator or post.agreement or post.organization),
        since=post.since,
        begins_later=post.since > calendars.local_day(now),
        action_url=mailing.address("/mi-dia/"),
        action_label="Abrir Minga",
    )
