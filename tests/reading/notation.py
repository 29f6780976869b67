"""Readable cases: a passage and what it is expected to yield, side by side.

    == behaviour [kind of article]
    title| a headline            (lines with no `block| ` before them are prose)
    قال الوزير الأردني …
    > class ⟦trigger⟧ ACTOR+ACTOR | content words … | to TARGET | on track | by Speaker | due date | quoted
    > direct ⟦the quoted words … their end⟧ Speaker | question words … words

A line `=== cause` groups the cases behind it (known failures). `#` begins a comment. `-` stands for none, `…`
for any words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Article, Block, Document, Page
from mahdar.model.entries import Act, Entry, Quote
from mahdar.model.reading import ArticleText
from mahdar.pipeline.document import article_texts
from mahdar.reading.acts import read_acts
from mahdar.reading.context import Context
from mahdar.reading.drafting import draft_acts
from mahdar.reading.meetings import read_meetings
from mahdar.reading.quotes import read_quotes

CASES = Path(__file__).parent / "cases"
_HEADING = re.compile(r"== (?P<name>.+?)(?: \[(?P<kind>\w+)\])?$")
_BLOCK = re.compile(r"(?P<block>title|question|answer|bullet)\| ?(?P<text>.*)$")
_EXPECTED = re.compile(r"> (?P<what>\w+) ⟦(?P<words>[^⟧]+)⟧(?: (?P<who>[^|]+?))?(?P<fields>(?: \| .+)?)$")
_PUNCTUATION = re.compile(r"[^\w\s…]")


@dataclass(frozen=True)
class Expected:
    """One line of expectation."""

    what: str
    words: str
    who: str | None
    fields: dict[str, str]


@dataclass
class Case:
    """A passage and what it yields."""

    name: str
    kind: str
    cause: str
    blocks: list[tuple[str, str]] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)


def load(name: str) -> list[Case]:
    """Read a file of cases."""
    cases: list[Case] = []
    cause = ""
    for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            cause = line[4:].strip()
        elif heading := _HEADING.match(line):
            cases.append(Case(heading["name"], heading["kind"] or "news_report", cause))
        elif line.startswith("> "):
            cases[-1].expected.append(_expected(line))
        elif line.strip() and not line.startswith("#"):
            block = _BLOCK.match(line)
            cases[-1].blocks.append((block["block"], block["text"]) if block else ("prose", line))
    return cases


def _expected(line: str) -> Expected:
    match = _EXPECTED.match(line)
    assert match, f"not an expectation: {line}"
    pairs = (part.strip().partition(" ") for part in match["fields"].split("|") if part.strip())
    return Expected(match["what"], match["words"], match["who"], {key: value for key, _, value in pairs})


def read(case: Case) -> tuple[Document, tuple[Entry, ...]]:
    """Read acts and quotes of a passage as one article whose blocks are known."""
    article = article_of(case.blocks, case.kind)
    ctx = Context(article, default_lexicon())
    drafted = draft_acts(ctx, read_meetings(ctx))
    return article.document, (*read_acts(ctx, drafted), *read_quotes(ctx, drafted))


def article_of(blocks: list[tuple[str, str]], kind: str = "news_report") -> ArticleText:
    """Make an article of blocks and their text, ready to be read."""
    text = "\n".join(words for _, words in blocks)
    placed, at = [], 0
    for block, words in blocks:
        placed.append(Block(block, at, at + len(words)))
        at += len(words) + 1
    document = Document.of(text, "case")
    page = Page((Article(kind, 0, len(text), None, tuple(placed)),), ())
    return article_texts(document, page, default_lexicon())[0][0]


def told(case: Case) -> list[str]:
    """Return where a case's acts differ from what is expected, line by line; empty where they agree."""
    document, entries = read(case)
    acts = sorted((e for e in entries if isinstance(e, Act)), key=lambda a: a.trigger.start)
    found = [show(act, document) for act in acts]
    if [(a.act_class, a.trigger.cut(document.text)) for a in acts] != [
        (e.what, e.words) for e in case.expected
    ]:
        return ["found other acts:", *found]
    wrong = (_differences(act, expected, document) for act, expected in zip(acts, case.expected, strict=True))
    return [
        f"{expected.words}: {line}"
        for expected, lines in zip(case.expected, wrong, strict=True)
        for line in lines
    ]


def quotes_told(case: Case) -> list[str]:
    """The same for quotes."""
    document, entries = read(case)
    quotes = [e for e in entries if isinstance(e, Quote)]
    found = [f"{_directness(q)} ⟦{q.evidence[0].quote}⟧ {q.speaker}" for q in quotes]
    if len(quotes) != len(case.expected):
        return ["found other quotes:", *found]
    return [
        f"{expected.words}: {line}"
        for quote, expected in zip(quotes, case.expected, strict=True)
        for line in _quote_differences(quote, expected, document)
    ]


def show(act: Act, document: Document) -> str:
    """Write an act in the notation, with the rules that made it."""
    parts = [
        f"> {act.act_class} ⟦{act.trigger.cut(document.text)}⟧ {'+'.join(act.actors) or '-'}",
        f"content {act.content.cut(document.text) if act.content else '-'}",
        f"to {'+'.join(act.target) or '-'}",
        f"on {' '.join(act.tracks)}",
        f"by {act.speaker or '-'}",
        *([f"due {act.due}"] if act.due else []),
        *(["quoted"] if act.quoted else []),
    ]
    return " | ".join(parts) + f"   [{act.reader}]"


def _differences(act: Act, expected: Expected, document: Document) -> list[str]:
    content = act.content.cut(document.text) if act.content else "-"
    facts = {
        "to": "+".join(act.target) or "-",
        "by": act.speaker or "-",
        "due": act.due or "-",
        "quoted": "" if act.quoted else "not quoted",
    }
    wrong = [
        f"{key} is {facts[key]}, not {expected.fields[key]}"
        for key in facts.keys() & expected.fields.keys()
        if facts[key] != expected.fields[key]
    ]
    if expected.who and "+".join(act.actors) != expected.who:
        wrong.append(f"actors are {'+'.join(act.actors) or '-'}, not {expected.who}")
    if "content" in expected.fields and not _same(expected.fields["content"], content):
        wrong.append(f"content is «{content}»")
    if not set(expected.fields.get("on", "").split()) <= set(act.tracks):
        wrong.append(f"tracks are {' '.join(act.tracks)}")
    return wrong


def _quote_differences(quote: Quote, expected: Expected, document: Document) -> list[str]:
    wrong = []
    if _directness(quote) != expected.what:
        wrong.append(f"is {_directness(quote)}")
    if not _same(expected.words, quote.evidence[0].quote):
        wrong.append(f"quoted is «{quote.evidence[0].quote}»")
    if expected.who and (quote.speaker or "-") != expected.who:
        wrong.append(f"speaker is {quote.speaker}")
    question = quote.question.cut(document.text) if quote.question else "-"
    if "question" in expected.fields and not _same(expected.fields["question"], question):
        wrong.append(f"question is «{question}»")
    return wrong


def _directness(quote: Quote) -> str:
    return "direct" if quote.direct else "indirect"


def _same(pattern: str, words: str) -> bool:
    """Compare words without punctuation; `…` in the pattern stands for any of them."""
    parts = (re.escape(_plain(part)) for part in pattern.split("…"))
    return re.fullmatch(".*".join(parts), _plain(words)) is not None


def _plain(words: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", words).split())
