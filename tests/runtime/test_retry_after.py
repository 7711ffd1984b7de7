"""Both forms of the header, and everything that is neither."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given, strategies as st

from _runtime.http import retry_after
from tests.support.shared import shared_file

NOW = datetime(2026, 10, 21, 7, tzinfo=UTC)


@pytest.mark.promise("retry-after-is-understood")
def test_vectors():
    wrong = []
    for case in json.loads(shared_file("vectors/retry_after.json").read_text()):
        got = retry_after.seconds(case["v"], datetime.fromisoformat(case["now"]))
        over = case["expect"] == "over_ceiling" and got == retry_after.LONGEST
        if got != case["expect"] and not over:
            wrong.append((case, got))
    assert not wrong


def test_a_missing_header_is_unknown():
    assert retry_after.seconds(None, NOW) is None
    assert retry_after.moment(None, NOW) is None


@pytest.mark.promise("retry-after-is-understood")
@given(st.text(max_size=40))
def test_no_text_makes_it_fail_or_give_nonsense(text):
    wait = retry_after.seconds(text, NOW)
    assert wait is None or 0 <= wait <= retry_after.LONGEST
    assert retry_after.moment(wait, NOW) is None or wait is not None


@given(st.integers(0, 10**7))
def test_a_date_means_the_same_as_the_seconds_until_it(wait):
    date = format_datetime(NOW + timedelta(seconds=wait), usegmt=True)
    assert retry_after.seconds(date, NOW) == retry_after.seconds(str(wait), NOW) == wait


def test_the_years_of_the_old_form_lie_at_most_fifty_ahead():
    assert retry_after.seconds("Sunday, 06-Nov-94 08:49:37 GMT", NOW) == 0.0
    far = retry_after.seconds("Wednesday, 21-Oct-70 07:28:00 GMT", NOW)
    assert far is not None
    assert far > 40 * 365 * 86_400


def test_a_wait_longer_than_the_calendar_has_a_moment_too():
    wait = retry_after.seconds("9" * 5000, NOW)
    moment = retry_after.moment(wait, NOW)
    assert moment is not None
    assert moment.year == 2126


@pytest.mark.parametrize(
    ("year", "wait"),
    [("76", "2076"), ("77", "1977"), ("99", "1999"), ("00", "2000"), ("26", "2026")],
)
def test_two_digits_of_a_year_are_completed(year, wait):
    date = retry_after.seconds(f"Wednesday, 21-Oct-{year} 07:00:01 GMT", NOW)
    then = datetime(int(wait), 10, 21, 7, 0, 1, tzinfo=UTC)
    assert date == max((then - NOW).total_seconds(), 0.0)


def test_years_are_completed_out_of_the_century_of_today():
    late = datetime(2090, 1, 1, tzinfo=UTC)
    wait = retry_after.seconds("Friday, 01-Jan-91 00:00:00 GMT", late)
    assert wait == 365 * 86_400


@pytest.mark.promise("retry-after-is-understood")
@pytest.mark.parametrize(
    "date",
    [
        "Wed, 31 Feb 2027 07:28:00 GMT",
        "Wed, 21 Oct 2026 25:28:00 GMT",
        "Wed, 21 Oct 2026 07:28:60 GMT",
        "Wed, 00 Oct 2026 07:28:00 GMT",
        "Wed, 21 Oct 0000 07:28:00 GMT",
        "Wed, 21 Xxx 2026 07:28:00 GMT",
    ],
)
def test_dates_that_do_not_exist_mean_nothing(date):
    assert retry_after.seconds(date, NOW) is None


def test_a_leap_day_of_the_past_century_is_a_date():
    assert retry_after.seconds("Thursday, 29-Feb-96 00:00:00 GMT", NOW) == 0.0


def test_the_longest_wait_is_a_hundred_years():
    century = 100 * 365.25 * 86_400
    assert retry_after.seconds("3155760001", NOW) == century
    assert retry_after.seconds("3155759999", NOW) == century - 1
