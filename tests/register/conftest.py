"""Registers to test on, and readings made by hand: every span is found by its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mahdar.model.document import Article, Block, Document, Noise, Page
from mahdar.model.entries import Act, Amount, Chair, Date, Entry, Instrument, Meeting, Quote
from mahdar.model.mentions import Person, PersonMention, SeenOffice
from mahdar.model.reading import PlacedEntry, Reading
from mahdar.model.spans import Evidence, Span
from mahdar.register import Register

NOW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


class Maker:
    """Makes readings of statements that differ in their topic."""

    def text(self, topic: str) -> str:
        return (
            f"الجولة الثالثة: {topic}\n"
            "استضافت مسقط يوم 4 مايو 2021 الجولة الثالثة برئاسة سالم بن راشد النهار وزير النقل. "
            f"وأكدت عُمان التزامها بتمويل مشروع {topic} بمبلغ 12 مليون يورو، "
            "ووقّع الجانبان مذكرة تفاهم بشأن الموانئ. "
            "وقال النهار «إن الموانئ تجمع الشعبين ولا تفرقهما أبداً».\n"
            "اقرأ أيضاً\n"
        )

    def document(self, topic: str = "الميناء", name: str | None = None, path: str | None = None) -> Document:
        return Document.of(self.text(topic), name or f"{topic}.txt", path=path)

    def span(self, document: Document, words: str) -> Span:
        start = document.text.index(words)
        return Span(start, start + len(words))

    def evidence(self, document: Document, words: str) -> Evidence:
        span = self.span(document, words)
        return document.evidence(span.start, span.end)

    def page(self, document: Document) -> Page:
        title = Span(0, document.text.index("\n"))
        body = Span(title.end + 1, document.text.index("\nاقرأ"))
        blocks = (Block("title", title.start, title.end), Block("prose", body.start, body.end))
        article = Article(
            "joint_statement",
            body.start,
            body.end,
            title,
            blocks,
            (),
            published="2021-05-04",
            publisher="وكالة",
        )
        return Page((article,), (Noise(body.end + 1, len(document.text) - 1, "related_links"),))

    def entries(self, document: Document) -> tuple[Entry, ...]:
        def made(*words: str, rule: str = "made.by.hand") -> dict[str, object]:
            found = tuple(self.evidence(document, one) for one in words)
            return {"evidence": found, "confidence": 0.75, "reader": rule}

        return (
            Meeting(**made("استضافت مسقط"), kind="strategic_dialogue", parties=("OMN", "PRT"), edition=3,
                    date="2021-05-04", place="Muscat", chairs=(Chair("Salim Al Nahar", "OMN"),)),
            Date(**made("4 مايو 2021"), value="2021-05-04", precision="day"),
            Act(**made("وأكدت عُمان التزامها بتمويل", "وأكدت"), act_class="commit",
                trigger=self.span(document, "وأكدت"), actors=("OMN",), target=("PRT",), tracks=("transport",),
                content=self.span(document, "بتمويل مشروع")),
            Amount(**made("12 مليون يورو"), value=12e6, unit="EUR",
                   giver="OMN"),
            Instrument(**made("ووقّع الجانبان مذكرة تفاهم"), kind="mou",
                       name=self.span(document, "مذكرة تفاهم"),
                           parties=("OMN", "PRT"), action="signed"),
            Quote(**made("إن الموانئ تجمع الشعبين ولا تفرقهما أبداً"), speaker="Salim Al Nahar", direct=True),
        )  # fmt: skip

    def person(self, document: Document, name_ar: str = "سالم بن راشد النهار") -> Person:
        span = self.span(document, name_ar)
        title = self.span(document, "وزير النقل")
        mention = PersonMention(span.start, span.end, 0, 1, "Salim Al Nahar", "OMN")
        office = SeenOffice("Minister of Transport", "OMN", title.start, title.end, "2021-05-04")
        return Person("Salim Al Nahar", name_ar, "transliteration", (mention,), (office,))

    def reading(
        self,
        topic: str = "الميناء",
        *,
        name: str | None = None,
        path: str | None = None,
        entries: tuple[Entry, ...] | None = None,
    ) -> Reading:
        document = self.document(topic, name, path)
        found = self.entries(document) if entries is None else entries
        placed = tuple(PlacedEntry(0, one) for one in found)
        return Reading(document, self.page(document), (self.person(document),), placed)


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address at which there is no register yet."""
    if request.param == "sqlite":
        return str(tmp_path / "mahdar.sqlite")
    return str(request.getfixturevalue("postgresql"))


@pytest.fixture
def register(address: str) -> Iterator[Register]:
    with Register.open(address, now=lambda: NOW) as opened:
        yield opened
