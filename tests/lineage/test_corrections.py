"""Reopening a closing and correcting a step, word by word: the week, what was built on it, and what ends with it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.enums import CloseReason, Stage, Verb
from cases.models import LegalFile
from cases.services import advancement, facts
from incubator import calendars
from incubator.requirements import Refused
from tests.factories import case_in
from tests.lineage import scene
from tests.lineage.scene import DAY, TODAY

pytestmark = pytest.mark.django_db
WHY = {"reason": "Se anotó por error."}


def _closed(stage=Stage.TRAINING):
    case = case_in(stage, name="Manos del Valle")
    advancement.advance(
        by=scene.boss(), case=case, verb=Verb.CLOSE, on=DAY, data={"close_reason": CloseReason.WITHDREW}
    )
    return scene.fresh(case)


def test_a_closing_is_reopened_within_seven_days_of_recording_and_both_rows_stay():
    case = _closed()
    steps = case.changes.count()
    with calendars.travel(TODAY + timedelta(days=6)):
        advancement.advance(by=scene.boss(), case=case, verb=Verb.REOPEN, on=TODAY, data=WHY)
    assert scene.fresh(case).stage == Stage.TRAINING
    assert case.changes.count() == steps + 1


def test_after_the_week_it_is_not():
    case = _closed()
    with calendars.travel(TODAY + timedelta(days=8)), pytest.raises(Refused, match="dentro de los 7 días"):
        advancement.advance(by=scene.boss(), case=case, verb=Verb.REOPEN, on=TODAY, data=WHY)


def test_what_was_recorded_on_top_of_a_step_blocks_its_correction_and_is_named():
    case = case_in(Stage.TRAINING, name="Manos del Valle")
    on = case.changes.order_by("-number").first().effective_on
    with calendars.travel(TODAY + timedelta(days=1)):
        facts.declare_supports(by=scene.boss(), case=case, on=on, supports=[])
        with pytest.raises(Refused, match="se apoya en ese paso"):
            advancement.advance(by=scene.boss(), case=case, verb=Verb.CORRECT, on=TODAY, data=WHY)


def test_what_happened_before_the_step_does_not_block_it():
    case = case_in(Stage.TRAINING, name="Manos del Valle")
    on = case.changes.order_by("-number").first().effective_on - timedelta(days=1)
    with calendars.travel(TODAY + timedelta(days=1)):
        facts.declare_supports(by=scene.boss(), case=case, on=on, supports=[])
        advancement.advance(by=scene.boss(), case=case, verb=Verb.CORRECT, on=TODAY, data=WHY)
    assert scene.fresh(case).stage == Stage.SELECTION


def test_correcting_a_return_opens_again_the_file_it_closed():
    case = case_in(Stage.FORMALIZATION, name="Manos del Valle")
    advancement.advance(by=scene.boss(), case=case, verb=Verb.RETURN_TO_BUSINESS, on=DAY, data=WHY)
    assert LegalFile.objects.get(case=case).closed_on == DAY
    advancement.advance(by=scene.boss(), case=scene.fresh(case), verb=Verb.CORRECT, on=DAY, data=WHY)
    assert LegalFile.objects.get(case=case).closed_on is None


def test_a_case_that_absorbed_another_is_not_corrected_over_it():
    survivor, absorbed = scene.two_groups()
    with calendars.travel(TODAY + timedelta(days=1)):
        scene.merged(survivor, absorbed, on=TODAY)
        with pytest.raises(Refused, match="la unión de otro grupo"):
            advancement.advance(by=scene.boss(), case=scene.fresh(survivor), verb=Verb.CORRECT, on=TODAY, data=WHY)


def test_the_pages_say_what_will_happen(client):
    case = case_in(Stage.TRAINING, name="Manos del Valle")
    client.force_login(scene.boss())
    closing = client.get(reverse("case_close", args=[case.organization_id])).content.decode()
    assert "Sus 5 integrantes siguen anotados" in closing
    assert "se puede reabrir hasta el 27-06-2021" in closing
    assert "Se unió a otro grupo" not in closing
    correcting = client.get(reverse("case_correct", args=[case.organization_id])).content.decode()
    assert "vuelve a Selección" in correcting
    advancement.advance(
        by=scene.boss(), case=case, verb=Verb.CLOSE, on=DAY, data={"close_reason": CloseReason.WITHDREW}
    )
    reopening = client.get(reverse("case_reopen", args=[case.organization_id])).content.decode()
    assert "El caso vuelve a Formación" in reopening
