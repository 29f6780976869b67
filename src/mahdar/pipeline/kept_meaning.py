"""What texts mean, as vectors that are kept: a text is asked about once, however often what it is in changes.

Asking the model is by far what costs most when things are followed by meaning; of a register that grows by a
document nearly all texts were asked about before. Numbers are rounded to half precision whether they were
kept or asked for just now, so that the same texts lie to each other the same either way.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from mahdar.linking.meaning import Vectors
from mahdar.model.document import short_hash

__all__ = ["KeptMeaning"]


class KeptMeaning:
    """A model that remembers what it is asked about.

    Args:
        model: is asked about what is not held.
        name: of the model and its version; what another one said is not taken for its word.
        held: what is kept, as `asked` gave it.
    """

    def __init__(self, model: Vectors, name: str, held: Mapping[str, str]) -> None:
        self._model, self._name, self._held = model, name, held
        self.asked: dict[str, str] = {}
        """All that was asked about, to be kept: a digest of the text → its numbers, base64."""

    def vectors(self, texts: Sequence[str]) -> Any:  # noqa: ANN401  # numpy is there with the extra alone
        """Return one vector a text: an array of float32, a row each."""
        import numpy as np  # noqa: PLC0415  # there with the extra alone

        keys = [short_hash("meaning", self._name, text) for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._held}
        rows = self._model.vectors(list(new.values())).astype(np.float16) if new else ()
        made = {key: b64encode(row.tobytes()).decode() for key, row in zip(new, rows, strict=True)}
        self.asked |= {key: made.get(key) or self._held[key] for key in keys}
        numbers = b"".join(b64decode(self.asked[key]) for key in keys)
        return np.frombuffer(numbers, dtype=np.float16).reshape(len(keys), -1).astype(np.float32)
