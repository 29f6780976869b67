"""Whom an act is directed at.

Source: lexicon/data/ar/reading.toml, words addresses to other_side
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from mahdar.language.clitics import pronoun_readings
from mahdar.lexicon.fold import fold
from mahdar.model.units import PartyCode
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft
from mahdar.reading.target_names import (
    Mentioned,
    against,
    fought,
    is_state,
    led_to,
    located,
    mentioned,
    sponsors,
)

__all__ = ["target_of"]

Content = tuple[int, int]
"""First word of a content and one past its last."""
Codes = tuple[PartyCode, ...]
Rule = Callable[[Draft, Content], Codes]

_BOTH = 2
_EARLY = 6
"""Within how many words of a content its owner is named."""


def target_of(draft: Draft, content: Content) -> Codes:
    """Return the parties that an act is directed at; empty where the text directs it at nobody.

    An ordered list of places for each class: whoever is called upon before the content, the content itself, a
    pronoun, the sides together, and last what the sentence is about («وفي الشأن اللبناني، …»).

    Args:
        draft: the act.
        content: first word of its content and one past its last.
    """
    if _is_head(draft, "denies") or (draft.spot.negated and draft.act_class == "oppose"):
        return ()
    rules = RULES.get(draft.act_class, ())
    return next((found for rule in rules if (found := rule(draft, content))), ())


def _called_upon(draft: Draft, content: Content) -> Codes:
    """«دعا اليونان وقبرص إلى …»: all who are named between verb and content."""
    start = draft.complement.called
    return tuple(dict.fromkeys(_others(draft, start, content[0]))) if start >= 0 else ()


def _addressed(draft: Draft, content: Content) -> Codes:
    """«أبلغ كوريا أن», «أعرب للصين عن قلقه»: whoever it is said to, between verb and content."""
    start, said_to = max(draft.subject.last, draft.spot.i + 1), _is_head(draft, "addresses")
    found = [
        m.code
        for m in _free(draft, start, content[0])
        if _AGENCY not in m.code and (m.particle == _LAM or (said_to and m.first <= start + 1))
    ]
    return tuple(dict.fromkeys(found))


_LAM = "\N{ARABIC LETTER LAM}"
_AGENCY = ":"
"""In the codes of agencies and companies: what is said to one of them is said to the public."""


def _in_content(draft: Draft, content: Content) -> Codes:
    """The first party of the content that does not act itself, and those joined to it."""
    ctx, (start, end) = draft.spot.ctx, content
    if draft.act_class == "welcome":
        end = start + 3
    named = [m for m in mentioned(ctx, start, end) if not _passed(draft, start, m)]
    first = next((n for n, m in enumerate(named) if not _acts(draft, start, m)), None)
    if first is None:
        return ()
    found = [named[first].code]
    for before, here in pairwise(named[first:]):
        if here.first > before.last + 1 or not here.joined or _acts(draft, start, here):
            break
        found.append(here.code)
    return tuple(dict.fromkeys(found))


def _acts(draft: Draft, start: int, m: Mentioned) -> bool:
    """Say whether somebody acts himself; of several who act one may be praised by all."""
    own = draft.subject.parties
    if m.code not in own:
        return False
    return len(own) < _BOTH or draft.act_class not in _OF_ONE or m.first >= start + _EARLY


_OF_ONE = frozenset({"appreciate", "support"})


def _passed(draft: Draft, start: int, m: Mentioned) -> bool:
    """Say whether a party of the content is not whom an act of this class is directed at."""
    ctx, act_class = draft.spot.ctx, draft.act_class
    if m.first == start:
        return act_class == "concern" and not is_state(m.code)
    if sponsors(ctx, m) or (located(ctx, m) and _only_where(draft, start)):
        return True
    if act_class in {"condemn", "oppose"} and _rule_of(draft, m):
        return True
    if act_class in {"condemn", "oppose"} and against(ctx, m):
        return act_class == "condemn" or ctx.folds[m.first - 1] not in ctx.acts.words["versus"]
    if act_class in {"call", "oppose"} and _far(ctx, start, m):
        return True
    return (act_class == "support" and fought(ctx, m)) or (act_class == "concern" and not is_state(m.code))


def _only_where(draft: Draft, start: int) -> bool:
    """Say whether a place in the content is only where it happened, not whose matter it is.

    «انتقد قانون الانتخابات في المجر» is about Hungary, «أدان التفجير في كابول» about nobody.
    """
    if draft.act_class in _OF_PLACES:
        return False
    return draft.act_class != "condemn" or _blow(draft.spot.ctx, start)


_OF_PLACES = frozenset({"concern", "support"})


def _blow(ctx: Context, start: int) -> bool:
    """Say whether a blow is spoken of («الهجوم», «غاراتها»)."""
    near = ctx.folds[start : start + 4]
    return any(n in ctx.acts.words["strikes"] for word in near for n in noun_stems(word))


def _far(ctx: Context, start: int, m: Mentioned) -> bool:
    """Say whether a party stands too far from the content's beginning to own it, and is no verb's subject."""
    verb = any(c.form.kind == "finite" for c in ctx.candidates[m.first - 1])
    called = any(ctx.folds[k] in ctx.acts.words["unto"] for k in range(max(start, m.first - 3), m.first))
    return m.first >= start + _EARLY and not verb and not called


def _rule_of(draft: Draft, m: Mentioned) -> bool:
    """Say whether a body is named only for its rules («انتهاك لقرارات مجلس الأمن»)."""
    ctx = draft.spot.ctx
    near = (n for j in range(max(m.first - 2, 0), m.first) for n in noun_stems(ctx.folds[j]))
    return not is_state(m.code) and any(n in ctx.acts.words["rules"] for n in near)


def _each_other(draft: Draft, content: Content) -> Codes:
    """«دعم بعضهما البعض»: both of those who act."""
    near = draft.spot.ctx.folds[content[0] : content[0] + 2]
    return draft.subject.parties if any(draft.spot.is_word(w, "each_other") for w in near) else ()


def _pronoun(draft: Draft, _: Content) -> Codes:
    """«واتهمها بـ», «ودعاه إلى»: the party named last before the verb."""
    spot = draft.spot
    if not spot.candidate.pronoun:
        return ()
    return tuple(_others(draft, spot.sentence.first, spot.i)[-1:])


def _taken_up(draft: Draft, content: Content) -> Codes:
    """«نقدر لهم ذلك», «تصريحاته», «تدهور الأوضاع فيه»: the party named last before the act."""
    spot, (start, end) = draft.spot, content
    near = spot.ctx.folds[max(spot.i + 1, start - 2) : min(start + 2, end)]
    person = any(w in spot.ctx.acts.words["back"] for w in near)
    place = any(w in spot.ctx.acts.words["this_place"] for w in spot.ctx.folds[start : min(end, start + 10)])
    return _before(draft, start) if person or place else ()


def _his(draft: Draft, content: Content) -> Codes:
    """«استنكر تصريحاته», «ندعم دورها»: what is somebody's own he hardly condemns or praises himself."""
    ctx, start = draft.spot.ctx, content[0]
    if start >= len(ctx.folds) or ctx.words[start].text.endswith(_TAA_MARBUTA):
        return ()
    his = any(pronoun[:1] == _HEH for _, pronoun in pronoun_readings(ctx.folds[start]))
    other = draft.act_class in _OF_ANOTHER or draft.spot.candidate.form.person == 1
    return _before(draft, start) if his and other and start not in ctx.starts else ()


