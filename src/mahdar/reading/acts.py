"""Read acts: what parties do in saying it.

A sentence is read from its beginning: each word that may head an act is tried against the rules of `heads`,
its subject is looked for (`subjects`), its complement gives class and content (`complement`, `content`), and
reporting frames that only carry another act are dropped.

Source: lexicon/data/ar/acts.toml, ar/reading.toml
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mahdar.model.entries import Act
from mahdar.model.prose import Sentence
from mahdar.reading.complement import Complement, complement_of, noun_stems
from mahdar.reading.content import content_end, span_of
from mahdar.reading.context import Context
from mahdar.reading.heads import refused
from mahdar.reading.spot import Spot
from mahdar.reading.memory import BLANK, Memory, Subject
from mahdar.reading.subjects import subject_of
from mahdar.reading.targets import due_of, target_of
from mahdar.reading.tracks import tracks_of

__all__ = ["Draft", "SentenceDrafts", "draft_acts", "read_acts"]

_CONFIDENCE = {
    "after_verb": 0.9,
    "first_person": 0.85,
    "before_verb": 0.85,
    "between": 0.75,
    "beside_masdar": 0.75,
    "head_of_sentence": 0.65,
    "remembered": 0.7,
}
_FUTURE_IS_PROMISE = frozenset({"sign", "deed", "discuss", "announce"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An act before its content's end is known."""

    spot: Spot
    subject: Subject
    complement: Complement
    act_class: str

    @property
    def begin(self) -> int:
        """First word of its clause."""
        return min(self.spot.i, self.subject.first)


@dataclass(frozen=True, slots=True)
class SentenceDrafts:
    """The acts of one sentence, and which of them stay."""

    sentence: Sentence
    drafts: tuple[Draft, ...]
    """Every head that the rules let through."""
    kept: tuple[Draft, ...]
    """Without the frames that only carry another act."""


def draft_acts(ctx: Context) -> tuple[SentenceDrafts, ...]:
    """Find the heads of all acts of an article, with their subjects and complements.

    Order: by sentence, then by trigger. Cost: linear in words; only words that the grammar of acts knows are
    looked at.
    """
    memory = Memory(holder=ctx.holder)
    found: list[SentenceDrafts] = []
    for sentence in ctx.sentences:
        drafts = _with_voices(ctx, _drafts(ctx, sentence, memory))
        kept = [d for n, d in enumerate(drafts) if d.subject.parties and not _only_frame(ctx, d, drafts[n + 1 :])]
        if drafts:
            found.append(SentenceDrafts(sentence, tuple(drafts), tuple(kept)))
    return tuple(found)


def read_acts(ctx: Context, drafted: Sequence[SentenceDrafts]) -> tuple[Act, ...]:
    """Make entries of the drafts of an article. Order: by trigger."""
    acts: list[Act] = []
    for found in drafted:
        for draft in found.kept:
            acts.append(_act(ctx, draft, found.drafts))
    return tuple(acts)


def _drafts(ctx: Context, sentence: Sentence, memory: Memory) -> list[Draft]:
    """Read the heads of a sentence in order."""
    found: list[Draft] = []
    for i in range(sentence.first, sentence.last):
        if ctx.candidates[i] and not (found and _describes(ctx, found[-1], i)):
            draft = _draft(ctx, sentence, i, memory)
            if draft is not None:
                found.append(draft)
                if draft.spot.relative < 0 and draft.subject.rule != "beside_masdar":
                    nested = any(_inside(ctx, draft, d) for d in found[:-1])
                    memory.keep(replace(draft.subject, sentence=sentence.first, nested=nested))
    return found


def _inside(ctx: Context, draft: Draft, frame: Draft) -> bool:
    """Say whether an act stands inside what another one reports: its «that» clause up to a break, or its quotation."""
    start, i = frame.complement.start, draft.spot.i
    quote = ctx.quoted(i)
    if quote is not None and frame.spot.i < i and ctx.quoted(frame.spot.i) != quote:
        return True
    if frame.complement.marker != "that" or i < start:
        return False
    joined = draft.spot.candidate.conjunction or draft.spot.candidate.form.kind == "participle"
    return not (joined and ctx.comma(i) and draft.subject.rule != "before_verb")


