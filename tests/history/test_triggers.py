"""Whatever way a record changes, its former values and who changed it stay; and nobody of the application undoes that."""

import pghistory
import pytest
from django.db import DatabaseError, connection, transaction

from incubator.models import Person, SensitiveProfile
from incubator.models.past import TRACKED
from incubator.services import sensitive
from tests import factories
from tests.factories.cases import START, call_of
from tests.factories.people import officer_of
from tests.history.conftest import TODAY, sql

pytestmark = pytest.mark.django_db
PAST = TRACKED["incubator.person"].past


def _save(person):
    person.phone = "+56911111111"
    person.save()


def _update(person):
    Person.objects.filter(pk=person.pk).update(phone="+56911111111")


def _bulk_update(person):
    person.phone = "+56911111111"
    Person.objects.bulk_update([person], ["phone"])


def _raw(person):
    sql("update incubator_person set phone = %s where id = %s", "+56911111111", person.pk)


@pytest.mark.parametrize("change", [_save, _update, _bulk_update, _raw])
def test_every_way_of_changing_leaves_the_values_and_who(officer, place, change):
    person = factories.person(at=place, phone="+56922222222")
    with pghistory.context(user=officer.pk):
        change(person)
    before, after = PAST.objects.filter(pgh_obj=person).order_by("pgh_id")
    assert (before.pgh_label, before.phone) == ("insert", "+56922222222")
    assert (after.pgh_label, after.phone) == ("update", "+56911111111")
    assert after.pgh_context == {"user": officer.pk}
    assert after.pgh_role == "minga_app"


def test_a_form_of_the_site_writes_in_the_name_of_whoever_sent_it(officer, place, enter):
    group = factories.case_in(at=place, members=2).organization
    page = f"/grupos/{group.pk}/editar/"
    browser = enter(officer)
    form = browser.get(page).context["form"]
    told = {name: form[name].value() or "" for name in form.fields}
    assert browser.post(page, told | {"sector": "La Palma"}).status_code == 302
    last = TRACKED["incubator.organization"].past.objects.filter(pgh_obj=group).order_by("pgh_id").last()
    assert (last.sector, last.pgh_context) == ("La Palma", {"user": officer.pk})


def test_a_change_that_changes_nothing_leaves_nothing(place):
    person = factories.person(at=place)
    person.save()
    assert PAST.objects.filter(pgh_obj=person).count() == 1


def test_deleting_leaves_the_last_values(place):
    case = factories.case_in(at=place)
    assert TRACKED["cases.case"].past.objects.filter(pgh_obj=case).exists()
    call = call_of(place, officer_of(place), START)
    sql("delete from cases_criterion where call_id = %s", call.pk)
    assert TRACKED["cases.criterion"].past.objects.filter(pgh_label="delete", call=call).exists()


FORGERIES = (
    "insert into incubator_person_history (pgh_created_at, pgh_label, id, pgh_obj_id) values (now(), 'update', 1, 1)",
    "update incubator_person_history set phone = 'otro'",
    "delete from incubator_person_history",
    "truncate incubator_person_history",
    "truncate incubator_person cascade",
    "alter table incubator_person disable trigger all",
    "alter table incubator_person_history disable trigger all",
    "drop trigger cases_guard_step on cases_case",
    "set session_replication_role = replica",
    "set role minga_owner",
    "select public._pgh_attach_context()",
    "select * from incubator_chainentry",
    "insert into incubator_redaction (kind, basis, act, rows, done_on, recorded_at) values ('a','b','c',1,now(),now())",
    "update incubator_chainblock set digest = ''",
    "create or replace function public._pgtrigger_should_ignore(trigger_name name) returns boolean language sql "
    "as 'select true'",
)


@pytest.mark.parametrize("statement", FORGERIES)
def test_the_application_neither_forges_nor_undoes_history(place, statement):
    factories.person(at=place)
    with pytest.raises(DatabaseError), transaction.atomic():
        sql(statement)


def test_asking_the_triggers_to_look_away_hides_nothing(place):
    person = factories.person(at=place)
    sql("set local pgtrigger.ignore = '{pgtrigger_update_update,incubator_person:update_update}'")
    sql("update incubator_person set phone = '+56933333333' where id = %s", person.pk)
    assert PAST.objects.filter(pgh_obj=person, phone="+56933333333").exists()


def test_a_table_of_the_same_name_takes_no_history_away(place):
    person = factories.person(at=place)
    sql("create temp table incubator_person_history (like public.incubator_person_history)")
    sql("update incubator_person set phone = '+56933333333' where id = %s", person.pk)
    assert sql("select count(*) from public.incubator_person_history where phone = '+56933333333'") == [(1,)]


def test_the_history_of_sensitive_facts_stands_behind_their_own_role(officer, place):
    person = factories.person(at=place)
    sensitive.write(by=officer, person=person, on=TODAY, disability="yes")
    with pytest.raises(DatabaseError), transaction.atomic():
        sql("select * from sensitive.sensitive_profile_history")
    with sensitive.allowed_in():
        past = TRACKED["incubator.sensitiveprofile"].past.objects.filter(pgh_obj=person.pk)
        assert [row.disability for row in past] == [SensitiveProfile.objects.get(pk=person.pk).disability]
        with pytest.raises(DatabaseError), transaction.atomic():
            sql("update sensitive.sensitive_profile_history set disability = 'no'")


def test_history_adds_no_query(officer, place, django_assert_num_queries):
    person = factories.person(at=place)
    person.phone = "+56911111111"
    with django_assert_num_queries(1):
        Person.objects.filter(pk=person.pk).update(phone="+56911111111")
    with pghistory.context(user=officer.pk), django_assert_num_queries(1):
        Person.objects.filter(pk=person.pk).update(phone="+56911111112")


def test_every_function_of_the_triggers_belongs_to_the_owner_alone():
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) filter (where not prosecdef), "
            "count(*) filter (where has_function_privilege('minga_app', oid, 'execute')), count(*) "
            r"from pg_proc where proname like 'pgtrigger\_%'"
        )
        open_ones, callable_ones, total = cursor.fetchone()
    assert (open_ones, callable_ones) == (0, 0)
    assert total >= 5 * len(TRACKED)
