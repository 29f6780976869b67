"""Examples of names, titles, dates, units, numbers, tracks, spellings: `yes` fires its row, `no` does not.

A file is one test; it shows the examples that fail. Those that the reader cannot read yet stand in
`known_failures.txt` beside this file; one that comes right must leave it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.reading.notation import article_of

from mahdar.language import parse_prose
from mahdar.language.clitics import pronoun_readings, readings, slot
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.fold import fold
from mahdar.lexicon.inflect import adjective_forms, noun_endings
from mahdar.lexicon.load import Row
from mahdar.lexicon.numbers import number_table
from mahdar.lexicon.roles import role_table
from mahdar.mentions import name_everything
from mahdar.mentions.numerals import Reader
from mahdar.model.document import Block, Document
from mahdar.model.entries import Entry, Instrument, Meeting
from mahdar.model.mentions import Mentions
from mahdar.model.reading import ArticleText
from mahdar.reading import read_article
from mahdar.reading.context import Context
from mahdar.reading.tracks import tracks_of

Fires = Callable[[Row, str], bool]


@cache
def named(text: str) -> Mentions:
    """Return what one paragraph names; a full day stands for the text's own."""
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    return name_everything([prose], default_lexicon(), ["2020-03-18"])[0][0]


def party(row: Row, text: str) -> bool:
    return any(m.code == row.text("code") for m in named(text).parties)


def person(row: Row, text: str) -> bool:
    return any(m.name == row.text("name") for m in named(text).people)


def place(row: Row, text: str) -> bool:
    return any(m.name == row.text("name") for m in named(text).places)


def office(row: Row, text: str) -> bool:
    titles = (row.text("title"), *row.values.get("title_for", {}).values())
    return any(m.title.startswith(titles) for m in named(text).offices)


def month(row: Row, text: str) -> bool:
    names = {fold(name) for name in row.list("names")}
    return any(names & _phrases(fold(text[m.start : m.end])) for m in named(text).dates)


def date(row: Row, text: str) -> bool:
    """Say whether a date holds the row's words; of marks and directions any date will do."""
    words = {fold(word) for word in row.list("words")}
    dates = named(text).dates
    if row.text("kind") in {"range", "label", "unit", "era"}:
        return bool(dates)
    return any(words & _phrases(fold(text[m.start : m.end])) for m in dates)


def no_date(_: Row, text: str) -> bool:
    return not named(text).dates


def unit(row: Row, text: str) -> bool:
    """A thing that is never counted fires by making no amount."""
    units = [m.unit for m in named(text).amounts]
    return row.text("code") in units if row.text("counts") != "never" else not units


def number(row: Row, text: str) -> bool:
    words = parse_prose(text, [Block("prose", 0, len(text))]).words
    table = number_table(default_lexicon())
    reader = Reader(words, [w.fold for w in words], len(words), table)
    terms = (reader.term(i, row.text("kind")) for i in range(len(words)))
    return any(term and str(term[0].value).removesuffix(".0") == row.text("value") for term in terms)


def track(row: Row, text: str) -> bool:
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    document = Document.of(text, "track")
    ctx = Context(ArticleText(document, 0, "news_report", prose, Mentions()), default_lexicon())
    return row.text("track") in tracks_of(ctx, 0, len(prose.words), (), prose.sentences[0])


def organ(_: Row, text: str) -> bool:
    return any(m.form in {"ministry", "organisation"} for m in named(text).parties)


def role(row: Row, text: str) -> bool:
    """Say whether a role word of the row stands in the text."""
    folds = [w.fold for w in parse_prose(text, [Block("prose", 0, len(text))]).words]
    table = role_table(default_lexicon()).roles
    hits = (table.at(folds, i, rest) for i, word in enumerate(folds) for _, rest in readings(word))
    return any(hit is not None and hit[1].id == row.text("id") for hit in hits)


def _entries(text: str) -> tuple[Entry, ...]:
    return read_article(article_of([("prose", text)]), default_lexicon())


def meeting(_: Row, text: str) -> bool:
    """Say whether a meeting is read; which of the rows it joins names it is left open."""
    return any(isinstance(entry, Meeting) for entry in _entries(text))


def instrument(_: Row, text: str) -> bool:
    return any(isinstance(entry, Instrument) for entry in _entries(text))


