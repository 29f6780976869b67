"""Whose an instrument is: who is named in it, who does what is done with it, else the article's two sides."""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import codes_in, is_bilateral, mentions_in, named_in
from mahdar.reading.instruments_acting import acting, looking_on, mediated, who_tells
from mahdar.reading.instruments_action import Done
from mahdar.reading.instruments_sight import Naming, made_there

__all__ = ["parties_of"]

_TOLD = 12
"""How far behind its name the words may stand that tell of all states."""


_OF_BOTH = frozenset({"drafted", "concluded"})
"""Ways to open of texts that both sides make, of whatever kind."""
_BILATERAL = frozenset(
    {"agreement", "amendment", "mou", "moc", "letter_of_intent", "joint_statement", "understanding"}
)


def parties_of(n: Naming, kind: str, done: Done, explicit: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Return whose it is, and whether the words beside it say so themselves.

    Who the phrase names, who does what is done with it, the article's pair, the head's own party.
    """
    if len(told := _told_beside(n, kind, done, explicit)) > 1:
        return told, True
    if n.head.opens in {"listed", "council"} or not _of_both(n, kind, done):
        return _one_sided(n, kind, done, explicit), False
    if n.has("makers", n.last, n.last + 4):
        named = codes_in(n.ctx, n.sentence.first, n.i, without=n.table.words["placing"])
        return (named[-2:], True) if len(named) > 1 else (n.ctx.pair, False)
    doers = tuple(dict.fromkeys((*explicit, *(_doers(n, done) or _beside(n, done, explicit)))))
    if kind == "joint_statement" and len(doers) < 2 and n.head.opens != "place":
        doers = _issuers(n) or doers
    if len(doers) > 1:
        return (_with_other(n, done, explicit, doers) if explicit else doers), True
    if _paired(n, done, explicit, doers):
        return _pair_of(n), False
    partner = _whose_partner(n, done, doers)
    return ((*partner, *doers), True) if partner else (doers, False)


def _concluded_with(n: Naming, done: Done, doers: tuple[str, ...]) -> bool:
    """Say whether one of the article's two is named as the other maker («الاتفاق المبرم مع كندا»)."""
    at = done.at if done.at is not None else n.i
    led = at >= n.last and n.has("made_by", at, at + 1) and n.has("with", at + 1, at + 2)
    return led and len(doers) == 1 and len(n.ctx.pair) == _TWO and doers[0] in n.ctx.pair


_TWO = 2


def _of_both(n: Naming, kind: str, done: Done) -> bool:
    """Say whether two sides make it: by its kind, or a programme that is signed."""
    return kind in _BILATERAL or n.head.opens in _OF_BOTH or (kind in _PLANNED and done.action in _SIGNED)


_SIGNED = frozenset({"signed", "to_be_signed"})


def _whose_partner(n: Naming, done: Done, doers: tuple[str, ...]) -> tuple[str, ...]:
    """Return who made it with the one that «مع» names: who acts last before («بلاده … اتفاقية مع كندا»)."""
    if _concluded_with(n, done, doers):
        return tuple(c for c in n.ctx.pair if c not in doers)
    led = len(doers) == 1 and n.has("with", n.behind, min(n.last + _LED, n.sentence.last))
    if not led or n.kind not in _BILATERAL or (n.term.definite and not _told_which(n)):
        return ()
    before = [c for c in acting(n, n.sentence.first, n.i) if c not in doers and not c.startswith(_COMPANY)]
    return tuple(before[-1:]) or who_tells(n, doers[0])


def _told_beside(n: Naming, kind: str, done: Done, explicit: tuple[str, ...]) -> tuple[str, ...]:
    """Return the makers that the phrase names, else those for whom it is signed or between whom it is."""
    shared = n.has("between", n.behind, n.last) and kind not in _OF_A_BODY
    if len(explicit) > 1 and (kind not in _ONE_SIDED or shared):
        return _signing_with(n, done, explicit)
    return _on_behalf(n) or _further_on(n, kind)


def _on_behalf(n: Naming) -> tuple[str, ...]:
    """Return for whom those sign whom «عن» names («وقعها عن الجانب الكيني … وعن الجانب الهندي …»)."""
    folds, stop = n.ctx.folds, n.sentence.last
    sides = (
        codes_in(n.ctx, k + 1, min(k + _SIDE, stop))[:1]
        for k in range(n.sentence.first, stop - 1)
        if n.has("for_whom", k, k + 1) and folds[k + 1] in n.table.words["side"]
    )
    return tuple(dict.fromkeys(code for side in sides for code in side))


_SIDE = 4
"""«عن الجانب الكيني»: whose side it is stands within so many words."""


def _further_on(n: Naming, kind: str) -> tuple[str, ...]:
    """Return between whom a plan is that names its years and matter first («خطة عمل للأعوام … بين …»)."""
    if kind not in _PLANNED or n.head.party is not None:
        return ()
    stop = min(n.clause[1], n.last + _FURTHER)
    k = next((k for k in range(n.last, stop) if n.has("amid", k, k + 1)), None)
    if k is None or any(n.ctx.comma(j) for j in range(n.last, k)) or n.has("relative", n.last, k):
        return ()
    named = codes_in(n.ctx, k + 1, min(k + _MAKERS, n.clause[1]))
    return named if len(named) == len(n.ctx.pair) else ()


_PLANNED = frozenset({"plan", "programme"})
_FURTHER = 16
"""The years and the matter of a plan fill so many words before «بين»."""
_LED = 3
"""«الموقعة مع» stands so far behind the name at most."""


def _told_which(n: Naming) -> bool:
    """Say whether words before «مع» tell which it is: «الاتفاق مع كندا» may be anybody's."""
    at = next((k for k in range(n.behind, n.last) if n.has("with", k, k + 1)), n.last)
    return at > n.behind and bool(n.core)


def _issuers(n: Naming) -> tuple[str, ...]:
    """Return who issues a statement, named right behind it («بيان مشترك عن الهند وكينيا»)."""
    stop = min(n.clause[1], n.last + _ISSUERS)
    told = n.ctx.acts.words["that"]
    stop = next((k for k in range(n.last, stop) if n.ctx.folds[k] in told), stop)
    return codes_in(n.ctx, n.last, stop, without=n.table.words["about"])


def _signing_with(n: Naming, done: Done, explicit: tuple[str, ...]) -> tuple[str, ...]:
    """Add who signs with the several whom «مع» names («وقعت تركيا اتفاقا مع روسيا وأوكرانيا»)."""
    signs = done.at is not None and done.at < n.i and done.action in _SIGNED
    if not signs or not n.has("with", n.behind, n.behind + 1):
        return explicit
    return tuple(dict.fromkeys((*explicit, *_doers(n, done))))


def _pair_of(n: Naming) -> tuple[str, ...]:
    """Return whom «البلدان» means: the two that the sentence names before it, else the article's pair."""
    named = [
        c
        for c in codes_in(n.ctx, n.sentence.first, n.i, without=n.table.words["placing"])
        if len(c) == _STATE
    ]
    spoken = n.has("pair", n.behind, n.last) or n.has("makers", n.last, n.last + 4)
    if spoken and len(named) == len(n.ctx.pair):
        return tuple(named)
    aside = looking_on(n)
    return mediated(n) or tuple(c for c in n.ctx.pair if c not in aside)


_STATE = len("ISO")
"""Length of a state's code."""


def _beside(n: Naming, done: Done, explicit: tuple[str, ...]) -> tuple[str, ...]:
    """Return who made it with the one that «مع» names, where nothing is done with it: who acts before it."""
    bound = n.before in n.table.words["bound"] and n.has("with", n.behind, n.last)
    if done.at is not None or len(explicit) != 1 or not bound:
        return ()
    before = [c for c in acting(n, n.clause[0], n.i) if c not in explicit]
    return tuple(before[-1:])


def _with_other(n: Naming, done: Done, explicit: tuple[str, ...], doers: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom the phrase names and who made it with them: all that one «و» joins, else the nearest."""
    others = [c for c in doers if c not in explicit]
    at = n.i if done.at is None else done.at
    acting_first = next((k for k in range(n.sentence.first, at) if _named_at(n, k, others)), at)
    named = [m for m in mentions_in(n.ctx.article.mentions.parties, acting_first, n.i) if m.code in others]
    joined = all(n.ctx.folds[m.first].startswith(_WAW) for m in named[1:])
    return (*explicit, *(others if joined and len(named) == len(others) else others[-1:]))


def _named_at(n: Naming, k: int, codes: list[str]) -> bool:
    """Say whether one of several parties is named at a word."""
    m = n.ctx.at.parties.get(k)
    return m is not None and m.code in codes


_WAW = "\N{ARABIC LETTER WAW}"


def _one_sided(n: Naming, kind: str, done: Done, explicit: tuple[str, ...]) -> tuple[str, ...]:
    """Return whose a plan, an order or a resolution is, and who buys from a company."""
    if kind == "contract" and explicit and all(c.startswith(_COMPANY) for c in explicit):
        before = [c for c in acting(n, n.clause[0], n.i) if c not in explicit]
        buyers = [c for c in before if not c.startswith(_COMPANY)]
        return (*explicit, *(buyers or before)[-1:])
    if kind == "resolution":
        bodies = [
            m.code
            for m in n.ctx.article.mentions.parties
            if n.behind <= m.first < n.last and m.form == "organisation"
        ]
        return tuple(b for b in bodies[:1] if not b.startswith(str(n.head.party))) or _owner(n)
    found = explicit or _owner(n) or (_doers(n, done) if kind in _ONE_SIDED or kind == "contract" else ())
    found = found or _nation(n)
    if not found:
        return _both(n, kind)
    at = n.i if done.at is None else done.at
    if n.has("on", n.i - 1, n.i) and at < n.i:
        return found[:2]
    two = len(found) == 2 and (
        n.has("between", at, at + _MAKERS) if at >= n.last else acting(n, at, n.i) == found
    )
    return found[:1] if kind in _ONE_SIDED and not two else found


def _nation(n: Naming) -> tuple[str, ...]:
    """Return whose a national plan or vision is: of whom the clause speaks right before it."""
    national = n.kind == "plan" and (n.head.id.endswith("vision") or n.has("national", n.behind, n.last))
    return acting(n, n.clause[0], n.i)[-1:] if national else ()


def _both(n: Naming, kind: str) -> tuple[str, ...]:
    """Return the two sides of a plan that a joint statement names no owner of."""
    plan = kind in {"plan", "programme"} and n.head.party is None and n.head.opens != "number"
    return _pair_of(n) if plan and n.ctx.article.kind == "joint_statement" and not _elsewhere(n) else ()


def _paired(n: Naming, done: Done, explicit: tuple[str, ...], doers: tuple[str, ...]) -> bool:
    """Say whether the article's pair is meant: a word for both sides makes it, and no third state."""
    pair = n.ctx.pair
    if len(pair) != 2 or (doers and doers[0] not in pair) or _elsewhere(n) or _of_all(n):
        return False
    if n.kind == "joint_statement" and n.head.opens == "always" and n.sentence.block != "title":
        theirs = n.ctx.article.kind == "joint_statement" or n.has("pair", n.clause[0], n.clause[1])
        return theirs or (not (n.term.definite or codes_in(n.ctx, n.clause[0], n.i)) and _theirs(n))
    if n.has("pair", n.clause[0], n.clause[1]) or n.has("makers", n.last, n.last + 4):
        return True
    return not (explicit or _with_another(n, done) or _by_institution(n, done)) and _of_the_two(n, done)


def _by_institution(n: Naming, done: Done) -> bool:
    """Say whether an institution does it, and no state («وقعت جامعة نيروبي ومعهد أكرا مذكرة تفاهم»)."""
    between = n.has("between", n.behind, n.last) and n.has("institution", n.behind, n.last)
    return between or (done.at is not None and done.at < n.i and n.has("institution", done.at, n.i))


def _of_the_two(n: Naming, done: Done) -> bool:
    """Say whether an instrument without a maker can be of the two sides that the article is about."""
    if done.at is None:
        return _theirs(n)
    if done.action == "proposed" and not _balanced(n):
        return False
    return n.ctx.article.kind in _OWN_TEXTS or is_bilateral(n.ctx)


def _theirs(n: Naming) -> bool:
    """Say whether what is only named can be of the two sides that the article is about."""
    placed = any(p.first == n.behind for p in n.ctx.article.mentions.places)
    return not placed and n.ctx.article.kind != "interview" and is_bilateral(n.ctx) and _balanced(n)


def _balanced(n: Naming) -> bool:
    """Say whether both sides have weight in the article: who seeks an agreement with whom is told."""
    ranked = [weight for _, weight in n.ctx.weights.most_common(2)]
    return n.ctx.article.kind == "joint_statement" or (len(ranked) == 2 and ranked[0] <= _LESSER * ranked[1])


_LESSER = 3
"""How many times the weight of the lesser side the greater may have."""


def _of_all(n: Naming) -> bool:
    """Say whether it is one of all states («اتفاقية المناخ»), or a ceasefire, which ends a war of others."""
    if n.has("ceasing", n.behind, n.behind + 1) and n.ctx.article.kind == "joint_statement":
        return True
    return n.has("worldwide", n.behind, min(n.last + _TOLD, n.sentence.last))


def _with_another(n: Naming, done: Done) -> bool:
    """Say whether «بين» or «مع» leads to a maker whom no name tells («أبرمته إيران مع …»)."""
    at = done.at
    return at is not None and at >= n.last and n.has("between", at, at + _OTHER) and not _of_pair(n, at)


def _of_pair(n: Naming, at: int) -> bool:
    """Say whether «بين» leads to «البلدين»."""
    return n.has("pair", at, at + _OTHER)


_OTHER = 6
"""How far behind the verb «مع» may lead to the other maker."""


_OWN_TEXTS = frozenset({"joint_statement", "ministry_post"})
"""Texts of the two sides themselves: what they speak of without a name is theirs."""


def _elsewhere(n: Naming) -> bool:
    """Say whether the phrase leads to a third state («وقف إطلاق النار في ليبيا»)."""
    named = mentions_in(n.ctx.article.mentions.parties, n.behind, n.last)
    named = (m for m in named if not (m.first == n.behind and made_there(n, m)))
    return any(m.code not in n.ctx.pair and not m.code.startswith(_COMPANY) for m in named)


_ISSUERS = 14
"""«بيان مشترك عن …»: who issues it stands no further behind the name than this."""


_OF_A_BODY = frozenset({"order", "resolution"})
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
    if done.at >= n.last:
        stop = min(done.at + _MAKERS, n.sentence.last)
        stop = next((k for k in range(done.at + 2, stop) if _turns(n, k)), stop)
        return acting(n, done.at, stop)
    inner = acting(n, done.at, n.i)
    partner = len(inner) == 1 and n.has("with", done.at, n.i)
    if inner and not partner:
        return inner
    outer = acting(n, _doing(n, done.at), done.at) or _own_country(n, done.at)
    return (*(c for c in outer if c not in inner), *inner)


def _own_country(n: Naming, at: int) -> tuple[str, ...]:
    """Return the state of whoever speaks of «his country» before a verb («إن بلاده ستوقع مع الأردن»)."""
    if not n.has("own_country", max(n.sentence.first, at - _OWN), at + _OWN):
        return ()
    told = named_in(n.ctx, n.sentence.first, at)
    return tuple(code for m, code in told if not isinstance(m, PartyMention))[-1:]


_OWN = 3
"""«بلاده» stands so near the verb."""


def _doing(n: Naming, at: int) -> int:
    """Return where the clause begins whose subject signs: at its last verb, behind a word like «أن»."""
    ctx, lo = n.ctx, max(n.clause[0], at - _FAR)
    for k in range(at - 1, lo - 1, -1):
        if ctx.folds[k] in ctx.acts.words["that"] and ctx.folds[k].endswith(_NOON):
            return k + 1  # «أنه» goes on with who says it
        if not ctx.covered[k] and _is_verb(n, k):
            return k
    return max(n.clause[0], at - _BEFORE)


def _is_verb(n: Naming, k: int) -> bool:
    """Say whether a word may be a verb; with «both» on it it is rather a noun and its owners («تعاونهما»)."""
    found = n.ctx.candidates[k]
    return any(c.form.kind == "finite" and len(c.pronoun) < _BOTH for c in found)


_BOTH = 3
"""Letters of «هما»."""


_NOON = "\N{ARABIC LETTER NOON}"
_FAR = 30
"""The verb whose subject signs stands within so many words before the word for signing."""


_BEFORE = 14
"""Without a verb the makers are looked for within so many words."""


def _turns(n: Naming, k: int) -> bool:
    """Say whether the list of makers ends before a word: at a verb, at «أن», at a comma before no name."""
    ctx = n.ctx
    if (
        (n.has("stops", k, k + 1) and not (n.has("each", k, k + 1) and n.has("among", k + 1, k + 2)))
        or ctx.folds[k] in ctx.acts.words["that"]
        or (ctx.comma(k) and k not in ctx.starts)
    ):
        return True
    found = () if n.has("between", k, k + 1) or k in ctx.at.parties else ctx.candidates[k]
    return bool(found) and not ctx.covered[k] and all(c.form.kind == "finite" for c in found)


_MAKERS = 20
"""The makers stand within this many words behind a relative verb."""
