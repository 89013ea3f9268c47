"""What an application lacks to be ready: each reason by itself, in a sentence, with the page that mends it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cases.funding.bases.shapes import Condition, Subject
from cases.funding.eligibility import kinds
from cases.funding.package import readiness
from cases.funding.package.whole import Whole
from cases.funding.words import RESERVED
from cases.models import FundBudget, ReservedAnswer, VerifiedCondition
from cases.services.funding import vault
from incubator import calendars
from tests.funding import packaged
from tests.funding.packaged import AT, DAY
from tests.funding.scene import a_version, fresh

pytestmark = pytest.mark.django_db
SHARE = Condition("share", "disability_share", Subject.GROUP, parameters={"percent": 50}, clause="4.3")


@pytest.fixture(autouse=True)
def that_day():
    with calendars.travel(AT):
        yield


@pytest.fixture
def story(place):
    """(application in review that lacks nothing, its team)."""
    case, team = packaged.a_case(place)
    return packaged.reviewed(packaged.written(case, team), team), team


def _lacks(application, by):
    return [(one.rule, one.sentence, one.fix) for one in readiness.lacks(fresh(application), by=by, on=DAY)]


def test_what_lacks_nothing_says_so_in_a_sentence_for_each_thing(story):
    application, team = story
    assert _lacks(application, team.coordinator) == []
    found = readiness.asked(Whole(fresh(application), by=team.coordinator, on=DAY))
    assert [one.met for one in found] == [True] * 9


def test_whoever_wrote_part_of_it_does_not_approve_it(story):
    application, team = story
    (found,) = _lacks(application, team.officer)
    assert found == ("approver", "La aprueba otra persona: usted escribió parte del texto o del presupuesto.", "")
    budget = FundBudget.objects.get(application=application)
    assert budget.authors.filter(pk=team.officer.pk).exists()


def test_new_bases_are_adopted_first(story):
    application, team = story
    a_version(application.call, packaged.asked(summary="Otro resumen."), in_force_from=DAY)
    assert ("bases", "Las bases cambiaron: adopte la versión 2 y revise lo que cambia.", "bases") in _lacks(
        application, team.coordinator
    )


def test_a_text_written_again_reopens_its_review_and_the_confirmation(story):
    application, team = story
    packaged.say(application, team, {"why": "Otra razón."}, at=AT + timedelta(minutes=5))
    found = _lacks(application, team.coordinator)
    assert [rule for rule, _, _ in found] == ["review", "confirmation"]
    assert found[0][1:] == ("«El proyecto»: cambió después de revisada.", "review")
    assert found[1][2] == "confirm"


def test_a_field_that_is_blank_or_too_long_says_which_one_and_where(story):
    application, team = story
    packaged.say(application, team, {"name": "x" * 61}, at=AT + timedelta(minutes=5))
    found = _lacks(application, team.coordinator)
    assert ("form.name", "El proyecto, «Nombre del proyecto»: sobra 1 carácter.", "form:project") in found


def test_a_document_set_aside_or_that_expires_before_its_day_is_asked(story):
    application, team = story
    letter = application.case.vaultdocuments.get(kind="support_letter")
    vault.set_aside(by=team.officer, document=letter, on=DAY, why="Es de otro grupo")
    found = _lacks(application, team.coordinator)
    assert [(rule, fix) for rule, _, fix in found] == [("papers", "documents")]
    assert "«Carta de apoyo»: Falta." in found[0][1]


def test_what_nobody_can_query_is_answered_in_writing_and_with_a_yes(story):
    application, team = story
    VerifiedCondition.objects.create(
        application=application, key="debts", meets=False, text="Tiene una deuda", seen_on=DAY, by=team.officer,
        at=AT + timedelta(minutes=1),
    )  # fmt: skip
    found = _lacks(application, team.coordinator)
    assert [rule for rule, _, _ in found] == ["condition"]
    assert "Sin deudas ni impedimentos" in found[0][1]


def test_what_is_still_to_verify_leads_to_its_page(place):
    case, team = packaged.a_case(place)
    more = Condition("other", "free_text", parameters={"text": "Tiene local propio"})
    bases = packaged.asked(conditions=(*packaged.CONDITIONS, more))
    application = packaged.reviewed(packaged.written(case, team, bases=bases), team)
    (found,) = _lacks(application, team.coordinator)
    assert (found[0], found[2]) == ("to_verify", "verify")
    assert "Tiene local propio" in found[1]


def test_a_condition_that_fails_on_its_day_says_what_is_missing(place):
    case, team = packaged.a_case(place)
    few = Condition("members", "members", Subject.GROUP, parameters={"minimum": 10})
    bases = packaged.asked(conditions=(few, packaged.CONDITIONS[1]))
    application = packaged.reviewed(packaged.written(case, team, bases=bases), team)
    (found,) = _lacks(application, team.coordinator)
    assert (found[0], found[2]) == ("condition", "conditions")


def test_a_reserved_condition_rests_on_the_dated_answer_of_the_office(place):
    case, team = packaged.a_case(place)
    bases = packaged.asked(conditions=(*packaged.CONDITIONS, SHARE))
    application = packaged.reviewed(packaged.written(case, team, bases=bases), team)
    (found,) = _lacks(application, team.coordinator)
    assert (found[0], found[2]) == ("reserved", "conditions")
    assert "falta la respuesta de la oficina" in found[1]
    told = {"case": case, "condition": kinds.fingerprint(SHARE), "question": "x", "recorded_by": team.officer}
    members = _digest_of_members(application, team)
    ReservedAnswer.objects.create(meets=True, members=members, happened_on=DAY, **told)
    assert _lacks(application, team.coordinator) == []
    package = packaged.ready(application, team)
    (said,) = [one for one in package.snapshot["evaluation"]["answers"] if one["key"] == "share"]
    assert said["said"] == f"Respondida por la oficina el {DAY:%d-%m-%Y}."
    assert (said["outcome"], said["reserved"]) == ("", True)


def _digest_of_members(application, team):
    from cases.funding.matching import people

    group = application.case.organization_id
    return people.members_of([group], DAY)[group].digest


def test_an_optional_document_or_a_condition_that_will_be_met_stops_nobody(place):
    case, team = packaged.a_case(place)
    optional = replace(packaged.DOCUMENTS[0], key="more", name="Otra carta", kind="sworn", required=False)
    bases = packaged.asked(documents=(*packaged.DOCUMENTS, optional))
    application = packaged.written(case, team, bases=packaged.asked())
    assert optional.required is False
    version = a_version(application.call, bases, in_force_from=DAY)
    application.bases = version
    application.save(update_fields=["bases"])
    assert _lacks(packaged.reviewed(application, team), team.coordinator) == []


def test_whoever_reads_no_sensitive_data_never_reads_whether_a_reserved_document_is_there(story):
    application, team = story
    whole = Whole(fresh(application), by=team.reader, on=DAY)
    before = [one.sentence for one in readiness.asked(whole, veiled=True)]
    for document in application.case.vaultdocuments.filter(kind__in=RESERVED):
        vault.set_aside(by=team.officer, document=document, on=DAY, why="Era de otra persona")
    whole = Whole(fresh(application), by=team.reader, on=DAY)
    assert [one.sentence for one in readiness.asked(whole, veiled=True)] == before
    assert any("documento reservado" in sentence for _, sentence, _ in _lacks(application, team.coordinator))
