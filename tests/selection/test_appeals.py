"""An appeal in term, decided by somebody else, brings the case back."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from cases.enums import AppealChannel, AppealOutcome, LetterKind, Stage, Verb
from cases.models import Case
from cases.rules.appeals import term_ends
from cases.services import advancement
from cases.services.selection import appeals, evaluators, letters, ranking
from incubator import calendars
from incubator.enums import Role
from incubator.requirements import Refused
from tests import factories
from tests.factories.cases import evaluators_of, evidence
from tests.selection.stories import DECIDED, application_of, decide, file, give, ranked

#: The letter is handed over on Wednesday 16 June of 2021; Monday 21 is a holiday: five business days end on the 24th.
NOTICE, LAST = date(2021, 6, 16), date(2021, 6, 24)


def declined(place, boss, officer, *points, **fields):
    """A call whose last application was not admitted, with its letter handed over on NOTICE."""
    call, cases = ranked(place, *points, **fields)
    case = cases[-1]
    decide(case, Verb.DECLINE, on=DECIDED)
    with calendars.travel(NOTICE):
        letter = letters.issue(by=boss, case=case, kind=LetterKind.NOT_ADMITTED, on=NOTICE)
        letters.notify(by=officer, letter=letter, on=NOTICE, channel=AppealChannel.IN_PERSON)
    return call, cases, Case.objects.get(pk=case.pk)


def filed(officer, case, on=LAST):
    with calendars.travel(on):
        return appeals.file_appeal(
            by=officer, case=case, on=on, channel=AppealChannel.IN_PERSON, text="No contaron nuestra feria."
        )


def decided(by, appeal, on=date(2021, 6, 25), outcome=AppealOutcome.UPHELD, **said):
    with calendars.travel(on):
        return appeals.decide_appeal(
            by=by, appeal=appeal, on=on, outcome=outcome, grounds="Faltó leer un anexo.", act="Resolución 12", **said
        )


@pytest.mark.parametrize(
    ("notified", "days", "last"),
    [
        (NOTICE, 5, LAST),
        (date(2021, 6, 14), 5, date(2021, 6, 22)),
        (date(2021, 6, 18), 1, date(2021, 6, 22)),
        (date(2021, 6, 25), 5, date(2021, 7, 5)),  # Monday 28 is a holiday
        (date(2021, 7, 9), 3, date(2021, 7, 14)),
    ],
)
def test_the_term_counts_business_days_after_the_notice_across_holidays(place, officer, notified, days, last):
    call = factories.cases.call_of(place, officer, DECIDED, appeal_days=days)
    assert term_ends(call, notified) == last


def test_an_upheld_appeal_is_evaluated_by_others_and_waits_when_no_seat_is_left(place, boss, officer):
    call, (first, _), case = declined(place, boss, officer, 4, 3, seats=1)
    decide(first, Verb.ADMIT)
    other = factories.user_with(Role.COORDINATOR, at=place)
    appeal = decided(other, filed(officer, case))
    with calendars.travel(date(2021, 6, 25)):
        change = advancement.advance(by=other, case=case, verb=Verb.UPHOLD_APPEAL, on=date(2021, 6, 25))
        assert change.to_stage == Stage.SELECTION
        assert application_of(case).round == 2
        assert application_of(case).rank is None
        for person in evaluators_of(place):
            with pytest.raises(Refused, match="no puede evaluar"):
                evaluators.assign(by=boss, application=application_of(case), evaluator=person, on=date(2021, 6, 25))
        people = [factories.user_with(Role.EVALUATOR, at=place) for _ in range(2)]
        give(case, *people, on=date(2021, 6, 25))
        file(case, 4, 4, on=date(2021, 6, 25))
        call.refresh_from_db()
        ranking.rank(by=other, call=call, on=date(2021, 6, 25))
        with pytest.raises(Refused, match="No quedan cupos"):
            decide(case, Verb.ADMIT, on=date(2021, 6, 25))
        decide(case, Verb.WAITLIST, on=date(2021, 6, 25))
    assert Case.objects.get(pk=case.pk).stage == Stage.WAITING
    assert Case.objects.get(pk=first.pk).stage == Stage.TRAINING
    assert appeal.outcome == AppealOutcome.UPHELD


def test_a_day_late_is_recorded_and_cannot_be_upheld(place, boss, officer):
    _, _, case = declined(place, boss, officer, 3)
    late = filed(officer, case, date(2021, 6, 25))
    other = factories.user_with(Role.COORDINATOR, at=place)
    with pytest.raises(Refused, match="fuera de plazo"):
        decided(other, late)
    assert decided(other, late, outcome=AppealOutcome.REJECTED).outcome == AppealOutcome.REJECTED


def test_whoeverdeclined_decides_only_with_the_superiors_act(place, boss, officer):
    _, _, case = declined(place, boss, officer, 3)
    appeal = filed(officer, case)
    with pytest.raises(Refused, match="Usted evaluó o no admitió"):
        decided(boss, appeal)
    with pytest.raises(Refused, match="Adjunte el acto"):
        decided(boss, appeal, superior="Alcaldía")
    with pytest.raises(PermissionDenied):
        decided(officer, appeal)
    decided(boss, appeal, superior="Alcaldía", evidence=evidence(boss, place))
    with calendars.travel(date(2021, 6, 25)):
        assert advancement.advance(by=boss, case=case, verb=Verb.UPHOLD_APPEAL, on=date(2021, 6, 25))


def test_a_declined_case_is_neither_reopened_nor_upheld_without_its_appeal(place, boss, officer):
    _, _, case = declined(place, boss, officer, 3)
    for verb, words in (
        (Verb.REOPEN, "ya está en Cerrada"),
        (Verb.UPHOLD_APPEAL, "Falta anotar la apelación"),
    ):
        with pytest.raises(Refused, match=words):
            advancement.advance(by=boss, case=case, verb=verb, on=DECIDED, data={"reason": "x"})


def test_a_step_told_by_a_letter_is_not_corrected(place, boss, officer):
    _, _, case = declined(place, boss, officer, 3)
    with calendars.travel(NOTICE), pytest.raises(Refused, match="Ya se emitió la carta"):
        advancement.advance(by=boss, case=case, verb=Verb.CORRECT, on=NOTICE, data={"reason": "Me equivoqué."})


def test_a_group_appeals_once_of_each_decision(place, boss, officer):
    _, _, case = declined(place, boss, officer, 3)
    filed(officer, case)
    with pytest.raises(Exception, match="ya apeló"):
        filed(officer, case)
