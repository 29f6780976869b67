"""Words for occasions on which parties meet, compiled: any word as it stands → what occasion it can name.

Source: lexicon/data/ar/meetings.toml, ar/numbers.tsv (ordinals), shared/parties.tsv (names of states),
shared/places.tsv (buildings)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.particles import attached_forms, tokens
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.word_terms import Term, index_terms, noun_terms, verb_terms, word_sets

__all__ = ["MeetingHead", "MeetingTable", "meeting_table"]


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """One word for an occasion."""

    id: str
    role: str
    """`noun`, `container`, `body`, `meet`, `receive`, `visit`, `phone`, `hold` or `chair`."""
    kind: str
    """The kind of meeting; empty for words that only say that one is held or chaired."""
    back: bool
    """True for a word that only takes up an occasion named before."""
    loose: bool
    """True for a word that takes up an occasion of any kind («المحادثات» within a visit)."""
    only: frozenset[str]
    """Kinds that a verb of holding says anything about; empty for all."""
    hosts: bool
    """True for a verb of holding whose subject is the place («استضافت مسقط»)."""
    reaches: bool
    """True for a verb of holding whose object is the place («وصل الرباط»)."""
    leaves: bool
    """True for a verb of going whose object is where somebody leaves from («غادر باريس إلى مسقط»)."""
    stays: bool
    """True for a word that says where somebody is («الموجود في مسقط»): he is there on a visit."""
    named: bool
    """True for a noun of going behind which who goes is named («وصول الوزير إلى …»)."""
    launches: bool
    """True for a verb that brings a series into being: what it holds is the first («أطلق»)."""
    begins: bool
    """True for a verb that tells when a series began («الحوار الذي انطلق في …»)."""
    many: bool
    """True for a gathering of many: its host may be all that is told («مؤتمر»)."""
    guests: bool
    """True for the noun of receiving: host and guest stand behind it."""
    manner: bool
    """True for an adverb that tells how two spoke («هاتفيا»)."""
    joins: bool
    """True for a verb of holding whose subject takes part beside those named («شارك في»)."""
    includes: bool
    """True for a verb whose subject is a visit that has the meeting in it («تتضمن الزيارة لقاء مع …»)."""
    alone: bool
    """True for a container that its number alone can tell («الدورة الخامسة»); «أعمال» cannot be."""
    elliptic: bool
    """True for an adjective whose noun is left out («ختام الاستراتيجي الكيني الهندي الثاني»)."""


@dataclass(frozen=True, slots=True)
class MeetingTable:
    """All lookups of the meeting reader."""

    heads: tuple[MeetingHead, ...]
    terms: dict[str, tuple[Term, ...]]
    """Folded first word with its particles → readings, longest phrase first."""
    words: dict[str, frozenset[str]]
    """Closed word lists by id, folded."""
    ordinals: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    """Folded first word of a definite ordinal → the words that follow and its value, longest first."""
    leading: dict[str, int]
    """Folded ordinal that stands before its noun («أولى جولات …») → its value."""
    states: dict[str, str]
    """Code → English name."""
    state_names: frozenset[str]
    """All their English names, and those of regions: a city lies in them."""
    venues: frozenset[str]
    """English names of buildings and sites, which lie in a city."""
    blocs: dict[str, str]
    """Folded adjective, without article, that a summit has of a bloc («عربية») → its code."""
    seats: dict[str, frozenset[str]]
    """A city's English name → codes of the organisations that have their seat there."""
    bodies: frozenset[str]
    """Codes of organisations and blocs: their members meet in sessions of their own."""


def meeting_table(lexicon: Lexicon) -> MeetingTable:
    """Return the compiled words for occasions."""
    return lexicon.table("meetings", _build)


def _build(lexicon: Lexicon) -> MeetingTable:
    """Compile the files."""
    rows = lexicon.rows("ar/meetings.toml")
    heads = [row for row in rows if row.table == "head"]
    words = word_sets(rows)
    words |= {name: words[name] | {_WAW + w for w in words[name]} for name in _JOINED}
    parties = lexicon.rows("shared/parties.tsv")
    states = {row.text("code"): row.text("name") for row in parties if row.text("kind") == "state"}
    return MeetingTable(
        tuple(_head(row) for row in heads),
        index_terms(pair for n, row in enumerate(heads) for pair in _terms(row, n)),
        words,
        _ordinals(lexicon, words["opening"]),
        _leading(lexicon),
        states,
        frozenset(states.values()) | _places(lexicon, _WIDE),
        _places(lexicon, frozenset({"venue"})),
        {fold(word): row.text("code") for row in rows if row.table == "bloc" for word in row.list("words")},
        {row.text("place"): frozenset(row.list("codes")) for row in rows if row.table == "seat"},
        frozenset(row.text("code") for row in parties if row.text("kind") in _BODIES),
    )


