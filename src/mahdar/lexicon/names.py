"""What words are names, how they are spelt in Latin letters, and which words are never part of one.

Source: lexicon/data/ar/names.tsv, ar/spellings.tsv, ar/letters.tsv, ar/ordinary.toml, shared/people.tsv
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.phrases import fold_words
from mahdar.lexicon.store import Lexicon

__all__ = ["NameTable", "name_table", "servant_prefix"]

_SERVANT = "Abd"


@dataclass(frozen=True, slots=True)
class NameTable:
    """All lookups of the name grammar."""

    given: dict[str, str]
    """Folded given name → Latin spelling; empty where only the lexicon of people has it."""
    family: dict[str, str]
    surnames: frozenset[str]
    """Listed family names that no list has as given names: one that begins a name is its bearer's surname."""
    particles: dict[str, str]
    """Words that bind the next one into a name (son of, family of, father of, von)."""
    sons: frozenset[str]
    """Particles that stand between a name and the father's."""
    binding: frozenset[str]
    """Particles that carry on a name that was complete: son of, family of."""
    abroad: frozenset[str]
    """Particles that Arabic itself does not have («فان», «دي»)."""
    house: frozenset[str]
    """The particle of a house («آل»)."""
    compounds: frozenset[tuple[str, str]]
    """Given names of two words («صلاح الدين»), folded."""
    kunya: frozenset[str]
    """«Father of», as a byname begins with it."""
    leading: frozenset[str]
    """Particles that a name can begin with."""
    servant: str
    """The folded prefix of servant-of names."""
    ordinary: frozenset[str]
    """Words that are part of no name, folded, without article."""
    phrases: frozenset[tuple[str, str]]
    """Two words that look like a name and are none («حسن الجوار»)."""
    speech: frozenset[str]
    """Verbs behind which, or before which, a person stands who speaks."""
    telling: frozenset[str]
    """Words that lead from a speaker to what he says («إن»): before one a name ends."""
    about: frozenset[str]
    """Prepositions behind which words are reported of somebody («نقلت عن»)."""
    spelt: frozenset[str]
    """Words that fold like a name and are told from it by their spelling («على» is not «علي»), unfolded."""
    respelt: frozenset[str]
    """The folds of those words («علي»)."""
    inflected: tuple[tuple[str, str], ...]
    """Heads and tails that an unknown word has where it is no name."""
    doubtful: frozenset[str]
    """Letters that verbs and particles begin with: an unknown third word with one ends the name."""
    verbs: frozenset[str]
    """Names that are verbs of the past too: behind a name they tell what its bearer did."""
    address: frozenset[str]
    """Words of address behind which a nationality is a surname («السيد السوداني»)."""
    letters: dict[str, tuple[str, str]]
    """Letter, or two that write one sound → Latin at the head of a word and elsewhere, for unlisted names."""
    endings: tuple[tuple[str, str], ...]
    """How foreign names end, and how that is spelt in Latin; longest first."""
    abutting: frozenset[str]
    """Last parts that Latin writes together with the part before («أوغلو», «زاده»)."""
    pairs: dict[str, str]
    """Names of two words, folded and joined by a blank → their Latin as a whole."""
    by_state: dict[tuple[str, str], str]
    """Folded name and a state → how that state spells it."""


def name_table(lexicon: Lexicon) -> NameTable:
    """Return the compiled table."""
    return lexicon.table("names", _build)


