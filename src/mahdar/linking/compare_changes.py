"""Inside a passage that is carried: what the report says otherwise.

Between the words that meet there are gaps. A gap is no alteration where it holds grammar, courtesy, a word
that was moved, or a name for the parties that points back at them. Inside quotation marks every word counts
that was dropped or put in; outside of them only what stands in another's place, days, dates and numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mahdar.lexicon.compare import CompareTable
from mahdar.linking.compare_gaps import Gap, gaps
from mahdar.linking.compare_passages import Carried, Sides, joins
from mahdar.linking.compare_pieces import Laid, Piece
from mahdar.linking.compare_records import Told
from mahdar.linking.strength import Change as Moved
from mahdar.linking.strength import changed
from mahdar.model.labels import Label, Note

__all__ = ["Change", "changes"]

_NEIGHBOURS = 2
"""Changes with no more pieces between them are one."""
_MEMBER = 0.5
_SCOPE = 2.0
"""A drop inside quotation marks that weighs more narrows or widens what is said."""


@dataclass(frozen=True, slots=True)
class Change:
    """An alteration in the making: pieces of both sentences."""

    mine: range
    theirs: range
    what: str
    note: Note


def changes(sides: Sides, one: Carried, table: CompareTable) -> list[Change]:
    """Return what a passage says otherwise, in the report's order; changes beside each other are one."""
    found = [change for gap in gaps(sides, one) for change in _judged(sides, one, gap, table)]
    found += [*_shortened(sides, one), *_graded(sides, one), *_cut_short(sides, one)]
    found += _other_weekday(sides, one, table)
    found.sort(key=lambda change: (change.mine.start, change.theirs.start))
    return _merged(found)


def _judged(sides: Sides, one: Carried, gap: Gap, table: CompareTable) -> Iterator[Change]:
    """Yield what the first rule that fits says of a gap."""
    for rule in RULES if one.how != "paraphrase" else FACTS:
        verdict = rule(sides, gap, table)
        if verdict is not None:
            what, note = verdict
            if note:
                yield Change(*_anchored(one, gap), what, note)
            return


def _anchored(one: Carried, gap: Gap) -> tuple[range, range]:
    """Return a gap's runs, with a neighbour on both sides where one of them is empty."""
    if gap.mine and gap.theirs:
        return gap.mine, gap.theirs
    before = gap.mine.start > one.mine.start and gap.theirs.start > one.theirs.start
    if before:
        return range(gap.mine.start - 1, gap.mine.stop), range(gap.theirs.start - 1, gap.theirs.stop)
    return range(gap.mine.start, gap.mine.stop + 1), range(gap.theirs.start, gap.theirs.stop + 1)


Verdict = tuple[str, Note | None] | None
"""What is altered, with a note; without one it is no alteration. None: the rule does not fit."""

_SAME: Verdict = ("", None)


def _kinds(pieces: Iterable[Piece], *kinds: str) -> list[Piece]:
    return [piece for piece in pieces if piece.kind in kinds]


def _value(piece: Piece) -> str:
    return piece.term.partition(":")[2]


def _label(piece: Piece) -> Label:
    """Return what a piece names, for a note."""
    return Label(piece.kind, _value(piece))


def _becomes(meant: Piece, said: Piece) -> Note:
    return Note.of("becomes", one=_label(meant), other=_label(said))


def another_day(sides: Sides, gap: Gap, _table: CompareTable) -> Verdict:
    """A day that is not the statement's: another one in its place, or one where it gives none."""
    said, meant = _kinds(gap.said, "date"), _kinds(gap.meant, "date")
    if not said:
        return None
    days = sides.statement.side.days
    if meant and not any(_within(one, other) for one in said for other in meant):
        return ("date", _becomes(meant[0], said[0]))
    if meant:
        return None
    own = [piece for piece in said if len(_value(piece)) == 10 and _value(piece) not in days]
    if own and days:
        return ("day", Note.of("unnamed_day", day=_label(own[0])))
    return None


def _within(one: Piece, other: Piece) -> bool:
    """Say whether one date is the other, told less exactly."""
    short, long = sorted((_value(one), _value(other)), key=len)
    return long.startswith(short) or short in long.split("/")


