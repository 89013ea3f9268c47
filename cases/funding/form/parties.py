"""Who applies, who signs and who receives the money of an application: three things, told apart and explained."""

from dataclasses import dataclass, fields
from typing import Any

from cases.funding.bases.shapes import Bases
from cases.funding.words import ApplicantKind, ReceiverKind
from incubator.requirements import Finding, Kind

A, R = ApplicantKind, ReceiverKind

#: What applying as each kind means, for whoever chooses.
MEANS = {
    A.GROUP: "Las personas del grupo postulan juntas. Como el grupo no tiene personalidad jurídica, una de ellas firma "
    "por todas y responde ante el fondo; el dinero lo recibe una persona o una institución, no «el grupo».",
    A.COOPERATIVE: "Postula la cooperativa, con su RUT. Firma quien la representa y el dinero llega a su cuenta.",
    A.MEMBER: "Postula una sola persona, a su nombre, aunque el negocio sea de todas. Ella firma y responde; conviene "
    "un acuerdo escrito del grupo.",
    A.MUNICIPALITY: "Postula la municipalidad, para que el grupo se beneficie. Firma su alcaldesa o alcalde, y la "
    "municipalidad rinde cuentas.",
    A.SPONSOR: "Postula otra institución (una fundación, una corporación) en favor del grupo. Firma quien la "
    "representa, y ella rinde cuentas.",
}
#: Who may receive the money when each kind applies. A group without legal personality has no account of its own.
RECEIVERS = {
    A.GROUP: (R.MEMBER, R.MUNICIPALITY, R.SPONSOR),
    A.COOPERATIVE: (R.APPLICANT, R.MUNICIPALITY, R.SPONSOR),
    A.MEMBER: (R.APPLICANT, R.MUNICIPALITY, R.SPONSOR),
    A.MUNICIPALITY: (R.APPLICANT, R.SPONSOR),
    A.SPONSOR: (R.APPLICANT, R.MUNICIPALITY),
}
INSTITUTIONS = (A.MUNICIPALITY, A.SPONSOR)


@dataclass(frozen=True)
class Parties:
    """The three, as an application keeps them. Persons are members of the group that day."""

    applicant_kind: ApplicantKind
    applicant_person: Any = None
    applicant_name: str = ""
    applicant_rut: str = ""
    receiver_kind: ReceiverKind = R.APPLICANT
    receiver_person: Any = None
    receiver_name: str = ""
    receiver_rut: str = ""
    signer: Any = None
    signer_name: str = ""


PARTS = tuple(one.name for one in fields(Parties))


def parties_of(application) -> Parties:
    """The three of an application."""
    return Parties(**{name: getattr(application, name) for name in PARTS})


def offered(bases: Bases) -> list[tuple[ApplicantKind, str]]:
    """Each kind of applicant, and why these bases do not take it (an empty text when they do)."""
    return [(kind, "" if kind in bases.applicants else refusal(bases, kind)) for kind in ApplicantKind]


def refusal(bases: Bases, kind: ApplicantKind) -> str:
    """Why the bases do not take that kind of applicant."""
    taken = [A(one).label.lower() for one in bases.applicants]
    who = f"Reciben a: {', '.join(taken)}." if taken else "Las bases no dicen quién puede postular."
    return f"Las bases de este llamado no reciben a «{A(kind).label.lower()}». {who}"


def tidy(parties: Parties, municipality: str) -> Parties:
    """The same without what does not belong to that kind of applicant or receiver; the municipality by its name."""
    said = {name: getattr(parties, name) for name in PARTS}
    kind, receiver = A(parties.applicant_kind), R(parties.receiver_kind)
    if kind != A.MEMBER:
        said["applicant_person"] = None
    else:
        said["signer"] = said["applicant_person"]
    if kind not in INSTITUTIONS:
        said |= {"applicant_name": "", "applicant_rut": "", "signer_name": ""}
    else:
        said["signer"] = None
    if kind == A.MUNICIPALITY:
        said["applicant_name"] = said["applicant_name"] or municipality
    if receiver != R.MEMBER:
        said["receiver_person"] = None
    if receiver not in (R.MUNICIPALITY, R.SPONSOR):
        said |= {"receiver_name": "", "receiver_rut": ""}
    if receiver == R.MUNICIPALITY:
        said["receiver_name"] = said["receiver_name"] or municipality
    return Parties(**said)


