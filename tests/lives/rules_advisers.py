"""A private adviser institution: what it is, its data contract, the texts read to people, and what its people read."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from incubator import access, consenting, masking
from incubator.models import AdviserStanding, Person, ProcessorContract
from incubator.purposes import AdviserNature, Purpose
from incubator.services import consents
from tests.factories.cases import evidence
from tests.lives import world
from tests.lives.draws import AGO, BOSS, PLACES, READY, WHICH, text
from tests.lives.engine import Broken, Engine, pick

_NATURES = st.sampled_from(list(AdviserNature))
_PARTS = ("act", "object", "purpose", "data", "people", "at_end")


class Advisers(Engine):
    """The institution that advises both municipalities."""

    @rule(who=BOSS, commune=PLACES, nature=_NATURES, ago=AGO, ready=READY)
    def adviser_standing(self, who, commune, nature, ago, ready):
        """It is public or private from a day on."""
        if ready:
            self._private(world.place(commune))
        else:
            self._stands(who, world.place(commune), nature, self.today - timedelta(days=ago))

    @rule(who=BOSS, commune=PLACES, days=st.sampled_from([30, 200, -1]), said=text("Lo que dice el convenio."))
    def adviser_contract(self, who, commune, days, said):
        """A contract of data with its term."""
        self._contract(who, world.place(commune), days, said)

    @rule(who=BOSS, which=WHICH, days=st.sampled_from([0, 3, 500]), ready=READY)
    def end_contract(self, who, which, days, ready):
        """It ends before its term."""
        held = ProcessorContract.objects.select_related("incubator").order_by("-pk")
        if ready and not held.in_force(self.today).exists():
            self._contract("the coordinator", world.place(), 200, "Lo que dice el convenio.")
        contract = pick(held.all(), 0 if ready else which)
        if contract is None:
            return
        self.act(
            "end_contract",
            f"{who} ends the contract {contract.pk} in {days} days",
            consents.end_contract,
            by=self.by(who, contract.incubator),
            contract=contract,
            until=self.today + timedelta(days=days),
        )

    @rule(who=BOSS, commune=PLACES, purpose=st.sampled_from(list(Purpose)), ahead=st.sampled_from([0, 5, -1]))
    def write_consent_text(self, who, commune, purpose, ahead):
        """The words read to a person, in a version of the municipality's own."""
        place = world.place(commune)
        self.act(
            "write_consent_text",
            f"{who} writes the words of «{purpose.label}» in {place} from {ahead} days on",
            consents.write_text,
            by=self.by(who, place),
            incubator=place,
            purpose=purpose,
            text=f"Texto propio {len(self.story)}.",
            easy_text="Texto fácil.",
            in_force_from=self.today + timedelta(days=ahead),
            on=self.today,
        )

    @rule(who=st.sampled_from(["the adviser", "the university"]), commune=PLACES, ready=READY)
    def read_as_adviser(self, who, commune, ready):
        """Whoever advises reads people: of a private institution, only as far as each one or a contract allows."""
        place = world.place(commune)
        if ready:
            self._private(place)
        user = self.by(who, place)
        access.forget_posts(user)
        people = list(Person.objects.current().filter(incubator=place, same_as=None).order_by("pk"))
        shown = self.attempt(
            "read_as_adviser", f"{who} reads the people of {place}", lambda: masking.names_for(user, people)
        )
        found = _read_too_much(shown, people, user, place, self.today)
        if found:
            self._tell(f"{who} reads of {place}", f"people {found} by name")
            raise Broken(self._in_words())

    # ------------------------------------------------------------------------------------------------------- the steps

    def _private(self, place):
        held = AdviserStanding.objects.in_force(self.today).filter(incubator=place).first()
        if held is None or held.nature != AdviserNature.PRIVATE:
            self._stands("the coordinator", place, AdviserNature.PRIVATE, self.today)

    def _stands(self, who, place, nature, since):
        self.act(
            "adviser_standing",
            f"{who} writes that the adviser of {place} is «{nature.label}» since {since:%d-%m-%Y}",
            consents.record_standing,
            by=self.by(who, place),
            incubator=place,
            organization=place.agreement_on(self.today).adviser,
            nature=nature,
            since=since,
        )

    def _contract(self, who, place, days, said):
        by = self.by(who, place)
        self.act(
            "adviser_contract",
            f"{who} writes a contract of data of {place} for {days} days",
            consents.record_contract,
            by=by,
            incubator=place,
            organization=place.agreement_on(self.today).adviser,
            since=self.today,
            until=self.today + timedelta(days=days),
            evidence=evidence(by, place),
            **dict.fromkeys(_PARTS, said),
        )


def _read_too_much(shown, people, user, place, today):
    """The people read by name though neither they nor a contract allow it (asked of the rows, not of the mask)."""
    private = AdviserStanding.objects.in_force(today).filter(incubator=place, nature=AdviserNature.PRIVATE)
    advises = [post.role in masking.ADVISER_ROLES for post in access.posts_of(user)]
    if not shown or not private.exists() or not advises or not all(advises):
        return []
    contract = ProcessorContract.objects.in_force(today).filter(incubator=place).exists()
    answers = consenting.answers([person.pk for person in people], today, [Purpose.PRIVATE_ADVISER])
    said = {who: answer.given for (who, _), answer in answers.items()}
    return [p.pk for p in people if not shown[p.pk].is_masked and not said.get(p.pk, contract)]
