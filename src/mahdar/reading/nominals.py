"""Is a participle or a verbal noun the head of an act here? Rules of `heads` for the forms that are nouns.

A participle tells an act as a circumstance («مؤكداً أن …») or a predicate («ملتزمون بـ»); a verbal noun behind
a light verb («تم التوقيع»), or with its party, its sum or both its parties named beside it.
"""

from __future__ import annotations

from mahdar.language.clitics import bare, slot
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.circumstances import ended
from mahdar.reading.complement import noun_stems
from mahdar.reading.conditions import attached, owned
from mahdar.reading.homographs import OPENINGS, between_codes, joins_stance
from mahdar.reading.receptions import lent, received_by
from mahdar.reading.spot import Spot
from mahdar.reading.whose_words import quoted_from_him

__all__ = ["masdar_without_party", "participle_not_circumstantial"]


def participle_not_circumstantial(spot: Spot) -> bool:
    """A participle acts as circumstance («مؤكداً أن …») or predicate («ملتزمون بـ»), never as attribute."""
    if spot.candidate.form.kind != "participle":
        return False
    if spot.head.id in spot.ctx.head_lists["led"]:
        return not (spot.led and _predicate(spot))
    return _describes(spot)


def _describes(spot: Spot) -> bool:
    """Say whether a participle is somebody's attribute."""
    form, candidate = spot.candidate.form, spot.candidate
    if spot.is_word(spot.ctx.folds[spot.i], "again") and not (spot.gap or candidate.conjunction):
        return True
    if form.passive or candidate.definite or candidate.preposition or candidate.pronoun:
        return not _signed_attribute(spot)
    if form.number == "s" and form.gender == "m" and not _accusative(spot):
        return not _predicate(spot)
    if _leads_to_that(spot) or _leads_on_alone(spot) or _behind_definite(spot):
        return False
    beside = bool(spot.gap) or bool(candidate.conjunction) or spot.i - 1 in spot.ctx.ends or _predicate(spot)
    return not beside


def _leads_to_that(spot: Spot) -> bool:
    """Say whether what is said follows a participle: «…، مشددة على أن», «بتنفيذ الضربة مؤكدا أنها»."""
    form = spot.candidate.form
    says = spot.head.frame in {"report", "stance"} or spot.head.act_class == "affirm"
    if says and form.number == "s" and form.gender == "m" and spot.is_word(spot.after, "that"):
        return True
    if spot.head.frame == "report" and _before_words(spot):
        return not _behind_saying(spot)
    second = spot.ctx.folds[spot.i + 2] if spot.i + 2 < spot.sentence.last else ""
    return spot.after in spot.head.prepositions and spot.is_word(second, "that")


def _leads_on_alone(spot: Spot) -> bool:
    """Say whether a participle with what it governs tells how, no comma before it («في برلين داعياً إلى …»).

    Behind an indefinite accusative it describes that («موقفاً داعياً إلى …»).
    """
    form, ctx, k = spot.candidate.form, spot.ctx, spot.i + 1
    if (form.number, form.gender) != ("s", "m") or k >= spot.sentence.last or ctx.words[k].gap:
        return False
    told = spot.head.frame == "stance" or spot.head.act_class in _TOLD
    if not told or spot.before.endswith(_ALEF) or not ctx.words[spot.i].text.endswith(_ACCUSATIVE):
        return False
    return spot.after in spot.head.prepositions or (
        spot.head.id in ctx.head_lists["with_beh"]
        and ctx.folds[k][0] == _PREPOSITIONS[0]
        and attached(spot, k)
    )


