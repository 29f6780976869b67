"""Two sessions of a register → what is new, kept, dropped, strengthened and softened between them.

A session is what its documents say: the joint statement where there is one, else every document that tells of
it, what two of them say counted once. A session is named by a document, or by a series and a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mahdar.errors import MahdarError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.linking.editions import SessionComparison, compare_sessions
from mahdar.linking.meaning import Meaning
from mahdar.linking.sessions import NEXT, Item, Known, distinct, items_of, sessions_to_come
from mahdar.linking.sessions_matched import Standing
from mahdar.linking.words import compared_words, wording
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId
from mahdar.pipeline.sessions import Session, is_edition, session_of_document, session_of_edition
from mahdar.register import Register

__all__ = ["SessionReport", "compare_editions", "compare_in_register"]


@dataclass(frozen=True, slots=True)
class SessionReport:
    """Two sessions side by side, with all that is needed to show them."""

    earlier: Session
    later: Session
    comparison: SessionComparison
    texts: Mapping[DocumentId, str]
    meaning: bool
    """Whether likeness in meaning was looked for."""


def compare_editions(
    register: Register, first: str, second: str, *, lexicon: Lexicon, meaning: Meaning | None = None
) -> SessionReport:
    """Lay two sessions side by side as they are asked for: editions of a series, or documents.

    Args:
        register: holds both.
        first: a series and a number («KWT-USA/4»), or a document.
        second: another.
        lexicon: what is known of words.
        meaning: as in `compare_in_register`.

    Raises:
        UnknownIdError: there is no such series, edition or document.
        MahdarError: the two are of two series, or cannot be compared.
    """
    one, other = (_session(register, asked, lexicon) for asked in (first, second))
    if one.series and other.series and one.series != other.series:
        raise MahdarError(f"{one.name} and {other.name} are of two series; sessions of one are compared")
    return compare_in_register(register, one, other, lexicon=lexicon, meaning=meaning)


def _session(register: Register, asked: str, lexicon: Lexicon) -> Session:
    if is_edition(register, asked):
        return session_of_edition(register, asked, lexicon)
    return session_of_document(register, asked)


def compare_in_register(
    register: Register,
    first: Session,
    second: Session,
    *,
    lexicon: Lexicon | None = None,
    meaning: Meaning | None = None,
) -> SessionReport:
    """Lay two sessions side by side; the one that was held first is the earlier one, whatever their order.

    Args:
        register: holds both.
        first: a session.
        second: another.
        lexicon: the default one where None.
        meaning: finds what is said in other words; None where it is not installed or not wanted.

    Raises:
        MahdarError: both are one session, one says nothing, or they have nothing to do with each other.
    """
    if set(first.articles) & set(second.articles):
        raise MahdarError(f"{first.name} and {second.name} are one session; there is nothing to compare")
    if first.day and second.day and first.day > second.day:
        first, second = second, first
    texts = {record.id: register.text(record.id) for one in (first, second) for record in one.documents}
    known = Known.of(lexicon or default_lexicon())
    earlier, later = (_items(register, one, texts, known) for one in (first, second))
    held = [_sentences(one, texts, known) for one in (first, second)]
    standing = (
        (*held[0], *_plans(register, first, texts)),
        (*held[1], *_plans(register, second, texts, met=True)),
    )
    comparison = compare_sessions(earlier, later, standing, _nearness(meaning, texts))
    if not any(one.earlier and one.later for one in comparison.findings):
        raise MahdarError(f"no act of {first.name} has to do with any of {second.name}; nothing to compare")
    return SessionReport(first, second, comparison, texts, meaning is not None)


def _items(
    register: Register, session: Session, texts: Mapping[DocumentId, str], known: Known
) -> tuple[Item, ...]:
    """Return what a session says.

    Raises:
        MahdarError: it says nothing.
    """
    found = items_of(_entries(register, session), texts, known)
    if not found:
        raise MahdarError(f"{session.name} holds no act and no instrument to compare")
    return distinct(found)


def _entries(register: Register, session: Session) -> Iterator[EntryRecord]:
    """Yield the acts, instruments and meetings of a session's articles, without what a person rejected."""
    for record in session.documents:
        its = {
            article.id_in(record.id): article for held, article in session.articles if held.id == record.id
        }
        for entry in register.entries(document=record.id, all_versions=True):
            article = its.get(entry.article or "")
            if article is not None and entry.type in _TYPES and entry.review != "rejected":
                title = article.title
                # A headline says again what the text says, in fewer words.
                if entry.type != "act" or title is None or not title.holds(entry.evidence[0]):
                    yield entry


def _plans(
    register: Register, session: Session, texts: Mapping[DocumentId, str], *, met: bool = False
) -> list[Standing]:
    """Return the sessions to come that a session speaks of.

    Args:
        register: holds it.
        session: the session.
        texts: its documents.
        met: True where the session itself carries out what was planned, if it plans no other.
    """
    entries = tuple(_entries(register, session))
    plans = sessions_to_come(entries)
    if met and not plans:
        plans = [one for one in entries if one.type == "meeting" and one.fields["edition"]][:1]
    spans = [(one.document, one.evidence[0].span) for one in plans]
    return [Standing(id_, span, compared_words(texts[id_], [span]), NEXT) for id_, span in spans]


_TYPES = frozenset({"act", "instrument", "meeting"})


def _sentences(session: Session, texts: Mapping[DocumentId, str], known: Known) -> list[Standing]:
    """Return a session's sentences."""
    found = []
    for record, article in session.articles:
        said = wording(texts[record.id], article.blocks)
        for sentence in said.sentences:
            words = said.of(sentence)
            span = Span(words[0].start, words[-1].end)
            found.append(Standing(record.id, span, words, known.stems(words)))
    return found


class _Near:
    """Likeness in meaning of items."""

    def __init__(self, meaning: Meaning, texts: Mapping[DocumentId, str]) -> None:
        self._meaning, self._texts = meaning, texts

    def __call__(self, earlier: Sequence[Item], later: Sequence[Item]) -> dict[tuple[int, int], float]:
        """Return the pairs that are near."""
        said = [[one.span.cut(self._texts[one.document]) for one in items] for items in (earlier, later)]
        rows = self._meaning.nearness(*said)
        return {(a, b): near for a, row in enumerate(rows) for b, near in enumerate(row) if near >= _NEAR}


_NEAR = 0.45
"""The least nearness in meaning that says anything."""


def _nearness(meaning: Meaning | None, texts: Mapping[DocumentId, str]) -> _Near | None:
    return None if meaning is None else _Near(meaning, texts)