def another_number(sides: Sides, gap: Gap, table: CompareTable) -> Verdict:
    """A number in another's place, or a word that makes one larger, smaller or rough."""
    said, meant = (
        _numbers(sides, gap.said, table, report=True),
        _numbers(sides, gap.meant, table, report=False),
    )
    if said and meant and set(said) != set(meant):
        return ("number", Note.of("becomes", one=meant[0], other=said[0]))
    rough = [
        {word.key for piece in run for word in laid.words(piece)} & table.about
        for laid, run in ((sides.report, gap.said), (sides.statement, gap.meant))
    ]
    if rough[0] != rough[1]:
        return ("number", Note.of("number_bounded"))
    return None


def _numbers(sides: Sides, pieces: Iterable[Piece], table: CompareTable, *, report: bool) -> list[Label]:
    """Return the amounts and bare figures of a run."""
    laid = sides.report if report else sides.statement
    found: list[Label] = []
    for piece in pieces:
        if piece.kind == "amount":
            found.append(_label(piece))
        elif piece.kind == "word":
            at = range(piece.first, piece.last)
            found += [Label("words", _whole_number(laid, n, table)) for n in at if _figure(laid, n, table)]
    return found


def _figure(laid: Laid, n: int, table: CompareTable) -> bool:
    """Say whether a word is a figure or a word of a number."""
    words = laid.wording.words
    return 0 <= n < len(words) and (words[n].key[:1].isdigit() or words[n].key in table.numerals)


def _whole_number(laid: Laid, n: int, table: CompareTable) -> str:
    """Return the number that a word is part of: of «عشرين ألف» only one word may differ."""
    first, last = n, n + 1
    while _figure(laid, first - 1, table):
        first -= 1
    while _figure(laid, last, table):
        last += 1
    return " ".join(word.key for word in laid.wording.words[first:last])


def another_name(_sides: Sides, gap: Gap, _table: CompareTable) -> Verdict:
    """A person or a place in another's place."""
    return _other_of(gap, "person") or _other_of(gap, "place") or _other_spot(gap)


def _other_spot(gap: Gap) -> Verdict:
    """Return a capital in a place's place, or the other way round: either can name the party as well."""
    said, meant = _kinds(gap.said, "place", "party"), _kinds(gap.meant, "place", "party")
    if len(said) == len(meant) == 1 and {said[0].kind, meant[0].kind} == {"place", "party"}:
        return ("name", _becomes(meant[0], said[0]))
    return None


def another_office(_sides: Sides, gap: Gap, _table: CompareTable) -> Verdict:
    """An office in another's place."""
    return _other_of(gap, "office")


def _other_of(gap: Gap, kind: str) -> Verdict:
    said, meant = _kinds(gap.said, kind), _kinds(gap.meant, kind)
    if said and meant and {p.term for p in said}.isdisjoint(p.term for p in meant):
        return ("name", _becomes(meant[0], said[0]))
    return None


def another_party(_sides: Sides, gap: Gap, _table: CompareTable) -> Verdict:
    """A party in another's place: by name, or by another name for both sides."""
    said, meant = _kinds(gap.said, "party"), _kinds(gap.meant, "party")
    if said and meant and {p.term for p in said}.isdisjoint(p.term for p in meant):
        return ("party", _becomes(meant[0], said[0]))
    said, meant = _kinds(gap.said, "generic"), _kinds(gap.meant, "generic")
    if said and meant and {p.root for p in said}.isdisjoint(p.root for p in meant):
        return ("party", Note.of("other_name_for_both"))
    return None


def points_back(sides: Sides, gap: Gap, table: CompareTable) -> Verdict:
    """No alteration: a name replaced by a word that points at it («هذا البلد»)."""
    keys = {word.key for piece in gap.said for word in sides.report.words(piece)}
    return _SAME if keys & table.pointing and not gap.quoted else None


