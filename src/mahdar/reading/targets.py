"""Whom an act is directed at.

Source: lexicon/data/ar/reading.toml, words addresses to other_side
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from mahdar.language.clitics import pronoun_readings
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft
from mahdar.reading.target_names import (
    Codes,
    Content,
    Mentioned,
    against,
    against_whom,
    blow,
    fought,
    free,
    is_agency,
    is_head,
    is_state,
    is_verb,
    led_to,
    located,
    mentioned,
    others,
    sponsors,
)
from mahdar.reading.target_receivers import given_to, hoped_of, struck
from mahdar.reading.target_unsaid import (
    asked,
    awaited,
    blamed,
    consoled,
    invited_by_name,
    other_of_pair,
    refused,
    turned_down,
    whose_doing,
)

__all__ = ["target_of"]

Rule = Callable[[Draft, Content], Codes]

_BOTH = 2
_EARLY = 6
"""Within how many words of a content its owner is named."""


def target_of(draft: Draft, content: Content, earlier: Draft | None = None) -> Codes:
    """Return the parties that an act is directed at; empty where the text directs it at nobody.

    An ordered list of places for each class: whoever is called upon before the content, the content itself, a
    pronoun, the sides together, and last what the sentence is about («وفي الشأن اللبناني، …»).

    Args:
        draft: the act.
        content: first word of its content and one past its last.
        earlier: the act told before it in its sentence; None where it is the first.
    """
    judged = whose_doing(draft, content, earlier) if draft.act_class in _JUDGING else ()
    if judged:
        return judged
    if is_head(draft, "denies"):
        return ()
    if draft.spot.negated and draft.act_class == "oppose":
        refuses = is_head(draft, "accepts")
        return next((x for rule in _REFUSING if (x := rule(draft, content))), ()) if refuses else ()
    rules = RULES.get(draft.act_class, ())
    return next((found for rule in rules if (found := rule(draft, content))), ())


_JUDGING = frozenset({"welcome", "appreciate", "support", "concern", "oppose", "condemn"})
"""Classes that may judge what a sentence has just told («وهو ما استحسنته …»)."""


def _called_upon(draft: Draft, content: Content) -> Codes:
    """«دعا اليونان وقبرص إلى …»: all who are named between verb and content."""
    start = draft.complement.called
    return tuple(dict.fromkeys(others(draft, start, content[0]))) if start >= 0 else ()


def _addressed(draft: Draft, content: Content) -> Codes:
    """«أبلغ كوريا أن», «أعرب للصين عن قلقه»: whoever it is said to, between verb and content."""
    start, said_to = (
        max(draft.subject.last, draft.spot.i + 1),
        draft.act_class == "call" or is_head(draft, "addresses"),
    )
    reach = content[0] if draft.act_class == "call" else start + (draft.act_class not in _TOLD)
    named = free(draft, start, content[0])
    told = [
        m
        for m in named
        if (draft.act_class == "call" or not is_agency(m.code))
        and ((m.particle == _LAM and m.first <= reach) or (said_to and m.first <= start + 1))
    ]
    for m in named:
        if told and m.joined and m.first == told[-1].last:
            told.append(m)  # «طلبت من تركيا وإيران …»
    return tuple(dict.fromkeys(m.code for m in told))


_TOLD = frozenset({"affirm", "commit"})
_LAM = "\N{ARABIC LETTER LAM}"


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
        again = here.joined and here.particle and here.particle == before.particle
        if not (again or (here.joined and here.first <= before.last + 1)) or _acts(draft, start, here):
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
    if act_class == "concern" and not is_state(m.code):
        return True
    if m.first == start:
        return False
    if sponsors(ctx, m) or (located(ctx, m) and _only_where(draft, start)):
        return True
    passed = _PASSED.get(act_class)
    return passed is not None and passed(draft, start, m)


def _not_condemned(draft: Draft, start: int, m: Mentioned) -> bool:
    """Pass over who suffers it («الهجوم على قافلة الأمم المتحدة»), and a body that is named for its rules."""
    ctx = draft.spot.ctx
    suffers = blow(ctx, start) and any(against_whom(ctx, k) for k in range(start, m.first))
    return suffers or against(ctx, m) or _rule_of(draft, m)


def _not_opposed(draft: Draft, start: int, m: Mentioned) -> bool:
    """Pass over who suffers it and who is far from it, but not whom a complaint is raised against."""
    ctx = draft.spot.ctx
    if against(ctx, m) or m.particle == _LAM:
        return ctx.folds[m.first - 1] not in ctx.acts.words["versus"]
    return _rule_of(draft, m) or _far(ctx, start, m)


_PASSED: dict[str, Callable[[Draft, int, Mentioned], bool]] = {
    "condemn": _not_condemned,
    "oppose": _not_opposed,
    "call": lambda draft, start, m: _far(draft.spot.ctx, start, m),
    "support": lambda draft, _, m: fought(draft.spot.ctx, m),
}


def _only_where(draft: Draft, start: int) -> bool:
    """Say whether a place in the content is only where it happened, not whose matter it is.

    «انتقد قانون الانتخابات في المجر» is about Hungary, «أدان التفجير في كابول» about nobody.
    """
    if draft.act_class in _OF_PLACES:
        return False
    return draft.act_class != "condemn" or blow(draft.spot.ctx, start)


_OF_PLACES = frozenset({"concern", "support"})


def _far(ctx: Context, start: int, m: Mentioned) -> bool:
    """Say whether a party stands too far from the content's beginning to own it, and is no verb's subject."""
    verb = is_verb(ctx, m.first - 1)
    called = any(ctx.folds[k] in ctx.acts.words["to"] for k in range(max(start, m.first - 3), m.first))
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
    return tuple(others(draft, spot.sentence.first, spot.i)[-1:])


def _taken_up(draft: Draft, content: Content) -> Codes:
    """«نقدر لهم ذلك», «تصريحاته», «تدهور الأوضاع فيه»: the party named last before the act."""
    spot, (start, end) = draft.spot, content
    near = spot.ctx.folds[max(spot.i + 1, start - 2) : min(start + 2, end)]
    person = any(w in spot.ctx.acts.words["back"] for w in near)
    place = any(w in spot.ctx.acts.words["this_place"] for w in spot.ctx.folds[start : min(end, start + 10)])
    return _before(draft, start, places=place) if person or place else ()


def _his(draft: Draft, content: Content) -> Codes:
    """«استنكر تصريحاته», «ندعم دورها»: what is somebody's own he hardly condemns or praises himself."""
    ctx, start = draft.spot.ctx, content[0]
    if start >= len(ctx.folds) or ctx.words[start].text.endswith(_TAA_MARBUTA):
        return ()
    his = any(pronoun[:1] == _HEH for _, pronoun in pronoun_readings(ctx.folds[start]))
    other = draft.act_class in _OF_ANOTHER or draft.spot.candidate.form.person == 1
    ruled = any(n in ctx.acts.words["authorities"] for n in noun_stems(ctx.folds[start]))
    supported = ruled and draft.act_class == "support"
    if not his or not (other or supported) or (start in ctx.starts and not supported):
        return ()
    return _before(draft, start, places=ruled)


