"""The ways to tell that a name begins at a word, in order: rules that see one word and what is known.

A rule returns the name that it finds, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mahdar.language.clitics import bare
from mahdar.lexicon.names import NameTable
from mahdar.lexicon.parties import PartyName
from mahdar.lexicon.people import PeopleTable
from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import PlaceName
from mahdar.lexicon.stops import HONORIFIC, SPEECH, TITLE
from mahdar.mentions.names import Chain, is_ordinary, name_chain
from mahdar.mentions.wording import Wording

__all__ = ["RULES", "Known", "Named", "Place"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the finder looks names up in."""

    people: PeopleTable
    names: NameTable
    stops: frozenset[str]
    """Words that end a name: titles, parties, places."""
    things: frozenset[str]
    """Nouns behind which a person's name is the name of a thing («مطار», «جائزة»)."""
    parties: PhraseTable[PartyName]
    places: PhraseTable[PlaceName]


@dataclass(frozen=True, slots=True)
class Named:
    """A run of words that names a person."""

    first: int
    last: int
    start: int
    """Offset, particles left out."""
    words: tuple[str, ...]
    """Folded, particles left out."""
    known: int | None
    """Index in `PeopleTable.people`, where the lexicon has the name."""
    short: bool
    """True for a part of a name: a surname, a given name behind a title."""
    titled: bool = False
    """True behind a title or an honorific."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word at which a name may begin."""

    wording: Wording
    i: int
    known: Known
    titled: bool

    def named(self, count: int, head: str, taken: str, known: int | None, *, short: bool) -> Named:
        """Return the name of `count` words that begins here."""
        words = (head, *self.wording.folds[self.i + 1 : self.i + count])
        start = self.wording.start(self.i, taken)
        return Named(self.i, self.i + count, start, words, known, short, self.titled)


def _listed(place: Place) -> Named | None:
    """A full name of the lexicon, with the fathers that the text adds to it."""
    hit = place.wording.match(place.known.people.full, place.i)
    if hit is None:
        return None
    count = _with_fathers(place, hit.head, hit.size)
    return place.named(count, hit.head, hit.taken, hit.value, short=False)


def _short_listed(place: Place) -> Named | None:
    """A short form of the lexicon of two words and more («أحمدي نجاد»), where the name goes no further."""
    hit = place.wording.match(place.known.people.short, place.i)
    if hit is None or hit.size < 2:
        return None
    chain = name_chain(place.wording, place.i, hit.head, place.known.names, place.known.stops)
    if chain is not None and len(chain.words) > hit.size and chain.kinds[hit.size] != "strange":
        return None
    return place.named(hit.size, hit.head, hit.taken, hit.value, short=True)


def _behind_title(place: Place) -> Named | None:
    """A name behind a title: at least one word is a listed name, or two words are nothing else."""
    if not place.titled:
        return None
    short = _surname(place)
    if short is not None:
        return short
    head = place.wording.folds[place.i]
    chain = name_chain(place.wording, place.i, head, place.known.names, place.known.stops)
    if chain is None or not (_trusted(chain, place.known) or _addressed(place, chain)):
        return None
    apposed = not place.wording.follows(place.i)
    if apposed and (chain.parts < 2 or place.i + len(chain.words) < place.wording.ends[place.i]):
        return None
    return place.named(len(chain.words), head, "", None, short=chain.parts == 1)


def _surname(place: Place) -> Named | None:
    """A short form of the lexicon, where what follows it is no listed name («الرئيس أوباما اتخذ»)."""
    hit = place.wording.match(place.known.people.short, place.i)
    if hit is None or hit.taken:
        return None
    names, end = place.known.names, place.i + hit.size
    following = place.wording.folds[end] if place.wording.follows(end) else ""
    goes_on = following in names.given or following in names.family or following in names.particles
    if goes_on and not is_ordinary(following, names):
        return None
    return place.named(hit.size, hit.head, "", hit.value, short=True)


def _by_its_words(place: Place) -> Named | None:
    """A name by its words alone: two listed names, or a given name that is no other word with one more."""
    names = place.known.names
    for taken, head in place.wording.readings[place.i]:
        if (
            (head in names.given or head == names.servant)
            and head not in place.known.stops
            and head not in place.known.things
            and not (head in names.speech and _given_next(place))
            and not (taken and _is_word(place))
        ):
            chain = name_chain(place.wording, place.i, head, names, place.known.stops)
            if chain is not None and _certain(chain, names):
                return place.named(len(chain.words), head, taken, None, short=False)
    return None


def _is_word(place: Place) -> bool:
    """Say whether the whole word, nothing taken off, is something else («بريكس», «كلام»)."""
    word = place.wording.folds[place.i]
    return word in place.known.parties.by_head or word in place.known.names.ordinary


