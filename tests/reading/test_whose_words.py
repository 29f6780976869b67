"""Whose words an interview or a briefing holds, read as whole documents."""

from __future__ import annotations

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.entries import Act
from mahdar.pipeline.document import read_document


def _acts(text: str) -> list[Act]:
    """Return the acts of a document, in text order, their evidence held against it."""
    read = read_document(Document.of(text, "words.txt"), default_lexicon())
    acts = [e.entry for e in read.entries if isinstance(e.entry, Act)]
    assert all(e.quote == text[e.start : e.end] for act in acts for e in act.evidence)
    return acts


def test_who_asked_is_not_who_answers() -> None:
    text = (
        "سفير فنلندا في القاهرة لـ«المرفأ»: الغابات شراكة طويلة\n\nحاورته في القاهرة: ليلى الصالح\n\n"
        "استقبلنا السفير ياكو كينانن في بيته. وكان هذا الحوار:\n\n■ ما رأيكم في قرار منع تصدير الأخشاب؟\n"
        "- نرفض كل قيد على التجارة.\n\n■ وماذا تنتظرون من القمة؟\n- نأمل أن تنجح، ونشكر مصر على جهودها."
    )
    spoken = [(act.act_class, act.speaker) for act in _acts(text) if act.quoted]
    assert spoken == [(name, "Yako Kinann") for name in ("oppose", "hope", "appreciate")]


def test_an_ambassador_is_not_the_president_whom_he_speaks_of() -> None:
    text = (
        "السفير الفنلندي: نأمل افتتاح مدرسة في الكويت\n\n● ما موقفكم من الحرب؟\n"
        "- نحن ندعو إلى وقف فوري للقتال.\n● وهل من قرار؟\n- ليس بعد. رئيسنا ألكسندر ستوب مستعد للتوقيع."
    )
    assert [act.speaker for act in _acts(text)] == [None, None, "Alexander Stubb"]


def test_a_bare_title_before_a_colon_is_whoever_bore_it_before() -> None:
    text = (
        "الإيجاز الأسبوعي\n\nعقدت المتحدثة باسم وزارة الخارجية الباكستانية إيجازها. "
        "ويصل وزير خارجية أذربيجان غدا.\n\nالمتحدثة: هذه مزاعم نرفضها كلها ولا نقبلها."
    )
    assert {act.actors for act in _acts(text)} == {("PAK",)}
