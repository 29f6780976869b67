"""An article's sentences → drafts of acts: heads with their subjects, complements and classes.

A sentence is read from its beginning: each word that may head an act is tried against the rules of `heads`,
its subject is looked for (`subjects`), its complement gives class and content (`complement`, `classes`), and
frames that only carry another act are told apart (`frames`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mahdar.language.clitics import bare
from mahdar.model.entries import Meeting
from mahdar.model.prose import Sentence
from mahdar.reading.actors import actor_at
from mahdar.reading.classes import demand_at, is_must, settled_class
from mahdar.reading.complement import Complement, complement_of, noun_stems
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft, SentenceDrafts
from mahdar.reading.forms import OWN
from mahdar.reading.frames import is_denied, names_speaker, only_frame, says_again
from mahdar.reading.further_stances import with_further_stances
from mahdar.reading.going_on import stranger, words_follow
from mahdar.reading.groundless import groundless
from mahdar.reading.heads import refused
from mahdar.reading.homographs import joins_stance
from mahdar.reading.light import carried_by_noun, is_done
from mahdar.reading.memory import BLANK, Memory, Subject
from mahdar.reading.own_side import with_speakers
from mahdar.reading.partners import with_talked_to
from mahdar.reading.remembering import (
    met_here,
    remember_doer,
    remember_guest,
    remember_meeting,
    remember_opener,
    remember_topic,
    short_mentions,
)
from mahdar.reading.spot import Spot
from mahdar.reading.subjects import subject_of
from mahdar.reading.whatever import whatever_was_done
from mahdar.reading.whose_stance import whose_stance

__all__ = ["draft_acts"]


def draft_acts(ctx: Context, meetings: Sequence[Meeting]) -> tuple[SentenceDrafts, ...]:
    """Find the heads of all acts of an article, with their subjects and complements.

    Args:
        ctx: the article.
        meetings: those that the article tells of: whose talks they were whose topics it tells next.

    Order: by sentence, then by trigger. Cost: linear in words; only words that the grammar of acts knows are
    looked at.
    """
    memory = Memory(holder=ctx.holder)
    told = short_mentions(ctx, meetings)
    found: list[SentenceDrafts] = []
    for sentence in ctx.sentences:
        remember_meeting(ctx, sentence, memory)
        remember_doer(ctx, sentence, memory)
        before = memory.met
        here = met_here(told, sentence) or before
        memory.met = here
        drafts = with_further_stances(with_speakers(ctx, _drafts(ctx, sentence, memory), memory))
        kept = [d for n, d in enumerate(drafts) if _stands(ctx, d, drafts[:n], drafts[n + 1 :])]
        if memory.met is here:
            memory.met = before  # «الاتصال» means its sides in this sentence, not whoever comes next
        if drafts:
            found.append(SentenceDrafts(sentence, tuple(drafts), tuple(kept)))
        if not drafts:
            remember_topic(ctx, sentence, memory)
        if not any(d.spot.candidate.form.kind == "finite" for d in drafts):
            remember_opener(ctx, sentence, memory)
        remember_guest(ctx, sentence, memory)
    return tuple(found)


def _stands(ctx: Context, draft: Draft, earlier: Sequence[Draft], later: Sequence[Draft]) -> bool:
    """Say whether an act is a party's own: no mere frame of the next, nor what a frame before it denies."""
    if not draft.subject.parties or only_frame(ctx, draft, later):
        return False
    said = names_speaker(ctx, draft, earlier) or says_again(draft, earlier)
    return not (is_denied(ctx, draft, earlier) or said)


def _drafts(ctx: Context, sentence: Sentence, memory: Memory) -> list[Draft]:
    """Read the heads of a sentence in order."""
    found: list[Draft] = []
    for i in range(sentence.first, sentence.last):
        described = bool(found) and _describes(ctx, found[-1], i)
        if found and found[-1].complement.noun == i:
            continue  # the stance of the verb before, behind an aside («وجدد، خلال اللقاء، دعم بلاده لـ …»)
        if ctx.candidates[i] and (not described or _of_another(ctx, i)):
            draft = _draft(ctx, sentence, i, memory, nominal=described)
            if draft is not None:
                found.append(draft)
                aside = draft.subject.rule == "beside_masdar" or joins_stance(draft.spot)
                aside = aside or _done_to_speaker(draft)
                if draft.spot.relative < 0 and not aside and not _same_side(draft, memory):
                    nested = any(_inside(ctx, draft, d) for d in found[:-1])
                    memory.keep(replace(draft.subject, sentence=sentence.first, nested=nested))
    return found


def _done_to_speaker(draft: Draft) -> bool:
    """Say whether somebody tells what was done to him: he goes on speaking («دعاني نظيري»)."""
    return draft.spot.candidate.pronoun in OWN


