"""Who evaluates, what she declares, and how far apart the sheets are."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases.enums import Conflict
from cases.models import ConflictDeclaration, Evaluation
from cases.rules.selection import rubric_adds_up, sheets_of
from cases.services.selection import evaluators, rubric, sheets
from incubator.enums import Role
from incubator.models import Post
from incubator.requirements import Refused
from tests import factories
from tests.factories.cases import call_of, evaluators_of
from tests.selection.stories import APPLIED, FILED, GIVEN, TODAY, application_of, applied, file, give


def _state(case):
    application = application_of(case)
    return sheets_of([application], TODAY)[application.pk]


def test_a_rubric_is_written_whole_adds_up_and_freezes(place, officer):
    call = call_of(place, officer, TODAY, state="draft", published_on=None)
    call.criteria.all().delete()
    assert not rubric_adds_up(call)
    rows = rubric.offered_rows(call)
    with pytest.raises(Refused, match="suman 90"):
        rubric.set_rubric(by=officer, call=call, rows=[row | {"weight": row["weight"] - 2} for row in rows])
    with pytest.raises(Refused, match="escriba 5 líneas"):
        rubric.set_rubric(by=officer, call=call, rows=[rows[0] | {"weight": 100, "guidance": "una\ndos"}])
    rubric.set_rubric(by=officer, call=call, rows=rows)
    assert rubric_adds_up(call)
    published = call_of(place, officer, TODAY)
    with pytest.raises(Refused, match="no cambia después de publicar"):
        rubric.set_rubric(by=officer, call=published, rows=rows)


def test_a_new_call_is_offered_the_rubric_of_the_last_one(place, officer):
    earlier = call_of(place, officer, APPLIED)
    earlier.criteria.exclude(order=1).delete()
    earlier.criteria.update(weight=100, name="Único")
    draft = call_of(place, officer, TODAY, state="draft", published_on=None)
    draft.criteria.all().delete()
    assert [row["name"] for row in rubric.offered_rows(draft)] == ["Único"]


def test_an_application_is_given_to_as_many_as_the_call_asks(place, boss):
    _, (case,) = applied(place, evaluators=1)
    application = give(case, evaluators_of(place)[0])
    with pytest.raises(Refused, match="ya tiene a todas"):
        evaluators.assign(by=boss, application=application, evaluator=evaluators_of(place)[1], on=GIVEN)
    assert _state(case).wanted == 1


def test_a_conflict_gives_the_application_to_somebody_else(place, boss):
    _, (case,) = applied(place)
    first, second = evaluators_of(place)
    given = evaluators.assign(by=boss, application=application_of(case), evaluator=first, on=GIVEN)
    assert evaluators.declare(by=first, entrusted=given, on=GIVEN, conflict=Conflict.RELATIVE) is None
    given.refresh_from_db()
    assert given.until == GIVEN
    assert ConflictDeclaration.objects.get().conflict == Conflict.RELATIVE
    assert _state(case).missing == 2
    with pytest.raises(Refused, match="no puede evaluar esta postulación"):
        evaluators.assign(by=boss, application=application_of(case), evaluator=first, on=GIVEN)
    with pytest.raises(Refused, match="ya no está a su cargo"):
        evaluators.declare(by=first, entrusted=given, on=GIVEN, conflict=Conflict.NONE)
    outsider = factories.user_with(Role.EVALUATOR, at=place)
    give(case, second, outsider)
    assert _state(case).missing == 0


def test_nobody_evaluates_her_own_group_nor_what_she_helped_to_write(place, boss):
    _, (case,) = applied(place)
    first, _ = evaluators_of(place)
    Post.objects.create(user=first, role=Role.REPRESENTATIVE, organization=case.organization, since=APPLIED, act="Acta")
    with pytest.raises(Refused, match="es del grupo"):
        evaluators.assign(by=boss, application=application_of(case), evaluator=first, on=GIVEN)
    with pytest.raises(Refused, match="no tiene un cargo"):
        evaluators.assign(by=boss, application=application_of(case), evaluator=boss, on=GIVEN)
    stranger = factories.user_with(Role.WEB_EDITOR, at=place)
    with pytest.raises(Refused, match="no tiene un cargo"):
        evaluators.assign(by=boss, application=application_of(case), evaluator=stranger, on=GIVEN)


def test_the_sister_municipality_and_the_university_may_evaluate_and_a_strangers_outsider_may_not(place):
    sister = factories.incubator("05601")
    far = factories.user_with(Role.OFFICER_DEVELOPMENT, at=sister)
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement())
    hers = factories.user_with(Role.EVALUATOR, at=sister)
    people = {post.user_id for post in evaluators.posts_to_evaluate(place, TODAY)}
    assert {far.pk, adviser.pk} <= people
    assert hers.pk not in people
    _, (case,) = applied(place)
    give(case, far, adviser)
    file(case, 3, 3)
    assert _state(case).is_complete


def test_a_panel_shares_the_applications_evenly(place, boss):
    call, _ = applied(place, 3)
    third = factories.user_with(Role.EVALUATOR, at=place)
    panel = [*evaluators_of(place), third]
    given = evaluators.assign_call(by=boss, call=call, evaluators=panel, on=GIVEN)
    assert len(given) == 6
    assert {sum(row.evaluator_id == one.pk for row in given) for one in panel} == {2}
    assert evaluators.assign_call(by=boss, call=call, evaluators=panel, on=GIVEN) == []


def test_a_sheet_is_a_draft_until_it_is_filed_once_with_points_and_reasons(place):
    _, (case,) = applied(place)
    first = evaluators_of(place)[0]
    application = give(case)
    given = application.assignments.get(evaluator=first)
    criteria = list(application.call.criteria.values_list("pk", flat=True))
    with pytest.raises(Refused) as refusal:
        sheets.file_sheet(by=first, entrusted=given, on=FILED, scores={criteria[0]: (3, "")})
    assert len(refusal.value.sentences) == 9
    sheets.save_sheet(by=first, entrusted=given, on=FILED, scores={criteria[0]: (3, "Medio")})
    assert given.sheet.scores.get(criterion=criteria[0]).points == 3
    assert given.sheet.completed_on is None
    full = dict.fromkeys(criteria, (3, "Se lee."))
    with pytest.raises(Refused, match="va de 0 a 4"):
        sheets.save_sheet(by=first, entrusted=given, on=FILED, scores=dict.fromkeys(criteria, (5, "x")))
    assert sheets.file_sheet(by=first, entrusted=given, on=FILED, scores=full).score == Decimal("75.00")
    with pytest.raises(Refused, match="ya se presentó"):
        sheets.file_sheet(by=first, entrusted=given, on=FILED, scores=full)


def test_a_sheet_opens_only_after_its_declaration_and_for_its_owner_alone(place, boss):
    _, (case,) = applied(place)
    first, second = evaluators_of(place)
    given = evaluators.assign(by=boss, application=application_of(case), evaluator=first, on=GIVEN)
    with pytest.raises(Refused, match="Declare primero"):
        sheets.save_sheet(by=first, entrusted=given, on=FILED, scores={})
    for other in (second, boss):
        with pytest.raises(PermissionDenied):
            evaluators.declare(by=other, entrusted=given, on=GIVEN, conflict=Conflict.NONE)


def test_a_wide_difference_asks_for_a_third_sheet_and_the_score_is_the_mean_of_three(place, boss):
    _, (case,) = applied(place)
    give(case)
    file(case, 4, 2)  # 100 and 50
    assert _state(case).needs_third
    assert _state(case).score is None
    third = factories.user_with(Role.EVALUATOR, at=place)
    give(case, third)
    assert application_of(case).assignments.get(evaluator=third).is_third
    file(case, 3)
    assert _state(case).score == Decimal("75.00")
    assert not _state(case).needs_third


def test_a_difference_of_just_the_limit_asks_for_none(place):
    _, (case,) = applied(place)
    give(case)
    file(case, 4, 3)
    assert _state(case).is_complete


def test_an_office_of_one_uses_an_outsider_when_its_only_evaluator_has_a_conflict(place, boss):
    _, (case,) = applied(place, evaluators=1)
    first = evaluators_of(place)[0]
    given = evaluators.assign(by=boss, application=application_of(case), evaluator=first, on=GIVEN)
    evaluators.declare(by=first, entrusted=given, on=GIVEN, conflict=Conflict.HELPED)
    give(case, factories.user_with(Role.EVALUATOR, at=place))
    file(case, 3)
    assert _state(case).is_complete
    assert Evaluation.objects.filter(case=case).count() == 1


def test_an_evaluator_taken_off_leaves_her_open_sheet_out(place, boss):
    _, (case,) = applied(place)
    application = give(case)
    given = application.assignments.first()
    evaluators.release(by=boss, entrusted=given, on=FILED, reason="Está con permiso")
    assert _state(case).missing == 1
    with pytest.raises(Refused, match="ya no está a su cargo"):
        sheets.save_sheet(by=given.evaluator, entrusted=given, on=FILED, scores={})


def test_blind_nobody_reads_a_sheet_before_all_are_filed(place, boss, officer, enter):
    _, (case,) = applied(place)
    give(case)
    file(case, [4, 4, 4, 4, 0])
    other = evaluators_of(place)[1]
    pages = [
        reverse("fact_evaluation", args=[case.organization_id]),
        reverse("call_selection", args=[application_of(case).call_id]),
    ]
    for user in (boss, officer, other):
        for page in pages:
            text = enter(user).get(page).content.decode()
            assert "90,00" not in text
            assert "Se lee en la postulación" not in text
    file(case, 3)
    text = enter(boss).get(pages[0]).content.decode()
    assert "82,50" in text
    assert "Se lee en la postulación" in text
