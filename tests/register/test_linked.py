"""Links and ties: written, found again, no longer found, and in the export."""

from __future__ import annotations

import io
import json

import pytest

from mahdar.model.links import Link, Tie
from mahdar.model.spans import Span
from mahdar.outputs.export import export_register


@pytest.fixture
def two(register, make):
    register.add([make.reading(), make.reading("السكك")], reader="one")
    first, second = (list(register.entries(held.id)) for held in register.documents())
    return first[0].id, second[0].id


def test_a_link_is_kept_with_the_words_of_both_sides(register, two):
    later, earlier = two
    found = Link("restates", later, earlier, 0.75, "the same words", ((Span(0, 3), Span(2, 5)),))
    assert register.link([found]) == 1
    assert list(register.links()) == list(register.links([earlier])) == [found]
    assert list(register.links(["0" * 16])) == list(register.links(kind="amends")) == []


def test_a_link_found_again_is_the_same_one(register, two):
    register.link([Link("restates", *two, 0.75, "before")])
    assert register.link([Link("restates", *two, 0.5, "now")]) == 0
    assert [(one.score, one.why) for one in register.links()] == [(0.5, "now")]


def test_a_link_not_found_again_no_longer_holds_and_may_return(register, two):
    found = Link("restates", *two, 0.75, "the same words")
    register.link([found])
    register.link([], again=two[:1])
    assert not list(register.links())
    register.link([found], again=two[:1])
    assert list(register.links()) == [found]


def test_where_a_meeting_belongs_is_replaced(register, two):
    register.link([], [Tie(two[0], "a" * 16, None)])
    register.link([], [Tie(two[0], "b" * 16, "c" * 16, 4, inferred=True)])
    assert list(register.ties()) == [Tie(two[0], "b" * 16, "c" * 16, 4, inferred=True)]
    assert not list(register.ties(two[1:]))


def test_the_export_has_links_between_what_it_holds(register, two):
    register.link([Link("restates", *two, 0.75, "the same words")])
    out = io.StringIO()
    export_register(register, "json", out)
    assert json.loads(out.getvalue())["links"] == [
        {"kind": "restates", "from": two[0], "to": two[1], "score": 0.75, "why": "the same words"}
    ]
