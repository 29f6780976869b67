"""Count how often the entries of each rule are right, over documents that no rule was written on.

    python -m tests.gate.calibrate DIR...           print how well confidence predicts, each set by the others
    python -m tests.gate.calibrate DIR --judged F   add entries judged by hand (path, tab, 1 or 0)
    python -m tests.gate.calibrate DIR... --write   write the counts as the lexicon's
    python -m tests.gate.calibrate DIR... --add     print how well the lexicon's counts predict; add these

Each DIR holds `corpus` (texts) and `gold` (annotation in the form of the scorer that stands beside the
checkout); a type of entry that a set does not annotate is left out. An entry is right where the scorer
matches it and what a reader would act on is right too: an act's actors, the parties of a meeting or an
instrument, who a quotation's speaker is.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import mahdar
from mahdar.lexicon.confidence import expected, from_counts
from mahdar.model.codec import entry_of
from mahdar.model.spans import Evidence
from mahdar.outputs.export import export_register
from mahdar.reading.rating import path_of
from tests.gate.gate import SHARED, scorer

Judged = tuple[str, bool]
"""The path of an entry, and whether it was right."""

TARGET = Path(mahdar.__file__).parent / "lexicon/data/shared/confidence.tsv"
SOURCE = "entries judged against annotation and by hand; docs/quality.md tells how"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
TYPES = ("act", "meeting", "instrument", "amount", "quote", "date")


def main(arguments: list[str] | None = None) -> int:
    """Run the tool; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--judged", type=Path, action="append", default=[])
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--write", action="store_true")
    how.add_argument("--add", action="store_true")
    options = parser.parse_args(arguments)
    if not (SHARED / "gold" / "score.py").exists():
        say(f"SKIPPED: no scorer at {SHARED}; nothing was counted")
        return 0
    sets = [list(judge(folder)) for folder in options.folders]
    sets += [list(by_hand(file)) for file in options.judged]
    known = shipped() if options.add else []
    report(sets, known)
    if options.write or options.add:
        write([*known, *(one for judged in sets for one in judged)])
    return 0


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def by_hand(file: Path) -> Iterator[Judged]:
    """Yield entries that a person judged."""
    for line in file.read_text(encoding="utf-8").splitlines():
        path, _, right = line.partition("\t")
        yield path, right.strip() == "1"


def shipped() -> list[Judged]:
    """Return the lexicon's counts, one by one."""
    rows = (line.split("\t") for line in TARGET.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    counted = ((rule, int(judged), int(right)) for rule, judged, right, _ in list(rows)[1:])
    return [(rule, n < right) for rule, judged, right in counted for n in range(judged)]


def judge(folder: Path) -> Iterator[Judged]:
    """Yield every entry that the reader makes of a folder's texts, and whether the annotation has it."""
    export, score = exported(folder), scorer()
    found = matches(score, export, folder)
    names = {d["id"]: d["name"] for d in export["documents"]}
    gold_files = {f"{path.stem}.txt": path for path in (folder / "gold").glob("*.json")}
    told = [json.loads(path.read_text(encoding="utf-8")) for path in gold_files.values()]
    types = {kind for kind in TYPES if any(one.get(f"{kind}s") for one in told)}
    for entry in export["entries"]:
        if names[entry["document"]] in gold_files and entry["type"] in types:
            gold = found.get(entry["id"])
            yield path_of(model(entry)), gold is not None and agrees(score, gold, entry)


def exported(folder: Path) -> Any:
    """Read a folder's texts and return the register as the export has it."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "x.json"
        with mahdar.open_register(Path(scratch) / "r.sqlite") as register:
            mahdar.read(folder / "corpus", register)
            with out.open("w", encoding="utf-8", newline="\n") as file:
                export_register(register, "json", file)
        return json.loads(out.read_text(encoding="utf-8"))


def matches(score: Any, export: Any, folder: Path) -> dict[str, Mapping[str, Any]]:
    """Return for each entry that the scorer matches what the annotation has in its place."""
    found: dict[str, Mapping[str, Any]] = {}
    pairs = score.pairs

    def recorded(gold: Any, ours: Any, how: Any) -> Any:
        result = pairs(gold, ours, how)
        for theirs, mine in result[0]:
            if "reader" in mine and theirs.get("class") == mine.get("class"):
                found.setdefault(mine["id"], theirs)
        return result

    score.pairs = recorded
    score.score(export, folder / "gold", folder / "corpus")
    return found


def agrees(score: Any, gold: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    """Say whether a matched entry has right what a reader would act on."""
    for field in ("actors", "parties"):
        if field in entry and set(gold[field]) != set(entry[field]):
            return False
    if entry["type"] != "quote":
        return True
    return gold["speaker"] == entry["speaker"] or score.same_person(gold["speaker"], entry["speaker"])


def model(entry: Mapping[str, Any]) -> Any:
    """Return an entry of the export as the reader made it."""
    evidence = tuple(
        Evidence(one["start"], one["end"], "x" * (one["end"] - one["start"])) for one in entry["evidence"]
    )
    return entry_of(entry["type"], entry, evidence, entry["confidence"], entry["reader"])


def report(sets: Sequence[Sequence[Judged]], known: Sequence[Judged]) -> None:
    """Print how often entries of each confidence were right, by known counts or those of the other sets."""
    rows: list[tuple[str, float, bool]] = []
    for n, judged in enumerate(sets):
        others = [one for m, other in enumerate(sets) if m != n for one in other]
        shares = from_counts(counts(known or others or judged))
        rows += [(path.split(".")[0], expected(shares, path), right) for path, right in judged]
    for kind in (*TYPES, ""):
        some = [(share, right) for name, share, right in rows if kind in {"", name}]
        for low, high in pairwise(BINS):
            inside = [right for share, right in some if low <= share < high]
            mean = [share for share, _ in some if low <= share < high]
            if inside:
                shown = f"{kind or 'all':<12}{low:.1f}-{min(high, 1):.1f}{len(inside):7}"
                say(f"{shown}{sum(mean) / len(mean):8.2f}{sum(inside) / len(inside):8.2f}")


def counts(judged: Iterable[Judged]) -> list[tuple[str, int, int]]:
    """Return path, right and judged of every path, by path."""
    seen: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for path, right in judged:
        seen[path] += 1
        good[path] += right
    return [(path, good[path], seen[path]) for path in sorted(seen)]


def write(judged: Iterable[Judged]) -> None:
    """Write the lexicon's counts; the policy above them stays."""
    head = [
        line for line in TARGET.read_text(encoding="utf-8").splitlines() if line.startswith(("#", "rule\t"))
    ]
    rows = [f"{path}\t{seen}\t{good}\t{SOURCE}" for path, good, seen in counts(judged)]
    TARGET.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
