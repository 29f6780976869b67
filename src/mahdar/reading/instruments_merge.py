"""Sightings of instruments → instruments: one for each, with the strongest thing done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.reading.instruments_action import stronger
from mahdar.reading.instruments_sight import Naming

__all__ = ["Seen", "Text", "group_of", "merge"]

_GROUPS = {"moc": "mou", "amendment": "agreement", "understanding": "agreement"}
_TAKEN_UP = {
    "ar.instrument.agreement": frozenset({"agreement", "contract", "mou"}),
    "ar.instrument.accord": frozenset({"agreement", "contract", "mou"}),
    "ar.instrument.deal": frozenset({"agreement", "contract"}),
    "ar.instrument.memorandum": frozenset({"mou"}),
}
"""Head → groups that its definite form can take up."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A naming with what is said there."""

    naming: Naming
    kind: str
    action: str
    parties: tuple[str, ...]
    named: bool
    """True where the phrase itself names two parties."""
    explicit: bool
    """True where the words beside it name the parties."""
    date: str | None
    number: str | None
    """A resolution's number."""
    known: str
    """Id of the instrument that it is known to be, or nothing."""
    opens: bool
    spans: tuple[tuple[int, int], ...]
    """Word ranges of the evidence."""


@dataclass(slots=True)
class Text:
    """An instrument while it is put together."""

    kind: str
    seen: list[Seen]
    action: str
    parties: tuple[str, ...]
    explicit: bool
    date: str | None
    core: frozenset[str]

    @classmethod
    def of(cls, s: Seen) -> Text:
        """Open an instrument at a naming."""
        return cls(s.kind, [s], s.action, s.parties, s.explicit, s.date, s.naming.core)

    def add(self, s: Seen) -> None:
        """Take a naming in: the strongest action and the finest date stay."""
        self._take_parties(s)
        self.seen.append(s)
        risen = stronger(self.action, s.action) != self.action
        self.date = (s.date or self.date) if risen else (self.date or s.date)
        self.action = stronger(self.action, s.action)
        self.core |= s.naming.core
        if s.kind in {"amendment", "moc"}:
            self.kind = s.kind
        if self.kind == "amendment" and self.action == "signed":
            self.action = "amended"

    def _take_parties(self, s: Seen) -> None:
        """Take over whose it is from words that say so: from who signs before who announces."""
        if any(x.known for x in self.seen):
            return
        if s.naming.back and not s.named and self.kind == "joint_statement" and len(self.parties) > 1:
            return
        if s.known or (s.named and not any(x.named for x in self.seen)):
            self.parties, self.explicit = s.parties, s.explicit
            return
        signs = self.action == "announced" and s.action in {"signed", "to_be_signed"}
        says = bool(s.parties) and s.explicit and (not self.explicit or signs)
        if says or not self.parties:
            self.parties, self.explicit = s.parties, s.explicit

    @property
    def group(self) -> str:
        """Kinds that can be one instrument share a group."""
        return _GROUPS.get(self.kind, self.kind)

    @property
    def best(self) -> Seen:
        """The naming that says most: the first that opens with the most said, else the first."""
        return max(self.seen, key=lambda s: (s.opens, min(len(s.naming.core), 2), -s.naming.i))


def merge(found: Sequence[Seen]) -> list[Text]:
    """Put the namings of one article together. Order: by first naming."""
    texts: list[Text] = []
    waiting: list[Seen] = []
    for s in found:
        known = _known(texts, s)
        if known is not None:
            known.add(s)
        elif s.opens and (not s.naming.back or s.action != "referenced" or s.naming.head.opens == "always"):
            texts.append(Text.of(s))
        elif not s.naming.back:
            waiting.append(s)
    for s in waiting:
        known = next((t for t in texts if t.group == group_of(s) and t.core & s.naming.core), None)
        if known is not None:
            known.add(s)
    return texts


def group_of(s: Seen) -> str:
    """Return the group of a naming's kind: kinds of one group can be one instrument."""
    return _GROUPS.get(s.kind, s.kind)