def _same_side(draft: Draft, memory: Memory) -> bool:
    """Say whether a joined verb only names the state of whoever speaks («أكد فلان …، وتضامن الدولة مع …»)."""
    last, subject = memory.recent[-1] if memory.recent else None, draft.subject
    joined = bool(draft.spot.candidate.conjunction) and not (subject.speaker or subject.people)
    if last is None or not joined or last.sentence != draft.spot.sentence.first:
        return False
    return bool(last.speaker) and subject.parties == last.parties


def _inside(ctx: Context, draft: Draft, frame: Draft) -> bool:
    """Say whether an act stands inside what another reports: in its «that» clause, or in its quotation."""
    start, i = frame.complement.start, draft.spot.i
    quote = ctx.quoted(i)
    if quote is not None and frame.spot.i < i and ctx.quoted(frame.spot.i) != quote:
        return True
    if i < start or not (frame.complement.marker == "that" or _told_in_text(ctx, frame, i)):
        return False
    if ctx.comma(draft.begin - 1) and draft.spot.is_word(ctx.folds[draft.begin - 1], "but"):
        return False
    joined = draft.spot.candidate.conjunction or draft.spot.candidate.form.kind == "participle"
    return not (joined and ctx.comma(i) and draft.subject.rule != "before_verb")


def _told_in_text(ctx: Context, frame: Draft, i: int) -> bool:
    """Say whether what stands in a text is told before a word («جاء في بيان للوزارة أن …»)."""
    told = frame.spot.head.frame == "report" and frame.complement.marker == "preposition"
    return told and any(frame.spot.is_word(ctx.folds[k], "that") for k in range(frame.complement.start, i))


def _describes(ctx: Context, last: Draft, i: int) -> bool:
    """Say whether a verb only describes the subject of the verb before («أوضح بيان صدر عقب الجلسة أن …»)."""
    beside = last.subject.rule == "after_verb" and last.subject.last == i and not ctx.words[i].gap
    return beside and any(c.form.kind == "finite" for c in ctx.candidates[i])


def _of_another(ctx: Context, i: int) -> bool:
    """Say whether a word behind a verb's subject is what another does («ثمنت مالطا تعهد قطر بـ …»)."""
    party = ctx.at.parties.get(i + 1)
    named = (
        party is not None and party.form != "demonym" and not ctx.words[i + 1].gap and not ctx.prefix(party)
    )
    return named and any(c.form.kind == "masdar" for c in ctx.candidates[i])


def _draft(
    ctx: Context, sentence: Sentence, i: int, memory: Memory, *, nominal: bool = False
) -> Draft | None:
    """Read one word as the head of an act: the first of its readings that the rules let through.

    Args:
        ctx: the article.
        sentence: where the word stands.
        i: the word.
        memory: what was spoken of before.
        nominal: True where only a verbal noun can stand.
    """
    loose: Draft | None = None
    for candidate in (c for c in ctx.candidates[i] if not nominal or c.form.kind == "masdar"):
        spot = Spot(ctx, sentence, i, candidate)
        subject = _subject(spot, memory)
        if subject is None:
            continue
        at = max(subject.last, i + 1)
        complement = complement_of(spot, at)
        told = subject.rule == BLANK.rule and (complement is not None or not _only_with_words(spot))
        if told and (_unheard(spot) or (memory.of_unknown and words_follow(spot))):
            memory.lose(sentence.first)
        found = _made(spot, subject, complement)
        if found is not None:
            return found
        loose = loose or _made(spot, subject, whatever_was_done(spot, subject, at))
    return loose


def _only_with_words(spot: Spot) -> bool:
    """Say whether a verb says something only where words follow («وختم: «…»», not «ختم الوفد زيارته»)."""
    return spot.head.frame == "report" and bool(spot.head.needs)


def _unheard(spot: Spot) -> bool:
    """Say whether somebody speaks whom no list knows: «I» in his words is not who spoke before."""
    ctx = spot.ctx
    if spot.i + 1 >= spot.sentence.last or ctx.candidates[spot.i + 1]:
        return False
    if ctx.quoted(spot.i) is not None or not stranger(spot):
        return False
    behind = set(ctx.folds[spot.i + 1 : min(spot.i + 4, spot.sentence.last)])
    return not any(behind.intersection(ctx.folds[p.first : p.last]) for p in ctx.at.people.values())


def _subject(spot: Spot, memory: Memory) -> Subject | None:
    """Return who acts, if the word may head an act at all."""
    if spot.head.frame == "light":
        return None
    reason = refused(spot)
    if reason == "negated_without_meaning" and spot.head.act_class != "deed":
        _remember_silent(spot, memory)
    if reason:
        return None
    unknown = _source_unknown(spot)
    found = None if unknown and _made_known(spot) else subject_of(spot, memory) or _somebody(spot)
    if found is None and unknown:
        memory.lose(spot.sentence.first)
    return found


def _made_known(spot: Spot) -> bool:
    """Say whether somebody without a name makes something known: he is not who spoke before."""
    word = spot.after
    return spot.head.act_class == "announce" and bare(word) == word and not word.endswith(_ALEF)


