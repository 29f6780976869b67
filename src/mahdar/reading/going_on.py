"""May a verb without a written subject go on with the one spoken of before?"""

from __future__ import annotations

from mahdar.language.clitics import bare, readings
from mahdar.reading.actors import actor_at
from mahdar.reading.complement import noun_stems
from mahdar.reading.conditions import attached
from mahdar.reading.spot import Spot

__all__ = ["carried", "goes_on", "promised_before", "stranger", "words_follow"]


def stranger(spot: Spot) -> bool:
    """Say whether somebody that no list knows is the subject («وشدد المحلل على …», «كان المجلس قد بحث»)."""
    if spot.is_word(spot.before, "perfect") and _had(spot):
        return True
    if spot.i + 1 >= spot.sentence.last or spot.ctx.words[spot.i + 1].gap or _carried_on(spot):
        return False
    word = spot.after
    if _outsider(spot, word):
        return True
    if (
        any(spot.is_word(word, words) for words in _NO_SUBJECT)
        or _attached(spot, word)
        or _led_to(spot, word)
    ):
        return False
    if spot.head.frame == "act":
        return _parted(spot)
    return bare(word) != word or spot.head.frame == "report" or _leads_behind(spot)


def _carried_on(spot: Spot) -> bool:
    """Say whether a pronoun before the verb is its subject, or words follow behind how they are said."""
    return carried(spot) or _tells_how(spot)


def _tells_how(spot: Spot) -> bool:
    """Say whether words follow behind how they are said («وزاد مستطردا: «…»», «وأضاف موضحا أن …»)."""
    ctx, k = spot.ctx, spot.i + 2
    says = any(c.form.kind == "participle" for c in ctx.candidates[spot.i + 1])
    if k >= spot.sentence.last or not spot.after.endswith((_ALEF, _HEH)[: 1 + says]):
        return False
    if not (says or spot.after.startswith(_MEEM)):
        return False
    return spot.is_word(ctx.folds[k], "that") or not _OPENERS.isdisjoint(ctx.words[k].gap)


_HEH = "\N{ARABIC LETTER HEH}"
_MEEM = "\N{ARABIC LETTER MEEM}"
"""First letter of most participles."""


def _parted(spot: Spot) -> bool:
    """Say whether something parts a verb that is no report's from what it governs."""
    if spot.head.id in spot.ctx.head_lists["with_beh"]:
        return _parted_from_beh(spot)
    alone = spot.candidate.form.number == "s" and spot.head.act_class != "call"
    if alone and spot.head.act_class == "announce" and _names_post(spot):
        return True
    # What takes an object of its own may have it before its preposition («وسترسل خبراء إلى لبنان»).
    led = not spot.head.needs or not spot.head.needs.isdisjoint(spot.head.prepositions)
    return alone and led and bool(spot.head.prepositions) and _leads_behind(spot)


_NO_SUBJECT = ("that", "adverb", "aside", "detached", "resumptive", "connector", "event", "with_him")
"""Closed lists of words that are no subject."""


def _outsider(spot: Spot, word: str) -> bool:
    """Say whether the word behind a verb names its subject, and one that acts for no party."""
    people = spot.ctx.at.parties.get(spot.i + 1)
    if people is not None and people.form == "demonym" and word.endswith(_PLURAL) and bare(word) != word:
        return True
    told = bool(spot.candidate.conjunction) and spot.is_word(word, "that_thing")
    if told and not _done_to_that(spot) and actor_at(spot.ctx, spot.i + 2, spot.sentence.last) is None:
        return True
    if spot.is_word(word, "some_of") and _of_others(spot):
        return True
    known = not {word, bare(word)}.isdisjoint(spot.ctx.acts.words["outsider"])
    return known and not _calls_on_them(spot, word)


def _done_to_that(spot: Spot) -> bool:
    """Say whether «ذلك» is an object: of a woman's verb or of two, or described («ووصف ذلك بأنه …»)."""
    form, k = spot.candidate.form, spot.i + 2
    if form.kind == "finite" and (form.number, form.gender) != ("s", "m"):
        return True
    described = k < spot.sentence.last and spot.is_word(spot.ctx.folds[k], "that")
    return described and spot.ctx.folds[k][0] in _ATTACHED


def _calls_on_them(spot: Spot, word: str) -> bool:
    """Say whether a feminine noun stands right behind a man's verb: its object («ودعا الشركات إلى …»)."""
    form = spot.candidate.form
    his = form.kind == "finite" and (form.person, form.number, form.gender) == (3, "s", "m")
    return his and word.endswith(_FEMININE)


