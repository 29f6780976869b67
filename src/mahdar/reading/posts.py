"""For whom a person acts whose post stands behind his name: «اللواء سالم، رئيس جهاز الجمارك في مالطا».

No list has all posts. A noun of a post with the name of a state's body behind it is one of that state; which
state that is, the rest of the phrase says, else the article's home.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mahdar.language.clitics import bare, slot
from mahdar.model.mentions import PartyMention
from mahdar.model.units import PartyCode
from mahdar.reading.article import LaidOut
from mahdar.reading.conditions import carries_preposition, noun_stems

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["body_behind", "is_out_of_office", "is_private", "named_before", "named_by_post", "party_behind"]

Words = dict[str, frozenset[str]]

_REACH = 9
"""Words of such a phrase."""


def body_behind(text: LaidOut, words: Words, last: int) -> int | None:
    """Return where the body of state is named whose post stands behind a name.

    Args:
        text: the article.
        words: the closed lists of the lexicon.
        last: one past the name's last word.
    """
    folds, post, body = text.folds, words["post"], words["state_body"]
    if last >= len(folds) or folds[last] not in post or set(text.words[last].gap) - _COMMA:
        return None
    for k in range(last + 1, min(last + _REACH, len(folds))):
        if text.words[k].gap:
            return None
        if folds[k] in body:
            return k
        if folds[k] not in post:
            return None
    return None


def party_behind(text: LaidOut, words: Words, body: int, states: frozenset[str]) -> PartyCode | None:
    """Return the state that a body's phrase names: an adjective behind it, or a name behind «في»."""
    for k in range(body, min(body + _REACH, len(text.folds))):
        if k > body and text.words[k].gap:
            return None
        named = text.at.parties.get(k)
        if named is not None:
            return named.code if named.code in states else None
        definite = bare(text.folds[k]) != text.folds[k]
        if k > body + 1 and not definite and text.folds[k] not in words["linking"]:
            return None
    return None


_COMMA = frozenset({"\N{ARABIC COMMA}", ","})


def named_by_post(ctx: Context, at: int, stop: int) -> tuple[PartyCode, int] | None:
    """Return whom a post's phrase names, and the word behind; None where it ends first, or is private.

    A minister's is never private («وزير الإدارة المحلية اليمني»), and a state behind «في» is his own.

    Args:
        ctx: the article.
        at: the noun of the post.
        stop: one past the last word of its sentence.
    """
    of_state = ctx.folds[at] in ctx.acts.words["state_post"]
    inside, partisan, body, led = False, False, False, False
    private = is_out_of_office if of_state else is_private
    for k in range(at, min(at + _PHRASE, stop)):
        if k > at and ctx.words[k].gap:
            return None
        found = _party(ctx, k, inside=inside and not of_state) if k > at else None
        if found is not None:
            fits = not (body and not _is_ministry(ctx, k)) and not (led and found[0] not in ctx.states)
            return found if fits and _holds(ctx, found, stop, private, partisan=partisan) else None
        partisan = partisan or ctx.folds[k] in ctx.acts.words["partisan"]
        inside = inside or ctx.folds[k] in ctx.acts.words["post_in"]
        led = led or _of_definite(ctx, at, k)
        if is_out_of_office(ctx, k) or (_ends(ctx, k) and not _of_definite(ctx, at, k)):
            return None
        # A department or centre of a ministry is the state's own («مدير إدارة المنظمات في وزارة …»).
        body = body or private(ctx, k)
    return None


def _holds(
    ctx: Context,
    found: tuple[PartyCode, int],
    stop: int,
    private: Callable[[Context, int], bool],
    *,
    partisan: bool,
) -> bool:
    """Say whether a post is held for a party that its phrase names: no party's organ, no private man's."""
    behind = ctx.folds[found[1]] if found[1] < stop and not ctx.words[found[1]].gap else ""
    own = partisan and found[0] in ctx.states
    # «مجلس الأمن القومي» is no council of the UN.
    other = found[0] not in ctx.states and behind in ctx.acts.words["of_body"]
    return not (own or other or private(ctx, min(found[1], stop - 1)))


def _is_ministry(ctx: Context, k: int) -> bool:
    """Say whether a ministry is named at a word, by its state or as the text's own."""
    named = ctx.at.parties.get(k)
    return named is not None and named.form == "ministry"