def _phrases(text: str) -> set[str]:
    """Return every run of words, each word with and without its particles."""
    words = text.replace("/", " ").replace("(", " ").replace(")", " ").split()
    runs = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return runs | {rest for run in runs for _, rest in readings(run)}


FILES: dict[str, tuple[str | None, Fires]] = {
    "shared/parties.tsv": (None, party),
    "shared/people.tsv": (None, person),
    "shared/organisations.tsv": (None, party),
    "shared/places.tsv": (None, place),
    "shared/months.tsv": (None, month),
    "shared/units.tsv": (None, unit),
    "ar/titles.toml": ("head", office),
    "ar/dates.toml": ("head", date),
    "ar/tracks.toml": ("head", track),
    "ar/organs.toml": ("head", organ),
    "ar/roles.toml": ("role", role),
    "ar/meetings.toml": ("head", meeting),
    "ar/instruments.toml": ("head", instrument),
}


def _known() -> set[str]:
    lines = (Path(__file__).parent / "known_failures.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def _examples(name: str, field: str) -> Iterator[tuple[Row, str, Fires]]:
    """Yield a file's examples and what tells whether they fire; not those that only their context decides."""
    table, fires = FILES[name]
    for row in default_lexicon().rows(name, table):
        nothing = fires is date and row.text("kind") == "none"
        by_context = row.text("kind") == "currency_open" or row.values.get("weight") == 0
        fallback = fires is track and row.text("track") == "bilateral"
        by_context |= fires is organ and row.text("role") != "organ"
        if by_context or ((nothing or fallback) and field == "no"):
            continue
        yield from ((row, sentence, no_date if nothing else fires) for sentence in row.list(field))


def _failures(name: str, field: str) -> Iterator[str]:
    for row, sentence, fires in _examples(name, field):
        if fires(row, sentence) != (field == "yes"):
            key = next(filter(None, (row.text(k) for k in ("id", "code", "name"))))
            yield f"{name} {key} {field}: {sentence}"


@pytest.mark.parametrize("field", ["yes", "no"])
@pytest.mark.parametrize("name", FILES)
def test_examples(name: str, field: str) -> None:
    failing = set(_failures(name, field))
    known = {line for line in _known() if line.startswith(f"{name} ") and f" {field}: " in line}
    assert sorted(failing - known) == []
    assert sorted(known - failing) == []


def test_number_words() -> None:
    rows = default_lexicon().rows("ar/numbers.tsv")
    bare = {"approx", "ordinal"}
    assert [
        r.text("yes") for r in rows if r.text("kind") not in bare and not number(r, r.list("yes")[0])
    ] == []


@pytest.mark.parametrize("row", default_lexicon().rows("ar/folding.toml", "head"), ids=lambda r: r.text("id"))
def test_spellings_that_count_as_one(row: Row) -> None:
    assert [
        pair for pair in row.list("yes") if len({fold(side.strip()) for side in pair.split("=")}) != 1
    ] == []
    assert [
        pair for pair in row.list("no") if len({fold(side.strip()) for side in pair.split("=")}) == 1
    ] == []


@pytest.mark.parametrize("row", default_lexicon().rows("ar/clitics.toml", "head"), ids=lambda r: r.text("id"))
def test_particles(row: Row) -> None:
    for example in row.list("yes"):
        whole, _, parts = example.partition(" = ")
        assert tuple(map(fold, parts.split(" + "))) in _taken_apart(fold(whole)), example


def _taken_apart(word: str) -> set[tuple[str, ...]]:
    """Return every way to write a word as its parts."""
    article = slot("article")[0]
    found = {(*taken, rest) for taken, rest in readings(word)}
    found |= {
        (*parts[:-1], article, parts[-1][len(article) :]) for parts in found if parts[-1].startswith(article)
    }
    found |= set(pronoun_readings(word))
    return found | {(first, word[1:]) for first in slot("future") if word.startswith(first)}


def test_regular_endings() -> None:
    rows = {row.text("kind"): row for row in default_lexicon().rows("ar/endings.toml", "head")}
    for kind, row in rows.items():
        for field in ("yes", "no"):
            for example in row.list(field):
                stem, ending, whole = (fold(p.strip()) for p in example.replace(" = ", " + ").split(" + "))
                known = adjective_forms(stem) if kind == "adjective" else [stem + e for e in noun_endings()]
                assert (stem + ending == whole and whole in known) == (field == "yes"), example
