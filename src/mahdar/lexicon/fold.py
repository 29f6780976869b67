"""The matching key of a word: spellings that count as one become one.

Source: lexicon/data/ar/folding.toml
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["fold", "folding_table"]


@cache
def folding_table() -> dict[int, str | None]:
    """Return the table that `str.translate` takes: code point → its replacement, None to drop it."""
    data = files("mahdar.lexicon") / "data" / "ar" / "folding.toml"
    table: dict[int, str | None] = {}
    for head in tomllib.loads(data.read_text(encoding="utf-8"))["head"]:
        table.update(dict.fromkeys(map(ord, head.get("drop", "")), None))
        table.update(zip(map(ord, head.get("from", "")), head.get("to", ""), strict=True))
        if "ligature" in head:
            table[ord(head["ligature"])] = head["letters"]
    return table


def fold(text: str) -> str:
    """Fold a word or a phrase for comparison.

    The result can be shorter than the text, or longer by a ligature's letters; `language.folding` keeps the
    way back to offsets.

    >>> fold("الدُّوَلُ المُشاركة")
    'الدول المشاركه'
    >>> fold("plain")
    'plain'
    """
    return text.translate(folding_table())
