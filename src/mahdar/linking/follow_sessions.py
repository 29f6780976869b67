"""Whether one article looks back on another: two accounts of dealings of the same sides, with time between.

What stands in news of the same days is another report of the same thing, or the next turn of it. An account
of a session, a statement, a ministry's post or an interview takes up what the one of a year before left open:
there the same words, or the same meaning, say more.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from mahdar.linking.follow_view import Scene

__all__ = ["is_account", "is_news", "looks_back", "tells_of_talks"]

_ACCOUNTS: Final = frozenset({"joint_statement", "ministry_post", "interview"})
"""Kinds of article that are about the dealings of their sides; of others what they tell has to show it."""
_APART: Final = 30
"""Days between; within them news goes on."""
_MONTH, _DAY = len("2024-03"), len("2024-03-05")


def looks_back(later: Scene, earlier: Scene) -> bool:
    """Say whether one article can look back on another: accounts of the same sides, time between them."""
    if not (is_account(later) and is_account(earlier)) or len(later.sides & earlier.sides) < _BOTH:
        return False
    if later.about or earlier.about:
        return not (later.about and earlier.about)
    return _days(earlier.day, later.day) >= _APART


_BOTH: Final = 2


def is_account(scene: Scene) -> bool:
    """Say whether an article is about dealings of its sides."""
    return tells_of_talks(scene) or scene.dealings


def is_news(scene: Scene) -> bool:
    """Say whether an article is an account for nothing but what it tells: it is news all the same."""
    return scene.dealings and not tells_of_talks(scene)


def tells_of_talks(scene: Scene) -> bool:
    """Say whether an article is by its kind an account, or tells of a meeting of its sides on a day."""
    return scene.kind in _ACCOUNTS or (scene.occasion != scene.article and len(scene.day or "") == _DAY)


def _days(earlier: str | None, later: str | None) -> int:
    """Return about how many days lie between two times of any precision; none where one is not known."""
    if not earlier or not later:
        return 0
    try:
        return (_middle(later) - _middle(earlier)).days
    except ValueError:
        return 0


def _middle(when: str) -> date:
    """Return the middle of a day, month or year."""
    filled = when if len(when) == _DAY else f"{when}-15" if len(when) == _MONTH else f"{when}-07-01"
    return date.fromisoformat(filled)
