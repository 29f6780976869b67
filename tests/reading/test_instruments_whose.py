# ruff: noqa: E501  (a sentence stays on its line)
"""Whose an instrument is: an organisation's own text, what two came to, names that are a place or a matter."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import read

FIRST = [
    # an organisation's own texts are of nobody who stands near
    ("جدد الجانب الكيني التزام بلاده بميثاق الأمم المتحدة وتأييدها لترشح الهند.", {"parties": ("UN",)}),
    ("أشار الوزير اليمني إلى الميثاق العربي لحقوق الإنسان.", {"parties": ("LAS",)}),
    ("قال وزير البيئة الكيني في نيودلهي إن الجهود تتم في إطار الاتفاقية الإطارية لتغير المناخ.", {"parties": ()}),
    # what two came to
    ("قال مسؤول نرويجي إن كينيا والهند توصلتا إلى اتفاق على موعد الانتخابات في الصومال.", {"parties": ("IND", "KEN"), "action": "signed"}),
    ("أعلن وزير الخارجية الكيني جوما أنه توصل إلى اتفاق مع نظيره الهندي على تشكيل لجنة.", {"parties": ("IND", "KEN"), "action": "signed"}),
    # a condition with a particle between
    ("وقعت الهند وكينيا اتفاقية الصيد. وإذا ما دخلت اتفاقية الصيد حيز التنفيذ ربح الصيادون.", {"action": "signed"}),
    # a company in the matter is no maker
    ("المباحثات بين الكويت والسعودية جارية للتوصل إلى اتفاق حول إعادة الإنتاج وملف شركة شيفرون.", {"parties": ("KWT", "SAU")}),
]  # fmt: skip

NONE = [
    "تعمل كينيا مع الهند للاتفاق على موعد.",
    "اتفاق البلدين الكيني والهندي على موعد الزيارة مهم.",
    "تعمل كينيا للتوصل إلى اتفاق على موعد.",
]


@pytest.mark.parametrize(("text", "fields"), FIRST, ids=[t[:40] for t, _ in FIRST])
def test_whose_it_is_and_what_is_done(text: str, fields: dict[str, object]) -> None:
    first = read(text)[0]
    assert {name: getattr(first, name) for name in fields} == fields


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_agreeing_on_something_is_no_instrument(text: str) -> None:
    assert read(text) == ()


def test_an_accord_called_after_a_place_is_not_that_states() -> None:
    text = "أشادت الهند بكينيا. وفي إطار «اتفاق الجزائر» بين البلدين، أفرجت كينيا عن الأموال الهندية وشكرت الهند كينيا."
    assert read(text)[0].parties == ("IND", "KEN")


def test_a_charter_named_twice_is_one() -> None:
    text = "أشارت كينيا إلى المادة 51 من ميثاق الأمم المتحدة. وبموجب ميثاق الأمم المتحدة لا بد من إبلاغ مجلس الأمن فورا."
    assert len(read(text)) == 1
