"""Read quotes: words given as somebody's own.

Direct ones stand between quotation marks (four words or more, in a sentence that reports) or are an
interview's answers; indirect ones follow a reporting frame («قال إن …») and hold a whole clause.

Source: lexicon/data/ar/acts.toml (frame = "report"), ar/roles.toml (the statement speaks for its parties)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mahdar.language.clitics import bare, slot
from mahdar.lexicon.fold import fold as folded
from mahdar.model.entries import Quote
from mahdar.model.prose import Sentence
from mahdar.model.spans import Span
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.conditions import noun_stems, owned
from mahdar.reading.content import goes_on_with_reason, span_of
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft, SentenceDrafts
from mahdar.reading.forms import Candidate
from mahdar.reading.quoted_names import names_something, said_by_unread
from mahdar.reading.voices import Voices, goes_on, read_voices, speaker_of

__all__ = ["read_quotes"]

_WORDS = 4
_CLAUSE = 4


def read_quotes(ctx: Context, drafted: Sequence[SentenceDrafts]) -> tuple[Quote, ...]:
    """Read all quotes of an article. Order: by text."""
    by_sentence = {found.sentence.first: found for found in drafted}
    voices = read_voices(ctx, drafted)
    found = [*_answers(ctx), *_titles(ctx), *_labelled(ctx), *_indirect(ctx, drafted, voices)]
    found += [*_attributed(ctx, voices), *_marked(ctx, by_sentence, voices)]
    return _without_doubles(sorted(found, key=lambda q: (q.evidence[0].start, -q.evidence[0].end)))


def _quote(ctx: Context, span: Span, speaker: str | None, rule: str, *, direct: bool) -> Quote:
    """Make the entry."""
    evidence = (ctx.article.document.evidence(span.start, span.end),)
    return Quote(evidence=evidence, reader=f"quote.{rule}", speaker=speaker, direct=direct)


def _without_doubles(quotes: list[Quote]) -> tuple[Quote, ...]:
    """Keep the outer of two quotes that overlap, a direct one before an indirect one of the same place."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (not q.direct, q.evidence[0].start - q.evidence[0].end)):
        if not any(quote.evidence[0].overlap(k.evidence[0]) for k in kept):
            kept.append(quote)
    return tuple(sorted(kept, key=lambda q: q.evidence[0].start))


def _answers(ctx: Context) -> Iterator[Quote]:
    """Read an interview's answers, each with its question."""
    if ctx.article.kind != "interview":
        return
    question: Span | None = None
    answer: list[Sentence] = []
    for sentence in (*ctx.sentences, None):
        if sentence is not None and sentence.block == "answer":
            answer.append(sentence)
            continue
        if answer:
            span = Span(ctx.words[_behind_label(ctx, answer[0])].start, answer[-1].end)
            speaker = ctx.holder or ctx.holder_party
            yield replace(_quote(ctx, span, speaker, "answer", direct=True), question=question)
            question, answer = None, []
        if sentence is not None and sentence.block == "question":
            start = question.start if question else ctx.words[sentence.first].start
            question = Span(start, sentence.end)


def _behind_label(ctx: Context, answer: Sentence) -> int:
    """Return where an answer's own words begin, behind the name of who answers («الوزير: نعم، …»)."""
    first = answer.first
    colon = next((k for k in range(first + 1, min(first + _LABEL, answer.last)) if _colon(ctx, k)), first)
    actor = actor_at(ctx, first, colon) if colon > first else None
    return colon if actor is not None and (actor.first, actor.last) == (first, colon) else first


def _colon(ctx: Context, k: int) -> bool:
    """Say whether a colon stands before a word."""
    return ":" in ctx.words[k].gap


_LABEL = 8
"""Words of the name of who answers at most, with his title."""


