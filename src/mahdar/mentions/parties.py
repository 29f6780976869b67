"""Words → the parties they name.

Candidates come from one phrase table, longest first, from left to right; `RULES` throw out those whose
context speaks against a party; organs swallow the state behind them; last, weak names are kept where the
article names their party in full.

Limits: a state named only by a pronoun or a role («الجانبان») is no mention; that is the reader's work.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from mahdar.language.clitics import slot
from mahdar.lexicon.parties import PartyName, PartyTable
from mahdar.lexicon.stops import NAME, PARTY
from mahdar.mentions.organs import organ_at
from mahdar.mentions.wording import Wording
from mahdar.model.mentions import PartyMention, PlaceMention

__all__ = ["Candidate", "find_parties", "state_at"]

Covered = Sequence[tuple[int, int]]
"""Spans of words, by first word: those that name people."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may name a party."""

    first: int
    last: int
    start: int
    """Offset, particles left out."""
    codes: tuple[str, ...]
    form: str

    def mention(self, wording: Wording, code: str) -> PartyMention:
        """Return the mention of this phrase as one of a party."""
        return PartyMention(
            self.start, wording.words[self.last - 1].end, self.first, self.last, code, self.form
        )


Rule = Callable[[Wording, PartyTable, int, PartyName], bool]


def _behind_a_thing(wording: Wording, table: PartyTable, i: int, name: PartyName) -> bool:
    """«بحر عمان», «الدولار الأمريكي»: the noun before makes it part of something else."""
    if not wording.follows(i) or name.form == "organisation" or wording.folds[i - 1] not in table.apart:
        return False
    return name.form == "demonym" or wording.folds[i] in table.names.by_head


def _own_genitive(wording: Wording, table: PartyTable, i: int, name: PartyName) -> bool:
    """«بالدولار الأمريكي», «للغة الفرنسية»: the same behind an attached particle."""
    if not wording.follows(i) or name.form not in {"demonym", "name", "capital"}:
        return False
    return any(rest in table.apart for taken, rest in wording.readings[i - 1] if taken)


def _no_sum(wording: Wording, _: PartyTable, i: int, name: PartyName) -> bool:
    """«فاز 5-1»: of the names that begin with a digit («5+1») each has its plus sign."""
    digits = wording.folds[i].isdigit() and bool(name.codes)
    return digits and not (i + 1 < len(wording.words) and _PLUS in wording.words[i + 1].gap)


_PLUS = "+"


def _described(wording: Wording, table: PartyTable, i: int, name: PartyName) -> bool:
    """«الحزب الجمهوري» is another party than the one that is merely «الحزب»."""
    hit = wording.match(table.names, i) if name.form == "weak" and len(name.codes) == 1 else None
    if hit is None or hit.size > 1 or not wording.follows(i + 1):
        return False
    behind = wording.folds[i + 1]
    described = behind.startswith(slot("article")[0]) and behind.endswith(_ADJECTIVE)
    return described and name.codes[0] not in table.states and wording.match(table.names, i + 1) is None


def _is_a_thing(wording: Wording, table: PartyTable, i: int, name: PartyName) -> bool:
    """«كابل كهربائي بحري» is no capital: an adjective without article describes it."""
    hit = wording.match(table.names, i) if name.form == "capital" else None
    if hit is None or hit.size > 1 or not wording.follows(i + 1) or wording.kinds[i + 1] & (NAME | PARTY):
        return False
    behind = wording.folds[i + 1]
    return len(behind) >= _LONG and behind.endswith(_ADJECTIVE[0]) and not wording.definite(i + 1)


_LONG = 5
"""Letters of such an adjective at least («بحري» may be a name)."""
_ADJECTIVE = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}")
"""Endings of a folded adjective of relation."""
RULES: tuple[Rule, ...] = (_behind_a_thing, _own_genitive, _no_sum, _described, _is_a_thing)
"""Each says True where the phrase names no party here."""


def find_parties(
    wording: Wording,
    table: PartyTable,
    people: Covered,
    places: Sequence[PlaceMention],
    home: str | None = None,
) -> tuple[PartyMention, ...]:
    """Find every party an article names.

    Args:
        wording: the article's words.
        table: all names of parties.
        people: spans of words that name people; no party is read in them.
        places: a longer place hides the name inside it («قناة بنما»), capitals aside.
        home: the article's own state: a weak name is its own.

    Order: by start, never overlapping.
    """
    hidden = [(p.first, p.last) for p in places if p.last - p.first > 1]
    found = [
        c
        for c in _candidates(wording, table)
        if _around(c, people) is None and not _is_hidden(c, _around(c, hidden))
    ]
    found = _short_forms(wording, found)
    strong = [c for c in found if c.form not in _UNSURE]
    known = ((c, _own_name(c, home) or _known(c, strong)) for c in found)
    return tuple(c.mention(wording, code) for c, code in known if code is not None)


