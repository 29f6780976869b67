"""Whether an occasion was held or is to come: by its verb, by what stands before it, by its day."""

from __future__ import annotations

from datetime import date

from mahdar.reading.context import Context
from mahdar.reading.meetings_date import begins_later
from mahdar.reading.meetings_sight import Trigger
from mahdar.reading.meetings_view import NOUNS, VERBS, View, goes_on_unnamed

__all__ = ["accepted", "invited", "is_planned", "long_ago", "to_come"]


def to_come(view: View) -> bool:
    """Say whether verb or preparation put it in the future."""
    if _bygone(view):
        return False
    hosted = view.hold is not None and view.hold.head.hosts and view.hold.term.tense == "past"
    if (view.kind == "visit" and _journey_ahead(view)) or (_purposed(view) and not hosted) or invited(view):
        return True
    return not is_past(view) and (view.has("planned", *view.resumed) or _is_ahead(view))


def _is_ahead(view: View) -> bool:
    """Say whether what stands before puts it in the future: an intention, its eve, a word for what comes."""
    lo, at, hold = view.clause[0], view.trigger.i, view.hold
    prepared = view.trigger.term.taken.endswith(_LAM) and view.has("preparing", lo, at)
    if _is_meant(view) or prepared or (view.kind == "working_group" and view.has("forming", at - 1, at)):
        return True
    if view.before in view.table.words["put_off"] | view.table.words["will_be"] or (
        _during(view) and _told_ahead(view)
    ):
        return True
    joined = any(t.head.joins and lo <= t.i < at and _will_join(view, t) for t in view.triggers)
    if view.trigger.term.tense == "present" and view.has("when", at - 1, at):
        return any(_of_the_future(view, k) for k in range(view.sentence.first, at))
    eve = view.has("eve", max(lo, at - 1), at) and hold is not None and hold.term.tense == "present"
    if eve or joined or agreed_on(view):
        return True
    return _is_to_be_held(view) or any(_foretells(view, k) for k in range(max(lo, at - 8), at))


def _will_join(view: View, t: Trigger) -> bool:
    """Say whether somebody is to take part («سيشارك في», «من المنتظر أن يشارك في»)."""
    expected = t.term.tense == "present" and view.has("planned", max(view.clause[0], t.i - 2), t.i)
    return t.term.tense == "future" or expected


def _is_meant(view: View) -> bool:
    """Say whether a word for holding it stands behind one for calling for it, or for intending to."""
    lo, at = view.clause[0], view.trigger.i
    if not view.has("holding", max(lo, at - 2), at):
        return False
    if view.has("wishing", max(lo, at - _WISHED), at) and _to_be_done(view):
        return True
    agreed = view.has("upon", max(lo, at - 3), at)
    return view.has("intending", lo if agreed else max(lo, at - 8), at)


def _to_be_done(view: View) -> bool:
    """Say whether «إلى» or an attached ب leads to what somebody calls for («دعا إلى عقد», «طالب بعقد»)."""
    at = view.trigger.i
    held = view.ctx.folds[at - 1]
    return view.has("into", max(0, at - 3), at) or held.startswith(_BEH)


_BEH = "\N{ARABIC LETTER BEH}"
_WISHED = 8
"""Who calls for an occasion, and whom he calls upon, stand within so many words before it."""


def _during(view: View) -> bool:
    """Say whether something is told to happen during it («خلال زيارته», «بمناسبة انعقاد القمة»)."""
    at = view.trigger.i
    return view.has("along", at - 1 - view.has("holding", at - 1, at), at)


def _told_ahead(view: View) -> bool:
    """Say whether a verb in the future tells what is to happen during it («سيلتقي … خلال زيارته»).

    What is told in the past behind that verb is another matter («ستنفذ الاتفاقات التي وقعها خلال …»), and
    behind a comma stands when something was said («أعلن أن بلاده ستبدأ …، خلال لقاء مع نظيره»).
    """
    ctx, at = view.ctx, view.trigger.i - 1
    k = next((k for k in range(at - 1, view.clause[0] - 1, -1) if _of_the_future(view, k)), None)
    if k is None or view.has("relative", k, at) or any(ctx.comma(j) for j in range(k + 1, at + 1)):
        return False
    told = (c.form for j in range(k + 1, at) if not ctx.covered[j] for c in ctx.candidates[j])
    return not any(form.tense == "past" or form.kind == "participle" for form in told)


