"""At which occasion an instrument came about, by the words around its name.

A text says so in three ways: its name stands behind «during» and the occasion; the occasion stands beside a
verb of bringing forth; or the occasion's own statement announces it as the parties' deed, without a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mahdar.language.clitics import readings
from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.dossier import Dossier, phrase_spots
from mahdar.linking.contradictions.shelf import SHORT_KINDS
from mahdar.model.prose import Sentence, Word
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span

__all__ = ["born_at"]

_BA = "\N{ARABIC LETTER BEH}"
_BROUGHT = frozenset({"announce", "sign"})
"""Classes of act with which a statement names what its occasion brought."""
_TIMED = frozenset({"day", "month"})


def born_at(dossier: Dossier, span: Span, table: ClashTable) -> Iterator[str]:
    """Yield the meetings (entry ids) of this document that brought forth what a span names."""
    sentence = dossier.sentence_at(span.start)
    if sentence is None:
        return
    meetings = [one for one in dossier.of("meeting") if one.fields["kind"] in SHORT_KINDS]
    words = dossier.words_of(sentence)
    for meeting in meetings:
        near = (one for one in meeting.evidence if sentence.start <= one.start < sentence.end)
        if any(_brings(words, one, span, table) for one in near):
            yield meeting.id
    main = _main(meetings)
    if main is not None and (_points_back(words, table) or _announced(dossier, sentence, span, main)):
        yield main.id


def _main(meetings: Sequence[EntryRecord]) -> EntryRecord | None:
    """Return the occasion that a document is about: held, a numbered one first, the one named most often."""
    held = [one for one in meetings if one.fields["status"] == "held" and len(one.fields["parties"]) > 1]
    return max(held, key=lambda one: (one.fields["edition"] is not None, len(one.evidence)), default=None)


def _brings(words: Sequence[Word], occasion: Span, thing: Span, table: ClashTable) -> bool:
    """Say whether an occasion's name stands behind «during» or beside a verb of bringing forth."""
    at = next((n for n, word in enumerate(words) if word.end > occasion.start), len(words) - 1)
    taken = {taken[-1:] for taken, _ in readings(words[at].fold) if taken}
    if words[at].start < occasion.start and _BA in taken:
        return True
    if any(at in {first, last} for first, last in phrase_spots(words, table.phrases["during"])):
        return True
    if thing.start < occasion.start:
        return False
    behind = next((n for n, word in enumerate(words) if word.start >= occasion.end), len(words))
    return bool(_yields(words, table) & {at - 1, at, behind - 1, behind, behind + 1})


def _points_back(words: Sequence[Word], table: ClashTable) -> bool:
    """Say whether the occasion of the text, called by its kind alone, is said to bring something forth."""
    near = {n for first in _yields(words, table) for n in (first - 1, first + 1, first + 2)}
    return any(first in near for first, _ in phrase_spots(words, table.phrases["occasion"]))


def _yields(words: Sequence[Word], table: ClashTable) -> set[int]:
    return {first for first, _ in phrase_spots(words, table.phrases["yield"])}


def _announced(dossier: Dossier, sentence: Sentence, span: Span, main: EntryRecord) -> bool:
    """Say whether the occasion's own statement names the thing as a deed of its parties, without a date."""
    article = dossier.article_at(span.start)
    if article is None or article.kind != "joint_statement":
        return False
    if any(date.precision in _TIMED for date in dossier.dates_in(sentence)):
        return False
    return any(
        act.fields["class"] in _BROUGHT
        and set(main.fields["parties"]) <= set(act.fields["actors"])
        and act.evidence[0].holds(span)
        for act in dossier.of("act")
    )
