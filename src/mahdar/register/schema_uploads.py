"""Documents that are given through the desk, and what became of them.

Source: `migrations/desk/uploads.py` makes the same table in an older register.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text

from mahdar.register.schema import metadata

__all__ = ["upload"]

upload = Table(
    "upload",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("seen", String(32), nullable=False),
    Column("state", String(8), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("result", JSON, nullable=False),
    Index("upload_by_time", "at"),  # the latest ones
)
