"""Two sessions side by side as they are shown: quotations are the document's, marks stand around words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.outputs.cli.sessions_page import Asked, write_sessions
from mahdar.outputs.sessions import Shown, how, html_of, report_object, shown
from mahdar.pipeline.editions import SessionReport, compare_editions
from mahdar.pipeline.library import read_text
from mahdar.register import Register

FIRST = """بيان مشترك

عقدت فنلندا وتونس في هلسنكي يوم 4 مارس 2021 الجولة الأولى من حوارهما الاستراتيجي.
وناقش الجانبان إنشاء خط بحري بين بنزرت وتوركو. وأعربا عن قلقهما إزاء تلوث البحر المتوسط.
وأشادت فنلندا بجهود تونس في التعليم.
"""
SECOND = """بيان مشترك

عقدت فنلندا وتونس في تونس يوم 9 مارس 2022 الجولة الثانية من حوارهما الاستراتيجي.
واتفق الجانبان على إنشاء خط بحري بين بنزرت وتوركو. وأعربا عن بالغ قلقهما إزاء تلوث البحر المتوسط.
ورحبت تونس بزيارة <b>الرئيس</b> الفنلندي.
"""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with Register.open(tmp_path_factory.mktemp("sessions") / "r.sqlite") as made:
        made.add([read_text(FIRST, "first.txt"), read_text(SECOND, "second.txt")])
        yield made


@pytest.fixture(scope="module")
def report(register: Register) -> SessionReport:
    return compare_editions(register, "FIN-TUN/1", "FIN-TUN/2", lexicon=default_lexicon())


@pytest.fixture(scope="module")
def page(report: SessionReport) -> Shown:
    return shown(report)


def test_what_is_shown_stands_in_its_document_with_the_marked_words(page: Shown) -> None:
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    wordings = [w for s in page.sections for row in s.rows for w in (row.earlier, row.later) if w]
    assert wordings
    assert all(said.text in texts[said.name] for said in wordings)


def test_words_that_differ_are_marked_on_both_sides(page: Shown) -> None:
    row = next(row for s in page.sections for row in s.rows if row.later and "خط بحري" in row.later.text)
    assert row.what == "strengthened"
    assert how(row) == "discuss → agree, decide (commitment 1 → 6)"
    assert row.earlier is not None
    assert row.later is not None
    assert [part.text for part in row.earlier.parts if part.marked] == ["وناقش"]
    assert [part.text for part in row.later.parts if part.marked] == ["واتفق", "على"]


def test_a_page_escapes_what_documents_hold(page: Shown) -> None:
    html = html_of(page)
    assert "<b>" not in html
    assert "&lt;b&gt;" in html
    assert "<ins>واتفق</ins>" in html


def test_a_program_gets_offsets_that_hold(report: SessionReport) -> None:
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    found = json.loads(json.dumps(report_object(report)))
    assert {one["name"] for one in (found["earlier"], found["later"])} == {"FIN-TUN 1", "FIN-TUN 2"}
    grave = next(
        one for one in found["findings"] if one["strength"] and one["strength"]["scale"] == "disapproval"
    )
    assert grave["what"] == "strengthened"
    assert grave["strength"]["later"] == {
        "grade": 1.5,
        "step": "concern",
        "movers": ["ar.strength.degree"],
    }
    for one in found["findings"]:
        for side in filter(None, (one["earlier"], one["later"])):
            assert texts[side["document"]][side["start"] : side["end"]].strip()


def test_findings_and_topics_can_be_picked(report: SessionReport) -> None:
    assert {row.what for s in shown(report, ("dropped",)).sections for row in s.rows} == {"dropped"}
    assert {s.track for s in shown(report, tracks=("education",)).sections} <= {"education"}


def test_a_pipe_gets_lines_with_marks_in_brackets(
    register: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    write_sessions(register, "first.txt", "second.txt", Asked(meaning=False))
    out = capsys.readouterr().out
    assert "    - «[-وناقش-] الجانبان إنشاء خط بحري بين بنزرت وتوركو»" in out
    assert "    + «{+واتفق+} الجانبان {+على+} إنشاء خط بحري بين بنزرت وتوركو»" in out


def test_a_page_goes_to_a_file(register: Register, tmp_path: Path) -> None:
    out = tmp_path / "sessions.html"
    write_sessions(register, "FIN-TUN/1", "FIN-TUN/2", Asked("html", "ar", out, meaning=False))
    assert out.read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="ar" dir="rtl">')
