"""Prose → what it names: parties, people, offices, places, dates, amounts.

`name_everything` goes through all articles of a document at once, because who is who is settled for the
document as a whole. Everything else is found article by article.
"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.lexicon import Lexicon
from mahdar.mentions.amounts import find_amounts
from mahdar.mentions.dates_document import find_all_dates
from mahdar.mentions.home import Origin, home_of, titled_home, with_homes
from mahdar.mentions.own_account import foreign_marks
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
    origins: Sequence[Origin] = (),
) -> tuple[tuple[Mentions, ...], tuple[Person, ...]]:
    """Find everything that a document names.

    Args:
        proses: the document's articles.
        lexicon: all names and titles.
        anchors: for each article the day it states for itself, from which its relative dates count.
        origins: for each article what its small print says of where it comes from; empty for nothing.

    Returns:
        The mentions of each article in order, and the document's people by first mention.
    """
    tables = Tables.of(lexicon)
    cast = find_people(proses, tables, anchors)
    found: list[Mentions] = []
    homes: list[PartyCode | None] = []
    stated = origins or (Origin(),) * len(proses)
    dates = find_all_dates(proses, lexicon, anchors)
    for number, prose in enumerate(proses):
        wording, people = cast.wordings[number], cast.mentions[number]
        spans = [(p.first, p.last) for p in people]
        places = find_places(wording, tables.places, spans)
        origin, offices = stated[number], cast.offices[number]
        near = origin.signed or origin.place
        parties = find_parties(wording, tables.parties, spans, places, near)
        home = None if near else titled_home(Mentions(parties, people, offices))
        if home in tables.parties.shared:
            parties = find_parties(wording, tables.parties, spans, places, home)
        found.append(
            Mentions(
                parties=parties,
                people=people,
                offices=offices,
                places=settle_places(places, parties),
                dates=dates[number],
                amounts=find_amounts(prose, lexicon, dates[number]),
            )
        )
        marks = foreign_marks(found[-1], wording, tables.parties)
        homes.append(home_of(origin, found[-1], marks, tables.parties.states))
    return with_homes(found, cast.people, homes, [origin.mission for origin in stated])
