"""What counts as one word in a search beyond regular endings: known words, plurals by pattern, verbs.

Source: lexicon/data/ar/{plurals.tsv,patterns.toml,ordinary.toml,names.tsv,acts.toml},
    shared/{parties,places}.tsv
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mahdar.lexicon.acts import act_table
from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.stems import StemTable, stem_table, without_endings
from mahdar.lexicon.store import Lexicon

__all__ = ["MADE_OF", "Pattern", "TermTable", "term_table"]

MADE_OF = (
    "ar/folding.toml", "ar/stems.toml", "ar/plurals.tsv", "ar/patterns.toml",
    "ar/ordinary.toml", "ar/names.tsv",
    "ar/acts.toml", "ar/reading.toml", "shared/parties.tsv", "shared/places.tsv",
)  # fmt: skip
"""The files that decide which words count as one."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of plurals."""

    plural: str
    """A regular expression with a group a root letter."""
    singulars: tuple[str, ...]
    """What a singular would be, as `str.format` takes the root's letters."""
    never: frozenset[str]
    """Words that only look like such a plural."""

    def key(self, word: str, forms: Mapping[str, str]) -> str | None:
        """Return the key of the known word of which a folded word is a plural; None where there is none."""
        match = None if word in self.never else re.fullmatch(self.plural, word)
        if match is None:
            return None
        root = match.groupdict()
        return next((its for one in self.singulars if (its := forms.get(one.format(**root)))), None)


@dataclass(frozen=True, slots=True)
class TermTable:
    """Keys of words without particles, article and pronoun."""

    forms: dict[str, str]
    """A folded word → its key."""
    patterns: tuple[Pattern, ...]
    any: str
    """A regular expression for whatever fits any pattern."""

    def plural(self, word: str) -> str | None:
        """Return the key of the known word of which a folded word is a plural; None where there is none."""
        if re.fullmatch(self.any, word) is None:
            return None
        return next((its for one in self.patterns if (its := one.key(word, self.forms))), None)


def term_table(lexicon: Lexicon) -> TermTable:
    """Return the compiled table."""
    return lexicon.table("terms", _build)


def _build(lexicon: Lexicon) -> TermTable:
    """Compile the files; what stands in several goes by the last of: words, verbs, plurals."""
    stems = stem_table(lexicon)
    words = {word for word in _words(lexicon) if len(word) > 1}
    forms = {word: _key(word, stems) for word in words if not _is_inflected(word, words, stems)}
    patterns = tuple(map(_pattern, lexicon.rows("ar/patterns.toml", "pattern")))
    plurals = {word: its for word in forms for one in patterns if (its := one.key(word, forms)) is not None}
    forms |= {form: its for word, its in plurals.items() for form in _before_pronouns(word)}
    heads = act_table(lexicon).heads
    for form, kinds in act_table(lexicon).forms.items():
        finite = [one for one in kinds if one.kind == "finite" and not one.passive]
        if finite and form not in {fold(heads[one.head].word) for one in finite}:
            forms[form] = _key(fold(heads[finite[0].head].word), stems)
    for row in lexicon.rows("ar/plurals.tsv"):
        singular = _key(fold(row.text("word")), stems)
        forms[fold(row.text("word"))] = singular
        for plural in row.list("plurals"):
            forms.update(dict.fromkeys(_before_pronouns(fold(plural)), singular))
    return TermTable(forms, patterns, "|".join(re.sub(r"\?P<r\d>", "?:", one.plural) for one in patterns))


def _key(word: str, stems: StemTable) -> str:
    """Return the key of a known word: its first letters are its own, and it has no pronoun."""
    return without_endings(word, stems.endings[1:])


def _is_inflected(word: str, words: Collection[str], stems: StemTable) -> bool:
    """Say whether a word is another one of these with the article or a pronoun."""
    article = stems.articles[0].form
    if word.startswith(article) and word[len(article) :] in words:
        return True
    for affix in stems.endings[0]:
        rest = word[: -len(affix.form)]
        if word.endswith(affix.form) and len(rest) >= affix.least:
            ha, ta = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER TEH}"
            if rest in words or (rest.endswith(ta) and rest[:-1] + ha in words):
                return True
    return False


def _words(lexicon: Lexicon) -> Iterator[str]:
    """Yield the folded words that the lexicon knows, names among them."""
    for row in lexicon.rows("ar/ordinary.toml", "head"):
        yield from map(fold, row.list("words"))
    for row in lexicon.rows("ar/names.tsv"):
        yield fold(row.text("arabic"))
    for row in (*lexicon.rows("shared/parties.tsv"), *lexicon.rows("shared/places.tsv")):
        yield from _single(row, ("names", "weak", "demonyms", "capitals", "seats"))


def _single(row: Row, fields: Iterable[str]) -> Iterator[str]:
    """Yield the names of one word, article aside."""
    for field in fields:
        for name in row.list(field):
            if " " not in name:
                yield fold(name)


def _before_pronouns(plural: str) -> Iterator[str]:
    """Yield a plural as it stands alone and before a pronoun: a hamza on its seats, ya as alef, ha as ta.

    >>> list(_before_pronouns(fold("شركاء")))
    ['شركاء', 'شركاي', 'شركاو']
    """
    yield plural
    for last, others in _SEATS.items():
        if plural.endswith(last):
            yield from (plural[: -len(last)] + other for other in others)


_SEATS = {
    "\N{ARABIC LETTER HAMZA}": ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER WAW}"),
    "\N{ARABIC LETTER YEH}": ("\N{ARABIC LETTER ALEF}",),
    "\N{ARABIC LETTER HEH}": ("\N{ARABIC LETTER TEH}",),
}


def _pattern(row: Row) -> Pattern:
    """Compile a pattern: a digit is a root letter."""
    expression = re.sub(r"(\d)", r"(?P<r\1>.)", fold(row.text("plural")))
    hamza = "\N{ARABIC LETTER HAMZA}"
    seats = f"[{hamza}\N{ARABIC LETTER YEH}\N{ARABIC LETTER WAW}]"
    if expression.endswith(hamza):
        expression = expression[: -len(hamza)] + seats
    singulars = tuple(re.sub(r"(\d)", r"{r\1}", fold(one)) for one in row.list("singulars"))
    return Pattern(expression, singulars, frozenset(map(fold, row.list("never"))))
