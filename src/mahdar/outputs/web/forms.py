"""An entry's fields as the inputs of a form, and what a form brings back as fields.

A draft is what the inputs hold, as browsers send it: name → values. It is made of an entry, or is what
somebody typed: so a form that is refused shows what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from mahdar.lexicon.parties import codes_named
from mahdar.model.labels import Label
from mahdar.model.spans import Evidence, Span
from mahdar.outputs.web.asked import Asked
from mahdar.pipeline.quoting import standing
from mahdar.register import EntryRecord

__all__ = ["INPUTS", "Draft", "Input", "Parsed", "changed", "draft_of", "labels", "parsed", "party_text"]

Draft: TypeAlias = Mapping[str, Sequence[str]]
_CODE: Final = re.compile(r"\(([A-Z][A-Z0-9+]+|ORG:[^()]*)\)\s*$")
_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


@dataclass(frozen=True, slots=True)
class Input:
    """One field of a form."""

    name: str
    """The field's name in the register."""
    form: str
    """`choice`, `checks`, `parties`, `party`, `words`, `date`, `number`, `text`, `flag` or `chairs`."""
    values: str = ""
    """The value set, of a choice and of checks."""


INPUTS: Final[Mapping[str, tuple[Input, ...]]] = {
    "act": (
        Input("class", "choice", "acts"), Input("trigger", "words"), Input("content", "words"),
        Input("actors", "parties"), Input("target", "parties"), Input("speaker", "text"),
        Input("tracks", "checks", "tracks"), Input("due", "date"), Input("quoted", "flag"),
    ),
    "meeting": (
        Input("kind", "choice", "meetings"), Input("status", "choice", "meeting_status"),
        Input("parties", "parties"), Input("edition", "number"), Input("date", "date"),
        Input("place", "text"), Input("chairs", "chairs"),
    ),
    "instrument": (
        Input("kind", "choice", "instruments"), Input("action", "choice", "instrument_actions"),
        Input("name", "words"), Input("subject", "text"), Input("parties", "parties"), Input("date", "date"),
    ),
    "amount": (
        Input("value", "number"), Input("unit", "text"), Input("about", "text"), Input("giver", "party"),
        Input("receiver", "party"),
    ),
    "quote": (Input("speaker", "text"), Input("direct", "flag"), Input("question", "words")),
    "date": (Input("value", "date"), Input("precision", "choice", "precisions")),
}  # fmt: skip
"""The inputs of each type's form, in their order on the page."""


def labels(asked: Asked) -> dict[str, str]:
    """Return what each field is called in the language of the page."""
    return {
        "class": asked.said("Class"), "kind": asked.said("Kind"), "trigger": asked.said("The word that acts"),
        "content": asked.said("What it says"), "actors": asked.said("Who acts"),
        "target": asked.said("Towards whom"), "speaker": asked.said("Speaker"),
        "tracks": asked.said("Topics"), "due": asked.said("Due"), "quoted": asked.said("In quoted words"),
        "status": asked.said("State"), "parties": asked.said("Parties"), "edition": asked.said("Edition"),
        "date": asked.said("Date"), "place": asked.said("Place"), "chairs": asked.said("Chairs"),
        "action": asked.said("Action"), "name": asked.said("The words that name it"),
        "subject": asked.said("Subject"), "value": asked.said("Value"), "unit": asked.said("Unit"),
        "about": asked.said("About"), "giver": asked.said("Giver"), "receiver": asked.said("Receiver"),
        "direct": asked.said("Word for word"), "question": asked.said("The question asked"),
        "precision": asked.said("Precision"), "evidence": asked.said("The words that it rests on"),
    }  # fmt: skip


def party_text(asked: Asked, code: str) -> str:
    """Return a party as its input shows it: its name in the language of the page, and its code."""
    name = asked.words.of(Label("party", code))
    return code if name == code or "(" in name else f"{name} ({code})"


def draft_of(asked: Asked, entry: EntryRecord, text: str) -> dict[str, list[str]]:
    """Return the inputs of an entry's form as they are before anybody types."""
    draft = {
        "w-evidence": [one.quote for one in entry.evidence],
        "at-evidence": [str(one.start) for one in entry.evidence],
    }
    for one in INPUTS[entry.type]:
        draft |= _drafted(asked, one, entry.fields[one.name], text)
    return draft


