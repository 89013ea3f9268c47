"""What moving a case to another municipality asks, of who requests it and of who accepts it."""

import re

from cases import deadlines, moves
from cases.enums import BEFORE_ADMISSION, OperationState, Stage, TransferState
from cases.models import Case, Operation
from cases.rules import funding
from incubator import calendars
from incubator.access import GRANTS, Permission, posts_of
from incubator.enums import Reach, Role
from incubator.models import Organization, Person, Post
from incubator.requirements import Kind, requires
from incubator.text import fold

#: A RUN, written with or without dots.
_RUN = re.compile(r"\b\d{1,2}\.?\d{3}\.?\d{3}\s?-\s?[\dkK]\b")
#: Shorter words of a name are too common to point at somebody.
_SHORTEST = 3


@requires(
    "Hay un traslado pedido que espera respuesta: espere la respuesta o retire el pedido.",
    done="No hay un traslado pendiente.",
    fix="transfer",
)
def no_open_transfer(attempt):
    """While a request waits, the case is not closed, corrected, merged nor split. The subject is the case."""
    return moves.open_transfer(attempt.subject, attempt.on) is None


# ------------------------------------------------------------------------------------------------- to request


@requires("Un caso cerrado o egresado no se traslada.")
def case_is_open(attempt):
    """Only what goes on is moved."""
    return attempt.subject.is_open


@requires("El grupo está postulando: espere el resultado de la convocatoria antes de trasladarlo.")
def call_is_resolved(attempt):
    """An application belongs to the call of its municipality, whose order and seats it has a part in."""
    return attempt.subject.stage not in BEFORE_ADMISSION or attempt.subject.stage == Stage.CENSUS


@requires("Hay una unión o división de grupos propuesta: resuélvala primero.")
def no_proposed_operation(attempt):
    """Whole groups do not join while one of them leaves."""
    rows = Operation.objects.filter(state=OperationState.PROPOSED)
    return not (rows.filter(case=attempt.subject).exists() or rows.filter(survivor=attempt.subject).exists())


@requires("Elija otra incubadora: el grupo ya está en esa.", kind=Kind.INPUT, field="to_incubator")
def goes_elsewhere(attempt):
    """The receiver is another incubator."""
    chosen = attempt.data.get("to_incubator")
    return chosen is not None and chosen.pk != attempt.subject.incubator_id


def _reason(attempt):
    return bool(attempt.data.get("reason", "").strip())


@requires("Escriba por qué se pide el traslado.", kind=Kind.INPUT, field="reason")
def reason_is_given(attempt):
    """A request says why."""
    return _reason(attempt)


@requires("Escriba por qué no se acepta.", kind=Kind.INPUT, field="reason")
def rejection_is_explained(attempt):
    """A rejection says why."""
    return _reason(attempt)


@requires("Escriba por qué se retira.", kind=Kind.INPUT, field="reason")
def withdrawal_is_explained(attempt):
    """Taking a request back says why."""
    return _reason(attempt)


@requires("Adjunte el acuerdo del grupo.", kind=Kind.INPUT, field="agreement")
def group_agreed(attempt):
    """The group's agreement is on file."""
    return attempt.data.get("agreement") is not None


@requires(
    "El acuerdo del grupo va con su fecha, desde que se abrió el caso y hasta hoy.", kind=Kind.INPUT, field="agreed_on"
)
def agreement_is_dated(attempt):
    """It has a day, within the life of the case."""
    day = attempt.data.get("agreed_on")
    return day is not None and attempt.subject.opened_on <= day <= attempt.on


@requires(
    "La nota no puede nombrar al grupo ni a sus integrantes, ni traer un RUN: hable de «el grupo».",
    kind=Kind.INPUT,
    field="note",
)
def note_names_nobody(attempt):
    """The receiver reads it before it may know who they are."""
    return names_nobody(attempt.data.get("note", ""), attempt.subject.organization, attempt.on)


def names_nobody(text, organization, on):
    """Whether a text has no RUN, no name of the group and no name nor surname of its members of that day."""
    if _RUN.search(text):
        return False
    words = set(fold(text).split())
    people = Person.objects.filter(memberships__in=organization.members_on(on).order_by())
    named = set()
    for person in people.distinct():
        parts = fold(f"{person.given_names} {person.social_name} {person.surname_1} {person.surname_2}").split()
        named |= {part for part in parts if len(part) > _SHORTEST}
    return not words & named and fold(organization.name) not in fold(text)


@requires("Usted tiene un cargo en la incubadora que recibe: pídalo otra persona de la coordinación.", kind=Kind.DUTY)
def asks_from_one_side(attempt):
    """Nobody asks who also may accept."""
    chosen = attempt.data.get("to_incubator")
    return chosen is None or not _works_at(attempt.by, chosen.pk)


TO_REQUEST = (
    case_is_open,
    call_is_resolved,
    no_open_transfer,
    no_proposed_operation,
    asks_from_one_side,
    goes_elsewhere,
    reason_is_given,
    group_agreed,
    agreement_is_dated,
    note_names_nobody,
)


