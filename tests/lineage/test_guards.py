"""What a merge or a split asks of the groups, and what the database itself refuses."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from cases.enums import CloseReason, LegalEventKind, OperationKind, Stage, Verb
from cases.models import Case, LegalEvent, Lineage, StageChange
from cases.services import advancement, facts, lineage
from incubator import calendars
from incubator.enums import OrganizationKind
from incubator.requirements import Refused
from tests.factories import case_in, incubator
from tests.factories.cases import evidence
from tests.factories.people import coordinator_of
from tests.lineage import scene
from tests.lineage.scene import DAY

pytestmark = pytest.mark.django_db


def _listed(case, survivor):
    found = lineage.findings_for(case, OperationKind.MERGE, by=scene.boss(), on=DAY, survivor=survivor)
    return [answer.sentence for answer in found if not answer.met]


def test_what_the_page_lists_is_what_the_service_refuses():
    survivor, absorbed = scene.two_groups()
    absorbed.organization.kind = OrganizationKind.COOPERATIVE
    absorbed.organization.save(update_fields=["kind"])
    listed = _listed(absorbed, survivor)
    assert len(listed) == 1
    assert "una cooperativa lo hace con su propia escritura" in listed[0]
    with pytest.raises(Refused) as refusal:
        scene.proposed_merge(survivor, absorbed)
    assert refusal.value.sentences == listed


def test_a_deed_ends_it():
    survivor, absorbed = scene.two_groups(Stage.TRAINING, Stage.FORMALIZATION)
    by = scene.boss()
    facts.record_legal_act(by=by, case=absorbed, on=DAY, kind=LegalEventKind.DEED, evidence=evidence(by, scene.place()))
    assert "escritura" in _listed(absorbed, survivor)[0]


def test_two_open_legal_files_are_one_too_many():
    survivor, absorbed = scene.two_groups(Stage.FORMALIZATION, Stage.FORMALIZATION)
    assert "expediente legal abierto" in _listed(absorbed, survivor)[0]


def test_the_only_legal_file_survives_and_goes_on():
    survivor, absorbed = scene.two_groups(Stage.TRAINING, Stage.FORMALIZATION)
    scene.merged(survivor, absorbed)
    by = scene.boss()
    act = facts.record_legal_act(
        by=by, case=survivor, on=DAY, kind=LegalEventKind.DEED, evidence=evidence(by, scene.place())
    )
    assert act.file.case_id == absorbed.pk


def test_groups_of_two_municipalities_do_not_merge():
    survivor = case_in(Stage.TRAINING)
    stranger = case_in(Stage.TRAINING, at=incubator("04102"))
    assert "misma municipalidad" in " ".join(_listed(stranger, survivor))


def test_a_closed_group_neither_merges_nor_divides():
    survivor, absorbed = scene.two_groups()
    advancement.advance(
        by=scene.boss(), case=absorbed, verb=Verb.CLOSE, on=DAY, data={"close_reason": CloseReason.WITHDREW}
    )
    absorbed = scene.fresh(absorbed)
    assert "debe estar abierto" in _listed(absorbed, survivor)[0]


def test_nobody_chooses_to_close_as_merged_and_nobody_is_offered_its_verbs():
    case = case_in(Stage.TRAINING)
    offered = dict(advancement.close_reasons())
    assert not {CloseReason.MERGED, CloseReason.SPLIT, CloseReason.REVERTED, CloseReason.NOT_ADMITTED} & set(offered)
    for reason in (CloseReason.MERGED, CloseReason.SPLIT, CloseReason.REVERTED):
        with pytest.raises(Refused, match="Elija por qué"):
            advancement.advance(by=scene.boss(), case=case, verb=Verb.CLOSE, on=DAY, data={"close_reason": reason})
    assert not {Verb.INHERIT, Verb.REVERT} & set(advancement.next_verbs(case))


def test_a_merged_case_is_not_reopened():
    survivor, absorbed = scene.two_groups()
    scene.merged(survivor, absorbed)
    closed = scene.fresh(absorbed)
    assert Verb.REOPEN not in advancement.next_verbs(closed)
    with pytest.raises(Refused):
        advancement.advance(by=scene.boss(), case=closed, verb=Verb.REOPEN, on=DAY, data={"reason": "x"})


# ------------------------------------------------------------ the database


def _write(case, verb, target, **data):
    last = case.changes.order_by("-number").first()
    StageChange.objects.create(
        case=case, number=last.number + 1, from_stage=case.stage, to_stage=target, verb=verb, by=scene.boss(),
        effective_on=DAY, recorded_at=calendars.now(), data=data,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("update cases_case set stage = %s where id = %s", [target, case.pk])


@pytest.mark.parametrize("data", [{}, {"operation": 999_999}])
def test_sql_does_not_inherit_without_its_lineage(data):
    case = case_in(Stage.CENSUS)
    with pytest.raises(IntegrityError, match="no lineage"), transaction.atomic():
        _write(case, Verb.INHERIT, Stage.TRAINING, **data)


def test_sql_does_not_inherit_past_what_the_origin_left_nor_twice():
    case = case_in(Stage.SELECTION, name="Telares del Sol")
    operation = scene.split(case, [("A", Stage.CALL), ("B", Stage.CALL)])
    branch = operation.branches.first().case
    with pytest.raises(IntegrityError), transaction.atomic():
        _write(branch, Verb.INHERIT, Stage.SELECTION, operation=operation.pk)
    born = advancement.open_case(by=scene.boss(), organization=case.organization, incubator=case.incubator, on=DAY)
    Lineage.objects.create(operation=operation, from_case=case, to_case=born, kind="split", on=DAY)
    with pytest.raises(IntegrityError, match="no lineage"), transaction.atomic():
        _write(born, Verb.INHERIT, Stage.TRAINING, operation=operation.pk)
    _write(born, Verb.INHERIT, Stage.SELECTION, operation=operation.pk)


@pytest.mark.parametrize("reason", ["merged", "split", "reverted"])
def test_sql_does_not_close_as_merged_nor_split(reason):
    case = case_in(Stage.CENSUS)
    with pytest.raises(IntegrityError, match="no lineage"), transaction.atomic():
        _write(case, Verb.CLOSE, Stage.CLOSED, close_reason=reason)


def test_sql_does_not_revert_what_stands():
    survivor, absorbed = scene.two_groups()
    operation = scene.merged(survivor, absorbed)
    with pytest.raises(IntegrityError, match="no lineage"), transaction.atomic():
        _write(scene.fresh(absorbed), Verb.REVERT, Stage.TRAINING, operation=operation.pk)


def test_the_lineage_is_never_rewritten():
    from django.db import ProgrammingError

    operation = scene.merged(*scene.two_groups())
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Lineage.objects.filter(operation=operation).update(on=DAY - timedelta(days=9))
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Lineage.objects.filter(operation=operation).delete()


def test_a_deed_elsewhere_does_not_matter():
    survivor, absorbed = scene.two_groups()
    assert _listed(absorbed, survivor) == []
    assert not LegalEvent.objects.exists()
    assert coordinator_of(scene.place()) == scene.boss()
    assert Case.objects.count() == 2
