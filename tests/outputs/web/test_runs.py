"""A text cut into runs and laid out loses nothing, whatever lies on it."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.model.document import Article, Block, Noise, Page
from mahdar.model.spans import Span
from mahdar.outputs.web.pieces import lay_out, pieces
from mahdar.outputs.web.runs import LANES, Marked, cut_runs, joined

TYPES = ("meeting", "instrument", "amount", "act", "quote", "date")
TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "\0\r\n\t &<>\"'\N{RIGHT-TO-LEFT OVERRIDE}\N{POP DIRECTIONAL ISOLATE}\N{GRINNING FACE}قطر "
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=80,
)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Marked]]:
    text = draw(TEXTS)
    some = st.lists(spans(len(text)), min_size=1, max_size=3)
    found = draw(st.lists(st.tuples(st.sampled_from(TYPES), some), max_size=12))
    return text, [Marked(f"{n:016x}", kind, tuple(its)) for n, (kind, its) in enumerate(found)]


@st.composite
def pages(draw: st.DrawFn, length: int) -> Page:
    """Draw a page of blocks and noise in any order; they may even overlap."""
    blocks = draw(st.lists(spans(length), max_size=6))
    kinds = st.sampled_from(["title", "heading", "prose", "question", "answer"])
    made = tuple(Block(draw(kinds), one.start, one.end) for one in sorted(blocks))
    half = draw(st.integers(0, len(made)))
    articles = tuple(
        Article("interview", some[0].start, some[-1].end, None, some)
        for some in (made[:half], made[half:])
        if some
    )
    noise = draw(st.lists(spans(length), max_size=4))
    whys = st.sampled_from(["navigation", "byline"])
    return Page(articles, tuple(Noise(one.start, one.end, draw(whys)) for one in noise))


def words_of(runs: Sequence[tuple[str, tuple[int, ...]]], mark: int) -> str:
    return "".join(text for text, marks in runs if mark in marks)


@settings(deadline=None)
@given(marked_texts())
def test_runs_are_the_text_and_each_entry_has_its_words(given_: tuple[str, list[Marked]]) -> None:
    text, marked = given_
    runs = list(cut_runs(text, marked))
    assert "".join(run.text for run in runs) == text
    for mark, one in enumerate(marked):
        for span in one.spans:
            inside = [run for run in runs if span.start <= run.start and run.end <= span.end]
            assert "".join(run.text for run in inside) == span.cut(text)
            assert all(mark in run.marks for run in inside)
        whole = "".join(span.cut(text) for span in joined(one.spans))
        assert words_of([(run.text, run.marks) for run in runs], mark) == whole
        assert sum(mark in run.opens for run in runs) == 1


@settings(deadline=None)
@given(marked_texts())
def test_lines_keep_their_lane_and_cross_no_other(given_: tuple[str, list[Marked]]) -> None:
    text, marked = given_
    for run in cut_runs(text, marked):
        lanes = [lane for _, lane in run.lines]
        below = [lane for lane in lanes if lane < LANES - 1]
        assert len(set(below)) == len(below)
        assert [kind for kind, _ in run.lines] == [marked[mark].type for mark in run.marks]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_page_laid_out_is_the_text(data: st.DataObject) -> None:
    text, marked = data.draw(marked_texts())
    page = data.draw(pages(len(text)))
    cut = pieces(text, page)
    assert "".join(text[one.start : one.end] for one in cut) == text
    laid = [
        one
        for section in lay_out(text, page, marked, "0" * 16)
        for part in section.parts
        for one in part.pieces
    ]
    assert "".join(run.text for one in laid for run in one.runs) == text
    assert all("".join(run.text for run in one.runs) == text[one.start : one.end] for one in laid)
    runs = [(run.text, run.marks) for one in laid for run in one.runs]
    for mark, one in enumerate(marked):
        assert words_of(runs, mark) == "".join(span.cut(text) for span in joined(one.spans))


def test_the_shortest_words_are_meant_first() -> None:
    text = "say that on Monday"
    marked = [Marked("a", "act", (Span(0, 18), Span(0, 3))), Marked("b", "date", (Span(12, 18),))]
    runs = list(cut_runs(text, marked))
    assert [(run.text, run.marks, run.lines) for run in runs] == [
        ("say", (0,), (("act", 0),)),
        (" that on ", (0,), (("act", 0),)),
        ("Monday", (1, 0), (("date", 1), ("act", 0))),
    ]


def test_noise_between_pieces_of_an_article_stands_in_it() -> None:
    text = "Menu\n\nTitle\nShare\nText\n\nLinks"
    blocks = (Block("title", 6, 11), Block("prose", 18, 22))
    page = Page(
        (Article("news_report", 18, 22, Span(6, 11), blocks),),
        (Noise(0, 4, "navigation"), Noise(12, 17, "share"), Noise(24, 29, "related_links")),
    )
    sections = lay_out(text, page, [])
    shape = [(one.article, one.begins, [part.kind for part in one.parts]) for one in sections]
    assert shape == [
        (None, False, ["noise"]),
        (0, True, ["title", "noise", "prose"]),
        (None, False, ["gap", "noise"]),
    ]
    assert [part.is_open for one in sections for part in one.parts] == [False, True, False, True, True, False]
