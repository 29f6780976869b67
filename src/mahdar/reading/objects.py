"""Is the actor right behind a verb its object, not its subject?

Arabic puts both behind the verb: «طالبت لبنان بـ …» may go on with whoever was spoken of before. Number,
gender and what the sentence told so far decide.
"""

from __future__ import annotations

from mahdar.lexicon.fold import fold
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.clauses import is_peer
from mahdar.reading.conditions import attached
from mahdar.reading.homographs import OPENINGS
from mahdar.reading.memory import Memory
from mahdar.reading.spot import Spot

__all__ = ["is_object", "single"]


def is_object(spot: Spot, actor: Actor, memory: Memory) -> bool:
    """Say whether the actor behind a verb is its object; one with a pronoun has its object."""
    if spot.candidate.pronoun:
        return False
    going_on = (_goes_on_about, _calls_on, _calls_on_all, _calls_on_sides, _informs, _accuses, _gives_peer)
    if any(rule(spot, actor, memory) for rule in going_on) or _begins_words(spot, actor):
        return True
    if _is_accusative(spot, actor):
        return True
    if _disagrees(spot, actor) or _is_he(spot, actor) or _is_she(spot, actor):
        return True
    return not single(spot) and _beside_plural(spot, actor)


def single(spot: Spot) -> bool:
    """Say whether the form is a singular verb, which in Arabic goes before any subject."""
    return spot.candidate.form.kind == "finite" and spot.candidate.form.number == "s"


def _goes_on_about(spot: Spot, actor: Actor, memory: Memory) -> bool:
    """Say whether a party behind a joined verb is its object: «قال الوزير …، وطالب مجلس الأمن بـ …»."""
    form, last = spot.candidate.form, memory.recent[-1] if memory.recent else None
    if last is None or last.sentence != spot.sentence.first or last.speaker is None:
        return False
    joined = bool(spot.candidate.conjunction) and bool(spot.gap)
    mere = not actor.people and not actor.roles and not actor.titled and len(actor.parties) == 1
    hers = form.gender == "f" and last.gender == "f" and spot.head.act_class == "call"
    agrees = form.number == "s" and (form.gender == "m" or hers)
    return joined and mere and agrees and actor.parties != last.parties


def _gives_peer(spot: Spot, actor: Actor, memory: Memory) -> bool:
    """Say whether a joined verb goes on and tells to which counterpart it was done («، وسلم نظيره رسالة»)."""
    last = memory.recent[-1] if memory.recent else None
    given = spot.head.id in spot.ctx.head_lists["joined_with_object"] and bool(spot.candidate.conjunction)
    return (
        given and last is not None and last.sentence == spot.sentence.first and is_peer(spot.ctx, actor.first)
    )


def _calls_on(spot: Spot, actor: Actor, memory: Memory) -> bool:
    """Say whether a joined verb of calling goes on with its subject: «رحبت تونس … ودعت ليبيا إلى …»."""
    form, last = spot.candidate.form, memory.recent[-1] if memory.recent else None
    if spot.head.act_class != "call" or not spot.candidate.conjunction or spot.gap or not single(spot):
        return False
    if last is None or last.sentence != spot.sentence.first or actor.people or not actor.parties:
        return False
    gender = last.gender or ("m" if last.speaker else "f")
    return form.gender == gender and actor.parties != last.parties


def _calls_on_all(spot: Spot, actor: Actor, memory: Memory) -> bool:
    """Say whether all the world is called upon: it hardly calls itself («ودعا المجتمع الدولي إلى …»)."""
    if spot.head.act_class != "call" or not single(spot) or actor.parties != _ALL or actor.people:
        return False
    if actor.last >= spot.sentence.last or not memory.recent:
        return False
    return spot.ctx.folds[actor.last] in spot.head.called or attached(spot, actor.last)


_ALL = ("INTL",)


