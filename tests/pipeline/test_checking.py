"""What is checked of an export, and that no file, whatever is in it, does more than be refused."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.outputs.registers import STATEMENT, register_of, statement_reading

from mahdar.errors import ExportFileError
from mahdar.outputs.export import export_register
from mahdar.pipeline.checking import Result, check_records
from mahdar.pipeline.export_file import records
from mahdar.pipeline.texts import Texts

Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a statement, and its exports with and without words."""
    folder = tmp_path_factory.mktemp("check")
    (folder / "texts").mkdir()
    (folder / "texts" / "statement.txt").write_text(STATEMENT, encoding="utf-8", newline="")
    with register_of(folder, statement_reading()) as register:
        for form in ("json", "jsonl"):
            for quotes in (False, True):
                with (folder / f"{'quotes' if quotes else 'plain'}.{form}").open(
                    "w", encoding="utf-8"
                ) as out:
                    export_register(register, form, out, quotes=quotes)
    return folder


def checked(data: bytes, *texts: Path) -> Result:
    return check_records(records(io.BytesIO(data), "x.json"), Texts(texts), "x.json")


def changed(here: Path, change: Change, name: str = "plain.json") -> Result:
    """Check an export in which something was changed."""
    export = json.loads((here / name).read_text(encoding="utf-8"))
    change(export)
    return checked(json.dumps(export).encode(), here / "texts")


def act(export: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(entry for entry in export["entries"] if entry["type"] == "act")
    return found


# What stands


@pytest.mark.parametrize("name", ["plain.json", "plain.jsonl", "quotes.json", "quotes.jsonl"])
def test_an_export_stands_in_its_text(here, name):
    result = checked((here / name).read_bytes(), here / "texts")
    assert result.stands
    one = result.documents[0]
    assert (one.name, one.state, one.entries, one.faults) == ("statement.txt", "verified", 7, 0)
    assert (one.spans, one.quotes) == (10, 10 if "quotes" in name else 0)


@pytest.mark.parametrize("indent", [None, 1, "\t"])
@pytest.mark.parametrize("order", [False, True])
def test_how_the_json_is_laid_out_does_not_matter(here, indent, order):
    export = json.loads((here / "quotes.json").read_text(encoding="utf-8"))
    data = json.dumps(export, indent=indent, sort_keys=order)
    assert checked(("\ufeff" + data).encode(), here / "texts").stands
    lines = (here / "quotes.jsonl").read_text(encoding="utf-8").splitlines()
    again = "\n".join(json.dumps(json.loads(line), indent=indent, sort_keys=order) for line in lines)
    assert checked(again.encode(), here / "texts").stands


def test_some_lines_of_an_export_can_be_checked_alone(here):
    lines = (here / "plain.jsonl").read_bytes().splitlines(keepends=True)
    result = checked(b"".join(line for line in lines if b'"entry"' in line), here / "texts")
    assert result.stands
    assert result.documents[0].entries == 7


def test_a_register_has_the_texts_too(here, tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        found = records(io.BytesIO((here / "plain.json").read_bytes()), "x")
        assert check_records(found, Texts((), register)).stands


# What does not


def moved(export: dict[str, Any]) -> None:
    act(export)["evidence"][0]["start"] += 1


def shortened(export: dict[str, Any]) -> None:
    act(export)["evidence"].pop()


def outside(export: dict[str, Any]) -> None:
    act(export)["evidence"][0]["end"] = 10_000


def backwards(export: dict[str, Any]) -> None:
    span = act(export)["evidence"][0]
    span["start"], span["end"] = span["end"], span["start"]


def another_type(export: dict[str, Any]) -> None:
    act(export)["type"] = "quote"


def another_id(export: dict[str, Any]) -> None:
    act(export)["id"] = "0" * 16


def wide_trigger(export: dict[str, Any]) -> None:
    act(export)["trigger"] = act(export)["evidence"][0]


def trigger_elsewhere(export: dict[str, Any]) -> None:
    act(export)["trigger"] = {"start": 0, "end": 8}


def blank(export: dict[str, Any]) -> None:
    act(export)["content"] = {"start": 7, "end": 8}


def twice(export: dict[str, Any]) -> None:
    export["entries"].append(export["entries"][0])


def longer(export: dict[str, Any]) -> None:
    export["documents"][0]["chars"] += 1


def article_outside(export: dict[str, Any]) -> None:
    export["documents"][0]["articles"][0]["end"] += 100


def person_outside(export: dict[str, Any]) -> None:
    export["people"][0]["mentions"][0]["end"] = 10_000


def no_numbers(export: dict[str, Any]) -> None:
    act(export)["evidence"] = [{"start": True, "end": 1e3}]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (moved, "an id that is not made of this evidence"),
        (shortened, "an id that is not made of this evidence"),
        (outside, "lies outside the text"),
        (backwards, "lies outside the text"),
        (another_type, "an id that is not made of this evidence"),
        (another_id, "an id that is not made of this evidence"),
        (wide_trigger, "is not one word"),
        (trigger_elsewhere, "lies outside its evidence"),
        (blank, "nothing but blanks"),
        (twice, "stands in the export twice"),
        (longer, "the export gives another number"),
        (article_outside, "articles: "),
        (person_outside, "lies outside the text"),
        (no_numbers, "has no start or no end"),
    ],
)
def test_what_was_changed_is_found(here, change, what):
    result = changed(here, change)
    assert not result.stands
    one = result.documents[0]
    assert one.state == "wrong"
    assert any(what in problem.what for problem in one.problems), one.problems


