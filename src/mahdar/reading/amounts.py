"""Amounts → entries that say what the sum is for, who gives it and who receives it.

The nearest word of giving, receiving, buying or selling before the amount decides the frame; parties take
their parts by where they stand and by the particle before them. What the sentence does not say stays empty.
A sum that is told twice, in two moneys, is two entries with the same sides.

Limits: parties of the sentence before, and «we», are not looked for.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from mahdar.lexicon.acts import act_table
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.units import unit_table
from mahdar.model.entries import Amount
from mahdar.model.mentions import AmountMention
from mahdar.model.prose import Sentence
from mahdar.model.reading import ArticleText
from mahdar.reading.amounts_clause import Clause
from mahdar.reading.amounts_sides import SIDES

__all__ = ["read_amounts"]

_FRAMES = ("gives", "receives", "sells", "deals")
_REACH = 14
"""How many words before an amount its verb may stand."""
_ABOUT_BEFORE, _ABOUT_BEHIND = 12, 10
"""How many words of what an amount is about are kept before and behind it."""
_TOLD = 4
"""With fewer words before a sum, what stands behind it says what it is («براتب 6 آلاف ريال شهرياً»)."""
_OBJECT = 5
"""Within so many words behind a verb of receiving stands its object."""
_EQUAL = 4
"""So many words may tell that a sum is another in other money."""
_LAM = "\N{ARABIC LETTER LAM}"


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
    entries: list[Amount] = []
    last: AmountMention | None = None
    for amount in article.mentions.amounts:
        sentence = sentences[bisect_right(starts, amount.first) - 1]
        clause = _clause(article, lexicon, sentence, amount)
        entry = _entry(article, clause)
        if last is not None and last.first >= sentence.first:
            entries[-1], entry = _shared(clause, last, entries[-1], entry)
        entries.append(entry)
        last = amount
    return tuple(entries)


def _shared(clause: Clause, last: AmountMention, before: Amount, entry: Amount) -> tuple[Amount, Amount]:
    """Give one sum told twice, in two moneys, the same sides and matter; a part has its sides."""
    between = range(last.last, clause.amount.first)
    same = len(between) <= _EQUAL and all(
        clause.cue(i, "equal") or clause.cue(i - 1, "equal") for i in between
    )
    bracketed = not between and "(" in clause.words[clause.amount.first].gap
    if (
        last.kind == clause.amount.kind == "money"
        and before.unit != entry.unit
        and (bracketed or (same and between))
    ):
        giver, receiver = before.giver or entry.giver, before.receiver or entry.receiver
        return (
            replace(before, giver=giver, receiver=receiver),
            replace(entry, about=before.about, giver=giver, receiver=receiver),
        )
    if any(clause.cue(i, "part") for i in between[-2:]):
        return before, replace(entry, giver=before.giver, receiver=entry.receiver or before.receiver)
    return before, entry


def _clause(article: ArticleText, lexicon: Lexicon, sentence: Sentence, amount: AmountMention) -> Clause:
    """Lay an amount out in its sentence."""
    parties = tuple(
        p for p in article.mentions.parties if sentence.first <= p.first and p.last <= sentence.last
    )
    masculine = act_table(lexicon).words["masculine_parties"]
    return Clause(article.prose.words, unit_table(lexicon), masculine, sentence, amount, parties)


def _entry(article: ArticleText, clause: Clause) -> Amount:
    """Make one entry."""
    amount = clause.amount
    frame = _frame(clause)
    people = amount.kind == "count" and amount.unit not in clause.units.goods
    giver, receiver = SIDES[frame[0]](clause, frame[1]) if frame and not people else (None, None)
    return Amount(
        evidence=(article.document.evidence(amount.start, amount.end),),
        reader=f"amount.{amount.kind}" + (f" ar.amount.{frame[0]}" if frame else ""),
        value=amount.value,
        unit=amount.unit,
        about=_about(article.document.text, clause),
        giver=giver,
        receiver=receiver,
    )


def _frame(clause: Clause) -> tuple[str, int] | None:
    """Return the nearest frame before the amount and where it stands."""
    first = clause.amount.first
    for i in range(first - 1, max(clause.sentence.first, first - _REACH) - 1, -1):
        for kind in _FRAMES:
            if clause.cue(i, kind):
                return _received(clause, i) or (kind, _giving(clause, i) if kind == "gives" else i)
    return None


def _giving(clause: Clause, at: int) -> int:
    """Return the verb whose object a loan is («ومنحها قرضا قيمته …»); the word itself where none is."""
    if not clause.cue(at, "loan"):
        return at
    lo = max(clause.sentence.first, at - _OBJECT)
    return next((i for i in range(at - 1, lo - 1, -1) if clause.cue(i, "gives")), at)


def _received(clause: Clause, at: int) -> tuple[str, int] | None:
    """Return the verb of receiving whose object a noun of giving is («حصلت مصر على قرض»)."""
    lo = max(clause.sentence.first, at - _OBJECT)
    found = next((i for i in range(at - 1, lo - 1, -1) if clause.cue(i, "receives")), None)
    broken = found is None or any(clause.breaks(i) for i in range(found + 1, at + 1))
    return None if broken or found is None else ("receives", found)


def _about(text: str, clause: Clause) -> str | None:
    """Cut out the words that say what the amount is: a sum's purpose or what it prices, a count's clause."""
    first, last = clause.amount.last, min(clause.end, clause.amount.last + _ABOUT_BEHIND)
    begin = _clause_start(clause, clause.amount.first)
    whole = text[clause.words[begin].start : clause.words[last - 1].end]
    if clause.amount.kind == "count":
        return whole
    if last > first and _purpose(clause, first) and not _only_party(clause, first, last):
        return text[clause.words[first].start : clause.words[last - 1].end]
    return whole if last > first and clause.amount.first - begin < _TOLD else _priced(text, clause)


def _clause_start(clause: Clause, end: int) -> int:
    """Return the word at which the clause begins that a word stands in."""
    begin = end
    while begin > max(clause.sentence.first, end - _ABOUT_BEFORE) and not clause.breaks(begin):
        if clause.cue(begin - 1, "opens"):
            break
        begin -= 1
    return begin


def _purpose(clause: Clause, i: int) -> bool:
    """Say whether a purpose begins here."""
    return clause.words[i].fold.startswith(_LAM) or clause.cue(i, "purpose") or clause.cue(i, "with")


def _only_party(clause: Clause, first: int, last: int) -> bool:
    """Say whether nothing but a party stands between two words."""
    return any(p.first <= first and p.last >= last for p in clause.parties)


def _priced(text: str, clause: Clause) -> str | None:
    """Cut out the noun phrase before the amount, words such as «بقيمة» left out."""
    first, words = clause.amount.first, clause.words
    end = first
    while end > clause.sentence.first and not clause.breaks(end) and clause.cue(end - 1, "worth"):
        end -= 1
    begin = _clause_start(clause, end)
    return text[words[begin].start : words[end - 1].end] if begin < end else None
