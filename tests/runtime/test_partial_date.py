"""Dates of which parts may be missing."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given, strategies as st

from _runtime.models.partial_date import PartialDate

PARTIAL = st.dates().map(
    lambda day: PartialDate(day.year, day.month, day.day)
) | st.builds(PartialDate, st.integers(0, 9999), st.none() | st.integers(1, 12))


@pytest.mark.parametrize(
    ("text", "precision"),
    [("1981", "year"), ("1981-12", "month"), ("1981-12-15", "day"), ("0000", "year")],
)
def test_the_three_forms(text, precision):
    date = PartialDate.parse(text)
    assert str(date) == text
    assert date.precision == precision


@pytest.mark.parametrize(
    "text",
    [
        "",
        "81",
        "1981-1",
        "1981-13",
        "1981-00",
        "1981-02-29",
        "1981-12-15T00:00",
        " 1981",
    ],
)
def test_what_is_no_date(text):
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "parts", [(-1,), (10_000,), (1981, None, 5), (1981, 0), (1981, 2, 30), (0, 2, 30)]
)
def test_parts_out_of_range(parts):
    with pytest.raises(ValueError, match=r"."):
        PartialDate(*parts)


@given(PARTIAL)
def test_writing_and_reading_give_it_back(date):
    assert PartialDate.parse(str(date)) == date
    assert hash(PartialDate.parse(str(date))) == hash(date)
    assert pickle.loads(pickle.dumps(date)) == date


@given(PARTIAL, PARTIAL)
def test_the_order_is_that_of_their_texts(one, other):
    assert (one < other) == (str(one) < str(other))
    assert (one <= other) == (str(one) <= str(other))


def test_only_full_dates_are_dates():
    assert PartialDate(1981, 12, 15).as_date() == dt.date(1981, 12, 15)
    for date in (PartialDate(1981), PartialDate(1981, 12), PartialDate(0, 1, 1)):
        with pytest.raises(ValueError, match=r"."):
            date.as_date()
