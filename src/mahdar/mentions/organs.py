"""An organ noun and the state behind it: «وزارة الخارجية القطرية», «حكومة جمهورية مالطا»."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.clitics import slot
from mahdar.lexicon.parties import Organ, PartyName, PartyTable
from mahdar.mentions.wording import Match, Wording

__all__ = ["OrganAt", "organ_at"]

_MINISTRY_REACH = 6


@dataclass(frozen=True, slots=True)
class OrganAt:
    """An organ with its state."""

    start: int
    """Offset, particles left out."""
    last: int
    """One past its last word."""
    codes: tuple[str, ...]
    """Whose organ it is: the codes of the name behind it."""


def organ_at(wording: Wording, table: PartyTable, i: int) -> OrganAt | None:
    """Return the organ that begins at a word, with the state behind it; None without a state."""
    organ = wording.match(table.organs, i)
    if organ is None or (organ.value.short and _governed(wording, table, i)):
        return None
    state = _state_behind(wording, table, i + organ.size, organ)
    if state is None:
        return None
    at, hit = state
    return OrganAt(wording.start(i, organ.taken), at + hit.size, hit.value.codes)


def _state_behind(
    wording: Wording, table: PartyTable, end: int, found: Match[Organ]
) -> tuple[int, Match[PartyName]] | None:
    """Walk over the organ's portfolio to the first name of a party; None where it is not the organ's own."""
    organ = found.value
    if not wording.follows(end):
        return None
    for at in range(end, min(wording.ends[end - 1], end + organ.reach + 1)):
        hit = wording.match(table.names, at)
        if hit is not None:
            construct = at == end and found.size == 1 and not wording.definite(at - 1)
            if _fits(organ, hit, construct=construct):
                return at, hit
            whole = hit.value.form == "name" and hit.size > 1  # «وشكرت الوزارة المملكة العربية السعودية»
            if organ.reach < _MINISTRY_REACH or whole:
                return None
        if wording.folds[at] in table.within:
            return _inside(wording, table, at + 1)
        if not wording.definite(at):
            portfolio = at == end and organ.reach >= _MINISTRY_REACH and not wording.definite(at - 1)
            return _construct(wording, table, at + 1) if portfolio else None
    return None


def _inside(wording: Wording, table: PartyTable, at: int) -> tuple[int, Match[PartyName]] | None:
    """Return the state that a preposition ties the organ to («وزارة الصحة في الأردن»)."""
    hit = wording.match(table.names, at) if wording.follows(at) else None
    return (at, hit) if hit is not None and not hit.taken and hit.value.form == "name" else None


_construct = _inside
"""«وزارة خارجية السويد»: the state behind a portfolio without an article is found the same way."""


def _fits(organ: Organ, hit: Match[PartyName], *, construct: bool) -> bool:
    """Say whether this name is the organ's own: an adjective that agrees, a genitive, a name behind ba."""
    if hit.value.form == "demonym" or hit.value.feminine:
        return not hit.taken and hit.value.feminine == (organ.gender == "f")
    if hit.value.form not in {"name", "weak"}:
        return False
    return hit.taken == slot("preposition")[0] or (construct and not hit.taken)


def _governed(wording: Wording, table: PartyTable, i: int) -> bool:
    """Say whether a noun governs the word («وزير الخارجية», «السياسة الخارجية»)."""
    return wording.follows(i) and any(rest in table.governing for _, rest in wording.readings[i - 1])
