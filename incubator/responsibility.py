"""Who answers for a group's matter on a day: computed each time it is asked, never handed over by a job.

The person in charge, her deputy while she is away or her post ended, the incubator's coordination, the university's.
What was read of a place serves every group of it: queries never grow with the groups.
"""

from collections import defaultdict

from django.db.models import Exists, F, OuterRef, Q

from incubator.access import GRANTS, Permission, scope_of
from incubator.enums import Reach, Role
from incubator.models import Absence, Assignment, Participation, Post, User
from incubator.parameters import Parameters

#: Roles whose holder opens a group's page.
_OPENERS = frozenset(role for role, (_, granted) in GRANTS.items() if Permission.VIEW_GROUPS in granted)


class Team:
    """The posts around some incubators on a day, with who is away: read once, in three queries."""

    def __init__(self, incubator_ids, on, also=frozenset()):
        self.on, self.incubator_ids = on, frozenset(incubator_ids)
        parts = Participation.objects.in_force(on).filter(incubator__in=incubator_ids).select_related("agreement")
        self.agreements, self._rules = defaultdict(set), {}
        for part in parts.order_by("since", "pk"):
            self.agreements[part.incubator_id].add(part.agreement_id)
            self._rules[part.incubator_id] = part.agreement.rules
        agreements = {pk for found in self.agreements.values() for pk in found}
        here = Q(incubator__in=incubator_ids) | Q(agreement__in=agreements) | Q(user__in=also)
        away = Absence.objects.in_force(on).filter(Q(user=OuterRef("user")) | Q(post=OuterRef("pk")))
        rows = Post.objects.filter(here, since__lte=on, user__is_system=False).annotate(is_away=Exists(away))
        self.posts = list(rows.select_related("user").order_by("since", "pk"))
        self._deputies = defaultdict(list)
        for post in self.posts:
            if post.deputy_for_id:
                self._deputies[post.deputy_for_id].append(post)
        self._heads = {}

    def rules(self, incubator_id) -> Parameters:
        """The parameters of the agreement that incubator is in; the defaults without one."""
        return self._rules.get(incubator_id, Parameters())

    def is_present(self, post):
        """Whether whoever holds that post answers for it that day."""
        return self._may_act(post) and not post.is_away

    def _may_act(self, post):
        return post.holds(self.on) and post.user.is_active

    def acting(self, post, seen=frozenset()) -> frozenset[int]:
        """The users who do that post's work: its holder, else her deputies, else theirs; nobody when none is there."""
        if self.is_present(post):
            return frozenset({post.user_id})
        seen = seen | {post.pk}
        stand_in = [deputy for deputy in self._deputies[post.pk] if deputy.pk not in seen]
        return frozenset(user for deputy in stand_in for user in self.acting(deputy, seen))

    def head(self, incubator_id) -> frozenset[int]:
        """Who answers where nobody below does: the coordination, else the university's, even away if all are."""
        if incubator_id not in self._heads:
            agreements = self.agreements[incubator_id]
            own = [p for p in self.posts if p.role == Role.COORDINATOR and p.incubator_id == incubator_id]
            university = [
                p for p in self.posts if p.role == Role.UNIVERSITY_COORDINATOR and p.agreement_id in agreements
            ]
            self._heads[incubator_id] = next(
                (
                    found
                    for fits in (self.is_present, self._may_act)
                    for posts in (own, university)
                    if (found := frozenset(post.user_id for post in posts if fits(post)))
                ),
                frozenset(),
            )
        return self._heads[incubator_id]

    def covers(self, user) -> frozenset[int]:
        """The people whose own work is this user's that day: herself, and those away or gone whom she stands in for."""
        there = {post.user_id for post in self.posts if self.is_present(post)}
        absent = [post for post in self.posts if post.user_id not in there]
        return frozenset(
            post.user_id for post in absent if user.pk in (self.acting(post) or self._above(post))
        ) | frozenset({user.pk})

    def _above(self, post):
        """Who answers for a post nobody stands in for."""
        if post.incubator_id:
            return self.head(post.incubator_id)
        return frozenset(
            other.user_id
            for other in self.posts
            if other.role == Role.UNIVERSITY_COORDINATOR
            and other.agreement_id == post.agreement_id
            and self.is_present(other)
        )

    # ------------------------------------------------------------------------------------------- many groups at once

    def mine(self, user, prefix="") -> Q:
        """The rows, each with an organization and an incubator at `prefix`, that this user answers for."""
        served = {post.pk: self.acting(post) for post in self.posts}
        mine = [pk for pk, users in served.items() if user.pk in users]
        anybody = [pk for pk, users in served.items() if users]
        organization, incubator = f"{prefix}organization_id", f"{prefix}incubator_id"
        found = Q(**{f"{organization}__in": self._assigned(mine)}) if mine else Q(pk__in=[])
        gone_mine, gone = self._gone(mine), self._gone(anybody)
        if gone_mine:
            left = Q(**{f"{organization}__in": self._left(gone_mine)})
            found |= left & ~Q(**{f"{organization}__in": self._assigned(anybody)})
        heads = [pk for pk in self._incubators() if user.pk in self.head(pk)]
        if heads:
            nobody = Q(**{f"{incubator}__in": heads}) & ~Q(**{f"{organization}__in": self._assigned(anybody)})
            if gone:
                nobody &= ~Q(**{f"{organization}__in": self._left(gone)})
            found |= nobody
        return found

    def _incubators(self):
        return {post.incubator_id for post in self.posts if post.incubator_id} | set(self.agreements)

    def _gone(self, post_ids):
        """Of these posts, the ones that ended."""
        ended = {post.pk for post in self.posts if not post.holds(self.on)}
        return [pk for pk in post_ids if pk in ended]

    def _assigned(self, post_ids):
        rows = Assignment.objects.in_force(self.on).filter(post__in=post_ids)
        return rows.order_by().values("organization_id")

    def _left(self, post_ids):
        """The groups of posts that ended: their assignments ended with them."""
        rows = Assignment.objects.filter(post__in=post_ids, until=F("post__until"), until__lte=self.on)
        return rows.order_by().values("organization_id")

    def responsible(self, places) -> dict[object, frozenset[int]]:
        """Who answers for each matter: `places` is {key: (organization id, incubator id)}. One query."""
        now, before = self._looked_after({organization for organization, _ in places.values()})
        return {
            key: self._served(now[organization]) or self._served(before[organization]) or self.head(incubator)
            for key, (organization, incubator) in places.items()
        }

    def named(self, places, users) -> dict[object, frozenset[int]]:
        """Of the people named for each matter ({key: user ids}) those who can open it; else their deputies who can."""
        now, _ = self._looked_after({organization for organization, _ in places.values()})
        return {
            key: self._named(users[key], incubator, now[organization])
            for key, (organization, incubator) in places.items()
        }

    def _looked_after(self, organizations):
        """The posts in charge of each group that day, and those whose charge ended with the post."""
        ended = Q(until=F("post__until"), until__lte=self.on)
        rows = Assignment.objects.filter(organization__in=organizations, since__lte=self.on)
        rows = rows.filter(Q(until__isnull=True) | Q(until__gt=self.on) | ended).order_by("since", "pk")
        now, before = defaultdict(list), defaultdict(list)
        for organization, post, until in rows.values_list("organization_id", "post_id", "until"):
            (now if until is None or until > self.on else before)[organization].append(post)
        return now, before

    def _served(self, post_ids):
        by_id = {post.pk: post for post in self.posts}
        return frozenset(user for pk in post_ids if pk in by_id for user in self.acting(by_id[pk]))

    def _named(self, user_ids, incubator, assigned):
        acting = frozenset(user for post in self.posts if post.user_id in user_ids for user in self.acting(post))
        return (acting & frozenset(user_ids) or acting) & self.openers(incubator, assigned)

    def openers(self, incubator, assigned=()) -> frozenset[int]:
        """The users present that day who can open a group of that incubator, assigned to those posts."""
        agreements = self.agreements[incubator]
        return frozenset(
            post.user_id
            for post in self.posts
            if self.is_present(post) and self._opens(post, incubator, agreements, assigned)
        )

    @staticmethod
    def _opens(post, incubator, agreements, assigned):
        role = Role(post.role)
        if role not in _OPENERS:
            return False
        reach = GRANTS[role][0]
        if reach == Reach.MUNICIPALITY:
            return post.incubator_id == incubator
        if reach == Reach.AGREEMENT:
            return post.agreement_id in agreements
        return reach == Reach.ASSIGNED and (post.pk in assigned or post.deputy_for_id in assigned)


