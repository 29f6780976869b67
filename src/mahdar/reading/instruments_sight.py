"""Words → sightings of instruments: each place where an article names one or takes one up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mahdar.language.clitics import bare
from mahdar.lexicon.instruments import InstrumentHead, InstrumentTable
from mahdar.lexicon.word_terms import Term
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import clause_around, clause_bounds, codes_in, mentions_in, phrase_end
from mahdar.reading.context import Context

__all__ = ["Naming", "find_namings"]

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_WAW, _LAM, _BEH = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER BEH}"


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where an instrument is named or taken up."""

    ctx: Context
    table: InstrumentTable
    sentence: Sentence
    term: Term
    head: InstrumentHead
    i: int
    last: int
    """One past the last word of its phrase."""
    clause: tuple[int, int]
    inner: InstrumentHead | None = None
    """For an amendment: what is amended."""

    @property
    def behind(self) -> int:
        """The first word behind the head."""
        return self.i + self.term.length

    @property
    def before(self) -> str:
        """The folded word before, in the sentence."""
        return self.ctx.folds[self.i - 1] if self.i > self.sentence.first else ""

    @property
    def attributes(self) -> list[str]:
        """The folded words of the phrase behind its head."""
        return self.ctx.folds[self.behind : self.last]

    def has(self, words: str, first: int, last: int) -> bool:
        """Say whether a word of a closed list stands between two words."""
        return not self.table.words[words].isdisjoint(self.ctx.folds[first:last])

    @property
    def kind(self) -> str:
        """The kind of instrument, by head and attributes."""
        words = set(self.attributes)
        return next((kind for need, kind in self.head.whens if need & words), self.head.kind)

    @property
    def back(self) -> bool:
        """True where it only takes up an instrument named before («هذه الاتفاقية», «بنودها»)."""
        if self.head.opens == "never" or (self.term.pronoun and self.head.act):
            return True
        alone = self.behind >= self.last
        return alone and (self.term.definite or self.before in self.table.words["this"])

    @property
    def core(self) -> frozenset[str]:
        """The nouns of its phrase, without particles and parties: what tells it from others."""
        return self._nouns(self.last)

    @property
    def wide(self) -> frozenset[str]:
        """The same of the words behind, where the phrase itself says little."""
        return self._nouns(min(self.clause[1], self.behind + 14))

    def _nouns(self, stop: int) -> frozenset[str]:
        """Return the stems of the nouns behind the head."""
        skip = self.ctx.acts.words["detached"].union(*(self.table.words[w] for w in _COMMON))
        parties = mentions_in(self.ctx.article.mentions.parties, self.i, stop)
        named = {k for m in parties for k in range(m.first, m.last)}
        words = [(k, self.ctx.folds[k]) for k in range(self.behind, stop) if k not in named]
        return frozenset(
            stem(w) for k, w in words if len(w) > 3 and w not in skip and not self.ctx.covered[k]
        )


_COMMON = ("about", "pair", "money", "stops")
"""Lists of words that tell no instrument from another."""


def stem(fold: str) -> str:
    """Take conjunction, ل and article off a folded word, for comparing.

    >>> stem("وللنقل"), stem("النقل"), stem("لنقل")
    ('نقل', 'نقل', 'نقل')
    """
    if len(fold) > 4 and fold.startswith(_WAW):
        fold = fold[1:]
    if len(fold) > 4 and fold.startswith(_LAM + _LAM):
        return fold[2:]
    if len(fold) > 3 and fold.startswith(_LAM):
        fold = fold[1:]
    return bare(fold)


def find_namings(ctx: Context, table: InstrumentTable) -> list[Naming]:
    """Find every place where an article names an instrument.

    Order: by word; phrases never overlap. Cost: one look-up a word, real work at the heads only.
    """
    found: list[Naming] = []
    end, sentence, bounds = 0, None, [0]
    for i, term in _heads(ctx, table):
        if i < end:
            continue
        if sentence is None or i >= sentence.last:
            sentence = ctx.sentence_of(i)
            bounds = clause_bounds(ctx, sentence)
        naming = _naming(ctx, table, sentence, (i, term), bounds)
        if any(rule(naming) for rule in REFUSALS):
            continue
        found.append(naming)
        end = max(naming.behind, i + 1) if naming.inner is None else naming.last
    return found


