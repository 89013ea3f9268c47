"""Bases that change under open drafts: who waits to adopt them, what passes by its key, what is kept apart."""

from dataclasses import replace
from datetime import date

import pytest

from cases.enums import Stage
from cases.funding.bases.shapes import FieldKind, FormField, Section
from cases.funding.form import adoption, reviewing
from cases.funding.form import reading as forms_reading
from cases.funding.words import AnswerSource
from cases.services.funding import adopting, answers, news, reviews
from incubator import calendars
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene

pytestmark = pytest.mark.django_db
DAY = date(2021, 6, 15)
PROJECT, PLAN = scene.SECTIONS
#: «why» is asked no longer, «line» is a text now, «place» is new and the case knows it; the other section is the same.
CHANGED = replace(
    PROJECT,
    fields=(
        PROJECT.fields[0],
        PROJECT.fields[2],
        FormField("line", "Línea"),
        FormField("months_text", "Por qué esos meses"),
        FormField("place", "Comuna", prefill="group_name"),
    ),
)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def call(place):
    return scene.a_call(place)


@pytest.fixture
def drafts(place, call, officer):
    """Two drafts of two groups, both with something written."""
    made = [scene.an_application(factories.case_in(Stage.BUSINESS, at=place), call) for _ in range(2)]
    for one in made:
        said = {"values": {"why": "Falta trabajo.", "months": 6, "line": "Trabajo"}, "seen": {}}
        answers.save(by=officer, application=one, page="a", at=calendars.now(), **said)
    return made


def _new(call, sections=(CHANGED, PLAN), **fields):
    return scene.a_version(call, scene.some_bases(sections=sections), in_force_from=DAY, **fields)


def test_new_bases_wait_in_both_drafts_and_in_none_that_was_given_up(drafts, call, officer, django_assert_num_queries):
    assert adoption.pending(drafts, DAY) == {}
    version = _new(call)
    with django_assert_num_queries(1):
        assert adoption.pending(drafts, DAY) == {one.pk: version for one in drafts}
    news.withdraw(by=officer, application=drafts[0], on=DAY, at=calendars.now(), note="Ya no.")
    assert adoption.pending([scene.fresh(drafts[0]), drafts[1]], DAY) == {drafts[1].pk: version}
    adopting.adopt(by=officer, application=drafts[1], version=version, at=calendars.now())
    assert adoption.pending([scene.fresh(drafts[1])], DAY) == {}


def test_bases_not_yet_in_force_wait_for_nobody(drafts, call):
    scene.a_version(call, scene.some_bases(), in_force_from=date(2021, 7, 1))
    assert adoption.pending(drafts, DAY) == {}


def test_what_will_happen_is_said_before_it_happens(drafts, call):
    version = _new(call)
    found = adoption.effect(drafts[0], scene.bases_of(drafts[0].bases), scene.bases_of(version))
    assert {row.key for row in found.carried} >= {"name", "months", "people"}
    assert [row.key for row in found.changed] == ["line"]
    assert [row.key for row in found.new] == ["months_text", "place"]
    assert [(row.label, row.text) for row in found.apart] == [("Por qué hace falta", "Falta trabajo.")]


def test_answers_pass_by_their_key_and_what_is_not_asked_is_kept_apart(drafts, call, officer):
    version = _new(call)
    one = adopting.adopt(by=officer, application=drafts[0], version=version, at=calendars.now())
    bases, kept = scene.bases_of(one.bases), forms_reading.kept(one)
    assert (kept["months"].value, kept["line"].value) == (6, "Trabajo")
    assert [(key, answer.value) for key, answer in forms_reading.apart(bases, kept)] == [("why", "Falta trabajo.")]
    assert kept["place"].current.source == AnswerSource.CASE
    assert scene.fresh(drafts[1]).bases.number == 1


def test_a_value_of_another_kind_is_kept_apart_and_the_field_is_blank(drafts, call, officer):
    table = replace(CHANGED, fields=(FormField("line", "Líneas", FieldKind.TABLE, columns=("Cuál",)),))
    one = adopting.adopt(by=officer, application=drafts[0], version=_new(call, (table, PLAN)), at=calendars.now())
    bases, kept = scene.bases_of(one.bases), forms_reading.kept(one)
    assert "line" in [key for key, _ in forms_reading.apart(bases, kept)]
    assert "form.line" in [finding.rule for finding in forms_reading.lacks(one, bases)]


def test_the_review_of_what_changed_is_opened_again_and_the_rest_stays(drafts, call, officer, coordinator):
    one = drafts[0]
    reviews.send(by=officer, application=one, on=DAY)
    for row in reviewing.standings(one, scene.bases_of(one.bases)):
        said = {"section": row.section.key, "is_fine": True, "digest": row.digest, "at": calendars.now()}
        reviews.read_section(by=coordinator, application=one, **said)
    version = _new(call)
    effect = adoption.effect(one, scene.bases_of(one.bases), scene.bases_of(version))
    assert effect.sections == [PROJECT.title]
    adopting.adopt(by=officer, application=one, version=version, at=calendars.now())
    one = scene.fresh(one)
    standing = {row.section.key: row.is_fine for row in reviewing.standings(one, scene.bases_of(one.bases))}
    assert standing == {"project": False, "plan": True}


def test_only_the_version_in_force_is_adopted(drafts, call, officer):
    second = _new(call)
    third = _new(call, (Section("one", "Uno", (FormField("only", "Solo"),)),))
    with pytest.raises(Refused, match="ya no es la versión vigente"):
        adopting.adopt(by=officer, application=drafts[0], version=second, at=calendars.now())
    assert adopting.adopt(by=officer, application=drafts[0], version=third, at=calendars.now()).bases == third


def test_an_old_page_saved_after_adopting_loses_nothing(drafts, call, officer):
    one = adopting.adopt(by=officer, application=drafts[0], version=_new(call), at=calendars.now())
    said = {"values": {"why": "Lo que escribía en la otra pestaña."}, "seen": {"why": 1}, "page": "a"}
    answers.save(by=officer, application=one, at=calendars.now(), **said)
    assert forms_reading.kept(one)["why"].value == "Lo que escribía en la otra pestaña."