_OF_ANOTHER = frozenset({"condemn", "oppose", "appreciate"})
_HEH, _TAA_MARBUTA = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER TEH MARBUTA}"


def _spoken_of(draft: Draft, _: Content) -> Codes:
    """«نتعامل مع الهيئة بواقعية ونعارض …»: whom the speaker's own sentence has named."""
    if draft.spot.candidate.form.person != 1:
        return ()
    return tuple(_others(draft, draft.spot.sentence.first, draft.spot.i)[-1:])


def _before(draft: Draft, start: int) -> Codes:
    """Return the other party named last before a word: in its sentence, or in the one before."""
    sentence = draft.spot.sentence
    here = _others(draft, sentence.first, start)
    if here:
        return tuple(here[-1:])
    earlier = [s for s in draft.spot.ctx.sentences if s.last == sentence.first]
    return tuple(_others(draft, earlier[0].first, earlier[0].last)[-1:]) if earlier else ()


def _counterpart(draft: Draft, content: Content) -> Codes:
    """«أيدت ما ذهب إليه نظيرها», «رحب بضيفه»: the other of the two sides."""
    ctx, (start, end) = draft.spot.ctx, content
    for k in range(start, min(end, start + _EARLY)):
        if any(n in ctx.acts.words["other_side"] for n in noun_stems(ctx.folds[k])):
            return () if mentioned(ctx, k, k + 3) else _other_of_pair(draft)
        if mentioned(ctx, k, k + 1):
            return ()
    return ()


def _guest(draft: Draft, content: Content) -> Codes:
    """«رحب بجلالة الملك»: whose title the text leaves to the reader is the other side's."""
    at = draft.spot.ctx.at
    near = range(content[0], min(content[0] + 2, content[1]))
    titled = any(k in at.offices or k in at.people for k in near)
    return _other_of_pair(draft) if titled else ()


def _sides(draft: Draft, content: Content) -> Codes:
    """«دعمها للحكومتين», «امتنانه للبلدين»: the sides, but for whoever acts."""
    ctx = draft.spot.ctx
    sides = ctx.sides or ctx.pair
    if content[0] not in ctx.role_at or len(sides) < _BOTH:
        return ()
    word = ctx.folds[content[0]]
    both = any(n in ctx.acts.words["sides"] for n in noun_stems(word))
    return tuple(code for code in sides if code not in draft.subject.parties) if both else ()


def _both_sides(draft: Draft, content: Content) -> Codes:
    """«ناشد الأطراف المعنية», «دعا كل الأطراف»: by an outsider, the two that the article is about."""
    ctx, start = draft.spot.ctx, max(draft.subject.last, draft.spot.i + 1)
    near = ctx.folds[start : max(start + 2, content[0] + 1)]
    both = any(n in ctx.acts.words["sides"] for word in near for n in noun_stems(word))
    return ctx.pair if both and set(ctx.pair).isdisjoint(draft.subject.parties) else ()


