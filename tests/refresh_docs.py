"""Run what the users' documents show, and write what it printed: `python -m tests.refresh_docs`.

Every command and every piece of Python in a page is run in the page's order, in a fresh folder with the
examples, and its output written below it. The picture of a terminal is drawn anew; so are the tables of
scores, where the annotated documents stand beside the checkout.
"""

from __future__ import annotations

import fcntl
import importlib.util
import json
import os
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import textwrap
from collections.abc import Iterator
from html import escape
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from unittest.mock import patch

import mahdar
from mahdar.outputs.export import export_register
from mahdar.sources import read_source
from tests.outputs.commands import LIMIT
from tests.outputs.test_cli_docs import refresh as refresh_commands

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(p for p in DOCS.glob("*.md") if p.name != "commands.md")]
SHARED = Path(os.environ.get("MAHDAR_SHARED") or ROOT.parent / "shared")
BIN = Path(sys.executable).parent
FLOORS = ROOT / "tests" / "gate" / "floors.json"

EXAMPLE = re.compile(
    r"```console\n\$ (?P<line>.*(?:\n> .*)*)\n(?P<output>(?:(?!```).*\n)*)```\n"
    r"|```python\n(?P<code>(?:(?!```).*\n)*)```\n\n```text\n(?P<printed>(?:(?!```).*\n)*)```\n"
)


class Run(NamedTuple):
    """One example and what became of it."""

    source: str
    code: int
    output: str


def run_page(page: Path) -> Iterator[Run]:
    """Run a page's examples one after the other in a folder with the example documents."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        (Path(folder) / ".venv").mkdir()
        (Path(folder) / ".venv" / "bin").symlink_to(BIN)
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in {"MAHDAR_REGISTER", "MAHDAR_LEXICON"}
        }
        environment = kept | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
        for match in EXAMPLE.finditer(page.read_text(encoding="utf-8")):
            typed = (match["line"] or "").replace("\n> ", "\n")
            command = ["bash", "-c", typed] if typed else [sys.executable, "-c", match["code"]]
            done = subprocess.run(  # noqa: S603  # the pages' own examples
                command,
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=environment,
                check=False,
                timeout=LIMIT,
            )
            yield Run(match["line"] or match["code"], done.returncode, done.stdout.decode())


def refresh_page(page: Path) -> None:
    """Write the output of every example into its page."""
    runs = iter(list(run_page(page)))

    def fresh(match: re.Match[str]) -> str:
        output = next(runs).output
        if match["line"]:
            return f"```console\n$ {match['line']}\n{output}```\n"
        return f"```python\n{match['code']}```\n\n```text\n{output}```\n"

    page.write_text(EXAMPLE.sub(fresh, page.read_text(encoding="utf-8")), encoding="utf-8")


# The picture of a terminal

COLUMNS, ROWS = 112, 44
PICTURED = ("show", "01-joint-statement", "--class", "commit")
SIZE, LEADING, COLUMN = 13, 19, 7.83
STYLES = {"1": 'font-weight="bold" fill="#ffffff"', "2": 'fill="#9aa4b2"', "36": 'fill="#5fd7d7"'}
"""What a terminal's bold, grey and cyan look like here."""
STYLED = re.compile(r"\x1b\[([0-9;]*)m")


