"""What else a minister has charge of behind his title: «وزير الفلاحة [والصيد البحري]», «… [المكلف بالتجارة]».

States name their ministries in ever new ways, so a chain of fields goes on by its grammar: «و» and a field
that some ministry has, adjectives that agree with what stands before them, a construct («وشؤون الأسرة»).
"""

from __future__ import annotations

from mahdar.language.clitics import bare, slot
from mahdar.lexicon.parties import PartyTable
from mahdar.lexicon.titles import TitleTable
from mahdar.mentions.parties import state_at
from mahdar.mentions.wording import Wording

__all__ = ["charge_end", "deputed_end", "portfolios_end"]


def portfolios_end(wording: Wording, at: int, titles: TitleTable, parties: PartyTable) -> int:
    """Return where the fields that go on a minister's title at a word end; the word itself where none do."""
    end = _adjectives_end(wording, at, titles, parties)
    while size := _joined_field(wording, end, titles, parties):
        end = _adjectives_end(wording, end + size, titles, parties)
    return end


def charge_end(wording: Wording, at: int, titles: TitleTable, parties: PartyTable) -> int:
    """Return where ends what somebody is charged with at a word («المكلف [بالتجارة الخارجية]»)."""
    if not wording.follows(at) or wording.folds[at - 1] not in titles.charged:
        return at
    beh, word = slot("preposition")[0], wording.folds[at]
    if not word.startswith(beh):
        return at
    if word[1:] in titles.constructs and wording.follows(at + 1) and wording.definite(at + 1):
        return portfolios_end(wording, at + 2, titles, parties)
    return portfolios_end(wording, at + 1, titles, parties) if wording.definite(at) else at


def deputed_end(wording: Wording, at: int, titles: TitleTable, parties: PartyTable) -> int:
    """Return where ends the minister beside whom another serves («[لدى وزير الداخلية]»)."""
    if not wording.follows(at) or wording.folds[at] not in titles.toward or not wording.follows(at + 1):
        return at
    hit = titles.titles.at(wording.folds, at + 1)
    if hit is None or hit[0] < _TITLE or hit[1].scope != "state" or hit[1].sent:
        return at
    return portfolios_end(wording, at + 1 + hit[0], titles, parties)


_TITLE = 2


def _joined_field(wording: Wording, at: int, titles: TitleTable, parties: PartyTable) -> int:
    """Return how many words a field joined by «و» has; 0 for none."""
    if not wording.follows(at) or wording.folds[at][0] not in slot("conjunction"):
        return 0
    noun = wording.folds[at][1:]
    if noun in titles.constructs:
        return 2 if wording.follows(at + 1) and wording.definite(at + 1) else 0
    if bare(noun) == noun or state_at(wording, parties, at) is not None:
        return 0
    hit = titles.titles.at((titles.minister, noun, *wording.folds[at + 1 : min(at + 4, wording.ends[at])]), 0)
    if hit is not None and hit[0] > 1:
        return hit[0] - 1
    abstract = noun.endswith(_ABSTRACT) and noun not in titles.no_fields
    return int(noun in titles.fields or noun in titles.adjectives or abstract)


_ABSTRACT = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}"
"""Ending of a feminine adjective, folded («الداخلية»)."""


def _adjectives_end(wording: Wording, at: int, titles: TitleTable, parties: PartyTable) -> int:
    """Return where the adjectives of a field end.

    A man's adjective may be a surname («وزير الدفاع الكعبي»): only known ones are taken.
    """
    end = at
    while wording.follows(end) and end < at + _ADJECTIVES:
        word = wording.folds[end]
        if word not in titles.adjectives and not _agrees(wording, end, titles):
            break
        if bare(word) == word or state_at(wording, parties, end) is not None:
            break
        end += 1
    return end


def _agrees(wording: Wording, at: int, titles: TitleTable) -> bool:
    """Say whether a word is a woman's adjective of the noun before it, or of the field that that names."""
    word = wording.folds[at]
    if not word.endswith(_ABSTRACT) or word in titles.no_fields:
        return False
    behind_field = any(rest in titles.fields for _, rest in wording.readings[at - 1])
    return behind_field or wording.folds[at - 1].endswith(_FEMININE)


_ADJECTIVES = 2
_FEMININE = (_ABSTRACT[1], "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}")
"""Endings, folded, of nouns whose adjective is a woman's: a plural of things too."""
