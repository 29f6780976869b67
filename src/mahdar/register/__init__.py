"""Entries, reviews and history in one database; the only folder that speaks SQL."""

from mahdar.register.records import (
    AddReport,
    Counts,
    DocumentRecord,
    EntryRecord,
    EventRecord,
    PersonRecord,
    SeenMention,
    SeenTitle,
)
from mahdar.register.register import Register

__all__ = [
    "AddReport",
    "Counts",
    "DocumentRecord",
    "EntryRecord",
    "EventRecord",
    "PersonRecord",
    "Register",
    "SeenMention",
    "SeenTitle",
]
