"""What holds of every page in a real browser: it fits, and the rules of accessibility are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Visit = Callable[..., Page]
PAGES = (
    "/",
    "/compare",
    "/compare/01-joint-statement.txt/02-news-report.txt",
    "/compare/KWT-USA/4/5",
    "/contradictions",
    "/documents",
    "/documents/01-joint-statement.txt",
    "/review",
    "/review/agreement",
    "/series",
    "/series/KWT-USA",
    "/series/KWT-USA/4",
)
WIDE, PHONE = 1280, 390


def name(path: str) -> str:
    return path.strip("/").replace("/", "-").partition("?")[0] or "home"


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_to_the_rules_of_accessibility(visit: Visit, path: str, language: str) -> None:
    for dark in (False, True):
        page = visit(path, language=language, dark=dark)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
        assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(visit: Visit, path: str, language: str) -> None:
    page = visit(path, language=language, width=PHONE, height=800)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


@pytest.mark.parametrize("path", PAGES)
def test_a_page_works_without_script(visit: Visit, path: str) -> None:
    page = visit(path, script=False)
    assert page.locator("main h1").count() == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_page_is_pictured(visit: Visit, picture: Callable[..., Path], language: str) -> None:
    assert picture(visit("/", language=language), f"home-{language}").stat().st_size > 10_000
