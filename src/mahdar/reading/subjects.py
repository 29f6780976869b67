"""Who performs an act: an ordered list of places to look for the subject.

After the verb («أكد الوزيران»), before it («الحكومتان وقعتا»), the antecedent of a relative clause, the
speaker of a quotation for the first person, and last what the text spoke of before, agreeing in number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mahdar.language.clitics import bare
from mahdar.lexicon.acts import Form
from mahdar.lexicon.fold import fold
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.agents import between, of_reception, of_text
from mahdar.reading.agreement import misfit, new_clause_inside
from mahdar.reading.circumstances import behind_circumstance
from mahdar.reading.complement import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.first_person import first_person, own_past
from mahdar.reading.going_on import carried
from mahdar.reading.main_clauses import clause_before, head_of_sentence
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import is_object, single
from mahdar.reading.opening_actor import clause_of, declares, done_before, over_aside, tells_of_sides
from mahdar.reading.own_organs import own_organ
from mahdar.reading.partners import both_signers, for_whom, with_others
from mahdar.reading.reaching import reaches
from mahdar.reading.receptions import given_by
from mahdar.reading.remembered import promised, remembered
from mahdar.reading.resolving import resolved
from mahdar.reading.senders import by_fronted_text, by_sender, by_text
from mahdar.reading.spot import Spot
from mahdar.reading.styles import is_style
from mahdar.reading.told_of_meeting import tells_meeting
from mahdar.reading.unread_names import by_office_behind, by_turn, by_unread_name
from mahdar.reading.unread_posts import by_unread_post, with_name_further, with_post_behind
from mahdar.reading.views import of_views
from mahdar.reading.whose_words import whose_words

__all__ = ["subject_of"]


def subject_of(spot: Spot, memory: Memory) -> Subject | None:
    """Find the subject of an act.

    Returns:
        None where the text names nobody who could be meant. A subject without parties is a person of whom
        the text does not say for whom he acts: no act, but his words are his.
    """
    form = spot.candidate.form
    rules = RULES[:1] if form.kind == "finite" and form.person == 1 else RULES
    rules = (whose_words, between) if form.kind == "masdar" and spot.head.frame == "report" else rules
    for rule in rules:
        found = rule(spot, memory)
        if found is None or (found.of_encounter and not _tells_meeting(spot, memory)):
            continue
        if spot.head.id in spot.ctx.head_lists["only_of_meetings"] and not _of_meeting(spot, found):
            return None
        found = with_name_further(spot, with_post_behind(spot, found))
        if found.parties or (found.people and found.rule in _WRITTEN):
            gender = _told_gender(form, found.rule)
            known = replace(found, gender=gender) if gender and not found.gender else found
            return with_others(spot, memory, known)
    return None


def _tells_meeting(spot: Spot, memory: Memory) -> bool:
    """Say whether a meeting as the subject tells what its sides discussed, reported by somebody or not.

    What talks of two sides whom the text has named affirmed, these affirmed («أكدت المشاورات متانة …»).
    """
    if spot.head.frame == "stance":
        return bool(memory.met) or spot.ctx.joint_text
    return spot.head.act_class == "discuss"


def _of_meeting(spot: Spot, found: Subject) -> bool:
    """Say whether a meeting is the subject: talks turn about a matter."""
    return found.of_encounter or tells_meeting(spot)


def _told_gender(form: Form, rule: str) -> str:
    """Return the gender that a form tells of its subject: a verb beside it, or a feminine participle."""
    if form.number != "s":
        return ""
    hers = form.kind == "participle" and form.gender == "f"
    return form.gender if hers or (rule in _WRITTEN and form.kind == "finite") else ""


_WRITTEN = frozenset({"after_verb", "before_verb"})
"""Rules that find a subject written beside its verb."""


def after_verb(spot: Spot, memory: Memory) -> Subject | None:
    """«أكد الوزير …»: the actor right behind the verb, or behind an aside in commas."""
    if not _wants_subject_behind(spot) or _was_named(spot):
        return None
    if declares(spot):
        return _over_aside(spot, memory)
    actor = actor_at(spot.ctx, spot.i + 1, spot.sentence.last)
    if actor is None and single(spot):
        actor = _behind_aside(spot, spot.i + 1) or _behind_addressee(spot, spot.i + 1)
    if actor is None:
        return by_unread_name(spot) or by_turn(spot, memory) or by_office_behind(spot)
    if is_object(spot, actor, memory):
        return None
    found = resolved(spot.ctx, spot.sentence, actor, memory, ("after_verb", actor.last, spot.i))
    if spot.head.act_class == "announce" and _is_issued(spot, actor):
        return replace(found, last=spot.i + 1, end=actor.last)
    return both_signers(spot, found) if spot.head.act_class == "sign" else found


def on_behalf(spot: Spot, _memory: Memory) -> Subject | None:
    """«وقع الاتفاقية عن الجانب المالطي …»: for whom it is signed, whoever holds the pen."""
    if not spot.signs_for_others:
        return None
    found = for_whom(spot, Subject((), None, "on_behalf", spot.i + 1, spot.i))
    pair = spot.ctx.pair
    alone = spot.candidate.form.kind == "finite" and len(found.parties) == 1 and found.parties[0] in pair
    return replace(found, parties=pair) if alone else found


def _was_named(spot: Spot) -> bool:
    """Say whether the subject of a pluperfect stands before it: «وكانت الوزارة قد استدعت السفير»."""
    if not spot.is_word(spot.before, "perfect"):
        return False
    plain = spot.before[0] not in spot.ctx.conjunctions
    if plain and spot.i - 2 in spot.ctx.ends and not spot.ctx.governed(spot.ctx.actor_start(spot.i - 2)):
        return single(spot) and not spot.ctx.words[spot.i - 1].gap
    for k in range(spot.i - 2, max(spot.sentence.first, spot.i - 14) - 1, -1):
        if spot.is_word(spot.ctx.folds[k], "had"):
            actor = actor_at(spot.ctx, k + 1, spot.i)
            return actor is not None and actor.first <= k + 3
    return False


def behind_object(spot: Spot, memory: Memory) -> Subject | None:
    """«ونشرت نصه وزارة الخارجية»: the actor behind a short object."""
    if not _wants_subject_behind(spot) or not single(spot):
        return None
    actor = _behind_object(spot, spot.i + 1)
    if actor is None:
        return None
    found = resolved(spot.ctx, spot.sentence, actor, memory, ("behind_object", spot.i + 1, spot.i))
    return replace(found, end=actor.first)


def _wants_subject_behind(spot: Spot) -> bool:
    """Say whether a subject may stand behind this verb at all."""
    start = spot.i + 1
    if start >= spot.sentence.last or (spot.candidate.form.kind == "participle" and not _own_style(spot)):
        return False
    if ":" in spot.ctx.words[start].gap or _by_pronoun(spot):
        return False
    return spot.relative < 0 or spot.resumes


def _own_style(spot: Spot) -> bool:
    """Say whether a style with a pronoun stands behind a participle («معرباً سيادته عن …»)."""
    beside = not (spot.ctx.words[spot.i + 1].gap or spot.candidate.definite)
    return beside and is_style(spot.ctx, spot.i + 1)


def _is_issued(spot: Spot, actor: Actor) -> bool:
    """Say whether the actor is the text that is issued («صدر البيان …»)."""
    issued = any(n in spot.head.needs for n in noun_stems(spot.after))
    return issued and any(r.refers == "statement" for r in actor.roles)


def _by_pronoun(spot: Spot) -> bool:
    """Say whether a pronoun before the verb is its subject: an object follows («أنه سيزور», «لكنها دعت»)."""
    that = spot.is_word(spot.before, "that") and not spot.is_word(spot.before, "bare_that")
    return that or spot.is_word(spot.lead, "but_he")


def right_before(spot: Spot, memory: Memory) -> Subject | None:
    """«موسكو تدعم حكومتي البلدين»: an actor that touches an unjoined verb is its subject."""
    quoted = spot.gap.strip('"«“') == "" and spot.ctx.quoted(spot.i) is not None
    if spot.candidate.conjunction or (spot.gap and not quoted) or spot.opening - 1 not in spot.ctx.ends:
        return None
    if behind_circumstance(spot):
        return None  # «وفي ختام الاجتماع وقع الجانبان …»
    return before_verb(spot, memory)


def before_verb(spot: Spot, memory: Memory) -> Subject | None:
    """«قطر والولايات المتحدة تقودان»: the actor right before the verb."""
    form = spot.candidate.form
    if form.kind == "masdar" or (form.kind == "participle" and spot.head.act_class != "commit"):
        return None
    if spot.candidate.conjunction or spot.gap.strip('"«»“”()'):
        return _over_aside(spot, memory) or _as_for(spot, memory)
    at = spot.i
    stop = spot.relative if spot.relative > spot.sentence.first else at
    behind = 0
    for start in range(max(spot.sentence.first, at - 24), stop):
        if start not in spot.ctx.starts or start < behind:
            continue
        actor = actor_at(spot.ctx, start, stop)
        if spot.ctx.governed(start) and (actor is None or actor.last != spot.relative):
            behind = actor.last if actor is not None else behind
            continue
        beside = actor is not None and actor.first == start and reaches(spot, actor.last)
        if beside and actor is not None and not new_clause_inside(spot, actor):
            if misfit(spot, actor, start):
                return None
            return resolved(spot.ctx, spot.sentence, actor, memory, ("before_verb", at + 1, start))
    return None


def told_earlier(spot: Spot, memory: Memory) -> Subject | None:
    """«وسبق للوزير المالطي أن أكد …», «وسبق للبلدين أن وقعا …»: who is named behind «لـ»."""
    first = done_before(spot) if spot.is_word(spot.before, "bare_that") else -1
    if first < 0 or spot.candidate.form.kind != "finite":
        return None
    if spot.candidate.form.number != "s":
        both = memory.met or spot.ctx.pair
        named = tuple(sorted({m.code for m in spot.ctx.parties_in(first, spot.i)}))
        parties = both if tells_of_sides(spot.ctx, first) else named
        return Subject(parties, None, "before_verb", spot.i + 1, first - 1) if parties else None
    bearers = spot.ctx.bearers_in(first, spot.i)
    codes = [b.party for b in bearers if b.party] or [m.code for m in spot.ctx.parties_in(first, spot.i)]
    name = next((b.name for b in bearers if b.name), None)
    party = codes[0] if codes else spot.ctx.party_of(name) if name else None
    people = (name,) if name else ()
    found = Subject((party,) if party else (), name, "before_verb", spot.i + 1, first - 1, people)
    return found if found.parties or found.people else None


def _over_aside(spot: Spot, memory: Memory) -> Subject | None:
    """«إن مالطا، إدراكاً منها لـ …، تدعو تونس إلى …»: who opens the sentence, not whom the verb names."""
    opener = over_aside(spot)
    if opener is None:
        return None
    return resolved(
        spot.ctx, spot.sentence, opener, memory, ("before_verb", spot.i + 1, clause_of(spot, opener))
    )


def _as_for(spot: Spot, memory: Memory) -> Subject | None:
    """«أما الوزير الفنلندي فأعرب عن …»: whom the sentence turns to."""
    ctx, start = spot.ctx, spot.sentence.first
    if spot.candidate.conjunction != _FEH or not spot.is_word(ctx.folds[start], "turning_to"):
        return None
    actor = actor_at(ctx, start + 1, spot.i)
    if (
        actor is None
        or actor.first > start + _HONOURED
        or any(
            c.form.kind == "finite" and c.conjunction == _FEH
            for k in range(actor.last, spot.i)
            for c in ctx.candidates[k]
        )
    ):
        return None
    return resolved(ctx, spot.sentence, actor, memory, ("before_verb", spot.i + 1, start))


_FEH = "\N{ARABIC LETTER FEH}"
_HONOURED = 3
"""Words of honour before whom a sentence turns to («أما معالي الوزير …»)."""


def beside_masdar(spot: Spot, memory: Memory) -> Subject | None:
    """«اتفاق روسيا وتونس على …»: the party right behind a masdar that no light verb carries."""
    if spot.candidate.form.kind != "masdar":
        return None
    received = of_reception(spot, memory)
    if received is not None or spot.ctx.light_before(spot) is not None:
        return received
    if spot.candidate.pronoun:
        return _owner(spot)
    lent = spot.head.act_class in {"call", "commit"} and spot.is_word(spot.after, "of")
    actor = given_by(spot, spot.i + 1 + lent)
    if actor is None:
        return None
    return resolved(spot.ctx, spot.sentence, actor, memory, ("beside_masdar", actor.last, spot.i))


def _owner(spot: Spot) -> Subject | None:
    """«… الكويت على مساهمتها بمبلغ …»: the party named last before a masdar's pronoun."""
    ctx, her = spot.ctx, spot.candidate.pronoun == _HER
    named = [
        m.code
        for m in ctx.parties_in(spot.sentence.first, spot.i)
        if not (her and fold(ctx.text[m.start : m.end].split()[0]) in ctx.acts.words["masculine_parties"])
    ]
    states = [code for code in named if code in ctx.states]
    owner = (states or named)[-1:]
    return Subject(tuple(owner), None, "beside_masdar", spot.i + 1, spot.i) if owner else None


