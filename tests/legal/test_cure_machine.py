"""The machine of a cure, line by line: what each act moves, through the service and past it, and how it ends."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from cases.formalization import cure_reading
from cases.formalization.cure_life import ACTS, MOVED_BY, MOVES, CureState, CureVerb
from cases.formalization.life import LegalEventKind, LegalState
from cases.models import Cure, LegalEvent
from cases.services import facts, legal
from incubator.enums import LegalStatus
from incubator.requirements import Refused
from tests.factories.cases import evidence
from tests.factories.people import officer_of
from tests.legal.scene import DEED, LAST_DAY, act, acts, file_of, six, today

pytestmark = pytest.mark.django_db
K, S = LegalEventKind, CureState
LATE = LAST_DAY + timedelta(days=1)
#: State → the acts that lead a cure there, each a day after the former.
WAYS = {
    S.OPENED: (),
    S.SUMMONED: (K.CURE_NOTICE,),
    S.AGREED: (K.CURE_NOTICE, K.CURE_MEETING),
    S.DEEDED: (K.CURE_NOTICE, K.CURE_MEETING, K.CURE_DEED),
    S.EFFECTIVE: (K.CURE_DEED, K.CURE_ENTRY, K.CURE_PUBLICATION),
    S.ENDED: (K.JUDGMENT,),
}


def _late():
    """A case whose publication came one day late."""
    case = six()
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, LATE))
    return case


def _walked(state):
    case = _late()
    for number, kind in enumerate(WAYS[state], 1):
        act(case, kind, LATE + timedelta(days=number), reason="Así se acordó")
    return case


def _cure(case):
    return Cure.objects.get(case=case)


def test_a_day_late_opens_a_cure_of_the_deed_with_what_is_wrong():
    cure = _cure(_late())
    assert (cure.state, cure.defects, cure.act.kind, cure.opened_on) == (S.OPENED, ["late.gazette"], K.DEED, LATE)


@pytest.mark.parametrize("state", list(S))
def test_each_state_is_reached_by_its_acts_with_a_row_for_each_step(state):
    cure = _cure(_walked(state))
    rows = list(cure.changes.order_by("number"))
    assert cure.state == state
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert [row.from_state for row in rows] == ["opened", *[row.to_state for row in rows]][: len(rows)]


@pytest.mark.parametrize("state", list(S))
def test_an_act_is_taken_where_the_table_says_and_nowhere_else(state):
    case = _walked(state)
    cure, on = _cure(case), LATE + timedelta(days=9)
    fits = {kind for kind, verb in MOVED_BY.items() if state in MOVES[verb].sources and kind in ACTS}
    if state == S.DEEDED:
        fits |= {K.CURE_NOTICE, K.CURE_MEETING, K.CURE_DEED, K.CURE_ENTRY, K.CURE_PUBLICATION}
    fits -= {K.CURE_JUDGMENT, K.DISSOLUTION}  # the file itself is annulled, or not born yet
    by = officer_of(case.incubator)
    with today(on):
        assert set(cure_reading.recordable(cure, cure_reading.acts_of(cure))) == fits
        for kind in sorted(set(ACTS) - fits):
            with pytest.raises(Refused):
                facts.record_cure_act(
                    by=by, cure=cure, on=on, kind=kind, evidence=evidence(by, case.incubator), reason="x"
                )
    assert _cure(case).state == state


def test_the_table_of_the_database_is_the_table_of_the_code():
    said = {
        (verb.value, source.value, move.target.value, kind.value)
        for verb, move in MOVES.items()
        for source in move.sources
        for kind in move.acts
    }
    with connection.cursor() as cursor:
        cursor.execute("select prosrc from pg_proc where proname = 'cases_guard_cure'")
        text = cursor.fetchone()[0]
    table = text.split("(values ")[1].split(")\n")[0].replace("\n", " ")
    rows = [row.strip(" ()\n") for row in table.split("),")]
    assert {tuple(part.strip(" '") for part in row.split(",")) for row in rows} == said


@pytest.mark.parametrize("source", list(S))
def test_no_statement_moves_a_cure_without_its_row(source):
    cure = _cure(_walked(source))
    for target in set(S) - {source}:
        with pytest.raises(DatabaseError, match="does not say"), transaction.atomic():
            Cure.objects.filter(pk=cure.pk).update(state=target)


def test_a_row_of_an_act_of_another_kind_moves_nothing():
    cure = _cure(_late())
    by = cure.opened_by
    event = LegalEvent.objects.get(kind=K.PUBLICATION)
    with pytest.raises(DatabaseError, match="does not say"), transaction.atomic():
        cure.changes.create(
            number=1, from_state="opened", to_state="deeded", verb=CureVerb.SIGN_DEED, event=event, by=by,
            effective_on=LATE,
        )  # fmt: skip
        Cure.objects.filter(pk=cure.pk).update(state=S.DEEDED)


def test_acts_out_of_term_begin_it_again_and_another_deed_mends_it():
    case = _walked(S.DEEDED)
    deed_on = LATE + timedelta(days=3)
    acts(case, (K.CURE_ENTRY, deed_on), (K.CURE_PUBLICATION, deed_on + timedelta(days=61)))
    assert (_cure(case).state, file_of(case).state) == (S.OPENED, LegalState.DEEDED)
    again = deed_on + timedelta(days=70)
    acts(case, (K.CURE_DEED, again), (K.CURE_PUBLICATION, again), (K.CURE_ENTRY, again + timedelta(days=60)))
    assert (_cure(case).state, file_of(case).state) == (S.EFFECTIVE, LegalState.CONSTITUTED)
    verbs = list(_cure(case).changes.values_list("verb", flat=True))
    assert verbs == ["summon", "agree", "sign_deed", "reopen", "sign_deed", "take_effect"]


def test_what_is_missing_after_the_term_begins_again_with_another_deed():
    case = _walked(S.DEEDED)
    again = LATE + timedelta(days=90)
    act(case, K.CURE_DEED, again)
    assert list(_cure(case).changes.values_list("verb", flat=True))[-2:] == ["reopen", "sign_deed"]
    acts(case, (K.CURE_ENTRY, again), (K.CURE_PUBLICATION, again))
    assert _cure(case).state == S.EFFECTIVE


def test_a_defect_known_after_it_exists_takes_its_status_and_a_cure_gives_it_back():
    case = six()
    acts(case, (K.DEED, DEED), (K.EXTRACT, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, DEED))
    by, extract = officer_of(case.incubator), LegalEvent.objects.get(kind=K.EXTRACT)
    with today(date(2021, 9, 1)) as on:
        legal.read_document(by=by, event=extract, on=on, items={"extract.object": "no"})
    case.organization.refresh_from_db()
    assert (file_of(case).state, case.organization.legal_status) == (LegalState.CONSTITUTED, LegalStatus.VOID_CURABLE)
    assert _cure(case).defects == ["extract.object"]
    later = date(2021, 10, 1)
    acts(case, (K.CURE_DEED, later), (K.CURE_ENTRY, later), (K.CURE_PUBLICATION, later))
    case.organization.refresh_from_db()
    assert (_cure(case).state, case.organization.legal_status) == (S.EFFECTIVE, LegalStatus.VALID)


def test_a_reading_corrected_before_anything_was_done_closes_it():
    case = six()
    acts(case, (K.DEED, DEED), (K.EXTRACT, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, DEED))
    by, extract = officer_of(case.incubator), LegalEvent.objects.get(kind=K.EXTRACT)
    with today(date(2021, 9, 1)) as on:
        legal.read_document(by=by, event=extract, on=on, items={"extract.object": "no"})
        legal.read_document(by=by, event=extract, on=on, items={"extract.object": "yes"})
    assert (_cure(case).state, _cure(case).changes.get().verb) == (S.ENDED, "withdraw")
    case.organization.refresh_from_db()
    assert case.organization.legal_status == LegalStatus.VALID


def test_the_reform_of_an_old_cooperative_is_cured_from_its_late_act():
    from cases.enums import Stage
    from tests.factories.cases import case_in

    case = case_in(Stage.REGULARIZATION)
    by = officer_of(case.incubator)
    with today(date(2021, 6, 1)):
        proof = evidence(by, case.incubator)
        told = {"by": by, "case": case, "evidence": proof}
        deed = facts.record_old_act(on=date(2020, 1, 10), kind=K.REFORM_DEED, **told)
        facts.record_old_act(on=date(2020, 1, 20), kind=K.REFORM_ENTRY, about=deed, **told)
        facts.record_old_act(on=date(2020, 3, 20), kind=K.REFORM_PUBLICATION, about=deed, **told)
        with pytest.raises(Refused, match="ya está"):
            facts.record_old_act(on=date(2020, 3, 20), kind=K.REFORM_PUBLICATION, about=deed, **told)
        with pytest.raises(Refused, match="Elija la escritura"):
            facts.record_old_act(on=date(2020, 3, 20), kind=K.REFORM_ENTRY, **told)
        cure = legal.open_cure(by=by, case=case, act=deed, on=date(2021, 6, 1), defects=["late.gazette"])
        with pytest.raises(Refused, match="ya tiene"):
            legal.open_cure(by=by, case=case, act=deed, on=date(2021, 6, 1), defects=["meeting"])
        for kind in (K.CURE_NOTICE, K.CURE_MEETING, K.CURE_DEED, K.CURE_ENTRY, K.CURE_PUBLICATION):
            last = facts.record_cure_act(by=by, cure=cure, on=date(2021, 6, 1), kind=kind, evidence=proof)
    assert (_cure(case).state, last.legal_effect_from) == (S.EFFECTIVE, date(2020, 3, 20))
    assert cure_reading.cured_on(_cure(case), cure_reading.acts_of(cure), date(2021, 6, 2)).figures[
        "effect_from"
    ] == date(2020, 3, 20)


@pytest.mark.parametrize(
    ("kind", "status"), [(K.CURE_JUDGMENT, LegalStatus.VOID), (K.DISSOLUTION, LegalStatus.DISSOLVED)]
)
def test_a_judgment_or_a_dissolution_ends_it(kind, status):
    case = six()
    acts(case, (K.DEED, DEED), (K.EXTRACT, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, DEED))
    by, extract = officer_of(case.incubator), LegalEvent.objects.get(kind=K.EXTRACT)
    with today(date(2021, 9, 1)) as on:
        legal.read_document(by=by, event=extract, on=on, items={"extract.object": "no"})
    act(case, kind, date(2021, 9, 2))
    cure = _cure(case)
    case.organization.refresh_from_db()
    assert (cure.state, case.organization.legal_status) == (S.ENDED, status)
    assert cure_reading.cured_on(cure, cure_reading.acts_of(cure), date(2021, 9, 3)).outcome == "void"
