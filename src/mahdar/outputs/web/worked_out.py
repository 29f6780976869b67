"""What is worked out of the whole register, as pages ask for it; None where nobody has worked it out yet.

No page works any of it out: `Desk.standing` keeps it, and a process of its own makes it anew.
"""

from __future__ import annotations

from mahdar.model.chains import Chain
from mahdar.outputs.web.desk import Desk
from mahdar.pipeline.contradicting import Found
from mahdar.pipeline.series import SeriesRecord, register_series

__all__ = ["known_chains", "known_contradictions", "known_series"]


def known_series(desk: Desk) -> tuple[SeriesRecord, ...]:
    """Return every series, those with the most editions first.

    It takes a few milliseconds in a register of thousands of documents, so it is of this very moment.
    """
    return desk.passing.get("series", lambda: register_series(desk.register))


def known_chains(desk: Desk) -> tuple[Chain, ...] | None:
    """Return what became of commitments and instruments, as it stands today."""
    found = desk.standing.chains(desk.today().isoformat()).value
    return found if found is not None else _nothing(desk)


def known_contradictions(desk: Desk) -> tuple[Found, ...] | None:
    """Return what cannot both be true, closed ones too, the hard ones first."""
    found = desk.standing.contradictions().value
    if found is None:
        return _nothing(desk)
    settled = {one.contradiction: one for one in desk.register.decisions.closings()}
    return tuple(Found(one, settled.get(one.id)) for one in found)


def _nothing(desk: Desk) -> tuple[()] | None:
    """Return nothing where there is nothing to work out."""
    return () if next(desk.register.documents(last=1), None) is None else None