def _behind_definite(spot: Spot) -> bool:
    """Say whether a participle cannot describe the definite noun before it («… الشهر الماضي مثمنة تفهم …»).

    An attribute would be definite too. What it governs must follow, or it would be a predicate.
    """
    form, ctx, k = spot.candidate.form, spot.ctx, spot.i + 1
    told = spot.head.frame == "stance" or spot.head.act_class in _TOLD_OF_HER
    if not told or k >= spot.sentence.last or spot.gap or ctx.words[k].gap.strip('"«“'):
        return False
    written = ctx.words[spot.i].text
    hers = (form.number, form.gender) == ("s", "f") and written.endswith(_TAA_MARBUTA)
    if not (hers or written.endswith(_ACCUSATIVE) or (form.number != "s" and written.endswith(_SEVERAL))):
        return False
    if not ended(spot, spot.i - 1) or spot.is_word(spot.before, "that"):
        return False
    governed = spot.after in spot.head.prepositions or spot.is_word(spot.after, "that")
    beh = ctx.folds[k][0] == _PREPOSITIONS[0] and attached(spot, k)
    noun = any(n in ctx.acts.sets["topic"] or n in ctx.acts.stances for n in noun_stems(spot.after))
    near = ctx.folds[k + 1 : min(k + _CALLED, spot.sentence.last)]
    called = any(word in spot.head.called for word in near)
    return governed or beh or noun or called or k in ctx.starts


_CALLED = 7
"""Words behind a participle of calling within which «إلى» leads to what is called for."""


_TOLD_OF_HER = frozenset(
    {"announce", "affirm", "appreciate", "call", "commit", "concern", "condemn", "hope", "welcome"}
)
_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
_SEVERAL = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"
_TOLD = frozenset({"affirm", "appreciate", "call", "concern", "condemn", "hope", "oppose", "welcome"})
_ALEF = "\N{ARABIC LETTER ALEF}"
_ACCUSATIVE = (_ALEF, "\N{ARABIC FATHATAN}")


def _before_words(spot: Spot) -> bool:
    """Say whether somebody's words open right behind a word («على الضيافة قائلا "…"»)."""
    k = spot.i + 1
    return k < spot.sentence.last and not OPENINGS.isdisjoint(spot.ctx.words[k].gap)


def _behind_saying(spot: Spot) -> bool:
    """Say whether the verb right before says it already («وأضاف قائلا: …»)."""
    heads = spot.ctx.acts.heads
    before = spot.ctx.candidates[spot.i - 1] if spot.i > spot.sentence.first else ()
    told = (heads[c.form.head] for c in before if c.form.kind == "finite")
    return any(head.frame == "report" and not head.homograph for head in told)


def masdar_without_party(spot: Spot) -> bool:
    """A masdar acts behind a light verb, or with its party beside it."""
    if spot.candidate.form.kind != "masdar":
        return False
    if received_by(spot) is not None:
        return False
    light = spot.ctx.light_before(spot)
    called = light is not None and bool(spot.candidate.pronoun) and spot.head.act_class == "call"
    if called or (light is None and _behind_stance(spot)):
        return True
    if light is not None:
        return _supposed(spot, light)
    if spot.head.frame == "report":
        return not _his_words(spot)
    return not (_nominal(spot) or _joined_stance(spot))


def _supposed(spot: Spot, light: int) -> bool:
    """Say whether a light verb only names something («ما تم») or tells what should be («يجب أن يتم»)."""
    lead = spot.ctx.folds[light - 1] if light > spot.sentence.first else ""
    wished = any(c.form.tense == "present" and not c.future for c in spot.ctx.candidates[light])
    return lead in spot.ctx.acts.words["whatever"] or (wished and spot.is_word(lead, "bare_that"))


def _his_words(spot: Spot) -> bool:
    """Say whether «قوله», «بالقول» leads to somebody's words."""
    candidate, ctx = spot.candidate, spot.ctx
    whose = candidate.pronoun if not candidate.definite else candidate.preposition or quoted_from_him(spot)
    near = range(spot.i + 1, min(spot.i + _SAID_SOON, spot.sentence.last))
    return bool(whose) and any(
        spot.is_word(ctx.folds[k], "that") or set(ctx.words[k].gap) & OPENINGS for k in near
    )


_SAID_SOON = 9
"""Words between «قوله» and what is said."""


