"""What is done with an instrument where it is named: signed, announced, proposed, or only referred to.

The words of the rungs are looked for before the name (a verb, a masdar) and behind it (a relative clause, a
participle); the nearest before decides, the strongest of both sides wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mahdar.lexicon.instruments import InstrumentTable, Rung
from mahdar.lexicon.word_terms import Term
from mahdar.model.prose import Sentence
from mahdar.model.values import INSTRUMENT_ACTIONS
from mahdar.reading.context import Context
from mahdar.reading.instruments_sight import Naming

__all__ = ["Done", "RungAt", "action_of", "find_rungs", "stronger"]

_BEH = "\N{ARABIC LETTER BEH}"
_LAM = "\N{ARABIC LETTER LAM}"
_WAW = "\N{ARABIC LETTER WAW}"
_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
_FINITE_REACH = 30
"""Titles and names fill the space between a verb and what it is done with."""
_NOUN_REACH = 5
_CLOSE = 3
_FORCE_REACH = 45
"""«… تعمل بالفعل» may close a long sentence."""
_RELATIVE_REACH = 16
"""A second relative clause («… والتي تم …») may be this far behind the name."""
_BACKWARD = 8
"""How far before a word for signing its governor may stand."""
_GOVERNED = 14
"""How much further where «بـ» ties it to a verb («التزم … بتوقيع»)."""


@dataclass(frozen=True, slots=True)
class RungAt:
    """A word of a rung at its place."""

    i: int
    term: Term
    rung: Rung


@dataclass(frozen=True, slots=True)
class Done:
    """What is done, and the word that says so."""

    action: str
    at: int | None = None
    """Word index; None where nothing is done."""


def find_rungs(ctx: Context, table: InstrumentTable, sentence: Sentence) -> list[RungAt]:
    """Return the words of the rungs in a sentence, in order."""
    found: list[RungAt] = []
    for i in range(sentence.first, sentence.last):
        for term in table.rung_terms.get(ctx.folds[i], ()):
            if tuple(ctx.folds[i + 1 : i + term.length]) != term.rest or (term.tense and _is_noun(ctx, i)):
                continue
            found.append(RungAt(i, term, table.rungs[term.head]))
    return found


def _is_noun(ctx: Context, i: int) -> bool:
    """Say whether a word that could be a verb with an object ends in taa marbuta, or is part of a name."""
    return ctx.words[i].text.endswith(_TAA_MARBUTA) or ctx.covered[i]


def action_of(n: Naming, rungs: Sequence[RungAt], stop: int) -> Done:
    """Return the strongest thing that is done with an instrument at this place.

    Args:
        n: where it is named.
        rungs: the rungs of its sentence.
        stop: where the next instrument is named: words beyond belong to that one.
    """
    before = max(_before(n, rungs), key=lambda d: d.at or 0, default=None)
    after = list(_after(n, rungs, stop))
    found = ([before] if before else []) + after
    return min(found, key=lambda d: INSTRUMENT_ACTIONS.index(d.action), default=Done("referenced"))


def stronger(a: str, b: str) -> str:
    """Return the stronger of two actions."""
    return min(a, b, key=INSTRUMENT_ACTIONS.index)


def _before(n: Naming, rungs: Sequence[RungAt]) -> Iterator[Done]:
    """Yield what words before the name say, each by its reach."""
    for r in rungs:
        distance = _distance(n, r.i + r.term.length - 1)
        if r.rung.side == "after" or distance < 1 or r.i < n.clause[0] or distance > _reach(n, r):
            continue
        action = _resolved(n, r)
        if action is not None:
            yield Done(action, r.i)


def _distance(n: Naming, at: int) -> int:
    """Count the words before a name; people and titles do not count beyond a few."""
    plain = n.i - at
    return plain if plain <= _FINITE_REACH else plain - sum(n.ctx.covered[at : n.i])


def _reach(n: Naming, r: RungAt) -> int:
    """Return how far before a name a rung may stand; a statement is signed right behind the verb only."""
    if n.kind == "joint_statement" and r.rung.action != "announced":
        return _FINITE_REACH if n.has("on", n.i - 1, n.i) and r.rung.finite else _CLOSE
    if r.rung.side == "close":
        return _NOUN_REACH if r.rung.finite else _CLOSE
    if r.rung.finite:
        return _FINITE_REACH if r.rung.action != "proposed" else 2 * _NOUN_REACH
    return _CLOSE if r.rung.action in {"proposed", "reached"} else _NOUN_REACH


def _after(n: Naming, rungs: Sequence[RungAt], stop: int) -> Iterator[Done]:
    """Yield what words behind the noun say: an adjective, a relative clause, a participle, a predicate."""
    for r in rungs:
        if n.kind == "joint_statement" and r.rung.action != "announced":
            continue
        first = n.behind if r.rung.side == "after" else n.last
        if r.rung.side in {"before", "close"} or not first <= r.i < min(stop, n.sentence.last):
            continue
        action = _resolved(n, r) if _near(n, r) else None
        if action is not None:
            yield Done(action, r.i)


def _near(n: Naming, r: RungAt) -> bool:
    """Say whether a word behind the name stands near enough to speak of it."""
    if r.rung.action == "in_force":
        return r.i - n.last < _FORCE_REACH
    if r.rung.finite or r.rung.action == "signing":
        return _in_relative(n, r)
    return r.i - n.last < _CLOSE or _in_relative(n, r)


def _in_relative(n: Naming, r: RungAt) -> bool:
    """Say whether a word stands at the head of a relative clause of the name («التي وقعها …»)."""
    folds, words = n.ctx.folds, n.table.words["relative"]
    opened = any(
        folds[k] in words and (k - n.last <= _CLOSE or folds[k].startswith(_WAW))
        for k in range(max(n.last, r.i - _CLOSE), r.i)
    )
    asyndetic = r.i == n.last and bool(r.term.tense) and r.term.taken == ""
    return asyndetic or (opened and r.i - n.last < _RELATIVE_REACH)


def _resolved(n: Naming, r: RungAt) -> str | None:
    """Return the action that a word says here; None where it says nothing."""
    if r.rung.action in _READ:
        return _READ[r.rung.action](n, r)
    if not r.rung.finite or r.rung.action == "proposed":
        return r.rung.action
    if r.term.tense == "future":
        return "to_be_signed" if r.rung.action in {"signed", "amended"} else None
    if r.term.tense == "present":
        return _present(n, r)
    return r.rung.action


def _present(n: Naming, r: RungAt) -> str | None:
    """Read a present tense: a headline's report, or what is to be done behind «أن»."""
    before = n.ctx.folds[r.i - 1] if r.i > n.sentence.first else ""
    if before in n.ctx.acts.words["subjunctive"] or before in n.ctx.acts.words["future"]:
        return "to_be_signed" if r.rung.action == "signed" else None
    return r.rung.action if n.sentence.block in {"title", "kicker", "bullet"} else None


