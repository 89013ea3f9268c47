"""Whether an act is valid: a constitution, a reform, and until when somebody may claim (R20-R22)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from cases.law.answers import Answer, Outcome, Reading, dmy
from cases.law.versions import add_months

#: Defects that nobody may claim after two years, and those without that bar (DFL 5, art. 9; Ley 19.499, art. 6).
BARRED_AFTER_TWO_YEARS = frozenset({"extract", "mismatch", "meeting"})
NEVER_BARRED = frozenset({"late", "missing", "statutes"})


@dataclass(frozen=True)
class Acts:
    """A deed and the two acts that must follow it, as they were known on a day."""

    deed_on: date
    entered_on: date | None
    published_on: date | None
    deadline: date
    on: date

    @classmethod
    def known(cls, deed_on: date, entered_on: date | None, published_on: date | None, days: int, on: date) -> "Acts":
        """Only what had happened by that day."""
        entered, published = (day if day is not None and day <= on else None for day in (entered_on, published_on))
        return cls(deed_on, entered, published, deed_on + timedelta(days=days), on)

    @property
    def missing(self) -> bool:
        """Whether one of the two is not there."""
        return self.entered_on is None or self.published_on is None

    @property
    def late(self) -> bool:
        """Whether one of the two came after the deadline."""
        return any(day is not None and day > self.deadline for day in (self.entered_on, self.published_on))

    @property
    def unfinished(self) -> Outcome | None:
        """Why nothing can be said yet: a date before the deed, or time that is left."""
        if any(day is not None and day < self.deed_on for day in (self.entered_on, self.published_on)):
            return Outcome.UNKNOWN
        return Outcome.PENDING if self.missing and self.on <= self.deadline else None

    def told(
        self,
        read: Reading,
        number: str,
        outcome: Outcome,
        remedy: str = "",
        gaps: Collection[str] = (),
        more: str = "",
        **figures: date | None,
    ) -> Answer:
        """The answer, with the dates in a sentence, what is missing and one sentence more."""
        entered = dmy(self.entered_on) if self.entered_on else "falta"
        published = dmy(self.published_on) if self.published_on else "falta"
        said = f"Escritura: {dmy(self.deed_on)}; inscripción: {entered}; publicación: {published}."
        said += f" Plazo de ambos: {dmy(self.deadline)}." + (f" Falta: {', '.join(gaps)}." if gaps else "")
        said += f" {more}" if more else ""
        remedy = remedy or _UNFINISHED.get(outcome, "")
        return read.answer(number, outcome, said, remedy=remedy, deadline=self.deadline, **figures)


_UNFINISHED = {
    Outcome.PENDING: "Inscriba y publique antes de que venza el plazo.",
    Outcome.UNKNOWN: "Hay un acto con fecha anterior a la escritura: corrija la fecha.",
}


def constitution(
    *,
    deed_on: date | None,
    entered_on: date | None,
    published_on: date | None,
    on: date,
    gaps: Collection[str] = (),
    incomplete: Collection[str] = (),
    right_registry: bool = True,
    protocolised_only: bool = False,
) -> Answer:
    """R20 · A constitution as it stood on a day (DFL 5, arts. 7, 9 and 10).

    `gaps`: missing contents that make it void (founders' data, letters a-c, fields of the extract, an essential
    mismatch); `incomplete`: letters d-i missing, which do not. Only acts known on the day count.
    """
    read = Reading(deed_on or on)
    if protocolised_only:
        read.rule("validity", "protocolised")
        deed_on = None
    if not right_registry:
        read.rule("validity", "wrong_registry")
        entered_on = None
    if deed_on is None or deed_on > on:
        read.rule("validity", "absent")
        return read.answer("R20", Outcome.VOID, "No hay escritura.", remedy=_START_AGAIN)
    acts = Acts.known(deed_on, entered_on, published_on, read.value("clocks", "registry"), on)
    if acts.unfinished:
        return acts.told(read, "R20", acts.unfinished)
    if acts.missing:
        read.rule("validity", "absent")
        read.rule("validity", "absent.reading")
        return acts.told(read, "R20", Outcome.VOID, _START_AGAIN)
    if acts.late or gaps:
        read.rule("validity", "late")
        return acts.told(read, "R20", Outcome.VOID_CURABLE, "Sanee con una escritura que corrija el defecto.", gaps)
    if not incomplete:
        return acts.told(read, "R20", Outcome.VALID)
    read.rule("validity", "blocks.incomplete")
    return acts.told(read, "R20", Outcome.VALID, f"Complete los estatutos con una reforma: {', '.join(incomplete)}.")


_START_AGAIN = "Pida ayuda legal de inmediato. Mientras no esté constituida, quienes firmaron responden entre todos."


def reform(
    *,
    deed_on: date | None,
    entered_on: date | None,
    published_on: date | None,
    on: date,
    gaps: Collection[str] = (),
    protocolised_only: bool = False,
) -> Answer:
    """R21 · A reform, merger, division, transformation or dissolution on a day (DFL 5, arts. 8-10)."""
    read = Reading(deed_on or on)
    if protocolised_only:
        read.rule("validity", "protocolised")
        deed_on = None
    if deed_on is None or deed_on > on:
        read.rule("validity", "reform.unregistered")
        return read.answer("R21", Outcome.NO_EFFECTS, "No hay escritura de la reforma.", remedy=_CURE)
    acts = Acts.known(deed_on, entered_on, published_on, read.value("clocks", "reform.registry"), on)
    if acts.unfinished:
        return acts.told(read, "R21", acts.unfinished)
    if acts.missing or acts.late:
        read.rule("validity", "reform.unregistered" if acts.missing else "reform.late")
        return acts.told(read, "R21", Outcome.NO_EFFECTS, _CURE)
    if gaps:
        read.rule("validity", "reform.extract")
        return acts.told(read, "R21", Outcome.VOID_CURABLE, _CURE, gaps, "Rige mientras nadie la declare nula.")
    return acts.told(read, "R21", Outcome.VALID)


_CURE = "Sanee con otra escritura (Ley 19.499)."


def claim_bar(*, deed_on: date, defect: str, on: date) -> Answer:
    """R22 · Until when a defect may be claimed (DFL 5, art. 9; Ley 19.499, art. 6).

    MET: nobody may claim it any more; PENDING: until `last_day`; NOT_MET: it has no such bar.
    """
    if defect not in BARRED_AFTER_TWO_YEARS | NEVER_BARRED:
        raise ValueError(f"«{defect}» is no defect of R22")
    read = Reading(deed_on)
    months = read.value("clocks", "nullity.claim")
    if defect in NEVER_BARRED:
        said = "Para lo tardío, lo que falta y las letras de los estatutos no corren los dos años."
        return read.answer("R22", Outcome.NOT_MET, said, remedy=_CURE, last_day=None)
    last = add_months(deed_on, months)
    said = f"Escritura del {dmy(deed_on)} más {months // 12} años: se puede reclamar hasta el {dmy(last)}."
    if on > last:
        said += " Ya pasó: vale la escritura por sobre el extracto."
        return read.answer("R22", Outcome.MET, said, last_day=last)
    return read.answer("R22", Outcome.PENDING, said, remedy=_CURE, last_day=last)
