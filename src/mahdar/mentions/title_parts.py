"""What belongs to a title besides its phrase: ministry, portfolio, adjectives, party."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.language.clitics import bare, slot
from mahdar.lexicon.parties import PartyTable
from mahdar.lexicon.titles import Role, Title, TitleTable
from mahdar.mentions.organs import OrganAt, organ_at
from mahdar.mentions.parties import Candidate, state_at
from mahdar.mentions.portfolios import charge_end, deputed_end, portfolios_end
from mahdar.mentions.wording import Wording

__all__ = ["TitleAt", "composed", "is_object", "with_party"]

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
    open: bool = False
    """True where words follow that may say whose office it is, though no table knows them."""

    feminine: bool = False
    """True for a woman's title («رئيسة الحكومة»)."""
    addressed: bool = False
    """True for a head of state in a form of address («السيد الرئيس»): whoever writes so means his own."""

    @property
    def is_vague(self) -> bool:
        """Whether it says less than any office: a bare word for minister."""
        return self.role is not None and self.title is not None and self.title.scope == "body"

    @property
    def is_address(self) -> bool:
        """Whether it is a form of address that only points back («سيادته»): no name or post completes it."""
        return self.role is not None and self.role.address and self.last - self.first == 1

    @property
    def of_state(self) -> bool:
        """Whether it is an office in force that each state has at home."""
        title = self.title
        held = (self.role is None or self.addressed) and not self.prefix and not self.open
        return held and title is not None and title.scope == "state" and not title.sent

    def english(self, party: str | None) -> str:
        """Return the title in English, as a party calls it."""
        title = self.title.for_party(party) if self.title is not None else ""
        return f"{self.prefix}{title}{self.suffix}"


