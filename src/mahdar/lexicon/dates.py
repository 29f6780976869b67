"""Words of calendar time, compiled: any word as it stands → what a date can make of it.

Every first word is expanded with the particles that Arabic attaches to its front, so that a finder pays one
dictionary look-up a word and takes nothing off.

Source: lexicon/data/ar/dates.toml, lexicon/data/ar/dates_context.toml, lexicon/data/shared/months.tsv
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.inflect import with_article
from mahdar.lexicon.load import Row
from mahdar.lexicon.particles import attached_forms, tokens
from mahdar.lexicon.store import Lexicon

__all__ = ["DateTable", "Term", "date_table"]


@dataclass(frozen=True, slots=True)
class Term:
    """One reading of a word (or of the phrase that it begins) as a word of time."""

    id: str
    kind: str
    """The head's kind, or `month`."""
    value: int | str
    rest: tuple[str, ...]
    """The folded words that must follow."""
    taken: str
    """Particles attached to the first word."""
    definite: bool = False
    """A unit with the article."""
    weak: bool = False
    """A month's name that is also another word."""
    family: str = ""
    """Of a month."""

    @property
    def hijri(self) -> bool:
        """Whether this is a month of the Islamic calendar."""
        return self.family == "hijri"


@dataclass(frozen=True, slots=True)
class DateTable:
    """All words of time."""

    terms: dict[str, tuple[Term, ...]]
    """Folded first word with its particles → readings, longest phrase first."""
    eras: dict[str, str]
    """Marks that stand behind a year."""


def date_table(lexicon: Lexicon) -> DateTable:
    """Return the compiled words of time."""
    return lexicon.table("dates", _build)


def _build(lexicon: Lexicon) -> DateTable:
    """Compile both files."""
    found: defaultdict[str, dict[tuple[object, ...], Term]] = defaultdict(dict)
    eras: dict[str, str] = {}
    for term, head in (*_heads(lexicon), *_months(lexicon)):
        if term.kind == "era" and not term.rest:
            eras[head] = str(term.value)
        for taken, form in attached_forms(head):
            read = Term(
                term.id, term.kind, term.value, term.rest, taken, term.definite, term.weak, term.family
            )
            key = (read.kind, read.value, read.rest, read.family)
            known = found[form].get(key)
            if known is None or len(taken) < len(known.taken):
                found[form][key] = read
    return DateTable(
        {form: tuple(sorted(terms.values(), key=_longest)) for form, terms in found.items()}, eras
    )


def _longest(term: Term) -> tuple[int, int]:
    """Order readings: longest phrase first, then fewest particles taken off."""
    return -len(term.rest), len(term.taken)


def _heads(lexicon: Lexicon) -> Iterator[tuple[Term, str]]:
    """Read the words of both TOML files; units stand there without their article."""
    for row in (*lexicon.rows("ar/dates.toml", "head"), *lexicon.rows("ar/dates_context.toml", "head")):
        for phrase in row.list("words"):
            kind, value = row.text("kind"), row.values.get("value", "")
            first, *rest = tokens(phrase)
            yield Term(row.text("id"), kind, value, tuple(rest), ""), first
            if kind == "unit" and not rest:
                singular = phrase in row.list("singular")
                yield Term(row.text("id"), kind, value, (), "", definite=singular), with_article(first)[1]


def _months(lexicon: Lexicon) -> Iterator[tuple[Term, str]]:
    """Read the month names."""
    for row in lexicon.rows("shared/months.tsv"):
        weak = {fold(name) for name in row.list("weak")}
        for name in row.list("names"):
            first, *rest = tokens(name)
            yield _month(row, fold(name) in weak, tuple(rest)), first


def _month(row: Row, weak: bool, rest: tuple[str, ...]) -> Term:
    """Make the term of a month's name."""
    family = row.text("family")
    return Term(
        f"month.{family}.{row.text('month')}",
        "month",
        int(row.text("month")),
        rest,
        "",
        weak=weak,
        family=family,
    )
