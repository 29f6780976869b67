"""Where several accounts tell one thing, a link is with the one that speaks first."""

from __future__ import annotations

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.follow import follow_words
from mahdar.linking.follow_first import first_hand
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_view import Part, Scene, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.spans import Span

FIRST = Scene("statement", "a", "joint_statement", "2019-03-01", frozenset({"KEN", "NOR"}), "third", 0)
REPORT = Scene("report", "b", "news_report", "2019-03-02", frozenset({"KEN", "NOR"}), "third", 2)
LATER = Scene("next", "c", "joint_statement", "2021-03-01", frozenset({"KEN", "NOR"}), "fourth", 0)


def thing(scene: Scene, *terms: str, what: str = "commit") -> Thing:
    span = Span(0, 9)
    return Thing(f"{scene.article} {terms}", "act", what, scene, span, (Part(span, frozenset(terms)),), 0)


def ends(earlier: Thing, *others: Thing) -> tuple[Thing, Thing]:
    later = thing(LATER, "harbour", "wells")
    things = (later, earlier, *others)
    weights = Weights(follow_words(default_lexicon()))
    weights.count(things)
    (one,) = first_hand([Found(later, earlier, "restates", 1.0)], things, weights)
    return one.later, one.earlier


def test_a_link_with_a_report_becomes_one_with_the_statement() -> None:
    stated, reported = thing(FIRST, "harbour", "wells"), thing(REPORT, "harbour", "wells")
    assert ends(reported, stated)[1] is stated


def test_what_the_statement_does_not_say_stays_with_the_report() -> None:
    reported = thing(REPORT, "harbour", "wells")
    assert (
        ends(reported, thing(FIRST, "school"), thing(FIRST, "harbour", "wells", what="discuss"))[1]
        is reported
    )


def test_what_speaks_first_stays() -> None:
    stated = thing(FIRST, "harbour", "wells")
    assert ends(stated, thing(REPORT, "harbour", "wells"))[1] is stated
