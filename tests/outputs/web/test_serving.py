"""A desk served by several processes: one desk to whoever asks, whichever process answers."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen
from time import monotonic, sleep

import httpx
import pytest
from tests.outputs.commands import LIMIT, POST, started

from mahdar.pipeline.local import Options, read_paths
from mahdar.pipeline.passwords import kept_of
from mahdar.register import Register

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")

NAME, PASSWORD = "mariam", "nine old lighthouses"
REPLACED = "A process that served pages has ended; another takes its place."
HEADERS = {"accept": "text/html", "accept-language": "en"}


class Desk:
    """A desk that is served by processes of its own."""

    def __init__(self, running: Popen[bytes], folder: Path) -> None:
        self.running, self._said = running, folder / "err"
        self.address = until(self._address, "an address is said")
        until(lambda: self.get("/sign-in").status_code, "it answers")

    def said(self) -> str:
        return self._said.read_text(encoding="utf-8")

    def workers(self) -> list[int]:
        """The processes that answer, as the system knows them."""
        return [one for one in children(self.running.pid) if serves(one)]

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Ask as a new visitor does, on a connection of its own."""
        return httpx.get(self.address + path, headers=HEADERS | headers, timeout=LIMIT)

    def end(self, how: signal.Signals) -> int:
        """Tell it to end as a terminal or the system does; return its exit code."""
        os.killpg(self.running.pid, how)
        return self.running.wait(timeout=LIMIT)

    def _address(self) -> str | None:
        assert self.running.poll() is None, self.said()
        found = re.search(r"http://[^/\s]+", self.said())
        return found[0] if found else None


def children(process: int) -> list[int]:
    """The processes that a process has started and that live."""
    return sorted(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))


def serves(process: int) -> bool:
    """Whether a process listens beside the one that keeps it (and does not only work something out)."""
    try:
        sockets = [str(one.readlink()) for one in Path(f"/proc/{process}/fd").iterdir()]
    except OSError:
        return False
    return (
        b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes() and listening() & set(sockets) != set()
    )


def listening() -> set[str]:
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {f"socket:[{row[9]}]" for row in rows if row[3] == "0A"}


def until(ask: Callable[[], object], what: str):
    """Wait until something holds."""
    began = monotonic()
    while monotonic() - began < LIMIT:
        try:
            if found := ask():
                return found
        except (httpx.TransportError, FileNotFoundError):
            pass
        sleep(0.1)
    raise TimeoutError(what)


@contextmanager
def serving(register: Path, folder: Path, workers: int = 2) -> Iterator[Desk]:
    for file in register.parent.glob(f"{register.name}*"):
        shutil.copy(file, folder / file.name)
    given = ("serve", "--port", "0", "--register", "mahdar.sqlite", "--workers", str(workers))
    with started(*given, at=folder) as running:
        desk = Desk(running, folder)
        until(lambda: len(desk.workers()) == (workers if workers > 1 else 0), "all processes listen")
        yield desk


def gone(processes: list[int]) -> bool:
    return not any(Path(f"/proc/{one}/fd").is_dir() and serves(one) for one in processes)


