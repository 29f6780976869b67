"""Every way to name a party, in one phrase table: names, demonyms, capitals, seats, organisations, organs.

Source: lexicon/data/shared/{parties,organisations}.tsv, ar/organs.toml
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from babel.core import get_global

from mahdar.lexicon.fold import fold
from mahdar.lexicon.inflect import adjective_forms, with_article
from mahdar.lexicon.load import Row
from mahdar.lexicon.phrases import PhraseTable, fold_words
from mahdar.lexicon.store import Lexicon

__all__ = ["ALPHA_2", "Organ", "PartyName", "PartyTable", "codes_named", "party_table"]


@dataclass(frozen=True, slots=True)
class PartyName:
    """What a phrase says about a party."""

    codes: tuple[str, ...]
    """One code; several for a weak name that several parties share."""
    form: str
    """`name`, `weak`, `demonym`, `capital`, `seat` or `organisation`."""
    feminine: bool = False
    """Whether it is a feminine demonym; some names are one too («السعودية»)."""


@dataclass(frozen=True, slots=True)
class Organ:
    """A noun for an organ of a state: a ministry, a government, a side of a table."""

    gender: str
    """`f` or `m`: how the adjective behind it agrees (a plural of things is `f`)."""
    reach: int
    """How many definite words may stand between it and its state (a ministry's portfolio)."""
    short: bool
    """True for an adjective that stands for a ministry, an organ only where no noun governs it."""


@dataclass(frozen=True, slots=True)
class PartyTable:
    """All lookups of the party finder."""

    names: PhraseTable[PartyName]
    organs: PhraseTable[Organ]
    apart: frozenset[str]
    """Nouns whose state's name is part of a proper name or a thing: a river, a language, a currency."""
    homes: dict[str, str]
    """Code of an organisation → the state that it belongs to."""
    english: dict[str, str]
    """Code → English name as it stands behind a preposition."""
    within: frozenset[str]
    """Prepositions that can stand between an organ and its state."""
    polities: frozenset[str]
    """Nouns that begin the full style of a state («جمهورية كينيا»)."""
    issued: frozenset[str]
    """Words before an organ in the title of its own text («بيان صادر عن»)."""
    governing: frozenset[str]
    """Nouns behind which a short organ is none («وزير الخارجية»)."""
    kin: frozenset[str]
    """Adjectives of courtesy behind the name of another state («الشقيقة»)."""
    missions: frozenset[str]
    """Organs of a state abroad («سفارة»)."""
    states: frozenset[str]
    """Codes of states."""
    press: frozenset[str]
    """Codes of news agencies, papers and stations."""
    shared: frozenset[str]
    """Codes of parties that share a weak name with others («المملكة»)."""


def party_table(lexicon: Lexicon) -> PartyTable:
    """Return the compiled table."""
    return lexicon.table("parties", _build)


def codes_named(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the codes that a user may mean by a code in any case, an English name or an Arabic one.

    A code of two letters is one of ISO 3166-1, where no party has it for its own (`EU`, `UN`).

    >>> from mahdar.lexicon import default_lexicon
    >>> codes_named("iraq", default_lexicon()), codes_named("IQ", default_lexicon())
    (('IRQ',), ('IRQ',))
    >>> codes_named("Atlantis", default_lexicon())
    ()
    """
    table, wanted = party_table(lexicon), name.strip().casefold()
    for code, english in table.english.items():
        if wanted in {code.casefold(), english.casefold(), english.removeprefix("the ").casefold()}:
            return (code,)
    if len(wanted) == ALPHA_2 and wanted.isascii():
        return _of_two_letters(wanted.upper(), table)
    folds = fold_words(name)
    found = table.names.at(folds, 0) if folds else None
    return found[1].codes if found is not None and found[0] == len(folds) else ()


ALPHA_2 = 2
"""Letters of the shorter codes of ISO 3166-1."""


def _of_two_letters(code: str, table: PartyTable) -> tuple[str, ...]:
    """Return the state that ISO 3166-1 gives a code of two letters.

    Source: Unicode CLDR, supplemental territory aliases
    """
    aliases = get_global("territory_aliases")
    meant = aliases.get(code, [code])
    return tuple(state for state in sorted(table.states) if aliases.get(state) == meant)


def _build(lexicon: Lexicon) -> PartyTable:
    """Compile the files."""
    rows = (*lexicon.rows("shared/parties.tsv"), *lexicon.rows("shared/organisations.tsv"))
    heads = lexicon.rows("ar/organs.toml", "head")
    organs = [
        (form, _organ(row)) for row in heads if row.text("role") == "organ" for form in _noun_forms(row)
    ]
    return PartyTable(
        PhraseTable(_phrases(rows)),
        PhraseTable(organs),
        _nouns(heads, "apart"),
        {row.text("code"): row.text("party") for row in rows if row.text("party")},
        {row.text("code"): _english(row) for row in rows},
        _words(heads, "within"),
        _words(heads, "polity"),
        _words(heads, "issued"),
        _nouns(heads, "governs"),
        _nouns(heads, "kin"),
        frozenset(form for row in heads if row.text("id") == _MISSION for form in _noun_forms(row)),
        _of_kind(rows, "state"),
        _of_kind(rows, "media"),
        _shared(rows),
    )


_MISSION = "ar.organ.mission"


def _words(heads: tuple[Row, ...], role: str) -> frozenset[str]:
    """Return the folded words of the rows of a role, exactly as they are written."""
    return frozenset(fold(word) for row in heads if row.text("role") == role for word in row.list("words"))


def _shared(rows: tuple[Row, ...]) -> frozenset[str]:
    """Return the codes of the parties that share a weak name."""
    return frozenset(code for codes in _bearers(rows).values() if len(codes) > 1 for code in codes)


def _bearers(rows: tuple[Row, ...]) -> dict[str, set[str]]:
    """Return each weak name's parties."""
    bearers: dict[str, set[str]] = {}
    for row in rows:
        for name in row.list("weak"):
            bearers.setdefault(fold(name), set()).add(row.text("code"))
    return bearers


def _of_kind(rows: tuple[Row, ...], kind: str) -> frozenset[str]:
    """Return the codes of the parties of one kind."""
    return frozenset(row.text("code") for row in rows if row.text("kind") == kind)


def _english(row: Row) -> str:
    """Return a party's English name with the article, where names of its kind have one."""
    name = row.text("name")
    plural = name.startswith("United ") or (row.text("kind") != "state" and " " in name)
    return f"the {name}" if plural else name


def _nouns(heads: tuple[Row, ...], role: str) -> frozenset[str]:
    """Return all forms of the nouns with a role."""
    return frozenset(fold(form) for row in heads if row.text("role") == role for form in _noun_forms(row))


def _organ(row: Row) -> Organ:
    """Make an organ of its row."""
    return Organ(row.text("gender"), int(row.text("reach") or 0), bool(row.values.get("short")))


def _noun_forms(row: Row) -> Iterator[str]:
    """Yield a noun's words, and each single indefinite one with the article."""
    for word in row.list("words"):
        yield from (word,) if len(fold_words(word)) > 1 or row.values.get("fixed") else with_article(word)


def _phrases(rows: tuple[Row, ...]) -> Iterator[tuple[str, PartyName]]:
    """Yield every phrase, those that win over others first."""
    yield from _by_form(rows, "names")
    # «كوريا» is the land that two share, not «a Korean» in the accusative.
    lands = {name for name, codes in _bearers(rows).items() if len(codes) > 1}
    for row in rows:
        for demonym in row.list("demonyms"):
            for form in (f for f in demonym_forms(demonym) if f not in lands):
                yield form, PartyName((row.text("code"),), "demonym", feminine=_feminine(form))
    for row in rows:
        for name in row.list("capitals"):
            yield name, PartyName((row.text("code"),), "capital")
    yield from _by_form(rows, "seats")
    yield from _weak_names(rows)


def _by_form(rows: tuple[Row, ...], column: str) -> Iterator[tuple[str, PartyName]]:
    """Yield the phrases of a column."""
    for row in rows:
        form = "seat" if column == "seats" else _name_form(row)
        demonyms = {word for demonym in row.list("demonyms") for word in demonym_forms(demonym)}
        for name in row.list(column):
            yield name, PartyName((row.text("code"),), form, feminine=fold(name) in demonyms)


def _name_form(row: Row) -> str:
    """Return how a party is named by its own name."""
    return (
        "organisation"
        if row.text("kind") == "organisation" or row.file.endswith("organisations.tsv")
        else "name"
    )


def _weak_names(rows: tuple[Row, ...]) -> Iterator[tuple[str, PartyName]]:
    """Yield each weak name once, with every party that it can stand for."""
    shared: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        for name in row.list("weak"):
            shared.setdefault(fold_words(name), []).append(row.text("code"))
    for words, codes in shared.items():
        yield " ".join(words), PartyName(tuple(codes), "weak")


def demonym_forms(demonym: str) -> tuple[str, ...]:
    """Return every regular form of a demonym of one or two words.

    >>> "الكوريتان الجنوبيتان" in demonym_forms("كوري جنوبي")
    True
    >>> "الجنوب افريقيه" in demonym_forms("جنوب أفريقي")
    True
    """
    head, *rest = fold(demonym).split()
    if not rest:
        return adjective_forms(head)
    tails = adjective_forms(rest[-1])
    if head[-1] == _YAA:
        return tuple(f"{a} {b}" for a, b in zip(adjective_forms(head), tails, strict=True))
    return tuple(f"{a} {b}" for a in with_article(head) for b in tails)


def _feminine(form: str) -> bool:
    """Say whether a form of a demonym is feminine, by its ending (whose stem ends in yaa)."""
    ending = form.rsplit(_YAA, 1)[-1] if not form.endswith(_DUAL) else _TEH
    return form[-1] in (_HEH, _TEH) or ending[:1] == _TEH


_TEH, _HEH = "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER HEH}"
_DUAL = "\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"
_YAA = "\N{ARABIC LETTER YEH}"
