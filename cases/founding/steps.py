"""The steps of «Fundadores y estatutos»: what each one decided, what it still lacks, and what the law answers.

Plain readings of a project and its founders, one function a step; pages, overview and tests ask these.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from cases.books.kinds import COLLEGIATE, Body
from cases.founding.founders import Founder
from cases.founding.kinds import Direction, Watch
from cases.law import bodies, capital, names
from cases.law.answers import Answer, Outcome, Reading, counted
from cases.law.founding import minimum_members
from cases.models import FoundingProject
from incubator.enums import RegisteredSex
from incubator.text import thousands

#: What each choice puts in office, by the codes of cases.law.bodies.
HELD = {
    Direction.BOARD: (bodies.BOARD, bodies.MANAGER),
    Direction.SOLE_MANAGER: (bodies.SOLE_MANAGER,),
    Watch.VIGILANCE: (bodies.VIGILANCE,),
    Watch.INSPECTOR: (bodies.INSPECTOR, bodies.ALTERNATE),
}


@dataclass(frozen=True)
class Reads:
    """What a step is read from. `others`: the names known to whoever reads, against which likeness is told."""

    kind: str
    project: FoundingProject
    founders: Sequence[Founder]
    on: date
    others: Sequence[str] = ()
    seats: Sequence = ()


@dataclass(frozen=True)
class Found:
    """What a step says: decisions as (label, value), what it lacks in sentences, and the law's answers.

    `by_letter`: of a step that decides several letters of art. 6, what each one lacks.
    """

    said: list[tuple[str, str]] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    by_letter: dict[str, list[str]] = field(default_factory=dict)

    def lacks_of(self, letter: str) -> list[str]:
        """What a letter of the statutes lacks of this step."""
        return self.by_letter.get(letter, self.lacks)

    @property
    def wrong(self) -> list[Answer]:
        """The answers that ask for something to be mended."""
        return [answer for answer in self.answers if answer.outcome in (Outcome.NOT_MET, Outcome.WARNING)]

    @property
    def done(self) -> bool:
        """Whether nothing is missing and nothing breaks a rule; a warning does not hold anybody back."""
        return not self.lacks and all(answer.outcome != Outcome.NOT_MET for answer in self.answers)


@dataclass(frozen=True)
class Step:
    """One step: its title, its page, and how it is read. `letters`: the letters of art. 6 that it decides."""

    key: str
    title: str
    page: str
    read: Callable[[Reads], Found]
    letters: str = ""


def _founders(reads: Reads) -> Found:
    minimum = minimum_members(types=[reads.kind], members=len(reads.founders), deed_on=reads.on)
    lacking = sum(bool(one.lacks) for one in reads.founders)
    lacks = [f"A {counted(lacking, 'persona le falta', 'personas les falta')} algún dato."] if lacking else []
    said = [("Fundan", counted(len(reads.founders), "persona", "personas")), ("¿Alcanza?", minimum.arithmetic)]
    return Found(said, lacks, [minimum])


def _name(reads: Reads) -> Found:
    project = reads.project
    said = [("Nombre", project.name), ("Nombre de fantasía", project.trade_name or "sin nombre de fantasía")]
    if not project.name:
        return Found(said, ["Falta el nombre de la cooperativa."])
    return Found(said, [], [names.title(name=project.name, on=reads.on, others=reads.others)])


def _object(reads: Reads) -> Found:
    project = reads.project
    term = project.duration_years
    said = [
        ("Objeto", "; ".join(project.purposes)),
        ("Sede", ", ".join(filter(None, [project.address, project.commune.name if project.commune else ""]))),
        ("Duración", counted(term, "año", "años") if term else "indefinida"),
    ]
    purposes = [] if project.purposes else ["Falta el objeto de la cooperativa."]
    seat = [] if project.address else ["Falta la dirección de la sede."]
    seat += [] if project.commune else ["Falta la comuna de la sede: fija el Conservador."]
    return Found(said, [*purposes, *seat], by_letter={"a": seat, "b": purposes})


def _capital(reads: Reads) -> Found:
    project, records = reads.project, [one.record for one in reads.founders]
    taken = [record.shares_subscribed for record in records]
    paid = [record.shares_paid for record in records]
    said = []
    if project.shares and project.share_value:
        worth = thousands(project.shares * project.share_value)
        each = f"{thousands(project.shares)} cuotas de $ {thousands(project.share_value)}"
        said = [("Capital", f"{each} = $ {worth}"), ("Se paga en", counted(project.payment_months, "mes", "meses"))]
    lacks = [] if project.shares else ["Falta en cuántas cuotas se divide el capital."]
    lacks += [] if project.share_value else ["Falta el valor de cada cuota."]
    without = sum(None in pair for pair in zip(taken, paid, strict=True))
    if without:
        lacks.append(f"Faltan las cuotas de {counted(without, 'persona', 'personas')}.")
    elif project.shares and sum(taken) != project.shares:
        lacks.append(f"Las cuotas suscritas suman {thousands(sum(taken))} y el capital, {thousands(project.shares)}.")
    return Found(said, lacks, _caps(reads) if project.shares and not without else [])


def _caps(reads: Reads) -> list[Answer]:
    """R03 of whoever holds most: when hers fits, all do."""
    records = [one.record for one in reads.founders]
    if not records:
        return []
    most = max(records, key=lambda record: (record.shares_subscribed, record.shares_paid))
    answer = capital.cap(
        kind=reads.kind,
        subscribed=most.shares_subscribed,
        total_subscribed=sum(record.shares_subscribed for record in records),
        paid=most.shares_paid,
        total_paid=sum(record.shares_paid for record in records),
        members=len(records),
        on=reads.on,
    )
    return [answer]


def _bodies(reads: Reads) -> Found:
    project, seats = reads.project, list(reads.seats)
    said = [("Administra", Direction(project.direction).label if project.direction else "")]
    said += [("Vigila las cuentas", Watch(project.watch).label if project.watch else "")]
    said += [("Cada cargo dura", counted(project.years, "año", "años"))] if project.direction else []
    asked = {
        "Falta decidir quién administra.": project.direction,
        "Falta decidir quién vigila las cuentas.": project.watch,
        "Falta cuántas personas administran.": not project.direction or project.direction_seats,
        "Falta cuántas personas tiene la junta de vigilancia.": project.watch != Watch.VIGILANCE or project.watch_seats,
        "Falta proponer los primeros cargos.": seats,
    }
    lacks = [sentence for sentence, value in asked.items() if not value]
    answers = [size_answer(project, len(reads.founders), reads.kind, reads.on)] if project.direction else []
    if project.watch == Watch.VIGILANCE and project.watch_seats:
        answers.append(bodies.vigilance(size=project.watch_seats, outsiders=0, on=reads.on))
    return Found(said, lacks, answers + mirror(reads))


def size_answer(project, members: int, kind: str, on: date) -> Answer:
    """R05 with the bodies chosen, as if each were elected."""
    chosen = [body for one in (project.direction, project.watch) for body in HELD.get(one, ())]
    return bodies.seats(members=members, types=[kind], held=chosen, on=on)


def mirror(reads: Reads) -> list[Answer]:
    """R08 of each collegiate body with seats proposed: an indicator, by registered sex."""
    people = {one.person.pk: one.person.registered_sex for one in reads.founders}
    members = Counter(RegisteredSex(sex).label.lower() for sex in people.values())
    found = []
    for body in COLLEGIATE:
        sexes = [people.get(seat.person.survivor.pk) for seat in reads.seats if seat.body == body]
        elected = Counter(RegisteredSex(sex).label.lower() for sex in sexes if sex)
        if elected:
            size = _size_of(body, reads.project)
            found.append(
                bodies.gender_mirror(members=members, candidates=members, elected=elected, on=reads.on, size=size)
            )
    return found


def _size_of(body: Body, project: FoundingProject) -> int | None:
    return {Body.BOARD: project.direction_seats, Body.VIGILANCE: project.watch_seats}.get(body)


def _options(reads: Reads) -> Found:
    project = reads.project
    least = counted(project.second_call_least, "persona", "personas")
    said = [
        ("Segunda citación", f"{project.second_call_percent} % de las y los integrantes, y {least} al menos"),
        ("Cuentas a la vista", f"{counted(project.accounts_days, 'día', 'días')} antes de la junta"),
        ("Junta anual", f"entre {project.meeting_from} y {project.meeting_to}"),
        ("Presenta los documentos", _agent(project)),
    ]
    lacks = [] if project.agent_id or project.agent_name else ["Falta quién presenta los documentos."]
    return Found(said, lacks, by_letter={"f": [], "g": []})  # what is proposed holds until somebody changes it


def _agent(project: FoundingProject) -> str:
    """Who presents, without a name: whoever reads the overview may not read it."""
    if project.agent_id:
        return "una persona que funda"
    return "otra persona" if project.agent_name else ""


STEPS = (
    Step("founders", "Quiénes fundan", "founding_founders", _founders),
    Step("name", "Nombre", "founding_name", _name, "a"),
    Step("object", "Objeto, sede y duración", "founding_object", _object, "ab"),
    Step("capital", "Capital", "founding_capital", _capital, "c"),
    Step("bodies", "Órganos y primeros cargos", "founding_bodies", _bodies, "h"),
    Step("options", "Opciones y quién presenta", "founding_options", _options, "fg"),
)


def equal_shares(*, members: int, shares: int | None, on: date) -> tuple[int, int]:
    """(shares of the capital, shares of each): the equal holdings nearest above what was said, in whole hundreds."""
    multiple = Reading(on).value("money", "shares.multiple")
    if members < 1:
        return multiple, multiple
    step = multiple
    while step % members:
        step += multiple
    wanted = max(shares or 0, step)
    total = -(-wanted // step) * step
    return total, total // members
