"""An article's words → whether it is a ministry's, an embassy's or a state news agency's own.

Such a post prints marks that no paper prints, or speaks for its own house: «the Ministry condemns», «His
Excellency the Minister opened» without the name of a state.
"""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.lexicon.layout import Layout
from mahdar.page.lines import fold_words_of
from mahdar.page.signals import Piece, Signal, colon_inside, framed, hits, holds, total

__all__ = ["ministry_score", "office_alone"]

_FAR = 6
_COMMA = "\N{ARABIC COMMA}"
_CIRCUMSTANCES = 120
_CLAUSE = 160
_PAPER = frozenset(
    {
        "rule.credit", "rule.author", "rule.place_and_author", "rule.slash", "rule.sign", "rule.dateline",
        "rule.author_and_agency", "rule.site", "rule.signed",
        "ar.layout.wrote", "ar.layout.source", "ar.layout.by", "en.layout.by",
    }
)  # fmt: skip
"""Bylines of papers, agencies and correspondents."""


def ministry_score(piece: Piece) -> int:
    """Weigh whether a text is a ministry's, an embassy's or a state news agency's own."""
    return total(_MINISTRY, piece)


def _marked(piece: Piece) -> bool:
    """Marks that only ministries and state news agencies print, or a ministry's byline."""
    return any(mark.ministry for mark in piece.marks)


def _own_title(piece: Piece) -> bool:
    """The headline names a statement or a remark and whose it is."""
    lead = piece.titles[0].lead if piece.titles else ()
    nouns = piece.table.sets["ministry_text"]
    organs = piece.table.sets["organ"]
    starts = list(hits(lead, nouns, 3))
    return any(word in organs for i in starts for word in lead[i + 1 : i + _FAR])


def _own_voice(piece: Piece) -> bool:
    """The text opens with an organ of a state that condemns, welcomes or stresses, in the present."""
    return _speaks(piece.opening, piece.table)


def _speaks(lead: tuple[str, ...], table: Layout) -> bool:
    """Say whether a paragraph begins with a present verb of an organ's own statement, the organ behind it."""
    verbs = hits(lead, table.sets["ministry_verb"], 2)
    behind = (word for i in verbs for word in lead[i + 1 : i + 3])
    return any(word in table.sets["organ"] or word in table.sets["state_noun"] for word in behind)


def _own_voice_again(piece: Piece) -> bool:
    """A further paragraph goes on in that voice."""
    return any(_speaks(line.lead, piece.table) for line in [p for p in piece.body if p.prose][1:])


def _spokesman(piece: Piece) -> bool:
    """The text opens with a spokesman of an organ."""
    lead, organs = piece.opening, piece.table.sets["organ"]
    found = hits(lead, piece.table.sets["spokesman"], 6)
    return any(word in organs for i in found for word in lead[i + 2 : i + 5])


def _honoured_subject(piece: Piece) -> bool:
    """The first subject is the writer's own minister: an honorific, and no state named behind it."""
    leads = [*(line.lead for line in piece.titles[:1]), piece.opening]
    return any(
        _honoured(lead, i, piece.table)
        for lead in leads
        for i in hits(lead, piece.table.sets["honorific"], 3)
    )


def _honoured_again(piece: Piece) -> bool:
    """The writer's own minister is taken up by a pronoun of honour."""
    words = piece.table.sets["her_excellency"]
    return _honoured_subject(piece) and any(holds(line, words) for line in piece.body)


def _honoured(lead: tuple[str, ...], i: int, table: Layout) -> bool:
    """Say whether an honorific is that of an office or a styled name of no named state."""
    office, style = table.sets["office"], table.sets["style"]
    held = any(office.at(lead, j) or style.at(lead, j) for j in range(i + 1, min(i + 3, len(lead))))
    return held and not _foreign(lead, i, table)


def _bare_minister(piece: Piece) -> bool:
    """The first subject is a minister of no named state, without an honorific."""
    lead, office = _main_clause(piece), piece.table.sets["office"]
    own = any(not _foreign(lead, i, piece.table) for i in hits(lead, office, 3) if i > 0)
    return own and not _honoured_subject(piece)


def _main_clause(piece: Piece) -> tuple[str, ...]:
    """Return the first words behind the circumstances that a text may open with."""
    line = next((line for line in piece.body if line.prose), None)
    lead = piece.opening
    if line is None or not lead or piece.table.sets["kicker_opening"].at(lead, 0) is None:
        return lead
    comma = line.text.find(_COMMA, 0, _CIRCUMSTANCES)
    return tuple(fold_words_of(line.text[comma + 1 : comma + _CLAUSE])) if comma > 0 else lead


def _bare_organ(piece: Piece) -> bool:
    """The first subject is a ministry of no named state."""
    lead, organs = piece.opening, piece.table.sets["organ"]
    first = next((i for i in hits(lead, organs, 3) if i > 0), None)
    governed = first is None or lead[first - 1] in piece.table.sets["office"]
    return first is not None and not governed and not _foreign(lead, first, piece.table)


def _styled(piece: Piece) -> bool:
    """A style stands between the office and the name."""
    return any(True for _ in hits(_main_clause(piece), piece.table.sets["style"], 14))


def _own_head(piece: Piece) -> bool:
    """The first subject is the head of state or of government as only his own people write of him."""
    heads, table = piece.table.sets["own_head"], piece.table
    leads = [*(line.lead for line in piece.titles[:1]), _main_clause(piece)]
    return any(not _foreign(lead, i, table) for lead in leads for i in hits(lead, heads, 3))


