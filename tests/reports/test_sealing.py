"""Who seals what and when: a table of facts, and the reason of each refusal."""

import threading
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction

from incubator.enums import Role
from incubator.models import JournalEntry
from incubator.requirements import Refused
from reports import services
from reports.enums import STEPS, ReportState
from reports.models import Report, ReportChange
from reports.rules import Act
from reports.services import guard, reading
from tests import factories
from tests.reports.world import JUNE, MAY, TEXTS, World, at

pytestmark = pytest.mark.django_db(transaction=True)
IN_JUNE = date(2021, 6, 5)


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    made = World(groups=1)
    made.session(date(2021, 5, 6), made.cases[0])
    return made


def refusal(do):
    with pytest.raises(Refused) as refused:
        do()
    return [finding.rule for finding in refused.value.findings]


def test_a_written_month_that_ended_is_sealed_by_another_person(world):
    report = world.sealed(MAY)
    assert (report.state, report.sealed_by, report.seal_asked_by) == ("sealed", world.coordinator, world.officer)
    assert len(report.code) == 16
    steps = [(row.from_state, row.to_state) for row in report.changes.order_by("id")]
    assert steps == [("", "draft"), ("draft", "sealed")]
    assert JournalEntry.objects.filter(verb="report_sealed", subject_id=report.pk, by=world.coordinator).exists()
    assert report.snapshot["seal"]["sealed_as"] == Role.COORDINATOR.label


def before_the_end(world):
    draft = world.compose(MAY, date(2021, 5, 31))
    services.write_narrative(by=world.officer, report=draft, on=date(2021, 5, 31), **TEXTS)
    return lambda: services.ask_seal(by=world.officer, report=draft, on=date(2021, 5, 31), at=at(IN_JUNE))


def without_the_previous(world):
    draft = world.compose(JUNE, date(2021, 7, 2))
    services.write_narrative(by=world.officer, report=draft, on=date(2021, 7, 2), **TEXTS)
    return lambda: services.ask_seal(by=world.officer, report=draft, on=date(2021, 7, 2), at=at(IN_JUNE))


def without_narrative(world):
    draft = world.compose(MAY, IN_JUNE)
    services.write_narrative(by=world.officer, report=draft, on=IN_JUNE, summary="Solo esto.")
    return lambda: services.ask_seal(by=world.officer, report=draft, on=IN_JUNE, at=at(IN_JUNE))


def nobody_asked(world):
    draft = world.compose(MAY, IN_JUNE)
    services.write_narrative(by=world.officer, report=draft, on=IN_JUNE, **TEXTS)
    return lambda: world.seal(draft, IN_JUNE)


def by_who_prepared(world):
    draft = world.compose(MAY, IN_JUNE)
    services.write_narrative(by=world.coordinator, report=draft, on=IN_JUNE, **TEXTS)
    services.ask_seal(by=world.coordinator, report=draft, on=IN_JUNE, at=at(IN_JUNE))
    return lambda: world.seal(draft, IN_JUNE)


def after_new_rows(world):
    draft = world.asked(MAY, IN_JUNE)
    world.session(date(2021, 5, 27), world.cases[0])
    return lambda: world.seal(draft, IN_JUNE)


def having_seen_something_else(world):
    draft = world.asked(MAY, IN_JUNE)
    return lambda: services.seal(by=world.coordinator, report=draft, on=IN_JUNE, at=at(IN_JUNE), seen="otra cosa")


def twice(world):
    report = world.sealed(MAY)
    return lambda: world.seal(report, IN_JUNE)


