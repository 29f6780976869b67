"""Whom the form of a verb tells of: «I» and «we» who speak, «him» who was named before."""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import mentions_in, named_in
from mahdar.reading.meetings_sides import chain
from mahdar.reading.meetings_view import NOUNS, VERBS, View

__all__ = [
    "accredited",
    "held_by_us",
    "meets_him",
    "receiving_city",
    "speaks_first",
    "whom_it_means",
    "with_whom",
]

_NOON, _ALEF = "\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER ALEF}"
_HEH = "\N{ARABIC LETTER HEH}"


def speaks_first(view: View) -> bool:
    """Say whether a verb stands in the first person («التقينا», «سنجتمع»), or a noun is the speaker's own."""
    if view.trigger.head.role in NOUNS:
        return _of_mine(view)
    term, word = view.trigger.term, view.ctx.folds[view.trigger.i]
    if term.number == _MINE or view.has("my_peer", view.trigger.last, view.trigger.last + 2):
        return view.trigger.head.role in VERBS
    if view.trigger.head.role not in VERBS or term.number != "p":
        return _answers_of_himself(view)
    bare = word.removeprefix(term.taken)
    if term.tense == "past":
        return bare.endswith(_NOON + _ALEF)
    return bare[term.tense == "future" :].startswith(_NOON)


def _of_mine(view: View) -> bool:
    """Say whether an occasion is the speaker's («لقائي مع الوزير», «زيارة لي إلى مالطا»)."""
    first, asked = view.trigger.last, view.ctx.article.kind == "interview"
    if view.has("to_me", first, first + 1):
        return True
    own = view.trigger.term.pronoun
    if own not in view.table.words["mine"] and not (asked and own in view.table.words["yours"]):
        return False
    return view.has("with_one", first, first + _WITH) or view.has("into", first, first + _WITH)


_WITH = 3
"""«الأخير» and the like may stand between «لقائي» and «مع»."""
_MINE = "i"
"""The number of a form that can only be of the first person singular."""


def _answers_of_himself(view: View) -> bool:
    """Say whether «اجتمعت مع», «بحثت مع» in an answer is «I»: nobody stands between verb and preposition."""
    term, k = view.trigger.term, view.trigger.last
    if view.ctx.article.kind != "interview" or view.trigger.head.role not in VERBS or term.tense != "past":
        return False
    if view.sentence.block == "question" or not view.ctx.folds[view.trigger.i].endswith(_TEH):
        return False
    k += view.has("in_person", k, k + 1)
    return view.has("with_one", k, k + 1)


_TEH = "\N{ARABIC LETTER TEH}"


def meets_him(view: View) -> bool:
    """Say whether a verb has a pronoun as its object («استقبله», «والتقاها», «تستقبله»)."""
    if view.trigger.head.role not in {"meet", "receive"}:
        return False
    return (
        view.ctx.words[view.trigger.i].text.endswith((_HEH, _HEH + _ALEF)) and view.trigger.term.number == "s"
    )


def held_by_us(view: View) -> bool:
    """Say whether «we» held it, where nobody else is named who did («أجرينا مباحثات في مومباسا»)."""
    hold = view.hold
    if hold is None or hold.head.hosts or hold.i > view.trigger.i or hold.term.number != "p":
        return False
    ours = hold.term.tense == "past" and view.ctx.folds[hold.i].endswith(_NOON + _ALEF)
    return ours and not view.has("pair", hold.last, view.end)


def receiving_city(view: View) -> list[str]:
    """Return the state whose capital receives a guest («استقبلت نيروبي أمس وزير الخارجية الهندي»)."""
    at = view.trigger.last
    behind = mentions_in(view.ctx.article.mentions.parties, at, at + 1)
    return [m.code for m in behind if m.form in _RECEIVING]


_RECEIVING = frozenset({"capital", "name"})
"""How a state is named that receives a guest."""


def whom_it_means(view: View, near: list[str]) -> list[str]:
    """Return for whom the person acts that a verb's pronoun means: named last, for somebody else."""
    at = view.trigger.i
    named = named_in(view.ctx, max(0, at - _BACK), at)
    people = (c for m, c in reversed(named) if not isinstance(m, PartyMention) and c not in near)
    return [*people][:1]


def accredited(view: View) -> list[str]:
    """Return the state to which an envoy is sent whom somebody unnamed receives («سفير الهند لدى كينيا»)."""
    parties = mentions_in(view.ctx.article.mentions.parties, view.trigger.last, view.end)
    states = view.table.states
    return [m.code for m in parties if m.code in states and view.has("accredited", m.first - 1, m.first)]


def with_whom(view: View) -> list[str]:
    """Return with whom it was held, named between verb and noun («عقد مع نظيره الهندي جلسة مشاورات»)."""
    hold = view.hold
    if hold is None or hold.i >= view.trigger.i or not view.has("with_one", hold.last, hold.last + 1):
        return []
    return chain(view, hold.last, view.trigger.i)


_BACK = 90
"""Who is meant is named within so many words before."""
