"""What makes a naming enough for an entry: one rule for each way that a head may open."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.reading.clauses import codes_in, mentions_in
from mahdar.reading.context import Context
from mahdar.reading.instruments_merge import Seen
from mahdar.reading.instruments_refusals import contracted, signed_on
from mahdar.reading.instruments_sight import Naming, parties_named, stem

__all__ = ["OPENS"]

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_COMPANY = "ORG:"
_CONSTRUCT = 4
"""Nouns in a row at most that one definite noun makes definite."""
_LAM = "\N{ARABIC LETTER LAM}"


def always(n: Naming, s: Seen) -> bool:
    """The word alone is enough; a joint statement wants its two sides, or to be the article's matter."""
    if n.kind != "joint_statement":
        return True
    states = [p for p in s.parties if not p.startswith(_COMPANY)]
    return (
        len(states) > 1
        or _of_a_meeting(n)
        or n.sentence.block == "title"
        or n.ctx.article.kind == "joint_statement"
    )


def _of_a_meeting(n: Naming) -> bool:
    """Say whether a meeting that is called after its place made it («البيان الختامي لقمة بغداد»)."""
    k = n.behind + 1
    if k >= n.sentence.last or not n.ctx.folds[n.behind].startswith(_LAM) or n.ctx.words[k].gap:
        return False
    return k in n.ctx.at.parties or any(p.first == k for p in n.ctx.article.mentions.places)


def never(n: Naming, s: Seen) -> bool:
    """The word only takes up what was named before, unless its phrase or clause tells which two signed it.

    A new one is told with its matter («وقعا مذكرة بشأن الألغام»).
    """
    if not n.term.definite and n.kind == "mou" and n.has("about", n.behind, n.behind + 1):
        return s.action in _SIGNED and len(s.parties) > 1 and not n.term.plural
    told = n.term.definite and not n.term.plural and (s.spans[-1][0] >= n.last or (s.named and bool(n.core)))
    return told and s.action == "signed" and s.explicit and len(s.parties) > 1


def done_with(_n: Naming, s: Seen) -> bool:
    """Something is done with it."""
    return s.action not in {"referenced", "proposed"}


def sought(_n: Naming, s: Seen) -> bool:
    """Something is done with it, or two seek it."""
    if s.action == "proposed":
        return s.explicit and len(s.parties) > 1
    return s.action != "referenced"


def attribute(n: Naming, s: Seen) -> bool:
    """A word says which, or something is done with it; several are counted or done."""
    if n.day is not None or (s.known and _named_so(n)):
        return True
    if n.term.plural:
        counted = any(True for _ in mentions_in(n.ctx.article.mentions.amounts, n.i - 2, n.clause[1]))
        near = s.spans[0][0] < n.i or len(s.spans) > 1
        signed = s.action in {"signed", "to_be_signed"}
        return (
            counted
            or _drafts(n, s)
            or (
                done_with(n, s)
                and near
                and len(s.parties) > 1
                and (signed or bool(n.core) or s.named)
                and not _all_there_are(n, s)
            )
        )
    says = bool(n.core) or bool(parties_named(n)) or (s.explicit and len(s.parties) > 1)
    says = says or (len(s.parties) > 1 and (bool(s.date) or n.has("pair", n.behind, n.last)))
    says = says or (len(s.parties) > 1 and n.has("between", n.behind, n.behind + 2))
    says = says or _signed_by_both(n, s) or _of_a_value(n, s)
    if s.action == "proposed" and n.attributes and n.ctx.article.kind == "joint_statement":
        return True
    if _sought_in_general(n, s):
        return False
    if n.head.act:
        return says and (s.action != "referenced" or bool(parties_named(n)) or _which(n))
    return s.action != "referenced" or bool(parties_named(n)) or (bool(n.core) and _which(n))


def _named_so(n: Naming) -> bool:
    """Say whether several are called by what they are known by («اتفاقات أوسلو»), as one always is."""
    return not n.term.plural or any(fold in n.table.known for fold in n.attributes[:1])


