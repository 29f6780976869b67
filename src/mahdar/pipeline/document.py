"""One document through all stages: page → language → mentions → reading.

The stages know nothing of one another; what each one needs of those before it is put together here, and
here alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from time import perf_counter

from mahdar.errors import EvidenceError
from mahdar.language import parse_prose, split_words
from mahdar.lexicon import Lexicon
from mahdar.lexicon.fold import fold
from mahdar.lexicon.layout import layout_table
from mahdar.mentions import name_everything
from mahdar.mentions.dates import stated_dates
from mahdar.mentions.home import Origin, is_mission, masthead_home, place_home, signed_home
from mahdar.model.document import Article, Document, Page
from mahdar.model.entries import Entry
from mahdar.model.mentions import Person
from mahdar.model.reading import ArticleText, PlacedEntry, Reading
from mahdar.model.spans import Span
from mahdar.model.units import IsoDate, PartyCode
from mahdar.page import read_page
from mahdar.page.ministry import office_alone
from mahdar.reading import read_article

__all__ = ["article_texts", "read_document"]


def read_document(document: Document, lexicon: Lexicon) -> Reading:
    """Read a document: its page, its people and its entries.

    Args:
        document: its text is read as it is.
        lexicon: all that is known of the language and the field.

    Raises:
        EvidenceError: an entry claims words that are not in the text. No reader does; should one, the
            document is refused whole.
    """
    began = perf_counter()
    page = _dated(read_page(document, lexicon), document, lexicon)
    prepared, people = article_texts(document, page, lexicon)
    entries = tuple(
        PlacedEntry(article.number, entry) for article in prepared for entry in _read(article, lexicon)
    )
    return Reading(document, page, people, entries, perf_counter() - began)


def article_texts(
    document: Document, page: Page, lexicon: Lexicon
) -> tuple[tuple[ArticleText, ...], tuple[Person, ...]]:
    """Return the articles of a page ready to be read, and the people of the document."""
    proses = tuple(parse_prose(document.text, article.blocks) for article in page.articles)
    anchors = _anchors(document, page, lexicon)
    origins = tuple(_origin(document, page, article, lexicon) for article in page.articles)
    mentions, people = name_everything(proses, lexicon, anchors, origins)
    prepared = tuple(
        ArticleText(
            document,
            number,
            article.kind,
            prose,
            named,
            _day(article, anchor, document),
            _days_of_sitting(article, document, lexicon),
        )
        for number, (article, prose, named, anchor) in enumerate(
            zip(page.articles, proses, mentions, anchors, strict=True)
        )
    )
    return prepared, people


def _dated(page: Page, document: Document, lexicon: Lexicon) -> Page:
    """Give each article the day that its dateline states."""
    articles = (
        replace(article, published=article.published or _dateline_day(article, document, lexicon))
        for article in page.articles
    )
    return replace(page, articles=tuple(articles))


def _dateline_day(article: Article, document: Document, lexicon: Lexicon) -> IsoDate | None:
    """Return the first full day in the datelines, else in a line of place and day above an interview."""
    lines = [Span(line.start, line.end) for line in article.datelines]
    if article.kind == "interview":
        above = (Span(block.start, block.end) for block in article.blocks if block.kind == "kicker")
        lines += [span for span in above if len(span.cut(document.text).split()) <= _DATELINE]
    days = (_first_day(document, line.start, line.end, lexicon) for line in lines)
    return next(filter(None, days), None)


_DATELINE = 6
"""Words at most of a line that is no more than a place and a day."""


def _anchors(document: Document, page: Page, lexicon: Lexicon) -> tuple[IsoDate | None, ...]:
    """Return for each article the day from which its relative dates count.

    An agency sends a report in several takes under one title, of which only the first is dated. Where the
    document states no day, the one that a person gave serves.
    """
    own = [_anchor(article, page, document, lexicon) for article in page.articles]
    titles = [fold(article.title.cut(document.text)) if article.title else "" for article in page.articles]
    days = {title: day for title, day in zip(reversed(titles), reversed(own), strict=True) if title and day}
    return tuple(day or days.get(title) or document.given for day, title in zip(own, titles, strict=True))


def _day(article: Article, anchor: IsoDate | None, document: Document) -> IsoDate | None:
    """Return an article's day: the one it states; where a person gave one, the one its dates count from."""
    return article.published or (anchor if document.given else None)


def _anchor(article: Article, page: Page, document: Document, lexicon: Lexicon) -> IsoDate | None:
    """Return the day from which an article's relative dates count: its own, else that of a post in it.

    A post of somebody else's is no more than a hint, so a day that a person gave goes before it.
    """
    if article.published or document.given:
        return article.published
    embeds = (run for run in page.noise if run.why == "embed" and article.start <= run.start < article.end)
    days = (_first_day(document, run.start, run.end, lexicon) for run in embeds)
    return next(filter(None, days), None)


