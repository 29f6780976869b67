"""A comparison as one HTML page: no script, nothing fetched, every character of a document escaped."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.model.labels import Label
from mahdar.outputs.brief.wording import Wording
from mahdar.outputs.compare.rows import HOW, altered_rows, in_statement_order
from mahdar.pipeline.comparing import Compared

__all__ = ["LANGUAGES", "comparison_page", "labels"]

LANGUAGES: Final = ("en", "ar")
"""Languages of the labels; the quotations keep their own."""


def comparison_page(compared: Compared, language: str = "en", lexicon: Lexicon | None = None) -> str:
    """Write a comparison as HTML.

    Args:
        compared: the comparison.
        language: of the labels.
        lexicon: has the names of topics and the sentences of notes; the default one where None.
    """
    result, words = compared.result, Wording(language, lexicon or default_lexicon())
    counts = {how: sum(passage.how == how for passage in result.aligned) for how in HOW}
    counts |= {"left_out": len(result.left_out), "added": len(result.added)}
    return _template().render(
        label=labels()[language],
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        statement=compared.statement.name,
        report=compared.report.name,
        result=result,
        counts=counts,
        altered=list(altered_rows(compared)),
        rows=in_statement_order(compared),
        tracks=[(words.of(Label("tracks", one.track)), one) for one in result.tracks],
        say=words.say,
    )


@cache
def labels() -> dict[str, dict[str, Any]]:
    """Return what stands around quotations, by language."""
    return tomllib.loads((files("mahdar.outputs.compare") / "labels.toml").read_text(encoding="utf-8"))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("mahdar.outputs.compare", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("compare.html")
