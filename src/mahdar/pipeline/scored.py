"""What is scored: a register's documents, or those of an export, each as an account of its text.

An export may be anybody's file: what of a record has not the form of a register's is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from mahdar.errors import ExportFileError
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId
from mahdar.pipeline.export_file import records
from mahdar.pipeline.scoring_match import Account, Thing
from mahdar.register import Register

__all__ = ["export_accounts", "register_accounts"]

_LAYERS: Final = {
    "meeting": "meetings", "instrument": "instruments", "amount": "amounts", "act": "acts", "quote": "quotes",
    "date": "dates",
}  # fmt: skip
_RUNS: Final = ("trigger", "content", "question", "name")
_REJECTED: Final = "rejected"

Layers: TypeAlias = dict[str, list[Thing]]
Placed: TypeAlias = tuple[str, str, Thing]
"""The id of the document, the layer, and what is there."""


def register_accounts(register: Register, names: Collection[str]) -> Iterator[Account]:
    """Yield what a register says of the documents that are called so."""
    held = [one for one in register.documents() if one.name in names]
    layers: dict[str, Layers] = {one.id: defaultdict(list) for one in held}
    for person in register.people():
        for mention in person.mentions:
            if mention.document in layers:
                fields = {"who": person.id, "name": person.name}
                layers[mention.document]["mentions"].append(Thing((mention.span,), fields))
    for one in held:
        page, its = one.page, layers[one.id]
        its["articles"] += (Thing((Span(run.start, run.end),), {"kind": run.kind}) for run in page.articles)
        its["noise"] += (Thing((Span(run.start, run.end),), {"why": run.why}) for run in page.noise)
        for entry in register.entries(document=one.id):
            if entry.review != _REJECTED:
                its[_LAYERS[entry.type]].append(Thing(tuple(entry.evidence), _fields(entry.fields)))
        yield Account(one.name, its, one.id)


def export_accounts(path: Path, names: Collection[str]) -> Iterator[Account]:
    """Yield what an export says of the documents that are called so.

    Raises:
        ExportFileError: the file cannot be read, or is no export.
    """
    called: dict[str, str] = {}
    layers: dict[str, Layers] = defaultdict(lambda: defaultdict(list))
    try:
        with path.open("rb") as stream:
            for kind, record in records(stream, str(path)):
                if kind == "document" and record.get("name") in names:
                    called[str(record.get("id"))] = record["name"]
                for document, layer, thing in _THINGS.get(kind, _nothing)(record):
                    layers[document][layer].append(thing)
    except OSError as error:
        raise ExportFileError(str(path), 0, f"cannot be read ({error.strerror})") from error
    for id_, name in called.items():
        yield Account(name, layers[id_], DocumentId(id_))


def _nothing(_record: Mapping[str, Any]) -> Iterator[Placed]:
    return iter(())


def _document(record: Mapping[str, Any]) -> Iterator[Placed]:
    for layer, name in (("articles", "kind"), ("noise", "why")):
        for run, span in _runs(record, layer):
            yield str(record.get("id")), layer, Thing((span,), {name: run.get(name)})


def _person(record: Mapping[str, Any]) -> Iterator[Placed]:
    fields = {"who": record.get("id"), "name": record.get("name")}
    for run, span in _runs(record, "mentions"):
        yield str(run.get("document")), "mentions", Thing((span,), fields)


def _entry(record: Mapping[str, Any]) -> Iterator[Placed]:
    layer, evidence = (
        _LAYERS.get(str(record.get("type"))),
        tuple(span for _, span in _runs(record, "evidence")),
    )
    if layer and evidence and record.get("review") != _REJECTED:
        yield str(record.get("document")), layer, Thing(evidence, _fields(record))


_THINGS: Final[Mapping[str, Callable[[Mapping[str, Any]], Iterator[Placed]]]] = {
    "document": _document,
    "person": _person,
    "entry": _entry,
}


def _fields(plain: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry's fields, places in the text as spans."""
    return {name: _span(value) if name in _RUNS else value for name, value in plain.items()}


def _runs(record: Mapping[str, Any], name: str) -> Iterator[tuple[Mapping[str, Any], Span]]:
    """Yield the runs of a text that a list of a record holds, each with what stands beside it."""
    found = record.get(name)
    for one in found if isinstance(found, list) else ():
        if span := _span(one):
            yield one, span


def _span(plain: Any) -> Span | None:  # noqa: ANN401  # whatever a file holds
    """Return a run; None where it is none."""
    if not isinstance(plain, dict):
        return None
    start, end = plain.get("start"), plain.get("end")
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) and 0 <= start < end else None
