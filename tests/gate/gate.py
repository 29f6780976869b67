"""Score the annotated documents beside the checkout against pinned floors.

    python -m tests.gate.gate                 fail where a figure is below its floor
    python -m tests.gate.gate --raise         write every figure that rose as the new floor
    python -m tests.gate.gate --lower REASON  write all figures as they are, with the reason

Floors are pinned together with a digest of the documents and their annotation: another set of documents
needs floors of its own. Without the documents the gate says so and passes: nothing was measured.

These nine documents are for development: the reader was written with them in sight, so their scores are an
upper bound of what unseen documents score.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SHARED = Path(os.environ.get("MAHDAR_SHARED") or HERE.parents[2] / "shared")
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
        print(f"GATE SKIPPED: no annotated documents at {SHARED}; nothing was measured", file=sys.stderr)
        return 0
    figures = measure()
    if options.raised or options.lower:
        return write(figures, options.lower)
    return compare(figures)


def measure() -> dict[str, float]:
    """Read the documents with the library and score them."""
    from mahdar.outputs.export import export_text
    from mahdar.pipeline import read_folder

    export = json.loads(export_text(read_folder(SHARED / "corpus")))
    score = _score_module()
    layers, trigger, problems = score.score(export, SHARED / "gold", SHARED / "corpus")
    for line in problems:
        print("!", line, file=sys.stderr)
    figures = {name: tally.prf()[2] for name, tally in layers.items()}
    figures["acts.trigger"] = trigger.prf()[2]
    for name, tally in layers.items():
        figures |= {f"{name}.{row}": sum(v) / len(v) for row, v in tally.rows.items() if v}
    return {name: round(value, 3) for name, value in figures.items()}


def _score_module() -> Any:
    """Import the scorer that stands beside the annotation."""
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def digest() -> str:
    """Hash the documents and their annotation."""
    total = hashlib.sha256()
    for path in sorted((*(SHARED / "corpus").glob("*.txt"), *(SHARED / "gold").glob("*.json"))):
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()[:16]


def compare(figures: dict[str, float]) -> int:
    """Print each figure beside its floor; return 1 where one is below."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    if pinned["digest"] != digest():
        print("GATE: the annotated documents are not those that the floors were pinned on", file=sys.stderr)
        return 1
    below = 0
    print(f"{'figure':<22} {'now':>6} {'floor':>6}")
    for name, floor in pinned["floors"].items():
        now = figures.get(name, 0.0)
        low = now < floor - EPSILON
        below += low
        print(f"{name:<22} {now:6.3f} {floor:6.3f}{'  BELOW' if low else ''}")
    print(f"gate: {len(pinned['floors']) - below} figures hold, {below} below their floor")
    return 1 if below else 0


def write(figures: dict[str, float], reason: str | None) -> int:
    """Write floors: the higher of old and new, or with a reason the new ones."""
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}, "lowered": []}
    kept = {} if reason else {k: v for k, v in old["floors"].items() if k in figures}
    floors = {name: max(value, kept.get(name, 0.0)) for name, value in sorted(figures.items())}
    lowered = old.get("lowered", []) + ([reason] if reason else [])
    FLOORS.write_text(
        json.dumps({"digest": digest(), "floors": floors, "lowered": lowered}, indent=1, ensure_ascii=False)
        + "\n",
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