def test_one_letter_in_a_quotation_is_found(here):
    def change(export: dict[str, Any]) -> None:
        act(export)["evidence"][0]["quote"] = act(export)["evidence"][0]["quote"].replace("ر", "ز", 1)

    one = changed(here, change, "quotes.json").documents[0]
    assert [problem.what for problem in one.problems] == ["89-130 holds other words than its quotation"]


def test_a_link_to_nowhere_is_found(here):
    def change(export: dict[str, Any]) -> None:
        export["links"].append({"kind": "restates", "from": act(export)["id"], "to": "0" * 16})

    result = changed(here, change)
    assert result.problems == ("links lead to entries that the export does not hold: 1",)


def test_a_text_with_one_letter_more_is_another_text(here, tmp_path):
    (tmp_path / "statement.txt").write_text(STATEMENT + "ة", encoding="utf-8", newline="")
    one = checked((here / "quotes.json").read_bytes(), tmp_path).documents[0]
    assert (one.state, one.found, one.quotes) == ("changed", 10, 10)
    (tmp_path / "statement.txt").write_text(
        STATEMENT.replace("البرتغال", "المغرب"), encoding="utf-8", newline=""
    )
    one = checked((here / "quotes.json").read_bytes(), tmp_path).documents[0]
    assert (one.state, one.found < one.quotes) == ("changed", True)


def test_other_line_ends_make_another_text(here, tmp_path):
    text = STATEMENT.replace("\n", "\r\n")
    (tmp_path / "statement.txt").write_text(text, encoding="utf-8", newline="")
    assert checked((here / "plain.json").read_bytes(), tmp_path).documents[0].state == "changed"


def test_a_text_under_another_name_is_found_by_its_hash(here, tmp_path):
    (tmp_path / "other.txt").write_text(STATEMENT, encoding="utf-8", newline="")
    assert checked((here / "plain.json").read_bytes(), tmp_path).stands


def test_a_text_that_nobody_has_is_missing(here, tmp_path):
    (tmp_path / "other.txt").write_text("نص آخر", encoding="utf-8")
    result = checked((here / "plain.json").read_bytes(), tmp_path)
    assert [one.state for one in result.documents] == ["missing"]
    assert not result.stands


@given(st.integers(0, 12), st.sampled_from(["start", "end"]), st.integers(-40, 40))
@example(0, "start", 0)
def test_no_offset_can_be_moved_unseen(here, number, side, by):
    def change(export: dict[str, Any]) -> None:
        spans = [span for entry in export["entries"] for span in entry["evidence"]]
        spans[number % len(spans)][side] += by

    assert changed(here, change).stands is (by == 0)


