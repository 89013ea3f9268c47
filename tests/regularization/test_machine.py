"""The machine of a regularization, pair by pair: by the service and by SQL, what the table allows and nothing else."""

import pytest
from django.db import IntegrityError, connection, transaction

from cases.enums import ItemStatus
from cases.models import ItemEntry, RegularizationChange, RegularizationFile
from cases.regularization import reading
from cases.regularization.life import ENDED, FILING_MOVES, MOVES, EntryKind, FilingState, RegularState, RegularVerb
from cases.services import regularization as service
from cases.services.regularization import moves
from incubator.requirements import Refused
from tests.factories.cases import evidence
from tests.regularization.scene import DAY, cooperative, file_of, people, today

pytestmark = pytest.mark.django_db
S, V, F = RegularState, RegularVerb, FilingState
#: One way to each state; where the filings decide, the items say so before.
WAYS = {
    S.DIAGNOSIS: (),
    S.PLAN: (V.PLAN,),
    S.PLAN_APPROVED: (V.PLAN, V.APPROVE),
    S.IN_PROGRESS: (V.PLAN, V.APPROVE, V.START),
    S.FILED: (V.PLAN, V.APPROVE, V.START, V.FILE),
    S.OBSERVED: (V.PLAN, V.APPROVE, V.START, V.FILE, V.OBSERVE),
    S.REGULARIZED: (V.IN_ORDER,),
    S.WATCHED: (V.IN_ORDER, V.WATCH),
    S.DISSOLVED: (V.DISSOLVE,),
    S.NOT_CURABLE: (V.GIVE_UP,),
    S.WITHDRAWN: (V.WITHDRAW,),
}


def _said(case, wanted):
    """Make the only item of high risk say what a computed step asks."""
    officer, _ = people(case)
    file = file_of(case)
    point = file.items.first()
    proof = evidence(officer, case.incubator)
    if point is None:
        point = file.items.create(name="Papeles del año", status=ItemStatus.DOES_NOT)
    filing = point.filings.first()
    if wanted in (S.FILED, S.OBSERVED) and filing is None:
        filing = point.filings.create(authority="daes", opened_on=DAY, opened_by=officer)
    for to in {S.FILED: (F.FILED,), S.OBSERVED: (F.FILED, F.OBSERVED)}.get(wanted, ()):
        if to in FILING_MOVES[F(filing.state)]:
            _step(filing, to, officer)
    if wanted == S.REGULARIZED:
        if filing is not None and filing.state != F.MET:
            _step(filing, F.MET, officer)
        point.status, point.evidence = ItemStatus.MEETS, proof
        point.save()
    if wanted == S.IN_PROGRESS:
        file.items.create(name="Otro papel", status=ItemStatus.DOES_NOT)


def _step(filing, to, by):
    number = filing.steps.count() + 1
    filing.steps.create(number=number, from_state=filing.state, to_state=to, happened_on=DAY, by=by)
    filing.state = to
    filing.save()


#: What the items must say for a computed step.
ASKED = {
    V.FILE: S.FILED, V.OBSERVE: S.OBSERVED, V.ANSWER: S.FILED, V.LACK: S.IN_PROGRESS, V.REGULARIZE: S.REGULARIZED,
    V.IN_ORDER: S.REGULARIZED,
}  # fmt: skip


def _fire(case, verb):
    officer, coordinator = people(case)
    if verb in ASKED:
        if verb == V.ANSWER:
            _step(file_of(case).items.get().filings.get(), F.FILED, officer)
        else:
            _said(case, ASKED[verb])
    by = coordinator if verb == V.APPROVE else officer
    with today(DAY):
        return moves.move(file_of(case), verb, by=by, on=DAY)


def _walked(state):
    case = cooperative()
    for verb in WAYS[state]:
        _fire(case, verb)
    return case


@pytest.mark.parametrize("state", list(S))
def test_each_state_is_reached_with_a_row_for_each_step(state):
    case = _walked(state)
    file = file_of(case)
    assert file.state == state
    rows = list(file.changes.order_by("number"))
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert [row.verb for row in rows] == list(WAYS[state])
    assert (file.closed_on is not None) == (state in ENDED)


@pytest.mark.parametrize("state", list(S))
def test_from_each_state_the_service_takes_the_steps_of_the_table_and_no_other(state):
    case = _walked(state)
    for verb in V:
        if state in MOVES[verb].sources:
            with transaction.atomic():
                _fire(case, verb)
                assert file_of(case).state == MOVES[verb].target
                transaction.set_rollback(True)
        else:
            officer, _ = people(case)
            with today(DAY), pytest.raises(Refused, match="no se puede"):
                moves.move(file_of(case), verb, by=officer, on=DAY)


