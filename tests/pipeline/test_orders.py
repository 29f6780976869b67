"""A register is what its documents are: the order in which they come, and how many at once, is no matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from itertools import permutations
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.scoring import DIALOGUES

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.pipeline.contradicting import contradictions
from mahdar.pipeline.document import read_document
from mahdar.pipeline.following import followed
from mahdar.pipeline.linking import link_documents
from mahdar.register import Register

NAMES: Final = tuple(
    f"{dialogue}/{path.name}"
    for dialogue in ("jordan-japan", "malaysia-saudi", "netherlands-oman", "vietnam-algeria")
    for path in sorted((DIALOGUES / dialogue).glob("*.txt"))
)
Runs = tuple[tuple[str, ...], ...]
"""The documents of each run, one run behind the other."""


@cache
def reading(name: str) -> Reading:
    text = (DIALOGUES / name).read_text(encoding="utf-8")
    return read_document(Document.of(text, name, path=name), default_lexicon())


def grouped(pairs: Iterable[tuple[Hashable, Hashable]]) -> frozenset[frozenset[Hashable]]:
    """Return what has one name together: the names themselves are given in order of coming."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for name, one in pairs:
        found[name].add(one)
    return frozenset(frozenset(its) for its in found.values())


def linked_in(register: Register) -> dict[str, Hashable]:
    """Return all that is linked in a register, in no order."""
    ties, found = list(register.ties()), followed(register, "2026-01-01")
    people = [(one.id, (seen.document, seen.span)) for one in register.people() for seen in one.mentions]
    clashes = [one.contradiction for one in contradictions(register)]
    return {
        "occasions": grouped((tie.occasion, tie.entry) for tie in ties),
        "series": grouped((tie.series, tie.entry) for tie in ties if tie.series),
        "editions": frozenset((tie.entry, tie.edition, tie.inferred) for tie in ties),
        "people": grouped(people),
        "links": frozenset((one.kind, one.source, one.target, one.score) for one in register.links()),
        "chains": frozenset((one.title, one.rung, one.due, tuple(one.steps)) for one in found.chains),
        "contradictions": frozenset((one.what, frozenset((one.a, one.b))) for one in clashes),
    }


@cache
def register_of(runs: Runs) -> dict[str, Hashable]:
    """Return all that is linked in a register of these documents."""
    with Register.open(":memory:") as register:
        for names in runs:
            register.add([reading(name) for name in names], reader="test")
            link_documents(register)
        return linked_in(register)


def cut(names: Sequence[str], ends: Sequence[bool]) -> Runs:
    """Cut documents into runs: one ends behind each document where that is drawn."""
    runs: list[tuple[str, ...]] = [()]
    for name, ended in zip(names, ends, strict=True):
        runs[-1] = (*runs[-1], name)
        if ended:
            runs.append(())
    return tuple(run for run in runs if run)


@pytest.fixture(autouse=True, scope="module")
def without_a_model() -> Iterable[None]:
    """Words alone: a model takes long, and the same way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mahdar.pipeline.standing_work.load_meaning", lambda: None)
        yield


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_is_linked_does_not_depend_on_the_order_of_documents(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
    ends = data.draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names)))
    assert register_of(cut(names, ends)) == register_of((tuple(sorted(names)),))


@pytest.mark.parametrize("dialogue", ["jordan-japan", "netherlands-oman"])
def test_all_orders_of_a_dialogue_are_one(dialogue: str) -> None:
    names = [name for name in NAMES if name.startswith(f"{dialogue}/")]
    at_once = register_of((tuple(names),))
    for order in permutations(names):
        assert register_of(tuple((name,) for name in order)) == at_once, order
