"""Read instruments: agreements, memoranda, statements, resolutions and other texts that bind or declare.

Each word that names an instrument is looked at with its phrase (`instruments_sight`); what is done with it
comes from the words around (`instruments_action`); the places that speak of one instrument become one entry
(`instruments_merge`).

Source: lexicon/data/ar/instruments.toml
"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.language.clitics import proclitic_length
from mahdar.lexicon.instruments import instrument_table
from mahdar.model.entries import Instrument
from mahdar.model.spans import Span
from mahdar.reading.content import span_of
from mahdar.reading.context import Context
from mahdar.reading.instruments_action import Done, RungAt, action_of, find_rungs
from mahdar.reading.instruments_details import in_a_row
from mahdar.reading.instruments_listed import counted_off, in_general, lead_of, taken_apart
from mahdar.reading.instruments_merge import Seen, Text, merge
from mahdar.reading.instruments_refusals import refused
from mahdar.reading.instruments_sight import Naming, find_namings

__all__ = ["read_instruments"]


def read_instruments(ctx: Context) -> tuple[Instrument, ...]:
    """Find the instruments that an article names: one entry for each, with the strongest thing done with it.

    Args:
        ctx: the article.

    Returns:
        Order: by first evidence. Empty where the article names none.

    Source: lexicon/data/ar/instruments.toml
    """
    table = instrument_table(ctx.lexicon)
    namings = [n for n in find_namings(ctx, table) if not refused(n)]
    namings = [n for k, n in enumerate(namings) if not _matter_of(namings[max(k - 1, 0)], n)]
    rungs: dict[int, list[RungAt]] = {}
    found: list[Seen] = []
    last: tuple[Seen, Done] | None = None
    for k, naming in enumerate(namings):
        at = naming.sentence.first
        if at not in rungs:
            rungs[at] = find_rungs(ctx, table, naming.sentence)
        last = in_a_row(last, naming, action_of(naming, rungs[at], _free(namings, k), _next(namings, k)))
        found.append(counted_off(last[0], found))
    told = [s for s in found if s.opens or s.naming.head.opens != "concluded"]
    leads = [lead for s in told if s.opens and (lead := lead_of(s.naming)) is not None]
    told = [s for s in told if not (s.naming.term.plural and any(lead.holds(s.naming) for lead in leads))]
    told = [s for s in told if not in_general(s, told) and not taken_apart(s, told)]
    return tuple(_entry(ctx, text) for text in merge(told))


def _matter_of(before: Naming, n: Naming) -> bool:
    """Say whether a word that seldom names a text stands in the name of one («إعلان مشترك حول الشراكة»)."""
    return n.head.opens == "concluded" and before.i < n.i < before.last


def _free(namings: Sequence[Naming], k: int) -> int:
    """Return from where on words can speak of an instrument.

    What is done to the one before is not done to one that it rests on («وقعا اتفاقية بعد انتهاء السابقة»).
    """
    n, before = namings[k], namings[max(k - 1, 0)]
    if k == 0 or before.sentence is not n.sentence:
        return n.sentence.first
    if before.i < n.i < before.last and n.has("about", n.i - 1, n.i):
        return n.i  # what is done to a memorandum is not done to what it is about
    resting = n.table.words["resting"]
    back = range(n.i - 1, before.last - 1, -1)
    return next((at for at in back if n.ctx.folds[at] in resting), n.sentence.first)


def _next(namings: Sequence[Naming], k: int) -> int:
    """Return where the next instrument is named in the sentence."""
    following = namings[k + 1 : k + 2]
    return following[0].i if following else namings[k].sentence.last


def _entry(ctx: Context, text: Text) -> Instrument:
    """Make the entry of an instrument."""
    best = text.best.naming
    spans = sorted({span_of(ctx, first, last) for s in text.seen for first, last in s.spans})
    evidence = ctx.article.document.evidence
    return Instrument(
        evidence=tuple(evidence(s.start, s.end) for s in spans),
        reader=f"instrument.{best.head.opens} {best.head.id}",
        kind=text.kind,
        name=_name(ctx, best),
        subject=_subject(ctx, text),
        parties=tuple(sorted(text.parties)),
        action=_action(ctx, text),
        date=text.date,
    )


def _name(ctx: Context, n: Naming) -> Span:
    """Return the words that name it, without «و» or «ب»; «ل» stays, as it swallows the article."""
    span = span_of(ctx, n.i, n.last)
    taken = n.term.taken
    skip = proclitic_length(ctx.words[n.i].text, taken) if taken and not taken.endswith(_LAM) else 0
    return Span(span.start + skip, span.end)


_LAM = "\N{ARABIC LETTER LAM}"


def _action(ctx: Context, text: Text) -> str:
    """Return the action; a joint statement that the article is about is announced."""
    about = ctx.article.kind == "joint_statement" or len(text.seen) > 1
    about = about or text.seen[0].naming.sentence.block == "title"
    if text.kind == "other" and text.action == "referenced" and text.seen[0].naming.head.opens == "concluded":
        return "signed"  # the article is these minutes
    declared = text.seen[0].naming.head.id.endswith("declaration")
    if text.kind == "joint_statement" and text.action == "referenced" and about and not declared:
        return "announced"
    return text.action


def _subject(ctx: Context, text: Text) -> str | None:
    """Return what it is about, in the document's words: its phrase without noun and leading particle."""
    n = text.best.naming
    first = n.behind
    while first < n.last and n.ctx.folds[first] in n.table.words["about"]:
        first += 1
    if first >= n.last:
        return None
    span: Span = span_of(ctx, first, n.last)
    return " ".join(span.cut(ctx.text).split())
