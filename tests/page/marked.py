"""Marked pages: each line says what it is, so that a page and its reading stand side by side.

`label| text` is a line; parts of one line are divided by ` ‖ `; `@ kind` stands where an article begins.
"""

from __future__ import annotations

from pathlib import Path

from mahdar.model.document import Page
from mahdar.model.values import NOISE

PAGES = Path(__file__).parent / "pages"


def load(name: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """Return a page's text, its parts with their labels, and the kinds of its articles."""
    source = (PAGES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    lines: list[str] = []
    parts: list[tuple[str, str]] = []
    kinds: list[str] = []
    for row in source.split("\n"):
        texts = []
        for cell in row.split(" ‖ "):
            if cell.startswith("@ "):
                kinds.append(cell[2:].strip())
            elif cell.strip():
                label, _, text = cell.partition("| ")
                parts.append((label, text.strip()))
                texts.append(text.strip())
        if texts or not row.strip():
            lines.append(" ".join(texts))
    return "\n".join(lines), parts, kinds


def labelled(text: str, page: Page) -> list[tuple[str, str]]:
    """Return what a page was read as, in the form of `load`; noise and cut paragraphs by their lines."""
    found = [(b.start, b.end, b.kind) for a in page.articles for b in a.blocks]
    found += [(noise.start, noise.end, noise.why) for noise in page.noise]
    spans = []
    for start, end, kind in found:
        at = start
        for line in text[start:end].split("\n"):
            if line.strip():
                spans.append((at, at + len(line), kind))
            at += len(line) + 1
    return [(kind, text[start:end].strip()) for start, end, kind in sorted(spans)]


def is_noise(label: str) -> bool:
    """Say whether a label is one of noise."""
    return label in NOISE