def _heads(ctx: Context, table: InstrumentTable) -> Iterator[tuple[int, Term]]:
    """Yield every word that the lexicon knows as an instrument's, the longest phrase at each."""
    terms, folds = table.terms, ctx.folds
    for i, word in enumerate(folds):
        if word in terms and not ctx.covered[i]:
            found = next((t for t in terms[word] if tuple(folds[i + 1 : i + t.length]) == t.rest), None)
            if found is not None:
                yield i, found


def _naming(
    ctx: Context, table: InstrumentTable, sentence: Sentence, at: tuple[int, Term], bounds: Sequence[int]
) -> Naming:
    """Read the phrase that names an instrument."""
    i, term = at
    head = table.heads[term.head]
    behind = i + term.length
    last = _phrase_end(ctx, table, sentence, behind, definite=term.definite)
    if term.definite and not _goes_on(ctx, table, behind, last):
        last = behind
    inner = None
    if head.opens == "inner":
        inner = next((table.heads[t.head] for k, t in _inner(ctx, table, behind, last)), None)
    last = _before_next(ctx, table, behind, last, whole=inner is not None)
    if head.opens == "number":
        last = next((k + 1 for k in range(behind, last) if ctx.folds[k].isdigit()), last)
    return Naming(ctx, table, sentence, term, head, i, last, clause_around(bounds, i, last), inner)


def _phrase_end(
    ctx: Context, table: InstrumentTable, sentence: Sentence, behind: int, *, definite: bool
) -> int:
    """Return where the phrase ends: at a break, a relative, a verb, or the day and place of signing."""
    stops = table.words["relative"] | table.words["stops"]
    last = phrase_end(ctx, sentence, behind, stops, 18)
    dates = {m.first for m in mentions_in(ctx.article.mentions.dates, behind, last)}
    for k in range(behind, last):
        if (k in dates and k > behind + 1) or _in_capital(ctx, table, k) or _turns(ctx, table, behind, k, definite=definite):
            last = k
            break
    while last > behind and ctx.folds[last - 1] in ctx.acts.words["detached"]:
        last -= 1
    return last


def _in_capital(ctx: Context, table: InstrumentTable, k: int) -> bool:
    """Say whether a preposition leads to a capital: where it was signed."""
    named = ctx.at.parties.get(k + 1)
    return named is not None and named.form == "capital" and ctx.folds[k] in table.words["about"]


def _turns(ctx: Context, table: InstrumentTable, behind: int, k: int, *, definite: bool) -> bool:
    """Say whether the sentence turns to something else: a connector, a person, an indefinite word behind a definite.

    «الاتفاق النووي بداية …»: what follows a definite noun without article or preposition says something of it.
    """
    fold, words = ctx.folds[k], ctx.acts.words
    if fold in words["negation"] or fold in words["connector"] or fold in words["subjunctive"]:
        return True
    if k in ctx.at.people or k in ctx.at.offices:
        return True
    if (
        not definite
        or fold.startswith((_ARTICLE, _WAW + _ARTICLE, _LAM * 2))
        or fold.isdigit()
        or _inside_party(ctx, k)
    ):
        return False
    if _leads(ctx, table, k):
        return False
    before = ctx.folds[k - 1]
    chained = k > behind and (
        _leads(ctx, table, k - 1) or not before.startswith((_ARTICLE, _WAW + _ARTICLE, _LAM * 2))
    )
    return not chained or _inside_party(ctx, k - 1)


def _is_definite(ctx: Context, k: int) -> bool:
    """Say whether a word has the article; «إلغاء» has none, though it folds as if it had."""
    return ctx.words[k].text.lstrip(_WAW).startswith((_ARTICLE, _LAM * 2))


def _leads(ctx: Context, table: InstrumentTable, k: int) -> bool:
    """Say whether a word leads on to a noun: a preposition, «رقم»."""
    fold = ctx.folds[k]
    return (
        any(fold in table.words[w] for w in ("about", "between", "numbered"))
        or fold in ctx.acts.words["detached"]
    )


def _inside_party(ctx: Context, k: int) -> bool:
    """Say whether a word is part of a party's name."""
    return any(m.last > k for m in mentions_in(ctx.article.mentions.parties, max(0, k - 6), k + 1))


def _goes_on(ctx: Context, table: InstrumentTable, behind: int, last: int) -> bool:
    """Say whether the phrase of a definite noun goes on: an adjective, a name, a preposition."""
    if behind >= last:
        return False
    fold = ctx.folds[behind]
    particle = (
        fold in table.words["about"]
        or fold in table.words["between"]
        or fold.isdigit()
        or fold in table.words["numbered"]
    )
    if fold.startswith(_WAW) and behind not in ctx.starts:
        return False
    return particle or _is_definite(ctx, behind) or behind in ctx.starts


