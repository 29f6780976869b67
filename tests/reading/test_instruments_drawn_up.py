# ruff: noqa: E501  (a sentence stays on its line)
"""Instruments that are drawn up, voted on or reached, and what conferences decided: kind, parties, action."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import read

ONE = [
    # text, kind, parties, action
    ("وأعلن وزير الخارجية الكيني الأحد أنه توصل فعلاً إلى اتفاق مع نظيره الهندي.", "agreement", ("IND", "KEN"), "signed"),
    ("صوت مجلس الأمن أمس على مشروع قرار بشأن هايتي.", "resolution", ("UN",), "proposed"),
    ("يتبنى مجلس الأمن الدولي على الأرجح صباح الجمعة قرارا يلحظ إرسال مراقبين إلى هايتي.", "resolution", ("UN",), "proposed"),
    ("تبنت الجمعية العامة للأمم المتحدة قرارا بشأن الألغام.", "resolution", ("UN",), "announced"),
    ("وينص مشروع القرار على تعاون هايتي مع مجلس الأمن.", "resolution", ("UN",), "proposed"),
    ("يعمل الجانبان الغاني والكيني على تحديث اتفاقية خدمات النقل الجوي.", "agreement", ("GHA", "KEN"), "proposed"),
    ("شملت المحادثات بين غانا وكينيا مسودات اتفاقيات جديدة في مجال الملاحة والصيد.", "agreement", ("GHA", "KEN"), "proposed"),
    ("وشدد الوزير على حل يقوم على مبادئ جنيف1.", "joint_statement", (), "referenced"),
    ("دعا السفير إلى تنفيذ مقررات مؤتمر برلين بشأن ليبيا.", "joint_statement", (), "referenced"),
]  # fmt: skip

NONE = [
    "صوت البرلمان الكيني على مشروع قرار بشأن الموازنة.",
    "يدرس المجلس مشاريع قوانين جديدة.",
    "توصل الباحثون إلى علاج جديد.",
    "وزعت المدرسة مقررات دراسية جديدة.",
    "احترام مبادئ حسن الجوار.",
]


@pytest.mark.parametrize(("text", "kind", "parties", "action"), ONE, ids=[t[0][:40] for t in ONE])
def test_what_is_being_made_is_read(text: str, kind: str, parties: tuple[str, ...], action: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.action) == (kind, action)
    assert set(found.parties) >= set(parties)


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_instrument_is_made_up(text: str) -> None:
    assert read(text) == ()
