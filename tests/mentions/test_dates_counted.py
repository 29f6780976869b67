"""Dates counted back from the text's own day, edges of parts of the year, agencies' stamps."""

from __future__ import annotations

import pytest
from tests.mentions.test_dates import check

from mahdar.lexicon import default_lexicon
from mahdar.mentions.dates import stated_dates

COUNTED = """
زار المبعوث جوبا [قبل يومين=2021-06-14] والتقى الرئيس
زار المبعوث جوبا [قبل شهر=2021-05] والتقى الرئيس
عاد الوفد من داكار [قبل أيام=2021-06] بعد محادثات
وقع الطرفان المذكرة [قبل عامين=2019] وجدداها
تلتقي اللجنة قبل [نهاية الربع الثاني من عام 2022=2022-06] في مسقط
تلتقي اللجنة في [مطلع النصف الثاني من العام المقبل=2022-07]
يدخل القرار حيز النفاذ اعتبارا من [فاتح نوفمبر=2021-11-01]
تبدأ المشاورات خلال [الفصل الأول من السنة القادمة=2022-01/2022-03]
زار الوفد داكار في [3 مايو=2021-05-03] وعاد إليها في [10 من الشهر نفسه=2021-05-10]
وصل الوفد [نهار اليوم=2021-06-16] إلى تونس
"""

NONE = """
التقيا قبل يومين من القمة
التقيا قبل أيام العيد
الفصل الأول من القانون
"""


@pytest.mark.parametrize("sentence", COUNTED.strip().split("\n"))
def test_counts_back_and_to_the_edge_of_a_part_of_the_year(sentence: str) -> None:
    check(sentence, "2021-06-16")


@pytest.mark.parametrize("sentence", NONE.strip().split("\n"))
def test_is_no_date_before_something_else(sentence: str) -> None:
    check(sentence, "2021-06-16")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("كونا 141015 جمت نوف 17", "2017-11-14"),
        ("كونا031530 جمت اغس 09", "2009-08-03"),
        ("نيروبي 7-9-2011م (سونا) -", "2011-09-07"),
    ],
)
def test_a_stamp_and_a_numeric_dateline_state_their_day(line: str, value: str) -> None:
    assert [m.value for m in stated_dates(line, 0, len(line), default_lexicon())] == [value]
