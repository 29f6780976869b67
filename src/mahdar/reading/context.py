"""One article for the rules of acts: which words may head one, who may act, whom its sides and speakers are.

The context is built once an article and then only asked; its lists are indexed by word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from mahdar.language.clitics import readings, slot
from mahdar.lexicon.acts import ActTable, act_table
from mahdar.lexicon.fold import fold
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.roles import RoleTable, role_table
from mahdar.lexicon.store import Lexicon
from mahdar.model.mentions import PartyMention
from mahdar.model.prose import Word
from mahdar.model.reading import ArticleText
from mahdar.model.units import IsoDate, PartyCode
from mahdar.reading.affiliations import parties_of_people, unread_names
from mahdar.reading.article import LaidOut, Named
from mahdar.reading.forms import Candidate, word_forms
from mahdar.reading.light import light_verb
from mahdar.reading.writers import named_by_themselves

if TYPE_CHECKING:
    from mahdar.reading.actors import Actor
    from mahdar.reading.spot import Spot

__all__ = ["Context"]


class Context(LaidOut):
    """An article and the tables that its rules look things up in."""

    def __init__(self, article: ArticleText, lexicon: Lexicon) -> None:
        super().__init__(article)
        self.lexicon = lexicon
        self.acts: ActTable = act_table(lexicon)
        self.roles: RoleTable = role_table(lexicon)
        self.conjunctions = frozenset(slot("conjunction"))
        self.lists: Mapping[str, frozenset[str]] = lexicon.table("joined_lists", _joined_lists)
        """The closed lists of the grammar of acts, each word with a conjunction before it and without."""
        self.states = party_table(lexicon).states
        self.party_names = party_table(lexicon).names
        self.actors: dict[tuple[int, int], Actor | None] = {}
        """What `actor_at` has read, by first word and bound: most places are asked about several times."""

    @cached_property
    def candidates(self) -> list[tuple[Candidate, ...]]:
        """For each word what act heads it may be a form of; empty for nearly all."""
        forms = word_forms(self.lexicon)
        return [_with_own_ending(w, found) if (found := forms[w.fold]) else () for w in self.words]

    @cached_property
    def day(self) -> IsoDate:
        """The day of the article: the one it states, else the full day that its beginning names, or empty."""
        full = (d for d in self.article.mentions.dates if d.value and len(d.value) >= _FULL)
        first = next((d.value[-_FULL:] for d in full if d.value and (d.base or d.first < _EARLY)), "")
        return self.article.published or first

    @cached_property
    def weights(self) -> Counter[PartyCode]:
        """How much the article is about each party.

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

    @cached_property
    def pair(self) -> tuple[PartyCode, ...]:
        """The two parties that «الجانبان» means where nothing nearer says; alphabetical, or empty."""
        if len(self.writers) == _PAIR:
            return self.writers
        ranked = [code for code, _ in self.weights.most_common()]
        if self.states.isdisjoint(ranked[:2]):
            ranked.sort(key=lambda code: code not in self.states)  # stable
        return tuple(sorted(ranked[:2])) if len(ranked) > 1 else ()

    @property
    def issuers(self) -> tuple[PartyCode, ...]:
        """Who says «we»: those who name themselves, a joint statement's sides; empty for any other text."""
        if self.writers or self.article.kind != "joint_statement":
            return self.writers
        return self.sides or self.pair

    @cached_property
    def writers(self) -> tuple[PartyCode, ...]:
        """Who names himself in the text's own «we»: «نحن، قادة مصر وقبرص، نرحب …»; empty for none."""
        near = range(min(len(self.folds) - 1, _SELF_NAMED))
        lead = next((i for i in near if self._names_itself(i)), None)
        return named_by_themselves(self, lead + 1) if lead is not None else ()

    def _names_itself(self, i: int) -> bool:
        """Say whether «we» are named at a word as several who stand for their own: leaders, ministers."""
        if self.folds[i] not in self.acts.words["we"] or self.quoted(i) is not None:
            return False
        return self.folds[i + 1] in self.acts.words["leaders"]

    @cached_property
    def sides(self) -> tuple[PartyCode, ...]:
        """The states that a joint statement's opening names, where they are more than two; else empty."""
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

    @cached_property
    def covered(self) -> list[bool]:
        """For each word whether it is part of a person's name or a title."""
        found = [False] * len(self.words)
        for m in self.bearers:
            found[m.first : m.last] = [True] * (m.last - m.first)
        return found

    @cached_property
    def joint_text(self) -> bool:
        """True where the article is, or speaks of, a statement of both sides."""
        if self.article.kind == "joint_statement":
            return True
        joint = self.acts.words["joint_text"]
        return any(
            fold in joint and i + 1 < len(self.folds) and self.folds[i + 1] in joint
            for i, fold in enumerate(self.folds)
        )

    @cached_property
    def role_at(self) -> dict[int, int]:
        """First word of each role word → one past its last."""
        heads = self.roles.roles
        found: dict[int, int] = {}
        for i, word in enumerate(self.folds):
            for _, rest in readings(word):
                hit = heads.at(self.folds, i, rest) if rest in heads.by_head else None
                if hit is not None and (hit[1].id != _LATTER or self._behind_verb(i)):
                    found[i] = i + hit[0]
        return found

    def _behind_verb(self, i: int) -> bool:
        """Say whether a verb stands right before a word («وأكد الأخير», not «القرار الأخير»)."""
        return i > 0 and any(c.form.tense for c in self.candidates[i - 1])

    @cached_property
    def starts(self) -> set[int]:
        """Words at which an actor may begin."""
        return {*self.at.people, *self.at.offices, *(m.first for m in self._acting_parties), *self.role_at}

    @cached_property
    def _acting_parties(self) -> tuple[PartyMention, ...]:
        """Parties that can act: a demonym alone is an adjective, behind a role word or another it is not."""
        parties = self.article.mentions.parties
        ends = {*self.role_at.values(), *(m.last for m in parties)}
        return tuple(m for m in parties if m.form != "demonym" or m.first in ends)

    @cached_property
    def ends(self) -> set[int]:
        """Last words of everything that may be an actor."""
        named: list[Named] = [*self.bearers, *self._acting_parties]
        return {*(m.last - 1 for m in named), *(last - 1 for last in self.role_at.values())}

    def light_before(self, spot: Spot) -> int | None:
        """Return where the light verb stands whose act this masdar is («جرى خلال اللقاء بحث …»)."""
        return light_verb(self, spot)

    def light_is_future(self, k: int) -> bool:
        """Say whether a light verb speaks of what is to come («سيتم التوقيع»)."""
        before = self.folds[k - 1] if k else ""
        return any(c.future for c in self.candidates[k]) or before in self.acts.words["future"]

    @cached_property
    def statements(self) -> frozenset[int]:
        """Words at which a statement is named that speaks for its parties."""
        return self._pointing("statement")

    @cached_property
    def holder(self) -> str | None:
        """Who is interviewed: who speaks most before the first question, else who holds an office there.

        None outside interviews, and where two could be meant.
        """
        if self.article.kind != "interview":
            return None
        asked = next((s.first for s in self.sentences if s.block == "question"), len(self.words))
        early = [m for m in self.article.mentions.people if m.first < asked]
        spoke = Counter(m.name for m in early if self._behind_speech(m.first))
        titled = [m.name for m in early if self.block_of(m.first) in {"title", "kicker"}]
        ranked = sorted(spoke, key=lambda n: (-spoke[n], self._first_named[n])) or titled
        if ranked:
            return ranked[0]
        held = {m.name for m in early if self.offices_of(m.name)}
        return held.pop() if len(held) == 1 else None

    @cached_property
    def holder_party(self) -> PartyCode | None:
        """For whom whoever is interviewed speaks: by his name, the headline, or the article's own state."""
        if self.article.kind != "interview":
            return None
        titled = (m.party for m in self.article.mentions.offices if self.block_of(m.first) == "title")
        known = self.party_of(self.holder) if self.holder else next(titled, None)
        states = (code for code, _ in self.weights.most_common() if code in self.states)
        return known or self.home or (next(states, None) if self.holder else None)

    def _behind_speech(self, i: int) -> bool:
        """Say whether a person at a word, title and honorifics before him, stands behind a verb of speech."""
        for k in range(i - 1, max(i - 12, -1), -1):
            if any(
                self.acts.heads[c.form.head].act_class == "affirm" for c in self.candidates[k] if c.form.tense
            ):
                return True
            if self.words[k + 1].gap:
                return False
        return False

    @cached_property
    def _first_named(self) -> dict[str, int]:
        """Where each person is named first in running prose."""
        found: dict[str, int] = {}
        for m in self.article.mentions.people:
            prose = self.block_of(m.first) == "prose"
            found.setdefault(m.name, m.first + (0 if prose else len(self.words)))
        return found

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

    def actor_start(self, last: int) -> int:
        """Return where the named actor that ends at a word begins; the word itself where none does."""
        return min((m.first for m in self.named if m.last - 1 == last), default=last)

    def governed(self, i: int) -> bool:
        """Say whether a preposition, written apart or attached, governs the actor at a word."""
        named = self.at.people.get(i) or self.at.offices.get(i) or self.at.parties.get(i)
        if named is not None and self.prefix(named).lstrip("".join(slot("conjunction"))):
            return True
        lead = self.folds[i - 1] if i > 0 else ""
        detached = self.acts.words["detached"]
        return lead in detached or (lead[:1] in self.conjunctions and lead[1:] in detached)

    @cached_property
    def joint_heads(self) -> frozenset[str]:
        """Ids of heads that «we» do together with the other side."""
        return self.lexicon.table("joint_heads", _joint_heads)

    @cached_property
    def parties_of_people(self) -> dict[str, PartyCode]:
        """For whom each named person acts."""
        return parties_of_people(self)

    @cached_property
    def unread_names(self) -> dict[str, PartyCode]:
        """Words that are the name of somebody who acts, though no list has them."""
        return unread_names(self)

    @cached_property
    def organs(self) -> frozenset[int]:
        """Words at which an organ of state is named by its role («الوزارة», «رئاسة الجمهورية»)."""
        return self._pointing("organ")

    @cached_property
    def bodies(self) -> frozenset[int]:
        """Words at which a body may be named by its short form («المنظمة»)."""
        return self._pointing("body")

    def _pointing(self, refers: str) -> frozenset[int]:
        """Return the words at which a role word of a kind begins."""
        table = self.roles.roles
        hits = (
            (i, table.at(self.folds, i, rest)) for i in self.role_at for _, rest in readings(self.folds[i])
        )
        return frozenset(i for i, hit in hits if hit is not None and hit[1].refers == refers)

    def party_of(self, name: str) -> PartyCode | None:
        """Return for whom a named person acts."""
        return self.parties_of_people.get(name)

    def offices_of(self, name: str) -> frozenset[str]:
        """Return the English titles that the article gives a person."""
        return self._offices.get(name, frozenset())

    @cached_property
    def _offices(self) -> dict[str, frozenset[str]]:
        """Titles by person."""
        found: dict[str, set[str]] = {}
        for m in self.article.mentions.offices:
            if m.name:
                found.setdefault(m.name, set()).add(m.title)
        return {name: frozenset(titles) for name, titles in found.items()}

    @cached_property
    def home(self) -> PartyCode | None:
        """The one state whose offices the article names without it («وزير العدل»); None for none or two."""
        bare = {m.party for m in self.article.mentions.bare_offices}
        return bare.pop() if len(bare) == 1 else None

    def prefix(self, mention: Named) -> str:
        """Return the folded particles attached to a mention's first word."""
        word = self.words[mention.first]
        return fold(word.text[: max(0, mention.start - word.start)])


