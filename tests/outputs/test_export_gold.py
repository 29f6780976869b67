"""What people judged, written as an annotation: every quotation can be found again, and means the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mahdar.model.spans import Span
from mahdar.outputs.export import export_files
from mahdar.outputs.export.gold import quoted
from mahdar.pipeline.library import read_text
from mahdar.register import Register, Wanted

TEXT = """بيان صادر عن وزارة الخارجية الكينية

نيروبي في 3 مايو 2019 - أكدت كينيا دعمها لتنزانيا، وأكدت كينيا التزامها بالحوار. ورحبت الوزارة بنتائج الحوار.
ووقع البلدان مذكرة تفاهم، وقدمت كينيا 5 ملايين دولار. وقال الوزير «إن هذا الحوار يخدم شعوب المنطقة كلها».
"""
LAYERS = ("dates", "meetings", "instruments", "amounts", "acts", "quotes")


def place(text: str, quotation: Any) -> tuple[int, int]:
    """Find a quotation as whoever scores finds it."""
    if isinstance(quotation, dict) and "first" in quotation:
        return place(text, quotation["first"])[0], place(text, quotation["last"])[1]
    words, count = (quotation, 1) if isinstance(quotation, str) else (quotation["q"], quotation.get("n", 1))
    at = -1
    for _ in range(count):
        at = text.index(words, at + 1)
    return at, at + len(words)


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "a.sqlite") as opened:
        opened.add([read_text(TEXT, "post.txt"), read_text(TEXT * 2, "waits.txt")], reader="one")
        yield opened


def judged_whole(register: Register) -> dict[str, Any]:
    document = register.document("post.txt").id
    for one in register.entries(document=document):
        register.review(one.id, "accepted", "salma")
    return {"id": document, "text": register.text(document)}


def written(register: Register, tmp_path: Path, **asked: Any) -> tuple[Path, tuple[str, ...]]:
    folder = tmp_path / "gold"
    folder.mkdir()
    return folder, export_files(register, "gold", folder, Wanted(**asked) if asked else None)


def test_only_documents_that_were_judged_whole_are_written(register, tmp_path):
    judged_whole(register)
    folder, remarks = written(register, tmp_path)
    assert sorted(one.name for one in folder.iterdir()) == ["post.json", "post.txt"]
    assert (folder / "post.txt").read_bytes().decode() == TEXT
    assert remarks[0] == "1 documents that were judged whole are written"
    assert "1 documents are left out" in remarks[1]


def test_every_entry_stands_where_it_stood(register, tmp_path):
    document = judged_whole(register)
    act = next(one for one in register.entries(document=document["id"], type="act"))
    register.review(act.id, "corrected", "salma", fields={"class": "hope", "tracks": ["energy"]})
    wrong = list(register.entries(document=document["id"], type="act"))[-1]
    register.review(wrong.id, "rejected", "salma", "a slip")
    last = TEXT.rindex("الحوار")
    register.reviews.add(document["id"], "date", [Span(last, last + 6)],
                         {"precision": "vague"}, "salma")  # fmt: skip
    register.reviews.comment("who is the minister?", "nadia", document=document["id"])
    gold = json.loads((written(register, tmp_path)[0] / "post.json").read_text(encoding="utf-8"))
    kept = [one for one in register.entries(document=document["id"]) if one.review != "rejected"]
    assert {name: len(gold[name]) for name in LAYERS} == {
        f"{kind}s": sum(one.type == kind for one in kept)
        for kind in ("date", "meeting", "instrument", "amount", "act", "quote")
    }
    acts = {place(TEXT, one["trigger"]): one for one in gold["acts"]}
    trigger = act.fields["trigger"]
    assert acts[trigger["start"], trigger["end"]]["class"] == "hope"
    assert (last, last + 6) in {place(TEXT, one) for one in gold["dates"]}
    for one in kept:
        spans = [(run.start, run.end) for run in one.evidence]
        if one.type == "act":
            content = one.fields["content"]
            expected = (content["start"], content["end"]) if content else spans[0]
            assert expected in {place(TEXT, each["content"]) for each in gold["acts"]}
        if one.type in {"meeting", "instrument"}:
            held = gold[f"{one.type}s"]
            assert spans in [[place(TEXT, run) for run in each["evidence"]] for each in held]
        if one.type == "quote":
            assert spans[0] in {place(TEXT, each["text"]) for each in gold["quotes"]}
    article = register.document(document["id"]).page.articles[0]
    assert place(TEXT, {name: gold["articles"][0][name] for name in ("first", "last")}) == (
        article.start, article.end,
    )  # fmt: skip
    assert gold["doubts"] == ["who is the minister?"]


def test_one_layer_is_written_where_it_alone_was_judged(register, tmp_path):
    for one in register.entries(type="act"):
        register.review(one.id, "accepted", "salma")
    folder, remarks = written(register, tmp_path, type="act")
    assert len(list(folder.glob("*.json"))) == 2
    assert len(remarks) == 1
    assert not json.loads((folder / "post.json").read_text(encoding="utf-8"))["dates"]


def test_a_word_that_stands_often_is_counted():
    text = "aa aaa a"
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            assert place(text, quoted(text, start, end)) == (start, end)


def test_line_ends_are_those_that_programs_see_in_a_text_file(tmp_path):
    with Register.open(tmp_path / "a.sqlite") as register:
        text = TEXT.replace("\n", "\r\n")
        register.add([read_text(text, "post.txt")], reader="one")
        held = [(one.type, one.evidence[0]) for one in register.entries()]
        for one in list(register.entries()):
            register.review(one.id, "accepted", "salma")
        folder, _ = written(register, tmp_path)
    seen = (folder / "post.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "post.json").read_text(encoding="utf-8"))
    assert "\r" not in seen
    dates = [Span(*place(seen, one)).cut(seen) for one in gold["dates"]]
    assert dates == [one.quote for kind, one in held if kind == "date"]
    article = gold["articles"][0]
    assert place(seen, {"first": article["first"], "last": article["last"]})
