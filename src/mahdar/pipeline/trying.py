"""A sentence tried on the grammar: which words may head an act, which rule let them and which refused them.

This is what an editor of the lexicon looks at: the same reading as a document's, with its steps kept.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from importlib.resources import files

from mahdar.lexicon import Lexicon
from mahdar.model.document import Article, Block, Document, Page
from mahdar.model.entries import Entry
from mahdar.model.mentions import Mentions
from mahdar.model.prose import Sentence
from mahdar.model.reading import ArticleText
from mahdar.pipeline.document import article_texts
from mahdar.reading import read_article
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft, SentenceDrafts
from mahdar.reading.drafting import draft_acts
from mahdar.reading.heads import RULES, refused
from mahdar.reading.meetings import read_meetings
from mahdar.reading.spot import Spot

__all__ = ["Trial", "Tried", "try_sentence"]


def _explanations() -> dict[str, str]:
    """Return what each rule is for, by the sources: compiled functions have lost it."""
    modules = {rule.__module__ for rule in RULES}
    sources = [files("mahdar.reading") / f"{name.rpartition('.')[2]}.py" for name in modules]
    nodes = [node for one in sources for node in ast.parse(one.read_text(encoding="utf-8")).body]
    said = {node.name: ast.get_docstring(node) or "" for node in nodes if isinstance(node, ast.FunctionDef)}
    return {rule.__name__: said[rule.__name__].strip() for rule in RULES}


_WHY = _explanations()


@dataclass(frozen=True, slots=True)
class Tried:
    """One reading of one word as the head of an act."""

    word: str
    head: str
    """Id of the lexicon's row."""
    place: str
    """`file:line` of the row."""
    form: str
    """`finite`, `participle` or `masdar`."""
    act: str | None
    """The class of the act; None where it is none."""
    why: str
    """The rules that made the act, or the one that refused it, and what that rule is for."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a sentence yields, and how."""

    document: Document
    mentions: Mentions
    tried: tuple[Tried, ...]
    """In text order."""
    entries: tuple[Entry, ...]


def try_sentence(text: str, lexicon: Lexicon) -> Trial:
    """Read a text as the prose of one article and keep the steps.

    Args:
        text: a sentence or a few; no page is looked for in it.
        lexicon: whose rows are tried.
    """
    document = Document.of(text, "try")
    block = Block("prose", 0, len(text))
    page = Page((Article("news_report", 0, len(text), None, (block,)),), ())
    prepared, _ = article_texts(document, page, lexicon)
    article = prepared[0]
    return Trial(document, article.mentions, _tried(article, lexicon), tuple(read_article(article, lexicon)))


def _tried(article: ArticleText, lexicon: Lexicon) -> tuple[Tried, ...]:
    """Return every word that may head an act, each reading with its verdict."""
    ctx = Context(article, lexicon)
    found = {one.sentence.first: one for one in draft_acts(ctx, read_meetings(ctx))}
    places = {row.text("id"): row.place for row in lexicon.rows("ar/acts.toml", "head")}
    tried: list[Tried] = []
    for sentence in ctx.sentences:
        drafts = found.get(sentence.first, SentenceDrafts(sentence, (), ()))
        for i in range(sentence.first, sentence.last):
            tried += _readings(ctx, sentence, i, drafts, places)
    return tuple(tried)


def _readings(
    ctx: Context, sentence: Sentence, i: int, drafts: SentenceDrafts, places: dict[str, str]
) -> list[Tried]:
    """Return the readings of one word up to the one that is taken."""
    taken = next((draft for draft in drafts.drafts if draft.spot.i == i), None)
    found: list[Tried] = []
    for candidate in ctx.candidates[i]:
        spot = Spot(ctx, sentence, i, candidate)
        its = taken if taken is not None and taken.spot.candidate == candidate else None
        act, why = _verdict(spot, its, drafts)
        id_ = spot.head.id
        found.append(Tried(ctx.words[i].text, id_, places.get(id_, ""), candidate.form.kind, act, why))
        if its is not None:
            break
    return found


def _verdict(spot: Spot, draft: Draft | None, drafts: SentenceDrafts) -> tuple[str | None, str]:
    """Return the class of an act, or None, and why."""
    if draft is not None and draft in drafts.kept:
        return draft.act_class, f"subject {draft.subject.rule}, complement {draft.complement.rule}"
    if draft is not None:
        return None, "only the frame of the act behind it"
    if spot.head.frame == "light":
        return None, "a light verb: the noun behind it carries the act"
    rule = refused(spot)
    if rule is not None:
        return None, f"{rule}: {_WHY[rule]}"
    return None, "no subject or no complement that the row asks for was found"
