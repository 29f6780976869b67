"""A register of hostile words in a real browser: no script of theirs runs, and none is even tried."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import LIMIT, serving, visiting
from tests.outputs.hostile import hostile_register

PAGES = (
    *(
        "/",
        "/series",
        "/contradictions",
        "/documents",
        "/documents/{document}",
        "/people",
        "/people/{person}",
    ),
    *("/documents/{document}?entry={act}", "/documents/{document}/entries/new", "/entries/{meeting}"),
    *(
        "/parties",
        "/parties/KEN",
        "/follow",
        "/follow?as=table",
        "/follow/{chain}",
        "/explore",
        "/explore/act",
    ),
    *("/explore/meeting", "/review", "/review/{act}", "/review/{meeting}", "/review?which=again", "/add"),
    *("/add/made", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/search?q=الدفاع", "/users"),
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk over the hostile register."""
    made = tmp_path_factory.mktemp("made")
    with hostile_register(made):
        pass
    with serving(made / "mahdar.sqlite", tmp_path_factory.mktemp("hostile")) as where:
        yield where


def ids(where: str) -> dict[str, str]:
    """Return what there is to fill addresses with."""

    def first(path: str) -> dict[str, str]:
        until = time.monotonic() + LIMIT
        while time.monotonic() < until:
            with urlopen(f"{where}/api/v1/{path}", timeout=LIMIT) as answer:  # noqa: S310  # our own server
                found = json.load(answer)["items"]
            if found:
                return dict(found[0])
            time.sleep(0.5)  # chains are worked out behind the reader's back
        raise AssertionError(path)

    act = first("entries?type=act&kind=commit&limit=1")
    person, meeting = first("people?limit=1")["id"], first("entries?type=meeting&limit=1")["id"]
    known = {"act": act["id"], "document": act["document"], "person": person, "meeting": meeting}
    return known | {"chain": first("chains")["id"]}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_hostile_word_runs_or_is_stopped_from_running(
    chromium: Browser, hostile: str, language: str
) -> None:
    """What the browser refuses to run it complains of: `visiting` fails at any complaint."""
    known, asked = ids(hostile), []
    with visiting(chromium, hostile) as visit:
        for path in PAGES:
            page = visit(path.format(**known), language=language)
            page.on("dialog", lambda one: asked.append(one.message))
            assert page.locator("main h1").count() == 1, path
            own = page.locator(
                "script:not([src^='/static/']), iframe, object, [onload], [onerror], [onfocus]"
            )
            assert own.count() == 0, path
            for element in page.locator("main a, main button").all()[:8]:
                element.hover(trial=True, force=True)
                element.focus()
            page.context.close()
    assert not asked
