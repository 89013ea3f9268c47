"""Accounts and the calendar: closed and opened again, invited again, a day off declared, and who read my data."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from incubator import calendars
from incubator.models import CalendarException, Invitation, Person, User
from incubator.services import accounts, readings, working_days
from tests.lives import world
from tests.lives.draws import BOSS, PLACES, READY, WHICH, text
from tests.lives.engine import pick
from tests.lives.rules_posts import Posts

_WHO = st.sampled_from(["the coordinator", "the administrator", "the university", "the officer"])
_ASKED = st.sampled_from(["the delegate", "the delegate", "the coordinator", "a stranger"])


class Accounts(Posts):
    """Who enters, and on which days the offices work."""

    @rule(who=_WHO, which=WHICH, ready=READY)
    def suspend_account(self, who, which, ready):
        """Nobody enters with it from now on. Of a life that is ready, somebody just named."""
        user = pick(self._named(), which) if ready else pick(User.objects.order_by("pk"), which)
        if user is None:
            return
        self._suspend("the coordinator" if ready else who, user)

    @rule(who=_WHO, which=WHICH, ready=READY)
    def reopen_account(self, who, which, ready):
        """It enters again."""
        closed = User.objects.filter(is_active=False, is_system=False).order_by("pk")
        if ready and not closed.exists() and (user := pick(self._named(), which)):
            self._suspend("the coordinator", user)
        user = pick(closed.all(), which) or pick(User.objects.order_by("pk"), which)
        self.act(
            "reopen_account",
            f"{who} opens the account of user {user.pk} again",
            accounts.reopen,
            by=self.by(who, world.place()),
            user=user,
            on=self.today,
        )

    @rule(who=_WHO, which=WHICH, ready=READY)
    def resend_invitation(self, who, which, ready):
        """The link is sent once more."""
        invitation = self._invited(which, ready)
        if invitation is None:
            return
        self.act(
            "resend_invitation",
            f"{who} sends the invitation {invitation.pk} again",
            accounts.resend,
            by=self.by("the coordinator" if ready else who, invitation.post.incubator or world.place()),
            invitation=invitation,
            now=self.now,
        )

    @rule(which=WHICH, strong=READY)
    def accept_invitation(self, which, strong):
        """Whoever was invited chooses a password."""
        invitation = self._invited(which, True)
        if invitation is None:
            return
        self.act(
            "accept_invitation",
            f"user {invitation.post.user_id} accepts the invitation {invitation.pk}",
            accounts.accept,
            by=invitation.post.user,
            invitation=invitation,
            password="pan amasado en la mañana 41" if strong else "123",
            now=self.now,
        )

    @rule(who=BOSS, commune=PLACES, ahead=st.integers(1, 40), reason=text("Aniversario de la comuna"))
    def declare_day(self, who, commune, ahead, reason):
        """A day that is not worked."""
        self._declare_day(who, world.place(commune), ahead, reason)

    @rule(who=BOSS, commune=PLACES, which=WHICH)
    def withdraw_day(self, who, commune, which):
        """It is worked after all."""
        place = world.place(commune)
        days = CalendarException.objects.filter(region__isnull=False).order_by("-pk")
        if not days.exists():
            self._declare_day("the coordinator", place, 9, "Aniversario de la comuna")
        day = pick(days.all(), which)
        if day is None:
            return
        self.act(
            "withdraw_day",
            f"{who} takes the day {day.day:%d-%m-%Y} back",
            working_days.withdraw,
            by=self.by(who, place),
            incubator=place,
            on=self.today,
            exception=day,
        )
        calendars.forget()

    @rule(who=_ASKED, which=WHICH, printed=st.booleans())
    def answer_readings(self, who, which, printed):
        """Somebody is told who read her data."""
        person = pick(Person.objects.select_related("incubator").order_by("pk"), which)
        self.act(
            "answer_readings",
            f"{who} tells person {person.pk} who read her data",
            readings.answer,
            by=self.by(who, person.incubator),
            person=person,
            on=self.today,
            printed=printed,
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _suspend(self, who, user):
        self.act(
            "suspend_account",
            f"{who} closes the account of user {user.pk}",
            accounts.suspend,
            by=self.by(who, world.place()),
            user=user,
            on=self.today,
        )

    def _named(self):
        """Officers that this life named at home: without them everybody else goes on."""
        rows = User.objects.filter(is_active=True, email__startswith="persona.", posts__incubator=world.place())
        if not rows.exists():
            self.name_officer(world.place())
        return rows.distinct().order_by("pk")

    def _invited(self, which, ready):
        rows = Invitation.objects.select_related("post__user", "post__incubator").order_by("-pk")
        waiting = rows.filter(accepted_at__isnull=True, expires_at__gt=self.now, post__user__is_active=True)
        waiting = waiting.filter(post__incubator=world.place())
        if not ready:
            return pick(rows, which)
        if not waiting.exists():
            self.name_officer(world.place())
        return pick(waiting.all(), which) or pick(rows.all(), which)

    def _declare_day(self, who, place, ahead, reason):
        self.act(
            "declare_day",
            f"{who} declares a day off in {ahead} days",
            working_days.declare,
            by=self.by(who, place),
            incubator=place,
            on=self.today,
            day=self.today + timedelta(days=ahead),
            is_working=False,
            reason=reason,
        )
        calendars.forget()
