"""A group that moved to another municipality keeps what was written of its founding."""

from datetime import date

import pytest

from cases.enums import LegalEventKind, Stage
from cases.founding.founders import founders_of, members_of
from cases.models import LegalFile
from cases.services import facts, founding
from incubator import calendars
from tests.factories.cases import case_in, evidence
from tests.factories.people import officer_of
from tests.transfers.scene import DEED, TAKEN, accepted, asked, two_places

pytestmark = pytest.mark.django_db
BEFORE = date(2021, 2, 25)


def test_its_founders_are_read_by_the_records_of_where_it_is_now():
    origin, receiver = two_places()
    case = case_in(Stage.FORMALIZATION, at=origin)
    file, by = LegalFile.objects.get(case=case), officer_of(origin)
    with calendars.travel(BEFORE):
        for one in members_of(case.organization, BEFORE):
            founding.describe(by=by, file=file, on=BEFORE, person=one.person, occupation="panadera")
    with calendars.travel(DEED):
        facts.record_legal_act(by=by, case=case, on=DEED, kind=LegalEventKind.DEED, evidence=evidence(by, origin))
    accepted(asked(case))
    file = LegalFile.objects.get(case=case)
    founders = founders_of(file, TAKEN)
    assert len(founders) == 5
    assert {one.record.occupation for one in founders} == {"panadera"}
    assert {one.person.incubator_id for one in founders} == {receiver.pk}
