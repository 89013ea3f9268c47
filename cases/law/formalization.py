"""The steps of a formalization as data, and how each stands on a day: what meets it, what goes first, its clock.

An act is a word and a day; nothing here knows who recorded it. The words are those of the file's acts (a test looks).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.law import clocks, contents, cure, validity
from cases.law.answers import Answer, Outcome
from cases.law.clocks import Term
from cases.law.contents import NOTHING_READ
from cases.law.shapes import Basis, Rule
from cases.law.versions import Pack, packs
from incubator.calendars import WorkingCalendar


class Status(StrEnum):
    """How a step stands."""

    PENDING = "pending"
    IN_PROGRESS = "in_progress"
    FILED = "filed"
    OBSERVED = "observed"
    MET = "met"
    OVERDUE = "overdue"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return _LABELS[self]


_LABELS = {
    Status.PENDING: "Todavía no",
    Status.IN_PROGRESS: "Toca ahora",
    Status.FILED: "Presentado",
    Status.OBSERVED: "Con observaciones",
    Status.MET: "Hecho",
    Status.OVERDUE: "Fuera de plazo",
    Status.NOT_APPLICABLE: "No hace falta",
}


@dataclass(frozen=True)
class Step:
    """One step: the rule it rests on, who usually does it, what proves it, the acts that meet it, and what goes first.

    `clock` names a term that runs from the deed («tax»: from the first day of activity); `under_way` are acts that
    begin it without meeting it, and `undone_by` one that leaves it to be done again. An act of `implied_by` proves it
    too: a deed holds the minutes.
    """

    key: str
    title: str
    who: str
    evidence: str
    rule: tuple[str, str]
    act: str
    needs: tuple[str, ...] = ()
    clock: str = ""
    under_way: tuple[str, ...] = ()
    undone_by: str = ""
    implied_by: tuple[str, ...] = ()


STEPS = (
    Step("notice", "Preparar los estatutos y citar a la junta", "El grupo organizador", "La citación, con el proyecto "
         "de estatutos", ("documents", "notice.founding"), "notice", undone_by="meeting_failed",
         implied_by=("deed",)),
    Step("meeting", "Hacer la junta constitutiva", "Las personas fundadoras", "El acta, con el texto completo de los "
         "estatutos", ("documents", "minutes.founding"), "meeting", ("notice",), undone_by="statutes_back",
         implied_by=("deed",)),
    Step("lawyer_draft", "Tener la minuta firmada por abogada o abogado", "Asesoría legal", "La minuta firmada",
         ("documents", "deed"), "lawyer_draft", implied_by=("deed",)),
    Step("deed", "Reducir el acta a escritura pública", "La notaría, con quien tiene el encargo",
         "Copia de la escritura", ("documents", "deed"), "deed", ("meeting", "lawyer_draft")),
    Step("extract", "Pedir el extracto autorizado", "La notaría", "El extracto autorizado",
         ("documents", "extract.founding"), "extract", ("deed",), implied_by=("registry_entry", "publication")),
    Step("registry", "Inscribir en el Registro de Comercio", "Quien tiene el encargo",
         "Certificado de la inscripción", ("clocks", "registry"), "registry_entry", ("deed",), "registry"),
    Step("gazette", "Publicar en el Diario Oficial", "La notaría o quien tiene el encargo",
         "La publicación, con su CVE", ("clocks", "gazette"), "publication", ("deed",), "gazette"),
    Step("cure", "Sanear lo que se hizo fuera de plazo", "El grupo, con asesoría legal", "La escritura que sanea, su "
         "inscripción y su publicación", ("validity", "cure"), "cure_publication", ("registry", "gazette")),
    Step("roll", "Registrar en el DAES y recibir el rol", "Quien tiene el encargo", "El certificado del rol",
         ("clocks", "roll"), "roll", ("registry", "gazette", "cure"), "", ("daes_filing",)),
    Step("tax_id", "Sacar el RUT en el SII", "Representante legal", "El RUT", ("clocks", "tax.id"), "tax_id",
         ("registry", "gazette", "cure")),
    Step("tax_start", "Iniciar actividades en el SII", "Representante legal", "La declaración de inicio",
         ("clocks", "tax.start"), "tax_start", ("tax_id",), "tax"),
)  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """How a file stands before the law on a day: its acts, what R20 and R23 answer, and the terms that run."""

    on: date
    acts: tuple[tuple[str, date], ...]
    constitution: Answer | None
    cured: Answer | None
    terms: dict[str, Term]
    cure_terms: dict[str, Term]
    read: contents.Read = NOTHING_READ
    defects: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What the law answers: R20, or R23 when a late constitution is cured."""
        if self.constitution is None:
            return Outcome.NOT_ASKED
        cured = self.cured is not None and self.cured.outcome == Outcome.VALID
        return Outcome.VALID if cured else self.constitution.outcome

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What the page shows, in order."""
        return tuple(answer for answer in (self.constitution, self.cured) if answer is not None)

    def day(self, act: str) -> date | None:
        """The last day of an act, None when it was not done by then."""
        return max((day for word, day in self.acts if word == act), default=None)

    def done_on(self, step: Step) -> date | None:
        """When a step was done, None while it is not, or after what undid it."""
        told = [word for word, _ in self.acts if word in (step.act, step.undone_by)]
        return self.day(step.act) if told and told[-1] == step.act else None


def standing(
    *,
    acts: Iterable[tuple[str, date]],
    on: date,
    working: WorkingCalendar,
    region: str | None = None,
    read_in: Mapping[str, Mapping[str, str]] | None = None,
    cured: Collection[str] | None = None,
) -> Standing:
    """How a file stands with the acts known on a day.

    `read_in`: what somebody read in the document of each act; `cured`: the defects that its cures speak of (None: all).
    """
    known = tuple(sorted(((word, day) for word, day in acts if day <= on), key=lambda act: act[1]))
    last = dict(known)
    deed_on = last.get("deed")
    if deed_on is None:
        return Standing(on, known, None, None, {}, {})
    entered, published = last.get("registry_entry"), last.get("publication")
    read = contents.read(read_in or {}, last)
    said = validity.constitution(
        deed_on=deed_on,
        entered_on=entered,
        published_on=published,
        on=on,
        gaps=contents.labels(read.grave),
        incomplete=contents.labels(read.incomplete),
        right_registry=not read.wrong_registry,
    )
    terms = {
        key: clocks.term(key=key, starts_on=deed_on, working=working, region=region) for key in ("registry", "gazette")
    }
    if "activity" in last:
        terms["tax"] = clocks.tax_start(began_on=last["activity"], working=working, region=region)
    defects = _defects(said, terms["registry"].due_on, entered, published, read)
    mended, cure_terms = None, {}
    if said.outcome == Outcome.VOID_CURABLE:
        whole = cured is None or set(defects) <= set(cured)
        mended, cure_terms = _cure(deed_on, known if whole else (), on, working, region)
    return Standing(on, known, said, mended, terms, cure_terms, read, defects)


def _defects(
    said: Answer, due_on: date, entered: date | None, published: date | None, read: contents.Read
) -> tuple[str, ...]:
    """The keys of what is wrong, once R20 says that something is."""
    if said.outcome not in (Outcome.VOID, Outcome.VOID_CURABLE):
        return ()
    found = []
    for name, day in (("registry", None if read.wrong_registry else entered), ("gazette", published)):
        if day is not None and day > due_on:
            found.append(f"late.{name}")
        elif day is None:
            found.append("registrar" if name == "registry" and read.wrong_registry else f"missing.{name}")
    return (*found, *read.grave)


def _cure(
    deed_on: date, known: tuple[tuple[str, date], ...], on: date, working: WorkingCalendar, region: str | None
) -> tuple[Answer, dict[str, Term]]:
    """The last cure deed with the acts that came after it."""
    began = max((day for word, day in known if word == "cure_deed"), default=None)
    after = {word: day for word, day in reversed(known) if began is not None and day >= began}
    said = cure.cure(
        original_on=deed_on,
        on=on,
        deed_on=began,
        entered_on=after.get("cure_entry"),
        published_on=after.get("cure_publication"),
    )
    if began is None:
        return said, {}
    names = ("cure.registry", "cure.gazette")
    return said, {key: clocks.term(key=key, starts_on=began, working=working, region=region) for key in names}


@dataclass(frozen=True)
class StepNow:
    """A step on a day: its status, when it was done, its term, and the rule of the file's pack that it rests on."""

    step: Step
    status: Status
    done_on: date | None
    term: Term | None
    rule: Rule
    basis: Basis
    waits_for: tuple[str, ...]

    @property
    def verify(self) -> bool:
        """Whether the page prints «verifique»."""
        return self.rule.verify


