"""Who takes part in an occasion: the sides that its phrase and its verb name, and no place or topic.

A state takes part as the verb's subject or object, in the construct of the noun («لقاء وزيري مصر وكينيا»), or
behind «بين» and «مع». Behind a preposition of place or direction it is where something happens; as an
adjective of a file or a crisis it is what was talked about.
"""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import Named, mentions_in, named_in, phrase_end
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import Where, destination
from mahdar.reading.meetings_view import REACH, VERBS, View, speaks_first

__all__ = ["assembly", "host_before", "relative_end", "visitor", "who_meets"]

_COMPANY = "ORG:"
_BEH, _LAM = "\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER LAM}"
_BARE_NAMES = frozenset({"name", "capital", "weak"})
_PERSON_GAP = 12
"""Names and honorifics fill the space before a person; a party stands nearer."""
_PARTY_GAP = 5
_SUBJECT_GAP = 2
"""A verb's subject stands right behind it, «أمس» or «كل من» between."""
_ASIDE = 2
"""How many words behind a comma may lead to one more who takes part."""


def who_meets(view: View) -> tuple[str, ...]:
    """Return who takes part, alphabetical; empty where the text does not say.

    The phrase first, then the subject of its verb, then whoever was named last before it.
    """
    if (organisation := assembly(view)) is not None:
        return (organisation,)
    if speaks_first(view):
        return _with_speaker(view)
    if (two := _two_people(view)) is not None:
        return two
    near = _phrase_sides(view)
    if view.kind == "summit" or view.trigger.head.many:
        return tuple(sorted(near)) if len(near) > 1 else ()
    if len(near) < 2:
        before = [c for c in _subject(view) if c not in near]
        near += before[-1:] if near else before
    if len(near) < 2 and len(view.ctx.pair) == 2 and (_spoken(view) or _of_the_pair(view, near)):
        return view.ctx.pair
    return tuple(sorted(near))


def _two_people(view: View) -> tuple[str, ...] | None:
    """Return for whom the two act that «الوزيران» right behind a verb means: the last two named before."""
    hold = view.hold
    if (
        hold is None
        or hold.last >= len(view.ctx.folds)
        or not view.has("two_people", hold.last, hold.last + 1)
    ):
        return None
    before = [
        c for m, c in named_in(view.ctx, max(0, hold.i - _MEMORY), hold.i) if not isinstance(m, PartyMention)
    ]
    last = list(dict.fromkeys(reversed(before)))[:2]
    return tuple(sorted(last)) if len(last) > 1 else None


_MEMORY = 90
"""How many words back the two may be named."""


def _with_speaker(view: View) -> tuple[str, ...]:
    """Return the sides of an occasion told in the first person: the speaker's own and who is named."""
    ctx = view.ctx
    own = ctx.party_of(ctx.holder) if ctx.holder else None
    named = _phrase_sides(view)
    sides = {*named, *((own,) if own else ())}
    return tuple(sorted(sides)) if len(sides) > 1 else ctx.pair


def _phrase_sides(view: View) -> list[str]:
    """Return the sides that the phrase names, or the object and subject behind a verb."""
    end = view.end
    turn = next((k for k in range(end, view.topic) if view.has("frame", k, k + 1)), view.topic)
    skip = 0
    if view.kind == "summit":
        turn, skip = end, any(p.first == view.trigger.last for p in view.ctx.article.mentions.places)
    elif view.trigger.head.role in VERBS:
        turn = end = next((k for k in range(view.trigger.last, end) if view.has("during", k, k + 1)), end)
    told = relative_end(view)
    if told > view.end and view.hold is not None:
        return _chain(view, view.hold.last, max(told, turn))
    return _chain(view, view.trigger.last + skip, max(turn, end))


def _chain(view: View, first: int, stop: int) -> list[str]:
    """Return the parties named in one run: each near the one before it, no other matter between."""
    codes: list[str] = []
    end = first
    for m, code in named_in(view.ctx, first, stop):
        if _is_far(view, m, end):
            break
        end = m.last
        if takes_part(view, m) and not code.startswith(_COMPANY) and code not in codes:
            codes.append(code)
    return codes


def _is_far(view: View, m: Named, end: int) -> bool:
    """Say whether something else stands between two who are named."""
    limit = _PARTY_GAP if isinstance(m, PartyMention) else _PERSON_GAP
    end = max(end, _behind_nouns(view, m.first))
    if m.first - end > limit or view.has("relative", end, m.first) or view.has("frame", end, m.first):
        near = m.first - end <= _PERSON_GAP and not any(view.ctx.comma(k) for k in range(end, m.first))
        return not (near and _joined(view, end, m.first))
    if any(_reports(view, k) for k in range(end, m.first)):
        return True
    comma = max((k for k in range(end, m.first + 1) if view.ctx.comma(k)), default=m.first)
    return m.first - comma > _ASIDE


def _reports(view: View, k: int) -> bool:
    """Say whether a word reports another occasion («…، التقى …»)."""
    heads = view.table.heads
    return any(heads[t.head].role in VERBS for t in view.table.terms.get(view.ctx.folds[k], ()))


def _joined(view: View, first: int, last: int) -> bool:
    """Say whether «بين» or «مع» leads to one more side."""
    return view.has("bringing", max(first, last - 4), last)


