"""Articles → scenes: who an article is about, when it belongs, and which articles tell of one occasion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mahdar.linking.follow_view import Scene
from mahdar.model.days import DocumentDays, first_day
from mahdar.model.document import Article
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import ArticleId, EntryId, IsoDate

__all__ = ["Told", "parties_of", "scene_of", "tell"]

_RANKS = {"joint_statement": 0, "ministry_post": 1, "news_report": 2, "interview": 3}
_AFTER = 12
"""So many days after a meeting a text still reports it."""
_SIDE = 0.2
"""A party is a side where it has so much of the part that the most frequent one has."""
_SIDES = 3
_DAY = len("2024-03-05")
_TOLD = frozenset({"joint_statement", "ministry_post", "news_report"})
_BOTH = 2
_AGAINST, _FOR = frozenset({"condemn", "oppose", "concern"}), frozenset({"appreciate", "support", "welcome"})
_PROMISES = frozenset({"commit", "sign", "announce", "hope"})
_FIRST = 3
"""Blocks that an article opens with: its title, a dateline, the first paragraph."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article with what was read in it."""

    document: DocumentRecord
    article: Article
    id: ArticleId
    entries: tuple[EntryRecord, ...]
    named: tuple[str, ...] = ()
    """The states that its entries name, as often as they do."""


def tell(
    document: DocumentRecord,
    entries: Sequence[EntryRecord],
    named: Callable[[Span], Iterable[str]],
) -> Iterator[Told]:
    """Yield a document's articles with their entries.

    Args:
        document: the document.
        entries: all of it.
        named: finds the states that a stretch of its text names.
    """
    for article in document.page.articles:
        id_ = article.id_in(document.id)
        its = tuple(one for one in entries if one.article == id_)
        said = {one.evidence[0].span for one in its if one.type in {"act", "quote"}}
        states = tuple(code for span in sorted(said) for code in named(span))
        yield Told(document, article, id_, its, states)


def parties_of(entry: EntryRecord) -> frozenset[str]:
    """Return the parties of an entry, in any role."""
    names = ("actors", "target", "parties")
    return frozenset(code for name in names for code in entry.fields.get(name) or ())


def scene_of(told: Told) -> tuple[Scene, EntryId | None]:
    """Return the scene that an article is, and the meeting that it is about.

    Its occasion is what the article's own words make of it; a tie of its meeting makes it that of others too.
    Where nothing tells a day, the meeting that it opens with may be told of elsewhere (`follow_undated`).
    """
    stated = DocumentDays.of(told.document.id, told.document.page, told.document.given).of_article(told.id)
    sides = _sides(told)
    main = _main(told.entries, sides, stated)
    day = first_day(main.fields["date"]) if main else stated or _last_day(told.entries)
    occasion = f"{'+'.join(sorted(sides))} {day}" if main else told.id
    rank = _RANKS[told.article.kind]
    dealings = len(stated or "") == _DAY and _are_dealings(told.entries, sides)
    scene = Scene(told.id, told.document.id, told.article.kind, day, sides, occasion, rank, dealings=dealings)
    about = main if main or day else _opening(told, sides)
    return scene, about.id if about else None


def _opening(told: Told, sides: frozenset[str]) -> EntryRecord | None:
    """Return the held meeting of the sides that an article without a day opens with: title or first lines."""
    if told.article.kind not in _TOLD:
        return None
    first = told.article.blocks[:_FIRST]
    end = first[-1].end if first else told.article.start
    held = (
        one for one in told.entries
        if one.type == "meeting" and one.fields.get("status") == "held" and len(sides & parties_of(one)) > 1
    )  # fmt: skip
    return min(
        (one for one in held if one.evidence[0].start < end), key=lambda one: one.evidence[0], default=None
    )


def _sides(told: Told) -> frozenset[str]:
    """Return the parties that an article is mostly about."""
    counts = Counter(code for entry in told.entries for code in sorted(parties_of(entry)))
    counts.update(code for code in told.named if code in counts)
    most = max(counts.values(), default=0)
    return frozenset(code for code, count in counts.most_common(_SIDES) if count >= _SIDE * most)


def _are_dealings(entries: Iterable[EntryRecord], sides: frozenset[str]) -> bool:
    """Say whether what is told is what two sides do with each other: something for, nothing against it."""
    if len(sides) != _BOTH:
        return False
    acts = [one.fields for one in entries if one.type == "act"]
    towards = {
        act["class"] for act in acts
        if sides & set(act.get("actors") or ()) and sides & set(act.get("target") or ())
    }  # fmt: skip
    together = any(act["class"] in _PROMISES and sides <= set(act.get("actors") or ()) for act in acts)
    return not towards & _AGAINST and (together or bool(towards & _FOR))


def _main(
    entries: Sequence[EntryRecord], sides: frozenset[str], stated: IsoDate | None
) -> EntryRecord | None:
    """Return the held meeting of the sides, or their statement, that an article is about: the last one."""
    held = [one for one in entries if _fits(one, sides, stated)]
    return max(held, key=lambda one: str(one.fields["date"]), default=None)


def _fits(entry: EntryRecord, sides: frozenset[str], stated: IsoDate | None) -> bool:
    """Say whether an entry is a held meeting of the sides or their statement, shortly before the article."""
    if entry.fields.get("status") != "held" and entry.fields.get("kind") != "joint_statement":
        return False
    day = first_day(entry.fields.get("date"))
    if not day or len(day) != _DAY or len(sides & parties_of(entry)) < 2:
        return False
    return stated is None or len(stated) != _DAY or 0 <= _apart(day, stated) <= _AFTER


def _apart(first: IsoDate, last: IsoDate) -> int:
    """Return how many days lie between two days."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _last_day(entries: Sequence[EntryRecord]) -> IsoDate | None:
    """Return the latest time that an article tells of as past: it is no older than that."""
    past = [
        day
        for one in entries
        if one.type == "meeting" and one.fields.get("status") == "held"
        if (day := first_day(one.fields.get("date")))
    ]
    return max(past, default=None)
