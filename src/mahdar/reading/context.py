"""One article laid out for the rules: its words, what is named at each, which words may head an act.

The context is built once an article and then only asked; its lists are indexed by word.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from mahdar.language.clitics import readings, slot
from mahdar.language.quotation import find_quotations
from mahdar.lexicon.acts import ActTable, act_table
from mahdar.lexicon.fold import fold
from mahdar.lexicon.roles import RoleTable, role_table
from mahdar.lexicon.store import Lexicon
from mahdar.model.mentions import OfficeMention, PartyMention, PersonMention
from mahdar.model.prose import Sentence, Word
from mahdar.model.reading import ArticleText
from mahdar.model.spans import Span
from mahdar.model.units import PartyCode
from mahdar.reading.forms import Candidate, form_reader

__all__ = ["Context", "Named"]

Named = PartyMention | PersonMention | OfficeMention


@dataclass(slots=True)
class Layout:
    """What stands where, by word."""

    people: dict[int, PersonMention] = field(default_factory=dict)
    offices: dict[int, OfficeMention] = field(default_factory=dict)
    parties: dict[int, PartyMention] = field(default_factory=dict)


class Context:
    """An article and the tables that its rules look things up in."""

    def __init__(self, article: ArticleText, lexicon: Lexicon) -> None:
        self.article = article
        self.lexicon = lexicon
        self.acts: ActTable = act_table(lexicon)
        self.roles: RoleTable = role_table(lexicon)
        self.words: tuple[Word, ...] = article.prose.words
        self.sentences: tuple[Sentence, ...] = article.prose.sentences
        self.folds: list[str] = [w.fold for w in self.words]
        mentions = article.mentions
        self.at = Layout(
            {m.first: m for m in mentions.people},
            {m.first: m for m in mentions.offices},
            {m.first: m for m in mentions.parties},
        )

    @cached_property
    def candidates(self) -> list[tuple[Candidate, ...]]:
        """For each word what act heads it may be a form of; empty for nearly all."""
        read = form_reader(self.lexicon).read
        return [read(f) for f in self.folds]

    @cached_property
    def text(self) -> str:
        """The document's text."""
        return self.article.document.text

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What stands between quotation marks, in text order."""
        if not any(c in self.text for c in _MARKS):
            return ()
        blocks: dict[int, tuple[int, int]] = {}
        for s in self.sentences:
            start, end = blocks.get(s.number, (s.start, s.end))
            blocks[s.number] = (min(start, s.start), max(end, s.end))
        return tuple(q for start, end in blocks.values() for q in find_quotations(self.text, start, end))

    @cached_property
    def weights(self) -> Counter[PartyCode]:
        """How much the article is about each party: a mention counts one, in title or first lines three."""
        early = self.sentences[min(2, len(self.sentences) - 1)].last if self.sentences else 0
        found: Counter[PartyCode] = Counter()
        for m in self.article.mentions.parties:
            found[m.code] += 3 if m.first < early else 1
        for person in self.article.mentions.people:
            if person.party:
                found[person.party] += 1
        return found

    @cached_property
    def pair(self) -> tuple[PartyCode, ...]:
        """The two parties that «الجانبان» means where nothing nearer says; alphabetical, or empty."""
        ranked = [code for code, _ in self.weights.most_common(2)]
        return tuple(sorted(ranked)) if len(ranked) == 2 else ()

    @cached_property
    def covered(self) -> list[bool]:
        """For each word whether it is part of a person's name or a title."""
        found = [False] * len(self.words)
        for m in (*self.article.mentions.people, *self.article.mentions.offices):
            found[m.first : m.last] = [True] * (m.last - m.first)
        return found

    @cached_property
    def role_at(self) -> dict[int, int]:
        """First word of each role word → one past its last."""
        heads = self.roles.roles
        found: dict[int, int] = {}
        for i, word in enumerate(self.folds):
            for _, rest in readings(word):
                hit = heads.at(self.folds, i, rest)
                if hit is not None:
                    found[i] = i + hit[0]
        return found

    @cached_property
    def starts(self) -> set[int]:
        """Words at which an actor may begin."""
        return {*self.at.people, *self.at.offices, *self.at.parties, *self.role_at}

    @cached_property
    def ends(self) -> set[int]:
        """Last words of everything that may be an actor."""
        mentions = self.article.mentions
        named = (*mentions.people, *mentions.offices, *mentions.parties)
        return {*(m.last - 1 for m in named), *(last - 1 for last in self.role_at.values())}

    def governed(self, i: int) -> bool:
        """Say whether a preposition, written apart or attached, governs the actor at a word."""
        named = self.at.people.get(i) or self.at.offices.get(i) or self.at.parties.get(i)
        if named is not None and self.prefix(named).lstrip("".join(slot("conjunction"))):
            return True
        return i > 0 and self.folds[i - 1] in self.acts.words["detached"]

    @cached_property
    def joint_heads(self) -> frozenset[str]:
        """Ids of heads that «we» do together with the other side."""
        rows = self.lexicon.table("joint_heads", _joint_heads)
        return rows

    @cached_property
    def parties_of_people(self) -> dict[str, PartyCode]:
        """For whom each named person acts."""
        return {m.name: m.party for m in self.article.mentions.people if m.party}

    def party_of(self, name: str) -> PartyCode | None:
        """Return for whom a named person acts."""
        return self.parties_of_people.get(name)

    def prefix(self, mention: Named) -> str:
        """Return the folded particles attached to a mention's first word."""
        word = self.words[mention.first]
        return fold(word.text[: max(0, mention.start - word.start)])

    def comma(self, i: int) -> bool:
        """Say whether a comma stands before word `i`."""
        gap = self.words[i].gap
        return "\N{ARABIC COMMA}" in gap or "," in gap

    def quoted(self, i: int) -> Span | None:
        """Return the quotation that holds word `i`, if any does."""
        word = self.words[i]
        return next((q for q in self.quotations if q.start <= word.start and word.end <= q.end), None)


def _joint_heads(lexicon: Lexicon) -> frozenset[str]:
    """Read which act heads are joint."""
    rows = lexicon.rows("ar/reading.toml", "heads")
    return frozenset(r for row in rows if row.text("id") == "joint" for r in row.list("words"))


_MARKS = "\"«»“”„"