def _joined_stance(spot: Spot) -> bool:
    """Say whether a stance goes on with what a verb affirms («أكد عمق العلاقات وحرص بلاده على …»)."""
    candidate, ctx = spot.candidate, spot.ctx
    if not candidate.conjunction or candidate.definite or candidate.pronoun or candidate.preposition:
        return False
    word = ctx.folds[spot.i].removeprefix(candidate.conjunction)
    if word not in ctx.acts.stances or joins_stance(spot):
        return False
    heads, near = ctx.acts.heads, range(max(spot.sentence.first, spot.i - _STANCE_BACK), spot.i)
    if not any(heads[c.form.head].frame == "stance" for k in near for c in ctx.candidates[k]):
        return False
    actor = actor_at(ctx, spot.i + 1, spot.sentence.last)
    if actor is None or actor.first != spot.i + 1 or actor.last >= spot.sentence.last:
        return False
    return bool(actor.parties) and _leads_on(spot, actor.last)


_STANCE_BACK = 24
"""Words back to the verb that a joined stance goes on from."""


def _behind_stance(spot: Spot) -> bool:
    """Say whether the masdar is what a stance verb before it says («جدد رفض بلاده للتهجير»)."""
    if not any(n in spot.ctx.acts.stances for n in noun_stems(spot.ctx.folds[spot.i])):
        return False
    first, heads = spot.sentence.first, spot.ctx.acts.heads
    led = range(max(first, spot.i - _STANCE_LED), spot.i)
    stances = [(k, heads[c.form.head]) for k in led for c in spot.ctx.candidates[k]]
    return any(
        head.frame == "stance" and (k >= spot.i - 2 or spot.before in head.prepositions)
        for k, head in stances
    )


_STANCE_LED = 16
"""Words between a stance verb and its preposition («أعرب الوزير … عن قلق بلاده»)."""


def _accusative(spot: Spot) -> bool:
    """Say whether a participle ends in the alef of the accusative."""
    return spot.ctx.folds[spot.i].endswith("\N{ARABIC LETTER ALEF}")


def _predicate(spot: Spot) -> bool:
    """Say whether a participle is the predicate of an actor or pronoun before it («واشنطن ملتزمة بـ»)."""
    if spot.head.act_class != "commit":
        return False
    lead = spot.lead
    return spot.is_word(lead, "pronoun") or spot.opening - 1 in spot.ctx.ends or spot.is_word(lead, "that")


def _signed_attribute(spot: Spot) -> bool:
    """Say whether «الموقعة بين البلدين في 2019» tells a signing that is dated, or between whom it was."""
    if spot.head.act_class != "sign" or not spot.candidate.definite or not spot.candidate.form.passive:
        return False
    if _under_it(spot):
        return False
    stop = min(spot.i + 9, spot.sentence.last)
    two = spot.is_word(spot.after, "between") and between_codes(spot, spot.i + 1, stop)
    if spot.is_word(spot.after, "between_them") or two:
        return True
    return any(spot.i < d.first < stop for d in spot.ctx.article.mentions.dates)


def _under_it(spot: Spot) -> bool:
    """Say whether something is done under a text («بموجب الاتفاقية المبرمة بين …»): it tells no signing."""
    before = spot.ctx.folds[max(spot.sentence.first, spot.i - _UNDER) : spot.i]
    return any(spot.is_word(word, "under_text") for word in before)


_UNDER = 14
"""Words back to what a text is cited for; another text may be named between."""


def _nominal(spot: Spot) -> bool:
    """Say whether a masdar has its party beside it and a complement behind («اتفاق قطر وتركيا على …»)."""
    if spot.head.act_class in {"commit", "deed"} and not spot.candidate.definite and _with_sum(spot):
        return True
    if _ceremony(spot) or _greeted(spot) or lent(spot):
        return True
    if not spot.head.nominal or spot.candidate.definite or spot.candidate.pronoun:
        return False
    if spot.head.act_class == "call":
        return _calls(spot)
    actor = actor_at(spot.ctx, spot.i + 1, spot.sentence.last)
    named = actor is not None and bool(actor.parties or _own_role(spot, actor))
    if actor is not None and named and actor.first == spot.i + 1 and not _of_place(spot, actor):
        return actor.last < spot.sentence.last and _leads_on(spot, _past_adjective(spot, actor.last))
    return spot.head.act_class == "sign" and _between_parties(spot)


