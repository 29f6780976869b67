"""Which script a text is written in, and whether Arabic reads like Arabic."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["language_of", "reads_like_arabic"]

_ARABIC: Final = re.compile(
    "[\N{ARABIC LETTER KASHMIRI YEH}-\N{ARABIC LETTER YEH}"
    "\N{ARABIC LETTER DOTLESS BEH}-\N{ARABIC LETTER AE}"
    "\N{ARABIC LETTER ALEF WASLA ISOLATED FORM}-\N{ARABIC LIGATURE LAM WITH ALEF FINAL FORM}]+"
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ARTICLE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_WORDS_WITH_ARTICLE: Final = 0.1
"""Of all words. Measured on 240 press reports: 0.14 to 0.54; the same in other encodings of Arabic, read as
windows-1256: 0.06 at most."""


def language_of(text: str) -> str:
    """Return `ar` or `en`: the script that most letters of a text are in; `ar` where it has none.

    >>> language_of("وصل الوزير، Doha")
    'ar'
    >>> language_of("The minister arrived in الدوحة")
    'en'
    """
    return "ar" if _arabic_letters(text) * 2 >= _letters(text) else "en"


def reads_like_arabic(text: str) -> bool:
    """Say whether most letters are Arabic and the article stands in as many words as Arabic wants.

    A text of another encoding, read as Arabic, has Arabic letters too, but no articles.
    """
    if _arabic_letters(text) * 2 <= _letters(text):
        return False
    return text.count(_ARTICLE) >= max(1, _WORDS_WITH_ARTICLE * len(text.split()))


def _arabic_letters(text: str) -> int:
    return sum(map(len, _ARABIC.findall(text)))


def _letters(text: str) -> int:
    return sum(map(len, _LETTERS.findall(text)))
