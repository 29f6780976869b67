"""A desk served as a user serves it, and Debian's Chromium that visits it.

Pictures that tests take go to `docs/pictures` with `--pictures`, else to the test's own folder: the
documentation shows what the tests saw.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PICTURES = ROOT / "docs" / "pictures"
LIMIT = 60
"""Seconds after which a server that has not said where it listens is taken for hung."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; the tests are skipped, with a word, where Debian's `chromium` is not installed."""
    if CHROMIUM is None:
        pytest.skip("NO CHROMIUM: the desk is not tried in a browser (as root: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def read_examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the shipped examples, made by the command line."""
    folder = tmp_path_factory.mktemp("desk")
    done = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-m", "mahdar", "read", str(ROOT / "examples"), "--register", "mahdar.sqlite"],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=LIMIT * 4,
    )
    assert done.returncode in {0, 1}, done.stderr.decode()
    return folder / "mahdar.sqlite"


@contextmanager
def serving(register: Path, folder: Path) -> Iterator[str]:
    """Serve a copy of a register as a user serves it; yield the address."""
    for file in register.parent.glob("mahdar.sqlite*"):
        shutil.copy(file, folder / file.name)
    with (folder / "said").open("wb") as said:
        running = subprocess.Popen(  # our own command
            [sys.executable, "-m", "mahdar", "serve", "--port", "0", "--register", "mahdar.sqlite"],
            cwd=folder,
            stdout=said,
            stderr=said,
            env={**os.environ, "USER": "mariam", "LOGNAME": "mariam"},
            start_new_session=True,
        )
    try:
        yield address(running, folder / "said")
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(timeout=LIMIT)


@pytest.fixture
def served(read_examples: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a desk of the test's own, over the examples' register."""
    with serving(read_examples, tmp_path) as where:
        yield where


@pytest.fixture(scope="session")
def shared(read_examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk over the examples' register that no test changes."""
    with serving(read_examples, tmp_path_factory.mktemp("shared")) as where:
        yield where


def address(running: subprocess.Popen[bytes], said: Path) -> str:
    """Wait for the server to say where it listens."""
    import time  # noqa: PLC0415

    for _ in range(LIMIT * 10):
        found = re.search(r"http://[^/\s]+", said.read_text(encoding="utf-8", errors="replace"))
        if found:
            return found[0]
        assert running.poll() is None, said.read_text(encoding="utf-8")
        time.sleep(0.1)
    raise TimeoutError(said.read_text(encoding="utf-8"))


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, served: str) -> Iterator[Visit]:
    """Open a page of the test's own desk: `visit("/review", language="ar", width=390, dark=True)`.

    Whatever a page complains of in the browser's console fails the test.
    """
    with visiting(chromium, served) as open_page:
        yield open_page


@pytest.fixture
def look(chromium: Browser, shared: str) -> Iterator[Visit]:
    """Open a page of the desk that all tests look at and none changes, as `visit` does."""
    with visiting(chromium, shared) as open_page:
        yield open_page


@contextmanager
def visiting(chromium: Browser, where: str) -> Iterator[Visit]:
    """Yield what opens pages of a desk; close them all."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(path: str, **chosen: Any) -> Page:
        context = chromium.new_context(
            base_url=where,
            locale=chosen.get("language", "en"),
            viewport={"width": chosen.get("width", 1280), "height": chosen.get("height", 900)},
            color_scheme="dark" if chosen.get("dark") else "light",
            java_script_enabled=chosen.get("script", True),
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not [one for one in complaints if "409" not in one]


@pytest.fixture
def picture(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Path]:
    """Take a picture of a page: `picture(page, "document-ar")`."""
    folder = PICTURES if request.config.getoption("--pictures") else tmp_path

    def take(page: Page, name: str, *, full: bool = False) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        where = folder / f"{name}.png"
        page.screenshot(path=where, full_page=full, animations="disabled")
        return where

    return take
