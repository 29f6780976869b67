"""The grammar of names: how far a name reaches from a word, and of what it is made.

A name is a chain of given and family names, particles (son of, family of, von) and initials; a word that no
table has may be part of it, as long as it is no ordinary word, title, party or place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mahdar.language.clitics import bare, pronoun_readings, readings, slot
from mahdar.lexicon.names import NameTable
from mahdar.lexicon.stops import PARTY, TITLE
from mahdar.mentions.wording import Wording

__all__ = ["Chain", "is_ordinary", "name_chain"]

_LINKS = frozenset({"", "-", "\N{EN DASH}", ".", ".-", "'", "\N{RIGHT SINGLE QUOTATION MARK}"})
"""Marks that may stand between two words of a name."""
_LONGEST = 9
"""Words; the fullest names of the Gulf have eight."""
_GIVEN, _FAMILY, _PARTICLE, _INITIAL = "given", "family", "particle", "initial"
_DEFINITE, _STRANGE = "definite", "strange"


@dataclass(frozen=True, slots=True)
class Chain:
    """What was read as a name."""

    words: tuple[str, ...]
    """Folded."""
    kinds: tuple[str, ...]
    """For each word: given, family, particle, initial; definite or strange where no table has it."""

    @property
    def parts(self) -> int:
        """How many names there are, particles and initials left out."""
        return sum(kind not in {_PARTICLE, _INITIAL} for kind in self.kinds)

    @property
    def known(self) -> int:
        """How many words a table has as names."""
        return sum(kind in {_GIVEN, _FAMILY} for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class _Step:
    """A word that may go on a name."""

    wording: Wording
    at: int
    word: str
    names: NameTable
    stops: frozenset[str]
    before: tuple[str, ...]
    """Kinds of the words before it."""


def _binds(step: _Step) -> str | None:
    """A particle, where a word that it can bind follows; at the head of a name only a few can stand."""
    if step.word not in step.names.particles or not _linked(step.wording, step.at + 1):
        return None
    if not step.before and step.word not in step.names.leading:
        return None
    following = step.wording.folds[step.at + 1]
    if bare(step.word) == step.names.servant:
        return _PARTICLE if bare(following) != following else None
    if step.before and step.word in step.names.binding:
        return _PARTICLE
    blocked = following in step.stops or (is_ordinary(following, step.names) and bare(following) == following)
    named = following in step.names.given or following in step.names.abroad
    return None if blocked and not named else _PARTICLE


def _bound(step: _Step) -> str | None:
    """Whatever stands behind a particle."""
    return _GIVEN if step.before and step.before[-1] == _PARTICLE else None


def _surname_of_nation(step: _Step) -> str | None:
    """A nationality behind a given name whose title has its state already («الوزير العراقي محمد اليمني»)."""
    if step.before not in {(_GIVEN,), (_GIVEN, _GIVEN)} or not step.wording.kinds[step.at] & PARTY:
        return None
    before = step.at - len(step.before) - 1
    stated = before >= 0 and step.wording.kinds[before] & PARTY and step.wording.definite(before)
    his = step.word.startswith(slot("article")[0]) and step.word.endswith(_YEH)
    return _FAMILY if stated and his else None


_YEH = "\N{ARABIC LETTER YEH}"


def _listed(step: _Step) -> str | None:
    """A name that the tables have, or the second word of one («صلاح الدين»)."""
    if step.before and (step.wording.folds[step.at - 1], step.word) in step.names.compounds:
        return _GIVEN
    if _opens_compound(step):
        return _GIVEN
    if step.word in step.names.given and step.word not in step.names.particles:
        return _GIVEN
    return _FAMILY if step.word in step.names.family else None


def _opens_compound(step: _Step) -> bool:
    """Say whether a name begins with the first word of a given name of two («ضيف الله»), as that is spelt."""
    if step.before or not _linked(step.wording, step.at + 1):
        return False
    two = (step.word, step.wording.folds[step.at + 1])
    return two in step.names.compounds and not step.wording.words[step.at].text.endswith(_HEH)


def _abbreviated(step: _Step) -> str | None:
    """A letter with its full stop."""
    dotted = len(step.word) <= 2 and _linked(step.wording, step.at + 1)
    return _INITIAL if dotted and "." in step.wording.words[step.at + 1].gap else None


def _foreign_to_names(step: _Step) -> str | None:
    """A word that is certainly something else ends the name."""
    word = step.word
    if word in step.stops or not word.isalpha() or word.isascii():
        return ""
    return "" if is_ordinary(word, step.names) or _looks_inflected(word, step.names) else None


def _fathered(step: _Step) -> str | None:
    """A first word that no table has, before «son of» or «van», «de» («الداه ولد حمادي», «يانا فان ديك»)."""
    if step.before or not _linked(step.wording, step.at + 1):
        return None
    following = step.wording.folds[step.at + 1]
    return _STRANGE if following in step.names.sons or following in step.names.abroad else None


def _behind_family(step: _Step) -> str | None:
    """A word that no table has behind a family name, or what is said to speak elsewhere by itself.

    «… خان يونسوف … وقال يونسوف»; with the article only behind a given and a family name.
    """
    if len(step.before) > 1 and not _has_article(step) and step.word in step.wording.voiced:
        return _STRANGE
    if not step.before or step.before[-1] != _FAMILY:
        return None
    if _has_article(step):
        return _DEFINITE if step.before == (_GIVEN, _FAMILY) else ""
    return _STRANGE if len(step.before) > 1 and _is_last(step) else ""


def _unlisted(step: _Step) -> str | None:
    """A word that no table has: with the article only as a last name."""
    if _has_article(step):
        return _DEFINITE if len(step.before) == 1 or step.before[-1:] == (_GIVEN,) else ""
    if len(step.before) > 1 and step.word[0] in step.names.doubtful and not _goes_on(step):
        return ""
    if step.before and _is_joined(step.word, step.wording.words[step.at].text):
        return ""
    return _STRANGE if step.before.count(_STRANGE) < 3 and len(step.word) > 2 else ""


def _is_last(step: _Step) -> bool:
    """Say whether an unlisted word behind a family name is one more («خوان باوتيستا أرياس»).

    It has neither «and» nor a pronoun on it; where it could be a verb or begin with a particle, a break, a
    title or another name follows.
    """
    if (
        len(step.word) < _FULL
        or step.word[-1] in _PRONOUNS
        or _is_joined(step.word, step.wording.words[step.at].text)
    ):
        return False
    return step.word[0] not in step.names.doubtful or _goes_on(step)


def _goes_on(step: _Step) -> bool:
    """Say whether what follows a word lets it be a name's last: a break, a title, another name."""
    at, wording = step.at + 1, step.wording
    if at == wording.ends[step.at]:
        return True
    if wording.words[at].gap or wording.kinds[at] & TITLE:
        return bool(wording.kinds[at] & TITLE)
    following = wording.folds[at]
    if following in step.names.telling:
        return len(step.word) > _FULL and step.word[-1] != _ALEF
    listed = following in step.names.given or following in step.names.family
    return listed and not is_ordinary(following, step.names)


