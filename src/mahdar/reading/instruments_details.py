"""A naming and what is done there → whose it is, of what day, and whether it is enough for an entry."""

from __future__ import annotations

from dataclasses import replace

from mahdar.model.mentions import DateMention
from mahdar.reading.clauses import codes_in, is_bilateral, mentions_in, named_in
from mahdar.reading.instruments_action import Done
from mahdar.reading.instruments_merge import Seen
from mahdar.reading.instruments_opening import OPENS
from mahdar.reading.instruments_sight import Naming, known_as, parties_named

__all__ = ["in_a_row"]

_BILATERAL = frozenset(
    {"agreement", "amendment", "mou", "moc", "letter_of_intent", "joint_statement", "understanding"}
)
_DATED = frozenset({"signed", "amended", "announced", "in_force"})
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def seen(n: Naming, done: Done) -> Seen:
    """Say all that is told of an instrument where it is named."""
    if n.head.opens == "drafted":
        done = Done("proposed", n.i)
    kind, action = _kind(n, done)
    known = known_as(n)
    parties, explicit = (known.parties, True) if known else _parties(n, kind, done, parties_named(n))
    made = Seen(
        naming=n,
        kind=kind,
        action=action,
        parties=parties,
        named=len(parties_named(n)) > 1 or known is not None,
        explicit=explicit,
        known=known.id if known else "",
        date=_date(n, done),
        number=number_of(n),
        opens=False,
        spans=_spans(n, done),
    )
    return replace(made, opens=OPENS[n.head.opens](n, made))


def in_a_row(before: tuple[Seen, Done] | None, n: Naming, done: Done) -> tuple[Seen, Done]:
    """Say what is told of an instrument that may be one of several («اتفاقية للنقل ومذكرة تفاهم»).

    What «و» joins to the one before shares what is done with it, and its makers where it has none of its own.
    """
    if before is None or before[0].naming.sentence is not n.sentence:
        return seen(n, done), done
    first, its = before
    joined = n.term.taken.startswith(_WAW) and n.i - first.naming.last <= 1 and not n.term.definite * n.back
    if joined and done.at is None and its.at is not None and its.at < first.naming.i:
        done = its
    found = seen(n, done)
    alike = done.at is not None and done.at == its.at and len(first.parties) > 1
    if alike and len(found.parties) < 2 and set(found.parties) <= set(first.parties):
        found = replace(found, parties=first.parties, explicit=first.explicit)
        found = replace(found, opens=OPENS[n.head.opens](n, found))
    return found, done


_WAW = "\N{ARABIC LETTER WAW}"


def _kind(n: Naming, done: Done) -> tuple[str, str]:
    """Return kind and action; whatever is amended is an amendment."""
    if n.inner is not None:
        return "amendment", "amended" if done.action in {
            "referenced",
            "announced",
            "proposed",
        } else done.action
    if done.action == "amended":
        return ("amendment", "amended") if n.kind == "agreement" else (n.kind, "referenced")
    cited = n.kind in {"order", "resolution"} and done.action == "announced" and (done.at or 0) >= n.last
    return n.kind, "referenced" if cited else done.action


