"""Columns: what their author sees a state do is no act of it; what he says that somebody said is."""

from __future__ import annotations

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.pipeline.document import read_document

_DOUBTS = (
    "ربما كان علينا أن نسأل أنفسنا: هل تغيرت نيروبي حقاً؟ ولماذا تصمت المنطقة كلها! "
    "نحن نعرف أن التجارة لا تصنع السلام وحدها، ولعل السؤال الأهم ليس عن الأرقام بل عن الناس. "
    "كينيا تسعى إلى نفوذ أوسع في البحيرات الكبرى. وكينيا تدعم خصوم جيرانها. "
    "وقال الرئيس الكيني وليام روتو إن بلاده تريد السلام. "
)
_FILLING = "والطريق من الساحل إلى الهضبة طويل، تمر به القوافل منذ قرون ولا يسأل عنها أحد. "


def _acts(text: str) -> list[tuple[str, str]]:
    """Return class and trigger of the acts of a text."""
    document = Document.of(text, "column.txt")
    found = (placed.entry for placed in read_document(document, default_lexicon()).entries)
    return [(e.act_class, text[e.trigger.start : e.trigger.end]) for e in found if e.type == "act"]


def test_what_the_author_of_a_column_sees_a_state_do_is_no_act() -> None:
    classes = _acts("جار لا ينام\n\n" + _DOUBTS + _FILLING * 14)
    assert [trigger for _, trigger in classes] == ["وقال"]


def test_the_same_words_in_a_report_are_acts() -> None:
    report = "كينيا تسعى إلى نفوذ أوسع في البحيرات الكبرى. وكينيا تدعم خصوم جيرانها. " + _FILLING * 14
    assert ("support", "تدعم") in _acts("كينيا والجيران\n\n" + report)
