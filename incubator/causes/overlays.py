"""What people decided about tasks, as it stands on a day: put off until, passed on to."""

from collections import defaultdict

from django.db.models import Q

from incubator.models import TaskOverlay


class Overlays:
    """The decisions in force around one user: two queries at most, whatever was decided before."""

    def __init__(self, user, on, team):
        last = TaskOverlay.objects.visible_to(user).last_ones().values("pk")
        rows = TaskOverlay.objects.filter(Q(snoozed_until__gt=on) | Q(reassigned_to__isnull=False), pk__in=last)
        self.rows = {row.key: row for row in rows.select_related("by", "reassigned_to").order_by("pk")}
        self.snoozed = {key for key, row in self.rows.items() if row.snoozed_until and row.snoozed_until > on}
        #: key → the users to whom it was passed, only while somebody who can open it is there.
        self.passed = self._passed(team)

    def _passed(self, team):
        named = {key: {row.reassigned_to_id} for key, row in self.rows.items() if row.reassigned_to_id}
        if not named:
            return {}
        places = {key: (self.rows[key].organization_id, self.rows[key].incubator_id) for key in named}
        return {key: users for key, users in team.named(places, named).items() if users}

    def of_stem(self, stem, user):
        """(put off, passed to others, passed to this user): the subjects of the tasks of one stem."""
        found = defaultdict(list)
        for key in self.rows:
            before, _, subject = key.rpartition(":")
            if before != stem or not subject.isdigit():
                continue
            if key in self.snoozed:
                found["snoozed"].append(int(subject))
            if key in self.passed:
                found["mine" if user.pk in self.passed[key] else "others"].append(int(subject))
        return found["snoozed"], found["others"], found["mine"]
