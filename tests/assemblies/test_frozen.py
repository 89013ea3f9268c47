"""Closed minutes do not change by any statement of the application; what comes later is only added."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from cases.assemblies.life import AssemblyState
from cases.models import Dissent
from cases.services import assemblies
from incubator import calendars
from incubator.requirements import Refused
from tests.assemblies import scene
from tests.factories.cases import evidence

pytestmark = pytest.mark.django_db
PARTS = ("assemblyrole", "noticesent", "agendaitem", "assemblyattendance", "assemblycandidate")
#: What each statement does to the closed meeting %(pk)s.
STATEMENTS = [
    *(f"delete from cases_{part} where assembly_id = %(pk)s" for part in PARTS),
    "update cases_agendaitem set yes = yes + 1 where assembly_id = %(pk)s",
    "update cases_agendaitem set text = 'otro' where assembly_id = %(pk)s",
    "update cases_assemblyattendance set reservation = 'no fui' where assembly_id = %(pk)s",
    "update cases_assemblycandidate set elected = not elected where assembly_id = %(pk)s",
    "update cases_noticesent set sent_on = sent_on - 1 where assembly_id = %(pk)s",
    "update cases_assembly set meets_on = meets_on - 1 where id = %(pk)s",
    "update cases_assembly set place = 'otro' where id = %(pk)s",
    "update cases_assembly set quorum = 2 where id = %(pk)s",
    "update cases_assembly set state = 'failed', failed_because = 'no' where id = %(pk)s",
    "update cases_assembly set closed_on = null, closed_by_id = null where id = %(pk)s",
    "update cases_assembly set closed_on = closed_on + 1 where id = %(pk)s",
    "delete from cases_assembly where id = %(pk)s",
    "insert into cases_noticesent (assembly_id, person_id, channel, sent_on, proof) select %(pk)s, person_id, 'post', "
    "current_date, '' from cases_assemblyattendance where assembly_id = %(pk)s limit 1",
]


def _refused(statement, pk):
    with connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(statement, {"pk": pk})
                touched = cursor.rowcount
        except DatabaseError:
            return True
    assert touched, "the statement touches nothing: it proves nothing"
    return False


def test_nothing_of_closed_minutes_is_rewritten():
    pk = scene.whole_of_six().pk
    assert [statement for statement in STATEMENTS if not _refused(statement, pk)] == []


def test_the_same_statements_pass_while_the_minutes_are_open():
    assembly = scene.elected(scene.voted(scene.held(scene.called(scene.planned(scene.group())))))
    allowed = [row for row in STATEMENTS if row.startswith(("update cases_agendaitem", "delete from cases_notice"))]
    assert [statement for statement in allowed if _refused(statement, assembly.pk)] == []


def test_the_application_says_it_in_words_before_the_database_does():
    assembly = scene.whole_of_six()
    for act in (scene.voted, scene.elected, scene.held, scene.called):
        with pytest.raises(Refused, match="El acta está cerrada"):
            act(assembly)


def test_one_that_failed_is_not_written_again():
    assembly = scene.planned(scene.group())
    with calendars.travel(scene.DAY):
        assemblies.fail(by=scene.by(assembly.case), assembly=assembly, on=scene.DAY, reason="Llovió.")
    assert scene.fresh(assembly).state == AssemblyState.FAILED
    with pytest.raises(Refused, match="no se hizo"):
        scene.held(assembly)


def test_the_signed_minutes_are_kept_once_after_closing():
    assembly = scene.whole_of_six()
    by = scene.by(assembly.case)
    with calendars.travel(scene.DAY):
        assemblies.attach_minutes(
            by=by, assembly=assembly, on=scene.DAY, evidence=evidence(by, assembly.case.incubator)
        )
        with pytest.raises(Refused, match="ya está guardada"):
            assemblies.attach_minutes(
                by=by, assembly=assembly, on=scene.DAY, evidence=evidence(by, assembly.case.incubator)
            )
    assert _refused("update cases_assembly set minutes_id = null where id = %(pk)s", assembly.pk)


def test_a_dissent_comes_after_closing_and_never_before_the_meeting():
    assembly = scene.whole_of_six()
    item, person, by = assembly.items.first(), scene.people(assembly.case)[0], scene.by(assembly.case)
    told = {"by": by, "matter": item, "person": person}
    on = date(2021, 7, 1)
    with calendars.travel(on):
        with pytest.raises(Refused, match="asistió"):
            assemblies.dissent(**told, on=on, voted_against=False, dissented_on=scene.DAY)
        assemblies.dissent(**told, on=on, voted_against=True, dissented_on=scene.DAY)
    assert Dissent.objects.get().voted_against
    early = "insert into cases_dissent (item_id, person_id, voted_against, dissented_on, recorded_by_id, recorded_at) "
    early += f"select {item.pk}, person_id, true, date '2021-06-11', {by.pk}, now() from cases_assemblyattendance "
    assert _refused(f"{early} where assembly_id = %(pk)s and person_id <> {person.pk} limit 1", assembly.pk)
