"""Words → namings: each place where an article names an instrument or takes one up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mahdar.language.clitics import bare
from mahdar.lexicon.instruments import InstrumentHead, InstrumentTable, Known
from mahdar.lexicon.word_terms import Term
from mahdar.model.mentions import DateMention, PartyMention
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import clause_around, clause_bounds, codes_in, mentions_in
from mahdar.reading.context import Context
from mahdar.reading.instruments_phrase import amended_in, before_next, goes_on, name_end, one_more

__all__ = ["Naming", "find_namings", "known_as", "made_there", "parties_named", "stem"]

_NISBA = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER ALEF}"
_WAW, _LAM, _HEH = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER HEH}"


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
    sequel: bool = False
    """True where no noun names it, only «another» or an ordinal behind one of its kind («وأخرى للصيد»)."""

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
        founding, told = self.table.words["founding"], self.attributes
        words = {w for k, w in enumerate(told) if not (k and told[k - 1] in founding)}
        if self.head.opens == "matter" and any(
            p.first == self.behind for p in self.ctx.article.mentions.places
        ):
            return "joint_statement"
        return next((kind for need, kind in self.head.whens if need & words), self.head.kind)

    @property
    def day(self) -> DateMention | None:
        """The day or year that is its name («اتفاق 12 آذار 2004», «بروتوكول عام 1998»)."""
        if self.term.definite or self.term.pronoun or self.term.plural:
            return None
        days = mentions_in(self.ctx.article.mentions.dates, self.behind, self.behind + _YEAR)
        told = (d for d in days if d.first < self.behind + _YEAR and d.precision != "range" and d.value)
        return next((d for d in told if any(f.isdigit() for f in self.ctx.folds[d.first : d.last])), None)

    @property
    def ordinal(self) -> str:
        """Which of several it is («مذكرة التفاهم الأولى», «اتفاقية ثالثة»): its ordinal, or nothing."""
        told = self.has("ordinal" if self.term.definite else "one_more", self.behind, self.behind + 1)
        of_its_kind = self.has("among", self.behind + 1, self.behind + 2)
        return self.ctx.folds[self.behind] if told and not of_its_kind else ""

    @property
    def number(self) -> float | None:
        """How many of them are counted («ست اتفاقيات», «مذكرتي تفاهم»); None where none are."""
        amounts = mentions_in(self.ctx.article.mentions.amounts, self.i - 3, self.i + 1)
        return next((m.value for m in amounts if m.first <= self.i < m.last), None)

    @property
    def back(self) -> bool:
        """True where it only takes up an instrument named before («هذه الاتفاقية», «بنودها»)."""
        if self.ordinal:
            return False
        if self.head.opens == "never" or (self.term.pronoun and self.head.act):
            return True
        alone = self.behind >= self.last or self._dated_alone()
        return alone and (self.term.definite or self.before in self.table.words["this"])

    def _dated_alone(self) -> bool:
        """Say whether nothing but a day stands behind the noun («على الاتفاق الثلاثاء»)."""
        return self.last == self.behind + 1 and self.has("weekdays", self.behind, self.last)

    @property
    def vague(self) -> bool:
        """True for a definite noun of which only a place or time is told («بعد الاتفاق في …»)."""
        first = self.attributes[:1]
        matter = self.has("about", self.behind + 1, min(self.behind + 2, self.last))  # «في مجال الصيد»
        return self.term.definite and bool(first) and first[0] in self.table.words["inside"] and not matter

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


_YEAR = 2
"""«عام» may stand between the noun and its year."""
_COMMON = ("about", "pair", "money", "stops")
"""Lists of words that tell no instrument from another."""


def stem(fold: str) -> str:
    """Take conjunction, ل and article off a folded word, for comparing.

    >>> stem("وللنقل"), stem("النقل"), stem("لنقل")
    ('نقل', 'نقل', 'نقل')
    """
    if len(fold) > 4 and fold.startswith(_WAW):
        fold = fold[1:]
    if len(fold) > 5 and fold.endswith((_HEH, _NISBA)):
        fold = fold[:-1]
    if len(fold) > 4 and fold.startswith(_LAM + _LAM):
        return fold[2:]
    if len(fold) > 3 and fold.startswith(_LAM):
        fold = fold[1:]
    return bare(fold)


def find_namings(ctx: Context, table: InstrumentTable) -> Iterator[Naming]:
    """Find every place where an article names an instrument.

    Order: by word; phrases never overlap. Cost: one look-up a word, real work at the heads only.
    """
    end, sentence, bounds = 0, None, [0]
    before: Naming | None = None
    for i, found in _heads(ctx, table):
        term = found or _as_before(before, i)
        if i < end or term is None:
            continue
        if sentence is None or i >= sentence.last:
            sentence = ctx.sentence_of(i)
            bounds = clause_bounds(ctx, sentence)
        before = _naming(ctx, table, sentence, (i, term), bounds)
        before = before if found else replace(before, sequel=True)
        yield before
        end = max(before.behind, i + 1) if before.inner is None else before.last


def _heads(ctx: Context, table: InstrumentTable) -> Iterator[tuple[int, Term | None]]:
    """Yield every word that the lexicon knows as an instrument's, the longest phrase at each.

    Nothing stands beside a word like «أخرى», which may be one more of the kind named before.
    """
    terms, folds, another = table.terms, ctx.folds, table.words["another"]
    for i, word in enumerate(folds):
        if word in terms and not ctx.covered[i]:
            found = next((t for t in terms[word] if tuple(folds[i + 1 : i + t.length]) == t.rest), None)
            if found is not None:
                yield i, found
        elif word in another:
            yield i, None


def _as_before(before: Naming | None, i: int) -> Term | None:
    """Return the noun that «another» stands for: that of the text named before it in the sentence."""
    if before is None or i >= before.sentence.last or i - before.last > _ROW:
        return None
    if before.head.opens != "attribute" or before.back or not one_more(before.ctx, before.table, i):
        return None
    counted = before.term.plural or before.sequel
    if bare(before.ctx.folds[i].removeprefix(_WAW)) != before.ctx.folds[i].removeprefix(_WAW) and not counted:
        return None
    taken = _WAW if before.ctx.folds[i].startswith(_WAW) else ""
    return Term(before.term.head, (), taken)


_ROW = 25
"""One more of a kind is told within so many words behind the one before it."""


def _naming(
    ctx: Context, table: InstrumentTable, sentence: Sentence, at: tuple[int, Term], bounds: Sequence[int]
) -> Naming:
    """Read the phrase that names an instrument."""
    i, term = at
    head = table.heads[term.head]
    behind = i + term.length
    last = name_end(ctx, table, sentence, behind, definite=term.definite)
    if term.definite and (not goes_on(ctx, table, behind, last) or _only_placed(ctx, table, behind, last)):
        last = behind
    inner = None
    if head.opens == "inner":
        inner = next((table.heads[t.head] for k, t in amended_in(ctx, table, behind, last)), None)
    last = before_next(ctx, table, behind + _INNER * (inner is not None), last, several=term.plural)
    if head.whole:
        last = behind
    if last < sentence.last and ctx.folds[last].isdigit() and ctx.folds[last] in head.needs:
        last += 1  # the year belongs to the name of a vision
    if head.opens == "number":
        last = next((k + 1 for k in range(behind, last) if ctx.folds[k].isdigit()), last)
    return Naming(ctx, table, sentence, term, head, i, last, clause_around(bounds, i, last), inner)


_INNER = 3
"""So many words behind an amendment name what it amends."""


def _only_placed(ctx: Context, table: InstrumentTable, behind: int, last: int) -> bool:
    """Say whether «في» goes on with what the instrument does («أن يسهم الاتفاق في تحقيق …»)."""
    k = behind + 1
    if k >= last or ctx.folds[behind] not in table.words["inside"] or ctx.folds[k] in table.words["about"]:
        return False
    return bare(ctx.folds[k]) == ctx.folds[k] and not ctx.covered[k] and k not in ctx.at.parties


def parties_named(n: Naming) -> tuple[str, ...]:
    """Return the parties that the phrase itself names: before its subject, else in it.

    A capital right behind the noun is where it was made («اتفاق باريس»).
    """
    about = n.table.words["about"]
    named = n.ctx.at.parties.get(n.behind)
    first = n.behind + (named is not None and made_there(n, named))
    cut = next((k for k in range(first, n.last) if n.ctx.folds[k] in about or _for_subject(n, k)), n.last)
    placing = about | n.table.words["placing"]
    idle = _idle(n, first, cut)
    found = tuple(c for c in codes_in(n.ctx, first, cut, without=placing) if c not in idle)
    if found:
        return _with_counterpart(n, found)
    at = next((k for k in range(cut, n.last) if n.ctx.folds[k] in n.table.words["between"]), None)
    if at is None:
        return _adjectives(n, cut)
    firms = {m.code for m in mentions_in(n.ctx.article.mentions.parties, at, n.last) if _of_a_company(n, m)}
    return tuple(c for c in codes_in(n.ctx, at, n.last, without=placing) if c not in firms)


def made_there(n: Naming, named: PartyMention) -> bool:
    """Say whether a name right behind the noun is where it was made («اتفاق الجزائر بين البلدين»)."""
    return named.form == "capital" or n.has("amid", named.last, named.last + 1)


def _for_subject(n: Naming, k: int) -> bool:
    """Say whether a word right behind the noun leads to the subject by an attached «ل» («لترسيم الحدود»)."""
    fold = n.ctx.folds[k]
    return k == n.behind and fold.startswith(_LAM) and len(fold) > _SHORT and k not in n.ctx.at.parties


_SHORT = 4
"""A longer word with an attached «ل» leads to a purpose."""


def _idle(n: Naming, first: int, last: int) -> set[str]:
    """Return the parties that stand only as adjectives of something else («استضافة الطلاب الليبيين»)."""
    named = mentions_in(n.ctx.article.mentions.parties, first, last)
    idle: set[str] = set()
    busy: set[str] = set()
    end = n.behind
    for m in named:
        near = m.first <= max(n.behind + 1, end) or m.first in n.ctx.starts
        beside = n.has("between", max(n.behind, m.first - 3), m.first)
        if m.form == "demonym" and _of_a_company(n, m):
            idle.add(m.code)
        elif m.form != "demonym" or near or beside:
            busy.add(m.code)
            end = m.last
        else:
            idle.add(m.code)
    return idle - busy


def _of_a_company(n: Naming, m: PartyMention) -> bool:
    """Say whether an adjective describes a company named before it («شركة سابك السعودية»)."""
    near = mentions_in(n.ctx.article.mentions.parties, max(n.behind, m.first - _COMPANY_NAME), m.first)
    return any(p.last == m.first and p.code.startswith(_COMPANY) for p in near)


_COMPANY, _COMPANY_NAME = "ORG:", 6
"""A company's name has so many words at most."""


