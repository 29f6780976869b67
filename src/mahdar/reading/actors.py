"""Who stands at a word: a run of names, offices, parties and role words read as one actor.

«وزير الخارجية القطري محمد بن عبدالرحمن، ووزير الخارجية الأمريكي» is one actor of two parties; «المسؤولون في
البلدين» is the pair; «ممثلون من كندا والمكسيك» two parties. A run ends at the first word that is none of
these, so a verb's object («أكد أهمية …») is never read as its subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mahdar.language.clitics import bare, readings, slot
from mahdar.lexicon.roles import Role
from mahdar.model.mentions import OfficeMention, PartyMention
from mahdar.model.units import PartyCode
from mahdar.reading.article import Named
from mahdar.reading.nouns import is_government, next_is_party, rest_of_noun
from mahdar.reading.styles import is_style, is_title, joined_honorific, represented, shortened, words_aside

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["Actor", "actor_at"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts."""

    parties: tuple[PartyCode, ...] = ()
    """Order: alphabetical. Empty where a role word still has to be resolved."""
    people: tuple[str, ...] = ()
    """Latin names, in text order."""
    roles: tuple[Role, ...] = ()
    first: int = -1
    last: int = -1
    """Word indexes of the run, `last` exclusive; -1 for an actor that is not written here."""
    titled: bool = False
    """True where a title or a role word for one person stands in it («الوزير الألماني»)."""
    plural: bool = False
    """True for several people or a noun in the plural («المسؤولون»)."""
    private: bool = False
    """True for one who acts for no state: out of office («الأسبق»), of the opposition, a local source."""

    @property
    def speaker(self) -> str | None:
        """The one named person who acts; None for none or several."""
        return self.people[0] if len(self.people) == 1 and len(set(self.parties)) <= 1 else None


@dataclass(slots=True)
class _Run:
    """A run being read."""

    parties: list[PartyCode]
    people: list[str]
    roles: list[Role]
    at: int
    last: str = ""
    """What the run took last: `person`, `office`, `party` or `role`."""
    titled: bool = False
    """True behind a title or a role word, whose party a preposition may lead to («بدولة قطر»)."""
    settled: bool = False
    """True where the last title or role word has its party: the next behind a preposition is an object."""
    open: bool = True
    """True while a noun waits for the party that completes it («المسؤولون … القطريون»)."""


def actor_at(ctx: Context, start: int, stop: int) -> Actor | None:
    """Read the actor that begins at a word.

    Args:
        ctx: the article.
        start: where it must begin; adverbs and honorifics before it are passed over.
        stop: no further than this word.

    Returns:
        None where the word begins no actor.
    """
    known = ctx.actors
    if (start, stop) not in known:
        known[start, stop] = _read(ctx, start, stop)
    return known[start, stop]


def _read(ctx: Context, start: int, stop: int) -> Actor | None:
    """Read the actor that begins at a word."""
    run = _Run([], [], [], start)
    begun = -1
    while run.at < stop:
        before = run.at
        if begun >= 0 and not _continues(ctx, run):
            break
        if _named(ctx, run) or _role(ctx, run):
            begun = before if begun < 0 else begun
        elif not _passed(ctx, run, begun >= 0):
            break
    if begun < 0:
        return None
    end = _end(ctx, run, begun)
    return _actor(ctx, run, begun, end)


def _end(ctx: Context, run: _Run, begun: int) -> int:
    """Return one past the last word that belongs to the actor."""
    at = run.at
    while at > begun + 1 and ctx.folds[at - 1] in ctx.acts.words["adverb"]:
        at -= 1
    return at


def _actor(ctx: Context, run: _Run, begun: int, end: int) -> Actor:
    """Make an actor of a finished run."""
    plural = len(set(run.people)) > 1 or any(r.number != "s" for r in run.roles)
    titled = any(r.refers in {"person", "source", "official"} for r in run.roles) or any(
        k in ctx.at.offices for k in range(begun, end)
    )
    parties, people = tuple(sorted(set(run.parties))), tuple(dict.fromkeys(run.people))
    private = any(w in ctx.acts.words["former"] for w in ctx.folds[begun : end + 1])
    if ctx.states.issuperset(parties):
        # Only inside the run: behind it the opposition is an object («ودعت روسيا المعارضة إلى …»).
        private = private or any(w in ctx.acts.words["unofficial"] for w in ctx.folds[begun:end])
    return Actor(() if private else parties, people, tuple(run.roles), begun, end, titled, plural, private)


