"""An Arabic name → its Latin spelling: from the name tables, else letter by letter.

Limits: letters give no short vowels; an `a` is put where three consonants would stand together, or two at
the head of a word. «قوطالي» becomes `Qutali`, whatever its bearer's passport says.
"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.language.clitics import slot
from mahdar.lexicon.names import NameTable

__all__ = ["latin_name"]

_VOWELS = frozenset("aiou")
_NG, _G = "\N{ARABIC LETTER NOON}\N{ARABIC LETTER GHAIN}", "g"
"""Foreign names write so what Latin writes with «ng»; Arabic ones hardly have it."""
_SERVANT = "Abdul"
_GLIDE = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}"
"""Behind a first consonant its waw is one too («رواشدة»); further on more often a vowel («إدواردو»)."""


def latin_name(words: Sequence[str], folds: Sequence[str], names: NameTable, state: str | None = None) -> str:
    """Spell a name in Latin letters.

    Args:
        words: as they stand in the text, particles left out.
        folds: the same, folded.
        names: the tables of names and letters.
        state: whom its bearer acts for, where that is known: some names are spelt by state («محمد»: Mehmet).

    Returns:
        One capitalised word a word; a servant-of name as one, in lower case the particles that are. A name of
        two words that is listed as one is spelt as one.
    """
    units = _units(words, folds, names)
    spelt: list[str] = []
    i = 0
    while i < len(units):
        fold = units[i][1]
        pair = f"{fold} {units[i + 1][1]}" if i + 1 < len(units) and fold not in names.sons else ""
        whole = names.by_state.get((pair, state or "")) or names.pairs.get(pair)
        part = (
            whole
            or names.by_state.get((fold, state or ""))
            or _servant(fold, names, state)
            or _spell(*units[i], names)
        )
        if spelt and fold in names.abutting:
            spelt[-1] += part.lower()
        else:
            spelt.append(part)
        i += 2 if whole else 1
    return " ".join(spelt)


def _units(words: Sequence[str], folds: Sequence[str], names: NameTable) -> list[tuple[str, str]]:
    """Return each word with its fold, a servant-of name as one."""
    units: list[tuple[str, str]] = []
    joined, joined_fold = "", ""
    for word, fold in zip(words, folds, strict=True):
        if fold == names.servant:
            joined, joined_fold = word, fold
            continue
        units.append((joined + word, joined_fold + fold))
        joined, joined_fold = "", ""
    return units


def _servant(fold: str, names: NameTable, state: str | None) -> str:
    """Spell a servant-of name that no table has, by what follows its article («عبد الحليم»); or empty."""
    head = names.servant + slot("article")[0]
    if fold in names.given or not fold.startswith(head) or not names.given.get(fold[len(head) :]):
        return ""
    return names.by_state.get((names.servant, state or ""), _SERVANT) + names.given[fold[len(head) :]].lower()


def _spell(word: str, fold: str, names: NameTable) -> str:
    """Spell one word."""
    for table in (names.particles, names.given, names.family):
        if table.get(fold):
            return table[fold]
    article = slot("article")[0]
    if word.startswith(article) and len(fold) > 4:
        return f"al-{_spell(word[2:], fold[2:], names)}"
    if len(fold) <= 2:
        return f"{_letters(word, names).upper()}."
    return _letters(word, names).capitalize()


def _letters(word: str, names: NameTable) -> str:
    """Spell a word letter by letter, the ending of a foreign name as that is usually spelt."""
    ending = next((e for e in names.endings if word.endswith(e[0]) and len(word) > len(e[0]) + 1), ("", ""))
    end = len(word) - len(ending[0])
    out, i = "", 0
    while i < end:
        two = word[i : i + 2]
        if i and word[i - 1 : i + 1] == _NG:
            out, i = out + _G, i + 1
            continue
        size = 2 if two in names.letters and i + 1 < end else 1
        first, later = names.letters.get(word[i : i + size], ("", ""))
        glides = i == 1 and word[1:3] == _GLIDE
        sound = (first if glides or not out else later).replace("-", "")
        out += f"a{sound}" if glides or _needs_vowel(out, sound) else sound
        i += size
    return out + ending[1]


def _needs_vowel(out: str, sound: str) -> bool:
    """Say whether a consonant would stand behind too many others."""
    if not sound or sound[0] in _VOWELS or not out:
        return False
    run = 0
    while run < len(out) and out[-1 - run] not in _VOWELS:
        run += 1
    return run >= len(out) or run > 2
