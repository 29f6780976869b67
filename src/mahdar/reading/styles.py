"""Who is meant by the style that he bears: «سموه» is whom the text calls «صاحب السمو …» or «الأمير …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.language.clitics import bare
from mahdar.model.mentions import OfficeMention, PersonMention
from mahdar.reading.conditions import noun_stems, owned

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = [
    "bearer_of_style",
    "is_style",
    "is_title",
    "joined_honorific",
    "represented",
    "short_title",
    "shortened",
    "words_aside",
]


def is_style(ctx: Context, at: int) -> bool:
    """Say whether a word is a style with a pronoun («معاليه»): it only points back."""
    return owned(ctx, at) and not ctx.acts.words["styles"].isdisjoint(noun_stems(ctx.folds[at]))


Bearer = PersonMention | OfficeMention


def bearer_of_style(ctx: Context, at: int, spoke: str | None) -> Bearer | None:
    """Return whom a style with a pronoun means, where that is not who spoke last.

    Args:
        ctx: the article.
        at: the word («سموه», «جلالتها»).
        spoke: who spoke last, if anybody did; where the text gives him that style, he is meant.

    Returns:
        The last one before the word who bears the style; None where it is no style, where nobody bears it or
        who spoke does.
    """
    styles = set(noun_stems(ctx.folds[at])) & ctx.acts.words["styles"]
    if not styles:
        return None
    for unsaid, bearers in _UNSAID:
        if not styles.isdisjoint(ctx.acts.words[unsaid]):
            styles |= ctx.acts.words[bearers]
    borne = [
        m
        for m in sorted(ctx.bearers, key=_first)
        if m.first < at and (m.name or m.party) and _bears(ctx, m, styles)
    ]
    if spoke is not None and any(m.name == spoke for m in borne):
        return None
    return borne[-1] if borne else None


_UNSAID = (("royal_styles", "royal"), ("lordly_styles", "lordly"))
"""Closed lists of styles that are borne unsaid, and of the words that those are called by who bear them."""


def _first(mention: Bearer) -> int:
    """Return where a mention begins."""
    return mention.first


def _bears(ctx: Context, mention: Bearer, styles: set[str]) -> bool:
    """Say whether one of the styles stands right before a mention, with no mark between."""
    for k in range(mention.first, max(mention.first - _STYLED, 0) - 1, -1):
        if k < mention.first and ctx.words[k + 1].gap:
            return False
        if any(bare(stem) in styles for stem in noun_stems(ctx.folds[k])):
            return True
        if k < mention.first and ctx.covered[k]:
            return False
    return False


_STYLED = 4
"""Words of styles and honours before a name («صاحب السمو الملكي الأمير»)."""


def joined_honorific(ctx: Context, i: int) -> bool:
    """Say whether a joined honorific leads to another name («، وسعادة السيد …»)."""
    word = ctx.folds[i]
    if word[0] not in ctx.conjunctions or word[1:] not in ctx.roles.honorifics:
        return False
    return any(k in ctx.at.people or k in ctx.at.offices for k in range(i, min(i + 5, len(ctx.words))))


def words_aside(ctx: Context, i: int, rest: str) -> int:
    """Return how many words at a word say nothing of who acts («كل من», an honorific, an adverb)."""
    if " ".join(ctx.folds[i : i + 2]) in ctx.acts.words["each_of"]:
        return 2
    lists = (ctx.roles.honorifics, ctx.acts.words["adverb"], ctx.acts.words["resumptive"])
    return int(any(rest in words for words in lists) or short_title(ctx, i))


def is_title(ctx: Context, i: int, rest: str) -> bool:
    """Say whether a title stands at a word, in full or of a letter or two, `rest` being it unjoined."""
    return rest in ctx.roles.honorifics or short_title(ctx, i)


def short_title(ctx: Context, i: int) -> bool:
    """Say whether a title of a letter or two stands at a word, its holder's name behind it («د. فلان»)."""
    words = ctx.acts.words["short_title"]
    while i + 1 < len(ctx.words) and ctx.folds[i].removeprefix(_WAW) in words:
        i += 1
        if i in ctx.at.people:
            return True
    return False


def represented(ctx: Context, i: int) -> int:
    """Return how many words tell by which organ a state acts («مالطا ممثلة في وزارة الصحة …»); 0 for none."""
    if ctx.folds[i] not in ctx.acts.words["represented"]:
        return 0
    first = i + 1
    if first < len(ctx.folds) and ctx.folds[first] in ctx.acts.words["post_in"]:
        first += 1
    named = ctx.at.offices.get(first) or ctx.at.parties.get(first)
    if named is not None:
        return named.last - i
    for k in range(first, min(first + _ORGAN, len(ctx.words))):
        if ctx.words[k].gap:
            return 0
        if any(c.form.kind == "finite" for c in ctx.candidates[k]) and not ctx.covered[k]:
            return k - i
    return 0


_ORGAN = 8
"""Words of such an organ's name before the verb."""


def shortened(ctx: Context, i: int) -> bool:
    """Say whether only the mark of such a title stands before a word."""
    return ctx.words[i].gap.strip() in _SHORTENS and short_title(ctx, i - 1)


_WAW = "\N{ARABIC LETTER WAW}"
_SHORTENS = frozenset({".", "/", "./"})
"""Marks behind a title of one letter («د.»)."""
