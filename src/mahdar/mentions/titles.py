"""Words → titles, each with the party whose office it is, before it is settled who holds it.

A title is a phrase of the lexicon with what belongs to it (`title_parts`). Two offices named together in the
dual are two titles; a role word («الوزير», «نظيره») is one whose office the context gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.language.clitics import bare, slot
from mahdar.lexicon.parties import PartyTable
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import PlaceName
from mahdar.lexicon.stops import HONORIFIC, TITLE
from mahdar.lexicon.titles import Role, Title, TitleTable
from mahdar.mentions.parties import state_at
from mahdar.mentions.title_parts import TitleAt, composed, with_party
from mahdar.mentions.title_posts import with_place, with_post, with_seat
from mahdar.mentions.wording import Match, Wording

__all__ = ["COMMAS", "TitleAt", "find_titles", "names_may_begin"]


def find_titles(
    wording: Wording, titles: TitleTable, parties: PartyTable, places: PhraseTable[PlaceName]
) -> tuple[TitleAt, ...]:
    """Find the titles and role words of an article.

    Order: by start, never overlapping.
    """
    found: list[TitleAt] = []
    end = 0
    for i in wording.where(TITLE):
        if i >= end:
            here = _title_at(wording, i, titles, parties)
            here = tuple(
                replace(t, feminine=wording.words[t.first].text.endswith(_FEMININE))
                for t in (
                    with_seat(wording, with_place(wording, t, titles, places), titles, parties) for t in here
                )
                if _says_enough(wording, t)
            )
            found += here
            end = here[-1].last if here else i + 1
    return tuple(found)


_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"


def names_may_begin(wording: Wording, found: tuple[TitleAt, ...], titles: TitleTable) -> dict[int, int]:
    """Return the words at which a name may begin because of what stands before them.

    Returns:
        Word index → how the name is introduced: the index of the first word of the title or honorific.
    """
    begins: dict[int, int] = {}
    inside: set[int] = set()
    for title in found:
        inside.update(range(title.first, title.last))
        if title.is_address:
            continue
        at = _behind_honorifics(wording, title.last, titles, bare_only=True)
        if wording.follows(at) or _is_apposed(wording, at):
            begins[at] = title.first
    for i in wording.where(HONORIFIC):
        if i not in inside:
            end = _behind_honorifics(wording, i, titles, bare_only=False)
            if end > i and wording.follows(end):
                begins.setdefault(end, i)
    return begins


def _is_apposed(wording: Wording, at: int) -> bool:
    """Say whether a few words between two commas follow («وزير العدل الكيني، جوزيف موتيسو، …»)."""
    if at >= len(wording.words) or wording.words[at].gap not in COMMAS:
        return False
    end = wording.ends[at]
    closed = end < len(wording.words) and wording.words[end].gap in COMMAS
    return closed and end - at <= _LONGEST_APPOSITION


_LONGEST_APPOSITION = 7
COMMAS = frozenset({"\N{ARABIC COMMA}", ",", "-", "\N{EN DASH}", "("})
"""Marks that can stand between a title and its holder's name."""


def _title_at(wording: Wording, i: int, titles: TitleTable, parties: PartyTable) -> tuple[TitleAt, ...]:
    """Return what begins at a word: a pair, a title or a role word."""
    if wording.follows(i) and _is_no_person(wording, i, titles):
        return ()
    pair = wording.match(titles.pairs, i)
    if pair is not None:
        return tuple(_pair(wording, i, pair, parties))
    title, role = wording.match(titles.titles, i), wording.match(titles.roles, i)
    if role is not None and (title is None or role.size >= title.size):
        address = wording.match(titles.honorifics, i)
        if address is not None and role.size > 1:
            return ()
        return (_role(wording, i, role, titles, parties),)
    if title is None:
        return ()
    found = composed(wording, _bare_title(wording, i, title), titles, parties)
    found = with_post(wording, with_party(wording, found, titles, parties), titles, parties)
    return (found,)


def _is_no_person(wording: Wording, i: int, titles: TitleTable) -> bool:
    """Say whether the noun before makes it a thing's name or an adjective («مطار الملك»)."""
    if wording.folds[i - 1] in titles.main:
        return True
    return (
        any(rest in titles.things for _, rest in wording.readings[i - 1])
        and bare(wording.folds[i]) != wording.folds[i]
    )


def _bare_title(wording: Wording, i: int, hit: Match[Title]) -> TitleAt:
    """Make a title of its phrase."""
    joined = hit.taken[:1] in slot("conjunction") and bool(hit.taken)
    return TitleAt(i, i + hit.size, wording.start(i, hit.taken), hit.value, hit.value.party, joined)


def _says_enough(wording: Wording, found: TitleAt) -> bool:
    """Say whether a title is one by itself: not a bare word that stands alone («رئيس», «أمير»)."""
    word = wording.folds[found.first]
    return (
        found.pair
        or found.role is not None
        or found.party is not None
        or found.last - found.first > 1
        or bare(word) != word
    )


def _role(wording: Wording, i: int, hit: Match[Role], titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Make a mention of a role word; a single word is also a title of its own where the table has it."""
    title = titles.titles.at(wording.folds, i, hit.head)
    if title is None and bare(hit.head) in titles.ministers:
        title = titles.titles.at((titles.minister,), 0)
    joined = hit.taken[:1] in slot("conjunction") and bool(hit.taken)
    value = title[1] if title is not None else None
    found = TitleAt(i, i + hit.size, wording.start(i, hit.taken), value, None, joined, hit.value)
    if found.is_address:
        return found
    found = replace(found, addressed=_is_addressed(wording, i, hit.size, value, titles))
    return with_post(wording, with_party(wording, found, titles, parties), titles, parties)


def _is_addressed(wording: Wording, i: int, size: int, title: Title | None, titles: TitleTable) -> bool:
    """Say whether a head of state's title is the end of a form of address («السيد الرئيس»)."""
    if title is None or not title.head_of_state or not i or not wording.follows(i):
        return False
    whole = wording.match(titles.roles, i - 1)
    return whole is not None and whole.value.address and whole.size == size + 1


def _pair(wording: Wording, i: int, hit: Match[Title], parties: PartyTable) -> Iterator[TitleAt]:
    """Yield both offices of a dual: title with its first party, then the second party alone."""
    end = i + hit.size
    joined = hit.taken[:1] in slot("conjunction") and bool(hit.taken)
    first = TitleAt(i, end, wording.start(i, hit.taken), hit.value, None, joined, pair=True)
    state = state_at(wording, parties, end) if wording.follows(end) else None
    if state is None:
        yield first
        return
    yield replace(first, last=state.last, party=state.codes[0])
    second = state_at(wording, parties, state.last) if wording.follows(state.last) else None
    if second is not None and wording.folds[second.first][:1] in slot("conjunction"):
        yield TitleAt(
            second.first, second.last, second.start, hit.value, second.codes[0], joined=True, pair=True
        )


def _behind_honorifics(wording: Wording, i: int, titles: TitleTable, *, bare_only: bool) -> int:
    """Return the index behind the honorifics at a word; `bare_only`: with no particle on the first."""
    at = i
    while at < len(wording.words) and (at == i or wording.follows(at)):
        hit = wording.match(titles.honorifics, at)
        if hit is None or (hit.taken and (at > i or bare_only)):
            break
        if at == i and bare_only and not (wording.follows(at) or wording.words[at].gap in COMMAS):
            break
        at += hit.size
    return at
