"""The sentences in which the program says what it finds, in both languages.

Source: lexicon/data/shared/notes.toml
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mahdar.lexicon.store import Lexicon

__all__ = ["Sentence", "sentences"]

_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_VALUE: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with places for values."""

    pattern: str

    @property
    def names(self) -> frozenset[str]:
        """What its values are called."""
        return frozenset(_VALUE.findall(self.pattern))

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the sentence with its values; a part in brackets goes where a value of it is missing.

        >>> Sentence("{kind}[ no. {edition}] is over").filled({"kind": "session"})
        'session is over'

        Raises:
            KeyError: a value is missing that the sentence cannot do without.
        """

        def part(found: re.Match[str]) -> str:
            return found[1] if set(_VALUE.findall(found[1])) <= values.keys() else ""

        return _VALUE.sub(lambda found: values[found[1]], _OPTIONAL.sub(part, self.pattern))


def sentences(lexicon: Lexicon, language: str) -> Mapping[str, Sentence]:
    """Return the sentences of a language by the name of the note.

    >>> from mahdar.lexicon import default_lexicon
    >>> sentences(default_lexicon(), "en")["other_weekday"].pattern
    'the same date, another day of the week'
    """
    return {
        row.text("name"): Sentence(row.text(language)) for row in lexicon.rows("shared/notes.toml", "note")
    }
