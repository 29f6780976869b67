"""Where an occasion takes place, and who takes part with the host that the place makes."""

from __future__ import annotations

from mahdar.reading.clauses import mentions_in, named_in
from mahdar.reading.meetings_details import Where, destination, place_in
from mahdar.reading.meetings_kind import bracket_behind
from mahdar.reading.meetings_partakers import joined_by_another
from mahdar.reading.meetings_parties import who_meets
from mahdar.reading.meetings_sides import open_side
from mahdar.reading.meetings_view import NOUNS, VERBS, View
from mahdar.reading.meetings_visitors import visitors

__all__ = ["parties_of", "place_of", "stops_of", "the_country"]

_WAW = "\N{ARABIC LETTER WAW}"


def place_of(view: View) -> tuple[str | None, str | None]:
    """Return where it takes place: English name and state."""
    ctx, table, trigger = view.ctx, view.table, view.trigger
    lo, hi = _behind_that(view), _own_words(view)
    if view.kind == "call":
        return None, None
    if view.kind == "visit":
        return _destination(view) or (None, None)
    if view.kind == "summit" and (
        m := next((p for p in ctx.article.mentions.places if p.first == trigger.last), None)
    ):
        return m.name, m.party
    return (
        _hosted(view)
        or _host_before(view)
        or _named_after(view)
        or _in_brackets(view)
        or place_in(ctx, table, *view.resumed)
        or place_in(ctx, table, trigger.i, hi)
        or place_in(ctx, table, lo, trigger.i, nearest_last=True)
        or (None, None)
    )


def _named_after(view: View) -> Where | None:
    """Return the city that a meeting is called after («اجتماع بغداد»)."""
    ctx, table, at = view.ctx, view.table, view.trigger.last
    if view.trigger.head.role not in NOUNS or view.trigger.term.definite or view.trigger.term.pronoun:
        return None
    m = next(mentions_in(ctx.article.mentions.places, at, at + 1), None)
    if m is None or m.name in table.state_names or view.has("with_one", m.last, m.last + 1):
        return None
    return None if joined_by_another(view, m.last) else (m.name, m.party)


def _in_brackets(view: View) -> Where | None:
    """Return the place that brackets behind a round give («الدورة الخامسة (أثينا، 2017)»)."""
    if view.trigger.head.role != "container":
        return None
    k = bracket_behind(view.ctx, view.trigger)
    m = next(mentions_in(view.ctx.article.mentions.places, k, k + 1), None) if k is not None else None
    return (m.name, m.party) if m is not None else None


def _own_words(view: View) -> int:
    """Return where what is said of the occasion ends: a verb's before what is told of something else."""
    stop = view.topic
    if view.trigger.head.role not in VERBS:
        return stop
    ctx, relative = view.ctx, view.table.words["relative"]
    return next((k for k in range(view.trigger.last, stop) if ctx.folds[k] in relative), stop)


def _behind_that(view: View) -> int:
    """Return where the clause begins, or what is said in it: «قال … في جنيف إنها ستجري» places the saying."""
    that = view.ctx.acts.words["that"]
    lo, at = view.clause[0], view.trigger.i
    return max((k + 1 for k in range(lo, at) if view.ctx.folds[k] in that), default=lo)


def _destination(view: View) -> Where | None:
    """Return where a visit leads: to a place that is named, else to the country of whoever tells of it."""
    return _named_destination(view) or the_country(view)


def the_country(view: View) -> Where | None:
    """Return the state that «البلاد» behind a word for a visit means: the article's, else who receives."""
    ctx, at = view.ctx, view.trigger.last
    if view.has("his_country", at, at + 1):
        return _country_of_the_speaker(view)
    near = view.has("the_country", at, min(view.clause[1], at + _NEAR))
    if not (near or _led_to_country(view)):
        return None
    codes = (m.code for m in mentions_in(ctx.article.mentions.parties, view.sentence.first, view.trigger.i))
    code = ctx.home or next(codes, None)
    return (view.table.states[code], code) if code in view.table.states else None


