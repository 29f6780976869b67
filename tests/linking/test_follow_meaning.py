"""Things that are each other's nearest in meaning: vectors are given, so that the choice is seen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from mahdar.linking.follow_meaning import senses
from mahdar.linking.follow_view import Scene, Thing
from mahdar.model.spans import Span

numpy = pytest.importorskip("numpy")

PLACES = {"red sea ports": (1.0, 0.0), "harbours of the coast": (0.98, 0.2), "school books": (0.0, 1.0)}


class Plane:
    """Puts texts where they are told to be, on a plane."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> object:
        self.asked += texts
        rows = numpy.array([PLACES[text] for text in texts])
        return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)

    def nearness(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        raise NotImplementedError


def scene(article: str, day: str) -> Scene:
    return Scene(article, article, "joint_statement", day, frozenset({"EGY", "SDN"}), article, 0)


def thing(where: Scene, text: str, words: str) -> Thing:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Thing(words, "act", "affirm", where, span, (), start, content=span)


def test_of_all_that_is_near_only_each_other_s_nearest_is_a_pair() -> None:
    texts = {"old": "red sea ports / school books", "new": "harbours of the coast"}
    old, new = scene("old", "2018-03-01"), scene("new", "2020-03-01")
    ports, books = thing(old, texts["old"], "red sea ports"), thing(old, texts["old"], "school books")
    harbours = thing(new, texts["new"], "harbours of the coast")
    found = senses([ports, books, harbours], texts, Plane())
    assert list(found.nearest(harbours)) == [ports]
    sense = found.of(harbours, ports)
    assert sense is not None
    assert sense.lead > 0.5
    other = found.of(harbours, books)
    assert other is not None
    assert other.lead == 0
    assert other.above < 0 < sense.above


def test_nothing_is_asked_about_articles_that_look_back_on_none() -> None:
    texts = {"old": "red sea ports", "new": "school books"}
    plane = Plane()
    old, new = scene("old", "2018-03-01"), scene("new", "2018-03-05")
    ordered = [thing(old, texts["old"], "red sea ports"), thing(new, texts["new"], "school books")]
    assert list(senses(ordered, texts, plane).nearest(ordered[1])) == []
    assert plane.asked == []