def _known(texts: list[Text], s: Seen) -> Text | None:
    """Return the instrument that a naming speaks of: the one known alike, else the newest that fits."""
    if s.known and s.kind not in _BODIES:
        known = next((t for t in texts if any(x.known == s.known for x in t.seen)), None)
        if known is not None:
            return known
    if s.naming.back and not (s.named and s.opens):
        groups = _TAKEN_UP.get(s.naming.head.id, frozenset({group_of(s)}))
        fits = [t for t in texts if t.group in groups and _plural(t.seen[0]) == s.naming.term.plural]
        fits = [t for t in fits if not _of_others(t, s) and not _signed_before(t, s)]
        same = [t for t in fits if any(x.naming.head.id == s.naming.head.id for x in t.seen)]
        fits = same or fits
        return fits[-1] if fits else None
    rule = _RULES.get(s.kind, same_topic)
    fits = [t for t in reversed(texts) if t.group == group_of(s) and rule(t, s)]
    named_so = (t for t in fits if _overlap(t.core, s.naming.core))
    return next(named_so, fits[0] if fits else None)


def _of_others(t: Text, s: Seen) -> bool:
    """Say whether the words beside a naming tell of two makers that another instrument does not have.

    One known by name has them all, also where a group stands for them («وقعت روسيا والصين على الاتفاق»).
    """
    if any(x.known for x in t.seen):
        return False
    return s.explicit and t.explicit and len(s.parties) > 1 and not set(t.parties) & set(s.parties)


def _signed_before(t: Text, s: Seen) -> bool:
    """Say whether a naming tells its own day («الاتفاق الموقع سنة 2011»), and another is signed now."""
    n = s.naming
    own = bool(s.date) and s.action == "signed" and n.has("made_by", n.last, n.last + 1)
    return own and t.action in {"signed", "to_be_signed", "proposed"} and not _same_day(t.date, s.date)


def _same_day(a: str | None, b: str | None) -> bool:
    """Say whether two days can be one: one tells more of it than the other."""
    return bool(a and b) and (str(a).startswith(str(b)) or str(b).startswith(str(a)))


def _plural(s: Seen) -> bool:
    """Say whether a naming is of several."""
    return s.naming.term.plural


def same_number(t: Text, s: Seen) -> bool:
    """A resolution is its number."""
    return any(x.number == s.number for x in t.seen)


def same_statement(t: Text, s: Seen) -> bool:
    """One joint statement an article, unless day, parties or a name of its own tell two apart."""
    declared = {x.naming.head.id.endswith("declaration") for x in (*t.seen, s)}
    if len(declared) > 1 or (True in declared and not t.core & s.naming.core):
        return False
    if t.date and s.date and not (t.date.startswith(s.date) or s.date.startswith(t.date)):
        return False
    return not (t.explicit and s.explicit) or bool(set(t.parties) & set(s.parties))


def same_order(t: Text, s: Seen) -> bool:
    """One order an article, unless days tell two apart."""
    return not (t.date and s.date) or t.date == s.date


def same_topic(t: Text, s: Seen) -> bool:
    """The words behind the noun are the same; where one says nothing, its parties are."""
    if _plural(t.seen[0]) != s.naming.term.plural or t.seen[0].naming.ordinal != s.naming.ordinal:
        return False
    alike = t.seen[0].naming.head.id == s.naming.head.id
    if s.naming.vague or s.naming.ordinal or (alike and (s.naming.head.party or _as_many(t, s))):
        return alike
    if s.known or any(x.known for x in t.seen):
        return _is_known(t, s)
    return not _apart(t, s) and _told_alike(t, s, alike=alike)


def _told_alike(t: Text, s: Seen, *, alike: bool) -> bool:
    """Say whether two that nothing tells apart are told by the same day, words or makers."""
    if s.naming.term.definite and not s.naming.core:
        return alike and (not s.parties or bool(set(t.parties) & set(s.parties)))
    if t.date and s.date and (_is_only_day(s) or _is_only_day(t.seen[0])):
        return True  # their days are one, or they would be apart
    return _same_words(t, s) if t.core and s.naming.core else _same_makers(t, s)


def _is_only_day(s: Seen) -> bool:
    """Say whether nothing but its day or year tells which it is («اتفاق 12 آذار 2004»)."""
    return s.naming.day is not None and all(w.isdigit() for w in s.naming.core)


def _as_many(t: Text, s: Seen) -> bool:
    """Say whether both count as many («ست اتفاقيات» in the title and in the text)."""
    return s.naming.number is not None and s.naming.number == t.seen[0].naming.number


def _same_words(t: Text, s: Seen) -> bool:
    """Say whether both names share their words, or a definite one those told behind the other."""
    mine, theirs = t.core, s.naming.core
    told = bool(mine & s.naming.wide or theirs & t.seen[0].naming.wide)
    return _overlap(mine, theirs) or (_near(t, s) and told)


