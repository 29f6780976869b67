"""An export has the public form, proves every entry, and is the same each time."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from mahdar.errors import ExportError
from mahdar.outputs.export import export_register
from mahdar.register import Register

_PATH = Path(__file__).parents[1] / "register" / "conftest.py"
_SPEC = importlib.util.spec_from_file_location("register_conftest", _PATH)
assert _SPEC is not None
assert _SPEC.loader is not None
made = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = made
_SPEC.loader.exec_module(made)

FIELDS = {
    "meeting": "kind series occasion parties edition date place chairs status",
    "instrument": "kind subject parties action date name",
    "amount": "value unit about giver receiver",
    "act": "class trigger actors speaker content target tracks due quoted",
    "quote": "speaker direct question",
    "date": "value precision",
}


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "mahdar.sqlite") as opened:
        opened.add([made.Maker().reading(topic) for topic in ("الميناء", "السكك", "المطار")], reader="one")
        yield opened


def written(register: Register, form: str = "json") -> str:
    out = io.StringIO()
    export_register(register, form, out)
    return out.getvalue()


def keys(one: dict[str, Any]) -> str:
    return " ".join(one)


def test_the_form_is_the_public_one(register):
    export = json.loads(written(register))
    assert keys(export) == "format documents people entries links"
    assert (export["format"], export["links"]) == ("mahdar-register/1", [])
    document, person = export["documents"][0], export["people"][0]
    assert keys(document) == "id name language published chars articles noise given previous current"
    assert keys(document["articles"][0]) == "id kind title start end published publisher"
    assert keys(document["articles"][0]["title"]) == "start end"
    assert keys(document["noise"][0]) == "start end why"
    assert keys(person) == "id name name_ar wikidata offices mentions"
    assert keys(person["offices"][0]) == "title party seen date"
    assert keys(person["offices"][0]["seen"]) == keys(person["mentions"][0]) == "document start end"


def test_every_type_has_its_fields_in_order(register):
    common = "id type document article evidence confidence reader review"
    entries = json.loads(written(register))["entries"]
    assert {one["type"]: keys(one) for one in entries} == {
        kind: f"{common} {fields}" for kind, fields in FIELDS.items()
    }


def test_every_entry_is_proved_by_the_text_and_stands_in_its_article(register):
    export = json.loads(written(register))
    documents = {one["id"]: one for one in export["documents"]}
    quotes = {held.id: [one.quote for one in held.evidence] for held in register.entries()}
    for one in export["entries"]:
        text = register.text(one["document"])
        assert [text[run["start"] : run["end"]] for run in one["evidence"]] == quotes[one["id"]]
        assert one["article"] in {article["id"] for article in documents[one["document"]]["articles"]}
        assert len(text) == documents[one["document"]]["chars"]


def test_a_document_has_its_facts(register):
    export = json.loads(written(register))
    document = next(one for one in export["documents"] if one["name"] == "الميناء.txt")
    article = document["articles"][0]
    assert (document["published"], article["published"], article["publisher"]) == (
        "2021-05-04",
        "2021-05-04",
        "وكالة",
    )
    text = register.text(document["id"])
    assert text[article["title"]["start"] : article["title"]["end"]] == "الجولة الثالثة: الميناء"
    assert [text[run["start"] : run["end"]] for run in document["noise"]] == ["اقرأ أيضاً"]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_two_exports_are_the_same_bytes(register, form):
    assert written(register, form) == written(register, form)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_an_export_does_not_depend_on_the_order_of_reading_or_on_reading_twice(register, tmp_path, form):
    with Register.open(tmp_path / "other.sqlite") as other:
        for topic in ("المطار", "الميناء", "المطار", "السكك"):
            other.add([made.Maker().reading(topic)], reader="one")
        assert written(other, form) == written(register, form)


def test_lines_hold_the_same_as_the_whole(register):
    lines = [json.loads(line) for line in written(register, "jsonl").splitlines()]
    whole = json.loads(written(register))
    for record, name in (("document", "documents"), ("person", "people"), ("entry", "entries")):
        mine = [{key: one[key] for key in one if key != "record"} for one in lines if one["record"] == record]
        assert mine == whole[name]


def test_reviews_are_exported(register):
    held = next(register.entries(type="act"))
    register.review(held.id, "corrected", "salma", fields={"class": "affirm"})
    one = next(one for one in json.loads(written(register))["entries"] if one["id"] == held.id)
    assert (one["review"], one["class"]) == ("corrected", "affirm")


def test_an_empty_register_has_an_empty_export(tmp_path):
    with Register.open(tmp_path / "empty.sqlite") as register:
        assert json.loads(written(register)) == {
            "format": "mahdar-register/1", "documents": [], "people": [], "entries": [], "links": [],
        }  # fmt: skip
        assert written(register, "jsonl") == ""


def test_an_unknown_format_is_refused_before_anything_is_written(register):
    out = io.StringIO()
    with pytest.raises(ExportError, match="use json or jsonl"):
        export_register(register, "yaml", out)
    assert not out.getvalue()


def test_a_full_disk_is_a_plain_error(register):
    class Full(io.StringIO):
        name = "out.json"

        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match=r"out.json: cannot be written \(No space left"):
        export_register(register, "json", Full())