_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"


def by_pronoun(spot: Spot, _memory: Memory) -> Subject | None:
    """«… مصر شريك، وهي تسعى إلى …», «أعلنت مالطا أنها …»: the party named last that the pronoun can mean."""
    ctx, lead = spot.ctx, spot.lead
    she = lead.endswith((_HER, _SHE))
    if not carried(spot) or spot.candidate.form.number != "s":
        return None
    beside = spot.is_word(lead, "that") and spot.opening - 2 in ctx.ends
    if not beside and not (she and spot.is_word(lead, "he")):
        return None
    for start in range(ctx.actor_start(spot.opening - 2), spot.sentence.first - 1, -1):
        party = ctx.at.parties.get(start)
        if (
            party is not None
            and start in ctx.starts
            and not ctx.governed(start)
            and not _in_brackets(ctx, start)
        ):
            noun = fold(ctx.text[party.start : party.end].split()[0])
            if she == (noun not in ctx.acts.words["masculine_parties"]):
                return Subject((party.code,), None, "by_pronoun", spot.i + 1, spot.i)
        if beside:
            return None
    return None


def _in_brackets(ctx: Context, k: int) -> bool:
    """Say whether a name only stands in brackets behind another («وكالة الأنباء (كونا)»)."""
    return "(" in ctx.words[k].gap