def _continues(ctx: Context, run: _Run) -> bool:
    """Say whether the run may go on over what stands before its next word."""
    gap = ctx.words[run.at].gap
    if shortened(ctx, run.at):
        return True
    if run.last == "role" and is_style(ctx, run.at - 1) and ctx.folds[run.at][0] not in ctx.conjunctions:
        return False  # «وأطلع سموه معالي الوزير على …»
    if not gap or set(gap) <= _LIGHT or (ctx.folds[run.at - 1] in slot("conjunction") and ":" not in gap):
        return True
    if not ctx.comma(run.at) or set(gap) - _LIGHT - _COMMAS:
        return False
    named = _mention(ctx, run.at)
    if named is None:
        return joined_honorific(ctx, run.at)
    conjunction = ctx.prefix(named)[:1] in slot("conjunction") and ctx.prefix(named) != ""
    return conjunction or (bool(run.people) and run.at in ctx.at.offices) or run.at in ctx.at.people


_LIGHT = frozenset("()[]-–—/")
_COMMAS = frozenset(",\N{ARABIC COMMA}")


def _mention(ctx: Context, i: int) -> Named | None:
    """Return the mention that begins at a word: a person before an office before a party."""
    return ctx.at.people.get(i) or ctx.at.offices.get(i) or ctx.at.parties.get(i)


def _named(ctx: Context, run: _Run) -> bool:
    """Take a person, office or party that begins here."""
    i = run.at
    found = _mention(ctx, i)
    if found is None or not _fits(ctx, run, found) or _mere_role(ctx, i) or not _may_follow(ctx, run, found):
        return False
    if i in ctx.at.people:
        person = ctx.at.people[i]
        run.people += [] if _of_unnamed(run) else [person.name]
        party = ctx.party_of(person.name) or person.party
        run.parties += [party] if party else []
        run.settled = run.settled or party is not None
    elif i in ctx.at.offices:
        _office(run, ctx.at.offices[i])
        run.settled = ctx.at.offices[i].party is not None
    elif ctx.at.parties[i].form == "demonym" and not (run.parties or run.roles):
        return False
    elif not _describes_body(ctx, run, i):
        run.parties.append(ctx.at.parties[i].code)
        run.settled = True
    run.last = _kind(ctx, i)
    run.titled = i in ctx.at.offices and i not in ctx.at.people
    run.at = max(found.last, i + 1)
    run.open = False
    return True


def _describes_body(ctx: Context, run: _Run, i: int) -> bool:
    """Say whether a nationality only describes the body before it («حركة … الفلسطينية»)."""
    body = run.last == "party" and run.parties[-1] not in ctx.states
    return body and ctx.at.parties[i].form == "demonym" and not ctx.prefix(ctx.at.parties[i])


def _kind(ctx: Context, i: int) -> str:
    """Return what begins at a word."""
    return "person" if i in ctx.at.people else ("office" if i in ctx.at.offices else "party")


def _may_follow(ctx: Context, run: _Run, found: Named) -> bool:
    """Say whether a mention goes on with the run: joined, or completing a title, a role or a name."""
    if ctx.prefix(found)[:1] in slot("conjunction") and ctx.prefix(found):
        return True
    if run.last == "role" and run.roles[-1].refers == "body":
        return False
    if run.last and ctx.folds[found.first] in ctx.acts.words["counterpart"]:
        return False
    if run.last in {"", "role", "office"}:
        return not _complete(ctx, run, found)
    if run.last == "person":
        return _own_title(ctx, run, found)
    demonym = isinstance(found, PartyMention) and found.form == "demonym"
    return demonym or (run.last == "party" and found.first in ctx.at.people and _held_by(ctx, run, found))


def _held_by(ctx: Context, run: _Run, found: Named) -> bool:
    """Say whether a name behind a party's is its official's."""
    if _of_several(ctx, run):
        return ctx.at.people[found.first].party in {None, run.parties[-1]}
    return not run.people and _led_to_party(ctx, run, found.first)


