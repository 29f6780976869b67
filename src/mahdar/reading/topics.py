"""Whom a sentence is about though it tells no act of his: «استقبل الوزير …», «وصل الرئيس …».

A report goes on with him: «واستقبل الوزير السفير. وقال إن …». Only an actor right behind a main verb that the
lexicon knows counts; a noun before an actor («زيارة الوزير») is no such verb.

Source: lexicon/data/ar/reading.toml, words main_verb
"""

from __future__ import annotations

from collections.abc import Collection

from mahdar.language.clitics import bare, pronoun_readings
from mahdar.model.prose import Sentence
from mahdar.model.units import PartyCode
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context

__all__ = [
    "behind_main_verb",
    "clause_subject",
    "guest_of",
    "leaders_of",
    "met_at",
    "met_by_writer",
    "parties_between",
    "sides_met",
    "topic_of",
]

_REACH = 8
"""How many words of a sentence may stand before its main verb («وفي ختام الزيارة التقى …»)."""


def topic_of(ctx: Context, first: int, stop: int) -> Actor | None:
    """Return the first actor from word `first` to word `stop` (exclusive) that nothing governs."""
    for start in range(first, stop):
        if start in ctx.starts and not ctx.governed(start):
            actor = actor_at(ctx, start, stop)
            if actor is not None and actor.first == start:
                return actor
    return None


def behind_main_verb(ctx: Context, first: int, actor: Actor) -> bool:
    """Say whether an actor is the subject of a sentence's main verb.

    Args:
        ctx: the article.
        first: the sentence's first word.
        actor: an actor in it.
    """
    at = actor.first - 1
    while at > first and not ctx.words[at + 1].gap and _passed(ctx, at):
        at -= 1
    if at < first or at > first + _REACH or ctx.words[at + 1].gap:
        return False
    if (actor.people or actor.titled) and at <= first + 1 and _may_be_verb(ctx, at):
        return True
    word, verbs = ctx.folds[at], ctx.acts.words["main_verb"]
    joined = word[0] in ctx.conjunctions
    known = word in verbs or (joined and (word[1:] in verbs or _with_object(word[1:], verbs)))
    return known or any(c.form.kind == "finite" and not c.form.passive for c in ctx.candidates[at])


def clause_subject(ctx: Context, first: int, stop: int) -> Actor | None:
    """Return the subject of the last clause before a word, where its verb is none that acts.

    «وهنأ رئيس الوزراء السلطان بالعيد، وثمن …»: the first actor behind the word that opens the clause.
    """
    for k in range(stop - 1, first, -1):
        if k in ctx.starts and not ctx.governed(k) and _opens_clause(ctx, first, k - 1):
            actor = actor_at(ctx, k, stop)
            peer = ctx.folds[k] in ctx.acts.words["counterpart"]  # «التقى نظيره …»: whom he met
            return actor if actor is not None and actor.first == k and not peer else None
    return None


def _opens_clause(ctx: Context, first: int, at: int) -> bool:
    """Say whether a word before an actor can be the verb that a clause begins with."""
    if ctx.words[at + 1].gap or ctx.covered[at]:
        return False
    word, verbs = ctx.folds[at], ctx.acts.words["main_verb"]
    joined = word[0] in ctx.conjunctions and (at == first or bool(ctx.words[at].gap))
    known = word in verbs or (joined and word[1:] in verbs)
    known = known or (joined and _with_object(word[1:], verbs))
    known = known or any(c.form.tense and not c.form.passive for c in ctx.candidates[at])
    lead = ctx.folds[at - 1] if at > first else ""
    return known and (joined or at == first or lead in ctx.acts.words["meanwhile"])


def _with_object(word: str, verbs: Collection[str]) -> bool:
    """Say whether a word is one of some verbs with a pronoun as its object («وهنأه الرئيس …»)."""
    return word[-1:] in _ENDS_OF_PRONOUNS and any(verb in verbs for verb, _ in pronoun_readings(word))


def _may_be_verb(ctx: Context, k: int) -> bool:
    """Say whether a word before a person can be a verb that no list has: no noun, no preposition."""
    word = ctx.folds[k]
    noun = ctx.words[k].text.endswith(_OF_NOUNS) or bare(word) != word
    closed = any(word in ctx.acts.words[name] for name in ("detached", "that", "connector", "adverb"))
    return len(word) > _SHORTEST and not noun and not closed


_OF_NOUNS = ("\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC FATHATAN}", "\N{ARABIC LETTER HAMZA}")
_SHORTEST = 1


def sides_met(ctx: Context, sentence: Sentence) -> tuple[Actor, ...]:
    """Return host and guest of the meeting of two that a sentence tells last («استقبل الوزير … السفير …»).

    Returns:
        Two actors, or nothing.
    """
    found: tuple[Actor, ...] = ()
    for verb in range(sentence.first, sentence.last):
        if _is_meeting_verb(ctx, ctx.folds[verb]):
            found = _sides_of(ctx, sentence, verb) or found
    return found


def _sides_of(ctx: Context, sentence: Sentence, verb: int) -> tuple[Actor, ...]:
    """Return host and guest of one verb of meeting: the host behind it or right before it."""
    host = topic_of(ctx, verb + 1, min(verb + _HOST, sentence.last))
    host = actor_at(ctx, host.first, sentence.last) if host is not None else None
    if verb - 1 in ctx.ends and verb > sentence.first and not ctx.words[verb].gap:
        host = actor_at(ctx, ctx.actor_start(verb - 1), verb) or host
    if host is None:
        return ()
    for k in range(max(host.last, verb + 1), min(max(host.last, verb) + _GUEST, sentence.last)):
        if any(c.form.tense for c in ctx.candidates[k]) and ctx.words[k].gap:
            return ()
        guest = actor_at(ctx, k, sentence.last) if k in ctx.starts else None
        if guest is not None and (guest.people or guest.titled or guest.plural):
            return host, guest
    return ()