def _calls(spot: Spot) -> bool:
    """Say whether a call is told with whose it is («بعد دعوة مالطا إلى …», «دعوة من نظيره لزيارة …»).

    A body behind a call that no preposition leads to is whom it is made on («قررا دعوة مجلس الأمن إلى …»).
    """
    lent = spot.is_word(spot.after, "of")
    actor = actor_at(spot.ctx, spot.i + 1 + lent, spot.sentence.last)
    if actor is None or not actor.parties or actor.first != spot.i + 1 + lent:
        return False
    if actor.last >= spot.sentence.last:
        return False
    if lent:
        return spot.ctx.folds[actor.last][0] == _PREPOSITIONS[1]
    led = spot.is_word(spot.before, "detached") or bool(spot.candidate.preposition)
    return (led or not _CALLED_ON.issuperset(actor.parties)) and _leads_on(spot, actor.last)


_CALLED_ON = frozenset({"INTL", "UN"})
"""Parties that a call without a preposition before it is made on, not by."""


def _ceremony(spot: Spot) -> bool:
    """Say whether «مراسم التوقيع على …», «بعد التوقيع على …» tells a signing that took place."""
    if spot.head.act_class != "sign" or spot.candidate.preposition:
        return False
    if not spot.candidate.definite:
        # «مراسم توقيع اتفاقية»
        return spot.is_word(spot.before, "ceremony") and bare(spot.after) in spot.ctx.acts.sets["instrument"]
    if (
        (spot.head.needs and not _both_named(spot))
        or not spot.is_word(spot.before, "done_by_then")
        or not any(p == spot.after for p in spot.head.prepositions)
    ):
        return False
    near = spot.ctx.folds[spot.i + 2 : min(spot.i + 6, spot.sentence.last)]
    return any(n in spot.ctx.acts.sets["instrument"] for w in near for n in noun_stems(w))


def _both_named(spot: Spot) -> bool:
    """Say whether «بين» follows soon."""
    near = spot.ctx.folds[spot.i + 1 : min(spot.i + 9, spot.sentence.last)]
    return any(spot.is_word(word, "between") for word in near)


def _greeted(spot: Spot) -> bool:
    """Say whether a signing is welcomed or praised as done: «رحب الجانبان بتوقيع مذكرة تفاهم»."""
    if spot.head.act_class != "sign" or spot.candidate.preposition != slot("preposition")[0]:
        return False
    if not ({bare(spot.after)} & spot.ctx.acts.sets["instrument"]):
        return False
    heads = spot.ctx.acts.heads
    near = range(max(spot.sentence.first, spot.i - _GREETING), spot.i)
    return any(heads[c.form.head].act_class in _GREETINGS for k in near for c in spot.ctx.candidates[k])


_GREETINGS, _GREETING = frozenset({"welcome", "appreciate"}), 5


def _own_role(spot: Spot, actor: Actor) -> bool:
    """Say whether a masdar's actor is somebody's own government or minister («اعتزام حكومته منح …»)."""
    return bool(actor.roles) and owned(spot.ctx, spot.i + 1) and not actor.private


def _past_adjective(spot: Spot, k: int) -> int:
    """Pass over an adjective behind the party («قرار تركيا الأخير بفتح …»)."""
    fold = spot.ctx.folds[k]
    follows = k + 1 < spot.sentence.last and not spot.ctx.words[k].gap
    return k + 1 if follows and bare(fold) != fold and fold[0] not in _PREPOSITIONS else k