def _of_several(ctx: Context, run: _Run) -> bool:
    """Say whether a name may stand behind a nationality, one of two («الرئيسان التركي فلان والروسي فلان»)."""
    return any(r.number == "d" for r in run.roles) or ctx.folds[run.at - 1][0] in ctx.conjunctions


def _led_to_party(ctx: Context, run: _Run, k: int) -> bool:
    """Say whether a title's party stands with its preposition before a name («الأمين العام للحلف فلان»)."""
    party = ctx.at.parties.get(k - 1)
    if party is None or not ctx.prefix(party) or not run.parties:
        return False
    own = ctx.party_of(ctx.at.people[k].name) or ctx.at.people[k].party
    return own in {None, run.parties[-1]}


def _complete(ctx: Context, run: _Run, found: Named) -> bool:
    """Say whether a bare party is an object: the noun before it is complete («وطالب الوزيران ليبيا»)."""
    if isinstance(found, OfficeMention) and run.last == "role" and run.roles[-1].refers in _ONE:
        return found.party is not None
    if isinstance(found, OfficeMention) and run.last == "office":
        return found.party is not None and bool(run.parties) and found.party not in run.parties
    if _kind(ctx, found.first) != "party" or not isinstance(found, PartyMention) or found.form == "demonym":
        return False
    if ctx.prefix(found):
        return False
    if run.last == "office":
        return bool(run.parties)
    return (
        run.last == "role"
        and run.roles[-1].refers != "people"
        and bare(ctx.folds[run.at - 1]) != ctx.folds[run.at - 1]
    )


_ONE = frozenset({"person", "organ"})
"""Role words behind which another's title is an object («واستدعت الخارجية السفير الكندي»)."""


def _own_title(ctx: Context, run: _Run, found: Named) -> bool:
    """Say whether what stands behind a name is that person's own title; not where his source speaks."""
    if not run.people or _kind(ctx, found.first) != "office" or not isinstance(found, OfficeMention):
        return False
    his = found.name in {None, run.people[-1]}
    return his and (found.party is None or found.party in run.parties or not run.parties)


def _mere_role(ctx: Context, i: int) -> bool:
    """Say whether a title is a bare role word («معاليه», «الوزير») that points at whoever was spoken of.

    A title that two hold («وزيرا الخارجية») points at both sides.
    """
    office = ctx.at.offices.get(i)
    end = ctx.role_at.get(i, -1)
    if i in ctx.at.people or office is None or end < office.last:
        return False
    return end == office.last == i + 1 or _of_two(ctx, i)


def _of_two(ctx: Context, i: int) -> bool:
    """Say whether a role word means two, but no two offices of one side («وزيرا الدفاع والمالية»)."""
    end = ctx.role_at[i]
    behind = ctx.folds[end] if end < len(ctx.folds) else ""
    if behind[:1] in ctx.conjunctions and bare(behind[1:]) != behind[1:]:
        return False
    hits = (ctx.roles.roles.at(ctx.folds, i, rest) for _, rest in readings(ctx.folds[i]))
    return any(hit is not None and hit[1].number == "d" for hit in hits)


def _of_unnamed(run: _Run) -> bool:
    """Say whether a name only tells whose source or office speaks («مصادر في مكتب الرئيس فلان»)."""
    return bool(run.roles) and run.roles[-1].refers == "people" and run.roles[-1].number == "p"


def _office(run: _Run, office: OfficeMention) -> None:
    """Take an office: its party and holder, or a role still to be resolved where the text names neither."""
    run.parties += [office.party] if office.party else []
    run.people += [office.name] if office.name and not _of_unnamed(run) else []
    if not office.party and not office.name:
        run.roles.append(_SOMEBODY)


_SOMEBODY = Role("office", "person", "s")


def _fits(ctx: Context, run: _Run, found: Named) -> bool:
    """Say whether a mention can go on with the run, by the particle attached to it."""
    preposition = ctx.prefix(found).lstrip("".join(slot("conjunction")))
    if not preposition:
        return True
    heard = isinstance(found, PartyMention) and found.code in ctx.press
    if not run.titled or run.settled or heard:
        return False  # «صرح الوزير لوكالة …»: whom he told
    if run.last == "role" and run.roles[-1].refers == "person" and is_government(ctx, found):
        return False  # «أهاب السفير بالسلطات …»
    return preposition[0] in slot("preposition")[:2]


