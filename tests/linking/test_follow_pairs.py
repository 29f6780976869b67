"""How a pair of things stands among all pairs of two articles."""

from __future__ import annotations

from mahdar.linking.follow_pairs import ALONE, Pair, beside
from mahdar.linking.follow_rules import Relation
from mahdar.linking.follow_view import Scene, Thing
from mahdar.linking.follow_weights import Likeness
from mahdar.model.spans import Span

KEN, NOR = frozenset({"KEN"}), frozenset({"NOR"})


def thing(article: str, start: int, what: str = "affirm") -> Thing:
    scene = Scene(article, article, "joint_statement", article, KEN | NOR, article, 0)
    return Thing(f"{article} {start}", "act", what, scene, Span(start, start + 5), (), start, KEN, NOR)


def pair(later: Thing, earlier: Thing, shared: float, *, back: bool = True) -> Pair:
    return Pair(later, earlier, Relation("restates", 0.2), Likeness(shared, 1.0), back)


def test_what_shares_more_than_all_else_leads_by_that() -> None:
    roads, ports = thing("2015-03-01", 0), thing("2015-03-01", 10)
    harbour, other = thing("2018-03-01", 0), thing("2018-03-01", 10)
    pairs = [pair(harbour, ports, 2.0), pair(harbour, roads, 0.5), pair(other, ports, 1.25)]
    assert [one.lead for one in beside(pairs)] == [0.75, 0.0, 0.0]


def test_what_overlaps_is_the_same_and_no_rival() -> None:
    signed, text = thing("2015-03-01", 0), thing("2015-03-01", 2)
    amended = thing("2018-03-01", 0)
    assert [one.lead for one in beside([pair(amended, signed, 2.0), pair(amended, text, 2.0)])] == [2.0, 2.0]


def test_the_one_thanks_of_each_is_sole_until_there_is_another() -> None:
    first, again = thing("2015-03-01", 0, "appreciate"), thing("2018-03-01", 0, "appreciate")
    more = thing("2018-03-01", 20, "appreciate")
    assert beside([pair(again, first, 0.0)])[0].sole
    assert not any(one.sole for one in beside([pair(again, first, 0.0), pair(more, first, 0.0)]))


def test_of_running_news_nothing_is_asked() -> None:
    one = pair(thing("2018-03-01", 0, "appreciate"), thing("2018-02-25", 0, "appreciate"), 1.0, back=False)
    assert beside([one]) == [ALONE]
