"""Every entry of every type comes back from a register as it went in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mahdar.model.codec import entry_of, evidence_of, fields_of, page_of, plain_evidence, plain_page
from mahdar.model.document import Article, Document, Page
from mahdar.model.entries import Act, Amount, Chair, Date, Entry, Instrument, Meeting, Quote
from mahdar.model.reading import PlacedEntry, Reading
from mahdar.model.spans import Span
from mahdar.model.values import (
    ACTS,
    INSTRUMENT_ACTIONS,
    INSTRUMENTS,
    MEETING_STATUS,
    MEETINGS,
    PRECISIONS,
    TRACKS,
)
from mahdar.register import Register

TEXT = 'اجتمع الوفدان في أثينا وبحثا النقل البحري.\r\n\u200fثم 😀 وقّعا "مذكرة" بقيمة ٣ ملايين يورو\\n '
DOCUMENT = Document.of(TEXT, "a.txt")

offsets = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(
    lambda pair: pair[0] != pair[1]
)
spans = offsets.map(lambda pair: Span(*sorted(pair)))
evidence = spans.filter(lambda span: span.cut(TEXT).strip()).map(
    lambda span: DOCUMENT.evidence(span.start, span.end)
)
words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
codes = st.sampled_from(["GRC", "TUN", "EU", "ORG:World Bank"])
parties = st.lists(codes, unique=True, max_size=3).map(tuple)
numbers = st.floats(allow_nan=False, allow_infinity=False)
base = {
    "evidence": st.lists(evidence, min_size=1, max_size=3, unique=True).map(tuple),
    "confidence": st.floats(0, 1),
    "reader": words,
}
ENTRIES = {
    "meeting": st.builds(
        Meeting, **base, kind=st.sampled_from(sorted(MEETINGS)), parties=parties,
        edition=st.none() | st.integers(1, 99), date=st.none() | words, place=st.none() | words,
        chairs=st.lists(st.builds(Chair, words, st.none() | codes), max_size=2).map(tuple),
        status=st.sampled_from(sorted(MEETING_STATUS)),
    ),
    "instrument": st.builds(
        Instrument, **base, kind=st.sampled_from(sorted(INSTRUMENTS)), name=spans, subject=st.none() | words,
        parties=parties, action=st.sampled_from(INSTRUMENT_ACTIONS), date=st.none() | words,
    ),
    "amount": st.builds(
        Amount, **base, value=numbers, unit=words, about=st.none() | words, giver=st.none() | codes,
        receiver=st.none() | codes,
    ),
    "act": st.builds(
        Act, **base, act_class=st.sampled_from(sorted(ACTS)), trigger=spans, actors=parties, target=parties,
        speaker=st.none() | words, content=st.none() | spans, due=st.none() | words, quoted=st.booleans(),
        tracks=st.lists(st.sampled_from(sorted(TRACKS)), max_size=3, unique=True).map(tuple),
    ),
    "quote": st.builds(
        Quote, **base, speaker=st.none() | words | codes, direct=st.booleans(), question=st.none() | spans
    ),
    "date": st.builds(Date, **base, value=st.none() | words, precision=st.sampled_from(sorted(PRECISIONS))),
}  # fmt: skip
any_entry = st.one_of(*ENTRIES.values())


def page(entries: tuple[Entry, ...]) -> Reading:
    article = Article("news_report", 0, len(TEXT), None, ())
    return Reading(DOCUMENT, Page((article,), ()), (), tuple(PlacedEntry(0, one) for one in entries))


@pytest.mark.parametrize("kind", sorted(ENTRIES))
@given(data=st.data())
def test_an_entry_comes_back_from_its_plain_values(kind, data):
    entry = data.draw(ENTRIES[kind])
    held = evidence_of(plain_evidence(entry.evidence))
    assert entry_of(kind, fields_of(entry), held, entry.confidence, entry.reader) == entry


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(any_entry, max_size=8, unique_by=lambda entry: entry.id_in(DOCUMENT.id)), st.uuids())
def test_entries_come_back_from_the_database(tmp_path, entries, name):
    with Register.open(tmp_path / f"{name}.sqlite") as register:
        register.add([page(tuple(entries))], reader="one")
        assert {held.id: held.entry for held in register.entries()} == {
            entry.id_in(DOCUMENT.id): entry for entry in entries
        }
        assert register.add([page(tuple(reversed(entries)))], reader="two").changed == 0


@given(st.lists(spans, max_size=3), st.none() | spans, st.none() | words)
def test_a_page_comes_back_from_its_plain_values(runs, title, words_):
    article = Article("interview", 0, 9, title, (), tuple(runs), None, words_)
    whole = Page((article, replace(article, start=3)), ())
    assert page_of(plain_page(whole)) == whole
