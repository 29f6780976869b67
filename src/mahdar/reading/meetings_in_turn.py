"""One who calls or meets several in turn: each is an occasion of its own («أجرى اتصالات مع نظيريه …»)."""

from __future__ import annotations

from dataclasses import replace

from mahdar.reading.clauses import mentions_in, named_in
from mahdar.reading.meetings_going_on import who_goes_on
from mahdar.reading.meetings_parties import held_subject, subject
from mahdar.reading.meetings_sight import Sighting
from mahdar.reading.meetings_view import NOUNS, VERBS, View

__all__ = ["each_of_several"]


def each_of_several(view: View, s: Sighting) -> list[Sighting]:
    """Return a sighting parted by who was called or met; alone where all were there together."""
    if len(s.parties) < _THREE or not _in_turn(view, s) or s.three or s.back:
        return [s]
    behind = (c for _, c in named_in(view.ctx, view.trigger.last, view.end))
    verb = view.trigger.head.role in VERBS
    caller = list(behind)[:1] if verb else (held_subject(view) or who_goes_on(view) or subject(view))[:1]
    called = _called(view, set(s.parties).difference(caller))
    if not caller or len(called) < len(s.parties) - 1:
        return [s]
    return [
        replace(
            s,
            parties=tuple(sorted((caller[0], code))),
            people=frozenset(n for n in s.people if view.ctx.party_of(n) in (caller[0], code)),
            first=s.first if n == 0 else first,
            last=last,
        )
        for n, (code, (first, last)) in enumerate(called.items())
    ]


_THREE = 3


def _in_turn(view: View, s: Sighting) -> bool:
    """Say whether those named were not there together: in calls, «ومع», «كلا من …»."""
    first, last = view.trigger.last, view.clause[1]
    phoned = view.trigger.head.role == "phone"
    if s.kind == "call" and not phoned:
        return view.trigger.term.plural or view.has("and_with", first, last)
    if view.trigger.head.role in NOUNS:
        return _one_after_the_other(view)
    one = (phoned or view.trigger.head.role in _MEETING) and view.trigger.term.number == "s"
    if one and any(_led_again(view, k) for k in range(first, view.end)):
        return True
    return one and (view.has("each_one", first, last) or view.has("apart", first, view.sentence.last))


_MEETING = frozenset({"meet", "receive"})


def _one_after_the_other(view: View) -> bool:
    """Say whether somebody held several meetings, with one each («لقاءات ثنائية مع نظرائه …»)."""
    term, head = view.trigger.term, view.trigger.head
    apart = view.has("apart", view.trigger.last, view.clause[1])
    several = (term.plural and not (head.loose or term.definite)) or apart
    return several and head.kind == "meeting" and view.has("with_one", view.trigger.last, view.end)


def _led_again(view: View, k: int) -> bool:
    """Say whether «وبـ» leads to one more who was met («اجتمع برئيس الوزراء وبرئيس المفوضية»)."""
    word, mentions = view.ctx.words[k], view.ctx.article.mentions
    if not word.fold.startswith(_AND_WITH):
        return False
    named = [m.start for m in mentions_in(mentions.offices, k, k + 1)]
    named += [m.start for m in mentions_in(mentions.people, k, k + 1)]
    return any(start - word.start == len(_AND_WITH) for start in named)


_AND_WITH = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER BEH}"


def _called(view: View, codes: set[str]) -> dict[str, tuple[int, int]]:
    """Return where each of those called is named behind the word for it: party → first and last word."""
    found: dict[str, tuple[int, int]] = {}
    for m, code in named_in(view.ctx, view.trigger.last, view.sentence.last):
        if code in codes and code not in found:
            found[code] = (m.first, m.last)
    return found
