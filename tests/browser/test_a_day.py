"""A day at the desk: searching, comparing, following, in two languages, by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def test_a_search_is_typed_in_arabic_and_leads_to_the_words(look: Visit) -> None:
    page = look("/documents", language="ar")
    page.keyboard.press("/")
    page.keyboard.type("مُذكّرات تفاهم")  # as people type: a vowel here, a plural there
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/search"))
    expect(page.locator("mark").first).to_contain_text("مذكرة")
    page.locator("main article a, main li a").first.click()
    expect(page.locator("h1")).to_be_visible()


def test_a_report_is_laid_beside_its_statement(look: Visit) -> None:
    page = look("/compare", language="en")
    page.get_by_label("Statement", exact=True).fill("01-joint-statement.txt")
    page.get_by_label("Report", exact=True).fill("02-news-report.txt")
    page.get_by_role("main").get_by_role("button", name="Compare").first.click()
    expect(page).to_have_url(re.compile("/compare/.+/.+"))
    assert page.locator("main del").count() > 0
    assert page.locator("main ins").count() > 0


def test_the_board_leads_to_a_chain_and_back_to_the_words(look: Visit) -> None:
    page = look("/follow?overdue=1", language="en")
    cards = page.locator("main a[href^='/follow/']")
    cards.first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/follow/[0-9a-f]{16}"))
    page.locator("main a[href*='#e-']").first.click()
    expect(page).to_have_url(re.compile("/documents/.*#e-"))
    chosen = page.url.rpartition("#")[2]
    expect(page.locator(f"#{chosen}")).to_be_in_viewport()


def test_the_language_is_changed_and_remembered(look: Visit) -> None:
    page = look("/series", language="en")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.goto("/documents")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("h1")).to_have_text("الوثائق")


def test_the_colours_are_changed_and_remembered(look: Visit) -> None:
    page = look("/", language="en")
    page.get_by_role("button", name="Dark colours").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/documents")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 26)"


def test_one_gets_everywhere_by_keyboard_alone(look: Visit) -> None:
    page = look("/", language="en")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    links = page.get_by_role("navigation", name="Places").get_by_role("link")
    for link in links.all():
        link.focus()
        expect(link).to_be_focused()
    links.filter(has_text="Documents").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Documents")
