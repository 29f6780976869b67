"""Amounts → entries that say what the sum is for, who gives it and who receives it.

The nearest word of giving, receiving, buying or selling before the amount decides the frame; parties take
their parts by where they stand and by the particle before them. What the sentence does not say stays empty.

Limits: parties of the sentence before, or of its topic («فيما يتعلق بأوكرانيا»), are not looked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mahdar.lexicon.acts import act_table
from mahdar.lexicon.fold import fold
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.units import UnitTable, unit_table
from mahdar.model.entries import Amount
from mahdar.model.mentions import AmountMention, PartyMention
from mahdar.model.prose import Sentence, Word
from mahdar.model.reading import ArticleText
from mahdar.model.units import PartyCode

__all__ = ["read_amounts"]

_FRAMES = ("gives", "receives", "sells", "deals")
_REACH = 14
"""How many words before an amount its verb may stand."""
_ABOUT_BEFORE, _ABOUT_BEHIND = 4, 10
"""How many words of a purpose are kept before and behind an amount."""
_CONFIDENCE = {"money": 0.93, "count": 0.8}
_LAM = "\N{ARABIC LETTER LAM}"
_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"
_MAIN = frozenset({"name", "seat", "capital", "organisation", "ministry", "weak"})
"""How a party must be named to take part; a demonym only describes."""

Sides = tuple[PartyCode | None, PartyCode | None]


@dataclass(frozen=True, slots=True)
class _Clause:
    """An amount in its sentence."""

    words: Sequence[Word]
    units: UnitTable
    masculine: frozenset[str]
    """Folded first nouns of masculine parties."""
    sentence: Sentence
    amount: AmountMention
    parties: tuple[PartyMention, ...]
    """Of this sentence."""

    def cue(self, i: int, kind: str) -> bool:
        """Say whether a word begins a cue of this kind."""
        for rest, known in self.units.cues.get(self.words[i].fold, ()):
            end = i + 1 + len(rest)
            if known == kind and tuple(w.fold for w in self.words[i + 1 : end]) == rest:
                return True
        return False

    def between(self, first: int, last: int) -> list[PartyMention]:
        """Return the parties that stand between two words, names only."""
        return [p for p in self.parties if first <= p.first and p.last <= last and p.form in _MAIN]

    def is_masculine(self, party: PartyMention) -> bool:
        """Say whether «she» cannot be this party."""
        word = self.words[party.first]
        return fold(word.text[party.start - word.start :]) in self.masculine

    def receiving(self, party: PartyMention) -> bool:
        """Say whether a party stands behind «to» or has it attached."""
        word = self.words[party.first]
        attached = fold(word.text[: party.start - word.start]).endswith(_LAM)
        return attached or (party.first > self.sentence.first and self.cue(party.first - 1, "to"))

    def giving(self, party: PartyMention) -> bool:
        """Say whether a party stands behind «from»."""
        return party.first > self.sentence.first and self.cue(party.first - 1, "from")


def read_amounts(article: ArticleText, lexicon: Lexicon) -> tuple[Amount, ...]:
    """Make an entry of every amount that the prose names.

    Args:
        article: with its amounts and parties found.
        lexicon: names the words of giving and receiving.

    Returns:
        Entries in text order; the evidence is the amount itself.

    Source: lexicon/data/ar/amounts.toml
    """
    sentences = article.prose.sentences
    starts = [s.first for s in sentences]
    entries = []
    for amount in article.mentions.amounts:
        sentence = sentences[bisect_right(starts, amount.first) - 1]
        entries.append(_entry(article, _clause(article, lexicon, sentence, amount)))
    return tuple(entries)


def _clause(article: ArticleText, lexicon: Lexicon, sentence: Sentence, amount: AmountMention) -> _Clause:
    """Lay an amount out in its sentence."""
    parties = tuple(
        p for p in article.mentions.parties if sentence.first <= p.first and p.last <= sentence.last
    )
    masculine = act_table(lexicon).words["masculine_parties"]
    return _Clause(article.prose.words, unit_table(lexicon), masculine, sentence, amount, parties)


def _entry(article: ArticleText, clause: _Clause) -> Amount:
    """Make one entry."""
    amount = clause.amount
    frame = _frame(clause)
    giver, receiver = _SIDES[frame[0]](clause, frame[1]) if frame else (None, None)
    return Amount(
        evidence=(article.document.evidence(amount.start, amount.end),),
        confidence=_CONFIDENCE[amount.kind],
        reader=f"amount.{amount.kind}" + (f" ar.amount.{frame[0]}" if frame else ""),
        value=amount.value,
        unit=amount.unit,
        about=_about(article.document.text, clause),
        giver=giver,
        receiver=receiver,
    )


def _frame(clause: _Clause) -> tuple[str, int] | None:
    """Return the nearest frame before the amount and where it stands."""
    first = clause.amount.first
    for i in range(first - 1, max(clause.sentence.first, first - _REACH) - 1, -1):
        for kind in _FRAMES:
            if clause.cue(i, kind):
                return kind, i
    return None


def _gives(clause: _Clause, at: int) -> Sides:
    """«قدمت اليابان للأردن 40 مليون دولار», «تعهد قطر بتقديم 100 مليون دولار لأوكرانيا»."""
    amount = clause.amount
    inner = clause.between(at + 1, amount.first)
    behind = clause.between(amount.last, _end(clause))
    giver = next((p for p in inner if not clause.receiving(p)), None)
    giver = giver or next((p for p in behind if clause.giving(p)), None) or _before(clause, at)
    receiver = next((p for p in (*inner, *behind) if p is not giver and clause.receiving(p)), None)
    return _codes(giver, receiver)


def _receives(clause: _Clause, at: int) -> Sides:
    """«تلقت الأردن 40 مليون دولار من اليابان»."""
    amount = clause.amount
    inner = clause.between(at + 1, amount.first)
    behind = clause.between(amount.last, _end(clause))
    giver = next((p for p in (*inner, *behind) if clause.giving(p)), None)
    receiver = next((p for p in inner if p is not giver), None) or _before(clause, at)
    return _codes(giver, receiver)


def _sells(clause: _Clause, at: int) -> Sides:
    """«باعت فرنسا مصر طائرات بقيمة 5 مليارات يورو»: the seller receives."""
    inner = clause.between(at + 1, clause.amount.first)
    behind = [p for p in clause.between(clause.amount.last, _end(clause)) if clause.receiving(p)]
    seller = next((p for p in inner if not clause.receiving(p)), None) or _before(clause, at)
    buyer = next((p for p in (*inner, *behind) if p is not seller), None)
    return _codes(buyer, seller)


def _deals(clause: _Clause, _: int) -> Sides:
    """«صفقة بقيمة 3 مليارات دولار مع شركة إيرباص»: a company is paid, the state before it pays."""
    behind = clause.between(clause.amount.last, _end(clause))
    company = next((p for p in behind if _is_company(p)), None)
    if company is None:
        return None, None
    before = clause.between(clause.sentence.first, clause.amount.first)
    buyer = next((p for p in reversed(before) if not _is_company(p)), None)
    return _codes(buyer, company)


_SIDES: dict[str, Callable[[_Clause, int], Sides]] = {
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


def _before(clause: _Clause, at: int) -> PartyMention | None:
    """Return the party right before a word of giving in its clause, or the one that its pronoun means."""
    found = [p for p in clause.between(max(clause.sentence.first, at - 6), at) if not clause.receiving(p)]
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


def _end(clause: _Clause) -> int:
    """Return the word at which the clause of the amount ends."""
    last = clause.amount.last
    return next((i for i in range(last, clause.sentence.last) if clause.words[i].gap), clause.sentence.last)


def _about(text: str, clause: _Clause) -> str | None:
    """Cut out the words that say what the sum is for: those behind it, else the noun that it prices."""
    last = min(_end(clause), clause.amount.last + _ABOUT_BEHIND)
    first = clause.amount.last
    if last > first and _purpose(clause, first) and not _only_party(clause, first, last):
        return text[clause.words[first].start : clause.words[last - 1].end]
    return _priced(text, clause)


def _purpose(clause: _Clause, i: int) -> bool:
    """Say whether a purpose begins here."""
    return clause.words[i].fold.startswith(_LAM) or clause.cue(i, "purpose") or clause.cue(i, "with")


def _only_party(clause: _Clause, first: int, last: int) -> bool:
    """Say whether nothing but a party stands between two words."""
    return any(p.first <= first and p.last >= last for p in clause.parties)


def _priced(text: str, clause: _Clause) -> str | None:
    """Cut out the noun phrase before the amount, words such as «بقيمة» left out."""
    first, words = clause.amount.first, clause.words
    end = first
    while end > clause.sentence.first and not words[end].gap and clause.cue(end - 1, "worth"):
        end -= 1
    begin = end
    while begin > max(clause.sentence.first, end - _ABOUT_BEFORE) and not words[begin].gap:
        begin -= 1
    return text[words[begin].start : words[end - 1].end] if begin < end else None
