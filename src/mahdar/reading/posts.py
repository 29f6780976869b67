"""For whom a person acts whose post stands behind his name: «اللواء سالم، رئيس جهاز الجمارك في مالطا».

No list has all posts. A noun of a post with the name of a state's body behind it is one of that state; which
state that is, the rest of the phrase says, else the article's home.
"""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.model.units import PartyCode
from mahdar.reading.article import LaidOut

__all__ = ["body_behind", "party_behind"]

Words = dict[str, frozenset[str]]

_REACH = 9
"""Words of such a phrase."""


def body_behind(text: LaidOut, words: Words, last: int) -> int | None:
    """Return where the body of state is named whose post stands behind a name.

    Args:
        text: the article.
        words: the closed lists of the lexicon.
        last: one past the name's last word.
    """
    folds, post, body = text.folds, words["post"], words["state_body"]
    if last >= len(folds) or folds[last] not in post or set(text.words[last].gap) - _COMMA:
        return None
    for k in range(last + 1, min(last + _REACH, len(folds))):
        if text.words[k].gap:
            return None
        if folds[k] in body:
            return k
        if folds[k] not in post:
            return None
    return None


def party_behind(text: LaidOut, words: Words, body: int, states: frozenset[str]) -> PartyCode | None:
    """Return the state that a body's phrase names: an adjective behind it, or a name behind «في»."""
    for k in range(body, min(body + _REACH, len(text.folds))):
        if k > body and text.words[k].gap:
            return None
        named = text.at.parties.get(k)
        if named is not None:
            return named.code if named.code in states else None
        definite = bare(text.folds[k]) != text.folds[k]
        if k > body + 1 and not definite and text.folds[k] not in words["linking"]:
            return None
    return None


_COMMA = frozenset({"\N{ARABIC COMMA}", ","})