def _short_forms(wording: Wording, found: Sequence[Candidate]) -> list[Candidate]:
    """Give a name that is the beginning of another's, written before it in full, to that other.

    «الاتحاد الأفريقي» behind «الاتحاد الأفريقي لكرة القدم», and no African Union before: the football one.
    """
    begun: dict[tuple[str, ...], Candidate] = {}
    kept: list[Candidate] = []
    for c in found:
        name = _as_written(wording, c)
        whole = begun.setdefault(name, c)
        kept.append(c if whole.codes == c.codes else replace(c, codes=whole.codes, form=whole.form))
        if c.form == "organisation":
            for size in range(2, len(name)):
                begun.setdefault(name[:size], c)
    return kept


def _as_written(wording: Wording, c: Candidate) -> tuple[str, ...]:
    """Return a name's words, without what is attached to the first."""
    first = wording.words[c.first]
    return (first.text[c.start - first.start :], *wording.folds[c.first + 1 : c.last])


_UNSURE = frozenset({"weak", "capital", "seat"})
"""Forms that do not bear out a weak name."""


def state_at(wording: Wording, table: PartyTable, i: int) -> Candidate | None:
    """Return the party named by the phrase at a word, if no rule speaks against it."""
    hit = wording.match(table.names, i)
    if hit is None or any(rule(wording, table, i, hit.value) for rule in RULES):
        return None
    return Candidate(i, i + hit.size, wording.start(i, hit.taken), hit.value.codes, hit.value.form)


def _candidates(wording: Wording, table: PartyTable) -> Iterator[Candidate]:
    """Yield the phrases from left to right; where an organ begins, organ and state together."""
    end = 0
    for i in wording.where(PARTY):
        found = _candidate_at(wording, table, i) if i >= end else None
        if found is not None:
            yield found
            end = found.last


def _candidate_at(wording: Wording, table: PartyTable, i: int) -> Candidate | None:
    """Return what begins at a word: an organisation before an organ before a bare name."""
    state = state_at(wording, table, i)
    if state is not None and state.form == "organisation":
        return _with_home(wording, table, state)
    organ = organ_at(wording, table, i)
    if organ is not None and (state is None or state.last < organ.last):
        return Candidate(i, organ.last, organ.start, organ.codes, "ministry")
    return state


def _with_home(wording: Wording, table: PartyTable, found: Candidate) -> Candidate:
    """Let an organisation take in the adjective of its own state («… الفيدرالي الأمريكي»)."""
    home = table.homes.get(found.codes[0])
    if home is None or not wording.follows(found.last):
        return found
    hit = wording.match(table.names, found.last)
    if hit is None or hit.taken or hit.value.form != "demonym" or hit.value.codes[0] != home:
        return found
    return replace(found, last=found.last + hit.size)


def _around(c: Candidate, spans: Covered) -> tuple[int, int] | None:
    """Return the span that holds a candidate's first word."""
    at = bisect_right(spans, (c.first, _FAR)) - 1
    return spans[at] if at >= 0 and c.first < spans[at][1] else None


_FAR = 1 << 60


def _is_hidden(c: Candidate, around: tuple[int, int] | None) -> bool:
    """Say whether a place longer than the candidate holds it."""
    return around is not None and c.form != "capital" and around[1] - around[0] > c.last - c.first


def _own_name(c: Candidate, home: str | None) -> str | None:
    """Return the home of an article that calls it by a weak name («المملكة»), as its agency does."""
    return home if c.form == "weak" and home in c.codes else None


def _known(c: Candidate, strong: Sequence[Candidate]) -> str | None:
    """Return the party of a candidate; of a weak name the one that the article names nearest before it.

    One of which it speaks far more often goes before («كوريا» in a text on Seoul that names the North once).
    """
    if c.form != "weak" and len(c.codes) == 1:
        return c.codes[0]
    named = [s for s in strong if s.codes[0] in c.codes and len(s.codes) == 1]
    often = Counter(s.codes[0] for s in named).most_common(2)
    if len(often) > 1 and often[0][1] >= _FAR_MORE * often[1][1]:
        return often[0][0]
    before = [s for s in named if s.first < c.first]
    chosen = before[-1:] or named[:1]
    return chosen[0].codes[0] if chosen else None


_FAR_MORE = 4
"""How many times as often."""
