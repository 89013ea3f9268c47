"""Every group within reach with what the list filters by, in a fixed number of queries. Nothing sensitive is here."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.db.models import Exists, OuterRef

from cases import minimums, reading
from cases.enums import ACCOMPANIED, OPEN
from cases.models import Case, Pause
from incubator.access import Permission

#: Flags in words, as icon and word on each row; never a fact that only some may read.
QUIET, BELOW_LAW, BELOW = "contacto", "minimo-legal", "minimo"
FLAGS = {BELOW_LAW: "Bajo el mínimo legal", BELOW: "Bajo el mínimo", QUIET: "Hace mucho sin contacto"}
_COLUMNS = (
    "pk", "organization_id", "stage", "opened_on", "organization__commune_id", "organization__commune__name",
    "organization__sector", "incubator_id", "incubator__name", "paused",
)  # fmt: skip


@dataclass(frozen=True)
class GroupRow:
    """The newest case of a group, and what may be asked of it."""

    pk: int
    organization_id: int
    stage: str
    opened_on: object
    commune_id: str | None
    commune: str | None
    sector: str
    incubator_id: int
    incubator: str
    paused: bool

    @property
    def is_open(self):
        """Neither graduated nor closed."""
        return self.stage in OPEN


class GroupRows:
    """The groups a user sees by one right on a day, in the order of names, with who is in charge and their flags."""

    def __init__(self, user, on, permission=Permission.VIEW_GROUPS):
        self.user, self.on = user, on
        rests = Pause.objects.filter(case=OuterRef("pk"), until__isnull=True)
        newest = reading.newest_of(user, permission)
        rows = newest.annotate(paused=Exists(rests)).order_by("organization__sort_key", "pk").values_list(*_COLUMNS)
        self.rows = [GroupRow(*row) for row in rows]
        self.charge = {
            group: [assignment.post.user for assignment in assignments]
            for group, assignments in reading.in_charge(self.rows, on).items()
        }
        still_open = [row for row in self.rows if row.is_open]
        rules = reading.parameters_by_incubator({row.incubator_id for row in still_open}, on)
        self.lacking = minimums.shortfalls(still_open, on, rules) if still_open else {}
        self.quiet = _out_of_touch(newest, on, rules)

    def flags_of(self, row) -> list[str]:
        """The flags of one row."""
        found = [BELOW_LAW if one.by_law else BELOW for one in self.lacking.get(row.pk, ())]
        return found + ([QUIET] if row.pk in self.quiet else [])

    def shown(self, rows) -> list[dict]:
        """What a list says of each of these rows, in their order. One query."""
        found = reading.with_facts(_cases(rows), self.on).in_bulk()
        return [
            {
                "case": found[row.pk],
                "charge": self.charge[row.organization_id],
                "quiet": row.pk in self.quiet,
                "lacks": self.lacking.get(row.pk, []),
                "flags": [FLAGS[flag] for flag in self.flags_of(row)],
                "days": (self.on - (found[row.pk].stage_on or found[row.pk].opened_on)).days,
            }
            for row in rows
            if row.pk in found
        ]


def _cases(rows):
    return Case.objects.current().filter(pk__in=[row.pk for row in rows])


def _out_of_touch(cases, on, rules):
    """The ids of the accompanied cases with which nobody has spoken for longer than their agreement allows."""
    names = ("pk", "stage", "opened_on", "incubator_id", "stage_on", "last_contact_on", "paused_until")
    rows = reading.with_facts(cases.filter(stage__in=ACCOMPANIED), on).order_by().values(*names)
    found = (SimpleNamespace(**row) for row in rows)
    return {case.pk for case in found if reading.is_out_of_touch(case, on, rules[case.incubator_id])}
