"""The team of a place: who holds which post, appointing, ending, suspending; and the person's own account."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from incubator import access, calendars, second_factor
from incubator.account_forms import WHAT_THEY_DO, AppointForm, EndPostForm, roles_of
from incubator.enums import EvidenceKind, Role, Tier
from incubator.models import Incubator, Post, User
from incubator.outcomes import accepted, told
from incubator.services import accounts, evidence
from incubator.services.accounts import COORDINATIONS


@dataclass(frozen=True)
class Held:
    """One post as the page shows it."""

    post: Post
    governed: bool
    begins_later: bool
    invitation: object
    expired: bool


def _posts(user, on):
    """The posts in force or to come where this user appoints, by place and role."""
    rows = Post.objects.visible_to(user).exclude(until__lte=on)
    rows = rows.select_related(
        "user", "incubator", "agreement", "organization__incubator", "deputy_for__user", "invitation", "act_evidence"
    )
    order = [*COORDINATIONS, *(role for role in Role if role not in COORDINATIONS)]
    return sorted(rows, key=lambda post: (order.index(post.role), post.deputy_for_id or 0, post.user.full_name))


def team(request):
    """«Equipo»: a section per place, a row per post."""
    on, now = calendars.today(), calendars.now()
    sections = {}
    for post in _posts(request.user, on):
        place = post.organization.incubator if post.organization_id else post.incubator or post.agreement
        invitation = getattr(post, "invitation", None)
        pending = invitation if invitation and invitation.accepted_at is None else None
        held = Held(
            post, accounts.governs(request.user, post), post.since > on, pending,
            bool(pending and pending.expires_at <= now),
        )  # fmt: skip
        sections.setdefault((str(place), isinstance(place, Incubator)), []).append(held)
    places = [{"name": name, "posts": posts} for (name, _), posts in sorted(sections.items())]
    context = {
        "places": places,
        "may_appoint": bool(roles_of(request.user)),
        "may_edit_days": access.allows(request.user, access.Permission.MANAGE_CALENDAR),
        "may_manage_advisers": access.allows(request.user, access.Permission.MANAGE_ADVISERS),
    }
    return render(request, "incubator/team.html", context)


def appoint(request):
    """Name somebody in a post; whoever has no account is invited."""
    form = AppointForm(request.POST or None, request.FILES or None, user=request.user, on=calendars.today())
    if request.method == "POST" and form.is_valid():
        post = accepted(form, lambda: _appoint(request.user, form))
        if post:
            messages.success(request, _said(post))
            return redirect("team")
    duties = [(role.label, WHAT_THEY_DO[role]) for role in roles_of(request.user)]
    return render(request, "incubator/appoint.html", {"form": form, "duties": duties})


@transaction.atomic
def _appoint(user, form):
    """The document of the act is kept first, when there is one."""
    upload = form.document() if "document_file" in form.fields and form.home else None
    proof = None
    if upload:
        proof = evidence.keep(
            by=user, upload=upload, incubator=form.home, on=calendars.today(),
            kind=EvidenceKind.APPOINTMENT, tier=Tier.PROGRAMME,
        )  # fmt: skip
    return accounts.appoint(by=user, act_evidence=proof, now=calendars.now(), **form.appointment())


def _said(post):
    if post.user.has_usable_password():
        return f"{post.user} tiene el cargo. Le avisamos a {post.user.email}."
    return f"{post.user} tiene el cargo. Enviamos la invitación a {post.user.email}: sirve por siete días."


def _governed(request, pk):
    """A post the user governs, or 404."""
    rows = Post.objects.visible_to(request.user).select_related(
        "user", "incubator", "agreement", "organization__incubator"
    )
    return get_object_or_404(rows, pk=pk)


def end(request, pk):
    """The last day of a post; and, apart, closing the account at once."""
    post = _governed(request, pk)
    form = EndPostForm(request.POST or None, initial={"last_day": calendars.today()})
    if request.method == "POST" and form.is_valid():
        done = accepted(
            form,
            lambda: accounts.end_post(by=request.user, post=post, until=form.until, on=calendars.today()),
        )
        if done:
            messages.success(request, f"El cargo de {post.user} termina el {done.last_day:%d-%m-%Y}.")
            return redirect("team")
    may = accounts.governs(request.user, post)
    return render(request, "incubator/post_end.html", {"form": form, "post": post, "may": may})


@require_POST
def suspend(request, pk):
    """Close the account of whoever holds that post, now."""
    post = _governed(request, pk)
    return _told(
        request, lambda: accounts.suspend(by=request.user, user=post.user, on=calendars.today()),
        f"La cuenta de {post.user} quedó suspendida y se cerró en todos sus equipos.",
    )  # fmt: skip


@require_POST
def reopen(request, pk):
    """Open again the account of whoever holds that post."""
    post = _governed(request, pk)
    return _told(
        request, lambda: accounts.reopen(by=request.user, user=post.user, on=calendars.today()),
        f"La cuenta de {post.user} está abierta otra vez.",
    )  # fmt: skip


@require_POST
def resend(request, pk):
    """Send the invitation of that post again, with a new link."""
    post = _governed(request, pk)
    invitation = getattr(post, "invitation", None)
    if invitation is None:
        return redirect("team")
    return _told(
        request, lambda: accounts.resend(by=request.user, invitation=invitation, now=calendars.now()),
        f"Enviamos otra invitación a {post.user.email}: sirve por siete días.",
    )  # fmt: skip


def _told(request, act, sentence):
    """Do it, and say on the team's page that it was done or why not."""
    told(request, act, sentence)
    return redirect("team")


def my_account(request):
    """«Mi cuenta»: the posts of the person, and where each thing of the account is changed."""
    context = {
        "posts": sorted(access.posts_of(request.user), key=lambda post: post.since),
        "has_second_factor": second_factor.has_one(request),
        "second_factor_is_asked": second_factor.is_asked_of(request.user),
        "email": User.objects.values_list("email", flat=True).get(pk=request.user.pk),
    }
    return render(request, "incubator/my_account.html", context)
