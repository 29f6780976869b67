"""`mahdar review`: what a person decides about what was found."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from mahdar.model.codec import FIELDS
from mahdar.model.values import REASONS, TRACKS
from mahdar.outputs.cli.filters import SECTIONS
from mahdar.outputs.cli.options import AsJson, RegisterPath, Who, checked, examples

__all__ = ["app"]

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Judge entries: accept, correct, reject, mark other words, add what was missed, comment.\n\n"
    "Each word is an event with who and when; reading again never undoes it. `mahdar serve` has the same as "
    "web pages.",
    epilog=examples(
        "mahdar review queue --type act --party QAT",
        "mahdar review accept 5e0c11d2",
        "mahdar review correct 5e0c11d2 class=support actors=QAT,USA",
        "mahdar review reject 5e0c11d2 --reason denied",
        "mahdar review undo",
    ),
)

Id: TypeAlias = Annotated[
    str, typer.Argument(metavar="ID", help="The beginning of its id.", show_default=False)
]
Why: TypeAlias = Annotated[
    str | None, typer.Option(metavar="WORDS", help="The reason, in words.", show_default=False)
]
Alone: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--alone", help="As a second reviewer: the verdict that holds stays, this one stands beside it."
    ),
]
On: TypeAlias = Annotated[
    int | None,
    typer.Option(
        metavar="EVENT",
        help="Only if nobody has changed it since this event (of --json).",
        show_default=False,
    ),
]
Fields: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="FIELD=VALUE...", help="Its fields.", show_default=False)
]
Places: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="PLACE...", help="28-68, or the words.", show_default=False)
]

_QUEUE = """Show what waits for review, least sure first.

Without more: what nobody has judged. The line of each entry begins with its id."""

_CORRECT = """Put fields of an entry right.

FIELD=VALUE: lists are parted by commas, parties are named as everywhere (QAT, qatar, an Arabic name), words
of the document stand for their place, - for nothing: `due=2024-05`, `actors=QAT,USA`, `speaker=-`."""

_REJECT = f"""Reject an entry: it stays in the register and says so.

A reason is needed: one of {", ".join(REASONS)} (which needs --why), or --why alone."""

_REMARK = """Have an entry rest on other words; it keeps its id.

PLACE is `28-68` (offsets in the document, as `mahdar show ID` gives them) or the words as they stand there.
Of several the first is the first evidence. An act's second one is the word that acts: its trigger. Words
without the trigger, and without another, are refused."""

_ADD = """Add an entry that the reader missed.

TYPE is meeting, instrument, amount, act, quote or date. PLACEs come first, as in `remark`, then FIELD=VALUEs.
No later reading loses it; `reject` removes it."""


@app.command(
    "queue",
    help=_QUEUE,
    epilog=examples(
        "mahdar review queue --mine --type meeting",
        "mahdar review queue --document statement.txt --order text",
    ),
)
def queue(  # noqa: PLR0913, PLR0917  # one option a parameter
    type: Annotated[  # noqa: A002
        str | None, typer.Option(help="meeting, instrument, amount, act, quote or date.", show_default=False)
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--class", "--kind", help="A class or kind.", show_default=False)
    ] = None,
    party: Annotated[
        str | None, typer.Option(metavar="PARTY", help="In any role.", show_default=False)
    ] = None,
    track: Annotated[str | None, typer.Option(help="Of acts.", show_default=False)] = None,
    document: Annotated[
        str | None, typer.Option(metavar="DOCUMENT", help="Only of this one.", show_default=False)
    ] = None,
    order: Annotated[
        str, typer.Option(help="confidence: least sure first; text: as it stands.")
    ] = "confidence",
    mine: Annotated[bool, typer.Option("--mine", help="What I have not judged, as it was read.")] = False,
    second: Annotated[
        bool, typer.Option("--second", help="Of these, what somebody else has judged.")
    ] = False,
    stale: Annotated[bool, typer.Option("--stale", help="What was judged and is no longer found.")] = False,
    again: Annotated[
        bool,
        typer.Option("--again", help="What was judged in an older version, and went over into none."),
    ] = False,
    disputed: Annotated[bool, typer.Option("--disputed", help="What was judged differently.")] = False,
    limit: Annotated[int, typer.Option(metavar="N", help="How many at most.", min=1)] = 20,
    after: Annotated[
        str | None, typer.Option(metavar="ID", help="Begin behind this entry.", show_default=False)
    ] = None,
    who: Who = None,
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Show what waits for review."""
    from mahdar.outputs.cli.review_queue import Wish, show_queue  # noqa: PLC0415  # help is shown without it

    chosen = [name for name, is_it in _which(mine, second, stale, again, disputed) if is_it]
    if len(chosen) > 1:
        raise typer.BadParameter("--mine, --second, --stale, --again and --disputed are queues; choose one")
    wish = Wish(
        which=(chosen or ["unreviewed"])[0],
        who=who,
        order=checked("--order", order, ("confidence", "text"), "an order"),
        type=None if type is None else checked("--type", type, SECTIONS, "a type of entry"),
        kind=kind,
        party=party,
        track=None if track is None else checked("--track", track, sorted(TRACKS), "a track"),
        document=document,
        limit=limit,
        after=after,
        as_json=as_json,
    )
    show_queue(register, wish)


