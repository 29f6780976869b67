"""The tables of docs/strength.md as the lexicon has them: `python -m tests.lexicon.scales` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.load import Row

PAGE = Path(__file__).resolve().parents[2] / "docs" / "strength.md"
FILE = "ar/strength.toml"
MARKED = re.compile(r"(<!-- scales -->\n)(.*?)(<!-- end of scales -->)", re.DOTALL)


def tables() -> str:
    """Return every scale as a table."""
    return "\n".join(line for row in default_lexicon().rows(FILE, "scale") for line in _scale(row)) + "\n"


def _scale(scale: Row) -> Iterator[str]:
    """Yield the lines of one scale."""
    lexicon = default_lexicon()
    words = {row.text("id"): row.text("word") for row in lexicon.rows("ar/acts.toml", "head")}
    grades = [row for row in lexicon.rows(FILE, "grade") if row.text("scale") == scale.text("id")]
    classes = ", ".join(f"`{one}`" for one in scale.list("classes"))
    yield f"### {scale.text('id')}\n"
    yield f"{scale.text('meaning')} {f'Acts of the classes {classes}.' if classes else 'Instruments.'}\n"
    yield f"Order after: {scale.text('source')}.\n"
    yield "| grade | step | as the UN drafts it | what it says | words |\n|---|---|---|---|---|"
    for row in sorted(grades, key=lambda row: int(row.values["grade"])):
        said = [words[head] for head in row.list("heads")]
        said += [*row.list("nouns"), *(f"{lead} …" for lead in row.list("leads")), *row.list("actions")]
        yield f"| {row.values['grade']} | {row.text('name')}، {row.text('ar')} | {row.text('un') or '–'} | {row.text('meaning')} | {'، '.join(said)} |"  # noqa: E501
    yield ""


def fresh() -> str:
    """Return the page with its tables as they should be."""
    return MARKED.sub(lambda found: found[1] + tables() + found[3], PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    PAGE.write_text(fresh(), encoding="utf-8")