def findings(parties: Parties, bases: Bases, member_ids) -> list[Finding]:
    """What is wrong with the three, each at its field: none when they may apply so."""
    kind, receiver, found = A(parties.applicant_kind), R(parties.receiver_kind), []
    if kind not in bases.applicants:
        found.append(_bad("applicant_kind", refusal(bases, kind)))
    if receiver not in RECEIVERS[kind]:
        found.append(_bad("receiver_kind", _why_not(kind, receiver)))
    found += _people(parties, kind, receiver, member_ids)
    if kind in INSTITUTIONS and not parties.signer_name.strip():
        found.append(_bad("signer_name", "Escriba quién firma por la institución."))
    if kind == A.SPONSOR:
        found += _institution(parties.applicant_name, parties.applicant_rut, "applicant", "postula")
    if receiver == R.SPONSOR:
        found += _institution(parties.receiver_name, parties.receiver_rut, "receiver", "recibe el dinero")
    return found


def _people(parties, kind, receiver, member_ids):
    asked = [
        (kind == A.MEMBER, "applicant_person", "Elija qué persona del grupo postula."),
        (kind in (A.GROUP, A.COOPERATIVE), "signer", "Elija quién firma: una persona del grupo."),
        (receiver == R.MEMBER, "receiver_person", "Elija qué persona del grupo recibe el dinero por todas."),
    ]
    for is_asked, name, sentence in asked:
        person = getattr(parties, name)
        if is_asked and person is None:
            yield _bad(name, sentence)
        elif is_asked and person.pk not in member_ids:
            yield _bad(name, "Esa persona no integra el grupo ese día: elija a otra, o anote antes su ingreso.")


def _institution(name, rut, prefix, what):
    if not name.strip():
        yield _bad(f"{prefix}_name", f"Escriba el nombre de la institución que {what}.")
    if not rut.strip():
        yield _bad(f"{prefix}_rut", f"Escriba el RUT de la institución que {what}.")


def _why_not(kind, receiver):
    if kind == A.GROUP and receiver == R.APPLICANT:
        return (
            "Un grupo sin personalidad jurídica no tiene RUT ni cuenta: el dinero lo recibe una persona del grupo, "
            "la municipalidad u otra institución."
        )
    labels = ", ".join(R(one).label.lower() for one in RECEIVERS[kind])
    return f"Cuando postula «{A(kind).label.lower()}», el dinero lo recibe: {labels}."


def _bad(field, sentence):
    return Finding(f"parties.{field}", Kind.INPUT, False, sentence, "", field)


def told(parties: Parties, group: str, name_of) -> list[tuple[str, str]]:
    """(what, who) of the three, with persons named by `name_of(person)`."""
    kind, receiver = A(parties.applicant_kind), R(parties.receiver_kind)
    applicant = {
        A.GROUP: f"{group}, sin personalidad jurídica",
        A.COOPERATIVE: f"{group}, como cooperativa",
    }.get(kind) or (name_of(parties.applicant_person) if kind == A.MEMBER else _named(parties, "applicant"))
    signs = parties.signer_name or (name_of(parties.signer) if parties.signer else "")
    receives = {R.APPLICANT: "Quien postula", R.MEMBER: ""}.get(receiver, _named(parties, "receiver")) or (
        f"{name_of(parties.receiver_person)}, por todas" if parties.receiver_person else ""
    )
    return [("Postula", applicant), ("Firma", signs), ("Recibe el dinero", receives)]


def _named(parties, prefix):
    rut = getattr(parties, f"{prefix}_rut")
    return getattr(parties, f"{prefix}_name") + (f" (RUT {rut})" if rut else "")
