"""Every article of the collection beside the checkout is read, and every entry's evidence is the text there.

    python -m tests.gate.bulk [--articles N]

Says so loudly and ends well where the collection is not there.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from itertools import islice
from time import perf_counter

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.pipeline.document import read_document
from tests.gate.gate import SHARED, say


def main() -> int:
    """Read the collection; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, help="read only so many (default: all)")
    count = parser.parse_args().articles
    path = SHARED / "bulk" / "news.jsonl.gz"
    if not path.exists():
        say(f"BULK RUN SKIPPED: no collection at {SHARED / 'bulk'}; nothing was read")
        return 0
    lexicon = default_lexicon()
    began, entries, faults = perf_counter(), 0, []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = 0
        for line in islice(lines, count):
            articles += 1
            row = json.loads(line)
            document = Document.of(f"{row['title']}\n\n{row['text']}", f"{row['id']}.txt")
            try:
                reading = read_document(document, lexicon)
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is what this run looks for
                faults.append(f"{row['id']}: {type(error).__name__}: {error}")
                continue
            for placed in reading.entries:
                entries += 1
                faults += [
                    f"{row['id']}: {e.quote!r} does not stand at {e.start}-{e.end}"
                    for e in placed.entry.evidence
                    if document.text[e.start : e.end] != e.quote
                ]
    for fault in faults[:20]:
        say(fault)
    took = perf_counter() - began
    say(f"bulk: {articles} articles, {entries:,} entries in {took:.0f} s, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
