"""When an article belongs that states no day: what others tell of its meeting, its editions, its people."""

from __future__ import annotations

from mahdar.linking.follow_undated import Sessions, place_undated
from mahdar.linking.follow_view import Scene, Thing
from mahdar.model.spans import Span

KEN_NOR = frozenset({"KEN", "NOR"})


def scene(name: str, day: str | None = None, occasion: str = "") -> Scene:
    return Scene(name, name, "joint_statement", day, KEN_NOR, occasion or name, 0)


def session(edition: int, day: str | None = None) -> Thing:
    where = scene(f"of {edition}", day)
    name = f"session {edition} {day}"
    return Thing(
        name, "meeting", "strategic_dialogue", where, Span(0, 9), (), 0, KEN_NOR,
        action="held", own=day, edition=edition,
    )  # fmt: skip


def placed(
    *scenes: Scene,
    told: tuple[Thing, ...] = (),
    about: Thing | None = None,
    people: dict[str, frozenset[str]] | None = None,
) -> tuple[str | None, bool]:
    """Return the day of the last scene, and whether it is a guess."""
    ties = {one.entry: f"session {one.edition}" for one in told}
    meetings = {scenes[-1].article: about} if about else {}
    last = place_undated(scenes, meetings, Sessions.of(told, ties), people or {})[-1]
    return last.day, last.about


def test_a_day_that_another_document_tells_of_the_meeting_is_known() -> None:
    undated = scene("report", occasion="session 4")
    assert placed(undated, told=(session(4, "2018-03-01"),)) == ("2018-03-01", False)


def test_a_stated_day_stays() -> None:
    stated = scene("report", "2018-03-02", occasion="session 4")
    assert placed(stated, told=(session(4, "2018-03-01"),)) == ("2018-03-02", False)


def test_an_edition_lies_between_those_beside_it() -> None:
    told = (session(3, "2016-03-01"), session(5, "2020-03-01"), session(2, "2014-03-01"))
    assert placed(scene("report"), told=told, about=session(4)) == ("2018-03-01", True)


def test_an_edition_lies_behind_the_last_or_before_the_first_that_is_known() -> None:
    assert placed(scene("report"), told=(session(3, "2016-03-01"),), about=session(4)) == ("2016-03-02", True)
    assert placed(scene("report"), told=(session(5, "2016-03-01"),), about=session(4)) == ("2016-02-29", True)


def test_editions_whose_days_contradict_their_numbers_tell_nothing() -> None:
    told = (session(3, "2020-03-01"), session(5, "2016-03-01"))
    assert placed(scene("report"), told=told, about=session(4)) == (None, False)


def test_else_it_belongs_where_the_same_people_are_named() -> None:
    known = scene("old", "2010-03-01"), scene("new", "2019-03-01")
    people = {"old": frozenset({"Ann"}), "new": frozenset({"Ben"}), "report": frozenset({"Ben"})}
    assert placed(*known, scene("report"), people=people) == ("2019-03-01", True)


def test_where_nothing_tells_there_is_no_day() -> None:
    assert placed(scene("old", "2010-03-01"), scene("report")) == (None, False)
