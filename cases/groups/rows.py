"""The groups within reach, asked of the database: what may be filtered of each, and what a list shows of some.

Only the rows of a page are ever loaded. Nothing sensitive is here.
"""

from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.fields import TextField
from django.db.models.functions import Cast, ExtractYear

from cases import minimums, reading
from cases.enums import OPEN
from cases.models import Case, Pause
from incubator.access import Permission, scope_of
from incubator.models import Assignment, Organization

#: Flags in words, as icon and word on each row; never a fact that only some may read.
QUIET, BELOW_LAW, BELOW = "contacto", "minimo-legal", "minimo"
FLAGS = {BELOW_LAW: "Bajo el mínimo legal", BELOW: "Bajo el mínimo", QUIET: "Hace mucho sin contacto"}
#: What is told of each group, in the order of `GroupRows.told`.
TOLD = (
    "pk", "organization_id", "incubator_id", "stage_name", "name_key", "year", "commune", "commune_name", "sector",
    "incubator_name", "paused", "charge", "quiet", "below_law", "below",
)  # fmt: skip


class GroupRows:
    """The newest case of each group that a user sees by one right on a day."""

    def __init__(self, user, on, permission=Permission.VIEW_GROUPS):
        self.user, self.on, self.permission = user, on, permission
        self.newest = reading.newest_of(user, permission)
        self.rules = reading.parameters_by_incubator(self._places(), on)

    def _places(self):
        """The incubators whose groups are within reach, of assigned groups included."""
        scope = scope_of(self.user, self.permission)
        assigned = Case.objects.filter(organization_id__in=scope.organization_ids) if scope.organization_ids else ()
        return {*scope.incubator_ids, *(assigned and assigned.values_list("incubator_id", flat=True))}

    @property
    def told(self):
        """Each group as what may be asked of it (TOLD), for the database to count, filter and put in order."""
        found = reading.with_facts(self.newest, self.on)
        return (
            found.order_by()
            .annotate(
                stage_name=Cast("stage", TextField()),
                name_key=F("organization__sort_key"),
                year=ExtractYear("opened_on"),
                commune=F("organization__commune_id"),
                commune_name=F("organization__commune__name"),
                sector=F("organization__sector"),
                incubator_name=F("incubator__name"),
                paused=Exists(Pause.objects.filter(case=OuterRef("pk"), until__isnull=True)),
                charge=ArraySubquery(
                    _charged(self.on).filter(organization=OuterRef("organization")).values("post__user")
                ),
                quiet=reading.out_of_touch(self.on, self.rules),
                below_law=minimums.lacks_by_law(self.on),
                below=reading.below_programme(self.rules),
            )
            .values_list(*TOLD)
        )

    @cached_property
    def statement(self) -> tuple[str, tuple] | None:
        """`told` as SQL with its values, put together once; None with nothing within reach."""
        try:
            return self.told.query.sql_with_params()
        except EmptyResultSet:
            return None

    def sectors(self) -> set[str]:
        """Every spelling of a sector or locality among the groups within reach."""
        groups = Organization.objects.visible_to(self.user, self.permission).exclude(sector="")
        return set(groups.order_by().values_list("sector", flat=True).distinct())

    def shown(self, ids) -> list[dict]:
        """What a list says of each of these cases, in their order. Five queries."""
        ids = list(ids)
        found = reading.with_facts(Case.objects.current().filter(pk__in=ids), self.on).in_bulk()
        cases = [found[pk] for pk in ids if pk in found]
        charge = reading.in_charge(cases, self.on)
        still_open = [case for case in cases if case.stage in OPEN]
        lacking = minimums.shortfalls(still_open, self.on, self.rules) if still_open else {}
        return [self._row(case, charge[case.organization_id], lacking.get(case.pk, [])) for case in cases]

    def _row(self, case, assignments, lacks):
        quiet = reading.is_out_of_touch(case, self.on, self.rules[case.incubator_id])
        flags = [BELOW_LAW if one.by_law else BELOW for one in lacks] + [QUIET] * quiet
        return {
            "case": case,
            "charge": [assignment.post.user for assignment in assignments],
            "quiet": quiet,
            "lacks": lacks,
            "flags": [FLAGS[flag] for flag in flags],
            "days": (self.on - (case.stage_on or case.opened_on)).days,
        }


def _charged(on):
    """The assignments that hold on a day, one for each person and group."""
    held = Q(post__until__isnull=True) | Q(post__until__gt=on)
    return Assignment.objects.in_force(on).filter(held, post__since__lte=on).order_by().distinct()
