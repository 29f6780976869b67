"""Which article can look back on which: accounts of the same sides, time between them."""

from __future__ import annotations

import pytest

from mahdar.linking.follow_sessions import is_news, looks_back
from mahdar.linking.follow_view import Scene


def scene(
    kind: str, day: str | None, sides: str, occasion: str = "", *, about: bool = False, dealings: bool = False
) -> Scene:
    name = f"{kind} {day}"
    return Scene(name, "d", kind, day, frozenset(sides.split()), occasion or name, 0, about, dealings)


STATEMENT = scene("joint_statement", "2016-02-11", "DEU IRQ", "fourth")


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (scene("joint_statement", "2019-12-17", "DEU IRQ"), True),
        (scene("interview", "2016-12", "DEU IRQ"), True),
        (scene("interview", "2016-02-11", "DEU IRQ", about=True), True),
        (scene("news_report", "2019-12-17", "DEU IRQ", "fifth"), True),
        (scene("news_report", "2019-12-17", "DEU IRQ"), False),
        (scene("news_report", "2019-12-17", "DEU IRQ", dealings=True), True),
        (scene("ministry_post", "2016-02-25", "DEU IRQ"), False),
        (scene("ministry_post", "2019-12-17", "DEU JOR"), False),
        (scene("ministry_post", None, "DEU IRQ"), False),
    ],
)
def test_an_account_looks_back_on_one_of_a_month_before_or_more(later: Scene, expected: bool) -> None:
    assert looks_back(later, STATEMENT) is expected


def test_news_of_what_two_sides_do_is_news_unless_it_tells_of_their_meeting() -> None:
    assert is_news(scene("news_report", "2019-12-17", "DEU IRQ", dealings=True))
    assert not is_news(scene("news_report", "2019-12-17", "DEU IRQ", "fifth", dealings=True))
    assert not is_news(scene("news_report", "2019-12-17", "DEU IRQ"))
