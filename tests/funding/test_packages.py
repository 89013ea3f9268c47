"""A package is what was approved, whole, read at one instant; nothing that happens later moves it."""

import json
import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from psycopg.errors import CheckViolation

from cases.funding.life import FundState
from cases.funding.package import canonical, differences, output, reading
from cases.models import FundPackage, FundPackageFile
from cases.services.funding import applications, approving, vault
from incubator import calendars
from incubator.models import Organization, Person
from incubator.requirements import Refused
from tests.factories.people import coordinator_of, incubator, user_with
from tests.funding import packaged
from tests.funding.packaged import AT, DAY
from tests.funding.scene import fresh
from tests.history.conftest import entering

LATER = AT + timedelta(hours=2)


@pytest.fixture(autouse=True)
def that_day():
    with calendars.travel(LATER):
        yield


@pytest.mark.django_db
def test_approving_freezes_what_the_application_says_that_day(place):
    package, team = packaged.a_package(place)
    application, taken = fresh(package.application), package.snapshot
    assert application.state == FundState.READY
    assert (application.approved_by, application.approved_on) == (team.coordinator, DAY)
    assert taken["application"]["code"] == application.code
    assert [section["title"] for section in taken["sections"]] == ["El proyecto", "Qué se hará"]
    first = taken["sections"][0]["fields"][0]
    assert (first["text"], first["count"]) == ("Taller de costura «Ñandú»", "25 de 60 caracteres, con espacios")
    assert taken["budget"]["totals"] == {"requested": 900_000, "own_cash": 0, "own_kind": 50_000, "total": 950_000}
    assert [one["supplier"] for one in taken["quotations"]] == ["Casa Sur"]
    assert taken["group"]["members"] == 5
    assert taken["approval"]["by"] == team.coordinator.get_full_name()
    assert taken["confirmation"]["on"] == DAY.isoformat()
    assert {one["by"] for one in taken["reviews"]} == {team.reader.get_full_name()}
    assert package.sha256 == canonical.digest(taken)
    assert FundPackage.objects.get(pk=package.pk).snapshot == taken


@pytest.mark.django_db
def test_a_snapshot_says_nothing_sensitive(place):
    package, _ = packaged.a_package(place)
    said = json.dumps(package.snapshot, ensure_ascii=False).lower()
    assert "credencial" not in said
    assert "discapacidad" not in said
    (reserved,) = [one for one in package.snapshot["documents"] if one["reserved"]]
    assert set(reserved) == {"id", "evidence", "sha256", "reserved", "title", "closed"}
    assert reserved["title"] == "Documento reservado 1"


@pytest.mark.django_db
def test_what_happens_later_moves_neither_the_snapshot_nor_its_files(place):
    package, team = packaged.a_package(place)
    before, paper = json.dumps(package.snapshot, sort_keys=True), output.form_pdf(package.snapshot)
    applications.reopen(by=team.officer, application=fresh(package.application), on=DAY)
    packaged.say(package.application, team, {"name": "Otro nombre"}, at=LATER)
    for document in package.application.case.vaultdocuments.all():
        vault.set_aside(by=team.officer, document=document, on=DAY, why="Llegó otro")
    signer, group = package.application.signer, package.application.case.organization
    # A merge, a transfer and an erasure, as far as they reach the rows that the snapshot was read from.
    Person.objects.filter(pk=signer.pk).update(given_names="Borrada", run="", same_as=_another(group, signer))
    Organization.objects.filter(pk=group.pk).update(name="Otro grupo", incubator=incubator("05502"))
    group.memberships.update(annulled_at=LATER)
    again = FundPackage.objects.get(pk=package.pk)
    assert json.dumps(again.snapshot, sort_keys=True) == before
    assert output.form_pdf(again.snapshot) == paper
    assert reading.is_intact(again)


def _another(group, person):
    return group.memberships.exclude(person=person).first().person


