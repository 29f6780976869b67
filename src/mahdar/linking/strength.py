"""An act and its words → where it stands on the scales of strength; two acts → which is the stronger.

An act stands where its head stands (by the lexicon row that made it), one with a noun of stance («أعرب عن
قلقه») where its noun does; words of degree, haste or caution beside it move it. It can stand on several
scales: a welcome is one of approval and one of support. Two acts are compared on the first scale that both
stand on; where there is none they are not comparable, and nothing is said.

Source: lexicon/data/ar/strength.toml
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mahdar.language.clitics import bare, pronoun_readings, readings
from mahdar.language.words import split_words
from mahdar.lexicon.acts import ActTable, Form
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.strength import Grade, Mover, StrengthTable
from mahdar.model.entries import Act
from mahdar.model.prose import Word
from mahdar.model.spans import Span

__all__ = ["Change", "Place", "changed", "place", "place_action", "place_words"]

_REACH = 60
"""Words from the verb in which movers are looked for: contents run on, their first sentence counts."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a scale."""

    scale: str
    grade: float
    """The step's number, moved by the words beside it."""
    step: Grade
    """The step that its word stands on, unmoved (after a cap: the step of the cap)."""
    movers: tuple[str, ...] = ()
    """Ids of the movers that moved it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One act beside another on a scale that both stand on."""

    what: str
    """`weaker`, `stronger` or `same`: what the second is beside the first."""
    first: Place
    second: Place


@dataclass(frozen=True, slots=True)
class _Said:
    """An act's words, for the rules."""

    act_class: str
    heads: tuple[str, ...]
    stance: bool
    words: tuple[Word, ...]
    """From the trigger on, to the end of the content."""
    content: int
    """Index in `words` at which the content begins."""


def place(act: Act, text: str, table: StrengthTable) -> tuple[Place, ...]:
    """Return an act's places, its own scale's first; empty where no scale has it.

    Args:
        act: the act.
        text: its document's text.
        table: the scales.
    """
    rule, *ids = act.reader.split()
    end = act.content.end if act.content else act.evidence[0].end
    words = tuple(split_words(text, act.trigger.start, max(end, act.trigger.end)))[:_REACH]
    begins = act.content.start if act.content else act.trigger.end
    said = _Said(
        act_class=act.act_class,
        heads=tuple(one.partition("/")[0] for one in ids),
        stance=rule.endswith(".stance"),
        words=words,
        content=next((i for i, word in enumerate(words) if i and word.start >= begins), len(words)),
    )
    return _places(said, table)


def place_words(text: str, verb: Span, end: int, table: StrengthTable, acts: ActTable) -> tuple[Place, ...]:
    """Return the places of a verb that no reading has made an act of: all that its forms allow.

    Args:
        text: the text that holds it.
        verb: the verb's word.
        end: where the words that belong to it end, at the latest.
        table: the scales.
        acts: the grammar of acts.
    """
    words = tuple(split_words(text, verb.start, max(end, verb.end)))[:_REACH]
    found: dict[str, Place] = {}
    for form in _forms(words, acts):
        head = acts.heads[form.head]
        for act_class, stance, content in _readings(words, head.id, form, table, acts):
            said = _Said(act_class, (head.id,), stance, words, content)
            for one in _places(said, table):
                found.setdefault(one.scale, one)
    return tuple(found.values())


def place_action(action: str, table: StrengthTable) -> Place | None:
    """Return where an instrument's action stands; None where it stands on no rung (merely referred to)."""
    index = table.actions.get(action)
    if index is None:
        return None
    step = table.grades[index]
    return Place(step.scale, step.grade, step)


def changed(first: Sequence[Place], second: Sequence[Place]) -> Change | None:
    """Compare two acts on the first scale that both stand on; None where there is none."""
    shared = (
        (i + j, one, two)
        for i, one in enumerate(first)
        for j, two in enumerate(second)
        if one.scale == two.scale
    )
    _, one, two = min(shared, key=lambda triple: triple[0], default=(0, None, None))
    if one is None or two is None:
        return None
    what = "same" if one.grade == two.grade else "stronger" if two.grade > one.grade else "weaker"
    return Change(what, one, two)


def _forms(words: Sequence[Word], acts: ActTable) -> Iterator[Form]:
    """Yield what the verb can be, whatever is attached to it."""
    if words:
        for _, rest in readings(words[0].fold):
            for stem, _ in pronoun_readings(rest):
                yield from acts.forms.get(stem, ())


def _readings(
    words: Sequence[Word], head: str, form: Form, table: StrengthTable, acts: ActTable
) -> Iterator[tuple[str, bool, int]]:
    """Yield class, stance or not, and the content's begin that a verb without a reading can have."""
    noun = next(((i, c) for i, word in enumerate(words[1:8], 1) for c in _stances(word, acts)), None)
    if noun is not None and acts.heads[form.head].frame == "stance":
        yield noun[1], True, noun[0] + 1
    else:
        yield from ((act_class, False, 1) for name, act_class in table.heads if name == head)


