"""Who founds the cooperative of a file: its members of the day, each with what a deed asks, and what it still lacks."""

from dataclasses import dataclass
from datetime import date

from cases import lineage, moves
from cases.enums import OperationKind
from cases.formalization.life import BEFORE_DEED, LegalEventKind
from cases.founding.kinds import Contribution, Guardian, Signature
from cases.models import Case, LegalEvent, LegalFile, MemberRecord
from incubator.models import Organization, Person

#: What a deed and the founding minutes say of each founder, as «Falta …» names it (art. 6; COT art. 405).
ASKED = {
    "occupation": "la ocupación",
    "address": "el domicilio",
    "nationality": "la nacionalidad",
    "civil_status": "el estado civil",
    "guardian": "preguntar si hay decreto o curador",
}
#: The same, of what the person's own page keeps.
ASKED_OF_PERSON = {"birth_date": "la fecha de nacimiento"}
_GOODS = (Contribution.GOODS, Contribution.BOTH)


@dataclass(frozen=True)
class Founder:
    """A member of the day and her record, a blank one when nobody wrote it. `founds`: she founds the cooperative."""

    person: Person
    record: MemberRecord
    joined_on: date

    @property
    def founds(self) -> bool:
        """Whether she founds it."""
        return self.record.founds

    @property
    def name(self) -> str:
        """As the team calls her."""
        return self.person.name

    @property
    def legal_name(self) -> str:
        """As her identity card and the deed say."""
        return legal_name(self.person)

    @property
    def national_id(self) -> str:
        """Her RUN, or another document."""
        return self.person.run or self.person.other_document

    @property
    def lacks(self) -> list[str]:
        """What is missing of her for the deed, to be read after «Falta»; nothing of whoever does not found."""
        if not self.founds:
            return []
        found = [] if self.national_id else ["la cédula"]
        found += [label for key, label in ASKED_OF_PERSON.items() if not getattr(self.person, key)]
        found += [label for key, label in ASKED.items() if not getattr(self.record, key)]
        if self.record.signature == Signature.ON_REQUEST and not self.record.signs_for:
            found.append("un dato que está en su página")  # a list tells nobody how somebody signs
        if self.record.contribution in _GOODS and not (self.record.goods and self.record.goods_value):
            found.append("qué bienes aporta y cuánto valen")
        return found

    @property
    def needs_notary_first(self) -> bool:
        """Whether the notary is asked before anything is signed: a decree or a curator."""
        return self.record.guardian == Guardian.YES


def legal_name(person: Person) -> str:
    """The names of the identity card: a deed does not take the social name."""
    return " ".join(filter(None, [person.given_names, person.surname_1, person.surname_2]))


def case_of(file: LegalFile) -> Case:
    """The case that carries a file: its own, or that of the group it joined."""
    case = file.case
    if case.is_open:
        return case
    joined = [line for line in lineage.successors(case) if line.kind == OperationKind.MERGE]
    return joined[-1].to_case if joined else case


def deed_day(file: LegalFile) -> date | None:
    """The day of its deed, None before it."""
    if file.state in BEFORE_DEED:
        return None
    days = LegalEvent.objects.filter(file=file, kind=LegalEventKind.DEED).values_list("happened_on", flat=True)
    return days.first()


def members_of(organization: Organization, on: date) -> list[Founder]:
    """Every member of that day with her record, those who do not found included, in the order of names.

    A group that moved is read by the records of the municipality that answers for it now. Six queries at most.
    """
    rows = list(organization.members_on(on))
    here = _read_here([row.who for row in rows], organization.incubator_id)
    told_of = moves.records_behind([person.pk for person in here.values()])
    records: dict[int, MemberRecord] = {}
    for record in MemberRecord.objects.filter(organization=organization).select_related("person__same_as"):
        person_id = told_of.get(record.who.pk, record.who.pk)
        if record.person_id == person_id or person_id not in records:
            records[person_id] = record
    found = []
    for row in rows:
        person = here[row.who.pk]
        record = records.get(person.pk) or MemberRecord(organization=organization, person=person)
        found.append(Founder(person, record, row.since))
    return found


def _read_here(people: list[Person], incubator_id: int | None) -> dict[int, Person]:
    """{id: the record by which the incubator of the group knows her}."""
    ids = moves.record_here([person.pk for person in people], incubator_id)
    others = Person.objects.in_bulk([pk for one, pk in ids.items() if pk != one])
    return {person.pk: others.get(ids[person.pk], person) for person in people}


def founders_of(file: LegalFile, on: date) -> list[Founder]:
    """Who founds: of the members of the day of the deed; before it, of `on`."""
    group = case_of(file).organization
    return [one for one in members_of(group, deed_day(file) or on) if one.founds]