def _of_the_future(view: View, k: int) -> bool:
    """Say whether a word is a verb in the future, of an occasion or of an act."""
    terms, heads = view.table.terms, view.table.heads
    if any(t.tense == "future" and not heads[t.head].begins for t in terms.get(view.ctx.folds[k], ())):
        return True
    return any(c.future for c in view.ctx.candidates[k])


def _bygone(view: View) -> bool:
    """Say whether its own words put it in the past («قبيل توجهه إلى … في فبراير الماضي»)."""
    last = min(view.clause[1], view.trigger.last + _SPOKEN)
    return view.has("bygone", view.trigger.last, last) and not view.has("planned", view.trigger.last, last)


def _journey_ahead(view: View) -> bool:
    """Say whether a tour, or a verb of going, tells of a journey to come."""
    if view.trigger.head.role == "container":
        return view.has("tour_ahead", view.trigger.last, view.trigger.last + 6)
    if _sets_out_today(view):
        return True
    next_stop = view.has("next_stop", view.trigger.last, view.trigger.last + 2)
    if (view.trigger.head.reaches and _beforehand(view) and not _goes_on_from(view)) or (
        next_stop and view.trigger.term.tense == "present"
    ):
        return True
    return view.trigger.term.tense == "present" and _after_what_is_to_come(view)


def _goes_on_from(view: View) -> bool:
    """Say whether somebody went on from where he had met others («واجتمع في … قبل أن ينتقل إلى …»)."""
    return any(
        t.term.tense == "past" and t.head.role in VERBS and t.head.role != "discuss" and t.i < view.trigger.i
        for t in view.triggers
    )


def _sets_out_today(view: View) -> bool:
    """Say whether a present tells who leaves today («ويتوجه الوزير اليوم إلى نيروبي»)."""
    going = view.trigger if view.trigger.head.leaves else view.hold
    if going is None or not going.head.leaves or going.term.tense != "present":
        return False
    return view.has("today", going.last, max(view.end, view.trigger.i))


def _after_what_is_to_come(view: View) -> bool:
    """Say whether a verb goes on with a journey told in the future («سيحط في …، ثم يزور»)."""
    terms, folds = view.table.terms, view.ctx.folds
    before = range(view.sentence.first, view.trigger.i)
    return goes_on_unnamed(view) and any(t.tense == "future" for k in before for t in terms.get(folds[k], ()))


def _beforehand(view: View) -> bool:
    """Say whether somebody speaks or acts before going somewhere («قبل مغادرته إلى», «قبل أن يتوجه»)."""
    lo = max(view.sentence.first, view.trigger.i - 2)
    return view.has("beforehand", lo, view.trigger.i)


def _is_to_be_held(view: View) -> bool:
    """Say whether the verb of holding, or what stands before it, is of the future."""
    hold, at = view.hold, view.trigger.i
    if hold is None:
        return False
    before = view.ctx.folds[max(hold.i - 1, 0)] in view.table.words["planned"]
    if hold.term.tense == "future" or before or _wanted(view, hold.i):
        return True
    if hold.head.includes and hold.term.tense == "present":
        return True
    if hold.term.tense == "present" and hold.i < at:
        words = "planned" if hold.head.hosts else "to_be_then"
        return view.has(words, hold.last, at)
    return at < hold.i < at + _SPOKEN and view.has("planned", at, hold.i + 1)


def long_ago(view: View, day: str | None) -> bool:
    """Say whether the date of an occasion lies well before the article's own day."""
    now = view.ctx.day
    if not (day and now) or len(str(now)) < _DAY:
        return False
    if len(str(day)) < _DAY:
        return str(day) < str(now)[: len(str(day))]
    return (date.fromisoformat(str(now)) - date.fromisoformat(str(day))).days > _RECENT


_DAY = len("2024-03-05")
_RECENT = 14
"""Within so many days a report is still about what happened."""


