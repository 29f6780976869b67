"""Where the clause around a word begins and ends, and what is named in it.

The readers of meetings and instruments look at a word's own clause only: a date, a place or a party beyond
its borders belongs to something else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from mahdar.language.clitics import bare
from mahdar.lexicon.meetings import meeting_table
from mahdar.model.mentions import DateMention, OfficeMention, PartyMention, PersonMention
from mahdar.model.prose import Sentence
from mahdar.reading.context import Context
from mahdar.reading.forms import Candidate

__all__ = [
    "clause_around",
    "clause_bounds",
    "codes_in",
    "date_of_line",
    "is_bilateral",
    "is_peer",
    "mentions_in",
    "named_in",
    "party_of",
    "phrase_end",
]


class _Placed(Protocol):
    """A mention: it knows its words."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


M = TypeVar("M", bound=_Placed)

_HARD = frozenset(";:\N{ARABIC SEMICOLON}\N{BULLET}")
_JOINING = frozenset("-–—()[]/\"'«»“”„")
"""Marks over which a noun phrase goes on."""


def clause_bounds(ctx: Context, sentence: Sentence) -> list[int]:
    """Return the first words of a sentence's clauses, its end last. Cost: linear in its words."""
    found, verb = [sentence.first], False
    for k in range(sentence.first + 1, sentence.last):
        verb = verb or _is_finite(ctx, k - 1)
        if (ctx.candidates[k] or ctx.words[k].gap) and _opens_clause(ctx, k, behind_verb=verb):
            found.append(k)
            verb = False
    return [*found, sentence.last]


def clause_around(bounds: Sequence[int], i: int, last: int) -> tuple[int, int]:
    """Return the first word of the clause that holds words `i` to `last`, and one past its last."""
    lo = bounds[bisect_right(bounds, i) - 1]
    return lo, bounds[min(bisect_left(bounds, max(last, i + 1)), len(bounds) - 1)]


def _opens_clause(ctx: Context, k: int, *, behind_verb: bool) -> bool:
    """Say whether a new clause begins at a word: a hard mark, a joined verb, a comma and a connector.

    A verb behind a comma opens none where only a circumstance stands before it («في مايو 2019، عقدت …»).
    """
    gap = ctx.words[k].gap
    if gap and not _HARD.isdisjoint(gap):
        return True
    finite = _is_finite(ctx, k)
    if finite and behind_verb and any(c.conjunction and c.form.kind == "finite" for c in ctx.candidates[k]):
        return True
    if not ctx.comma(k):
        return False
    if (finite and behind_verb) or (
        ctx.folds[k] in ctx.acts.words["break"] and ctx.folds[k] not in _goes_on(ctx)
    ):
        return True
    return any(c.form.kind == "participle" and not c.definite for c in ctx.candidates[k])


def _is_finite(ctx: Context, k: int) -> bool:
    """Say whether a word may be a finite verb of the third person."""
    found = ctx.candidates[k]
    return (
        bool(found)
        and not ctx.covered[k]
        and k not in ctx.at.parties
        and any(c.form.kind == "finite" and c.form.person == 3 for c in found)
    )


def _goes_on(ctx: Context) -> frozenset[str]:
    """Return the connectors that lead to more of the same clause («وذلك في …»)."""
    return meeting_table(ctx.lexicon).words["goes_on"]


def phrase_end(ctx: Context, sentence: Sentence, at: int, stops: frozenset[str], limit: int = 14) -> int:
    """Return one past the last word of the noun phrase that goes on at word `at`.

    Args:
        ctx: the article.
        sentence: the sentence that it stands in.
        at: the first word behind the phrase's head.
        stops: folded words before which it ends.
        limit: how many words it may have behind its head, names and titles not counted.
    """
    construct, left = True, limit
    for k in range(at, sentence.last):
        gap = ctx.words[k].gap
        left -= not ctx.covered[k]
        if left < 0:
            return k
        if (
            (gap and not _JOINING.issuperset(gap))
            or ctx.folds[k] in stops
            or _is_verb(ctx, k, after=construct)
            or (ctx.folds[k] in ctx.acts.words["that"] and not ctx.words[k].text.startswith(_MADDA))
        ):
            return k
        if gap and _closes(ctx, at, k):
            return k
        construct = construct and not gap and bare(ctx.folds[k]) == ctx.folds[k] and k - at < _CONSTRUCT
    return sentence.last


_MADDA = "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
"""«آن مارتن» is a name and no «أن»."""
_CONSTRUCT = 3
"""So many bare nouns may stand in a row behind the head («اتفاق إعادة فتح معبر الحدود»)."""


def _closes(ctx: Context, at: int, k: int) -> bool:
    """Say whether a quotation or bracket that began before the phrase ends before a word."""
    inside = ctx.text[ctx.words[at - 1].end : ctx.words[k].start]
    return any(inside.count(closing) > inside.count(opening) for opening, closing in _PAIRED)


