"""What documents claim of an occasion: its edition, time, place and chairs.

A claim keeps the words that make it, so that two claims can be laid side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mahdar.language.clitics import bare, readings
from mahdar.lexicon import Lexicon
from mahdar.lexicon.contradictions import ClashTable, clash_table
from mahdar.lexicon.meetings import meeting_table
from mahdar.lexicon.parties import party_table
from mahdar.lexicon.places import place_table
from mahdar.linking.contradictions.dossier import Dossier, Expression, hull
from mahdar.linking.contradictions.spells import Spell, spell_of
from mahdar.model.contradictions import Quoted
from mahdar.model.links import Tie
from mahdar.model.prose import Sentence
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import EntryId, IsoDate, PartyCode

__all__ = ["OccasionClaim", "When", "Where", "fields_named", "occasion_claims"]

_AHEAD = 4
"""Words before a passage in which it is called a plan."""
_FAR = 160
"""Letters between the name of an occasion and its date, at most."""


@dataclass(frozen=True, slots=True)
class When:
    """A time that words give an occasion."""

    spell: Spell
    value: IsoDate
    quoted: Quoted
    weekday: int | None
    """The day of the week where the words name one and no more than that."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place that words give an occasion."""

    name: str
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class OccasionClaim:
    """What one document says about one occasion."""

    entry: EntryId
    document: str
    kind: str
    parties: frozenset[PartyCode]
    edition: int | None
    held: bool
    fields: frozenset[str]
    """Words that tell this dialogue from others of the same parties."""
    quoted: Quoted
    """The fullest name that the document gives it."""
    whens: tuple[When, ...]
    where: Where | None
    chairs: Mapping[PartyCode, tuple[tuple[str, Quoted], ...]]
    """Party → who chairs for it, with the words that say so."""
    told: IsoDate | None
    """The day of the article."""
    rank: int
    """How close the document stands to the occasion: 0 for its statement, 1 for a party's own account."""
    tie: Tie | None = field(default=None)

    @property
    def when(self) -> When | None:
        """The first time that the document gives it."""
        return self.whens[0] if self.whens else None


_RANKS = {"joint_statement": 0, "ministry_post": 1}


def occasion_claims(dossier: Dossier, lexicon: Lexicon) -> Iterator[OccasionClaim]:
    """Yield what a document says about occasions, not yet tied to those of others.

    Args:
        dossier: the document.
        lexicon: places and words that tell dialogues apart.
    """
    table = clash_table(lexicon)
    for entry in dossier.of("meeting"):
        fields = entry.fields
        at = _in_article(dossier, entry)
        article = dossier.article_at(at)
        yield OccasionClaim(
            entry=entry.id,
            document=dossier.record.id,
            kind=fields["kind"],
            parties=frozenset(fields["parties"]),
            edition=fields["edition"],
            held=fields["status"] == "held",
            fields=fields_named(dossier, entry, table),
            quoted=dossier.quoted(_fullest(entry)),
            whens=tuple(_whens(dossier, entry)),
            where=_where(dossier, entry, lexicon),
            chairs=_chairs(dossier, entry, table),
            told=dossier.day_at(at),
            rank=_RANKS.get(article.kind if article else "", 2),
        )


def _in_article(dossier: Dossier, entry: EntryRecord) -> int:
    """Return the first letter of the first words in an article: a title stands above its own."""
    starts = [one.start for one in entry.evidence]
    return next((start for start in starts if dossier.article_at(start)), starts[0])


def _fullest(entry: EntryRecord) -> Span:
    return max(entry.evidence, key=lambda one: one.end - one.start).span


def _chairs(
    dossier: Dossier, entry: EntryRecord, table: ClashTable
) -> dict[PartyCode, tuple[tuple[str, Quoted], ...]]:
    """Return who chairs for each party, with the words from the occasion's name to the person's."""
    found: dict[PartyCode, tuple[tuple[str, Quoted], ...]] = {}
    for chair in entry.fields["chairs"]:
        name, party = chair["name"], chair["party"]
        if party:
            own = table.telling(name.split())
            quoted = dossier.quoted(_chaired(dossier, entry, own) or _fullest(entry))
            found[party] = (*found.get(party, ()), (name, quoted))
    return found


def _chaired(dossier: Dossier, entry: EntryRecord, name: frozenset[str]) -> Span | None:
    """Return the shortest run in one sentence that holds the occasion and the person."""
    runs = []
    for evidence in entry.evidence:
        sentence = dossier.sentence_at(evidence.start)
        for said, span in dossier.named if sentence else ():
            if sentence and sentence.start <= span.start < sentence.end and not name.isdisjoint(said.split()):
                runs.append(hull(evidence, span))
    return min(runs, key=lambda run: (run.end - run.start, run.start), default=None)


def fields_named(dossier: Dossier, entry: EntryRecord, table: ClashTable) -> frozenset[str]:
    """Return the words in an entry's evidence that name a field: economic, consular."""
    words = {word for one in entry.evidence for word in dossier.words_in(one.span)}
    stems = {bare(rest) for word in words for _, rest in readings(word.fold)}
    return frozenset(stems & table.words["field"])


