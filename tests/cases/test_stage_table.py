"""The table stage × verb × role: what is offered, to whom, and the answer to everything else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.enums import Stage, Verb
from cases.journey import STEPS
from cases.services import advancement
from cases.verbs import DEMANDS
from incubator.access import Permission
from incubator.enums import Role
from incubator.requirements import Refused
from tests.factories import case_in, incubator, user_with
from tests.factories.cases import WEEK, prepare

pytestmark = pytest.mark.django_db
BACK = (Verb.REOPEN, Verb.CORRECT)


def _forward(stage):
    return [verb for verb, steps in STEPS.items() if stage in steps]


@pytest.mark.parametrize("stage", list(Stage))
def test_from_each_stage_only_its_own_verbs_are_offered_and_every_other_is_refused(stage):
    place = incubator()
    case = case_in(stage, at=place)
    offered = advancement.next_verbs(case)
    assert [verb for verb in offered if verb not in BACK] == _forward(stage)
    boss = user_with(Role.COORDINATOR, at=place)
    last = case.changes.order_by("-number").first()
    for verb in set(Verb) - {Verb.RECORD} - set(offered):
        with pytest.raises(Refused, match="El caso ya está en"):
            advancement.advance(by=boss, case=case, verb=verb, on=last.effective_on, data={"reason": "x"})
    case.refresh_from_db()
    assert case.stage == stage
    assert case.changes.count() == last.number


ROLES = {
    Role.COORDINATOR: {Permission.ADVANCE, Permission.DECIDE},
    Role.OFFICER_DISABILITY: {Permission.ADVANCE},
    Role.OFFICER_DEVELOPMENT: {Permission.ADVANCE},
    Role.ADVISOR: set(),
    Role.UNIVERSITY_COORDINATOR: set(),
    Role.LEGAL_ADVISER: set(),
    Role.CERTIFYING_OFFICER: set(),
    Role.AUDITOR: set(),
    Role.FUNDER_ANALYST: set(),
    Role.FUNDER_APPROVER: set(),
    Role.WEB_EDITOR: set(),
    Role.DATA_DELEGATE: set(),
    Role.EVALUATOR: set(),
    Role.ADMINISTRATOR: set(),
}


OF_THE_AGREEMENT = {
    Role.UNIVERSITY_COORDINATOR,
    Role.ADVISOR,
    Role.LEGAL_ADVISER,
    Role.AUDITOR,
    Role.FUNDER_ANALYST,
    Role.FUNDER_APPROVER,
}


def _somebody(role, place, case, on):
    """A user of the role, as close to the case as the role can be."""
    assigned = [case.organization] if role in (Role.ADVISOR, Role.LEGAL_ADVISER) else []
    return user_with(role, at=place.agreement_on(on) if role in OF_THE_AGREEMENT else place, groups=assigned)


@pytest.mark.parametrize(
    ("stage", "verb"),
    [(Stage.CENSUS, Verb.APPLY), (Stage.SELECTION, Verb.ADMIT), (Stage.TRAINING, Verb.DEFINE_BUSINESS)],
)
def test_with_every_fact_in_place_only_the_roles_of_the_table_take_the_step(stage, verb):
    place = incubator()
    case = case_in(stage, at=place)
    on = case.changes.order_by("-number").first().effective_on + WEEK
    prepare(case, verb, on)
    took = set()
    for role in ROLES:
        user = _somebody(role, place, case, on)
        with transaction.atomic():  # each role finds the case where it stood
            try:
                advancement.advance(by=user, case=case, verb=verb, on=on)
                took.add(role)
            except PermissionDenied:
                pass
            transaction.set_rollback(True)
    assert took == {role for role, granted in ROLES.items() if DEMANDS[verb].permission in granted}


def test_a_coordinator_of_another_municipality_takes_no_step():
    case = case_in(Stage.CENSUS)
    stranger = user_with(Role.COORDINATOR, at=incubator("04102"))
    with pytest.raises(PermissionDenied):
        advancement.advance(by=stranger, case=case, verb=Verb.APPLY, on=case.opened_on)