_PAIR = 2
_SELF_NAMED = 160
"""Words of a text within which its writers name themselves."""
_FULL = len("2000-01-01")
_EARLY = 60
"""A day named later may lie anywhere in the past."""


def _with_own_ending(word: Word, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Drop readings that the word as written speaks against.

    Taa marbuta is no pronoun («إضافة», not أضافه), «أبلغتُ» is «I»; a word with tanwin is
    no verb («رداً», not the dual of ردّ).
    """
    if _TAA_MARBUTA in word.text[-2:]:
        found = tuple(c for c in found if not c.pronoun)
    if word.text.endswith(_I_DID):
        found = tuple(_as_mine(c) for c in found if (c.form.tense, c.form.passive) == ("past", False))
    if _TANWIN in word.text[-2:]:
        found = tuple(c for c in found if c.form.kind != "finite")
    return found


def _as_mine(candidate: Candidate) -> Candidate:
    """Return the first person that is spelled like this third one."""
    return replace(candidate, form=replace(candidate.form, person=1, gender="m"))


_LATTER = "ar.role.latter"
_I_DID = "\N{ARABIC LETTER TEH}\N{ARABIC DAMMA}"
"""Ending of «أبلغتُ»: written so, it is the speaker's own."""
_TAA_MARBUTA, _TANWIN = "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC FATHATAN}"


def _joined_lists(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Put the conjunctions before the words of all closed lists."""
    joined = ("", *slot("conjunction"))
    lists = act_table(lexicon).words.items()
    return {name: frozenset(lead + word for word in words for lead in joined) for name, words in lists}


def _joint_heads(lexicon: Lexicon) -> frozenset[str]:
    """Read which act heads are joint."""
    rows = lexicon.rows("ar/reading.toml", "heads")
    return frozenset(r for row in rows if row.text("id") == "joint" for r in row.list("words"))
