"""What holds of every page in a real browser: it fits, and the rules of accessibility are kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Visit = Callable[..., Page]
STATEMENT, REPORT = "01-joint-statement.txt", "02-news-report.txt"
PAGES = (
    *("/", "/series", "/series/KWT-USA", "/series/KWT-USA/4", "/contradictions"),
    *("/compare", f"/compare/{STATEMENT}/{REPORT}", "/compare/KWT-USA/4/5"),
    *("/documents", f"/documents/{STATEMENT}", "/documents/05-interview.txt", "/search?q=دعم"),
    *(
        "/follow",
        "/follow?as=table",
        "/follow/{chain}",
        "/people",
        "/people/{person}",
        "/parties",
        "/parties/KWT",
    ),
    *("/explore", "/explore/act", "/explore/meeting?party=USA", "/explore/quote", "/explore/amount"),
    *("/review", "/review/agreement", "/review/{entry}", "/add"),
)
WIDE, PHONE = 1280, 390
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


@pytest.fixture(scope="session")
def ids(shared: str) -> dict[str, str]:
    """The ids that addresses of pages name."""
    people = ask(shared, "/api/v1/people?limit=1")["items"]
    entries = ask(shared, "/api/v1/entries?type=act&limit=1")["items"]
    chains = ask(shared, "/api/v1/chains")["items"]
    return {"person": people[0]["id"], "entry": entries[0]["id"], "chain": chains[0]["id"]}


def ask(shared: str, path: str) -> dict[str, list[dict[str, str]]]:
    with urlopen(shared + path, timeout=60) as answer:  # noqa: S310  # our own server
        return dict(json.load(answer))


@pytest.mark.parametrize(("language", "dark"), [("ar", False), ("en", True)])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_to_the_rules_of_accessibility(
    look: Visit, ids: dict[str, str], path: str, language: str, *, dark: bool
) -> None:
    page = look(path.format(**ids), language=language, dark=dark)
    found = Axe().run(page, options={"runOnly": RULES})
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(look: Visit, ids: dict[str, str], path: str) -> None:
    for language in ("ar", "en"):
        page = look(path.format(**ids), language=language, width=PHONE, height=800)
        root = "document.documentElement"
        wide = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
        assert wide <= 0, language


@pytest.mark.parametrize("path", PAGES)
def test_a_page_works_without_script(look: Visit, ids: dict[str, str], path: str) -> None:
    page = look(path.format(**ids), script=False)
    assert page.locator("main h1").count() == 1


PICTURED = {
    "home": "/",
    "document": f"/documents/{STATEMENT}",
    "session": "/series/KWT-USA/4",
    "compare": f"/compare/{STATEMENT}/{REPORT}",
    "board": "/follow",
    "explore": "/explore/act",
    "search": "/search?q=دعم",
    "review": "/review/{entry}",
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", PICTURED)
def test_pages_are_pictured(
    look: Visit, ids: dict[str, str], picture: Callable[..., Path], name: str, language: str
) -> None:
    page = look(PICTURED[name].format(**ids), language=language)
    assert picture(page, f"{name}-{language}").stat().st_size > 10_000
