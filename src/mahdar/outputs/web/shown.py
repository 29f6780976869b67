"""How values of the register are written on a page: filters and functions that every template has.

Whatever comes from a document goes through escaping, and stands in an element of its own direction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote

from babel.numbers import format_compact_decimal
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from mahdar.model.labels import Label
from mahdar.outputs.brief.wording import LOCALES, date_in

__all__ = [
    "FILTERS", "GLOBALS", "document_url", "entry_url", "party_url", "person_url", "short_id", "words_url",
]  # fmt: skip

_DIGITS: Final = 12
"""Digits of a document's id in addresses: enough to be the only one, and addresses stay short."""


_SOUGHT: Final = 8
"""Words by which a browser finds a passage; more of them would cross the edges of paragraphs."""


def short_id(document: str) -> str:
    """Return a document's id as addresses have it."""
    return document[:_DIGITS]


def document_url(document: str) -> str:
    """Return the address of a document's page."""
    return f"/documents/{short_id(document)}"


def entry_url(document: str, entry: str) -> str:
    """Return the lasting address of an entry: its document's page, opened at its words."""
    return f"{document_url(document)}?entry={entry}#e-{entry}"


def words_url(document: str, words: str) -> str:
    """Return the address of words that stand in no entry: browsers look for them on their document's page.

    >>> words_url("0123456789abcdef", "one, two")
    '/documents/0123456789ab#:~:text=one%2C%20two'
    """
    line = next((one for one in words.splitlines() if one.strip()), "")
    sought = quote(" ".join(line.split()[:_SOUGHT]), safe="").replace("-", "%2D")
    return f"{document_url(document)}#:~:text={sought}"


def party_url(code: str) -> str:
    """Return the address of a party's page."""
    return f"/parties/{quote(code, safe='+:')}"


def person_url(person: str) -> str:
    """Return the address of a person's page."""
    return f"/people/{person}"


@pass_context
def party(context: Context, code: str | None) -> str:
    """Return what a party is called in the language of the page."""
    return _named(context, "party", code)


@pass_context
def parties(context: Context, codes: Iterable[str]) -> str:
    """Return what parties are called, as a list in words."""
    words = context["asked"].words
    return str(words.comma).join(words.of(Label("party", code)) for code in codes)


@pass_context
def named(context: Context, value: str | None, kind: str) -> str:
    """Return what a value is called: `named` of "mou" in the set "instruments"."""
    return _named(context, kind, value)


@pass_context
def person(context: Context, name: str | None) -> str:
    """Return what a person is called, by the Latin name that entries have."""
    return _named(context, "person", name)


@pass_context
def voice(context: Context, who: str | None) -> str:
    """Return what those are called who speak: a person, or parties."""
    return _named(context, "voice", who)


@pass_context
def place(context: Context, name: str | None) -> str:
    """Return what a place is called."""
    return _named(context, "place", name)


@pass_context
def office(context: Context, title: str | None) -> str:
    """Return what an office is called, by the English title that the register has."""
    return _named(context, "office", title)


@pass_context
def amount(context: Context, value: float, unit: str) -> str:
    """Return a sum of money or a count in words of the page."""
    return _named(context, "amount", f"{value} {unit}")


def _named(context: Context, kind: str, value: str | None) -> str:
    return str(context["asked"].words.of(Label(kind, value))) if value else ""


@pass_context
def day(context: Context, value: str | None) -> str:
    """Return a date of any precision, its month by name."""
    return date_in(value, context["asked"].language) if value else ""


@pass_context
def number(context: Context, value: float | None) -> str:
    """Return a number with its thousands marked, in Western digits: they run like those of the texts."""
    return "" if value is None else str(context["asked"].words.number(value))


@pass_context
def short_number(context: Context, value: float | None) -> str:
    """Return a number in few digits: `12 million`."""
    if value is None:
        return ""
    locale = LOCALES[context["asked"].language]
    return str(format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=1))


def percent(share: float | None) -> str:
    r"""Return a share between 0 and 1 in percent.

    >>> percent(0.934)
    '93\xa0%'
    """
    return "" if share is None else f"{share * 100:.0f}\N{NO-BREAK SPACE}%"


def exact(words: str) -> Markup:
    r"""Return words so that a page holds just these characters: offsets on the page are the text's.

    A browser takes a carriage return for a line end of its own; a null byte no page can hold, so a mark of
    the same length stands for it.

    >>> exact("a\r\n<b>\0")
    Markup('a&#13;\n&lt;b&gt;�')
    """
    safe = escape(words)
    if "\r" not in words and "\0" not in words:
        return safe
    kept = str(safe).replace("\r", "&#13;").replace("\0", "\N{REPLACEMENT CHARACTER}")
    return Markup(kept)  # noqa: S704  # escaped


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "party": party,
    "parties": parties,
    "named": named,
    "person": person,
    "voice": voice,
    "place": place,
    "office": office,
    "amount": amount,
    "day": day,
    "exact": exact,
    "number": number,
    "short_number": short_number,
    "percent": percent,
}
GLOBALS: Final[Mapping[str, Callable[..., Any]]] = {
    "document_url": document_url,
    "entry_url": entry_url,
    "party_url": party_url,
    "person_url": person_url,
    "words_url": words_url,
}
