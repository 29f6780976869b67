"""The sides that the words around an occasion name, and no place or topic.

A state takes part behind the noun («لقاء وزيري مصر وكينيا»), behind «بين» and «مع», as who sends a
delegation. Behind a preposition of place or direction it is where something happens; as an adjective of a
file or a crisis it is what was talked about.
"""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import Named, mentions_in, named_in, party_of, phrase_end
from mahdar.reading.meetings_partakers import behind_nouns, takes_part
from mahdar.reading.meetings_view import REACH, VERBS, View

__all__ = [
    "COMPANY",
    "assembly",
    "behind_aside",
    "chain",
    "lay_people",
    "open_side",
    "other_side",
    "phrase_sides",
    "relative_end",
    "two_who_talk",
]

COMPANY = "ORG:"
_PERSON_GAP = 12
"""Names and honorifics fill the space before a person; a party stands nearer."""
_PARTY_GAP = 5
_TITLED = 8
"""Honorifics fill the space between a comma and a name."""
_ASIDE = 2
"""How many words behind a comma may lead to one more who takes part."""


def phrase_sides(view: View) -> list[str]:
    """Return the sides that the phrase names, or the object and subject behind a verb."""
    end = view.end
    turn = next((k for k in range(end, view.topic) if view.has("frame", k, k + 1)), view.topic)
    if view.before in view.table.words["margin"]:
        turn = next((k for k in range(end, turn) if view.ctx.comma(k)), turn)
    skip = 0
    if view.kind == "summit":
        turn, skip = end, any(p.first == view.trigger.last for p in view.ctx.article.mentions.places)
    elif view.trigger.head.role in VERBS and (k := _behind_first_aside(view)) is not None:
        return chain(view, k, end)
    elif view.trigger.head.role in VERBS:
        turn = end = next((k for k in range(view.trigger.last, end) if view.has("during", k, k + 1)), end)
    told = relative_end(view)
    if told > view.end and view.hold is not None:
        named = chain(view, view.trigger.last, view.end)
        stop = max(told, turn)
        first = next((k for k in range(view.hold.last, stop) if view.has("bringing", k, k + 1)), stop)
        return list(
            dict.fromkeys((*named, *chain(view, first if view.hold.head.hosts else view.hold.last, stop)))
        )
    # «اللجنة المشتركة العراقية الكورية»: the committee's own words are named as an organ of the first.
    first = view.trigger.i if view.trigger.head.role == "body" else view.trigger.last + skip
    return chain(view, first, max(turn, end))


def behind_aside(view: View) -> list[str]:
    """Return whom a verb's object names behind an aside («التقى الوزير، على هامش القمة، نظيره الهندي»)."""
    ctx, end = view.ctx, view.end
    if view.trigger.head.role not in VERBS or end > view.sentence.last:
        return []
    if (k := _behind_during(view)) is not None:
        return chain(view, k, min(view.sentence.last, k + _PERSON_GAP))
    if end >= view.sentence.last or not ctx.comma(end):
        return []
    stop = min(view.sentence.last, end + _ASIDE_WORDS)
    k = next((k for k in range(end + 1, stop) if ctx.comma(k)), None)
    if view.has("during", view.trigger.last, end) and view.has("each_one", end, end + 1):
        k = end  # «التقى الوزير، على هامش المؤتمر، كلا من …»
    elif not (view.has("during", end, end + 2) or view.has("within", end, end + 1)):
        return []
    if k is not None and view.has("each_one", k, k + 1):
        k += 2  # «كلا من نظيره …»
    peers = k is not None and (view.has("counterpart", k, k + 1) or view.has("two_peers", k, k + 1))
    if k is None or not (peers or k in ctx.at.offices or _person_at(view, k)):
        return []
    return chain(view, k, min(view.sentence.last, k + _PERSON_GAP))


def _behind_during(view: View) -> int | None:
    """Return where the object stands behind an aside without comma («التقى خلال الزيارة نظيره الهندي»)."""
    first = view.trigger.last
    at = next((k for k in range(first, view.end) if view.has("during", k, k + 1)), None)
    if at is None or at == first:
        return None
    stop = min(view.end, at + _SHORT)
    return next((k for k in range(at + 2, stop) if _begins_a_person(view, k)), None)


