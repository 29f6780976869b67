"""Whether somebody named beside an occasion takes part: a name may be a place, an adjective a topic."""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import Named, mentions_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import of_ministers
from mahdar.reading.meetings_view import VERBS, View

__all__ = ["behind_nouns", "can_act", "joined_by_another", "takes_part"]

_WAW = "\N{ARABIC LETTER WAW}"
_BEH, _LAM = "\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER LAM}"
_BARE_NAMES = frozenset({"name", "capital", "seat", "weak"})


def takes_part(view: View, m: Named) -> bool:
    """Say whether somebody named can take part: the first rule that knows says it."""
    if not isinstance(m, PartyMention):
        return True
    said = next((found for rule in _RULES if (found := rule(view, m)) is not None), None)
    return said if said is not None else m.form != "demonym" or _describes(view, m)


def _before(view: View, m: PartyMention) -> str:
    """Return the folded word before a mention."""
    return view.ctx.folds[m.first - 1] if m.first else ""


def _of_officials(view: View, m: PartyMention) -> bool | None:
    """A name that itself tells of people («وزراء الخليج») takes part."""
    return view.has("officials", m.first, m.last) or view.has("peers", m.first, m.last) or None


def _of_a_seat(view: View, m: PartyMention) -> bool | None:
    """«مقر الأمم المتحدة» is where it is held."""
    return False if _before(view, m) in view.table.words["seat"] else None


def _of_who_is_sent(view: View, m: PartyMention) -> bool | None:
    """«وفداً من كينيا», «نظرائه في الجامعة العربية» take part."""
    words, before = view.table.words, _before(view, m)
    if before in words["from"] and view.has("sent", max(0, m.first - _SENT), m.first - 1):
        return True
    if before in words["within"] and of_ministers(view.ctx, view.table, m.first):
        return True
    inside = before in words["within"] or before in words["from"]
    return True if m.first > 1 and inside and view.has("peers", m.first - 2, m.first - 1) else None


def _of_a_capital(view: View, m: PartyMention) -> bool | None:
    """«بالعاصمة الماليزية كوالالمبور» is where it is held."""
    capital = view.table.words["capital"]
    near = view.ctx.folds[max(0, m.first - 2) : m.first]
    led = any(f in capital or (f[0] in {_BEH, _LAM} and f[1:] in capital) for f in near)
    return False if led and m.form in {"demonym", "capital"} else None


def _of_a_firm(view: View, m: PartyMention) -> bool | None:
    """«شركة هندية» does not act for its state."""
    named = m.form in _BUSINESS and view.has("firm", max(0, m.first - _FIRM), m.first)
    return False if named else None


def _of_a_place(view: View, m: PartyMention) -> bool | None:
    """A bare name takes part unless it is where something happens."""
    if m.form not in _BARE_NAMES:
        return None
    joined = next((p for p in _just_before(view, m) if view.ctx.prefix(m).startswith(_WAW)), None)
    if joined is not None:
        return takes_part(view, joined)
    led = view.ctx.prefix(m).endswith((_BEH, _LAM) if m.code in view.table.states else _BEH)
    placed = led or _before(view, m) in view.table.words["placing"]
    called = m.form == "capital" and m.first == view.trigger.last
    return not placed and not (called and not joined_by_another(view, m.last))


def joined_by_another(view: View, k: int) -> bool:
    """Say whether «و» or «مع» joins one more bare name: both are sides («محادثات موسكو وطهران»)."""
    parties = view.ctx.article.mentions.parties
    if view.has("with_one", k, k + 1) and any(
        m.form in _BARE_NAMES for m in mentions_in(parties, k + 1, k + 2)
    ):
        return True
    behind = mentions_in(parties, k, k + 1)
    return any(m.form in _BARE_NAMES and view.ctx.prefix(m).startswith(_WAW) for m in behind)


def _just_before(view: View, m: PartyMention) -> list[PartyMention]:
    """Return the bare name that ends right before a mention: «و» joins both to one preposition."""
    near = mentions_in(view.ctx.article.mentions.parties, max(view.trigger.last, m.first - 4), m.first)
    return [p for p in near if p.last == m.first and p.form in _BARE_NAMES]


_RULES = (_of_officials, _of_a_seat, _of_a_capital, _of_who_is_sent, _of_a_firm, _of_a_place)
"""Each says whether a party named takes part, or None where it does not know."""
_BUSINESS = frozenset({"demonym", "name"})
_FIRM = 3
"""A company, a university or a newspaper is called after its state within so many words."""
_SENT = 5
"""Who sends a delegation is named within so many words behind it («وفد اقتصادي رفيع من كينيا»)."""


def _describes(view: View, m: PartyMention) -> bool:
    """Say whether an adjective is of somebody who meets, or of the occasion itself."""
    ctx = view.ctx
    if m.first in ctx.starts or _before(view, m) in view.table.words["officials"]:
        return True
    if any(p.last == m.first for p in mentions_in(ctx.article.mentions.parties, m.first - 6, m.first)):
        return True
    at = behind_nouns(view, m.first)
    if view.trigger.head.role in VERBS and not _of_somebody(view, m.first):
        return False
    return m.first <= at + 6 and not view.has("placing", at, m.first)


def _of_somebody(view: View, k: int) -> bool:
    """Say whether an adjective behind a verb is of people: a title, name or word for officials is near."""
    lo = max(view.trigger.last, k - _TITLE)
    near = range(lo, k)
    return any(view.ctx.covered[j] for j in near) or view.has("officials", lo, k) or view.has("sent", lo, k)


_TITLE = 4
"""An adjective stands within so many words behind the word for whom it describes."""


def behind_nouns(view: View, stop: int) -> int:
    """Return the first word behind the phrase's nouns («الجولة الثانية من الحوار …») before a word."""
    return max([view.trigger.last, *(t.last for t in view.inner if t.last <= stop)])


def can_act(ctx: Context, m: Named) -> bool:
    """Say whether a party stands where a subject can: behind a verb or a joined name, at a break."""
    if m.first == 0 or ctx.words[m.first].gap or ctx.sentence_of(m.first).first == m.first:
        return True
    return (
        bool(ctx.candidates[m.first - 1])
        or ctx.prefix(m) != ""
        or (m.first - 1) in ctx.ends
        or (m.first in ctx.starts and isinstance(m, PartyMention) and m.form != "capital")
    )
