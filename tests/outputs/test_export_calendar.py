"""The calendar: valid by the standard, whole days only, each with its words, the same ids each time."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outputs.commands import EXAMPLES, mahdar
from tests.outputs.registers import STATEMENT, Found, reading_of, register_of, statement_reading

from mahdar.model.dates import last_day, whole_days
from mahdar.model.entries import Act, Entry, Meeting
from mahdar.model.links import Tie
from mahdar.outputs.export import export_register
from mahdar.register import Register


def written(register: Register) -> tuple[str, tuple[str, ...]]:
    out = io.StringIO()
    left = export_register(register, "ics", out)
    return out.getvalue(), left


def events(register: Register) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(written(register)[0])
    found = calendar.walk("VEVENT")
    assert not calendar.errors
    assert not [one.errors for one in found if one.errors]
    return found


def days(event: icalendar.Event) -> tuple[dt.date, dt.date]:
    return event.decoded("dtstart"), event.decoded("dtend")


def meetings(*dates: str | None) -> Register:
    def entries(found: Found) -> tuple[Entry, ...]:
        words = ("مسقط", "لشبونة", "أبوظبي", "الرياض", "الدوحة")
        return tuple(
            Meeting(evidence=found.evidence(word), reader="made", kind="meeting", date=day)
            for word, day in zip(words, dates, strict=False)
        )

    return reading_of("مسقط لشبونة أبوظبي الرياض الدوحة", entries, "a.txt")


def test_a_meeting_is_a_whole_day_with_its_words(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        event = next(one for one in events(register) if str(one["uid"]).startswith("meeting-"))
    assert days(event) == (dt.date(2021, 5, 4), dt.date(2021, 5, 5))
    assert str(event["summary"]) == "Strategic dialogue no. 3: Oman, Portugal"
    assert (str(event["location"]), str(event["status"])) == ("Muscat", "CONFIRMED")
    assert str(event["description"]).startswith("«استضافت مسقط»\nstatement.txt, 2021-05-05, 0-12, entry ")
    assert str(event["transp"]) == "TRANSPARENT"
    assert event.decoded("dtstamp") == dt.datetime(2026, 2, 3, 4, 5, 6, tzinfo=dt.UTC)


def test_what_is_due_is_on_its_day(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        event = next(one for one in events(register) if str(one["uid"]).startswith("due-"))
    assert days(event) == (dt.date(2022, 6, 30), dt.date(2022, 7, 1))
    assert str(event["summary"]) == "Due: Portugal: وأكدت البرتغال التزامها بتمويل رصيف الصيد"
    assert event["categories"].cats == ["due", "commit", "transport", "economy"]


def test_months_years_and_long_stretches_of_meetings_are_left_out_and_counted(tmp_path):
    made = meetings("2021-05-04", "2021-05", "2021", None, "2021-05-01/2021-09-01")
    with register_of(tmp_path, made) as register:
        assert [days(one)[0] for one in events(register)] == [dt.date(2021, 5, 4)]
        assert written(register)[1] == ("left out: 4 meetings of which no text gives the day",)


def test_a_meeting_of_several_days_ends_behind_its_last(tmp_path):
    with register_of(tmp_path, meetings("2021-05-04/2021-05-06")) as register:
        assert [days(one) for one in events(register)] == [(dt.date(2021, 5, 4), dt.date(2021, 5, 7))]


@pytest.mark.parametrize(
    ("due", "day", "said"),
    [
        ("2022-02", dt.date(2022, 2, 28), "Due (2022-02): "),
        ("2022-01-01/2022-03-15", dt.date(2022, 3, 15), "Due (2022-01-01/2022-03-15): "),
        ("2022", None, ""),
    ],
)
def test_what_is_due_in_a_month_is_on_its_last_day_and_says_so(tmp_path, due, day, said):
    def entries(found: Found) -> tuple[Entry, ...]:
        words = found.evidence("وأكدت البرتغال التزامها", "وأكدت")
        return (Act(evidence=words, reader="made", act_class="commit", trigger=found.span("وأكدت"), due=due),)

    with register_of(tmp_path, reading_of(STATEMENT, entries, "a.txt")) as register:
        found = events(register)
        assert [days(one)[0] for one in found] == ([day] if day else [])
        assert all(str(one["summary"]).startswith(said) for one in found)
        left = written(register)[1]
    assert bool(left) is (day is None)


def test_one_occasion_is_one_event_with_all_its_words(tmp_path):
    with register_of(tmp_path, meetings("2021-05-04", "2021-05", None)) as register:
        ids = [one.id for one in register.entries()]
        register.link([], [Tie(one, "occasion0", "series0") for one in ids])
        found = events(register)
    assert [str(one["uid"]) for one in found] == ["meeting-occasion0@mahdar"]
    assert str(found[0]["description"]).count("«") == 3


def test_a_planned_meeting_is_tentative_and_a_rejected_one_is_none(tmp_path):
    def entries(found: Found) -> tuple[Entry, ...]:
        return tuple(
            Meeting(
                evidence=found.evidence(word), reader="made", kind="visit", date="2021-05-04", status=status
            )
            for word, status in (("مسقط", "planned"), ("لشبونة", "held"))
        )

    with register_of(tmp_path, reading_of("مسقط لشبونة", entries, "a.txt")) as register:
        register.review(list(register.entries())[1].id, "rejected", "salma", "a headline")
        assert [str(one["status"]) for one in events(register)] == ["TENTATIVE"]
        assert written(register)[1] == ("left out: 1 rejected entries",)


def test_lines_are_folded_at_75_bytes_and_no_letter_is_broken(tmp_path_factory):
    folder = tmp_path_factory.mktemp("folded")
    assert mahdar("read", EXAMPLES, at=folder).returncode == 0
    done = mahdar("export", "--format", "ics", "-o", "all.ics", at=folder)
    assert (done.returncode, "left out" in done.stderr) == (0, True)
    raw = (folder / "all.ics").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    with Register.open(folder / "mahdar.sqlite", create=False) as register:
        quotes = {one.quote for entry in register.entries() for one in entry.evidence}
        found = events(register)
    assert len(found) > 20
    for event in found:
        said = re.findall(r"«((?:(?!»\n).)+)»\n", str(event["description"]), re.DOTALL)
        assert said
        assert set(said) <= quotes


def test_ids_and_bytes_are_the_same_each_time(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        first = written(register)
        assert written(register) == first


HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).filter(str.strip)


@given(HOSTILE)
def test_no_text_breaks_the_calendar(tmp_path_factory, words):
    def entries(found: Found) -> tuple[Entry, ...]:
        given = found.evidence(words)
        return (Meeting(evidence=given, reader="made", kind="call", date="2021-05-04", place=words),)

    with register_of(tmp_path_factory.mktemp("h"), reading_of(words, entries, "a.txt")) as register:
        text, _ = written(register)
        found = events(register)
    assert len(found) == 1
    assert str(found[0]["uid"]).startswith("meeting-")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@given(st.dates(), st.dates())
def test_days_of_values(first, last):
    assert whole_days(first.isoformat()) == (first, first)
    assert whole_days(f"{first}/{last}") == ((first, last) if first <= last else None)
    assert last_day(f"{first}/{last}") == last
    month = last_day(last.isoformat()[:7])
    assert month is not None
    assert (month.month, month >= last) == (last.month, True)


def test_an_empty_register_is_an_empty_calendar(tmp_path: Path):
    with register_of(tmp_path) as register:
        assert events(register) == []