def _which(*asked: bool) -> list[tuple[str, bool]]:
    return list(zip(("mine", "second", "stale", "again", "disputed"), asked, strict=True))


@app.command(
    "settle",
    short_help="Say that you have looked again at an entry of an older version.",
    epilog=examples('mahdar review settle 5e0c11d2 --why "gone from the text"'),
)
def settle(entry: Id, why: Why = None, who: Who = None, register: RegisterPath = None) -> None:
    """Say that you have looked again at an entry that `queue --again` lists.

    A newer version of a document inherits what was said of the older one, wherever its words stand unchanged.
    Entries whose words it has no more wait until somebody has seen what became of them. `undo` takes it back.
    """
    from mahdar.outputs.cli.reviewing import settle_one  # noqa: PLC0415  # help is shown without it

    settle_one(register, entry, who, why)


@app.command(
    "accept",
    short_help="Accept an entry as it is.",
    epilog=examples("mahdar review accept 5e0c11d2", "mahdar review accept 5e0c11d2 --alone --who salma"),
)
def accept(  # noqa: PLR0913, PLR0917  # one option a parameter
    entry: Id, why: Why = None, alone: Alone = False, on: On = None, who: Who = None, as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:  # fmt: skip
    """Accept an entry as it is; its fields stay so, whatever is read later."""
    from mahdar.outputs.cli.reviewing import Given, judge  # noqa: PLC0415  # help is shown without it

    judge(register, entry, "accepted", Given(who, why, alone=alone, on=on, as_json=as_json))


@app.command(
    "correct",
    help=_CORRECT,
    epilog=examples(
        "mahdar review correct 5e0c11d2 class=support target=KWT",
        'mahdar review correct 5e0c11d2 due=- tracks=energy,economy --why "no day is said"',
    ),
)
def correct(  # noqa: PLR0913, PLR0917  # one option a parameter
    entry: Id, fields: Fields = None, why: Why = None, alone: Alone = False, on: On = None, who: Who = None,
    as_json: AsJson = False, register: RegisterPath = None,
) -> None:  # fmt: skip
    """Put fields of an entry right."""
    from mahdar.outputs.cli.reviewing import Given, judge  # noqa: PLC0415  # help is shown without it

    if not fields:
        raise typer.BadParameter("say what is to be put right: FIELD=VALUE")
    judge(register, entry, "corrected", Given(who, why, alone=alone, on=on, as_json=as_json), tuple(fields))


@app.command(
    "reject",
    help=_REJECT,
    epilog=examples(
        "mahdar review reject 5e0c11d2 --reason twice",
        'mahdar review reject 5e0c11d2 --why "a headline of another piece"',
    ),
)
def reject(  # noqa: PLR0913, PLR0917  # one option a parameter
    entry: Id,
    reason: Annotated[
        str | None, typer.Option(metavar="REASON", help=", ".join(REASONS), show_default=False)
    ] = None,
    why: Why = None, alone: Alone = False, on: On = None, who: Who = None, as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:  # fmt: skip
    """Reject an entry."""
    from mahdar.outputs.cli.reviewing import Given, judge  # noqa: PLC0415  # help is shown without it

    word = None if reason is None else checked("--reason", reason, REASONS, "a reason")
    judge(register, entry, "rejected", Given(who, why, word, alone=alone, on=on, as_json=as_json))


@app.command("remark", help=_REMARK, epilog=examples("mahdar review remark 5e0c11d2 28-68 28-34"))
def remark(  # noqa: PLR0913, PLR0917  # one option a parameter
    entry: Id, place: Places, why: Why = None, on: On = None, who: Who = None, as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:  # fmt: skip
    """Have an entry rest on other words."""
    from mahdar.outputs.cli.reviewing import Given, remark_one  # noqa: PLC0415  # help is shown without it

    remark_one(register, entry, tuple(place), Given(who, why, on=on, as_json=as_json))


@app.command(
    "add",
    help=_ADD,
    epilog=examples(
        "mahdar review add statement.txt date 120-130 value=2024-05-03 precision=day",
        "mahdar review add statement.txt act 28-68 class=support trigger=28-34 actors=QAT",
    ),
)
def add(  # noqa: PLR0913, PLR0917  # one option a parameter
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A name, a path or an id.")],
    type: Annotated[str, typer.Argument(metavar="TYPE", help=", ".join(FIELDS))],  # noqa: A002
    what: Annotated[list[str], typer.Argument(metavar="PLACE... FIELD=VALUE...", help="As above.")],
    why: Why = None, who: Who = None, as_json: AsJson = False, register: RegisterPath = None,
) -> None:  # fmt: skip
    """Add an entry that the reader missed."""
    from mahdar.outputs.cli.reviewing import Given, add_one  # noqa: PLC0415  # help is shown without it

    kind = checked("TYPE", type, SECTIONS, "a type of entry")
    add_one(register, document, kind, tuple(what), Given(who, why, as_json=as_json))


@app.command(
    "undo",
    short_help="Take back what you did last.",
    epilog=examples("mahdar review undo", "mahdar review undo 5e0c11d2"),
)
def undo(
    entry: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only on this entry.", show_default=False)
    ] = None,
    why: Why = None,
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Take back what you did last: a verdict, words marked, an entry added, a comment.

    Once more takes back the one before. Nobody takes back what somebody else did; where somebody has changed
    the entry since, it stays.
    """
    from mahdar.outputs.cli.reviewing import undo_last  # noqa: PLC0415  # help is shown without it

    undo_last(register, entry, who, why)


@app.command(
    "comment",
    epilog=examples(
        'mahdar review comment 5e0c11d2 "who speaks here?"',
        'mahdar review comment statement.txt "a second printing"',
    ),
)
def comment(
    about: Annotated[str, typer.Argument(metavar="ID|DOCUMENT", help="An entry or a document.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What you note.")],
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Note something on an entry or a document."""
    from mahdar.outputs.cli.reviewing import comment_on  # noqa: PLC0415  # help is shown without it

    comment_on(register, about, words, who)


@app.command(
    "agreement", epilog=examples("mahdar review agreement", "mahdar review agreement --alone --json")
)
def agreement(
    alone: Annotated[
        bool, typer.Option("--alone", help="Only what was said without having seen what others said.")
    ] = False,
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Show how far reviewers of the same entries agree: Krippendorff's alpha, type by type."""
    from mahdar.outputs.cli.review_queue import show_agreement  # noqa: PLC0415  # help is shown without it

    show_agreement(register, alone=alone, as_json=as_json)


@app.command(
    "close",
    short_help="Close a contradiction with a reason.",
    epilog=examples('mahdar review close 5e0c11d2 --why "two sessions" --who "N. Haddad"'),
)
def close(
    contradiction: Id,
    why: Annotated[str, typer.Option(help="The reason.", show_default=False)],
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Close a contradiction: it is no longer shown, and counted as closed.

    Nothing in the documents or in the register's entries changes: both passages stay what they are. Who
    closed it, when and why stands beside it in `mahdar show contradictions --all` and in the events.
    """
    from mahdar.outputs.cli.reviewing import close_one  # noqa: PLC0415  # help is shown without it

    close_one(register, contradiction, who, why)


@app.command(
    "reopen",
    short_help="Open a closed contradiction again.",
    epilog=examples("mahdar review reopen 5e0c11d2"),
)
def reopen(
    contradiction: Id,
    why: Annotated[str | None, typer.Option(help="The reason.", show_default=False)] = None,
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Open a closed contradiction again. What was said when it was closed stays in the events."""
    from mahdar.outputs.cli.reviewing import reopen_one  # noqa: PLC0415  # help is shown without it

    reopen_one(register, contradiction, who, why)
