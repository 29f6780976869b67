"""A document's text → its articles and what on the page belongs to none.

The way: lines → parts of lines (`cuts`) → marks of lines alone (`marks`), together (`sheets`, `accounts`) and
of neighbours (`reach`, `above`, `below`) → articles (`segments`) → heads (`heads`, `bylines`), blocks
(`blocks`), kinds (`kinds`) and small print (`credits`).
Nothing is lost: every line is a title, a block, or noise.

Cost: linear in the text.
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.lexicon.layout import Layout, Mark, layout_table
from mahdar.lexicon.store import Lexicon
from mahdar.model.document import Article, Document, Noise, Page
from mahdar.model.spans import Span
from mahdar.page import accounts, sheets
from mahdar.page.blocks import make_blocks
from mahdar.page.channels import account_name, opens_post
from mahdar.page.credits import bylined_by_ministry, datelines, publisher
from mahdar.page.cuts import cut_line
from mahdar.page.heads import apply_head, read_head
from mahdar.page.kinds import kind_of
from mahdar.page.lines import Line, split_lines
from mahdar.page.marks import mark_line
from mahdar.page.reach import Marks, spread
from mahdar.page.segments import Segment, segments
from mahdar.page.signals import Piece
from mahdar.page.sites import SCRAPED
from mahdar.page.wraps import join_wrapped

__all__ = ["read_page"]

_OPENING = 4
_BYLINED = Mark("rule.ministry_byline", "byline", ministry=True)


def read_page(document: Document, lexicon: Lexicon) -> Page:
    r"""Divide a page into articles and noise.

    Returns:
        Articles and noise in text order. A text without noise is one article; an empty text holds nothing.

    Source:
        lexicon/data/ar/layout.toml, lexicon/data/en/layout.toml

    >>> from mahdar.lexicon.store import default_lexicon
    >>> text = "عمان وبغداد توقعان اتفاقا\n\nوقع وزيرا النقل في البلدين اتفاقا للنقل البري اليوم."
    >>> page = read_page(Document.of(text + "\nشارك", "a.txt"), default_lexicon())
    >>> [a.title.cut(text) for a in page.articles], [n.why for n in page.noise]
    (['عمان وبغداد توقعان اتفاقا'], ['share'])
    """
    table = layout_table(lexicon)
    lines, marks = _parts(document.text, table)
    for step in (*sheets.STEPS, *accounts.STEPS):
        marks = step(lines, marks, table)
    found, marks = segments(lines, spread(lines, marks))
    owner = accounts.owner_of(lines, marks, table)
    articles: list[Article] = []
    for segment in found:
        articles += _article(lines, marks, segment, table, owner)
    return Page(_with_page_day(articles, lines, marks, table), _noise(lines, marks))


def _with_page_day(
    articles: list[Article], lines: list[Line], marks: Marks, table: Layout
) -> tuple[Article, ...]:
    """Give the day on a page's first lines to the articles that are not dated themselves."""
    top = next((i for i, mark in enumerate(marks) if mark is None), 0)
    credits_ = [(lines[i], mark) for i in range(top) if (mark := marks[i]) is not None]
    day = datelines(credits_, table)
    return tuple(article if article.datelines else replace(article, datelines=day) for article in articles)


def _parts(text: str, table: Layout) -> tuple[list[Line], Marks]:
    """Cut the text into lines and parts of lines, each marked where it can be recognised alone."""
    lines: list[Line] = []
    marks: Marks = []
    for whole in split_lines(text):
        mark = mark_line(whole, table)
        parts = [(whole, mark)] if mark else cut_line(whole, text, table)
        collected = False
        for part, known in parts:
            lines.append(part)
            marks.append(mark_line(part, table) if collected and known is None else known)
            collected = known is not None and known.id == SCRAPED
    return join_wrapped(lines, marks, text, table)


def _article(
    lines: list[Line], marks: Marks, segment: Segment, table: Layout, owner: tuple[Line, Mark] | None
) -> list[Article]:
    """Make the article of a stretch of lines; none where all of it is noise.

    Args:
        lines: those of the page.
        marks: what they were recognised as.
        segment: the stretch.
        table: the lexicon of pages.
        owner: whose account the page is, where it is one: its messages are its own.
    """
    head = read_head(lines, marks, segment, table)
    apply_head(marks, head)
    inside = range(segment.first, segment.last)
    titles = [i for i in (head.title, *head.copies) if i is not None]
    body = [i for i in inside if marks[i] is None and i not in titles]
    if not body and not titles:
        return []
    credits_ = [(lines[i], mark) for i in inside if (mark := marks[i]) is not None]
    own = tuple(mark for _, mark in credits_)
    by: tuple[Mark, ...] = (_BYLINED,) if bylined_by_ministry(credits_, table) else ()
    by += (owner[1],) if owner else ()
    by += (_BYLINED,) if accounts.site_of_organ(lines, marks, table) else ()
    piece = Piece(tuple(lines[i] for i in titles), tuple(lines[i] for i in body), (*own, *by), table)
    kind = kind_of(piece)
    edge = [i for i in body if not titles or i > titles[0]] or body or titles
    return [
        Article(
            kind=kind,
            start=lines[edge[0]].start,
            end=lines[edge[-1]].end,
            title=None if head.title is None else Span(lines[head.title].start, lines[head.title].end),
            blocks=make_blocks(lines, body, head, table, interview=kind == "interview"),
            datelines=datelines(credits_, table),
            publisher=publisher(credits_, [lines[i] for i in (titles + body)[:_OPENING]], table)
            or next(
                (account_name(line) for line, mark in credits_ if opens_post(mark) and "@" in line.text), None
            )
            or (owner[0].text if owner and owner[1].ministry else None),
        )
    ]


def _noise(lines: list[Line], marks: Marks) -> tuple[Noise, ...]:
    """Join lines of the same kind of noise that stand together."""
    found: list[Noise] = []
    joined = False
    for line, mark in zip(lines, marks, strict=True):
        if mark is not None and joined and found[-1].why == mark.why:
            found[-1] = Noise(found[-1].start, line.end, mark.why)
        elif mark is not None:
            found.append(Noise(line.start, line.end, mark.why))
        joined = mark is not None
    return tuple(found)
