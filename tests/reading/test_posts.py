"""Ministries' own posts, read as whole documents: whose «I» and «we» they are, and whose page it is."""

from __future__ import annotations

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.pipeline.document import read_document

_HEAD = "وزارة الخارجية - سريلانكا\n@MFA_SriLanka · 4 مارس 2024\n"


def _acts(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return trigger, class and actors of each act of a document, in text order."""
    document = Document.of(text, "post.txt")
    read = read_document(document, default_lexicon())
    acts = [e.entry for e in read.entries if e.entry.type == "act"]
    for act in acts:
        assert all(e.quote == text[e.start : e.end] for e in act.evidence)
    return [(act.trigger.cut(text), act.act_class, act.actors) for act in acts]


def test_the_minister_is_i_where_he_speaks_of_his_peer() -> None:
    text = (
        f"{_HEAD}بحثت مع نظيري العماني بدر البوسعيدي سبل تعزيز التعاون. "
        "وشكرته على دعم بلاده لجاليتنا في مسقط. واتفقنا على تشكيل فريق عمل مشترك."
    )
    assert _acts(text) == [
        ("بحثت", "discuss", ("LKA", "OMN")),
        ("وشكرته", "appreciate", ("LKA",)),
        ("واتفقنا", "commit", ("LKA", "OMN")),
    ]


def test_we_are_both_who_met_where_the_verb_wants_two() -> None:
    text = f"{_HEAD}التقيت اليوم بمعالي وزير خارجية سلطنة عمان بدر البوسعيدي. بحثنا سبل تعزيز التعاون."
    assert _acts(text) == [("بحثنا", "discuss", ("LKA", "OMN"))]


def test_what_a_ministry_did_is_not_said_by_its_minister() -> None:
    text = f"{_HEAD}شاركت سريلانكا في اجتماع المجلس. وشكرت كينيا المجلس على دعمه."
    assert _acts(text) == [("وشكرت", "appreciate", ("KEN",))]


@pytest.mark.parametrize("text", ["أكدت كينيا دعمها لمالطا. كما", "كما", "أكدت كينيا دعمها لمالطا.\n\nثم"])
def test_a_sentence_of_one_connector_tells_of_nobody(text: str) -> None:
    assert len(_acts(text)) == text.count("أكدت")


@pytest.mark.parametrize(
    "title",
    ["سفارة كينيا في الدوحة", "بيان من سفارة كينيا في الدوحة", "بيان صحفي صادر عن سفارة كينيا في الدوحة"],
)
def test_an_embassys_text_is_its_own_states(title: str) -> None:
    text = f"{title}\n\nتعرب السفارة عن خالص تعازيها للشعب القطري، وتؤكد وقوفها إلى جانب قطر في هذا المصاب."
    assert {actors for _, _, actors in _acts(text)} == {("KEN",)}


_DIARY = (
    "مذكرات الأسبوع | رحلة الشمال\n\nموساليا مودافادي\nوزير الخارجية - جمهورية كينيا\n3 مارس 2021 · عام\n\n"
)
_BARE = "مذكرات الأسبوع\n\nموساليا مودافادي\nوزير الخارجية والتجارة - جمهورية كينيا\n3 مارس 2021 · عام\n\n"


def _read(text: str) -> Reading:
    """Read a document, the evidence of its entries held against it."""
    read = read_document(Document.of(text, "page.txt"), default_lexicon())
    assert all(e.quote == text[e.start : e.end] for p in read.entries for e in p.entry.evidence)
    return read


@pytest.mark.parametrize(("head", "name"), [(_DIARY, "Musalia Mudavadi"), (_BARE, None)])
def test_a_page_under_an_office_and_its_state_is_its_holders(head: str, name: str | None) -> None:
    told = "بدأ يومي في أوسلو باكراً. بحثت مع نظيري النرويجي ملف المصايد، وشكرته على دعمه. وآمل أن نلتقي."
    read = _read(head + told)
    assert [a.kind for a in read.page.articles] == ["ministry_post"]
    acts = [e.entry for e in read.entries if e.entry.type == "act"]
    assert [(a.act_class, a.actors) for a in acts] == [
        ("discuss", ("KEN", "NOR")),
        ("appreciate", ("KEN",)),
        ("hope", ("KEN",)),
    ]
    assert [a.speaker for a in acts] == [None, name, name]


def test_i_did_is_told_by_its_vowel_and_stays_the_writers() -> None:
    text = f"{_DIARY}وقّعتُ مع الوزير النرويجي اتفاق المصايد. وترفض النرويج الصيد الجائر. وأرفض كل تأخير."
    assert _acts(text) == [
        ("وقّعتُ", "sign", ("KEN", "NOR")),
        ("وترفض", "oppose", ("NOR",)),
        ("وأرفض", "oppose", ("KEN",)),
    ]


def test_we_are_the_ministrys_state_whoever_was_spoken_of_last() -> None:
    text = f"{_HEAD}انتقدت كينيا قرار المجلس. ونرفض كل تأخير في تنفيذه."
    assert _acts(text)[-1] == ("ونرفض", "oppose", ("LKA",))


def test_a_paper_under_a_name_alone_is_nobodys_post() -> None:
    read = _read(
        "مصايد الشمال\n\nليلى الصالح\n3 مارس 2021\n\nبحث الوزير الكيني مع نظيره النرويجي ملف المصايد."
    )
    assert [a.kind for a in read.page.articles] == ["news_report"]


@pytest.mark.parametrize("line", ["وزير خارجية كينيا في أوسلو", "وزير الخارجية يزور جمهورية كينيا"])
def test_a_line_that_tells_more_than_an_office_is_no_signature(line: str) -> None:
    read = _read(f"مصايد الشمال\n\n{line}\n3 مارس 2021\n\nبحث الوزير الكيني مع نظيره النرويجي الملف.")
    assert [a.kind for a in read.page.articles] == ["news_report"]


def test_another_ministrys_message_on_a_page_is_its_own() -> None:
    text = (
        "وزارة الخارجية - سلطنة عُمان\n@OmanMfa\n\nوزارة الخارجية @OmanMfa · 4 مارس 2024\n"
        "بحث وزير الخارجية مع نظيره الكيني ملف المصايد.\n4 ردود   27 إعادة نشر\n\n"
        "Ministry of Foreign Affairs, Kenya | الخارجية الكينية بالعربي @KenyaMfa · 5 مارس 2024\n"
        "نشكر مسقط على حفاوتها."
    )
    assert _acts(text)[-1] == ("نشكر", "appreciate", ("KEN",))