def _behind_first_aside(view: View) -> int | None:
    """Return where the subject stands behind an aside («التقى على هامش المنتدى الوزير الكيني نظيره»)."""
    first = view.trigger.last
    before_that = view.has("frame", first, first + 1) and view.has("this", first + 1, first + 2)
    if not (before_that or view.has("during", first, first + 2)):
        return None
    return next(
        (k for k in range(first + 2, min(view.end, first + _SHORT)) if _begins_a_person(view, k)), None
    )


def _begins_a_person(view: View, k: int) -> bool:
    """Say whether somebody is named from a word on, and not as part of what stands before it."""
    led = view.has("counterpart", k, k + 1) or view.has("honorific", k, k + 1) or k in view.ctx.at.offices
    behind = view.ctx.folds[k - 1] in view.table.words["within"] | view.table.words["into"]
    return (led or _person_at(view, k)) and not behind


_SHORT = 7
"""An aside between subject and object has so many words at most where no comma parts it off."""


_ASIDE_WORDS = 24
"""An aside between a verb's subject and its object is no longer."""


def chain(view: View, first: int, stop: int) -> list[str]:
    """Return the parties named in one run: each near the one before it, no other matter between."""
    codes: list[str] = []
    end = first
    for m, code in named_in(view.ctx, first, stop):
        if _is_far(view, m, end):
            break
        end = m.last
        firm = isinstance(m, PartyMention) and code.startswith(COMPANY)
        if takes_part(view, m) and not firm and code not in codes:
            codes.append(code)
    return codes


def _is_far(view: View, m: Named, end: int) -> bool:
    """Say whether something else stands between two who are named."""
    limit = _PARTY_GAP if isinstance(m, PartyMention) else _PERSON_GAP
    end = max(end, behind_nouns(view, m.first))
    that = view.ctx.acts.words["that"]
    if (
        view.has("ever_since", end, m.first)
        or _of_a_deal(view, end, m.first)
        or any(view.ctx.folds[k] in that and _begins_a_clause(view, k) for k in range(end, m.first))
    ):
        return True
    if (
        _words_between(view, end, m.first) > limit
        or view.has("relative", end, m.first)
        or view.has("frame", end, m.first)
    ):
        near = m.first - end <= _PERSON_GAP and not any(view.ctx.comma(k) for k in range(end, m.first))
        return not (near and _joined(view, end, m.first))
    if any(_reports(view, k) for k in range(end, m.first)):
        return True
    comma = max((k for k in range(end, m.first + 1) if view.ctx.comma(k)), default=m.first)
    return m.first - comma > (_TITLED if _leads_to_a_name(view, comma) else _ASIDE)


def _begins_a_clause(view: View, k: int) -> bool:
    """Say whether a word is «أن», and no name that folds alike («آن مارتن»)."""
    return not view.ctx.words[k].text.startswith(_MADDA)


_MADDA = "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"


def _leads_to_a_name(view: View, k: int) -> bool:
    """Say whether an honorific or a person stands at a word («والسيد … عن وزارة الثقافة المغربية»)."""
    if k >= view.sentence.last:
        return False
    known = view.ctx.folds[k].removeprefix(_WAW) in view.table.words["honorific"]
    return known or _person_at(view, k)


def _words_between(view: View, end: int, first: int) -> int:
    """Return how many words stand before somebody named, honorifics and titles left out."""
    return sum(not (view.ctx.covered[k] or view.has("honorific", k, k + 1)) for k in range(end, first))


def _reports(view: View, k: int) -> bool:
    """Say whether a word reports another occasion («…، التقى …»)."""
    heads = view.table.heads
    return any(heads[t.head].role in VERBS for t in view.table.terms.get(view.ctx.folds[k], ()))


def _joined(view: View, first: int, last: int) -> bool:
    """Say whether «بين» or «مع» leads to one more side."""
    return view.has("bringing", max(first, last - 4), last)


def _of_a_deal(view: View, first: int, last: int) -> bool:
    """Say whether «مع» leads to the other side of something else («جدوى الاتفاق مع …»)."""
    near = range(max(first, last - _PARTY_GAP), last)
    return any(view.has("deal", max(first, k - 2), k) and view.has("with_one", k, k + 1) for k in near)


def open_side(view: View) -> bool:
    """Say whether somebody takes part for whom no party is known («السفير», «عائلات …»)."""
    first, last = max(view.clause[0], view.trigger.i - REACH), view.end
    mentions = view.ctx.article.mentions
    people = any(not party_of(view.ctx, m) for m in mentions_in(mentions.people, first, last))
    titles = any(not party_of(view.ctx, m) for m in mentions_in(mentions.offices, first, last))
    return people or titles or lay_people(view)


