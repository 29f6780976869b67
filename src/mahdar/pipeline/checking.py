"""An export and the texts of its documents → what of it still stands.

Documents are known by the hash of their text, so a text that changed is not taken for the one that was read.
What is held for each document is bounded, whatever the file: its counts and its first few problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from mahdar.errors import ExportFileError
from mahdar.pipeline.export_file import Record
from mahdar.pipeline.proofs import document_problems, entry_proof, span_problem
from mahdar.pipeline.texts import Texts

__all__ = ["Checked", "Problem", "Result", "check_records"]

_MOST_DOCUMENTS: Final = 250_000
_MOST_ENTRIES: Final = 1_000_000
_SHOWN: Final = 20
"""Problems of one document that are kept; the rest is counted."""
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not stand."""

    record: str
    """`entry`, `document` or `person`."""
    id: str
    what: str


@dataclass(slots=True)
class Checked:
    """What came of one document."""

    id: str
    name: str
    state: str
    """`verified`; `wrong`: its text is here, and something does not stand in it; `changed`: a file of its
    name is here, with another text; `missing`: nothing of it is here."""
    entries: int = 0
    spans: int = 0
    quotes: int = 0
    """Spans of evidence that came with their words."""
    faults: int = 0
    problems: list[Problem] = field(default_factory=list)
    """The first of them."""
    found: int = 0
    """Of a changed document: quotations that stand in the other text too, wherever."""

    def wrong(self, record: str, key: object, what: str) -> None:
        """Note a problem."""
        self.faults += 1
        self.state = "wrong" if self.state == "verified" else self.state
        if len(self.problems) < _SHOWN:
            self.problems.append(Problem(record, _short(key), what))


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an export."""

    documents: tuple[Checked, ...]
    """Order: as the export names them first."""
    problems: tuple[str, ...]
    """What is wrong with the export as a whole."""

    @property
    def stands(self) -> bool:
        """Whether everything does."""
        return not self.problems and all(one.state == "verified" for one in self.documents)


def check_records(records: Iterable[Record], texts: Texts, name: str = "the export") -> Result:
    """Hold every record of an export against the texts.

    Args:
        records: of the export.
        texts: where the documents' texts are found.
        name: what the export is called in an error.

    Raises:
        ExportFileError: the file is no export, is damaged, or holds more than can be checked at once.
    """
    check = _Check(texts, name)
    for kind, record in records:
        _KINDS[kind](check, record)
    return Result(tuple(check.documents.values()), tuple(check.unknown_ends()))


class _Check:
    """One check while it goes on."""

    def __init__(self, texts: Texts, name: str) -> None:
        self.texts, self.name = texts, name
        self.documents: dict[str, Checked] = {}
        self._entries: set[str] = set()
        self._ends: set[str] = set()

    def document(self, record: Mapping[str, Any]) -> None:
        """Check a document."""
        key, name = record.get("id"), record.get("name")
        its = self._its(key, name if isinstance(name, str) else None)
        text = self.texts.text(its.id)
        if text is not None:
            for what in document_problems(record, text):
                its.wrong("document", its.id, what)

    def entry(self, record: Mapping[str, Any]) -> None:
        """Check an entry."""
        its = self._its(record.get("document"))
        its.entries += 1
        key = record.get("id")
        if not isinstance(key, str) or key in self._entries:
            its.wrong("entry", key, "stands in the export twice" if isinstance(key, str) else "has no id")
        elif len(self._entries) == _MOST_ENTRIES:
            self._too_much(f"{_MOST_ENTRIES:,} entries")
        else:
            self._entries.add(_short(key))
        text = self.texts.text(its.id)
        if text is None:
            self._elsewhere(its, record)
            return
        proof = entry_proof(record, text)
        its.spans += proof.spans
        its.quotes += proof.quotes
        for what in proof.problems:
            its.wrong("entry", key, what)

    def person(self, record: Mapping[str, Any]) -> None:
        """Check where a person is named, and where offices are given."""
        for span in _sightings(record):
            its = self._its(span.get("document"))
            text = self.texts.text(its.id)
            if text is not None and (what := span_problem(span, text)):
                its.wrong("person", record.get("id"), what)

    def link(self, record: Mapping[str, Any]) -> None:
        """Note the two ends of a link."""
        if len(self._ends) > 2 * _MOST_ENTRIES:
            self._too_much(f"{_MOST_ENTRIES:,} links")
        self._ends |= {_short(record.get("from")), _short(record.get("to"))}

    def unknown_ends(self) -> Iterator[str]:
        """Yield how many links lead to entries that the export does not hold."""
        unknown = len(self._ends - self._entries)
        if unknown:
            yield f"links lead to entries that the export does not hold: {unknown:,}"

    def _its(self, key: object, name: str | None = None) -> Checked:
        """Return what is known of a document so far."""
        id_ = _short(key)
        found = self.documents.get(id_)
        if found is None:
            if len(self.documents) == _MOST_DOCUMENTS:
                self._too_much(f"{_MOST_DOCUMENTS:,} documents")
            found = self.documents[id_] = Checked(id_, id_, "")
            self._judge(found)
        if name is not None:
            found.name = name[:_LONGEST_NAME]
            self._judge(found)
        return found

    def _judge(self, its: Checked) -> None:
        """Say whether a document's text is here."""
        if its.state in {"", "missing"}:
            here = self.texts.text(its.id) is not None
            other = not here and self.texts.named(its.name) is not None
            its.state = "verified" if here else "changed" if other else "missing"

    def _elsewhere(self, its: Checked, record: Mapping[str, Any]) -> None:
        """Count which of an entry's quotations stand in the text that a document's file has now."""
        text = self.texts.named(its.name) if its.state == "changed" else None
        evidence = record.get("evidence")
        for span in evidence if isinstance(evidence, list) else ():
            its.spans += 1
            quote = span.get("quote") if isinstance(span, dict) else None
            if isinstance(quote, str) and quote:
                its.quotes += 1
                its.found += text is not None and quote in text

    def _too_much(self, what: str) -> None:
        raise ExportFileError(self.name, 0, f"holds more than {what}; export it in parts and check these")


_KINDS: Final[Mapping[str, Callable[[_Check, Mapping[str, Any]], None]]] = {
    "document": _Check.document,
    "entry": _Check.entry,
    "person": _Check.person,
    "link": _Check.link,
}


def _sightings(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield every span at which a person is named or given an office."""
    for name, inner in (("mentions", None), ("offices", "seen")):
        found = record.get(name)
        for one in found if isinstance(found, list) else ():
            span = one.get(inner) if inner and isinstance(one, dict) else one
            yield span if isinstance(span, dict) else {}


def _short(key: object) -> str:
    """Return an id that is short enough to be kept, whatever it is."""
    return key[:_LONGEST_NAME] if isinstance(key, str) else "?"