def _titles(ctx: Context) -> Iterator[Quote]:
    """Read a headline of the form «name: what he said»."""
    for sentence in ctx.sentences:
        if sentence.block not in {"title", "kicker"}:
            continue
        colon = next((k for k in range(sentence.first + 1, sentence.last) if _colon(ctx, k)), None)
        last = max(s.last for s in ctx.sentences if s.number == sentence.number)
        if colon is None or last - colon < _CLAUSE:
            continue
        speaker = _holder(ctx, sentence.first, colon) or _named_in(ctx, sentence.first, colon)
        if ctx.holder and ctx.at.offices.get(sentence.first) and speaker in {None, ctx.holder_party}:
            speaker = ctx.holder
        if speaker and (_is_clause(ctx, colon) or _one_speaker(ctx, sentence.first, colon)):
            span = Span(ctx.words[colon].start, ctx.words[last - 1].end)
            yield _quote(ctx, span, speaker, "title", direct=False)


def _labelled(ctx: Context) -> Iterator[Quote]:
    """Read what stands under somebody's name («الوزير فلان: سنوقع …», or a list below it)."""
    for label in ctx.labels.values():
        speaker = _who(label.actor) or _holder(ctx, label.actor.first, label.actor.last)
        if speaker and label.listed and label.last - label.first >= _WORDS:
            span = Span(ctx.words[label.first].start, ctx.words[label.last - 1].end)
            yield _quote(ctx, span, speaker, "label", direct=True)


def _who(actor: Actor) -> str | None:
    """Return the one person, else the party, that an actor is."""
    return actor.speaker or next(iter(actor.parties), None)


def _one_speaker(ctx: Context, first: int, colon: int) -> bool:
    """Say whether somebody's name, title or ministry is all that stands before the colon.

    Behind it, whom he told may stand («السفير المالطي لـ«الخبر»: ثلاثون منحة هذا العام»).
    """
    actor = actor_at(ctx, first, colon)
    if actor is None or actor.first != first or actor.plural:
        return False
    if actor.last < colon and (ctx.folds[actor.last][0] != _LAM or colon - actor.last > _TOLD):
        return False
    named = ctx.at.parties.get(first)
    official = any(role.refers in _OFFICIALS for role in actor.roles)
    return bool(actor.people) or actor.titled or official or (named is not None and named.form == "ministry")


_OFFICIALS = frozenset({"people", "official", "source"})
_TOLD = 3
"""Words of the name of the paper that somebody told."""


def _is_clause(ctx: Context, i: int) -> bool:
    """Say whether a clause, not a bare noun, begins at a word: definite, a party, a verb or its negation."""
    fold = ctx.folds[i]
    named = {m.first for m in ctx.named}
    return (
        bare(fold) != fold
        or owned(ctx, i)
        or i in named
        or i + 1 in named
        or fold in ctx.acts.words["negation"]
        or fold in ctx.acts.words["we"]
        or any(c.form.kind == "finite" for c in ctx.candidates[i])
    )


def _named_in(ctx: Context, first: int, last: int) -> str | None:
    """Return the one person, else the one party or the parties joined, that a headline begins with."""
    persons = [m for m in ctx.article.mentions.people if first <= m.first < last]
    states = ctx.parties_in(first, last)
    if any(ctx.prefix(m).lstrip("".join(slot("conjunction"))) for m in persons or states):
        return None
    met = ctx.acts.words["encounter"]
    if not persons and any(not met.isdisjoint(noun_stems(word)) for word in ctx.folds[first:last]):
        return None  # «قمة بغداد: …»
    people, parties = {m.name for m in persons}, {m.code for m in states}
    sides = {party for name in people if (party := ctx.party_of(name))}
    if len(people) > 1 and len(sides) == len(people):
        return "+".join(sorted(sides))
    found = people or parties
    if len(found) > 1 and not people:
        actor = actor_at(ctx, first, last)
        return "+".join(actor.parties) if actor is not None and actor.last == last else None
    return next(iter(found)) if len(found) == 1 else None


def _holder(ctx: Context, first: int, colon: int) -> str | None:
    """Return who the article says holds the title that a headline begins with («الملك: …»)."""
    office = ctx.at.offices.get(first)
    if office is None or not first < office.last <= colon:
        return None
    if colon > office.last + 1 and ctx.folds[office.last][0] != _LAM:
        return None
    ours = [m for m in ctx.article.mentions.offices if m.name and office.party in {None, m.party}]
    same = next((m.name for m in ours if m.title == office.title), None)
    if same is not None:
        return same
    words = {bare(word) for word in ctx.folds[office.first : office.last]}
    fuller = {m.name for m in ours if words <= {bare(word) for word in ctx.folds[m.first : m.last]}}
    return fuller.pop() if len(fuller) == 1 else None