def _sought_in_general(n: Naming, s: Seen) -> bool:
    """Say whether one is sought of which neither matter nor makers are told («اتفاق في وقت مناسب»)."""
    if s.action != "proposed" or n.term.definite or not n.head.act:
        return False
    if s.named or (s.explicit and len(s.parties) > 1):
        return False
    led = any(n.has(words, n.behind, n.last) for words in ("between", "topical"))
    led = led or (n.has("drafts", n.i - 1, n.i) and bool(n.core))
    return not led and not any(stem(w) in n.core for w in n.attributes[:1])


def _signed_by_both(n: Naming, s: Seen) -> bool:
    """Say whether it is the object of a verb of signing of two («وقعا اتفاقا يعفي …»)."""
    signed = s.action in {"signed", "to_be_signed"} and s.spans[0][0] < n.i
    return signed and not n.term.definite and len(s.parties) > 1


def _of_a_value(n: Naming, s: Seen) -> bool:
    """Say whether one is signed that a sum tells from others («أبرم … اتفاقا بقيمة 27 مليار دولار»)."""
    worth = any(True for _ in mentions_in(n.ctx.article.mentions.amounts, n.behind, n.last))
    return worth and s.action in _SIGNED and bool(s.parties) and not n.term.plural


def _all_there_are(n: Naming, s: Seen) -> bool:
    """Say whether all agreements of two are meant («الاتفاقيات المبرمة بين البلدين»)."""
    return (
        n.term.definite and s.spans[0][0] >= n.i and not s.date and n.has("signed_by", n.behind, n.behind + 1)
    )


def _drafts(n: Naming, s: Seen) -> bool:
    """Say whether drafts of several are told of, with matter and sides («مسودات اتفاقيات في مجال …»)."""
    return n.has("drafts", n.i - 1, n.i) and bool(n.core) and len(s.parties) > 1


def _which(n: Naming) -> bool:
    """Say whether the first attribute is definite or a name («الاتفاق النووي», «اتفاقية باريس»)."""
    first = n.attributes[:1]
    named = any(p.first == n.behind for p in n.ctx.article.mentions.places) or n.behind in n.ctx.at.parties
    if n.term.definite and len(n.core) > 1 and n.has("about", n.behind, n.behind + 1):
        return True
    if n.term.definite and n.term.length > 1 and n.core:
        return True
    if n.term.definite and not named:
        return any(w.endswith(_NISBA) and len(w) > _PARTICLE for w in first)
    if not n.term.definite and _defined(n, n.behind):
        return True
    return named or any(w.startswith(_ARTICLE) and stem(w) in n.core for w in first)


def _defined(n: Naming, k: int) -> bool:
    """Say whether a construct that ends in a definite noun says which («اتفاق وقف إطلاق النار»)."""
    words = n.ctx.folds[k : min(k + _CONSTRUCT, n.last)]
    if not words or words[0][0] == _LAM or words[0].startswith(_ARTICLE):
        return False
    if stem(words[0]) not in n.core and not any(n.has(w, k, k + 1) for w in ("ceasing", "short")):
        return False
    end = next((j for j, word in enumerate(words) if word.startswith(_ARTICLE)), 0)
    led = any(n.has("about", k + j, k + j + 1) or n.has("between", k + j, k + j + 1) for j in range(end))
    return end > 0 and not led


_PARTICLE = 3
"""A particle has no more letters."""
_NISBA = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER HEH}")
"""How an adjective ends; another noun behind a definite one is no part of its name («فتح الاتفاق الباب»)."""


def listed(n: Naming, s: Seen) -> bool:
    """A word of the head's list stands in the phrase, or it is known; a plan may also be announced."""
    if s.known or (n.head.kind == "contract" and s.action in _SIGNED and contracted(n)) or quoted_name(n):
        return True
    words = set(n.ctx.folds[n.behind : min(n.behind + 8, n.sentence.last)] if n.head.kind == "plan" else ())
    words = {*n.attributes[:8], *(w for w in words if w.isdigit())}
    if n.head.needs & words:
        if n.term.plural and s.action == "referenced" and not s.parties:
            return False
        return n.head.kind != "plan" or not n.term.plural
    made = n.kind == "plan" and s.action == "announced" and s.spans[0][0] < n.i
    return made and bool(s.parties) and bool(n.core) and not n.term.pronoun


