"""All lookup tables of the mention finders, fetched once a document."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.lexicon import Lexicon
from mahdar.lexicon.fold import fold
from mahdar.lexicon.names import name_table
from mahdar.lexicon.parties import PartyTable, party_table
from mahdar.lexicon.people import people_table
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import PlaceName, place_table
from mahdar.lexicon.titles import TitleTable, title_table
from mahdar.mentions.people import Known

__all__ = ["Tables"]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the finders look words up in."""

    parties: PartyTable
    places: PhraseTable[PlaceName]
    titles: TitleTable
    known: Known

    @classmethod
    def of(cls, lexicon: Lexicon) -> Tables:
        """Fetch the compiled tables."""
        things, stops = lexicon.table("mentions", _words)
        known = Known(people_table(lexicon), name_table(lexicon), stops, things)
        return cls(party_table(lexicon), place_table(lexicon), title_table(lexicon), known)


def _words(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns behind which a name is a thing's, and the words that end a name."""
    rows = lexicon.rows("ar/organs.toml", "head")
    things = frozenset(fold(w) for row in rows if row.text("role") == "named" for w in row.list("words"))
    named = _single(party_table(lexicon).names) | _single(place_table(lexicon))
    return things, named | title_table(lexicon).heads


def _single(table: PhraseTable[object]) -> frozenset[str]:
    """Return the phrases of one word."""
    return frozenset(head for head, rests in table.by_head.items() if any(not rest for rest, _ in rests))