_OF_ANOTHER = frozenset({"condemn", "oppose", "appreciate"})
_HEH, _TAA_MARBUTA = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER TEH MARBUTA}"


def _spoken_of(draft: Draft, _: Content) -> Codes:
    """«نتعامل مع الهيئة بواقعية ونعارض …»: whom the speaker's own sentence has named."""
    if draft.spot.candidate.form.person != 1:
        return ()
    return tuple(others(draft, draft.spot.sentence.first, draft.spot.i)[-1:])


def _before(draft: Draft, start: int, *, places: bool = False) -> Codes:
    """Return the other party named last before a word: in its sentence, or in the one before.

    Args:
        draft: the act.
        start: the word.
        places: True where a place counts too («في السودان … فيه»).
    """
    sentence = draft.spot.sentence
    ctx, k = draft.spot.ctx, sentence.first
    earlier = ctx.sentence_of(k - 1).first if k else k
    for first, last in ((k, start), (earlier, k)):
        found = [
            m.code
            for m in free(draft, first, last)
            if places or m.person or not (located(ctx, m) or led_to(ctx, m) or is_agency(m.code))
        ]
        if found:
            return (found[-1],)
    return ()


def _counterpart(draft: Draft, content: Content) -> Codes:
    """«أيدت ما ذهب إليه نظيرها», «رحب بضيفه»: the other of the two sides."""
    ctx, (start, end) = draft.spot.ctx, content
    for k in range(start, min(end, start + _EARLY)):
        if any(n in ctx.acts.words["other_side"] for n in noun_stems(ctx.folds[k])):
            return () if mentioned(ctx, k, k + 3) else other_of_pair(draft)
        if mentioned(ctx, k, k + 1):
            return ()
    return ()


