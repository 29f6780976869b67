"""A report beside its statement: small texts, and what is found in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.errors import MahdarError
from mahdar.lexicon import default_lexicon
from mahdar.linking.compare_records import Comparison
from mahdar.model.document import Document
from mahdar.pipeline.comparing import Chosen, Compared, compare_documents
from mahdar.pipeline.document import read_document

LEXICON = default_lexicon()
STATEMENT = """بيان مشترك

اختتم الجانبان التونسي والإيطالي في روما يوم الخميس 14 يونيو 2018 أعمال اللجنة العليا المشتركة.

أكد الجانبان أهمية مكافحة الهجرة غير النظامية عبر البحر. وأعربا عن قلقهما البالغ إزاء الأوضاع في ليبيا.

ورحب الجانبان بتقديم قرض قيمته 50 مليون يورو لتمويل المؤسسات الصغرى والمتوسطة.
واتفقا على إنشاء لجنة فنية للصيد البحري.

كما ناقش الجانبان سبل تطوير السياحة والتبادل الثقافي بين المدن الساحلية.
"""


def compared(report: str, statement: str = STATEMENT) -> Compared:
    texts = (Document.of(statement, "s.txt"), Document.of(report, "r.txt"))
    sides = (Chosen(one, read_document(one, LEXICON).page) for one in texts)
    return compare_documents(*sides, LEXICON)


def result(report: str) -> Comparison:
    return compared(report).result


def carried(report: str) -> list[tuple[str, str]]:
    found = compared(report)
    return [(one.how, one.statement.cut(found.statement.text)) for one in found.result.aligned]


def altered(report: str) -> list[tuple[str, str, str]]:
    found = compared(report)
    return [
        (one.what, one.statement.cut(found.statement.text), one.report.cut(found.report.text))
        for one in found.result.altered
    ]


def test_words_inside_a_frame_are_carried_word_for_word() -> None:
    report = (
        "وأضاف البيان أن الجانبين «رحبا بتقديم قرض قيمته 50 مليون يورو لتمويل المؤسسات الصغرى والمتوسطة».\n"
    )
    ((how, words),) = carried(report)
    assert how in {"near", "verbatim"}
    assert words.startswith("ورحب الجانبان بتقديم قرض")
    assert not altered(report)


def test_an_aside_that_names_the_source_does_not_count() -> None:
    report = "واتفقا، وفق البيان، على «إنشاء لجنة فنية للصيد البحري».\n"
    assert carried(report) == [("verbatim", "واتفقا على إنشاء لجنة فنية للصيد البحري")]


def test_another_number() -> None:
    report = "رحب الجانبان بتقديم قرض قيمته 80 مليون يورو لتمويل المؤسسات الصغرى والمتوسطة.\n"
    assert [what for what, *_ in altered(report)] == ["number"]


def test_an_act_made_weaker() -> None:
    report = "أعربت تونس وإيطاليا، وفق البيان، عن قلقهما إزاء الأوضاع في ليبيا.\n"
    assert [what for what, *_ in altered(report)] == ["weaker"]


def test_a_day_that_the_statement_does_not_name() -> None:
    report = (
        "اختتم الجانبان التونسي والإيطالي في روما يوم الجمعة 15 يونيو 2018 أعمال اللجنة العليا المشتركة.\n"
    )
    assert [what for what, *_ in altered(report)] == ["date"]


def test_another_place() -> None:
    report = "وأعربا عن «قلقهما البالغ إزاء الأوضاع في سوريا».\n"
    assert [what for what, *_ in altered(report)] == ["party"]


def test_what_is_left_out_and_what_is_added() -> None:
    report = (
        "أكد الجانبان «أهمية مكافحة الهجرة غير النظامية عبر البحر».\n\n"
        "ويبلغ طول السواحل بين المهدية وصفاقس مئات الكيلومترات ويعيش أهلها من الزيتون.\n"
    )
    found = compared(report)
    out = [span.cut(found.statement.text) for span in found.result.left_out]
    assert "كما ناقش الجانبان سبل تطوير السياحة والتبادل الثقافي بين المدن الساحلية" in out
    assert [span.cut(report)[:10] for span in found.result.added] == ["ويبلغ طول "]


def test_texts_that_have_nothing_to_do_with_each_other() -> None:
    with pytest.raises(MahdarError, match="nothing to do with each other"):
        compared("أعلن النادي فوزه بالبطولة بعد مباراة مثيرة حضرها آلاف المشجعين في الملعب الكبير.\n")


def test_an_article_that_is_not_there() -> None:
    document = Document.of(STATEMENT, "s.txt")
    page = read_document(document, LEXICON).page
    with pytest.raises(MahdarError, match="there is no article 9"):
        compare_documents(Chosen(document, page, 9), Chosen(document, page), LEXICON)


def test_a_text_beside_itself_is_wholly_carried() -> None:
    found = result(STATEMENT)
    assert found.carried > 0.95
    assert not found.left_out
    assert not found.added
    assert not found.altered
    assert {one.how for one in found.aligned} == {"verbatim"}


SENTENCES = [line for line in STATEMENT.replace(". ", ".\n").splitlines() if line]
OTHERS = [
    "وصل الوفد مساء إلى المطار.",
    "«قال» الوزير إن الطقس جميل،",
    "50 مليون",
    "\N{RIGHT-TO-LEFT MARK} ، ؟",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*SENTENCES, *OTHERS]), min_size=1, max_size=8))
def test_every_span_is_words_of_its_text_whatever_the_report(parts: list[str]) -> None:
    report = "\n\n".join(parts)
    try:
        found = compared(report)
    except MahdarError:
        return
    held = found.result
    for spans, text in (
        ([*(p.report for p in held.aligned), *held.added, *(c.report for c in held.altered)], report),
        (
            [*(p.statement for p in held.aligned), *held.left_out, *(c.statement for c in held.altered)],
            STATEMENT,
        ),
    ):
        assert all(0 <= one.start < one.end <= len(text) for one in spans)
        assert all(one.cut(text)[0].isalnum() and one.cut(text)[-1].isalnum() for one in spans)
    assert 0 <= held.carried <= 1
