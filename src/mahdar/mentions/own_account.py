"""Whose own account an article is, where nobody signs it: the state that it speaks of as one does of oneself.

Who writes for a state tells whose the others' officials are and calls their states sisters and friends
(«الوزير الكيني», «سفير كينيا», «جمهورية كينيا الصديقة»); its own ministers bear no state's name. Each such
mark speaks against a state; what is left is the article's own, if it is spoken of often enough.

Limits: reports of agencies abroad tell of everybody whose he is; nobody is left there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mahdar.lexicon.parties import PartyTable
from mahdar.mentions.wording import Wording
from mahdar.model.mentions import Mentions, OfficeMention
from mahdar.model.units import PartyCode

__all__ = ["foreign_marks", "whose_account", "whose_side"]


def whose_account(found: Mentions, marks: Counter[PartyCode], states: frozenset[str]) -> PartyCode | None:
    """Return the state whose own account an article is; None where two may be.

    Args:
        found: what the article names.
        marks: what speaks against each state (`foreign_marks`).
        states: codes of states.
    """
    named = Counter(m.code for m in found.parties if m.code in states)
    early = {m.code for m in found.parties if m.first < _HEAD} & states
    if all(marks[code] for code in early):
        early = set(states)  # the first lines name the others only
    most = max(named.values(), default=0)
    likely = {
        code: _FREQUENT * n / most - marks[code]
        for code, n in named.items()
        if n >= most * _SHARE and code in early
    }
    ranked = sorted(likely, key=lambda code: -likely[code])
    if len(ranked) < _TWO:
        return None
    return ranked[0] if likely[ranked[0]] - likely[ranked[1]] >= _CLEAR else None


def whose_side(found: Mentions, marks: Counter[PartyCode], states: frozenset[str]) -> PartyCode | None:
    """Return the state whose officials a report of two states names without it, as the other's with theirs.

    Args:
        found: what the article names.
        marks: what speaks against each state (`foreign_marks`).
        states: codes of states.

    Returns:
        None where a third state is spoken of much, or where the text tells of both states' officials whose
        they are, or of neither's.
    """
    named = Counter(m.code for m in found.parties if m.code in states)
    ranked = [code for code, _ in named.most_common()]
    if len(ranked) < _TWO or any(named[ranked[1]] < _TWO * named[code] for code in ranked[_TWO:]):
        return None
    ours = [code for code in ranked[:_TWO] if not marks[code]]
    others = [code for code in ranked[:_TWO] if marks[code]]
    early = any(m.code in ours for m in found.parties if m.first < _HEAD)
    bare = any(office.first < _HEAD for office in (*_unsaid(found), *found.bare_offices))
    return ours[0] if len(ours) == len(others) == 1 and early and bare else None


def _unsaid(found: Mentions) -> Iterator[OfficeMention]:
    """Yield named people's offices that nothing tells the state of («الملك فيليب ملك بلجيكا» does)."""
    told = [o for o in found.offices if o.party]
    for office in found.offices:
        if not office.of_state or office.party is not None or office.name is None:
            continue
        again = (o for o in told if o.name is None and o.title == office.title)
        named = any(o.name == office.name for o in told)
        if not named and not any(0 < o.first - office.last <= _NAME for o in again):
            yield office


_NAME = 5
"""Words of a name between a title and the same title said again."""
_SHARE = 0.3
"""A state named less often than this part of what is named most is only spoken of."""
_HEAD = 60
"""Words within which whom the article is about is named."""
_FREQUENT = 0.5
"""What being named most tells, in marks: never enough by itself."""
_TWO = 2
_CLEAR = 0.7
"""By how much the first has to be likelier than the second, in marks."""


def foreign_marks(found: Mentions, wording: Wording, parties: PartyTable) -> Counter[PartyCode]:
    """Count what tells of each state that the article is not its own."""
    marks: Counter[PartyCode] = Counter()
    for m in found.parties:
        behind = range(m.last, min(m.last + _BEHIND, len(wording.words)))
        if any(wording.folds[k] in parties.kin and wording.follows(k) for k in behind):
            marks[m.code] += _KIN
    named = {k for m in found.parties for k in range(m.first, m.last)}
    for office in found.offices:
        if office.party and not named.isdisjoint(range(office.first + 1, office.last)):
            marks[office.party] += 1
    return marks


_BEHIND = 2
"""Words behind a state's name within which the courtesy stands («جمهورية مصر العربية الشقيقة»)."""
_KIN = 2
"""A courtesy tells as much as two officials named with their state."""
