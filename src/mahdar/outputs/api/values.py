"""The closed sets of words that questions take, for OpenAPI: as the model lays them down."""

from __future__ import annotations

from enum import StrEnum

from mahdar.model.values import REASONS, REVIEWS, TRACKS

__all__ = ["Reason", "Review", "State", "Track"]

Review = StrEnum("Review", {one: one for one in sorted(REVIEWS)})
"""What people have made of an entry."""
State = StrEnum("State", {one: one for one in ("active", "stale", "retired")})
"""Whether the newest reading still finds an entry."""
Track = StrEnum("Track", {one: one for one in sorted(TRACKS)})
"""The topics of acts."""
Reason = StrEnum("Reason", {one: one for one in sorted(REASONS)})
"""Why an entry is rejected."""
