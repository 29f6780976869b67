"""Score what is said across documents: the commands' own JSON, by the scorer beside the annotation."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

__all__ = ["links_figures"]


def links_figures(shared: Path, work: Path) -> dict[str, float]:
    """Run the commands over the documents whose links are annotated, and score what they print.

    Args:
        shared: the folder beside the checkout.
        work: a folder to make and use.

    Returns:
        `links.` and the scorer's row → F1.
    """
    gold = json.loads((shared / "gold" / "links.json").read_text(encoding="utf-8"))
    work.mkdir()
    register = ["--register", str(work / "links.sqlite")]
    names = sorted({side[0]["doc"] for side in gold["same_occasion"]} | _documents(gold))
    _mahdar("read", *(str(shared / "corpus" / name) for name in names), *register)
    report = gold["reports"][0]
    asked = {
        "compare": ("compare", report["statement"], report["report"], "--format", "json"),
        "export": ("export", "--format", "json"),
        "contradictions": ("show", "contradictions", "--format", "json"),
        "follow": ("follow", "--format", "json"),
    }
    given: list[str] = []
    for name, command in asked.items():
        (work / f"{name}.json").write_text(_mahdar(*command, *register), encoding="utf-8")
        given += [f"--{name}", str(work / f"{name}.json")]
    rows = json.loads(_run(sys.executable, str(shared / "gold" / "score_links.py"), "--json", *given))
    return {f"links.{name}": round(row["f1"], 3) for name, row in rows.items()}


def _documents(gold: dict[str, list[dict[str, dict[str, str]]]]) -> set[str]:
    """Return the names of all documents between which something is linked."""
    return {one[end]["doc"] for one in gold["follow_ups"] for end in ("from", "to")}


def _mahdar(*arguments: str) -> str:
    """Run a command and return what it prints."""
    return _run(sys.executable, "-m", "mahdar", *arguments)


def _run(*command: str) -> str:
    """Run a program; what it says of a failure is the gate's to show."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise SystemExit(f"gate: {' '.join(command[:4])} … ended with {done.returncode}")
    return done.stdout
