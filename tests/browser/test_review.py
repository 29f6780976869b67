"""Review in a real browser: by keyboard, by selecting words, without script, and two at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
SELECT = """async ([first, last]) => {
  const walker = document.createTreeWalker(document.querySelector(".sheet"), NodeFilter.SHOW_TEXT);
  const found = {};
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const [name, words] of [["first", first], ["last", last]]) {
      const at = node.data.indexOf(words);
      if (at >= 0 && !found[name]) found[name] = [node, name === "first" ? at : at + words.length];
    }
  const range = document.createRange();
  range.setStart(...found.first);
  range.setEnd(...found.last);
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  await new Promise((done) => setTimeout(done, 100));  // the page hears of it in a task of its own
}"""


def entry(page: Page) -> str:
    return page.url.partition("/review/")[2].partition("?")[0]


def test_an_afternoon_of_review_by_keyboard_alone(visit: Visit, picture: Callable[..., Path]) -> None:
    page = visit("/review?type=act", language="ar")
    entries = page.locator("#queue > li")
    page.keyboard.press("j")
    expect(entries.nth(0)).to_have_class("entry entry-act waits at")
    page.keyboard.press("a")
    expect(entries.nth(0).locator(".mark-accepted")).to_be_visible()
    expect(entries.nth(1)).to_have_class("entry entry-act waits at")
    page.keyboard.press("r")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(entries.nth(1).locator(".mark-rejected")).to_be_visible()
    rejected = entries.nth(1).get_attribute("data-entry")
    picture(page, "review-queue-ar")
    page.keyboard.press("u")
    page.wait_for_url(f"**/review/{rejected}?type=act")
    expect(page.locator("h1 .mark")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.locator(".done")).to_be_visible()


def test_words_are_marked_anew_by_selecting_them(visit: Visit, picture: Callable[..., Path]) -> None:
    page = visit("/review?type=quote", language="en")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_url("**/review/*#text")
    id_ = entry(page).partition("#")[0]
    words = page.locator("[name=w-evidence]").first.input_value().split()
    page.evaluate(SELECT, [words[1], words[1]])
    page.keyboard.press("e")
    expect(page.locator("[name=w-evidence]").first).to_have_value(words[1])
    picture(page, "review-entry-en")
    page.keyboard.press("s")
    expect(page.locator(".done")).to_contain_text("corrected")
    data = page.request.get(f"/review/{id_}.json").json()
    assert [one["quote"] for one in data["judged"]["entry"]["evidence"]] == [words[1]]
    page.keyboard.press("u")
    expect(page.locator("[name=w-evidence]").first).to_have_value(" ".join(words))


def test_of_two_reviewers_the_second_is_told_and_keeps_what_was_typed(
    visit: Visit, picture: Callable[..., Path]
) -> None:
    one = visit("/review?type=act&which=unreviewed", language="en")
    one.locator(".open").first.click()
    one.wait_for_url("**/review/*")
    other = visit(f"/review/{entry(one)}", language="en")
    one.locator("#f-class").select_option("hope")
    one.locator("#correct button.main").last.click()
    expect(one.locator(".done")).to_be_visible()
    other.locator("#f-class").select_option("oppose")
    other.locator("#why").fill("they refuse it outright")
    other.locator("#correct button.main").last.click()
    expect(other.locator(".meanwhile")).to_contain_text("Nothing of yours is lost")
    expect(other.locator(".meanwhile tbody tr")).to_have_count(1)
    expect(other.locator("#f-class")).to_have_value("oppose")
    expect(other.locator("#why")).to_have_value("they refuse it outright")
    picture(other, "review-two-en")
    other.locator("#correct button.main").last.click()
    expect(other.locator(".done")).to_contain_text("corrected")


def test_review_works_without_script(visit: Visit) -> None:
    page = visit("/review?type=date", language="en", script=False)
    page.locator(".accept button").first.click()
    expect(page.locator(".done")).to_contain_text("accepted")
    page.locator(".done button").click()
    expect(page.locator("h1")).not_to_contain_text("accepted")
    page.locator("#f-value").fill("2019-05")
    page.locator("#correct button.main").last.click()
    expect(page.locator(".done")).to_contain_text("corrected")


def test_a_missed_entry_is_added_from_selected_words(visit: Visit) -> None:
    page = visit("/review?type=meeting", language="en")
    document = page.request.get("/review.json?type=meeting").json()["waiting"]["entries"][0]["document"]
    page.goto(f"/documents/{document}/entries/new?type=date")
    words = page.locator(".sheet").inner_text().split()[3]
    page.evaluate(SELECT, [words, words])
    page.locator("[data-words=evidence] .take").first.click()
    page.locator("#f-precision").select_option("vague")
    page.locator("form button.main").click()
    page.wait_for_url("**/review/*")
    expect(page.locator("main")).to_contain_text("person mariam")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_the_form_of_an_entry_keeps_to_the_rules_of_accessibility(
    visit: Visit, language: str, dark: bool
) -> None:
    page = visit("/review?type=meeting", language=language, dark=dark)
    page.locator(".open").first.click()
    page.wait_for_url("**/review/*")
    found = Axe().run(page, options=RULES)
    assert not found.response["violations"], found.generate_report()


def test_an_entry_fits_a_phone(visit: Visit) -> None:
    for kind in ("act", "meeting"):
        page = visit(f"/review?type={kind}", language="ar", width=390, height=800)
        page.locator(".open").first.click()
        page.wait_for_url("**/review/*")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
