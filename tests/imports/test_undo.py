"""Undoing an import: everything nobody touched goes back, the rest is told; importing again revives."""

from datetime import date, timedelta

import pytest

from cases.models import Case, CensusImport, CensusRow
from cases.services.census import undo as undoing
from incubator import calendars
from incubator.enums import LegalStatus, MeetingKind
from incubator.models import Attendance, Meeting, Membership, Organization, Person, Representation
from incubator.requirements import Refused
from incubator.services import people, sensitive
from tests import factories
from tests.factories.people import officer_of
from tests.imports.conftest import DAY, PLACES, workbook_of
from tests.imports.test_rules import GROUP, NAME, OTHER_RUT, RUT, row

pytestmark = pytest.mark.django_db


def undo(place, on=DAY, batch=None):
    batch = batch or CensusImport.objects.filter(state="applied").order_by("-pk").first()
    return undoing.undo(by=officer_of(place), batch=batch, on=on, now=calendars.now())


@pytest.mark.parametrize("stem", sorted(PLACES))
def test_a_whole_workbook_is_undone_and_comes_back(run, stem):
    place = factories.incubator(PLACES[stem])
    _, first = run(workbook_of(stem), place.code)
    done = undo(place)
    assert done.kept == []
    for model in (Organization, Person, Case):
        assert not model.objects.current().filter(incubator=place).exists()
    assert not Membership.objects.filter(organization__incubator=place, annulled_at__isnull=True).exists()
    assert not Representation.objects.in_force(DAY).filter(organization__incubator=place).exists()
    before = {model: model.objects.filter(incubator=place).count() for model in (Organization, Person, Case)}
    _, again = run(workbook_of(stem), place.code)
    assert (again["groups"], again["people"]) == (first["groups"], first["people"])
    assert (again["rejected"], again["warnings"]) == (first["rejected"], first["warnings"])
    after = {model: model.objects.filter(incubator=place).count() for model in (Organization, Person, Case)}
    assert after == before
    assert Person.objects.current().filter(incubator=place).count() == first["people"]["created"]
    assert undo(place).kept == []


def test_former_values_return_with_their_source_and_day(run, sheet, place):
    run(sheet(row(phone="9 8765 4321", trade="tejido")))
    person, group = Person.objects.get(), Organization.objects.get(incubator=place)
    before = (person.phone, dict(person.provenance), group.trade, dict(group.provenance))
    run(sheet(row(on="01-06-2021", phone="9 5555 4444", trade="telar", name="Ana María Soto Rey")))
    person.refresh_from_db()
    assert (person.phone, person.given_names) == ("+56955554444", "Ana María")
    assert undo(place).kept == []
    person.refresh_from_db()
    group.refresh_from_db()
    assert (person.phone, dict(person.provenance), group.trade, dict(group.provenance)) == before
    assert (person.name, person.name_folded) == (NAME, "ana soto rey")


def test_a_group_made_formal_by_the_sheet_is_informal_again(run, sheet, place):
    header = ["Agrupación", "Formalizada", "RUN", "Nombre"]
    run(sheet([GROUP, "", RUT, NAME], header=header))
    run(sheet([GROUP, "Sí", RUT, NAME], header=header, name="dos.csv"))
    group = Organization.objects.get(incubator=place)
    assert group.legal_status == LegalStatus.VALID
    undo(place)
    group.refresh_from_db()
    assert (group.kind, group.legal_status) == ("informal_group", LegalStatus.DE_FACTO)


def test_what_a_hand_corrected_since_stays_and_is_told(run, sheet, place):
    run(sheet(row(), row(rut=OTHER_RUT, name="Eva Paz Paz")))
    ana = Person.objects.get(run=RUT)
    people.update(by=officer_of(place), person=ana, on=DAY, phone="+56911112222")
    done = undo(place)
    ana.refresh_from_db()
    assert ana.annulled_at is None
    assert Person.objects.get(run=OTHER_RUT).annulled_at is not None
    group = Organization.objects.get(incubator=place)
    assert group.annulled_at is None
    assert Case.objects.get().annulled_at is None
    assert sorted(number for number, _ in done.kept) == [2, 2]
    batch = CensusImport.objects.get()
    assert (batch.state, len(batch.summary["kept"])) == ("undone", 2)
    assert all(NAME not in item["sentence"] for item in batch.summary["kept"])