def _stances(word: Word, acts: ActTable) -> Iterator[str]:
    """Yield the classes that a noun gives a stance frame."""
    yield from (acts.stances[noun] for noun in _nouns(word) if noun in acts.stances)


def _nouns(word: Word) -> Iterator[str]:
    """Yield what a word can be as a noun, bare of particles, article, pronoun and accusative ending."""
    for _, rest in readings(word.fold):
        for stem, _ in pronoun_readings(rest):
            for noun in dict.fromkeys((stem, bare(stem))):
                yield noun
                if noun.endswith(_ALEF):
                    yield noun[:-1]


_ALEF = "\N{ARABIC LETTER ALEF}"


def _places(said: _Said, table: StrengthTable) -> tuple[Place, ...]:
    """Return the places of an act's words, one a scale."""
    noun = _stance_noun(said, table)
    by_noun = () if noun is None else noun[1]
    by_head = tuple(i for head in said.heads for i in table.heads.get((head, said.act_class), ()))
    own = (by_noun or by_head) if said.stance else (by_head or by_noun)
    found: dict[str, Place] = {}
    movers = tuple(_movers(said, table, None if noun is None else noun[0]))
    for index in (*own, *_leads(said, table)):
        step = table.grades[index]
        found.setdefault(step.scale, _moved(step, movers, table))
    return tuple(found.values())


def _stance_noun(said: _Said, table: StrengthTable) -> tuple[int, tuple[int, ...]] | None:
    """Return the noun of stance between the verb and its content, and where it stands."""
    for i in range(1, min(said.content + 1, len(said.words))):
        for noun in _nouns(said.words[i]):
            found = table.nouns.get((noun, said.act_class))
            if found:
                return i, found
    return None


def _leads(said: _Said, table: StrengthTable) -> tuple[int, ...]:
    """Return where the noun that begins the content puts the act."""
    for word in said.words[said.content : said.content + 2]:
        for noun in _nouns(word):
            if (noun, said.act_class) in table.leads:
                return table.leads[noun, said.act_class]
    return ()


_BESIDE = (-1, 1, 2)
"""Where a word of degree stands, from its noun: «بالغ قلقه», «قلقه البالغ», «قلق بلاده البالغ»."""


def _movers(said: _Said, table: StrengthTable, noun: int | None) -> Iterator[Mover]:
    """Yield the movers beside an act."""
    yield from _found(said.words, range(1, len(said.words)), table.movers["any"])
    yield from _found(said.words, range(said.content, said.content + 2), table.movers["lead"])
    yield from _beginnings(said.words[0].fold, table.movers["verb"])
    if noun is not None:
        beside = (noun + i for i in _BESIDE if noun + i > 0)
        yield from _found(said.words, beside, table.movers["stance"])


def _beginnings(verb: str, phrases: PhraseTable[Mover]) -> Iterator[Mover]:
    """Yield the movers that a verb begins with, whatever is attached to it."""
    for _, rest in readings(verb):
        hit = phrases.at([rest[:_PREFIX]], 0)
        if hit is not None:
            yield hit[1]


_PREFIX = 2
"""Letters of the particle of the future and of the person."""


def _found(words: Sequence[Word], where: Iterable[int], phrases: PhraseTable[Mover]) -> Iterator[Mover]:
    """Yield the movers that begin at these words."""
    folds = [word.fold for word in words]
    for i in where:
        if i < len(folds):
            hits = (phrases.at(folds, i, head) for _, head in readings(folds[i]))
            hit = next((hit for hit in hits if hit is not None), None)
            if hit is not None:
                yield hit[1]


def _moved(step: Grade, movers: Sequence[Mover], table: StrengthTable) -> Place:
    """Move a step by the movers that count on its scale: the strongest of each direction, then the caps."""
    its = [one for one in movers if _counts(one, step)]
    ups = max((one.by for one in its), default=0.0)
    downs = min((one.by for one in its), default=0.0)
    grade = step.grade + max(ups, 0.0) + min(downs, 0.0)
    cap = min((one.cap for one in its if one.cap), default=0)
    if cap and grade > cap:
        return Place(step.scale, cap, table.grade_named(step.scale, cap), tuple(one.id for one in its))
    return Place(step.scale, grade, step, tuple(dict.fromkeys(one.id for one in its)))


def _counts(mover: Mover, step: Grade) -> bool:
    """Say whether a mover moves an act of this step."""
    return (not mover.scales or step.scale in mover.scales) and step.grade >= mover.floor
