"""One search over documents and entries, over the shipped examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import mahdar
from mahdar.errors import QueryError
from mahdar.model.searching import DOCUMENT, Hit
from mahdar.pipeline.searching import Found, search
from mahdar.register import Register

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with Register.open(tmp_path_factory.mktemp("searched") / "mahdar.sqlite") as opened:
        mahdar.read(EXAMPLES, opened)
        yield opened


def marked(hit: Hit) -> list[str]:
    return [
        snippet.text[mark.start - snippet.span.start : mark.end - snippet.span.start]
        for snippet in hit.snippets
        for mark in snippet.marks
    ]


def names(found: Found) -> set[str]:
    return {hit.name for hit in found.hits}


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("اتفاقيه", "اتفاقية"),
        ("الاتفاقيات", "اتفاقية"),
        ("مذكره", "بمذكرة"),
        ("الإستراتيجي", "الاستراتيجي"),
        ("طاقة", "والطاقة"),
        ("2021", "2021"),
    ],
)
def test_words_are_found_as_people_type_them_and_marked_as_they_stand(register, query, word):
    found = search(register, query, size=500)
    assert word in {one for hit in found.hits for one in marked(hit)}


def test_marks_and_snippets_stand_in_the_text_of_their_document(register):
    for query in ("الطاقة", "«مذكرة تفاهم»", "الولايات المتحدة", "security", "وزير الخارجية العراقي"):
        for hit in search(register, query, size=500).hits:
            text = register.text(hit.document)
            for snippet in hit.snippets:
                assert snippet.span.cut(text) == snippet.text
                assert all(snippet.span.holds(mark) for mark in snippet.marks)
                assert list(snippet.marks) == sorted(snippet.marks)


def test_the_best_come_first_and_pages_hold_all_of_them_once(register):
    whole = search(register, "الحوار", size=500)
    assert whole.total == len(whole.hits)
    scores = [hit.score for hit in whole.hits]
    assert scores == sorted(scores, reverse=True)
    pages = [search(register, "الحوار", page=n, size=7) for n in range(1, whole.total // 7 + 2)]
    assert [hit for one in pages for hit in one.hits] == list(whole.hits)
    assert pages[0].pages == len(pages)


def test_newest_first(register):
    days = [hit.day or "" for hit in search(register, "type:document", by_day=True).hits]
    assert days == sorted(days, reverse=True)


def test_a_name_finds_the_entries_that_mean_it_by_other_words(register):
    found = search(register, "الكويت class:condemn", size=100)
    by_word = search(register, '"الكويت" class:condemn', size=100)
    assert by_word.total < found.total
    assert {hit.entry for hit in found.hits} == {
        one.id for one in register.entries(kind="condemn", party="KWT")
    } | {hit.entry for hit in by_word.hits}


@pytest.mark.parametrize(
    "query", ["Iraq commitments", "iraqi pledges", "العراق class:commit", "party:irq class:تعهد"]
)
def test_one_question_in_many_words(register, query):
    found = search(register, query, size=200)
    wanted = {one.id for one in register.entries(kind="commit", party="IRQ")}
    assert wanted <= {hit.entry for hit in found.hits}


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("class:commit party:IRQ", lambda one: one.kind == "commit"),
        ("kind:dialogue", lambda one: one.kind == "strategic_dialogue"),
        ("الصنف:إدانة", lambda one: one.kind == "condemn"),
        ("النوع:اقتباس", lambda one: one.type == "quote"),
        ("type:document after:2021", lambda one: one.type == DOCUMENT and one.day > "2021-12-31"),
        ("before:2021 type:act,meeting", lambda one: one.type in {"act", "meeting"} and one.day < "2021"),
        ("in:2020-11", lambda one: one.day[:7] == "2020-11" or one.day == "2020" or "/" in one.day),
        ("money>=1m", lambda one: one.type == "amount"),
        ("due:any", lambda one: one.type == "act"),
        ("document:05-interview type:quote", lambda one: one.name == "05-interview.txt"),
        ("speaker:blinken", lambda one: one.type in {"act", "quote"}),
        ("track:energy,health -class:sign", lambda one: one.kind != "sign"),
    ],
)
def test_filters_narrow(register, query, holds):
    found = search(register, query, size=500)
    assert found.hits, query
    assert all(holds(hit) for hit in found.hits)


def test_without_a_word(register):
    everything, less = (search(register, q, size=500) for q in ("الطاقة", "الطاقة -الغاز"))
    assert 0 < less.total < everything.total
    assert not any("الغاز" in register.text(hit.document) for hit in less.hits if hit.type == DOCUMENT)


def test_facets_count_what_is_found(register):
    found = search(register, "الطاقة", size=500)
    assert sum(found.facets["type"].values()) == found.total
    for kind, count in found.facets["type"].items():
        assert search(register, f"الطاقة type:{kind}").total == count
    for party, count in found.facets["party"].items():
        assert search(register, f'الطاقة party:"{party}"').total == count


def test_where_nothing_has_all_words_what_has_some_is_found(register):
    found = search(register, "الطاقة زرافة")
    assert found.loose
    assert found.total == search(register, "الطاقة").total
    assert not search(register, "زرافة").total


def test_idle_words_are_passed_over_unless_they_stand_alone_or_in_a_phrase(register):
    assert search(register, "التعاون في الطاقة").total == search(register, "التعاون الطاقة").total
    assert search(register, "في").total
    assert search(register, '"في"').total == search(register, "في").total


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("class:comit", r"class:comit is no class \(did you mean commit\?\); there are"),
        ("party:Atlantis", "party:Atlantis is no party that the lexicon knows; write its code"),
        ("speaker:nobody", "speaker:nobody nobody called so speaks here"),
        ("before:yesterday", "before:yesterday is no day; write 2021"),
        ("in:2021-13", "in:2021-13 is no day"),
        ("money>much", "money>much is no sum; write money>5m"),
        ("document:nothing", "document:nothing the register holds no document"),
        ("type:thing", "type:thing is no type"),
    ],
)
def test_a_value_that_cannot_be_says_what_can(register, query, says):
    with pytest.raises(QueryError, match=says):
        search(register, query)


def test_what_is_rejected_is_found_only_where_it_is_asked_for(register):
    act = next(one for one in register.entries(type="act", kind="condemn"))
    query = f"type:act document:{act.document[:12]}"
    count = search(register, query).total
    register.review(act.id, "rejected", "huda", why="a test")
    assert search(register, query).total == count - 1
    assert search(register, query, everything=True).total == count
    assert search(register, f"{query} review:rejected", everything=True).total == 1
    register.review(act.id, "unreviewed", "huda")
    assert search(register, query).total == count
