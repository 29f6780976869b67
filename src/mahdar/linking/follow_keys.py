"""Keys under which a thing is found by what takes it up later, without looking at anything else."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.lexicon.follow import FollowWords
from mahdar.linking.follow_terms import keys_of, party_term, root_term
from mahdar.linking.follow_view import Thing

__all__ = ["follow_keys"]

_MOST = 10
"""So many keys a thing has at most for its words: long lists name much and say little of each."""


def follow_keys(thing: Thing, words: FollowWords) -> tuple[str, ...]:
    """Return a thing's keys: its telling words, who does what on which track, and whose talks it is of.

    How rare a word is in a register is not asked: keys must not change as the register grows.
    """
    if thing.type == "meeting" or thing.goes_on:
        return (f"talks {'+'.join(sorted(thing.scene.sides))}",)
    if thing.what == "joint_statement":
        return ()
    terms = {term for part in thing.parts for term in part.terms}
    telling = sorted(
        (term for term in terms if _tells(term, words)), key=lambda term: (" " not in term, term)
    )
    return (*telling[:_MOST], *_doings(thing))


def _doings(thing: Thing) -> Iterator[str]:
    if thing.type == "act" and thing.what != "discuss" and thing.target | thing.doers:
        who = f"{'+'.join(sorted(thing.doers))} {'+'.join(sorted(thing.target))}"
        yield from (f"{thing.what} {who} {track}" for track in sorted(thing.tracks))


def _tells(term: str, words: FollowWords) -> bool:
    """Say whether a term tells things apart: a pair of words, or a word that names no field of talks."""
    if party_term(term) or root_term(term):
        return False
    vague = sum(_vague(word, words) for word in term.split())
    return vague < 2 if " " in term else not vague


def _vague(word: str, words: FollowWords) -> bool:
    return word in keys_of(words.common) or word in keys_of(words.field)