_FEMININE = ("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER HEH}")
"""Endings of a folded feminine noun, plural and singular."""


def _of_others(spot: Spot) -> bool:
    """Say whether some or all behind a verb are who says it, and no object («وأكد بعض التجار أن …»)."""
    folds, last = spot.ctx.folds, spot.sentence.last
    if spot.i + 2 < last and spot.is_word(folds[spot.i + 2], "those_people"):
        return True
    near = folds[spot.i + 2 : min(spot.i + _SAID_WITHIN, last)]
    return spot.head.frame != "act" and any(spot.is_word(word, "that") for word in near)


_SAID_WITHIN = 6
"""Words behind a verb of saying within which what is said begins."""


def _led_to(spot: Spot, word: str) -> bool:
    """Say whether a word leads to the complement, or begins it."""
    acts, needs = spot.ctx.acts, spot.head.needs
    nouns = noun_stems(word)
    begins = any(n in acts.stances or n in needs or n in acts.sets["topic"] for n in nouns)
    return begins or word in spot.head.prepositions


_PLURAL = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}"
"""«وحث الإيطاليون …»: a people is a subject of its own, though no party."""


def carried(spot: Spot) -> bool:
    """Say whether a pronoun before the verb is its subject («أنه يأمل», «وهي تسعى»)."""
    own = spot.is_word(spot.lead, "that") and spot.lead.endswith(_HIS)
    return own or spot.is_word(spot.lead, "but_he") or spot.is_word(spot.lead, "he")


_HIS = (
    "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}",
)
"""Pronouns at the end of «أنه», «أنها», «أنهما»."""


def _attached(spot: Spot, word: str) -> bool:
    """Say whether a preposition is attached to a word; behind a report only to an article («بالقول»)."""
    if word[0] not in _ATTACHED:
        return False
    if spot.candidate.pronoun:
        return True
    return spot.head.frame != "report" or any(bare(rest) != rest for taken, rest in readings(word) if taken)


def _had(spot: Spot) -> bool:
    """Say whether «كان» and its subject stand before «قد»."""
    window = spot.ctx.folds[max(spot.sentence.first, spot.i - 8) : spot.i - 1]
    return any(spot.is_word(w, "had") for w in window)


_ATTACHED = "\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}"


def _leads_behind(spot: Spot) -> bool:
    """Say whether what leads to the head's complement stands behind the next word or two."""
    near = spot.ctx.folds[spot.i + 2 : min(spot.i + 6, spot.sentence.last)]
    return any(spot.is_word(w, "that") or w in spot.head.prepositions for w in near)


def _names_post(spot: Spot) -> bool:
    """Say whether a post begins behind a verb, whose holder no list knows («أعلن قائد الفرقة …»)."""
    return any(n in spot.ctx.acts.words["post"] for n in noun_stems(spot.after))


def _parted_from_beh(spot: Spot) -> bool:
    """Say whether a subject stands between a verb and its «بـ» («أشادت غرفة التجارة بـ …»)."""
    blessed = spot.is_word(" ".join(spot.ctx.folds[spot.i + 1 : spot.i + 3]), "blessing")
    if spot.candidate.form.number != "s" or blessed or spot.after.endswith(_ALEF):
        return False  # «أشاد عالياً بـ …», «أشاد حفظه الله بـ …»
    ctx, stop = spot.ctx, min(spot.i + _PARTED, spot.sentence.last)
    for k in range(spot.i + 2, stop):
        if ctx.words[k].gap or any(spot.is_word(ctx.folds[k], words) for words in ("detached", "adverb")):
            return False
        if ctx.folds[k][0] == _ATTACHED[0] and attached(spot, k):
            return True
    return False


_PARTED = 7
"""Words of a subject between a verb and what it governs, and one more."""
_ALEF = "\N{ARABIC LETTER ALEF}"


def goes_on(spot: Spot) -> bool:
    """Say whether a verb without a subject goes on with the last: joined, led in, or first of all."""
    joined = spot.joined or _first_of_all(spot) or spot.resumes
    joined = joined or (spot.candidate.form.kind == "finite" and bool(spot.candidate.preposition))
    joined = joined or _behind_topic(spot) or ":" in spot.gap or _fronted_dual(spot)
    joined = joined or _behind_clause(spot)
    return joined or any(
        spot.is_word(spot.lead, w) for w in ("connector", "perfect", "that", "future", "pronoun")
    )


