"""An article's lines → its blocks: headline, kicker, headings, bullets, questions and answers, prose."""

from __future__ import annotations

import re
from itertools import pairwise

from mahdar.lexicon.layout import Layout
from mahdar.model.document import Block
from mahdar.page.heads import Head
from mahdar.page.lines import Line

__all__ = ["asked", "make_blocks"]

_ASKING = (
    "\N{BLACK LEFT-POINTING POINTER}\N{BLACK RIGHT-POINTING POINTER}\N{BLACK LEFT-POINTING TRIANGLE}"
    "\N{BLACK RIGHT-POINTING TRIANGLE}\N{WHITE LEFT-POINTING TRIANGLE}\N{WHITE RIGHT-POINTING TRIANGLE}"
    "\N{BLACK QUESTION MARK ORNAMENT}"
)
_QUESTION_MARKS = "?\N{ARABIC QUESTION MARK}"
_ASKER = re.compile(r"[^(:]{2,12}\([^():]{2,40}\)\s*:")
"""A label with who asks in brackets («سؤال (الإذاعة): …»)."""
_LEFT_OPEN = ("\N{HORIZONTAL ELLIPSIS}", "...")
"""How a question ends that leaves the rest to whoever answers («البعض يقول إن المنح تراجعت...»)."""
_QUOTED = '"»”'
_HEADING_WORDS = 12
_LABEL_WORDS = 8


def make_blocks(
    lines: list[Line], body: list[int], head: Head, table: Layout, *, interview: bool
) -> tuple[Block, ...]:
    """Make an article's blocks.

    Args:
        lines: the page's lines.
        body: numbers of the lines of the article's body, in order.
        head: what stands above it.
        table: layout words.
        interview: read questions and answers.

    Returns:
        The headline, where there is one, the copies of it next to the text, and the body, in text order.
    """
    titles = [i for i in (head.title, *head.copies) if i is not None]
    kinds = _kinds([lines[i] for i in body], table, interview=interview)
    made = [Block("title", lines[i].start, lines[i].end) for i in titles]
    made += [Block(k, lines[i].start, lines[i].end) for i, k in zip(body, kinds, strict=True)]
    return tuple(sorted(made, key=lambda block: block.start))


def _kinds(body: list[Line], table: Layout, *, interview: bool) -> list[str]:
    """Say of each line of the body what it is."""
    first = next((n for n, line in enumerate(body) if line.prose), len(body))
    marked = sum(line.text[0] in _ASKING for line in body)
    signs = _signs(body, table) if interview else frozenset()
    kinds: list[str] = []
    asked_before = False
    for n, line in enumerate(body):
        if interview and (asked(line, table, marked=marked >= 2) or line.text[0] in signs):
            kind, asked_before = "question", True
        else:
            kind = _kind(body, n, opened=n >= first)
            kind = "answer" if asked_before and kind in {"prose", "bullet"} else kind
            if kind == "heading" and kinds[-1:] == ["answer"] and line.bare.endswith(_LEFT_OPEN):
                kind = "question"
        kinds.append(kind)
    return _told_again(body, kinds, table)


def _told_again(body: list[Line], kinds: list[str], table: Layout) -> list[str]:
    """Take the reporter's own words behind the last answer out of it («واختتمت السفيرة حديثها بـ …»)."""
    last = max((n for n, kind in enumerate(kinds) if kind == "question"), default=len(kinds))
    closing = table.sets["behind_answers"]
    behind = (n for n in range(last + 2, len(kinds)) if closing.at(body[n].lead, 0) is not None)
    at = next(behind, len(kinds))
    return kinds[:at] + ["prose" if kind == "answer" else kind for kind in kinds[at:]]


def _signs(body: list[Line], table: Layout) -> frozenset[str]:
    """Return the signs that the questions of this interview begin with.

    No other line begins with one; or one begins every other line, and most of those ask («■ وملف الديون»).
    """
    asking = [line for line in body if asked(line, table, marked=False)]
    signs = {line.text[0] for line in asking if line.bulleted}
    often = {sign for sign in signs if sum(line.text[0] == sign for line in asking) > 1}
    often |= {sign for sign in signs if _answered_with_sign(body, sign)}
    told = {line.text[0] for line in body if not set(line.text) & set(_QUESTION_MARKS)}
    return frozenset(sign for sign in often if sign not in told or _takes_turns(body, sign, asking))


def _takes_turns(body: list[Line], sign: str, asking: list[Line]) -> bool:
    """Say whether lines with a sign are never neighbours, short, and questions for the most part."""
    at = [n for n, line in enumerate(body) if line.text[0] == sign]
    apart = all(b - a > 1 for a, b in pairwise(at)) and at[-1] + 1 < len(body)
    short = all(body[n].words <= _ASKED_WORDS for n in at)
    asks = sum(body[n] in asking for n in at) * 2 >= len(at) or _answered_with_sign(body, sign)
    return apart and short and asks


def _answered_with_sign(body: list[Line], sign: str) -> bool:
    """Say whether what follows each line with a sign begins with one other sign («■ … ⏎ □ …»)."""
    at = [n for n, line in enumerate(body) if line.text[0] == sign]
    behind = {body[n + 1].text[0] if n + 1 < len(body) else "" for n in at}
    answered = len(at) > _TWICE and len(behind) == 1 and sign not in behind
    return answered and all(body[n + 1].bulleted for n in at)


_TWICE = 2


_ASKED_WORDS = 40
"""Words of a question without its mark at most."""


def asked(line: Line, table: Layout, *, marked: bool) -> bool:
    """Say whether a line is an interviewer's question.

    Args:
        line: the line.
        table: layout words.
        marked: this article's questions carry a sign; others are rhetorical.
    """
    if line.text[0] in _ASKING:
        return True
    label = line.lead[:1] and line.lead[0] in table.sets["question"]
    if label and line.words > 1 and (line.text.find(":", 0, 12) > 0 or _ASKER.match(line.text)):
        return True
    return not marked and line.asks and line.words <= 70


def _kind(body: list[Line], n: int, *, opened: bool) -> str:
    """Say what a line is that asks nothing."""
    line = body[n]
    if _heading(body, n):
        return "heading" if opened or line.introduces or line.bulleted else "kicker"
    if line.bulleted:
        return "bullet"
    return "prose" if opened or line.prose or line.stopped else "kicker"


def _heading(body: list[Line], n: int) -> bool:
    """Say whether a line stands over what follows it: short, without a full stop, and not one of a list."""
    line = body[n]
    short = line.words <= (_LABEL_WORDS if line.introduces else _HEADING_WORDS)
    if not short or line.prose or line.stopped or line.asks or n + 1 == len(body):
        return False
    if not line.bulleted:
        return True
    if n > 0 and body[n - 1].text[-1] in _QUOTED:
        return False
    return not body[n + 1].bulleted and (n == 0 or not body[n - 1].bulleted)