_PAIRED = (("«", "»"), ("“", "”"), ("(", ")"))


def _is_verb(ctx: Context, k: int, *, after: bool) -> bool:
    """Say whether a word can only be a finite verb.

    Args:
        ctx: the article.
        k: the word.
        after: True right behind a bare noun, where a bare past is the noun it is spelt like («خطة عمل»).
    """
    found = ctx.candidates[k]
    if not found or ctx.covered[k] or k in ctx.at.parties or ctx.folds[k] in ctx.acts.words["detached"]:
        return False
    if after and all(_bare_past(c) for c in found):
        return False
    return all(c.form.kind == "finite" for c in found)


def _bare_past(c: Candidate) -> bool:
    """Say whether a form is the bare past, which may be spelt like a noun."""
    return (c.form.tense, c.form.number, c.form.gender, c.pronoun) == ("past", "s", "m", "")


def mentions_in(mentions: Sequence[M], first: int, last: int) -> Iterator[M]:
    """Yield the mentions that begin at words `first` to `last` (exclusive). Cost: logarithmic in mentions."""
    at = bisect_left(mentions, first, key=lambda m: m.first)
    while at < len(mentions) and mentions[at].first < last:
        yield mentions[at]
        at += 1


def is_bilateral(ctx: Context) -> bool:
    """Say whether an article is about two sides and nearly nobody else."""
    ranked = [weight for _, weight in ctx.weights.most_common(3)]
    return len(ranked) == 2 or (len(ranked) > 2 and ranked[1] >= _MAIN * ranked[2])


_MAIN = 2
"""How many times the weight of the next party each of the two sides has in a bilateral article."""


Named = PartyMention | PersonMention | OfficeMention


def date_of_line(ctx: Context, sentence: Sentence) -> DateMention | None:
    """Return the date with which a line of a chronicle begins, a mark behind it («2013: زيارة الرئيس …»)."""
    first = sentence.first
    d = next((d for d in mentions_in(ctx.article.mentions.dates, first, first + _OPENING) if d.value), None)
    if d is None or d.last >= sentence.last or d.base:
        return None
    return d if any(mark in ctx.words[d.last].gap for mark in _LEADING) else None


_OPENING = 2
"""«عام» may stand before the year."""
_LEADING = (":", " - ", " – ")


def named_in(ctx: Context, first: int, last: int) -> list[tuple[Named, str]]:
    """Return who is named between two words, each with the party that it stands for, in text order."""
    mentions = ctx.article.mentions
    found: list[tuple[Named, str]] = [(m, m.code) for m in mentions_in(mentions.parties, first, last)]
    bearers: list[PersonMention | OfficeMention] = [*mentions_in(mentions.people, first, last)]
    bearers += mentions_in(mentions.offices, first, last)
    found += [(m, party) for m in bearers if (party := party_of(ctx, m))]
    return sorted(found, key=lambda pair: pair[0].first)


def party_of(ctx: Context, bearer: PersonMention | OfficeMention) -> str | None:
    """Return for whom somebody acts, by what is said of him here or elsewhere in the article."""
    if bearer.party or not bearer.name or is_peer(ctx, bearer.first):
        return bearer.party
    return ctx.party_of(bearer.name)


def is_peer(ctx: Context, k: int) -> bool:
    """Say whether a title tells of a counterpart: whoever he is, he is not the one named before."""
    words = meeting_table(ctx.lexicon).words
    return any(ctx.folds[k] in words[name] for name in ("counterpart", "two_peers", "peers"))


def codes_in(
    ctx: Context, first: int, last: int, *, without: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Return the parties that act between two words, in text order, each once.

    Args:
        ctx: the article.
        first: a word index.
        last: a word index, exclusive.
        without: folded words behind which a name is a place and no party («في»).
    """
    codes = [
        code
        for m, code in named_in(ctx, first, last)
        if not (
            isinstance(m, PartyMention)
            and m.form in _PLACES
            and (_led(ctx, m, without) or _names_meeting(ctx, m))
        )
    ]
    return tuple(dict.fromkeys(codes))


_PLACES = frozenset({"name", "capital", "weak"})
_BEH = "\N{ARABIC LETTER BEH}"


def _names_meeting(ctx: Context, mention: PartyMention) -> bool:
    """Say whether a capital names the meeting held there («قمة بيروت»)."""
    before = ctx.folds[mention.first - 1] if mention.first else ""
    return mention.form == "capital" and before in meeting_table(ctx.lexicon).terms


def _led(ctx: Context, mention: PartyMention, words: frozenset[str]) -> bool:
    """Say whether a preposition of place stands before a name, written apart or attached."""
    if not words:
        return False
    before = ctx.folds[mention.first - 1] if mention.first else ""
    each = mention.first > 1 and ctx.folds[mention.first - 2] in meeting_table(ctx.lexicon).words["each"]
    return (before in words and not each) or ctx.prefix(mention).endswith(_BEH)