@pytest.mark.parametrize("source", list(S))
def test_sql_moves_nothing_without_its_row_nor_outside_the_table(source):
    case = _walked(source)
    file = file_of(case)
    officer, _ = people(case)
    allowed = {(one, move.target) for move in MOVES.values() for one in move.sources}
    for target in S:
        if target == source:
            continue
        with pytest.raises(IntegrityError, match="last change"), transaction.atomic():
            RegularizationFile.objects.filter(pk=file.pk).update(state=target)
        if (source, target) in allowed:
            continue
        with pytest.raises(IntegrityError, match="last change"), transaction.atomic():
            RegularizationChange.objects.create(
                file=file, number=90, from_state=source, to_state=target, verb=V.PLAN, by=officer, effective_on=DAY
            )
            RegularizationFile.objects.filter(pk=file.pk).update(state=target)


@pytest.mark.parametrize(("source", "verb"), [(S.IN_PROGRESS, V.FILE), (S.FILED, V.REGULARIZE), (S.DIAGNOSIS, V.IN_ORDER),
                                              (S.FILED, V.OBSERVE), (S.FILED, V.LACK)])  # fmt: skip
def test_sql_does_not_take_a_computed_step_that_the_filings_do_not_say(source, verb):
    case = _walked(source)
    officer, _ = people(case)
    with today(DAY), pytest.raises(IntegrityError, match="its filings say"), transaction.atomic():
        moves.move(file_of(case), verb, by=officer, on=DAY)


def test_sql_keeps_a_row_with_no_step_and_a_birth_elsewhere_out():
    case = cooperative()
    officer, _ = people(case)
    with pytest.raises(IntegrityError, match="is born"), transaction.atomic():
        RegularizationFile.objects.filter(case=case).update(closed_on=DAY)
        RegularizationFile.objects.create(case=case, opened_on=DAY, state=S.WATCHED)
    with pytest.raises(IntegrityError, match="last change was not made"), transaction.atomic():
        RegularizationChange.objects.create(
            file=file_of(case), number=1, from_state=S.DIAGNOSIS, to_state=S.PLAN, verb=V.PLAN, by=officer,
            effective_on=DAY,
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")


def test_sql_asks_for_another_person_to_approve():
    case = _walked(S.PLAN)
    officer, coordinator = people(case)
    with today(DAY), pytest.raises(IntegrityError, match="does not approve"), transaction.atomic():
        moves.move(file_of(case), V.APPROVE, by=officer, on=DAY)
    point = file_of(case).items.create(name="Actas", status=ItemStatus.DOES_NOT)
    ItemEntry.objects.create(item=point, kind=EntryKind.PLAN, happened_on=DAY, text="x", by=coordinator)
    with today(DAY), pytest.raises(IntegrityError, match="does not approve"), transaction.atomic():
        moves.move(file_of(case), V.APPROVE, by=coordinator, on=DAY)


@pytest.mark.parametrize("source", list(F))
def test_a_filing_moves_along_its_table_with_its_row(source):
    case = cooperative()
    officer, _ = people(case)
    point = file_of(case).items.create(name="Actas", status=ItemStatus.DOES_NOT)
    filing = point.filings.create(authority="daes", opened_on=DAY, opened_by=officer)
    for to in {F.PENDING: (), F.FILED: (F.FILED,), F.OBSERVED: (F.FILED, F.OBSERVED), F.MET: (F.MET,)}[source]:
        _step(filing, to, officer)
    for to in F:
        if to == source:
            continue
        filing.refresh_from_db()
        with pytest.raises(IntegrityError), transaction.atomic():
            type(filing).objects.filter(pk=filing.pk).update(state=to)
        if to not in FILING_MOVES[source]:
            with today(DAY), pytest.raises(Refused):
                proof = evidence(officer, case.incubator)
                service.step_filing(by=officer, filing=filing, on=DAY, to=to, evidence=proof)


def test_the_table_of_the_database_is_the_table_of_the_code():
    said = {(verb.value, source.value, move.target.value) for verb, move in MOVES.items() for source in move.sources}
    with connection.cursor() as cursor:
        cursor.execute("select prosrc from pg_proc where proname = 'cases_guard_regularization'")
        text = cursor.fetchone()[0]
    rows = text.split("(values ")[1].split("as t(")[0].replace("\n", " ").split("),")
    written = {tuple(part.strip(" '()") for part in row.split(","))[:3] for row in rows}
    assert written == said


@pytest.mark.parametrize(("state", "verb"), [(S.IN_PROGRESS, V.FILE), (S.FILED, V.REGULARIZE), (S.OBSERVED, V.ANSWER)])
def test_what_the_items_say_is_read_alike_in_python_and_in_sql(state, verb):
    case = _walked(state)
    officer, _ = people(case)
    said = reading.stands(reading.items_of(file_of(case)), DAY)
    assert said == state
    with today(DAY), pytest.raises(IntegrityError, match=f"its filings say {said},"), transaction.atomic():
        moves.move(file_of(case), verb, by=officer, on=DAY)
