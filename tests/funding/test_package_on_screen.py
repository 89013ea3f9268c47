"""The room of the package and its pages, wide and on a phone: they fit, and axe has nothing to say."""

import pytest
from django.urls import reverse

from cases.services.funding import applications
from incubator import calendars
from tests.factories.people import incubator
from tests.funding import packaged
from tests.funding.packaged import AT, DAY
from tests.funding.scene import fresh

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_page_of_a_package_fits_and_is_accessible(look_over):
    with calendars.travel(AT):
        place = incubator()
        package, team = packaged.a_package(place)
        case, _ = packaged.a_case(place)
        waiting = packaged.reviewed(packaged.written(case, team, key="otro-fondo"), team)
        packaged.say(waiting, team, {"name": "x" * 70})
        one = (package.application.pk, package.pk)
        again = _frozen_again(*packaged.a_package(place, key="tercer-fondo"))
        look_over(
            team.coordinator,
            "paquete",
            [
                ("lista", reverse("application_package", args=[one[0]])),
                ("falta", reverse("application_package", args=[waiting.pk])),
                ("copiar", reverse("package_sheet", args=one)),
                ("comprobar", reverse("package_verify", args=[one[0]])),
                ("entrega", reverse("package_hand_over", args=one)),
                ("diferencias", reverse("package_differences", args=[again.application_id, again.pk])),
            ],
        )
        assert package.made_at.date() == DAY


def _frozen_again(package, team):
    """A second package of the same application, of which one answer changed."""
    application = package.application
    applications.reopen(by=team.officer, application=fresh(application), on=DAY)
    packaged.say(application, team, {"name": "Panadería de la plaza"})
    return packaged.ready(packaged.reviewed(application, team), team)
