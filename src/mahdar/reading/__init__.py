"""An article's prose and mentions → its entries.

`read_article` is the default reader: the grammar of diplomatic acts. Another reader plugs in as any function
of the same shape; whatever it claims passes the same gate of evidence.
"""

from __future__ import annotations

from collections.abc import Callable

from mahdar.lexicon.store import Lexicon
from mahdar.model.entries import Entry
from mahdar.model.reading import ArticleText
from mahdar.reading.acts import read_acts
from mahdar.reading.amounts import read_amounts
from mahdar.reading.amounts_acts import given_by_actors
from mahdar.reading.context import Context
from mahdar.reading.dates import read_dates
from mahdar.reading.drafting import draft_acts
from mahdar.reading.instruments import read_instruments
from mahdar.reading.meetings import read_meetings
from mahdar.reading.quotes import read_quotes
from mahdar.reading.rating import rated

__all__ = ["Reader", "read_article"]

Reader = Callable[[ArticleText, Lexicon], tuple[Entry, ...]]
"""What reads: an article and a lexicon to entries, in text order."""


def read_article(article: ArticleText, lexicon: Lexicon) -> tuple[Entry, ...]:
    """Read all six types of entry out of an article.

    Order: by first evidence, then by type.
    """
    ctx = Context(article, lexicon)
    meetings = read_meetings(ctx)
    drafted = draft_acts(ctx, meetings)
    acts = read_acts(ctx, drafted)
    entries: list[Entry] = [
        *meetings,
        *read_instruments(ctx),
        *given_by_actors(read_amounts(article, lexicon), acts),
        *acts,
        *read_quotes(ctx, drafted),
        *read_dates(article),
    ]
    found = sorted(entries, key=lambda e: (e.evidence[0].start, e.type, e.evidence[0].end))
    return tuple(rated(entry, lexicon) for entry in found)
