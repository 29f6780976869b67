"""What a later thing does to an earlier one, told by what both are: an ordered list of rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mahdar.linking.follow_view import Thing

__all__ = ["ATTITUDES", "RULES", "Relation", "relation", "stands"]

ATTITUDES: Final = frozenset({"appreciate", "welcome", "support", "condemn", "concern", "oppose"})
"""Classes of acts towards somebody."""
_STANCES: Final = frozenset({"affirm", "commit", "hope", "support", "welcome", "call", "said"})
_ONCE: Final = frozenset({"discuss", "sign", "deed"})
"""Said or done again, these are another talk, another text, another deed."""
_SAME: Final = {"affirm": 0.2}
"""Views are many: of one class they need not be one."""
_OPEN: Final = frozenset({"to_be_signed", "proposed", "announced"})
_DONE: Final = frozenset({"signed", "in_force", "amended"})
_LOOKING: Final = frozenset({"commit", "announce", "hope"})
_ANSWERS: Final = frozenset({"commit", "announce", "deed", "sign"})
_TELLING: Final = frozenset({"affirm", "announce", "welcome", "appreciate", "said", "told"})
_STANDING: Final = frozenset({"commit", "announce", "hope", "sign", "deed"})


@dataclass(frozen=True, slots=True)
class Relation:
    """What a later thing does to an earlier one."""

    kind: str
    """One of `values.LINKS`."""
    ease: float
    """How readily it is believed: added to what the words say."""


def relation(later: Thing, earlier: Thing) -> Relation | None:
    """Return what the first rule that fits says; None where none does."""
    if later.numbers and earlier.numbers and not later.numbers & earlier.numbers:
        return None  # two resolutions, two years' plans
    if later.edition and earlier.edition and later.edition != earlier.edition:
        return None  # two sessions of one series: that the one is held is not that the other is
    return next((found for rule in RULES if (found := rule(later, earlier))), None)


def stands(thing: Thing) -> bool:
    """Say whether something is to come of a thing, or it is there to be taken up: no view, no talk."""
    return thing.type == "instrument" or thing.what in _STANDING or thing.what == "call"


def amended(later: Thing, earlier: Thing) -> Relation | None:
    """An instrument that is amended is the one of before."""
    text = earlier.type == "instrument" or earlier.what == "sign"
    changes = later.action == "amended" or (
        later.amends and (later.what == "sign" or later.type == "instrument")
    )
    return Relation("amends", 0.8) if text and changes else None


def concluded(later: Thing, earlier: Thing) -> Relation | None:
    """What was to be signed is signed, what was signed is in force."""
    if later.type != "instrument" or earlier.type != "instrument" or later.what != earlier.what:
        return None
    if earlier.action in _OPEN and later.action in _DONE:
        return Relation("fulfils", 0.6)
    return Relation(
        "fulfils" if (earlier.action, later.action) == ("signed", "in_force") else "restates", 0.4
    )


def put_off(later: Thing, earlier: Thing) -> Relation | None:
    """What was promised or announced is late, put off or given up: it is not carried out."""
    late = later.put_off and later.what != "commit"
    return Relation("follows_up", 0.4) if late and _is_open(earlier) else None


def begun(later: Thing, earlier: Thing) -> Relation | None:
    """A part of what was promised or announced is done: it is not carried out."""
    telling = later.what in _TELLING or later.what == "deed"
    return Relation("follows_up", 0.2) if later.begun and telling and _is_open(earlier) else None


def answered(later: Thing, earlier: Thing) -> Relation | None:
    """Who was called upon to do something binds itself to it or does it."""
    if earlier.what != "call" or later.what not in _ANSWERS or not later.doers & earlier.target:
        return None
    return Relation("follows_up", 0.4)


def in_force(later: Thing, earlier: Thing) -> Relation | None:
    """A text that was signed is at work now."""
    signed = earlier.what == "sign" or (earlier.type == "instrument" and earlier.action == "signed")
    return Relation("fulfils", 0.4) if later.in_force and later.type != "instrument" and signed else None


def done(later: Thing, earlier: Thing) -> Relation | None:
    """A deed, a signature or words that say so carry out what was promised, announced, hoped for, late."""
    acts = later.what in {"sign", "deed"} or (later.type == "instrument" and later.action in _DONE)
    acts = acts or (later.done and later.what in _TELLING)
    return Relation("fulfils", 0.2) if acts and (_is_open(earlier) or _is_unfinished(earlier)) else None


def _is_open(thing: Thing) -> bool:
    """Say whether something is still to come of a thing."""
    return thing.what in _LOOKING or (thing.type == "instrument" and thing.action in _OPEN)


def _is_unfinished(thing: Thing) -> bool:
    """Say whether a thing is told to be late, or done in part."""
    return (thing.put_off or thing.begun) and (thing.what in _TELLING or thing.what == "deed")


def same_attitude(later: Thing, earlier: Thing) -> Relation | None:
    """Thanks, worry, condemnation of the same by the same."""
    if later.what != earlier.what or later.what not in ATTITUDES or not later.doers & earlier.doers:
        return None
    return Relation("restates", 1.2 if later.target & earlier.target else 0.3)


def same_said(later: Thing, earlier: Thing) -> Relation | None:
    """The same kind of act by the same; talks aside, for they have agendas in common."""
    if later.type != "act" or later.what != earlier.what or later.what in _ONCE:
        return None
    return Relation("restates", _SAME.get(later.what, 0.6)) if later.doers & earlier.doers else None


def same_stance(later: Thing, earlier: Thing) -> Relation | None:
    """A position said again in another way; what is said of a promise takes it up."""
    if later.what not in _STANCES or earlier.what not in _STANCES or not later.doers & earlier.doers:
        return None
    promised = earlier.what == "commit" and later.what != "commit" and not later.again
    return Relation("follows_up" if promised else "restates", 0.2)


def taken_up(later: Thing, earlier: Thing) -> Relation | None:
    """Something is said or done about what stood before."""
    if later.what == earlier.what == "discuss" or later.what == earlier.what == "sign":
        return None
    there = stands(earlier) and earlier.what != "call"
    same = (later.doers | later.target) & (earlier.doers | earlier.target)
    return Relation("follows_up", (0.2 if there else -0.1) - (0.0 if same else 0.3))


Rule = Callable[[Thing, Thing], Relation | None]

RULES: tuple[Rule, ...] = (
    amended,
    concluded,
    in_force,
    put_off,
    begun,
    done,
    answered,
    same_attitude,
    same_said,
    same_stance,
    taken_up,
)
"""Order: what is most particular first."""
