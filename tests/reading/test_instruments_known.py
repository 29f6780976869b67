# ruff: noqa: E501  (a sentence stays on its line)
"""Instruments known by name, reached or sought, in a row: marked texts, and texts that name none."""

from __future__ import annotations

import pytest
from tests.reading.test_instruments import holds, plain, read

from mahdar.lexicon import default_lexicon

KNOWN = [
    # whose it is need not be said
    ("رحب الوزير الكيني [بالاتفاق النووي] مع إيران.", ("IRN", "P5+1")),
    ("زار الوزير الهندي طهران بعد [توقيع اتفاق كبير حول البرنامج النووي] لإيران.", ("IRN", "P5+1")),
    ("جددت كينيا رفضها المساس [باتفاقية كامب ديفيد].", ("EGY", "ISR")),
    ("حل عادل وفق [مبادرة السلام العربية].", ("LAS",)),
    ("تسوية في اليمن وفق [المبادرة الخليجية].", ("GCC",)),
    ("احترام مبادئ [ميثاق الأمم المتحدة].", ("UN",)),
    ("انتهكت كينيا [اتفاقية فيينا للعلاقات الدبلوماسية].", ()),
]  # fmt: skip

MAKERS = [
    # whose it is, by the words around
    ("سيتم توقيع [مذكرة تفاهم بين وزارة النقل الكينية]، ممثلة في هيئة الموانئ، ونظيرتها الهندية.", ("IND", "KEN")),
    ("وقعت نيروبي ونيودلهي [اتفاقا في عهد] الرئيس الكيني السابق يسمح بالصيد.", ("IND", "KEN")),
    ("قلصت كينيا الصيد بموجب [اتفاقية مع الهند لحماية المصايد].", ("IND", "KEN")),
    ("بحسب الصحيفة النرويجية، وقعت كينيا والهند [اتفاقية للصيد].", ("IND", "KEN")),
    ("تنفيذ [اتفاقية لاستضافة الطلاب الليبيين بين كينيا والهند].", ("IND", "KEN")),
    ("أعلنت كينيا والهند عن [خطط لعقد] منتدى للشاي.", ("IND", "KEN")),
    ("انضمت كينيا إلى [الاتفاقية الإطارية لتغير المناخ].", ()),
    ("أكدت كينيا والهند أهمية التوصل إلى [اتفاق شامل بين البلدين] برعاية النرويج.", ("IND", "KEN")),
]  # fmt: skip

ACTIONS = [
    # what is done with it
    ("بعد التوصل إلى [اتفاق حول المياه] بين كينيا والهند.", "signed"),
    ("توصلت كينيا والهند إلى [اتفاق حول المياه].", "signed"),
    ("تسعى كينيا والهند إلى التوصل إلى [اتفاق حول المياه].", "proposed"),
    ("ستتوصل كينيا والهند إلى [اتفاق حول المياه].", "proposed"),
    ("وضع الجانبان الكيني والهندي اللمسات الأخيرة على [اتفاق للمياه].", "proposed"),
    ("أحرزت كينيا والهند تقدما نحو [اتفاق للمصايد].", "proposed"),
    ("سيصل الجانبان الكيني والهندي إلى [تفاهمات معينة] حول المصايد.", "proposed"),
    ("وقع الرئيسان الكيني والهندي على [البيان الختامي] للقمة.", "signed"),
    ("اتفقت كينيا والهند على [خارطة طريق للمصايد].", "announced"),
    ("وفق [قرار الجمعية العامة للأمم المتحدة] الصادر في مايو الماضي.", "referenced"),
]  # fmt: skip

ROWS = [
    # several in one sentence
    ("وقعت كينيا والهند [اتفاقية للنقل البحري] و[مذكرة تفاهم في السياحة].", [("agreement", "signed"), ("mou", "signed")]),
    ("شهد الرئيسان الكيني والهندي التوقيع على عدد من [مذكرات التفاهم] و[الاتفاقيات في مجالات التجارة].", [("mou", "signed"), ("agreement", "signed")]),
    ("وقع الوزيران الكيني والهندي عددا من [مذكرات التفاهم] و[البرامج التنفيذية في مجالات مختلفة].", [("mou", "signed"), ("programme", "signed")]),
]  # fmt: skip

ONE = [
    # taken up again
    "توصلت إيران والدول الكبرى إلى [الاتفاق النووي] في يوليو. وقال إن [الاتفاق مع إيران] يحمي المنطقة.",
    "أدان الوزير [الاتفاق النووي] مع إيران. ودرس النواب [الاتفاق] في جلسات مغلقة.",
]

NONE = [
    "قد يفتح الاتفاق الباب لمرحلة جديدة.",
    "علينا تعديل استراتيجيتنا لمواجهة التحديات في كينيا.",
    "طالب البيان الحكومة الكينية والحكومة الهندية بالحوار.",
    "رحبت كينيا بأي اتفاق يحمي المصايد.",
    "وافق مجلس النواب الكيني على قانون المصايد.",
    "مبادرة السلام في السودان متعثرة.",
]


@pytest.mark.parametrize(("marked", "parties"), [*KNOWN, *MAKERS], ids=[m[:40] for m, _ in (*KNOWN, *MAKERS)])
def test_whose_an_instrument_is(marked: str, parties: tuple[str, ...]) -> None:
    text, spans = plain(marked)
    (found,) = [i for i in read(text) if holds(i, spans[0])]
    assert found.parties == parties


@pytest.mark.parametrize(("marked", "action"), ACTIONS, ids=[m[:40] for m, _ in ACTIONS])
def test_one_that_is_sought_is_not_yet_signed(marked: str, action: str) -> None:
    text, spans = plain(marked)
    (found,) = [i for i in read(text) if holds(i, spans[0])]
    assert found.action == action


@pytest.mark.parametrize(("marked", "expected"), ROWS, ids=[m[:40] for m, _ in ROWS])
def test_several_in_a_row_share_what_is_done(marked: str, expected: list[tuple[str, str]]) -> None:
    text, spans = plain(marked)
    found = sorted(read(text), key=lambda i: i.name.start)
    assert [(i.kind, i.action) for i in found] == expected
    assert all(i.parties == ("IND", "KEN") for i in found)
    assert all(holds(i, span) for i, span in zip(found, spans, strict=True))


@pytest.mark.parametrize("marked", ONE, ids=[m[:40] for m in ONE])
def test_a_known_one_is_taken_up_again(marked: str) -> None:
    text, spans = plain(marked)
    (found,) = read(text)
    assert all(holds(found, span) for span in spans)


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_instrument_is_made_up(text: str) -> None:
    assert read(text) == ()


ROWS_KNOWN = default_lexicon().rows("ar/instruments.toml", "known")


@pytest.mark.parametrize(
    ("parties", "text"), [(r.list("parties"), y) for r in ROWS_KNOWN for y in r.list("yes")]
)
def test_each_example_of_a_known_one_gives_its_makers(parties: tuple[str, ...], text: str) -> None:
    assert parties in {i.parties for i in read(text)}


@pytest.mark.parametrize(
    ("parties", "text"), [(r.list("parties"), n) for r in ROWS_KNOWN for n in r.list("no")]
)
def test_no_counterexample_of_a_known_one_has_its_makers(parties: tuple[str, ...], text: str) -> None:
    assert parties not in {i.parties for i in read(text)}
