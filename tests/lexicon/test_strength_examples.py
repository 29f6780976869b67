"""Every example of the scales of strength is read: each `yes` puts an act on its step, no `no` does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet
from tests.lexicon.scales import FILE, PAGE, fresh
from tests.reading.notation import Case, read

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.acts import act_table
from mahdar.lexicon.load import Row
from mahdar.lexicon.strength import strength_table
from mahdar.linking.strength import Place, place
from mahdar.model.entries import Act


def _marked(table: str, field: str) -> Iterator[ParameterSet]:
    """Yield the sentences of a field."""
    for row in default_lexicon().rows(FILE, table):
        for number, sentence in enumerate(row.list(field), 1):
            yield pytest.param(row, sentence, id=f"{row.text('id')} {number}")


def _places(sentence: str) -> list[tuple[Place, ...]]:
    """Read a sentence and return where its acts stand."""
    lexicon = default_lexicon()
    document, entries = read(Case(sentence, "news_report", "", [("prose", sentence)]))
    acts = (entry for entry in entries if isinstance(entry, Act))
    return [place(act, document.text, strength_table(lexicon)) for act in acts]


def _on(row: Row, places: list[tuple[Place, ...]]) -> bool:
    """Say whether an act stands on a row's step, unmoved."""
    step = (row.text("scale"), float(row.values["grade"]))
    return any((one.scale, one.grade) == step for act in places for one in act)


@pytest.mark.parametrize(("row", "sentence"), _marked("grade", "yes"))
def test_yes_puts_an_act_on_its_step(row: Row, sentence: str) -> None:
    assert _on(row, _places(sentence)), _places(sentence)


@pytest.mark.parametrize(("row", "sentence"), _marked("grade", "no"))
def test_no_puts_none_there(row: Row, sentence: str) -> None:
    assert not _on(row, _places(sentence)), _places(sentence)


@pytest.mark.parametrize(("row", "sentence"), _marked("mover", "yes"))
def test_yes_moves_an_act(row: Row, sentence: str) -> None:
    assert any(row.text("id") in one.movers for act in _places(sentence) for one in act), _places(sentence)


@pytest.mark.parametrize(("row", "sentence"), _marked("mover", "no"))
def test_no_moves_none(row: Row, sentence: str) -> None:
    assert not any(row.text("id") in one.movers for act in _places(sentence) for one in act)


def test_every_head_of_a_scale_is_a_head_of_the_grammar() -> None:
    lexicon = default_lexicon()
    known = {head.id for head in act_table(lexicon).heads}
    named = {head for row in lexicon.rows(FILE, "grade") for head in row.list("heads")}
    assert named <= known


def test_a_word_stands_once_on_a_scale() -> None:
    table = strength_table(default_lexicon())
    for places in (*table.heads.values(), *table.nouns.values(), *table.leads.values()):
        scales = [table.grades[i].scale for i in places]
        assert len(scales) == len(set(scales))


def test_the_page_on_strength_shows_the_scales_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == fresh(), "run `python -m tests.lexicon.scales`"
