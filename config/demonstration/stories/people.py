"""People: what they authorise, who is written twice, who left, a telephone mended, and who read what is private."""

from datetime import date

import pghistory
from django.db.models import Q

from cases.models import ActivityCode, Case, CooperativeType
from cases.services import facts
from incubator import calendars
from incubator.enums import EvidenceKind, LeaveReason
from incubator.models import DuplicateNotice, Organization, Person
from incubator.purposes import AdviserNature, ConsentChannel, Purpose, Said
from incubator.services import consents, organizations, people, same_person, sensitive

_CONTRACT = {
    "act": "Contrato de encargo de la demostración",
    "object": "Acompañar a los grupos de la incubadora.",
    "purpose": "Registrar sesiones y preparar los planes de negocio.",
    "data": "Nombres, contacto y asistencia de integrantes.",
    "people": "Integrantes de los grupos que la institución acompaña.",
    "at_end": "Devuelve los datos y borra sus copias dentro de 30 días.",
}


def quillota(life):
    """Consents and one taken back; two pairs that may be one person, and one already joined; a group that shrank."""
    life.at(date(2021, 5, 12), 12, lambda: _authorise(life, "Taller Rayún"))
    life.at(date(2021, 6, 3), 12, lambda: _take_back(life, "Taller Rayún"))
    life.at(date(2021, 6, 4), 12, lambda: _twice(life))
    life.at(date(2021, 6, 8), 12, lambda: _leave(life, "Taller Rayún", LeaveReason.JOB))
    life.at(date(2021, 6, 10), 12, lambda: _mend_phone(life, "Las Quilas"))
    life.at(date(2021, 6, 11), 12, lambda: _read(life, "Las Quilas"))


def copiapo(life):
    """The university is private there, with its contract and what some members authorise."""
    life.at(date(2021, 6, 14), 20, lambda: _private(life))


def coquimbo(life):
    """A constituted cooperative falls below its legal minimum: six months run to recover it."""
    life.at(date(2021, 5, 12), 12, lambda: _choose_type(life, "Cooperativa Costa Clara"))
    life.at(date(2021, 6, 9), 12, lambda: _leave(life, "Cooperativa Costa Clara", LeaveReason.MOVED, left=4))


def one_run_in_two(life):
    """Somebody of Quillota is also in a group of Isla de Maipo: both offices are told, and neither learns who."""
    life.at(date(2021, 6, 7), 12, lambda: _same_run(life))
    life.at(date(2021, 6, 10), 12, lambda: _talk(life))


def _group(life, name):
    rows = Case.objects.current().open().select_related("organization__incubator")
    return rows.get(incubator=life.incubator, organization__name=name).organization


def _members(life, name):
    rows = _group(life, name).members_on(calendars.today()).select_related("person__incubator")
    return [row.person for row in rows.order_by("pk")]


def _authorise(life, name):
    by, on = life.team.disability, calendars.today()
    for person in _members(life, name):
        for purpose in (Purpose.PHOTO, Purpose.WHATSAPP, Purpose.AFTERWARDS):
            consents.give(by=by, person=person, purpose=purpose, on=on, channel=ConsentChannel.PAPER)
    consents.give(
        by=by, person=_members(life, name)[0], purpose=Purpose.QUOTATION, on=on, channel=ConsentChannel.READ_ALOUD,
        said=Said.SPOKEN, witness="La presidenta de la junta de vecinos",
    )  # fmt: skip


def _take_back(life, name):
    person = _members(life, name)[1]
    consents.withdraw(by=life.team.disability, person=person, purpose=Purpose.PHOTO, on=calendars.today())


def _twice(life):
    """Three people were written again by hand, each a little differently."""
    by, on = life.team.disability, calendars.today()
    first, second, third = (_members(life, name)[2] for name in ("Cocina Ñuke Mapu", "Tierra Viva", "El Alba"))
    for number, person in enumerate((first, second, third)):
        copy = people.create(
            by=by,
            incubator=life.incubator,
            on=on,
            given_names=person.given_names.split()[0],
            surname_1=person.surname_1,
            surname_2=person.surname_2 if number else "",
            birth_date=person.birth_date,
            phone=person.phone,
        )
        if number == 0:
            continue  # nobody has said anything of this pair
        merge = same_person.propose(
            by=by, kept=person, redirected=copy, reason="Misma fecha de nacimiento y mismo teléfono.", on=on
        )
        if number == 2:
            same_person.execute(by=life.team.development, merge=merge, on=on)


def _leave(life, name, reason, left=None):
    """The last ones leave, until so many are left (by default, one fewer)."""
    group, on = _group(life, name), calendars.today()
    rows = list(group.members_on(on).order_by("pk"))
    for row in rows[len(rows) - 1 if left is None else left :]:
        organizations.leave(by=life.team.disability, membership=row, until=on, reason=reason)


def _choose_type(life, name):
    case = Case.objects.current().open().get(incubator=life.incubator, organization__name=name)
    facts.define_business(
        by=life.team.disability,
        case=case,
        on=calendars.today(),
        activity=ActivityCode.objects.get(code="141001"),
        cooperative_type=CooperativeType.objects.get(code="trabajo"),
    )


def _mend_phone(life, name):
    """As a request would: the trigger keeps what it was, and in whose name it changed."""
    by, person = life.team.disability, _members(life, name)[0]
    with pghistory.context(user=by.pk):
        people.update(by=by, person=person, on=calendars.today(), phone="+56955551399")


def _read(life, name):
    sensitive.read(life.team.disability, _members(life, name)[:1], "supports")


def _private(life):
    by, on = life.team.coordinator, calendars.today()
    adviser = Organization.objects.get(pk=life.agreement.adviser_id)
    signed = life.keep(by, on, EvidenceKind.OTHER, "Contrato de encargo de datos, firmado")
    consents.record_standing(
        by=by, incubator=life.incubator, organization=adviser, nature=AdviserNature.PRIVATE, since=on
    )
    consents.record_contract(
        by=by, incubator=life.incubator, organization=adviser, since=on, until=date(2022, 3, 31), evidence=signed,
        **_CONTRACT,
    )  # fmt: skip
    for person in _members(life, "Sol de Copiapó"):
        consents.give(
            by=life.team.disability, person=person, purpose=Purpose.PRIVATE_ADVISER, on=on,
            channel=ConsentChannel.PAPER,
        )  # fmt: skip


def _same_run(life):
    home, by, on = life.sisters[0], life.team.disability, calendars.today()
    there = _members(home, "El Alba")[0]
    names = ("given_names", "surname_1", "surname_2", "registered_sex", "birth_date", "run")
    fields = {name: getattr(there, name) for name in names}
    here: Person = people.create(by=by, incubator=life.incubator, on=on, commune=life.incubator.commune, **fields)
    organizations.join(by=by, organization=_group(life, "Aseo Amigo"), person=here, since=on)
    same_person.find_notices(on)


def _talk(life):
    """One side has said that they talked; the other has not."""
    notice = DuplicateNotice.objects.get(Q(first=life.incubator) | Q(second=life.incubator))
    same_person.talk(
        by=life.team.coordinator, notice=notice, incubator=life.incubator, on=calendars.today(),
        note="Hablamos por teléfono: conversamos con la persona y elige seguir allá.",
    )  # fmt: skip
