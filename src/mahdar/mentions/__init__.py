"""Prose → what it names: parties, people, offices, places, dates, amounts.

`name_everything` goes through all articles of a document at once, because who is who is settled for the
document as a whole. Everything else is found article by article.
"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.lexicon import Lexicon
from mahdar.mentions.amounts import find_amounts
from mahdar.mentions.dates_document import find_all_dates
from mahdar.mentions.home import only_state, titled_home, with_homes
from mahdar.mentions.parties import find_parties
from mahdar.mentions.persons import find_people
from mahdar.mentions.places import find_places, settle_places
from mahdar.mentions.tables import Tables
from mahdar.model.mentions import Mentions, Person
from mahdar.model.prose import Prose
from mahdar.model.units import PartyCode

__all__ = ["name_everything"]


def name_everything(
    proses: Sequence[Prose],
    lexicon: Lexicon,
    anchors: Sequence[str | None],
    homes: Sequence[PartyCode | None] = (),
) -> tuple[tuple[Mentions, ...], tuple[Person, ...]]:
    """Find everything that a document names.

    Args:
        proses: the document's articles.
        lexicon: all names and titles.
        anchors: for each article the day it states for itself, from which its relative dates count.
        homes: for each article the state that its small print says it takes for granted; empty for none.

    Returns:
        The mentions of each article in order, and the document's people by first mention.
    """
    tables = Tables.of(lexicon)
    cast = find_people(proses, tables, anchors)
    found: list[Mentions] = []
    stated = homes or (None,) * len(proses)
    dates = find_all_dates(proses, lexicon, anchors)
    for number, prose in enumerate(proses):
        wording, people = cast.wordings[number], cast.mentions[number]
        spans = [(p.first, p.last) for p in people]
        places = find_places(wording, tables.places, spans)
        parties = find_parties(wording, tables.parties, spans, places, stated[number])
        home = None if stated[number] else titled_home(Mentions(parties, people, cast.offices[number]))
        if home in tables.parties.shared:
            parties = find_parties(wording, tables.parties, spans, places, home)
        found.append(
            Mentions(
                parties=parties,
                people=people,
                offices=cast.offices[number],
                places=settle_places(places, parties),
                dates=dates[number],
                amounts=find_amounts(prose, lexicon, dates[number]),
            )
        )
    states = tables.parties.states
    own = [
        home or only_state(one, states) or titled_home(one) for home, one in zip(stated, found, strict=True)
    ]
    return with_homes(found, cast.people, own)
