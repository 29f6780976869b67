"""Copies, new versions, texts without a day, texts of nothing: what is linked stays as documents say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.linking.scoring import DIALOGUES
from tests.pipeline.test_orders import linked_in

import mahdar
from mahdar.pipeline.following import followed
from mahdar.pipeline.linking import link_documents
from mahdar.register import Register

TEXTS = {
    path.name: path.read_text(encoding="utf-8") for path in (DIALOGUES / "netherlands-oman").glob("*.txt")
}


@pytest.fixture(autouse=True)
def without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mahdar.pipeline.standing_work.load_meaning", lambda: None)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.open(tmp_path / "register.sqlite") as opened:
        yield opened


def write(folder: Path, texts: dict[str, str]) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in sorted(texts)]


def fresh(folder: Path, texts: dict[str, str]) -> dict[str, object]:
    """Return what is linked where documents are read for the first time, all at once."""
    with Register.open(":memory:") as register:
        mahdar.read(write(folder, texts), register)
        return dict(linked_in(register))


def test_a_copy_under_another_name_adds_nothing(register: Register, tmp_path: Path) -> None:
    mahdar.read(write(tmp_path / "texts", TEXTS), register)
    before = linked_in(register)
    mahdar.read(write(tmp_path / "copies", {"copy.txt": TEXTS["2017-statement.txt"]}), register)
    assert linked_in(register) == before
    assert len({one.id for one in register.documents()}) == len(TEXTS)


def test_a_document_read_again_after_it_was_changed_is_linked_as_it_now_stands(
    register: Register, tmp_path: Path
) -> None:
    mahdar.read(write(tmp_path / "texts", TEXTS), register)
    changed = TEXTS["2019-post.txt"].replace("11", "9").replace("نصف المبلغ", "كامل المبلغ")
    mahdar.read(write(tmp_path / "texts", {"2019-post.txt": changed}), register)
    now = linked_in(register)
    expected = fresh(tmp_path / "texts", TEXTS | {"2019-post.txt": changed})
    assert {what: now[what] for what in ("links", "chains", "contradictions")} == {
        what: expected[what] for what in ("links", "chains", "contradictions")
    }


def test_what_was_changed_back_is_linked_as_before(register: Register, tmp_path: Path) -> None:
    mahdar.read(write(tmp_path / "texts", TEXTS), register)
    before = linked_in(register)
    for text in ("لا شيء.", TEXTS["2019-post.txt"]):
        mahdar.read(write(tmp_path / "texts", {"2019-post.txt": text}), register)
    assert linked_in(register) == before


def test_a_text_without_a_day_and_one_of_nothing_change_nothing_between_others(
    register: Register, tmp_path: Path
) -> None:
    mahdar.read(write(tmp_path / "texts", TEXTS), register)
    before = {one.id for one in register.links()}
    odd = {"undated.txt": "تعهدت هولندا بتمويل حديقة في صلالة.", "nothing.txt": "الطقس معتدل."}
    mahdar.read(write(tmp_path / "odd", odd), register)
    assert {one.id for one in register.links()} == before
    garden = next(one for one in followed(register, "2026-01-01").chains if "صلالة" in one.title)
    assert [(step.date, step.rung) for step in garden.steps] == [(None, "promised")]


def test_an_empty_register_has_nothing_to_link(register: Register) -> None:
    report = link_documents(register, again=True)
    assert (report.documents, report.occasions, report.links) == (0, 0, 0)
