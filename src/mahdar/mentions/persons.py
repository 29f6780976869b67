"""Names, titles and identity put together: a document's people, their mentions and their offices."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.language.clitics import bare
from mahdar.mentions.identity import Bearer, identify
from mahdar.mentions.latin import latin_name
from mahdar.mentions.offices import Held, Holding, groups_of, hold_offices, office_mentions
from mahdar.mentions.people import Named, find_names
from mahdar.mentions.tables import Tables
from mahdar.mentions.titles import TitleAt, find_titles, names_may_begin
from mahdar.mentions.wording import Wording
from mahdar.model.mentions import OfficeMention, Person, PersonMention, SeenOffice
from mahdar.model.prose import Prose

__all__ = ["Cast", "find_people"]


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a document."""

    wordings: tuple[Wording, ...]
    """The articles, ready for the other finders."""
    people: tuple[Person, ...]
    """By first mention."""
    mentions: tuple[tuple[PersonMention, ...], ...]
    """For each article, by start."""
    offices: tuple[tuple[OfficeMention, ...], ...]
    """For each article, by start."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article, as far as it tells when and in which words an office is held."""

    prose: Prose
    wording: Wording
    anchor: str | None
    """The day that it states for itself."""

    def worded(self, title: TitleAt) -> frozenset[str]:
        """Return the words of a title, without article and particles of the first."""
        folds = self.wording.folds[title.first : title.last]
        heads = (head for _, head in self.wording.readings[title.first])
        return frozenset((min(map(bare, heads), key=len), *folds[1:]))

    def event(self, title: TitleAt) -> int:
        """Return the first word of the sentence that ties a title to another year; -1 where none does."""
        at = bisect_right(self.prose.sentences, title.first, key=lambda one: one.first) - 1
        sentence = self.prose.sentences[at]
        years = {f for f in self.wording.folds[sentence.first : sentence.last] if _is_year(f)}
        return -1 if not years or (self.anchor or "-")[:4] in years else sentence.first


def _is_year(fold: str) -> bool:
    return len(fold) == len("2022") and fold.isdigit() and fold[:2] in {"19", "20"}


def find_people(proses: Sequence[Prose], tables: Tables, anchors: Sequence[str | None]) -> Cast:
    """Find the people of a document and what offices they hold.

    Args:
        proses: the document's articles.
        tables: all lookups.
        anchors: for each article the day it states for itself.
    """
    wordings = tuple(Wording.of(prose, tables.kinds) for prose in proses)
    titles = [find_titles(w, tables.titles, tables.parties, tables.places) for w in wordings]
    begins = [names_may_begin(w, t, tables.titles) for w, t in zip(wordings, titles, strict=True)]
    named = [find_names(w, tables.known, set(b)) for w, b in zip(wordings, begins, strict=True)]
    bearers = identify(wordings, named, tables.known)
    holdings = [
        hold_offices(w, groups_of(w, t), b, _by_place(w, bearers, number))
        for number, (w, t, b) in enumerate(zip(wordings, titles, begins, strict=True))
    ]
    held = _held(wordings, holdings, tables)
    told = tuple(map(Told, proses, wordings, anchors))
    people = tuple(_person(bearer, told, held, tables) for bearer in bearers)
    names = {id(bearer): person.name for bearer, person in zip(bearers, people, strict=True)}
    offices = (tuple(office_mentions(n, wordings[n], h, held, names)) for n, h in enumerate(holdings))
    return Cast(wordings, people, _by_article(people, bearers, len(proses)), tuple(offices))


def _by_place(
    wording: Wording, bearers: Sequence[Bearer], article: int
) -> tuple[dict[int, Bearer], dict[int, Bearer]]:
    """Return an article's people by first word, if no particle is on it, and by the word behind the last."""
    spots = [(named, b) for b in bearers for number, named in b.spots if number == article]
    starts = {n.first: b for n, b in spots if n.start == wording.words[n.first].start}
    return starts, {n.last: b for n, b in spots}


