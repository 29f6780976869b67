"""What a register's documents say that cannot both be true, and what people decided about it."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.errors import UnknownIdError
from mahdar.lexicon import Lexicon
from mahdar.model.contradictions import Closing, Contradiction
from mahdar.pipeline.standing import Standing
from mahdar.register import Register

__all__ = ["Found", "close_contradiction", "contradictions", "reopen_contradiction"]


@dataclass(frozen=True, slots=True)
class Found:
    """A contradiction, and who closed it."""

    contradiction: Contradiction
    closed: Closing | None


def contradictions(
    register: Register, *, closed: bool = False, lexicon: Lexicon | None = None
) -> tuple[Found, ...]:
    """Return the pairs of passages of a register that cannot both be true, the hard ones first.

    Args:
        register: documents that have a newer version are left out.
        closed: also those that a person closed.
        lexicon: the default one where None.

    Raises:
        RegisterError: the register cannot be read.
    """
    settled = {one.contradiction: one for one in register.decisions.closings()}
    standing = Standing(register, lexicon)
    standing.refresh()
    found = (Found(one, settled.get(one.id)) for one in standing.contradictions().value or ())
    return tuple(one for one in found if closed or one.closed is None)


def close_contradiction(register: Register, prefix: str, who: str, why: str) -> Found:
    """Close the contradiction whose id begins like this.

    Args:
        register: is written to.
        prefix: of an id as `contradictions` gives it.
        who: closes it.
        why: the reason.

    Raises:
        UnknownIdError: there is none, or there are several.
        RegisterError: no reason is given.
    """
    found = [one for one in contradictions(register, closed=True) if one.contradiction.id.startswith(prefix)]
    if len(found) != 1:
        what = f"several contradictions begin with {prefix}" if found else f"no contradiction {prefix}"
        raise UnknownIdError(f"{what}; `mahdar show contradictions` lists their ids")
    return Found(found[0].contradiction, register.decisions.close(found[0].contradiction, who, why))


def reopen_contradiction(register: Register, prefix: str, who: str, why: str | None = None) -> Closing:
    """Take back that a contradiction was closed, and return what had been said.

    Raises:
        RegisterError: no closed contradiction's id begins like this, or several do.
    """
    return register.decisions.reopen(prefix, who, why)