def names_the_parties(_sides: Sides, gap: Gap, _table: CompareTable) -> Verdict:
    """No alteration outside quotation marks: «البلدان» for both by name, or the other way round."""
    kinds = {"party", "generic", "light", "courtesy"}
    both = (*gap.said, *gap.meant)
    return _SAME if not gap.quoted and all(piece.kind in kinds for piece in both) else None


def another_word(sides: Sides, gap: Gap, _table: CompareTable) -> Verdict:
    """A word in another's place; outside quotation marks in close wording alone, no other form of a verb."""
    said, meant = _telling(sides, gap, gap.said), _telling(sides, gap, gap.meant)
    if not said or not meant or not (gap.quoted or gap.close):
        return None
    if not gap.quoted and len(said) == len(meant) == 1 and _same_verb(sides, said[0], meant[0]):
        return _SAME
    one = Label("words", _cut(sides, meant[:3], report=False))
    return ("word", Note.of("other_words", one=one, other=Label("words", _cut(sides, said[:3], report=True))))


def _same_verb(sides: Sides, said: Piece, meant: Piece) -> bool:
    """Say whether two heads of acts of one class are forms of one verb: they share two strong letters."""
    classes = [
        {act.act_class for act in laid.side.acts if act.head == laid.wording.words[piece.first].start}
        for laid, piece in ((sides.report, said), (sides.statement, meant))
    ]
    return (
        bool(classes[0] & classes[1]) and len({*said.root} & {*meant.root} - {*"\N{ARABIC LETTER ALEF}"}) > 1
    )


def negated(sides: Sides, gap: Gap, table: CompareTable) -> Verdict:
    """A negation put in or dropped."""
    keys = [
        {word.key for piece in run for word in laid.words(piece)} & table.negation
        for laid, run in ((sides.report, gap.said), (sides.statement, gap.meant))
    ]
    return ("word", Note.of("negation")) if bool(keys[0]) != bool(keys[1]) else None


def dropped_member(sides: Sides, gap: Gap, _table: CompareTable) -> Verdict:
    """A member of a list dropped from between others."""
    if gap.said or not gap.meant or not joins(sides.statement, gap.meant[0]):
        return None
    weight = sum(sides.weigh[piece.term] for piece in gap.meant)
    return ("scope", Note.of("member_left_out")) if weight >= _MEMBER else None


def dropped_in_quotes(sides: Sides, gap: Gap, _table: CompareTable) -> Verdict:
    """Inside quotation marks: words dropped or put in with no sign of it."""
    if not gap.quoted:
        return None
    pieces = [p for p in (*gap.said, *gap.meant) if p.kind != "light"]
    if not pieces:
        return None
    weight = sum(sides.weigh[piece.term] for piece in pieces)
    note = Note.of("put_into_quotation" if gap.said else "dropped_from_quotation")
    return ("scope" if weight >= _SCOPE else "word", note)


RULES = (
    another_day,
    another_number,
    another_name,
    another_office,
    points_back,
    another_party,
    names_the_parties,
    negated,
    another_word,
    dropped_member,
    dropped_in_quotes,
)
"""Order: the most telling first; the first that fits says what a gap is."""


FACTS = (another_day, another_number, another_name)
"""What is asked of a passage in other words."""


