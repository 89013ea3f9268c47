"""An act recorded by mistake: taken back within the week by the coordinator, with both rows kept; and then and today."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse

from cases.formalization.life import LegalEventKind, LegalState
from cases.formalization.past import as_known_then, as_known_today
from cases.models import ActTakenBack, Cure, LegalEvent
from cases.services import legal
from incubator.enums import LegalStatus, Role
from incubator.requirements import Refused
from tests.factories.people import coordinator_of, officer_of, user_with
from tests.legal.scene import DEED, LAST_DAY, act, acts, file_of, six, today

pytestmark = pytest.mark.django_db
K, S = LegalEventKind, LegalState
LATE = LAST_DAY + timedelta(days=1)


def _take(case, event, on, reason="Era de otro grupo"):
    with today(on):
        return legal.take_back(by=coordinator_of(case.incubator), event=event, on=on, reason=reason)


@pytest.mark.parametrize(
    ("before", "kind", "state", "status"),
    [
        ((), K.NOTICE, S.DRAFTING, LegalStatus.DE_FACTO),
        ((), K.DEED, S.DRAFTING, LegalStatus.DE_FACTO),
        ((K.NOTICE, K.MEETING), K.DEED, S.HELD, LegalStatus.DE_FACTO),
        ((K.DEED,), K.EXTRACT, S.DEEDED, LegalStatus.IN_CONSTITUTION),
        ((K.DEED, K.REGISTRY_ENTRY), K.PUBLICATION, S.DEEDED, LegalStatus.IN_CONSTITUTION),
        ((K.DEED, K.ROLL, K.REGISTRY_ENTRY), K.PUBLICATION, S.DEEDED, LegalStatus.IN_CONSTITUTION),
        ((K.DEED, K.REGISTRY_ENTRY, K.PUBLICATION), K.DAES_FILING, S.CONSTITUTED, LegalStatus.VALID),
        ((K.DEED,), K.OPINION, S.DEEDED, LegalStatus.IN_CONSTITUTION),
        ((K.NOTICE,), K.ABANDONED, S.SUMMONED, LegalStatus.DE_FACTO),
    ],
)
def test_the_file_returns_to_where_it_was_and_the_act_may_be_recorded_again(before, kind, state, status):
    case = six()
    for one in before:
        act(case, one, DEED)
    event = act(case, kind, DEED, reason="Un motivo")
    removal = _take(case, event, DEED + timedelta(days=7))
    file = file_of(case)
    case.organization.refresh_from_db()
    assert (file.state, file.closed_on, case.organization.legal_status) == (state, None, status)
    assert not LegalEvent.objects.filter(pk=event.pk).exists()
    assert LegalEvent.everything.get(pk=event.pk).removal == removal
    act(case, kind, DEED + timedelta(days=8), reason="Ahora sí")


def test_a_late_act_that_was_a_mistake_takes_its_cure_with_it():
    case = six()
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, DEED))
    event = act(case, K.PUBLICATION, LATE)
    _take(case, event, LATE)
    assert (Cure.objects.get().state, file_of(case).state) == ("ended", S.DEEDED)
    act(case, K.PUBLICATION, LAST_DAY, later=True)
    assert file_of(case).state == S.CONSTITUTED


def test_the_last_act_of_a_cure_takes_it_and_its_file_back():
    case = six()
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, LATE))
    acts(case, (K.CURE_DEED, LATE), (K.CURE_ENTRY, LATE))
    event = act(case, K.CURE_PUBLICATION, LATE)
    assert (Cure.objects.get().state, file_of(case).state) == ("effective", S.CONSTITUTED)
    _take(case, event, LATE)
    case.organization.refresh_from_db()
    assert (Cure.objects.get().state, file_of(case).state) == ("deeded", S.DEEDED)
    assert case.organization.legal_status == LegalStatus.VOID_CURABLE
    act(case, K.CURE_PUBLICATION, LATE)
    assert (Cure.objects.get().state, file_of(case).state) == ("effective", S.CONSTITUTED)


def test_it_is_refused_late_without_reason_with_something_on_it_or_by_an_officer():
    case = six()
    deed = act(case, K.DEED, DEED)
    with pytest.raises(Refused, match="motivo"):
        _take(case, deed, DEED, reason=" ")
    with pytest.raises(Refused, match="7 días"):
        _take(case, deed, DEED + timedelta(days=8))
    with today(DEED), pytest.raises(PermissionDenied):
        legal.take_back(by=officer_of(case.incubator), event=deed, on=DEED, reason="x")
    entry = act(case, K.REGISTRY_ENTRY, DEED)
    with pytest.raises(Refused, match="primero el último"):
        _take(case, deed, DEED)
    adviser = user_with(Role.LEGAL_ADVISER, at=case.incubator, groups=[case.organization])
    with today(DEED):
        legal.review(by=adviser, event=entry, on=DEED)
    with pytest.raises(Refused, match="validó"):
        _take(case, LegalEvent.objects.get(pk=entry.pk), DEED)


def test_the_database_refuses_what_the_service_does():
    case = six()
    deed = act(case, K.DEED, DEED)
    by = coordinator_of(case.incubator)
    row = {"event": deed, "by": by, "taken_back_on": DEED, "reason": "x"}
    with today(DEED + timedelta(days=9)), pytest.raises(DatabaseError, match="seven days"), transaction.atomic():
        ActTakenBack.objects.create(**row)
    act(case, K.EXTRACT, DEED)
    with today(DEED), pytest.raises(DatabaseError, match="after it"), transaction.atomic():
        ActTakenBack.objects.create(**row)


def test_the_pages_offer_it_to_the_coordinator_on_the_last_act_alone(client):
    case = six()
    acts(case, (K.DEED, DEED), (K.EXTRACT, DEED))
    page = reverse("group_formalization", args=[case.organization_id])
    last = LegalEvent.objects.get(kind=K.EXTRACT)
    address = reverse("legal_act_take_back", args=[case.organization_id, last.pk])
    with today(DEED):
        client.force_login(officer_of(case.incubator))
        assert "Quitar: se anotó por error" not in client.get(page).content.decode()
        assert client.post(address, {"reason": "x"}).status_code == 403
        client.force_login(coordinator_of(case.incubator))
        assert client.get(page).content.decode().count("Quitar: se anotó por error") == 1
        client.post(address, {"reason": "Era de otro grupo"})
        text = client.get(page).content.decode()
    assert "Actos quitados" in text
    assert "Era de otro grupo" in text


def test_then_and_today_differ_by_what_was_recorded_read_or_taken_back_since(client):
    case = six()
    acts(case, (K.DEED, DEED), (K.PUBLICATION, date(2021, 7, 1)))
    with today(date(2021, 9, 30)):
        act(case, K.REGISTRY_ENTRY, date(2021, 8, 24), later=True)
    file, day = file_of(case), date(2021, 8, 25)
    then, now = as_known_then(file, day), as_known_today(file, day)
    assert (then.state, then.standing.outcome) == (S.DEEDED, "void")
    assert (now.state, now.standing.outcome) == (S.CONSTITUTED, "valid")
    client.force_login(officer_of(case.incubator))
    page = reverse("group_formalization", args=[case.organization_id])
    with today(date(2021, 10, 1)):
        text = " ".join(client.get(page, {"dia": "2021-08-25"}).content.decode().split())
        assert "No es lo mismo" in text
        assert "Nula, no se puede sanear" in text
        same = client.get(page, {"dia": "2021-07-05"}).content.decode()
    assert "es lo que se sabe hoy" in same
    _take(case, LegalEvent.objects.get(kind=K.REGISTRY_ENTRY), date(2021, 10, 2))
    file = file_of(case)
    assert as_known_then(file, date(2021, 10, 1)).state == S.CONSTITUTED
    assert as_known_today(file, date(2021, 10, 1)).state == S.DEEDED