_BODIES = frozenset({"organisation", "bloc"})
_WIDE = frozenset({"region", "country"})


def _places(lexicon: Lexicon, kinds: frozenset[str]) -> frozenset[str]:
    """Return the English names of the places of some kinds."""
    rows = lexicon.rows("shared/places.tsv")
    return frozenset(row.text("name") for row in rows if row.text("kind") in kinds)


_JOINED = ("planned", "intending", "inviting", "frame")
"""Lists of words that may open a sentence with an attached «و»."""
_WAW = "\N{ARABIC LETTER WAW}"


def _head(row: Row) -> MeetingHead:
    """Make a head of its row."""
    return MeetingHead(
        row.text("id"),
        row.text("role"),
        row.text("kind"),
        bool(row.values.get("back")),
        bool(row.values.get("loose")),
        frozenset(row.list("only")),
        bool(row.values.get("hosts")),
        bool(row.values.get("reaches")),
        bool(row.values.get("leaves")),
        bool(row.values.get("stays")),
        bool(row.values.get("named")),
        bool(row.values.get("launches")),
        bool(row.values.get("begins")),
        bool(row.values.get("many")),
        bool(row.values.get("guests")),
        row.text("role") == "noun" and bool(row.values.get("fixed")),
        bool(row.values.get("joins")),
        bool(row.values.get("includes")),
        bool(row.values.get("alone")),
        bool(row.values.get("elliptic")),
    )


def _terms(row: Row, head: int) -> Iterator[tuple[str, Term]]:
    """Yield the forms of a head: a verb's where it has a root."""
    if row.text("root") or row.list("forms"):
        yield from verb_terms(row, head)
        yield from _present(row, head)
        yield from _mine(row, head)
    else:
        yield from noun_terms(row, head)


def _present(row: Row, head: int) -> Iterator[tuple[str, Term]]:
    """Yield the fixed forms of the present that the conjugator does not make, and their future."""
    for form in row.list("present"):
        for taken, first in attached_forms(form):
            yield first, Term(head, (), taken, tense="present", number="s")
        for taken, first in attached_forms(_SEEN + form):
            yield first, Term(head, (), taken, tense="future", number="s")


def _mine(row: Row, head: int) -> Iterator[tuple[str, Term]]:
    """Yield the forms of the first person singular that no other person shares, of past and present."""
    for form in row.list("mine"):
        for taken, first in attached_forms(fold(form)):
            yield first, Term(head, (), taken, tense="past", number="i")
    for form in row.list("mine_present"):
        for mark, tense in (("", "present"), (_SEEN, "future")):
            for taken, first in attached_forms(mark + fold(form)):
                yield first, Term(head, (), taken, tense=tense, number="i")


_SEEN = "\N{ARABIC LETTER SEEN}"


def _ordinals(
    lexicon: Lexicon, opening: frozenset[str]
) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Read the definite ordinals; the opening edition is the first."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    named = [(word, 1) for word in sorted(opening)]
    for row in lexicon.rows("ar/numbers.tsv"):
        if row.text("kind") == "ordinal":
            named += [(name, int(row.text("value"))) for name in row.list("names")]
    for name, value in named:
        first, *rest = tokens(name)
        if first.startswith(_ARTICLE):
            for taken, form in attached_forms(first):
                if not taken:
                    found.setdefault(form, []).append((tuple(rest), value))
    return {first: tuple(sorted(set(rows), key=lambda r: -len(r[0]))) for first, rows in found.items()}


def _leading(lexicon: Lexicon) -> dict[str, int]:
    """Read the bare ordinals of one word, with what may be attached before them."""
    rows = [r for r in lexicon.rows("ar/numbers.tsv") if r.text("kind") == "ordinal"]
    names = [(tokens(n), int(r.text("value"))) for r in rows for n in r.list("names")]
    return {
        form: value
        for words, value in names
        if len(words) == 1 and not words[0].startswith(_ARTICLE)
        for _, form in attached_forms(words[0])
    }


_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