_SHE = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER YEH}"


RULES: tuple[Callable[[Spot, Memory], Subject | None], ...] = (
    first_person,
    beside_masdar,
    between,
    of_text,
    told_earlier,
    right_before,
    on_behalf,
    by_pronoun,
    of_views,
    after_verb,
    by_sender,
    by_text,
    by_unread_post,
    behind_object,
    before_verb,
    own_organ,
    own_past,
    promised,
    by_fronted_text,
    clause_before,
    head_of_sentence,
    remembered,
)


def _behind_aside(spot: Spot, start: int) -> Actor | None:
    """Look behind one aside in commas: «وأعلن، في تصريح صحفي، وزير …»."""
    ctx, stop = spot.ctx, min(spot.sentence.last, start + 14)
    if start >= stop or not ctx.comma(start):
        return None
    close = next((k for k in range(start + 1, stop) if ctx.comma(k)), None)
    return actor_at(ctx, close, spot.sentence.last) if close is not None else None


def _behind_addressee(spot: Spot, start: int) -> Actor | None:
    """Look behind whom something is said to: «وقال لوكالة الأنباء وزير …», before the words said."""
    ctx = spot.ctx
    if spot.head.frame != "report" or not ctx.folds[start].startswith(_LAM) or ctx.words[start].gap:
        return None
    for k in range(start + 1, min(start + _ADDRESSEE, spot.sentence.last)):
        if spot.is_word(ctx.folds[k], "that") or not _ENDS.isdisjoint(ctx.words[k].gap):
            return None
        if k in ctx.at.people or k in ctx.at.offices:
            return None if ctx.governed(k) else actor_at(ctx, k, spot.sentence.last)
    return None


_LAM = "\N{ARABIC LETTER LAM}"
_ADDRESSEE = 8
"""Words within which whoever speaks stands behind the one he speaks to."""
_ENDS = frozenset(":,\N{ARABIC COMMA}")


def _behind_object(spot: Spot, start: int) -> Actor | None:
    """Look behind a short object: «ونشرت نصه وزارة الخارجية»."""
    start += start < spot.sentence.last and spot.ctx.folds[start] in spot.head.prepositions
    if start + 1 >= spot.sentence.last or spot.ctx.words[start + 1].gap:
        return None
    word = spot.ctx.folds[start]
    governs = word in spot.head.needs and bare(word) == word
    if governs or not any(n in spot.head.needs for n in noun_stems(word)):
        return None
    return actor_at(spot.ctx, start + 1, spot.sentence.last)
