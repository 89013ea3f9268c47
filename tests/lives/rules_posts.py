"""Posts begin and end, people are away, and groups are put in somebody's charge."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from incubator.enums import AbsenceReason, Role
from incubator.models import Absence, Assignment, Organization, Post, User
from incubator.services import absences, accounts, assignments
from tests.lives import world
from tests.lives.draws import BOSS, READY, WHICH
from tests.lives.engine import Engine, pick

_ROLES = st.sampled_from(
    [Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT, Role.COORDINATOR, Role.ADVISOR, Role.WEB_EDITOR]
)
_WHO = st.sampled_from(
    ["the coordinator", "the second coordinator", "the university", "the administrator", "the officer"]
)
#: Who names each role where it is not the coordination; and the roles that end in a story that is ready.
_NAMES = {Role.ADVISOR: "the university", Role.COORDINATOR: "the administrator"}
_GOVERNED = (Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT, Role.EVALUATOR, Role.COORDINATOR)


class Posts(Engine):
    """Who may do what, from when to when."""

    @rule(
        who=_WHO,
        role=_ROLES,
        commune=st.sampled_from([world.HOME, world.OTHER]),
        days=st.sampled_from([None, 3, 20]),
        ready=READY,
    )
    def appoint(self, who, role, commune, days, ready):
        """Somebody new is given a post."""
        place = world.place(commune)
        who = _NAMES.get(role, "the coordinator") if ready else who
        where = {"agreement": place.agreement_on(self.today)} if role == Role.ADVISOR else {"incubator": place}
        by = self.by(who, place)
        self.attempt(
            "appoint",
            f"{who} names a new «{role.label}» in {place}",
            lambda: accounts.appoint(
                by=by,
                role=role,
                since=self.today,
                until=self.today + timedelta(days=days) if days else None,
                act="Decreto 7",
                now=self.now,
                email=f"persona.{len(self.story)}.{role.value}@ejemplo.cl",
                full_name="Persona Nueva Soto",
                **where,
            ),
        )

    @rule(who=_WHO, which=WHICH, days=st.sampled_from([0, 0, 5, -1]), ready=READY)
    def end_post(self, who, which, days, ready):
        """A post ends."""
        posts = Post.objects.in_force(self.today).select_related("incubator").order_by("-pk")
        post = pick(posts.filter(role__in=_GOVERNED), which) if ready else None
        who, days = (_NAMES.get(post.role, "the coordinator"), max(days, 0)) if post else (who, days)
        post = post or pick(posts, which)
        by = self.by(who, post.incubator or world.place())
        self.attempt(
            "end_post",
            f"{who} ends the post {post.pk} ({post.get_role_display()}) in {days} days",
            lambda: accounts.end_post(by=by, post=post, until=self.today + timedelta(days=days), on=self.today),
        )

    @rule(who=_WHO, which=WHICH, days=st.sampled_from([-1, 3, 20]), own=st.booleans())
    def absence(self, who, which, days, own):
        """Somebody is away."""
        self._away(who, which, days, own)

    def _away(self, who, which, days, own):
        post = pick(Post.objects.in_force(self.today).filter(user__is_system=False).order_by("pk"), which)
        by = self.by(who, post.incubator or world.place())
        user = by if own else User.objects.get(pk=post.user_id)
        self.attempt(
            "absence",
            f"{who} writes that user {user.pk} is away for {days} days",
            lambda: absences.record(
                by=by,
                user=user,
                since=self.today,
                until=self.today + timedelta(days=days),
                reason=AbsenceReason.HOLIDAY,
                on=self.today,
            ),
        )

    def name_officer(self, place):
        """The coordination names an officer who has no account yet."""
        self.act(
            "appoint",
            f"the coordinator names a new officer of {place}",
            accounts.appoint,
            by=self.by("the coordinator", place),
            role=Role.OFFICER_DEVELOPMENT,
            since=self.today,
            act="Decreto 7",
            now=self.now,
            email=f"persona.{len(self.story)}.nueva@ejemplo.cl",
            full_name="Persona Nueva Soto",
            incubator=place,
        )

    def send_away(self, user):
        """Somebody writes her own holidays, from today."""
        self.act(
            "absence",
            f"user {user.pk} writes that she is away for 20 days",
            absences.record,
            by=user,
            user=user,
            since=self.today,
            until=self.today + timedelta(days=20),
            reason=AbsenceReason.HOLIDAY,
            on=self.today,
        )

    def groups_of(self, place):
        """The groups of a municipality."""
        return Organization.objects.filter(cases__isnull=False, incubator=place).distinct().order_by("pk")

    @rule(who=_WHO, which=WHICH, days=st.sampled_from([0, 1, 40]), ready=READY)
    def back_again(self, who, which, days, ready):
        """Somebody is back before it was planned."""
        if ready:
            self._away(who, which, 20, True)
        absence = pick(Absence.objects.filter(until__gt=self.today).select_related("user").order_by("-pk"), 0)
        if absence is None:
            return
        by = User.objects.get(pk=absence.user_id) if ready and absence.user_id else self.by(who, world.place())
        self.attempt(
            "back_again",
            f"{who} writes that absence {absence.pk} ends in {days} days",
            lambda: absences.end(by=by, absence=absence, until=self.today + timedelta(days=days), on=self.today),
        )

    @rule(who=BOSS, which=WHICH, post=WHICH)
    def assign(self, who, which, post):
        """A group is put in somebody's charge."""
        group = pick(Organization.objects.filter(cases__isnull=False).select_related("incubator").order_by("pk"), which)
        by = self.by(who, group.incubator)
        likely = assignments.assignable(by=by, organization=group, on=self.today).order_by("pk")
        chosen = pick(likely, post) or pick(Post.objects.order_by("pk"), post)
        self.attempt(
            "assign",
            f"{who} puts post {chosen.pk} in charge of group {group.pk}",
            lambda: assignments.assign(by=by, organization=group, post=chosen, since=self.today),
        )

    @rule(who=BOSS, which=WHICH, ready=READY)
    def end_assignment(self, who, which, ready):
        """It is no longer in her charge."""
        charge = pick(Assignment.objects.select_related("organization__incubator", "post").order_by("-pk"), which)
        who = _NAMES.get(charge.post.role, "the coordinator") if ready else who
        by = self.by(who, charge.organization.incubator)
        self.attempt(
            "end_assignment",
            f"{who} ends the charge {charge.pk}",
            lambda: assignments.end(by=by, assignment=charge, until=self.today),
        )