def _drafted(asked: Asked, one: Input, value: Any, text: str) -> dict[str, list[str]]:  # noqa: ANN401
    """Return what one field's inputs hold."""
    name = f"f-{one.name}"
    if one.form == "words":
        span = None if value is None else Span(value["start"], value["end"])
        at = "" if span is None else str(span.start)
        return {f"w-{one.name}": [span.cut(text) if span else ""], f"at-{one.name}": [at]}
    if one.form == "chairs":
        parties = [party_text(asked, chair["party"]) if chair["party"] else "" for chair in value]
        return {"chair-name": [chair["name"] for chair in value], "chair-party": parties}
    if one.form in {"parties", "party"}:
        codes = value if isinstance(value, list) else [value] if value else []
        return {name: [party_text(asked, code) for code in codes]}
    if one.form == "flag":
        return {name: ["yes"] if value else []}
    values = value if isinstance(value, list) else [] if value is None else [value]
    return {name: [str(each) for each in values]}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a form says."""

    fields: Mapping[str, Any]
    """As the register has them; what the form leaves empty is None or an empty list."""
    evidence: tuple[Evidence, ...]
    problems: tuple[str, ...]
    """What cannot be read, in the language of the page."""


def parsed(asked: Asked, type_: str, draft: Draft, text: str) -> Parsed:
    """Read a form.

    Args:
        asked: names of parties are read in both languages; problems are told in that of the page.
        type_: of the entry.
        draft: what the inputs hold.
        text: of the document.
    """
    reader = _Reader(asked, draft, text)
    fields = {one.name: reader.field(one) for one in INPUTS[type_]}
    return Parsed(fields, reader.evidence(), tuple(reader.problems))


class _Reader:
    """Reads the inputs of one form and gathers what is wrong with them."""

    def __init__(self, asked: Asked, draft: Draft, text: str) -> None:
        self.problems: list[str] = []
        self._asked, self._draft, self._text, self._labels = asked, draft, text, labels(asked)
        self._forms: Final[Mapping[str, Callable[[Input], Any]]] = {
            "words": self._words, "chairs": self._chairs, "parties": self._parties, "number": self._number,
            "date": self._date, "party": lambda one: next(iter(self._parties(one)), None),
            "checks": lambda one: list(self._given(one)), "flag": lambda one: bool(self._given(one)),
            "choice": self._one, "text": self._one,
        }  # fmt: skip

    def field(self, one: Input) -> Any:  # noqa: ANN401  # a field can be of any kind
        """Return a field's value."""
        return self._forms[one.form](one)

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the words that the entry rests on."""
        found = self._placed(
            "evidence", self._draft.get("w-evidence", ()), self._draft.get("at-evidence", ())
        )
        return tuple(Evidence(one.start, one.end, one.cut(self._text)) for one in found)

    def _given(self, one: Input) -> list[str]:
        return [value.strip() for value in self._draft.get(f"f-{one.name}", ()) if value.strip()]

    def _one(self, one: Input) -> str | None:
        return next(iter(self._given(one)), None)

    def _words(self, one: Input) -> dict[str, int] | None:
        words, at = self._draft.get(f"w-{one.name}", ()), self._draft.get(f"at-{one.name}", ())
        found = next(iter(self._placed(one.name, words, at)), None)
        return None if found is None else {"start": found.start, "end": found.end}

    def _placed(self, name: str, words: Sequence[str], at: Sequence[str]) -> list[Span]:
        """Return where words stand, each nearest to where it stood."""
        places = []
        for number, said in enumerate(words):
            near = at[number] if number < len(at) else ""
            place = standing(self._text, said, int(near) if near.isdecimal() else 0)
            if place is not None:
                places.append(place)
            elif said.strip():
                self._complain(name, said, self._asked.said("these words do not stand in the document"))
        return places

    def _parties(self, one: Input) -> list[str]:
        codes = (self._party(one.name, said) for said in self._given(one))
        return list(dict.fromkeys(code for code in codes if code))

    def _party(self, name: str, said: str) -> str | None:
        """Return the code of a party that is named."""
        found = _CODE.search(said)
        codes = (found[1],) if found else codes_named(said, self._asked.desk.lexicon)
        if said.startswith("ORG:"):
            return said
        if len(codes) != 1:
            self._complain(name, said, self._asked.said("no party is called so; give its name or its code"))
            return None
        return codes[0]

    def _chairs(self, one: Input) -> list[dict[str, str | None]]:
        names, parties = self._draft.get("chair-name", ()), self._draft.get("chair-party", ())
        said = [(who.strip(), parties[n].strip() if n < len(parties) else "") for n, who in enumerate(names)]
        return [
            {"name": who, "party": self._party(one.name, party) if party else None}
            for who, party in said
            if who
        ]

    def _number(self, one: Input) -> float | None:
        said = self._one(one)
        if said is None:
            return None
        try:
            value = float(said.replace(",", "").replace("\N{ARABIC THOUSANDS SEPARATOR}", ""))
        except ValueError:
            self._complain(one.name, said, self._asked.said("this is no number"))
            return None
        return int(value) if value.is_integer() else value

    def _date(self, one: Input) -> str | None:
        said = self._one(one)
        if said is not None and not _DATE.fullmatch(said):
            self._complain(one.name, said, self._asked.said("write 2024, 2024-03, 2024-03-05 or 2024/2026"))
        return said

    def _complain(self, name: str, said: str, what: str) -> None:
        self.problems.append(f"{self._labels[name]}: \N{FIRST STRONG ISOLATE}{said.strip()[:80]}"
                             f"\N{POP DIRECTIONAL ISOLATE}: {what}")  # fmt: skip


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields that a form changes; a list of the same members in another order is the same."""
    yield from ((name, value) for name, value in after.items() if not _alike(before.get(name), value))


def _alike(before: Any, after: Any) -> bool:  # noqa: ANN401  # a field can be of any kind
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(one in before for one in after)
    return bool(before == after)
