"""Every example of the lexicon is read: each `yes` fires its row, no `no` does.

A sentence that the reader cannot read yet stands in `KNOWN_FAILURES`; when it can, the test says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.load import Row
from mahdar.model.entries import Act
from tests.reading.notation import read_sentence

KNOWN_FAILURES = {
    "ar.act.jaa 1": "«جاء في البيان» finds no subject",
    "ar.act.warada 1": "«جاء في البيان» finds no subject",
    "ar.act.tamanna 2": "the conjugator gives no active participle in -ي of derived stems",
}


class Example(NamedTuple):
    """One sentence of a row."""

    row: Row
    sentence: str
    act_class: str | None
    """The class that it must have; `none` for no act; None where any will do."""

    @property
    def id(self) -> str:
        """What a test is called."""
        return f"{self.row.text('id')}: {self.sentence}"


def _examples(field: str) -> Iterator[Example]:
    for row in default_lexicon().rows("ar/acts.toml", "head"):
        wanted = "none" if field == "no" else None
        yield from (Example(row, sentence, wanted) for sentence in row.list(field))
        whens = row.values.get("when", ()) if field == "yes" else ()
        yield from (Example(row, sentence, when["class"]) for when in whens for sentence in when["yes"])


def _marked(field: str) -> list[object]:
    return [
        pytest.param(
            one,
            id=one.id,
            marks=[pytest.mark.xfail(reason=KNOWN_FAILURES[one.sentence])] if one.sentence in KNOWN_FAILURES else [],
        )
        for one in _examples(field)
    ]


def _classes(example: Example) -> set[str]:
    """Return the classes of the acts that an example's row makes; a light verb's act is its noun's."""
    id_, light = example.row.text("id"), example.row.text("frame") == "light"
    acts = (entry for entry in read_sentence(example.sentence) if isinstance(entry, Act))
    return {a.act_class for a in acts if id_ in a.reader.split() or (light and a.reader.startswith("act.masdar"))}


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
