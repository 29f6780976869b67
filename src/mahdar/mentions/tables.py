"""All lookup tables of the mention finders, fetched once a document."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.lexicon import Lexicon
from mahdar.lexicon.names import name_table
from mahdar.lexicon.parties import PartyTable, party_table
from mahdar.lexicon.people import people_table
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import PlaceName, place_table
from mahdar.lexicon.stops import stop_table
from mahdar.lexicon.titles import TitleTable, title_table
from mahdar.mentions.people import Known
from mahdar.mentions.wording import WordKinds, word_kinds

__all__ = ["Tables"]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the finders look words up in."""

    parties: PartyTable
    places: PhraseTable[PlaceName]
    titles: TitleTable
    known: Known
    kinds: WordKinds

    @classmethod
    def of(cls, lexicon: Lexicon) -> Tables:
        """Fetch the compiled tables."""
        words = stop_table(lexicon)
        parties, places = party_table(lexicon), place_table(lexicon)
        known = Known(
            people_table(lexicon), name_table(lexicon), words.stops, words.things, parties.names, places
        )
        return cls(parties, places, title_table(lexicon), known, word_kinds(lexicon))
