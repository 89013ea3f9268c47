"""One person written down twice, and what people authorise."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from incubator.models import Consent, Person, PersonMerge
from incubator.purposes import ConsentChannel, Purpose
from incubator.services import consents, same_person
from tests.lives.draws import AGO, READY, TEAM, WHICH
from tests.lives.engine import Engine, pick

_PURPOSES = st.sampled_from([Purpose.PHOTO, Purpose.WHATSAPP, Purpose.PRIVATE_ADVISER])


class People(Engine):
    """Records of people, and their word."""

    @rule(who=TEAM, which=WHICH, step=st.integers(0, 3), reason=st.sampled_from(["Es ella.", ""]))
    def propose_one_person(self, who, which, step, reason):
        """Two records may be one person."""
        people = Person.objects.select_related("incubator").order_by("pk")
        kept, redirected = pick(people, which), pick(people, which + step)
        by = self.by(who, kept.incubator)
        self.attempt(
            "propose_one_person",
            f"{who} says that person {redirected.pk} is person {kept.pk}",
            lambda: same_person.propose(by=by, kept=kept, redirected=redirected, reason=reason, on=self.today),
        )

    @rule(who=TEAM, which=WHICH)
    def execute_one_person(self, who, which):
        """Somebody else joins them."""
        self._settle("execute_one_person", who, which, same_person.execute, executed_on__isnull=True)

    @rule(who=TEAM, which=WHICH)
    def decline_one_person(self, who, which):
        """They are not joined."""
        self._settle("decline_one_person", who, which, same_person.decline, executed_on__isnull=True)

    @rule(who=TEAM, which=WHICH, reason=st.sampled_from(["Eran dos.", ""]), ready=READY)
    def undo_one_person(self, who, which, reason, ready):
        """They are two again."""
        who, reason = ("the officer", "Eran dos.") if ready else (who, reason)
        self._settle("undo_one_person", who, which, same_person.undo, executed_on__isnull=False, reason=reason)

    @rule(who=TEAM, which=WHICH, ago=AGO, purpose=_PURPOSES, paper=st.booleans(), ready=READY)
    def give_consent(self, who, which, ago, purpose, paper, ready):
        """Somebody authorises something."""
        if ready:
            who, ago, paper = "the officer", max(ago, 0), True
        person = pick(Person.objects.select_related("incubator").order_by("pk"), which)
        by, on = self.by(who, person.incubator), self.today - timedelta(days=ago)
        said = {} if paper else {"said": "mark"}
        self.attempt(
            "give_consent",
            f"{who} writes that person {person.pk} authorises «{purpose.label}» from {on:%d-%m-%Y}",
            lambda: consents.give(by=by, person=person, purpose=purpose, on=on, channel=ConsentChannel.PAPER, **said),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, purpose=_PURPOSES, given=st.booleans())
    def withdraw_consent(self, who, which, ago, purpose, given):
        """Somebody takes it back, or says no before saying yes."""
        answer = pick(Consent.objects.filter(given=True).select_related("person__incubator").order_by("-pk"), which)
        if given and answer is not None:
            person, purpose = answer.person, Purpose(answer.purpose)
        else:
            person = pick(Person.objects.select_related("incubator").order_by("pk"), which)
        by, on = self.by(who, person.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "withdraw_consent",
            f"{who} writes that person {person.pk} takes back «{purpose.label}» from {on:%d-%m-%Y}",
            lambda: consents.withdraw(by=by, person=person, purpose=purpose, on=on),
        )

    def _settle(self, name, who, which, service, *, executed_on__isnull, **more):
        fitting = PersonMerge.objects.filter(executed_on__isnull=executed_on__isnull, undone_on__isnull=True)
        merge = pick(fitting.select_related("incubator").order_by("-pk"), which)
        if merge is None:
            self.propose_and_maybe_execute(which, done=not executed_on__isnull)
            merge = pick(fitting.select_related("incubator").order_by("-pk"), 0)
        if merge is None:
            return
        by = self.by(who, merge.incubator)
        self.attempt(
            name,
            f"{who}: {name.replace('_', ' ')} {merge.pk}",
            lambda: service(by=by, merge=merge, on=self.today, **more),
        )

    def propose_and_maybe_execute(self, which, *, done):
        """A proposal for somebody to settle; two records of one place next to each other."""
        people = list(Person.objects.filter(same_as=None).select_related("incubator").order_by("incubator_id", "pk"))
        kept = people[which % (len(people) - 1)]
        other = people[which % (len(people) - 1) + 1]
        by = self.by("the officer", kept.incubator)
        merge = self.attempt(
            "propose_one_person",
            f"the officer says that person {other.pk} is person {kept.pk}",
            lambda: same_person.propose(by=by, kept=kept, redirected=other, reason="Es ella.", on=self.today),
        )
        if done and merge is not None:
            by = self.by("the second coordinator", kept.incubator)
            self.attempt(
                "execute_one_person",
                f"the second coordinator joins {merge.pk}",
                lambda: same_person.execute(by=by, merge=merge, on=self.today),
            )
