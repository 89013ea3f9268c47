"""A month as a value."""

import datetime as dt

import pytest

from incubator.calendars import Month, long_date

JUNE = Month(2021, 6)


def test_it_knows_its_days_and_its_neighbours():
    assert (JUNE.first, JUNE.last) == (dt.date(2021, 6, 1), dt.date(2021, 6, 30))
    assert (JUNE.next, JUNE.previous) == (Month(2021, 7), Month(2021, 5))
    assert Month(2020, 12).next == Month(2021, 1)
    assert Month(2021, 1).previous == Month(2020, 12)
    assert Month(2020, 2).last == dt.date(2020, 2, 29)
    assert len(list(JUNE.days())) == 30
    assert JUNE.plus(15) == Month(2022, 9)


def test_it_is_written_and_read():
    assert str(JUNE) == "2021-06"
    assert Month.parse(" 2021-06 ") == JUNE
    assert JUNE.label == "junio de 2021"
    assert long_date(dt.date(2021, 6, 5)) == "5 de junio de 2021"


@pytest.mark.parametrize(
    "text", ["", "2021", "2021-6", "06-2021", "2021-13", "2021-00", "junio", "٢٠٢١-٠٦", "2021-06-15"]
)
def test_what_is_no_month_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="mes"):
        Month.parse(text)


def test_it_compares_and_ranges():
    assert Month(2020, 12) < Month(2021, 1)
    assert [str(m) for m in Month.range(Month(2020, 11), Month(2021, 2))] == [
        "2020-11",
        "2020-12",
        "2021-01",
        "2021-02",
    ]
    assert list(Month.range(Month(2021, 2), Month(2021, 1))) == []
    assert len({JUNE, Month(2021, 6)}) == 1


def test_a_moment_belongs_to_the_month_lived_in_chile():
    assert JUNE.contains(dt.datetime(2021, 7, 1, 3, 59, tzinfo=dt.UTC))
    assert dt.datetime(2021, 7, 1, 4, 0, tzinfo=dt.UTC) not in JUNE
    assert dt.date(2021, 6, 30) in JUNE
    assert None not in JUNE
