"""What an appeal needs to be upheld: in term from the notice, decided by somebody else, and nothing in its way."""

from datetime import date

from cases.enums import AppealOutcome, LetterKind, Stage, Verb
from cases.models import Appeal, Evaluation, Letter, StageChange
from incubator import calendars
from incubator.requirements import requires


def notice_of(application):
    """The letter that told this round's «not admitted», or None while nobody told it."""
    letters = Letter.objects.filter(application=application, round=application.round, kind=LetterKind.NOT_ADMITTED)
    return letters.filter(notified_on__isnull=False).order_by("notified_on", "pk").first()


def term_ends(call, notified_on) -> date:
    """The last day to appeal: business days of the incubator's calendar after the day of the notice (Ley 19.880)."""
    region = call.incubator.commune.region_code
    return calendars.add_business_days(notified_on, call.appeal_days, region)


def is_in_term(appeal) -> bool:
    """Whether it came by the last day; before the notice no term has begun."""
    notice = notice_of(appeal.application)
    return notice is None or appeal.happened_on <= term_ends(appeal.application.call, notice.notified_on)


def took_part(application) -> set[int]:
    """The users who evaluated the application, in any round, or declined it."""
    evaluated = Evaluation.objects.filter(application=application).values_list("evaluator_id", flat=True)
    declined = StageChange.objects.filter(case=application.case_id, verb=Verb.DECLINE).values_list("by_id", flat=True)
    return {*evaluated, *declined}


def latest_appeal(case):
    """The newest appeal of a case, or None."""
    rows = Appeal.objects.filter(case=case).select_related("application__call__incubator__commune")
    return rows.order_by("-happened_on", "-pk").first()


def decline_of(case):
    """The row of the decline a case is closed by, or None."""
    last = case.changes.order_by("-number").first()
    return last if last is not None and last.verb == Verb.DECLINE and case.stage == Stage.CLOSED else None


@requires("Solo se acoge la apelación de un grupo que no fue admitido.")
def case_was_not_admitted(attempt):
    """Closed by a decline, and by nothing since."""
    return decline_of(attempt.subject) is not None


def _standing(attempt):
    """The appeal of the decision the case is closed by, filed by that day."""
    appeal = latest_appeal(attempt.subject)
    current = appeal is not None and appeal.round == appeal.application.round
    return appeal if current and appeal.happened_on <= attempt.on else None


@requires("Falta anotar la apelación, dentro de plazo.", done="La apelación llegó dentro de plazo.", fix="appeal")
def appeal_is_in_term(attempt):
    """Recorded, with its day and channel, by the last day of the term."""
    appeal = _standing(attempt)
    return appeal is not None and is_in_term(appeal)


@requires("Falta decidir la apelación, con su acto.", done="La apelación está acogida, con su acto.", fix="appeal")
def appeal_was_upheld(attempt):
    """Decided in favour by that day, by an act."""
    appeal = _standing(attempt)
    upheld = appeal is not None and appeal.outcome == AppealOutcome.UPHELD
    return upheld and appeal.decided_on <= attempt.on and bool(appeal.act)


@requires(
    "Decide otra persona que quien evaluó o no admitió; si no la hay, el acto de la autoridad superior.", fix="appeal"
)
def somebody_else_decided(attempt):
    """Whoever evaluated or declined does not decide, unless the superior's act says so."""
    appeal = _standing(attempt)
    if appeal is None or appeal.decided_by_id is None:
        return True  # another reason says so
    by_superior = bool(appeal.superior) and appeal.act_evidence_id is not None
    return by_superior or appeal.decided_by_id not in took_part(appeal.application)


@requires(
    "Ya se emitió la carta que avisa ese paso: no se corrige. Si fue un error, resuélvalo por apelación o cierre."
)
def no_letter_told_it(attempt):
    """A step that was told to the group by a letter is built on."""
    last = attempt.subject.changes.order_by("-number").first()
    return last is None or not Letter.objects.filter(change=last).exists()
