"""The registers on paper, the workbook in LibreOffice, and what a constituted group is."""

import subprocess
from datetime import date

import openpyxl
import pikepdf
import pytest
from django.urls import reverse

from cases.formalization.life import LegalEventKind
from cases.models import MemberRecord
from incubator.enums import OrganizationKind
from incubator.models import Person
from tests.books.scene import DEED, TODAY, constituted, opened, people_of, seat
from tests.books.test_pages import _confirmed
from tests.factories.people import officer_of
from tests.legal.scene import act, six, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db):
    made = constituted()
    opened(made)
    for number, one in enumerate(people_of(made)):
        Person.objects.filter(pk=one.pk).update(other_document=f"P{number}", birth_date=date(1980, 1, 1 + number))
    MemberRecord.objects.filter(organization=made.organization).update(
        nationality="chilena", occupation="cocinera", current_address="Calle Uno 1"
    )
    return made


def test_the_register_of_members_is_an_accessible_paper(client, case, tmp_path):
    seat(case, people_of(case)[0], "sole_manager", DEED, date(2023, 6, 25), office="head")
    content = _confirmed(client, case, "book_members_paper", officer_of(case.incubator))
    path = tmp_path / "registro.pdf"
    path.write_bytes(content)
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    assert people_of(case)[0].surname_1 in said
    assert "Calle Uno 1" in said
    with pikepdf.open(path) as paper:
        assert "/StructTreeRoot" in paper.Root


def test_a_register_that_lacks_something_says_what(client, case):
    user = officer_of(case.incubator)
    user.set_password("una clave larga")
    user.save()
    client.force_login(user)
    with today(TODAY):
        client.post(reverse("account_reauthenticate"), {"password": "una clave larga"})
        answer = client.get(reverse("book_seats_paper", args=[case.organization_id]), follow=True)
    assert "Falta quiénes tienen los cargos" in answer.content.decode()


def test_libreoffice_opens_the_workbook_and_says_the_same(client, case, tmp_path):
    source = tmp_path / "libros.xlsx"
    source.write_bytes(_confirmed(client, case, "book_workbook", officer_of(case.incubator)))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    before, after = (openpyxl.load_workbook(path) for path in (source, tmp_path / "out" / "libros.xlsx"))
    assert after.sheetnames == before.sheetnames
    assert list(after["Cuotas"].values) == list(before["Cuotas"].values)


def test_a_group_is_a_cooperative_once_constituted_and_not_before(db):
    group = six()
    act(group, LegalEventKind.DEED, DEED)
    group.organization.refresh_from_db()
    assert group.organization.kind == OrganizationKind.INFORMAL_GROUP
    act(group, LegalEventKind.REGISTRY_ENTRY, date(2021, 7, 20))
    act(group, LegalEventKind.PUBLICATION, date(2021, 7, 22))
    group.organization.refresh_from_db()
    assert group.organization.kind == OrganizationKind.COOPERATIVE