def _country_of_the_speaker(view: View) -> Where | None:
    """Return the state of who says that another will visit «بلاده»."""
    that = _behind_that(view)
    codes = [c for _, c in named_in(view.ctx, view.sentence.first, that)] if that > view.clause[0] else []
    code = codes[0] if codes else None
    return (view.table.states[code], code) if code in view.table.states else None


def _led_to_country(view: View) -> bool:
    """Say whether a visit leads to «البلاد» behind the visitor's titles and name («زيارة … للبلاد»)."""
    ctx, at = view.ctx, view.trigger.last
    for k in range(at, min(view.clause[1], at + _FURTHER)):
        if ctx.words[k].gap and k > at:
            return False
        if view.has("the_country", k, k + 1):
            return ctx.folds[k][0] == _TO or ctx.folds[k - 1] in view.table.words["into"]
    return False


_NEAR, _FURTHER = 4, 16
"""«البلاد» stands within so many words behind a word for a visit; further where a preposition leads to it."""
_TO = "\N{ARABIC LETTER LAM}"


def _named_destination(view: View) -> Where | None:
    """Return the place that a visit leads to: behind its word, else before it («وصل إلى مسقط في زيارة»)."""
    ctx, table, at = view.ctx, view.table, view.trigger
    if at.head.role == "container":
        return _first_stop(view)
    if at.head.stays:
        return place_in(ctx, table, at.last, min(view.clause[1], at.last + 8))
    direct = at.head.role == "visit"
    each = at.last + 3 if view.has("each", at.last, at.last + 1) else at.last + 1
    near = None if direct or at.head.leaves else destination(ctx, table, at.last, each, direct=True)
    found = near or destination(ctx, table, at.last, min(view.clause[1], at.last + 24), direct=direct)
    if found is not None or direct:
        return found
    reached = view.hold is not None and view.hold.head.reaches and view.hold.i < at.i
    if reached and view.hold is not None:
        return destination(ctx, table, max(view.clause[0], view.hold.last), at.i, direct=True)
    lo = max(view.clause[0], at.i - 12)
    found = destination(ctx, table, lo, at.i, direct=False) or _where_he_was(view)
    arrival = next((k for k in range(at.i - 1, lo - 1, -1) if _arrives(view, k)), None)
    if found is not None or arrival is None:
        return found
    return destination(ctx, table, arrival + 1, arrival + 2, direct=True)


def _where_he_was(view: View) -> Where | None:
    """Return the place right before «حيث» that a visit is told behind («في نيودلهي، حيث كان في زيارة»)."""
    lo, at = max(view.sentence.first, view.trigger.i - _WHERE), view.trigger.i
    k = next((k for k in range(at - 1, lo - 1, -1) if view.has("whence", k, k + 1)), None)
    if k is None:
        return None
    return next(((m.name, m.party) for m in view.ctx.article.mentions.places if m.last == k), None)


_WHERE = 5
"""«حيث» stands within so many words before the visit."""


def _arrives(view: View, k: int) -> bool:
    """Say whether a word is a verb of going somewhere («سيصل الخرطوم … في زيارة»)."""
    return any(
        t.tense and view.table.heads[t.head].reaches for t in view.table.terms.get(view.ctx.folds[k], ())
    )


def _first_stop(view: View) -> Where | None:
    """Return where a tour leads first («جولة تشمل كينيا والهند», «جولة يستهلها في كينيا»)."""
    ctx, table, at = view.ctx, view.table, view.trigger.last
    told = next((k for k in range(at, view.sentence.last) if view.has("tour", k, k + 1)), at)
    return destination(ctx, table, told + 1, told + 4, direct=True) or place_in(
        ctx, table, told + 1, told + 4
    )


def _hosted(view: View) -> Where | None:
    """Return the place behind «استضافته», «شهدت»."""
    hold = view.hold
    if hold is None or not hold.head.hosts:
        before = (t for t in reversed(view.triggers) if view.clause[0] <= t.i < view.trigger.i)
        hold = next((t for t in before if t.head.role != "body"), None)
    if hold is None or not hold.head.hosts:
        return None
    behind = destination(view.ctx, view.table, hold.last, hold.last + 3, direct=True)
    led = hold.i < view.trigger.i
    return behind or (destination(view.ctx, view.table, view.clause[0], hold.i, direct=True) if led else None)


