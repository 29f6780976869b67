"""One word that may head an act, with what the rules ask about its surroundings."""

from __future__ import annotations

from dataclasses import dataclass, field

from mahdar.language.clitics import bare
from mahdar.lexicon.acts import Head
from mahdar.model.prose import Sentence
from mahdar.reading.actors import actor_at
from mahdar.reading.context import Context
from mahdar.reading.forms import Candidate

__all__ = ["Spot"]


@dataclass(slots=True, eq=False)
class Spot:
    """A candidate at its place; never changed once it is made."""

    ctx: Context
    sentence: Sentence
    i: int
    """Index of the word."""
    candidate: Candidate
    head: Head = field(init=False)
    """The act head that the word may be a form of."""
    before: str = field(init=False)
    """The folded word before, in the same sentence; empty at its beginning."""
    _opening: int = field(init=False, default=-1)
    negated: bool = field(init=False)
    """True behind a negation; neither «دائماً ما» nor «ما» that a preposition governs («على ما») or a pronoun
    takes up («ما أبدته») negates."""

    def __post_init__(self) -> None:
        self.head = self.ctx.acts.heads[self.candidate.form.head]
        self.before = self.ctx.folds[self.i - 1] if self.i > self.sentence.first else ""
        self.negated = self.is_word(self.before, "negation") and self._negates()

    @property
    def two_before(self) -> str:
        """The folded word two before, in the same sentence; empty where there is none."""
        return self.ctx.folds[self.i - 2] if self.i - 2 >= self.sentence.first else ""

    @property
    def after(self) -> str:
        """The folded word after, in the same sentence; empty at its end."""
        return self.ctx.folds[self.i + 1] if self.i + 1 < self.sentence.last else ""

    @property
    def gap(self) -> str:
        """The punctuation before the word."""
        return self.ctx.words[self.i].gap

    def is_word(self, fold: str, words: str) -> bool:
        """Say whether a folded word is in a closed list of the lexicon, a conjunction before it or not."""
        return fold in self.ctx.lists[words]

    def _negates(self) -> bool:
        """Say whether the negation before the word is one here."""
        lead = self.ctx.folds[self.i - 2] if self.i - 2 >= self.sentence.first else ""
        if self.takes_up_what or (self.candidate.future and self.is_word(self.before, "whatever")):
            return False  # «ما سنقوم به»: «ما» negates no future
        governed = self.is_word(lead, "detached") and not self.gap and self.is_word(self.before, "relative")
        return not (governed or self.is_word(lead, "always"))

    @property
    def takes_up_what(self) -> bool:
        """Say whether «ما» is what somebody speaks of («ثمّن الوزير ما أبدته مالطا», «وهو ما رفضه»)."""
        if not self.is_word(self.before, "whatever") or not self.resumes:
            return False
        k = self.i - 2
        if k < self.sentence.first:
            return False
        if self.candidate.form.person == 1:  # «ارتياحنا لتنفيذ ما اتفقنا عليه»
            opens = any(self.is_word(self.ctx.folds[k], w) for w in ("connector", "that", "he", "we"))
            return not (self.ctx.words[k + 1].gap or opens)
        pointed = any(self.is_word(self.ctx.folds[k], words) for words in ("he", "demonstrative"))
        return pointed or k in self.ctx.ends or bool(self.ctx.candidates[k])

    @property
    def lead(self) -> str:
        """The folded word before verb and negation («وهي لن تقبل»); empty at the sentence's beginning."""
        return self.ctx.folds[self.opening - 1] if self.opening > self.sentence.first else ""

    @property
    def opening(self) -> int:
        """Index of the first word of the verb: its negation or auxiliary («لن تقبل», «ما زالت تدعم»)."""
        if self._opening < 0:
            self._opening = self._find_opening()
        return self._opening

    def _find_opening(self) -> int:
        """Step back over what belongs to the verb."""
        first, folds = self.sentence.first, self.ctx.folds
        at = self._led_from()
        if self.negated or self.is_word(self.before, "future"):
            at -= 1
        if at - 2 >= first and self.is_word(f"{folds[at - 2]} {folds[at - 1]}", "auxiliary"):
            at -= 2
        return at - 1 if at > first and self.is_word(folds[at - 1], "auxiliary") else at

    @property
    def led(self) -> bool:
        """True for a noun that «على» makes a predicate («على استعداد», «على أتم الاستعداد»)."""
        return self._led_from() < self.i

    def _led_from(self) -> int:
        """Return where «على» stands before such a noun; the word itself without it."""
        if self.head.id not in self.ctx.head_lists["led"]:
            return self.i
        k = self.i - 1 - self.is_word(self.before, "wholly")
        return k if k >= self.sentence.first and self.is_word(self.ctx.folds[k], "incumbent") else self.i

    @property
    def joined(self) -> bool:
        """True where the verb, or the negation before it, begins with a conjunction («ولن تقبل»)."""
        led = self.negated and self.before not in self.ctx.acts.words["negation"]
        return bool(self.candidate.conjunction) or led

    @property
    def relative(self) -> int:
        """Index of the relative word that opens the clause of this head; -1 outside relative clauses.

        A verb joined to another shares its relative word («التي تمنع وترفض»).
        """
        reach = 4 if self.candidate.form.kind == "masdar" else 1 + self._joined_to_next()
        for k in range(self.i - 1, max(self.sentence.first - 1, self.i - 1 - reach), -1):
            if self.is_word(self.ctx.folds[k], "relative"):
                return k
        return -1

    def _joined_to_next(self) -> bool:
        """Say whether a verb is joined to the word before it, both in the same tense and person."""
        form, before = self.candidate.form, self.before
        joined = form.kind == "finite" and form.tense == "present" and bool(self.candidate.conjunction)
        return (
            joined and not self.gap and before[:1] == self.ctx.folds[self.i][len(self.candidate.conjunction)]
        )

    @property
    def resumes(self) -> bool:
        """True where a pronoun behind the head takes the antecedent up («التوقيع عليها»)."""
        near = self.ctx.folds[self.i + 1 : min(self.i + 3, self.sentence.last)]
        return bool(self.candidate.pronoun) or any(self.is_word(w, "resumptive") for w in near)

    @property
    def signs_for_others(self) -> bool:
        """True where a signing is told with its text behind the verb and for whom: «وقع الاتفاقية عن …»."""
        if self.head.act_class != "sign" or self.candidate.form.kind == "participle":
            return False
        if self.candidate.form.kind == "masdar":
            return self.is_word(self.after, "on_behalf") and self.ctx.light_before(self) is not None
        text = bare(self.after) in self.ctx.acts.sets["instrument"] or bool(self.candidate.pronoun)
        led = range(self.i + 1, min(self.i + 5, self.sentence.last))
        return text and any(self.is_word(self.ctx.folds[k], "on_behalf") for k in led)

    @property
    def tense(self) -> str:
        """`past`, `present` or `future`; empty for participles and masdars."""
        form = self.candidate.form
        if form.tense == "present" and (self.candidate.future or self.is_word(self.before, "future")):
            return "future"
        if form.tense == "present" and (
            self.is_word(self.before, "never") or self.scheduled or self.provided
        ):
            return "future"
        return form.tense

    @property
    def scheduled(self) -> bool:
        """True where a signing is told as arranged («من المقرر أن يوقع الوزيران …»)."""
        if self.head.act_class != "sign" or not self.is_word(self.before, "bare_that"):
            return False
        return self.i - 2 >= self.sentence.first and self.is_word(self.ctx.folds[self.i - 2], "scheduled")

    @property
    def provided(self) -> bool:
        """True where a verb tells what its subject, written behind it, will do by an agreement.

        «…، على أن تستضيف الرياض الدورة المقبلة»: a comma stands before «على».
        """
        k = self.i - 2
        if k <= self.sentence.first or not self.is_word(self.before, "bare_that"):
            return False
        if not (self.ctx.comma(k) and self.is_word(self.two_before, "incumbent")):
            return False
        actor = actor_at(self.ctx, self.i + 1, self.sentence.last)
        return actor is not None and actor.first == self.i + 1 and bool(actor.parties or actor.roles)

    def in_turn(self, k: int) -> bool:
        """Say whether a word behind a subject tells that it is his turn («السفير من جهته طالب بـ …»)."""
        folds, turn = self.ctx.folds, self.ctx.acts.words["other_turn"]
        led = self.is_word(folds[k], "detached") and k + 1 < self.i
        return folds[k] in turn or (led and folds[k + 1] in turn)

    @property
    def opens_clause(self) -> bool:
        """True where a clause may begin at the word: sentence start, punctuation, conjunction, connector."""
        return (
            self.i == self.sentence.first
            or bool(self.gap.strip("()"))
            or self.joined
            or self.is_word(self.before, "connector")
            or self.is_word(self.before, "perfect")
            or self.is_word(self.before, "relative")
        )