def composed(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Return a title with what it is composed with: a ministry or a portfolio behind it."""
    end = found.last
    if found.title is None or not wording.follows(end):
        return found
    office = _office_behind(wording, found, titles, parties) if found.title.composes else None
    if office is not None:
        last, title, ministry = office
        return _of_office(found, last, title, ministry=ministry)
    if end - found.first == 1 and wording.folds[end - 1] in titles.ministers:
        last = _definite_end(wording, end)
        return replace(found, last=last, title=_in_charge(found.title)) if last > end else found
    named = wording.match(parties.names, end)
    return found if named is not None else _with_portfolio(wording, found, titles)


def _in_charge(title: Title) -> Title:
    """Return a minister's title as that of an office that each state may have."""
    return replace(title, scope="state")


def _office_behind(
    wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable
) -> tuple[int, Title, bool] | None:
    """Return the office that a title is composed with: end, office, whether its ministry is meant."""
    end = found.last
    if wording.folds[end] in titles.ministry:
        hit = titles.titles.at(wording.folds, end, titles.minister)
        return (end + hit[0], hit[1], True) if hit is not None else None
    if found.last - found.first > 1 and wording.folds[end - 1] in titles.ministry:
        hit = titles.titles.at(wording.folds, end - 1, titles.minister)
        return (end - 1 + hit[0], hit[1], True) if hit is not None and hit[0] > 1 else None
    if found.last - found.first > 1 and wording.folds[end - 1] == titles.minister:
        hit = titles.titles.at(wording.folds, end - 1)
        return (end - 1 + hit[0], hit[1], False) if hit is not None and hit[0] > 1 else None
    organ = wording.match(parties.organs, end)
    if organ is None or not organ.value.short:
        return None
    hit = titles.titles.at((titles.minister, organ.head), 0)
    return (end + 1, hit[1], True) if hit is not None and hit[0] == 2 else None


def _definite_end(wording: Wording, at: int) -> int:
    """Return where the definite words that begin here end: a portfolio that no table has."""
    end = at
    while end < at + _PORTFOLIO and wording.follows(end) and wording.definite(end):
        end += 1
    return end


_PORTFOLIO = 4


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
            named = found.title.title
            english = named if count[1] in named else f"{named} for {count[1]}"
            return replace(found, last=at + count[0], title=replace(found.title, title=english, title_for=()))
    return found


def _portfolio(wording: Wording, titles: TitleTable, at: int, noun: str) -> tuple[int, str] | None:
    """Return how many words a portfolio has, and its English, by the title of its minister."""
    folds = (titles.minister, noun, *wording.folds[at + 1 : at + 4])
    hit = titles.titles.at(folds, 0)
    if hit is None or hit[0] < 2:
        return None
    return hit[0] - 1, hit[1].title.removeprefix("Minister of ")


def with_party(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Return a title with the adjectives, the party and the affairs behind it."""
    found = _with_task(wording, found, titles, parties)
    found = _with_owner(wording, _with_further_portfolios(wording, found, titles, parties), parties)
    found = _with_charge(wording, _with_task(wording, found, titles, parties), titles, parties)
    if found.party is None and found.title is not None:
        open_ = _goes_further(wording, found, titles, parties)
        found = replace(found, party=_inside(wording, found, parties), open=open_)
    return found


def _goes_further(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> bool:
    """Say whether a title goes on: with «في» («الوزير في صربيا»), or a word that is no form of address."""
    at = found.last
    if not wording.follows(at):
        return False
    joined = wording.folds[at][0] in slot("conjunction")
    named = wording.definite(at) and not joined and wording.match(titles.honorifics, at) is None
    return wording.folds[at] in parties.within or (named and wording.match(titles.titles, at) is None)


def _with_status(wording: Wording, found: TitleAt, titles: TitleTable) -> TitleAt:
    """Take in adjectives such as new and former."""
    at, prefix = found.last, found.prefix
    while wording.follows(at) and (wording.folds[at] in titles.status or wording.folds[at] in titles.former):
        prefix = "former " if wording.folds[at] in titles.former else prefix
        at += 1
    return replace(found, last=at, prefix=prefix) if at > found.last else found


def _with_task(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Take in adjectives such as new, and with what somebody is charged («المكلف بالتجارة»)."""
    found = _with_status(wording, found, titles)
    end = charge_end(wording, found.last, titles, parties)
    if end == found.last:
        return found
    minister = found.role is not None and found.title is not None and found.title.title == _MINISTER
    if minister and found.title is not None:  # «الوزير المكلف بـ …» names his office and points at nobody
        return replace(found, last=end, role=None, title=_in_charge(found.title))
    return replace(found, last=end)


def _with_further_portfolios(
    wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable
) -> TitleAt:
    """Take in more that a minister has charge of, and beside whom he serves."""
    if found.title is None or _MINISTRY not in found.title.title or found.title.scope == "organisation":
        return found
    end = portfolios_end(wording, found.last, titles, parties)
    end = deputed_end(wording, end, titles, parties)
    return replace(found, last=end) if end > found.last else found


_MINISTRY = "Minist"


def _with_owner(wording: Wording, found: TitleAt, parties: PartyTable) -> TitleAt:
    """Take in the party whose office it is, right behind the title or behind the body that it heads."""
    reach = _BODY_REACH if found.title is not None and found.title.composes else 0
    for at in range(found.last, found.last + reach + 1):
        if not wording.follows(at):
            break
        organ = organ_at(wording, parties, at) if reach else None
        if organ is not None and is_object(wording, organ, at, found):
            break
        if organ is not None:
            return replace(found, last=organ.last, party=organ.codes[0])
        state = state_at(wording, parties, at)
        if state is not None and at > found.last and _of_another_word(wording, state, found):
            break
        if state is not None and _owns(wording, state, found) and not _told(parties, state, found):
            party = state.codes[0] if len(state.codes) == 1 else None
            return replace(found, last=state.last, party=party)
        if state is not None or not wording.definite(at):
            break
    return found


def is_object(wording: Wording, organ: OrganAt, at: int, found: TitleAt) -> bool:
    """Say whether an organ behind a bare definite title is spoken to («دعا السفير الحكومة الصومالية إلى …»).

    What has the article governs no noun; an envoy's state is never led to by ba («أهاب السفير بالسلطات …»).
    """
    alone = found.last - found.first == 1 and wording.definite(found.first)
    led = organ.start > wording.words[at].start
    return alone and at == found.last and (not led or (found.title is not None and found.title.sent))


def _of_another_word(wording: Wording, state: Candidate, found: TitleAt) -> bool:
    """Say whether an adjective further on is of the word between («شكر السفير الجالية الهندية»).

    A single word with the article heads no body; what qualifies it has its gender («الزعيم الأعلى الإيراني»).
    """
    if found.last - found.first > 1 or not wording.definite(found.first) or state.form != "demonym":
        return False
    words = (wording.folds[found.first], wording.folds[state.first])
    return words[0].endswith(_HEH) != words[1].endswith(_HEH)


_HEH = "\N{ARABIC LETTER HEH}"
"""The folded ending of the feminine."""


def _with_charge(wording: Wording, found: TitleAt, titles: TitleTable, parties: PartyTable) -> TitleAt:
    """Take in the affairs that a deputy is charged with («لشؤون الشرق», «لشؤون مجلس الوزراء الكويتي»)."""
    at, lam = found.last, slot("preposition")[1]
    if not wording.follows(at):
        return found
    behind = [rest for taken, rest in wording.readings[at] if taken == lam]
    if not any(bare(rest) in titles.affairs for rest in behind):
        charged = found.party is not None or _is_deputy(found)
        if not charged or all(rest not in titles.fields for rest in behind):
            return found
        end = portfolios_end(wording, at + 1, titles, parties)
        of_body = found.title is not None and found.title.composes and not _is_deputy(found)
        # The last words of a body's name are none of the title, but stand between it and a name.
        return found if of_body and not wording.follows(end) else replace(found, last=end)
    end = at + 1
    organ = organ_at(wording, parties, end) if found.party is None and wording.follows(end) else None
    if organ is not None:
        return replace(found, last=organ.last, party=organ.codes[0])
    while end < at + _BODY_REACH and wording.follows(end) and wording.definite(end):
        end += 1
    return replace(found, last=end)


def _is_deputy(found: TitleAt) -> bool:
    """Say whether a title is of somebody below a minister («وكيل وزارة …»): a field behind lam is his."""
    title = found.title.title if found.title is not None else ""
    return _MINISTRY in title and not title.startswith(_MINISTRY)


def _owns(wording: Wording, state: Candidate, found: TitleAt) -> bool:
    """Say whether a party behind a title is its owner: an adjective, a genitive, a name behind ba or lam.

    Behind a role word alone, which is definite, a bare name is an object («شكر الوزير ليبيا»).
    """
    word = wording.folds[state.first]
    taken = state.start - wording.words[state.first].start
    if state.form == "demonym":
        return not taken and bare(word) != word
    if state.form == "weak" and (found.title is None or found.title.scope != "state"):
        return False
    if state.form == "name" and found.role is not None and found.last - found.first == 1 and not taken:
        return False
    return state.form != "capital" and taken <= 1 and (not taken or word[0] in slot("preposition")[:2])


def _told(parties: PartyTable, state: Candidate, found: TitleAt) -> bool:
    """Say whether a paper or agency behind a minister is whom he speaks to («الوزير لوكالة فرانس برس»)."""
    minister = found.role is not None or found.of_state
    return minister and parties.press.issuperset(state.codes)


def _inside(wording: Wording, found: TitleAt, parties: PartyTable) -> str | None:
    """Return the party that the title's own words name («المستشارة الألمانية»)."""
    for at in range(found.first + 1, found.last):
        hit = wording.match(parties.names, at)
        if hit is not None and hit.value.form != "weak" and at + hit.size <= found.last:
            return hit.value.codes[0]
    return None
