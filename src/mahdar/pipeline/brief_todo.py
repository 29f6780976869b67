"""What is open: the commitments by track, and the instruments with the rung that each has reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mahdar.lexicon.fold import fold
from mahdar.model.briefs import Cell, Group, Label, Row, Section
from mahdar.model.days import day_number, overlaps
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import IsoDate
from mahdar.pipeline.brief_scope import Scope
from mahdar.pipeline.brief_texts import Texts
from mahdar.register import Register

__all__ = ["commitments_section", "instruments_section"]

_MOVING = ("to_be_signed", "proposed", "announced", "signed", "amended", "in_force", "referenced")
"""Rungs in the order in which they matter to the next session: what is still to be done first."""
_BOTH = 2
_NEVER = 10**6
"""Days; further away than any date."""


def commitments_section(scope: Scope, register: Register, texts: Texts) -> Section | None:
    """Return the commitments that may still be open, by track; what falls due first goes first."""
    acts = [
        one for one in register.entries(type="act", kind="commit") if _belongs(one, scope, texts, "actors")
    ]
    acts = _once(acts, register, texts)
    acts.sort(key=lambda one: _urgency(one, scope.as_of, texts))
    tracks: dict[str, list[Row]] = defaultdict(list)
    for act in acts:
        tracks[(act.fields["tracks"] or [""])[0]].append(_commitment(act, scope, texts))
    groups = tuple(
        Group(Label("tracks", name) if name else None, tuple(rows)) for name, rows in tracks.items()
    )
    ask = f"mahdar show --class commit {scope.narrowed}"
    return Section("commitments", ("who", "what", "due"), groups, ask=ask) if groups else None


def instruments_section(scope: Scope, register: Register, texts: Texts) -> Section | None:
    """Return the instruments with the rung of each; what is still to be done first."""
    found = register.entries(type="instrument")
    kept = _once([one for one in found if _belongs(one, scope, texts, "parties")], register, texts)
    kept = [one for one in kept if one.fields["kind"] != "joint_statement"]
    kept.sort(key=lambda one: (_MOVING.index(one.fields["action"]), -one.confidence))
    rows = tuple(_instrument(one, scope, texts) for one in kept)
    ask = f"mahdar show --type instrument {scope.narrowed}"
    return (
        Section("instruments", ("who", "instrument", "rung"), (Group(None, rows),), ask=ask) if rows else None
    )


def _belongs(entry: EntryRecord, scope: Scope, texts: Texts, role: str) -> bool:
    """Say whether an entry is of these documents and parties, and known by the day that is asked for."""
    if entry.article not in scope.articles or entry.review == "rejected":
        return False
    parties = entry.fields[role]
    mine = scope.concerns(parties) if role == "parties" else bool(scope.parties.intersection(parties))
    return mine and texts.known(entry, scope.as_of)


def _once(entries: Iterable[EntryRecord], register: Register, texts: Texts) -> list[EntryRecord]:
    """Keep one of those that say the same: the parties' own words, of one wording the first."""
    ordered = sorted(entries, key=lambda one: (texts.rank(one), one.document, one.evidence[0].start))
    same = defaultdict(set)
    for link in register.links([one.id for one in ordered], "restates"):
        same[link.source].add(link.target)
        same[link.target].add(link.source)
    kept: dict[str, EntryRecord] = {}
    wordings: set[str] = set()
    for one in ordered:
        wording = fold(" ".join(_said(one).cut(texts.text(one.document)).split()))
        if wording not in wordings and same[one.id].isdisjoint(kept):
            kept[one.id] = one
            wordings.add(wording)
    return list(kept.values())


def _said(entry: EntryRecord) -> Span:
    """Return the words to show: what an instrument is called; of a commitment all that it rests on."""
    span = entry.fields.get("name")
    return Span(span["start"], span["end"]) if span else entry.evidence[0].span


def _urgency(entry: EntryRecord, as_of: IsoDate, texts: Texts) -> tuple[int, int, float]:
    """Rank a commitment: what is due nearest to the day asked for, before or behind; then the latest."""
    due, said = entry.fields["due"], texts.day(entry)
    away = abs(day_number(due) - day_number(as_of)) if due else _NEVER
    return away, -day_number(said) if said else 0, -entry.confidence


def _commitment(entry: EntryRecord, scope: Scope, texts: Texts) -> Row:
    due = entry.fields["due"]
    when: Cell = (Label("due", due), *_late(due, scope.as_of)) if due else ()
    return Row((_parties(entry.fields["actors"], scope), (texts.quote(entry.document, _said(entry)),), when))


def _late(due: IsoDate, as_of: IsoDate) -> Iterator[Label]:
    """Yield the word for overdue where a day has passed."""
    if not overlaps(due, as_of, None):
        yield Label("word", "overdue")


def _instrument(entry: EntryRecord, scope: Scope, texts: Texts) -> Row:
    fields = entry.fields
    date = (Label("date", fields["date"]),) if fields["date"] else ()
    rung = (Label("instrument_actions", fields["action"]), *date)
    return Row((_parties(fields["parties"], scope), (texts.quote(entry.document, _said(entry)),), rung))


def _parties(codes: Sequence[str], scope: Scope) -> tuple[Label, ...]:
    """Return who is meant; one word for both sides of a dialogue."""
    if len(codes) == _BOTH and scope.parties == set(codes):
        return (Label("word", "both"),)
    return tuple(Label("party", code) for code in codes)