def on_terminal(command: list[str], folder: Path) -> str:
    """Return what a command writes to a terminal."""
    ours, its = os.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    looks = {"TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "NO_COLOR": ""}
    running = subprocess.Popen(  # noqa: S603  # our own command
        command, cwd=folder, env=os.environ | looks, stdin=its, stdout=its, stderr=its, start_new_session=True
    )
    os.close(its)
    try:
        chunks = list(_chunks(ours))
        running.wait(timeout=LIMIT)
    finally:
        running.kill()
        os.close(ours)
    return b"".join(chunks).decode()


def _chunks(terminal: int) -> Iterator[bytes]:
    """Yield what is written to a terminal until all who write have closed it, or nothing comes any more."""
    while select.select([terminal], [], [], LIMIT)[0]:
        try:
            yield os.read(terminal, 1 << 16)
        except OSError:
            return
    raise TimeoutError


def picture(lines: list[str]) -> str:
    """Draw a terminal's lines."""
    width, height = round(COLUMNS * COLUMN) + 40, len(lines) * LEADING + 60
    texts = [
        f'<text x="20" y="{52 + n * LEADING}" xml:space="preserve">{_spans(line)}</text>'
        for n, line in enumerate(lines)
        if line
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' font-size="{SIZE}" fill="#d6dbe3"'
        " font-family=\"'DejaVu Sans Mono','Noto Sans Mono',monospace\">\n"
        f"<title>mahdar {' '.join(PICTURED)}</title>\n"
        f'<rect width="{width}" height="{height}" rx="8" fill="#1c2128"/>\n'
        '<g><circle cx="24" cy="19" r="6" fill="#ff5f57"/><circle cx="44" cy="19" r="6" fill="#febc2e"/>'
        '<circle cx="64" cy="19" r="6" fill="#28c840"/></g>'
    )
    return "\n".join([head, *texts, "</svg>\n"])


def _spans(line: str) -> str:
    """Return one line's runs of one style; direction marks stay and do in a browser what they do there."""
    parts = STYLED.split(line)
    spans = [escape(parts[0], quote=False)]
    for style, text in zip(parts[1::2], parts[2::2], strict=True):
        look = STYLES.get(style)
        if text:
            spans.append(
                f"<tspan {look}>{escape(text, quote=False)}</tspan>" if look else escape(text, quote=False)
            )
    return "".join(spans)


def wrapped(line: str) -> list[str]:
    """Break a long line of codes and names between words; quotations are wrapped already."""
    plain = STYLED.sub("", line)
    if len(plain) <= COLUMNS:
        return [line]
    return textwrap.wrap(plain, COLUMNS, subsequent_indent=" " * 12, break_long_words=False)


def drawn() -> str:
    """Draw what `mahdar show` writes of an example's commitments."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(  # noqa: S603  # our own command
            [BIN / "mahdar", "read", ROOT / "examples"],
            cwd=folder,
            check=True,
            capture_output=True,
            timeout=LIMIT,
        )
        shown = on_terminal([str(BIN / "mahdar"), *PICTURED], Path(folder))
    lines = [f"$ mahdar {' '.join(PICTURED)}", *(part for one in shown.splitlines() for part in wrapped(one))]
    return picture(lines)


# The tables of scores

LAYERS = (
    "articles", "noise", "mentions", "dates", "meetings", "instruments", "amounts", "acts", "quotes",
)  # fmt: skip
MARKED = re.compile(r"(<!-- scores:(\w+) -->\n)(.*?)(<!-- end of scores -->)", re.DOTALL)


def measure(texts: Path, gold: Path) -> dict[str, dict[str, float]]:
    """Read texts and score what is found against their annotation."""
    with tempfile.TemporaryDirectory() as folder:
        with mahdar.open_register(Path(folder) / "r.sqlite") as register:
            mahdar.read(texts, register)
            with (Path(folder) / "r.json").open("w", encoding="utf-8") as out:
                export_register(register, "json", out)
        export = json.loads((Path(folder) / "r.json").read_text(encoding="utf-8"))
    with patch.object(Path, "read_text", _decoded):
        layers, _, problems = _score_module().score(export, gold, texts)
    assert not problems, problems
    return {
        name: dict(zip(("P", "R", "F1"), tally.prf(), strict=True))
        | {"n": int(tally.tp + tally.fn)}
        | _rows(tally)
        for name, tally in layers.items()
    }


def _rows(tally: Any) -> dict[str, float]:
    return {row: sum(found) / len(found) for row, found in tally.rows.items() if found}


_read_text = Path.read_text


def _decoded(path: Path, **how: Any) -> str:
    """Read a text as Mahdar does, whatever its encoding and line ends."""
    return read_source(path).text if path.suffix == ".txt" else _read_text(path, **how)


def _score_module() -> ModuleType:
    """Import the scorer that stands beside the annotation."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def short_table() -> str:
    """Return the table of pinned scores: F1 by layer, in both sets of documents."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    rows = [f"| {name} | {floors[name]:.2f} | {floors[f'examples.{name}']:.2f} |" for name in LAYERS]
    return "\n".join(["| layer | development documents | shipped examples |", "|---|---|---|", *rows, ""])


def long_table(found: dict[str, dict[str, float]]) -> str:
    """Return a table of scores in full."""
    head = ["| layer | precision | recall | F1 | n | of what was found |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *(_row(name, found[name]) for name in LAYERS), ""])


def _row(name: str, found: dict[str, float]) -> str:
    details = ", ".join(
        f"{row} {value:.2f}" for row, value in found.items() if row not in {"P", "R", "F1", "n"}
    )
    figures = " | ".join(f"{found[one]:.2f}" for one in ("P", "R", "F1"))
    unit = " characters" if name == "noise" else ""
    return f"| {name} | {figures} | {found['n']:,}{unit} | {details} |"


def refresh_scores() -> None:
    """Write the tables of scores: the short one as pinned, the long ones as measured now."""
    tables = {"short": short_table()}
    if (SHARED / "gold" / "score.py").exists():
        tables["development"] = long_table(measure(SHARED / "corpus", SHARED / "gold"))
        tables["examples"] = long_table(measure(ROOT / "examples", ROOT / "tests" / "gold"))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(MARKED.sub(lambda m: f"{m[1]}{tables.get(m[2], m[3])}{m[4]}", text), encoding="utf-8")


def main() -> None:
    """Refresh everything."""
    for page in PAGES:
        refresh_page(page)
    refresh_commands()
    (DOCS / "show.svg").write_text(drawn(), encoding="utf-8")
    refresh_scores()


if __name__ == "__main__":
    main()