def _telling(sides: Sides, gap: Gap, pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that say something; outside quotation marks a name for those who act is none."""
    aside = frozenset() if gap.quoted else _ACTING
    return [piece for piece in pieces if sides.weigh[piece.term] > 0 and piece.kind not in aside]


_ACTING = frozenset({"party", "generic", "office"})


def _cut(sides: Sides, pieces: Sequence[Piece], *, report: bool) -> str:
    laid = sides.report if report else sides.statement
    return " ".join(word.span.cut(laid.side.text) for piece in pieces for word in laid.words(piece))


def _other_weekday(sides: Sides, one: Carried, table: CompareTable) -> Iterator[Change]:
    """Yield dates that are the statement's, but called another day of the week."""
    for a, b in one.pairs:
        mine, theirs = sides.report.pieces[one.report][a], sides.statement.pieces[one.statement][b]
        if mine.kind == theirs.kind == "date":
            named = [
                {word.key for word in laid.words(piece)} & table.weekdays
                for laid, piece in ((sides.report, mine), (sides.statement, theirs))
            ]
            if all(named) and named[0].isdisjoint(named[1]):
                yield Change(range(a, a + 1), range(b, b + 1), "day", Note.of("other_weekday"))


def _shortened(sides: Sides, one: Carried) -> Iterator[Change]:
    """Yield names that are given with fewer or more words inside quotation marks."""
    report, statement = sides.report.pieces[one.report], sides.statement.pieces[one.statement]
    for a, b in one.pairs:
        if (
            report[a].kind != "party"
            or report[a].last - report[a].first == statement[b].last - statement[b].first
        ):
            continue
        words = sides.report.words(report[a])
        if sides.report.quotation(words[0].start, words[-1].end):
            yield Change(range(a, a + 1), range(b, b + 1), "word", Note.of("name_cut_in_quotation"))


def _cut_short(sides: Sides, one: Carried) -> Iterator[Change]:
    """Yield a list told without its last members: they are joined to the last word that both have."""
    pieces = sides.statement.pieces[one.statement]
    if not one.pairs or one.theirs.stop >= len(pieces) or one.pairs[-1][1] != one.theirs.stop - 1:
        return
    at = one.theirs.stop
    clause = sides.statement.clause_of(pieces[at - 1].first)
    rest = range(at, next((i for i in range(at, len(pieces)) if pieces[i].first >= clause.last), len(pieces)))
    report = {piece.root for piece in sides.report.pieces[one.report]}
    new = [i for i in rest if pieces[i].root not in report]
    if (
        rest
        and joins(sides.statement, pieces[at])
        and sum(sides.weigh[pieces[i].term] for i in new) >= _MEMBER
    ):
        a, b = one.pairs[-1]
        yield Change(range(a, a + 1), range(b, rest.stop), "scope", Note.of("member_left_out"))


def _graded(sides: Sides, one: Carried) -> Iterator[Change]:
    """Yield acts that are told weaker or stronger than they were, by the published scales."""
    report, statement = sides.report.pieces[one.report], sides.statement.pieces[one.statement]
    mine = _acts_in(sides.report, report, one.mine)
    theirs = _acts_in(sides.statement, statement, one.theirs)
    for (at, act), (there, other) in zip(mine, theirs, strict=False):
        change = changed(other.places, act.places)
        if change and change.what != "same":
            yield Change(range(at, at + 1), range(there, there + 1), change.what, _moved(change))


def _moved(change: Moved) -> Note:
    """Say from which step of a scale to which an act moves."""
    one, other = (
        Label("step", place.step.name, place.step.name_ar) for place in (change.first, change.second)
    )
    same = change.first.step.id == change.second.step.id
    return Note.of("more_or_less", step=one) if same else Note.of("becomes", one=one, other=other)


def _acts_in(laid: Laid, pieces: Sequence[Piece], run: range) -> list[tuple[int, Told]]:
    """Return the acts whose heads stand in a run of pieces, with the piece."""
    acts = {act.head: act for act in laid.side.acts}
    return [(i, acts[word.start]) for i in run for word in laid.words(pieces[i]) if word.start in acts]


def _merged(found: Sequence[Change]) -> list[Change]:
    """Make one of changes that stand beside each other on both sides; the most telling names it."""
    merged: list[Change] = []
    for change in found:
        last = merged[-1] if merged else None
        if last and max(_apart(last.mine, change.mine), _apart(last.theirs, change.theirs)) <= _NEIGHBOURS:
            told = min(last, change, key=lambda one: TELLING.index(one.what))
            runs = _over(last.mine, change.mine), _over(last.theirs, change.theirs)
            merged[-1] = Change(*runs, told.what, told.note)
        else:
            merged.append(change)
    return merged


TELLING = ("day", "date", "number", "name", "party", "weaker", "stronger", "scope", "word")
"""What an alteration can be, the most telling first."""


def _apart(one: range, other: range) -> int:
    return max(0, other.start - one.stop, one.start - other.stop)


def _over(one: range, other: range) -> range:
    return range(min(one.start, other.start), max(one.stop, other.stop))