def _compounds(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Return the given names of two words."""
    rows = (row for row in lexicon.rows("ar/names.tsv") if row.text("kind") == "given")
    names = (tuple(fold_words(row.text("arabic"))) for row in rows)
    return frozenset((name[0], name[1]) for name in names if len(name) == 2)


def _words(lexicon: Lexicon, table: str) -> frozenset[str]:
    """Return the folded words of a table of ordinary words."""
    return frozenset(fold(w) for row in lexicon.rows("ar/ordinary.toml", table) for w in row.list("words"))


def _pairs(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Return the pairs of words that look like a name and are none."""
    rows = lexicon.rows("ar/ordinary.toml", "phrase")
    return frozenset((a, b) for row in rows for a, b in (fold_words(words) for words in row.list("words")))


def servant_prefix(lexicon: Lexicon) -> str:
    """Return the folded prefix of servant-of names."""
    rows = lexicon.rows("ar/names.tsv")
    return next(fold(r.text("arabic")) for r in rows if r.text("latin") == _SERVANT)


def _inflected(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Return the heads and tails of words that are no names."""
    rows = lexicon.rows("ar/ordinary.toml", "inflected")
    return tuple((head, tail) for row in rows for head in row.list("heads") for tail in row.list("tails"))


def _letters(lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, str]]]:
    """Read the letters with their Latin, and the endings of names."""
    for row in lexicon.rows("ar/letters.tsv"):
        yield row.text("letter"), (row.text("first"), row.text("later"))


def _endings(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Return how foreign names end, longest first."""
    found = ((letter[1:], later) for letter, (_, later) in _letters(lexicon) if letter.startswith(_ENDING))
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


_ENDING = "-"
"""Before the letters that end a name."""


def _build(lexicon: Lexicon) -> NameTable:
    """Compile the files; the people of the lexicon lend their first and last names."""
    ordinary = frozenset(
        fold(w) for row in lexicon.rows("ar/ordinary.toml", "head") for w in row.list("words")
    )
    listed = _of_kind(lexicon, "particle")
    particles = {p: latin for p, latin in listed.items() if latin.lower() not in _TRAILING}
    trailing = {p: latin for p, latin in listed.items() if p not in particles}
    first, last = _lent(lexicon, 0), _lent(lexicon, -1)
    given, family = _of_kind(lexicon, "given"), _of_kind(lexicon, "family")
    return NameTable(
        given=_without(first, ordinary) | given,
        family=_without(last, ordinary) | family | trailing,
        surnames=frozenset(family.keys() - given.keys()),
        particles=particles,
        sons=frozenset(p for p, latin in particles.items() if latin.lower() in _SONS),
        binding=frozenset(p for p, latin in particles.items() if latin.lower() in _SONS | {_HOUSE}),
        abroad=frozenset(p for p, latin in particles.items() if latin in _ABROAD),
        house=frozenset(p for p, latin in particles.items() if latin.lower() == _HOUSE),
        leading=frozenset(p for p, latin in particles.items() if latin.lower() in _LEADING),
        servant=servant_prefix(lexicon),
        compounds=_compounds(lexicon),
        kunya=frozenset(p for p, latin in particles.items() if latin == _KUNYA),
        ordinary=ordinary,
        phrases=_pairs(lexicon),
        speech=_words(lexicon, "speech"),
        telling=_words(lexicon, "telling"),
        about=_words(lexicon, "about"),
        spelt=frozenset(w for row in lexicon.rows("ar/ordinary.toml", "spelt") for w in row.list("words")),
        respelt=_words(lexicon, "spelt"),
        inflected=_inflected(lexicon),
        doubtful=frozenset(
            letter for row in lexicon.rows("ar/ordinary.toml", "doubtful") for letter in row.list("letters")
        ),
        verbs=_words(lexicon, "verbs"),
        address=_words(lexicon, "address"),
        letters={letter: latin for letter, latin in _letters(lexicon) if not letter.startswith(_ENDING)},
        endings=_endings(lexicon),
        abutting=frozenset(p for p, latin in trailing.items() if latin in _ABUTTING),
        pairs=_pairs_spelt(lexicon),
        by_state=_by_state(lexicon),
    )


_ABROAD = frozenset({"da", "de", "del", "della", "den", "der", "dos", "van", "von"})
_SONS = frozenset({"bin", "ibn", "bint", "mint", "ould"})
_HOUSE = "al"
_KUNYA = "Abu"
_SHORT = "~"
"""Before a part of a name that stands for the person only where the whole name does too."""
_TRAILING = frozenset({"oğlu", "oglu", "zadeh", "khan", "nejad", "pour", "jr.", "bey", "pasha", "vich"})
_ABUTTING = frozenset({"oğlu", "oglu", "zadeh", "nejad", "pour"})
_LEADING = frozenset({"bin", "ould", "abd", "abu", "mullah"})


def _pairs_spelt(lexicon: Lexicon) -> dict[str, str]:
    """Return the names of two words with their Latin; the first row of a name stays."""
    found: dict[str, str] = {}
    for row in lexicon.rows("ar/names.tsv"):
        words = fold_words(row.text("arabic"))
        if len(words) == 2 and row.text("kind") != "particle":
            found.setdefault(" ".join(words), row.list("latin")[0])
    return found


def _by_state(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """Return the names that states spell in their own way."""
    return {
        (" ".join(fold_words(row.text("arabic"))), state): row.text("latin")
        for row in lexicon.rows("ar/spellings.tsv")
        for state in row.list("states")
    }


def _of_kind(lexicon: Lexicon, kind: str) -> dict[str, str]:
    """Return the names of a kind, written as one word; the first Latin spelling of a name stays."""
    found: dict[str, str] = {}
    for row in lexicon.rows("ar/names.tsv"):
        if row.text("kind") == kind:
            found.setdefault("".join(fold_words(row.text("arabic"))), row.list("latin")[0])
    return found


def _lent(lexicon: Lexicon, at: int) -> dict[str, str]:
    """Return the first (0) or last (-1) words of known people's names.

    With the Latin word of the same place where both spellings have as many words, else without.
    """
    servant = servant_prefix(lexicon)
    found: dict[str, str] = {}
    for row in lexicon.rows("shared/people.tsv"):
        latin = row.text("name").split()
        for name in (name for name in row.list("names") if not name.startswith(_SHORT)):
            words = " ".join(fold_words(name)).replace(f"{servant} ", servant).split()
            if len(words) > 1 and len(words[at]) > 2:
                found[words[at]] = found.get(words[at]) or (latin[at] if len(latin) == len(words) else "")
    return found


def _without(names: dict[str, str], ordinary: frozenset[str]) -> dict[str, str]:
    """Return names that are no ordinary words."""
    return {name: latin for name, latin in names.items() if name not in ordinary}