def _whens(dossier: Dossier, entry: EntryRecord) -> Iterator[When]:
    """Yield the times that stand in one sentence with the occasion and are the one that was read for it."""
    seen: set[str] = set()
    for span, value in (*_own_dates(dossier, entry), *_statement_dates(dossier, entry)):
        spell = spell_of(value.value)
        if spell is not None and value.value not in seen:
            seen.add(value.value)
            weekday = spell.first.weekday() if spell.one_day and not _has_digit(dossier, value) else None
            yield When(spell, value.value, dossier.quoted(span), weekday)


def _has_digit(dossier: Dossier, value: Expression) -> bool:
    return any(char.isdigit() for char in value.span.cut(dossier.text))


def _own_dates(dossier: Dossier, entry: EntryRecord) -> Iterator[tuple[Span, Expression]]:
    """Yield the expressions of the entry's own date, each with the name of the occasion beside it."""
    near: list[tuple[int, Span, Expression]] = []
    for evidence in entry.evidence:
        sentence = dossier.sentence_at(evidence.start)
        for date in dossier.dates_in(sentence) if sentence else ():
            distance = max(0, date.span.start - evidence.end, evidence.start - date.span.end)
            if date.value == entry.fields["date"] and date.precision != "vague" and distance <= _FAR:
                near.append((distance, hull(evidence.span, date.span), date))
    if near:
        _, span, date = min(near, key=lambda one: (one[0], one[1].start))
        yield span, date


def _statement_dates(dossier: Dossier, entry: EntryRecord) -> Iterator[tuple[Span, Expression]]:
    """Yield the date of a joint statement that names the occasion it closes by its edition.

    The statement is read as an instrument; its sentence says when the occasion was, not when it was printed.
    """
    if entry.fields["edition"] is None or entry.fields["date"] is not None:
        return
    for statement in dossier.of("instrument"):
        if statement.fields["kind"] != "joint_statement" or not statement.fields["date"]:
            continue
        if set(statement.fields["parties"]) != set(entry.fields["parties"]):
            continue
        named = {_ordinal(dossier, one.span, entry) for one in statement.evidence} - {None}
        for span in sorted(one for one in named if one):
            sentence = dossier.sentence_at(span.start)
            dates = dossier.dates_in(sentence) if sentence else []
            yield from ((hull(span, d.span), d) for d in dates if d.value == statement.fields["date"])


def _ordinal(dossier: Dossier, span: Span, entry: EntryRecord) -> Span | None:
    """Return a span that has the same ordinal word as the occasion's own name."""
    own = {word.fold for one in entry.evidence for word in dossier.words_in(one.span)}
    last = dossier.words_in(span)[-1:]
    return span if last and last[0].fold in own else None


def _where(dossier: Dossier, entry: EntryRecord, lexicon: Lexicon) -> Where | None:
    """Return the place, with the words that name it where they stand beside the occasion."""
    name = entry.fields["place"]
    if not name:
        return None
    for evidence in entry.evidence:
        sentence = dossier.sentence_at(evidence.start)
        found = _place_in(dossier, sentence, name, lexicon) if sentence else None
        run = hull(evidence.span, found) if found else None
        if sentence and run and not (_is_held(entry) and _was_planned(dossier, sentence, run, lexicon)):
            return Where(name, dossier.quoted(run))
    return None


def _is_held(entry: EntryRecord) -> bool:
    return bool(entry.fields["status"] == "held")


def _was_planned(dossier: Dossier, sentence: Sentence, run: Span, lexicon: Lexicon) -> bool:
    """Say whether the words before a run make it a plan: «it had been due to take place in»."""
    planned = meeting_table(lexicon).words["planned"]
    before = [word.fold for word in dossier.words_of(sentence) if word.end <= run.start][-_AHEAD:]
    return any(rest in planned for fold in before for _, rest in readings(fold))


def _place_in(dossier: Dossier, sentence: Sentence, name: str, lexicon: Lexicon) -> Span | None:
    """Return the words of a sentence that name a place or state of this English name."""
    places, parties = place_table(lexicon), party_table(lexicon).names
    table = clash_table(lexicon)
    code, kind = table.places.get(name, (None, ""))
    words = dossier.words_of(sentence)
    folds = [word.fold for word in words]
    for at, fold in enumerate(folds):
        for taken, rest in readings(fold):
            place = places.at(folds, at, rest) if rest in places else None
            if place is not None and place[1].name == name:
                return Span(words[at].start, words[at + place[0] - 1].end)
            state = parties.at(folds, at, rest) if kind == "country" and rest in parties else None
            named = state is not None and code in state[1].codes and state[1].form in _NAMES
            if (
                state is not None
                and named
                and _is_there(folds, at, attached=taken.endswith(_BA), table=table)
            ):
                return Span(words[at].start, words[at + state[0] - 1].end)
    return None


_BA = "\N{ARABIC LETTER BEH}"
_NAMES = frozenset({"name", "weak"})
"""Forms of a party that can be the name of a place."""


def _is_there(folds: Sequence[str], at: int, *, attached: bool, table: ClashTable) -> bool:
    """Say whether a state's name is said to be where something is, and not who does it."""
    before = folds[at - 1] if at else ""
    words = table.words
    inside = {rest for _, rest in readings(before)} & words["within"]
    return attached or bool(inside) or not words["host"].isdisjoint(folds[max(0, at - 2) : at])
