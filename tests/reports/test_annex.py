"""The Anexo nominal: handed over under a register, read under a log."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from incubator import calendars
from incubator.models import ReadingLog
from incubator.requirements import Refused
from reports import services
from reports.documents import annex
from reports.documents.base import Paper
from reports.models import NominalHandover
from reports.services import reading
from tests.reports.test_sealing import refusal
from tests.reports.world import MAY, World

pytestmark = pytest.mark.django_db(transaction=True)
IN_JUNE = date(2021, 6, 5)


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    made = World(groups=1)
    made.session(date(2021, 5, 6), made.cases[0])
    return made


def test_the_annex_leaves_out_the_marks_of_a_group_whose_part_was_voided():
    made = World(groups=2)
    meeting = made.session(date(2021, 5, 6), *made.cases)
    part = meeting.session.parts.get(case=made.cases[1])
    part.voided_at, part.voided_by, part.void_reason = calendars.now(), made.coordinator, "Ese grupo no vino."
    part.save()
    report = made.compose(MAY)
    figures = reading.figures_of(report)
    roll, marks = annex.annex_tables(Paper(figures, 1, {}, seal=None, sealed_at=None, code=""))
    assert {row.values[8] for row in roll.rows} == {made.cases[0].organization.name}
    assert len(marks.rows) == len(made.members[0])


def test_the_nominal_annex_is_read_only_after_its_register_and_each_reading_is_logged(world):
    report = services.deliver(by=world.university, report=world.sealed(MAY), on=IN_JUNE)
    assert not services.may_read_annex(world.analyst, report)
    fields = {
        "requesting_body": world.agreement.funder,
        "receiving_body": world.agreement.funder,
        "official": "Ana Soto, jefa de rendiciones",
        "procedure": "Rendición del convenio",
        "data_asked": "Nombre, RUN y asistencia",
        "legal_basis": "Resolución Exenta N.º 3884",
        "covers_from": MAY.first,
        "covers_to": MAY.last,
    }
    with pytest.raises(PermissionDenied):
        services.hand_over_annex(by=world.officer, report=report, on=IN_JUNE, **fields)
    short = fields | {"legal_basis": " "}
    assert refusal(lambda: services.hand_over_annex(by=world.coordinator, report=report, on=IN_JUNE, **short)) == [
        "the_register_is_complete"
    ]
    backwards = fields | {"covers_to": MAY.first - timedelta(days=1)}
    assert refusal(lambda: services.hand_over_annex(by=world.coordinator, report=report, on=IN_JUNE, **backwards)) == [
        "the_covered_period_is_in_order"
    ]
    services.hand_over_annex(by=world.coordinator, report=report, on=IN_JUNE, **fields)
    with pytest.raises(Refused, match="Esa entrega ya está anotada"):
        services.hand_over_annex(by=world.coordinator, report=report, on=IN_JUNE, **fields)
    assert NominalHandover.objects.count() == 1
    services.read_annex(by=world.analyst, report=report)
    (log,) = ReadingLog.objects.filter(by=world.analyst)
    assert log.purpose == "report_annex"
    assert len(log.persons) == 6
