"""Titles and names → who holds which office.

Titles that stand together are one group with one holder («رئيس مجلس الوزراء وزير الخارجية»): the name right
behind the group, or the one before it that the group explains. A title with no name beside it gets the
holder that the document names elsewhere, if there is one alone; a role word the nearest earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mahdar.language.clitics import bare
from mahdar.mentions.identity import Bearer
from mahdar.mentions.titles import COMMAS, TitleAt
from mahdar.mentions.wording import Wording
from mahdar.model.mentions import OfficeMention

__all__ = ["Held", "Holding", "groups_of", "hold_offices", "office_mentions"]


@dataclass(frozen=True, slots=True)
class Holding:
    """A title and the person beside it."""

    title: TitleAt
    bearer: Bearer | None


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a person is said to hold."""

    article: int
    title: TitleAt
    english: str
    party: str | None
    bearer: Bearer
    address: str
    """First word of the honorifics before the title or the name; empty where there are none."""


Ends = dict[int, Bearer]
"""Word index → the person whose name begins (or ends) there."""


def groups_of(wording: Wording, titles: Sequence[TitleAt]) -> tuple[tuple[TitleAt, ...], ...]:
    """Put titles of one holder together, and give each the party that any of them has.

    A counterpart («نظيره») takes the office named before it.
    """
    groups: list[list[TitleAt]] = []
    before: list[TitleAt] = []
    for found in titles:
        title = _as_counterpart(found, before) if found.role is not None and found.role.counterpart else found
        if groups and _goes_on(wording, groups[-1], title):
            groups[-1].append(title)
        else:
            groups.append([title])
        before.append(title)
    return tuple(map(_with_one_party, groups))


def _as_counterpart(title: TitleAt, before: Sequence[TitleAt]) -> TitleAt:
    """Give a counterpart the office named last; where that was a bare «الوزير», the last minister's.

    Nobody is a spokesperson's counterpart: who speaks for a ministry tells what its minister does.
    """
    offices = [t for t in before if t.title is not None and not t.title.title.startswith(_SPOKES)]
    if offices and offices[-1].is_vague:
        offices = [
            t for t in offices if t.title is not None and t.title.title.startswith(_MINISTER_OF)
        ] or offices
    return replace(title, title=offices[-1].title) if offices else title


_MINISTER_OF = "Minister of"
_SPOKES = "Spokes"


def _goes_on(wording: Wording, group: Sequence[TitleAt], title: TitleAt) -> bool:
    """Say whether a title goes on the group: right behind it, and no office of another party or person."""
    before = group[-1]
    if before.last != title.first or not wording.follows(title.first) or title.pair or before.pair:
        return False
    if title.role is not None and title.role.counterpart:
        return False
    if (_reigns(title) and any(map(_reigns, group))) or (before.of_state and _is_guests(title)):
        return False
    party = next((t.party for t in group if t.party), None)
    if party is None or title.party is None:
        return True
    return party == title.party and not title.joined


def _reigns(title: TitleAt) -> bool:
    """Say whether a title is a head of state's: nobody holds two of them («شكر الملك الرئيس»)."""
    return title.title is not None and title.title.head_of_state


def _is_guests(title: TitleAt) -> bool:
    """Say whether a title is an envoy's with his state: whom an office of state receives, not its holder."""
    return title.title is not None and title.title.sent and title.party is not None


def _with_one_party(group: Sequence[TitleAt]) -> tuple[TitleAt, ...]:
    """Give the group's party to its titles that have none."""
    party = next((t.party for t in group if t.party), None)
    return tuple(t if t.party else replace(t, party=party) for t in group)


