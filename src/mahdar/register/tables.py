"""Every table of a register, whichever module describes it."""

from __future__ import annotations

from mahdar.register import (
    schema_accounts,
    schema_explore,
    schema_review,
    schema_search,
    schema_standing,
    schema_uploads,
)
from mahdar.register.schema import metadata

__all__ = ["PARTS", "metadata"]

PARTS = (schema_accounts, schema_explore, schema_review, schema_search, schema_standing, schema_uploads)
"""Imported so that `metadata` knows their tables."""
