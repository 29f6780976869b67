"""One article for the rules of acts: whom it is about, who its writers and sides are, who speaks in it.

The context is built once an article and then only asked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mahdar.language.clitics import slot
from mahdar.lexicon.store import Lexicon
from mahdar.model.mentions import PartyMention
from mahdar.model.reading import ArticleText
from mahdar.model.units import IsoDate, PartyCode
from mahdar.reading.affiliations import parties_of_people, people_of_the_past, unread_names
from mahdar.reading.columns import is_column
from mahdar.reading.fronted import said_behind
from mahdar.reading.interviewed import holder_of, party_of_holder
from mahdar.reading.labels import Label, labels_of
from mahdar.reading.light import light_verb
from mahdar.reading.worded import Worded
from mahdar.reading.writers import named_by_themselves

if TYPE_CHECKING:
    from mahdar.reading.actors import Actor
    from mahdar.reading.spot import Spot

__all__ = ["Context"]


class Context(Worded):
    """An article and what its rules ask of it.

    What nearly every article is asked for is read at once, the rest where it is first wanted.
    """

    _labels: Mapping[int, Label] | None = None
    _own_post: bool | None = None

    def __init__(self, article: ArticleText, lexicon: Lexicon) -> None:
        super().__init__(article, lexicon)
        self.head_lists: dict[str, frozenset[str]] = lexicon.table("head_lists", _head_lists)
        """Ids of act heads: `joint`, what «we» do together with the other side; `with_beh`, those whose
        complement «بـ» leads to («أشاد بـ …»)."""
        self.actors: dict[tuple[int, int], Actor | None] = {}
        """What `actor_at` has read, by first word and bound: most places are asked about several times."""
        self._parties_of_people: dict[str, PartyCode] | None = None
        self._unread_names: dict[str, PartyCode] | None = None
        self._people_of_the_past: frozenset[str] | None = None
        self._joint_text: bool | None = None
        self._column: bool | None = None
        self.day: IsoDate = self._day()
        """The day of the article: the one it states, else the full day that its beginning names, or empty."""
        self.weights: Counter[PartyCode] = self._weights()
        """How much the article is about each party."""
        self.home: PartyCode | None = self._home()
        """The one state whose offices the article names without it («وزير العدل»), else its own."""
        self._titles: dict[str, frozenset[str]] = self._titles_of_people()
        self.writers: tuple[PartyCode, ...] = self._writers()
        """Who names himself in the text's own «we»: «نحن، قادة مصر وقبرص، نرحب …»; empty for none."""
        self.pair: tuple[PartyCode, ...] = self._pair()
        """The two parties that «الجانبان» means where nothing nearer says; alphabetical, or empty."""
        self.sides: tuple[PartyCode, ...] = self._sides()
        """The states that a joint statement's opening names, where they are more than two; else empty."""
        self.holder: str | None = holder_of(self)
        """Who is interviewed; None outside interviews, and where two could be meant."""

    def _day(self) -> IsoDate:
        """Return the day that the article states, else the full day that its beginning names, or nothing."""
        full = (d for d in self.article.mentions.dates if d.value and len(d.value) >= _FULL)
        first = next((d.value[-_FULL:] for d in full if d.value and (d.base or d.first < _EARLY)), "")
        return self.article.published or ("" if self._looks_back(first) else first)

    def _looks_back(self, day: IsoDate) -> bool:
        """Say whether a day is one of a past that a text tells of: most others lie years behind it."""
        others = [d.value for d in self.article.mentions.dates if d.value and d.value[-_FULL:] != day]
        if not day[:_YEAR].isdigit():
            return False
        later = sum(int(value[:_YEAR]) > int(day[:_YEAR]) + 1 for value in others if value[:_YEAR].isdigit())
        return later >= _SEVERAL and 2 * later > len(others)

    def _weights(self) -> Counter[PartyCode]:
        """Weigh the parties.

        A mention counts four, a mere location («في اليمن») one; three times that in title or first lines.
        """
        early = self.sentences[min(2, len(self.sentences) - 1)].last if self.sentences else 0
        found: Counter[PartyCode] = Counter()
        for m in self.article.mentions.parties:
            located = m.first > 0 and self.folds[m.first - 1] in self.acts.words["location"]
            found[m.code] += (3 if m.first < early else 1) * (1 if located else 4)
        for person in self.bearers:
            if person.party:
                found[person.party] += 12 if person.first < early else 4
        return found

    def _pair(self) -> tuple[PartyCode, ...]:
        """Return the writers where they are two, whom the title joins, else whom the text is most about."""
        if len(self.writers) == _PAIR:
            return self.writers
        if between := self._between_in_title():
            return between
        ranked = [code for code, _ in self.weights.most_common()]
        ranked.sort(key=lambda code: code.startswith(_AGENCY))  # stable: an agency is nobody's other side
        if self.states.isdisjoint(ranked[:2]):
            ranked.sort(key=lambda code: code not in self.states)  # stable
        return tuple(sorted(ranked[:2])) if len(ranked) > 1 else ()

    def _between_in_title(self) -> tuple[PartyCode, ...]:
        """Return the two states that a title names behind «between» («بيان مشترك بين أستراليا واليابان»)."""
        title = next((s for s in self.sentences if s.block == "title"), None)
        if title is None:
            return ()
        words = self.acts.words["between"]
        for k in (k for k in range(title.first, title.last) if self.folds[k] in words):
            near = [m for m in self.parties_in(k + 1, title.last) if m.code in self.states]
            if len(near) == _PAIR and near[0].first == k + 1 and self._joins(near[0], near[1]):
                return tuple(sorted({m.code for m in near}))
        return ()

    def _joins(self, one: PartyMention, other: PartyMention) -> bool:
        """Say whether two parties stand one after the other with «and» between them."""
        return one.last == other.first and one.code != other.code and self.prefix(other) in self.conjunctions

    def is_capital(self, k: int) -> bool:
        """Say whether a word is a capital, where two met («الوزيران في نيروبي»), not whose they are."""
        mention = self.at.parties.get(k)
        return mention is not None and mention.form == "capital"

    @property
    def issuers(self) -> tuple[PartyCode, ...]:
        """Who says «we»: those who name themselves, a joint statement's sides; empty for any other text."""
        if self.writers or self.article.kind != "joint_statement":
            return self.writers
        return self.sides or self.pair

    @property
    def writes_as_i(self) -> bool:
        """Whether a ministry's post is its minister's own («بحثت مع نظيري …»): «I» is spelt as «she» is."""
        if self._own_post is None:
            own = self.article.kind == "ministry_post" and self.home is not None
            told = not self.acts.words["mine"].isdisjoint(self.folds)
            self._own_post = own and (told or any(word.text.endswith(_I_DID) for word in self.words))
        return self._own_post

    @property
    def top_state(self) -> PartyCode | None:
        """The state that the article is most about; None where it names none."""
        return next((code for code, _ in self.weights.most_common() if code in self.states), None)

    @property
    def named_above(self) -> str | None:
        """Who alone is named on a line of his own above the text that he writes as «I»; None for all else."""
        if not self.writes_as_i:
            return None
        named = {m.name for m in self.article.mentions.people if self.block_of(m.first) == "kicker"}
        return named.pop() if len(named) == 1 else None

    def _writers(self) -> tuple[PartyCode, ...]:
        """Look for «we» and for who they say they are."""
        near = range(min(len(self.folds) - 1, _SELF_NAMED))
        lead = next((i for i in near if self._names_itself(i)), None)
        return named_by_themselves(self, lead + 1) if lead is not None else ()

    def _names_itself(self, i: int) -> bool:
        """Say whether «we» are named at a word as several who stand for their own: leaders, ministers."""
        if self.folds[i] not in self.acts.words["we"] or self.quoted(i) is not None:
            return False
        return self.folds[i + 1] in self.acts.words["leaders"]

    def _sides(self) -> tuple[PartyCode, ...]:
        """Return who makes a joint statement, where they are more than two."""
        if self.writers or self.article.kind != "joint_statement":
            return self.writers if len(self.writers) > _PAIR else ()
        states = self.states
        opening = self.sentences[min(1, len(self.sentences) - 1)].last if self.sentences else 0
        named = {
            m.code for m in self.parties_in(0, opening) if m.code in states and not self._merely_placed(m)
        }
        named |= {m.party for m in self.bearers_in(0, opening) if m.party in states}
        return tuple(sorted(named)) if len(named) > 2 else ()

    def _merely_placed(self, mention: PartyMention) -> bool:
        """Say whether a state is named as a place or a topic («المنعقدة بسويسرا», «بشأن لبنان»)."""
        lead = self.folds[mention.first - 1] if mention.first else ""
        return lead in self.acts.words["location"] or self.prefix(mention) == slot("preposition")[0]

    @property
    def joint_text(self) -> bool:
        """True where the article is, or speaks of, a statement of both sides."""
        if self._joint_text is None:
            self._joint_text = self.article.kind == "joint_statement" or self._tells_of_joint_text()
        return self._joint_text

    @property
    def labels(self) -> Mapping[int, Label]:
        """Blocks whose words stand under somebody's name, by number."""
        if self._labels is None:
            self._labels = labels_of(self)
        return self._labels

    def label_at(self, i: int) -> Label | None:
        """Return under whose name a word stands («الوزير فلان: سنوقع …»); None for most."""
        label = self.labels.get(self.sentence_of(i).number) if self.labels else None
        return label if label is not None and label.first <= i < label.last else None

    def in_own_words(self, i: int) -> bool:
        """Say whether a word stands in a speaker's own words: in marks, in an answer, under his name."""
        return super().in_own_words(i) or self.label_at(i) is not None

    @property
    def column(self) -> bool:
        """True where the article is its author's own view."""
        if self._column is None:
            self._column = is_column(self)
        return self._column

    def _tells_of_joint_text(self) -> bool:
        """Say whether the words name a joint statement."""
        joint = self.acts.words["joint_text"]
        return any(
            word in joint and i + 1 < len(self.folds) and self.folds[i + 1] in joint
            for i, word in enumerate(self.folds)
        )

    def light_before(self, spot: Spot) -> int | None:
        """Return where the light verb stands whose act this masdar is («جرى خلال اللقاء بحث …»)."""
        return light_verb(self, spot)

    @property
    def holder_party(self) -> PartyCode | None:
        """For whom whoever is interviewed speaks: by his name, the headline, or the article's own state."""
        return party_of_holder(self)

    def speaker_at(self, i: int) -> str | None:
        """Return who is named behind a quotation as its speaker («…» – الوزير X)."""
        quote = self.quoted(i)
        if quote is None:
            return None
        behind = bisect_right(self._starts, quote.end)
        for k in range(behind, min(behind + 8, len(self.words))):
            if k in self.at.people and self.words[behind].gap.endswith(("–", "-", "—")):
                return self.at.people[k].name
        return None

    def said_by(self, i: int) -> Actor | None:
        """Return who is named as the speaker of the words around a word: in a label, or behind them."""
        label = self.label_at(i)
        if label is not None:
            return label.actor
        quote = self.quoted(i)
        return None if quote is None else said_behind(self, quote)

    @property
    def parties_of_people(self) -> dict[str, PartyCode]:
        """For whom each named person acts."""
        if self._parties_of_people is None:
            self._parties_of_people = parties_of_people(self)
        return self._parties_of_people

    @property
    def unread_names(self) -> dict[str, PartyCode]:
        """Words that are the name of somebody who acts, though no list has them."""
        if self._unread_names is None:
            self._unread_names = unread_names(self)
        return self._unread_names

    @property
    def people_of_the_past(self) -> frozenset[str]:
        """Who is told of only as having held an office."""
        if self._people_of_the_past is None:
            self._people_of_the_past = people_of_the_past(self)
        return self._people_of_the_past

    def party_of(self, name: str) -> PartyCode | None:
        """Return for whom a named person acts."""
        return self.parties_of_people.get(name)

    def offices_of(self, name: str) -> frozenset[str]:
        """Return the English titles that the article gives a person."""
        return self._titles.get(name, frozenset())

    def _titles_of_people(self) -> dict[str, frozenset[str]]:
        """Return the titles by person."""
        found: dict[str, set[str]] = {}
        for m in self.article.mentions.offices:
            if m.name:
                found.setdefault(m.name, set()).add(m.title)
        return {name: frozenset(titles) for name, titles in found.items()}

    def _home(self) -> PartyCode | None:
        """Return the one state whose offices stand without it, else the article's own."""
        bare = {m.party for m in self.article.mentions.bare_offices}
        return bare.pop() if len(bare) == 1 else self.article.mentions.home


_PAIR = 2
_AGENCY = "ORG:"
_SELF_NAMED = 160
"""Words of a text within which its writers name themselves."""
_I_DID = "\N{ARABIC LETTER TEH}\N{ARABIC DAMMA}"
_FULL = len("2000-01-01")
_SEVERAL = 3
_YEAR = len("2000")
_EARLY = 60
"""A day named later may lie anywhere in the past."""


def _head_lists(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Read the lists of act heads."""
    rows = lexicon.rows("ar/reading.toml", "heads")
    return {row.text("id"): frozenset(row.list("words")) for row in rows}
