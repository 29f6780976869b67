"""Sentences: `|` stands where one ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.language.texts import quick, texts

from mahdar.language import parse_prose
from mahdar.model.document import Block

MARKED = [
    "وصل الوزير.| وغادر.|",
    "هل وصل؟| نعم!| وغادر|",
    "قال: «انتهى الأمر.»| وخرج|",
    "انتظر… |ثم قال…|",
    "بلغ 3.5 مليار. |وزاد|",
    "وكالة أ. ف. ب قالت. |ثم صمتت|",
    "قال د. سمير نعم|",
    "في 12.5.2022 وصل الوفد. |وغادر|",
    "عام 2022. |وفي العام التالي|",
    "قال (نعم). |وقال لا|",
    "سأل: أين؟؟| ثم صمت|",
    "بلا نقطة|",
]


def _cut(text: str) -> str:
    for sentence in reversed(parse_prose(text, [Block("prose", 0, len(text))]).sentences):
        text = f"{text[: sentence.end]}|{text[sentence.end :]}"
    return text


@pytest.mark.parametrize("marked", MARKED)
def test_sentences_as_marked(marked: str) -> None:
    assert _cut(marked.replace("|", "")) == marked.replace(" |", "| ")


def test_a_block_s_end_ends_a_sentence() -> None:
    prose = parse_prose("عنوان بلا نقطة\nوصل الوزير", [Block("title", 0, 14), Block("prose", 15, 25)])
    assert [(s.block, s.number, s.start, s.end) for s in prose.sentences] == [
        ("title", 0, 0, 14),
        ("prose", 1, 15, 25),
    ]


def test_an_empty_block_has_no_sentence() -> None:
    assert parse_prose("…", [Block("prose", 0, 1)]).sentences == ()


@quick
@given(st.lists(texts, max_size=4))
def test_sentences_share_out_the_words_in_order(parts: list[str]) -> None:
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block("prose", at, at + len(part)))
        at += len(part) + 1
    text = "\n".join(parts)
    prose = parse_prose(text, blocks)
    assert [i for s in prose.sentences for i in range(s.first, s.last)] == list(range(len(prose.words)))
    end = 0
    for s in prose.sentences:
        inside = prose.words[s.first : s.last]
        assert end <= s.start <= inside[0].start
        assert inside[-1].end <= s.end <= blocks[s.number].end
        end = s.end
