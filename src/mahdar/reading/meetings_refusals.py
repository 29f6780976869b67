"""What makes a word no occasion of parties: an ordered list of reasons."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.reading.clauses import mentions_in
from mahdar.reading.meetings_date import date_near
from mahdar.reading.meetings_details import officials_near, people_in, place_in
from mahdar.reading.meetings_parties import who_meets
from mahdar.reading.meetings_persons import meets_him, speaks_first
from mahdar.reading.meetings_refusals_bodies import of_a_house, of_its_own
from mahdar.reading.meetings_refusals_journeys import at_its_seat, going, nowhere, of_a_sight, stark
from mahdar.reading.meetings_said import has_office
from mahdar.reading.meetings_sides import assembly, two_who_talk
from mahdar.reading.meetings_status import invited
from mahdar.reading.meetings_view import NOUNS, VERBS, View

__all__ = ["REFUSALS", "refused"]


def refused(view: View) -> str | None:
    """Return the name of the rule that refuses a word; None where it is a sighting of an occasion."""
    return next((rule.__name__ for rule in REFUSALS if rule(view)), None)


def generic(view: View) -> bool:
    """«تبادل الزيارات», «أهمية الحوار», «رفض اللقاء»: meetings in general, or none."""
    if view.trigger.head.many and view.has("holding", view.trigger.i - 1, view.trigger.i):
        return view.has("generic", max(view.sentence.first, view.trigger.i - 2), view.trigger.i - 1)
    if invited(view):
        return False
    return view.trigger.head.role in NOUNS and view.before in view.table.words["generic"]


def habitual(view: View) -> bool:
    """«اللقاءات الدورية», «لقاء صحفي», «زيارة تفقدية»."""
    at = view.trigger.last
    of_body = view.hold is not None and view.trigger.term.pronoun and view.has("periodic", at, at + 2)
    if of_body and date_near(view):
        return False
    head = view.trigger.head
    if (head.many or head.id == _FORUM) and view.has("learned", at, at + _OF_WHOM):
        return True
    noun = head.role in NOUNS and assembly(view) is None
    return noun and view.has("habitual", at, min(at + 3, view.end))


_FORUM = "ar.meeting.forum"
_OF_WHOM = 4
"""Whose conference it is stands within so many words, a number between («المؤتمر التاسع للطلبة»)."""


def regular(view: View) -> bool:
    """«يلتقي الوزيران مرة كل عام»: a rule for meetings to come, no occasion."""
    return view.trigger.head.role in VERBS and view.has(
        "regular", view.trigger.last, min(view.end, view.trigger.last + 8)
    )


def negated(view: View) -> bool:
    """«لم يلتق», «لن يزور»."""
    return view.trigger.head.role in VERBS and view.before in view.table.words["generic"]


def of_the_press(view: View) -> bool:
    """«وقال في المؤتمر …» where a press conference was spoken of last."""
    ctx, i, head = view.ctx, view.trigger.i, view.trigger.head
    if not (head.many and view.trigger.term.definite):
        return False
    terms, heads = view.table.terms, view.table.heads
    back = reversed(range(max(0, i - _SPOKEN_OF), i))
    k = next((k for k in back if any(heads[t.head] is head for t in terms.get(ctx.folds[k], ()))), None)
    return k is not None and view.has("press_talk", k + 1, k + 2)


_SPOKEN_OF = 120
"""«المؤتمر» takes up a press conference spoken of within so many words before."""


def nobody(view: View) -> bool:
    """A verb with nobody in its clause who could meet («يلتقي النهران»)."""
    role = view.trigger.head.role
    if role not in VERBS - {"discuss"} or view.kind == "working_group":
        return False
    if speaks_first(view):
        return view.trigger.head.id in _MANY_SENSES and not _met_by_me(view)
    if view.trigger.head.id in _MANY_SENSES and view.has("reaction", view.trigger.last, view.clause[1]):
        return True
    if view.trigger.term.number == "d" and view.trigger.head.role == "meet":
        return len(who_meets(view)) < 2
    if view.has("abstract", view.trigger.last, view.trigger.last + 3):
        return True
    two = view.trigger.head.role in {"receive", "phone"} or view.kind != view.trigger.head.kind
    least = 2 if two and not meets_him(view) else 1
    lo = max(view.clause[0], view.trigger.i - 14)
    wide = max(view.trigger.last + 14, view.end)
    return officials_near(view.ctx, view.table, lo, min(view.clause[1], wide)) < least


_MANY_SENSES = frozenset({"ar.meeting.qabala"})
"""Verbs that mean something else where nobody is named who is met («نقابل به صنيعتنا»)."""


def _met_by_me(view: View) -> bool:
    """Say whether somebody is named behind a verb of the first person."""
    first, last = view.trigger.last, min(view.trigger.last + _MINE, view.end)
    named = people_in(view.ctx, first, last) or has_office(view.ctx, first, last)
    return bool(named) or view.has("officials", first, last)


_MINE = 4
"""Whom a speaker met is named within so many words."""


def without_partner(view: View) -> bool:
    """«بحث الوزير الأزمة»: nobody with whom, or the sentence names the occasion itself."""
    if view.trigger.head.role != "discuss":
        return False
    if view.trigger.head.kind == "call" and not _two_speak(view):
        return True
    ctx, at = view.ctx, view.trigger.last
    terms, heads = view.table.terms, view.table.heads
    apart = view.table.words["margin"]
    before = range(view.sentence.first, view.trigger.i)
    first = max((k for k in before if view.has("whence", k, k + 1)), default=view.sentence.first)
    words = range(first, view.sentence.last)
    free = (k for k in words if apart.isdisjoint(ctx.folds[max(0, k - 2) : k]))
    other = (t for k in free for t in terms.get(ctx.folds[k], ()))
    if any(heads[t.head].role in NOUNS | VERBS - {"discuss"} for t in other):
        return True
    k = next((k for k in range(at, view.end) if ctx.folds[k] in view.table.words["mutual"]), None)
    if k is None:
        return len(two_who_talk(view)) < _TWO
    return officials_near(ctx, view.table, k + 1, min(k + _PARTNER, view.end)) == 0


_TWO = 2


_PARTNER = 5
"""Who it is discussed with is named within so many words behind «مع»."""


def _two_speak(view: View) -> bool:
    """Say whether somebody in office «spoke with» another, and not with the press, nor «we»."""
    term, at, stop = view.trigger.term, view.trigger.last, view.clause[1]
    k = next((k for k in range(at, stop) if view.has("mutual", k, k + 1)), at)
    speaks = people_in(view.ctx, at, k) or has_office(view.ctx, at, k)
    return bool(speaks) and term.tense == "past" and term.number != "p" and not view.has("press", at, stop)


def by_phone_alone(view: View) -> bool:
    """«أدلى برأيه هاتفياً»: a manner of speaking, and nobody who is called."""
    if not view.trigger.head.manner:
        return False
    ctx = view.ctx
    lo, hi = view.clause
    k = next((k for k in range(lo, hi) if ctx.folds[k] in view.table.words["mutual"]), None)
    if k is None:
        return not (view.has("spoke", lo, view.trigger.i) and len(who_meets(view)) > 1)
    return officials_near(ctx, view.table, k + 1, min(k + _PARTNER, hi)) == 0


def means_of_it(view: View) -> bool:
    """«عبر تقنية الاتصال المرئي»: by what means another occasion is held."""
    return view.kind == "call" and view.before in view.table.words["means"]


def willing(view: View) -> bool:
    """«مستعدة لإجراء محادثات», «من غير المتوقع أن تلتقي»: readiness, or nothing to come."""
    lo, at = max(view.sentence.first, view.trigger.i - _WILLING), view.trigger.i
    if view.trigger.head.role in VERBS:
        return any(view.has("not", k, k + 1) and view.has("planned", k + 1, k + 2) for k in range(lo, at))
    behind = view.hold.i if view.hold is not None else at
    if view.trigger.head.loose:
        return view.has("willing", lo, at) or view.has("willing", at, behind)
    return view.trigger.head.role in NOUNS and view.has("willing", max(lo, at - 2), at)


_WILLING = 5
"""How far before an occasion a word for readiness may stand."""


def before_court(view: View) -> bool:
    """«جلسات مغلقة … أمام محكمة»: a court sits."""
    return view.kind == "session" and view.has("court", view.trigger.last, view.clause[1])


def supposed(view: View) -> bool:
    """«إذا ما عقد مؤتمر»: one that is only supposed."""
    lo = max(view.sentence.first, view.trigger.i - _SUPPOSED)
    return (
        view.trigger.head.role in NOUNS
        and view.trigger.head.many
        and view.has("supposing", lo, view.trigger.i)
    )


_SUPPOSED = 4
"""How far before an occasion a word that supposes it may stand."""


def denied(view: View) -> bool:
    """«نفى … إجراء أي مسؤول زيارة», «استبعد أن يلتقي»: said not to be, with nothing between that is."""
    lo, at = max(view.sentence.first, view.trigger.i - _DENIED), view.trigger.i
    k = next((k for k in range(at - 1, lo - 1, -1) if view.has("denying", k, k + 1)), None)
    if k is None or view.before in view.table.words["frame"] or view.has("no", k - 1, k):
        return False
    return not (view.has("frame", k, at) or view.has("relative", k, at) or view.has("contrary", k, at))


_DENIED = 14
"""Who denies and what he denies stand within so many words."""


def wished(view: View) -> bool:
    """«يدعو إلى عقد مؤتمر», «إمكان عقد لقاء»: one that somebody calls for, with neither day nor place."""
    lo, at, noun = view.sentence.first, view.trigger.i, view.trigger.head.role in NOUNS
    if noun and view.kind == "visit" and view.has("requesting", max(lo, at - _WISHED), at):
        return date_near(view) is None
    led = view.trigger.term.taken.endswith(_BEH) or view.has("into", at - 1, at)
    if not noun or not (led or view.has("holding", max(lo, at - 2), at)):
        return False
    if not view.has("calling" if led else "wishing", max(lo, at - _WISHED), at):
        return False
    where = place_in(view.ctx, view.table, view.trigger.last, view.clause[1])
    return (where is None or where[1] is None) and date_near(view) is None


_BEH = "\N{ARABIC LETTER BEH}"
_WISHED = 5
"""How far before an occasion a word that calls for it may stand."""


def crowd(view: View) -> bool:
    """«استقبال 50 ألف لاجئ»: people are taken in, no guest is received."""
    if view.trigger.head.role != "receive" and not view.trigger.head.guests:
        return False
    at = view.trigger.last
    counted = any(f.isdigit() for f in view.ctx.folds[at : at + 2])
    return counted or view.has("crowd", at, at + _CROWD)


_CROWD = 6
"""Who is received stands within so many words behind."""


def in_sport(view: View) -> bool:
    """«يلتقي الفريقان في النهائي»: a match."""
    return view.trigger.head.role == "meet" and view.has("sport", view.sentence.first, view.sentence.last)


def in_office(view: View) -> bool:
    """«ترأس الدورة الحالية للمجلس», «رئيس الدورة السادسة»: a term of office, no occasion."""
    if view.trigger.head.role == "container" and view.before in view.table.words["presiding"]:
        return True
    term = view.trigger.head.role == "container" and view.has(
        "current", view.trigger.last, view.trigger.last + 1
    )
    presides = view.hold is not None and view.hold.head.role == "chair"
    return term and (presides or view.has("presidency", view.trigger.i - 1, view.trigger.i))


def absent(view: View) -> bool:
    """«لم تكن هناك زيارة»: there was none."""
    lo, at = max(view.sentence.first, view.trigger.i - _ABSENT), view.trigger.i
    return view.trigger.head.role in NOUNS and view.has("there", at - 1, at) and view.has("no", lo, at)


_ABSENT = 4
"""That there was none is said within so many words before."""


def prevented(view: View) -> bool:
    """«حال المرض دون قيام الوزير بزيارة»: it did not come about."""
    lo, at = max(view.clause[0], view.trigger.i - _PREVENTED), view.trigger.i
    k = next((k for k in range(at - 1, lo - 1, -1) if view.has("without", k, k + 1)), None)
    if k is None or view.trigger.head.role not in NOUNS:
        return False
    return k == at - 1 or view.has("making", k + 1, k + 2)


_PREVENTED = 6
"""Who was to make a visit stands between «دون قيام» and it."""


def of_a_text(view: View) -> bool:
    """«مذكرة تفاهم بشأن إجراء المشاورات السياسية»: a text has them in its name."""
    lo, at = max(view.sentence.first, view.trigger.i - _IN_A_NAME), view.trigger.i
    k = next((k for k in range(at - 1, lo - 1, -1) if view.has("texts", k, k + 1)), None)
    if k is None or not view.trigger.head.loose or view.trigger.head.role not in NOUNS:
        return False
    return view.has("topic", k, at) or view.trigger.term.taken.endswith(_LAM)


_LAM = "\N{ARABIC LETTER LAM}"
_IN_A_NAME = 5
"""What a text is about stands within so many words behind its noun."""


def with_the_press(view: View) -> bool:
    """«في لقاء مع قناة تلفزيونية»: an interview."""
    at = view.trigger.last
    return (
        view.trigger.head.role in NOUNS and view.has("with_one", at, at + 1) and view.has("press", at, at + 3)
    )


def of_the_asker(view: View) -> bool:
    """«التقت الصحيفة الوزير فكان هذا الحوار»: an interview tells how it came about."""
    ctx = view.ctx
    if ctx.article.kind != "interview" or view.trigger.head.role != "meet" or speaks_first(view):
        return False
    asked = next((s.first for s in ctx.sentences if s.block == "question"), 0)
    return view.trigger.i < asked and len(who_meets(view)) < _TWO


def among_others(view: View) -> bool:
    """«الحوار الأول بين الحضارات», where a dialogue of states was named before: one of other things."""
    if not (view.trigger.head.back and view.kind == "strategic_dialogue"):
        return False
    first, last = view.trigger.last, min(view.trigger.last + _BETWEEN, view.sentence.last)
    k = next((k for k in range(first, last) if view.has("bringing", k, k + 1)), None)
    if k is None or view.has("pair", k + 1, k + 2):
        return False
    behind = (view.ctx.article.mentions.parties, view.ctx.article.mentions.people)
    return not any(True for its in behind for _ in mentions_in(its, k + 1, k + _BETWEEN)) and not any(
        at in view.ctx.at.offices for at in range(k + 1, k + _BETWEEN)
    )


_BETWEEN = 3
"""Behind a dialogue and its number follows between whom it is."""


def phone_number(view: View) -> bool:
    """«هاتف» as a noun."""
    return view.trigger.head.role == "phone" and view.trigger.last not in view.ctx.starts


REFUSALS: tuple[Callable[[View], bool], ...] = (
    of_a_sight,
    generic,
    habitual,
    regular,
    negated,
    of_a_house,
    of_its_own,
    of_the_press,
    nobody,
    nowhere,
    going,
    at_its_seat,
    phone_number,
    denied,
    wished,
    crowd,
    in_office,
    in_sport,
    absent,
    prevented,
    of_a_text,
    with_the_press,
    of_the_asker,
    among_others,
    stark,
    without_partner,
    by_phone_alone,
    means_of_it,
    willing,
    before_court,
    supposed,
)
"""Each says True where a word is no sighting of an occasion."""
