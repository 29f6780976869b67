from __future__ import annotations

import importlib.util
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.lexicon.store import default_lexicon
from mahdar.model.document import Document, Page
from mahdar.model.values import ARTICLES, BLOCKS, NOISE
from mahdar.page import read_page

_spec = importlib.util.spec_from_file_location("marked", Path(__file__).parent / "marked.py")
assert _spec is not None
assert _spec.loader is not None
marked = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(marked)

LEXICON = default_lexicon()
NAMES = sorted(path.stem for path in marked.PAGES.glob("*.txt"))


def read(text: str) -> Page:
    return read_page(Document.of(text, "page.txt"), LEXICON)


@pytest.mark.parametrize("name", NAMES)
def test_each_marked_page_is_read_as_marked(name: str) -> None:
    text, parts, kinds = marked.load(name)
    page = read(text)
    assert marked.labelled(text, page) == parts
    assert [article.kind for article in page.articles] == kinds


def test_there_are_enough_pages_of_different_shapes() -> None:
    assert len(NAMES) >= 25


SNIPPETS = st.sampled_from(
    [
        *("اقرأ أيضا", "الوسوم", "التعليقات (3)", "شارك", "سياسي / ", "// انتهى //", "المصدر: وكالات"),
        *("pic.twitter.com/x", "(@a) March 6, 2024", "الدوحة - قنا: ", "نص البيان", "جميع الحقوق محفوظة"),
        *("•", "؟", ".", "◄", "12", "5 مارس 2024", "A:", "/", "-", "—", "\x00", "(رويترز)", "أخبار ذات صلة"),
        *("\n", "\n\n", " ", "\r\n", "\t", "\N{NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT MARK}"),
        *("س: متى؟", "\N{LINE SEPARATOR}"),
        "قال الوزير إن الوفدين بحثا في العاصمة أمس ملفات كثيرة تهم البلدين وتتصل بالتجارة والنقل.",
        "لقاء جديد بين الوزيرين في مسقط",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(SNIPPETS, st.text(max_size=12)), max_size=60).map("".join)
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_nothing_is_lost_and_nothing_overlaps(text: str) -> None:
    page = read(text)
    blocks = [(b.start, b.end) for a in page.articles for b in a.blocks]
    noise = [(n.start, n.end) for n in page.noise]
    spans = sorted(blocks + noise)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    held = {i for start, end in spans for i in range(start, end)}
    unseen = {c for c in range(len(text)) if not text[c].isspace()} - held
    assert not {text[i] for i in unseen if text[i].isprintable()}


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_articles_are_ordered_and_their_parts_lie_in_the_text(text: str) -> None:
    page = read(text)
    articles = page.articles
    assert all(a.start < a.end <= len(text) for a in articles)
    assert all(a.end <= b.start for a, b in pairwise(articles))
    assert list(page.noise) == sorted(page.noise, key=lambda n: n.start)
    for article in articles:
        assert article.kind in ARTICLES
        assert article.blocks
        assert {block.kind for block in article.blocks} <= BLOCKS
        assert (article.title is not None) == any(block.kind == "title" for block in article.blocks)
        assert list(article.blocks) == sorted(article.blocks, key=lambda block: block.start)
        assert all(0 <= s.start < s.end <= len(text) for s in article.datelines)
    assert {noise.why for noise in page.noise} <= NOISE


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_is_a_function_of_the_text(text: str) -> None:
    assert read(text) == read(text)


def test_an_empty_text_holds_nothing() -> None:
    assert read("") == read(" \n\n\N{NO-BREAK SPACE}") == Page((), ())


def test_one_short_line_is_a_headline() -> None:
    page = read("زيارة إلى نواكشوط\n")
    assert [(a.start, a.end, a.title is not None) for a in page.articles] == [(0, 17, True)]


def test_tens_of_thousands_of_lines_take_linear_time() -> None:
    line = "بحث الوفدان في العاصمة ملفات كثيرة تهم البلدين وتتصل بالنقل.\nخبر قصير عن لقاء\n"
    started = time.process_time()
    read(line * 1_500)
    small = time.process_time() - started
    started = time.process_time()
    read(line * 15_000)
    assert time.process_time() - started < 25 * small


def test_datelines_are_those_that_hold_a_day() -> None:
    text, _, _ = marked.load("wrote_byline")
    (article,) = read(text).articles
    assert [span.cut(text) for span in article.datelines] == ["آخر تحديث: 21/05/2023 - 10:40"]


@pytest.mark.parametrize(
    ("page", "dated"),
    [
        ("channel_flags_and_number", ["👁 14.2K 🗓 14 مارس 2021 ⏰ 18:40"]),
        ("channel_persian_number", ["2023/05/28"]),
        ("channel_long_headline_with_colon", ["👁 1.1M | 03/11/2022 | 21:15"]),
        ("channel_counts_without_date", []),
        ("channel_post_of_network", ["9:05 AM · Jun 2, 2022 · Twitter for iPhone"]),
        ("channel_solar_foot", []),
    ],
)
def test_datelines_of_a_channel_are_those_with_a_day_that_can_be_read(page: str, dated: list[str]) -> None:
    text, _, _ = marked.load(page)
    (article,) = read(text).articles
    assert [span.cut(text) for span in article.datelines] == dated


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        ("second_article_below", "إرم نيوز"),
        ("state_agency_with_section", "واس"),
        ("qatar_agency_inline", "قنا"),
        ("newspaper_dash", "الشرق الأوسط"),
        ("interview_marked", "النور"),
        ("wrote_byline", "جريدة الرؤية"),
        ("plain_article", None),
    ],
)
def test_publisher_is_what_the_document_prints(page: str, publisher: str | None) -> None:
    text, _, _ = marked.load(page)
    assert read(text).articles[0].publisher == publisher


def test_the_small_print_of_an_article_belongs_to_it_alone() -> None:
    text, _, _ = marked.load("second_article_below")
    assert [a.publisher for a in read(text).articles] == ["إرم نيوز", None]


def test_the_body_begins_behind_a_dateline_on_its_line() -> None:
    text, _, _ = marked.load("qatar_agency_inline")
    (article,) = read(text).articles
    assert text[article.start :].startswith("اجتمع سعادة")


def test_a_paragraph_cut_at_a_width_is_one_block() -> None:
    text, _, _ = marked.load("hard_wrapped")
    (article,) = read(text).articles
    assert [block.kind for block in article.blocks] == ["title", "prose", "prose"]