def _calls_on_sides(spot: Spot, actor: Actor, _memory: Memory) -> bool:
    """Say whether all sides of a conflict are called upon («ودعت الأطراف المعنية إلى ضبط النفس»)."""
    if spot.head.act_class != "call" or {r.id for r in actor.roles} != {_EVERY_SIDE} or actor.parties:
        return False
    near = range(actor.last, min(actor.last + _LED_SOON, spot.sentence.last))
    stop = next((k for k in near if spot.ctx.words[k].gap), actor.last + _LED_SOON)
    return any(spot.ctx.folds[k] in spot.head.called or attached(spot, k) for k in near if k < stop)


_EVERY_SIDE = "ar.role.every_side"
_LED_SOON = 5
"""Words behind «الأطراف» within which what they are called upon to do begins."""


def _is_accusative(spot: Spot, actor: Actor) -> bool:
    """Say whether two or several are named as an object is («ودعا الجانبين الهندي والباكستاني إلى …»)."""
    ctx, form = spot.ctx, spot.candidate.form
    if form.kind != "finite" or form.passive or not ctx.folds[actor.first].endswith(_OBLIQUE):
        return False
    role = ctx.roles.roles.at(ctx.folds, actor.first) if actor.first in ctx.role_at else None
    return role is not None and role[1].number != "s"


_OBLIQUE = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"
"""Ending of several or two that are no subject."""


def _informs(spot: Spot, actor: Actor, memory: Memory) -> bool:
    """Say whether a joined verb goes on and tells whom he informed: «وأحاط السيد الرئيس علماً بـ …»."""
    last = memory.recent[-1] if memory.recent else None
    if (
        last is None
        or last.sentence != spot.sentence.first
        or not (last.speaker and spot.candidate.conjunction)
    ):
        return False
    informs = fold(spot.head.word) in spot.ctx.acts.words["addresses"] and single(spot)
    other = actor_at(spot.ctx, actor.last, spot.sentence.last)
    alone = other is None or other.first > actor.last
    return informs and alone and bool(actor.people or actor.titled) and last.speaker not in actor.people


def _accuses(spot: Spot, actor: Actor, memory: Memory) -> bool:
    """Say whether of what is only said of somebody he is all that is named: «واتهمت أستراليا بـ …»."""
    if spot.candidate.form.passive or _urges(spot, actor, memory):
        return not spot.candidate.form.passive
    if actor.last >= spot.sentence.last:
        return False
    led = spot.ctx.folds[actor.last][0] == _BEH and actor.last not in spot.ctx.starts
    return led and not spot.ctx.words[actor.last].gap and spot.is_word(fold(spot.head.word), "accuses")


def _urges(spot: Spot, actor: Actor, memory: Memory) -> bool:
    """Say whether a joined verb goes on and tells whom he urged: «أشادت كندا بـ …، وحثت القاهرة على …»."""
    last = memory.recent[-1] if memory.recent else None
    if last is None or last.sentence != spot.sentence.first or last.parties == actor.parties:
        return False
    ends = actor.last >= spot.sentence.last
    led = ends or (spot.ctx.folds[actor.last] in spot.head.called and not spot.ctx.words[actor.last].gap)
    agrees = last.gender == spot.candidate.form.gender and not (actor.people or actor.roles or actor.titled)
    joined = bool(spot.candidate.conjunction) and spot.is_word(fold(spot.head.word), "urges")
    return led and agrees and joined


_BEH = "\N{ARABIC LETTER BEH}"


def _begins_words(spot: Spot, actor: Actor) -> bool:
    """Say whether the actor begins what is said («وأضاف: "تركيا ستدعم …"»), and is no name in marks."""
    ctx = spot.ctx
    quote = ctx.quoted(actor.first)
    opened = set(ctx.words[actor.first].gap) & OPENINGS
    if quote is None or not opened or quote == ctx.quoted(spot.i):
        return False
    end = actor.first + _LONGEST_NAME
    return end < len(ctx.words) and ctx.quoted(end) == quote


