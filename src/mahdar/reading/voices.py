"""Whose words a report gives where its verb names nobody: «وتابع «…»», «نقلت عنه الوكالة قوله إن …».

Reports are gone through in text order. One that names its speaker gives the voice; one with nothing between
its verb and the words goes on with the voice before; one that names somebody unknown ends it.

Source: lexicon/data/ar/acts.toml (`saying`)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mahdar.language.clitics import slot
from mahdar.model.prose import Sentence
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft, SentenceDrafts
from mahdar.reading.memory import Subject

__all__ = ["Voices", "read_voices", "speaker_of"]

_REACH = 160
"""Words behind which nobody's words are taken to go on."""
_NAME = 7
"""Words within which whoever speaks is named behind the verb."""

_OPENING = 3
"""Words of «وخلص إلى القول»: nobody else can be meant."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks from which word on."""

    places: tuple[int, ...]
    """Words that report, in text order."""
    speakers: tuple[str | None, ...]
    """Whose words each reports; None where the reader does not know."""

    def at(self, i: int) -> str | None:
        """Return whose words a report reports; None for a word that reports nothing."""
        k = bisect_left(self.places, i)
        return self.speakers[k] if k < len(self.places) and self.places[k] == i else None

    def within(self, first: int, i: int) -> str | None:
        """Return whose words the last report from word `first` on reports, before word `i`; None for none."""
        k = bisect_left(self.places, i) - 1
        return self.speakers[k] if k >= 0 and self.places[k] >= first else None

    def before(self, i: int) -> str | None:
        """Return who spoke last before a word; None where that is long ago."""
        k = bisect_left(self.places, i) - 1
        return self.speakers[k] if k >= 0 and i - self.places[k] <= _REACH else None


def speaker_of(subject: Subject) -> str | None:
    """Return the person, or the parties joined, who speak."""
    lone = subject.people[0] if len(subject.people) == 1 else None
    return subject.speaker or "+".join(sorted(subject.parties)) or lone


def read_voices(ctx: Context, drafted: Sequence[SentenceDrafts]) -> Voices:
    """Go through the reports of an article in text order."""
    places: list[int] = []
    speakers: list[str | None] = []
    for i, found, draft in _reports(ctx, drafted):
        known = Voices(tuple(places[-1:]), tuple(speakers[-1:])).before(i)
        places.append(i)
        speakers.append(
            _attributed(ctx, found.sentence, i, known) if draft is None else _told(ctx, found, draft, known)
        )
    return Voices(tuple(places), tuple(speakers))


def _reports(
    ctx: Context, drafted: Sequence[SentenceDrafts]
) -> Iterator[tuple[int, SentenceDrafts, Draft | None]]:
    """Yield the words that report, each with its draft; nouns of saying have none."""
    saying, by_sentence = ctx.acts.words["saying"], {found.sentence.first: found for found in drafted}
    for sentence in ctx.sentences:
        found = by_sentence.get(sentence.first) or SentenceDrafts(sentence, (), ())
        told: dict[int, Draft | None] = {d.spot.i: d for d in found.drafts if _reporting(ctx, d)}
        nouns = (k for k in range(sentence.first, sentence.last) if ctx.folds[k] in saying)
        told.update((k, None) for k in nouns if not ctx.quoted(k))
        yield from ((i, found, told[i]) for i in sorted(told))


def _reporting(ctx: Context, draft: Draft) -> bool:
    """Say whether an act gives somebody's words, told by the reporter."""
    form = draft.spot.candidate.form
    says = draft.spot.head.frame in {"report", "stance"} or draft.act_class == "affirm"
    return says and form.kind == "finite" and form.person != 1 and not ctx.quoted(draft.spot.i)


def _told(ctx: Context, found: SentenceDrafts, draft: Draft, known: str | None) -> str | None:
    """Return whose words a verb reports: its subject's, a name's behind it, or those of the voice before."""
    i, stop = draft.spot.i, found.sentence.last
    speaker, person = speaker_of(draft.subject), _named_behind(ctx, i, stop)
    if speaker:
        return person if person and _speaks_for(ctx, i + 1, person, draft.subject) else speaker
    if person:
        return person
    if goes_on(ctx, i + 1, stop):
        return known
    inner = (d.subject.speaker for d in found.drafts if d.spot.candidate.form.person == 1 and d.spot.i > i)
    return next((name for name in inner if name and _short_of(ctx, i + 1, name)), None)


