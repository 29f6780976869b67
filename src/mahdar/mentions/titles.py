"""Words → titles, each with the party whose office it is, before it is settled who holds it.

A title is a phrase of the lexicon, what it is composed with (a ministry, a portfolio, the state where an
ambassador serves), and its party: an adjective, a genitive, or a name behind a preposition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mahdar.language.clitics import bare, slot
from mahdar.lexicon.parties import PartyTable
from mahdar.lexicon.stops import HONORIFIC, TITLE
from mahdar.lexicon.titles import Role, Title, TitleTable
from mahdar.mentions.organs import organ_at
from mahdar.mentions.parties import Candidate, state_at
from mahdar.mentions.wording import Match, Wording

__all__ = ["COMMAS", "TitleAt", "find_titles", "names_may_begin"]

_BODY_REACH = 5
"""Words of a body's name that may stand between a title and its party."""


@dataclass(frozen=True, slots=True)
class TitleAt:
    """A title in an article."""

    first: int
    last: int
    start: int
    """Offset, particles left out."""
    title: Title | None
    """None for a role word alone."""
    party: str | None
    joined: bool
    """True behind an attached conjunction."""
    role: Role | None = None
    prefix: str = ""
    """English before the title: `former `."""
    suffix: str = ""
    """English behind it: ` to Russia`."""
    pair: bool = False
    """True for one of two offices named together in the dual."""

    @property
    def is_vague(self) -> bool:
        """Whether it says less than any office: a bare word for minister."""
        return self.role is not None and self.title is not None and self.title.scope == "body"

    def english(self, party: str | None) -> str:
        """Return the title in English, as a party calls it."""
        title = self.title.for_party(party) if self.title is not None else ""
        return f"{self.prefix}{title}{self.suffix}"


def find_titles(wording: Wording, titles: TitleTable, parties: PartyTable) -> tuple[TitleAt, ...]:
    """Find the titles and role words of an article.

    Order: by start, never overlapping.
    """
    found: list[TitleAt] = []
    end = 0
    for i in wording.where(TITLE):
        if i >= end:
            here = _title_at(wording, i, titles, parties)
            found += here
            end = here[-1].last if here else i + 1
    return tuple(found)


def names_may_begin(wording: Wording, found: tuple[TitleAt, ...], titles: TitleTable) -> dict[int, int]:
    """Return the words at which a name may begin because of what stands before them.

    Returns:
        Word index → how the name is introduced: the index of the first word of the title or honorific.
    """
    begins: dict[int, int] = {}
    inside: set[int] = set()
    for title in found:
        inside.update(range(title.first, title.last))
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
    pair = wording.match(titles.pairs, i)
    if pair is not None:
        return tuple(_pair(wording, i, pair, parties))
    title, role = wording.match(titles.titles, i), wording.match(titles.roles, i)
    if role is not None and (title is None or role.size >= title.size):
        address = wording.match(titles.honorifics, i)
        if address is not None and address.size >= max(role.size, 2):
            return ()
        return (_role(wording, i, role, titles, parties),)
    if title is None:
        return ()
    found = _composed(wording, _bare_title(wording, i, title), titles, parties)
    found = _with_party(wording, found, titles, parties)
    return () if found.party is None and _says_little(wording, found) else (found,)


def _bare_title(wording: Wording, i: int, hit: Match[Title]) -> TitleAt:
    """Make a title of its phrase."""
    joined = hit.taken[:1] in slot("conjunction") and bool(hit.taken)
    return TitleAt(i, i + hit.size, wording.start(i, hit.taken), hit.value, None, joined)


def _says_little(wording: Wording, found: TitleAt) -> bool:
    """Say whether a title of one word without the article stands alone: «رئيس», «أمير» may be anything."""
    word = wording.folds[found.first]
    return found.last - found.first == 1 and bare(word) == word


def _role(
    wording: Wording, i: int, hit: Match[Role], titles: TitleTable, parties: PartyTable
) -> TitleAt:
    """Make a mention of a role word; a single word is also a title of its own where the table has it."""
    title = titles.titles.at(wording.folds, i, hit.head)
    if title is None and bare(hit.head) == titles.minister:
        title = titles.titles.at((titles.minister,), 0)
    joined = hit.taken[:1] in slot("conjunction") and bool(hit.taken)
    value = title[1] if title is not None else None
    found = TitleAt(i, i + hit.size, wording.start(i, hit.taken), value, None, joined, hit.value)
    return _with_party(wording, found, titles, parties)


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
        yield TitleAt(second.first, second.last, second.start, hit.value, second.codes[0], joined=True, pair=True)


