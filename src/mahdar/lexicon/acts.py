"""The grammar of diplomatic acts, compiled: every form of every act head, and what its complement decides.

Source: lexicon/data/ar/acts.toml, ar/reading.toml; forms from `mazini` (root and pattern → all slots).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mazini import conjugate

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.phrases import fold_words
from mahdar.lexicon.store import Lexicon

__all__ = ["ActTable", "Form", "Head", "When", "act_table"]


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form of a head."""

    head: int
    """Index in `ActTable.heads`."""
    kind: str
    """`finite`, `participle` or `masdar`."""
    tense: str = ""
    """Finite: `past` or `present`."""
    person: int = 3
    number: str = "s"
    """`s`, `d` or `p`."""
    gender: str = "m"
    passive: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A condition under which a head is of another class; every field that is set must hold."""

    act_class: str
    """The class, or `none` for no act."""
    complement: frozenset[str] = frozenset()
    """Folded nouns, bare of article and pronoun, one of which begins the complement."""
    within: frozenset[str] = frozenset()
    """Folded words, as written, one of which stands in the complement's clause."""
    behind: bool = False
    """True where the content begins behind that word («محادثات بشأن …»)."""
    indefinite: bool = False
    """True where the complement must begin with an indefinite noun («تعتبر وجهة سياحية»)."""
    party: bool = False
    """True where a party must begin the complement («حذرت طهران من …»)."""
    preposition: str = ""
    tense: str = ""
    """`past`, `present` or `future`."""
    person: int = 0
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """One act head."""

    id: str
    word: str
    act_class: str
    frame: str
    """`act`; `stance` (the complement noun decides: «أعرب عن قلقه»); `report` (a reporting frame);
    `light` (the masdar after it carries the act: «تم التوقيع»)."""
    prepositions: frozenset[str]
    """Folded words that introduce the complement and are no part of the content."""
    whens: tuple[When, ...]
    needs: frozenset[str]
    """Complement nouns one of which must follow, or a preposition, written apart or attached (its letter
    alone); empty where anything may."""
    nominal: bool
    """True where the masdar reports an act by itself, its party beside it."""
    called: frozenset[str]
    """Prepositions, attached ones as their letter, that part whom a call is made on from what it is for."""
    homograph: bool
    """True where some form is also an everyday noun or particle and wants a subject beside it."""


@dataclass(frozen=True, slots=True)
class ActTable:
    """What the reader looks up."""

    heads: tuple[Head, ...]
    forms: dict[str, tuple[Form, ...]]
    """Folded form, without particles and pronouns → what it can be."""
    sets: dict[str, frozenset[str]]
    """Complement sets by id: `commit`, `support`, …: folded nouns."""
    stances: dict[str, str]
    """Folded noun → the class it gives a stance frame."""
    words: dict[str, frozenset[str]]
    """Closed word lists by id (`negation`, `adverb`, …), folded."""


def act_table(lexicon: Lexicon) -> ActTable:
    """Return the compiled grammar of acts."""
    return lexicon.table("acts", _build)


def _build(lexicon: Lexicon) -> ActTable:
    """Compile acts.toml."""
    rows = (*lexicon.rows("ar/acts.toml"), *lexicon.rows("ar/reading.toml"))
    sets = {r.text("id"): frozenset(map(_key, r.list("words"))) for r in rows if r.table == "complement"}
    stances = {
        word: r.text("class")
        for r in rows
        if r.table == "complement" and r.text("class")
        for word in map(_key, r.list("words"))
    }
    heads = [r for r in rows if r.table == "head"]
    forms: dict[str, list[Form]] = {}
    for index, row in enumerate(heads):
        for text, form in _forms(row, index):
            kept = forms.setdefault(text, [])
            if form not in kept:
                kept.append(form)
    words = {r.text("id"): frozenset(map(_key, r.list("words"))) for r in rows if r.table == "words"}
    return ActTable(
        tuple(_head(row, sets) for row in heads),
        {text: tuple(found) for text, found in forms.items()},
        sets,
        stances,
        words,
    )


def _key(phrase: str) -> str:
    """Fold a word or phrase to the form in which it is compared."""
    return " ".join(fold_words(phrase))


def _expand(items: tuple[str, ...], sets: dict[str, frozenset[str]]) -> frozenset[str]:
    """Fold words, and replace `@id` by the words of that set."""
    found: set[str] = set()
    for item in items:
        found |= sets[item[1:]] if item.startswith("@") else {_key(item)}
    return frozenset(found)


