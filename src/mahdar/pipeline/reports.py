"""What became of a run: what was read, what was passed over, what failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from mahdar.model.reading import Reading
from mahdar.pipeline.failures import Failure
from mahdar.register import AddReport

__all__ = ["ARABIC", "LinkReport", "Progress", "Report", "Tally"]

ARABIC = "ar"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: at its start and after each source."""

    done: int
    total: int
    """Sources named or found."""
    name: str
    """The one that is done; empty at the start."""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What linking did."""

    documents: int = 0
    """Documents that were linked."""
    occasions: int = 0
    """Occasions that their meetings belong to."""
    shared: int = 0
    """Of these, told in more than one document."""
    links: int = 0
    """Links that are new."""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did."""

    register: AddReport = field(default_factory=AddReport)
    """What changed in the register."""
    documents: int = 0
    """Documents read."""
    articles: int = 0
    entries: Mapping[str, int] = field(default_factory=dict)
    """Entries found, by type."""
    skipped: int = 0
    """Documents that the register already holds as this reader reads them."""
    copies: int = 0
    """Files with a text that another file of the run has."""
    passed: int = 0
    """Files of folders that were passed over for their ending."""
    foreign: int = 0
    """Documents that were read and are not in Arabic letters; only Arabic is read."""
    failures: tuple[Failure, ...] = ()
    linked: LinkReport = field(default_factory=LinkReport)
    """What was linked afterwards."""
    seconds: float = 0.0


class Tally:
    """Counts while a run goes on."""

    def __init__(self) -> None:
        self.documents = self.articles = self.skipped = self.copies = self.passed = self.foreign = 0
        self.entries: Counter[str] = Counter()
        self.failures: list[Failure] = []

    def read(self, reading: Reading) -> None:
        """Count a document that was read."""
        self.documents += 1
        self.articles += len(reading.page.articles)
        self.foreign += reading.document.language != ARABIC
        self.entries.update(placed.entry.type for placed in reading.entries)

    def report(self, register: AddReport, seconds: float) -> Report:
        """Return what was counted."""
        return Report(
            register=register,
            documents=self.documents,
            articles=self.articles,
            entries=dict(sorted(self.entries.items())),
            skipped=self.skipped,
            copies=self.copies,
            passed=self.passed,
            foreign=self.foreign,
            failures=tuple(self.failures),
            seconds=seconds,
        )
