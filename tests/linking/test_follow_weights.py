"""What shared words are worth: fields of talks stand on every agenda."""

from __future__ import annotations

from mahdar.language.terms import key
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.follow import follow_words
from mahdar.linking.follow_view import Part, Scene, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.spans import Span

SCENE = Scene("one", "a", "news_report", "2019-03-02", frozenset({"KEN", "NOR"}), "third", 2)


def thing(words: str) -> Thing:
    span = Span(0, 9)
    return Thing(words, "act", "affirm", SCENE, span, (Part(span, frozenset(map(key, words.split()))),), 0)


def shared(mine: str, theirs: str) -> float:
    weights = Weights(follow_words(default_lexicon()))
    weights.count([thing(mine), thing(theirs)])
    return weights.likeness(thing(mine), thing(theirs)).shared


def test_one_field_in_common_says_little_and_a_thing_much() -> None:
    assert shared("مكافحة الإرهاب", "مكافحة الإرهاب") < shared("تحلية المياه", "تحلية المياه") / 3


def test_lists_of_the_same_three_fields_say_more_than_their_sum() -> None:
    assert shared("دفاع تجارة ثقافة", "دفاع تجارة ثقافة") > 3 * shared("دفاع تجارة", "دفاع تجارة") / 2
