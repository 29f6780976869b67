"""What people decide about contradictions: closed with a reason, opened again, and never forgotten."""

from __future__ import annotations

import pytest

from mahdar.errors import RegisterError, UnknownIdError
from mahdar.model.contradictions import Closing, Contradiction, Quoted
from mahdar.model.labels import Note
from mahdar.model.spans import Span

WHEN = "2026-02-03T04:05:06.000+00:00"


@pytest.fixture
def clash(register, make):
    register.add([make.reading()], reader="one")
    document = next(iter(register.documents())).id
    ends = (Quoted(document, Span(0, 6)), Quoted(document, Span(14, 18)))
    return Contradiction("date", True, *ends, Note.of("other_weekday"))


def test_a_contradiction_is_the_same_whichever_passage_comes_first(clash):
    other = Contradiction("date", False, clash.b, clash.a, Note.of("negation"))
    assert other.id == clash.id
    assert Contradiction("day", True, clash.a, clash.b, clash.note).id != clash.id


def test_closing_keeps_who_when_and_why(register, clash):
    register.decisions.close(clash, "Nadia", "a misprint")
    assert list(register.decisions.closings()) == [Closing(clash.id, "Nadia", WHEN, "a misprint")]


def test_closing_again_changes_the_reason(register, clash):
    register.decisions.close(clash, "Nadia", "a misprint")
    register.decisions.close(clash, "Omar", "two sessions")
    assert [(one.who, one.why) for one in register.decisions.closings()] == [("Omar", "two sessions")]


def test_a_closing_wants_a_reason(register, clash):
    with pytest.raises(RegisterError, match="say why"):
        register.decisions.close(clash, "Nadia", "  ")
    assert not list(register.decisions.closings())


def test_a_closing_is_taken_back_by_the_beginning_of_its_id(register, clash):
    register.decisions.close(clash, "Nadia", "a misprint")
    assert register.decisions.reopen(clash.id[:6], "Omar").why == "a misprint"
    assert not list(register.decisions.closings())
    with pytest.raises(UnknownIdError, match="no closed contradiction"):
        register.decisions.reopen(clash.id, "Omar")


def test_closing_and_reopening_are_events_that_say_all(register, clash):
    register.decisions.close(clash, "Nadia", "a misprint")
    register.decisions.reopen(clash.id, "Omar", "it was none")
    closed, reopened = list(register.events())[-2:]
    assert (closed.what, closed.who, closed.why) == ("closed", "Nadia", "a misprint")
    assert closed.data["contradiction"] == clash.id
    assert closed.data["a"] == {"document": clash.a.document, "start": 0, "end": 6}
    assert (closed.data["label"], closed.data["values"]) == ("other_weekday", {})
    assert (reopened.what, reopened.who, reopened.why) == ("reopened", "Omar", "it was none")
    assert reopened.data["closed"] == {"by": "Nadia", "when": WHEN, "why": "a misprint"}
