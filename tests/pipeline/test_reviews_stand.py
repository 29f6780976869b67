"""Whatever reviewers mark, correct and take back, every entry stands as `mahdar check` wants it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.outputs.registers import STATEMENT, register_of, statement_reading

from mahdar.errors import MahdarError
from mahdar.model.spans import Span
from mahdar.outputs.export import export_register
from mahdar.pipeline.checking import check_records
from mahdar.pipeline.export_file import records
from mahdar.pipeline.texts import Texts
from mahdar.register import Register

WORDS = [Span(one.start(), one.end()) for one in re.finditer(r"\S+", STATEMENT)]
WHO = ("salma", "nadia")
Step = tuple[str, list[Span], Span, bool, str]


@st.composite
def runs(draw: st.DrawFn) -> Span:
    """Words beside one another, or any run at all."""
    if draw(st.integers(0, 5)) == 0:
        start = draw(st.integers(0, len(STATEMENT) - 1))
        return Span(start, draw(st.integers(start, len(STATEMENT) + 2)))
    first = draw(st.integers(0, len(WORDS) - 1))
    last = draw(st.integers(first, min(first + 6, len(WORDS) - 1)))
    return Span(WORDS[first].start, WORDS[last].end)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["remark", "trigger", "both", "content", "accepted", "rejected", "unreviewed", "undo"]
        ),
        st.lists(runs(), min_size=1, max_size=3),
        runs(),
        st.booleans(),
        st.sampled_from(WHO),
    ),
    min_size=1,
    max_size=8,
)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    folder = tmp_path_factory.mktemp("stand")
    with register_of(folder, statement_reading()) as opened:
        yield opened


def stands(register: Register, folder: Path) -> list[Any]:
    """Return what `mahdar check` finds wrong with the register."""
    out = io.StringIO()
    export_register(register, "json", out, quotes=True)
    (folder / "statement.txt").write_text(STATEMENT, encoding="utf-8", newline="")
    found = check_records(records(io.BytesIO(out.getvalue().encode()), "x"), Texts((str(folder),)), "x")
    return [problem for one in found.documents for problem in one.problems]


def say(register: Register, entry: str, step: Step) -> None:
    """Do what a step says; what is refused is refused."""
    what, spans, word, alone, who = step
    plain = {"start": word.start, "end": word.end}
    ways: dict[str, Callable[[], object]] = {
        "remark": lambda: register.reviews.judge(entry, "corrected", who, evidence=spans, alone=alone),
        "trigger": lambda: correct({"trigger": plain}),
        "content": lambda: correct({"content": plain}),
        "both": lambda: correct({"trigger": plain}, spans),
        "undo": lambda: register.reviews.undo(who, entry),
    }

    def correct(fields: dict[str, Any], evidence: list[Span] | None = None) -> object:
        return register.reviews.judge(
            entry, "corrected", who, fields=fields, evidence=evidence or (), alone=alone
        )

    def judge() -> object:
        return register.reviews.judge(entry, what, who, why="so" if what == "rejected" else None, alone=alone)

    with suppress(MahdarError):
        ways.get(what, judge)()


@given(number=st.integers(0, 6), steps=STEPS)
@example(
    number=3, steps=[("remark", [WORDS[2]], WORDS[0], False, "salma"),
                     ("rejected", [WORDS[2]], WORDS[0], False, "nadia")]
)  # fmt: skip
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_review_leaves_an_entry_that_does_not_stand(
    register: Register, tmp_path_factory: pytest.TempPathFactory, number: int, steps: list[Step]
) -> None:
    ids = sorted(one.id for one in register.entries())
    before = {one.type for one in register.entries()}
    for step in steps:
        say(register, ids[number], step)
    assert stands(register, tmp_path_factory.mktemp("texts")) == []
    assert {one.type for one in register.entries()} == before
