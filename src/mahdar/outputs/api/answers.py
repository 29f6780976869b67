"""Lists in parts, and errors as problem details: what all routes answer with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice
from typing import Annotated, Any, Generic, Protocol, TypeVar

from fastapi import Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from mahdar.errors import RegisterError

__all__ = ["PROBLEMS", "Listed", "Listing", "Paged", "Part", "Problem", "problem"]

T = TypeVar("T")


class Part(BaseModel, Generic[T]):
    """A part of a list."""

    items: list[T]
    next: str | None = Field(description="Give it as `after` for what comes next; null at the end.")


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = "about:blank"
    title: str | None = None
    status: int
    detail: str


def problem(what: str) -> dict[str, Any]:
    """Return how OpenAPI describes an error."""
    schema = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": what, "content": schema}


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: problem("The question makes no sense here."),
    401: problem("A token is wanted, or this one no longer holds."),
    403: problem("The role may not do this."),
    404: problem("There is no such thing, or several."),
    422: problem("A value has the wrong form."),
}
"""The errors that any route may answer with."""


class Paged(BaseModel):
    """Which part of a list."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(50, ge=1, le=500, description="How many at most.")
    after: str | None = Field(None, max_length=80, description="`next` of the part before.")


class Known(Protocol):
    """A record with an id, by which a list goes on."""

    @property
    def id(self) -> str: ...


K = TypeVar("K", bound=Known)


@dataclass(frozen=True, slots=True)
class Listing:
    """The part of a list that is asked for; `response` gets the address of the next part."""

    request: Request
    response: Response
    paged: Paged

    def part(self, every: Iterator[K], shaped: Callable[[Sequence[K]], Iterable[Any]]) -> Part[Any]:
        """Return the part that is asked for.

        Args:
            every: all records, in the list's order.
            shaped: makes of some of them what is answered.

        Raises:
            RegisterError: the part before ended with a record that is in the list no more.
        """
        limit = self.paged.limit
        some = list(islice(_behind(every, self.paged.after), limit + 1))
        following = some[limit - 1].id if len(some) > limit else None
        if following is not None:
            where = self.request.url.include_query_params(after=following)
            self.response.headers["link"] = f'<{where.path}?{where.query}>; rel="next"'
        return Part[Any](items=list(shaped(some[:limit])), next=following)


def _listing(request: Request, response: Response, paged: Annotated[Paged, Query()]) -> Listing:
    return Listing(request, response, paged)


Listed = Annotated[Listing, Depends(_listing)]
"""A route's parameter: the part of a list that is asked for."""


def _behind(every: Iterator[K], after: str | None) -> Iterator[K]:
    """Yield what comes behind a record of this id."""
    if after is None:
        return every
    rest = dropwhile(lambda one: one.id != after, every)
    if next(rest, None) is None:
        raise RegisterError(f"nothing called {after} is in this list any more; begin again without `after`")
    return rest