def _his_honour(piece: Piece) -> bool:
    """He is taken up by a pronoun of honour."""
    return any(holds(line, piece.table.sets["his_honour"]) for line in piece.body)


def _mission(piece: Piece) -> bool:
    """An embassy is the first subject, and its own head is written of without a name or a state."""
    acts = any(True for _ in hits(piece.opening, piece.table.sets["mission"], 3))
    return acts and any(holds(line, piece.table.sets["own_envoy"]) for line in piece.body)


def _for_its_state(piece: Piece) -> bool:
    """The first subject is an organ of no named state, and what it says is said for its state."""
    lead, organs = piece.opening, piece.table.sets["organ"]
    first = next(iter(hits(lead, organs, 3)), None)
    if first is None or first == 0 or _owned(lead, first, piece.table):
        return False
    return any(word in piece.table.sets["state_noun"] for word in lead[first + 2 : first + _FAR])


def _signed_by_holder(piece: Piece) -> bool:
    """A line above the text is an office with the state that its bearer serves, and nothing else."""
    above = (*piece.titles, *(line for line in piece.body[:_TOP] if not line.prose))
    return any(office_alone(line.lead, piece.table) for line in above if not line.introduces)


def office_alone(lead: tuple[str, ...], table: Layout) -> bool:
    """Say whether words are an office and a state, and nothing else («وزير الخارجية - جمهورية كينيا»)."""
    office = table.sets["office"].at(lead, 0) if lead else None
    if office is None:
        return False
    styled = next((k for k in range(office[0], len(lead)) if lead[k] in table.sets["state_noun"]), len(lead))
    between = [word.removeprefix(_WAW) for word in lead[office[0] : styled]]
    definite = [bare(word) != word for word in between]
    if sorted(definite) != definite:
        return False  # «وزير الخارجية يزور جمهورية كينيا»: behind a definite word goes on no title
    found = (table.parties.at(lead, k) for k in range(styled, min(styled + 2, len(lead))))
    return any(hit is not None and styled + n + hit[0] == len(lead) for n, hit in enumerate(found))


_WAW = "\N{ARABIC LETTER WAW}"
_TOP = 4
"""Lines at an article's top."""


def _organ_title(piece: Piece) -> bool:
    """The headline begins with an organ of no named state («وزارة الصحة تنفي …»)."""
    lead = piece.titles[0].lead if piece.titles else ()
    return bool(lead) and lead[0] in piece.table.sets["organ"] and not _owned(lead, 0, piece.table)


def _owned(lead: tuple[str, ...], i: int, table: Layout) -> bool:
    """Say whether the state of an organ stands right behind its name («وزارة الخارجية البولندية»)."""
    return any(table.parties.at(lead, j) is not None for j in range(i + 1, min(i + 3, len(lead))))


def _today(piece: Piece) -> bool:
    """The text tells of today."""
    return any(True for _ in hits(_main_clause(piece), piece.table.sets["today"]))


def _yesterday(piece: Piece) -> bool:
    """The text tells of yesterday: a paper does, a day after the wire."""
    return any(True for _ in hits(piece.opening, piece.table.sets["yesterday"]))


def _honours(piece: Piece) -> bool:
    """Honorifics stand in three places at least."""
    words = (word for line in (*piece.titles, *piece.body) for word in line.lead)
    honours = piece.table.sets["honorific_word"].by_head
    return sum(word in honours for word in words) >= 3


def _wired(piece: Piece) -> bool:
    """It carries the initials of a wire's editors, or begins with a place and a day."""
    return any(mark.id in {"rule.initials", "rule.dated_place"} for mark in piece.marks)


def _foreign(lead: tuple[str, ...], i: int, table: Layout) -> bool:
    """Say whether a state is named within the words of an office."""
    ends = (table.sets["honorific"], table.sets["office_ends"])
    until = min(next(hits(lead[i + 1 :], words, _FAR), _FAR) for words in ends) + i + 1
    return any(table.parties.at(lead, j) is not None for j in range(i + 1, min(until, len(lead))))


def _papers(piece: Piece) -> bool:
    """A byline names a paper, an agency or a correspondent."""
    return any(mark.why == "byline" and not mark.ministry and mark.id in _PAPER for mark in piece.marks)


def _sourced(piece: Piece) -> bool:
    """The text names its sources as papers do."""
    return any(holds(line, piece.table.sets["newspaper"]) for line in piece.body)


def _quoted_title(piece: Piece) -> bool:
    """The headline is a saying behind a name and a colon."""
    return colon_inside(piece) and not _own_title(piece)


_MINISTRY: tuple[Signal, ...] = (
    (2, _own_title),
    (3, _own_voice),
    (1, _own_voice_again),
    (1, _spokesman),
    (2, _honoured_subject),
    (1, _honoured_again),
    (1, _bare_minister),
    (1, _bare_organ),
    (2, _own_head),
    (1, _his_honour),
    (2, _mission),
    (2, _for_its_state),
    (1, _organ_title),
    (1, _styled),
    (1, _today),
    (1, _honours),
    (1, _wired),
    (-3, _papers),
    (-2, _sourced),
    (-2, framed),
    (-2, _quoted_title),
    (-3, _yesterday),
    (9, _marked),
    (3, _signed_by_holder),
)
