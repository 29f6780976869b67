"""The subject of a joint body or session, as its name gives it: «فريق العمل المعني بالطاقة» → energy's stem.

Two bodies of the same states are told apart by nothing else. What is left of a name when names of states,
places and months, numbers and the words that say nothing of a subject are taken away is compared by stems, so
that «الثقافة» and «الثقافي» are one subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from mahdar.language import split_words
from mahdar.language.clitics import bare, readings
from mahdar.language.stems import stem
from mahdar.lexicon import Lexicon
from mahdar.lexicon.meetings import MeetingTable, meeting_table
from mahdar.lexicon.occasions import OccasionTable, occasion_table
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import place_table

__all__ = ["apart", "held_by_body", "months_in", "names_body", "share", "theme_of"]

_LONGEST = 10
"""Words of a name that are looked at: behind them something else is told."""
_SHORTEST = 3
"""Letters of a stem."""


def theme_of(name: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the words that say what an occasion is about.

    Args:
        name: the words that name it, in Arabic.
        lexicon: names and the words that say nothing.

    >>> from mahdar.lexicon import default_lexicon
    >>> sorted(theme_of("فريق العمل القطري الكويتي المعني بالطاقة الذي عقد أمس", default_lexicon()))
    ['طاق']
    >>> theme_of("الحوار الاستراتيجي السادس", default_lexicon())
    frozenset()
    """
    words = list(split_words(name))
    folds = [word.fold for word in words]
    meetings, table = meeting_table(lexicon), occasion_table(lexicon)
    start = at = _behind_head(folds, meetings)
    found: set[str] = set()
    if not start:  # «وترأس الجانب السعودي وزير الخارجية»: told of an occasion, and no name of one
        return frozenset()
    while at < min(len(folds), start + _LONGEST) and not _closes(words[at].gap, folds[at], table, at > start):
        length = _named(folds, at, lexicon)
        if not length and _says_something(folds[at], table):
            found.add(_key(folds[at]))
        at += length or 1
    return frozenset(found)


def _behind_head(folds: Sequence[str], meetings: MeetingTable) -> int:
    """Return where the words behind the first word for an occasion begin; verbs of holding are none."""
    for at, word in enumerate(folds):
        term = next(iter(meetings.terms.get(word, ())), None)
        if term is not None and meetings.heads[term.head].role in _HEADS:
            return at + 1
    return 0


_HEADS = frozenset({"noun", "container", "body"})


def _closes(gap: str, fold: str, table: OccasionTable, begun: bool) -> bool:
    """Say whether the name of an occasion ends before a word."""
    return fold in table.closing or (begun and bool(set(gap) - _JOINING))


_JOINING = frozenset(
    '-"()\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}'
)


def _named(folds: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """Return how many words of a party's or a place's name begin at a word."""
    tables: tuple[PhraseTable[object], ...] = (party_table(lexicon).names, place_table(lexicon))  # type: ignore[assignment]
    for _, head in readings(folds[at]):
        for table in tables:
            hit = table.at(folds, at, head)
            if hit is not None:
                return hit[0]
    return 0


def _says_something(fold: str, table: OccasionTable) -> bool:
    """Say whether a word can be part of a subject: no number, no month, and none that says nothing of it."""
    if len(fold) < _SHORTEST or not fold.isalpha() or fold in table.numbers or fold in table.months:
        return False
    passing = _stems(table.passing)
    return not any(stem(bare(rest)) in passing for _, rest in readings(fold))


def _key(fold: str) -> str:
    """Return a word's stem without its article, however short it is then."""
    definite = next((rest for _, rest in readings(fold) if bare(rest) != rest), fold)
    return stem(bare(definite))


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of a list of words."""
    return frozenset(stem(bare(word)) for word in words)


def share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two subjects are one: they share half the words of the shorter."""
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two subjects are two; where a name says none, nothing is known."""
    return bool(one and other) and not share(one, other)


def months_in(quotes: Iterable[str], lexicon: Lexicon) -> frozenset[int]:
    """Return the months that some words name."""
    months = occasion_table(lexicon).months
    return frozenset(
        months[word.fold] for quote in quotes for word in split_words(quote) if word.fold in months
    )


def names_body(quotes: Iterable[str], lexicon: Lexicon) -> bool:
    """Say whether what meets is a body: a committee or council that stands right behind the word for meeting.

    >>> from mahdar.lexicon import default_lexicon
    >>> names_body(["أعمال الدورة الثالثة للجنة المشتركة"], default_lexicon())
    True
    >>> names_body(["لقاء مع الأمين العام للمجلس"], default_lexicon())
    False
    """
    meetings = meeting_table(lexicon)
    return any(_body_behind_head([w.fold for w in split_words(quote)], meetings) for quote in quotes)


def _body_behind_head(folds: Sequence[str], meetings: MeetingTable) -> bool:
    """Say whether a body is the first noun behind the words for an occasion and their number."""
    at = _behind_head(folds, meetings)
    behind = folds[max(0, at - 1) : at + _NEAR]
    for fold in behind:
        roles = {meetings.heads[term.head].role for term in meetings.terms.get(fold, ())}
        if "body" in roles:
            return True
        if not roles & _HEADS and fold not in meetings.ordinals:
            return False
    return False


def held_by_body(quotes: Iterable[str], lexicon: Lexicon) -> bool:
    """Say whether an occasion is one of a body's own, named or by its pronoun.

    >>> from mahdar.lexicon import default_lexicon
    >>> held_by_body(["عقد اجتماعه الأول في الرياض"], default_lexicon())
    True
    >>> held_by_body(["عقد البلدان اجتماعهما الأول"], default_lexicon())
    False
    """
    quotes, meetings = list(quotes), meeting_table(lexicon)
    own = any(_is_its_own(word.fold, meetings) for quote in quotes for word in split_words(quote))
    return own or names_body(quotes, lexicon)


def _is_its_own(fold: str, meetings: MeetingTable) -> bool:
    """Say whether a word for an occasion has the pronoun of one body («دورتها»)."""
    terms = (term for term in meetings.terms.get(fold, ()) if term.pronoun)
    return any(meetings.heads[t.head].role in _HEADS and fold.endswith(_ONE_BODY) for t in terms)


_ONE_BODY = ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}")
_NEAR = 5
"""Words: «الدورة الثانية والعشرين لاجتماع اللجنة»."""