_HOST = 6
"""How far behind the verb the host may begin («استقبل في الرباط أمس وزير …»)."""


def parties_between(ctx: Context, sentence: Sentence, nouns: str) -> tuple[PartyCode, ...]:
    """Return the two states that a noun joins («اتصال هاتفي بين الرئيسين التركي والكيني»).

    Args:
        ctx: the article.
        sentence: where to look.
        nouns: a closed list: `encounter` for meetings, `quarrel` for what parts the two and is settled.
    """
    for k in range(sentence.first + 1, sentence.last):
        if ctx.folds[k] in ctx.acts.words["between"] and _noun_before(ctx, sentence.first, k, nouns):
            stop = min(k + _JOINED, sentence.last)
            stop = next((j for j in range(k + 1, stop) if ctx.comma(j)), stop)
            codes = dict.fromkeys(m.code for m in ctx.parties_in(k + 1, stop) if m.code in ctx.states)
            codes |= dict.fromkeys(
                m.party for m in ctx.bearers_in(k + 1, stop) if m.party in ctx.states and m.party
            )
            if len(codes) == _TWO:
                return tuple(sorted(codes))
    return ()


_TWO = 2
_JOINED, _NOUN = 16, 5
"""Words behind «بين» in which both sides stand, and before it in which the meeting does."""


def _noun_before(ctx: Context, first: int, k: int, nouns: str) -> bool:
    """Say whether a noun of a closed list, a pronoun on it or none, stands just before a word."""
    closed, near = ctx.acts.words[nouns], ctx.folds[max(first, k - _NOUN) : k]
    return any(bare(word) in closed or not closed.isdisjoint(noun_stems(word)) for word in near)


def leaders_of(ctx: Context, sentence: Sentence) -> tuple[PartyCode, ...]:
    """Return the three states or more whose leaders a sentence names together («قمة لرؤساء مالي و…»)."""
    leaders = ctx.acts.words["leaders"]
    for k in range(sentence.first, sentence.last - 2):
        word = ctx.folds[k]
        if word in leaders or word[1:] in leaders:
            for start in range(k + 1, k + 3):
                actor = actor_at(ctx, start, sentence.last) if start in ctx.at.parties else None
                if actor is not None and len(actor.parties) > _TWO and ctx.states.issuperset(actor.parties):
                    return actor.parties
    return ()


def guest_of(ctx: Context, sentence: Sentence) -> Actor | None:
    """Return whom somebody met by a noun of meeting: «عقب لقائه مع نظيره القطري», «خلال استقباله السفير»."""
    found = (met_at(ctx, k, sentence.last) for k in range(sentence.first, sentence.last - 1))
    return next((guest for guest in found if guest is not None), None)


def met_at(ctx: Context, k: int, stop: int) -> Actor | None:
    """Return whom a noun of meeting with a pronoun at a word says that somebody met («لقائه نظيره»)."""
    if k + 1 >= stop or ctx.folds[k][-1] not in _ENDS_OF_PRONOUNS:
        return None
    stem, nouns = bare(ctx.folds[k]), ctx.acts.words["encounter"]
    if stem in nouns or not any(_with_hamza(noun) in nouns for noun, _ in pronoun_readings(stem)):
        return None
    at = k + 1 + (ctx.folds[k + 1] in ctx.acts.words["with"])
    guest = actor_at(ctx, at, stop)
    near = guest is not None and guest.first <= at + 2 and bool(guest.people or guest.titled)
    return guest if near else None


def met_by_writer(ctx: Context, sentence: Sentence) -> tuple[PartyCode, ...]:
    """Return the sides of a meeting that the writer of a ministry's post tells of («التقيت نظيري …»)."""
    if ctx.article.kind != "ministry_post" or ctx.home is None or sentence.block != "prose":
        return ()
    for k in range(sentence.first, sentence.last):
        if ctx.folds[k] in ctx.acts.words["i_met"]:
            bearers = ctx.bearers_in(k, min(k + _GUEST, sentence.last))
            code = next((b.party for b in bearers if b.party and b.party != ctx.home), None)
            return tuple(sorted((ctx.home, code))) if code else ()
    return ()


def _with_hamza(noun: str) -> str:
    """Return a noun as it is without its pronoun, before which its hamza has a seat («لقائه»: لقاء)."""
    return noun[:-1] + _HAMZA if noun.endswith(_SEATED) else noun


_HAMZA = "\N{ARABIC LETTER HAMZA}"
_SEATED = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER YEH}"
_ENDS_OF_PRONOUNS = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER MEEM}"
"""Last letters of «his», «her» and «their»: asked first, for few words end so."""
_GUEST = 14
"""How far behind the host the guest may stand («التقى الوزير في الرباط أمس نظيره …»)."""


def _is_meeting_verb(ctx: Context, word: str) -> bool:
    """Say whether a folded word is a verb of meeting, a conjunction before it or not."""
    verbs = ctx.acts.words["meets"]
    return word in verbs or (word[1:] in verbs and word[0] in ctx.conjunctions)


def _passed(ctx: Context, k: int) -> bool:
    """Say whether a word may stand between a verb and its subject: a form of address or an adverb."""
    word = ctx.folds[k]
    return word in ctx.roles.honorifics or word in ctx.acts.words["adverb"]
