"""The page on which an entry is judged: what it shows, and how it is shown again when a form is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeAlias
from urllib.parse import parse_qsl, urlencode

from fastapi import Depends, Request
from starlette.datastructures import FormData

from mahdar.lexicon.directory import parties_known
from mahdar.lexicon.values import values_of
from mahdar.model.reviews import Judged
from mahdar.outputs.web.asked import Asked
from mahdar.outputs.web.forms import INPUTS, Draft, draft_of, labels, party_text
from mahdar.outputs.web.pages import Page
from mahdar.outputs.web.passages import around, pieces
from mahdar.register import Queue

__all__ = ["SETS", "Sent", "Shown", "asked_queue", "choices", "entry_page", "queue_of", "written"]

SETS: Final = (
    "acts", "meetings", "meeting_status", "instruments", "instrument_actions", "precisions", "tracks",
    "reasons",
)  # fmt: skip
_QUEUE: Final = ("which", "type", "kind", "party", "track", "document", "order")


async def _sent(request: Request) -> FormData:
    return await request.form()


Sent: TypeAlias = Annotated[FormData, Depends(_sent)]
"""An action's parameter that is all that the form holds."""


def written(sent: FormData) -> dict[str, list[str]]:
    """Return what a form holds, name by name; files are no part of it."""
    values: dict[str, list[str]] = {}
    for name, value in sent.multi_items():
        if isinstance(value, str):
            values.setdefault(name, []).append(value.replace("\r\n", "\n"))  # as browsers send line ends
    return values


def queue_of(asked: Asked, given: str) -> Queue:
    """Return the queue that an address names: `which=second&type=act`."""
    said = {name: value for name, value in parse_qsl(given) if name in _QUEUE and value}
    return Queue(who=asked.who.name, **said)


def asked_queue(queue: Queue) -> str:
    """Return a queue as an address names it; what goes without saying is left out."""
    plain = Queue()
    said = [(name, getattr(queue, name)) for name in _QUEUE]
    return urlencode([(name, value) for name, value in said if value and value != getattr(plain, name)])


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows beside the entry."""

    queue: Queue
    draft: Draft | None = None
    """What somebody typed; None: what the entry holds."""
    problems: Sequence[str] = ()
    meanwhile: bool = False
    """Whether the entry was changed by somebody else while it was being judged."""
    done: str = ""
    """Id of the entry that was judged just before."""
    status: int = 200


def choices(asked: Asked) -> dict[str, Any]:
    """Return what the inputs of a form choose from."""
    lexicon = asked.desk.lexicon
    return {
        "sets": {name: [one.name for one in values_of(lexicon, name)] for name in SETS},
        "meanings": {one.name: one.meaning for one in values_of(lexicon, "reasons")},
        "known_parties": asked.desk.memory.get(
            ("known parties", asked.language),
            lambda: [party_text(asked, one.code) for one in parties_known(lexicon)],
        ),
        "inputs": INPUTS,
        "labels": labels(asked),
    }


def entry_page(asked: Asked, entry: str, shown: Shown) -> Page:
    """Show an entry to be judged."""
    register = asked.desk.register
    judged = register.reviews.entry(entry, alone=shown.queue.alone)
    held = judged.entry
    document, text = register.document(held.document), register.text(held.document)
    passage = around(document.page, document.chars, held.evidence[0])
    now = draft_of(asked, held, text)
    return Page(
        {"judged": judged, "document": {"id": document.id, "name": document.name}},
        status=shown.status,
        private={
            **choices(asked),
            "passage": {"start": passage.start, "pieces": pieces(text, passage, held.evidence)},
            "language": document.language,
            "draft": shown.draft or now,
            "now": now,
            "problems": shown.problems,
            "meanwhile": shown.meanwhile,
            "queue": shown.queue,
            "queue_asked": asked_queue(shown.queue),
            "events": () if shown.queue.alone else tuple(register.events(entry=held.id)),
            "done": _done(asked, shown),
        },
    )  # fmt: skip


def _done(asked: Asked, shown: Shown) -> Judged | None:
    """Return the entry that was judged just before."""
    return asked.desk.register.reviews.entry(shown.done, alone=shown.queue.alone) if shown.done else None
