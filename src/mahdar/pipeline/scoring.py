"""A register or an export of one, held against an annotation → how good it is, layer by layer.

Layers are summed over the documents, so that a long document counts for more than a short one. Only what the
annotation has is scored: a document that the register does not hold is missed whole, one that only the
register holds counts for nothing. Rejected entries are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from mahdar.model.scores import LayerScore, Miss, Score
from mahdar.model.spans import Span
from mahdar.pipeline.gold import Gold, read_gold
from mahdar.pipeline.line_ends import LfText
from mahdar.pipeline.scored import export_accounts, register_accounts
from mahdar.pipeline.scoring_layers import LAYERS, trigger_overlap
from mahdar.pipeline.scoring_match import Account, Match, Thing, paired
from mahdar.register import Register

__all__ = ["LAYER_NAMES", "score"]

_NOISE: Final = "noise"
LAYER_NAMES: Final = ("articles", _NOISE, *(name for name in LAYERS if name != "articles"))
"""Order: as figures are shown."""


def score(gold: str | Path, of: Register | str | Path, *, texts: str | Path | None = None) -> Score:
    """Score a register, or an export of one, against an annotation.

    Args:
        gold: a folder as `mahdar export --format gold` writes it: `NAME.json` beside `NAME.txt`.
        of: the register, or a file as `mahdar export` writes it in json or jsonl.
        texts: the folder that holds the texts, where they do not stand beside the annotations.

    Raises:
        GoldError: there is no annotation, or it cannot be read.
        ExportFileError: the file is no export.
        RegisterError: the register cannot be read.
    """
    annotated = tuple(read_gold(Path(gold), None if texts is None else Path(texts)))
    names = {one.account.name for one in annotated}
    accounts = register_accounts(of, names) if isinstance(of, Register) else export_accounts(Path(of), names)
    held = {one.name: one for one in accounts}
    tallies = {name: _Tally() for name in LAYER_NAMES}
    triggers = _Tally()
    problems = [problem for one in annotated for problem in one.problems]
    for one in annotated:
        its = held.get(one.account.name)
        problems += _problems(one, its)
        _count(one, _as_annotated(one, its), tallies, triggers)
    layers = tuple(_with_trigger(name, tally.score(name), triggers) for name, tally in tallies.items())
    scored = [one.f1 for one in layers if one.n]
    return Score(layers, sum(scored) / len(scored) if scored else 0.0, len(annotated), tuple(problems))


def _problems(gold: Gold, held: Account | None) -> Iterator[str]:
    """Say where a register does not hold what was annotated."""
    if held is None:
        yield f"{gold.account.name}: the register does not hold it; all of it is missed"
    elif held.document not in {gold.document.id, gold.plain.id}:
        yield f"{gold.account.name}: the register holds another text under this name"


def _as_annotated(gold: Gold, held: Account | None) -> Account:
    """Return what a register says, at the offsets of the annotated text: its line ends may be others."""
    if held is None:
        return Account(gold.account.name, {})
    if gold.document.id == gold.plain.id or held.document != gold.document.id:
        return held
    lines = LfText(gold.document.text)
    layers = {name: [_moved(one, lines) for one in things] for name, things in held.layers.items()}
    return replace(held, layers=layers)


def _moved(one: Thing, text: LfText) -> Thing:
    fields = {
        name: text.span(value) if isinstance(value, Span) else value for name, value in one.fields.items()
    }
    return Thing(tuple(map(text.span, one.spans)), fields)


@dataclass(slots=True)
class _Tally:
    """One layer while it is counted."""

    right: int = 0
    wrong: int = 0
    lost: int = 0
    fields: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    missed: list[Miss] = field(default_factory=list)
    extra: list[Miss] = field(default_factory=list)

    def score(self, name: str) -> LayerScore:
        """Return what came of it."""
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0
        recall = self.right / (self.right + self.lost) if self.right + self.lost else 0.0
        both = precision + recall
        shares = {one: sum(values) / len(values) for one, values in self.fields.items()}
        return LayerScore(
            name, self.right + self.lost, precision, recall, 2 * precision * recall / both if both else 0.0,
            shares, tuple(self.missed), tuple(self.extra),
        )  # fmt: skip


def _count(gold: Gold, held: Account, tallies: dict[str, _Tally], triggers: _Tally) -> None:
    """Count one document."""
    for name, layer in LAYERS.items():
        pairs = _count_pairs(tallies[name], gold, held, (name, layer.match))
        for of, right in layer.measured(pairs, gold.text):
            tallies[name].fields[of].append(right)
    _count_pairs(triggers, gold, held, ("acts", trigger_overlap))
    _count_noise(tallies[_NOISE], gold, held)


def _count_pairs(
    tally: _Tally, gold: Gold, held: Account, how: tuple[str, Match]
) -> Sequence[tuple[Thing, Thing]]:
    """Count what of a layer belongs together, and return it."""
    layer, match = how
    found = paired(gold.account.layers.get(layer, ()), held.layers.get(layer, ()), match)
    tally.right += len(found.pairs)
    tally.lost += len(found.missed)
    tally.wrong += len(found.extra)
    tally.missed += (_miss(gold, one) for one in found.missed)
    tally.extra += (_miss(gold, one) for one in found.extra)
    return found.pairs


def _count_noise(tally: _Tally, gold: Gold, held: Account) -> None:
    """Count noise by its characters, blanks apart."""
    mine, theirs = (_characters(one.layers.get(_NOISE, ()), gold.text) for one in (gold.account, held))
    tally.right += len(mine & theirs)
    tally.lost += len(mine - theirs)
    tally.wrong += len(theirs - mine)
    tally.missed += (_miss(gold, one) for one in _runs(mine - theirs, gold.text))
    tally.extra += (_miss(gold, one) for one in _runs(theirs - mine, gold.text))


def _characters(things: Iterable[Thing], text: str) -> set[int]:
    places = (range(run.start, min(run.end, len(text))) for one in things for run in one.spans)
    return {at for run in places for at in run if not text[at].isspace()}


def _runs(places: Iterable[int], text: str) -> Iterator[Thing]:
    """Yield characters as the runs that they are, blanks between them included."""
    run: list[int] = []
    for at in sorted(places):
        if run and text[run[-1] + 1 : at].strip():
            yield Thing((Span(run[0], run[-1] + 1),), {})
            run = []
        run.append(at)
    if run:
        yield Thing((Span(run[0], run[-1] + 1),), {})


def _miss(gold: Gold, one: Thing) -> Miss:
    first = one.spans[0]
    plain = {
        name: value.cut(gold.text) if isinstance(value, Span) else value for name, value in one.fields.items()
    }
    return Miss(gold.account.name, first.start, first.cut(gold.text), plain)


def _with_trigger(name: str, found: LayerScore, triggers: _Tally) -> LayerScore:
    """Return the layer of acts with how well acts are found whatever their class."""
    if name != "acts":
        return found
    return replace(found, fields={**found.fields, "trigger": triggers.score(name).f1})
