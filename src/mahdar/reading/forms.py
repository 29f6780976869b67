"""A folded word → the act heads that it may be a form of, with what is attached to it.

Particles before («وسيوقع»: و, س) and pronouns after («أبرمته») are taken off in turn; the first reading
that the grammar of acts knows wins, so a word costs one dictionary look-up after its first sight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mahdar.language.clitics import pronoun_readings, slot
from mahdar.lexicon.acts import ActTable, Form, act_table
from mahdar.lexicon.store import Lexicon

__all__ = ["OWN", "Candidate", "Forms", "word_forms"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read a word as a form of an act head."""

    form: Form
    conjunction: str
    """`و`, `ف` or nothing."""
    future: bool
    preposition: str
    """Attached `ب`, `ل`, `ك` or nothing; of a verb only where an occasion is taken for it («لنجدد»)."""
    definite: bool
    pronoun: str
    """Attached pronoun or nothing."""


class Forms(dict[str, tuple[Candidate, ...]]):
    """Folded word, particles and pronouns attached → its readings as an act head's form; empty for most.

    A word is read when it is first asked for, and remembered.
    """

    def __init__(self, table: ActTable) -> None:
        super().__init__()
        self.table = table

    def __missing__(self, fold: str) -> tuple[Candidate, ...]:
        """Read a word and remember it."""
        found = self[fold] = tuple(_readings(self.table, fold))
        return found


@lru_cache(maxsize=4)
def word_forms(lexicon: Lexicon) -> Forms:
    """Return the forms of a lexicon's words: one table for all its documents."""
    return Forms(act_table(lexicon))


def _readings(table: ActTable, fold: str) -> Iterator[Candidate]:
    """Take particles off and look what is left up."""
    for conjunction, rest in _without_conjunction(fold):
        found = (*_finite(table, conjunction, rest), *_nominal(table, conjunction, rest))
        found = found or tuple(_accusative(table, conjunction, rest))
        if found:
            yield from found
            return


def _without_conjunction(fold: str) -> tuple[tuple[str, str], ...]:
    """Give the word whole, and without a conjunction where it may begin with one."""
    if len(fold) > 2 and fold[0] in slot("conjunction"):
        return ("", fold), (fold[0], fold[1:])
    return (("", fold),)


def _finite(table: ActTable, conjunction: str, rest: str) -> Iterator[Candidate]:
    """Read a finite verb: with a future particle or without, with an object pronoun or without."""
    future = slot("future")[0]
    options = [(rest, False)]
    if rest.startswith(future) and len(rest) > 3:
        options.append((rest[1:], True))
    for stem, is_future in options:
        for verb, pronoun in pronoun_readings(stem):
            if pronoun == _YAA:
                continue
            for form in table.forms.get(verb, ()):
                if form.kind == "finite" and _fits(form, pronoun, future=is_future):
                    yield Candidate(form, conjunction, is_future, "", False, pronoun)
            if table.forms.get(verb):
                break
    yield from _urged(table, conjunction, rest)


def _urged(table: ActTable, conjunction: str, rest: str) -> Iterator[Candidate]:
    """Read whom a verb of two letters calls on («حثه», «حضهم»)."""
    if rest[_TWO:] not in slot("pronoun") or rest[_TWO:] == _YAA:
        return
    for form in table.forms.get(rest[:_TWO], ()):
        past = form.kind == "finite" and form.tense == "past" and not form.passive
        if past and table.heads[form.head].act_class == "call" and _fits(form, rest[_TWO:], future=False):
            yield Candidate(form, conjunction, False, "", False, rest[_TWO:])


_TWO = 2


def _fits(form: Form, pronoun: str, *, future: bool) -> bool:
    """Say whether a verb takes what is attached to it: a future the present, «you» only «I» and «we»."""
    own = form.person == 1
    if own and pronoun in OWN:
        return False
    return (form.tense == "present" or not future) and (pronoun[:1] != _KAF or own)


OWN = ("\N{ARABIC LETTER NOON}\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER NOON}\N{ARABIC LETTER YEH}")
"""Pronouns of the first person; «أمضينا» is no «I» with «us»."""


_KAF = "\N{ARABIC LETTER KAF}"
"""Of «ك» and «كم»: «الحكم» is no verb."""
_YAA = "\N{ARABIC LETTER YEH}"
"""Verbs take «ني», never a bare yaa: «شكري» is a name."""


def _nominal(table: ActTable, conjunction: str, rest: str) -> Iterator[Candidate]:
    """Read a participle or masdar: with preposition, article or pronoun, or bare."""
    for preposition, definite, stem in _bared(rest):
        for noun, pronoun in pronoun_readings(stem):
            for form in table.forms.get(noun, ()):
                if form.kind != "finite" and not (definite and pronoun):
                    yield Candidate(form, conjunction, False, preposition, definite, pronoun)


def _accusative(table: ActTable, conjunction: str, rest: str) -> Iterator[Candidate]:
    """Read an indefinite masdar in the accusative («لقي ترحيباً»), which is no other form of the grammar."""
    if not rest.endswith(_ALEF) or len(rest) < _LONG:
        return
    for form in table.forms.get(rest[:-1], ()):
        if form.kind == "masdar":
            yield Candidate(form, conjunction, False, "", False, "")


_ALEF = "\N{ARABIC LETTER ALEF}"
_LONG = 5
"""Letters of such a masdar at least."""


def _bared(rest: str) -> Iterator[tuple[str, bool, str]]:
    """Yield preposition, article or none, and stem, in every way that the word allows."""
    article, lam = slot("article")[0], slot("preposition")[1]
    yield "", False, rest
    if rest.startswith(article):
        yield "", True, rest[2:]
    if len(rest) > 3 and rest[0] in slot("preposition"):
        yield rest[0], False, rest[1:]
        if rest[1:].startswith(article):
            yield rest[0], True, rest[3:]
        if rest.startswith(lam + lam):
            yield lam, True, rest[2:]