def _inner(ctx: Context, table: InstrumentTable, first: int, last: int) -> Iterator[tuple[int, Term]]:
    """Yield the instruments named in the words right behind an amendment."""
    for k in range(first, min(last, first + 3)):
        term = next(
            (
                t
                for t in table.terms.get(ctx.folds[k], ())
                if tuple(ctx.folds[k + 1 : k + t.length]) == t.rest
            ),
            None,
        )
        if term is not None:
            yield k, term


def _before_next(ctx: Context, table: InstrumentTable, behind: int, last: int, *, whole: bool) -> int:
    """Cut the phrase before another instrument joined to it («… ومذكرة تعاون»)."""
    if whole:
        behind += 3
    joined = (k for k in range(behind, last) if ctx.folds[k].startswith(_WAW) and ctx.folds[k] in table.terms)
    return next(joined, last)


# --- what makes a word no instrument


def in_general(n: Naming) -> bool:
    """«الاتفاقيات الدولية», «أي اتفاق», «عدم اتفاق»."""
    return n.before in n.table.words["vague"] or n.has("vague", n.behind, min(n.behind + 1, n.last))


def agreeing(n: Naming) -> bool:
    """«تم الاتفاق على», «اتفاق البلدين على»: an act, no text."""
    if not n.head.act:
        return False
    if n.ctx.folds[n.behind : n.behind + 1] and n.has("on", n.behind, min(n.behind + 1, n.sentence.last)):
        return True
    if n.before in n.table.words["light"] or (
        n.term.taken.endswith(_BEH) and n.has("between", n.behind, n.behind + 1)
    ):
        return True
    return (
        n.head.kind == "agreement"
        and n.has("on", n.behind, min(n.behind + 6, n.sentence.last))
        and not n.term.definite
    )


def of_another_sort(n: Naming) -> bool:
    """«البرنامج النووي», «خطة المدرب»."""
    return n.head.kind in {"plan", "programme", "contract"} and n.has(
        "otherwise", n.behind, min(n.behind + 2, n.sentence.last)
    )


def describing(n: Naming) -> bool:
    """«شراكة استراتيجية»: an adjective behind its noun."""
    if not n.head.adjective or not n.before or n.ctx.words[n.i].gap:
        return False
    return n.before.startswith(_ARTICLE) or n.before.endswith(_FEMININE)


_FEMININE = ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}")


def inside_a_name(n: Naming) -> bool:
    """«منظمة معاهدة …»: part of a party's name."""
    return any(m.first <= n.i < m.last for m in mentions_in(n.ctx.article.mentions.parties, n.i - 6, n.i + 1))


def declaring(n: Naming) -> bool:
    """«الإعلان عن», «إعلان البيت الأبيض حصوله على»: the act, no declaration of a place."""
    if n.head.opens != "place":
        return False
    place = next((m for m in n.ctx.article.mentions.places if m.first == n.behind), None)
    if n.term.definite or place is None:
        return True
    if place.last >= n.sentence.last or n.ctx.words[place.last].gap:
        return False
    fold = n.ctx.folds[place.last]
    if fold.isdigit():
        return False
    return not (
        fold.startswith(_WAW)
        or fold in n.ctx.acts.words["detached"]
        or n.has("relative", place.last, place.last + 1)
    )


def verb(n: Naming) -> bool:
    """«عقد الجانبان …»: the verb."""
    if n.head.id != "ar.instrument.contract" or n.term.plural:
        return False
    return not n.head.needs & set(n.attributes)


REFUSALS: tuple[Callable[[Naming], bool], ...] = (
    in_general,
    agreeing,
    of_another_sort,
    describing,
    inside_a_name,
    declaring,
    verb,
)
"""Each says True where a word names no instrument."""


def parties_named(n: Naming) -> tuple[str, ...]:
    """Return the parties that the phrase itself names: before its subject, else in it.

    A capital right behind the noun is where it was made («اتفاق باريس»).
    """
    about = n.table.words["about"]
    named = n.ctx.at.parties.get(n.behind)
    first = n.behind + (named is not None and named.form == "capital")
    cut = next((k for k in range(first, n.last) if n.ctx.folds[k] in about), n.last)
    return codes_in(n.ctx, first, cut, without=about) or codes_in(n.ctx, first, n.last, without=about)