_ALEF = "\N{ARABIC LETTER ALEF}"


def _source_unknown(spot: Spot) -> bool:
    """Say whether sources of whom the text tells no party do it («وكشفت مصادر ميدانية أن …»)."""
    if spot.candidate.form.kind != "finite" or spot.candidate.form.person != 3:
        return False
    actor = actor_at(spot.ctx, spot.i + 1, spot.sentence.last)
    return (
        actor is not None
        and not (actor.parties or actor.people)
        and {r.refers for r in actor.roles} == {"people"}
    )


def _made(spot: Spot, subject: Subject, complement: Complement | None) -> Draft | None:
    """Make a draft of head, subject and complement, unless nothing in the text bears it out."""
    ctx = spot.ctx
    if complement is None or groundless(spot, subject, complement) or _idle(spot, subject):
        return None
    subject = whose_stance(ctx, subject, complement)
    if spot.candidate.form.kind == "masdar" and is_done(ctx, spot):
        # «أفاد الوزير أنه جرى بحث …» tells what was done, not what he did.
        subject = replace(subject, speaker=None)
    act_class = settled_class(ctx, spot, subject, complement)
    if act_class == "discuss" and spot.head.act_class != "discuss":
        subject = with_talked_to(spot, subject)
    if act_class == "discuss" and spot.candidate.form.person == 3 and len(subject.parties) > 1:
        subject = replace(subject, speaker=None)
    if act_class == "call" and complement.act_class == "affirm" and spot.head.frame == "report":
        return _demanded(Draft(spot, subject, complement, act_class))
    return carried_by_noun(Draft(spot, subject, complement, act_class))


def _demanded(draft: Draft) -> Draft:
    """Let «يجب» head what a mere report says another party must do («قال إنه يجب على إيران …»)."""
    word = demand_at(draft.spot.ctx, draft.spot, draft.subject, draft.complement)
    if word < 0 or not is_must(draft.spot, word):
        return draft
    return replace(draft, word=word)


def _somebody(spot: Spot) -> Subject | None:
    """Return a blank subject for a report whose speaker the text does not let us know."""
    form = spot.candidate.form
    if form.kind != "finite" or form.person != 3 or spot.head.frame not in {"report", "stance"}:
        return None
    return replace(BLANK, last=spot.i + 1, first=spot.i)


def _idle(spot: Spot, subject: Subject) -> bool:
    """Say whether what will be done is nobody's promise, only supposed, or only one side's next meeting."""
    if spot.tense != "future" or spot.candidate.form.person == 1:
        return False
    if spot.head.act_class != "none":
        return spot.head.act_class == "discuss" and len(subject.parties) == 1
    supposed = range(max(spot.sentence.first, spot.i - 14), spot.i)
    if spot.relative >= 0 or any(spot.is_word(spot.ctx.folds[k], "condition") for k in supposed):
        return True
    if (_said_by_another(spot, subject) and not spot.provided) or _only_meets(spot, subject):
        return True
    if subject.rule in _CARRIED:
        return (
            subject.rule == "remembered"
            and not (spot.joined and (spot.negated or spot.candidate.form.number == "d"))
            and not (spot.is_word(spot.lead, "that") and not spot.is_word(spot.lead, "bare_that"))
        )
    return subject.rule not in _PROMISING or (subject.rule == "after_verb" and bool(subject.speaker))


def _only_meets(spot: Spot, subject: Subject) -> bool:
    """Say whether one party's next meeting is only announced («سيجري الوزير محادثات مع نظيره»)."""
    at = max(subject.last, spot.i + 1)
    near = spot.ctx.folds[at : min(at + 2, spot.sentence.last)]
    met = any(n in spot.ctx.acts.words["encounter"] for w in near for n in noun_stems(w))
    return met and len(subject.parties) == 1


def _said_by_another(spot: Spot, subject: Subject) -> bool:
    """Say whether another party says what this one will do («واشنطن تتهم طهران بأنها ستمول …»)."""
    told = any(
        spot.is_word(spot.ctx.folds[k], "that")
        for k in range(max(spot.sentence.first, subject.first - 2), spot.i)
    )
    before = {m.code for m in spot.ctx.parties_in(spot.sentence.first, subject.first)}
    people = [
        p.party for k, p in spot.ctx.at.people.items() if spot.sentence.first <= k < subject.first and p.party
    ]
    before |= set(people)
    return told and bool(before) and before.isdisjoint(subject.parties)


_TOUCHING = frozenset({"after_verb", "before_verb"})
_PROMISING = _TOUCHING | {"own_organ", "promised"}
_CARRIED = frozenset({"remembered", "by_pronoun"})


def _remember_silent(spot: Spot, memory: Memory) -> None:
    """Remember who did not say something: the next verb may go on with him («ولم يوضح …، لكنه قال»)."""
    subject = subject_of(spot, memory)
    if subject is not None and subject.rule == "after_verb":
        memory.keep(replace(subject, sentence=spot.sentence.first))
