"""A session as it is asked for → the pieces of writing that speak for it.

It is named by its series and its number or year («KWT-USA 5», «KWT-USA/2022»), or by a document. Of a
session's documents those count that are about it: a later one that looks back on it, or an earlier one that
plans it, speaks for another. The joint statement speaks alone where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mahdar.errors import MahdarError, UnknownIdError
from mahdar.lexicon import Lexicon
from mahdar.model.document import Article
from mahdar.model.records import DocumentRecord
from mahdar.model.units import ArticleId, IsoDate
from mahdar.pipeline.brief_occasions import Occasion, occasions
from mahdar.pipeline.brief_scope import scope_of
from mahdar.pipeline.brief_texts import Texts
from mahdar.pipeline.series import EditionRecord, SeriesRecord
from mahdar.pipeline.series_keys import edition_key, series_key
from mahdar.register import Register

__all__ = ["Session", "is_edition", "session_of", "session_of_document", "session_of_edition", "told_in"]

_EDITION: Final = re.compile(r"(?P<series>.+?)\s*[\s/#:]\s*(?P<number>\d{1,4})")
_YEARS: Final = 1000
"""A greater number is a year."""
_EVER: Final = "9999"
_STATEMENT: Final = "joint_statement"


@dataclass(frozen=True, slots=True)
class Session:
    """What is compared with another session."""

    name: str
    """As it is shown: its series and number, or its document's name."""
    series: str | None
    """Id of its series; None where a document was asked for."""
    day: IsoDate | None
    articles: tuple[tuple[DocumentRecord, Article], ...]
    """The pieces of writing that speak for it."""

    @property
    def documents(self) -> tuple[DocumentRecord, ...]:
        """Their documents, each once."""
        return tuple({record.id: record for record, _ in self.articles}.values())


def is_edition(register: Register, asked: str) -> bool:
    """Say whether a series and a number are asked for, and no document that is called so.

    >>> bool(_EDITION.fullmatch("KWT-USA/5")), bool(_EDITION.fullmatch("statement.txt"))
    (True, False)
    """
    if not _EDITION.fullmatch(asked.strip()):
        return False
    try:
        register.document(asked)
    except UnknownIdError:
        return True
    return False


def session_of_document(register: Register, key: str) -> Session:
    """Return a document as a session: its joint statement, else all of it.

    Args:
        register: holds the document.
        key: the document's name, path or id.

    Raises:
        UnknownIdError: there is no such document, or several are called so.
        MahdarError: it holds no article.
    """
    record = register.document(key)
    articles = _speaking([(record, one) for one in record.page.articles])
    if not articles:
        raise MahdarError(f"{record.name} holds no article that could be a session's text")
    return Session(record.name, None, record.published or record.given, articles)


def session_of_edition(register: Register, asked: str, lexicon: Lexicon) -> Session:
    """Return an edition of a series.

    Args:
        register: holds its documents.
        asked: the series by its parties or its id, then `/`, `#` or a space, then the edition or its year.
        lexicon: knows the parties' names.

    Raises:
        UnknownIdError: there is no such series, or it has no such edition.
        MahdarError: no document speaks for that edition.
    """
    found = _EDITION.fullmatch(asked.strip())
    if found is None:
        raise UnknownIdError(f"{asked!r} names no edition; write a series and a number, such as KWT-USA/5")
    texts = Texts(register)
    scope = scope_of(register, texts, found["series"], _EVER, lexicon)
    series = next((one.series for one in (scope.last, scope.next) if one and one.series), None)
    if series is None or len(scope.parties) == 1:
        raise UnknownIdError(f"{found['series']!r} is no series of meetings; name its parties: KWT-USA/5")
    members = [one for one in occasions(register, texts, _EVER) if one.series == series]
    name = "-".join(sorted(scope.parties))
    chosen = _chosen(members, int(found["number"]), name)
    articles = _speaking(_own_articles(chosen, members, texts))
    if not articles:
        raise MahdarError(f"no document speaks for {name} {_number(chosen)}; it is only mentioned by others")
    return Session(f"{name} {_number(chosen)}", series, chosen.date, articles)


def session_of(
    register: Register, series: SeriesRecord, edition: EditionRecord
) -> tuple[Session | None, tuple[tuple[DocumentRecord, Article], ...]]:
    """Return an edition of a series that is at hand, and every article about it.

    Args:
        register: holds its documents.
        series: it belongs to.
        edition: the edition.

    Returns:
        The session and the articles. No session where no article is
        about it: others only mention it.
    """
    about = told_in(series)
    ids = sorted(edition.documents)
    records = {one.id: one for one in register.relating.documents(ids)}
    pieces = {
        piece.id_in(id_): (record, piece) for id_, record in records.items() for piece in record.page.articles
    }
    own = [id_ for id_, occasion in about.items() if occasion == edition.occasion]
    articles = tuple(pieces[id_] for id_ in own if id_ in pieces)
    if not articles:
        return None, ()
    name = f"{series_key(series)} {edition_key(series, edition)}"
    day = edition.dates[0] if edition.dates else None
    return Session(name, series.id, day, _speaking(articles)), articles


def told_in(series: SeriesRecord) -> dict[ArticleId, str]:
    """Return for each article that tells of a session as held the occasion that it is about: the last one."""
    return {
        told.article: one.occasion
        for one in series.editions
        for told in one.entries
        if told.article and told.fields["status"] == "held"
    }


def _number(one: Occasion) -> str:
    """Return what tells an occasion from the others of its series."""
    return str(one.edition or one.date)


def _chosen(members: Sequence[Occasion], number: int, name: str) -> Occasion:
    """Return the occasion of a number or a year.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    year = number >= _YEARS
    fits = [
        one
        for one in members
        if ((one.date or "").startswith(str(number)) if year else one.edition == number)
    ]
    if len(fits) == 1:
        return fits[0]
    known = ", ".join(dict.fromkeys(_number(one) + " (inferred)" * one.inferred for one in members))
    if not fits:
        what = "session in" if year else "edition"
        raise UnknownIdError(f"the register knows no {what} {number} of {name}, but {known}")
    raise UnknownIdError(f"{name} met {len(fits)} times in {number}; ask for one of {known}")


def _own_articles(
    chosen: Occasion, members: Sequence[Occasion], texts: Texts
) -> list[tuple[DocumentRecord, Article]]:
    """Return the articles that are about an occasion: none of a later one of the series that was held."""
    about: dict[ArticleId | None, Occasion] = {}
    for one in sorted(members, key=lambda one: (one.edition or 0, one.date or "")):
        for mention in one.mentions:
            if mention.fields["status"] == "held":
                about[mention.article] = one
    its = {mention.article: mention for mention in chosen.mentions if about.get(mention.article) == chosen}
    found = ((texts.record(mention.document), texts.article(mention)) for mention in its.values())
    return [(record, article) for record, article in found if article is not None]


def _speaking(
    articles: Sequence[tuple[DocumentRecord, Article]],
) -> tuple[tuple[DocumentRecord, Article], ...]:
    """Return the joint statements among articles; all where there is none."""
    return tuple(one for one in articles if one[1].kind == _STATEMENT) or tuple(articles)