def other_side(view: View) -> bool:
    """Say whether the side that is not known can be somebody from abroad, and no official of one's own."""
    first, last = view.trigger.last, max(view.end, relative_end(view))
    people = mentions_in(view.ctx.article.mentions.people, first, last)
    titled = {m.name for m in mentions_in(view.ctx.article.mentions.offices, first, last) if m.name}
    unknown = any(not party_of(view.ctx, m) and m.name not in titled for m in people)
    if view.has("envoys", first, last):
        return True
    return open_side(view) and (unknown or view.has("abroad", first, last) or lay_people(view))


def lay_people(view: View) -> bool:
    """Say whether the other side are people who are no party («عائلات المحتجزين»)."""
    return view.has("people", view.trigger.last, max(view.end, relative_end(view)))


def assembly(view: View) -> str | None:
    """Return the organisation that meets in sessions of its own («اجتماعات الأمم المتحدة»)."""
    at = view.trigger.last
    yearly = at + 1 < view.end and view.has("yearly", at, at + 1)
    named = view.ctx.at.parties.get(at + yearly)
    several = view.trigger.term.plural or yearly
    return named.code if several and named is not None and named.code in view.table.bodies else None


def two_who_talk(view: View) -> list[str]:
    """Return for whom the two act that a verb of talking has as its subject: joined behind it, or before it.

    «استعرض وزير الخارجية الكيني ونظيره الهندي …», «الوزيران … والرئيس … بحثا»; empty for another subject.
    """
    first, ctx = view.trigger.last, view.ctx
    if view.trigger.term.number == "d":
        named = named_in(ctx, view.sentence.first, view.trigger.i)
        return list(dict.fromkeys(c for m, c in named if not isinstance(m, PartyMention)))
    stop = next((k for k in range(first + 1, view.end) if _joins_another(view, k)), None)
    if stop is None or not (first in ctx.at.offices or _person_at(view, first)):
        return []
    if not (ctx.covered[stop - 1] or ctx.ends & {stop - 1, stop}):
        return []
    before = chain(view, first, stop)
    return [*before, *(c for c in chain(view, stop, view.end)[:1] if c not in before)]


def _joins_another(view: View, k: int) -> bool:
    """Say whether «و» joins one more person at a word («ونظيره», «ووزير الخارجية …»)."""
    fold = view.ctx.folds[k]
    if not fold.startswith(_WAW) or view.ctx.comma(k):
        return False
    return fold[1:] in view.table.words["officials"] or k in view.ctx.at.offices or _person_at(view, k)


def _person_at(view: View, k: int) -> bool:
    """Say whether a person is named at a word."""
    return any(True for _ in mentions_in(view.ctx.article.mentions.people, k, k + 1))


_WAW = "\N{ARABIC LETTER WAW}"


def relative_end(view: View) -> int:
    """Return where the relative clause of holding ends («اللقاء الذي عقده …»)."""
    hold = view.hold
    if hold is None or not (
        _is_told_of_it(view, hold.i) or (hold.head.id == _INTENDING and hold.i == view.end)
    ):
        return view.end
    stops = view.table.words["relative"] | view.table.words["frame"]
    end = phrase_end(view.ctx, view.sentence, hold.last, stops)
    while end < view.clause[1] and _lists_another(view, end):
        end = phrase_end(view.ctx, view.sentence, end + 1, stops)
    return min(end, view.clause[1])


def _is_told_of_it(view: View, k: int) -> bool:
    """Say whether a relative pronoun leads from a noun's phrase to a verb."""
    return k == view.end + 1 and view.has("relative", view.end, view.end + 1)


_INTENDING = "ar.meeting.intends"
"""The verb that needs no pronoun before it («زيارة يعتزم الرئيس القيام بها»)."""


def _lists_another(view: View, k: int) -> bool:
    """Say whether «و» behind a comma joins one more person («…، والسيد … وزير الثقافة بمملكة إسبانيا»)."""
    fold = view.ctx.folds[k]
    if not (view.ctx.comma(k) and fold.startswith(_WAW)):
        return False
    led = fold[1:] in view.table.words["officials"] | view.table.words["honorific"]
    return led or k in view.ctx.at.offices or _person_at(view, k)