_FULL = 4
"""A shorter word that no table has is hardly somebody's last name."""
_PRONOUNS = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"


def _has_article(step: _Step) -> bool:
    """Say whether a word has the article: «المنفلوطي», not «ألامايو», which only folds like it."""
    return bare(step.word) != step.word and _HAMZA not in step.wording.words[step.at].text[:3]


_HAMZA = "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}\N{ARABIC LETTER LAM}"


def _is_joined(word: str, text: str) -> bool:
    """Say whether an unknown word has «and» on it («… وجافين»), and is no name that begins with waw."""
    return len(word) > 4 and word[0] == _WAW and (word[1] not in _VOWELS or text[1] in _HAMZATED)


_WAW = "\N{ARABIC LETTER WAW}"
_HAMZATED = "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"
_VOWELS = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER WAW}\N{ARABIC LETTER YEH}\N{ARABIC LETTER LAM}"
"""Behind a first waw the letters of «وايت», «وولف», «ويلسون», «ولد»; «والـ» ends a name anyway."""


def _spelt_otherwise(step: _Step) -> str | None:
    """A word that only folds like a name ends it, wherever it stands; a short surname is none before another.

    «لي تشنغ» is a name, «لي» elsewhere is «to me».
    """
    return _FAMILY if _is_short_surname(step) else _spelt(step)


def _is_short_surname(step: _Step) -> bool:
    """Say whether a first word of two letters is a family name, and another family name follows."""
    if step.before or len(step.word) > _BRIEF or not _linked(step.wording, step.at + 1):
        return False
    names = (step.word, step.wording.folds[step.at + 1])
    return all(name in step.names.family and name not in step.names.given for name in names)


def _spelt(step: _Step) -> str | None:
    """A word that as written is an ordinary one, «van» before no ordinary word apart («فان ديك»)."""
    if step.before and step.word in step.names.abroad and _linked(step.wording, step.at + 1):
        following = step.wording.folds[step.at + 1]
        if following in step.names.abroad or not is_ordinary(following, step.names):
            return None
    return "" if is_spelt_otherwise(step.wording.words[step.at].text, step.names) else None


def _hyphened(step: _Step) -> str | None:
    """A half of a name of two with a hyphen between them, behind another («كانغ كيونغ-وا»), however short."""
    word = step.word
    if not step.before or not word.isalpha() or word.isascii() or not _halves(step.wording, step.at):
        return None
    return _STRANGE if 1 < len(word) <= _HALF and step.before.count(_STRANGE) < 3 else None


def _halves(wording: Wording, at: int) -> bool:
    """Say whether a hyphen without blanks joins a word to the one before it, or to the next."""
    return any(
        wording.follows(k)
        and wording.words[k].gap == "-"
        and wording.words[k].start == wording.words[k - 1].end + 1
        for k in (at, at + 1)
    )


_HALF = 5
"""Letters of such a half at most."""


def _led_by_article(step: _Step) -> str | None:
    """A preposition with an article («بالخداع») begins another phrase."""
    if _only_begins_so(step):
        return None
    article = slot("article")[0]
    return (
        ""
        if any(taken and rest.startswith(article) and rest != article for taken, rest in readings(step.word))
        else None
    )


