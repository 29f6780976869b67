"""The words of one article: which may head an act, where actors may begin and end, what a role word names.

Built once an article and then only asked; its lists are indexed by word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mahdar.language.clitics import readings, slot
from mahdar.lexicon.acts import ActTable, act_table
from mahdar.lexicon.fold import fold
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.roles import RoleTable, role_table
from mahdar.lexicon.store import Lexicon
from mahdar.model.mentions import PartyMention
from mahdar.model.prose import Word
from mahdar.model.reading import ArticleText
from mahdar.reading.article import LaidOut, Named
from mahdar.reading.forms import Candidate, Forms, word_forms

__all__ = ["Worded"]


class Worded(LaidOut):
    """An article by word, and the tables that its words are looked up in."""

    def __init__(self, article: ArticleText, lexicon: Lexicon) -> None:
        super().__init__(article)
        self.lexicon = lexicon
        self.acts: ActTable = act_table(lexicon)
        self.roles: RoleTable = role_table(lexicon)
        self.conjunctions = frozenset(slot("conjunction"))
        self.lists: Mapping[str, frozenset[str]] = lexicon.table("joined_lists", _joined_lists)
        """The closed lists of the grammar of acts, each word with a conjunction before it and without."""
        self.states = party_table(lexicon).states
        self.press = party_table(lexicon).press
        self.party_names = party_table(lexicon).names
        self.candidates: list[tuple[Candidate, ...]] = self._candidates(word_forms(lexicon))
        """For each word what act heads it may be a form of; empty for nearly all."""
        self.role_at: dict[int, int] = self._role_words()
        """First word of each role word → one past its last."""
        acting = self._acting_parties()
        self.starts: set[int] = {*self.at.people, *self.at.offices, *(m.first for m in acting), *self.role_at}
        """Words at which an actor may begin."""
        self.ends: set[int] = {m.last - 1 for m in (*self.bearers, *acting)}
        """Last words of everything that may be an actor."""
        self.ends.update(last - 1 for last in self.role_at.values())
        self.covered: list[bool] = [False] * len(self.words)
        """For each word whether it is part of a person's name or a title."""
        for m in self.bearers:
            self.covered[m.first : m.last] = [True] * (m.last - m.first)
        self._pointed: dict[str, frozenset[int]] = {}

    def _candidates(self, forms: Forms) -> list[tuple[Candidate, ...]]:
        """Read each word; what somebody takes an occasion for is done («ونغتنم المناسبة لنجدد شكرنا»)."""
        read = [_with_own_ending(w, found) if (found := forms[w.fold]) else () for w in self.words]
        plain = self.lists["without_hamza"]
        for k in (k for k, w in enumerate(self.words) if w.fold in plain and w.text.endswith(_ALEF)):
            read[k] = ()
        lam = slot("preposition")[1]
        for k in (k for k, word in enumerate(self.folds) if word in self.lists["takes_occasion"]):
            for i in range(k + 1, min(k + _OCCASION, len(self.folds))):
                if self.folds[i][0] == lam and not read[i]:
                    done = (c for c in forms[self.folds[i][1:]] if c.form.tense == "present" and not c.future)
                    read[i] = tuple(replace(c, preposition=lam) for c in done)
        return read

    def _role_words(self) -> dict[int, int]:
        """Find the role words: first word of each → one past its last."""
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

    def _acting_parties(self) -> tuple[PartyMention, ...]:
        """Return the parties that can act.

        A demonym alone is an adjective, behind a role word or another party it is not.
        """
        parties = self.article.mentions.parties
        ends = {*self.role_at.values(), *(m.last for m in parties)}
        return tuple(m for m in parties if m.form != "demonym" or m.first in ends)

    @property
    def statements(self) -> frozenset[int]:
        """Words at which a statement is named that speaks for its parties."""
        return self._pointing("statement")

    @property
    def organs(self) -> frozenset[int]:
        """Words at which an organ of state is named by its role («الوزارة», «رئاسة الجمهورية»)."""
        return self._pointing("organ")

    @property
    def bodies(self) -> frozenset[int]:
        """Words at which a body may be named by its short form («المنظمة»)."""
        return self._pointing("body")

    def _pointing(self, refers: str) -> frozenset[int]:
        """Return the words at which a role word of a kind begins."""
        found = self._pointed.get(refers)
        if found is None:
            table = self.roles.roles
            hits = (
                (i, table.at(self.folds, i, rest))
                for i in self.role_at
                for _, rest in readings(self.folds[i])
            )
            found = frozenset(i for i, hit in hits if hit is not None and hit[1].refers == refers)
            self._pointed[refers] = found
        return found

    def light_is_future(self, k: int) -> bool:
        """Say whether a light verb speaks of what is to come («سيتم التوقيع»)."""
        before = self.folds[k - 1] if k else ""
        return any(c.future for c in self.candidates[k]) or before in self.acts.words["future"]

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

    def prefix(self, mention: Named) -> str:
        """Return the folded particles attached to a mention's first word."""
        word = self.words[mention.first]
        return fold(word.text[: max(0, mention.start - word.start)])


_OCCASION = 9
"""Words behind «نغتنم» within which it is told what for."""


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
_ALEF = "\N{ARABIC LETTER ALEF}"
_I_DID = "\N{ARABIC LETTER TEH}\N{ARABIC DAMMA}"
"""Ending of «أبلغتُ»: written so, it is the speaker's own."""
_TAA_MARBUTA, _TANWIN = "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC FATHATAN}"


def _joined_lists(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Put the conjunctions before the words of all closed lists."""
    joined = ("", *slot("conjunction"))
    lists = act_table(lexicon).words.items()
    return {name: frozenset(lead + word for word in words for lead in joined) for name, words in lists}
