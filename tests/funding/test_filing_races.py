"""Two people record the same filing at once: one does, the other reads who filed it and when."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from cases.enums import Stage
from cases.funding.life import FundState
from cases.funding.words import Channel
from cases.models import FundFiling
from cases.services.funding import filing
from incubator import calendars
from incubator.enums import Role
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import again, made_ready


@pytest.mark.django_db(transaction=True)
def test_one_files_it_and_the_other_reads_who_and_when():
    place = factories.incubator()
    with calendars.travel(walking.READY), transaction.atomic():
        case = factories.case_in(Stage.TRAINING, at=place)
        one = made_ready(scene.an_application(case, scene.a_call(place)))
    officers = [factories.people.officer_of(place), factories.user_with(Role.OFFICER_DEVELOPMENT, at=place)]
    package, together = one.packages.get(), Barrier(2)

    def send(officer):
        try:
            together.wait(20)
            filing.submit(
                by=officer, application=again(one), package=package, channel=Channel.ONLINE, at=walking.SENT,
                folio=f"F-{officer.pk}",
            )  # fmt: skip
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()
        return ""

    with calendars.travel(walking.SENT), ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(send, officers))
    row = FundFiling.objects.get()
    assert said[0] == ""
    assert said[1] == (
        f"Ya se envió: la anotó {row.recorded_by} el 11-08-2021, 12:30, folio {row.folio}. No la envíe otra vez."
    )
    assert again(one).state == FundState.SUBMITTED
