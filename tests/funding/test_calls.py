"""Calls: entered by one, checked value by value by another, changed by a new version, copied from last year's."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.funding.bases.shapes import Closing, Dates, Money, Wall
from cases.funding.bases.values import values
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.words import Channel, InterestKind
from cases.models import BasesVersion, CallInterest, FundingAgency, FundingCall
from cases.services.funding import bases, calls, interests
from incubator.enums import Role
from incubator.models import JournalEntry
from incubator.requirements import Refused
from tests import factories
from tests.funding.scene import agreement_of, some_bases

pytestmark = pytest.mark.django_db
DAY = date(2021, 5, 3)


def entered(by, place, content=None, **fields):
    said = {"agency": "Servicio de Ejemplo", "programme": "Fondo de ejemplo", "year": 2021, "url": "https://fondo.cl"}
    return calls.enter(
        by=by, agreement=agreement_of(place), incubator=place, on=DAY, bases=content or some_bases(), **(said | fields)
    )


def draft_of(call):
    return call.versions.get(checked_on__isnull=True)


def ticked(by, version):
    paths = [value.path for value in values(bases_of(version))]
    return bases.tick(by=by, version=version, seen=version.revision, on=DAY, paths=paths)


def checked(by, call):
    version = ticked(by, draft_of(call))
    return bases.offer(by=by, version=version, seen=version.revision, on=DAY)


def test_a_call_is_offered_once_somebody_else_checked_each_value(officer, coordinator, place):
    call = entered(officer, place)
    assert calls_reading.in_force(call, DAY) is None
    version = checked(coordinator, call)
    assert calls_reading.in_force(call, DAY) == version
    assert list(calls_reading.offered(FundingCall.objects.all(), DAY)) == [call]
    assert version.first_closes_at.isoformat() == "2021-08-12T18:00:00+00:00"
    assert version.opens_on == date(2021, 5, 1)
    assert JournalEntry.objects.filter(verb="fund_bases_checked", by=coordinator).exists()


def test_whoever_wrote_of_it_neither_ticks_nor_offers(officer, place):
    version = draft_of(entered(officer, place))
    with pytest.raises(Refused, match="otra persona que quienes las escribieron"):
        ticked(officer, version)


def test_whoever_ticked_and_then_writes_loses_the_ticks_they_gave(officer, coordinator, place):
    version = ticked(coordinator, draft_of(entered(officer, place)))
    version = bases.write(
        by=coordinator, version=version, seen=version.revision, on=DAY, content=replace(some_bases(), summary="Otro")
    )
    assert version.ticked == {}
    with pytest.raises(Refused, match="otra persona"):
        bases.offer(by=coordinator, version=version, seen=version.revision, on=DAY)


def test_it_is_refused_naming_each_value_that_nobody_ticked(officer, coordinator, place):
    version = draft_of(entered(officer, place))
    with pytest.raises(Refused) as refused:
        bases.offer(by=coordinator, version=version, seen=version.revision, on=DAY)
    assert "Sin comprobar: Máximo por proyecto." in refused.value.sentences
    assert "Sin comprobar: Cierre: En línea." in refused.value.sentences


def test_what_changes_after_a_tick_loses_it_and_only_that(officer, coordinator, place):
    version = ticked(coordinator, draft_of(entered(officer, place)))
    changed = replace(some_bases(), money=Money(maximum=6_000_000))
    version = bases.write(by=officer, version=version, seen=version.revision, on=DAY, content=changed)
    assert "money.maximum" not in version.ticked
    assert "summary" in version.ticked


def test_broken_bases_are_not_offered(officer, coordinator, place):
    broken = some_bases(money=Money(minimum=9, maximum=5), closings=())
    version = ticked(coordinator, draft_of(entered(officer, place, broken)))
    with pytest.raises(Refused) as refused:
        bases.offer(by=coordinator, version=version, seen=version.revision, on=DAY)
    assert set(refused.value.sentences) == {
        "Falta al menos un cierre, con su día y su hora.",
        "El mínimo por proyecto es mayor que el máximo.",
    }


def test_an_hour_that_does_not_exist_is_refused_at_entry(officer, place):
    skipped = (Closing("online", Channel.ONLINE, Wall(datetime(2021, 9, 5, 0, 30))),)
    with pytest.raises(Refused, match="no existen"):
        entered(officer, place, some_bases(closings=skipped))
    assert not FundingCall.objects.exists()


def test_a_stale_save_is_refused_and_changes_nothing(officer, place):
    version = draft_of(entered(officer, place))
    seen = version.revision
    bases.write(by=officer, version=version, seen=seen, on=DAY, content=replace(some_bases(), summary="Primero"))
    other = factories.people.officer_of(place)
    with pytest.raises(Refused, match="Otra persona guardó"):
        bases.write(by=other, version=version, seen=seen, on=DAY, content=replace(some_bases(), summary="Después"))
    assert bases_of(BasesVersion.objects.get(pk=version.pk)).summary == "Primero"


def test_last_years_call_is_copied_without_dates_hours_or_amounts_and_each_value_is_to_review(
    officer, coordinator, place
):
    call = entered(officer, place)
    checked(coordinator, call)
    new = calls.copy(by=officer, call=call, incubator=place, on=DAY, year=2022)
    version = draft_of(new)
    said = bases_of(version)
    assert (said.closings, said.dates, said.money) == ((), Dates(months=6), Money())
    assert said.sections == some_bases().sections
    assert set(version.to_review) == {value.path for value in values(said)}
    assert (new.copied_from, new.key) == (call, "servicio-de-ejemplo-fondo-de-ejemplo-2022")
    version = ticked(coordinator, version)
    with pytest.raises(Refused) as refused:
        bases.offer(by=coordinator, version=version, seen=version.revision, on=DAY)
    assert "Por revisar, copiado de otro año: De qué se trata." in refused.value.sentences


def test_a_copied_value_is_reviewed_by_writing_it_or_by_saying_so(officer, coordinator, place):
    call = entered(officer, place)
    checked(coordinator, call)
    version = draft_of(calls.copy(by=officer, call=call, incubator=place, on=DAY, year=2022))
    content = replace(bases_of(version), summary="Este año es para otra cosa.")
    version = bases.write(by=officer, version=version, seen=version.revision, on=DAY, content=content)
    assert "summary" not in version.to_review
    paths = list(version.to_review)
    version = bases.reviewed(by=officer, version=version, seen=version.revision, on=DAY, paths=paths)
    assert version.to_review == []


def test_a_longer_term_is_a_new_version_and_only_what_changes_is_checked_again(officer, coordinator, place):
    call = entered(officer, place)
    first = checked(coordinator, call)
    draft = bases.renew(
        by=officer, call=call, on=DAY, act="Ampliación de plazo: Resolución 12", url="https://fondo.cl/2"
    )
    longer = (Closing("online", Channel.ONLINE, Wall(datetime(2021, 8, 20, 14)), act="Resolución 12"),)
    draft = bases.write(
        by=officer, version=draft, seen=draft.revision, on=DAY, content=replace(bases_of(draft), closings=longer)
    )
    with pytest.raises(Refused) as refused:
        bases.offer(by=coordinator, version=draft, seen=draft.revision, on=DAY)
    assert refused.value.sentences == ["Sin comprobar: Cierre: En línea."]
    assert calls_reading.in_force(call, DAY) == first, "a draft changes nothing for whoever applies"
    draft = bases.tick(by=coordinator, version=draft, seen=draft.revision, on=DAY, paths=["closings.online"])
    second = bases.offer(by=coordinator, version=draft, seen=draft.revision, on=DAY)
    assert (second.number, calls_reading.in_force(call, DAY)) == (2, second)


def test_a_version_does_not_rule_from_before_the_one_that_it_replaces(officer, coordinator, place):
    call = entered(officer, place)
    checked(coordinator, call)
    draft = bases.renew(by=officer, call=call, on=DAY, act="Aclaración: Res. 9", url="https://fondo.cl/9")
    draft = bases.write(
        by=officer, version=draft, seen=draft.revision, on=DAY, content=bases_of(draft), in_force_from=date(2021, 4, 1)
    )
    with pytest.raises(Refused, match="Rige desde antes que la versión 1"):
        bases.offer(by=coordinator, version=draft, seen=draft.revision, on=DAY)


def test_another_incubator_of_the_agreement_checks_but_does_not_change(officer, place):
    call = entered(officer, place)
    elsewhere = factories.people.officer_of(factories.incubator("05601"))
    version = draft_of(call)
    with pytest.raises(PermissionDenied):
        bases.write(by=elsewhere, version=version, seen=version.revision, on=DAY, content=some_bases())
    with pytest.raises(PermissionDenied):
        calls.withdraw(by=elsewhere, call=call, on=DAY)
    assert checked(elsewhere, call).checked_by == elsewhere


def test_the_university_coordinator_enters_and_changes_the_calls_of_the_agreement(officer, place):
    university = factories.people.user_with(Role.UNIVERSITY_COORDINATOR, at=agreement_of(place))
    call = entered(officer, place)
    bases.write(by=university, version=draft_of(call), seen=1, on=DAY, content=some_bases(summary="Mejor dicho"))
    own = calls.enter(
        by=university, agreement=agreement_of(place), on=DAY, agency="Otro servicio", programme="Otro", year=2021
    )
    assert own.incubator is None
    with pytest.raises(PermissionDenied):
        bases.discard(by=officer, version=draft_of(own), on=DAY)


def test_the_agency_is_found_however_it_is_written(officer, place):
    entered(officer, place)
    entered(officer, place, agency="  servicio DE  ejemplo ", programme="Otro fondo")
    assert FundingAgency.objects.count() == 1


def test_a_draft_is_discarded_and_begun_again_and_a_withdrawn_call_is_not_offered(officer, coordinator, place):
    call = entered(officer, place)
    bases.discard(by=officer, version=draft_of(call), on=DAY)
    bases.begin(by=officer, call=call, on=DAY, content=some_bases(), url="https://fondo.cl")
    checked(coordinator, call)
    calls.withdraw(by=officer, call=call, on=DAY)
    assert not calls_reading.offered(FundingCall.objects.all(), DAY).exists()


def test_the_database_itself_keeps_what_was_checked(officer, coordinator, place):
    version = checked(coordinator, entered(officer, place))
    other = factories.people.coordinator_of(factories.incubator("05601"))
    for changes in ({"content": {}}, {"in_force_from": DAY.replace(year=2020)}, {"checked_by": other}):
        with pytest.raises(IntegrityError, match="stays as it was written"), transaction.atomic():
            BasesVersion.objects.filter(pk=version.pk).update(**changes)
    with pytest.raises(IntegrityError, match="not deleted"), transaction.atomic():
        BasesVersion.objects.filter(pk=version.pk)._raw_delete("default")
    with pytest.raises(IntegrityError, match="were checked"), transaction.atomic():
        version.authors.add(coordinator)


def test_the_database_itself_refuses_an_author_that_checks(officer, coordinator, place):
    version = draft_of(entered(officer, place))
    version.authors.add(coordinator)
    with pytest.raises(IntegrityError, match="one of their authors"), transaction.atomic():
        BasesVersion.objects.filter(pk=version.pk).update(checked_by=coordinator, checked_on=DAY, in_force_from=DAY)


def test_a_group_says_that_a_call_interests_it_or_why_it_sets_it_aside(officer, coordinator, place):
    call = entered(officer, place)
    case = factories.cases.case_in(at=place)
    with pytest.raises(Refused, match="no está vigente"):
        interests.say(by=officer, case=case, call=call, on=DAY, kind=InterestKind.INTERESTED)
    checked(coordinator, call)
    interests.say(by=officer, case=case, call=call, on=DAY, kind=InterestKind.INTERESTED)
    with pytest.raises(Refused, match="por qué"):
        interests.say(by=officer, case=case, call=call, on=DAY, kind=InterestKind.DISCARDED)
    interests.say(by=officer, case=case, call=call, on=DAY, kind=InterestKind.DISCARDED, reason="Piden dos años")
    assert CallInterest.objects.filter(case=case, call=call).first().kind == InterestKind.DISCARDED