_LAM = "\N{ARABIC LETTER LAM}"
"""Begins the name of the paper that a headline's words were said to («الوزير لـ«الأخبار»: …»)."""


def _indirect(ctx: Context, drafted: Sequence[SentenceDrafts], voices: Voices) -> Iterator[Quote]:
    """Read what follows a reporting frame, to the sentence's end or the next report."""
    for found in drafted:
        for draft in found.drafts:
            if draft.spot.head.frame == "report" and draft.complement.start < found.sentence.last:
                yield from _framed(ctx, draft, found, voices)


def _framed(ctx: Context, draft: Draft, found: SentenceDrafts, voices: Voices) -> Iterator[Quote]:
    """Read the clause of one reporting frame."""
    start, sentence = draft.complement.start, found.sentence
    direct = draft.complement.marker != "that"
    spoken = any(c.form.person == 1 and c.form.tense for c in ctx.candidates[start])
    if _only_calls(draft):
        return
    if ctx.quoted(start) is not None or (direct and ":" not in ctx.words[start].gap and not spoken):
        return
    if direct and not any(d.spot.candidate.form.person == 1 and d.spot.i >= start for d in found.drafts):
        return
    stop = min((d.begin for d in found.drafts if _new_report(d, start, draft)), default=sentence.last)
    stop = next((k for k in range(start + 1, stop) if _turned(ctx, k)), stop)
    if stop - start >= (_WORDS if direct else _CLAUSE):
        speaker = voices.at(draft.spot.i) or speaker_of(draft.subject)
        if speaker:
            yield _quote(ctx, span_of(ctx, start, stop), speaker, "frame", direct=direct)


def _turned(ctx: Context, k: int) -> bool:
    """Say whether the report turns to something else at a word, whose reason it does not give."""
    return ctx.comma(k) and ctx.folds[k] in ctx.acts.words["turn"] and not goes_on_with_reason(ctx, k)


def _only_calls(draft: Draft) -> bool:
    """Say whether a report only calls something by a name («وصفته بأنه …»)."""
    spot = draft.spot
    return bool(spot.candidate.pronoun) and folded(spot.head.word) in spot.ctx.acts.words["calls_it"]


def _goes_on(draft: Draft, report: Draft) -> bool:
    """Say whether whoever reports does the next thing himself («أفادت بأن …، وأيدت ما ذهب إليه»)."""
    form, told = draft.spot.candidate.form, report.spot.candidate.form
    same = (form.gender, form.number) == (told.gender, told.number) or told.kind == "participle"
    past = form.kind == "finite" and form.tense == "past" and form.person == 3 and not form.passive
    people = draft.subject.people == report.subject.people and draft.subject.parties == report.subject.parties
    return past and same and people and not draft.spot.negated and draft.spot.ctx.quoted(draft.spot.i) is None


def _new_report(draft: Draft, start: int, report: Draft) -> bool:
    """Say whether a new clause of the reporter begins with this act."""
    spot, form = draft.spot, draft.spot.candidate.form
    if (
        draft.begin <= start
        or form.person == 1
        or form.kind == "masdar"
        or spot.is_word(spot.before, "relative")
    ):
        return False
    if form.kind == "participle":
        # Some agencies set no comma before «مشيرا الى ان …».
        return bool(spot.gap) or (draft.complement.marker == "that" and not spot.candidate.definite)
    conjunction = bool(spot.candidate.conjunction) and bool(spot.gap)
    if conjunction and draft.subject.rule == "remembered" and _goes_on(draft, report):
        return True
    return (conjunction and draft.subject.rule == "after_verb") or spot.head.frame == "report"


