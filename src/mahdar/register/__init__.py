"""Entries, reviews and history in one database; the only folder that speaks SQL."""

from mahdar.model.records import (
    AddReport,
    Counts,
    DocumentRecord,
    EntryRecord,
    EventRecord,
    Held,
    PersonRecord,
    SeenMention,
    SeenTitle,
)
from mahdar.register.placing import Place
from mahdar.register.queue import Queue
from mahdar.register.register import Register
from mahdar.register.reviews import Reviews
from mahdar.register.wanted import Wanted

__all__ = [
    "AddReport",
    "Counts",
    "DocumentRecord",
    "EntryRecord",
    "EventRecord",
    "Held",
    "PersonRecord",
    "Place",
    "Queue",
    "Register",
    "Reviews",
    "SeenMention",
    "SeenTitle",
    "Wanted",
]
