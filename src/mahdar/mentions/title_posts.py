"""Where the holder of an office serves: the host of an ambassador, the region of an envoy, a mayor's city."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.clitics import bare, slot
from mahdar.lexicon.parties import PartyTable
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import PlaceName
from mahdar.lexicon.stops import NAME
from mahdar.lexicon.titles import TitleTable
from mahdar.mentions.organs import organ_at
from mahdar.mentions.parties import Candidate, state_at
from mahdar.mentions.title_parts import TitleAt, is_object
from mahdar.mentions.wording import Wording

__all__ = ["with_place", "with_post", "with_seat"]


def with_post(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Return a title with the state or body that an envoy is sent to («لدى روسيا», «في السفارة … ببغداد»)."""
    if found.title is None or not found.title.composes or not wording.follows(found.last):
        return found
    toward = wording.folds[found.last] in titles.toward
    if toward and _stays_at_home(found):
        return found
    if found.title.scope != "state" and wording.folds[found.last] not in titles.sent:
        return found
    if toward and found.party is None and wording.follows(found.last + 1):
        organ = organ_at(wording, parties, found.last + 1)
        if organ is not None:
            return _with_host(
                wording, replace(found, last=organ.last, party=organ.codes[0]), parties, organ.last
            )
    sent = _with_host(wording, found, parties, found.last + toward)
    here = sent is found and toward and wording.follows(found.last + 1)
    if here and wording.folds[found.last + 1] in titles.here:
        return replace(found, last=found.last + 2)
    return sent


def _stays_at_home(found: TitleAt) -> bool:
    """Say whether an office has no post abroad: «وصل الوزير الهندي إلى نيروبي» tells where he goes."""
    return found.title is not None and found.title.id in _OF_A_MINISTRY


_OF_A_MINISTRY = frozenset(
    f"ar.title.{name}"
    for name in ("minister_any", "deputy_minister", "assistant_minister", "undersecretary_any")
)
"""Titles that a portfolio may follow, and no post."""


def _with_host(wording: Wording, found: TitleAt, parties: PartyTable, at: int) -> TitleAt:
    """Take in the host at a word: bare behind a preposition, else behind an attached one."""
    host = state_at(wording, parties, at) if wording.follows(at) else None
    if host is None or host.form in {"weak", "demonym"} or len(host.codes) > 1:
        return found
    taken = host.start - wording.words[at].start
    attached = taken == 1 and wording.folds[at][0] == slot("preposition")[0]
    if attached != (at == found.last) or (taken and not attached):
        return found
    return replace(found, last=host.last, suffix=f" to {parties.english[host.codes[0]]}")


def with_seat(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Return a title with the ministry or state that it is held in, where that can be told.

    «نائب وزير البيئة في جمهورية التشيك [السيد] يان دوشيك», «مدير الشؤون الأوروبية بوزارة الخارجية فلان».
    """
    k = found.last
    if found.party is not None or found.title is None or found.pair or not wording.follows(k):
        return found
    inside = wording.folds[k] in parties.within
    at = k + inside
    if not (inside or wording.folds[k][0] in _LED) or not wording.follows(at):
        return found
    organ = organ_at(wording, parties, at)
    if organ is not None and len(organ.codes) == 1:
        spoken_to = is_object(wording, organ, at, found) and _is_whole_state(wording, parties, at)
        return found if spoken_to else replace(found, last=organ.last, party=organ.codes[0])
    state = state_at(wording, parties, at) if inside else None
    if state is None or state.form != "name" or len(state.codes) > 1:
        return found
    his = _with_portfolio(wording, found, parties, state) or _beside_name(wording, found, titles, state.last)
    return replace(found, last=state.last, party=state.codes[0]) if his else found


def _with_portfolio(wording: Wording, found: TitleAt, parties: PartyTable, state: Candidate) -> bool:
    """Say whether a title lacks but the state: one in its full style, or with which its clause ends.

    «وزيرة البيئة في جمهورية بولندا», «التقى وزيرة البيئة في بولندا في الدوحة»; «الوزير في بولندا» is there.
    """
    if found.title is None or found.title.scope != "state" or found.last - found.first < _PORTFOLIO:
        return False
    styled = wording.folds[found.last + 1] in parties.polities
    return styled or not wording.follows(state.last) or wording.folds[state.last] in parties.within


_PORTFOLIO = 2
"""Words of a title that tells of what its holder is in charge."""


def _beside_name(wording: Wording, found: TitleAt, titles: TitleTable, last: int) -> bool:
    """Say whether a name stands right before a title or behind the state that it is held in."""
    before = found.first > 0 and wording.follows(found.first) and wording.kinds[found.first - 1] & NAME
    if before or last >= len(wording.words) or not wording.follows(last):
        return bool(before)
    return bool(wording.kinds[last] & NAME) or wording.match(titles.honorifics, last) is not None


def _is_whole_state(wording: Wording, parties: PartyTable, at: int) -> bool:
    """Say whether an organ is a state's government at large, in which nobody holds a post («بالسلطات …»)."""
    organ = wording.match(parties.organs, at)
    definite = slot("preposition")[0] + slot("article")[0]
    return organ is not None and not organ.value.short and wording.folds[at].startswith(definite)


_LED = slot("preposition")[:2]


def with_place(
    wording: Wording, found: TitleAt, titles: TitleTable, places: PhraseTable[PlaceName]
) -> TitleAt:
    """Return a title with the place that it is for: «عمدة برشلونة», «المبعوث … إلى الشرق الأوسط»."""
    at = found.last
    if found.title is None or found.role is not None or not wording.follows(at):
        return found
    if found.title.composes and wording.folds[at] in titles.toward and wording.follows(at + 1):
        if _stays_at_home(found):
            return found
        hit = wording.match(places, at + 1)
        return (
            found if hit is None or hit.taken else _placed(found, at + 1 + hit.size, f" to {hit.value.name}")
        )
    last = wording.folds[at - 1]
    short = at - found.first == 1 or found.title.scope == "body" or bare(last) == last
    hit = wording.match(places, at) if short and found.party is None else None
    if hit is None or hit.taken:
        return found
    return replace(_placed(found, at + hit.size, f" of {hit.value.name}"), party=hit.value.party)


def _placed(found: TitleAt, last: int, suffix: str) -> TitleAt:
    """Return a title that ends with a place."""
    return replace(found, last=last, suffix=suffix)
