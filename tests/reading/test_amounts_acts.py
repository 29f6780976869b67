"""Who gives a sum that an act tells of without naming its giver."""

from __future__ import annotations

import pytest

from mahdar.model.entries import Amount
from mahdar.pipeline.library import read_text


def amount(text: str) -> Amount:
    return next(one.entry for one in read_text(text).entries if isinstance(one.entry, Amount))


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("قال الوزير النرويجي إن بلاده ستقدم 8 ملايين يورو لمدارس الريف.", "NOR"),
        ("أعلن السفير الكندي أن بلاده قدمت 3 ملايين دولار للصيادين.", "CAN"),
        ("دعا الوزير النرويجي إلى تقديم 8 ملايين يورو لمدارس الريف.", None),
        ("رحب الوزير النرويجي بتقديم 8 ملايين يورو لمدارس الريف.", None),
    ],
)
def test_whoever_acts_gives_and_whoever_asks_does_not(text: str, giver: str | None) -> None:
    assert amount(text).giver == giver
