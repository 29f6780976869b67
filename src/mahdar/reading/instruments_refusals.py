"""What makes a word no instrument: an ordered list of reasons."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.reading.clauses import mentions_in
from mahdar.reading.instruments_sight import Naming, known_as

__all__ = ["REFUSALS", "refused"]

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_ALEF = "\N{ARABIC LETTER ALEF}"
"""An accusative is the object of a verb: something is signed, nobody agrees («وقعا اتفاقا ينص على»)."""
_WAW, _BEH, _LAM = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER LAM}"
_FEMININE = ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}")


def refused(n: Naming) -> str | None:
    """Return the name of the rule that refuses a word; None where it names an instrument."""
    return next((rule.__name__ for rule in REFUSALS if rule(n)), None)


def in_general(n: Naming) -> bool:
    """«الاتفاقيات الدولية», «أي اتفاق», «عدم اتفاق», «الاتفاقية الأولى من نوعها»."""
    if n.head.whole:
        return False
    behind = n.has("vague", n.behind, min(n.behind + 1, n.last)) and not (_told_which(n) or _like(n))
    vague = n.before in n.table.words["vague"] or behind
    vague = vague or n.has("its_kind", n.behind, n.behind + _KIND)
    return vague and known_as(n) is None


def _like(n: Naming) -> bool:
    """Say whether one like another is told with its other side («معاهدة مماثلة مع كندا»)."""
    k = n.behind + 1
    return n.has("alike", n.behind, k) and n.has("with", k, k + 1) and k + 1 in n.ctx.at.parties


def _told_which(n: Naming) -> bool:
    """Say whether its matter follows an adjective («الاتفاقية الدولية لحماية البحار»)."""
    matter = n.ctx.folds[n.behind + 1 : n.last][:1]
    led = bool(matter) and (matter[0].startswith(_LAM) or n.has("about", n.behind + 1, n.behind + 2))
    return led and n.term.definite and not n.term.plural


_KIND = 3
"""«الأولى من نوعها» stands within so many words behind the noun."""


def agreeing(n: Naming) -> bool:
    """«تم الاتفاق على», «اتفاق البلدين على»: an act, no text."""
    if not n.head.act or n.day is not None or (_reached(n) and not n.term.definite):
        return False
    if n.ctx.folds[n.behind : n.behind + 1] and n.has("on", n.behind, min(n.behind + 1, n.sentence.last)):
        return True
    if n.before in n.table.words["light"] or (
        n.term.taken.endswith(_BEH) and n.has("between", n.behind, n.behind + 1)
    ):
        return True
    signed_for = n.ctx.folds[n.i].endswith(_ALEF)
    return (
        n.head.kind == "agreement"
        and n.has("on", n.behind, min(n.behind + 6, n.sentence.last))
        and not (n.term.definite or signed_for)
    )


def _reached(n: Naming) -> bool:
    """Say whether it is what two came to («توصلت كينيا والهند إلى اتفاق على …»): a result, no act."""
    led = n.before in n.table.words["into"] or n.term.taken.endswith(_LAM)
    return led and n.has("came_to", max(n.sentence.first, n.i - _CAME_TO), n.i)


_CAME_TO = 8
"""Who came to an agreement stands between the verb and «إلى»."""


def of_another_sort(n: Naming) -> bool:
    """«البرنامج النووي», «خطة المدرب»."""
    return n.head.kind in {"plan", "programme", "contract"} and n.has(
        "otherwise", n.behind, min(n.behind + 4, n.sentence.last)
    )


def describing(n: Naming) -> bool:
    """«شراكة استراتيجية»: an adjective behind its noun."""
    if n.head.opens == "concluded" and n.before in n.table.terms:
        return True
    if not n.head.adjective or not n.before or n.ctx.words[n.i].gap or n.term.taken.endswith((_BEH, _LAM)):
        return False
    return n.before.startswith(_ARTICLE) or n.before.endswith(_FEMININE)


def changing_a_plan(n: Naming) -> bool:
    """«تعديل استراتيجيتنا»: what is changed is no agreement."""
    return n.inner is not None and n.inner.kind == "plan"


def inside_a_name(n: Naming) -> bool:
    """«منظمة معاهدة …»: part of a party's name."""
    return any(m.first <= n.i < m.last for m in mentions_in(n.ctx.article.mentions.parties, n.i - 6, n.i + 1))


