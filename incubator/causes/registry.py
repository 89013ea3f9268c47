"""The words of a cause: a task, the rows it is made of, and the registry where each room puts its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Expression, Q, QuerySet
from django.utils.safestring import SafeString

from incubator.access import Permission
from incubator.models import User
from incubator.registries import Registry
from incubator.responsibility import Team, team_of

#: From what burns to what can wait.
TONES = ("urgent", "waits", "info", "plain")


@dataclass(frozen=True)
class Task:
    """One thing to do: a sentence with one button, its day and who answers for it (nobody named: whoever sees it).

    `code` and `cause` are all that leaves the house by mail or calendar: never a name. `needs` is the right that opens
    its page, when seeing the group is not enough: whoever lacks it is told the code and the kind alone.
    """

    key: str
    sentence: SafeString
    url: str
    action: str
    tone: str = "plain"
    about: str = ""
    detail: str = ""
    due_on: date | None = None
    responsible_ids: frozenset[int] = frozenset()
    cause: str = ""
    code: str = ""
    is_legal: bool = False
    needs: Permission | None = None
    organization_id: int | None = None
    incubator_id: int | None = None

    def is_of(self, user):
        """Whether this user answers for it."""
        return not self.responsible_ids or user.pk in self.responsible_ids


@dataclass(frozen=True)
class Asked:
    """Who asks, as of which day; `kept` holds what one cause read and another may use."""

    user: User
    on: date
    kept: dict = field(default_factory=dict)

    @property
    def team(self) -> Team:
        """The people around the places of whoever asks, and the rules there; read once."""
        if "team" not in self.kept:
            self.kept["team"] = team_of(self.user, self.on)
        return self.kept["team"]

    @property
    def wanted(self) -> frozenset[int]:
        """The ids of the records that the rows about to be told speak of: read them all at once."""
        return self.kept.get("wanted", frozenset())


class Row(NamedTuple):
    """One row that is due, as the database answered: whom it is about, and its key."""

    key: str
    subject: int
    about: int
    due_on: date | None
    organization_id: int | None
    incubator_id: int | None


@dataclass(frozen=True)
class Listing:
    """What is due of one cause and one tone, as a query of what the user may see: the rest is counted, not read.

    `about` is the path from a row to the record with an organization and an incubator («case__»; empty: the row
    itself). `subject` is the path of the id in the key, `due` the day or the path to it. `whose` says who answers:
    None whoever is in charge of the group; else the Q of the rows that are this user's own.
    """

    rows: QuerySet
    make: Callable[[Asked, list[Row]], Iterable[Task]]
    tone: str = "plain"
    about: str = ""
    subject: str = "pk"
    due: str | Expression | None = None
    whose: Q | None = None
    stem: str = ""
    is_legal: bool = False


@dataclass(frozen=True)
class Cause:
    """A registered cause: how it is asked, its kind in words, and the tones its tasks may have."""

    name: str
    ask: Callable[[Asked], Iterable]
    label: str
    tones: tuple[str, ...] = TONES
    is_listed: bool = False


_causes: Registry[Cause] = Registry("causes")


def cause(name, label=""):
    """Register a function of Asked that yields a few tasks. `label` is its kind in words, for mail and filters."""
    return lambda function: _causes.add(name, Cause(name, function, label)).ask


def listed(name, label, tones):
    """Register a function of Asked that yields Listings; it asks the database nothing by itself.

    The badge of the menu counts the urgent ones of these alone.
    """
    return lambda function: _causes.add(name, Cause(name, function, label, tuple(tones), is_listed=True)).ask


def registered() -> list[Cause]:
    """Every cause of every room."""
    return list(_causes)


def labels() -> dict[str, str]:
    """The kind of each cause in words; those that say none are «Pendiente»."""
    return {one.name: one.label or "Pendiente" for one in _causes}
