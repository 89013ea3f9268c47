"""Where the sheet and the records disagree: what is filled or replaced, what waits for a choice, and how it is told."""

from datetime import date

from cases.census.records import RowWarning
from cases.services.census import sentences, values
from cases.services.census.matching import legal_name
from cases.services.census.plans import Conflict, Fate, GroupPlan, Notice, PersonPlan, Place, Plan
from cases.services.census.values import NAME_FIELDS, SENSITIVE_COLUMNS, Verdict, verdict
from incubator.enums import OrganizationKind, RegisteredSex
from incubator.models import Commune

_CODES = {"kind": OrganizationKind, "registered_sex": RegisteredSex}
_SENSITIVE_IN_SHEET = ("disability", "disability_kind", "rnd", "carer")


class Differences:
    """Fills the changes, the conflicts and the notices of a plan. `taken` are the conflicts settled for the sheet."""

    def __init__(self, plan: Plan, taken: set[str]) -> None:
        self._plan, self._taken = plan, taken
        self._communes: dict[str, str] = {}

    # ------------------------------------------------------------ records

    def of_group(self, group: GroupPlan, said: dict[str, object], *, may_be_formal: bool) -> None:
        """What the sheet changes of a group that is held."""
        for name, value in said.items():
            found = self._verdict(name, group.record, value, group.on)
            if name == "kind" and found in (Verdict.FILL, Verdict.REPLACE) and not may_be_formal:
                found = Verdict.CONFLICT
            if found in (Verdict.FILL, Verdict.REPLACE):
                group.changes[name] = value
            elif found is Verdict.CONFLICT:
                words = sentences.CONFLICT if name != "kind" or may_be_formal else sentences.ALREADY_ADVANCED
                self._clash(Conflict(group.said.row, name, self._column(name), value, group), group.said.name, words)

    def of_person(self, person: PersonPlan, group: GroupPlan, said: dict[str, object]) -> None:
        """What the sheet changes of a person who is held; her name is one value, in three parts."""
        row, record = person.said, person.record
        if not values.is_same("name", legal_name(record), row.name):
            self._name(person, group)
        for name, value in said.items():
            if name in NAME_FIELDS:
                continue
            found = self._verdict(name, record, value, person.on)
            if found in (Verdict.FILL, Verdict.REPLACE):
                person.changes[name] = value
            elif found is Verdict.CONFLICT:
                self._clash(Conflict(row.row, name, self._column(name), value, group, person), row.name)

    def _name(self, person: PersonPlan, group: GroupPlan) -> None:
        row = person.said
        parts = {"given_names": row.given_names or row.name, "surname_1": row.surname_1, "surname_2": row.surname_2}
        parts, _ = values.fitted(parts)
        origin = person.record.provenance.get("given_names")
        if verdict("name", legal_name(person.record), row.name, origin, person.on) is Verdict.CONFLICT:
            clash = Conflict(row.row, "name", self._column("given_names"), parts, group, person)
            self._clash(clash, legal_name(person.record), said=row.name)
        else:
            person.changes |= parts

    def of_declared(self, person: PersonPlan, facts, said: dict[str, object]) -> None:
        """What the sheet declares that is not held; what disagrees waits, and its sentence does not say the values."""
        for name, value in said.items():
            held = getattr(facts, name) if facts else ""
            origin = (facts.provenance or {}).get(name) if facts else None
            found = verdict(name, held, value, origin, person.on) if facts else Verdict.FILL
            if found in (Verdict.FILL, Verdict.REPLACE):
                person.sensitive[name] = value
                if name == "disability":
                    person.sensitive["disability_on"] = person.on
            elif found is Verdict.CONFLICT:
                group = next(group for group in self._plan.groups if group.said.name == person.said.group)
                clash = Conflict(person.said.row, name, self._column(name), value, group, person, is_sensitive=True)
                self._clash(clash, person.said.name)

    # ------------------------------------------------------------ belonging

    def left(self, group: GroupPlan, place: Place) -> None:
        """The person left the group: nobody brings her back but by choosing it."""
        clash = Conflict(place.row, "membership", self._column("membership"), place.since, group, place.person, place)
        clash.held_words = f"Dejó el grupo el {place.membership.last_day:%d-%m-%Y}"
        clash.said_words = "Es integrante"
        self._clash(clash, place.person.said.name, sentences.LEFT_THE_GROUP)

    def other_representative(self, group: GroupPlan, place: Place) -> None:
        """Somebody else speaks for the group."""
        column = self._column("representative")
        clash = Conflict(place.row, "representative", column, place.since, group, place.person, place)
        clash.held_words, clash.said_words = "Otra persona representa al grupo", place.person.said.name
        self._clash(clash, place.person.said.name, sentences.OTHER_REPRESENTATIVE)

    def offer(self, clash: Conflict, who: str, sentence: str, told: dict[str, str]) -> None:
        """A choice that nothing but a person makes; once made, its group is written too."""
        words = sentence.format(row=clash.row, who=who, **told)
        self._clash(clash, who, words.replace("{", "{{").replace("}", "}}"))
        if clash.group.places and clash.group not in self._plan.groups:
            self._plan.groups.append(clash.group)

    def column(self, name: str) -> str:
        """The header of the sheet that says something."""
        return self._column(name)

    # ------------------------------------------------------------ telling

    def misfits(self, row: int, names: list[str], who: str, *, group=None, person=None) -> None:
        """Values that the record cannot hold as they are."""
        for name in names:
            column = self._column(name) if name != "name" else self._plan.reading.columns.get("group", "")
            self.tell(row, "misfit", sentences.MISFIT, who, column=column, group=group, person=person)

    def tell(self, row, reason, sentence, who, *, column="", value="", group=None, person=None, **more) -> None:
        """One notice of the plan's own."""
        said = sentence.format(row=row, column=column, who=who, **more)
        detail = ": ".join(part for part in (column, value or who) if part)
        self._plan.notices.append(Notice(row, reason, column, value, said, detail, False, person, group))

    def tell_reading(self) -> None:
        """What the reader warned of comes with the rest, by row; what is of sensitive columns is marked."""
        own = [self._of_reading(item) for item in self._plan.reading.warnings]
        self._plan.notices = sorted([*own, *self._plan.notices], key=lambda notice: notice.row)

    def _of_reading(self, item: RowWarning) -> Notice:
        columns = self._plan.reading.columns
        hidden = [columns[name] for name in _SENSITIVE_IN_SHEET if name in columns]
        column = item.detail.partition(": ")[0] if ": " in item.detail else ""
        is_sensitive = any(header in column for header in hidden)
        return Notice(item.row, item.reason, column, "", item.sentence, item.detail, is_sensitive)

    def _clash(self, clash: Conflict, who: str, sentence: str = sentences.CONFLICT, said: str = "") -> None:
        """A conflict waits, unless it was settled for the sheet."""
        if clash.key in self._taken:
            take(clash)
            return
        clash.sentence = sentence.format(row=clash.row, column=clash.column, who=who)
        if not clash.is_sensitive:
            record = clash.person.record if clash.person else clash.group.record
            held = legal_name(record) if clash.field == "name" else getattr(record, clash.field, "")
            clash.held_words = clash.held_words or self._words(clash.field, held)
            clash.said_words = clash.said_words or said or self._words(clash.field, clash.value)
        self._plan.conflicts.append(clash)
        detail = f"{clash.column}: {who}" if clash.column else who
        of = {"is_sensitive": clash.is_sensitive, "person": clash.person, "group": clash.group}
        notice = Notice(clash.row, "conflict", clash.column, "", clash.sentence, detail, **of)
        self._plan.notices.append(notice)

    def _verdict(self, name, record, value, on):
        held = getattr(record, name)
        if name == "kind":  # every group has one: only a cooperative was ever told
            held = held if held == OrganizationKind.COOPERATIVE else ""
            origin = record.provenance.get("kind")
            if not held and origin is not None and not origin["source"].startswith(values.SOURCE):
                return Verdict.CONFLICT
            return verdict(name, held, value, origin, on)
        return verdict(name, held, value, record.provenance.get(name.removesuffix("_id")), on)

    def _words(self, name, value):
        """A value as a person reads it on the page of choices."""
        if name == "commune_id":
            self._communes = self._communes or dict(Commune.objects.values_list("pk", "name"))
            return self._communes[value]
        if name in _CODES:
            return _CODES[name](value).label
        return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)

    def _column(self, name: str) -> str:
        columns = self._plan.reading.columns
        return next((columns[field] for field in values.COLUMNS[name] if field in columns), "")


def take(clash: Conflict) -> None:
    """The sheet's value goes into the plan."""
    if clash.field.startswith("lineage_"):  # she joins the group where her own went
        clash.group.places.append(clash.place)
        clash.person.places.append(clash.place)
    elif clash.field == "representative":
        clash.place.represents = True
    elif clash.field == "membership":  # she joins again: the former stay remains as it was
        place = clash.place
        place.since, place.membership, place.fate = max(place.since, place.membership.until), None, Fate.NEW
    elif clash.field in SENSITIVE_COLUMNS:
        clash.person.sensitive[clash.field] = clash.value
        if clash.field == "disability":
            clash.person.sensitive["disability_on"] = clash.person.on
    elif clash.field == "name":
        clash.person.changes |= clash.value
    else:
        (clash.person or clash.group).changes[clash.field] = clash.value
