"""How a register is scored: what counts as found, what is missed and extra; the same figures as elsewhere."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.outputs.registers import STATEMENT, register_of, statement_reading

import mahdar
from mahdar.errors import ExportFileError, GoldError
from mahdar.model.scores import Score
from mahdar.outputs.export import export_files, export_register
from mahdar.pipeline.library import read_text
from mahdar.pipeline.scoring import score
from mahdar.register import Register

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("MAHDAR_SHARED") or ROOT.parent / "shared")
Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with register_of(tmp_path, statement_reading()) as opened:
        yield opened


def annotated(register: Register, folder: Path, change: Change = dict) -> Path:
    """Accept everything, write it as an annotation, and change that."""
    folder.mkdir()
    for one in list(register.entries()):
        register.review(one.id, "accepted", "salma")
    export_files(register, "gold", folder)
    (path,) = folder.glob("*.json")
    gold = json.loads(path.read_text(encoding="utf-8"))
    change(gold)
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return folder


def figures(found: Score, layer: str) -> tuple[int, float, float]:
    its = found.layer(layer)
    return its.n, round(its.precision, 3), round(its.recall, 3)


def test_what_people_stand_for_scores_itself_in_full(register: Register, tmp_path: Path) -> None:
    found = score(annotated(register, tmp_path / "gold"), register)
    assert (found.f1, found.documents, found.problems) == (1.0, 1, ())
    for layer in found.layers:
        assert set(layer.fields.values()) <= {1.0}
        assert (layer.missed, layer.extra) == ((), ())
    assert {one.name: one.n for one in found.layers} == {
        "articles": 1, "noise": 0, "mentions": 1, "dates": 1, "meetings": 1, "instruments": 1, "amounts": 1,
        "acts": 2, "quotes": 1,
    }  # fmt: skip


def test_what_only_one_side_holds_is_missed_or_extra_with_its_words(
    register: Register, tmp_path: Path
) -> None:
    def change(gold: dict[str, Any]) -> None:
        gold["acts"].pop()
        gold["dates"].append({"q": "30 يونيو 2022", "value": "2022-06-30", "precision": "day"})

    found = score(annotated(register, tmp_path / "gold", change), register)
    assert figures(found, "acts") == (1, 0.5, 1.0)
    assert figures(found, "dates") == (2, 1.0, 0.5)
    (extra,), (missed,) = found.layer("acts").extra, found.layer("dates").missed
    assert (extra.words, extra.what["class"]) == ("وأدان الجانبان الهجمات على السفن", "condemn")
    assert (missed.document, missed.words) == ("statement.txt", "30 يونيو 2022")
    assert STATEMENT[missed.start :].startswith(missed.words)


@pytest.mark.parametrize(
    ("layer", "change", "expected"),
    [
        ("acts", lambda gold: gold["acts"][0].update({"class": "support"}), (2, 0.5, 0.5)),
        ("dates", lambda gold: gold["dates"][0].update({"value": None}), (1, 0.0, 0.0)),
        ("meetings", lambda gold: gold["meetings"][0].update({"edition": 4}), (1, 0.0, 0.0)),
        ("meetings", lambda gold: gold["meetings"][0].update({"edition": None, "date": None}), (1, 1.0, 1.0)),
        ("instruments", lambda gold: gold["instruments"][0].update({"type": "moc"}), (1, 1.0, 1.0)),
        ("instruments", lambda gold: gold["instruments"][0].update({"type": "order"}), (1, 0.0, 0.0)),
        ("amounts", lambda gold: gold["amounts"][0].update({"value": 12e6}), (1, 0.0, 0.0)),
        ("amounts", lambda gold: gold["amounts"][0].update({"unit": "euros"}), (1, 1.0, 1.0)),
        ("quotes", lambda gold: gold["quotes"][0].update({"text": "إن الموانئ تجمع"}), (1, 0.0, 0.0)),
        ("articles", lambda gold: gold["articles"][0].update({"kind": "interview"}), (1, 0.0, 0.0)),
        ("noise", lambda gold: gold["noise"].append({"q": "مسقط", "why": "other"}), (4, 0.0, 0.0)),
    ],
)
def test_what_counts_as_found(
    register: Register, tmp_path: Path, layer: str, change: Change, expected: tuple[int, float, float]
) -> None:
    assert figures(score(annotated(register, tmp_path / "gold", change), register), layer) == expected


@pytest.mark.parametrize(
    ("layer", "field", "change", "share"),
    [
        ("acts", "actors", lambda gold: gold["acts"][1].update({"actors": ["OMN", "KEN"]}), 0.75),
        ("acts", "trigger", lambda gold: gold["acts"][0].update({"class": "support"}), 1.0),
        (
            "acts",
            "content",
            lambda gold: gold["acts"][0].update({"content": "التزامها بتمويل رصيف الصيد"}),
            0.929,
        ),
        ("meetings", "place", lambda gold: gold["meetings"][0].update({"place": "Salalah"}), 0.0),
        ("meetings", "chairs", lambda gold: gold["meetings"][0]["chairs"].append({"name": "X Y"}), 2 / 3),
        ("instruments", "kind", lambda gold: gold["instruments"][0].update({"type": "moc"}), 0.0),
        ("quotes", "speaker", lambda gold: gold["quotes"][0].update({"speaker": "Al-Nahar"}), 1.0),
    ],
)
def test_how_right_the_fields_of_what_was_found_are(
    register: Register, tmp_path: Path, layer: str, field: str, change: Change, share: float
) -> None:
    found = score(annotated(register, tmp_path / "gold", change), register)
    assert found.layer(layer).fields[field] == pytest.approx(share, abs=0.001)


def test_a_register_and_its_exports_score_alike(register: Register, tmp_path: Path) -> None:
    folder = annotated(register, tmp_path / "gold", lambda gold: gold["acts"].pop())
    register.review(next(register.entries(type="quote")).id, "rejected", "salma", why="no quotation")
    found = score(folder, register)
    assert figures(found, "quotes") == (1, 0.0, 0.0)
    for form in ("json", "jsonl"):
        with (tmp_path / f"all.{form}").open("w", encoding="utf-8") as out:
            export_register(register, form, out)
        theirs = score(folder, tmp_path / f"all.{form}")
        assert [(one.name, one.f1, one.fields) for one in theirs.layers] == [
            (one.name, one.f1, one.fields) for one in found.layers
        ]


def test_line_ends_are_no_difference(tmp_path: Path) -> None:
    """Quotations have LF; the register counts what stands in the file."""
    text = STATEMENT.replace(". ", ".\n").replace("\n", "\r\n")
    (tmp_path / "post.txt").write_bytes(text.encode())
    with Register.open(tmp_path / "a.sqlite") as register:
        register.add([read_text(text, "post.txt")], reader="one")
        annotated(register, tmp_path / "gold")
        assert score(tmp_path / "gold", register, texts=tmp_path).f1 == 1.0


def test_what_cannot_be_scored_is_said(register: Register, tmp_path: Path) -> None:
    def change(gold: dict[str, Any]) -> None:
        gold["dates"] = [{"q": "5 مايو 1921", "value": None}, {"value": "1921"}]

    folder = annotated(register, tmp_path / "gold", change)
    (folder / "other.json").write_text('{"acts": []}', encoding="utf-8")
    (folder / "other.txt").write_text("مرحبا", encoding="utf-8")
    found = score(folder, register)
    assert found.layer("dates").n == 0
    assert [one.partition(": ")[2][:40] for one in found.problems] == [
        "dates[0] «5 مايو 1921» does not stand in", "dates[1] has no 'q'",
        "the register does not hold it; all of it",
    ]  # fmt: skip
    with pytest.raises(GoldError, match="holds no annotation"):
        score(tmp_path / "nowhere", register)
    (folder / "other.json").write_text('["acts"]', encoding="utf-8")
    with pytest.raises(GoldError, match="is no annotation"):
        score(folder, register)
    (folder / "other.json").unlink()
    with pytest.raises(ExportFileError):
        score(folder, tmp_path / "nowhere.json")


def test_a_text_of_another_version_is_told(register: Register, tmp_path: Path) -> None:
    folder = annotated(register, tmp_path / "gold")
    path = folder / "statement.txt"
    path.write_text(f"نص آخر. {path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert any("holds another text" in one for one in score(folder, register).problems)


@pytest.mark.shared
def test_the_figures_are_those_of_the_scorer_beside_the_annotation(tmp_path: Path) -> None:
    where = SHARED / "gold" / "score.py"
    if not where.exists():
        pytest.skip(f"NOT MEASURED: no annotated documents at {SHARED}")
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("score", where)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    named = sorted((SHARED / "gold").glob("*.json"))
    texts = [path for one in named if (path := SHARED / "corpus" / f"{one.stem}.txt").exists()]
    with mahdar.open_register(tmp_path / "a.sqlite") as register:
        mahdar.read(texts, register)
        export = tmp_path / "a.json"
        with export.open("w", encoding="utf-8") as out:
            export_register(register, "json", out)
        layers, trigger, _ = module.score(
            json.loads(export.read_text(encoding="utf-8")), SHARED / "gold", SHARED / "corpus"
        )
        for of in (register, export):
            found = score(SHARED / "gold", of, texts=SHARED / "corpus")
            assert found.documents == len(texts)
            for name, tally in layers.items():
                mine = found.layer(name)
                assert (mine.precision, mine.recall, mine.f1) == pytest.approx(tally.prf())
                assert mine.n == tally.tp + tally.fn
                rows = {row: sum(values) / len(values) for row, values in tally.rows.items() if values}
                rows |= {"trigger": trigger.prf()[2]} if name == "acts" else {}
                assert dict(mine.fields) == pytest.approx(rows)
