"""What is written in the form: two tabs, two people, one left beside the other, and nothing lost."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.enums import Stage
from cases.funding.form import reading as forms_reading
from cases.funding.words import AnswerSource
from cases.models import FundAnswer
from cases.services.funding import answers, news
from incubator import calendars
from incubator.enums import Role
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene

pytestmark = pytest.mark.django_db
DAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def one(place):
    return scene.an_application(factories.case_in(Stage.BUSINESS, at=place), scene.a_call(place))


def _write(one, by, text, *, page, seen=0, key="why"):
    said = {"values": {key: text}, "seen": {key: seen}, "page": page, "at": calendars.now()}
    return answers.save(by=by, application=one, **said)


def _kept(one, key="why"):
    return forms_reading.kept(one)[key]


def test_one_sheet_saves_again_and_again_over_itself(one, officer):
    for text in ("Falta", "Falta trabajo", "Falta trabajo aquí."):
        assert _write(one, officer, text, page="a").beside == []
    assert _kept(one).value == "Falta trabajo aquí."
    assert [row.number for row in _kept(one).rows] == [1, 2, 3]


def test_what_a_sheet_did_not_touch_is_not_written(one, officer):
    _write(one, officer, "Falta trabajo.", page="a")
    assert _write(one, officer, "Falta trabajo.", page="a").written == []
    assert _write(one, officer, "Falta trabajo.", page="b", seen=1).written == []
    assert len(_kept(one).rows) == 1


def test_a_stale_sheet_that_did_not_touch_the_field_does_not_undo_it(one, officer, coordinator):
    _write(one, officer, "Uno.", page="a")
    _write(one, coordinator, "Dos.", page="b", seen=1)
    saved = _write(one, officer, "Uno.", page="a")
    assert (saved.written, saved.beside) == ([], [])
    assert _kept(one).value == "Dos."


def test_a_stale_save_is_kept_beside_and_never_over(one, officer, coordinator):
    _write(one, officer, "Uno.", page="a")
    _write(one, coordinator, "Dos.", page="b", seen=1)
    saved = _write(one, officer, "Tres.", page="a")
    assert saved.beside == ["why"]
    kept = _kept(one)
    assert kept.value == "Dos."
    assert [(row.value, row.by) for row in kept.beside] == [("Tres.", officer)]
    assert "hay dos versiones" in " ".join(f.sentence for f in forms_reading.lacks(one, scene.some_bases()))


def test_the_same_person_with_two_tabs_loses_nothing(one, officer):
    _write(one, officer, "En la primera.", page="a")
    _write(one, officer, "En la segunda.", page="b")
    assert _kept(one).value == "En la primera."
    assert [row.value for row in _kept(one).beside] == ["En la segunda."]


def test_of_a_stale_sheet_only_its_last_saving_waits(one, officer, coordinator):
    _write(one, coordinator, "Dos.", page="b")
    for text in ("T", "Tr", "Tres."):
        _write(one, officer, text, page="a")
    assert [row.value for row in _kept(one).beside] == ["Tres."]


def test_two_people_in_different_fields_do_not_meet(one, officer, coordinator):
    _write(one, officer, "Uno.", page="a")
    _write(one, coordinator, 6, page="b", key="months")
    assert forms_reading.values(one)["why"] == "Uno."
    assert forms_reading.values(one)["months"] == 6


def test_somebody_joins_the_two_and_nothing_waits_any_more(one, officer, coordinator):
    _write(one, coordinator, "Dos.", page="b")
    _write(one, officer, "Tres.", page="a")
    said = {"key": "why", "value": "Dos y tres.", "upto": 2, "page": "c", "at": calendars.now()}
    row = answers.choose(by=coordinator, application=one, **said)
    assert (row.settles, row.source) == (2, AnswerSource.CHOSEN)
    assert (_kept(one).value, _kept(one).beside) == ("Dos y tres.", [])
    assert [row.value for row in _kept(one).rows] == ["Dos.", "Tres.", "Dos y tres."]


def test_choosing_over_what_came_meanwhile_is_kept_beside_too(one, officer, coordinator):
    _write(one, coordinator, "Dos.", page="b")
    _write(one, officer, "Tres.", page="a")
    _write(one, coordinator, "Cuatro.", page="b")
    said = {"key": "why", "value": "Dos y tres.", "upto": 2, "page": "c", "at": calendars.now()}
    assert answers.choose(by=officer, application=one, **said).beside
    assert _kept(one).value == "Cuatro."
    assert {row.value for row in _kept(one).beside} == {"Tres.", "Dos y tres."}


def test_a_later_plain_save_does_not_settle_what_waits(one, officer, coordinator):
    _write(one, coordinator, "Dos.", page="b")
    _write(one, officer, "Tres.", page="a")
    _write(one, coordinator, "Dos, mejor.", page="d", seen=1)
    assert [row.value for row in _kept(one).beside] == ["Tres."]


def test_what_was_wrong_is_kept_as_typed_and_told(one, officer):
    _write(one, officer, "doce", page="a", key="months")
    assert forms_reading.values(one)["months"] == "doce"
    told = [f.sentence for f in forms_reading.lacks(one, scene.some_bases()) if f.field == "months"]
    assert told == ["El proyecto, «Duración en meses»: escriba un número sin decimales, por ejemplo 12."]


def test_a_character_that_the_database_does_not_keep_is_left_out(one, officer):
    _write(one, officer, "a\x00b", page="a")
    assert _kept(one).value == "ab"


def test_a_field_of_no_version_of_the_bases_is_refused(one, officer):
    with pytest.raises(Refused, match="no preguntan eso"):
        _write(one, officer, "x", page="a", key="invented")


def test_only_who_writes_there_writes(one, place):
    for role, at in ((Role.REPRESENTATIVE, one.case.organization), (Role.AUDITOR, scene.agreement_of(place))):
        with pytest.raises(PermissionDenied):
            _write(one, factories.user_with(role, at=at), "x", page="a")


def test_what_it_said_on_a_day_can_be_read_again(one, officer):
    _write(one, officer, "Uno.", page="a")
    before = calendars.now()
    with calendars.travel(date(2021, 6, 20)):
        _write(one, officer, "Dos.", page="a")
        assert forms_reading.values_at(one, before)["why"] == "Uno."
        assert forms_reading.values_at(one, calendars.now())["why"] == "Dos."


def test_the_database_refuses_to_write_the_form_of_what_is_not_written_now(one, officer):
    news.withdraw(by=officer, application=one, on=DAY, at=calendars.now(), note="Ya no.")
    with pytest.raises(IntegrityError, match="its form is not written"), transaction.atomic():
        FundAnswer.objects.create(application=one, key="why", number=9, value="x", by=officer)