def test_a_value_changed_since_is_not_given_back(run, sheet, place):
    run(sheet(row(phone="9 8765 4321")))
    run(sheet(row(on="01-06-2021", phone="9 5555 4444")))
    person = Person.objects.get()
    people.update(by=officer_of(place), person=person, on=DAY, phone="+56911112222")
    done = undo(place)
    person.refresh_from_db()
    assert person.phone == "+56911112222"
    assert [number for number, _ in done.kept] == [2]


def test_who_attended_a_session_stays_with_the_group(run, sheet, place):
    run(sheet(row(), row(rut=OTHER_RUT, name="Eva Paz Paz")))
    group, ana = Organization.objects.get(incubator=place), Person.objects.get(run=RUT)
    by = officer_of(place)
    meeting = Meeting.objects.create(
        number=1, kind=MeetingKind.SESSION, incubator=place, held_on=DAY, starts_at="15:00", ends_at="16:00",
        minutes=60, topic="Costos", conducted_by=by, logged_by=by, logged_at=calendars.now(),
    )  # fmt: skip
    Attendance.objects.create(meeting=meeting, person=ana, organization=group, mark="present")
    done = undo(place)
    assert Person.objects.current().filter(incubator=place).get() == ana
    assert len(done.kept) == 2
    assert Organization.objects.current().filter(pk=group.pk).exists()


def test_sensitive_values_return_from_inside_their_schema(run, sheet, place):
    run(sheet(row(disability="No")))
    person, officer = Person.objects.get(), officer_of(place)
    before = sensitive.read(officer, [person], "test")[person.pk]
    run(sheet(row(on="01-06-2021", disability="Sí")))
    assert sensitive.read(officer, [person], "test")[person.pk].disability == "yes"
    undo(place)
    assert sensitive.read(officer, [person], "test")[person.pk] == before
    for entry in CensusRow.objects.values_list("before", "after"):
        assert "yes" not in str(entry)


def test_sensitive_values_changed_since_are_told(run, sheet, place):
    run(sheet(row(disability="")))
    run(sheet(row(on="01-06-2021", disability="Sí")))
    person, officer = Person.objects.get(), officer_of(place)
    sensitive.write(by=officer, person=person, on=DAY, disability="no", disability_on=DAY)
    done = undo(place)
    assert sensitive.read(officer, [person], "test")[person.pk].disability == "no"
    assert len(done.kept) == 1


def test_an_undo_has_thirty_days(run, sheet, place):
    run(sheet(row()))
    with pytest.raises(Refused):
        undo(place, on=DAY + timedelta(days=31))
    assert undo(place, on=DAY + timedelta(days=30)).kept == []


def test_who_may_not_write_disability_does_not_undo_it(run, sheet, place):
    run(sheet(row(disability="Sí")))
    batch = CensusImport.objects.get()
    by = factories.user_with("officer_development", at=place)
    with pytest.raises(Refused):
        undoing.undo(by=by, batch=batch, on=DAY, now=calendars.now())


def test_the_later_import_of_two_is_what_stays_when_the_first_is_undone(run, sheet, place):
    run(sheet(row()))
    run(sheet(row(on="01-06-2021", phone="9 5555 4444"), row(rut=OTHER_RUT, name="Eva Paz Paz", on="01-06-2021")))
    done = undo(place, batch=CensusImport.objects.order_by("pk").first())
    assert Person.objects.current().count() == 2
    assert done.kept
    assert Membership.objects.filter(annulled_at__isnull=True).count() == 2
    assert date(2021, 6, 1) in set(Membership.objects.values_list("since", flat=True))
