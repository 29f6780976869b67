"""What users type into a search, taken apart and written down again."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mahdar.errors import QueryError
from mahdar.model.queries import Filter, Query, Words
from mahdar.pipeline.search_parsing import parse_query, unparse_query

KUWAIT = Filter("party", ("KWT",))


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", Query()),
        ("الطاقة  والغاز", Query((Words("الطاقة"), Words("والغاز")))),
        ('"مذكرة  تفاهم"', Query((Words("مذكرة تفاهم", phrase=True),))),
        ("«مذكرة تفاهم» غاز", Query((Words("مذكرة تفاهم", phrase=True), Words("غاز")))),
        ("»مذكرة تفاهم«", Query((Words("مذكرة تفاهم", phrase=True),))),
        ("“two words”", Query((Words("two words", phrase=True),))),
        ('"never closed', Query((Words("never closed", phrase=True),))),
        ("غاز -نفط", Query((Words("غاز"), Words("نفط", excluded=True)))),
        ('-"خط أنابيب"', Query((Words("خط أنابيب", phrase=True, excluded=True),))),
        ("party:KWT", Query(filters=(KUWAIT,))),
        ("Party:KWT", Query(filters=(KUWAIT,))),
        ("party: KWT", Query(filters=(KUWAIT,))),
        ("الجهة:KWT", Query(filters=(KUWAIT,))),
        ("جهه:KWT", Query(filters=(KUWAIT,))),
        ("-party:KWT", Query(filters=(Filter("party", ("KWT",), excluded=True),))),
        ("party:KWT,QAT", Query(filters=(Filter("party", ("KWT", "QAT")),))),
        ("party:KWT،QAT", Query(filters=(Filter("party", ("KWT", "QAT")),))),
        ('party:"South Korea",QAT x', Query((Words("x"),), (Filter("party", ("South Korea", "QAT")),))),
        ("party:«كوريا الجنوبية»", Query(filters=(Filter("party", ("كوريا الجنوبية",)),))),
        ("money>=5m", Query(filters=(Filter("money", ("5m",), ">="),))),
        ("due<2025-06", Query(filters=(Filter("due", ("2025-06",), "<"),))),
        ("class:commit party:QAT track:defence before:2024", Query((), (
            Filter("class", ("commit",)), Filter("party", ("QAT",)), Filter("track", ("defence",)),
            Filter("before", ("2024",)),
        ))),
        ("قال: نعم", Query((Words("قال:"), Words("نعم")))),
        ("الساعة 10:30", Query((Words("الساعة"), Words("10:30")))),
        ("https://example.org/a", Query((Words("https://example.org/a"),))),
        ("، - ؟", Query()),
        ("\u2067غاز\u2069", Query((Words("غاز"),))),
    ],
)  # fmt: skip
def test_what_is_typed_is_taken_apart(typed: str, query: Query) -> None:
    assert parse_query(typed) == query
    assert parse_query(unparse_query(query)) == query


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("partie:KWT", r"partie: is no filter \(did you mean party:\?\); there are type, class,"),
        ("xyz:1", "xyz: is no filter; there are type"),
        ("party:", "party: has no value; write party:QAT"),
        ("غاز الجهة:", "الجهة: has no value"),
        ("party>KWT", "party> only due and money are compared; write party:"),
    ],
)
def test_what_cannot_be_understood_says_what_can(typed: str, says: str) -> None:
    with pytest.raises(QueryError, match=says) as error:
        parse_query(typed)
    assert error.value.part in typed


ALPHABET = st.sampled_from([*'ab غاز-:,"«»“”<>=،5\n\u200f', "party:", "money>", "الجهة:", "-", " "])


@given(st.lists(ALPHABET, max_size=14).map("".join))
@example('party:a"b"')
@example('a"b c"d')
@example("-«»-a")
@example("party:,")
@example("--a")
@example("--party:")
@example("--party:QAT")
@example('party:"/a"')
@example('money<"=5"')
def test_what_is_written_down_is_parsed_as_the_same(typed: str) -> None:
    try:
        query = parse_query(typed)
    except QueryError:
        return
    assert parse_query(unparse_query(query)) == query
