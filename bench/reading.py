"""Speed and memory of reading, as ratios against plain tokenising in the same run.

    python bench/reading.py [--articles N]

Reads the collection of real articles beside the checkout (../shared/bulk) where it is there, else the shipped
examples many times over, into a fresh SQLite register, in one process. Prints words a second for tokenising
alone (the floor) and for the whole of reading, their ratio, peak memory, and the time
of three commands from a cold and a warm cache. Figures of one run on a shared machine: quote the ratios.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

from mahdar.language import split_words
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.native import is_enabled
from mahdar.pipeline.digest import reader_digest
from mahdar.pipeline.document import read_document
from mahdar.pipeline.failures import Failure
from mahdar.pipeline.workers import read_here
from mahdar.register import Register

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("MAHDAR_SHARED") or ROOT.parent / "shared")
MAHDAR = Path(sys.executable).with_name("mahdar")


def main() -> None:
    """Run all benchmarks and print them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1916, help="how many articles to read")
    count: int = parser.parse_args().articles
    documents = list(_documents(count))
    _say_which(documents)
    print(f"reader         {'compiled' if is_enabled() else 'pure Python: make native compiles it'}")
    _reading(documents)
    _commands()


def _say_which(documents: list[Document]) -> None:
    """Print on which documents a bench runs; on standard error too where they are not the real ones."""
    if _bulk().exists():
        print(f"documents      {len(documents):12,} of the bulk, {_bulk()}")
        return
    print(f"documents      {len(documents):12,}: THE EXAMPLES REPEATED, {_bulk()} is not there")
    print(
        "not the bulk: its figures are not those of real articles, and repeated texts are linked otherwise.\n"
        "MAHDAR_SHARED=FOLDER says where the collection stands (from a git worktree it is not ../shared).",
        file=sys.stderr,
    )


def _bulk() -> Path:
    """Return where the collection of articles stands."""
    return SHARED / "bulk" / "news.jsonl.gz"


def _documents(count: int) -> Iterator[Document]:
    """Yield documents: real articles, else the examples with a mark that makes each text another."""
    if _bulk().exists():
        with gzip.open(_bulk(), "rt", encoding="utf-8") as lines:
            for _, line in zip(range(count), lines, strict=False):
                row = json.loads(line)
                yield Document.of(f"{row['title']}\n\n{row['text']}", f"{row['id']}.txt")
        return
    texts = [p.read_text(encoding="utf-8-sig") for p in sorted((ROOT / "examples").glob("0[1-6]*.txt"))]
    for number in range(count):
        yield Document.of(f"{texts[number % len(texts)]}\n{number}", f"{number}.txt")


def _reading(documents: list[Document]) -> None:
    """Time tokenising alone and the whole of reading into a register."""
    began = process_time()
    words = sum(1 for d in documents for _ in split_words(d.text))
    floor = process_time() - began
    lexicon = default_lexicon()
    read_document(documents[0], lexicon)
    began = process_time()
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "bench.sqlite") as register:
        register.add(_readings(documents, lexicon), reader=reader_digest(lexicon))
        counts = register.counts()
    whole = process_time() - began
    print(f"tokenising     {words / floor:12,.0f} words a second of one core")
    print(f"read           {words / whole:12,.0f} words a second of one core, register included")
    print(f"ratio          {whole / floor:12.1f} times tokenising")
    print(f"words          {words:12,}   entries {sum(counts.entries.values()):,}")
    print(f"peak memory    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:12,.0f} MB")


def _readings(documents: list[Document], lexicon: Lexicon) -> Iterator[Reading]:
    """Read documents as `mahdar read --jobs 1` does."""
    for outcome in read_here(documents, lexicon):
        if isinstance(outcome, Failure):
            raise SystemExit(outcome.message)
        yield outcome


def _commands() -> None:
    """Time the commands that people wait for, from a cold and from a warm cache."""
    bare = min(_time([sys.executable, "-c", "pass"], {}) for _ in range(3))
    print(f"python itself  {bare:12.2f} s")
    help_time = min(_time([str(MAHDAR), "--help"], {}) for _ in range(3))
    print(f"mahdar --help  {help_time:12.2f} s   {help_time / bare:5.1f} times")
    with tempfile.TemporaryDirectory() as folder:
        page = str(ROOT / "examples" / "03-ministry-post.txt")
        environment = {"MAHDAR_CACHE": folder}
        for label, register in (("cold", "a"), ("warm", "b")):
            took = _time(
                [str(MAHDAR), "read", page, "--register", f"{folder}/{register}.sqlite"], environment
            )
            print(f"read one {label}  {took:12.2f} s   {took / bare:5.1f} times")


def _time(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a command takes."""
    began = perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})  # noqa: S603
    return perf_counter() - began


if __name__ == "__main__":
    main()
