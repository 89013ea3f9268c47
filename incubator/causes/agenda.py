"""The day of one person: what burns first, counted whole and read only as far as it is shown."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.html import format_html

from incubator.access import scope_of
from incubator.causes import sources
from incubator.causes.overlays import Overlays
from incubator.causes.registry import TONES, Asked, Task, labels, registered


@dataclass(frozen=True)
class Shown:
    """The first tasks of one tone, and how many there are."""

    tone: str
    tasks: list[Task]
    count: int


class Agenda:
    """What is due for one user on a day: her own, or everything she may see."""

    def __init__(self, user, on, everyone=False, tones=TONES):
        self.user, self.on, self.everyone, self.tones = user, on, everyone, tones
        self.asked = Asked(user, on)
        #: Keys of tasks whose cause says by itself to whom they are shown.
        self._own_rule: set[str] = set()

    @cached_property
    def overlays(self):
        """The decisions in force around this user."""
        return Overlays(self.user, self.on, self.asked.team)

    @cached_property
    def sources(self):
        """The listed causes, narrowed to this user."""
        return [
            sources.narrowed(cause, listing, self.asked, self.overlays, self.everyone)
            for cause, listing in self._listings
        ]

    @property
    def anything(self):
        """The listed causes, whoever answers for each row."""
        return [sources.Source(cause, listing, listing.rows) for cause, listing in self._listings]

    @cached_property
    def _listings(self):
        return [
            (cause, listing)
            for cause in registered()
            if cause.is_listed and set(cause.tones) & set(self.tones)
            for listing in cause.ask(self.asked)
            if listing.tone in self.tones
        ]

    @cached_property
    def _plain(self):
        """The tasks of the plain causes, as the overlays leave them, snoozed ones included."""
        found = [
            replace(task, cause=cause.name)
            for cause in registered()
            if not cause.is_listed
            for task in cause.ask(self.asked)
        ]
        found = [self._passed(task) for task in found if task.tone in self.tones]
        return [self._masked(task) for task in found if self.everyone or task.is_of(self.user)]

    def _passed(self, task):
        """The task; of one passed on, to whom, who passed it and why."""
        to = self.overlays.passed.get(task.key)
        if not to:
            return task
        row = self.overlays.rows[task.key]
        said = f"La pasó {row.by}: {row.reassign_reason}"
        return replace(task, responsible_ids=to, detail=" · ".join(filter(None, [task.detail, said])))

    @property
    def _plain_due(self):
        return [task for task in self._plain if task.key not in self.overlays.snoozed]

    # ----------------------------------------------------------------------------------------------------- asking it

    def first(self, limit) -> list[Shown]:
        """The first tasks of each tone that has any, with its count."""
        answers = list(zip(self.sources, sources.first(self.sources, limit), strict=True))
        shown = []
        for tone in self.tones:
            plain = [task for task in self._plain_due if task.tone == tone]
            listed = [(source, *answer) for source, answer in answers if source.listing.tone == tone]
            count = len(plain) + sum(total for _, _, total in listed)
            candidates = [(_order(task), None, task) for task in plain]
            candidates += [
                ((row.due_on or date.max, row.key), source, row) for source, rows, _ in listed for row in rows
            ]
            candidates.sort(key=lambda candidate: candidate[0])
            shown.append((tone, candidates[:limit], count))
        told = self._told([(source, item) for _, chosen, _ in shown for _, source, item in chosen if source])
        return [
            Shown(tone, [item if source is None else told[item.key] for _, source, item in chosen], count)
            for tone, chosen, count in shown
            if count
        ]

    def kinds(self, tone="") -> dict[str, int]:
        """How many tasks of each cause, of one tone or of all."""
        found: dict[str, int] = {}
        counts = zip(self.sources, sources.first(self.sources, 1), strict=True)
        for source, (_, total) in counts:
            if total and tone in ("", source.listing.tone):
                found[source.cause.name] = found.get(source.cause.name, 0) + total
        for task in self._plain_due:
            if tone in ("", task.tone):
                found[task.cause] = found.get(task.cause, 0) + 1
        return found

    def page(self, start, stop, tone="", kind="") -> tuple[list[Task], int]:
        """One page of a tone or a kind, listed causes first and each in the order of its days; and how many in all."""
        fits = [s for s in self.sources if tone in ("", s.listing.tone) and kind in ("", s.cause.name)]
        fits.sort(key=lambda source: TONES.index(source.listing.tone))
        plain = [task for task in self._plain_due if tone in ("", task.tone) and kind in ("", task.cause)]
        chosen, place = [], 0
        for source, (_, total) in zip(fits, sources.first(fits, 1), strict=True):
            first, last = max(start - place, 0), min(stop - place, total)
            if first < last:
                chosen += [(source, row) for row in sources.slice_of(source, first, last)]
            place += total
        told = self._told(chosen)
        tasks = [told[row.key] for _, row in chosen]
        return tasks + sorted(plain, key=_order)[max(start - place, 0) : max(stop - place, 0)], place + len(plain)

    def count(self) -> int:
        """How many tasks in all."""
        return sum(total for _, total in sources.first(self.sources, 1)) + len(self._plain_due)

    def all(self) -> list[Task]:
        """Every task, with who answers for each: for mail, calendars and tests; pages show the first ones."""
        answers = zip(self.sources, sources.first(self.sources, None), strict=True)
        told = self._told([(source, row) for source, (rows, _) in answers for row in rows])
        found = self._named(list(told.values())) + self._plain_due
        return sorted(found, key=lambda task: (TONES.index(task.tone), *_order(task)))

    def snoozed(self) -> list[tuple[Task, object]]:
        """What was put off and is still due, with the decision that put it off."""
        keys = self.overlays.snoozed
        if not keys:
            return []
        found = {task.key: task for task in self._plain if task.key in keys}
        found |= {task.key: task for task in self._of_keys(keys)}
        return [(found[key], row) for key, row in self.overlays.rows.items() if key in found]

    def find(self, key) -> Task | None:
        """The task of that key, put off or not, when this user may see it; None when its cause is over."""
        plain = next((task for task in self._plain if task.key == key), None)
        if plain is not None:
            return plain
        found = self._named(self._of_keys({key}))
        return found[0] if found else None

    def _of_keys(self, keys):
        """The tasks of these keys among the listed causes, whether they were put off or not."""
        chosen = []
        for cause, listing in self._listings:
            source = sources.Source(cause, listing, listing.rows)
            cut = len(source.stem) + 1
            subjects = [int(key[cut:]) for key in keys if key.startswith(f"{source.stem}:") and key[cut:].isdigit()]
            if not subjects:
                continue
            if not self.everyone:
                whose = self.asked.team.mine(self.user, listing.about) if listing.whose is None else listing.whose
                mine = [s for s in subjects if self.user.pk in self.overlays.passed.get(f"{source.stem}:{s}", ())]
                source = replace(source, rows=source.rows.filter(whose | Q(**{f"{listing.subject}__in": mine})))
            rows, _ = sources.first([sources.only(source, subjects)], None)[0]
            chosen += [(source, row) for row in rows]
        return list(self._told(chosen).values())

    # ---------------------------------------------------------------------------------------------------- telling it

    def _told(self, chosen) -> dict[str, Task]:
        """The tasks of these rows by key: each cause tells its own, reading once what they all speak of."""
        self.asked.kept["wanted"] = frozenset(row.about for _, row in chosen)
        groups: dict[int, tuple] = {}
        for source, row in chosen:
            groups.setdefault(id(source), (source, []))[1].append(row)
        found = {}
        for source, rows in groups.values():
            by_key = {row.key: row for row in rows}
            for task in source.listing.make(self.asked, rows):
                row = by_key[task.key]
                task = replace(
                    task, cause=source.cause.name, tone=source.listing.tone, due_on=task.due_on or row.due_on,
                    organization_id=row.organization_id, incubator_id=row.incubator_id,
                    is_legal=task.is_legal or source.listing.is_legal,
                )  # fmt: skip
                found[task.key] = self._masked(self._passed(task))
                if source.listing.whose is not None:
                    self._own_rule.add(task.key)
        return found

    def _named(self, tasks):
        """The same tasks, each with the people who answer for it. One query."""
        unnamed = {
            task.key: (task.organization_id, task.incubator_id)
            for task in tasks
            if task.organization_id and not task.responsible_ids and task.key not in self._own_rule
        }
        people = self.asked.team.responsible(unnamed) if unnamed else {}
        people |= self.overlays.passed
        return [replace(task, responsible_ids=people.get(task.key, task.responsible_ids)) for task in tasks]

    def _masked(self, task):
        """The task; for whoever cannot open its page, the code and the kind alone (JOURNEY I11)."""
        if task.needs is None:
            return task
        scope = scope_of(self.user, task.needs)
        if task.organization_id in scope.organization_ids or task.incubator_id in scope.incubator_ids:
            return task
        day = f" · {task.due_on:%d-%m-%Y}" if task.due_on else ""
        sentence = format_html("Caso <b>{}</b>: {}{}.", task.code, labels()[task.cause].lower(), day)
        detail = "Nadie de su incubadora puede atenderlo hoy: hable con su coordinación o su municipalidad."
        return replace(task, sentence=sentence, url="", action="", about="", detail=detail)


def _order(task):
    return (task.due_on or date.max, task.key)


def tasks(user, on) -> list[Task]:
    """Everything due that this user may see, what burns first, each with who answers for it."""
    return Agenda(user, on, everyone=True).all()
