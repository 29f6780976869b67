"""How soon the desk answers: 20 readers at once over a register of many articles, page by page and mixed.

    python bench/desk.py [--register R] [--workers N] [--readers N] [--seconds S] [--pause MS]

Without --register the collection of real articles beside the checkout (../shared/bulk) is read and linked
first, else the shipped examples. `wrk` (Debian's package of that name) asks, twice: each reader asks for the
next page a second after it has the last, as one who reads, and then as soon as it has it. `new` pages are
asked for in their turn, each for the first time as long as there are any; a desk keeps a page until the
register changes, and the bench has it forget them before each line. Times are of whole answers, so somewhat
later than their first byte. The floor is a file that the desk keeps in memory: what the server itself costs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import permutations
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).parent))

LUA = """
local paths = {%s}
local turn, next = %s, 0
math.randomseed(7)
request = function()
  next = turn and next %% #paths + 1 or math.random(#paths)
  return wrk.format("GET", paths[next], {["accept"] = "text/html", ["accept-language"] = "ar"})
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
FLOOR = "floor: a file"


class Load(NamedTuple):
    """How hard the desk is asked."""

    readers: int
    seconds: int
    pause: int
    """Milliseconds between one answer and the next question of a reader."""


class Served(NamedTuple):
    """A desk that is asked."""

    address: str
    register: Path


def main() -> None:
    """Serve a register, ask, and print how soon it answered."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--register", type=Path, help="a register; it is copied, never written to")
    parser.add_argument("--workers", help="processes that answer; as many as the desk thinks right")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=8, help="for each kind of page")
    parser.add_argument("--pause", type=int, default=1000, help="milliseconds between pages of one reader")
    given = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing. As root: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder:
        register = _register(Path(folder), given.register)
        with _served(register, given.workers) as address:
            _measure(Served(address, register), Load(given.readers, given.seconds, given.pause))


def _measure(desk: Served, load: Load) -> None:
    """Ask for new pages of each kind, then for pages of all kinds again and again; both with pauses too."""
    kinds = dict(_kinds(desk.address))
    files = kinds.pop(FLOOR)
    for way in (load, load._replace(pause=0)):
        pause = f"each reader {way.pause} ms between two" if way.pause else "without a pause"
        print(f"\n{way.readers} readers, {pause}")
        print(
            f"{'':22}{'median':>9}{'99 %':>9}{'longest':>9}{'a second':>10}{'KB':>7}{'failed':>8}"
            f"{'median':>9}{'99 %':>7}  of the floor's"
        )
        floor = _ask(desk.address, files, way)
        _print(FLOOR, floor, floor, way)
        for name, paths in kinds.items():
            _forget(desk.register)
            _print(f"new: {name}", _ask(desk.address, paths, way, in_turn=True), floor, way)
        pages = [path for some in kinds.values() for path in some[:40]]
        _print("all kinds, new or kept", _ask(desk.address, pages, way), floor, way)
        _print("all kinds, kept", _ask(desk.address, pages, way), floor, way)


def _forget(register: Path) -> None:
    """Have the desk forget the pages it keeps, as after any change; what it holds stays the same."""
    with closing(sqlite3.connect(register)) as connection:
        number = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.commit()


def _kinds(address: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each kind of page with addresses of it, as far as the desk has them."""
    draw = random.Random(7)  # noqa: S311  # the same pages in each run
    style = re.search(r'href="(/static/[^"]+\.css)"', _text(address, "/"))
    yield FLOOR, [style[1]] if style else ["/"]
    yield "home", ["/", "/series", "/parties", "/explore", "/follow", "/follow?overdue=1", "/follow?as=table"]
    ids = [one["id"][:12] for one in _rows(address, "/documents.json?page=1", "documents")]
    for page in range(2, 30):
        ids += [one["id"][:12] for one in _rows(address, f"/documents.json?page={page}", "documents")]
    sorts = ("name", "-published", "chars", "-added")
    yield "documents", [f"/documents?page={n}&sort={sort}" for sort in sorts for n in range(1, 38)]
    yield "a document", [f"/documents/{one}" for one in draw.sample(ids, min(300, len(ids)))]
    asked = [*WORDS, *(f"{one} {two}" for one, two in permutations(WORDS, 2))]
    yield "search", [f"/search?q={quote(words)}" for words in asked]
    sorts = ("-day", "confidence", "document", "review")
    yield (
        "explore",
        [f"/explore/{kind}?page={n}&sort={sort}" for kind in TYPES for sort in sorts for n in range(1, 6)],
    )
    yield "people", [f"/people?page={n}&sort={sort}" for sort in ("documents", "name") for n in range(1, 50)]
    codes = [one["code"] for one in _rows(address, "/parties.json", "parties")]
    yield "a party", [f"/parties/{quote(code)}" for code in codes]
    orders = ("confidence", "text")
    yield "review", [f"/review?order={order}&type={kind}" for order in orders for kind in ("", *TYPES)]


def _rows(address: str, path: str, name: str) -> list[dict[str, str]]:
    return list(json.loads(_text(address, path))[name]["rows"])


def _text(address: str, path: str) -> str:
    with urlopen(f"{address}{path}", timeout=60) as answer:  # noqa: S310  # our own server
        return str(answer.read().decode())


def _ask(address: str, paths: Sequence[str], load: Load, *, in_turn: bool = False) -> dict[str, float]:
    """Ask for pages, each in its turn or in no order, and return how long answers took."""
    least, most = load.pause // 2, load.pause * 3 // 2  # readers do not turn pages in step
    delay = f"delay = function() return math.random({least}, {most}) end" if load.pause else ""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        listed = ", ".join(json.dumps(path) for path in paths)
        script.write(LUA % (listed, str(in_turn).lower(), delay))
        script.flush()
        how = ["-t1", f"-c{load.readers}", f"-d{load.seconds}s", "--timeout", "20s", "-s", script.name]
        command = ["wrk", *how, address]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def _print(name: str, found: dict[str, float], floor: dict[str, float], load: Load) -> None:
    rate = found["answers"] / load.seconds
    times = [found[one] / max(floor[one], 0.01) for one in ("median", "p99")]
    print(
        f"{name:22}{found['median']:7.1f}ms{found['p99']:7.1f}ms{found['most']:7.0f}ms"
        f"{rate:10.0f}{found['size']:7.0f}{found['failed']:8.0f}{times[0]:9.1f}{times[1]:7.1f}",
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
def _served(register: Path, workers: str | None) -> Iterator[str]:
    """Serve a register; yield its address."""
    said = register.parent / "said"
    given = ["--register", str(register), *(["--workers", workers] if workers else [])]
    with said.open("wb") as out:
        running = subprocess.Popen(  # noqa: S603  # our own command
            [sys.executable, "-m", "mahdar", "serve", "--port", "0", *given],
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
