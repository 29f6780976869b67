"""Who sits across the table: people and the offices that the documents give them, newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from mahdar.model.briefs import Group, Row, Section
from mahdar.model.days import overlaps
from mahdar.model.labels import Label
from mahdar.model.records import PersonRecord, SeenTitle
from mahdar.pipeline.brief_scope import Scope
from mahdar.pipeline.brief_texts import Texts

__all__ = ["people_section"]

_SHORT = 110
_MONTH = len("2024-03")
"""A statement and the reports of it are of one time."""


def people_section(scope: Scope, people: Sequence[PersonRecord], texts: Texts) -> Iterator[Section]:
    """Yield the people of the parties whom the documents name with an office; chairs first."""
    told = scope.last.told if scope.last else ()
    chairs = {chair["name"] for one in told for chair in one.fields["chairs"]}
    recent = frozenset(one.article for one in told)
    found = [(person, one) for person in people for one in _office(person, scope, recent, texts)]
    found = found or [
        (person, one) for person in people for one in _office(person, scope, scope.articles, texts)
    ]
    found.sort(key=lambda pair: (pair[0].name not in chairs, -len(pair[0].mentions), pair[0].name))
    groups: dict[str, list[Row]] = defaultdict(list)
    for person, office in found:
        groups[office.party or ""].append(_row(person, office, texts))
    made = tuple(Group(Label("party", party), tuple(rows)) for party, rows in sorted(groups.items()))
    if made:
        yield Section("people", ("name", "office"), made, ask="mahdar people")


def _office(
    person: PersonRecord, scope: Scope, articles: Collection[str | None], texts: Texts
) -> Iterator[SeenTitle]:
    """Yield the office that somebody was said last to hold, for a party here, in these articles."""
    held = [
        office
        for office in person.offices
        if office.party in scope.across
        and texts.article_at(office.document, office.span.start) in articles
        and (office.date is None or overlaps(office.date, None, scope.as_of))
    ]
    if held:
        yield max(held, key=lambda office: _standing(office, texts))


def _standing(office: SeenTitle, texts: Texts) -> tuple[str, int, int]:
    """Rank an office: the latest month that it is told in, on whose word, how fully it is given."""
    return (office.date or "")[:_MONTH], -texts.weight(office.document), office.span.end - office.span.start


def _row(person: PersonRecord, office: SeenTitle, texts: Texts) -> Row:
    name = Label("person", person.name, person.name_ar)
    return Row(((name,), (texts.quote(office.document, office.span, _SHORT),)))
