"""Speed and memory of linking, as ratios against plain work of the same kind in the same run.

    python bench/linking.py [--articles N]

Reads the collection of real articles beside the checkout (../shared/bulk) where it is there, else the shipped
examples many times over, into a fresh register, then links them all, then adds one more document and links
that alone, five times. Prints on which documents it ran, seconds, the ratio of linking to fetching and
splitting the same entries' words (the floor), what was found, and peak memory. Figures of one run on a shared
machine: quote the ratios.

Before each further document the garbage of the steps before it is collected, and the time of that is printed:
this process has read and linked all of them, and Python's collector, which runs when enough objects were
made, would otherwise look through all it holds (.4 s) inside one of the timings, whichever that is.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parent))
from mahdar.language import split_words
from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.pipeline.document import read_document
from mahdar.pipeline.linking import link_documents
from mahdar.register import Register
from reading import _documents, _readings, _say_which  # the bench beside this one

_MORE = 5
"""Documents that are added one after the other."""


def main() -> None:
    """Run all benchmarks and print them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1916, help="how many articles to link")
    count: int = parser.parse_args().articles
    lexicon = default_lexicon()
    documents = list(_documents(count))
    _say_which(documents)
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "bench.sqlite") as register:
        register.add(_readings(documents, lexicon), reader="bench")
        floor = _floor(register)
        _all(register, floor)
        _one_more(register, documents)
    print(f"peak memory    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:12,.0f} MB")


def _floor(register: Register) -> float:
    """Time fetching every entry and splitting its words, which linking cannot do without."""
    began = process_time()
    words = sum(1 for entry in register.entries() for _ in split_words(entry.evidence[0].quote))
    took = process_time() - began
    print(f"entries' words {words:12,} fetched and split in {took:.1f} s of processor time")
    return took


def _all(register: Register, floor: float) -> None:
    """Time linking everything."""
    began, wall = process_time(), perf_counter()
    report = link_documents(register)
    took = process_time() - began
    clock = perf_counter() - wall
    print(f"linked         {report.documents:12,} documents in {took:.1f} s, {clock:.1f} s by the clock")
    print(f"ratio          {took / floor:12.1f} times fetching and splitting")
    print(f"occasions      {report.occasions:12,}   {report.shared:,} told in several documents")
    print(f"links          {report.links:12,}   near-copies: {_near_copies(register):,} pairs of documents")


def _near_copies(register: Register) -> int:
    """Count pairs of documents that share three links or more."""
    home = {entry.id: entry.document for entry in register.entries()}
    pairs: dict[tuple[str, str], int] = {}
    for link in register.links():
        pair = (home[link.source], home[link.target])
        pairs[pair] = pairs.get(pair, 0) + 1
    return sum(count > 2 for count in pairs.values())


def _one_more(register: Register, documents: list[Document]) -> None:
    """Time linking one more document, a printing of one that is there, into the full register."""
    longest = max(documents[:100], key=lambda one: len(one.text))
    times, collecting, links = list[float](), list[float](), 0
    for number in range(_MORE):
        text = f"{longest.text}\n\n{number + 1}"
        reading = read_document(Document.of(text, f"more-{number}.txt"), default_lexicon())
        register.add([reading], reader="bench")
        began = perf_counter()
        gc.collect()
        collecting.append(perf_counter() - began)
        began = perf_counter()
        links = link_documents(register).links
        times.append(perf_counter() - began)
    print(f"one more       {median(times):12.3f} s by the clock, at most {max(times):.3f} s, {links:,} links")
    print(f"collecting     {median(collecting):12.3f} s before each, in this process")


if __name__ == "__main__":
    main()
