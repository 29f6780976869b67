"""A frame of giving, receiving, buying or selling before an amount → who gives and who receives.

Parties take their parts by where they stand and by the particle before them; what the sentence does not say
stays empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from mahdar.model.mentions import PartyMention
from mahdar.model.units import PartyCode
from mahdar.reading.amounts_clause import Clause

__all__ = ["SIDES", "Sides"]

_REACH = 14
"""How many words before a word of giving the party can stand that its pronoun means."""
_WAW = "\N{ARABIC LETTER WAW}"
_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"

Sides = tuple[PartyCode | None, PartyCode | None]


def _gives(clause: Clause, at: int) -> Sides:
    """«قدمت اليابان للأردن 40 مليون دولار», «تعهد قطر بتقديم 100 مليون دولار لأوكرانيا»."""
    amount = clause.amount
    inner = clause.between(at + 1, amount.first)
    behind = clause.between(amount.last, clause.end)
    giver = _described(clause, at) or _next_giver(clause)
    giver = giver or next((p for p in inner if not clause.aside(p)), None)
    giver = giver or next((p for p in behind if clause.giving(p)), None) or _before(clause, at)
    others = [p for p in (*inner, *behind) if p is not giver]
    receiver = next((p for p in others if clause.receiving(p)), None)
    return _codes(giver, receiver or _taker(clause, giver, others))


def _described(clause: Clause, at: int) -> PartyMention | None:
    """Return the state whose adjective stands right behind a noun of giving: «مساعدات يابانية»."""
    return next((p for p in clause.parties if p.first == at + 1 and p.form == "demonym"), None)


def _next_giver(clause: Clause) -> PartyMention | None:
    """Return the second of two givers: «تقدم قطر 10 ملايين دولار، واليابان 20 مليونا»."""
    here = (p for p in clause.between(clause.sentence.first, clause.amount.first))
    return next(
        (p for p in here if p.last == clause.amount.first and clause.words[p.first].fold.startswith(_WAW)),
        None,
    )


def _taker(clause: Clause, giver: PartyMention | None, others: Sequence[PartyMention]) -> PartyMention | None:
    """Return who receives where no «to» says so: the other side of a deal, an object, who is invested in."""
    if giver is None:
        return None
    first = clause.amount.first
    told = (p for p in clause.between(giver.last, first) if clause.receiving(p) or p.first == giver.last)
    beside = (p for p in clause.between(giver.last, clause.end) if clause.cue(p.first - 1, "beside"))
    within = (p for p in others if p.last <= first and clause.cue(p.first - 1, "within"))
    return next(chain(told, beside, within, _borrowers(clause, giver)), None)


def _borrowers(clause: Clause, giver: PartyMention) -> Iterator[PartyMention]:
    """Yield the state that signs beside a fund: «وقعت كينيا وصندوق أوبك اتفاقية قرض»."""
    if _is_company(giver) and clause.words[giver.first].fold.startswith(_WAW):
        yield from (p for p in clause.parties if p.last == giver.first and not _is_company(p))


def _receives(clause: Clause, at: int) -> Sides:
    """«تلقت الأردن 40 مليون دولار من اليابان»."""
    amount = clause.amount
    inner = clause.between(at + 1, amount.first)
    behind = clause.between(amount.last, clause.end)
    giver = next((p for p in (*inner, *behind) if clause.giving(p)), None)
    receiver = next((p for p in inner if p is not giver), None) or _before(clause, at)
    return _codes(giver, receiver)


def _sells(clause: Clause, at: int) -> Sides:
    """«باعت فرنسا مصر طائرات بقيمة 5 مليارات يورو»: the seller receives."""
    inner = clause.between(at + 1, clause.amount.first)
    behind = [p for p in clause.between(clause.amount.last, clause.end) if clause.receiving(p)]
    seller = next((p for p in inner if not clause.receiving(p)), None) or _before(clause, at)
    buyer = next((p for p in (*inner, *behind) if p is not seller), None)
    return _codes(buyer, seller)


def _deals(clause: Clause, _: int) -> Sides:
    """«صفقة بقيمة 3 مليارات دولار مع شركة إيرباص»: a company, or whom it is bought from, is paid."""
    behind = clause.between(clause.amount.last, clause.end)
    before = clause.between(clause.sentence.first, clause.amount.first)
    bought = (p for p in (*before, *behind) if clause.giving(p))
    seller = next((p for p in behind if _is_company(p)), None) or next(bought, None)
    if seller is None:
        return None, None
    buyer = next((p for p in reversed(before) if not _is_company(p) and p is not seller), None)
    return _codes(buyer, seller)


SIDES: dict[str, Callable[[Clause, int], Sides]] = {
    "gives": _gives,
    "receives": _receives,
    "sells": _sells,
    "deals": _deals,
}


def _codes(giver: PartyMention | None, receiver: PartyMention | None) -> Sides:
    """Return the codes of two sides; one party cannot be both."""
    given, received = giver.code if giver else None, receiver.code if receiver else None
    return (given, None) if given == received else (given, received)


def _is_company(party: PartyMention) -> bool:
    """Say whether a party acts in its own name."""
    return party.code.startswith("ORG:")


def _before(clause: Clause, at: int) -> PartyMention | None:
    """Return the party right before a word of giving in its clause, or the one that its pronoun means."""
    found = [p for p in clause.between(max(clause.sentence.first, at - 6), at) if not clause.aside(p)]
    if clause.words[at].fold.endswith(_HER):
        named = clause.between(max(clause.sentence.first, at - _REACH), at)
        return next((p for p in reversed(named) if not clause.is_masculine(p)), None)
    if not found or any(clause.words[i].gap for i in range(found[-1].last, at)):
        return None
    hers = (
        i for i in range(found[-1].last, at) if clause.cue(i, "gives") and clause.words[i].fold.endswith(_HER)
    )
    if (owned := next(hers, None)) is not None:
        return _before(clause, owned)
    return found[-1]