def _held(
    wordings: Sequence[Wording], holdings: Sequence[Sequence[Holding]], tables: Tables
) -> tuple[Held, ...]:
    """Return the offices that have a holder beside them; a party not named is the holder's."""
    known = tables.known.people.people
    found: list[Held] = []
    parties = {
        id(h.bearer): h.title.party
        for row in reversed(holdings)
        for h in reversed(row)
        if h.bearer and h.title.party
    }
    for article, row in enumerate(holdings):
        for holding in row:
            bearer = holding.bearer
            if bearer is None or holding.title.title is None or holding.title.is_vague:
                continue
            own = known[bearer.known].party if bearer.known is not None else None
            party = holding.title.party or parties.get(id(bearer)) or own
            address = _address(wordings[article], holding.title, tables)
            found.append(Held(article, holding.title, holding.title.english(party), party, bearer, address))
    return tuple(found)


def _address(wording: Wording, title: TitleAt, tables: Tables) -> str:
    """Return the first word of the honorifics before a title or right behind it."""
    honorifics = tables.titles.honorifics
    for at in (title.first - 1, title.last):
        if 0 <= at < len(wording.words):
            for _, head in wording.readings[at]:
                if head in honorifics:
                    return head
    return ""


def _person(
    bearer: Bearer,
    told: Sequence[Told],
    held: Sequence[Held],
    tables: Tables,
) -> Person:
    """Make the person of a bearer."""
    known = tables.known.people.people[bearer.known] if bearer.known is not None else None
    article, fullest = max(bearer.spots, key=lambda spot: len(spot[1].words))
    words = _words(told[article].wording, fullest)
    own = [h for h in held if h.bearer is bearer]
    party = next((h.party for h in own if h.party), known.party if known else None)
    name = known.name if known else latin_name(words, fullest.words, tables.known.names, party)
    return Person(
        name=name,
        name_ar=_arabic(told[article].wording, fullest, words),
        name_source="lexicon" if known else "transliteration",
        mentions=tuple(_mention(told[a].wording, n, name, party) for a, n in bearer.spots),
        offices=tuple(_seen(told, own)),
        wikidata=known.wikidata if known else None,
    )


def _words(wording: Wording, named: Named) -> tuple[str, ...]:
    """Return the words of a name as they stand, without the particles of the first."""
    first = wording.words[named.first]
    rest = (word.text for word in wording.words[named.first + 1 : named.last])
    return first.text[named.start - first.start :], *rest


def _arabic(wording: Wording, named: Named, words: Sequence[str]) -> str:
    """Return a name as it stands, white space made single."""
    out = words[0]
    for word, text in zip(wording.words[named.first + 1 : named.last], words[1:], strict=True):
        out += f"{word.gap}{text}" if word.gap == "-" else f"{word.gap} {text}"
    return out


def _mention(wording: Wording, named: Named, name: str, party: str | None) -> PersonMention:
    """Make the mention of a name."""
    return PersonMention(named.start, wording.words[named.last - 1].end, named.first, named.last, name, party)


def _seen(told: Sequence[Told], own: Sequence[Held]) -> list[SeenOffice]:
    """Return a person's offices: each once a wording and an event in each article.

    A wording that leaves out words of an earlier one is the same («the minister» behind «the minister of X»).
    """
    seen: defaultdict[tuple[object, ...], list[frozenset[str]]] = defaultdict(list)
    found: list[SeenOffice] = []
    for h in own:
        article, title = told[h.article], h.title
        worded = article.worded(title)
        before = seen[h.article, h.english, h.party, article.event(title)]
        if not any(worded <= one for one in before):
            end = article.wording.words[title.last - 1].end
            found.append(SeenOffice(h.english, h.party, title.start, end, article.anchor))
        before.append(worded)
    return found


def _by_article(
    people: Sequence[Person], bearers: Sequence[Bearer], count: int
) -> tuple[tuple[PersonMention, ...], ...]:
    """Sort all mentions into their articles."""
    rows: list[list[PersonMention]] = [[] for _ in range(count)]
    for person, bearer in zip(people, bearers, strict=True):
        for (article, _), mention in zip(bearer.spots, person.mentions, strict=True):
            rows[article].append(mention)
    return tuple(tuple(sorted(row, key=lambda m: m.start)) for row in rows)
