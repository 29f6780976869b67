"""A lexicon word → every folded form it is written in, ready to be a key of a lookup table.

Nouns come with article, pronoun and accusative ending, verbs conjugated, both with the particles that Arabic
attaches to their front: a reader then finds any of them with one dictionary look-up and takes nothing off.

Source: lexicon/data/ar/clitics.toml; inflected verbs from `mazini`
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mazini import conjugate

from mahdar.lexicon.fold import fold
from mahdar.lexicon.inflect import with_article
from mahdar.lexicon.load import Row
from mahdar.lexicon.particles import attached_forms, tokens
from mahdar.lexicon.store import default_lexicon

__all__ = ["Term", "index_terms", "noun_terms", "verb_terms", "word_sets"]

_ALEF, _HEH, _TEH, _YEH, _WAW, _HAMZA = (
    "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER TEH}",
    "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER WAW}",
    "\N{ARABIC LETTER HAMZA}",
)


@dataclass(frozen=True, slots=True)
class Term:
    """One reading of a word (or of the phrase that it begins) as a form of a head."""

    head: int
    """Index of the head in its table."""
    rest: tuple[str, ...]
    """The folded words that must follow."""
    taken: str = ""
    """Particles attached to the first word."""
    definite: bool = False
    """With the article; a construct is definite or not by what follows it."""
    pronoun: str = ""
    """Attached pronoun or nothing."""
    plural: bool = False
    tense: str = ""
    """Of a verb: `past`, `present` or `future`; empty for a noun."""
    number: str = ""
    """Of a verb: `s`, `d` or `p`; `i` of the first person singular."""

    @property
    def length(self) -> int:
        """How many words it has."""
        return 1 + len(self.rest)


def index_terms(pairs: Iterable[tuple[str, Term]]) -> dict[str, tuple[Term, ...]]:
    """Group terms by first word, longest phrase first, then by order; of two alike the first stays."""
    found: dict[str, dict[tuple[object, ...], Term]] = {}
    for first, term in pairs:
        key = (term.head, term.rest, term.definite, term.tense)
        found.setdefault(first, {}).setdefault(key, term)
    return {
        first: tuple(sorted(terms.values(), key=_longest)) if len(terms) > 1 else (*terms.values(),)
        for first, terms in found.items()
    }


def _longest(term: Term) -> tuple[int, int]:
    """Order readings: longest phrase first, then fewest particles taken off."""
    return -len(term.rest), len(term.taken)


def word_sets(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    """Read the closed word lists of a file (`[[words]]`), folded, by id."""
    return {
        row.text("id"): frozenset(" ".join(tokens(w)) for w in row.list("words"))
        for row in rows
        if row.table == "words"
    }


def noun_terms(row: Row, head: int) -> Iterator[tuple[str, Term]]:
    """Yield first word and term of every form of a noun or noun phrase.

    Args:
        row: `word`, `variants` and `plurals`; `join`: `adjective` where every word of a phrase takes the
            article, else the last one alone does; `fixed`: true where the words stand as they are.
        head: index of the head.
    """
    for plural, phrases in ((False, (row.text("word"), *row.list("variants"))), (True, row.list("plurals"))):
        for phrase in phrases:
            for words, definite, pronoun in _noun_shapes(tokens(phrase), row):
                for taken, first in attached_forms(words[0]):
                    yield first, _noun_term(head, words[1:], taken, definite, pronoun, plural)


_noun_term = lru_cache(maxsize=256)(Term)
"""Spellings of one head share their readings: fewer records to make, to keep and to load."""


def _noun_shapes(words: tuple[str, ...], row: Row) -> Iterator[tuple[tuple[str, ...], bool, str]]:
    """Yield the words of a phrase bare, accusative, with article and with pronouns."""
    first, *rest = words
    if row.values.get("fixed"):
        yield words, first.startswith(with_article("")[1]), ""
        return
    yield words, False, ""
    if not rest:
        yield with_article(first)[1:], True, ""
        yield from (((form,), False, "") for form in _accusative(first))
        yield from (((stem + p,), False, p) for stem in _constructs(first) for p in _slot("pronoun"))
    elif row.text("join") == "adjective":
        yield tuple(with_article(w)[1] for w in words), True, ""
        yield tuple(f for w in words for f in (*_accusative(w), w)[:1]), False, ""
        behind = tuple(with_article(w)[1] for w in rest)
        yield from (((_construct(first) + p, *behind), True, p) for p in _slot("pronoun"))
    else:
        yield (*words[:-1], with_article(words[-1])[1]), True, ""


def _accusative(word: str) -> tuple[str, ...]:
    """Return the indefinite accusative where it is written with alef."""
    if word[-1] in (_HEH, _ALEF, _HAMZA) or word.endswith(_ALEF + _TEH):
        return ()
    return (word + _ALEF,)


def _construct(word: str) -> str:
    """Return a noun as it stands before a pronoun."""
    return word[:-1] + _TEH if word.endswith(_HEH) else word


def _constructs(word: str) -> tuple[str, ...]:
    """Return all that a noun may look like before a pronoun: a last hamza takes a seat («لقائه», «لقاؤه»)."""
    if word.endswith(_HAMZA):
        return word, word[:-1] + _YEH, word[:-1] + _WAW
    return (_construct(word),)


@cache
def _slot(name: str) -> tuple[str, ...]:
    """Return the particles of a slot."""
    rows = default_lexicon().rows("ar/clitics.toml", "head")
    return next(tuple(row.values["forms"]) for row in rows if row.values["slot"] == name)


def verb_terms(row: Row, head: int) -> Iterator[tuple[str, Term]]:
    """Yield every finite form of the third person and first plural, with objects and particles.

    Args:
        row: `root` and `pattern`, as the conjugator names it; `forms`: further fixed forms of the past.
        head: index of the head.
    """
    shapes = [(fold(f), t, n) for f, t, n in _finite(row.text("root"), row.text("pattern"))]
    shapes += [(fold(f), "past", "s") for f in row.list("forms")]
    for stem, tense, number in shapes:
        for verb in (stem, *_with_objects(stem)):
            yield from ((before + verb, term) for before, term in _led(head, tense, number))


@lru_cache(maxsize=64)
def _led(head: int, tense: str, number: str) -> tuple[tuple[str, Term], ...]:
    """Return what may stand before a verb, and its reading then: bare, joined, and in the future.

    All forms of a verb share these readings: a tenth of the records to make, to keep and to load.
    """
    marks = [("", tense)] + ([(_slot("future")[0], "future")] if tense == "present" else [])
    return tuple(
        (conjunction + mark, Term(head, (), conjunction, tense=when, number=number))
        for mark, when in marks
        for conjunction in ("", *_slot("conjunction"))
    )


def _finite(root: str, pattern: str) -> Iterator[tuple[str, str, str]]:
    """Yield the finite forms that reports are written in."""
    slots = conjugate(root, pattern).slots if root else {}
    for slot, forms in slots.items():
        mood, _, rest = slot.partition("_")
        if mood not in {"past", "ind", "sub"} or not (rest.startswith("3") or rest == "1p"):
            continue
        number = next((n for n in "sdp" if n in rest[1:]), "s")
        yield from (
            (f.form, "past" if mood == "past" else "present", number) for f in forms if "?" not in f.form
        )


def _with_objects(verb: str) -> tuple[str, ...]:
    """Return a verb with an attached object of the third person.

    A last ى is written ا before it, a last ي stays; folded, they are one letter («أجراها», «يجريها»).
    """
    weak = verb.endswith(_YEH) and len(verb) > 3
    stems = (verb[:-1] + _ALEF, verb) if weak else (verb,)
    third = [p for p in _slot("pronoun") if p.startswith(_HEH)]
    return tuple(stem + p for stem in stems for p in third)
