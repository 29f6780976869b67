"""How often the entries of each rule were right where people judged them → the confidence of a new entry.

A rule's id is a path («act.finite.after_verb.head»): a rule judged seldom leans on the shorter paths above
it, so that two lucky cases make nobody sure. What counts as right, and the documents behind the counts, are
told in docs/quality.md.

Source: lexicon/data/shared/confidence.tsv
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mahdar.lexicon.store import Lexicon

__all__ = ["confidence_of", "confidence_table", "expected", "from_counts"]

_WEIGHT = 8
"""How many cases of its own a rule needs to weigh as much as the path above it."""
_UNJUDGED = 0.5


def confidence_table(lexicon: Lexicon) -> dict[str, float]:
    """Return the compiled table: path of a rule → share of its entries expected to be right."""
    return lexicon.table("confidence", _build)


def confidence_of(lexicon: Lexicon, rule: str) -> float:
    """Return the confidence of an entry that a rule made.

    Args:
        lexicon: holds the counts.
        rule: the rule's path, with what else tells right from wrong behind it (an act's class).

    Returns:
        From 0 to 1, rounded to hundredths: that of the longest part of the path that was judged; one half
        where none was.

    >>> from mahdar.lexicon import default_lexicon
    >>> 0.5 < confidence_of(default_lexicon(), "date.day") <= 1
    True
    >>> confidence_of(default_lexicon(), "guess")
    0.5
    """
    return expected(confidence_table(lexicon), rule)


def expected(shares: Mapping[str, float], path: str) -> float:
    """Return the share of the longest part of a path that has one; one half where none has."""
    while path and path not in shares:
        path = path.rpartition(".")[0]
    return shares.get(path, _UNJUDGED)


def from_counts(counts: Iterable[tuple[str, int, int]]) -> dict[str, float]:
    """Return the share expected of each path and of every path above it.

    Args:
        counts: path, how many of its entries were right, how many were judged.

    >>> from_counts([("a.b", 4, 4)])
    {'a': 0.67, 'a.b': 0.78}
    """
    totals: dict[str, list[int]] = {}
    for rule, right, judged in counts:
        parts = rule.split(".")
        for n in range(1, len(parts) + 1):
            total = totals.setdefault(".".join(parts[:n]), [0, 0])
            total[0] += right
            total[1] += judged
    found: dict[str, float] = {}
    for path in sorted(totals, key=lambda p: p.count(".")):
        right, judged = totals[path]
        above = found.get(path.rpartition(".")[0], _UNJUDGED)
        found[path] = (right + _WEIGHT * above) / (judged + _WEIGHT)
    return {path: round(share, 2) for path, share in found.items()}


def _build(lexicon: Lexicon) -> dict[str, float]:
    """Compile the file."""
    rows = lexicon.rows("shared/confidence.tsv")
    return from_counts((row.text("rule"), int(row.text("right")), int(row.text("judged"))) for row in rows)
