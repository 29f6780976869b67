"""How soon the desk answers: 20 readers at once over a register of many articles, page by page and mixed.

    python bench/desk.py [--register R] [--readers N] [--seconds S] [--pause MS]

Without --register the collection of real articles beside the checkout (../shared/bulk) is read and linked
first, else the shipped examples. `wrk` (Debian's package of that name) asks: each reader asks for the next
page as soon as it has the last, or after a pause. Times are of whole answers, so somewhat later than their
first byte. The floor of the same run is a file that the desk keeps in memory: what the server itself costs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).parent))

LUA = """
local paths = {%s}
math.randomseed(7)
request = function()
  return wrk.format("GET", paths[math.random(#paths)], {["accept"] = "text/html", ["accept-language"] = "ar"})
end
%s
done = function(summary, latency, requests)
  local e, n = summary.errors, math.max(1, summary.requests)
  local form = '{"median":%%.2f,"p99":%%.2f,"most":%%.2f,"answers":%%d,"failed":%%d,"size":%%.1f}\\n'
  io.write(string.format(form, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    latency.max / 1000, n, e.status + e.timeout + e.read + e.connect, summary.bytes / n / 1024))
end
"""
WORDS = (
    "الأمن", "اتفاقية", "وزير الخارجية", "مذكرة تفاهم", "القمة", "دعم", '"حقوق الإنسان"', "class:commit",
    "party:USA الطاقة", "الحوار",
)  # fmt: skip
TYPES = ("act", "meeting", "instrument", "amount", "quote", "date")


class Load(NamedTuple):
    """How hard the desk is asked."""

    readers: int
    seconds: int
    pause: int
    """Milliseconds between one answer and the next question of a reader."""


def main() -> None:
    """Serve a register, ask, and print how soon it answered."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--register", type=Path, help="a register; it is copied, never written to")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=8, help="for each kind of page")
    parser.add_argument("--pause", type=int, default=1000, help="milliseconds between pages of one reader")
    given = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing. As root: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder:
        register = _register(Path(folder), given.register)
        with _served(register) as address:
            _measure(address, Load(given.readers, given.seconds, given.pause))


def _measure(address: str, load: Load) -> None:
    """Ask for each kind of page, then for all of them, without and with pauses."""
    print(f"{'':22}{'median':>9}{'99 %':>9}{'longest':>9}{'a second':>10}{'KB':>8}{'failed':>8}")
    kinds = dict(_kinds(address))
    pages = [path for name, some in kinds.items() if name != "floor: a file" for path in some[:40]]
    rushed = load._replace(pause=0)
    for name, paths in kinds.items():
        _print(name, _ask(address, paths, rushed), load)
    mixed = rushed._replace(seconds=load.seconds * 2)
    _print("mixed, no pause", _ask(address, pages, mixed), mixed)
    paused = load._replace(seconds=load.seconds * 2)
    _print(f"mixed, {load.pause} ms pause", _ask(address, pages, paused), paused)


def _kinds(address: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each kind of page with addresses of it, as far as the desk has them."""
    draw = random.Random(7)  # noqa: S311  # the same pages in each run
    style = re.search(r'href="(/static/[^"]+\.css)"', _text(address, "/"))
    yield "floor: a file", [style[1]] if style else ["/"]
    yield "home", ["/"]
    ids = [one["id"][:12] for one in _rows(address, "/documents.json?page=1", "documents")]
    for page in range(2, 30):
        ids += [one["id"][:12] for one in _rows(address, f"/documents.json?page={page}", "documents")]
    yield "documents", [f"/documents?page={n}" for n in range(1, 30)]
    yield "a document", [f"/documents/{one}" for one in draw.sample(ids, min(300, len(ids)))]
    yield "search", [f"/search?q={quote(words)}" for words in WORDS]
    yield "explore", [f"/explore/{kind}?page={n}" for kind in TYPES for n in range(1, 6)]
    yield "people", [f"/people?page={n}" for n in range(1, 10)]
    yield "sessions", ["/series"]
    yield "follow", ["/follow", "/follow?overdue=1", "/follow?as=table"]
    yield "review", ["/review", "/review?type=act"]
    yield "parties", [f"/parties/{code}" for code in ("USA", "QAT", "RUS", "EGY", "SAU", "IRN", "UN")]


def _rows(address: str, path: str, name: str) -> list[dict[str, str]]:
    return list(json.loads(_text(address, path))[name]["rows"])


def _text(address: str, path: str) -> str:
    with urlopen(f"{address}{path}", timeout=60) as answer:  # noqa: S310  # our own server
        return str(answer.read().decode())


def _ask(address: str, paths: Sequence[str], load: Load) -> dict[str, float]:
    """Ask for pages in no order and return how long answers took."""
    delay = f"delay = function() return {load.pause} end" if load.pause else ""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA % (", ".join(json.dumps(path) for path in paths), delay))
        script.flush()
        how = ["-t1", f"-c{load.readers}", f"-d{load.seconds}s", "--timeout", "20s", "-s", script.name]
        command = ["wrk", *how, address]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def _print(name: str, found: dict[str, float], load: Load) -> None:
    rate = found["answers"] / load.seconds
    print(
        f"{name:22}{found['median']:7.1f}ms{found['p99']:7.1f}ms{found['most']:7.0f}ms"
        f"{rate:10.0f}{found['size']:8.0f}{found['failed']:8.0f}",
        flush=True,
    )


def _register(folder: Path, given: Path | None) -> Path:
    """Return a register to serve: a copy of the one given, else one that is read now."""
    where = folder / "mahdar.sqlite"
    if given is not None:
        for file in given.parent.glob(f"{given.name}*"):
            shutil.copy(file, folder / file.name.replace(given.name, where.name))
        return where
    from reading import _documents  # noqa: PLC0415  # the bench beside this one

    texts = folder / "texts"
    texts.mkdir()
    for document in _documents(1916):
        (texts / document.name).write_text(document.text, encoding="utf-8")
    print("reading and linking the register …", flush=True)
    subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-m", "mahdar", "read", str(texts), "--register", str(where)],
        check=False,
        capture_output=True,
    )
    return where


@contextmanager
def _served(register: Path) -> Iterator[str]:
    """Serve a register; yield its address."""
    said = register.parent / "said"
    with said.open("wb") as out:
        running = subprocess.Popen(  # noqa: S603  # our own command
            [sys.executable, "-m", "mahdar", "serve", "--port", "0", "--register", str(register)],
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        until = monotonic() + 60
        while not (found := re.search(r"http://[^/\s]+", said.read_text(errors="replace"))):
            if running.poll() is not None or monotonic() > until:
                sys.exit(said.read_text(errors="replace"))
            sleep(0.1)
        yield found[0]
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(timeout=30)


if __name__ == "__main__":
    main()