_SIGNED = frozenset({"signed", "to_be_signed"})
_MADE = _SIGNED | {"announced"}


def quoted_name(n: Naming) -> bool:
    """A name of its own stands in quotation marks: «خطة "ماتي"», or the whole in them."""
    if n.term.plural or n.behind >= n.last or _everyday(n.ctx, n, n.ctx.folds[n.behind]):
        return False
    words, name, whole = n.ctx.words, n.ctx.quoted(n.behind), n.ctx.quoted(n.i)
    if whole is not None:
        return (whole.start, whole.end) == (words[n.i].start, words[n.last - 1].end)
    end = words[min(n.behind + _NAME, n.sentence.last) - 1].end
    return name is not None and name.start == words[n.behind].start and name.end <= end


_NAME = 8
"""A name in quotation marks has no more words; more are somebody's speech."""


def council(n: Naming, _s: Seen) -> bool:
    """A body is named with it, in its phrase or in what is said of it."""
    return bool(n.head.needs & set(n.ctx.folds[n.behind : n.behind + _BODY]))


_BODY = 6
"""A body is named within this many words behind its statement."""


def drafted(_n: Naming, s: Seen) -> bool:
    """A text with two sides is being drawn up."""
    return len(s.parties) > 1


def concluded(n: Naming, s: Seen) -> bool:
    """It is signed, and named: by its matter, its day, or the meeting and the two that made it."""
    if _heads_article(n):
        return True
    named = bool(n.core or s.date) or (len(s.parties) > 1 and (n.term.length > 1 or s.explicit))
    return s.action in _SIGNED and not n.term.plural and named


def _heads_article(n: Naming) -> bool:
    """Say whether the article is the text itself: its headline begins with the minutes («محضر الدورة»)."""
    titled = n.sentence.block == "title" and n.i == n.sentence.first and not n.term.plural
    return titled and n.head.id.endswith("minutes")


def numbered(n: Naming, s: Seen) -> bool:
    """It has a number, or the body that took it and that it was taken are told («القرار الصادر عن …»)."""
    if s.number is not None or _put_to_the_vote(n):
        return True
    if n.term.plural and _of_the_council(n):
        return True
    bodies = mentions_in(n.ctx.article.mentions.parties, n.behind, n.behind + _BODY)
    of_body = any(m.code == n.head.party for m in bodies)
    return of_body and not n.term.plural and n.has("issued", n.behind, min(n.behind + 10, n.sentence.last))


def _of_the_council(n: Naming) -> bool:
    """Say whether the body stands right behind several resolutions («قرارات مجلس الأمن»)."""
    body = n.ctx.at.parties.get(n.behind)
    return body is not None and body.code == n.head.party and not n.term.pronoun


def _put_to_the_vote(n: Naming) -> bool:
    """Say whether a body drafts it, votes on it or adopts it («يتبنى مجلس الأمن قرارا», «مشروع القرار»)."""
    if n.term.plural or n.head.party not in n.ctx.weights:
        return False
    if n.has("drafts", n.i - 1, n.i):
        return True
    lo = max(n.sentence.first, n.i - _VOTED)
    bodies = mentions_in(n.ctx.article.mentions.parties, lo, min(n.behind + _BODY, n.sentence.last))
    return n.has("voting", lo, n.i) and any(m.code == n.head.party for m in bodies)


_VOTED = 12
"""A body and its vote stand within so many words before what it votes on."""


def of_parties(n: Naming, s: Seen) -> bool:
    """Its phrase names two parties or their dialogue, or two issue it on parting."""
    if s.action == "announced" and s.explicit and len(s.parties) > 1 and _on_parting(n):
        return True
    if (
        n.term.definite
        and not n.has("between", n.behind, n.last)
        and not n.has("issued", n.behind, n.last + 1)
    ):
        return bool(n.head.needs & set(n.attributes[:5])) or _by_adjectives(n)
    return len(parties_named(n)) > 1 or bool(n.head.needs & set(n.attributes[:5]))


