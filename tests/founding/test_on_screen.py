"""The pages of the founding, wide and on a phone: they fit, and axe has nothing to say."""

import pytest
from django.urls import reverse

from incubator import calendars
from tests.factories.people import officer_of
from tests.founding.scene import ON, describe, group_of, people_of, whole

pytestmark = pytest.mark.django_db(transaction=True)
_PAGES = ("project", "founders", "name", "object", "capital", "bodies", "options")


def test_every_page_of_the_founding_fits_and_is_accessible(look_over):
    case = group_of()
    group, person = case.organization_id, people_of(case)[0]
    addresses = [(name, reverse(f"founding_{name}", args=[group])) for name in _PAGES]
    addresses.append(("founder", reverse("founding_founder", args=[group, person.pk])))
    user = officer_of(case.incubator)
    with calendars.travel(ON):
        look_over(user, "fundadores-empezando", [addresses[0], addresses[4]])
        whole(case)
        describe(case, person, guardian="yes", signature="a_ruego", read_aloud=True)
        look_over(user, "fundadores-completo", addresses)
