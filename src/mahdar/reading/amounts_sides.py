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
_NEAR = 6
"""How many words may stand between a party and the word of giving behind it."""
_ADJECTIVES = 4
"""Within so many words behind a noun of giving its adjectives stand."""
_OPENING = 4
"""The topic of a sentence is named within its first words."""
_NISBA = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}")
_TEH = "\N{ARABIC LETTER TEH}"
_WAW, _BEH = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER BEH}"
_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"

Sides = tuple[PartyCode | None, PartyCode | None]


def _gives(clause: Clause, at: int) -> Sides:
    """«قدمت اليابان للأردن 40 مليون دولار», «تعهد قطر بتقديم 100 مليون دولار لأوكرانيا»."""
    amount = clause.amount
    inner = clause.between(at + 1, amount.first)
    behind = clause.between(amount.last, clause.end)
    giver = _described(clause, at) or _next_giver(clause) or _subject(clause, at)
    giver = giver or next((p for p in inner if not clause.aside(p)), None)
    giver = giver or next((p for p in behind if clause.giving(p)), None) or _before(clause, at)
    others = [p for p in (*inner, *behind) if p is not giver]
    receiver = next((p for p in others if clause.receiving(p) or clause.led(p)), None)
    receiver = receiver or _taker(clause, giver, others) or _people(clause) or _topic(clause, giver)
    return _codes(receiver, giver) if _borrows(clause, at, giver, receiver) else _codes(giver, receiver)


def _subject(clause: Clause, at: int) -> PartyMention | None:
    """Return the party right before a verb that has its object behind it («اليابان تهب تونس 3 ملايين»)."""
    if not clause.between(at + 1, clause.amount.first) or clause.breaks(at):
        return None
    return next(
        (p for p in clause.between(clause.sentence.first, at) if p.last == at and not clause.aside(p)), None
    )


def _people(clause: Clause) -> PartyMention | None:
    """Return whom «to» leads to behind a comma, or the state whose people it leads to («للصوماليين»)."""
    last = clause.amount.last
    behind = (p for p in clause.parties if last <= p.first < max(clause.end, last + 1))
    return next(
        (p for p in behind if clause.given_people(p) or (p.first == last and clause.receiving(p))), None
    )


def _topic(clause: Clause, giver: PartyMention | None) -> PartyMention | None:
    """Return whom the sentence is about: «فيما يتعلق بأوكرانيا، …», «وفي الشأن العراقي، …»."""
    first = clause.sentence.first
    early = (p for p in clause.parties if p is not giver and first < p.first <= first + _OPENING)
    return next((p for p in early if giver is not None and clause.cue(p.first - 1, "topic")), None)


def _borrows(clause: Clause, at: int, giver: PartyMention | None, receiver: PartyMention | None) -> bool:
    """Say whether a state signs for a loan with a fund: the fund lends."""
    if giver is None or receiver is None or not clause.cue(at, "loan"):
        return False
    return receiver.form == "organisation" != giver.form


def _described(clause: Clause, at: int) -> PartyMention | None:
    """Return the state whose adjective stands behind a noun of giving: «الدعم المالي الياباني»."""
    for p in clause.parties:
        if at < p.first <= at + _ADJECTIVES and p.form == "demonym":
            between = clause.words[at + 1 : p.first]
            return p if all(w.fold.endswith(_NISBA) and not w.gap for w in between) else None
    return None


def _next_giver(clause: Clause) -> PartyMention | None:
    """Return the second of two givers: «تقدم قطر 10 ملايين دولار، واليابان 20 مليونا»."""
    first = clause.amount.first
    at = first - 1 if clause.words[first - 1].fold == _BEH else first  # «والكويت بـ250 مليون دولار»
    here = (p for p in clause.between(clause.sentence.first, first))
    return next((p for p in here if p.last == at and clause.words[p.first].fold.startswith(_WAW)), None)


def _taker(clause: Clause, giver: PartyMention | None, others: Sequence[PartyMention]) -> PartyMention | None:
    """Return who receives where no «to» says so: the other side of a deal, an object, who is invested in."""
    if giver is None:
        return None
    first = clause.amount.first
    told = (p for p in clause.between(giver.last, first) if clause.receiving(p) or _object(clause, giver, p))
    beside = (p for p in clause.between(giver.last, clause.end) if clause.cue(p.first - 1, "beside"))
    put = any(clause.cue(i, "invests") for i in range(max(clause.sentence.first, first - _REACH), first))
    within = (p for p in others if (put or p.last <= first) and clause.cue(p.first - 1, "within"))
    return next(chain(told, beside, within, _borrowers(clause, giver)), None)


def _object(clause: Clause, giver: PartyMention, p: PartyMention) -> bool:
    """Say whether a party stands right behind the giver or its verb: it is given to."""
    if clause.words[p.first].fold.startswith(_WAW) or clause.aside(p) or clause.giving(p):
        return False
    between = range(giver.last, p.first)
    return len(between) <= 1 and all(clause.cue(i, "adverb") or clause.cue(i, "gives") for i in between)


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
    given = (i for i in range(at + 1, amount.first) if clause.cue(i, "gives"))
    giver = giver or next((p for i in given if (p := _described(clause, i))), None)
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
    """Return the party right before a word of giving in its clause, or the one that its pronoun means.

    A verb that «و» joins goes on with the subject of the sentence.
    """
    near = clause.between(clause.sentence.first, at)
    found = [p for p in near if not clause.aside(p) and p.last >= at - _NEAR]
    if clause.words[at].fold.endswith(_HER):
        named = [p for p in near if p.first >= at - _REACH and not clause.aside(p)]
        return next((p for p in reversed(named) if not clause.is_masculine(p)), None)
    last = found[-1].last if found else at - _OWNED
    hers = (i for i in range(max(last, clause.sentence.first), at) if _hers(clause, i))
    if (owned := next(hers, None)) is not None:
        return _before(clause, owned)
    if not found or any(clause.words[i].gap for i in range(last, at + 1)):
        return _sentence_subject(clause, at, near)
    return found[-1]


def _hers(clause: Clause, i: int) -> bool:
    """Say whether a word of giving has «her» attached («تعهدها بتقديم …»)."""
    return clause.words[i].fold.endswith(_HER) and clause.cue(i, "gives")


_OWNED = 4
"""So far before a word of giving another may stand that says whose it is."""


def _sentence_subject(clause: Clause, at: int, near: Sequence[PartyMention]) -> PartyMention | None:
    """Return who acts first in the sentence, where a feminine verb joined by «و» fits it."""
    verb = clause.words[at].fold
    if not (verb.startswith(_WAW) and verb.endswith(_TEH)):
        return None
    return next((p for p in near if not clause.aside(p) and not clause.is_masculine(p)), None)
