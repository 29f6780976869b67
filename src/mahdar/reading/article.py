"""One article laid out by word: its sentences and blocks, what is named at each word, what is quoted.

Built once an article and then only asked. Nothing here knows an act. Plain attributes and no cached
properties: all of them are wanted in nearly every article, and a compiled class caches no property.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from mahdar.language.quotation import find_quotations
from mahdar.model.mentions import OfficeMention, PartyMention, PersonMention
from mahdar.model.prose import Sentence, Word
from mahdar.model.reading import ArticleText
from mahdar.model.spans import Span

__all__ = ["QUESTION_MARKS", "LaidOut", "Named"]

Named = PartyMention | PersonMention | OfficeMention


@dataclass(slots=True)
class Layout:
    """What stands where, by word."""

    people: dict[int, PersonMention] = field(default_factory=dict)
    offices: dict[int, OfficeMention] = field(default_factory=dict)
    parties: dict[int, PartyMention] = field(default_factory=dict)


_ALI = "\N{ARABIC LETTER AIN}\N{ARABIC LETTER LAM}\N{ARABIC LETTER YEH}"
"""A man's name, and the preposition «على» without its dots."""
_NAME = "\N{ZERO WIDTH NON-JOINER}"


class LaidOut:
    """An article by word."""

    def __init__(self, article: ArticleText) -> None:
        self.article = article
        self.text: str = article.document.text
        self.words: tuple[Word, ...] = article.prose.words
        self.sentences: tuple[Sentence, ...] = article.prose.sentences
        self.folds: list[str] = [w.fold for w in self.words]
        """As the rules look words up; a name that folds like a preposition («علي») is kept apart from it."""
        for m in article.mentions.people:
            for k in range(m.first, m.last if m.last > m.first + 1 else m.first):
                if self.folds[k] == _ALI:
                    self.folds[k] = self.words[k].text + _NAME
        mentions = article.mentions
        self.at = Layout(
            {m.first: m for m in mentions.people},
            {m.first: m for m in mentions.offices},
            {m.first: m for m in mentions.parties},
        )
        self.bearers: tuple[PersonMention | OfficeMention, ...] = (*mentions.people, *mentions.offices)
        """People and titles together: whoever can be spoken of as one person."""
        self.named: tuple[Named, ...] = (*self.bearers, *mentions.parties)
        """People, titles and parties together."""
        self.quotations: tuple[Span, ...] = _quotations(self.text, self.sentences)
        """What stands between quotation marks, in text order."""
        self.questions: frozenset[int] = frozenset(
            s.first for s in self.sentences if s.block == "question" or _asks(self.text, s)
        )
        """First words of the sentences that ask something."""
        self._starts: list[int] = [w.start for w in self.words]
        self._firsts: list[int] = [s.first for s in self.sentences]
        self._party_firsts: list[int] = [m.first for m in mentions.parties]
        self._quotation_starts: list[int] = [q.start for q in self.quotations]

    def parties_in(self, first: int, last: int) -> tuple[PartyMention, ...]:
        """Return the parties named from word `first` to word `last` (exclusive), in text order."""
        parties, firsts = self.article.mentions.parties, self._party_firsts
        return parties[bisect_left(firsts, first) : bisect_left(firsts, last)]

    def bearers_in(self, first: int, last: int) -> tuple[PersonMention | OfficeMention, ...]:
        """Return the people and titles from word `first` to word `last` (exclusive)."""
        found = (
            named for k in range(first, last) for named in (self.at.people.get(k), self.at.offices.get(k))
        )
        return tuple(named for named in found if named is not None)

    def in_own_words(self, i: int) -> bool:
        """Say whether a word stands in a speaker's own words: between quotation marks or in an answer."""
        own = {"answer", "bullet"} if self.article.kind == "interview" else set()
        return self.quoted(i) is not None or self.block_of(i) in own

    def block_of(self, i: int) -> str:
        """Return the kind of block that a word stands in."""
        at = bisect_right(self._firsts, i) - 1
        return self.sentences[at].block if at >= 0 else "prose"

    def sentence_of(self, i: int) -> Sentence:
        """Return the sentence that holds a word."""
        return self.sentences[bisect_right(self._firsts, i) - 1]

    def words_in(self, span: Span) -> tuple[int, int]:
        """Return the first word that begins in a span and one past the last."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def comma(self, i: int) -> bool:
        """Say whether a comma stands before word `i`."""
        gap = self.words[i].gap
        return "\N{ARABIC COMMA}" in gap or "," in gap

    def quoted(self, i: int) -> Span | None:
        """Return the quotation that holds word `i`, if any does."""
        word = self.words[i]
        at = bisect_right(self._quotation_starts, word.start) - 1
        quote = self.quotations[at] if at >= 0 else None
        return quote if quote is not None and word.end <= quote.end else None


def _quotations(text: str, sentences: Iterable[Sentence]) -> tuple[Span, ...]:
    """Find what stands between quotation marks, block by block."""
    if not any(mark in text for mark in _MARKS):
        return ()
    blocks: dict[int, tuple[int, int]] = {}
    for s in sentences:
        start, end = blocks.get(s.number, (s.start, s.end))
        blocks[s.number] = (min(start, s.start), max(end, s.end))
    return tuple(q for start, end in blocks.values() for q in find_quotations(text, start, end))


def _asks(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence ends in a question mark, closing marks aside."""
    return text[sentence.start : sentence.end].rstrip('"»”) ').endswith(QUESTION_MARKS)


QUESTION_MARKS = ("\N{ARABIC QUESTION MARK}", "?")


_MARKS = "\"'«»“”„‘‹"
