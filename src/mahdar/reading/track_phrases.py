"""Where a text names topics: the phrases of tracks.toml, each with its place, track and weight.

Source: lexicon/data/ar/tracks.toml
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from mahdar.language.clitics import bare, pronoun_readings, readings
from mahdar.lexicon.fold import fold
from mahdar.lexicon.inflect import noun_endings
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.tracks import BARE, Topics, TrackTrie, track_trie
from mahdar.reading.context import Context

__all__ = ["Hit", "hits_in"]

Hit: TypeAlias = tuple[int, str, float]
"""Word index, track, weight."""


def hits_in(ctx: Context, start: int, end: int) -> Iterator[Hit]:
    """Yield place, track and weight of each phrase; the longest at a word consumes its words.

    Args:
        ctx: the article.
        start: first word.
        end: one past the last.
    """
    openers, people, words = _openers(ctx.lexicon), ctx.at.people, ctx.words
    at = start
    while at < end:
        if at in people:
            at = people[at].last
            continue
        nodes, topics, seconds = openers[words[at].text]
        if not nodes:
            at += 1
            continue
        length = 1 if topics else 0
        if seconds and at + 1 < end and not seconds.isdisjoint(_stems_of(words[at + 1].text)):
            alone = topics
            length, topics = _longest(ctx, nodes, at, end)
            topics = alone if length == 1 else topics
        elif not topics:
            at += 1
            continue
        if not (_paper(ctx, at) if length > 1 else _other_word(ctx, at, topics)):
            yield from ((at, track, weight) for track, weight in topics if weight > 0)
        at += max(1, length)


def _paper(ctx: Context, at: int) -> bool:
    """Say whether a phrase between quotation marks is the paper spoken to («لـ«الشرق الأوسط»»)."""
    return at > 0 and bool(set(ctx.words[at].gap) & _MARKS) and ctx.folds[at - 1] == _LAM


_MARKS = frozenset('«“"')
_LAM = "\N{ARABIC LETTER LAM}"


def _other_word(ctx: Context, at: int, topics: Topics) -> bool:
    """Say whether a lone word is a state's name or capital («مالي», «سيول») or an act's verb («وطالبا»)."""
    party = ctx.at.parties.get(at)
    if party is not None and party.form in {"name", "capital"} and len(party.code) == _STATE:
        return True
    return bool(topics) and topics[0][1] < 1 and _is_verb(ctx, at)


_STATE = 3
"""Length of the codes of states."""


def _is_verb(ctx: Context, at: int) -> bool:
    """Say whether a word is rather the verb of an act («وطالبا», «طالبا من»: no students)."""
    found = ctx.candidates[at]
    joined = any(c.form.kind == "finite" and (c.conjunction or c.pronoun) for c in found)
    told = any(c.form.kind == "participle" and not c.definite for c in found)
    return (joined or (told and ctx.folds[at].endswith(_ALEF))) and not any(
        c.form.kind == "masdar" for c in found
    )


_ALEF = "\N{ARABIC LETTER ALEF}"


_Opener: TypeAlias = tuple[tuple[TrackTrie, ...], Topics, frozenset[str]]
"""The tries of the phrases that a word can begin, its topics alone, the stems one of which goes on."""


class _Openers(dict[str, _Opener]):
    """Word as it stands → what it begins; worked out once a word, for most nothing."""

    def __init__(self, trie: TrackTrie) -> None:
        super().__init__()
        self.trie = trie

    def __missing__(self, text: str) -> _Opener:
        """Work a word out and remember it."""
        nodes = tuple(self.trie[s] for s in _stems_of(text) if s in self.trie)
        definite = any(bare(rest) != rest for _, rest in readings(fold(text)))
        keys = (None,) if definite else (BARE, None)
        alone: Topics = next((node[key] for node in nodes for key in keys if key in node), ())
        seconds = frozenset(stem for node in nodes for stem in node if stem)
        found = self[text] = (nodes, alone, seconds)
        return found


@lru_cache(maxsize=4)
def _openers(lexicon: Lexicon) -> _Openers:
    """Return what begins phrases of tracks: one table for all documents of a lexicon."""
    return _Openers(track_trie(lexicon))


def _longest(ctx: Context, nodes: Sequence[TrackTrie], at: int, end: int) -> tuple[int, Topics]:
    """Return length and topics of the longest phrase whose first word leads to these nodes."""
    best: Topics = ()
    length, stop = 0, min(end, at + 6)
    for k in range(at + 1, stop + 1):
        topics = next((node[None] for node in nodes if None in node), None)
        if topics is not None:
            best, length = topics, k - at
        if k == stop:
            break
        nodes = [node[s] for s in _stems_of(ctx.words[k].text) for node in nodes if s in node]
        if not nodes:
            break
    return length, best


@lru_cache(maxsize=1 << 16)
def _stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a word as it stands."""
    return _stems(fold(text), owned=not text.endswith(_TAA_MARBUTA))


def _stems(fold: str, *, owned: bool) -> tuple[str, ...]:
    """Return what a folded word may be without particles, article, pronoun and ending; least taken first.

    Args:
        fold: the folded word.
        owned: False where it ends in taa marbuta, which folded looks like a pronoun («معاهدة», «معاهده»).
    """
    found: dict[str, None] = {}
    for _, rest in readings(fold):
        for stem, _ in pronoun_readings(rest) if owned else ((rest, ""),):
            found.setdefault(stem)
            found.setdefault(bare(stem))
    endings = noun_endings()
    for stem in tuple(found):
        if stem.endswith(endings):
            for ending in endings:
                if stem.endswith(ending) and len(stem) > len(ending) + 2:
                    found.setdefault(stem[: -len(ending)])
    return tuple(found)


_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
