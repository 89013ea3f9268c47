"""The hour of a closing: to the second, at both changes of the clocks, read from where the group lives."""

from datetime import UTC, datetime, timedelta

import pytest

from cases.funding.bases import closings
from cases.funding.bases.closings import AYSEN, CONTINENTAL, MAGALLANES, RAPA_NUI
from cases.funding.bases.shapes import Bases, Closing, Wall
from cases.funding.words import Channel

SECOND = timedelta(seconds=1)


def closing(*when, zone=CONTINENTAL, key="online", channel=Channel.ONLINE, **fields):
    return Closing(key, channel, Wall(datetime(*when), zone), **fields)


def test_hasta_las_14_is_in_time_at_14_00_00_and_late_at_14_00_01():
    one, at = closing(2021, 8, 12, 14), datetime(2021, 8, 12, 18, 0, 0, tzinfo=UTC)
    assert closings.instant(one.wall) == at
    assert closings.in_time(one, at)
    assert closings.in_time(one, at + timedelta(microseconds=999_999)), "the whole second 14:00:00"
    assert not closings.in_time(one, at + SECOND)


def test_23_59_is_the_whole_of_that_minute():
    one = closing(2021, 8, 12, 23, 59)
    assert closings.instant(one.wall) == datetime(2021, 8, 13, 3, 59, 59, tzinfo=UTC)
    assert closings.in_time(one, datetime(2021, 8, 13, 3, 59, 59, tzinfo=UTC))
    assert not closings.in_time(one, datetime(2021, 8, 13, 4, 0, 0, tzinfo=UTC))
    assert "23:59" in closings.said(one)


# In 2021 Chile left summer time on the night of 3 April (24:00 → 23:00) and took it again on 5 September (0:00 → 1:00).
@pytest.mark.parametrize(
    ("when", "zone", "utc"),
    [
        ((2021, 4, 3, 22, 59), CONTINENTAL, datetime(2021, 4, 4, 1, 59, tzinfo=UTC)),
        ((2021, 4, 3, 23, 30), CONTINENTAL, datetime(2021, 4, 4, 2, 30, tzinfo=UTC)),
        ((2021, 4, 3, 23, 59), CONTINENTAL, datetime(2021, 4, 4, 2, 59, 59, tzinfo=UTC)),
        ((2021, 4, 4, 0, 0), CONTINENTAL, datetime(2021, 4, 4, 4, 0, tzinfo=UTC)),
        ((2021, 4, 3, 21, 30), RAPA_NUI, datetime(2021, 4, 4, 2, 30, tzinfo=UTC)),
        ((2021, 4, 3, 23, 30), MAGALLANES, datetime(2021, 4, 4, 2, 30, tzinfo=UTC)),
        ((2021, 9, 4, 23, 59), CONTINENTAL, datetime(2021, 9, 5, 3, 59, 59, tzinfo=UTC)),
        ((2021, 9, 5, 1, 0), CONTINENTAL, datetime(2021, 9, 5, 4, 0, tzinfo=UTC)),
        ((2021, 9, 5, 0, 30), MAGALLANES, datetime(2021, 9, 5, 3, 30, tzinfo=UTC)),
    ],
)
def test_the_instant_at_both_changes_of_the_clocks(when, zone, utc):
    one = closing(*when, zone=zone)
    assert closings.instant(one.wall) == utc
    assert closings.wrong(one.wall) == ""
    assert closings.in_time(one, utc)
    assert not closings.in_time(one, utc + SECOND)


def test_of_an_hour_that_happens_twice_the_first_counts_and_the_page_warns():
    one = closing(2021, 4, 3, 23, 30)
    assert "ocurren dos veces" in closings.warning(one.wall)
    second = datetime(2021, 4, 4, 3, 30, tzinfo=UTC)  # 23:30 again, an hour later
    assert not closings.in_time(one, second)
    assert closings.warning(Wall(datetime(2021, 4, 3, 22, 59))) == ""
    assert closings.warning(Wall(datetime(2021, 4, 3, 23, 30), MAGALLANES)) == "", "Magallanes changes no clock"


