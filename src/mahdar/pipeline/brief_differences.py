"""What to be careful of: wordings changed since the session before, passages that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from mahdar.errors import MahdarError
from mahdar.lexicon import Lexicon
from mahdar.linking.editions import Finding
from mahdar.model.briefs import Cell, Group, Row, Section
from mahdar.model.contradictions import Contradiction, Quoted
from mahdar.model.days import overlaps
from mahdar.model.labels import Label
from mahdar.pipeline.brief_occasions import Occasion
from mahdar.pipeline.brief_scope import Scope
from mahdar.pipeline.brief_texts import Texts
from mahdar.pipeline.editions import compare_editions
from mahdar.register import Register

__all__ = ["contradictions_section", "wording_section"]

_SHORT: Final = 150
_DEADLINES: Final = ("deadline dropped", "deadline moved", "deadline set")
_ORDER: Final = ("strengthened", "softened", *_DEADLINES)


def wording_section(scope: Scope, register: Register, texts: Texts, lexicon: Lexicon) -> Iterator[Section]:
    """Yield what changed in the wording since the session before: what was strengthened or softened first."""
    if scope.last is None or scope.before is None:
        return
    first, second = _asked(scope.before), _asked(scope.last)
    try:
        findings = compare_editions(register, first, second, lexicon=lexicon).comparison.findings
    except MahdarError:  # nothing speaks for one of the two, or they have nothing in common
        return
    told = [(_ORDER.index(what), one) for one in findings for what in _what(one)]
    rows = tuple(_changed(_ORDER[place], one, texts) for place, one in sorted(told, key=lambda pair: pair[0]))
    if rows:
        ask = f"mahdar compare {first} {second}"
        yield Section("wording", ("change", "before", "now"), (Group(None, rows),), ask=ask)


def _asked(occasion: Occasion) -> str:
    """Return a session as comparing asks for it: its series and its number, else its year."""
    number = occasion.edition or (occasion.date or "")[:4]
    return f"{'-'.join(sorted(occasion.parties))}/{number}"


def _what(finding: Finding) -> Iterator[str]:
    """Yield in one word what a finding is; what is new, or passed over, the other parts of a brief tell."""
    if finding.what in {"strengthened", "softened"}:
        yield finding.what
    elif finding.what == "kept":
        yield from (note for note in finding.notes[:1] if note in _DEADLINES)


def _changed(what: str, finding: Finding, texts: Texts) -> Row:
    sides = (finding.earlier, finding.later)
    quoted = (((texts.quote(one.document, one.span, _SHORT),) if one else ()) for one in sides)
    return Row(((Label("word", what),), *quoted))


def contradictions_section(scope: Scope, texts: Texts, found: Iterable[Contradiction]) -> Iterator[Section]:
    """Yield the open contradictions in which a document of these sessions stands, the hard ones first."""
    mine = [one for one in found if _concerns(one, scope, texts)]
    rows = tuple(_clash(one, texts) for one in sorted(mine, key=lambda one: not one.hard))
    if rows:
        ask = "mahdar show contradictions"
        yield Section("contradictions", ("differs", "one", "other"), (Group(None, rows),), ask=ask)


def _concerns(one: Contradiction, scope: Scope, texts: Texts) -> bool:
    """Say whether a contradiction lies in articles of these sessions, and was there to be seen by the day."""
    ends = (one.a, one.b)
    here = any(texts.article_at(end.document, end.span.start) in scope.articles for end in ends)
    return here and all(_known(end, scope, texts) for end in ends)


def _known(end: Quoted, scope: Scope, texts: Texts) -> bool:
    record = texts.record(end.document)
    day = record.published or record.given
    return day is None or overlaps(day, None, scope.as_of)


def _clash(one: Contradiction, texts: Texts) -> Row:
    quoted: tuple[Cell, ...] = tuple((texts.quote(end.document, end.span, _SHORT),) for end in (one.a, one.b))
    return Row(((Label("clashes", one.what),), *quoted))
