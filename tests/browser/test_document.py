"""A document in a real browser: entries chosen by mouse and keyboard, words selected, a phone, no script."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
Visit = Callable[..., Page]
STRANGE = (
    "بيان مشترك\n\n"
    "فاليتا، 4 مارس 2019\n\n"
    "\N{RIGHT-TO-LEFT MARK}عقدت مالطا وقبرص \N{GRINNING FACE}\N{FAMILY} الجولة الثانية من الحوار السياسي "
    "بينهما في فاليتا.\r\n\n"
    "وأكّد الجانبان \N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}\N{ARABIC LETTER MEEM INITIAL FORM} "
    "\N{ZERO WIDTH NON-JOINER}أهمية التعاون في مجال النقل البحري \N{GLOBE WITH MERIDIANS} حتى عام 2021.\n"
)
"""Letters beyond the first plane, hidden marks, presentation forms and a carriage return."""
SELECT = """async (words) => {
  const text = document.getElementById("text");
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walk.nextNode()) {
    if (walk.currentNode.parentElement.closest("[data-start]")) nodes.push(walk.currentNode);
  }
  const at = nodes.map((node) => node.data).join("").indexOf(words);
  const spot = (offset) => {
    for (const node of nodes) { if (offset <= node.length) return [node, offset]; offset -= node.length; }
  };
  const range = document.createRange();
  range.setStart(...spot(at));
  range.setEnd(...spot(at + words.length));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  await new Promise((done) => setTimeout(done, 100));  // the page hears of it in a task of its own
}"""


@pytest.fixture(scope="session")
def read_examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of two examples and of a text with every letter that is hard to count."""
    folder = tmp_path_factory.mktemp("document")
    for name in ("01-joint-statement.txt", "05-interview.txt"):
        shutil.copy(ROOT / "examples" / name, folder / name)
    (folder / "strange.txt").write_bytes(STRANGE.encode())
    command = [sys.executable, "-m", "mahdar", "read", ".", "--register", "mahdar.sqlite"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=240)  # noqa: S603
    assert done.returncode == 0, done.stderr.decode()
    return folder / "mahdar.sqlite"


def address(page: Page, name: str) -> str:
    rows = page.request.get("/documents.json").json()["documents"]["rows"]
    return "/documents/" + next(str(one["id"])[:12] for one in rows if one["name"] == name)


def data(page: Page, name: str) -> dict[str, Any]:
    found: dict[str, Any] = page.request.get(f"{address(page, name)}.json").json()
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_entry_is_chosen_and_left_with_the_keyboard(
    visit: Visit, picture: Callable[..., Path], language: str
) -> None:
    page = visit("/documents", language=language)
    page.goto(address(page, "01-joint-statement.txt"))
    expect(page.locator("#pane .pane-entries li")).not_to_have_count(0)
    run = page.locator("a.w.ac0[aria-describedby]").first
    run.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#pane-title")).to_be_focused()
    assert "entry=" in page.url
    assert page.locator(".w.on").count() > 0
    picture(page, f"document-{language}")
    chosen = page.locator("#pane-title").inner_text()
    page.keyboard.press("j")
    expect(page.locator("#pane-title")).not_to_have_text(chosen)
    page.keyboard.press("Escape")
    expect(page.locator(".w.on").first).to_be_visible()
    page.go_back()
    expect(page.locator("#pane-title")).to_have_text(chosen, use_inner_text=True)
    page.reload()
    expect(page.locator("#pane-title")).to_have_text(chosen, use_inner_text=True)


@pytest.mark.parametrize(
    "words",
    [
        "الجولة الثانية من الحوار السياسي",
        "\N{GRINNING FACE}\N{FAMILY} الجولة",
        "\N{ARABIC LETTER MEEM INITIAL FORM} \N{ZERO WIDTH NON-JOINER}أهمية",
        "مجال النقل البحري \N{GLOBE WITH MERIDIANS} حتى",
    ],
)
def test_selected_words_are_counted_in_code_points(visit: Visit, words: str) -> None:
    page = visit("/documents")
    text = str(data(page, "strange.txt")["text"])
    page.goto(address(page, "strange.txt"))
    page.evaluate(SELECT, words)
    page.locator("#marking button.main").click()
    page.wait_for_url("**/entries/new**")
    asked = parse_qs(urlsplit(page.url).query)
    start, end = int(asked["start"][0]), int(asked["end"][0])
    assert text[start:end] == words
    assert asked["type"] == ["act"]
    assert page.locator("[name=w-evidence]").first.input_value() == words


def test_the_chosen_entry_is_marked_anew(visit: Visit) -> None:
    page = visit("/documents")
    entry = next(one for one in data(page, "strange.txt")["entries"] if one["type"] == "date")
    page.goto(f"{address(page, 'strange.txt')}?entry={entry['id']}")
    page.evaluate(SELECT, "عام 2021")
    page.locator("#marking [name=remark]").click()
    expect(page.locator("form.remark textarea")).to_have_value("عام 2021")
    page.locator("form.remark button").click()
    expect(page.locator("#pane .mark-corrected")).to_be_visible()
    after = {one["id"]: one for one in data(page, "strange.txt")["entries"]}
    assert after[entry["id"]]["evidence"][0]["quote"] == "عام 2021"


def test_filters_mark_at_once_and_stand_in_the_address(visit: Visit) -> None:
    page = visit("/documents")
    page.goto(address(page, "01-joint-statement.txt"))
    page.locator(".document-filters summary").click()
    page.locator("input[name=type][value=date]").check()
    expect(page.locator("a.w.ac0")).to_have_count(0)
    assert "type=date" in page.url
    page.reload()
    expect(page.locator("a.w.ac0")).to_have_count(0)
    assert page.locator("a.w.da0").count() > 0


def test_all_of_it_works_without_script_and_on_a_phone(visit: Visit, picture: Callable[..., Path]) -> None:
    page = visit("/documents", script=False, width=390, language="ar")
    page.goto(address(page, "05-interview.txt"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("a.w[aria-describedby]").first.click()
    expect(page.locator("#pane-title")).to_be_visible()
    expect(page.locator(".w.on").first).to_be_in_viewport()
    picture(page, "document-phone")