def _speaks_for(ctx: Context, k: int, person: str, subject: Subject) -> bool:
    """Say whether who speaks for a body is named behind its verb («قال المتحدث باسم الوزارة فلان»).

    The office of somebody is not he («قال مكتب الرئيس …»).
    """
    office = ctx.at.offices.get(k)
    himself = k in ctx.at.people or (office is not None and office.title.startswith(_SPOKES))
    return himself and subject.speaker is None and subject.parties == (ctx.party_of(person),)


_SPOKES = "Spokes"


def _short_of(ctx: Context, k: int, name: str) -> bool:
    """Say whether a word is a part of somebody's name as written elsewhere («تشاوش» of «تشاوش أوغلو»)."""
    mentions = (m for m in ctx.article.mentions.people if m.name == name)
    return any(ctx.folds[k] in ctx.folds[m.first : m.last] for m in mentions)


def _named_behind(ctx: Context, i: int, stop: int) -> str | None:
    """Return the person named behind a verb as its subject, title or no title before the name."""
    for k in range(i + 1, min(i + _NAME, stop)):
        fold = ctx.folds[k]
        if (
            set(ctx.words[k].gap) & _BREAKS
            or fold in ctx.acts.words["detached"]
            or fold in ctx.acts.words["that"]
        ):
            return None
        person = ctx.at.people.get(k)
        if person is not None:
            return None if ctx.prefix(person) else person.name
    return None


_BREAKS = frozenset('\N{ARABIC COMMA},:;«“"(')


def goes_on(ctx: Context, k: int, stop: int) -> bool:
    """Say whether nothing but «إن», an adverb or a preposition stands before the words given at a place."""
    for j in range(k, min(k + 3, stop)):
        if set(ctx.words[j].gap) & _OPENERS or ctx.folds[j] in ctx.acts.words["that"]:
            return True
        if ctx.folds[j] not in ctx.acts.words["adverb"] and ctx.folds[j] not in ctx.acts.words["leads_words"]:
            return False
    return False


_OPENERS = frozenset(':«“"')


def _attributed(ctx: Context, sentence: Sentence, i: int, known: str | None) -> str | None:
    """Return whose words «قوله» or «بالقول» leads to: of whom «عن» speaks, else of the clause's subject."""
    definite = ctx.folds[i].startswith(slot("article")[0]) and not _names_source(ctx, sentence, i)
    if definite or ctx.folds[i].startswith(slot("preposition")[0]):
        goes_on_saying = i - sentence.first <= _OPENING or _nobody_before(ctx, sentence, i)
        return _subject_before(ctx, sentence, i) or (known if goes_on_saying else None)
    return _quoted_from(ctx, sentence, i, known)


def _nobody_before(ctx: Context, sentence: Sentence, i: int) -> bool:
    """Say whether a sentence names nobody up to a word («وعن الحكومة اكتفى بالقول»)."""
    return not ctx.bearers_in(sentence.first, i)


def _names_source(ctx: Context, sentence: Sentence, i: int) -> bool:
    """Say whether «عن» stands before «القول»: whose words they are («نقلت الوكالة عن المسؤول القول إن …»)."""
    near = ctx.folds[max(sentence.first, i - _SOURCE) : i]
    return any(word in ctx.acts.words["about_whom"] or word in ctx.acts.words["of_him"] for word in near)


_SOURCE = 8
"""Words between «عن» and «القول»."""


def _quoted_from(ctx: Context, sentence: Sentence, i: int, known: str | None) -> str | None:
    """Return of whom «عن» speaks before a noun of saying («نقلت الوكالة عن الوزير قوله», «عنه القول»)."""
    for k in range(i - 1, max(sentence.first, i - 22) - 1, -1):
        if ctx.folds[k] in ctx.acts.words["of_him"]:
            return known
        if ctx.folds[k] in ctx.acts.words["about_whom"]:
            return _spoken(actor_at(ctx, k + 1, i)) or _named_behind(ctx, k, i)
    return None


def _subject_before(ctx: Context, sentence: Sentence, i: int) -> str | None:
    """Return who is named last before a word of saying, in its clause."""
    near = range(max(sentence.first, i - 9), i)
    return next((who for k in near if (who := _spoken(actor_at(ctx, k, i)))), None)


def _spoken(actor: Actor | None) -> str | None:
    """Return the person, else the parties joined, that an actor is."""
    if actor is None:
        return None
    return (actor.people[0] if len(actor.people) == 1 else None) or "+".join(sorted(actor.parties)) or None