def _describes(ctx: Context, last: Draft, i: int) -> bool:
    """Say whether a verb only describes the subject of the verb before («أوضح بيان صدر عقب الجلسة أن …»)."""
    return last.subject.rule == "after_verb" and last.subject.last == i and not ctx.words[i].gap


def _with_voices(ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """Give acts that a named person tells of his own side their speaker («قال X إن واشنطن ملتزمة»)."""
    voice: Subject | None = None
    found: list[Draft] = []
    for draft in drafts:
        subject = draft.subject
        if ctx.holder and ctx.in_own_words(draft.spot.i) and not subject.speaker:
            party = ctx.party_of(ctx.holder)
            subject = replace(subject, speaker=ctx.holder if party in subject.parties else None)
        elif voice is not None and not subject.speaker and len(subject.parties) == 1 and not subject.people:
            own = subject.parties == voice.parties and draft.spot.i < voice.last
            subject = replace(subject, speaker=voice.speaker if own else None)
        if draft.complement.marker == "that" and draft.subject.speaker:
            voice = replace(draft.subject, last=draft.complement.start + 12)
        found.append(replace(draft, subject=subject))
    return found


def _draft(ctx: Context, sentence: Sentence, i: int, memory: Memory) -> Draft | None:
    """Read one word as the head of an act: the first of its readings that the rules let through."""
    for candidate in ctx.candidates[i]:
        spot = Spot(ctx, sentence, i, candidate)
        if spot.head.frame == "light":
            continue
        reason = refused(spot)
        if reason == "negated_without_meaning":
            _remember_silent(spot, memory)
        if reason:
            continue
        subject = subject_of(spot, memory) or _somebody(spot)
        if subject is None:
            continue
        complement = complement_of(spot, max(subject.last, i + 1))
        if complement is not None and not _nobodys_deed(spot, subject, complement) and not _idle(spot, subject):
            subject = _whose_stance(ctx, subject, complement)
            return Draft(spot, subject, complement, _class(ctx, spot, subject, complement))
    return None


def _somebody(spot: Spot) -> Subject | None:
    """Return a blank subject for a report whose speaker the text does not let us know."""
    if spot.candidate.form.kind != "finite" or spot.head.frame not in {"report", "stance"}:
        return None
    return replace(BLANK, last=spot.i + 1, first=spot.i)


def _nobodys_deed(spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether a deed is told without anybody who did it («تم إطلاق سراح الرهائن»)."""
    unnamed = subject.rule in {"remembered", "pair"}
    return unnamed and complement.act_class == "deed" and spot.candidate.form.kind == "masdar"


def _idle(spot: Spot, subject: Subject) -> bool:
    """Say whether a verb that acts only as a promise is nobody's own: no actor touches it, or it is supposed."""
    if spot.head.act_class != "none" or spot.tense != "future" or spot.candidate.form.person == 1:
        return False
    supposed = range(max(spot.sentence.first, spot.i - 14), spot.i)
    if spot.relative >= 0 or any(spot.is_word(spot.ctx.folds[k], "condition") for k in supposed):
        return True
    if subject.rule == "remembered":
        return not (spot.is_word(spot.before, "that") and not spot.is_word(spot.before, "bare_that"))
    return subject.rule not in _TOUCHING or (subject.rule == "after_verb" and bool(subject.speaker))


_TOUCHING = frozenset({"after_verb", "before_verb"})


def _remember_silent(spot: Spot, memory: Memory) -> None:
    """Remember who did not say something: the next verb may go on with him («ولم يوضح البيان …، لكنه قال»)."""
    subject = subject_of(spot, memory)
    if subject is not None and subject.rule == "after_verb":
        memory.keep(replace(subject, sentence=spot.sentence.first))


def _whose_stance(ctx: Context, subject: Subject, complement: Complement) -> Subject:
    """Settle whose stance it is: a state named right behind the noun («حرص المملكة على …») holds it."""
    holder = ctx.at.parties.get(complement.noun + 1) if complement.rule == "stance" else None
    if holder is None or holder.form not in {"name", "weak", "ministry"} or ctx.prefix(holder):
        return subject
    if subject.parties == (holder.code,):
        return subject
    return replace(subject, parties=(holder.code,), speaker=None)


def _class(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> str:
    """Settle the class: a promised deed is a commitment, a call needs somebody else to call on."""
    if spot.tense == "future" and complement.act_class in _FUTURE_IS_PROMISE:
        return "commit"
    light = ctx.light_before(spot)
    if light is not None and ctx.light_is_future(light) and complement.act_class in _FUTURE_IS_PROMISE:
        return "commit"
    if complement.act_class == "affirm" and complement.marker == "that" and _demands(ctx, spot, subject, complement):
        return "call"
    optional = complement.act_class == "call" and complement.rule == "when"
    if optional and _nobody_else(ctx, spot, subject, complement):
        return spot.head.act_class
    return complement.act_class


def _demands(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether a reported clause says what another party must do («إنه يجب على إيران …»)."""
    near = range(complement.start, min(complement.start + 3, spot.sentence.last))
    must = next((k for k in near if spot.is_word(ctx.folds[k], "must")), None)
    if must is None:
        return False
    own = {*subject.parties, *ctx.pair}
    return any(m.code not in own for m in ctx.article.mentions.parties if must < m.first <= must + 4)


def _nobody_else(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether «ضرورة …» names no other party that should act."""
    if complement.start >= spot.sentence.last:
        return True
    stems = set(noun_stems(ctx.folds[complement.start]))
    if not stems & ctx.acts.words["call_for"]:
        return False
    own = {*subject.parties, *ctx.pair}
    near = range(spot.sentence.first, spot.sentence.last)
    return not any(m.code not in own for m in ctx.article.mentions.parties if m.first in near)


def _only_frame(ctx: Context, draft: Draft, later: Sequence[Draft]) -> bool:
    """Say whether a frame only carries the act that heads its clause."""
    if _only_issues(draft, later):
        return True
    if draft.complement.marker != "that" and draft.spot.head.frame != "report":
        return False
    if draft.act_class != "affirm" or draft.complement.rule != "head":
        return False
    inner = next((d for d in later if d.begin >= draft.complement.start), None)
    if inner is None or inner.spot.candidate.form.kind == "masdar":
        return False
    if draft.spot.head.frame != "report" and not set(draft.subject.parties) <= set(inner.subject.parties):
        return False
    start = draft.complement.start
    if inner.begin - start <= (2 if inner.subject.rule != "remembered" else 1):
        return True
    start += draft.spot.is_word(ctx.folds[start], "that")
    opener = ctx.folds[start] if start < draft.spot.sentence.last else ""
    aside = draft.spot.is_word(opener, "aside") or draft.spot.is_word(opener, "detached")
    return aside and draft.spot.head.frame == "report" and bool(inner.spot.gap) and inner.begin - start <= 16


def _only_issues(draft: Draft, later: Sequence[Draft]) -> bool:
    """Say whether a text is only issued to say what follows («أصدرا بياناً رحبا فيه»)."""
    if draft.act_class != "announce" or not later:
        return False
    inner = later[0].spot
    says = inner.is_word(inner.after, "resumptive") and not inner.opens_clause
    return says and inner.i - draft.complement.start <= 6


def _act(ctx: Context, draft: Draft, drafts: Sequence[Draft]) -> Act:
    """Make the entry of a draft."""
    spot, subject = draft.spot, draft.subject
    start, end = _content(ctx, draft, drafts)
    trigger = span_of(ctx, spot.i, spot.i + 1)
    content = span_of(ctx, start, end) if end > start else None
    hull = (
        (min(trigger.start, content.start), max(trigger.end, content.end))
        if content
        else (trigger.start, trigger.end)
    )
    evidence = ctx.article.document.evidence
    return Act(
        evidence=(evidence(*hull), evidence(trigger.start, trigger.end)),
        confidence=_confidence(draft),
        reader=f"act.{spot.candidate.form.kind}.{subject.rule}.{draft.complement.rule} {spot.head.id}",
        act_class=draft.act_class,
        trigger=trigger,
        actors=subject.parties,
        speaker=subject.speaker,
        content=content,
        target=target_of(ctx, draft.act_class, subject.parties, (start, end), spot.sentence),
        tracks=tracks_of(ctx, start, end, subject.parties, spot.sentence),
        due=due_of(ctx, draft.act_class, spot.tense, start, end),
        quoted=ctx.in_own_words(spot.i),
    )


def _content(ctx: Context, draft: Draft, drafts: Sequence[Draft]) -> tuple[int, int]:
    """Return first and last word of the content; empty where nothing is said."""
    spot, start = draft.spot, draft.complement.start
    antecedent = _antecedent(ctx, spot)
    if antecedent is not None:
        return antecedent, spot.relative if spot.relative > antecedent else spot.i
    if start >= spot.sentence.last:
        return start, start
    cuts = {_clause_of(ctx, d) for d in drafts if d is not draft and _cuts(d, draft)}
    end = content_end(ctx, spot.sentence, spot.i, start, cuts)
    return start, min(end, draft.subject.end) if draft.subject.end > start else end


def _cuts(other: Draft, draft: Draft) -> bool:
    """Say whether another act ends this one's content: a clause of its own, not one inside the content."""
    spot = other.spot
    if spot.i <= draft.spot.i or spot.candidate.form.kind == "masdar":
        return False
    if spot.relative >= 0:
        return _joined(spot.ctx, spot.relative)
    if spot.candidate.definite:
        return False
    return spot.opens_clause or other.begin < spot.i or bool(spot.gap)


def _clause_of(ctx: Context, draft: Draft) -> int:
    """Return the first word of an act's clause, its joined relative word included («والذي وقعه»)."""
    relative = draft.spot.relative
    return relative if relative >= 0 and _joined(ctx, relative) else draft.begin


def _joined(ctx: Context, k: int) -> bool:
    """Say whether a word begins with a conjunction."""
    return ctx.folds[k][0] in ctx.conjunctions


def _antecedent(ctx: Context, spot: Spot) -> int | None:
    """Return where the noun begins that a relative clause of signing speaks of («الاتفاق الذي أبرمته …»)."""
    relative = spot.relative >= 0 or (spot.candidate.definite and spot.candidate.form.kind == "participle")
    concludes = spot.head.act_class in {"sign", "announce"}
    if not (relative or (spot.candidate.pronoun and concludes)) or (spot.relative >= 0 and not spot.resumes):
        return None
    end = spot.relative if spot.relative >= 0 else spot.i
    reach = range(end - 1, max(spot.sentence.first, end - 26) - 1, -1)
    if concludes:
        named = next((k for k in reach if set(noun_stems(ctx.folds[k])) & ctx.acts.sets["instrument"]), None)
        if named is not None:
            return named
    return _phrase_before(ctx, spot, end) if spot.relative >= 0 else None


def _phrase_before(ctx: Context, spot: Spot, end: int) -> int | None:
    """Return where the noun phrase before a relative word begins: behind the last comma, verb or preposition."""
    at = end
    while at > max(spot.sentence.first, end - 9):
        word = ctx.folds[at - 1]
        if any(c.form.kind == "finite" for c in ctx.candidates[at - 1]) or spot.is_word(word, "that"):
            break
        if ctx.comma(at) or ctx.words[at].gap or spot.is_word(word, "detached"):
            break
        at -= 1
    return at if at < end else None


def _confidence(draft: Draft) -> float:
    """Give the first estimate that calibration works on: by how the subject was found and what the head is."""
    base = _CONFIDENCE.get(draft.subject.rule, 0.6)
    if draft.spot.candidate.form.kind == "masdar":
        base -= 0.1
    if draft.act_class == "deed":
        base -= 0.1
    return round(max(0.3, base), 2)