# Files that are none


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"null", "does not begin with {"),
        (b"[1, 2]", "does not begin with {"),
        (b"{}", "does not say that it is mahdar-register/1"),
        (b'{"format": "mahdar-register/2", "entries": []}', "does not say that it is mahdar-register/1"),
        (b'{"format": "mahdar-register/1"}', "does not say"),
        (b'{"@context": {}, "@graph": []}', "is JSON-LD"),
        (b'{"record": "recipe"}', "a record that is none of"),
        (b'{"format": "mahdar-register/1", "entries": [1]}', "a record is no object"),
        (b'{"format": "mahdar-register/1", "entries": [{"id": "a"', "is cut off"),
        (b'{"entries": [{"id": NaN}]}', "is damaged"),
        (b'{"entries": [{"id" "a"}]' + b" " * 100 + b"}", "is damaged"),
        (b'{"entries": [] "people": []}', "is damaged: , or } is missing"),
        (b'{"a": 1' + b"0" * 5000 + b"}", "damaged"),
        (b'{"a": ' + b"[" * 200_000, "nested too deeply"),
        ('{"a": "نص"}'.encode("cp1256"), "is not in UTF-8"),
        (b"PK\x03\x04\xff", "is not in UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_with_the_place(data, what):
    with pytest.raises(ExportFileError, match=r"^x\.json:\d+: ") as refused:
        checked(data)
    assert what in str(refused.value)


def test_the_line_of_the_damage_is_told(here):
    lines = (here / "plain.json").read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if '"type":"act"' in line)
    lines[number] = lines[number][:40]
    with pytest.raises(ExportFileError) as refused:
        checked("\n".join(lines).encode())
    assert refused.value.line in {number + 1, number + 2}


@given(st.data())
def test_no_cut_and_no_damage_does_more_than_be_refused(here, data):
    whole = (here / data.draw(st.sampled_from(["plain.json", "quotes.jsonl"]))).read_bytes()
    start, size = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 60))
    noise = data.draw(st.binary(max_size=20))
    try:
        result = checked(whole[:start] + noise + whole[start + size :], here / "texts")
    except ExportFileError:
        return
    assert isinstance(result.stands, bool)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = ("id", "type", "document", "evidence", "trigger", "content", "chars", "articles", "noise", "mentions",
        "offices", "from", "to", "name")  # fmt: skip
RECORD = st.dictionaries(st.sampled_from(KEYS), JSON | st.sampled_from(["act", "meeting"]), max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["document", "person", "entry", "link"]), RECORD), max_size=5))
def test_no_record_whatever_its_values_does_more_than_be_found_wrong(here, made):
    document = json.loads((here / "plain.json").read_text(encoding="utf-8"))["documents"][0]["id"]
    lines = [json.dumps({**record, "document": document, "record": kind}) for kind, record in made]
    if lines:
        assert isinstance(checked("\n".join(lines).encode(), here / "texts").stands, bool)


class Endless(io.RawIOBase):
    """A gigabyte of the same, made as it is read."""

    def __init__(self, head: bytes, again: bytes) -> None:
        self._head, self._again, self.given = head, again, 0

    def read(self, size: int = -1) -> bytes:
        assert size > 0
        data = self._head or self._again * (size // len(self._again) + 1)
        self._head = b""
        self.given += len(data)
        return data if self.given < 1_000_000_000 else b""


@pytest.mark.parametrize(
    ("head", "again"),
    [
        (b'{"entries": [', b'{"evidence": '),
        (b'{"entries": [{"id": "', b"aaaaaaaa"),
        (b'{"entries": [{"evidence": [', b'{"start": 1, "end": 2}, '),
        (b"", b"{"),
        (b"", b'{"'),
        (b'{"entries": [{"id": ', b"1"),
    ],
)
def test_a_gigabyte_of_one_record_is_refused_in_little_memory(head, again):
    stream = Endless(head, again)
    tracemalloc.start()
    with pytest.raises(ExportFileError):
        check_records(records(stream, "x.json"), Texts(()))  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert stream.given < 50_000_000
    assert peak < 300_000_000


@pytest.mark.parametrize(
    ("limit", "line"),
    [
        ("_MOST_DOCUMENTS", '{"record": "document", "id": "%d"}'),
        ("_MOST_ENTRIES", '{"record": "entry", "id": "%d"}'),
        ("_MOST_ENTRIES", '{"record": "link", "from": "%d", "to": "a"}'),
    ],
)
def test_more_than_can_be_kept_is_refused(monkeypatch, limit, line):
    monkeypatch.setattr(f"mahdar.pipeline.checking.{limit}", 10)
    with pytest.raises(ExportFileError, match="in parts"):
        checked("\n".join(line % number for number in range(40)).encode())