def _attributed(ctx: Context, voices: Voices) -> Iterator[Quote]:
    """Read the clause behind «قوله إن» and «بالقول إن»."""
    for place, speaker in zip(voices.places, voices.speakers, strict=True):
        if speaker is None or ctx.folds[place] not in ctx.acts.words["saying"]:
            continue
        stop = ctx.sentence_of(place).last
        that = next(
            (k for k in range(place + 1, min(place + 4, stop)) if ctx.folds[k] in ctx.acts.words["that"]), -1
        )
        if that < 0:
            continue
        start = that + (ctx.folds[that] in ctx.acts.words["bare_that"])
        stop = next((k for k in range(start + 1, stop) if _turned(ctx, k)), stop)
        if stop - start >= _CLAUSE and ctx.quoted(start) is None:
            yield _quote(ctx, span_of(ctx, start, stop), speaker, "saying", direct=False)


def _marked(ctx: Context, drafted: dict[int, SentenceDrafts], voices: Voices) -> Iterator[Quote]:
    """Read what stands between quotation marks where a sentence reports."""
    for span in ctx.quotations:
        inside = range(*ctx.words_in(span))
        if len(inside) < _WORDS or ctx.block_of(inside[0]) in {"question", "answer", "title"}:
            continue
        first = inside[0]
        sentence = ctx.sentence_of(first)
        if names_something(ctx, sentence, first, inside[-1] + 1):
            continue
        draft = _speaking(ctx, drafted.get(sentence.first), first)
        named = ctx.said_by(first)
        speaker = (
            ctx.speaker_at(first)
            or (_who(named) if named is not None else None)
            or _voice(ctx, sentence, draft, voices, first)
            or _silent(ctx, sentence, first, voices)
        )
        if speaker or said_by_unread(ctx, sentence, first):
            yield _quote(ctx, span, speaker, "marks", direct=True)


def _silent(ctx: Context, sentence: Sentence, first: int, voices: Voices) -> str | None:
    """Return who goes on speaking where the verb before a quotation names nobody («وأشار إلى «…»»)."""
    for k in range(first - 1, max(sentence.first, first - 3) - 1, -1):
        if ctx.folds[k] in ctx.acts.words["saying"]:
            return voices.at(k)
        opens = k == sentence.first or bool(ctx.words[k].gap) or ctx.folds[k][0] in ctx.conjunctions
        if opens and any(_says(ctx, c) for c in ctx.candidates[k]):
            return voices.before(k) if goes_on(ctx, k + 1, sentence.last) else None
    return None


def _says(ctx: Context, candidate: Candidate) -> bool:
    """Say whether a form is a verb of saying in the third person singular."""
    head, form = ctx.acts.heads[candidate.form.head], candidate.form
    says = head.frame == "report" or head.act_class == "affirm"
    return says and form.kind == "finite" and (form.person, form.number, form.passive) == (3, "s", False)


def _speaking(ctx: Context, found: SentenceDrafts | None, first: int) -> Draft | None:
    """Return by what act a quotation is told: the last before it, else any beside it."""
    if found is None:
        return None
    others = [d for d in found.drafts if not ctx.quoted(d.spot.i) and not _describes(d)]
    before = [d for d in others if d.spot.i < first]
    inner = [d for d in found.drafts if d.spot.candidate.form.person == 1]
    chosen = before[-1:] or others[:1] or inner[:1]
    return chosen[0] if chosen else None


def _describes(draft: Draft) -> bool:
    """Say whether an act only describes a noun («رأى الوزير أن الاتفاقية الموقعة بين البلدين «…»»)."""
    return draft.spot.candidate.definite and draft.spot.candidate.form.kind == "participle"


def _voice(ctx: Context, sentence: Sentence, draft: Draft | None, voices: Voices, first: int) -> str | None:
    """Return whose words a quotation is: the statement's parties where the sentence names a statement."""
    if draft is None:
        return None
    stated = any(sentence.first <= k < sentence.last for k in ctx.statements)
    if stated and ctx.joint_text and ctx.pair:
        return "+".join(ctx.pair)
    told = voices.at(draft.spot.i)
    if told is None and not (draft.subject.speaker or draft.subject.people):
        told = voices.within(sentence.first, first)
    return told or speaker_of(draft.subject)