def _topic(draft: Draft, content: Content) -> Codes:
    """«وفي الشأن اللبناني، شددا على …»: the third party that the sentence begins with."""
    spot = draft.spot
    ctx, first = spot.ctx, spot.sentence.first
    opened = any(spot.is_word(ctx.folds[first], w) for w in ("place_of", "topic_opener"))
    if first == spot.i or not (opened or spot.is_word(ctx.folds[first + 1], "as_for")):
        return ()
    codes = _others(draft, first, min(first + _EARLY, content[0]))
    return tuple(code for code in codes if code not in ctx.pair)[:1]


def _other_side(draft: Draft, _: Content) -> Codes:
    """«تقديرها للتنسيق بين البلدين»: thanks between the two sides that name nobody go to the other."""
    return _other_of_pair(draft)


def _other_of_pair(draft: Draft) -> Codes:
    """Return the other of the two sides, where one of them acts alone."""
    actors, pair = draft.subject.parties, draft.spot.ctx.pair
    if len(actors) != 1 or actors[0] not in pair:
        return ()
    return tuple(code for code in pair if code not in actors)


def _hoped_of(draft: Draft, content: Content) -> Codes:
    """«نأمل أن تغتنم إيران الفرصة», «تعول على الدور الكويتي»: whoever is to do what is hoped for."""
    ctx, (start, end) = draft.spot.ctx, content
    word = ctx.folds[start] if start < end else ""
    wish = word in ctx.acts.words["bare_that"] or word in ctx.acts.words["of"]
    reach = 4 if wish or _is_head(draft, "counts_on") else 0
    for m in _free(draft, start, min(end, start + _EARLY)):
        does = any(c.form.kind == "finite" for c in ctx.candidates[m.first - 1]) and m.first > start
        if does or (m.first < start + reach and not located(ctx, m)):
            return (m.code,)
    return ()


def _given_to(draft: Draft, content: Content) -> Codes:
    """«منحت مالي قرضا», «سلم الرئيس دعوة», «أفرج عن بحارة يونانيين»: whoever gets or suffers it."""
    ctx, (start, end) = draft.spot.ctx, content
    kinds = [kind for kind in ("gives", "frees", "imposes") if _is_head(draft, kind)]
    begin = max(draft.subject.last, draft.spot.i + 1)
    for m in _free(draft, min(begin, start), min(end, begin + _REACH)) if kinds else ():
        given = "gives" in kinds and (led_to(ctx, m) or (m.first <= begin + 1 and not located(ctx, m)))
        freed = "frees" in kinds and m.first < start + _EARLY and not located(ctx, m)
        if given or freed or ("imposes" in kinds and against(ctx, m)):
            return (m.code,)
    return ()


_REACH = 14
"""How many words behind verb and subject a receiver is looked for."""


def _struck(draft: Draft, content: Content) -> Codes:
    """«قصفت مواقع لتنظيم داعش», «واصلت غاراتها على التنظيم»: who is struck; of a war the armed group."""
    ctx, (start, end) = draft.spot.ctx, content
    named = _free(draft, start, min(end, start + _REACH))
    if start < end and _blow(ctx, start):
        return tuple(dict.fromkeys(m.code for m in named if not located(ctx, m)))
    if not _is_head(draft, "war") and not _is_head(draft, "battles"):
        return ()
    return tuple(dict.fromkeys(m.code for m in named if not is_state(m.code) and _AGENCY not in m.code))


def _is_head(draft: Draft, words: str) -> bool:
    """Say whether an act's head is in a closed list."""
    return fold(draft.spot.head.word) in draft.spot.ctx.acts.words[words]


_OF_STANCE: tuple[Rule, ...] = (
    _called_upon,
    _each_other,
    _addressed,
    _sides,
    _his,
    _counterpart,
    _in_content,
    _pronoun,
    _taken_up,
)
RULES: dict[str, tuple[Rule, ...]] = {
    "appreciate": (*_OF_STANCE, _other_side),
    "support": (*_OF_STANCE, _topic, _spoken_of),
    "concern": (*_OF_STANCE, _topic),
    "condemn": _OF_STANCE,
    "oppose": (*_OF_STANCE, _spoken_of),
    "call": (*_OF_STANCE, _both_sides, _topic),
    "welcome": (_in_content, _counterpart, _guest),
    "hope": (_addressed, _hoped_of, _counterpart),
    "affirm": (_addressed,),
    "commit": (_addressed,),
    "deed": (_given_to, _pronoun, _struck),
}


def _others(draft: Draft, start: int, end: int) -> list[PartyCode]:
    """Return the parties named between two words but for whoever acts, in text order."""
    return [m.code for m in _free(draft, start, end)]


def _free(draft: Draft, start: int, end: int) -> Iterable[Mentioned]:
    """Return who is named between two words but for whoever acts, in text order."""
    return [m for m in mentioned(draft.spot.ctx, start, end) if m.code not in draft.subject.parties]
