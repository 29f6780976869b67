"""Where an act's content ends: at the next act, at a break of the clause, at the sentence's end."""

from __future__ import annotations

from collections.abc import Collection

from mahdar.model.prose import Sentence
from mahdar.model.spans import Span
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context

__all__ = ["content_end", "goes_on_with_reason", "span_of"]


def content_end(ctx: Context, sentence: Sentence, trigger: int, start: int, cuts: Collection[int]) -> int:
    """Return one past the last word of a content.

    Args:
        ctx: the article.
        sentence: the sentence that it stands in.
        trigger: the word that heads the act; a content never leaves the quotation that its trigger stands in.
        start: its first word.
        cuts: first words of the clauses of other acts in the sentence.

    Returns:
        At least `start + 1`.
    """
    stop = sentence.last
    quote = ctx.quoted(trigger)
    if quote is not None:
        stop = min(stop, next((k for k in range(start, stop) if ctx.words[k].start >= quote.end), stop))
    stop = min((c for c in cuts if start < c <= stop), default=stop)
    stop = next((k for k in range(start + 1, stop) if _breaks(ctx, k, start)), stop)
    return max(start + 1, _without_tail(ctx, start, stop))


def _breaks(ctx: Context, k: int, start: int) -> bool:
    """Say whether the clause breaks off before a word: a connector behind a comma, or a semicolon."""
    gap = ctx.words[k].gap
    if "\N{ARABIC SEMICOLON}" in gap or ";" in gap:
        return True
    pair = " ".join(ctx.folds[k : k + 2])
    if pair in ctx.acts.words["turns_without_comma"]:
        return not (ctx.comma(k) and goes_on_with_reason(ctx, k))
    if k <= start + 1 or not ctx.comma(k) or pair in ctx.acts.words["no_break"]:
        return False
    if _on_occasion(ctx, k):
        return True
    if goes_on_with_reason(ctx, k):
        return False
    return ctx.folds[k] in ctx.acts.words["break"] or pair in ctx.acts.words["break"]


def goes_on_with_reason(ctx: Context, k: int) -> bool:
    """Say whether «وذلك» gives the reason of what is said («، وذلك بعد انهيار الهدنة»)."""
    if k + 2 >= len(ctx.folds) or ctx.folds[k] not in ctx.acts.words["and_that"]:
        return False
    behind = ctx.folds[k + 1]
    if _encounter(ctx, k + 2):
        return False
    purpose = behind[0] == _LAM and len(behind) > 3 and noun_stems(behind)[-1] != behind
    return behind in ctx.acts.words["reason"] or purpose


_LAM = "\N{ARABIC LETTER LAM}"


def _on_occasion(ctx: Context, k: int) -> bool:
    """Say whether the occasion of the saying is told from here on («، خلال لقائه نظيره»)."""
    if ctx.folds[k] not in ctx.acts.words["leads_occasion"] or k + 1 >= len(ctx.folds):
        return False
    return _encounter(ctx, k + 1)


def _encounter(ctx: Context, k: int) -> bool:
    """Say whether a word names a meeting of the two sides."""
    fold = ctx.folds[k]
    return fold in ctx.acts.words["occasion"] or any(
        n in ctx.acts.words["encounter"] for n in noun_stems(fold)
    )


def _without_tail(ctx: Context, start: int, stop: int) -> int:
    """Drop connectors and adverbs that belong to the next clause from the end."""
    while (
        stop > start + 1
        and ctx.folds[stop - 2] not in ctx.acts.words["detached"]
        and (
            ctx.folds[stop - 1] in ctx.acts.words["connector"]
            or ctx.folds[stop - 1] in ctx.acts.words["break"]
        )
    ):
        stop -= 1
    return stop


def span_of(ctx: Context, first: int, last: int) -> Span:
    """Return the offsets of words `first` to `last` (exclusive), the closing quotation mark included."""
    start, end = ctx.words[first].start, ctx.words[last - 1].end
    inside = ctx.text[start:end]
    for opening, closing in _PAIRS:
        lone = (
            inside.count(opening) > inside.count(closing) if opening != closing else inside.count(opening) % 2
        )
        if lone and ctx.text[end : end + 1] == closing:
            return Span(start, end + 1)
    return Span(start, end)


_PAIRS = (("«", "»"), ("“", "”"), ('"', '"'), ("(", ")"))
