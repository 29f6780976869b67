"""What `mahdar score` shows: a table of figures, and what was missed or found too much, with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import typer

from mahdar.model.scores import LayerScore, Miss, Score
from mahdar.outputs.cli.options import meant, open_register
from mahdar.outputs.cli.screen import Screen, clean, shortened, write_json
from mahdar.pipeline.scoring import LAYER_NAMES, score

__all__ = ["Asked", "show_score"]

_ALL: Final = "all"
_LONGEST: Final = 160
"""Characters of a quotation."""
_SHOWN: Final = frozenset(
    {"class", "kind", "why", "name", "value", "unit", "edition", "date", "parties", "actors", "action",
     "speaker", "due"}
)  # fmt: skip
"""Fields by which one knows what is meant."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be scored."""

    gold: str
    export: str | None
    register: str | None
    texts: str | None
    misses: tuple[str, ...]


def show_score(asked: Asked, *, as_json: bool) -> None:
    """Score, and show what came of it.

    Raises:
        BadParameter: there is no such layer.
        GoldError: there is no annotation, or it cannot be read.
        Exit: 1 where not everything could be scored.
    """
    layers = _layers(asked.misses)
    if asked.export is None:
        with open_register(asked.register) as register:
            found = score(asked.gold, register, texts=asked.texts)
    else:
        found = score(asked.gold, asked.export, texts=asked.texts)
    if as_json:
        write_json(_plain(found, layers))
    else:
        _show(Screen(), found, layers)
    for problem in found.problems:
        Screen(to_error=True).line(clean(problem))
    if found.problems:
        raise typer.Exit(1)


def _layers(asked: Sequence[str]) -> tuple[str, ...]:
    """Return the layers of which misses are asked for."""
    for one in asked:
        if one not in {*LAYER_NAMES, _ALL}:
            known = ", ".join((*LAYER_NAMES, _ALL))
            raise typer.BadParameter(f"{one!r} is no layer{meant(one, LAYER_NAMES)}; use one of {known}")
    return LAYER_NAMES if _ALL in asked else tuple(asked)


def _show(screen: Screen, found: Score, layers: Sequence[str]) -> None:
    """Show the table, then what was missed."""
    screen.line(f"{'layer':<13}{'n':>6}{'P':>7}{'R':>7}{'F1':>7}   of what was found", "bold")
    for one in found.layers:
        shares = "  ".join(f"{name} {share:.2f}" for name, share in one.fields.items())
        figures = f"{one.precision:>7.3f}{one.recall:>7.3f}{one.f1:>7.3f}" if one.n else f"{'':21}"
        screen.line(f"{one.name:<13}{one.n:>6,}{figures}   {shares}".rstrip())
    screen.line(f"{'register':<13}{'':>20}{found.f1:>7.3f}   {_counted(found)}")
    for name in layers:
        _show_misses(screen, found.layer(name))


def _counted(found: Score) -> str:
    return f"mean of the layers with figures; documents: {found.documents}; noise is counted in characters"


def _show_misses(screen: Screen, layer: LayerScore) -> None:
    """Show what only one side holds."""
    for title, some in (("missed", layer.missed), ("extra", layer.extra)):
        screen.line()
        screen.line(f"{layer.name}, {title}: {len(some):,}", "bold")
        for one in some:
            fields = "  ".join(_said(one))
            screen.line(f"  {screen.isolate(clean(one.document))}:{one.start}  {fields}".rstrip())
            screen.line(f"    {screen.isolate(f'«{shortened(clean(one.words), _LONGEST)}»')}")


def _said(one: Miss) -> Iterator[str]:
    """Yield the fields by which one knows what is meant."""
    for name, value in one.what.items():
        if name in _SHOWN and value not in (None, "", [], ()):
            said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            yield f"{name} {clean(said)}"


def _plain(found: Score, layers: Sequence[str]) -> dict[str, Any]:
    """Return figures for programs; misses of the layers that were asked for."""
    plain: dict[str, Any] = {
        one.name: {
            "precision": one.precision, "recall": one.recall, "f1": one.f1, "n": one.n, **one.fields,
        }
        for one in found.layers
    }  # fmt: skip
    plain["register"] = {"f1": found.f1, "documents": found.documents}
    for name in layers:
        its = found.layer(name)
        plain[name] |= {
            "missed": list(map(_plain_miss, its.missed)),
            "extra": list(map(_plain_miss, its.extra)),
        }
    return plain


def _plain_miss(one: Miss) -> dict[str, Any]:
    return {"document": one.document, "start": one.start, "words": one.words, "what": dict(one.what)}
