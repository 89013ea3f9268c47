"""Reserved documents leave only through a row that says to whom and why; each time it is a reading that is logged."""

import io
import zipfile
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from cases.funding.words import HandOverBasis
from cases.models import FundHandOver
from cases.services.funding import hand_overs
from incubator import calendars, readings
from incubator.models import JournalEntry, ReadingLog
from incubator.purposes import Purpose
from incubator.requirements import Refused
from incubator.services import consents
from tests.funding import packaged
from tests.funding.packaged import AT, DAY

pytestmark = pytest.mark.django_db
REGISTER = {
    "requesting_body": "Servicio de Ejemplo",
    "official": "Jefatura de fondos",
    "procedure": "Postulación al Fondo de ejemplo 2021",
    "data_asked": "Credencial de quien firma",
    "legal_basis": "Resolución 12 de 2021",
    "covers_from": date(2021, 1, 1),
    "covers_to": date(2021, 12, 31),
}


@pytest.fixture(autouse=True)
def that_day():
    with calendars.travel(AT):
        yield


def _reserved(package):
    return list(package.files.filter(is_reserved=True))


def _handed(package, by, **said):
    told = {"recipient": "Servicio de Ejemplo", "purpose": "Acreditar el requisito", **said}
    return hand_overs.hand_over(by=by, package=package, files=_reserved(package), on=DAY, **told)


def test_between_public_bodies_the_register_is_written_and_the_person_may_read_who_took_it(place):
    package, team = packaged.a_package(place)
    row = _handed(package, team.coordinator, **REGISTER)
    signer = package.application.signer
    assert (row.basis, row.persons, row.consents) == (HandOverBasis.ARTICLE_24_BIS, [signer.pk], [])
    content = hand_overs.take(by=team.coordinator, hand_over=row, on=DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as archived:
        assert archived.namelist() == ["documento-reservado-1.pdf"]
    assert ReadingLog.objects.filter(persons=[signer.pk], purpose=hand_overs.PURPOSE, by=team.coordinator).count() == 2
    assert "Entregar sus documentos reservados a un fondo" in {one.purpose for one in readings.of_person(signer)}
    (entry,) = JournalEntry.objects.filter(verb="fund_papers_handed_over")
    assert entry.data == {"files": 1, "basis": "art_24_bis"}


@pytest.mark.parametrize(
    "lacking", ["requesting_body", "official", "procedure", "data_asked", "legal_basis", "covers_to"]
)
def test_a_register_that_is_not_whole_is_refused_by_the_database_too(place, lacking):
    package, team = packaged.a_package(place)
    said = REGISTER | {lacking: None if lacking == "covers_to" else ""}
    with pytest.raises(Exception, match="seis datos"):
        _handed(package, team.coordinator, **said)
    row = FundHandOver(
        package=package, basis=HandOverBasis.ARTICLE_24_BIS, recipient="X", purpose="Y", handed_on=DAY,
        files=[one.pk for one in _reserved(package)], by=team.coordinator, **said,
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="register_complete"), transaction.atomic():
        row.save()


def test_a_private_fund_gets_nothing_without_the_consent_of_each_person_in_force(place):
    package, team = packaged.a_package(place, private=True)
    signer = package.application.signer
    with pytest.raises(Refused, match="Falta la autorización de 1 persona"):
        _handed(package, team.coordinator)
    consents.give(by=team.officer, person=signer, purpose=Purpose.PRIVATE_FUND, on=DAY, channel="paper")
    row = _handed(package, team.coordinator)
    assert (row.basis, row.persons, len(row.consents)) == (HandOverBasis.CONSENT, [signer.pk], 1)
    assert hand_overs.take(by=team.coordinator, hand_over=row, on=DAY)
    consents.withdraw(by=team.officer, person=signer, purpose=Purpose.PRIVATE_FUND, on=DAY)
    with pytest.raises(Refused, match="Ya no rige la autorización de 1 persona"):
        hand_overs.take(by=team.coordinator, hand_over=row, on=DAY)


def test_the_database_asks_for_the_consents_and_for_reserved_files_of_that_package(place):
    package, team = packaged.a_package(place, private=True)
    told = {"package": package, "recipient": "X", "purpose": "Y", "handed_on": DAY, "by": team.coordinator}
    reserved = [one.pk for one in _reserved(package)]
    signer = package.application.signer.pk
    with pytest.raises(IntegrityError, match="authorisation is missing"), transaction.atomic():
        FundHandOver.objects.create(basis="consent", files=reserved, persons=[signer], **told)
    plain = [package.files.get(position=1).pk]
    for files in ([], plain, [*reserved, *plain]):
        with pytest.raises(IntegrityError, match="not a reserved document"), transaction.atomic():
            FundHandOver.objects.create(basis="art_24_bis", files=files, **told, **REGISTER)


def test_only_the_coordination_hands_them_over_and_once_each(place):
    package, team = packaged.a_package(place)
    with pytest.raises(PermissionDenied):
        _handed(package, team.officer, **REGISTER)
    row = _handed(package, team.coordinator, **REGISTER)
    with pytest.raises(PermissionDenied):
        hand_overs.take(by=team.officer, hand_over=row, on=DAY)
    with pytest.raises(Refused, match="ya está anotada"):
        _handed(package, team.coordinator, **REGISTER)
    later = REGISTER | {"procedure": "Otro llamado"}
    assert _handed(package, team.coordinator, **later).pk != row.pk


def test_what_is_not_reserved_or_of_another_package_is_not_handed_over(place):
    package, team = packaged.a_package(place)
    told = {"by": team.coordinator, "package": package, "on": DAY, "recipient": "X", "purpose": "Y", **REGISTER}
    for files in ([], list(package.files.filter(position=1))):
        with pytest.raises(Refused, match="Elija los documentos reservados"):
            hand_overs.hand_over(files=files, **told)
    with pytest.raises(ValidationError, match="El período termina antes de empezar"):
        _handed(package, team.coordinator, **REGISTER | {"covers_to": date(2020, 12, 31)})
