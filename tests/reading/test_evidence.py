from __future__ import annotations

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.pipeline.document import read_document


def test_a_negation_is_part_of_what_an_act_rests_on() -> None:
    text = "لا تنوي إيران إعادة معالجة الوقود المستهلك."
    (placed,) = read_document(Document.of(text, "x.txt"), default_lexicon()).entries
    assert placed.entry.evidence[0].quote == text.removesuffix(".")