def _only_begins_so(step: _Step) -> bool:
    """Say whether a last name only begins as particle and article do («مايكل فالون»)."""
    if not step.before or step.before[-1] == _PARTICLE:
        return False
    return step.word in step.names.family or step.word in step.wording.voiced


def _opens_title(step: _Step) -> str | None:
    """A given name that is a title too («أمير») ends the name before it, unless a name follows."""
    if not step.before or step.before[-1] == _PARTICLE or step.word not in step.stops:
        return None
    if (step.wording.folds[step.at - 1], step.word) in step.names.compounds:
        return None
    following = step.wording.folds[step.at + 1] if _linked(step.wording, step.at + 1) else ""
    return None if not following or following in step.names.given or following in step.names.family else ""


def _cliticised(step: _Step) -> str | None:
    """A name with a particle on it begins another phrase («… لترامب»)."""
    if not step.before:
        return None
    tables = (step.names.given, step.names.family, step.stops)
    others = [rest for taken, rest in readings(step.word) if taken and len(rest) > _BRIEF]
    return "" if any(rest in table for rest in others for table in tables) else None


_BRIEF = 2
"""Letters: «كيو» is the last part of a Korean name, no «like Yu»."""


def _tells(step: _Step) -> str | None:
    """A name that is a verb too («طالب», «شهد») ends the name before it where the clause goes on."""
    if not step.before or step.before[-1] == _PARTICLE or step.word not in step.names.verbs:
        return None
    if not _linked(step.wording, step.at + 1):
        return None
    following = step.wording.folds[step.at + 1]
    return None if following in step.names.given or following in step.names.family else ""


RULES: tuple[Callable[[_Step], str | None], ...] = (
    _hyphened, _spelt_otherwise, _led_by_article, _binds, _bound, _surname_of_nation, _opens_title, _tells,
    _listed,
    _abbreviated, _cliticised, _foreign_to_names, _fathered, _behind_family, _unlisted,
)  # fmt: skip
"""The first that does not return None says what the word is; an empty kind ends the name."""


def name_chain(wording: Wording, i: int, head: str, names: NameTable, stops: frozenset[str]) -> Chain | None:
    """Read a name from a word on.

    Args:
        wording: the article's words.
        i: where the name begins.
        head: the first word without its particles.
        names: all names.
        stops: words that end a name: titles, parties, places.

    Returns:
        None where the word cannot begin a name.
    """
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    at = i
    while at < i + _LONGEST and (at == i or _linked(wording, at)):
        word = wording.folds[at] if at > i else head
        step = _Step(wording, at, word, names, stops, kinds)
        kind = next(k for rule in RULES if (k := rule(step)) is not None)
        if not kind or (kinds and kinds[-1] == _DEFINITE and kind in {_STRANGE, _DEFINITE}):
            break
        kinds, words, at = (*kinds, kind), (*words, word), at + 1
    while kinds and kinds[-1] in {_PARTICLE, _INITIAL}:
        kinds, words = kinds[:-1], words[:-1]
    return Chain(words, kinds) if kinds else None


def is_spelt_otherwise(text: str, names: NameTable) -> bool:
    """Say whether a word as written is an ordinary one although its fold is a name's.

    A mark of nunation says so too: it stands on names in verse, not in prose.
    """
    if text.isalpha():
        plain = text
    elif _NUNATION.isdisjoint(text):
        plain = "".join(filter(str.isalpha, text))
    else:
        return True
    joined = plain[1:] if plain[:1] in slot("conjunction") + slot("preposition") else plain
    return plain in names.spelt or joined in names.spelt


_NUNATION = frozenset("\N{ARABIC FATHATAN}\N{ARABIC DAMMATAN}\N{ARABIC KASRATAN}")


def _looks_inflected(word: str, names: NameTable) -> bool:
    """Say whether an unknown word has an ending that verbs or nouns with pronouns have and names do not."""
    return (
        any(word.startswith(head) and word.endswith(tail) for head, tail in names.inflected) and len(word) > 4
    )


def is_ordinary(word: str, names: NameTable) -> bool:
    """Say whether a folded word is an ordinary one, with article, particles or a pronoun on it or without."""
    for _, rest in readings(word):
        stem = bare(rest)
        accusative = stem == rest and stem[-1:] == _ALEF
        if stem in names.ordinary or (accusative and stem[:-1] in names.ordinary):
            return True
        if any(
            s in names.ordinary for s, p in pronoun_readings(stem) if len(s) > 2 and (len(p) > 1 or p == _HEH)
        ):
            return True
    return False


_ALEF, _HEH = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER HEH}"


def _linked(wording: Wording, at: int) -> bool:
    """Say whether a word can belong to the same name as the word before it; a hyphen only without blanks."""
    if not wording.follows(at) or wording.words[at].gap not in _LINKS:
        return False
    gap = wording.words[at].gap
    return not gap or "." in gap or wording.words[at].start - wording.words[at - 1].end == len(gap)
