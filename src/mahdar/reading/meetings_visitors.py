"""Whose visit it is: named in its phrase, before it, or behind the place that it leads to."""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import mentions_in, named_in
from mahdar.reading.meetings_details import people_in
from mahdar.reading.meetings_going_on import who_goes_on
from mahdar.reading.meetings_parties import (
    held_subject,
    in_main_clause,
    of_the_speaker,
    opening_people,
    subject,
)
from mahdar.reading.meetings_persons import speaks_first
from mahdar.reading.meetings_sides import chain, relative_end
from mahdar.reading.meetings_two import last_two, of_two
from mahdar.reading.meetings_view import VERBS, View, goes_on_unnamed

__all__ = ["visitors"]


def visitors(view: View, host: str | None) -> list[str]:
    """Return whose visit it is: in the construct of the noun or behind the verb, else the subject before."""
    tour = view.trigger.head.role == "container"
    behind = [c for c in _named_behind(view, _led_off(view, host)) if c != host]
    behind = behind or [c for c in _postponed(view) if c != host]
    if behind and not tour:
        return behind[:1] if view.trigger.head.leaves else behind
    if speaks_first(view) and (speaker := of_the_speaker(view)):
        return [c for c in speaker if c != host]
    if not behind and _of_your_own(view):
        return [c for c in of_the_speaker(view) if c != host]
    if of_two(view) and (two := last_two(view, view.trigger.i)) is not None:
        return [c for c in two if c != host]
    if told_of := _antecedent(view):
        return [c for c in told_of if c != host]
    told = (find(view) for find in (held_subject, who_goes_on, subject, in_main_clause))
    before = next((guests for found in told if (guests := [c for c in found if c != host])), [])
    unnamed = view.trigger.term.pronoun or goes_on_unnamed(view) or _by_title(view)
    alone = unnamed and not people_in(view.ctx, view.sentence.first, view.trigger.i)
    if (not before or alone) and unnamed and view.sentence.first and opening_people(view):
        before = [c for c in opening_people(view) if c != host]
    framed = view.trigger.head.role not in VERBS and view.before in view.table.words["frame"]
    return before[:1] if framed else before[-1:]


def _of_your_own(view: View) -> bool:
    """Say whether an interviewer asks of an official of whom he asks («زيارة وزير خارجيتكم إلى مسقط»)."""
    asked = view.sentence.block == "question" and view.ctx.holder_party is not None
    first = view.trigger.last
    return asked and any(f.endswith(_YOUR) for f in view.ctx.folds[first : first + _TITLE])


_YOUR = "\N{ARABIC LETTER KAF}\N{ARABIC LETTER MEEM}"
_TITLE = 4
"""A title has so many words at most."""


def _by_title(view: View) -> bool:
    """Say whether a verb of going has a title alone as its subject («وسيتوجه الوزير غدا إلى …»)."""
    first = view.trigger.last
    tells = view.trigger.head.reaches and bool(view.trigger.term.tense)
    return tells and view.has("the_official", first, first + 1)


def _named_behind(view: View, stop: int) -> list[str]:
    """Return who is named behind the word, or behind the verb that tells who makes it («التي قام بها …»)."""
    found = [c for c in chain(view, view.trigger.last, stop) if not _is_left(view, c)]
    told = relative_end(view) > view.end and view.hold is not None
    return chain(view, view.hold.last, stop) if not found and told and view.hold is not None else found


def _is_left(view: View, code: str) -> bool:
    """Say whether a state is named only by where somebody leaves («تغادر المسؤولة نيروبي متوجهة إلى …»)."""
    if not view.trigger.head.leaves:
        return False
    behind = named_in(view.ctx, view.trigger.last, view.clause[1])
    named = [m for m, c in behind if c == code]
    return all(
        isinstance(m, PartyMention) and m.form == "capital" and m.first > view.trigger.last for m in named
    )


def _antecedent(view: View) -> list[str]:
    """Return of whom a relative clause tells the visit («… الوزير الكيني الذي وصل أمس بعد زيارة للهند»)."""
    ctx, at = view.ctx, view.trigger.i
    lo = max(view.sentence.first, at - _RELATIVE)
    k = next((k for k in range(at - 1, lo - 1, -1) if view.has("relative", k, k + 1)), None)
    if k is None or any(not isinstance(m, PartyMention) for m, _ in named_in(ctx, k, at)):
        return []
    named = named_in(ctx, max(view.sentence.first, k - _RELATIVE), k)
    return [c for m, c in named if m.last == k and not isinstance(m, PartyMention)][-1:]


_RELATIVE = 10
"""A relative clause tells of a visit within so many words."""


def _postponed(view: View) -> list[str]:
    """Return whose journey it is where the place comes first («وصل إلى نيروبي أمس وزير الخارجية …»)."""
    ctx, first = view.ctx, view.trigger.last
    if not (view.trigger.head.reaches and view.trigger.term.tense) or view.trigger.head.stays:
        return []
    led = view.has("into", first, first + 1)
    at = (first, first + led + 1)
    ends = [m.last for m in mentions_in(ctx.article.mentions.places, *at)]
    behind = max([first, *ends, *(m.last for m in mentions_in(ctx.article.mentions.parties, *at))])
    if behind == first:
        return []
    stop = min(view.end, behind + _POSTPONED)
    stop = next((k for k in range(behind, stop) if _turns_away(view, k)), stop)
    return chain(view, behind, stop)[:1]


def _turns_away(view: View, k: int) -> bool:
    """Say whether a word behind the place leads to a purpose or another place."""
    return view.ctx.folds[k].startswith(_FOR_THE) or view.has("within", k, k + 1)


_FOR_THE = "\N{ARABIC LETTER LAM}\N{ARABIC LETTER LAM}"
_POSTPONED = 5
"""Who goes is named within so many words behind the place, a day between."""


def _led_off(view: View, host: str | None) -> int:
    """Return where the words of a visit turn to where it leads: its visitor stands before that."""
    first, stop = view.trigger.last, max(view.end, relative_end(view))
    into = view.table.words["into"]
    places = (
        m.first for m in view.ctx.article.mentions.places if m.party == host and first <= m.first < stop
    )
    states = (m.first for m in mentions_in(view.ctx.article.mentions.parties, first, stop) if m.code == host)
    led = (k for k in range(first, stop) if view.ctx.folds[k] in into)
    return min([stop, *places, *(k for k in states if view.trigger.head.role == "visit"), *led])
