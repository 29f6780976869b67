"""Registers to export: of one text each, with entries whose words are found in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from mahdar.model.document import Article, Block, Document, Page
from mahdar.model.entries import Act, Amount, Chair, Date, Entry, Instrument, Meeting, Quote
from mahdar.model.mentions import Person, PersonMention, SeenOffice
from mahdar.model.reading import PlacedEntry, Reading
from mahdar.model.spans import Evidence, Span
from mahdar.register import Register

NOW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
STATEMENT = (
    "استضافت مسقط يوم 4 مايو 2021 الجولة الثالثة للحوار الاستراتيجي بين سلطنة عمان والبرتغال. "
    "وأكدت البرتغال التزامها بتمويل رصيف الصيد قبل 30 يونيو 2022، "
    "وأدان الجانبان الهجمات على السفن. "
    "ووقّع الجانبان مذكرة تفاهم بشأن الموانئ بقيمة 12,5 مليون يورو. "
    "وقال سالم النهار وزير النقل «إن الموانئ تجمع الشعبين ولا تفرقهما أبداً».\n"
)
"""Our own: two states, a round of their dialogue, one entry of each type and more."""


class Found:
    """Evidence and spans of a text, found by their words."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def evidence(self, *words: str) -> tuple[Evidence, ...]:
        spans = map(self.span, words)
        return tuple(self.document.evidence(one.start, one.end) for one in spans)


def statement_entries(found: Found) -> tuple[Entry, ...]:
    """Return what the statement holds."""
    reader = "made.by.hand ar.act.akkada"
    return (
        Meeting(
            evidence=found.evidence("استضافت مسقط", "الجولة الثالثة"), reader=reader, confidence=0.75,
            kind="strategic_dialogue", parties=("OMN", "PRT"), edition=3, date="2021-05-04", place="Muscat",
            chairs=(Chair("Salim Al Nahar", "OMN"), Chair("Ana Reis", None)),
        ),
        Date(evidence=found.evidence("4 مايو 2021"), reader=reader, value="2021-05-04", precision="day"),
        Act(
            evidence=found.evidence("وأكدت البرتغال التزامها بتمويل رصيف الصيد", "وأكدت"), reader=reader,
            act_class="commit", trigger=found.span("وأكدت"), actors=("PRT",), target=("OMN",),
            tracks=("transport", "economy"), content=found.span("بتمويل رصيف الصيد"), due="2022-06-30",
        ),
        Act(
            evidence=found.evidence("وأدان الجانبان الهجمات على السفن", "وأدان"), reader=reader,
            act_class="condemn", trigger=found.span("وأدان"), actors=("OMN", "PRT"), target=(),
            tracks=("security",), content=found.span("الهجمات على السفن"),
        ),
        Amount(evidence=found.evidence("12,5 مليون يورو"), reader=reader, value=12.5e6, unit="EUR",
               giver="PRT", receiver="OMN"),
        Instrument(
            evidence=found.evidence("ووقّع الجانبان مذكرة تفاهم"), reader=reader, kind="mou",
            name=found.span("مذكرة تفاهم بشأن الموانئ"), subject="الموانئ", parties=("OMN", "PRT"),
            action="signed", date="2021-05",
        ),
        Quote(evidence=found.evidence("إن الموانئ تجمع الشعبين ولا تفرقهما أبداً"), reader=reader,
              speaker="Salim Al Nahar", direct=True),
    )  # fmt: skip


def reading_of(
    text: str, entries: Callable[[Found], tuple[Entry, ...]], name: str, people: tuple[Person, ...] = ()
) -> Reading:
    """Return a reading of a text that is one article of one paragraph."""
    document = Document.of(text, name, path=f"/statements/{name}")
    end = len(text.rstrip("\n"))
    article = Article(
        "joint_statement",
        0,
        end,
        None,
        (Block("prose", 0, end),),
        (),
        published="2021-05-05",
        publisher="وكالة",
    )
    placed = tuple(PlacedEntry(0, entry) for entry in entries(Found(document)))
    return Reading(document, Page((article,), ()), people, placed)


def statement_reading() -> Reading:
    """Return the reading of the statement, with the one who is quoted."""
    found = Found(Document.of(STATEMENT, "statement.txt"))
    name, office = found.span("سالم النهار"), found.span("وزير النقل")
    person = Person(
        "Salim Al Nahar", "سالم النهار", "transliteration",
        (PersonMention(name.start, name.end, 0, 1, "Salim Al Nahar", "OMN"),),
        (SeenOffice("Minister of Transport", "OMN", office.start, office.end, "2021-05-05"),),
    )  # fmt: skip
    return reading_of(STATEMENT, statement_entries, "statement.txt", (person,))


def register_of(folder: Path, *readings: Reading) -> Register:
    """Return an open register of readings."""
    opened = Register.open(folder / "made.sqlite", now=lambda: NOW)
    opened.add(readings, reader="one")
    return opened
