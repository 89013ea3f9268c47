"""Six people are called, come, approve the statutes, elect and close their minutes; the legal file takes the rest."""

from datetime import date

import pytest

from cases.assemblies.life import AssemblyState
from cases.assemblies.reading import founding_of, meeting_facts
from cases.formalization.life import LegalEventKind, LegalState
from cases.models import Assembly, Seat
from cases.services import assemblies
from incubator import calendars
from incubator.models import JournalEntry
from incubator.requirements import Refused
from tests.assemblies import scene
from tests.legal.scene import act, file_of

pytestmark = pytest.mark.django_db
S = AssemblyState


def test_a_founding_meeting_of_six_from_its_notice_to_its_closed_minutes():
    case = scene.group()
    assembly = scene.planned(case, convener="el comité organizador", organizers=scene.people(case)[:2])
    assert (assembly.state, assembly.file) == (S.PLANNED, file_of(case))
    assembly = scene.called(assembly)
    assert (assembly.state, assembly.notices.count()) == (S.SUMMONED, 6)
    assembly = scene.held(assembly)
    assembly = scene.voted(assembly, yes=5, abstained=1)
    assembly = scene.elected(assembly, (("sole_manager", "head"), ("inspector", "head")))
    assembly = scene.closed(assembly)
    assert (assembly.state, assembly.closed_on) == (S.HELD, scene.DAY)
    seats = Seat.objects.filter(elected_in=assembly).order_by("pk")
    assert [(seat.body, seat.since) for seat in seats] == [("inspector", scene.DAY), ("sole_manager", scene.DAY)]

    told = meeting_facts(founding_of(case))
    assert (told.on, told.notice_on, told.published_on) == (scene.DAY, scene.CALLED, scene.PUBLISHED)
    assert (len(told.attendees), len(told.agreements), len(told.elected)) == (6, 4, 2)
    assert {(one.yes, one.abstained, one.required, one.passed) for one in told.agreements} == {(5, 1, 4, True)}
    assert told.reduces == (told.president,)


def test_its_file_moves_by_the_acts_and_not_by_the_meeting():
    assembly = scene.whole_of_six()
    case = assembly.case
    assert file_of(case).state == LegalState.DRAFTING
    act(case, LegalEventKind.NOTICE, scene.CALLED)
    act(case, LegalEventKind.MEETING, scene.DAY)
    assert file_of(case).state == LegalState.HELD


def test_it_is_not_closed_until_everything_has_its_name():
    assembly = scene.held(scene.called(scene.planned(scene.group(), place="")), secretary="", ends_at=None)
    with pytest.raises(Refused) as refused:
        scene.closed(assembly)
    assert refused.value.sentences == [
        "Falta la hora de término.",
        "Falta el lugar.",
        "Falta quién escribió el acta.",
        "Faltan los votos de «Constituir la cooperativa y aprobar sus estatutos».",
        "Faltan los votos de «Suscribir y pagar las cuotas de participación».",
        "Faltan los votos de «Elegir los primeros cargos».",
        "Faltan los votos de «Encargar a quién reduce el acta a escritura pública y hace los trámites».",
        "Falta qué se acordó en «Constituir la cooperativa y aprobar sus estatutos».",
        "Falta qué se acordó en «Suscribir y pagar las cuotas de participación».",
        "Falta qué se acordó en «Elegir los primeros cargos».",
        "Falta qué se acordó en «Encargar a quién reduce el acta a escritura pública y hace los trámites».",
        "Falta quién reduce el acta a escritura pública.",
        "Falta quiénes quedan en los primeros cargos.",
    ]


def test_one_that_was_not_held_stays_with_its_reason_and_another_is_prepared():
    case = scene.group()
    assembly = scene.called(scene.planned(case))
    with calendars.travel(scene.DAY):
        with pytest.raises(Refused, match="Escriba por qué"):
            assemblies.fail(by=scene.by(case), assembly=assembly, on=scene.DAY, reason="  ")
        assemblies.fail(by=scene.by(case), assembly=assembly, on=scene.DAY, reason="Llegaron tres personas.")
    assert founding_of(case).state == S.FAILED
    again = scene.planned(case, on=date(2021, 7, 10), today=date(2021, 6, 14))
    assert founding_of(case).pk == again.pk
    with pytest.raises(Refused, match="ya está en preparación"):
        scene.planned(case, today=date(2021, 6, 14))


def test_a_meeting_held_before_anybody_used_minga_is_recorded_with_its_day():
    assembly = scene.planned(scene.group(), on=date(2021, 5, 15), today=date(2021, 6, 1))
    assembly = scene.held(assembly, on=date(2021, 6, 1))
    assembly = scene.closed(
        scene.elected(scene.voted(assembly, on=date(2021, 6, 1)), on=date(2021, 6, 1)), on=date(2021, 6, 1)
    )
    assert (assembly.meets_on, assembly.closed_on) == (date(2021, 5, 15), date(2021, 6, 1))


def test_statutes_that_did_not_pass_go_to_another_meeting():
    case = scene.group()
    assembly = scene.closed(scene.elected(scene.voted(scene.held(scene.called(scene.planned(case))), yes=3, no=3)))
    act(case, LegalEventKind.NOTICE, scene.CALLED)
    again = scene.planned(case, on=date(2021, 7, 10), today=date(2021, 6, 14))
    assert [row.pk for row in Assembly.objects.filter(case=case).order_by("pk")] == [assembly.pk, again.pk]


def test_the_journal_keeps_codes_and_numbers_of_each_step():
    assembly = scene.whole_of_six()
    rows = JournalEntry.objects.filter(subject_type="cases.assembly", subject_id=assembly.pk).order_by("pk")
    assert [row.verb for row in rows] == [
        "assembly_planned",
        "assembly_summoned",
        "assembly_held",
        "assembly_voted",
        "assembly_elected",
        "assembly_closed",
    ]
    names = {person.surname_1 for person in scene.people(assembly.case)}
    assert not any(name in str(row.data) for row in rows for name in names)
