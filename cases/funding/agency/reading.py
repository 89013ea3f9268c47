"""What the agency said and paid of an application, read from its dated facts: what stands, what waits, what may follow.

A fact that a CORRECTION is about does not stand. Two queries for a page: the facts and the steps.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cases.enums import ConfirmationSubject
from cases.funding.life import FILED, GRANTED, FundEventKind, FundState, standing
from cases.models import FundApplication, FundEvent, GroupConfirmation

K, S = FundEventKind, FundState

#: Each fact, and where the application may stand when it is recorded; what moves it is in life.EVENT_OF.
RECORDED_IN: dict[FundEventKind, tuple[FundState, ...]] = {
    K.CALL_FAILED: (S.DRAFT, S.REVIEW, S.READY),
    K.ADMISSION: (S.SUBMITTED,),
    K.OBSERVATION: (*FILED, S.RENDERED),
    K.OBSERVATION_ANSWER: (S.OBSERVED, S.RENDERED),
    K.SCORE: (*FILED, S.WAITLISTED, S.NOT_AWARDED, S.AWARDED),
    K.REJECTION: FILED,
    K.WAITLIST: (*FILED, S.WAITLISTED),
    K.REFUSAL: (*FILED, S.WAITLISTED),
    K.AWARD: (*FILED, S.WAITLISTED),
    K.APPEAL: (S.INADMISSIBLE, S.NOT_AWARDED, S.WAITLISTED),
    K.APPEAL_RESULT: (S.INADMISSIBLE, S.NOT_AWARDED, S.WAITLISTED),
    K.AGREEMENT: (S.AWARDED,),
    K.GUARANTEE: (S.AWARDED, S.SIGNED, S.EXECUTION),
    K.GUARANTEE_BACK: (*GRANTED, S.CLOSED, S.RENOUNCED),
    K.START: (S.SIGNED,),
    K.INSTALMENT: (S.SIGNED, S.EXECUTION, S.TERMINATED, S.RENDERED),
    K.MODIFICATION: (S.SIGNED, S.EXECUTION),
    K.EARLY_END: (S.SIGNED, S.EXECUTION),
    K.FINAL_ACCOUNTS: (S.EXECUTION, S.TERMINATED),
    K.REFUND_DUE: (S.EXECUTION, S.TERMINATED, S.RENDERED),
    K.REFUND: (S.EXECUTION, S.TERMINATED, S.RENDERED),
    K.ACCOUNTS_APPROVED: (S.RENDERED,),
    K.RENUNCIATION: (S.AWARDED, S.SIGNED),
    K.WITHDRAWAL: (S.DRAFT, S.REVIEW, S.READY, *FILED, S.WAITLISTED),
}
#: The facts that answer another one: what each of them is about.
ANSWERS = {
    K.OBSERVATION_ANSWER: K.OBSERVATION,
    K.APPEAL_RESULT: K.APPEAL,
    K.GUARANTEE_BACK: K.GUARANTEE,
    K.REFUND: K.REFUND_DUE,
}


@dataclass(frozen=True)
class Wait:
    """Something that somebody waits for, and until when; `event` is the fact that said so."""

    event: FundEvent
    due_on: date | None
    sentence: str


@dataclass(frozen=True)
class Sums:
    """The money of an application in whole pesos, and what of it no act says in pesos."""

    awarded: int | None
    awarded_unit: FundEvent | None  # the award, when it was said in UF or UTM
    received: int
    refund_due: int
    refunded: int
    unsaid: int  # facts with an amount whose unit has no value: outside the sums

    @property
    def owed(self) -> int:
        """What is still to be refunded."""
        return max(self.refund_due - self.refunded, 0)


class Facts:
    """The facts of one application in the order they happened, and questions about them."""

    def __init__(self, application: FundApplication):
        self.application = application
        rows = application.events.select_related("recorded_by", "evidence", "about").order_by("happened_on", "pk")
        self.every = list(rows)
        aside = {row.about_id: row for row in self.every if row.kind == K.CORRECTION and row.about_id}
        for row in self.every:
            row.correction = aside.get(row.pk)
        self.live = [row for row in self.every if row.correction is None and row.kind != K.CORRECTION]

    @cached_property
    def steps(self):
        """The steps that stand, the oldest first."""
        return steps_of(self.application)

    def of(self, *kinds):
        """Those that stand, of some kinds."""
        return [row for row in self.live if row.kind in kinds]

    def last(self, *kinds):
        """The newest that stands, of some kinds; None without one."""
        return (self.of(*kinds) or [None])[-1]

    def answers_to(self, event):
        """The facts that stand about another one."""
        return [row for row in self.live if row.about_id == event.pk]

    def open_ones(self, kind):
        """The facts that a fact of this kind may still answer."""
        asked = self.of(ANSWERS[kind])
        if kind == K.REFUND:
            return [row for row in asked if self.owed_of(row) > 0 or row.amount is None]
        return [row for row in asked if not self.answers_to(row)]

    def owed_of(self, due):
        """What is left to pay of one refund that was asked."""
        return max((due.amount or 0) - sum(row.amount or 0 for row in self.answers_to(due)), 0)

    def sums(self) -> Sums:
        """The money."""
        award = self.last(K.AWARD)
        with_money = self.of(K.AWARD, K.INSTALMENT, K.REFUND_DUE, K.REFUND)
        return Sums(
            awarded=award.amount if award else None,
            awarded_unit=award if award and award.quantity is not None else None,
            received=self._sum(K.INSTALMENT),
            refund_due=self._sum(K.REFUND_DUE),
            refunded=self._sum(K.REFUND),
            unsaid=sum(1 for row in with_money if row.amount is None and row.quantity is not None),
        )

    def _sum(self, kind):
        return sum(row.amount or 0 for row in self.of(kind))


def steps_of(application):
    """The steps of an application that stand, the oldest first."""
    return standing(application.changes.select_related("by").order_by("number"))


def standing_filing(application):
    """The filing that counts: the last one whose step nobody corrected; None when nothing was sent."""
    sent = {row.change_id: row for row in application.filings.select_related("package", "recorded_by", "evidence")}
    found = [sent[step.pk] for step in steps_of(application) if step.pk in sent]
    return found[-1] if found else None


#: What an answer that is waited for is called.
_ANSWERED = {
    K.OBSERVATION_ANSWER: "Responder la observación",
    K.APPEAL_RESULT: "Saber qué se resuelve del recurso",
    K.REFUND: "Devolver el dinero pedido",
    K.GUARANTEE_BACK: "Recuperar la garantía",
}
#: Where the application stands, which fact says until when, and what is waited for.
_NEXT = {
    S.WAITLISTED: ((K.WAITLIST,), "Saber si se libera un cupo de la lista de espera"),
    S.AWARDED: ((K.AWARD,), "Firmar el convenio"),
    S.SIGNED: ((K.AGREEMENT,), "Empezar la ejecución"),
    S.EXECUTION: ((K.MODIFICATION, K.START), "Terminar la ejecución y entregar la rendición final"),
    S.TERMINATED: ((K.EARLY_END,), "Entregar la rendición final"),
    S.RENDERED: ((K.FINAL_ACCOUNTS,), "Que el fondo apruebe la rendición final"),
}


def cut_confirmations(application):
    """What the group confirmed of the budget cut to what was awarded, the newest first."""
    rows = GroupConfirmation.objects.filter(
        case=application.case_id, subject=ConfirmationSubject.FUND_CUT, subject_id=application.pk
    )
    return rows.order_by("-happened_on", "-pk")


def waits_of(facts: Facts) -> list[Wait]:
    """What waits for somebody, the nearest day first."""
    state, found = facts.application.state, []
    for kind, sentence in _ANSWERED.items():
        if state in RECORDED_IN[kind]:
            found += [Wait(row, row.due_on, sentence) for row in facts.open_ones(kind)]
    kinds, sentence = _NEXT.get(state, ((), ""))
    if kinds and (row := facts.last(*kinds)):
        found.append(Wait(row, row.due_on, sentence))
    return sorted(found, key=lambda wait: (wait.due_on or date.max, wait.event.pk))


def recordable(facts: Facts) -> list[FundEventKind]:
    """What may be recorded where the application stands; an answer, only to something that waits for it."""
    return [kind for kind, states in RECORDED_IN.items() if facts.application.state in states and _fits(facts, kind)]


def _fits(facts, kind):
    if kind in ANSWERS:
        return bool(facts.open_ones(kind))
    if kind == K.ADMISSION:
        return not facts.of(K.ADMISSION)
    if kind == K.APPEAL:
        return not facts.open_ones(K.APPEAL_RESULT)
    if kind == K.RENUNCIATION:
        return not facts.of(K.INSTALMENT)
    return True
