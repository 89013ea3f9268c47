"""The whole way through the pages: six people, a deed before a long weekend, a day late, cured, at the DAES, at work."""

import re
from datetime import date

import pytest
from django.urls import reverse

from cases.formalization.life import LegalEventKind, LegalState
from cases.models import Case, Cure, LegalEvent
from incubator import causes
from incubator.enums import LegalStatus
from tests.authorization.corners import upload
from tests.factories.people import coordinator_of, officer_of
from tests.legal.scene import DEED, file_of, six, today

pytestmark = pytest.mark.django_db
K, S = LegalEventKind, LegalState


def _text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


class Office:
    """One officer at the pages of one group."""

    def __init__(self, client, case):
        self.client, self.case, self.pk = client, case, case.organization_id
        client.force_login(officer_of(case.incubator))

    def sees(self, name, on, *more):
        """What a page says on a day."""
        with today(on):
            answer = self.client.get(reverse(name, args=[self.pk, *more]))
        assert answer.status_code == 200
        return _text(answer)

    def does(self, name, day, *more, **said):
        """What a form answers on a day; it must have been accepted."""
        with today(day):
            answer = self.client.post(reverse(name, args=[self.pk, *more]), said)
        assert answer.status_code == 302, _text(answer)
        return answer

    def records(self, kind, on, **said):
        """An act on its own day, with its document."""
        proof = {} if kind == K.ACTIVITY else {"document_file": upload()}
        self.does("legal_act_new", on, kind=kind, on=f"{on:%d-%m-%Y}", **proof, **said)

    def of_cure(self, kind, on, **said):
        """An act of the cure."""
        cure = Cure.objects.get(case=self.case)
        self.does("legal_cure_act", on, cure.pk, kind=kind, on=f"{on:%d-%m-%Y}", document_file=upload(), **said)

    def reads(self, kind, on, **said):
        """What a document holds."""
        event = LegalEvent.objects.get(kind=kind)
        self.does("legal_act_read", on, event.pk, on=f"{on:%d-%m-%Y}", **said)


def _status(case):
    return Case.objects.get(pk=case.pk).organization.legal_status


def test_a_group_of_six_goes_the_whole_way_through_the_pages(client):
    office = Office(client, six())
    case = office.case
    told = causes.tasks(officer_of(case.incubator), date(2021, 6, 1))
    assert any("minuta firmada por abogada" in str(task.sentence) for task in told)
    office.records(K.NOTICE, date(2021, 6, 1))
    assert "Plazo de la citación: verifique" in office.sees("group_formalization", date(2021, 6, 2))
    office.records(K.MEETING, date(2021, 6, 17))
    office.records(K.LAWYER_DRAFT, date(2021, 6, 18))
    office.records(K.DEED, DEED)
    office.records(K.EXTRACT, DEED)
    office.reads(K.DEED, DEED, founders_count="6", notary_name="Ana Paz")
    office.records(K.REGISTRY_ENTRY, date(2021, 8, 9))

    text = office.sees("group_formalization", date(2021, 8, 10))
    assert "24-08-2021, a medianoche" in text
    assert "6 integrantes ≥ 5" in text
    overdue = office.sees("group_formalization", date(2021, 8, 25))
    assert "La constitución: Nula, no se puede sanear" in overdue

    office.records(K.PUBLICATION, date(2021, 8, 25))
    assert (file_of(case).state, _status(case)) == (S.DEEDED, LegalStatus.VOID_CURABLE)
    cure = Cure.objects.get(case=case)
    text = office.sees("legal_cure", date(2021, 8, 26), cure.pk)
    assert "La publicación se hizo fuera de plazo" in text
    assert "El saneamiento: Nula, se puede sanear" in text
    assert "no corren los dos años" in text
    with today(date(2021, 8, 26)):
        step = reverse("case_start_operation", args=[office.pk])
        assert "saneadas" in _text(client.get(step))

    office.of_cure(K.CURE_NOTICE, date(2021, 8, 26))
    office.of_cure(K.CURE_MEETING, date(2021, 9, 1))
    office.of_cure(K.CURE_DEED, date(2021, 9, 3))
    text = office.sees("legal_cure", date(2021, 9, 4), cure.pk)
    assert "02-11-2021, a medianoche" in text
    assert "28-10-2021" in text  # two working days before the last one: Monday the first is a holiday
    office.of_cure(K.CURE_PUBLICATION, date(2021, 9, 10))
    assert _status(case) == LegalStatus.VOID_CURABLE
    office.of_cure(K.CURE_ENTRY, date(2021, 9, 20))
    assert (file_of(case).state, _status(case)) == (S.CONSTITUTED, LegalStatus.VALID)
    assert "con efecto desde el 25-06-2021" in office.sees("legal_cure", date(2021, 9, 21), cure.pk)

    office.records(K.DAES_FILING, date(2021, 9, 22))
    office.records(K.DAES_OBSERVATION, date(2021, 10, 4))
    observed = LegalEvent.objects.get(kind=K.DAES_OBSERVATION)
    office.does("legal_act_points", date(2021, 10, 4), observed.pk, text_1="Falta la lista de asistencia")
    assert "Sin respuesta" in office.sees("group_formalization", date(2021, 10, 5))
    office.records(K.DAES_ANSWER, date(2021, 10, 8))
    answered = LegalEvent.objects.get(kind=K.DAES_ANSWER)
    point = observed.points.get()
    said = {f"point_{point.pk}": "Se envía la lista"}
    office.does("legal_act_points", date(2021, 10, 8), answered.pk, **said)
    assert "Se envía la lista" in office.sees("group_formalization", date(2021, 10, 9))
    office.records(K.ROLL, date(2021, 10, 20))
    office.records(K.TAX_ID, date(2021, 10, 25))
    office.records(K.ACTIVITY, date(2021, 10, 26))
    assert "31-12-2021" in office.sees("group_formalization", date(2021, 10, 27))
    office.records(K.TAX_START, date(2021, 11, 2))
    assert file_of(case).state == S.OPERATING

    with today(date(2021, 11, 3)):
        client.force_login(coordinator_of(case.incubator))
        seen = case.changes.order_by("-number").first().number
        answer = client.post(step, {"on": "03-11-2021", "seen": seen})
    assert answer.status_code == 302, _text(answer)
    assert Case.objects.get(pk=case.pk).stage == "operation"