@pytest.mark.parametrize(
    ("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0), (signal.SIGHUP, 0)], ids=str
)
def test_it_ends_in_order_with_all_its_processes(
    examples: Path, tmp_path: Path, how: signal.Signals, code: int
) -> None:
    with serving(examples, tmp_path) as desk:
        workers = desk.workers()
        assert len(workers) == 2
        assert desk.end(how) == code
        assert gone(workers)
        assert desk.said().splitlines()[1:] == ["Ctrl-C ends it."]
        with socket.create_server(("127.0.0.1", int(desk.address.rpartition(":")[2]))):
            pass  # the port is free again


def test_its_processes_leave_the_end_of_the_terminal_to_the_one_that_keeps_them(
    examples: Path, tmp_path: Path
) -> None:
    with serving(examples, tmp_path) as desk:
        workers = desk.workers()
        for one in children(desk.running.pid):
            os.kill(one, signal.SIGHUP)
        sleep(2)  # a process that ends is looked for twice a second
        assert desk.workers() == workers
        assert desk.said().splitlines()[1:] == ["Ctrl-C ends it."]


def test_a_process_that_is_killed_is_replaced_with_a_word(examples: Path, tmp_path: Path) -> None:
    with serving(examples, tmp_path) as desk:
        first, second = desk.workers()
        os.kill(first, signal.SIGKILL)
        until(lambda: len(desk.workers()) == 2 and first not in desk.workers(), "another takes its place")
        assert second in desk.workers()
        assert desk.get("/documents").status_code == 200
        until(lambda: desk.said().splitlines()[2:] == [REPLACED], "a word on it")


def test_when_the_one_that_keeps_them_is_killed_none_is_left_behind(examples: Path, tmp_path: Path) -> None:
    with serving(examples, tmp_path) as desk:
        workers = desk.workers()
        desk.running.kill()
        desk.running.wait(timeout=LIMIT)
        until(lambda: gone(workers), "the processes end by themselves")


def test_what_cannot_be_served_ends_it_with_a_word(examples: Path, tmp_path: Path) -> None:
    with serving(examples, tmp_path) as desk:
        shutil.move(tmp_path / "mahdar.sqlite", tmp_path / "elsewhere.sqlite")
        os.kill(desk.workers()[0], signal.SIGKILL)
        assert desk.running.wait(timeout=LIMIT) == 1
        assert "mahdar: mahdar.sqlite: there is no register" in desk.said()
        assert "Traceback" not in desk.said()


def test_one_process_serves_where_one_is_asked_for(examples: Path, tmp_path: Path) -> None:
    with serving(examples, tmp_path, workers=1) as desk:
        assert desk.get("/documents").status_code == 200
        assert desk.workers() == []
        assert desk.end(signal.SIGINT) == 130


def test_all_of_them_show_what_one_of_them_wrote(examples: Path, tmp_path: Path) -> None:
    with serving(examples, tmp_path) as desk:
        entry = desk.get("/review.json").json()["waiting"]["entries"][0]["id"]
        with httpx.Client(base_url=desk.address, headers=HEADERS, timeout=LIMIT) as visitor:
            token = re.search(r'data-token="(\w+)"', visitor.get(f"/review/{entry}").text)[1]
            assert visitor.post(f"/review/{entry}/accept", data={"csrf": token}).status_code == 303
        with ThreadPoolExecutor(8) as pool:
            shown = list(pool.map(lambda _: desk.get(f"/entries/{entry}.json").json(), range(24)))
        assert {one["chosen"]["entry"]["review"] for one in shown} == {"accepted"}


def test_sign_ins_are_counted_and_known_by_all_of_them(examples: Path, tmp_path: Path) -> None:
    with serving(examples, tmp_path) as desk:
        with Register.open(tmp_path / "mahdar.sqlite") as register:
            register.accounts.add(NAME, "reader", kept_of(PASSWORD, NAME), "root")

        def sign_in(password: str) -> httpx.Response:
            with httpx.Client(base_url=desk.address, headers=HEADERS, timeout=LIMIT) as visitor:
                token = re.search(r'data-token="(\w+)"', visitor.get("/sign-in").text)[1]
                sent = {"name": NAME, "password": password, "next": "/", "csrf": token}
                return visitor.post("/sign-in", data=sent)

        inside = sign_in(PASSWORD).headers["set-cookie"].partition(";")[0]
        with ThreadPoolExecutor(8) as pool:
            seen = list(pool.map(lambda _: desk.get("/documents", cookie=inside).status_code, range(16)))
            tried = list(pool.map(lambda _: sign_in("a wrong guess").status_code, range(14)))
        assert set(seen) == {200}
        assert sorted(tried) == [401] * 10 + [429] * 4


def test_a_register_in_postgresql_is_served_by_several(postgresql: str, tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    with Register.open(postgresql) as register:
        read_paths([tmp_path / "post.txt"], register, Options(jobs=1))
    given = ("serve", "--port", "0", "--register", postgresql, "--workers", "2")
    with started(*given, at=tmp_path) as running:
        desk = Desk(running, tmp_path)
        until(lambda: len(desk.workers()) == 2, "all processes listen")
        assert "post.txt" in desk.get("/documents").text
        assert desk.end(signal.SIGTERM) == 0
