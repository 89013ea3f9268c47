"""The real filing, through its page: the closing second, both clock changes, receipts, replacements and limits."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.enums import Stage
from cases.funding.bases.shapes import Closing, Wall
from cases.funding.life import FundState, Leaving
from cases.funding.words import Channel
from cases.services.funding import filing, moves, news
from incubator import calendars
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import SANTIAGO, again, made_ready, people, sent, told

pytestmark = pytest.mark.django_db
S = FundState
CLOSES = datetime(2021, 8, 12, 14, tzinfo=SANTIAGO)
SECOND = timedelta(seconds=1)


def _closing(at, zone="America/Santiago", **more):
    return Closing("online", Channel.ONLINE, Wall(at, zone), **more)


def _application(place, **said):
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        return scene.an_application(case, scene.a_call(place, bases=scene.some_bases(**said)))


@pytest.fixture
def ready(place):
    """An application that is ready, two days before its closing."""
    return made_ready(_application(place))


def _post(enter, application, at, **typed):
    """Send the page's form at a moment; the page that came back."""
    data = {"closing": "online", "folio": "F-77"} | typed
    with calendars.travel(at):
        client = enter(people(application)[0])
        return client.post(reverse("application_filing", args=[application.pk]), data, follow=True)


def _receipt(name="comprobante.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", "application/pdf")


@pytest.mark.parametrize(
    ("late", "state"),
    [(-SECOND, S.SUBMITTED), (SECOND * 0, S.SUBMITTED), (SECOND * 0.9, S.SUBMITTED), (SECOND, S.READY)],
)
def test_the_whole_closing_second_is_in_time_and_the_next_one_is_not(ready, enter, late, state):
    page = _post(enter, ready, CLOSES + late).text
    assert again(ready).state == state
    assert ("no se anota como enviada" in page) == (state == S.READY)


def test_the_hour_that_counts_is_when_the_request_arrived(ready, enter, monkeypatch):
    """Whatever it waits for a lock: the clock moves past the closing while it is recorded."""
    slow, held = {}, moves.held

    def waiting(*args, **said):
        slow["travel"] = calendars.travel(CLOSES + timedelta(minutes=3))
        slow["travel"].__enter__()
        return held(*args, **said)

    monkeypatch.setattr(moves, "held", waiting)
    with calendars.travel(CLOSES):
        client = enter(people(ready)[0])
        client.post(reverse("application_filing", args=[ready.pk]), {"closing": "online", "folio": "F-1"})
        slow["travel"].__exit__(None, None, None)
    assert again(ready).filings.get().filed_at == CLOSES


#: A closing of each night when the clocks move, its zone, and the moments (UTC) just in time and just late.
NIGHTS = [
    (datetime(2022, 4, 2, 23, 30), "America/Santiago", "2022-04-03T02:30:00", "2022-04-03T02:30:01"),  # repeated
    (datetime(2022, 4, 2, 23, 59), "America/Santiago", "2022-04-03T02:59:59", "2022-04-03T03:00:00"),
    (datetime(2021, 9, 5, 1, 0), "America/Santiago", "2021-09-05T04:00:00", "2021-09-05T04:00:01"),  # after the skip
    (datetime(2022, 4, 2, 21, 30), "Pacific/Easter", "2022-04-03T02:30:00", "2022-04-03T02:30:01"),
    (datetime(2021, 9, 5, 1, 0), "America/Punta_Arenas", "2021-09-05T04:00:00", "2021-09-05T04:00:01"),
]


@pytest.mark.parametrize(("wall", "zone", "last", "first_late"), NIGHTS)
def test_both_clock_changes_are_judged_to_the_second(place, enter, wall, zone, last, first_late):
    one = made_ready(_application(place, closings=(_closing(wall, zone),)))
    utc = ZoneInfo("UTC")
    _post(enter, one, datetime.fromisoformat(first_late).replace(tzinfo=utc))
    assert again(one).state == S.READY
    _post(enter, one, datetime.fromisoformat(last).replace(tzinfo=utc))
    assert again(one).state == S.SUBMITTED


@pytest.mark.parametrize(("region", "hour"), [("12", "hora de Magallanes"), ("11", "hora de Aysén")])
def test_the_page_says_the_hour_of_whoever_lives_in_another_zone(place, enter, region, hour):
    place.commune = place.commune._meta.model.objects.filter(province__region_id=region).order_by("pk").first()
    place.save(update_fields=["commune"])
    year = {"12": 2021, "11": 2025}[region]
    at = datetime(year, 8, 20, 12, tzinfo=SANTIAGO)
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        case.organization.commune = place.commune
        case.organization.save(update_fields=["commune"])
        call = scene.a_call(place, bases=scene.some_bases(closings=(_closing(datetime(year, 8, 30, 14)),)))
        one = made_ready(scene.an_application(case, call))
    with calendars.travel(max(at, walking.READY - timedelta(days=10))):
        page = enter(people(one)[0]).get(reverse("application_filing", args=[one.pk])).text
    assert hour in page


