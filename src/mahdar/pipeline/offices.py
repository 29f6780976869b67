"""Who held an office on a day: the office as people call it, in Arabic or English, resolved in a register."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.errors import RegisterError
from mahdar.language import parse_prose
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.places import place_table
from mahdar.lexicon.titles import title_table
from mahdar.linking.offices import Holder, Holding, holders, holdings
from mahdar.mentions.titles import find_titles
from mahdar.mentions.wording import Wording, word_kinds
from mahdar.model.document import Block
from mahdar.model.units import IsoDate, PartyCode
from mahdar.register import Register

__all__ = ["holder", "offices_over_time", "title_meant"]


def offices_over_time(register: Register) -> tuple[Holding, ...]:
    """Return who is seen in which office from when to when, by party, title and first day."""
    return holdings(register.people())


def holder(
    register: Register, title: str, party: PartyCode, day: IsoDate, *, lexicon: Lexicon | None = None
) -> tuple[Holder, ...]:
    """Return who held an office on a day, by the register's documents.

    Args:
        register: is read.
        title: in Arabic («وزير الخارجية»), or in English as the register writes it or in other words.
        party: whose office it is.
        day: ISO 8601.
        lexicon: the default one where None.

    Returns:
        As `linking.offices.holders`; `Holder.sure` says whether the documents settle it.

    Raises:
        RegisterError: no office of this party is called so.
    """
    found = offices_over_time(register)
    meant = title_meant(found, title, party, lexicon or default_lexicon())
    return holders(found, meant, party, day)


def title_meant(found: Iterable[Holding], title: str, party: PartyCode, lexicon: Lexicon) -> str:
    """Return the title that is meant, as the register writes it.

    Raises:
        RegisterError: no office of this party is called so, or several are.
    """
    known = list(dict.fromkeys(one.title for one in found if one.party == party))
    read = [name for name in _read(title, party, lexicon) if name in known]
    if read:
        return read[0]
    words = title.casefold().split()
    like = [name for name in known if all(word in name.casefold() for word in words)]
    exact = [name for name in like if name.casefold() == title.casefold()]
    if len(exact or like) == 1:
        return (exact or like)[0]
    choice = f"; {party} has {', '.join(like or known)}" if like or known else ""
    how = "may be several offices" if like else f"is no office in which anybody of {party} is seen"
    raise RegisterError(f"{title} {how}{choice}")


def _read(title: str, party: PartyCode, lexicon: Lexicon) -> list[str]:
    """Return the English titles that Arabic words for an office mean, as this party calls them."""
    wording = Wording.of(parse_prose(title, [Block("prose", 0, len(title))]), word_kinds(lexicon))
    found = find_titles(wording, title_table(lexicon), party_table(lexicon), place_table(lexicon))
    return [one.english(party) for one in found if one.title is not None]
