"""Texts that a caller has at hand → a register, linked with what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from time import perf_counter

from mahdar.lexicon import Lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.pipeline.digest import reader_digest
from mahdar.pipeline.document import read_document
from mahdar.pipeline.linking import link_documents
from mahdar.pipeline.reports import Report
from mahdar.register import AddReport, Register

__all__ = ["read_texts"]


def read_texts(documents: Iterable[Document], register: Register, lexicon: Lexicon, *, who: str) -> Report:
    """Read documents into a register and link what is new.

    A text that the register holds as this reader reads it is left as it is.

    Args:
        documents: each is read once, however often it comes.
        register: is written to.
        lexicon: what is known of the language.
        who: stands in the events.

    Raises:
        RegisterError: the register cannot be read or written.
    """
    began, reader = perf_counter(), reader_digest(lexicon)
    wanted = {one.id: one for one in documents}
    known = {id_ for id_ in wanted if register.has(id_, reader)}
    added = register.add(_readings(wanted, known, register, lexicon), reader=reader, who=who, lexicon=lexicon)
    added += AddReport(unchanged=len(known))
    linked = link_documents(register, lexicon=lexicon)
    return Report(added, seconds=perf_counter() - began, linked=linked)


def _readings(
    wanted: dict[str, Document], known: set[str], register: Register, lexicon: Lexicon
) -> Iterator[Reading]:
    """Yield the readings of what is new; a day that was given before is kept."""
    for id_, document in wanted.items():
        if id_ not in known:
            held = register.held(id_)
            given = document.given or (held.given if held else None)
            yield read_document(replace(document, given=given), lexicon)
