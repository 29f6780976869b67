"""What is done with an instrument where it is named: signed, announced, proposed, or only referred to.

The words of the rungs are looked for before the name (a verb, a masdar) and behind it (a relative clause, a
participle); the nearest before decides, the strongest of both sides wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mahdar.lexicon.instruments import InstrumentTable
from mahdar.model.prose import Sentence
from mahdar.model.values import INSTRUMENT_ACTIONS
from mahdar.reading.clauses import mentions_in
from mahdar.reading.context import Context
from mahdar.reading.instruments_rungs import RungAt, resolved
from mahdar.reading.instruments_sight import Naming

__all__ = ["Done", "RungAt", "action_of", "find_rungs", "stronger"]

_LAM, _BEH = "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER BEH}"
_WAW = "\N{ARABIC LETTER WAW}"
_ITS = ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}")
"""A pronoun at the end of a verb stands for what the relative clause is about."""
_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
_FINITE_REACH = 30
"""Titles and names fill the space between a verb and what it is done with."""
_NOUN_REACH = 5
_SIGNED_ON = 14
"""Sides, day and place may stand between «التوقيع» and «على»."""
_CLOSE = 3
_FORCE_REACH = 45
"""«… تعمل بالفعل» may close a long sentence."""
_RELATIVE_REACH = 16
"""A second relative clause («… والتي تم …») may be this far behind the name."""


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
            if _roughly(ctx, table, i):
                continue
            found.append(RungAt(i, term, table.rungs[term.head]))
    return found


def _roughly(ctx: Context, table: InstrumentTable, i: int) -> bool:
    """Say whether «نحو» stands before a number, so that nothing is striven for («نحو 40 اتفاقية»)."""
    if ctx.folds[i] not in table.words["roughly"]:
        return False
    return any(m.first <= i + 1 for m in mentions_in(ctx.article.mentions.amounts, i + 1, i + 2))


def _is_noun(ctx: Context, i: int) -> bool:
    """Say whether a word that could be a verb with an object ends in taa marbuta, or is part of a name."""
    return ctx.words[i].text.endswith(_TAA_MARBUTA) or ctx.covered[i]


def action_of(n: Naming, rungs: Sequence[RungAt], since: int, stop: int) -> Done:
    """Return the strongest thing that is done with an instrument at this place; of two alike the nearer.

    Args:
        n: where it is named.
        rungs: the rungs of its sentence.
        since: words before this one are of the instrument named before, on which this one only rests.
        stop: where the next instrument is named: words beyond belong to that one.
    """
    before = list(_before(n, [r for r in rungs if r.i >= since]))
    if n.has("drafts", n.i - 1, n.i):
        taken = "announced" if n.kind == "resolution" else "to_be_signed"
        before = [d for d in before if d.action == taken] or before
    nearest = max(before, key=lambda d: d.at or 0, default=None)
    after = [] if nearest and _holds_another(n) else list(_after(n, rungs, stop))
    if nearest is not None and nearest.action == "amended" and not n.term.taken:
        after = [d for d in after if n.has("relative", n.last, d.at or n.last)]
    found = ([nearest] if nearest else []) + after
    return min(found, key=lambda d: _rank(n, d), default=Done("referenced"))


def _holds_another(n: Naming) -> bool:
    """Say whether the phrase names another text, of which what follows tells («بروتوكول لاتفاقية …»)."""
    return n.inner is None and any(n.ctx.folds[k] in n.table.terms for k in range(n.behind, n.last))


def _rank(n: Naming, done: Done) -> tuple[int, int]:
    """Order what is done: the strongest first, of two alike the one that stands nearer."""
    at = n.i if done.at is None else done.at
    return INSTRUMENT_ACTIONS.index(done.action), (n.i - at if at < n.i else at - n.last)


def stronger(a: str, b: str) -> str:
    """Return the stronger of two actions."""
    return min(a, b, key=INSTRUMENT_ACTIONS.index)


def _before(n: Naming, rungs: Sequence[RungAt]) -> Iterator[Done]:
    """Yield what words before the name say, each by its reach."""
    for r in rungs:
        distance = _distance(n, r.i + r.term.length - 1)
        if r.rung.side == "after" or distance < 1 or r.i < n.clause[0] or distance > _reach(n, r):
            continue
        if _told_beyond(n, r) or _aside(n, r) or _of_another(n, r):
            continue
        action = resolved(n, r)
        if action is not None:
            yield Done(action, r.i)


def _told_beyond(n: Naming, r: RungAt) -> bool:
    """Say whether «أن» parts a verb from the name: what it does, it does with something else."""
    told = n.ctx.acts.words["that"]
    return r.rung.finite and any(n.ctx.folds[k] in told for k in range(r.i + 1, n.i))


def _of_another(n: Naming, r: RungAt) -> bool:
    """Say whether a verb stands in the relative clause of a text before («التي أقرها البرلمان»)."""
    led = r.rung.finite and n.has("relative", r.i - 1, r.i)
    return led and n.ctx.folds[r.i].endswith(_ITS)


def _aside(n: Naming, r: RungAt) -> bool:
    """Say whether an attached «ل» or «ب» makes the name no object of a verb («أعلنا تأييدهما لخطة …»)."""
    aside = r.rung.finite and r.rung.action in _TRANSITIVE and n.term.taken.endswith((_LAM, _BEH))
    return aside and not n.has("working", n.i - 1, n.i)


_TRANSITIVE = frozenset({"signed", "announced", "amended"})


def _distance(n: Naming, at: int) -> int:
    """Count the words before a name; people and titles do not count beyond a few."""
    plain = n.i - at
    return plain if plain <= _FINITE_REACH else plain - sum(n.ctx.covered[at : n.i])


def _reach(n: Naming, r: RungAt) -> int:
    """Return how far before a name a rung may stand; a statement is signed right behind the verb only."""
    if n.kind == "joint_statement" and r.rung.action != "announced":
        object_ = n.has("on", n.i - 1, n.i) or n.head.opens == "place"
        return _FINITE_REACH if object_ and r.rung.finite else _CLOSE
    if r.rung.side == "close":
        return _NOUN_REACH if r.rung.finite else _CLOSE
    if r.rung.finite:
        return _FINITE_REACH if r.rung.action != "proposed" else 2 * _NOUN_REACH
    counted = n.i - (n.number is not None)
    if r.rung.action == "signing" and n.has("on", counted - 1, counted):
        return _SIGNED_ON
    led = n.has("on", n.i - 1, n.i) or n.has("about", n.i - 1, n.i)
    return _CLOSE if r.rung.action in {"proposed", "reached"} and not led else _NOUN_REACH


def _after(n: Naming, rungs: Sequence[RungAt], stop: int) -> Iterator[Done]:
    """Yield what words behind the noun say: an adjective, a relative clause, a participle, a predicate."""
    for r in rungs:
        if n.kind == "joint_statement" and r.rung.action != "announced":
            continue
        if r.rung.action == "announced" and r.term.taken.startswith(_WAW) and not r.rung.finite:
            continue  # «… البيطري وصادر الماشية» tells of exports
        first = n.behind if r.rung.side == "after" else n.last
        if r.rung.side in {"before", "close"} or not first <= r.i < min(stop, n.sentence.last):
            continue
        action = resolved(n, r) if _near(n, r) else None
        if action is not None:
            yield Done(action, r.i)


def _near(n: Naming, r: RungAt) -> bool:
    """Say whether a word behind the name stands near enough to speak of it."""
    if r.rung.action == "in_force":
        return r.i - n.last < _FORCE_REACH
    if r.rung.finite or r.rung.action == "signing":
        return _in_relative(n, r) or _is_predicate(n, r)
    return r.i - n.last < _CLOSE or _in_relative(n, r)


def _is_predicate(n: Naming, r: RungAt) -> bool:
    """Say whether a past behind «قد» tells of the text that stands before it («كانت مذكرة … قد وقعت»)."""
    if r.i - n.last > _RELATIVE_REACH or n.term.taken not in {"", _WAW} or n.has("relative", n.last, r.i):
        return False
    alone = n.i == n.sentence.first or n.has("was", n.i - 1, n.i)
    return alone and r.term.tense == "past" and r.term.number == "s" and n.has("been", r.i - 1, r.i)


def _in_relative(n: Naming, r: RungAt) -> bool:
    """Say whether a word stands at the head of a relative clause of the name («التي وقعها …»)."""
    folds, words = n.ctx.folds, n.table.words["relative"]
    opened = any(
        folds[k] in words and (k - n.last <= _CLOSE or folds[k].startswith(_WAW))
        for k in range(max(n.last, r.i - _CLOSE), r.i)
    )
    asyndetic = r.i == n.last and bool(r.term.tense) and r.term.taken == ""
    return asyndetic or (opened and r.i - n.last < _RELATIVE_REACH)