def _role(ctx: Context, run: _Run) -> bool:
    """Take a role word that begins here."""
    for taken, rest in readings(ctx.folds[run.at]):
        hit = ctx.roles.roles.at(ctx.folds, run.at, rest)
        if hit is None:
            continue
        if taken.lstrip("".join(slot("conjunction"))) and not run.roles:
            return False
        length, role = hit
        joined = taken[:1] in slot("conjunction")
        if not joined and _stands_apart(ctx, run, role):
            return False
        run.roles.append(role)
        run.titled, run.settled, run.last = True, False, "role"
        run.at += length
        run.open = True
        return True
    return False


def _stands_apart(ctx: Context, run: _Run, role: Role) -> bool:
    """Say whether a role word that nothing joins is no part of the run."""
    behind_definite = run.at > 0 and bare(before := ctx.folds[run.at - 1]) != before
    if run.roles and "body" in (role.refers, run.roles[-1].refers):
        return True
    if role.id == _LATTER and run.at not in ctx.role_at:
        return True
    # «وحث الوزيران جميع الأطراف»: an object; only what has no article governs the next
    return run.last not in {"", "role"} or (run.last == "role" and behind_definite)


_LATTER = "ar.role.latter"


def _passed(ctx: Context, run: _Run, started: bool) -> bool:
    """Pass over an honorific, «الضيف», an adverb, or the preposition that leads to a noun's party."""
    word = ctx.folds[run.at]
    visiting = started and word in ctx.acts.words["visiting"]
    if visiting or (run.last == "office" and word in ctx.acts.words["former"]):
        run.at += 1
        return True
    if not started and word in ctx.acts.words["quantifier"] and run.at + 1 in ctx.starts:
        run.at += 1
        return True
    rest = word[1:] if started and word[0] in slot("conjunction") else word
    if (
        started
        and rest == word
        and not _joined_before(ctx, run)
        and run.at in ctx.at.offices
        and ctx.at.offices[run.at].party not in run.parties
    ):
        return False
    if started and word in slot("conjunction") and _mention(ctx, run.at + 1) is not None:
        # A conjunction written apart («الوزير و المبعوث») joins as one written on does.
        run.last, run.at = "", run.at + 1
        return True
    if started and rest != word and is_title(ctx, run.at, rest):
        run.last = ""
    if not started and word in ctx.acts.words["these"] and run.at + 1 in ctx.role_at:
        run.at += 1
        return True
    ahead = words_aside(ctx, run.at, rest) or _to_party(ctx, run, word)
    ahead = ahead or int(run.last == "role" and word in ctx.acts.words["in_his_name"])
    ahead = ahead or int(_ranked(ctx, run, word))
    ahead = ahead or int(run.last == "office" and word in ctx.acts.words["acting"])
    ahead = ahead or (represented(ctx, run.at) if started else 0)
    run.at += ahead
    return ahead > 0


def _ranked(ctx: Context, run: _Run, word: str) -> bool:
    """Say whether a word tells an official's rank behind his nationality («مصدر مصري مطلع»)."""
    nameless = bool(run.roles) and run.roles[-1].refers in {"official", "source", "people"} and not run.people
    return nameless and run.last == "party" and word in ctx.acts.words["of_rank"]


def _joined_before(ctx: Context, run: _Run) -> bool:
    """Say whether a joined honorific led here («، ومعالي السفير …»)."""
    word = ctx.folds[run.at - 1]
    return word[0] in ctx.conjunctions and word[1:] in ctx.roles.honorifics


def _to_party(ctx: Context, run: _Run, word: str) -> int:
    """Return how many words lead from a noun of people to its party; 0 where none do."""
    if not (run.open and run.roles) or run.roles[-1].refers == "body":
        return 0
    if word in ctx.acts.words["linking"] and next_is_party(ctx, run.at + 1):
        return int(run.roles[-1].refers != "parties" or not ctx.is_capital(run.at + 1))
    return rest_of_noun(ctx, run.at) if run.roles[-1].refers == "people" else 0
