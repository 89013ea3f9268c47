"""«Mi día» and what it decides, in a browser: accessible and without sideways scrolling, wide and on a phone."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.enums import LegalEventKind, Stage
from cases.services import facts
from incubator import causes
from incubator.services import absences, tasks
from tests import factories
from tests.factories.cases import evidence
from tests.support.browser import DESKTOP, PHONE
from tests.tasks.conftest import TODAY, in_charge

pytestmark = pytest.mark.django_db(transaction=True)


def _a_full_day(place, officer, coordinator):
    """A clock that burns, a group nobody spoke with, one put off, and somebody away; answers a key to decide about."""
    burning = factories.case_in(Stage.FORMALIZATION)
    proof = evidence(officer, place)
    facts.record_legal_act(by=officer, case=burning, on=date(2021, 4, 19), kind=LegalEventKind.DEED, evidence=proof)
    silent, resting = factories.case_in(Stage.TRAINING), factories.case_in(Stage.TRAINING)
    for case in (burning, silent, resting):
        in_charge(case, officer)
    put_off = causes.Agenda(officer, TODAY, everyone=True).find(f"no_contact:{resting.pk}")
    tasks.snooze(by=officer, task=put_off, until=TODAY + timedelta(days=9), reason="Vuelve de la vendimia", on=TODAY)
    colleague = factories.user_with("officer_development", at=place, name="Carla Colega Fuentealba")
    absences.record(
        by=coordinator, user=colleague, since=TODAY, until=date(2021, 6, 28), reason="leave", on=TODAY
    )  # fmt: skip
    return f"no_contact:{silent.pk}"


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_every_page_is_accessible_and_fits(width, place, officer, coordinator, open_page, sign_in, axe, fits, picture):
    key = _a_full_day(place, officer, coordinator)
    page = open_page(width)
    visits = {
        "mi-dia": (officer, reverse("my_day")),
        "lista": (officer, f"{reverse('my_tasks')}?tono=waits"),
        "posponer": (officer, f"{reverse('task_snooze')}?tarea={key}"),
        "pasar": (officer, f"{reverse('task_pass')}?tarea={key}"),
        "mis-ausencias": (officer, reverse("my_absences")),
        "avisos": (officer, reverse("my_digest")),
        "calendario": (officer, reverse("my_feed")),
        "ausencias": (coordinator, reverse("team_absences")),
    }
    for name, (user, address) in visits.items():
        sign_in(page, user)
        assert page.goto(address).status == 200, address
        picture(page, f"tareas-{name}-{width}")
        axe(page)
        fits(page)
