"""What is worked out of the whole register, as pages ask for it; None where nobody has worked it out yet."""

from __future__ import annotations

from mahdar.model.chains import Chain
from mahdar.outputs.web.desk import Desk
from mahdar.pipeline.contradicting import Found, contradictions
from mahdar.pipeline.following import followed
from mahdar.pipeline.series import SeriesRecord, register_series

__all__ = ["known_chains", "known_contradictions", "known_series"]


def known_series(desk: Desk) -> tuple[SeriesRecord, ...]:
    """Return every series, those with the most editions first."""
    return register_series(desk.register)


def known_chains(desk: Desk) -> tuple[Chain, ...] | None:
    """Return what became of commitments and instruments, as it stands today."""
    state, today = desk.register.moment(), desk.today().isoformat()
    if next(desk.register.documents(last=1), None) is None:
        return ()
    return desk.memory.get(
        ("chains", state, today), lambda: tuple(followed(desk.register, today, desk.lexicon).chains)
    )


def known_contradictions(desk: Desk) -> tuple[Found, ...] | None:
    """Return what cannot both be true, closed ones too, the hard ones first."""
    key = ("contradictions", desk.register.moment())
    return desk.memory.get(key, lambda: contradictions(desk.register, closed=True, lexicon=desk.lexicon))
