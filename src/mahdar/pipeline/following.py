"""What became of commitments and instruments, over a whole register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mahdar.errors import RegisterError
from mahdar.lexicon import Lexicon
from mahdar.linking.follow_score import Found
from mahdar.model.chains import Chain
from mahdar.model.days import overlaps
from mahdar.model.units import DocumentId, IsoDate
from mahdar.pipeline.kept_texts import KeptTexts
from mahdar.pipeline.series import SeriesRecord
from mahdar.pipeline.standing import Standing
from mahdar.register import Register

__all__ = ["Followed", "followed", "narrowed", "of_series"]


@dataclass(frozen=True, slots=True)
class Followed:
    """Chains as they stand on a day, and the links that they and all else hang on."""

    chains: Sequence[Chain]
    links: Sequence[Found]
    names: Mapping[DocumentId, str]
    """Document → what it is called."""
    texts: Mapping[DocumentId, str]
    """Asked of the register one by one, so it has to be open."""


def followed(register: Register, as_of: IsoDate, lexicon: Lexicon | None = None) -> Followed:
    """Follow everything in a register up to a day: as it was kept, or worked out anew where that is old.

    Raises:
        RegisterError: the register holds no document.
    """
    names = register.keeping.names()
    if not names:
        raise RegisterError(f"{register.where} holds no documents; `mahdar read` fills it")
    standing = Standing(register, lexicon)
    standing.refresh()
    return Followed(
        standing.chains(as_of).value or (), standing.links().value or (), names, KeptTexts(register)
    )


def narrowed(  # noqa: PLR0913  # one question, many ways to narrow it
    found: Iterable[Chain],
    *,
    kind: str | None = None,
    parties: Sequence[str] = (),
    track: str | None = None,
    rung: str | None = None,
    due: tuple[IsoDate | None, IsoDate | None] = (None, None),
    overdue: bool = False,
    silent: bool = False,
) -> list[Chain]:
    """Return the chains that are asked for; overdue or silent where both are asked for.

    Args:
        found: all of them.
        kind: `commitment` or `instrument`.
        parties: all of these.
        track: a topic.
        rung: where it stands.
        due: from which day on and until which day, both included; what has no day is left out.
        overdue: only what is overdue.
        silent: only what has fallen silent.
    """
    return [
        one
        for one in found
        if (kind is None or one.type == kind)
        and (rung is None or one.rung == rung)
        and all(code in one.parties for code in parties)
        and (track is None or track in one.tracks)
        and (due == (None, None) or (one.due is not None and overlaps(one.due, *due)))
        and (
            not (overdue or silent) or (overdue and one.overdue) or (silent and one.silent_since is not None)
        )
    ]


def of_series(register: Register, found: Iterable[Chain], series: SeriesRecord) -> list[Chain]:
    """Return the chains of a series' parties of which a step is told in an article on one of its sessions.

    Args:
        register: knows in which article an entry stands.
        found: all chains.
        series: one of the register's.
    """
    meetings = [entry for edition in series.editions for entry in edition.entries]
    articles = {one.article for one in meetings} - {None}
    documents = {one.document for one in meetings}
    near = [one for one in found if set(one.parties) & set(series.parties)]
    steps = {step.entry for one in near for step in one.steps if step.entry and step.document in documents}
    told = {one.id for one in register.relating.entries(sorted(steps)) if one.article in articles}
    return [one for one in near if any(step.entry in told for step in one.steps)]