@pytest.mark.django_db
def test_a_second_package_says_the_digest_of_the_first_and_what_changed(place):
    first, team = packaged.a_package(place)
    application = fresh(first.application)
    applications.reopen(by=team.officer, application=application, on=DAY)
    packaged.say(application, team, {"why": "Cosemos por encargo y nos faltan dos máquinas."}, at=LATER)
    packaged.reviewed(application, team, at=LATER)
    second = packaged.ready(application, team, at=LATER)
    assert (second.number, second.previous) == (2, first.sha256)
    assert second.snapshot["previous"] == first.sha256
    (change,) = differences.changes(first.snapshot, second.snapshot)
    assert change.about == "El proyecto: Por qué hace falta"
    told = {kind: " ".join(one.text for one in change.pieces if one.kind == kind) for kind in ("gone", "new")}
    assert "falta una máquina." in told["gone"].replace("  ", " ")
    assert "dos máquinas." in told["new"]
    found = reading.packages_of(application)
    assert [one.number for one in found] == [2, 1]
    assert reading.broken_links(found) == []
    found[1].snapshot["application"]["title"] = "Otro"
    assert reading.broken_links(found) == [1]


@pytest.mark.django_db
def test_another_coordinator_may_approve_the_second_time(place):
    first, team = packaged.a_package(place)
    application = fresh(first.application)
    applications.reopen(by=team.officer, application=application, on=DAY)
    packaged.reviewed(application, team, at=LATER)
    team.coordinator = user_with("coordinator", at=place)
    second = packaged.ready(application, team, at=LATER, with_files=False)
    assert (first.made_by, second.made_by) == (coordinator_of(place), team.coordinator)
    assert fresh(application).approved_by == team.coordinator


@pytest.mark.django_db
def test_nothing_is_frozen_while_something_is_lacking(place):
    case, team = packaged.a_case(place)
    application = packaged.written(case, team)
    with pytest.raises(Refused, match="se aprueba la que está en revisión"):
        packaged.ready(application, team)
    packaged.reviewed(application, team)
    packaged.say(application, team, {"months": 40}, at=LATER)
    with pytest.raises(Refused) as refusal:
        packaged.ready(application, team)
    assert "El proyecto, «Duración en meses»: escriba 12 o menos." in refusal.value.sentences
    assert fresh(application).state == FundState.REVIEW
    assert not FundPackage.objects.exists()


@pytest.mark.django_db
def test_the_database_refuses_what_is_not_the_next_package_of_its_own_application(place):
    package, team = packaged.a_package(place)
    file, application = package.files.first(), package.application
    last = application.changes.order_by("-number").first()
    wrong = {"application": application, "bases": package.bases, "made_by": team.coordinator, "snapshot": {}}
    with pytest.raises(IntegrityError, match="does not follow"), transaction.atomic():
        FundPackage.objects.create(number=3, change=last, previous=package.sha256, sha256="0" * 64, **wrong)
    review = application.changes.get(to_state=FundState.REVIEW)
    with pytest.raises(IntegrityError, match="made it ready"), transaction.atomic():
        FundPackage.objects.create(number=2, change=review, previous=package.sha256, sha256="0" * 64, **wrong)
    with pytest.raises(IntegrityError, match="not that of what is kept"), transaction.atomic():
        FundPackageFile.objects.create(
            package=package, position=90, kind="document", name="x.pdf", evidence=file.evidence, sha256="0" * 64
        )


@pytest.mark.django_db(transaction=True)
def test_not_even_the_owner_of_the_tables_rewrites_or_deletes_a_package():
    package, _ = packaged.a_package(incubator())
    file = package.files.first()
    for table, pk in (("cases_fundpackage", package.pk), ("cases_fundpackagefile", file.pk)):
        for statement in (f"update {table} set sha256 = 'x' where id = %s", f"delete from {table} where id = %s"):
            with entering("owner") as owner, pytest.raises(CheckViolation, match="only added"):
                owner.execute(statement, [pk])


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_make_one_package():
    case, team = packaged.a_case(incubator())
    application = packaged.reviewed(packaged.written(case, team), team)
    other, outcomes = user_with("coordinator", at=case.incubator), []

    def approve(by):
        try:
            outcomes.append(approving.make_ready(by=by, application=application, at=LATER).number)
        except Refused as refusal:
            outcomes.append(refusal.sentences[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=approve, args=[by]) for by in (team.coordinator, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes))[0] == "1"
    assert any("hace un momento" in str(one) or "en revisión" in str(one) for one in outcomes)
    assert FundPackage.objects.filter(application=application).count() == 1
    assert fresh(application).state == FundState.READY