def takes_part(view: View, m: Named) -> bool:
    """Say whether somebody named can take part: a bare name is often a place, an adjective a topic."""
    if not isinstance(m, PartyMention):
        return True
    before = view.ctx.folds[m.first - 1] if m.first else ""
    if m.form in _BARE_NAMES:
        placed = before in view.table.words["placing"] or view.ctx.prefix(m).endswith((_BEH, _LAM))
        return not placed and not (m.form == "capital" and m.first == view.trigger.last)
    return m.form != "demonym" or _describes(view, m, before)


def _describes(view: View, m: PartyMention, before: str) -> bool:
    """Say whether an adjective is of somebody who meets, or of the occasion itself."""
    ctx = view.ctx
    if m.first in ctx.starts or before in view.table.words["officials"]:
        return True
    if any(p.last == m.first for p in mentions_in(ctx.article.mentions.parties, m.first - 6, m.first)):
        return True
    at = _behind_nouns(view, m.first)
    return m.first <= at + 6 and not view.has("placing", at, m.first)


def _behind_nouns(view: View, stop: int) -> int:
    """Return the first word behind the phrase's nouns («الجولة الثانية من الحوار …») before a word."""
    return max([view.trigger.last, *(t.last for t in view.inner if t.last <= stop)])


def _subject(view: View) -> list[str]:
    """Return who does it, named before the word: behind the verb of holding, else the last person."""
    ctx, at, hold = view.ctx, view.trigger.i, view.hold
    if hold is not None and hold.i < at and hold.head.role != "chair" and not hold.head.hosts:
        first = next((m.first for m, _ in named_in(ctx, hold.last, at)), at)
        led = any(ctx.comma(k) for k in range(hold.last, at)) and not _people(view, hold.last, at)
        if first - hold.last <= _SUBJECT_GAP and not led and (found := _chain(view, hold.last, at)):
            return found
    lo = max(view.clause[0], at - (12 if view.trigger.head.role in VERBS else REACH))
    spans = ((lo, at), (view.sentence.first, at))
    named = [_people(view, *s) for s in spans] + [_sides(view, *s) for s in spans]
    return next((found for found in named if found), [])


def _people(view: View, lo: int, at: int) -> list[str]:
    """Return for whom the people between two words act; before a verb the last alone."""
    found = [c for m, c in named_in(view.ctx, lo, at) if not isinstance(m, PartyMention)]
    return found[-1:] if view.trigger.head.role in VERBS else list(dict.fromkeys(found))


def _sides(view: View, lo: int, at: int) -> list[str]:
    """Return the parties that act between two words."""
    return list(
        dict.fromkeys(
            c
            for m, c in named_in(view.ctx, lo, at)
            if not c.startswith(_COMPANY) and takes_part(view, m) and _acts(view.ctx, m)
        )
    )


def _acts(ctx: Context, m: Named) -> bool:
    """Say whether a party stands where a subject can: behind a verb or a joined name, at a break."""
    if m.first == 0 or ctx.words[m.first].gap or ctx.sentence_of(m.first).first == m.first:
        return True
    return (
        bool(ctx.candidates[m.first - 1])
        or ctx.prefix(m) != ""
        or (m.first - 1) in ctx.ends
        or (m.first in ctx.starts and isinstance(m, PartyMention) and m.form != "capital")
    )


def _spoken(view: View) -> bool:
    """Say whether a word for both sides is the subject or in the phrase."""
    lo = max(view.clause[0], view.trigger.i - REACH)
    return view.has("pair", lo, max(view.end, view.trigger.last))


def _of_the_pair(view: View, near: list[str]) -> bool:
    """Say whether the article's two sides meet, though none or one is named: «نظيره», «التقيا», a round."""
    if near and near[0] not in view.ctx.pair:
        return False
    if view.has("counterpart", view.trigger.last, view.end):
        return bool(near)
    if view.trigger.head.role == "container":
        return not near and view.series
    return view.trigger.head.role in VERBS and view.trigger.term.number == "d"


def assembly(view: View) -> str | None:
    """Return the organisation that meets in sessions of its own («اجتماعات الأمم المتحدة»)."""
    named = view.ctx.at.parties.get(view.trigger.last)
    several = view.trigger.term.plural and named is not None and named.form == "organisation"
    return named.code if several and named is not None else None


def relative_end(view: View) -> int:
    """Return where the relative clause of holding ends («اللقاء الذي عقده …»)."""
    hold = view.hold
    if hold is None or hold.i != view.end + 1 or view.ctx.folds[view.end] not in view.table.words["relative"]:
        return view.end
    stops = view.table.words["relative"] | view.table.words["frame"]
    return min(phrase_end(view.ctx, view.sentence, hold.last, stops), view.clause[1])


def visitor(view: View, host: str | None) -> str | None:
    """Return whose visit it is: in the construct of the noun, else its verb's subject."""
    behind = [c for c in _chain(view, view.trigger.last, view.end) if c != host]
    if behind:
        return behind[0]
    before = [c for c in _subject(view) if c != host]
    return before[-1] if before else None


def host_before(view: View) -> Where | None:
    """Return the host that a noun of hosting names («استضافة الأردن … المؤتمر», «اختيار مصر لاستضافة»)."""
    ctx, table, at = view.ctx, view.table, view.trigger.i
    lo = max(view.clause[0], at - _HOSTING)
    k = next((k for k in range(lo, at) if ctx.folds[k] in table.words["hosting"]), None)
    if k is None:
        return None
    behind = destination(ctx, table, k + 1, k + 3, direct=True)
    return behind or destination(ctx, table, max(view.clause[0], k - 2), k, direct=True)


_HOSTING = 7
"""Host and day may stand between the noun of hosting and what is held."""
