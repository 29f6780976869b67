"""A report laid beside its statement: fetches both texts, reads what they name, and has them compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mahdar.errors import MahdarError, NoRegisterError, UnknownIdError
from mahdar.lexicon import Lexicon
from mahdar.lexicon.compare import compare_table
from mahdar.lexicon.strength import StrengthTable, strength_table
from mahdar.linking.compare import compare
from mahdar.linking.compare_records import Comparison, Fact, Side, Told
from mahdar.linking.meaning import Meaning, load_meaning
from mahdar.linking.strength import place
from mahdar.model.document import Document, Page
from mahdar.model.entries import Act, Date, Entry, Meeting
from mahdar.model.mentions import Mentions
from mahdar.model.reading import ArticleText
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import IsoDate
from mahdar.pipeline.document import article_texts, read_document
from mahdar.reading import read_article
from mahdar.register import Register
from mahdar.sources import read_source

__all__ = ["Chosen", "Compared", "compare_documents", "document_of", "meaning_model", "side_of"]

_FIRST = 1
_WORDS = 5
"""A passage of so many words in the statement's wording shows that two texts belong together."""
_OTHERS, _SLIGHT = 5, 0.1
"""So do that many passages in other words, if they are this share of the statement."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document and which of its articles is meant."""

    document: Document
    page: Page
    number: int | None = None
    """Counted from 1; None for the one that a statement, or a report, most likely is."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison and the two sides that it speaks of."""

    statement: Side
    report: Side
    result: Comparison


def document_of(key: str, register: Register | None, lexicon: Lexicon) -> tuple[Document, Page]:
    """Return a document that the register holds, else a file, which is read without being kept.

    Args:
        key: as a document is called anywhere else, or a file's path.
        register: None where there is none.
        lexicon: for reading a file.

    Raises:
        UnknownIdError: the register holds no such document, and there is no such file.
        NoRegisterError: there is neither register nor file.
        SourceError: the file cannot be read.
    """
    if register is not None:
        try:
            return _held(key, register)
        except UnknownIdError:
            if not Path(key).is_file():
                raise
    elif not Path(key).is_file():
        raise NoRegisterError(f"there is no file {key}, and no register that could hold it; check the path")
    document = read_source(key)
    return document, read_document(document, lexicon).page


def _held(key: str, register: Register) -> tuple[Document, Page]:
    """Return a document of the register."""
    found = register.find(key)
    if isinstance(found, EntryRecord):
        raise MahdarError(f"{key} is an entry; name two documents to compare")
    text = register.text(found.id)
    document = Document(
        found.id, text, found.name, path=found.path, language=found.language, given=found.given
    )
    return document, found.page


def compare_documents(
    statement: Chosen, report: Chosen, lexicon: Lexicon, meaning: Meaning | None = None
) -> Compared:
    """Lay a report beside the statement that it reports.

    Raises:
        MahdarError: one of them has no article, or they have nothing to do with each other.
    """
    sides = side_of(statement, lexicon, prefer="joint_statement"), side_of(report, lexicon)
    result = compare(*sides, compare_table(lexicon), meaning)
    if not _related(result, sides[0].text):
        names = f"{sides[0].name} and {sides[1].name}"
        raise MahdarError(
            f"{names} have nothing to do with each other: no passage of the one is in the other"
        )
    return Compared(*sides, result)


def _related(result: Comparison, text: str) -> bool:
    """Say whether a report has so much of a statement that it can be called its report."""
    worded = [passage.statement.cut(text) for passage in result.aligned if passage.how != "paraphrase"]
    others = len(result.aligned) - len(worded)
    return any(len(words.split()) >= _WORDS for words in worded) or (
        others >= _OTHERS and result.carried >= _SLIGHT
    )


def meaning_model(*, wanted: bool) -> Meaning | None:
    """Return the model that compares meanings; None where it is not wanted or not installed."""
    return load_meaning() if wanted else None


def side_of(chosen: Chosen, lexicon: Lexicon, prefer: str = "") -> Side:
    """Return an article as a side to compare.

    Args:
        chosen: the article.
        lexicon: for reading what it names.
        prefer: the kind of article that is meant where none is chosen.

    Raises:
        MahdarError: the document has no such article.
    """
    document, page = chosen.document, chosen.page
    number = chosen.number or _likely(page, prefer)
    if not _FIRST <= number <= len(page.articles):
        held = f"{len(page.articles) or 'no'} article{'' if len(page.articles) == 1 else 's'}"
        raise MahdarError(f"{document.name} has {held}; there is no article {number} to compare")
    prepared, _ = article_texts(document, page, lexicon)
    article = prepared[number - 1]
    entries = read_article(article, lexicon)
    return Side(
        document.name,
        document.text,
        page.articles[number - 1].blocks,
        tuple(sorted(_facts(article.mentions), key=lambda fact: (fact.start, -fact.end))),
        tuple(_acts(entries, document.text, strength_table(lexicon))),
        frozenset(_days(entries, article)),
        _own_day(entries, article),
    )


def _likely(page: Page, prefer: str) -> int:
    """Return the number of the first article of a kind, else of the first."""
    kinds = [article.kind for article in page.articles]
    return kinds.index(prefer) + 1 if prefer in kinds else _FIRST


def _facts(named: Mentions) -> Iterator[Fact]:
    """Yield what an article names, as it compares with what another names; what is surest first."""
    yield from (Fact(d.start, d.end, "date", d.value) for d in named.dates if d.value is not None)
    yield from (Fact(person.start, person.end, "person", person.name) for person in named.people)
    yield from (Fact(a.start, a.end, "amount", f"{a.value:g} {a.unit}") for a in named.amounts)
    offices = (one for one in named.offices if one.party and one.last - one.first > 1)
    yield from (Fact(one.start, one.end, "office", f"{one.title} {one.party}") for one in offices)
    yield from (Fact(p.start, p.end, "party", p.code) for p in named.parties if p.form in _NAMED)
    yield from (Fact(spot.start, spot.end, "place", spot.name) for spot in named.places)


_NAMED = frozenset({"name", "weak", "demonym", "capital", "seat"})
"""Forms of a party that say no more than which one it is; an organ of it says more."""


def _acts(entries: Iterable[Entry], text: str, table: StrengthTable) -> Iterator[Told]:
    for entry in entries:
        if isinstance(entry, Act):
            span = Span(entry.evidence[0].start, entry.evidence[0].end)
            yield Told(entry.trigger.start, span, entry.tracks, entry.act_class, place(entry, text, table))


def _days(entries: Iterable[Entry], article: ArticleText) -> Iterator[IsoDate]:
    """Yield the days that an article names."""
    for entry in entries:
        day = entry.date if isinstance(entry, Meeting) else entry.value if isinstance(entry, Date) else None
        if day and len(day) == _DAY:
            yield day
    if article.published:
        yield article.published


def _own_day(entries: Iterable[Entry], article: ArticleText) -> IsoDate | None:
    """Return the day of the occasion that an article tells of first, else that of its publication."""
    held = (entry.date for entry in entries if isinstance(entry, Meeting) and entry.status == "held")
    return next((day for day in held if day and len(day) == _DAY), article.published)


_DAY = len("2024-03-05")