def _on_parting(n: Naming) -> bool:
    """Say whether it closes the dealings of two («بياناً في ختام المباحثات»)."""
    closes = n.has("closing", n.behind, n.behind + 2)
    return closes and n.has("dealings", n.behind + 1, min(n.behind + _BODY, n.sentence.last))


def _by_adjectives(n: Naming) -> bool:
    """Say whether adjectives right behind the noun name two parties («البيان المصري السوداني»)."""
    first = n.ctx.at.parties.get(n.behind)
    return first is not None and first.form == "demonym" and len(parties_named(n)) > 1


def of_a_place(n: Naming, s: Seen) -> bool:
    """It is named after a place («إعلان القاهرة»), or by its year («إعلان 2006»)."""
    if n.day is not None and n.head.opens == "place":
        return True
    if n.head.opens == "place" and signed_on(n):
        return len(s.parties) > 1
    return not n.term.definite and any(p.first == n.behind for p in n.ctx.article.mentions.places)


def of_a_matter(n: Naming, s: Seen) -> bool:
    """It is named after a place, or two make a text of their own of its matter («وثيقة لتقاسم المياه»)."""
    if of_a_place(n, s):
        return True
    made = s.action in _MADE and s.explicit and len(s.parties) > 1
    return made and not n.term.plural and not n.term.definite and bool(n.core)


def called(n: Naming, _s: Seen) -> bool:
    """It is called after a place, a party, its matter («مبادرة موسكو», «المبادرة المغربية») or a name."""
    if n.term.plural or n.term.pronoun:
        return False
    party = n.ctx.at.parties.get(n.behind)
    of_party = party is not None and (
        party.form == "capital" or (party.form == "demonym" and n.term.definite)
    )
    return of_party or bool(n.head.needs & set(n.attributes[:2])) or quoted_name(n)


def named(n: Naming, s: Seen) -> bool:
    """A programme with a name of its own, or of cooperation and something done with it."""
    first = n.attributes[:1]
    if s.action in _SIGNED and len(s.parties) > 1 and bool(n.core):
        return True
    cooperation = bool(n.head.needs & {*n.attributes[:2], *n.ctx.folds[n.i + 1 : n.behind]})
    if cooperation and done_with(n, s):
        return True
    if n.term.plural:
        return False
    if not any(not c.startswith(_COMPANY) for c in codes_in(n.ctx, max(n.clause[0], n.i - 12), n.last)):
        return False
    if cooperation:
        return len(s.parties) > 1
    return any(
        len(w) > 4 and not w.startswith(_ARTICLE) and w.isalpha() and not _everyday(n.ctx, n, w)
        for w in first
    )


def _everyday(ctx: Context, n: Naming, word: str) -> bool:
    """Say whether a word is one of everyday prose, with a particle or without, or looks inflected."""
    if word.endswith((_PLURAL, _ALEF)):
        return True
    return word in n.table.ordinary or word[1:] in n.table.ordinary or bool(ctx.candidates[n.behind])


_ALEF = "\N{ARABIC LETTER ALEF}"
_PLURAL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"


def amended(n: Naming, _s: Seen) -> bool:
    """What is amended is named."""
    return (
        n.inner is not None
        and (bool(n.core) or bool(parties_named(n)))
        and len(n.core) + len(parties_named(n)) > 1
    )


OPENS: dict[str, Callable[[Naming, Seen], bool]] = {
    "always": always,
    "never": never,
    "done": sought,
    "attribute": attribute,
    "listed": listed,
    "council": council,
    "drafted": drafted,
    "concluded": concluded,
    "number": numbered,
    "parties": of_parties,
    "place": of_a_place,
    "matter": of_a_matter,
    "called": called,
    "named": named,
    "inner": amended,
}
"""`opens` of a head → whether a naming is enough for an entry."""
