"""Texts of a register, asked for one by one and only the last few remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mahdar.errors import UnknownIdError
from mahdar.model.units import DocumentId
from mahdar.register import Register

__all__ = ["KeptTexts"]

_MOST = 64
"""Texts in memory: what is shown together is mostly of few documents."""


class KeptTexts(Mapping[DocumentId, str]):
    """Document → its text; the register has to be open."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._texts: dict[DocumentId, str] = {}

    def __getitem__(self, document: DocumentId) -> str:
        if document not in self._texts:
            try:
                text = self._register.text(document)
            except UnknownIdError:
                raise KeyError(document) from None
            if len(self._texts) >= _MOST:
                self._texts.pop(next(iter(self._texts)))
            self._texts[document] = text
        return self._texts[document]

    def __iter__(self) -> Iterator[DocumentId]:
        return (one.id for one in self._register.documents(all_versions=True))

    def __len__(self) -> int:
        return sum(1 for _ in self)