def _head(row: Row, sets: dict[str, frozenset[str]]) -> Head:
    """Make a head of its row."""
    return Head(
        id=row.text("id"),
        word=row.text("word"),
        act_class=row.text("class"),
        frame=row.text("frame") or "act",
        prepositions=frozenset(map(_key, row.list("prepositions"))),
        whens=tuple(_when(item, row, sets) for item in row.values.get("when", ())),
        needs=_expand(row.list("needs"), sets),
        nominal=bool(row.values.get("nominal")),
        called=frozenset(map(_key, row.list("called"))),
        homograph=bool(row.values.get("homograph")),
    )


def _when(item: dict[str, object], row: Row, sets: dict[str, frozenset[str]]) -> When:
    """Make a condition of its table."""
    part = Row(row.file, row.line, "when", item)
    return When(
        act_class=part.text("class"),
        complement=_expand(part.list("complement"), sets),
        within=_expand(part.list("within"), sets),
        behind=bool(item.get("behind")),
        indefinite=bool(item.get("indefinite")),
        party=bool(item.get("party")),
        preposition=_key(part.text("preposition")),
        tense=part.text("tense"),
        person=int(part.text("person") or 0),
        negated=bool(item.get("negated")),
    )


def _forms(row: Row, index: int) -> Iterator[tuple[str, Form]]:
    """Yield every folded form of a head."""
    denies = any(when.get("negated") for when in row.values.get("when", ()))
    for verb in row.list("verbs"):
        yield from _verb_forms(verb, index, denies=denies)
    root, pattern = row.text("root"), row.text("pattern")
    slots = _slots(root, pattern) if root else {}
    for slot, texts in slots.items():
        form = _finite(slot, index) or (_denied(slot, index) if denies else _mine(slot, slots, index))
        if form is not None:
            yield from ((spelling, form) for text in texts for spelling in _spellings(fold(text), form))
    if root and not row.values.get("no_participle"):
        nouns = {fold(text) for text in slots.get("vn", ())}
        active = _participles(slots.get("ap", ()), index, passive=False)
        # «مساندة» is the noun: a feminine participle that is spelled like it is not read as one.
        yield from (found for found in active if found[0] not in nouns)
        yield from _participles(slots.get("pp", ()), index, passive=True)
    masdars = row.list("masdar") or (slots.get("vn", ()) if not row.values.get("no_masdar") else ())
    for masdar in masdars:
        yield from ((form, Form(index, "masdar")) for form in _masdar_forms(fold(masdar)))
    yield from _participles(row.list("participles"), index, passive=False)
    for word in row.list("forms"):
        yield _key(word), _listed(word, row.list("forms"), index)
    for word in row.list("own"):
        yield _key(word), Form(index, "finite", "present", 1, "p" if word.endswith(_US) else "s")


def _listed(word: str, words: Sequence[str], index: int) -> Form:
    """Read a form that a head lists: beside it stands of one what is of two or several («وصف», «وصفا»)."""
    if word.endswith(_A) and word[:-1] in words:
        return Form(index, "finite", "past", 3, "d", "f" if word[:-1].endswith(_SHE_DID) else "m")
    number = "p" if word.endswith(_W + _A) and word[:-2] in words else "s"
    return Form(index, "finite", "past", 3, number, "f" if word.endswith(_SHE_DID) else "m")


def _mine(slot: str, slots: Mapping[str, Sequence[str]], index: int) -> Form | None:
    """Read what «I» did, where it is spelled otherwise than what he or she did."""
    if slot != _I:
        return None
    others = {fold(text) for other in _OTHERS for text in slots.get(other, ())}
    alike = any(fold(text) in others for text in slots[slot])
    return None if alike else Form(index, "finite", "past", 1)


_SHE_DID = "\N{ARABIC LETTER TEH}"
_US = "\N{ARABIC LETTER NOON}\N{ARABIC LETTER ALEF}"
"""How a form ends in which several speak of themselves («يؤسفنا»)."""


def _spellings(text: str, form: Form) -> tuple[str, ...]:
    """Return a form, and without the alef that a plural loses before a pronoun («زودونا»)."""
    plural = form.number == "p" and text.endswith(_W + _A) and len(text) > _SHORT
    return (text, text[:-1]) if plural else (text,)


_SHORT = 4
"""Letters of a weak root's plural, which without its alef is another word («دعونا»: let us)."""