def _composed(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Take in what the title is composed with: a ministry or a portfolio behind it."""
    end = found.last
    if found.title is None or not wording.follows(end):
        return found
    word = wording.folds[end]
    if found.title.composes and (word in titles.ministry or wording.folds[end - 1] == titles.minister):
        at = end if word in titles.ministry else end - 1
        office = titles.titles.at(wording.folds, at, titles.minister)
        if office is not None and at + office[0] > end:
            return _of_office(found, at + office[0], office[1], ministry=at == end)
    named = wording.match(parties.names, end)
    return found if named is not None else _with_portfolio(wording, found, titles)


def _of_office(found: TitleAt, last: int, office: Title, *, ministry: bool) -> TitleAt:
    """Name the ministry, or the minister, that the title is composed with, in each party's words."""
    base = found.title.title if found.title is not None else ""

    def compose(title: str) -> str:
        return f"{base} of the {_body(title)}" if ministry else f"{base.removesuffix(_MINISTER)}{title}"

    by_party = tuple((code, compose(title)) for code, title in office.title_for)
    title = Title(office.id, compose(office.title), by_party, office.scope, composes=False)
    return replace(found, last=last, title=title)


_MINISTER = "Minister"


def _body(title: str) -> str:
    """Return the ministry of a minister («Minister of Finance» → «Ministry of Finance»)."""
    return title.replace("Minister ", "Ministry ").replace("Secretary ", "Department ")


def _with_portfolio(wording: Wording, found: TitleAt, titles: TitleTable) -> TitleAt:
    """Take in a portfolio behind lam: «وزير الدولة للدفاع»."""
    end, lam = found.last, slot("preposition")[1]
    for taken, rest in wording.readings[end]:
        if taken != lam or found.title is None:
            continue
        at = end + (rest in titles.affairs)
        noun = wording.folds[at] if at > end and wording.follows(at) else rest
        count = _portfolio(wording, titles, at, noun)
        if count is not None:
            english = f"{found.title.title} for {count[1]}"
            return replace(found, last=at + count[0], title=replace(found.title, title=english, title_for=()))
    return found


def _portfolio(wording: Wording, titles: TitleTable, at: int, noun: str) -> tuple[int, str] | None:
    """Return how many words a portfolio has, and its English, by the title of its minister."""
    folds = (titles.minister, noun, *wording.folds[at + 1 : at + 4])
    hit = titles.titles.at(folds, 0)
    if hit is None or hit[0] < 2:
        return None
    return hit[0] - 1, hit[1].title.removeprefix("Minister of ")


def _with_party(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Take in the adjectives and the party behind a title, and where an ambassador serves."""
    found = _with_status(wording, found, titles)
    found = _with_owner(wording, found, parties)
    found = _with_charge(wording, _with_status(wording, found, titles), titles)
    if found.party is None and found.title is not None:
        found = replace(found, party=_inside(wording, found, parties))
    return _with_post(wording, found, titles, parties)


def _with_status(wording: Wording, found: TitleAt, titles: TitleTable) -> TitleAt:
    """Take in adjectives such as new and former."""
    at, prefix = found.last, found.prefix
    while wording.follows(at) and (wording.folds[at] in titles.status or wording.folds[at] in titles.former):
        prefix = "former " if wording.folds[at] in titles.former else prefix
        at += 1
    return replace(found, last=at, prefix=prefix)


def _with_owner(wording: Wording, found: TitleAt, parties: PartyTable) -> TitleAt:
    """Take in the party whose office it is, right behind the title or behind the body that it heads."""
    reach = _BODY_REACH if found.title is not None and found.title.composes else 0
    for at in range(found.last, found.last + reach + 1):
        if not wording.follows(at):
            break
        organ = organ_at(wording, parties, at) if reach else None
        if organ is not None:
            return replace(found, last=organ.last, party=organ.codes[0])
        state = state_at(wording, parties, at)
        if state is not None and _owns(wording, state, found):
            return replace(found, last=state.last, party=state.codes[0])
        if state is not None or not _definite(wording, at):
            break
    return found


def _with_charge(wording: Wording, found: TitleAt, titles: TitleTable) -> TitleAt:
    """Take in the affairs that a deputy is charged with («لشؤون الشرق الأدنى»)."""
    at, lam = found.last, slot("preposition")[1]
    if not wording.follows(at) or not any(t == lam and r in titles.affairs for t, r in wording.readings[at]):
        return found
    end = at + 1
    while end < at + _BODY_REACH and wording.follows(end) and _definite(wording, end):
        end += 1
    return replace(found, last=end)


def _owns(wording: Wording, state: Candidate, found: TitleAt) -> bool:
    """Say whether a party behind a title is its owner: an adjective, a genitive, a name behind ba or lam."""
    word = wording.folds[state.first]
    taken = state.start - wording.words[state.first].start
    if state.form == "demonym":
        return not taken and bare(word) != word
    if state.form == "weak" and (len(state.codes) > 1 or found.title is None or found.title.scope != "state"):
        return False
    return state.form != "capital" and taken <= 1 and (not taken or word[0] in slot("preposition")[:2])


def _inside(wording: Wording, found: TitleAt, parties: PartyTable) -> str | None:
    """Return the party that the title's own words name («المستشارة الألمانية»)."""
    for at in range(found.first + 1, found.last):
        hit = wording.match(parties.names, at)
        if hit is not None and hit.value.form != "weak" and at + hit.size <= found.last:
            return hit.value.codes[0]
    return None


def _with_post(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Take in the state or body that an envoy is sent to («لدى روسيا»)."""
    at = found.last
    composes = found.title is not None and found.title.composes and found.title.scope == "state"
    if not composes or not wording.follows(at) or wording.folds[at] not in titles.toward:
        return found
    host = state_at(wording, parties, at + 1) if wording.follows(at + 1) else None
    if host is None or host.form == "weak" or host.start != wording.words[at + 1].start:
        return found
    return replace(found, last=host.last, suffix=f" to {parties.english[host.codes[0]]}")


def _behind_honorifics(wording: Wording, i: int, titles: TitleTable, *, bare_only: bool) -> int:
    """Return the index behind all honorifics that begin at a word; `bare_only`: with no particle on the first."""
    at = i
    while at < len(wording.words) and (at == i or wording.follows(at)):
        hit = wording.match(titles.honorifics, at)
        if hit is None or (hit.taken and (at > i or bare_only)):
            break
        if at == i and bare_only and not wording.follows(at):
            break
        at += hit.size
    return at


def _definite(wording: Wording, at: int) -> bool:
    """Say whether a word may have the article, behind a particle or not."""
    article = slot("article")[0]
    return any(rest.startswith(article) for _, rest in wording.readings[at])