def parties_of(view: View, host: str | None) -> tuple[str, ...]:
    """Return the parties: for a visit the visitor's and the host's."""
    return tuple(c for c in _who(view, host) if c not in _FOUGHT)


_FOUGHT = frozenset({"ISIS", "AQ", "AQAP", "AQIM", "NUSRA", "JNIM", "SHABAAB", "BOKOHARAM"})
"""Groups that states fight and do not meet: named beside a meeting they are what it is about."""


def _who(view: View, host: str | None) -> tuple[str, ...]:
    """Return all who are named as taking part."""
    if view.kind != "visit":
        met = who_meets(view) or ((host,) if host and view.trigger.head.many else ())
        return _with_host(view, met, host)
    guests = visitors(view, host)
    if host in view.ctx.pair and not guests and open_side(view):
        return view.ctx.pair
    if host is None and len(guests) == 1 and guests[0] in view.ctx.pair and _destination(view) is None:
        return view.ctx.pair
    return tuple(sorted({c for c in (*guests, host, *_further_hosts(view, host)) if c}))


def stops_of(view: View, host: str | None) -> tuple[tuple[str, int, int], ...]:
    """Return the states that a visit leads to, in text order, with the words of their names; none for one."""
    further = _further_hosts(view, host) if view.kind == "visit" else []
    if not host or not further:
        return ()
    at = view.trigger.last
    mentions = mentions_in(view.ctx.article.mentions.parties, at, min(view.clause[1], at + 24))
    states = [host, *further]
    named = {m.code: (m.code, m.first, m.last) for m in reversed([*mentions]) if m.code in states}
    return tuple(named[code] for code in states if code in named)


def _further_hosts(view: View, host: str | None) -> list[str]:
    """Return the states that «و» joins to the first that a visit leads to («إلى الأردن والعراق»)."""
    ctx, at = view.ctx, view.trigger.last
    mentions = list(mentions_in(ctx.article.mentions.parties, at, min(view.clause[1], at + 24)))
    first = next((n for n, m in enumerate(mentions) if m.code == host and m.form in _NAMES), None)
    if host is None or first is None:
        return []
    found: list[str] = []
    last = mentions[first].last
    for m in mentions[first + 1 :]:
        joined = m.first == last and ctx.prefix(m).startswith(_WAW)
        joined = joined or (m.first - last <= _BESIDES and view.has("besides", last, m.first))
        if not joined or m.form not in _NAMES:
            break
        found.append(m.code)
        last = m.last
    return found


_BESIDES = 3
"""Words of «بالإضافة إلى» and their like."""
_NAMES = frozenset({"name", "weak"})
"""How a state is named that a visit leads to."""


def _with_host(view: View, met: tuple[str, ...], host: str | None) -> tuple[str, ...]:
    """Add the host to talks of which one side alone is named («يجري الوزير محادثات في أوسلو»)."""
    talks = view.trigger.head.loose and view.trigger.head.role == "noun"
    talks = talks or (
        view.trigger.head.role == "meet" and view.has("authorities", view.trigger.last, view.end)
    )
    if host is None or not talks or len(met) != 1 or open_side(view):
        return met
    return tuple(sorted({*met, host}))


def _host_before(view: View) -> Where | None:
    """Return the host that a noun of hosting names («استضافة الأردن … المؤتمر», «اختيار مصر لاستضافة»)."""
    ctx, table, at = view.ctx, view.table, view.trigger.i
    lo = max(view.clause[0], at - _HOSTING)
    k = next((k for k in range(lo, at) if ctx.folds[k] in table.words["hosting"]), None)
    if k is None:
        return None
    behind = destination(ctx, table, k + 1, k + 3, direct=True)
    return behind or destination(ctx, table, max(view.clause[0], k - 2), k, direct=True)


_HOSTING = 7
"""Host and day may stand between the noun of hosting and what is held."""
