"""What each person decides about her things to do, and what is hers alone: drafts, calendar, mail, saved filters."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from incubator.causes import Agenda
from incubator.enums import DigestChoice
from incubator.models import Draft, SavedFilter, TaskOverlay, User
from incubator.services import digests, feeds, meetings, saved_filters, tasks
from tests.lives import world
from tests.lives.draws import PLACES, READY, TEAM, WHICH, text
from tests.lives.engine import pick
from tests.lives.rules_posts import Posts

_STRANGER = "a stranger"


class Tasks(Posts):
    """Things to do, and whoever does them."""

    @rule(who=TEAM, commune=PLACES, which=WHICH, days=st.sampled_from([1, 7, 20, 0, 45]), reason=text("Llueve."))
    def snooze(self, who, commune, which, days, reason):
        """A task is put off."""
        self._snooze(who, world.place(commune), which, days, reason)

    @rule(who=TEAM, commune=PLACES, which=WHICH, ready=READY)
    def bring_back(self, who, commune, which, ready):
        """It is due again."""
        place = world.place(commune)
        by = self.by(who, place)
        if ready and not self._put_off(by):
            self._snooze(who, place, which, 5, "Llueve.")
        task = (pick(self._put_off(by), which) if ready else None) or pick(self._due(by), which)
        if task is not None:
            self.act("bring_back", f"{who} brings «{task.key}» back", tasks.bring_back, by=by, task=task, on=self.today)

    @rule(who=TEAM, commune=PLACES, which=WHICH, to=WHICH, reason=text("Ella lo lleva."), ready=READY)
    def reassign(self, who, commune, which, to, reason, ready):
        """It passes to somebody else."""
        by = self.by(who, world.place(commune))
        due = [task for task in self._due(by) if task.organization_id] if ready else self._due(by)
        task = pick(due, which)
        if task is None:
            return
        able = tasks.candidates(by, task, self.today).order_by("pk") if ready else User.objects.order_by("-pk")
        chosen = pick(able, to) or by
        self.act(
            "reassign",
            f"{who} passes «{task.key}» to user {chosen.pk}",
            tasks.reassign,
            by=by,
            task=task,
            to=chosen,
            reason=reason,
            on=self.today,
        )

    # ---------------------------------------------------------------------------------------------------------- drafts

    @rule(who=TEAM, commune=PLACES, which=WHICH, own=READY)
    def save_draft(self, who, commune, which, own):
        """What somebody was typing is kept on the server."""
        place = world.place(commune)
        by = self.by(who if own else _STRANGER, place)
        group = pick(self.groups_of(place), which)
        self.act(
            "save_draft",
            f"{who if own else _STRANGER} keeps a draft about group {group.pk}",
            meetings.save_draft,
            by=by,
            incubator=place,
            form="session",
            key=f"borrador-{which % 3}",
            fields={"topic": ["Costos"], "given-1": ["transport"]},
            organization=group,
        )

    @rule(who=TEAM, commune=PLACES, which=WHICH)
    def discard_draft(self, who, commune, which):
        """It is thrown away: of somebody else's nothing happens."""
        by, draft = self.by(who, world.place(commune)), pick(Draft.objects.order_by("-pk"), which)
        if draft is not None:
            self.act(
                "discard_draft", f"{who} throws the draft {draft.pk} away", meetings.discard_draft, by=by, draft=draft
            )

    @rule(who=TEAM, commune=PLACES, which=WHICH, ready=READY)
    def take_draft(self, who, commune, which, ready):
        """Somebody else's is gone on with, while she is away."""
        place = world.place(commune)
        if ready:
            who = "the coordinator"
            self.save_for_absent(place, which)
        draft = pick(Draft.objects.select_related("organization", "incubator").order_by("-pk"), 0 if ready else which)
        if draft is None:
            return
        by = self.by(who, draft.incubator)
        self.act(
            "take_draft", f"{who} goes on with draft {draft.pk}", tasks.take_draft, by=by, draft=draft, on=self.today
        )

    def save_for_absent(self, place, which):
        """The officer leaves a draft and is away for some days."""
        by = self.by("the officer", place)
        self.act(
            "save_draft",
            "the officer keeps a draft",
            meetings.save_draft,
            by=by,
            incubator=place,
            form="session",
            key=f"ausente-{len(self.story)}",
            fields={"topic": ["Costos"]},
            organization=pick(self.groups_of(place), which),
        )
        self.send_away(by)

    # ------------------------------------------------------------------------------------- what is one's own and nobody's

    @rule(who=TEAM, commune=PLACES)
    def make_feed(self, who, commune):
        """A private calendar."""
        by = self.by(who, world.place(commune))
        self.act("make_feed", f"{who} makes a private calendar", feeds.create, by=by, now=self.now)

    @rule(who=TEAM, commune=PLACES, ready=READY)
    def revoke_feed(self, who, commune, ready):
        """It works no more."""
        by = self.by(who, world.place(commune))
        if ready and feeds.in_force(by) is None:
            self.act("make_feed", f"{who} makes a private calendar", feeds.create, by=by, now=self.now)
        self.act("revoke_feed", f"{who} revokes the private calendar", feeds.revoke, by=by, now=self.now)

    @rule(who=TEAM, commune=PLACES, choice=st.sampled_from(list(DigestChoice)))
    def choose_mail(self, who, commune, choice):
        """Whether one's day comes by mail."""
        by = self.by(who, world.place(commune))
        self.act("choose_mail", f"{who} chooses «{choice.label}»", digests.choose, by=by, choice=choice)

    @rule(who=TEAM, commune=PLACES)
    def send_mail(self, who, commune):
        """One's day is sent."""
        by = self.by(who, world.place(commune))
        self.act("send_mail", f"the day of {who} is sent", digests.send, by=by, on=self.today, now=self.now)

    @rule(who=TEAM, commune=PLACES, name=text("Los míos"), first=st.booleans())
    def save_filter(self, who, commune, name, first):
        """A list with its filters is kept."""
        by = self.by(who, world.place(commune))
        self._save_filter(who, by, name, first)

    @rule(who=TEAM, commune=PLACES, which=WHICH, name=st.sampled_from(["Otros", "Los míos", ""]), own=READY)
    def rename_filter(self, who, commune, which, name, own):
        """Under another name."""
        by = self.by(who, world.place(commune))
        saved = self._filter(who, by, which, own)
        self.act(
            "rename_filter", f"{who} renames the filter {saved}", saved_filters.rename, by=by, saved_id=saved, name=name
        )

    @rule(who=TEAM, commune=PLACES, which=WHICH, own=READY)
    def open_filter_first(self, who, commune, which, own):
        """The list opens with it."""
        by = self.by(who, world.place(commune))
        saved = self._filter(who, by, which, own)
        self.act(
            "open_filter_first",
            f"{who} opens the list with the filter {saved}",
            saved_filters.open_first,
            by=by,
            saved_id=saved,
            opens=bool(which % 3),
        )

    @rule(who=TEAM, commune=PLACES, which=WHICH, own=READY)
    def remove_filter(self, who, commune, which, own):
        """It is forgotten."""
        by = self.by(who, world.place(commune))
        saved = self._filter(who, by, which, own)
        self.act("remove_filter", f"{who} forgets the filter {saved}", saved_filters.remove, by=by, saved_id=saved)

    # ------------------------------------------------------------------------------------------------------- the steps

    def _snooze(self, who, place, which, days, reason):
        by = self.by(who, place)
        task = pick(self._due(by), which)
        if task is not None:
            self.act(
                "snooze",
                f"{who} puts «{task.key}» off for {days} days",
                tasks.snooze,
                by=by,
                task=task,
                until=self.today + timedelta(days=days),
                reason=reason,
                on=self.today,
            )

    def _due(self, by):
        return sorted(Agenda(by, self.today, everyone=True).all(), key=lambda task: task.key)

    def _put_off(self, by):
        if not TaskOverlay.objects.filter(snoozed_until__gt=self.today).exists():
            return []
        return sorted((task for task, _ in Agenda(by, self.today).snoozed()), key=lambda task: task.key)

    def _save_filter(self, who, by, name, first):
        return self.act(
            "save_filter",
            f"{who} keeps the list as «{name}»",
            saved_filters.save,
            by=by,
            listing="groups",
            name=name,
            query={"stage": "training"},
            is_default=first,
        )

    def _filter(self, who, by, which, own):
        rows = SavedFilter.objects.order_by("-pk").values_list("pk", flat=True)
        if own and not rows.filter(user=by).exists():
            self._save_filter(who, by, f"Filtro {which}", False)
        return pick(rows.filter(user=by) if own else rows, which) or 0