def _denied(slot: str, index: int) -> Form | None:
    """Read the slots that only a negation has («لم يخفِ», «لن يقبلوا»)."""
    mood, _, who = slot.partition("_")
    if mood not in {"sub", "juss"} or who not in {"3ms", "3fs", "3md", "3fd", "3mp"}:
        return None
    return Form(index, "finite", "present", 3, who[2], "f" if who[1] == "f" else "m")


def _verb_forms(verb: str, index: int, *, denies: bool) -> Iterator[tuple[str, Form]]:
    """Yield the imperfect of a verb that a head lists among many, as root and pattern."""
    root, _, pattern = verb.partition(" ")
    for slot, texts in _slots(root, pattern).items():
        form = _finite(slot, index) or (_denied(slot, index) if denies else None)
        if form is not None and form.tense == "present" and not form.passive:
            yield from ((fold(text), form) for text in texts)


@cache
def _slots(root: str, pattern: str) -> dict[str, tuple[str, ...]]:
    """Conjugate a root, leaving out what the pattern alone cannot tell."""
    found = conjugate(root, pattern).slots
    return {slot: tuple(f.form for f in forms if "?" not in f.form) for slot, forms in found.items()}


_I, _OTHERS = "past_1s", ("past_3ms", "past_3fs")
"""«أجريتُ» is a form of its own, «بحثتُ» is spelled as «بحثتْ»: who stands in the text tells which."""
_UNUSED = frozenset(
    {"past_pass_3md", "past_pass_3fd", "past_1s", "past_3fp", "past_pass_3fp", "ind_3fp", "ind_pass_3fp"}
)
"""Slots that reports do not use and that are spelled like others that they do."""


def _finite(slot: str, index: int) -> Form | None:
    """Read a finite slot's name; None for slots that no report is written in.

    Subjunctive and jussive report nothing («أن يؤكد», «لم يؤكد»), and hollow verbs' jussives are other words;
    «أكدتُ» is spelled as «أكدتْ», the feminine plural of a root in noon as the masculine singular.
    """
    mood, _, rest = slot.partition("_")
    passive = rest.startswith("pass_")
    who = rest.removeprefix("pass_")
    if mood not in {"past", "ind"} or who[:1] not in {"1", "3"} or slot in _UNUSED:
        return None
    gender = "f" if who.endswith("f") or who[1:2] == "f" else "m"
    number = next((n for n in "sdp" if n in who[1:]), "s")
    return Form(
        index, "finite", "past" if mood == "past" else "present", int(who[0]), number, gender, passive
    )


def _participles(texts: tuple[str, ...], index: int, *, passive: bool) -> Iterator[tuple[str, Form]]:
    """Yield a participle's forms, bare of the article."""
    yaa = "\N{ARABIC LETTER YEH}"
    for text in texts:
        stems = {fold(text)}
        if text.endswith("\N{ARABIC KASRATAN}"):
            stems.add(fold(text) + yaa)
        for stem in stems:
            for ending, number, gender in _PARTICIPLES:
                yield stem + ending, Form(index, "participle", "", 3, number, gender, passive)


def _masdar_forms(masdar: str) -> tuple[str, ...]:
    """Return a masdar, and how it ends before a pronoun: in taa, or in the seat of its hamza."""
    haa, taa = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER TEH}"
    if masdar.endswith(_A + _HAMZA):
        return masdar, masdar[:-1] + _Y, masdar[:-1] + _W
    return (masdar, masdar[:-1] + taa) if masdar.endswith(haa) else (masdar,)


_HAMZA = "\N{ARABIC LETTER HAMZA}"
"""Before a pronoun it sits on yaa or waw, which folded are these letters («إجلائها»)."""


_A, _H, _N, _T, _W, _Y = (
    f"{letter}"
    for letter in (
        "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER NOON}",
        "\N{ARABIC LETTER TEH}",
        "\N{ARABIC LETTER WAW}",
        "\N{ARABIC LETTER YEH}",
    )
)
_PARTICIPLES = (
    ("", "s", "m"),
    (_A, "s", "m"),
    (_H, "s", "f"),
    (_A + _N, "d", "m"),
    (_Y + _N, "d", "m"),
    (_T + _A + _N, "d", "f"),
    (_T + _Y + _N, "d", "f"),
    (_W + _N, "p", "m"),
    (_A + _T, "p", "f"),
)
"""Ending, number, gender; the oblique dual and plural are one spelling."""
