"""What the interface answers, as OpenAPI describes it: the register's public form, field by field.

Offsets count Unicode code points in a document's text; `end` is exclusive. What a text does not say is null.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Article", "Document", "Entry", "Event", "Link", "Noise", "Office", "Person", "Seen", "Span", "Text",
    "WholeEntry",
]  # fmt: skip

EntryType = Literal["meeting", "instrument", "amount", "act", "quote", "date"]
IsoDate = Annotated[
    str, Field(description="A day, month or year (`2021-05-04`, `2021-05`, `2021`), or a range.")
]


class _Model(BaseModel):
    model_config = ConfigDict(populate_by_name=True, extra="forbid")


class Span(_Model):
    """A run of a document's text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0, description="Exclusive.")


class Quoted(Span):
    """A run of a document's text and its words."""

    quote: str = Field(description="Exactly what stands there.")


class Noise(Span):
    """What of a page belongs to no article."""

    why: str


class Article(Span):
    """An article of a page."""

    id: str
    kind: str
    title: Span | None
    published: IsoDate | None
    publisher: str | None


class Document(_Model):
    """A document: one text, known by its hash."""

    id: str = Field(description="sha256 of the text.")
    name: str
    language: str
    published: IsoDate | None = Field(description="The day that it states.")
    chars: int
    articles: list[Article]
    noise: list[Noise]
    given: IsoDate | None = Field(description="The day of publication that a person gave.")
    previous: str | None = Field(description="The text that was read under the same path before.")
    current: bool = Field(description="False for an older version.")


class Text(_Model):
    """A document's text, untouched."""

    id: str
    text: str


class _Entry(_Model):
    id: str
    document: str
    article: str | None
    evidence: list[Quoted] = Field(min_length=1, description="The words that the entry rests on.")
    confidence: float = Field(ge=0, le=1)
    reader: str = Field(description="Which rules and lexicon rows made it; or the person who added it.")
    review: str = Field(description="`unreviewed`, `accepted`, `corrected` or `rejected`.")
    state: str = Field(description="`active`; `stale` or `retired` where the newest reading lacks it.")


class Chair(_Model):
    """Who chaired a meeting."""

    name: str
    party: str | None


class Meeting(_Entry):
    """States met, or are to meet."""

    type: Literal["meeting"]
    kind: str
    series: str | None = Field(description="One id for all occasions of one dialogue.")
    occasion: str | None = Field(description="One id for all mentions of one occasion.")
    parties: list[str]
    edition: int | None
    date: IsoDate | None
    place: str | None
    chairs: list[Chair]
    status: str


class Instrument(_Entry):
    """A text that binds or declares: signed, announced, in force."""

    type: Literal["instrument"]
    kind: str
    subject: str | None
    parties: list[str]
    action: str
    date: IsoDate | None
    name: Span


class Amount(_Entry):
    """Money, or counted people and things."""

    type: Literal["amount"]
    value: float
    unit: str
    about: str | None
    giver: str | None
    receiver: str | None


class Act(_Entry):
    """What somebody commits to, affirms, condemns, calls for."""

    type: Literal["act"]
    act_class: str = Field(alias="class")
    trigger: Span
    actors: list[str]
    speaker: str | None
    content: Span | None
    target: list[str]
    tracks: list[str]
    due: IsoDate | None
    quoted: bool


class Quote(_Entry):
    """Somebody's words."""

    type: Literal["quote"]
    speaker: str | None
    direct: bool
    question: Span | None


class Date(_Entry):
    """A date that the text gives."""

    type: Literal["date"]
    value: IsoDate | None
    precision: str


Entry = Annotated[
    Meeting | Instrument | Amount | Act | Quote | Date,
    Field(discriminator="type", description="One of the six types, each with its own fields."),
]


class Link(_Model):
    """One entry says something about another."""

    kind: str
    source: str = Field(alias="from", description="The later entry.")
    target: str = Field(alias="to", description="The earlier entry.")
    score: float
    why: str


class Carried(_Model):
    """Where something was said first that was carried over from an older version of the document."""

    document: str
    entry: str
    version: str = Field(description="When that version was read: ISO 8601, UTC.")
    at: str = Field(description="When it was said: ISO 8601, UTC.")


class Event(_Model):
    """One change: who, when, what, why."""

    number: int
    at: str
    who: str
    what: str
    why: str | None
    carried: Carried | None = Field(description="Null: it was said here.")


class WholeEntry(_Model):
    """An entry with what is tied to it."""

    entry: Entry
    links: list[Link]
    events: list[Event] = Field(description="Its history, oldest first.")


class Seen(_Model):
    """Where a person is named."""

    document: str
    start: int
    end: int


class Office(_Model):
    """An office that a document says a person holds."""

    title: str
    party: str | None
    seen: Seen
    date: IsoDate | None


class Person(_Model):
    """One person across all documents."""

    id: str
    name: str
    name_ar: str
    wikidata: str | None
    offices: list[Office]
    mentions: list[Seen]