def _of_place(spot: Spot, actor: Actor) -> bool:
    """Say whether a city that an agreement is named after is taken for its party («اتفاق جنيف على …»)."""
    party = spot.ctx.at.parties.get(actor.first)
    if spot.head.act_class == "announce":
        # «إعلان القاهرة الصادر عن …» is a text; «إعلان القاهرة عن …» is told.
        behind = spot.ctx.folds[min(actor.last, spot.sentence.last - 1)]
        return party is not None and party.form in {"capital", "seat"} and bare(behind) != behind
    text = not spot.ctx.acts.sets["instrument"].isdisjoint(noun_stems(spot.ctx.folds[spot.i]))
    if spot.head.act_class != "sign" and not (spot.head.act_class == "commit" and text):
        return False
    return party is not None and party.form in {"capital", "seat"} and len(actor.parties) == 1


def _with_sum(spot: Spot) -> bool:
    """Say whether a masdar tells a sum, or how many are moved, and whose it is («مساهمة الكويت بمبلغ …»)."""
    ctx, stop = spot.ctx, min(spot.i + 9, spot.sentence.last)
    moved = min(spot.i + 5, stop) if spot.head.act_class == "deed" else spot.i
    told = any(
        spot.i < a.first < (stop if a.kind == "money" else moved) for a in ctx.article.mentions.amounts
    )
    told = told or any(ctx.folds[k].isdigit() for k in range(spot.i + 1, moved))
    return told and (bool(spot.candidate.pronoun) or spot.i + 1 in ctx.at.parties)


def _leads_on(spot: Spot, k: int) -> bool:
    """Say whether a preposition or an object follows the masdar's party."""
    fold = spot.ctx.folds[k]
    if spot.head.act_class in _WITH_OBJECT and _object_at(spot, k):
        return True
    if spot.head.act_class == "sign" and any(n in spot.ctx.acts.sets["instrument"] for n in noun_stems(fold)):
        return True
    if spot.head.needs and not spot.head.prepositions:
        return fold[0] == _PREPOSITIONS[0] and not spot.is_word(fold, "detached")
    if spot.head.prepositions:
        return fold in spot.head.prepositions
    if spot.is_word(fold, "leads_occasion"):
        return False
    return spot.is_word(fold, "detached") or fold[0] in _PREPOSITIONS


def _object_at(spot: Spot, k: int) -> bool:
    """Say whether what is announced, decided or refused stands at a word («إعلان مالطا تخصيص …»)."""
    ctx, fold = spot.ctx, spot.ctx.folds[k]
    if ctx.words[k].gap or k in ctx.starts or spot.is_word(fold, "detached"):
        return False
    if spot.is_word(fold, "that"):
        return True
    done = ctx.acts.sets["doing"] | ctx.acts.sets["work"]
    if fold[0] in ctx.conjunctions and fold not in done:
        return False
    indefinite = fold.endswith("\N{ARABIC LETTER ALEF}") and fold[:-1] in done
    return bare(fold) == fold and not indefinite and not done.isdisjoint(noun_stems(fold))


_WITH_OBJECT = frozenset({"announce", "commit", "oppose"})


_PREPOSITIONS = "\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}"


def _between_parties(spot: Spot) -> bool:
    """Say whether a signing names its instrument and both its parties («توقيع اتفاقية بين …»)."""
    ctx = spot.ctx
    told = spot.is_word(spot.before, "detached") and not spot.is_word(spot.before, "done_by_then")
    if spot.candidate.preposition or told or spot.sentence.block == "title":
        return False
    if not ({bare(spot.after)} & ctx.acts.sets["instrument"]):
        return False
    stop = min(spot.i + _NAMED_SOON, spot.sentence.last)
    stop = next((k for k in range(spot.i + 1, stop) if spot.is_word(ctx.folds[k], "relative")), stop)
    return len({m.code for m in ctx.parties_in(spot.i + 1, stop)}) >= _SIDES


_NAMED_SOON, _SIDES = 14, 2
"""Words behind a signing within which its sides are named, before any relative clause; how many they are."""