def _reached(n: Naming, r: RungAt) -> str:
    """Read a word for reaching an agreement: one is sought until it is said to be done."""
    before = n.ctx.folds[r.i - 1] if r.i > n.sentence.first else ""
    if r.rung.finite:
        wanted = before in n.ctx.acts.words["subjunctive"] or before in n.ctx.acts.words["negation"]
        return "signed" if r.term.tense == "past" and not wanted else "proposed"
    lo = max(n.clause[0] if r.i < n.i else n.last, r.i - _CLOSE)
    return "signed" if n.has("done", lo, r.i) and not n.has("proposing", lo, r.i) else "proposed"


def _agreed(n: Naming, r: RungAt) -> str | None:
    """Read «اتفق … على» right before a plan: it is made known; else it says nothing of the text."""
    if n.head.kind not in {"plan", "programme"} or not n.has("on", n.i - 1, n.i):
        return None
    return "announced" if r.term.tense == "past" else "proposed"


def _signing(n: Naming, r: RungAt) -> str:
    """Put a masdar of signing in its time by what stands before it."""
    far = _BACKWARD + (_GOVERNED if r.term.taken.endswith(_BEH) else 0)
    lo = max(n.clause[0] if r.i < n.i else n.last, r.i - far)
    if n.has("proposing", lo, r.i):
        return "proposed"
    if n.has("intending", lo, r.i) or r.term.taken.endswith(_LAM):
        return "to_be_signed"
    return "signed"


_READ: dict[str, Callable[[Naming, RungAt], str | None]] = {
    "signing": _signing,
    "reached": _reached,
    "agreed": _agreed,
}
"""Actions that the words around a rung decide."""
