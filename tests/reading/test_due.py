from __future__ import annotations

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.entries import Act
from mahdar.pipeline.document import read_document

LEXICON = default_lexicon()
DAY = "أوسلو، 14 مايو 2019 - "


def dues(text: str) -> list[str | None]:
    """Return by when each promise or call of a text is due."""
    found = [placed.entry for placed in read_document(Document.of(text, "due.txt"), LEXICON).entries]
    return [e.due for e in found if isinstance(e, Act) and e.act_class in {"commit", "call"}]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("تعهدت النرويج بتقديم 20 مليون دولار للبنان قبل نهاية يونيو 2020.", "2020-06"),
        ("تعهدت النرويج بإنجاز مشروع المياه في لبنان بحلول عام 2030.", "2030"),
        ("تعهدت النرويج بتمويل المشروع في لبنان خلال الربع الأول من عام 2021.", "2021-03"),
        ("تعهدت النرويج بإيفاد خبراء إلى لبنان خلال ستة أشهر.", "2019-11"),
        ("تعهدت النرويج بإيفاد خبراء إلى لبنان في غضون عامين.", "2021-05"),
        ("تعهدت النرويج بإيفاد خبراء إلى لبنان في غضون 90 يوماً.", "2019-08-12"),
        ("تعهدت النرويج بإيفاد خبراء إلى لبنان خلال الأشهر الثلاثة المقبلة.", "2019-08"),
        ("دعت النرويج لبنان إلى تسديد حصته في موعد أقصاه 31 ديسمبر 2019.", "2019-12-31"),
        ("تعهدت النرويج بمواصلة العمل بالاتفاقية الموقعة عام 2013 مع لبنان.", None),
        ("تعهدت النرويج بدعم موازنة لبنان لعام 2020.", None),
        ("تعهدت النرويج بدعم لبنان في مواجهة آثار انفجار عام 2005.", None),
    ],
)
def test_what_is_still_to_come_is_due(text: str, due: str | None) -> None:
    assert dues(f"النرويج تدعم لبنان\n\n{DAY}{text}") == [due]


def test_a_term_is_not_counted_without_a_day_to_count_from() -> None:
    assert dues("تعهدت النرويج بإيفاد خبراء إلى لبنان خلال ستة أشهر.") == [None]


def test_what_somebody_only_hopes_for_is_not_due() -> None:
    assert dues(f"{DAY}أعربت النرويج عن أملها في زيارة لبنان قبل نهاية عام 2020.") == []
