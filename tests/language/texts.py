"""Texts for property tests: as Arabic pages hold them, and any at all."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

LETTERS = "ابتدرسعقكلمنهوىيةأإآؤئءگی"
VOWELS = "\N{ARABIC FATHATAN}\N{ARABIC SHADDA}\N{ARABIC KASRA}\N{ARABIC LETTER SUPERSCRIPT ALEF}"
MARKS = VOWELS + "\N{ARABIC TATWEEL}"
SIGNS = "«»“”\"'()[]،؛؟!.…:/-–٪$"
DIGITS = "019٠٥٩"
BLANKS = " \n\t\N{NO-BREAK SPACE}\N{RIGHT-TO-LEFT MARK}"

texts = st.one_of(
    st.text(LETTERS + MARKS + SIGNS + DIGITS + BLANKS + "aZ", max_size=60), st.text(max_size=40)
)
words = st.text(LETTERS, min_size=1, max_size=10)
quick = settings(max_examples=150, deadline=None)