def steps_on(now: Standing, pack: Pack) -> list[StepNow]:
    """Every step in order, as it stands with the rules of a pack."""
    found: dict[str, Status] = {}
    rows = []
    for step in STEPS:
        waits = tuple(key for key in step.needs if found[key] not in _PASSED)
        status = _status(step, now, waits)
        found[step.key] = status
        holder = pack if pack.get(*step.rule) else packs()[-1]
        rule = holder.by_topic[step.rule[0]][step.rule[1]]
        titles = tuple(_TITLES[key] for key in waits)
        rows.append(
            StepNow(step, status, now.done_on(step), now.terms.get(step.clock), rule, holder.basis(rule), titles)
        )
    return rows


_PASSED = (Status.MET, Status.NOT_APPLICABLE)
_TITLES = {step.key: step.title for step in STEPS}


def _status(step: Step, now: Standing, waits: tuple[str, ...]) -> Status:
    if step.key == "cure":
        return _cure_status(now)
    done_on = now.done_on(step)
    term = now.terms.get(step.clock)
    if done_on is not None:
        mended = now.outcome == Outcome.VALID and step.clock != "tax"
        return Status.OVERDUE if term and not term.met(done_on) and not mended else Status.MET
    if any(now.day(act) for act in step.implied_by):
        return Status.NOT_APPLICABLE
    if step.under_way and (begun := _under_way(now)):
        return begun
    if term and now.on > term.due_on:
        return Status.OVERDUE
    return Status.PENDING if waits else Status.IN_PROGRESS


def _under_way(now: Standing) -> Status | None:
    """At the DAES: filed, or observed while the last observation has no answer."""
    filed = [word for word, _ in now.acts if word in ("daes_filing", "daes_observation", "daes_answer")]
    if not filed:
        return None
    return Status.OBSERVED if filed[-1] == "daes_observation" else Status.FILED


def _cure_status(now: Standing) -> Status:
    if now.cured is None:
        return Status.NOT_APPLICABLE
    return Status.MET if now.cured.outcome == Outcome.VALID else Status.IN_PROGRESS
