"""Which entries say the same in the same words: pairs of wordings, and the spans that stand in both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.linking.likeness import likeness_keys
from mahdar.linking.restating import passage_of, restatements, sharing
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Evidence

BEFORE = "توطئة. "


def record(name: str, said: str, kind: str = "act", **fields: object) -> EntryRecord:
    """Return an entry that rests on some words, a little way into its document."""
    evidence = (Evidence(len(BEFORE), len(BEFORE) + len(said), said),)
    return EntryRecord(
        name,
        f"of {name}",
        None,
        kind,
        evidence,
        0.9,
        "test",
        "unreviewed",
        "active",
        {"class": "commit", **fields},
    )


def links(*told: tuple[EntryRecord, str | None]):
    """Link entries, each given with its day."""
    passages = {one.id: passage_of(one, day, None, one.id) for one, day in told}
    keys = dict(zip(passages, likeness_keys([p.words for p in passages.values()]), strict=True))
    return restatements(passages.values(), sharing(keys, {}), passages)


COMMITS = "أكد الجانبان التزامهما بمواصلة العمل المشترك لتأمين الممرات البحرية في خليج عدن"
SAME = [
    (COMMITS, "وأكّد الجانبان التزامهما بمواصلة العمل المشترك لتأمين الممرات البحرية في خليج عدن"),
    (COMMITS, "أكد الجانبان مجدداً التزامهما بمواصلة العمل المشترك لتأمين الممرات البحرية في خليج عدن"),
    (
        COMMITS,
        "أكد الوزيران التزامهما بمواصلة العمل المشترك لتأمين الممرات البحرية في خليج عدن والبحر الأحمر",
    ),
    ("اتفقا على فتح خط ملاحي مباشر", "واتفقا على فتح خط ملاحي مباشر"),
]
OTHER = [
    (COMMITS, "أكد الجانبان التزامهما بتوسيع التعاون في مجال التعليم العالي والبحث العلمي"),
    ("دعا إلى تنفيذ قرار مجلس الأمن رقم 1701 كاملا", "دعا إلى تنفيذ قرار مجلس الأمن رقم 2231 كاملا"),
    ("الاتفاق بين البلدين", "الاتفاق بين البلدين"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_said_again_is_linked(one, other):
    (link,) = links((record("a", one), "2019-02-01"), (record("b", other), "2021-02-01"))
    assert (link.kind, link.source, link.target) == ("restates", "b", "a")


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_is_only_like_is_not(one, other):
    assert not links((record("a", one), "2019-02-01"), (record("b", other), "2021-02-01"))


def test_the_same_words_of_other_parties_are_not_the_same():
    assert not links(
        (record("a", COMMITS, actors=["IRN"]), None), (record("b", COMMITS, actors=["OMN"]), None)
    )
    assert not links(
        (record("a", COMMITS, target=["IRN"]), None), (record("b", COMMITS, target=["OMN"]), None)
    )


def test_two_agreements_named_alike_are_two():
    names = [
        "مشروع اتفاقية بين حكومة سلطنة عمان وحكومة جمهورية كينيا في مجال خدمات النقل الجوي",
        "مشروع اتفاقية بين حكومة سلطنة عمان وحكومة جمهورية فيتنام في مجال توظيف العمالة",
    ]
    assert not links(*((record(str(n), name, "instrument"), None) for n, name in enumerate(names)))


def test_a_number_that_a_report_changed_is_still_the_same_said():
    one = "تعهدت اليابان بتقديم 100 مليون دولار لدعم مشاريع المياه والصرف الصحي في محافظات الشمال"
    (link,) = links((record("a", one), "2019-02-01"), (record("b", one.replace("100", "120")), "2019-02-02"))
    assert link.why.startswith("near")


def test_one_entry_of_each_earlier_document_is_linked():
    twice = [record("a1", COMMITS), record("a2", f"{COMMITS} والبحر الأحمر")]
    (link,) = links(
        *(
            (EntryRecord(one.id, "a", *[getattr(one, n) for n in EntryRecord.__slots__[2:]]), "2019")
            for one in twice
        ),
        (record("b", COMMITS), "2021"),
    )
    assert link.target == "a1"


WORDS = st.lists(st.sampled_from([*COMMITS.split(), "والسلام", "غداً", "«هنا»"]), min_size=5, max_size=16).map(
    " ".join
)


@given(WORDS, WORDS)
def test_the_words_of_a_link_stand_where_it_says(one, other):
    texts = {"a": BEFORE + one, "b": BEFORE + other}
    for link in links((record("a", one), "2019"), (record("b", other), "2021")):
        for mine, theirs in link.pairs:
            left, right = mine.cut(texts[link.source]), theirs.cut(texts[link.target])
            assert len(left.split()) == len(right.split()) > 0
