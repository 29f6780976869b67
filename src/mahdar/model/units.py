"""The words that every other docstring uses, defined once.

*offset*: Unicode code points into a document's text as read; a span's `end` is exclusive.
*id*: the first 16 hex digits of a sha256 (a document's id: all 64); each docstring says of what.
*date*: an ISO 8601 prefix (`2024`, `2024-03`, `2024-03-05`) or a range of two (`2024/2030`); a date in a
text carries its precision beside it: `day`, `month`, `year`, `range` or `vague`.
*confidence*: 0..1; 1 means that the reader has never been seen to be wrong on such an entry.
*party*: ISO 3166-1 alpha-3, or an upper-case code of the lexicon (`EU`, `HAMAS`), or `ORG:` and a name.
*time*: UTC. Sizes are bytes, durations seconds.
"""

from __future__ import annotations

from typing import TypeAlias

Offset: TypeAlias = int
"""Unicode code points into `Document.text`."""

DocumentId: TypeAlias = str
"""sha256 of the text in UTF-8, 64 hex digits."""

ArticleId: TypeAlias = str
"""Hash of the document's id and the article's first offset."""

EntryId: TypeAlias = str
"""Hash of the document's id, the entry's type and its evidence's offsets."""

PartyCode: TypeAlias = str
"""Who acts: a state, a bloc, a group, or `ORG:` and a name."""

IsoDate: TypeAlias = str
"""An ISO 8601 prefix, or two of them joined by a slash."""

Confidence: TypeAlias = float
"""0..1."""
