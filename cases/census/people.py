"""The people of a sheet: each once, in one or more groups, with the first value written of each fact."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cases.census.groups import Group
from cases.census.headers import Header
from cases.census.identity import Identity, read_identity
from cases.census.lines import Line
from cases.census.names import Name, is_same_name
from cases.census.notices import Notices
from cases.census.personal import Personal
from cases.census.records import PersonRow
from incubator.country import format_run
from incubator.text import fold

_LOCAL = ("commune", "sector", "notes")


@dataclass
class Person:
    """A person while the sheet is read; `places` are the rows and groups she stands in."""

    name: Name
    row: int
    run: str | None
    document: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    places: list[tuple[int, Group, Mapping[str, object]]] = field(default_factory=list)


class People:
    """Everyone who can be loaded, in order; the rows that cannot are refused."""

    def __init__(
        self, header: Header, notices: Notices, personal: Personal, *, resolve_commune: Callable[[str], str | None]
    ) -> None:
        self._header, self._notices, self._personal, self._resolve = header, notices, personal, resolve_commune
        self._people: list[Person] = []
        self._by_run: dict[str, Person] = {}

    def add(self, line: Line, group: Group | None) -> None:
        """Take the person of a row into the group, or refuse the row and say why."""
        if group is None:
            self._notices.refuse("missing_group", line.number, self._header.header_of("group"))
            return
        name = self._personal.name(line)
        if not name.full:
            header = self._header.header_of("name") or self._header.header_of("given_names")
            self._notices.refuse("missing_name", line.number, header)
            return
        split = "check_digit" in self._header.fields
        identity = read_identity(line.cells.get("rut"), line.cells.get("check_digit"), is_split=split)
        if identity.refused is not None:
            self._notices.refuse("rut", line.number, self._header.header_of("rut"), identity.refused, identity.also)
            return
        self._welcome(line, group, name, identity)

    def _welcome(self, line: Line, group: Group, name: Name, identity: Identity) -> None:
        person = self._by_run.get(identity.run) if identity.run else self._namesake(group, name, line)
        if person and not is_same_name(person.name.full, name.full):
            self._warn("other_name", line, format_run(identity.run), "rut", other_row=person.row)
            return
        if not identity.run:
            self._warn("no_rut", line, line.text("rut"), "rut")
        if person:
            self._warn_repeated(line, person)
        else:
            person = Person(name, line.number, identity.run, identity.document)
            self._people.append(person)
            if identity.run:
                self._by_run[identity.run] = person
        self._enroll(person, group, line)
        self._merge(person, line)

    def _namesake(self, group: Group, name: Name, line: Line) -> Person | None:
        """Who stands in the group without RUN under the same name, with no other birth date."""
        birth = self._personal.birth(line)
        for index in group.people:
            person = self._people[index]
            known = person.facts.get("birth_date")
            if (
                not person.run
                and fold(person.name.full) == fold(name.full)
                and (not known or not birth or known == birth)
            ):
                return person
        return None

    def _enroll(self, person: Person, group: Group, line: Line) -> None:
        """One place per person and group."""
        index = self._people.index(person) if person.places else len(self._people) - 1
        if index in group.people:
            return
        group.people.append(index)
        text = line.text("commune")
        sector = line.text("sector")
        local = {
            "commune": self._resolve(text) if text else None,
            "sector": sector if fold(sector) not in ("s n", "sn") else None,
            "notes": line.text("notes"),
        }
        person.places.append((line.number, group, {name: value for name, value in local.items() if value}))

    def _merge(self, person: Person, line: Line) -> None:
        """Fill what is not known yet; what disagrees warns and changes nothing."""
        clashes = []
        for name, value in self._personal.facts(line).items():
            if person.facts.setdefault(name, value) != value:
                clashes.append(self._header.header_of(name) or name)
        if clashes:
            self._notices.warn("conflict", line.number, "», «".join(clashes), person.name.full)

    def _warn_repeated(self, line: Line, person: Person) -> None:
        row, group, _ = person.places[0]
        self._warn("repeated_person", line, person.name.full, None, other_row=row, group=group.name)

    def _warn(self, reason: str, line: Line, value: str, field_name: str | None, **more: object) -> None:
        column = self._header.header_of(field_name) if field_name else None
        self._notices.warn(reason, line.number, column, value, **more)

    def rows(self) -> tuple[PersonRow, ...]:
        """One row per person and group, by the row each stands in."""
        rows = [self._row(person, *place) for person in self._people for place in person.places]
        return tuple(sorted(rows, key=lambda row: row.row))

    def _row(self, person: Person, number: int, group: Group, local: Mapping[str, object]) -> PersonRow:
        places = {name: group.facts.get(name) for name in ("commune", "sector") if group.facts.get(name)}
        own = {name: value for name, value in person.facts.items() if name not in _LOCAL}
        return PersonRow(
            row=number,
            group=group.name,
            name=person.name.full,
            given_names=person.name.given,
            surname_1=person.name.surname_1,
            surname_2=person.name.surname_2,
            run=person.run,
            other_document=person.document,
            **{**places, **own, **local},
        )