@pytest.mark.parametrize(
    ("story", "reasons"),
    [
        (before_the_end, ["the_period_ended"]),
        (without_the_previous, ["the_previous_is_sealed"]),
        (without_narrative, ["the_narrative_is_written"]),
        (nobody_asked, ["the_seal_was_asked"]),
        (by_who_prepared, ["the_sealer_did_not_prepare"]),
        (after_new_rows, ["the_figures_are_as_seen"]),
        (having_seen_something_else, ["the_figures_are_as_seen"]),
        (twice, ["it_is_a_draft"]),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_a_report_is_not_sealed(world, story, reasons):
    attempt = story(world)
    before = list(ReportChange.objects.order_by("id").values_list("pk", flat=True))
    assert refusal(attempt) == reasons
    assert list(ReportChange.objects.order_by("id").values_list("pk", flat=True)) == before


def test_a_refusal_for_moved_figures_says_the_difference(world):
    attempt = after_new_rows(world)
    with pytest.raises(Refused) as refused:
        attempt()
    assert "Horas registradas" in str(refused.value).replace("horas registradas", "Horas registradas")
    assert "1,5 antes, 3,0 ahora" in str(refused.value)


def test_changing_words_or_figures_asks_for_the_seal_again(world):
    draft = world.asked(MAY, IN_JUNE)
    services.write_narrative(by=world.coordinator, report=draft, on=IN_JUNE, summary="Otras palabras.")
    assert Report.objects.get(pk=draft.pk).seal_asked_by is None
    draft = services.ask_seal(by=world.officer, report=draft, on=IN_JUNE, at=at(IN_JUNE))
    world.session(date(2021, 5, 27), world.cases[0])
    assert world.compose(MAY, IN_JUNE).seal_asked_by is None


@pytest.mark.parametrize("who", ["officer", "advisor", "university", "analyst", "approver"])
def test_only_the_coordination_seals(world, who):
    draft = world.asked(MAY, IN_JUNE)
    with pytest.raises(PermissionDenied):
        world.seal(draft, IN_JUNE, by=getattr(world, who))


def test_the_coordination_of_another_incubator_does_not_seal(world):
    other = factories.user_with(Role.COORDINATOR, at=factories.incubator("03101"))
    draft = world.asked(MAY, IN_JUNE)
    with pytest.raises(PermissionDenied):
        world.seal(draft, IN_JUNE, by=other)


def test_an_adviser_prepares_where_a_group_is_assigned(world):
    adviser = factories.user_with(Role.ADVISOR, at=world.place, groups=[world.cases[0].organization])
    draft = world.compose(MAY, IN_JUNE, by=adviser)
    assert Report.objects.visible_to(adviser).get() == draft
    stranger = factories.user_with(Role.ADVISOR, at=world.place)
    with pytest.raises(PermissionDenied):
        world.compose(JUNE, IN_JUNE, by=stranger)


def test_the_report_goes_from_seal_to_acceptance_by_the_right_hands(world):
    report = world.sealed(MAY)
    assert not Report.objects.visible_to(world.analyst).exists()
    with pytest.raises(PermissionDenied):
        services.deliver(by=world.coordinator, report=report, on=IN_JUNE)
    services.deliver(by=world.university, report=report, on=IN_JUNE)
    assert Report.objects.visible_to(world.analyst).get() == report
    assert refusal(lambda: services.accept(by=world.analyst, report=report, on=IN_JUNE)) == ["an_approver_accepts"]
    done = services.accept(by=world.approver, report=report, on=IN_JUNE)
    assert done.state == ReportState.ACCEPTED
    assert refusal(lambda: services.withdraw(by=world.coordinator, report=report, on=IN_JUNE, reason="x")) == [
        "the_step_exists"
    ]


def test_the_agency_observes_with_its_reason_and_a_new_version_answers(world):
    report = services.deliver(by=world.university, report=world.sealed(MAY), on=IN_JUNE)
    assert refusal(lambda: services.observe(by=world.analyst, report=report, on=IN_JUNE, reason=" ")) == [
        "a_reason_is_given"
    ]
    report = services.observe(by=world.analyst, report=report, on=IN_JUNE, reason="Falta explicar las horas.")
    assert report.changes.order_by("-id").first().reason == "Falta explicar las horas."
    draft = services.correct(by=world.officer, report=report, on=IN_JUNE)
    assert refusal(lambda: services.correct(by=world.officer, report=report, on=IN_JUNE)) == ["no_draft_waits"]
    draft = services.ask_seal(by=world.officer, report=draft, on=IN_JUNE, at=at(IN_JUNE))
    assert world.seal(draft, IN_JUNE).supersedes_id == report.pk


def test_a_withdrawn_month_must_be_sealed_again_before_the_next(world):
    may = world.sealed(MAY)
    services.withdraw(by=world.coordinator, report=may, on=IN_JUNE, reason="Se selló con un error.")
    assert refusal(without_the_previous(world)) == ["the_previous_is_sealed"]
    again = world.sealed(MAY)
    assert (again.version, again.code != may.code) == (2, True)


def test_a_month_under_later_sealed_ones_is_not_withdrawn(world):
    may = world.sealed(MAY)
    world.sealed(JUNE)
    reasons = refusal(lambda: services.withdraw(by=world.coordinator, report=may, on=IN_JUNE, reason="Un error."))
    assert reasons == ["no_later_month_is_sealed"]


def test_every_step_outside_the_table_is_refused(world):
    report = world.compose(MAY)
    for source in ReportState:
        for target in ReportState:
            if target not in STEPS[source]:
                report.state = source
                with pytest.raises(Refused):
                    guard.move(by=world.coordinator, report=report, to=target, on=IN_JUNE)
    assert ReportChange.objects.count() == 1


def test_the_database_itself_refuses_a_sealer_who_prepared_and_a_seal_without_code(world):
    draft = world.asked(MAY, IN_JUNE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=draft.pk).update(sealed_by=world.officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=draft.pk).update(state=ReportState.SEALED)


def test_changes_and_hand_overs_cannot_be_rewritten(world):
    world.sealed(MAY)
    for sql in ("update reports_reportchange set reason = 'x'", "delete from reports_reportchange"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_of_two_who_seal_at_once_one_wins_and_the_other_reads_why(world):
    draft = world.asked(MAY, IN_JUNE)
    deputy = factories.user_with(Role.COORDINATOR, at=world.place)
    answers, meet = [], threading.Barrier(2)

    def seal(by):
        try:
            meet.wait(5)
            answers.append(world.seal(draft, IN_JUNE, by=by).state)
        except Refused as refused:
            answers.append(refused.sentences[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=seal, args=[by]) for by in (world.coordinator, deputy)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "sealed" in answers
    assert ReportChange.objects.filter(to_state=ReportState.SEALED).count() == 1
    (other,) = [answer for answer in answers if answer != "sealed"]
    assert other.startswith(("Otra persona cambió", "Este informe ya no es un borrador"))


@pytest.mark.parametrize(
    ("month", "on", "said"),
    [
        (MAY.plus(-1), IN_JUNE, "desde mayo de 2021"),
        (MAY.plus(11), date(2022, 5, 1), "hasta marzo de 2022"),
        (JUNE, date(2021, 5, 31), "todavía no empieza"),
    ],
)
def test_a_month_out_of_the_agreement_or_of_time_is_not_composed(world, month, on, said):
    with pytest.raises(Refused, match=said):
        world.compose(month, on)


def test_every_act_has_its_right_and_its_rules():
    from reports.rules import RIGHTS, RULES

    assert set(RIGHTS) == set(RULES) == set(Act)


def test_what_the_screen_shows_is_what_the_digest_covers(world):
    draft = world.asked(MAY, IN_JUNE)
    before = reading.shown_digest(draft)
    draft.summary += " Y algo más."
    assert reading.shown_digest(draft) != before
