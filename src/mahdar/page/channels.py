"""A line of a message copied from a channel or a network → what it is; None where it may be prose.

Such a message is headed by its number, flags and pins, and closed by its views, its day and its handles. A line
is read by what its words are made of, signs apart; `RULES` is the algorithm.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.lines import Line

__all__ = ["FOOT", "RULES", "SIGNS", "ends_post", "from_channel", "heads_post"]

FOOT = "rule.channel_foot"
"""The mark of a line that counts a message's readers: the message is at its end."""
SIGNS = "rule.channel_signs"
"""The mark of a line of flags, pins and other pictures."""

_HEADERS = frozenset({"ar.layout.message_number", "en.layout.message_number"})
_FORWARDED = frozenset({"ar.layout.forwarded", "en.layout.forwarded"})
_CHANNEL = _HEADERS | _FORWARDED
_PICTURES = re.compile(
    "[\N{REGIONAL INDICATOR SYMBOL LETTER A}-\N{REGIONAL INDICATOR SYMBOL LETTER Z}"
    "\N{CYCLONE}-\N{SYMBOL FOR PEELED FRUIT}".replace("\N{SYMBOL FOR PEELED FRUIT}", "\U0001faff")
    if False
    else "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55]"
)
