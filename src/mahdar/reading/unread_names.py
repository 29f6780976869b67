"""Who speaks by a name that no list has: one that stood behind a title, or one whose turn the text tells."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.model.mentions import OfficeMention
from mahdar.reading.affiliations import may_be_name
from mahdar.reading.complement import complement_of
from mahdar.reading.context import Context
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import single
from mahdar.reading.posts import is_out_of_office, is_private
from mahdar.reading.spot import Spot
from mahdar.reading.turn_taking import turn_of_unread

__all__ = ["by_office_behind", "by_turn", "by_unread_name"]


def by_unread_name(spot: Spot) -> Subject | None:
    """«وقال أدو إن …»: a word that stood behind a title before speaks as its holder."""
    says = spot.head.frame in {"report", "stance"} and single(spot)
    if not says or spot.ctx.words[spot.i + 1].gap:
        return None
    party = spot.ctx.unread_names.get(spot.after)
    return Subject((party,), None, "after_verb", spot.i + 2, spot.i, one=True) if party else None


def by_office_behind(spot: Spot) -> Subject | None:
    """«وأكد الطيار كمال، وزير النقل في مصر، أن …»: names that no list has, and behind them an office."""
    ctx, first = spot.ctx, spot.i + 1
    says = spot.head.frame in {"report", "stance"} or spot.head.act_class in _SAYING
    if not (says and single(spot)) or first >= spot.sentence.last or ctx.words[first].gap:
        return None
    first += ctx.folds[first] in ctx.roles.honorifics
    for k in range(first, min(first + _NAMES, spot.sentence.last)):
        office = ctx.at.offices.get(k)
        if office is not None:
            named = k - first + ctx.comma(k)  # «محامي الرئيس»: one word and no comma tell whose somebody is
            alone = office.last not in ctx.at.people and not ctx.prefix(office)
            if office.party is None or named < _SURELY or not (alone and _in_office(ctx, office)):
                return None
            return Subject((office.party,), None, "after_verb", office.last, spot.i, one=True)
        if (k > first and ctx.words[k].gap) or not _unread(spot, k):
            return None
    return None


_SAYING = frozenset({"call", "announce", "condemn", "oppose", "welcome", "hope", "concern"})
_NAMES = 6
"""Words of a name, and the office behind it."""
_SURELY = 2
"""Words of a name, a comma behind it counted, by which it is surely one."""


def _in_office(ctx: Context, office: OfficeMention) -> bool:
    """Say whether a title is one of government or of a bloc, and its holder has it still."""
    near = range(office.first, min(office.last + 2, len(ctx.folds)))
    return office.title.startswith(_TITLES) and not any(is_out_of_office(ctx, k) for k in near)


_TITLES = (
    "Minister",
    "Deputy",
    "Spokes",
    "White House",
    "Ambassador",
    "Secretary",
    "Prime",
    "President",
    "High",
)
"""How titles begin whose holders act for a state or a bloc."""


def _unread(spot: Spot, k: int) -> bool:
    """Say whether a word may belong to a name that no list has: no noun of a person or a body."""
    ctx, word = spot.ctx, spot.ctx.folds[k]
    if k in ctx.at.people or k in ctx.at.parties or word in ctx.acts.words["body_head"]:
        return False
    known = spot.is_word(word, "outsider") or is_private(ctx, k) or word in ctx.acts.words["post_head"]
    return not known and may_be_name(ctx, k, shortest=2)


def by_turn(spot: Spot, memory: Memory) -> Subject | None:
    """«ومن جانبها، أكدت السيدة موموير …»: a name that no list has, told to be the other side's."""
    ctx, at = spot.ctx, spot.i + 1
    if spot.candidate.form.kind != "finite" or not single(spot) or spot.tense != "past":
        return None
    if at + 1 >= spot.sentence.last or ctx.folds[at] not in ctx.roles.honorifics:
        return None
    if bare(ctx.folds[at]) == ctx.folds[at]:  # «رئيس جامعة …» stands behind its own title
        return None
    party = turn_of_unread(ctx, spot.sentence, spot.i, memory)
    if party is None:
        return None
    at += 2
    last = next((k for k in range(at, min(at + _NAME, spot.sentence.last)) if complement_of(spot, k)), at)
    return Subject((party,), None, "after_verb", last, spot.i, one=True)


_NAME = 3
"""Words of such a name behind its first."""
