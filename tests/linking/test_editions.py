"""What becomes of what a session said in the next one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.sessions_scored import FOLDER, found_in, load, score

from mahdar.linking.editions import SessionComparison, wording_diff
from mahdar.linking.sessions import Item
from mahdar.linking.sessions_matched import Standing
from mahdar.linking.words import compared_words
from mahdar.model.spans import Span
from mahdar.pipeline.editions import compare_in_register
from mahdar.pipeline.library import read_text
from mahdar.pipeline.sessions import session_of_document
from mahdar.register import Register

FLOORS = {"jordan-japan": (0.95, 0.95), "morocco-korea": (0.9, 0.9), "algeria-portugal": (0.85, 0.88)}
"""Precision and recall below which a pair may not fall. The second and third were unseen when they were first
measured, and scored 0.75 and 0.84, 0.78 and 0.90 by wording alone; what they showed has been mended since."""


def compared(first: str, second: str) -> tuple[SessionComparison, str, str]:
    """Compare two statements of Poland and Czechia."""
    texts = [
        f"بيان مشترك\n\nعقدت بولندا وتشيكيا في وارسو يوم 3 مايو {year} حوارهما الاستراتيجي. {said}\n"
        for year, said in ((2021, first), (2022, second))
    ]
    with Register.open(":memory:") as register:
        register.add(read_text(text, f"{n}.txt") for n, text in enumerate(texts))
        sessions = [session_of_document(register, f"{n}.txt") for n in (0, 1)]
        return compare_in_register(register, *sessions).comparison, texts[0], texts[1]


def told(first: str, second: str) -> set[str]:
    """Say what became of what, in a word and the words."""
    found, one, other = compared(first, second)
    return {f"{f.what}: {cut(f.earlier, one)} | {cut(f.later, other)}" for f in found.findings}


def cut(said: Item | Standing | None, text: str) -> str:
    """Return the words of an item."""
    return said.span.cut(text) if said else "-"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem in FLOORS))
def test_a_pair_of_sessions_is_compared_as_well_as_before(name: str) -> None:
    pair = load(name)
    tally = score(pair, found_in(pair)).values()
    right, missed, false = (sum(numbers) for numbers in zip(*tally, strict=True))
    precision, recall = FLOORS[name]
    assert right / (right + false) >= precision
    assert right / (right + missed) >= recall


KEPT = "وأكد الجانبان أهمية سلامة الملاحة في بحر البلطيق."


def test_what_the_later_session_passes_over_is_dropped() -> None:
    found = told(f"{KEPT} وأدانت بولندا الهجمات على السفن.", KEPT)
    assert "dropped: وأدانت بولندا الهجمات على السفن | -" in found


def test_what_only_the_later_session_says_is_new() -> None:
    found = told(KEPT, f"{KEPT} واتفق الجانبان على تشكيل لجنة للطيران المدني.")
    assert "new: - | واتفق الجانبان على تشكيل لجنة للطيران المدني" in found


def test_another_verb_is_no_other_item() -> None:
    found = told(
        f"{KEPT} وناقش الجانبان تشكيل لجنة للطيران المدني.",
        f"{KEPT} وتعهد الجانبان بتشكيل لجنة للطيران المدني.",
    )
    assert any(line.startswith("strengthened: وناقش") for line in found)
    assert not any(line.startswith(("new", "dropped")) for line in found)


def test_words_of_the_item_inside_another_sentence_keep_it_from_being_dropped() -> None:
    found = told(
        f"{KEPT} ورحبت بولندا بافتتاح جسر الصداقة الحدودي.",
        f"{KEPT} وفي هذا السياق يستقبل جسر الصداقة الحدودي بعد افتتاح مرحلته الثانية ألف شاحنة يومياً.",
    )
    assert not any(line.startswith("dropped") for line in found)


def test_an_instrument_rises_and_its_signing_is_told_once() -> None:
    found, _, _ = compared(
        f"{KEPT} واقترحت بولندا اتفاقية لتسليم المطلوبين.",
        f"{KEPT} ووقع الجانبان اتفاقية لتسليم المطلوبين.",
    )
    risen = [f for f in found.findings if f.what == "strengthened"]
    assert [(f.kind, f.change and f.change.second.step.name) for f in risen] == [
        ("instrument", "signed, amended")
    ]
    assert not [f for f in found.findings if f.what in {"new", "dropped"}]


def test_the_next_session_is_one_theme_whatever_its_number_and_place() -> None:
    found = told(
        f"{KEPT} ويتطلع الجانبان إلى عقد الجولة الثانية من الحوار الاستراتيجي في براغ عام 2022.",
        f"{KEPT} واتفق الجانبان على عقد الجولة الثالثة من الحوار الاستراتيجي في وارسو عام 2023.",
    )
    assert any(line.startswith("strengthened: ويتطلع") for line in found)


def test_topics_are_new_kept_and_dropped() -> None:
    found, _, _ = compared(
        f"{KEPT} وناقش الجانبان التعاون الدفاعي والمناورات العسكرية.",
        f"{KEPT} وناقش الجانبان المنح الدراسية والتبادل الطلابي.",
    )
    assert {one.track: one.what for one in found.tracks}.items() >= {
        ("defence", "dropped"), ("education", "new"),
    }  # fmt: skip


WORDS = st.lists(
    st.sampled_from(["ناقش", "الجانبان", "تعاون", "التعاون", "الدفاع", "والدفاع", "في", "أمن", "2024"]),
    max_size=14,
)


@given(WORDS, WORDS)
def test_in_a_wording_diff_every_word_stands_once(first: list[str], second: list[str]) -> None:
    texts = " ".join(first), " ".join(second)
    words = [compared_words(text, [Span(0, len(text))]) for text in texts]
    diff = wording_diff(*words)
    for side, text in enumerate(texts):
        spans = [s for piece in diff if (s := (piece.earlier, piece.later)[side]) is not None]
        held = " ".join(s.cut(text) for s in sorted(spans)).split()
        assert held == [w.span.cut(text) for w in words[side]]
    assert all(piece.earlier or piece.later for piece in diff)
    same = [p for p in diff if p.how == "same" and p.earlier and p.later]
    assert all(len(p.earlier.cut(texts[0]).split()) == len(p.later.cut(texts[1]).split()) for p in same)
