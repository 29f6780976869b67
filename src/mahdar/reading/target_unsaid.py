"""Whom an act is directed at where its words leave that to the reader: the other of the two sides.

In a text about the dealings of two, what one asks for, turns down or waits for is the other's: «طالب الجانب
الأردني بخفض الرسوم», «رفض الوزير المقترح». A group that is named without being a party («دعا الفصائل إلى …»)
is whom the text means, and the other side is not.

Source: lexicon/data/ar/reading.toml, words asks, awaits, authorities, unnamed_groups, proposals, conduct,
condolences
"""

from __future__ import annotations

from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft
from mahdar.reading.target_names import Codes, Content, blow, is_agency, is_head, led_to, mentioned

__all__ = [
    "asked",
    "awaited",
    "blamed",
    "consoled",
    "invited_by_name",
    "other_of_pair",
    "refused",
    "turned_down",
    "whose_doing",
]

_OTHER = ("authorities", "other_side")
"""Words for the other side in «طلب من السلطات», «طلب من نظيره»."""
_NEAR = 4
"""Words of a content in which its first noun with its attributes stands."""
_FIRST = 2
"""Words of a content in which its first noun stands («استمرار التصريحات»)."""


def other_of_pair(draft: Draft) -> Codes:
    """Return the other of the two sides, where one of them acts alone."""
    actors, pair = draft.subject.parties, draft.spot.ctx.pair
    if len(actors) != 1 or actors[0] not in pair:
        return ()
    return tuple(code for code in pair if code not in actors)


def asked(draft: Draft, content: Content) -> Codes:
    """«والتمس زيادة الحصة», «دعا السلطات إلى …»: who else is meant than the other side."""
    ctx, begin = draft.spot.ctx, _behind(draft)
    if draft.complement.called >= 0:
        return _other_state(draft) if _other_office(ctx, begin, content[0]) else ()
    if ctx.folds[begin] in ctx.acts.words["from"]:
        other = any(_any(ctx, begin + 1, min(begin + 2, content[0]), w) for w in _OTHER)
        return _other_state(draft) if other else ()
    groups = _any(ctx, begin, content[0], "unnamed_groups") or _near(ctx, content, "unnamed_groups")
    return _other_state(draft, content) if is_head(draft, "asks") and not groups else ()


def _other_office(ctx: Context, start: int, end: int) -> bool:
    """Say whether authorities or a titled man are called upon, none of the caller's own («سلطات بلاده»)."""
    if any(ctx.folds[k] in ctx.acts.words["his_country"] for k in range(start, end)):
        return False
    official = any(k in ctx.at.offices for k in range(start, end))
    return official or _any(ctx, start, min(end, start + _NEAR), "authorities")


def invited_by_name(draft: Draft, content: Content) -> Codes:
    """«وجه قبل أيام دعوة ثانية إلى وزير المياه النيجري»: whoever a call is led to by a preposition."""
    ctx = draft.spot.ctx
    named = [m for m in mentioned(ctx, _behind(draft), content[0]) if m.code not in draft.subject.parties]
    return tuple(dict.fromkeys(m.code for m in named if led_to(ctx, m) and not is_agency(m.code)))


def awaited(draft: Draft, content: Content) -> Codes:
    """«ننتظر ردا على الطلب»: what is waited for the other side is to do."""
    ctx, (start, end) = draft.spot.ctx, content
    for m in mentioned(ctx, start, end):
        if m.code not in draft.subject.parties and m.first >= start + 2 and _by(ctx, m.first):
            return (m.code,)
    return _other_state(draft, content) if is_head(draft, "awaits") else ()


def _by(ctx: Context, k: int) -> bool:
    """Say whether a word stands behind «من قبل», «من جانب»: who is to do it."""
    return k > 1 and " ".join(ctx.folds[k - 2 : k]) in ctx.acts.words["on_the_part_of"]


def turned_down(draft: Draft, content: Content) -> Codes:
    """«رفض المقترح», «لم توافق على إدراج البند»: whose proposal it is."""
    return _other_state(draft, content) if _near(draft.spot.ctx, content, "proposals") else ()


def refused(draft: Draft, content: Content) -> Codes:
    """«لن تقبل بأقل من ذلك»: what is not accepted the other side wants."""
    return _other_state(draft, content) if is_head(draft, "settles_for") else ()


def blamed(draft: Draft, content: Content) -> Codes:
    """«استنكر التصريحات العدائية»: whose conduct it is, in a text about two; a blow may be anybody's."""
    ctx, start = draft.spot.ctx, content[0]
    blows = start < content[1] and blow(ctx, start)
    return () if blows or not _near(ctx, content, "conduct") else _other_state(draft, content)


def consoled(draft: Draft, content: Content) -> Codes:
    """«قدم التعازي في ضحايا الزلزال»: the bereaved side."""
    ctx = draft.spot.ctx
    told = _any(ctx, draft.spot.i + 1, content[0] + 1, "condolences")
    return _other_state(draft, content) if told else ()


def whose_doing(draft: Draft, content: Content, earlier: Draft | None) -> Codes:
    """«وقد أطلقت غانا سراح البحارة، وهو ما استحسنته اليونان»: who did what a relative clause judges.

    Args:
        draft: the act.
        content: what it judges; it stands before the verb.
        earlier: the act told before it in its sentence.
    """
    if earlier is None or content[0] >= draft.spot.i or earlier.spot.i > content[0]:
        return ()
    return tuple(code for code in earlier.subject.parties if code not in draft.subject.parties)


def _other_state(draft: Draft, content: Content | None = None) -> Codes:
    """Return the other side where the text is about two states and the content names no party of its own."""
    ctx = draft.spot.ctx
    if not _two_sided(ctx):
        return ()
    named = content is not None and any(
        m.code not in draft.subject.parties for m in mentioned(ctx, content[0], content[1])
    )
    return () if named else other_of_pair(draft)


def _two_sided(ctx: Context) -> bool:
    """Say whether an article is about the dealings of two states: no third is named half as much."""
    second, third = (*(n for code, n in ctx.weights.most_common() if code in ctx.states), 0, 0, 0)[1:3]
    return ctx.states.issuperset(ctx.pair) and second >= _TWICE * third


_TWICE = 2


def _behind(draft: Draft) -> int:
    """Return the first word behind verb and subject."""
    return max(draft.subject.last, draft.spot.i + 1)


def _near(ctx: Context, content: Content, words: str) -> bool:
    """Say whether a content begins with a noun of a list, or soon comes to one."""
    near = _NEAR if words == "unnamed_groups" else _FIRST
    return _any(ctx, content[0], min(content[1], content[0] + near), words)


def _any(ctx: Context, start: int, end: int, words: str) -> bool:
    """Say whether a noun of a list stands between two words."""
    known = ctx.acts.words[words]
    return any(n in known for k in range(start, end) for n in noun_stems(ctx.folds[k]))
