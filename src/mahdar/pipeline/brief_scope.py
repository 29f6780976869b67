"""What a brief is about: a series, one edition of it, or a party; and what of the register belongs to it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from mahdar.errors import UnknownIdError
from mahdar.lexicon import Lexicon
from mahdar.lexicon.parties import codes_named, party_table
from mahdar.model.units import ArticleId, IsoDate, PartyCode
from mahdar.pipeline.brief_occasions import Occasion, occasions
from mahdar.pipeline.brief_texts import Texts
from mahdar.register import Register

__all__ = ["Scope", "scope_of"]

_EDITION: Final = re.compile(r"(?P<series>.+?)[\s/#:]+(?P<edition>\d{1,3})\s*")
_BETWEEN: Final = re.compile(r"\s*(?:[-+/,&–]|\sand\s)\s*")
_DIGITS: Final = 6
"""Of an id that are enough to be taken for one."""
_LEAST: Final = 2
"""Parties that make a dialogue."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a brief is about."""

    asked: str
    """As the user calls it."""
    parties: frozenset[PartyCode]
    across: frozenset[PartyCode]
    """Whose people sit across the table."""
    kind: str | None
    """The kind of the series' meetings; None for a party."""
    edition: int | None
    """Where one edition is asked for."""
    as_of: IsoDate
    last: Occasion | None
    """The session that was held last."""
    before: Occasion | None
    """The one before it."""
    next: Occasion | None
    """The one that is planned."""
    articles: frozenset[ArticleId | None]
    """All that speak of any of its occasions."""

    @property
    def narrowed(self) -> str:
        """The options that narrow a listing down to its parties."""
        return " ".join(f"--party {shlex.quote(code)}" for code in sorted(self.parties))

    def concerns(self, parties: Iterable[PartyCode]) -> bool:
        """Say whether what has these parties belongs here: two of a dialogue's, or the party itself."""
        shared = len(self.parties.intersection(parties))
        return shared >= min(_LEAST, len(self.parties))


def scope_of(register: Register, texts: Texts, asked: str, as_of: IsoDate, lexicon: Lexicon) -> Scope:
    """Find out what a brief is about.

    Raises:
        UnknownIdError: the register knows nothing of that name, or several things.
    """
    every = occasions(register, texts, as_of)
    codes = codes_named(asked, lexicon) if not asked.startswith("ORG:") else (asked,)
    if len(codes) == 1:
        return _of_party(asked, codes[0], every, as_of)
    found = _EDITION.fullmatch(asked.strip())
    series, edition = (found["series"], int(found["edition"])) if found else (asked, None)
    members = _series(series, every, lexicon)
    if not members:
        raise UnknownIdError(_unknown(asked, every, lexicon))
    return _of_series(asked, members, edition, as_of)


def _of_party(asked: str, party: PartyCode, every: Sequence[Occasion], as_of: IsoDate) -> Scope:
    members = [one for one in every if party in one.parties]
    if not members:
        why = f"no meeting of {party} is in the register; `mahdar show --type meeting` lists what is"
        raise UnknownIdError(why)
    own = frozenset({party})
    return _scope(asked, own, members, None, as_of)


def _of_series(asked: str, members: Sequence[Occasion], edition: int | None, as_of: IsoDate) -> Scope:
    editions = sorted({one.edition for one in members if one.edition})
    if edition is not None and edition not in editions:
        known = ", ".join(map(str, editions)) or "none"
        raise UnknownIdError(f"{asked}: the register knows no edition {edition} of it, but {known}")
    return _scope(asked, members[0].parties, members, edition, as_of)


def _scope(
    asked: str,
    parties: frozenset[PartyCode],
    members: Sequence[Occasion],
    edition: int | None,
    as_of: IsoDate,
) -> Scope:
    """Tell the last session, the one before it and the next among the occasions."""
    sessions = [one for one in members if one.series]
    held = _held(sessions, as_of) or _held(members, as_of)
    if edition is not None:
        held = [one for one in held if one.edition is not None and one.edition <= edition]
    last = held[-1] if held else None
    before = next((one for one in reversed(held[:-1]) if last and one.series == last.series), None)
    return Scope(
        asked=asked,
        parties=parties,
        across=parties,
        kind=None if len(parties) == 1 else members[0].kind,
        edition=edition,
        as_of=as_of,
        last=last,
        before=before,
        next=_next(sessions, last, as_of),
        articles=frozenset(mention.article for one in members for mention in one.mentions),
    )


def _held(members: Sequence[Occasion], as_of: IsoDate) -> list[Occasion]:
    """Return the occasions that were held by a day, in their order; the last of them needs a date."""
    return [one for one in members if one.date and one.held(as_of)]


def _next(sessions: Sequence[Occasion], last: Occasion | None, as_of: IsoDate) -> Occasion | None:
    """Return the first session that is planned and comes behind the last."""
    for one in sessions:
        later = one.edition and last and last.edition and one.edition > last.edition
        ahead = later or (one.date is not None and one.date > as_of)
        if ahead and not one.held(as_of):
            return one
    return None


def _series(name: str, every: Sequence[Occasion], lexicon: Lexicon) -> tuple[Occasion, ...]:
    """Return the occasions of the series that is called so: by its id, or by its parties."""
    by_id = tuple(one for one in every if one.series and one.series.startswith(name.strip()))
    if by_id and len(name.strip()) >= _DIGITS:
        return by_id
    codes = [codes_named(word, lexicon) for word in _BETWEEN.split(name)]
    parties = frozenset(code for few in codes for code in few[:1])
    if not all(codes) or len(parties) < _LEAST:
        return ()
    tied = [one for one in every if one.series and one.parties == parties]
    chosen = min((one.series for one in tied), key=lambda id_: _lesser(id_, tied), default=None)
    return tuple(one for one in tied if one.series == chosen)


def _lesser(series: str | None, tied: Sequence[Occasion]) -> tuple[bool, int]:
    """Rank series of the same parties: the strategic dialogue first, then the one with most occasions."""
    members = [one for one in tied if one.series == series]
    return members[0].kind != "strategic_dialogue", -len(members)


def _unknown(asked: str, every: Sequence[Occasion], lexicon: Lexicon) -> str:
    """Say that nothing is called so, and what is called nearly so."""
    if not every:
        return "the register holds no meeting; `mahdar read` adds documents"
    pairs = dict.fromkeys(tuple(sorted(one.parties)) for one in every if one.series)
    names = ["-".join(order) for pair in pairs for order in (pair, pair[::-1])]
    english = party_table(lexicon).english
    spelled = {english[code].casefold(): code for one in every for code in one.parties if code in english}
    near = get_close_matches(asked.upper(), names, n=1, cutoff=0.6)
    near += [spelled[word] for word in get_close_matches(asked.casefold(), spelled, n=2, cutoff=0.75)]
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    what = f"{asked!r} is no series, edition or party of this register"
    return f"{what}{meant or '; `mahdar show --type meeting` lists its meetings'}"
