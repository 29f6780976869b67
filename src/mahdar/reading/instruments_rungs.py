"""What a word of a rung says where it stands: done, to be done, sought, put off.

Tense, condition, negation and the words that govern a masdar decide; a rung that these leave nothing of is
not climbed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mahdar.lexicon.instruments import Rung
from mahdar.lexicon.word_terms import Term
from mahdar.reading.conditions import noun_stems, owned
from mahdar.reading.instruments_sight import Naming

__all__ = ["RungAt", "resolved"]

_BEH = "\N{ARABIC LETTER BEH}"
_LAM = "\N{ARABIC LETTER LAM}"
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_CLOSE = 3
_BACKWARD = 8
"""How far before a word for signing its governor may stand."""
_GOVERNED = 14
"""How much further where «بـ» ties it to a verb («التزم … بتوقيع»)."""
_INITIALS = 4
"""How far from verb or name «بالأحرف الأولى» may stand."""


@dataclass(frozen=True, slots=True)
class RungAt:
    """A word of a rung at its place."""

    i: int
    term: Term
    rung: Rung


def resolved(n: Naming, r: RungAt) -> str | None:
    """Return the action that a word says here; None where it says nothing.

    Args:
        n: where the instrument is named.
        r: a word of a rung near by.
    """
    if r.rung.action in _READ:
        return _READ[r.rung.action](n, r)
    if not r.rung.finite or r.rung.action == "proposed":
        return None if _talked_about(n, r) or _supposed(n, r) else r.rung.action
    if _undone(n, r):
        return "proposed" if r.rung.action == "signed" else None
    if r.term.tense == "future":
        return "to_be_signed" if r.rung.action in {"signed", "amended"} else None
    action = _present(n, r) if r.term.tense == "present" else r.rung.action
    return "to_be_signed" if action == "signed" and _initialled(n, r) else action


def _talked_about(n: Naming, r: RungAt) -> bool:
    """Say whether what is there already is only talked about («لبحث الاتفاق»)."""
    return r.i < n.i and n.term.definite and n.has("studied", r.i, r.i + 1)


def _word_before(n: Naming, r: RungAt) -> str:
    """Return the folded word before a word of a rung."""
    return n.ctx.folds[r.i - 1] if r.i > n.sentence.first else ""


def _undone(n: Naming, r: RungAt) -> bool:
    """Say whether a verb stands behind a negation or a condition («لم توقع», «إذا وقعت»)."""
    before = _word_before(n, r)
    return before in n.ctx.acts.words["negation"] or before in n.table.words["conditional"]


def _supposed(n: Naming, r: RungAt) -> bool:
    """Say whether being in force is only supposed, denied or to come («إذا ما دخلت …», «لم تدخل حيز …»).

    The word for entering decides, where the words for force need one.
    """
    if r.rung.action != "in_force":
        return False
    first = max(n.sentence.first, r.i - _SUPPOSED)
    if n.has("conditional", first, r.i):
        return True
    folds, words = n.ctx.folds, n.table.words
    back = range(r.i, max(n.sentence.first, r.i - _ENTERING) - 1, -1)
    at = next((k for k in back if folds[k] in words["entering"]), r.i)
    before = folds[at - 1] if at > n.sentence.first else ""
    verb = n.ctx.acts.words
    if folds[at] in words["to_enter"] or before in verb["negation"] or before in verb["subjunctive"]:
        return True
    if folds[at].removeprefix(_WAW).startswith(_PRESENT) and n.has("pending", r.i + 2, r.i + _PENDING):
        return True
    return folds[at] in words["entering"] and any(
        _led(n, w, max(n.sentence.first, at - _CLOSE), at) for w in ("proposing", "intending")
    )


_WAW = "\N{ARABIC LETTER WAW}"
_PRESENT = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER TEH}")
"""What a present begins with («تدخل حيز التنفيذ بعد المصادقة عليها»)."""
_PENDING = 5
"""What must happen first is told within so many words."""
_SUPPOSED = 6
"""The instrument stands between a condition and the words for being in force."""
_ENTERING = 16
"""The instrument stands between the word for entering and that for force."""


def _initialled(n: Naming, r: RungAt) -> bool:
    """Say whether only initials were put to it: the signature is still to come."""
    words, folds = n.table.words["initials"], n.ctx.folds
    starts = (*range(r.i + 1, r.i + 1 + _INITIALS), *range(n.i + 1, n.last + _INITIALS))
    stop = n.sentence.last - 1
    return any(" ".join(folds[k : k + 2]) in words for k in starts if k < stop)


def _present(n: Naming, r: RungAt) -> str | None:
    """Read a present tense: a headline's report, or what is to be done behind «أن»."""
    before = _word_before(n, r)
    if before in n.ctx.acts.words["subjunctive"] or before in n.ctx.acts.words["future"]:
        return "to_be_signed" if r.rung.action == "signed" else None
    return r.rung.action if n.sentence.block in {"title", "kicker", "bullet"} else None


def _reached(n: Naming, r: RungAt) -> str:
    """Read a word for reaching an agreement: one is sought until it is said to be done."""
    if r.rung.finite:
        done = r.term.tense == "past" and not _undone(n, r) and not n.has("drafts", n.i - 1, n.i)
        if done and n.has("wording", r.i, n.i):
            return "to_be_signed"
        return "signed" if done else "proposed"
    lo = max(n.clause[0] if r.i < n.i else n.last, r.i - _CLOSE)
    undone = any(n.has(w, lo, r.i) for w in ("proposing", "conditional", "refusing"))
    return "signed" if n.has("done", lo, r.i) and not undone else "proposed"