@pytest.mark.parametrize(
    ("when", "zone", "instead"),
    [
        ((2021, 9, 5, 0, 0), CONTINENTAL, "01:00 del 05-09-2021"),
        ((2021, 9, 5, 0, 59), CONTINENTAL, "01:59 del 05-09-2021"),
        ((2021, 9, 4, 22, 30), RAPA_NUI, "23:30 del 04-09-2021"),
        ((2021, 9, 5, 0, 30), AYSEN, "01:30 del 05-09-2021"),
    ],
)
def test_an_hour_that_the_clocks_skip_is_refused_saying_which_and_what_to_write(when, zone, instead):
    wall = Wall(datetime(*when), zone)
    sentence = closings.wrong(wall)
    assert "no existen" in sentence
    assert instead in sentence
    with pytest.raises(closings.WrongHourError, match="no existen"):
        closings.checked(wall)


def test_a_zone_that_nobody_keeps_is_refused():
    assert "No se conoce la zona" in closings.wrong(Wall(datetime(2021, 8, 12, 14), "America/Lima"))


@pytest.mark.parametrize(
    ("when", "zone", "text"),
    [
        ((2021, 8, 12, 14), CONTINENTAL, "12-08-2021 a las 14:00"),
        ((2021, 8, 12, 14), MAGALLANES, "las 15:00, hora de Magallanes"),
        ((2021, 12, 12, 14), MAGALLANES, "12-12-2021 a las 14:00"),  # in summer they share the hour
        ((2021, 8, 12, 14), AYSEN, "12-08-2021 a las 14:00"),  # until 2025 Aysén kept the hour of the country
        ((2026, 8, 12, 14), AYSEN, "las 15:00, hora de Aysén"),
        ((2021, 8, 12, 14), RAPA_NUI, "las 12:00, hora de Rapa Nui"),
        ((2021, 9, 4, 23, 59), MAGALLANES, "las 00:59 del 05-09-2021, hora de Magallanes"),
        ((2021, 4, 3, 23, 30), RAPA_NUI, "las 21:30, hora de Rapa Nui"),
    ],
)
def test_the_screen_adds_the_hour_of_the_group_when_it_differs(when, zone, text):
    said = closings.said(closing(*when), zone)
    assert said.endswith(text)
    assert ("hora" in said) == (zone != CONTINENTAL and "hora" in text)


def test_a_closing_of_another_zone_says_it_to_whoever_reads_it_from_the_continent():
    said = closings.said(closing(2021, 8, 12, 14, zone=MAGALLANES))
    assert said == "12-08-2021 a las 14:00 (hora de Magallanes); las 13:00, hora continental de Chile"


@pytest.mark.parametrize(
    ("region", "commune", "zone"),
    [("05", "", CONTINENTAL), ("05", "05201", RAPA_NUI), ("12", "12101", MAGALLANES), ("11", "11101", AYSEN)],
)
def test_the_zone_of_a_place(region, commune, zone):
    assert closings.zone_of(region, commune) == zone


def test_the_closing_of_a_region_goes_before_the_general_one_and_another_channel_is_another_thing():
    general, south = closing(2021, 8, 12, 14), closing(2021, 8, 20, 14, key="south", regions=("11", "12"))
    office = closing(2021, 8, 10, 12, key="office", channel=Channel.IN_PERSON, place="Valparaíso")
    other = closing(2021, 8, 9, 12, key="other", channel=Channel.IN_PERSON, place="Santiago")
    bases = Bases(closings=(general, south, office, other))
    assert closings.closing_for(bases, Channel.ONLINE, "05") == general
    assert closings.closing_for(bases, Channel.ONLINE, "12") == south
    assert closings.closing_for(bases, Channel.IN_PERSON, "05", "Valparaíso") == office
    assert closings.closing_for(bases, Channel.IN_PERSON, "05") == other, "without a place, the earliest"
    assert closings.closing_for(bases, Channel.MAIL, "05") is None


def test_the_days_that_are_left_are_counted_where_the_group_lives():
    one = closing(2021, 8, 12, 23, 59)
    at = datetime(2021, 8, 12, 12, tzinfo=UTC)
    assert closings.left_said(one, at) == "cierra hoy"
    assert closings.left_said(one, at, MAGALLANES) == "cierra mañana"
    assert closings.left_said(one, at - timedelta(days=5)) == "quedan 5 días"
    assert closings.left_said(one, at + timedelta(days=1)) == "cerró"
    assert closings.left_said(closing(2021, 8, 12, 7), at) == "cerró", "the same day, later"
