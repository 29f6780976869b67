"""Every example of the lexicon is read: each `yes` fires its row, no `no` does.

A sentence that the reader cannot read yet stands in `KNOWN_FAILURES`; when it can, the test says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet
from tests.reading.notation import Case, read

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.load import Row
from mahdar.model.entries import Act

KNOWN_FAILURES: dict[str, str] = {}


class Example(NamedTuple):
    """One sentence of a row."""

    id: str
    """The row's id and which of its sentences it is."""
    row: Row
    sentence: str
    act_class: str | None
    """The class that it must have; `none` for no act; None where any will do."""


def _examples(row: Row, field: str) -> Iterator[Example]:
    """Yield a row's sentences, those of its conditions behind its own."""
    sentences = [(sentence, None) for sentence in row.list(field)]
    if field == "yes":
        sentences += [
            (sentence, when["class"]) for when in row.values.get("when", ()) for sentence in when["yes"]
        ]
    for number, (sentence, act_class) in enumerate(sentences, 1):
        yield Example(f"{row.text('id')} {number}", row, sentence, act_class)


def _marked(field: str) -> list[ParameterSet]:
    heads = default_lexicon().rows("ar/acts.toml", "head")
    found = (example for row in heads for example in _examples(row, field))
    return [pytest.param(one, id=one.id, marks=_known(one.id) if field == "yes" else []) for one in found]


def _known(id_: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=KNOWN_FAILURES[id_])] if id_ in KNOWN_FAILURES else []


def _classes(example: Example) -> set[str]:
    """Return the classes of the acts that an example's row makes; a light verb's act is its noun's."""
    id_, light = example.row.text("id"), example.row.text("frame") == "light"
    _, entries = read(Case(example.id, "news_report", "", [("prose", example.sentence)]))
    acts = (entry for entry in entries if isinstance(entry, Act))
    return {
        a.act_class for a in acts if id_ in a.reader.split() or (light and a.reader.startswith("act.masdar"))
    }


@pytest.mark.parametrize("example", _marked("yes"))
def test_yes_makes_an_act_of_its_row(example: Example) -> None:
    classes = _classes(example)
    if example.act_class == "none":
        assert not classes
    else:
        assert classes
        assert example.act_class is None or example.act_class in classes


@pytest.mark.parametrize("example", _marked("no"))
def test_no_makes_no_act_of_its_row(example: Example) -> None:
    assert not _classes(example)