def _yielded(n: Naming, r: RungAt) -> str | None:
    """Read what talks or a visit have yielded: a text behind a preposition, or the object («أثمرت …»)."""
    counted = n.i - (n.number is not None)
    led = n.has("yields", counted - 1, counted) or n.has("drafts", n.i - 1, n.i)
    near = n.term.taken == "" and r.i + _YIELD >= n.i and not n.term.definite
    return _reached(n, r) if r.term.tense == "past" and (led or near) else None


_YIELD = 8
"""So far behind the verb its object may stand («أثمرت زيارة الوزير الهندي إلى نيروبي اتفاقية»)."""


def _agreed(n: Naming, r: RungAt) -> str | None:
    """Read «اتفق … على» right before a plan: it is made known; else it says nothing of the text."""
    if n.head.kind not in {"plan", "programme"} or not n.has("on", n.i - 1, n.i):
        return None
    return "announced" if r.term.tense == "past" else "proposed"


def _signing(n: Naming, r: RungAt) -> str:
    """Put a masdar of signing in its time by what stands before it."""
    far = _BACKWARD + (_GOVERNED if r.term.taken.endswith(_BEH) else 0)
    lo = max(n.clause[0] if r.i < n.i else n.last, r.i - far)
    near = max(lo, r.i - _CLOSE)
    behind = n.has("done", r.i - 1, r.i)
    if (
        (not behind and _led(n, "proposing", lo, r.i))
        or n.has("conditional", near, r.i)
        or _led(n, "refusing", near, r.i)
    ):
        return "proposed"
    if _talked_of(n, r, lo):
        return "proposed"
    if n.has("not_yet", r.i - 1, r.i) or _led(n, "intending", lo, r.i) or r.term.taken.endswith(_LAM):
        return "to_be_signed"
    return "to_be_signed" if _initialled(n, r) else "signed"


def _talked_of(n: Naming, r: RungAt, lo: int) -> bool:
    """Say whether its signing is what two talk of («تبحث كينيا مع الهند إبرام اتفاقية»)."""
    k = next((k for k in range(r.i - 1, lo - 1, -1) if n.has("talking_of", k, k + 1)), None)
    if k is None or r.term.taken or n.has("done", r.i - 1, r.i) or n.has("inside", r.i - 1, r.i):
        return False
    return not any(n.ctx.comma(j) for j in range(k + 1, r.i + 1))


def _exchanged(n: Naming, r: RungAt) -> str | None:
    """Read «تبادل»: the texts that two exchange as its object are signed, not what they talk about."""
    first = n.i - (n.number is not None)
    led = any(n.has(words, first - 1, first) for words in ("about", "on", "inside", "resting", "into"))
    several = (n.term.plural or n.number is not None) and n.kind in _TEXTS
    led = led or sum(not n.ctx.covered[k] for k in range(r.i + 1, first)) > _WHO_EXCHANGES
    done = r.term.tense == "past" and not _undone(n, r)
    return "signed" if several and done and not (led or n.term.taken) else None


_TEXTS = frozenset({"agreement", "mou", "moc", "letter_of_intent"})
_WHO_EXCHANGES = 4
"""Besides names and titles so many words stand between «تبادل» and what is exchanged."""


def _led(n: Naming, words: str, first: int, last: int) -> bool:
    """Say whether a word of a closed list stands between two words, joined and with a pronoun or without."""
    closed, joins = n.table.words[words], n.ctx.conjunctions
    folds = n.ctx.folds[first:last]
    if any(fold in closed or (fold[0] in joins and fold[1:] in closed) for fold in folds):
        return True
    return any(
        owned(n.ctx, k) and not closed.isdisjoint(noun_stems(n.ctx.folds[k])) for k in range(first, last)
    )


def _ratified(n: Naming, r: RungAt) -> str | None:
    """Read «صادق على»: what is ratified was signed, but a draft is only let go to signature."""
    if r.term.tense != "past" or _undone(n, r) or not n.has("on", r.i + 1, n.last + _CLOSE):
        return None
    return "to_be_signed" if n.has("drafts", n.i - 1, n.i) else "signed"


def _ended(n: Naming, r: RungAt) -> str | None:
    """Read ending, suspending or leaving: no rung is left of it, but who does so is a party."""
    return "referenced" if r.term.tense == "past" and not _undone(n, r) else None


def _discussed(n: Naming, _r: RungAt) -> str | None:
    """Read discussing: what is told of as new is not there yet («ناقشا اتفاقية للصيد»)."""
    first = n.attributes[:1]
    new = not n.term.definite and not n.term.pronoun and bool(first) and not first[0].startswith(_ARTICLE)
    opened = new and (n.has("about", n.behind, n.behind + 1) or first[0].startswith(_LAM))
    return "proposed" if opened else None


_READ: dict[str, Callable[[Naming, RungAt], str | None]] = {
    "signing": _signing,
    "reached": _reached,
    "yielded": _yielded,
    "exchanged": _exchanged,
    "agreed": _agreed,
    "ratified": _ratified,
    "ended": _ended,
    "discussed": _discussed,
}
"""Actions that the words around a rung decide."""
