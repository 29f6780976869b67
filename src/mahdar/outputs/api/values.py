"""The closed sets of words that questions take: checked, and told by OpenAPI, as the model lays them down."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, WithJsonSchema

from mahdar.model.values import REASONS, REVIEWS, TRACKS
from mahdar.register.queue import ORDERS, QUEUES

__all__ = ["Answer", "Order", "Reason", "Review", "State", "Track", "Waits"]

Answer: TypeAlias = Any
"""What a route hands to its response model."""


def _of(words: Collection[str]) -> tuple[AfterValidator, WithJsonSchema]:
    """Return what lets only these words through, and says which they are."""
    known = sorted(words)

    def check(value: str) -> str:
        if value not in known:
            raise ValueError(f"use one of {', '.join(known)}")
        return value

    return AfterValidator(check), WithJsonSchema({"type": "string", "enum": known})


Review = Annotated[str, *_of(REVIEWS)]
"""What people have made of an entry."""
State = Annotated[str, *_of(("active", "retired", "stale"))]
"""Whether the newest reading still finds an entry."""
Track = Annotated[str, *_of(TRACKS)]
"""A topic of acts."""
Reason = Annotated[str, *_of(REASONS)]
"""Why an entry is rejected."""
Waits = Annotated[str, *_of(set(QUEUES) - {"mine", "second"})]
"""Why entries wait; not the two queues for reviewers who judge without seeing what others said."""
Order = Annotated[str, *_of(ORDERS)]
"""In which order they wait."""
