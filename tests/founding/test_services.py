"""What the services write and refuse: who founds, what is decided, and what a deed freezes."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction

from cases.formalization.life import LegalEventKind
from cases.founding.founders import members_of
from cases.models import FoundingProject, FoundingSeat, LegalFile, MemberRecord
from cases.services import founding, legal
from incubator import calendars
from incubator.enums import Role
from incubator.models import JournalEntry, Person
from incubator.requirements import Refused
from tests.factories.people import group_with, officer_of, user_with
from tests.founding.scene import (
    ON,
    decide,
    describe,
    file_of,
    form_bodies,
    group_of,
    people_of,
    share_out,
    whole,
    writing,
)
from tests.legal.scene import act

pytestmark = pytest.mark.django_db
K = LegalEventKind
DEED = date(2021, 6, 25)


def test_a_record_is_one_for_a_person_of_a_group_and_only_what_is_said_changes():
    case = group_of()
    person = people_of(case)[0]
    describe(case, person, occupation="  panadera  ")
    record = describe(case, person, occupation="maestra panadera", guardian="no")
    assert MemberRecord.objects.filter(organization=case.organization).count() == 1
    assert (record.occupation, record.address) == ("maestra panadera", "pasaje Los Aromos 123, Quillota")


def test_nothing_personal_goes_to_the_journal_nor_how_somebody_signs_to_the_history():
    case = group_of()
    describe(case, people_of(case)[0], guardian="yes", signature="a_ruego", signs_for="Iván Soto", interpreter=True)
    entry = JournalEntry.objects.get(verb="founder_described")
    assert entry.data == {}
    with connection.cursor() as cursor:
        cursor.execute("select * from cases_memberrecord_history")
        kept = {column.name for column in cursor.description}
        assert cursor.fetchall()
    assert "occupation" in kept
    assert not kept & {"guardian", "signature", "signs_for", "interpreter", "read_aloud", "thumb_possible"}


def test_who_does_not_belong_to_the_group_has_no_record_in_it():
    case = group_of()
    stranger = group_with(1, at=case.incubator).members_on(ON).first().person
    with pytest.raises(Refused, match="no es integrante"):
        describe(case, stranger)


def test_a_minor_belongs_to_the_group_and_does_not_found():
    case = group_of()
    person = people_of(case)[0]
    Person.objects.filter(pk=person.pk).update(birth_date=date(2004, 1, 1))
    with pytest.raises(Refused, match="se piden 18"):
        describe(case, person)
    describe(case, person, founds=False)
    assert [one.founds for one in members_of(case.organization, ON)].count(False) == 1


def test_what_does_not_apply_is_emptied():
    case = group_of()
    record = describe(case, people_of(case)[0], signs_for="Iván", goods="Horno", goods_value=1000)
    assert (record.signs_for, record.goods, record.goods_value) == ("", "", None)


def test_a_name_that_does_not_show_its_nature_is_refused():
    case = group_of()
    with pytest.raises(Refused, match="agregue «Cooperativa»"):
        decide(case, name="Pan de Todas")


def test_the_yearly_meeting_ends_by_june_and_begins_before_it_ends():
    case = group_of()
    with pytest.raises(Refused, match="va antes"):
        decide(case, meeting_from="junio", meeting_to="abril")
    with pytest.raises(ValidationError):
        decide(case, second_call_percent=0)


def test_above_twenty_members_there_is_no_choice_of_bodies():
    case = group_of(21)
    with pytest.raises(Refused, match="el consejo de administración"):
        form_bodies(case)
    project = form_bodies(case, direction="board", direction_seats=5, watch="vigilance", watch_seats=3, seats=[])
    assert project.watch_seats == 3


def test_first_seats_are_of_founders_and_of_the_bodies_chosen():
    case = group_of()
    one = people_of(case)[0]
    with pytest.raises(Refused, match="no es de los órganos"):
        form_bodies(case, seats=[(one, "board", "chair", False)])
    with pytest.raises(Refused, match="dos veces"):
        form_bodies(case, seats=[(one, "inspector", "head", False), (one, "inspector", "head", True)])
    form_bodies(case)
    form_bodies(case, seats=[(one, "sole_manager", "head", False)])
    assert FoundingSeat.objects.count() == 1


def test_only_whoever_records_facts_there_writes():
    case = group_of()
    for user in (user_with(Role.CERTIFYING_OFFICER, at=case.incubator), user_with(Role.ADVISOR, at=case.incubator)):
        with pytest.raises(PermissionDenied):
            founding.decide(by=user, file=file_of(case), on=ON, name="Cooperativa X")


def test_the_advisor_of_the_case_writes():
    case = group_of()
    adviser = user_with(Role.ADVISOR, at=case.incubator, groups=[case.organization])
    with calendars.travel(ON):
        project = founding.decide(by=adviser, file=file_of(case), on=ON, name="Cooperativa Pan de Todas")
    assert project.name == "Cooperativa Pan de Todas"


def test_once_the_meeting_approved_them_the_statutes_wait_for_another_one_but_a_persons_data_do_not():
    case = whole(group_of())
    act(case, K.NOTICE, date(2021, 6, 1))
    act(case, K.MEETING, date(2021, 6, 14))
    for service in (decide, share_out, form_bodies):
        with pytest.raises(Refused, match="vuelven a una junta"):
            service(case)
    describe(case, people_of(case)[0], occupation="cocinera")
    writing(case, founding.decide, agent=people_of(case)[1])
    act(case, K.STATUTES_BACK, ON, reason="Faltó leerlos")
    decide(case, name="Cooperativa de Trabajo Otra")


@pytest.fixture
def deeded():
    """A whole founding with its deed."""
    case = whole(group_of())
    act(case, K.DEED, DEED)
    return case


def test_with_a_deed_every_service_refuses(deeded):
    person = people_of(deeded)[0]
    for service in (decide, share_out, form_bodies, lambda case: describe(case, person)):
        with pytest.raises(Refused, match="ya tiene escritura"):
            service(deeded)


@pytest.mark.parametrize(
    "statement",
    [
        "update cases_foundingproject set name = 'Otra'",
        "update cases_foundingproject set shares = 700",
        "insert into cases_foundingseat (project_id, person_id, body, office, alternate) select project_id, person_id, "
        "'board', office, alternate from cases_foundingseat limit 1",
        "delete from cases_foundingseat",
        "update cases_foundingseat set office = 'chair'",
        "update cases_memberrecord set shares_subscribed = 1, shares_paid = 0",
        "update cases_memberrecord set address = 'Otra'",
        "update cases_memberrecord set founds = false",
    ],
)
def test_with_a_deed_the_database_refuses_too(deeded, statement):
    with pytest.raises(DatabaseError, match="stay"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_with_a_deed_the_register_goes_on(deeded):
    record = MemberRecord.objects.filter(organization=deeded.organization).first()
    record.member_no, record.current_address = 1, "calle Nueva 5"
    record.save()
    later = group_with(1, at=deeded.incubator).members_on(ON).first().person
    MemberRecord.objects.create(organization=deeded.organization, person=later, founds=False, occupation="técnica")
    with pytest.raises(DatabaseError), transaction.atomic():
        other = group_with(1, at=deeded.incubator).members_on(ON).first().person
        MemberRecord.objects.create(organization=deeded.organization, person=other, founds=True)


def test_a_second_file_begins_with_what_the_group_decided_in_the_first():
    case = group_of()
    decide(case)
    act(case, K.ABANDONED, ON, reason="Se detuvo")
    with calendars.travel(ON):
        second = legal.open_again(by=officer_of(case.incubator), case=case, on=ON)
        founding.decide(by=officer_of(case.incubator), file=second, on=ON, trade_name="La Minga")
    assert LegalFile.objects.filter(case=case).count() == 2
    project = FoundingProject.objects.get(file=second)
    assert (project.name, project.trade_name) == ("Cooperativa de Trabajo Pan de Todas", "La Minga")
