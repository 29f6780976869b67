"""A full name taken apart: its parts, and the shorter forms that can stand for it later in a document."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.language.clitics import bare
from mahdar.lexicon.names import NameTable
from mahdar.mentions.names import is_ordinary
from mahdar.mentions.people import Known

__all__ = ["guarded_forms", "name_forms", "name_parts"]


def name_parts(words: Sequence[str], names: NameTable) -> tuple[str, ...]:
    """Return a name's parts: particles join the next word, son-of is left out.

    >>> from mahdar.lexicon import default_lexicon
    >>> from mahdar.lexicon.names import name_table
    >>> name_parts(("خالد", "بن", "عبد", "العزيز", "ال", "سعود"), name_table(default_lexicon()))
    ('خالد', 'عبدالعزيز', 'السعود')
    """
    parts: list[str] = []
    joined = ""
    for word in words:
        if word in names.sons:
            continue
        if word in names.particles:
            joined += word
        else:
            parts.append(joined + word)
            joined = ""
    return tuple(parts)


def name_forms(words: tuple[str, ...], known: Known) -> frozenset[tuple[str, ...]]:
    """Return the parts of a full name that can stand for it."""
    names = known.names
    starts = [i for i, word in enumerate(words) if i == 0 or _begins_part(words, i, names)]
    ends = [*starts[1:], len(words)]
    ends = [e - 1 if e < len(words) and words[e - 1] in names.sons else e for e in ends]
    forms = {words[:end] for end in ends[1:]}
    forms |= {words[start:] for start in starts[1:] if not _is_fathers(words, start, names)}
    if len(starts) > 1 and words[starts[1] - 1] in names.sons:
        spellings = {son for son in names.sons if son[-1] == words[starts[1] - 1][-1]}
        forms |= {(son, *words[starts[1] : ends[1]]) for son in spellings}
    forms.add(words[: ends[0]] + words[starts[-1] :])
    forms |= {("".join(form),) for form in forms if len(form) == 2 and form[0] == names.servant}
    if len(words) > 1 and _leads_as_surname(words[0], names):
        forms.add(words[:1])
    return frozenset(form for form in forms if form and form != words and _can_stand(form, known))


def _leads_as_surname(word: str, names: NameTable) -> bool:
    """Say whether a name's first word can stand for it: no given name that we know («وانغ» of «وانغ يي»)."""
    if word in names.surnames:
        return True
    return word not in names.given and word not in names.particles and word not in names.house


def guarded_forms(words: tuple[str, ...], known: Known) -> frozenset[str]:
    """Return a full name's parts that stand for it only beside a verb of speech or of meeting.

    They are the last part where it is an ordinary word or a nationality («السوداني»), and the given name, by
    which some states' press calls everybody («وقال جبريل»).
    """
    if len(words) < _PARTS:
        return frozenset()
    guarded: tuple[str, ...] = (words[0],) if _is_given(words[0], known) else ()
    if words[-2] not in known.names.particles and _may_be_guarded(words[-1], known):
        guarded += (words[-1],)
    return frozenset(guarded)


_PARTS = 2
_SHORTEST = 3


def _is_given(word: str, known: Known) -> bool:
    """Say whether a name's first word is a given name and nothing else that matters here."""
    names = known.names
    plain = word in names.given and word not in names.particles and word != names.servant
    return plain and len(word) >= _SHORTEST and word not in known.stops and word not in names.respelt


def _may_be_guarded(last: str, known: Known) -> bool:
    """Say whether a surname is an ordinary word or a nationality."""
    if len(last) < _SHORTEST or last in known.names.respelt:
        return False
    nationality = last in known.parties.by_head and bare(last) != last
    if last in known.stops and not nationality:
        return False
    return nationality or is_ordinary(last, known.names)


def _begins_part(words: tuple[str, ...], i: int, names: NameTable) -> bool:
    """Say whether a part of the name begins at a word."""
    return words[i] not in names.sons and not (
        words[i - 1] in names.particles and words[i - 1] not in names.sons
    )


def _is_fathers(words: tuple[str, ...], start: int, names: NameTable) -> bool:
    """Say whether the part is the last one and names the father, not the family."""
    return words[start - 1] in names.sons and start == len(words) - 1


def _can_stand(form: tuple[str, ...], known: Known) -> bool:
    """Say whether a part of a name can stand for the person without being taken for another word."""
    if len(form) > 1:
        return form[0] not in known.names.house
    word = form[0]
    if any(second == word for _, second in known.names.compounds):
        return False
    return len(word) > 2 and word not in known.stops and not is_ordinary(word, known.names)
