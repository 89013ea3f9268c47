"""Groups are known and come back; people join, leave and speak for them; contacts are tried."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import CaseSource
from cases.models import Case
from cases.services import groups
from incubator.enums import ContactChannel, LeaveReason, OrganizationKind
from incubator.models import Membership, Organization, Person
from incubator.services import meetings, members, organizations
from tests.lives import world
from tests.lives.draws import AGO, TEAM, WHICH
from tests.lives.engine import Engine, pick

_REASONS = [LeaveReason.OWN_DECISION, LeaveReason.JOB, LeaveReason.MISTAKE]


class Groups(Engine):
    """Who belongs where, and since when."""

    @rule(who=TEAM, commune=st.sampled_from([world.HOME, world.OTHER]), ago=AGO, which=WHICH)
    def register_group(self, who, commune, ago, which):
        """A group comes to be known."""
        place, on = world.place(commune), self.today - timedelta(days=ago)
        by = self.by(who, place)
        self.attempt(
            "register_group",
            f"{who} writes down a new group in {place}",
            lambda: groups.register(
                by=by,
                incubator=place,
                on=on,
                case_source=CaseSource.OFFICE,
                name=f"Grupo nuevo {len(self.story)}-{which}",
                kind=OrganizationKind.INFORMAL_GROUP,
            ),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO)
    def take_in_again(self, who, which, ago):
        """A group whose case ended comes back."""
        ended = Case.objects.filter(stage__in=("closed", "graduated")).order_by("pk")
        case = self.fresh(pick(ended, which) or pick(Case.objects.order_by("pk"), which))
        by, on = self.by(who, case.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "take_in_again",
            f"{who} takes in again the group of case {case.pk}",
            lambda: groups.take_in_again(by=by, case=case, on=on, case_source=CaseSource.OFFICE),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, person=WHICH, new=st.booleans())
    def join(self, who, which, ago, person, new):
        """Somebody belongs to a group, new or already known."""
        group = pick(self.groups(), which)
        by, since = self.by(who, group.incubator), self.today - timedelta(days=ago)
        if new:
            told = {"given_names": "Rosa", "surname_1": f"Nueva {len(self.story)}"}
            self.attempt(
                "join",
                f"{who} takes a new person into group {group.pk}",
                lambda: members.welcome(by=by, organization=group, since=since, on=self.today, **told),
            )
            return
        known = pick(Person.objects.select_related("incubator").order_by("pk"), person)
        self.attempt(
            "join",
            f"{who} takes person {known.pk} into group {group.pk} since {since:%d-%m-%Y}",
            lambda: organizations.join(by=by, organization=group, person=known, since=since),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, reason=st.sampled_from(_REASONS))
    def leave(self, who, which, ago, reason):
        """Somebody leaves."""
        row = pick(self._memberships(), which)
        by, until = self.by(who, row.organization.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "leave",
            f"{who} writes that membership {row.pk} ended on {until:%d-%m-%Y}",
            lambda: organizations.leave(by=by, membership=row, until=until, reason=reason),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO)
    def represent(self, who, which, ago):
        """Somebody speaks for a group."""
        row = pick(self._memberships(), which)
        by, since = self.by(who, row.organization.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "represent",
            f"{who} writes that membership {row.pk} speaks for its group",
            lambda: organizations.represent(by=by, membership=row, since=since),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, later=st.sampled_from([None, 0, 20]))
    def mend_membership(self, who, which, ago, later):
        """The dates of a membership are corrected."""
        row = pick(self._memberships(), which)
        by, since = self.by(who, row.organization.incubator), row.since + timedelta(days=ago)
        until = None if later is None else self.today - timedelta(days=later)
        self.attempt(
            "mend_membership",
            f"{who} mends membership {row.pk}: from {since} to {until}",
            lambda: members.mend(
                by=by,
                membership=row,
                since=since,
                on=self.today,
                until=until,
                reason=LeaveReason.MISTAKE if until else "",
            ),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, channel=st.sampled_from(list(ContactChannel)), reached=st.booleans())
    def contact(self, who, which, ago, channel, reached):
        """Somebody tries to reach a group."""
        group = pick(self.groups(), which)
        by, on = self.by(who, group.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "contact",
            f"{who} tries to reach group {group.pk}",
            lambda: meetings.log_contact(by=by, organization=group, made_on=on, channel=channel, reached=reached),
        )

    def groups(self):
        """The groups that ever had a case, as they are told apart."""
        return Organization.objects.filter(cases__isnull=False).distinct().select_related("incubator").order_by("pk")

    def _memberships(self):
        rows = Membership.objects.filter(annulled_at__isnull=True).select_related("organization__incubator", "person")
        return rows.order_by("-pk")