def hold_offices(
    wording: Wording, groups: Sequence[Sequence[TitleAt]], begins: dict[int, int], bearers: Sequence[Ends]
) -> tuple[Holding, ...]:
    """Find the person beside each title of an article.

    Args:
        wording: the article's words.
        groups: its titles.
        begins: where a name introduced by a title begins → the title's first word.
        bearers: people by the first word of each mention that has no particle on it, and by the
            word behind its last.

    Order: as the titles.
    """
    starts, ends = bearers
    heads = {group[-1].first for group in groups}
    behind = {first: at for at, first in begins.items() if first in heads}
    introduced = {behind[g[-1].first] for g in groups if g[-1].first in behind and g[-1].role is None}
    found: list[Holding] = []
    for number, group in enumerate(groups):
        at = behind.get(group[-1].first, group[-1].last)
        bearer = starts.get(at) if wording.follows(at) else None
        if bearer is None and _may_explain(wording, group[0]):
            bearer = _explained(wording, group[0].first, bearers, introduced)
            taken_up = bearer is not None and starts.get(group[0].first - 1) is bearer
            if bearer is not None and (
                _of_another(found, bearer, group) or (taken_up and _titled(found, bearer))
            ):
                bearer = None
        bearer = bearer or _between_commas(wording, at, starts, ends)
        if (
            bearer is None
            and number + 1 < len(groups)
            and _is_rank_of(wording, group[-1], groups[number + 1])
        ):
            rank = groups[number + 1][-1]
            bearer = starts.get(behind.get(rank.first, rank.last))
        found += [Holding(title, bearer) for title in group]
    return tuple(found)


def _is_rank_of(wording: Wording, title: TitleAt, after: Sequence[TitleAt]) -> bool:
    """Say whether a rank behind a comma is that of an office's holder («وكيل الوزارة، السفير فلان»)."""
    rank = after[0]
    beside = len(after) == 1 and rank.first == title.last and wording.words[rank.first].gap in COMMAS
    sent = rank.title is not None and rank.title.sent and rank.party is None and not rank.joined
    return beside and sent and title.of_state and rank.last - rank.first == 1


def _titled(found: Sequence[Holding], bearer: Bearer) -> bool:
    """Say whether somebody has a title: behind his mere surname stands another's («التقى الفهد رئيس …»)."""
    return any(h.bearer is bearer for h in found)


def _of_another(found: Sequence[Holding], bearer: Bearer, group: Sequence[TitleAt]) -> bool:
    """Say whether a state's office is somebody else's: the one named before it holds another state's.

    «التقى وزير الخارجية التونسي … وزير الخارجية الليبي»: the second is whom he met, and so is a woman behind
    a man's («استقبل الوزير التونسي … السفيرة الليبية»).
    """
    own = [h.title for h in found if h.bearer is bearer]
    hers = group[0].feminine and any(not t.feminine for t in own)
    mine = {t.party for t in own if t.party and (t.of_state or len(t.party) == _STATE) and not t.prefix}
    theirs = {t.party for t in group if t.party and len(t.party) == _STATE and not t.prefix}
    return hers or (bool(mine and theirs) and mine.isdisjoint(theirs))


_STATE = len("ISO")
"""Length of a state's code."""


def _may_explain(wording: Wording, title: TitleAt) -> bool:
    """Say whether a title can be that of the name before it: never a counterpart, nor behind a particle."""
    counterpart = title.role is not None and title.role.counterpart
    return not title.is_vague and not counterpart and title.start == wording.words[title.first].start


def _between_commas(wording: Wording, at: int, starts: Ends, ends: Ends) -> Bearer | None:
    """Return the person named between two commas behind a title («وزير الخارجية الكيني، X، »)."""
    bearer = starts.get(at)
    if bearer is None or wording.words[at].gap not in COMMAS:
        return None
    after = next((e for e in range(at + 1, at + 10) if ends.get(e) is bearer), len(wording.words))
    closed = after >= len(wording.words) or not wording.follows(after)
    return bearer if closed else None