def naming_a_body(n: Naming) -> bool:
    """«لجنة مبادرة السلام العربية»: a body that is called after it."""
    return n.head.opens == "always" and n.before in n.table.words["bodies"]


def declaring(n: Naming) -> bool:
    """«الإعلان عن», «إعلان البيت الأبيض حصوله على»: the act, no declaration of a place."""
    if n.head.opens != "place":
        return False
    if (n.day is not None and n.day.first == n.behind) or signed_on(n):
        return False
    place = next((m for m in n.ctx.article.mentions.places if m.first == n.behind), None)
    if n.term.definite or place is None:
        return True
    if place.last >= n.sentence.last or n.ctx.words[place.last].gap:
        return False
    fold = n.ctx.folds[place.last]
    if fold.isdigit() or n.has("issued", place.last, place.last + 1):
        return False
    return not (
        fold.startswith(_WAW)
        or fold in n.ctx.acts.words["detached"]
        or n.has("relative", place.last, place.last + 1)
    )


def signed_on(n: Naming) -> bool:
    """Say whether a signature is put to it («بالتوقيع على إعلان شراكة», «وقعا إعلان نوايا»)."""
    if n.term.definite or n.term.plural or not n.has("declared", n.behind, n.behind + 1):
        return False
    lo = max(n.clause[0], n.i - _SIGNED_ON)
    led = n.has("about", n.i - 1, n.i) or n.has("resting", n.i - 1, n.i)
    rungs = (t for f in n.ctx.folds[lo : n.i] for t in n.table.rung_terms.get(f, ()))
    return not led and any(n.table.rungs[t.head].action in _SIGNING for t in rungs)


_SIGNING = frozenset({"signed", "signing"})
_SIGNED_ON = 14
"""Sides, day and place may stand between signing and what is signed."""


def among_many(n: Naming) -> bool:
    """«ما أبرمته … من معاهدات»: none in particular."""
    reached = n.head.opens == "done"
    return n.term.plural and not n.term.definite and not reached and n.before in n.table.words["among"]


def summed_up(n: Naming) -> bool:
    """«البالغة نحو 180 مذكرة», «ليصل عددها إلى 20 اتفاقية»: all that there are, none in particular."""
    counted = any(m.first < n.i for m in mentions_in(n.ctx.article.mentions.amounts, n.i - 3, n.i + 1))
    return counted and n.has("totalling", max(n.sentence.first, n.i - _SUM), n.i)


_SUM = 6
"""The word for a sum stands so many words before what is summed up."""


def contracted(n: Naming) -> bool:
    """Say whether a contract's signature is told: «وقعت الوزارة عقدا مع …», «توقيع عقد المحطة»."""
    if (
        n.sentence.block == "bullet"
        and n.i - n.sentence.first <= _ITEM
        and n.has("between", n.behind, n.behind + 1)
    ):
        return True
    if n.has("made_by", n.last, n.last + 1) or (n.core and n.has("concluding", n.i - 1, n.i)):
        return True
    object_ = n.ctx.folds[n.i].endswith(_ALEF) and n.has("between", n.behind, n.behind + 1)
    before = n.ctx.folds[max(n.clause[0], n.i - _SIGNER) : n.i]
    return object_ and any(fold in n.table.rung_terms for fold in before)


_ITEM = 2
"""A list's line begins with its number and the contract («3. عقد بين …»)."""
_SIGNER = 12
"""Who signs stands between the verb and the contract."""


def verb(n: Naming) -> bool:
    """«عقد الجانبان …»: the verb."""
    if n.head.id != "ar.instrument.contract" or n.term.plural:
        return False
    return not (n.head.needs & set(n.attributes) or contracted(n))


REFUSALS: tuple[Callable[[Naming], bool], ...] = (
    in_general,
    agreeing,
    of_another_sort,
    describing,
    changing_a_plan,
    inside_a_name,
    naming_a_body,
    declaring,
    among_many,
    summed_up,
    verb,
)
"""Each says True where a word names no instrument."""