def promised_before(spot: Spot) -> int:
    """Return the future that a joined future goes on with («بلاده ستسدد حصتها وسترسل خبراء»); -1 for none."""
    ctx, form = spot.ctx, spot.candidate.form
    if not (spot.candidate.conjunction and spot.candidate.future):
        return -1
    for k in range(spot.i - 1, max(spot.sentence.first, spot.i - _PROMISED) - 1, -1):
        verbs = [c for c in ctx.candidates[k] if c.form.kind == "finite"]
        if verbs and not ctx.covered[k]:
            same = (form.person, form.number, form.gender)
            agrees = (c.future and (c.form.person, c.form.number, c.form.gender) == same for c in verbs)
            return k if any(agrees) else -1
    return -1


_PROMISED = 24
"""Words between two things that somebody promises."""


def _first_of_all(spot: Spot) -> bool:
    """Say whether the verb begins its sentence, a number of a list before it or not («3- يقررون»)."""
    first = spot.sentence.first
    return spot.i == first or (spot.i == first + 1 and spot.ctx.folds[first].isdigit())


def _behind_clause(spot: Spot) -> bool:
    """Say whether the clause that the sentence opens with ends here («وبينما دعت مالطا …، حذرت من …»)."""
    ctx, start, form = spot.ctx, spot.sentence.first, spot.candidate.form
    if form.kind != "finite" or form.tense != "past" or not ctx.comma(spot.i):
        return False
    behind = start + 1
    pair = " ".join(ctx.folds[start : start + 2])
    if spot.is_word(pair, "opening_clause"):
        behind += 1
    elif not spot.is_word(ctx.folds[start], "opening_clause"):
        return False
    return behind < spot.i and any(c.form.kind == "finite" for c in ctx.candidates[behind])


def _fronted_dual(spot: Spot) -> bool:
    """Say whether a dual stands behind a fronted circumstance without a comma («وخلال اللقاء ناقشا …»)."""
    if spot.candidate.form.number != "d":
        return False
    for k in range(spot.i - 1, max(spot.sentence.first, spot.i - _FRONT) - 1, -1):
        word = spot.ctx.folds[k]
        if k == spot.sentence.first or spot.ctx.words[k].gap:
            return spot.is_word(word, "detached") or spot.is_word(word, "aside")
    return False


_FRONT = 5
"""Words of such a circumstance."""


def _behind_topic(spot: Spot) -> bool:
    """Say whether only a fronted circumstance stands before the verb («وعلى صعيد الدفاع، اتفقا …»).

    Behind what was asked about no comma is needed, where a report's own words follow («وعن القمة قال إن …»).
    """
    ctx, start = spot.ctx, spot.sentence.first
    first = ctx.folds[start]
    about = spot.is_word(first, "topic_opener") or _as_for(spot)
    if not (about or spot.is_word(first, "detached") or spot.is_word(first, "aside")):
        return False
    inside = range(start + 1, spot.i)
    led = spot.after in spot.head.needs & spot.head.prepositions
    if about and spot.head.frame in {"report", "stance"} and (led or words_follow(spot)):
        return not any(spot.is_word(ctx.folds[k], "that") for k in inside)
    return ctx.comma(spot.i) and not any(ctx.comma(k) and not _joined_on(spot, k) for k in inside)


def _as_for(spot: Spot) -> bool:
    """Say whether the sentence begins with «فيما يتعلق بـ»."""
    start = spot.sentence.first
    opened = spot.is_word(spot.ctx.folds[start], "meanwhile") and start + 1 < spot.i
    return opened and spot.is_word(spot.ctx.folds[start + 1], "as_for")


def _joined_on(spot: Spot, k: int) -> bool:
    """Say whether a word goes on with a list: a noun behind a conjunction."""
    ctx = spot.ctx
    return ctx.folds[k][0] in ctx.conjunctions and not any(c.form.tense for c in ctx.candidates[k])


def words_follow(spot: Spot) -> bool:
    """Say whether somebody's words stand right behind a verb of saying."""
    ctx, k = spot.ctx, spot.i + 1
    if k >= spot.sentence.last:
        return False
    return spot.is_word(spot.after, "that") or not _OPENERS.isdisjoint(ctx.words[k].gap)


_OPENERS = frozenset(':«“"')
