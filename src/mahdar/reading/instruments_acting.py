"""Who acts in a run of words: whoever is named there and neither describes, houses, nor looks on."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.reading.clauses import Named, codes_in, named_in
from mahdar.reading.instruments_sight import Naming

__all__ = ["acting", "looking_on", "mediated", "who_tells"]

_WAW = "\N{ARABIC LETTER WAW}"
_REACH = 8
"""Who sponsors or looks on is named within so many words behind the word that says so."""
_BESIDE = 6
"""So far from a word for mediators stand their names."""


def acting(n: Naming, first: int, last: int) -> tuple[str, ...]:
    """Return the parties named between two words that can act, in text order, each once.

    An adjective of another noun cannot («المدينة الكينية»), nor whoever sponsors, mediates or is present
    («برعاية الأمم المتحدة», «بحضور رئيس الوزراء الإثيوبي»), nor where it happens («في الأمم المتحدة»).
    """
    found = named_in(n.ctx, first, last)
    aside = _looking_on(n, found, first, last)
    busy = {code for m, code in found if m.first not in aside and not _idle(n, m)}
    codes = codes_in(n.ctx, first, last, without=n.table.words["placing"])
    return tuple(c for c in codes if c in busy)


def _idle(n: Naming, m: Named) -> bool:
    """Say whether a party is named as an adjective only, as a house, or in the name of an institution."""
    form = getattr(m, "form", "")
    before = n.ctx.folds[m.first - 1] if m.first else ""
    if form == "demonym":
        people = before in n.table.words["between"] or (_joined(n, m) and m.first - 1 in n.ctx.at.parties)
        return m.first not in n.ctx.starts and not people
    words = n.table.words
    if form in {"organisation", "weak"} and (before in words["inside"] or before in words["seated"]):
        return True
    return form in {"", "capital"} and before in words["institution"]


def _looking_on(n: Naming, found: Sequence[tuple[Named, str]], first: int, last: int) -> set[int]:
    """Return the first words of those whom a word for sponsoring, mediating or being present leads to."""
    aside: set[int] = set()
    for k in range(first, last):
        if n.ctx.folds[k] not in n.table.words["mediating"]:
            continue
        end = k + _REACH
        for m, _ in found:
            if k < m.first <= end and (not aside or m.first - end <= 1 or _joined(n, m) or m.first <= k + 1):
                aside.add(m.first)
                end = m.last
    return aside


def _joined(n: Naming, m: Named) -> bool:
    """Say whether a name is joined to the one before by «و»."""
    return n.ctx.folds[m.first].startswith(_WAW)


def looking_on(n: Naming) -> set[str]:
    """Return the parties that the clause names as sponsors, mediators or guests only."""
    first, last = n.clause
    if not n.has("mediating", first, last):
        return set()
    found = named_in(n.ctx, first, last)
    aside = _looking_on(n, found, first, last)
    return {c for m, c in found if m.first in aside} - {c for m, c in found if m.first not in aside}


def mediated(n: Naming) -> tuple[str, ...]:
    """Return the two between whom the article's pair mediates («إلى جانب الدولتين الوسيطتين، قطر وباكستان»).

    They are named in the sentence that calls the pair so. Empty where it is not called so.
    """
    for i, fold in enumerate(n.ctx.folds):
        if fold not in n.table.words["mediators"]:
            continue
        sentence = n.ctx.sentence_of(i)
        aside = set(codes_in(n.ctx, i - 2, min(i + _BESIDE, sentence.last)))
        others = [c for c in codes_in(n.ctx, sentence.first, sentence.last) if c not in aside]
        if aside.issuperset(n.ctx.pair) and len(others) > 1:
            return tuple(others[:2])
    return ()


def who_tells(n: Naming, other: str) -> tuple[str, ...]:
    """Return the state that tells of a text made with another («مذكرة تفاهم مع وزارة الأوقاف المغربية»)."""
    stop, home = min(n.last + _LED, n.sentence.last), n.ctx.home
    at = next((k for k in range(n.behind, stop) if n.has("with", k, k + 1)), None)
    if at is None or home is None or home == other or home not in n.ctx.states:
        return ()
    return (home,) if other in codes_in(n.ctx, at + 1, at + _OTHER) else ()


_LED = 3
"""«الموقعة مع» stands so far behind the name at most."""
_OTHER = 8
"""The other side is named within so many words behind «مع»."""
