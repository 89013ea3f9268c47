"""The documents of a vault, and those that are asked, as one user reads them: names, files and states apart."""

from dataclasses import dataclass

from cases.funding.vault import words as vault_words
from cases.funding.vault.access import is_reserved
from cases.funding.vault.reading import AskedStanding, PaperState
from cases.funding.words import DocumentKind
from incubator import masking
from incubator.access import Permission, allows
from incubator.navigation import door

_TONES = {PaperState.THERE: "done", PaperState.EXPIRED: "urgent", PaperState.MISSING: "waits"}
_SOMEBODY = "una persona del grupo"


@dataclass(frozen=True)
class Row:
    """One document of the vault."""

    document: object
    title: str
    whose: str
    opens: bool
    is_over: bool
    may_set_aside: bool


@dataclass(frozen=True)
class AskedRow:
    """One document that is asked, as this user reads it; `tag` empty when this user does not read how it stands."""

    standing: AskedStanding
    whose: str
    tag: str
    tone: str
    sentence: str
    rule: str
    file: str
    new: str


def listed(user, case, reader, documents, on):
    """The documents in use, those set aside, and the reserved ones that this user knows only by their digest."""
    shown = [document for document in documents if reader.lists(document)]
    known = [document for document in shown if reader.knows(document)]
    whose = _names(user, case, known)
    rows = [_row(user, case, reader, document, whose, on) for document in known]
    return {
        "rows": [row for row in rows if row.document.set_aside_on is None],
        "aside": [row for row in rows if row.document.set_aside_on is not None],
        "reserved": [document.evidence for document in reversed(shown) if not reader.knows(document)],
        "sees_papers": reader.sees_papers,
        "sees_reserved": reader.sees_reserved,
    }


def _row(user, case, reader, document, whose, on):
    label = document.get_kind_display()
    title = document.name if document.kind == DocumentKind.OTHER and document.name else label
    may_write = allows(user, Permission.WRITE_FUNDS, case)
    sensitive = not is_reserved(document.kind) or allows(user, Permission.WRITE_SENSITIVE, case)
    return Row(
        document,
        title,
        whose.get(document.person_id, "") or document.get_subject_display(),
        reader.opens(document),
        bool(document.valid_until and document.valid_until < on),
        may_write and sensitive and document.set_aside_on is None,
    )


def _names(user, case, documents):
    """How the user reads the persons of these documents, by id."""
    people = {document.person_id: document.person for document in documents if document.person_id}
    if not people:
        return {}
    if not allows(user, Permission.VIEW_PEOPLE, case):
        return dict.fromkeys(people, _SOMEBODY)
    groups = dict.fromkeys(people, case.organization_id)
    return {pk: told.name for pk, told in masking.names_for(user, people.values(), groups).items()}


def asked_rows(user, case, reader, standings):
    """The documents that are asked, one line each. Three queries whatever their number."""
    people = {one.person.pk: one.person for one in standings if one.person is not None}
    named = people and reader and allows(user, Permission.VIEW_PEOPLE, case)
    groups = dict.fromkeys(people, case.organization_id)
    whose = {pk: told.name for pk, told in masking.names_for(user, people.values(), groups).items()} if named else {}
    return [_asked(user, case, reader, one, whose) for one in standings]


def _asked(user, case, reader, standing, whose):
    person = standing.person
    who = (whose.get(person.pk, "") or _SOMEBODY) if person is not None else standing.asked.subject.label
    if standing.is_reserved and not (reader and reader.sees_reserved):
        said = "Documento reservado: lo revisa la oficina de discapacidad."
        return AskedRow(standing, who, "", "plain", said, "", "", "")
    document, file = standing.document, ""
    if document is not None and reader and reader.opens(document):
        file = door(user, "vault_file", case, case.organization_id, document.pk)
    return AskedRow(
        standing,
        who,
        vault_words.short(standing),
        "plain" if standing.is_fine and document is None else _TONES[standing.state],
        vault_words.sentence(standing),
        vault_words.rule(standing),
        file,
        "" if standing.state == PaperState.THERE or not reader else door(user, "vault_new", case, case.organization_id),
    )
