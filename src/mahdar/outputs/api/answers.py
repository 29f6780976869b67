"""Lists in parts, and errors as problem details: what all routes answer with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel, Field

__all__ = ["PROBLEMS", "Part", "Problem", "part_of", "problem"]

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


def part_of(request: Request, response: Response, found: Iterable[tuple[str, T]], limit: int) -> Part[Any]:
    """Return the first so many of a list, with the address of the next part in a `Link` header.

    Args:
        request: is repeated in that address.
        response: gets the header.
        found: each with the key that `after` takes.
        limit: how many.
    """
    some: Sequence[tuple[str, T]] = list(islice(found, limit + 1))
    following = some[limit - 1][0] if len(some) > limit else None
    if following is not None:
        where = request.url.include_query_params(after=following)
        response.headers["link"] = f'<{where.path}?{where.query}>; rel="next"'
    return Part[Any](items=[one for _, one in some[:limit]], next=following)
