"""What a person ruled about who is who."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Ruling"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Two people of the register are one, or some documents mean another person of the same name."""

    number: int
    what: str
    """`merge` or `split`."""
    person: str
    """Who stays: the person's id."""
    other: str
    """Merged into the person, or split off from it."""
    documents: tuple[str, ...]
    """Of a split: the documents that mean the other. Empty for a merge: it is of all documents."""
    sightings: tuple[str, ...]
    """What was moved, by the ruling itself or when its documents were read again."""
    who: str
    at: str
    """ISO 8601, UTC."""
    why: str | None
    undone: str | None
    """When it was taken back; None where it holds."""
