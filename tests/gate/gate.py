"""Score annotated documents against pinned floors.

    python -m tests.gate.gate                 fail where a figure is below its floor
    python -m tests.gate.gate --raise         write every figure that rose as the new floor
    python -m tests.gate.gate --lower REASON  write all figures as they are, with the reason

Two sets are scored, each by the scorer that stands beside the checkout: the real documents there, and the
shipped examples with their own annotation (`tests/gold`). Floors are pinned together with a digest of both
sets. Without the documents beside the checkout the gate says so and passes: nothing was measured.

Both sets are for development: the reader was written with them in sight, so their scores are an upper bound
of what unseen documents score.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import mahdar
from mahdar.outputs.export import export_register
from tests.gate.links import links_figures

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FLOORS = HERE / "floors.json"
SHARED = Path(os.environ.get("MAHDAR_SHARED") or ROOT.parent / "shared")
EPSILON = 0.0005
"""Figures are rounded to three decimals; less than half a step is no change."""


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--raise", dest="raised", action="store_true", help="write figures that rose")
    parser.add_argument("--lower", metavar="REASON", help="write all figures, also lower ones")
    options = parser.parse_args(arguments)
    if not (SHARED / "gold" / "score.py").exists():
        say(f"GATE SKIPPED: no annotated documents at {SHARED}; nothing was measured")
        return 0
    figures = measure()
    if options.raised or options.lower:
        return write(figures, options.lower)
    return compare(figures)


def say(line: str) -> None:
    """Print a line for whoever runs the gate."""
    sys.stdout.write(f"{line}\n")


def measure() -> dict[str, float]:
    """Read both sets with the library and score them."""
    with tempfile.TemporaryDirectory() as folder:
        examples = Path(folder) / "examples"
        examples.mkdir()
        for gold in (ROOT / "tests" / "gold").glob("*.json"):
            (examples / f"{gold.stem}.txt").write_text(_plain(gold.stem), encoding="utf-8")
        real = score(SHARED / "gold", SHARED / "corpus", Path(folder) / "real")
        shipped = score(ROOT / "tests" / "gold", examples, Path(folder) / "shipped")
        across = links_figures(SHARED, Path(folder) / "links")
    return real | {f"examples.{name}": value for name, value in shipped.items()} | across


def _plain(stem: str) -> str:
    """Return an example as the scorer reads files: UTF-8, one kind of newline, no byte order mark."""
    raw = (ROOT / "examples" / f"{stem}.txt").read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1256")
    return text.replace("\r\n", "\n")


def score(gold: Path, corpus: Path, work: Path) -> dict[str, float]:
    """Read a folder of documents and score the export against its annotation."""
    with mahdar.open_register(work.with_suffix(".sqlite")) as register:
        mahdar.read(corpus, register)
        with work.with_suffix(".json").open("w", encoding="utf-8", newline="\n") as out:
            export_register(register, "json", out)
    export = json.loads(work.with_suffix(".json").read_text(encoding="utf-8"))
    layers, trigger, problems = scorer().score(export, gold, corpus)
    for line in problems:
        say(f"! {line}")
    return _figures(layers, trigger)


def _figures(layers: Mapping[str, Any], trigger: Any) -> dict[str, float]:
    """Flatten the scorer's tallies: F1 a layer, and the rows below it."""
    figures = {name: tally.prf()[2] for name, tally in layers.items()}
    figures["acts.trigger"] = trigger.prf()[2]
    for name, tally in layers.items():
        figures |= {f"{name}.{row}": sum(v) / len(v) for row, v in tally.rows.items() if v}
    return {name: round(value, 3) for name, value in figures.items()}


def scorer() -> Any:
    """Import the scorer that stands beside the annotation."""
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def digest() -> str:
    """Hash both sets and their annotation."""
    total = hashlib.sha256()
    folders = (SHARED / "corpus", SHARED / "gold", ROOT / "examples", ROOT / "tests" / "gold")
    for path in sorted(p for folder in folders for p in (*folder.glob("*.txt"), *folder.glob("*.json"))):
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()[:16]


def compare(figures: Mapping[str, float]) -> int:
    """Print each figure beside its floor; return 1 where one is below."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    if pinned["digest"] != digest():
        say("GATE: the annotated documents are not those that the floors were pinned on")
        return 1
    say(f"{'figure':<32} {'now':>6} {'floor':>6}")
    below = 0
    for name, floor in pinned["floors"].items():
        now = figures.get(name, 0.0)
        low = now < floor - EPSILON
        below += low
        say(f"{name:<32} {now:6.3f} {floor:6.3f}{'  BELOW' if low else ''}")
    say(f"gate: {len(pinned['floors']) - below} figures hold, {below} below their floor")
    return 1 if below else 0


def write(figures: Mapping[str, float], reason: str | None) -> int:
    """Write floors: the higher of old and new, or with a reason the new ones."""
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}, "lowered": []}
    kept = {} if reason else {k: v for k, v in old["floors"].items() if k in figures}
    floors = {name: max(value, kept.get(name, 0.0)) for name, value in sorted(figures.items())}
    lowered = old.get("lowered", []) + ([reason] if reason else [])
    pinned = {"digest": digest(), "floors": floors, "lowered": lowered}
    FLOORS.write_text(json.dumps(pinned, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