def _guest(draft: Draft, content: Content) -> Codes:
    """«رحب بجلالة الملك»: whose title the text leaves to the reader is the other side's."""
    at = draft.spot.ctx.at
    near = range(content[0], min(content[0] + 2, content[1]))
    titled = any(k in at.offices or k in at.people for k in near)
    return other_of_pair(draft) if titled else ()


def _sides(draft: Draft, content: Content) -> Codes:
    """«دعمها للحكومتين», «شكر البلدين على …»: the sides, but for whoever acts; of a praise by both, both."""
    ctx, own = draft.spot.ctx, draft.subject.parties
    sides = ctx.sides or ctx.pair
    if len(sides) < _BOTH:
        return ()
    praised = draft.act_class == "appreciate" and set(own) == set(sides)
    begin = max(draft.subject.last, draft.spot.i + 1)
    end = min(content[0] + _EARLY, content[1]) if praised else content[0] + 1
    named = _names_sides(ctx, begin, end)
    return tuple(code for code in sides if praised or code not in own) if named else ()


_DUAL = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"
"""Ending of «البلدين»: «الأطراف» are any number, unless a text has named them all."""


def _names_sides(ctx: Context, start: int, end: int) -> bool:
    """Say whether a role word for the sides stands between two words («حكومتي البلدين»)."""
    return any(
        k in ctx.role_at
        and (ctx.sides or ctx.folds[k].endswith(_DUAL))
        and any(n in ctx.acts.words["sides"] for n in noun_stems(ctx.folds[k]))
        for k in range(start, min(end, len(ctx.folds)))
    )


def _invited(draft: Draft, content: Content) -> Codes:
    """«سلمه دعوة لزيارة ليما»: whoever is named last before an invitation."""
    ctx, (start, end) = draft.spot.ctx, content
    visit = start < end and any(n in ctx.acts.words["encounter"] for n in noun_stems(ctx.folds[start]))
    masdar = draft.spot.candidate.form.kind == "masdar"
    return _before(draft, draft.spot.i) if visit and masdar else ()


def _topic(draft: Draft, content: Content) -> Codes:
    """«وفي الشأن اللبناني، شددا على …»: the third party that the sentence begins with."""
    spot = draft.spot
    ctx, first = spot.ctx, spot.sentence.first
    opened = any(spot.is_word(ctx.folds[first], w) for w in ("place_of", "topic_opener"))
    if first == spot.i or not (opened or spot.is_word(ctx.folds[first + 1], "as_for")):
        return ()
    codes = others(draft, first, min(first + _EARLY, content[0]))
    return tuple(code for code in codes if code not in ctx.pair)[:1]


def _other_side(draft: Draft, _: Content) -> Codes:
    """«تقديرها للتنسيق بين البلدين»: thanks between the two sides that name nobody go to the other."""
    return other_of_pair(draft)


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
_REFUSING: tuple[Rule, ...] = (_pronoun, _spoken_of, refused)
RULES: dict[str, tuple[Rule, ...]] = {
    "appreciate": (*_OF_STANCE, _other_side),
    "support": (*_OF_STANCE, _topic, _spoken_of),
    "concern": (*_OF_STANCE, consoled, _topic),
    "condemn": (*_OF_STANCE, blamed),
    "oppose": (*_OF_STANCE, turned_down, _spoken_of),
    "call": (_called_upon, invited_by_name, *_OF_STANCE, _invited, _topic, asked),
    "welcome": (_in_content, _counterpart, _guest),
    "hope": (_addressed, hoped_of, _counterpart, awaited),
    "affirm": (_addressed,),
    "commit": (_addressed,),
    "deed": (given_to, _pronoun, struck),
}
