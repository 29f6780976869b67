"""For whom the people of an article act: their own party, their title's, that of the post behind the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.language.clitics import bare
from mahdar.model.mentions import OfficeMention, PartyMention, PersonMention
from mahdar.model.units import PartyCode
from mahdar.reading.bodies import body_named
from mahdar.reading.conditions import noun_stems
from mahdar.reading.posts import body_behind, is_private, named_before, named_by_post, party_behind

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["may_be_name", "parties_of_people", "people_of_the_past", "unread_names"]


def parties_of_people(ctx: Context) -> dict[str, PartyCode]:
    """Return for whom each named person acts; people of whom the article does not tell are left out."""
    people = ctx.article.mentions.people
    known = {m.name: m.party for m in people if m.party}
    known |= {m.name: side for m in people if (side := _on_behalf(ctx, m))}
    for person in people:
        _learn(known, person.name, known.get(person.name) or _of_title(ctx, person.first))
    for person in people:
        if person.name not in known:
            _learn(known, person.name, _of_led_side(ctx, person) or _of_delegation(ctx, person))
    for office in ctx.article.mentions.offices:
        if office.name and office.name not in known and office.party is None:
            _learn(known, office.name, _of_office(ctx, office))
    for person in people:
        if person.name not in known:
            _learn(known, person.name, _of_post(ctx, person) or _of_body(ctx, person))
            _learn(known, person.name, named_before(ctx, person.first))
    _guess(ctx, known)
    return known


def _guess(ctx: Context, known: dict[str, PartyCode]) -> None:
    """Give officials of whom nothing tells for whom they act to the state whose officials are named so."""
    for office in ctx.article.mentions.offices:
        of_state = office.of_state or office.title.startswith(_MINISTER)
        told = ctx.parties_in(office.first, office.last + _NAMED_BESIDE)
        if office.name and office.name not in known and office.party is None and of_state and not told:
            _learn(known, office.name, _of_readers(ctx))
    for person in ctx.article.mentions.people:
        if person.name not in known:
            _learn(known, person.name, _of_post_before(ctx, person))


_NAMED_BESIDE = 6
"""Words of a name and behind it within which its state is named («الملك فيليب ملك بلجيكا»)."""
_MINISTER = "Minister"
"""English title of «الوزير» where nothing says of what."""


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


def _on_behalf(ctx: Context, person: PersonMention) -> PartyCode | None:
    """Return the side that a text names somebody for («وقعها عن السودان د. فلان», «عن الجانب المجري … فلان»).

    Nothing but his titles stands between.
    """
    for k in range(person.first - 1, max(-1, person.first - _ON_BEHALF), -1):
        word = ctx.folds[k]
        if word in ctx.lists["on_behalf_of"] and k + 1 in ctx.at.parties:
            side = ctx.at.parties[k + 1]
            told = _is_side(ctx, side) or word not in ctx.lists["of_a_side"]
            return side.code if told and side.code in ctx.states and side.last <= person.first else None
        apart = ctx.words[k + 1].gap.strip("().")
        if apart or word in ctx.acts.words["detached"] or (k in ctx.at.people and k not in ctx.at.parties):
            return None
        if any(c.form.kind == "finite" for c in ctx.candidates[k]) and not ctx.covered[k]:
            return None
    return None


_ON_BEHALF = 16
"""Words of a side and of somebody's titles before his name."""


def _of_post_before(ctx: Context, person: PersonMention) -> PartyCode | None:
    """Return the state of the post before a name that something parts («وزير العدل المحامي فلان»).

    That is the article's own: of a minister, of a post in a ministry («وكيل الوزارة للتعاون الدولي فلان»).
    """
    words, held, body = ctx.acts.words, False, False
    for k in range(person.first - 1, max(-1, person.first - _POST_BEFORE), -1):
        if ctx.words[k + 1].gap.strip("().") or k in ctx.at.people or k in ctx.at.parties:
            break
        nouns = noun_stems(ctx.folds[k])
        if not words["private_body"].isdisjoint(nouns) or not words["unofficial"].isdisjoint(nouns):
            return None
        office = ctx.at.offices.get(k)
        if office is not None:
            of_state = office.of_state or office.title.startswith(_MINISTER)
            bare_title = of_state and office.party is None and office.name is None
            return (ctx.home or _of_readers(ctx)) if bare_title else None
        body = body or not words["state_body"].isdisjoint(nouns)
        held = held or not words["post_head"].isdisjoint(nouns)
    return ctx.home if held and body else None