def _with_counterpart(n: Naming, found: tuple[str, ...]) -> tuple[str, ...]:
    """Add the other maker that a counterpart behind a break names («بين وزارة …، ونظيرتها السودانية»)."""
    if len(found) != 1 or not n.has("between", n.behind, n.last):
        return found
    stop = min(n.last + _BREAK, n.sentence.last)
    at = next((k for k in range(n.last, stop) if n.has("counterpart", k, k + 1)), None)
    behind = () if at is None else codes_in(n.ctx, at, min(at + 3, n.sentence.last))
    return tuple(dict.fromkeys((*found, *behind[:1])))


_BREAK = 16
"""What represents the first maker fills so many words before the second."""


def known_as(n: Naming) -> Known | None:
    """Return what is known by the words behind the head («الاتفاق النووي»), where the article fits it.

    Several words may also stand a little further («اتفاق تم التوصل إليه بشأن برنامج إيران النووي»).
    """
    folds, weights = n.ctx.folds, n.ctx.weights
    for k in range(n.behind, max(min(n.clause[1], n.last + _TOLD), n.last)):
        for rest, known in n.table.known.get(folds[k], ()):
            near = k < n.last and (bool(rest) or k <= n.behind + 1)
            follows = tuple(folds[k + 1 : k + 1 + len(rest)]) == rest and (near or _about(n, k, rest))
            if follows and (not known.beside or any(code in weights for code in known.beside)):
                return known
    return None


def _about(n: Naming, k: int, rest: tuple[str, ...]) -> bool:
    """Say whether several words behind a name say what it is about."""
    return bool(rest) and (k == n.behind or n.has("about", k - 1, k) or n.has("on", k - 1, k))


_TOLD = 10
"""So far behind its name may stand what it is known by."""


def _adjectives(n: Naming, first: int) -> tuple[str, ...]:
    """Return the parties that stand as adjectives or bodies in the rest of the phrase."""
    named = mentions_in(n.ctx.article.mentions.parties, first, n.last)
    acting = (m.code for m in named if m.form not in _BARE_NAMES and not m.code.startswith(_COMPANY))
    return tuple(dict.fromkeys(acting))


_BARE_NAMES = frozenset({"name", "capital", "weak"})
