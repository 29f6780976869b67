"""A series, an edition or a party → the brief for the one who walks into the next session.

The brief holds what the register holds and nothing else: labels and quotations. What the register does not
know is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mahdar.lexicon import Lexicon
from mahdar.model.briefs import Brief, Cell, Section
from mahdar.model.chains import Chain
from mahdar.model.contradictions import Contradiction
from mahdar.model.labels import Label
from mahdar.model.units import IsoDate
from mahdar.pipeline.brief_cut import LINES, MOST, cut_to, lines, numbered, shorter
from mahdar.pipeline.brief_differences import contradictions_section, wording_section
from mahdar.pipeline.brief_people import people_section
from mahdar.pipeline.brief_scope import Scope, scope_of
from mahdar.pipeline.brief_session import next_section, session_section
from mahdar.pipeline.brief_texts import Texts
from mahdar.pipeline.brief_todo import todo_sections
from mahdar.pipeline.contradicting import contradictions
from mahdar.pipeline.following import followed
from mahdar.pipeline.standing import Standing
from mahdar.register import Register

__all__ = ["brief_on", "shorter"]


def brief_on(
    register: Register, asked: str, as_of: IsoDate, lexicon: Lexicon, kept: Standing | None = None
) -> Brief:
    """Make a brief.

    Args:
        register: what is known.
        asked: a series (its id, or its parties: `KWT-USA`), an edition of it (`KWT-USA 5`), or a party.
        as_of: the day from which it is seen: what was published later is left out, what was due before is
            overdue.
        lexicon: names of parties and places.
        kept: what was worked out of the whole register, taken as it stands; None has it worked out anew where
            it is old, which takes a while in a register of thousands of documents.

    Raises:
        UnknownIdError: the register knows nothing of that name, or several things.
    """
    with register.snapshot() as still:
        texts = Texts(still)
        scope = scope_of(still, texts, asked, as_of, lexicon)
        sections = tuple(
            cut_to(section, MOST[section.name]) if section.name in MOST else section
            for section in _sections(scope, still, texts, lexicon, kept)
        )
        return _fitted(Brief(_title(scope), as_of, sections, numbered(sections, texts)))


def _fitted(brief: Brief) -> Brief:
    """Cut a brief until it fits two pages, or nothing more can go."""
    while lines(brief) > LINES:
        less = shorter(brief)
        if less == brief:
            break
        brief = less
    return brief


def _sections(
    scope: Scope, register: Register, texts: Texts, lexicon: Lexicon, kept: Standing | None
) -> Iterator[Section]:
    """Yield the parts of a brief that have anything in them, in the order in which they are read."""
    people = tuple(register.people())
    if scope.last is not None:
        yield session_section(scope.last, register, texts, people, lexicon)
    if scope.next is not None:
        yield next_section(scope.next, register, texts, lexicon)
    yield from todo_sections(scope, register, texts, _chains(scope.as_of, register, lexicon, kept))
    yield from wording_section(scope, register, texts, lexicon)
    yield from contradictions_section(scope, texts, _contradictions(register, lexicon, kept))
    yield from people_section(scope, people, texts)


def _chains(as_of: IsoDate, register: Register, lexicon: Lexicon, kept: Standing | None) -> Sequence[Chain]:
    """Return the chains as they stood on a day: as they are kept, if that will do."""
    found = kept.chains(as_of).value if kept else None
    return followed(register, as_of, lexicon).chains if found is None else found


def _contradictions(register: Register, lexicon: Lexicon, kept: Standing | None) -> list[Contradiction]:
    """Return the open contradictions: as they are kept, if that will do."""
    found = kept.contradictions().value if kept else None
    if found is None:
        return [one.contradiction for one in contradictions(register, lexicon=lexicon)]
    closed = {one.contradiction for one in register.decisions.closings()}
    return [one for one in found if one.id not in closed]


def _title(scope: Scope) -> Cell:
    """Return what a brief is about."""
    kind = (Label("meetings", scope.kind),) if scope.kind else ()
    parties = tuple(Label("party", code) for code in sorted(scope.parties))
    edition = (Label("edition", str(scope.edition)),) if scope.edition else ()
    return (*kind, *parties, *edition)
