"""The journal, the changes and the readings in a browser: accessible, and without sideways scrolling."""

import pghistory
import pytest
from django.urls import reverse

from incubator.enums import Role
from incubator.models import Membership, Organization, Person
from incubator.services import sensitive
from tests import factories
from tests.support.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def _corrected():
    """A group whose data and people were corrected, and somebody whose sensitive data were read."""
    place = factories.incubator()
    by = factories.people.coordinator_of(place)
    group = factories.case_in(at=place, members=4).organization
    people = Person.objects.filter(pk__in=Membership.objects.filter(organization=group).values("person_id"))
    with pghistory.context(user=by.pk):
        Organization.objects.filter(pk=group.pk).update(trade="Panadería", sector="La Palma", phone="+56332222222")
        people.update(phone="+56911111111")
        people.update(sector="El Bajío", email="contacto@ejemplo.cl")
    person = people.first()
    sensitive.read(factories.people.officer_of(place), [person], "certify")
    return group, person


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_every_page_is_accessible_and_fits(width, open_page, sign_in, axe, fits, picture):
    group, _ = _corrected()
    page = open_page(width)
    sign_in(page, factories.people.coordinator_of(factories.incubator()))
    for name, address in {
        "bitacora": reverse("journal"),
        "bitacora-filtrada": f"{reverse('journal')}?tipo=informes",
        "bitacora-grupo": reverse("group_journal", args=[group.pk]),
        "cambios": reverse("group_changes", args=[group.pk]),
    }.items():
        assert page.goto(address).status == 200
        picture(page, f"historia-{name}-{width}")
        axe(page)
        fits(page)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_delegate_finds_reads_and_is_told(width, open_page, sign_in, axe, fits, picture):
    _, person = _corrected()
    page = open_page(width)
    sign_in(page, factories.user_with(Role.DATA_DELEGATE, at=factories.incubator()))
    page.goto(reverse("readings"))
    page.get_by_label("Nombre o RUN completo").fill(person.surname_1 or person.given_names)
    page.get_by_role("button", name="Buscar", exact=True).last.click()
    picture(page, f"historia-encontradas-{width}")
    axe(page)
    page.goto(reverse("readings_person", args=[person.pk]))
    page.get_by_role("button", name="Ver quién los leyó").click()
    picture(page, f"historia-lecturas-{width}")
    axe(page)
    fits(page)
    assert page.get_by_text("Revisar su credencial o certificado").is_visible()
