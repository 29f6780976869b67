"""Every table of a register, whichever module describes it."""

from __future__ import annotations

from mahdar.register import schema_accounts, schema_explore, schema_review, schema_search, schema_standing
from mahdar.register.schema import metadata

__all__ = ["PARTS", "metadata"]

PARTS = (schema_accounts, schema_explore, schema_review, schema_search, schema_standing)
"""Imported so that `metadata` knows their tables."""