def team_of(user, on) -> Team:
    """The team around the places this user reaches."""
    return Team(scope_of(user, Permission.VIEW_GROUPS).host_ids, on)


def responsible(organization, on, user_ids=frozenset()) -> User | None:
    """Who answers for a group's matter that day: the first of those named, in charge, standing in or above."""
    found = responsible_for([organization], on, {organization.pk: user_ids})[organization.pk]
    return User.objects.filter(pk__in=found).order_by("pk").first()


def responsible_for(organizations, on, named=None) -> dict[int, frozenset[int]]:
    """The same for many groups at once, as ids of users by id of the group; `named` is {id of the group: user ids}."""
    named = {pk: users for pk, users in (named or {}).items() if users}
    places = {organization.pk: (organization.pk, organization.incubator_id) for organization in organizations}
    team = Team(
        {incubator for _, incubator in places.values()}, on, {user for users in named.values() for user in users}
    )
    chosen = team.named({pk: places[pk] for pk in named}, named) if named else {}
    return {pk: chosen.get(pk) or users for pk, users in team.responsible(places).items()}


def who_can_open(organization, on):
    """The people present that day who can open the group: to whom its matters may be passed."""
    team = Team({organization.incubator_id}, on)
    rows = Assignment.objects.in_force(on).filter(organization=organization).values_list("post_id", flat=True)
    return User.objects.filter(pk__in=team.openers(organization.incubator_id, list(rows))).order_by("full_name", "pk")


def nobody():
    """No user: what is of no group is passed to nobody."""
    return User.objects.none()