# ------------------------------------------------------------------------------------------------- to answer


@requires("El pedido ya se respondió.")
def still_waits(attempt):
    """An answer is given once."""
    return attempt.subject.state == TransferState.REQUESTED


@requires("El pedido venció:", done="El pedido está dentro de plazo.")
def is_in_time(attempt):
    """Business day 15 in the receiver's calendar is in time; day 16 is not."""
    transfer = attempt.subject
    if moves.state_on(transfer, attempt.on) != TransferState.EXPIRED:
        return True, f"Vence el {moves.last_day(transfer):%d-%m-%Y}."
    return False, f"el último día era el {moves.last_day(transfer):%d-%m-%Y}. Pida el traslado de nuevo."


@requires("Un traslado se responde con la fecha de hoy.", kind=Kind.INPUT, field="on")
def is_answered_today(attempt):
    """The day it is accepted is the receiver's: nobody takes over days already lived."""
    return calendars.today() == attempt.on


@requires("El traslado lo acepta otra persona que quien lo pidió.", kind=Kind.DUTY)
def another_person_answers(attempt):
    """Request ≠ accept."""
    return attempt.by.pk != attempt.subject.requested_by_id


@requires("El traslado lo responde alguien sin cargo en la incubadora que lo pide.", kind=Kind.DUTY)
def answers_from_one_side(attempt):
    """Nobody stands on both sides."""
    return not _works_at(attempt.by, attempt.subject.from_incubator_id)


@requires("El caso se cerró después de pedir el traslado.")
def case_goes_on(attempt):
    """A closed case stays where it is."""
    return attempt.subject.case.is_open


@requires("La incubadora no tiene cupo.", done="La incubadora tiene cupo.")
def receiver_has_room(attempt):
    """Groups accompanied at once stay within the capacity of the receiver."""
    case, place = attempt.subject.case, attempt.subject.to_incubator
    if case.stage in BEFORE_ADMISSION:
        return True
    count = Case.objects.current().accompanied().filter(incubator=place).count()
    return count < place.capacity, f"Acompaña a {count} grupos y puede acompañar a {place.capacity}."


@requires("Diga quién toma cada plazo que corre.", kind=Kind.INPUT, field="takers")
def every_deadline_is_taken(attempt):
    """Each running deadline has an active person with a post there (I13)."""
    running = {clock.kind for clock in deadlines.running([attempt.subject.case], attempt.on)}
    return running <= set(attempt.data.get("takers") or {})


@requires(
    "Quien toma un plazo debe tener un cargo vigente en la incubadora que recibe.", kind=Kind.INPUT, field="takers"
)
def takers_are_there(attempt):
    """A post in force there that moves legal steps, of somebody active."""
    chosen = {user.pk for user in (attempt.data.get("takers") or {}).values()}
    able = set(takers_in(attempt.subject.to_incubator, attempt.on).values_list("user_id", flat=True))
    return chosen <= able


@requires(
    "Ya hay un grupo con ese nombre en su incubadora: confirme con qué nombre queda este.",
    kind=Kind.INPUT,
    field="new_name",
)
def name_is_free(attempt):
    """Two groups of one incubator are told apart by name; the receiver confirms how this one is called."""
    name = attempt.data.get("new_name") or attempt.subject.case.organization.name
    return not name_is_taken(attempt.subject, name)


ANSWERED = (still_waits, is_in_time, is_answered_today)
TO_ACCEPT = (
    *ANSWERED,
    another_person_answers,
    answers_from_one_side,
    case_goes_on,
    receiver_has_room,
    every_deadline_is_taken,
    takers_are_there,
    funding.what_stays_has_a_keeper,
    name_is_free,
)
TO_REJECT = (*ANSWERED, another_person_answers, answers_from_one_side, rejection_is_explained)
TO_REVOKE = (*ANSWERED, withdrawal_is_explained)


def name_is_taken(transfer, name):
    """Whether the receiver has a group of that name."""
    rows = Organization.objects.current().filter(incubator=transfer.to_incubator_id, name_folded=fold(name)[:200])
    return rows.exclude(pk=transfer.case.organization_id).exists()


def takers_in(incubator, on):
    """The posts in force there whose holders may take a deadline: people of the incubator who record facts."""
    roles = [
        role
        for role, (reach, granted) in GRANTS.items()
        if reach == Reach.MUNICIPALITY and Permission.RECORD_FACTS in granted
    ]
    posts = Post.objects.in_force(on).filter(incubator=incubator, role__in=roles)
    return (
        posts.filter(user__is_active=True, user__is_system=False)
        .select_related("user")
        .order_by("user__full_name", "pk")
    )


def _works_at(user, incubator_id):
    return any(
        post.incubator_id == incubator_id and GRANTS[Role(post.role)][0] == Reach.MUNICIPALITY
        for post in posts_of(user)
    )
