"""A census sheet that names a group which joined another, or divided."""

import csv
import io
from datetime import date, timedelta

import pytest

from cases.enums import ImportState, RowOutcome, Stage
from cases.models import CensusRow
from cases.services import advancement
from cases.services.census import apply, resolve, understand, undo
from incubator import calendars
from incubator.models import Membership, Person
from tests.factories import case_in
from tests.factories.people import officer_of
from tests.lineage import scene
from tests.lineage.scene import DAY, TODAY

pytestmark = pytest.mark.django_db
HEADER = ["Agrupación", "Rubro", "Fecha catastro", "RUN", "Nombre", "Teléfono"]
RUT = "12345678-5"


def _loaded(*rows):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEADER, *rows])
    by, place = officer_of(scene.place()), scene.place()
    read = understand.understand(
        by=by, incubator=place, source=out.getvalue().encode(), filename="catastro.csv", on=TODAY
    )
    batch, plan = apply.load(by=by, incubator=place, understood=read, on=TODAY, now=calendars.now())
    return batch, [notice.reason for notice in plan.notices]


def _row(group, on=None, name="Ana Soto Rey", rut=RUT):
    return [group, "tejido", f"{on:%d-%m-%Y}" if on else "", rut, name, ""]


def _ana():
    return Person.objects.filter(run=RUT).first()


def test_it_loads_into_the_survivor_with_a_warning():
    survivor, absorbed = scene.two_groups()
    scene.merged(survivor, absorbed)
    _, told = _loaded(_row("Telares del Sol", on=DAY + timedelta(days=1)))
    assert told == ["merged_group"]
    (row,) = Membership.objects.filter(person=_ana())
    assert row.organization == survivor.organization
    assert scene.fresh(absorbed).stage == Stage.CLOSED
    assert absorbed.organization.cases.count() == 1


def test_somebody_in_both_lists_of_the_sheet_is_one_member():
    survivor, absorbed = scene.two_groups()
    scene.merged(survivor, absorbed)
    later = DAY + timedelta(days=1)
    batch, _ = _loaded(_row("Telares del Sol", on=later), _row("Manos del Valle", on=later))
    assert Membership.objects.filter(person=_ana(), annulled_at__isnull=True).count() == 1
    assert not batch.rows.filter(outcome=RowOutcome.REFUSED).exists()


def test_a_sheet_of_before_that_day_changes_no_membership_and_asks():
    survivor, absorbed = scene.two_groups()
    scene.merged(survivor, absorbed)
    before = Membership.objects.count()
    batch, told = _loaded(_row("Telares del Sol", on=DAY - timedelta(days=3)))
    assert told == ["merged_group", "conflict"]
    assert Membership.objects.count() == before
    choice = CensusRow.objects.get(batch=batch, after__has_key="choice")
    assert "Manos del Valle" in choice.sentence
    by = officer_of(scene.place())
    resolve.resolve(by=by, row=choice, answer=resolve.SHEET, on=TODAY, now=calendars.now())
    (row,) = Membership.objects.filter(person=_ana())
    assert (row.organization, row.since) == (survivor.organization, DAY)
    undone = undo.undo(by=by, batch=batch.__class__.objects.get(pk=batch.pk), on=TODAY, now=calendars.now())
    assert undone.reverted
    assert not Membership.objects.filter(person__run=RUT, annulled_at__isnull=True).exists()


def test_whoever_keeps_the_record_moves_nobody():
    survivor, absorbed = scene.two_groups()
    scene.merged(survivor, absorbed)
    before = Membership.objects.count()
    batch, _ = _loaded(_row("Telares del Sol", on=DAY - timedelta(days=3)))
    choice = CensusRow.objects.get(batch=batch, after__has_key="choice")
    resolve.resolve(by=officer_of(scene.place()), row=choice, answer=resolve.KEEP, on=TODAY, now=calendars.now())
    assert Membership.objects.count() == before


def test_members_whom_the_merge_moved_are_not_asked_about():
    survivor, absorbed = scene.two_groups()
    person = absorbed.organization.members_on(DAY).first().person
    person.run = RUT
    person.save(update_fields=["run"])
    scene.merged(survivor, absorbed)
    name = f"{person.given_names} {person.surname_1}"
    _, told = _loaded(_row("Telares del Sol", on=DAY - timedelta(days=3), name=name))
    assert told == ["merged_group"]
    assert person.memberships.filter(annulled_at__isnull=True).count() == 2


def test_a_group_that_divided_moves_nobody_and_each_new_group_is_offered():
    case = case_in(Stage.TRAINING, name="Telares del Sol")
    scene.split(case, [("Hilos del Sol", Stage.TRAINING), ("Telar Norte", Stage.CALL)])
    before = Membership.objects.count()
    batch, told = _loaded(_row("Telares del Sol", on=TODAY))
    assert told.count("conflict") == 2  # one for each new group
    assert "lineage" in told
    assert Membership.objects.count() == before
    wanted = CensusRow.objects.get(batch=batch, sentence__contains="Telar Norte, elija")
    resolve.resolve(by=officer_of(scene.place()), row=wanted, answer=resolve.SHEET, on=TODAY, now=calendars.now())
    (row,) = Membership.objects.filter(person=_ana())
    assert row.organization.name == "Telar Norte"


def test_an_open_re_entry_of_the_group_wins():
    survivor, absorbed = scene.two_groups()
    scene.merged(survivor, absorbed)
    advancement.open_case(
        by=scene.boss(), organization=absorbed.organization, incubator=scene.place(), on=DAY, previous=absorbed
    )
    batch, told = _loaded(_row("Telares del Sol", on=date(2021, 6, 1)))
    assert told == []
    batch.refresh_from_db()
    assert batch.state == ImportState.APPLIED
    (row,) = Membership.objects.filter(person=_ana())
    assert row.organization == absorbed.organization