def _parties(n: Naming, kind: str, done: Done, explicit: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Return whose it is, and whether the words beside it say so themselves.

    Who the phrase names, who does what is done with it, the article's pair, the head's own party.
    """
    if len(explicit) > 1 and (kind not in _ONE_SIDED or n.has("between", n.behind, n.last)):
        return explicit, True
    if (kind not in _BILATERAL and n.head.opens != "drafted") or n.head.opens in {"listed", "council"}:
        return _one_sided(n, kind, done, explicit), False
    if n.has("makers", n.last, n.last + 4):
        named = codes_in(n.ctx, n.sentence.first, n.i, without=n.table.words["placing"])
        return (named[-2:], True) if len(named) > 1 else (n.ctx.pair, False)
    doers = tuple(dict.fromkeys((*explicit, *_doers(n, done))))
    if kind == "joint_statement" and len(doers) < 2 and n.head.opens != "place":
        doers = (
            codes_in(n.ctx, n.last, min(n.clause[1], n.last + _ISSUERS), without=n.table.words["about"])
            or doers
        )
    if len(doers) > 1:
        return (_with_other(explicit, doers) if explicit else doers), True
    return (_pair_of(n) if _paired(n, done, explicit, doers) else doers), False


def _pair_of(n: Naming) -> tuple[str, ...]:
    """Return whom «البلدان» means: the two that the sentence names before it, else the article's pair."""
    named = [
        c
        for c in codes_in(n.ctx, n.sentence.first, n.i, without=n.table.words["placing"])
        if len(c) == _STATE
    ]
    spoken = n.has("pair", n.behind, n.last) or n.has("makers", n.last, n.last + 4)
    return tuple(named) if spoken and len(named) == len(n.ctx.pair) else n.ctx.pair


_STATE = len("ISO")
"""Length of a state's code."""


def _with_other(explicit: tuple[str, ...], doers: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom the phrase names and who made it with them: the nearest before."""
    others = [c for c in doers if c not in explicit]
    return (*explicit, *others[-1:])


def _one_sided(n: Naming, kind: str, done: Done, explicit: tuple[str, ...]) -> tuple[str, ...]:
    """Return whose a plan, an order or a resolution is, and who buys from a company."""
    if kind == "contract" and explicit and all(c.startswith(_COMPANY) for c in explicit):
        buyers = [c for c in codes_in(n.ctx, n.clause[0], n.i) if not c.startswith(_COMPANY)]
        return (*explicit, *buyers[-1:])
    if kind == "resolution":
        bodies = [
            m.code
            for m in n.ctx.article.mentions.parties
            if n.behind <= m.first < n.last and m.form == "organisation"
        ]
        return tuple(b for b in bodies[:1] if not b.startswith(str(n.head.party))) or _owner(n)
    found = explicit or _owner(n) or (_doers(n, done) if kind in _ONE_SIDED or kind == "contract" else ())
    return found[:1] if kind in _ONE_SIDED else found


def _paired(n: Naming, done: Done, explicit: tuple[str, ...], doers: tuple[str, ...]) -> bool:
    """Say whether the article's pair is meant: a word for both sides makes it, and no third state."""
    pair = n.ctx.pair
    if len(pair) != 2 or (doers and doers[0] not in pair) or _elsewhere(n) or _of_all(n):
        return False
    if n.kind == "joint_statement" and n.head.opens == "always" and n.sentence.block != "title":
        return n.ctx.article.kind == "joint_statement" or n.has("pair", n.clause[0], n.clause[1])
    if n.has("pair", n.clause[0], n.clause[1]) or n.has("makers", n.last, n.last + 4):
        return True
    if done.at is None or explicit or _with_another(n, done, doers):
        return False
    return n.ctx.article.kind in _OWN_TEXTS or is_bilateral(n.ctx)


def _of_all(n: Naming) -> bool:
    """Say whether it is one of all states («اتفاقية المناخ»)."""
    return n.has("worldwide", n.behind, min(n.last + _TOLD, n.sentence.last))


def _with_another(n: Naming, done: Done, doers: tuple[str, ...]) -> bool:
    """Say whether one maker is named and «مع» leads to another, whom no name tells («أبرمته إيران مع …»)."""
    at = done.at
    return bool(doers) and at is not None and at >= n.last and n.has("between", at, at + _OTHER)


_OTHER = 6
"""How far behind the verb «مع» may lead to the other maker."""


_OWN_TEXTS = frozenset({"joint_statement", "ministry_post"})
"""Texts of the two sides themselves: what they speak of without a name is theirs."""


def _elsewhere(n: Naming) -> bool:
    """Say whether the phrase leads to a third state («وقف إطلاق النار في ليبيا»)."""
    named = mentions_in(n.ctx.article.mentions.parties, n.behind, n.last)
    return any(m.code not in n.ctx.pair and not m.code.startswith(_COMPANY) for m in named)


_ISSUERS = 14
"""«بيان مشترك عن …»: who issues it stands no further behind the name than this."""
_ONE_SIDED = frozenset({"plan", "programme", "order", "resolution"})
_COMPANY = "ORG:"


def _owner(n: Naming) -> tuple[str, ...]:
    """Return the party that the head belongs to, where the article knows it or needs not to."""
    party = n.head.party
    if party is None or (n.kind == "order" and party not in n.ctx.weights):
        return ()
    return (party,)


def _doers(n: Naming, done: Done) -> tuple[str, ...]:
    """Return the makers: the whole subject of a verb before the name, or behind a relative verb."""
    if done.at is None:
        return ()
    ctx, skip = n.ctx, n.table.words["placing"]
    if done.at >= n.last:
        stop = min(done.at + _MAKERS, n.sentence.last)
        stop = next((k for k in range(done.at + 2, stop) if _turns(n, k)), stop)
        return codes_in(ctx, done.at, stop, without=skip)
    return _acting(n, done.at, n.i) or _acting(n, _doing(n, done.at), done.at)


def _acting(n: Naming, first: int, last: int) -> tuple[str, ...]:
    """Return the parties named between two words that can act: an adjective of another noun cannot."""
    ctx = n.ctx
    idle = {
        m.code
        for m in mentions_in(ctx.article.mentions.parties, first, last)
        if m.form == "demonym" and m.first not in ctx.starts
    }
    busy = {
        code
        for m, code in named_in(ctx, first, last)
        if getattr(m, "form", "") != "demonym" or m.first in ctx.starts
    }
    found = codes_in(ctx, first, last, without=n.table.words["placing"])
    return tuple(c for c in found if c in busy or c not in idle)


def _doing(n: Naming, at: int) -> int:
    """Return where the clause begins whose subject signs: at its last verb, behind a word like «أن»."""
    ctx, lo = n.ctx, max(n.clause[0], at - _FAR)
    for k in range(at - 1, lo - 1, -1):
        if ctx.folds[k] in ctx.acts.words["that"]:
            return at
        if not ctx.covered[k] and any(c.form.kind == "finite" for c in ctx.candidates[k]):
            return k
    return max(n.clause[0], at - _BEFORE)


_FAR = 30
"""The verb whose subject signs stands within so many words before the word for signing."""
_BEFORE = 14
"""Without a verb the makers are looked for within so many words."""


def _turns(n: Naming, k: int) -> bool:
    """Say whether the list of makers ends before a word: at a verb, at «أن», at a comma before no name."""
    ctx = n.ctx
    if (
        n.has("stops", k, k + 1)
        or ctx.folds[k] in ctx.acts.words["that"]
        or (ctx.comma(k) and k not in ctx.starts)
    ):
        return True
    found = ctx.candidates[k]
    return bool(found) and not ctx.covered[k] and all(c.form.kind == "finite" for c in found)


_MAKERS = 20
"""The makers stand within this many words behind a relative verb."""


def _date(n: Naming, done: Done) -> str | None:
    """Return the day on which it was done: in the clause, outside the name itself."""
    if done.at is None or done.action not in _DATED:
        return None
    lo = n.clause[0] if done.at < n.i else n.last
    hi = n.clause[1] if done.at < n.last else min(done.at + _TOLD, n.sentence.last)
    hi = next(
        (k for k in range(n.last, hi - 1) if " ".join(n.ctx.folds[k : k + 2]) in n.table.words["later"]), hi
    )
    dates = [
        d
        for d in mentions_in(n.ctx.article.mentions.dates, lo, hi)
        if d.value and "/" not in d.value and _of_doing(n, d)
    ]
    return min(dates, key=lambda d: abs(d.first - int(done.at or 0))).value if dates else None


_TOLD = 12
"""How far behind the word for what is done its day may stand."""


def _of_doing(n: Naming, day: DateMention) -> bool:
    """Say whether a date can be the day on which it was done: outside the name, and not «منذ …»."""
    if day.base or day.precision == "range" or n.behind <= day.first < n.last:
        return False
    before = n.ctx.folds[max(0, day.first - 2) : day.first]
    return n.table.words["since"].isdisjoint(before)


def number_of(n: Naming) -> str | None:
    """Return a resolution's number («القرار رقم 2216»)."""
    for k in range(n.behind, min(n.behind + 9, n.sentence.last)):
        if n.ctx.folds[k].isdigit():
            return n.ctx.folds[k]
        if n.ctx.folds[k] not in n.table.words["numbered"] and k not in n.ctx.at.parties:
            return None
    return None


_NEAR = 10
"""The evidence begins at the word that says what is done where it is no further away than this."""


def _spans(n: Naming, done: Done) -> tuple[tuple[int, int], ...]:
    """Return the evidence: the name, from the word that says what is done where that stands near."""
    if done.at is None:
        return ((n.i, n.last),)
    if done.at < n.i and n.i - done.at <= _NEAR:
        return ((done.at, n.last),)
    if done.at >= n.last:
        return ((n.i, n.last), (done.at, min(done.at + 8, n.sentence.last)))
    return ((n.i, n.last),)
