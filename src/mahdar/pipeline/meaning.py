"""Entries that say the same in other words → `restates` links, where the extra `semantic` is installed.

Acts of the same class and of a party in common are laid side by side by what they mean (`linking.meaning`),
across documents. It is slow, so it runs only when it is asked for, after the links by wording; a document
that is linked anew loses these links until it is asked for again.

Limits: some 40 acts a second; two that say contrary things of one matter (to begin, to end) are as near as
two that say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from mahdar.linking.meaning import Meaning, load_meaning
from mahdar.linking.restating import RESTATES
from mahdar.model.links import Link
from mahdar.model.records import EntryRecord
from mahdar.pipeline.reports import Progress
from mahdar.register import Register

__all__ = ["MISSING", "NEAR", "link_by_meaning"]

MISSING: Final = "not looked for: what is said in other words; install mahdar[semantic] for that"
NEAR: Final = 0.78
"""Least nearness. Of pairs written to tell it (docs/series.md) it links twice as many
that say the same as are merely about it; no height parts the two, and a wrong link costs more
than a missing one."""
_WORDS: Final = 6
"""Words; shorter acts are near to too many."""
_MOST: Final = 400
"""Acts of one class and party that are laid side by side at once."""


def link_by_meaning(
    register: Register, progress: Callable[[Progress], None] | None = None, meaning: Meaning | None = None
) -> int | None:
    """Link acts of different documents that mean the same.

    Args:
        register: linked already by wording.
        progress: is told how far the run is, in groups.
        meaning: what tells how near two sentences are; the installed model where None.

    Returns:
        How many links are new; None where the extra is not installed.
    """
    meaning = meaning or load_meaning()
    if meaning is None:
        return None
    groups = list(_groups(register))
    known = {(link.source, link.target) for link in register.links(kind=RESTATES)}
    days = {one.id: (one.published or one.given or "~", one.name) for one in register.documents()}
    found: dict[str, Link] = {}
    for n, group in enumerate(groups):
        if progress:
            progress(Progress(n, len(groups), ""))
        for link in _nearest(group, meaning, days):
            if (link.source, link.target) not in known:
                found[link.id] = link
    return register.link(found.values()) if found else 0


def _groups(register: Register) -> Iterator[list[EntryRecord]]:
    """Yield acts that may mean the same: of one class and one party, in two documents at least."""
    groups: dict[tuple[str, str], list[EntryRecord]] = defaultdict(list)
    for entry in register.entries(type="act"):
        if len(entry.evidence[0].quote.split()) >= _WORDS and entry.review != "rejected":
            for party in entry.fields["actors"]:
                groups[entry.fields["class"], party].append(entry)
    for group in groups.values():
        for first in range(0, len(group), _MOST):
            some = group[first : first + _MOST]
            if len({one.document for one in some}) > 1:
                yield some


def _nearest(
    group: Sequence[EntryRecord], meaning: Meaning, days: dict[str, tuple[str, str]]
) -> Iterator[Link]:
    """Yield for each act the nearest one of an earlier document, where it is near enough."""
    said = [" ".join(one.evidence[0].quote.split()) for one in group]
    rows = meaning.nearness(said, said)
    for n, one in enumerate(group):
        others = [k for k, other in enumerate(group) if other.document != one.document]
        best = max(others, key=lambda k: rows[n][k], default=None)
        if best is None or rows[n][best] < NEAR or not _is_nearest(best, n, rows, group):
            continue
        if days[group[best].document] < days[one.document]:
            score = round(float(rows[n][best]), 3)
            yield Link(
                RESTATES, one.id, group[best].id, score, f"by meaning: {score:.2f} near, in other words"
            )


def _is_nearest(n: int, other: int, rows: list[list[float]], group: Sequence[EntryRecord]) -> bool:
    """Say whether nothing of the same document is nearer."""
    its = (k for k, one in enumerate(group) if one.document == group[other].document)
    return max(its, key=lambda k: rows[n][k]) == other