def _explained(wording: Wording, first: int, bearers: Sequence[Ends], introduced: set[int]) -> Bearer | None:
    """Return the person whose name stands right before a title.

    Behind a comma only one with no title yet, or with a mere address («السفير فلان، المتحدث …»).
    """
    starts, ends = bearers
    bearer = ends.get(first)
    if bearer is None or wording.follows(first):
        return bearer
    begin = max((i for i in range(first - 10, first) if starts.get(i) is bearer), default=-1)
    return bearer if wording.words[first].gap in COMMAS and begin not in introduced else None


def office_mentions(
    article: int, wording: Wording, holdings: Sequence[Holding], held: Sequence[Held], names: dict[int, str]
) -> Iterator[OfficeMention]:
    """Yield the mentions of offices of an article.

    Args:
        article: its number.
        wording: its words.
        holdings: its titles and the people beside them.
        held: every office of the document that has a holder beside it.
        names: `id` of a bearer → Latin name.

    Order: by start. A role word that points at nobody is left out.
    """
    for holding in holdings:
        title, bearer = holding.title, holding.bearer
        party = title.party
        if bearer is None:
            bearer = _holder(article, wording, title, held)
        if party is None and (title.role is None or holding.bearer is not None):
            party = next((h.party for h in held if h.bearer is bearer and _same_office(title, h)), None)
        beside = holding.bearer is not None
        english = title.english(party) or ("" if beside else _office_of(bearer, held))
        if english:
            end = wording.words[title.last - 1].end
            name = names[id(bearer)] if bearer is not None else None
            sent = title.title is not None and title.title.sent
            yield OfficeMention(
                title.start, end, title.first, title.last, english, party, name, title.of_state, sent
            )


def _same_office(title: TitleAt, held: Held) -> bool:
    """Say whether a title is of the same office as one that is held."""
    both = title.title is not None and held.title.title is not None
    return both and title.title.id == held.title.title.id  # type: ignore[union-attr]


def _office_of(bearer: Bearer | None, held: Sequence[Held]) -> str:
    """Return the first office of the person a role word points at."""
    return next((h.english for h in held if h.bearer is bearer), "")


def _holder(article: int, wording: Wording, title: TitleAt, held: Sequence[Held]) -> Bearer | None:
    """Return the holder of a title with no name beside it."""
    earlier = [h for h in held if (h.article, h.title.first) < (article, title.first)]
    if title.role is None or title.role.counterpart:
        return _only_holder(title, held if title.party is not None else earlier)
    earlier = [h for h in earlier if title.party in (None, h.party)]
    stem = bare(wording.folds[title.first])[:_STEM]
    fitting = [h for h in earlier if _same_head(title, h)]
    addressed = [h for h in fitting if h.address and h.address[:_STEM] == stem]
    named = [h.bearer for h in (addressed if title.title is None else addressed or fitting)]
    return max(named, key=lambda b: _last_before(b, article, title.first)) if named else None


def _last_before(bearer: Bearer, article: int, first: int) -> tuple[int, int]:
    """Return where a person was last named before a word."""
    spots = ((number, named.first) for number, named in bearer.spots)
    return max((spot for spot in spots if spot < (article, first)), default=(-1, -1))


_STEM = 4
"""Letters that an honorific and the role word made of it share («معالي», «معاليه»)."""


def _same_head(title: TitleAt, held: Held) -> bool:
    """Say whether a role word can point at the holder of an office: by the office, or by its English head."""
    if title.title is None:
        return True
    if title.feminine != held.title.feminine:
        return False
    return held.title.title is not None and (
        held.title.title.id == title.title.id or held.english.startswith(_HEADS.get(title.title.title, "\0"))
    )


_HEADS = {"Minister": ("Minister", "Secretary of", "Secretary for", "Deputy Prime Minister")}
"""Offices that a bare word for minister can point at."""


def _only_holder(title: TitleAt, held: Sequence[Held]) -> Bearer | None:
    """Return the one person of the document who holds a title; None if there are two."""
    if title.title is None:
        return None
    found = {
        id(h.bearer): h.bearer
        for h in held
        if h.english == title.english(h.party) and title.party in (None, h.party)
    }
    return next(iter(found.values())) if len(found) == 1 else None