def test_late_it_is_refused_with_what_remains_and_keeps_what_was_typed(ready, enter):
    scene.a_version(
        ready.call, scene.some_bases(closings=(_closing(datetime(2021, 8, 20, 14)),)),
        in_force_from=(CLOSES + timedelta(days=1)).date(),
    )  # fmt: skip
    page = _post(enter, ready, CLOSES + timedelta(hours=2), folio="WEB-991").text
    assert "rige desde el 13-08-2021 y cierra el 20-08-2021" in page
    assert "solo un acto suyo mueve el cierre" in page
    assert "el llamado del próximo año" in page
    assert 'value="WEB-991"' in page
    _post(enter, ready, CLOSES + timedelta(days=1))
    assert again(ready).state == S.SUBMITTED, "the extension counts from its day"


def test_afterwards_with_the_receipt_and_its_hour(ready, enter):
    late = CLOSES + timedelta(hours=3)
    typed = {"said_on": "12-08-2021", "said_at": "13:58"}
    assert "adjunte el comprobante" in _post(enter, ready, late, **typed).text
    _post(enter, ready, late, **typed, document_file=_receipt())
    row = again(ready).filings.get()
    assert row.filed_at == CLOSES - timedelta(minutes=2)
    assert row.evidence is not None
    assert row.folio == "F-77"


def test_a_receipt_after_the_closing_before_the_package_or_of_a_skipped_hour_is_refused(ready, enter):
    late = CLOSES + timedelta(days=40)
    for day, hour, why in (
        ("12-08-2021", "14:01", "el comprobante dice"),
        ("01-08-2021", "10:00", "se congeló"),
        ("05-09-2021", "00:30", "no existen"),
    ):
        page = _post(enter, ready, late, said_on=day, said_at=hour, document_file=_receipt()).text
        assert why in page, day
    assert again(ready).state == S.READY


def test_a_repeated_hour_on_a_receipt_is_the_first_and_says_so(place, enter):
    one = made_ready(_application(place, closings=(_closing(datetime(2022, 4, 10, 14)),)))
    late = datetime(2022, 4, 11, 9, tzinfo=SANTIAGO)
    page = _post(enter, one, late, said_on="02-04-2022", said_at="23:30", document_file=_receipt()).text
    assert "ocurren dos veces" in page
    assert again(one).filings.get().filed_at == datetime(2022, 4, 3, 2, 30, tzinfo=ZoneInfo("UTC"))


def test_until_the_closing_another_package_replaces_what_was_sent(ready):
    officer, _ = people(ready)
    sent(ready, at=CLOSES - timedelta(hours=26))
    at = CLOSES - timedelta(hours=20)
    with calendars.travel(at):
        filing.replace(by=officer, application=again(ready), at=at)
    assert again(ready).state == S.DRAFT
    made_ready(again(ready), at=at)
    sent(ready, at=CLOSES, folio="F-2")
    assert [(row.number, row.package.number, row.folio) for row in ready.filings.order_by("number")] == [
        (1, 1, "F-1"), (2, 2, "F-2"),
    ]  # fmt: skip
    with calendars.travel(CLOSES + SECOND), pytest.raises(Refused, match="ya cerró"):
        filing.replace(by=officer, application=again(ready), at=CLOSES + SECOND)


def test_what_was_sent_stands_when_the_other_package_is_not(ready):
    officer, _ = people(ready)
    sent(ready, at=CLOSES - timedelta(hours=26))
    at = CLOSES - timedelta(hours=20)
    with calendars.travel(at):
        filing.replace(by=officer, application=again(ready), at=at)
    with calendars.travel(CLOSES + SECOND):
        filing.keep(by=officer, application=again(ready), on=CLOSES.date())
    assert again(ready).state == S.SUBMITTED


def test_the_limit_of_an_applicant_counts_what_was_sent(place):
    first = _application(place, limit_per_applicant=1)
    with calendars.travel(walking.READY):
        second = scene.an_application(first.case, first.call, title="Otro proyecto")
    sent(first)
    with pytest.raises(Refused, match="Las bases permiten 1"):
        sent(second)
    told(first, news.withdraw, walking.SENT.date(), at=walking.SENT)
    assert sent(second).state == S.SUBMITTED


def test_not_sent_is_why_it_was_withdrawn_once_closed(ready):
    assert told(ready, news.withdraw, walking.SAID, at=CLOSES + SECOND * 86400).details == {"why": Leaving.NOT_SENT}
    assert again(ready).state == S.WITHDRAWN