_POST_BEFORE = 9
"""Words of a post before the name of whoever holds it."""


def _of_readers(ctx: Context) -> PartyCode | None:
    """Return the side whose own readers a report in Arabic of two states is written for.

    It names that side's officials without their state.
    """
    if ctx.article.kind == "joint_statement":
        return None
    names = ctx.acts.words["arab_states"]
    arab = {
        m.code
        for m in ctx.article.mentions.parties
        if m.code in ctx.pair and any(n in names for n in noun_stems(ctx.folds[m.first]))
    }
    return arab.pop() if len(arab) == 1 else None


def _of_led_side(ctx: Context, person: PersonMention) -> PartyCode | None:
    """Return the side that somebody leads («ترأس … فلان الجانب الكويتي», «ترأس الجانب الكويتي … فلان»).

    His title may stand between him and the side («ترأس فلان، وكيل الوزارة، الجانب الكويتي»).
    """
    leads = ctx.acts.words["leads_side"]
    near = range(max(0, person.first - _LED), person.first)
    at = next((k for k in reversed(near) if ctx.folds[k] in leads), None)
    if at is None:
        return None
    side = ctx.at.parties.get(at + 1)
    if side is None and not any(k in ctx.at.people for k in range(at + 1, person.first)):
        behind = range(person.last, min(person.last + _LED, ctx.sentence_of(person.first).last))
        stop = next((k for k in behind if ctx.folds[k] in leads), behind.stop)
        side = next((ctx.at.parties[k] for k in behind if k < stop and k in ctx.at.parties), None)
    return side.code if side is not None and side.form == "ministry" else None


def _of_delegation(ctx: Context, person: PersonMention) -> PartyCode | None:
    """Return the side whose members a list names («وضم الوفد الكويتي كلا من السفير فلان والمستشار فلان»)."""
    first = ctx.sentence_of(person.first).first
    near = range(max(first, person.first - _LISTED), person.first)
    at = next((k for k in reversed(near) if ctx.folds[k] in ctx.acts.words["side_holds"]), None)
    side = ctx.at.parties.get(at + 1) if at is not None else None
    told = at is not None and any(
        c.form.kind == "finite" and not ctx.covered[k]
        for k in range(at + 1, person.first)
        for c in ctx.candidates[k]
    )
    return side.code if side is not None and _is_side(ctx, side) and not told else None


def _is_side(ctx: Context, party: PartyMention) -> bool:
    """Say whether a party is named as a side or a delegation («الجانب الكويتي»)."""
    return any(n in ctx.acts.words["side_words"] for n in noun_stems(ctx.folds[party.first]))


_LISTED = 40
"""Words of a list of members, titles and names, before one of them."""
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
    return ctx.home or (ctx.top_state if own else None)


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
                if ctx.words[k].gap or not may_be_name(ctx, k):
                    break
                found.setdefault(ctx.folds[k], office.party)
    return found


_NAME = 3
"""Words of such a name."""


def may_be_name(ctx: Context, k: int, shortest: int = 3) -> bool:
    """Say whether a word is none that a sentence goes on with behind a title; particles are short."""
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
    if len(word) < shortest or any(word in words[name] for name in closed):
        return False
    return not ctx.candidates[k] and bare(word) == word and k not in ctx.role_at and k not in ctx.at.offices


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
    if body is not None:
        return party_behind(ctx, ctx.acts.words, body, ctx.states) or ctx.home
    at = person.last
    if at >= len(ctx.folds) or ctx.folds[at] not in ctx.acts.words["post_head"]:
        return None
    if ctx.words[at].gap.strip(_COMMA) or is_private(ctx, person.first - 1):
        return None
    named = named_by_post(ctx, at, ctx.sentence_of(at).last)
    return named[0] if named is not None else None


_COMMA = "\N{ARABIC COMMA}, "