def _of_definite(ctx: Context, at: int, k: int) -> bool:
    """Say whether lam leads from a definite post to its body («المدير العام لهيئة الطيران …»)."""
    if bare(ctx.folds[at]) == ctx.folds[at] or not at < k <= at + _BEHIND_POST:
        return False
    led = ctx.folds[k][0] == _LAM and not any(k in m for m in (ctx.at.parties, ctx.at.offices, ctx.at.people))
    return led and ctx.acts.words["private_body"].isdisjoint(noun_stems(ctx.folds[k]))


_BEHIND_POST = 2
"""Words from such a post to lam."""


def named_before(ctx: Context, first: int) -> PartyCode | None:
    """Return whom the phrase of a post names that ends right before a name, a comma between or not."""
    if first in ctx.at.parties or ctx.words[first].gap.strip(_COMMAS):
        return None
    for k in range(first - 2, max(-1, first - _PHRASE), -1):
        if ctx.words[k + 1].gap:
            return None
        if (
            ctx.folds[k] in ctx.acts.words["post_head"]
            and ctx.folds[k - 1] not in ctx.acts.words["post_head"]
        ):
            named = named_by_post(ctx, k, first + 1)
            return named[0] if named is not None and named[1] == first else None
    return None


_COMMAS = "\N{ARABIC COMMA}, "


def is_private(ctx: Context, k: int) -> bool:
    """Say whether a word tells that somebody acts for no state."""
    return ctx.folds[k] in ctx.acts.words["private_body"] or is_out_of_office(ctx, k)


def is_out_of_office(ctx: Context, k: int) -> bool:
    """Say whether a word tells that somebody holds an office no more, or none of the state's."""
    return ctx.folds[k] in ctx.acts.words["former"] or ctx.folds[k] in ctx.acts.words["unofficial"]


def _ends(ctx: Context, k: int) -> bool:
    """Say whether the phrase ends at a word: what is said begins, or where and to whom."""
    word, office = ctx.folds[k], ctx.at.offices.get(k)
    if word in ctx.lists["that"] or word in ctx.lists["relative"]:
        return True
    if word in ctx.lists["post_for"]:
        return False
    if carries_preposition(ctx, k) or k in ctx.at.people or (office is not None and bool(office.party)):
        return True
    return word in ctx.lists["detached"] and word not in ctx.acts.words["post_in"]


def _party(ctx: Context, k: int, *, inside: bool) -> tuple[PartyCode, int] | None:
    """Return the party that a word names, and the word behind it.

    A nationality behind a body says whose it is («مجلس الأمن الروسي»); a state behind «في» is a mere place,
    and an office that no post governs somebody else's.
    """
    named, office = ctx.at.parties.get(k), ctx.at.offices.get(k)
    led = next((ctx.prefix(m) for m in (named, office) if m is not None), "")
    in_ministry = led == slot("preposition")[0] and _is_ministry(ctx, k)
    of_him = led == _LAM and bare(ctx.folds[k - 1]) != ctx.folds[k - 1] and not _is_agency(named)
    if led and not (in_ministry or of_him):
        return None
    last = named.last if named is not None else (office.last if office is not None else k)
    body = last > k and not (named is not None and named.form == "demonym")
    behind = ctx.at.parties.get(last) if body else None
    if behind is not None and behind.form == "demonym" and not (ctx.words[last].gap or ctx.prefix(behind)):
        return behind.code, behind.last
    if named is not None and not (inside and named.code in ctx.states and named.form in _PLACES):
        indefinite = named.form == "demonym" and bare(ctx.folds[k]) == ctx.folds[k]
        return None if indefinite else (named.code, named.last)
    governed = led or ctx.folds[k - 1] in ctx.acts.words["post_head"]
    return (office.party, office.last) if office is not None and governed and office.party else None


def _is_agency(named: PartyMention | None) -> bool:
    """Say whether a name is an agency's or a company's: whom somebody speaks to, more often than his own."""
    return named is not None and named.code.startswith(_AGENCY)


_AGENCY = "ORG:"
_PLACES = frozenset({"name", "capital", "weak"})
_LAM = "\N{ARABIC LETTER LAM}"


_PHRASE = 10
"""Words of such a phrase."""