_LONGEST_NAME = 6
"""Words that a name in quotation marks has at most."""


def _disagrees(spot: Spot, actor: Actor) -> bool:
    """Say whether a bare party cannot be the subject for its gender: «طالب الصين بـ», «وطالبت العراق بـ»."""
    form, ctx = spot.candidate.form, spot.ctx
    if _is_masculine_organ(spot, actor):
        return True
    if (
        not single(spot)
        or form.passive
        or actor.people
        or actor.roles
        or actor.titled
        or len(actor.parties) != 1
    ):
        return False
    party = ctx.at.parties.get(actor.first)
    if party is None or party.form not in {"name", "weak", "capital"}:
        return False
    noun = fold(ctx.text[party.start : party.end].split()[0])
    state = party.form == "capital" or party.code in ctx.states
    if noun in ctx.acts.words["masculine_parties"]:
        # States are often feminine whatever grammar says; «المجتمع الدولي» never is.
        return form.gender == "f" and (bool(spot.candidate.conjunction) or not state)
    feminine = noun in ctx.acts.words["feminine_parties"] or ctx.words[actor.first].text.endswith(
        _TAA_MARBUTA
    )
    return _his(spot) and (state or feminine)


def _is_masculine_organ(spot: Spot, actor: Actor) -> bool:
    """Say whether a masculine organ stands behind a feminine verb («ودعت الجانب الكيني إلى …»)."""
    form = spot.candidate.form
    hers = single(spot) and form.gender == "f" and not form.passive
    return hers and spot.is_word(spot.ctx.folds[actor.first], "masculine_organs")


def _his(spot: Spot) -> bool:
    """Say whether a verb is masculine; of forms that the lexicon lists one by one the ending tells."""
    masculine = spot.candidate.form.gender == "m"
    return masculine and not spot.ctx.folds[spot.i].endswith(_TEH) and not _hers_now(spot)


def _is_she(spot: Spot, actor: Actor) -> bool:
    """Say whether an organ is no subject of a joined masculine verb: «قصف الموقع وأمهل الحكومة يومين»."""
    if not single(spot) or spot.candidate.form.passive or not _his(spot) or actor.first != spot.i + 1:
        return False
    if not spot.candidate.conjunction or spot.i == spot.sentence.first:
        return False
    party = spot.ctx.at.parties.get(actor.first)
    organ = party is not None and party.form == "ministry"
    organ = organ or any(r.refers == "organ" for r in actor.roles[:1])
    return organ and spot.ctx.words[actor.first].text.endswith(_TAA_MARBUTA)


def _is_he(spot: Spot, actor: Actor) -> bool:
    """Say whether a man is no subject of a feminine verb: «أرسلت مساعد وزير الخارجية إلى …»."""
    form, ctx = spot.candidate.form, spot.ctx
    office = ctx.at.offices.get(actor.first)
    if office is None or not single(spot) or form.gender != "f" or form.passive:
        return False
    told = spot.head.frame in {"report", "stance"} or spot.head.act_class == "affirm"
    return not told and not ctx.words[office.first].text.endswith(_TAA_MARBUTA)


_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
_TEH = "\N{ARABIC LETTER TEH}"


def _hers_now(spot: Spot) -> bool:
    """Say whether a word looks like a feminine imperfect («تستحوذ»)."""
    word = spot.ctx.folds[spot.i].removeprefix(spot.candidate.conjunction)
    return word[spot.candidate.future :].startswith(_TEH)


def _beside_plural(spot: Spot, actor: Actor) -> bool:
    """Say whether what follows a dual or plural verb is its object, not its subject."""
    form = spot.candidate.form
    mere = not actor.plural and len(actor.parties) < _TWO
    return form.kind == "finite" and (mere or bool(spot.candidate.conjunction))


_TWO = 2
