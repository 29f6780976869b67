"""A person's Arabic name → its parts, so that longer and shorter forms of one name can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.store import Lexicon

__all__ = ["NameChain", "name_chain_table"]

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class NameChain:
    """Cuts names; all words folded.

    Source: lexicon/data/ar/name_chain.toml
    """

    between: frozenset[str]
    before: frozenset[str]
    article: str

    def cut(self, name: str) -> tuple[str, ...]:
        """Return a name's parts, folded, without what joins them, initials and the family's article.

        A name of which nothing would be left is one part.
        """
        parts = self._joined([word for word in _WORD.findall(fold(name)) if len(word) > 1])
        given = parts[:1] if len(parts) > 1 else []
        return tuple(given + [self._bare(part) for part in parts[len(given) :]]) or (fold(name),)

    def _joined(self, words: list[str]) -> list[str]:
        """Return the parts: compound names as one, joining words left out."""
        parts: list[str] = []
        half = ""
        for number, word in enumerate(words):
            if word in self.before and number + 1 < len(words):
                half += word
            elif word not in self.between or half:
                parts.append(half + word)
                half = ""
        return parts

    def _bare(self, part: str) -> str:
        """Strip the article, which given names keep and family names often lose."""
        long = len(part) > len(self.article) + 2
        return part.removeprefix(self.article) if long else part


def name_chain_table(lexicon: Lexicon) -> NameChain:
    """Return the compiled table."""
    return lexicon.table("name_chain", _build)


def _build(lexicon: Lexicon) -> NameChain:
    """Compile the file."""
    rows = lexicon.rows("ar/name_chain.toml", "head")
    forms = {row.text("kind"): [fold(form) for form in row.list("forms")] for row in rows}
    return NameChain(frozenset(forms["between"]), frozenset(forms["before"]), forms["article"][0])
