"""Pairs of statement and report in pairs/, annotated by hand: how much of what is in them is found.

The pairs marked `development` were looked at while the rules were made; those marked `unseen` were written
and first measured afterwards (the figures of that day stand in docs/comparing.md), so the floors below are
what holds now. Passages count by overlap of half the shorter on both sides; what is left out and added by
letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.spans import Span
from mahdar.pipeline.comparing import Chosen, Compared, compare_documents
from mahdar.pipeline.document import read_document

PAIRS = Path(__file__).parent / "pairs"
REPORTS = json.loads((PAIRS / "links.json").read_text(encoding="utf-8"))["reports"]
FLOORS = {
    "development": {"aligned": 0.9, "left_out": 0.85, "added": 0.8, "altered": 0.85},
    "unseen": {"aligned": 0.85, "left_out": 0.6, "added": 0.7, "altered": 0.6},
}


def compared(pair: dict, folder: Path) -> Compared:
    lexicon, chosen = default_lexicon(), []
    for name in (pair["statement"], pair["report"]):
        document = Document.of((folder / name).read_text(encoding="utf-8"), name)
        chosen.append(Chosen(document, read_document(document, lexicon).page))
    return compare_documents(*chosen, lexicon)


def at(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def f1(right: float, found: float, wanted: float) -> float:
    return 2 * right / (found + wanted) if found + wanted else 1.0


def near(one: Span, other: Span) -> bool:
    return one.overlap(other) >= 0.5 * min(one.end - one.start, other.end - other.start)


def letters(text: str, spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end) if text[i].isalnum()}


def scores(pair: dict, folder: Path = PAIRS) -> dict[str, float]:
    found = compared(pair, folder)
    texts = found.statement.text, found.report.text
    gold = {
        kind: [(at(texts[0], one["statement"]), at(texts[1], one["report"])) for one in pair[kind]]
        for kind in ("aligned", "altered")
    }
    made = {
        "aligned": [(one.statement, one.report) for one in found.result.aligned],
        "altered": [(one.statement, one.report) for one in found.result.altered],
    }

    def meets(one: tuple[Span, Span], many: list[tuple[Span, Span]]) -> bool:
        return any(near(one[0], other[0]) and near(one[1], other[1]) for other in many)

    result = {}
    for kind, wanted in gold.items():
        precision = sum(meets(one, wanted) for one in made[kind]) / max(1, len(made[kind]))
        recall = sum(meets(one, made[kind]) for one in wanted) / len(wanted)
        result[kind] = f1(precision * recall, precision, recall) if precision + recall else 0.0
    for kind, text in (("left_out", texts[0]), ("added", texts[1])):
        wanted = letters(text, (at(text, quote) for quote in pair[kind]))
        have = letters(text, getattr(found.result, kind))
        result[kind] = f1(len(wanted & have), len(have), len(wanted))
    return result


@pytest.mark.parametrize("pair", REPORTS, ids=lambda pair: pair["statement"].removesuffix("-statement.txt"))
def test_what_is_in_the_pair_is_found(pair: dict) -> None:
    found = scores(pair)
    assert {kind for kind, least in FLOORS[pair["set"]].items() if found[kind] < least} == set(), found