def _given_next(place: Place) -> bool:
    """Say whether a given name follows, so that «طالب» is a verb («طالب خالد بن علي بالحل»)."""
    wording, at = place.wording, place.i + 1
    return wording.follows(at) and not wording.words[at].gap and wording.folds[at] in place.known.names.given


def _by_kunya(place: Place) -> Named | None:
    """A byname with «father of», and where its bearer comes from: «أبو أيمن», «أبو ليث المغربي»."""
    names, wording, i = place.known.names, place.wording, place.i
    for taken, head in wording.readings[i]:
        if head in names.kunya and wording.follows(i + 1) and not wording.words[i + 1].gap:
            child = wording.folds[i + 1]
            if child not in names.given and (child in place.known.stops or is_ordinary(child, names)):
                return None
            size = 3 if _is_origin(wording, i + 2) else 2
            chain = name_chain(wording, i, head, names, place.known.stops)
            count = max(size, len(chain.words) if chain is not None else 0)
            return place.named(count, head, taken, None, short=False)
    return None


def _is_origin(wording: Wording, i: int) -> bool:
    """Say whether a word is an adjective that tells where somebody comes from."""
    if not wording.follows(i) or wording.words[i].gap or wording.kinds[i] & TITLE:
        return False
    return bare(wording.folds[i]) != wording.folds[i] and wording.folds[i].endswith(_YEH)


_YEH = "\N{ARABIC LETTER YEH}"


def _before_title(place: Place) -> Named | None:
    """Two words and more that nothing knows between a verb of speech and a title: «قال فلان كذا وزير …»."""
    wording, i = place.wording, place.i
    if not wording.follows(i) or not wording.kinds[i - 1] & SPEECH or wording.kinds[i] & (TITLE | HONORIFIC):
        return None
    chain = name_chain(wording, i, wording.folds[i], place.known.names, place.known.stops)
    if chain is None or chain.parts < 2 or "definite" in chain.kinds[:1]:
        return None
    end = i + len(chain.words)
    introduced = end < len(wording.words) and wording.kinds[end] & TITLE and wording.words[end].gap in _COMMAS
    return place.named(len(chain.words), wording.folds[i], "", None, short=False) if introduced else None


_COMMAS = frozenset({"", "\N{ARABIC COMMA}", ","})


def _with_fathers(place: Place, head: str, count: int) -> int:
    """Return how many words a listed name has with the son-of chain behind it."""
    end = place.i + count
    names = place.known.names
    if not place.wording.follows(end) or place.wording.folds[end] not in names.binding:
        return count
    chain = name_chain(place.wording, place.i, head, names, place.known.stops)
    return max(count, len(chain.words)) if chain is not None else count


def _trusted(chain: Chain, known: Known) -> bool:
    """Say whether a chain behind a title is a name."""
    first = chain.kinds[0]
    if first == "strange":
        return chain.parts > 1 and chain.kinds[1] != "definite"
    if chain.parts > 1 or len(chain.words) > 1:
        return True
    word = chain.words[0]
    return not is_ordinary(word, known.names) and (first == "given" or word not in known.stops)


def _addressed(place: Place, chain: Chain) -> bool:
    """Say whether two words that no table has, the second with the article, are whom a form of address names.

    «الدكتور مفضي الصقلاوي»: behind the name stands what ends it, «أن», a mark or a title.
    """
    wording, end = place.wording, place.i + len(chain.words)
    if chain.kinds[:2] != ("strange", "definite") or not wording.kinds[place.i - 1] & HONORIFIC:
        return False
    if end >= wording.ends[place.i] or wording.words[end].gap:
        return True
    return wording.folds[end] in place.known.names.telling or bool(wording.kinds[end] & TITLE)


def _certain(chain: Chain, names: NameTable) -> bool:
    """Say whether a chain with nothing before it is a name."""
    if chain.parts < 2:
        return False
    if any(word in names.sons for word in chain.words):
        return True
    kinds = ("", *chain.kinds)
    free = [
        w
        for w, k, before in zip(chain.words, chain.kinds, kinds, strict=False)
        if "particle" not in (k, before)
    ]
    plain = sum(is_ordinary(word, names) for word in free)
    if chain.known >= 2:
        return plain < chain.parts
    return chain.kinds[0] in {"given", "particle"} and plain == 0


RULES: tuple[Callable[[Place], Named | None], ...] = (
    _listed, _short_listed, _behind_title, _by_its_words, _by_kunya, _before_title,
)  # fmt: skip
"""The first that finds a name at a word wins."""