def _same_makers(t: Text, s: Seen) -> bool:
    """Say whether the makers are the same, where the words of one say nothing."""
    if _both_sought(t, s):
        return True
    if s.naming.sentence is t.seen[-1].naming.sentence:
        return False
    titled = "title" in (t.seen[0].naming.sentence.block, s.naming.sentence.block)
    return (titled or (t.seen[0].named and s.named)) and set(t.parties) == set(s.parties)


def _both_sought(t: Text, s: Seen) -> bool:
    """Say whether the same makers seek one of the same noun («نحو اتفاق شامل», «التوصل إلى اتفاق»)."""
    sought = t.action == s.action == "proposed" and t.seen[0].naming.head.id == s.naming.head.id
    return sought and len(s.parties) > 1 and set(t.parties) == set(s.parties)


def _is_known(t: Text, s: Seen) -> bool:
    """Say whether one of two is known by name and the other has that name or makers among its own."""
    known = {x.known for x in t.seen if x.known}
    if s.known:
        part = bool(t.parties) and set(t.parties) <= set(s.parties) and t.group == group_of(s)
        return s.known in known or (not known and part)
    if s.naming.head.kind != "agreement":
        return False
    this = s.naming.before in s.naming.table.words["this"]
    if s.naming.term.definite and not s.naming.core and (this or not s.explicit):
        return True
    if not set(s.parties) <= set(t.parties) or (_is_deal(s) and s.naming.core - t.core):
        return False
    return s.naming.term.definite or bool(s.parties)


def _is_deal(s: Seen) -> bool:
    """Say whether the word is «صفقة»: each has a matter of its own."""
    return s.naming.head.id == "ar.instrument.deal"


def _overlap(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two sets of words share two, or half of the smaller."""
    shared = len(a & b)
    return shared > 1 or shared * 2 >= min(len(a), len(b)) > 0


def _near(t: Text, s: Seen) -> bool:
    """Say whether a definite phrase of the same noun may take up what was named before."""
    term = s.naming.term
    definite = term.definite or any(w.startswith(_ARTICLE) for w in s.naming.attributes[:1])
    return definite and s.naming.head.id == t.seen[0].naming.head.id


_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def _apart(t: Text, s: Seen) -> bool:
    """Say whether both name their parties and share none, or have a day each, or one rests on the other.

    One that is named in the other's phrase only tells which that is, unless a day of its own is told.
    """
    last = t.seen[-1].naming
    here = last.sentence is s.naming.sentence
    if here and s.naming.i < last.last:
        return s.date is not None and s.date != t.date
    if here and (s.naming.sequel or _listed_beside(last, s.naming)):
        return True
    if here and s.naming.has("resting", last.last, s.naming.i):
        return True
    titled = "title" in (t.seen[0].naming.sentence.block, s.naming.sentence.block)
    mine, theirs = set(t.parties), set(s.parties)
    full = len(mine) > 1 and len(theirs) > 1 and not (mine <= theirs or theirs <= mine)
    full = full and len(t.core & s.naming.core) < _SAME  # an organ may sign for one of the two
    parties = not titled and t.explicit and s.explicit and (full or not mine & theirs)
    parties = parties or bool(
        _companies(t.parties) and _companies(s.parties) and not _companies(t.parties) & _companies(s.parties)
    )
    days = bool(t.date and s.date) and not _same_day(t.date, s.date)
    return parties or days


_SAME = 3
"""So many words shared by two names make them one whoever signs."""


def _listed_beside(before: Naming, n: Naming) -> bool:
    """Say whether «و» joins a name to the one right before it, each with words of its own: they are two."""
    tied = n.term.taken.startswith(_WAW) and n.i - before.last <= 1
    return tied and not n.back and bool(before.core) and bool(n.core) and not before.core & n.core


_WAW = "\N{ARABIC LETTER WAW}"


def _companies(parties: tuple[str, ...]) -> set[str]:
    """Return the companies and agencies among parties."""
    return {p for p in parties if p.startswith("ORG:")}


_BODIES = frozenset({"resolution", "order"})
"""What a body takes about a known one is another text («قرار بشأن البرنامج النووي»)."""
_RULES = {"resolution": same_number, "joint_statement": same_statement, "order": same_order}