def is_planned(view: View, day: str | None) -> bool:
    """Say whether the words of an occasion, or its date, put it in the future."""
    now = view.ctx.day
    if is_past(view) or view.before in view.table.words["afterwards"]:
        return False
    if view.trigger.head.role in NOUNS and view.has("will_treat", view.end, view.end + 1):
        return True
    if now and len(str(day or "")) < _DAY and begins_later(view, now):
        return True
    if day and now:
        return str(day) > now if len(str(day)) >= len(now) else str(day) > now[: len(str(day))]
    return view.has("planned", view.trigger.i, view.end)


def agreed_on(view: View) -> bool:
    """Say whether a verb tells that it was agreed on, and not that it was held («جرى الاتفاق على عقد …»)."""
    hold = view.hold
    agreed = (
        hold is not None and hold.i < view.trigger.i and view.has("agreement_on", hold.last, hold.last + 1)
    )
    return agreed and hold is not None and view.has("upon", hold.last + 1, hold.last + 2)


def is_past(view: View) -> bool:
    """Say whether the verb says that it took place («كانت قد عقدت», «التقى»)."""
    hold = view.hold
    if hold is None or hold.term.tense != "past" or _wanted(view, hold.i) or agreed_on(view):
        return False
    before = view.ctx.folds[max(hold.i - 1, 0)]
    lo = max(view.clause[0], hold.i - _SPOKEN)
    nominal = view.has("planned", lo, hold.i) or before in view.ctx.acts.words["detached"]
    nominal = nominal or (
        not hold.term.taken and hold.term.number == "s" and view.has("intending", lo, hold.i)
    )
    return not nominal


def _foretells(view: View, k: int) -> bool:
    """Say whether a word before puts it in the future; an adjective («المقبل») tells of another noun."""
    ctx, fold = view.ctx, view.ctx.folds[k]
    if fold not in view.table.words["planned"] or not _free(ctx, k):
        return False
    if fold.startswith(_ARTICLE) and ctx.folds[k - 1] not in view.table.words["from"]:
        return False
    return not any(ctx.comma(j) for j in range(k + 1, view.trigger.i + 1))


def _purposed(view: View) -> bool:
    """Say whether a noun of holding is a purpose («لاستضافة الدورة»)."""
    at = view.trigger.i
    return view.has("purpose", max(view.clause[0], at - 3), at)


def invited(view: View) -> bool:
    """Say whether somebody is invited to a visit («دعوة … لزيارة», «دعوة … للقيام بزيارة»)."""
    at = view.trigger.i
    words = view.table.words
    leads = view.trigger.term.taken.endswith(_LAM) or view.before in words["into"] | words["to_make"]
    return view.kind == "visit" and leads and view.has("inviting", max(view.sentence.first, at - _CALLED), at)


def accepted(view: View) -> bool:
    """Say whether the invitation was taken up («دعوة لزيارة نيروبي قبلها بامتنان»)."""
    last = min(view.sentence.last, view.trigger.last + _TAKEN_UP)
    return view.kind == "visit" and view.has("accepting", view.trigger.last, last)


_TAKEN_UP = 12
"""That an invitation is accepted is told within so many words behind the visit."""
_CALLED = 14
"""Who invites and who is invited may stand between the invitation and the visit."""


_LAM = "\N{ARABIC LETTER LAM}"


_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


_SPOKEN = 12
"""What is still to come may be said between a noun and its verb («… التي كان مقررا أن تعقد»)."""


def _wanted(view: View, k: int) -> bool:
    """Say whether a verb stands behind «أن», and not behind «قبل أن», «بعد أن»."""
    words = view.ctx.acts.words
    if k <= view.sentence.first or view.ctx.folds[k - 1] not in words["subjunctive"]:
        return False
    if view.has("bygone_that", max(view.sentence.first, k - 5), k - 1):
        return False
    if view.has("when", k - 1, k) and view.hold is not None and view.hold.term.tense == "past":
        return False
    return not view.has("frame", max(view.sentence.first, k - 2), k - 1)


def _free(ctx: Context, k: int) -> bool:
    """Say whether a word is no part of a name or title."""
    return not ctx.covered[k]
