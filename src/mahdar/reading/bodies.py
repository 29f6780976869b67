"""Which body a short form means: «المرصد» behind «المرصد السوري لحقوق الإنسان», «المجلس» behind «مجلس الأمن».

A noun with the article means the body named last whose name begins with that noun, as long as nothing
behind it makes it another («الشركة الوطنية»).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.language.clitics import bare, readings, slot
from mahdar.model.units import PartyCode
from mahdar.reading.conditions import noun_stems

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["body_meant", "body_named", "delegation_meant", "sides_meant"]


_BACK = 3000
"""Words back to a body's name: more than any article of the press has, so that a book costs no square."""


def body_meant(ctx: Context, first: int, last: int) -> PartyCode | None:
    """Return the body that a short form of one word means.

    Args:
        ctx: the article.
        first: its word.
        last: one past the last word of the phrase that it stands in.
    """
    if last == first + _TWO:
        return None if _another(ctx, last) else _organ_meant(ctx, first)
    if last != first + 1 or _goes_further(ctx, last):
        return None
    return body_named(ctx, first)


def _another(ctx: Context, k: int) -> bool:
    """Say whether an adjective of belonging makes an organ in short another («المجلس الوزاري الأوروبي»)."""
    if k >= len(ctx.words) or ctx.words[k].gap:
        return False
    return ctx.folds[k].endswith(_YAA) and bare(ctx.folds[k]) != ctx.folds[k]


_YAA = "\N{ARABIC LETTER YEH}"


def _organ_meant(ctx: Context, first: int) -> PartyCode | None:
    """Return whose organ a short form of two words is: «المجلس الأعلى» behind «المجلس الأعلى لمجلس …»."""
    noun = next((bare(rest) for _, rest in readings(ctx.folds[first]) if bare(rest) != rest), "")
    back = [
        i
        for i in range(first, max(first - _BACK, 0) - 1, -1)
        if noun and noun in ctx.folds[i] and any(bare(rest) == noun for _, rest in readings(ctx.folds[i]))
    ]
    same = (_led_to(ctx, i + 2) for i in back if ctx.folds[i + 1 : i + 2] == [ctx.folds[first + 1]])
    named = (ctx.at.parties[i].code for i in back[1:] if i in ctx.at.parties)
    return next((code for code in (*same, *named) if code and code not in ctx.states), None)


def _led_to(ctx: Context, k: int) -> PartyCode | None:
    """Return the party that «لـ» or an adjective names an organ's own («المجلس الوزاري لمجلس التعاون»)."""
    named = ctx.at.parties.get(k)
    if named is None or ctx.words[k].gap:
        return None
    led = named.form == "demonym" or ctx.prefix(named) == slot("preposition")[1]
    return named.code if led else None


def body_named(ctx: Context, k: int) -> PartyCode | None:
    """Return the body, or the state of the organ, named last before a word whose name begins with this word.

    A body of the same noun that no list knows, named in between, is meant instead («الشركة الكويتية»).
    """
    noun = next((bare(rest) for taken, rest in readings(ctx.folds[k]) if bare(rest) != rest), "")
    if not noun:
        return None
    for i in range(k - 1, max(k - _BACK, 0) - 1, -1):
        if noun in ctx.folds[i] and any(bare(rest) == noun for _, rest in readings(ctx.folds[i])):
            named = ctx.at.parties.get(i)
            if named is not None:
                if _of_two(ctx, named.last):
                    return None
                organ = named.form == "ministry" or noun in ctx.acts.words["body_head"]
                return named.code if named.code not in ctx.states or organ else None
            whose = _whose(ctx, i) if noun in ctx.acts.words["body_head"] else None
            if whose is not None or _goes_further(ctx, i + 1):
                return whose
    return None


def _whose(ctx: Context, i: int) -> PartyCode | None:
    """Return whose an unlisted body is: told in its phrase or, of an organ in short, before."""
    return _organ_meant(ctx, i) if _is_organ(ctx, i) else _in_phrase(ctx, i)


def _is_organ(ctx: Context, i: int) -> bool:
    """Say whether a short form of two words stands here («المجلس الأعلى»)."""
    hits = (ctx.roles.roles.at(ctx.folds, i, rest) for _, rest in readings(ctx.folds[i]))
    return any(hit is not None and hit[0] == _TWO and hit[1].refers == "body" for hit in hits)


_TWO = 2


def _in_phrase(ctx: Context, i: int) -> PartyCode | None:
    """Return who is named in the phrase of a body that no list has («المجلس الرئاسي الليبي»)."""
    for k in range(i + 1, min(i + _PHRASE, len(ctx.words))):
        if ctx.words[k].gap or any(c.form.kind == "finite" for c in ctx.candidates[k]):
            return None
        if k not in ctx.at.parties and ctx.folds[k][0] == slot("preposition")[0]:
            return None  # «أشاد المجلس الأعلى بجهود الكويت»
        named = ctx.at.parties.get(k)
        if named is not None:
            return None if _of_two(ctx, named.last) else named.code
        if ctx.folds[k] in ctx.acts.words["detached"] or ctx.folds[k] in ctx.acts.words["private_body"]:
            return None
    return None


_PHRASE = 6
"""Words of a body's name within which whose it is stands."""


def _of_two(ctx: Context, k: int) -> bool:
    """Say whether another state's nationality goes on with a body's name («اللجنة الكينية الفنلندية»)."""
    other = ctx.at.parties.get(k)
    return other is not None and other.form == "demonym" and not ctx.words[k].gap.strip(_DASHES)


_DASHES = " -–—"


def sides_meant(ctx: Context, k: int) -> bool:
    """Say whether a word is short for a body of the two sides themselves («المجلس» behind «مجلس الشراكة»)."""
    noun = bare(ctx.folds[k])
    for i in range(k - 1, max(k - _BACK, 0) - 1, -1):
        if noun in ctx.folds[i] and (
            heads := [rest for _, rest in readings(ctx.folds[i]) if bare(rest) == noun]
        ):
            hit = next(filter(None, (ctx.roles.roles.at(ctx.folds, i, head) for head in heads)), None)
            if hit is not None and hit[0] > 1:
                return hit[1].refers == "parties"
            if i in ctx.at.parties or _goes_further(ctx, i + 1):
                return False
    return False


def delegation_meant(ctx: Context, k: int) -> PartyCode | None:
    """Return whose delegation was told of last before a word («وفد من البرلمان الياباني» … «الوفد»)."""
    noun = bare(ctx.folds[k])
    forms = {noun, noun + _ALEF}
    for i in range(k - 1, max(k - _BACK, 0) - 1, -1):
        if noun in ctx.folds[i] and any(bare(rest) in forms for _, rest in readings(ctx.folds[i])):
            near = ctx.parties_in(i, i + _SENDER)
            if near:
                return near[0].code
    return None


_ALEF = "\N{ARABIC LETTER ALEF}"
_SENDER = 6
"""Words of a delegation's name within which the sender stands."""


def _goes_further(ctx: Context, k: int) -> bool:
    """Say whether a word goes on with the noun before it as its adjective."""
    if k >= len(ctx.words) or ctx.words[k].gap:
        return False
    word = ctx.folds[k]
    if any(c.form.kind == "masdar" and not c.definite for c in ctx.candidates[k]):
        return False  # «وأكد المجلس التزامه»: no article, though it begins like one
    head = ctx.folds[k - 1]
    if bare(head) != head and any(n in ctx.acts.words["no_attribute"] for n in noun_stems(word)):
        return False  # «وحث المجلس الدول على …», unlike «مجلس الوزراء»
    return bare(word) != word and word not in ctx.acts.words["adverb"]
