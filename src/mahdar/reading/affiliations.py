"""For whom the people of an article act: their own party, their title's, that of the post behind the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.language.clitics import bare
from mahdar.model.mentions import OfficeMention, PersonMention
from mahdar.model.units import PartyCode
from mahdar.reading.bodies import body_named
from mahdar.reading.conditions import noun_stems
from mahdar.reading.posts import body_behind, party_behind

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["parties_of_people", "people_of_the_past", "unread_names"]


def parties_of_people(ctx: Context) -> dict[str, PartyCode]:
    """Return for whom each named person acts; people of whom the article does not tell are left out."""
    people = ctx.article.mentions.people
    known = {m.name: m.party for m in people if m.party}
    for person in people:
        _learn(known, person.name, known.get(person.name) or _of_title(ctx, person.first))
    for person in people:
        if person.name not in known:
            _learn(known, person.name, _of_led_side(ctx, person))
    for office in ctx.article.mentions.offices:
        if office.name and office.name not in known and office.party is None:
            _learn(known, office.name, _of_office(ctx, office))
    for person in people:
        if person.name not in known:
            _learn(known, person.name, _of_post(ctx, person) or _of_body(ctx, person))
    return known


def people_of_the_past(ctx: Context) -> frozenset[str]:
    """Return who is told of only as having held an office («الأمين العام الأسبق فلان»)."""
    former = ctx.acts.words["former"]
    told = [
        (m.name, not former.isdisjoint(ctx.folds[m.first : m.last + 1])) for m in ctx.article.mentions.offices
    ]
    return frozenset(name for name, past in told if name and past) - {name for name, past in told if not past}


def _learn(known: dict[str, PartyCode], name: str, party: PartyCode | None) -> None:
    """Keep for whom somebody acts, unless it is known already."""
    if party:
        known.setdefault(name, party)


def _of_title(ctx: Context, i: int) -> PartyCode | None:
    """Return the party of a title parted from its holder («المبعوث البريطاني للسلام X»)."""
    for k in range(i - 1, max(i - 9, -1), -1):
        if ctx.words[k + 1].gap:
            return None
        office = ctx.at.offices.get(k)
        if office is not None:
            return office.party if office.name is None else None
    return None


def _of_led_side(ctx: Context, person: PersonMention) -> PartyCode | None:
    """Return the side that somebody leads («ترأس … فلان الجانب الكويتي», «ترأس الجانب الكويتي … فلان»)."""
    leads = ctx.acts.words["leads_side"]
    near = range(max(0, person.first - _LED), person.first)
    at = next((k for k in reversed(near) if ctx.folds[k] in leads), None)
    if at is None:
        return None
    side = ctx.at.parties.get(person.last) or ctx.at.parties.get(at + 1)
    return side.code if side is not None and side.form == "ministry" else None


_LED = 14
"""Titles and honorifics may stand between the verb and the name."""


def _of_office(ctx: Context, office: OfficeMention) -> PartyCode | None:
    """Return whose office one is that the text gives no party: an organ's of the state at home.

    An ambassador's is that of the one state whose embassy the text names.
    """
    if office.title.startswith(_AMBASSADOR):
        return _of_namesake(ctx, office) or _of_embassy(ctx)
    if not office.of_state and office.last not in ctx.organs:
        return _of_namesake(ctx, office)
    if ctx.article.kind == "joint_statement" and office.of_state:
        return _other_side(ctx)
    own = ctx.article.kind == "ministry_post"
    top = next((code for code, _ in ctx.weights.most_common() if code in ctx.states), None)
    return ctx.home or (top if own else None)


_AMBASSADOR = "Ambassador"


def _of_embassy(ctx: Context) -> PartyCode | None:
    """Return the one state whose embassy an article names; None for none or several."""
    embassies = {
        m.code
        for m in ctx.article.mentions.parties
        if m.form == "ministry"
        and any(n in ctx.acts.words["embassy"] for n in noun_stems(ctx.folds[m.first]))
    }
    return embassies.pop() if len(embassies) == 1 else None


def _of_namesake(ctx: Context, vague: OfficeMention) -> PartyCode | None:
    """Return the party of the title that a bare one takes up («وزير الخارجية الإيراني …، الوزير ظريف»)."""
    before = (
        m for m in reversed(ctx.article.mentions.offices) if m.first < vague.first and m.title != vague.title
    )
    office = next((m for m in before if m.title.startswith(vague.title)), None)
    return office.party if office is not None and office.name is None else None


def unread_names(ctx: Context) -> dict[str, PartyCode]:
    """Return words behind a title that no list takes for a name («وزير الدفاع الغاني كواكو …»), and whose.

    Whoever is said to speak by such a word is the holder of that title.
    """
    found: dict[str, PartyCode] = {}
    for office in ctx.article.mentions.offices:
        if office.name is None and office.party and not ctx.prefix(office):
            for k in range(office.last, min(office.last + _NAME, len(ctx.words))):
                if ctx.words[k].gap or not _may_be_name(ctx, k):
                    break
                found.setdefault(ctx.folds[k], office.party)
    return found


_NAME = 3
"""Words of such a name."""


def _may_be_name(ctx: Context, k: int) -> bool:
    """Say whether a word is none that a sentence goes on with behind a title."""
    word, words = ctx.folds[k], ctx.acts.words
    closed = (
        "detached",
        "that",
        "connector",
        "adverb",
        "aside",
        "relative",
        "perfect",
        "negation",
        "location",
    )
    if len(word) < _SHORTEST or any(word in words[name] for name in closed):
        return False
    return not ctx.candidates[k] and bare(word) == word and k not in ctx.role_at and k not in ctx.at.offices


_SHORTEST = 3


def _other_side(ctx: Context) -> PartyCode | None:
    """Return the one side of a joint statement whose officials bear no state's name beside their titles."""
    named = {m.party for m in ctx.article.mentions.offices if m.of_state and m.party}
    others = [code for code in ctx.pair if code not in named]
    return others[0] if len(others) == 1 and len(ctx.pair) > 1 else None


def _of_body(ctx: Context, person: PersonMention) -> PartyCode | None:
    """Return the body whose post stands before a name by its short form («مدير المرصد فلان»)."""
    for k in range(person.first - 1, max(person.first - _BODY, 0), -1):
        if ctx.words[k + 1].gap:
            return None
        if k in ctx.bodies:
            held = any(word in ctx.acts.words["post"] for word in ctx.folds[max(k - _POST, 0) : k])
            return body_named(ctx, k) if held else None
    return None


_BODY, _POST = 6, 5
"""Words between a body and a name behind it, and between a post and the body."""


def _of_post(ctx: Context, person: PersonMention) -> PartyCode | None:
    """Return the state of the post that stands behind a name; without a name of its own the article's."""
    body = body_behind(ctx, ctx.acts.words, person.last)
    if body is None:
        return None
    return party_behind(ctx, ctx.acts.words, body, ctx.states) or ctx.home
