"""Small things that a report changes or leaves: weekdays beside a date, the numbers of points."""

from __future__ import annotations

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.pipeline.comparing import Chosen, Compared, compare_documents
from mahdar.pipeline.document import read_document

STATEMENT = (
    "بيان مشترك\n\n"
    "عقدت بولندا وتونس الدورة الثالثة من المشاورات السياسية في تونس يوم الأحد 18 أغسطس 2024.\n\n"
    "1. النقل: اتفق الطرفان على تسيير ثلاث رحلات أسبوعية بين وارسو وجربة.\n\n"
    "2. الصحة: ناقش الطرفان إيفاد أطباء من تونس إلى مستشفيات كراكوف."
)
REPORT = (
    "عقدت بولندا وتونس الدورة الثالثة من المشاورات السياسية في تونس يوم {weekday} 18 أغسطس 2024. "
    "واتفق الطرفان على تسيير ثلاث رحلات أسبوعية بين وارسو وجربة."
)


def laid(weekday: str) -> Compared:
    lexicon, chosen = default_lexicon(), []
    for name, text in (("statement.txt", STATEMENT), ("report.txt", REPORT.format(weekday=weekday))):
        document = Document.of(text, name)
        chosen.append(Chosen(document, read_document(document, lexicon).page))
    return compare_documents(*chosen, lexicon)


def test_the_same_date_called_another_weekday_is_altered() -> None:
    assert [one.what for one in laid("السبت").result.altered] == ["day"]


def test_the_same_date_called_the_same_weekday_is_not() -> None:
    assert [one.what for one in laid("الأحد").result.altered] == []


def test_the_number_of_a_point_is_not_left_out() -> None:
    found = laid("الأحد")
    out = [span.cut(STATEMENT) for span in found.result.left_out]
    assert len(out) == 1
    assert "كراكوف" in out[0]
