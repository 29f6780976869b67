"""Names of a whole document → who is who.

Full names come first: two are one person where the lexicon says so, or where one is the other with words
left out («خالد العطية», «خالد بن محمد العطية»). Then every part of a known full name is looked for in all
articles (surname, first name with the father's), and goes to the nearest earlier person who bears it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mahdar.language.clitics import bare, slot
from mahdar.lexicon.names import NameTable
from mahdar.mentions.name_forms import guarded_forms, name_forms, name_parts
from mahdar.mentions.name_spots import Parts, find_parts
from mahdar.mentions.people import Known, Named
from mahdar.mentions.wording import Wording

__all__ = ["Bearer", "Spot", "identify"]

Spot = tuple[int, Named]
"""The article's number and the name in it."""


@dataclass(slots=True)
class Bearer:
    """A person while the document is being gone through."""

    parts: tuple[str, ...]
    """The fullest name so far, in its parts."""
    words: tuple[str, ...]
    """The same in words."""
    known: int | None
    spots: list[Spot] = field(default_factory=list)
    forms: frozenset[tuple[str, ...]] = frozenset()
    """Parts of the fullest name that can stand for it; known once all full names are."""
    guarded: frozenset[str] = frozenset()
    """Its last part where that is an ordinary word: it stands for it only beside a verb of speech."""

    def take(self, article: int, named: Named, parts: tuple[str, ...]) -> None:
        """Add a mention; a fuller name replaces the one so far."""
        self.spots.append((article, named))
        self.known = named.known if self.known is None else self.known
        if not named.short and len(parts) > len(self.parts):
            self.parts, self.words = parts, named.words


def identify(
    wordings: Sequence[Wording], found: Sequence[Sequence[Named]], known: Known
) -> tuple[Bearer, ...]:
    """Settle who is who in a document.

    Args:
        wordings: the articles.
        found: for each article the names found in it, by start.
        known: names and people.

    Returns:
        The people, by first mention; each with all spots, by place.
    """
    bearers: list[Bearer] = []
    for article, names in enumerate(found):
        for named in names:
            if not named.short:
                _place_full(bearers, article, _recognised(named, known), known.names)
    for bearer in bearers:
        written = {named.words for _, named in bearer.spots}
        bearer.forms = frozenset().union(*(name_forms(words, known) for words in written))
        bearer.guarded = guarded_forms(bearer.words, known)
    shorts = [(a, n) for a, names in enumerate(found) for n in names if n.short]
    parts = Parts.of((b.forms for b in bearers), (b.guarded for b in bearers))
    shorts += find_parts(wordings, found, parts, known)
    for article, named in sorted(shorts, key=_order):
        _place_short(bearers, article, named, known)
    for bearer in bearers:
        bearer.spots = _joined(sorted(bearer.spots, key=_order), wordings)
    return tuple(sorted(bearers, key=lambda b: _order(b.spots[0])))


def _joined(spots: Sequence[Spot], wordings: Sequence[Wording]) -> list[Spot]:
    """Join two parts of one name that stand side by side («عمر بخيت» «البنيان»)."""
    joined: list[Spot] = []
    for article, named in spots:
        before = joined[-1] if joined else None
        here = wordings[article]
        beside = here.follows(named.first) and not here.words[named.first].gap and named.known is None
        if before and beside and (before[0], before[1].last) == (article, named.first):
            whole = replace(before[1], last=named.last, words=(*before[1].words, *named.words))
            joined[-1] = (article, whole)
        else:
            joined.append((article, named))
    return joined


def _recognised(named: Named, known: Known) -> Named:
    """Look a name up in the lexicon without its initials, then without what stands before («سيد …»)."""
    if named.known is not None:
        return named
    plain = [word for word in named.words if len(word) > 2 or word in known.names.particles]
    addressed = bool(plain) and slot("article")[0] + plain[0] in known.stops
    for words in (plain, plain[1:]) if addressed else (plain,):
        single = len(words) == 1 and words is plain
        table = known.people.short if single else known.people.full
        hit = table.at(words, 0) if len(words) > 1 or single else None
        if hit is not None and hit[0] == len(words):
            return replace(named, known=hit[1])
    return named


def _order(spot: Spot) -> tuple[int, int]:
    """Sort spots by place."""
    return spot[0], spot[1].start


def _place_full(bearers: list[Bearer], article: int, named: Named, names: NameTable) -> None:
    """Give a full name to the person who bears it, the nearest before; else to a new person."""
    parts = name_parts(named.words, names)
    for bearer in sorted(bearers, key=lambda b: _order(b.spots[-1]), reverse=True):
        if _same(bearer, named.known, parts):
            bearer.take(article, named, parts)
            return
    bearers.append(Bearer(parts, named.words, named.known, [(article, named)]))


def _same(bearer: Bearer, known: int | None, parts: tuple[str, ...]) -> bool:
    """Say whether a full name is this person's."""
    if bearer.known is not None and known is not None:
        return bearer.known == known
    short, long = sorted((bearer.parts, parts), key=len)
    return bool(short) and _alike(short[0], long[0]) and _within(short[1:], long[1:])


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether all parts stand in the longer name, in this order."""
    rest = iter(long)
    return all(any(_alike(part, other) for other in rest) for part in short)


def _alike(a: str, b: str) -> bool:
    """Say whether two parts are spellings of one name: the same consonants, long vowels aside."""
    if bare(a) == bare(b) and _SERVANT in a:
        return True  # «العبدالله» and «عبدالله»
    if a == b:
        return True
    return min(len(a), len(b)) > 3 and a[0] == b[0] and _skeleton(a) == _skeleton(b)


_SERVANT = "\N{ARABIC LETTER AIN}\N{ARABIC LETTER BEH}\N{ARABIC LETTER DAL}"


def _skeleton(part: str) -> str:
    """Return a part without the letters that spell foreign vowels."""
    return part[0] + "".join(c for c in part[1:] if c not in _VOWELS)


_VOWELS = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER WAW}\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}"


def _place_short(bearers: list[Bearer], article: int, named: Named, known: Known) -> None:
    """Give a part of a name to the nearest earlier person who bears it, else to any, else to a new one."""
    parts = name_parts(named.words, known.names)
    fitting = [b for b in bearers if _bears(b, named, parts)]
    at = (article, named.start)
    earlier = [b for b in fitting if _order(b.spots[0]) < at]
    if earlier:
        max(earlier, key=lambda b: max(_order(s) for s in b.spots if _order(s) < at)).take(
            article, named, parts
        )
    elif fitting:
        fitting[0].take(article, named, parts)
    elif named.known is not None or named.titled:
        bearers.append(Bearer(parts, named.words, named.known, [(article, named)]))


def _bears(bearer: Bearer, named: Named, parts: tuple[str, ...]) -> bool:
    """Say whether a person bears a part of a name."""
    if named.known is not None and bearer.known == named.known:
        return True
    return named.words in bearer.forms or parts == bearer.parts[:1] or named.words[0] in bearer.guarded