def _origin(document: Document, page: Page, article: Article, lexicon: Lexicon) -> Origin:
    """Return what an article's small print, what stands above it and its kind say of where it comes from."""
    small_print = [line.cut(document.text) for line in article.datelines]
    body = next((block for block in article.blocks if block.kind not in {"title", "kicker"}), None)
    lead = _LEAD.match(document.text, body.start, body.end) if body is not None else None
    place = lead.group() if lead else _byline_place(document, page, article)
    own = article.kind == "ministry_post"
    held = _offices_above(document, article, lexicon) if own else []
    signed = signed_home([article.publisher or "", *small_print, place, *held], lexicon)
    above = _lines_above(document, page, article) if own else []
    signed = signed or masthead_home(above, lexicon)
    written = place_home(place, lexicon) or _speaking_home(document, article, lexicon)
    return Origin(signed, written, own, is_mission([*above, *small_print], lexicon))


def _offices_above(document: Document, article: Article, lexicon: Lexicon) -> list[str]:
    """Return the lines above the text that are an office and its state: whoever writes it holds that."""
    table = layout_table(lexicon)
    above = (span.cut(document.text) for span in _spans_above(article))
    return [line for line in above if office_alone(tuple(w.fold for w in split_words(line)), table)]


def _spans_above(article: Article) -> Iterator[Span]:
    """Yield the spans of an article's title and kickers."""
    return (Span(b.start, b.end) for b in article.blocks if b.kind in {"title", "kicker"})


def _byline_place(document: Document, page: Page, article: Article) -> str:
    """Return the place before a mark in a byline between the headline and the text («الدوحة - النور:»)."""
    top = article.title.end if article.title else article.start
    small = [n for n in page.noise if top <= n.start < article.start and n.why == "byline"]
    lines = (line for n in small for line in document.text[n.start : n.end].splitlines())
    found = (_LEAD.match(line.strip()) for line in lines)
    return next((match.group() for match in found if match), "")


def _speaking_home(document: Document, article: Article, lexicon: Lexicon) -> PartyCode | None:
    """Return the state whose organ speaks in the title («الخارجية الكينية: استدعاء السفير …»)."""
    title = article.title.cut(document.text) if article.title else ""
    organ, colon, _ = title.partition(":")
    return masthead_home([organ], lexicon) if colon else None


def _lines_above(document: Document, page: Page, article: Article) -> list[str]:
    """Return the lines of the page above an article, and its title."""
    before = max((other.end for other in page.articles if other.end <= article.start), default=0)
    above = (
        document.text[n.start : n.end] for n in page.noise if before <= n.start and n.end <= article.start
    )
    title = article.title.cut(document.text) if article.title else ""
    return [line for run in (*above, title) for line in run.splitlines()]


_LEAD = re.compile("[^.\n\N{ARABIC COMMA}]{2,48}[-:/\N{EN DASH}\N{EM DASH}]")
"""What stands before the last dash or colon of an article's head: «الدوحة - قنا - »."""


def _days_of_sitting(article: Article, document: Document, lexicon: Lexicon) -> str | None:
    """Return the run of days that a dateline names («كمبالا، 4 - 6 يوليو 2017»): when a session sat."""
    lines = (stated_dates(document.text, line.start, line.end, lexicon) for line in article.datelines)
    runs = (date.value for dates in lines for date in dates if date.precision == "range" and date.value)
    return next((run for run in runs if len(run) == 2 * _ISO_DAY + 1), None)


def _first_day(document: Document, start: int, end: int, lexicon: Lexicon) -> IsoDate | None:
    """Return the first full day that a stretch of the text states; of a run of days the last."""
    values = (date.value or "" for date in stated_dates(document.text, start, end, lexicon))
    days = (value.rpartition("/")[2] for value in values)
    return next((day for day in days if len(day) == _ISO_DAY), None)


_ISO_DAY = len("2024-03-05")


def _read(article: ArticleText, lexicon: Lexicon) -> tuple[Entry, ...]:
    """Return an article's entries by their first evidence, each held against the text once more."""
    found = sorted(read_article(article, lexicon), key=lambda entry: entry.evidence[0])
    for evidence in chain.from_iterable(entry.evidence for entry in found):
        if evidence.cut(article.document.text) != evidence.quote:
            what = f"«{evidence.quote}» is not in the text"
            raise EvidenceError(what, article.document.id, evidence.start, evidence.end)
    return tuple(found)
