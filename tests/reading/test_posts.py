"""Ministries' own posts, read as whole documents: whose «I» and «we» they are, and whose page it is."""

from __future__ import annotations

import pytest

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
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


def test_a_bare_title_before_a_colon_is_whoever_bore_it_before() -> None:
    text = (
        "الإيجاز الأسبوعي\n\nعقدت المتحدثة باسم وزارة الخارجية الباكستانية إيجازها. "
        "ويصل وزير خارجية أذربيجان غدا.\n\nالمتحدثة: هذه تصريحات نرفضها جملة وتفصيلاً."
    )
    assert _acts(text) == [("نرفضها", "oppose", ("PAK",))]


def test_an_ambassador_is_not_the_president_whom_he_speaks_of() -> None:
    text = (
        "السفير الفنلندي: نأمل افتتاح سفارتنا في الكويت\n\n● ما موقفكم من الحرب؟\n"
        "- نحن ندعو إلى وقف فوري للقتال.\n● وهل من قرار؟\n- لم نتخذ قراراً. رئيسنا ألكسندر ستوب مستعد للتوقيع."
    )
    document = Document.of(text, "interview.txt")
    acts = [e.entry for e in read_document(document, default_lexicon()).entries if e.entry.type == "act"]
    assert {act.speaker for act in acts[:2]} == {None}


_DIARY = (
    "دفتر السفر | من أوسلو إلى نيروبي\n\nموساليا مودافادي\nوزير الخارجية - جمهورية كينيا\n"
    "3 مارس 2021 · عام\n\n"
)


def test_a_page_under_an_officials_name_and_office_is_his_own() -> None:
    told = "أكتب إليكم من الطائرة. بحثت مع نظيري النرويجي ملف المصايد، وشكرته على دعمه. وآمل أن نلتقي."
    text = _DIARY + told
    document = Document.of(text, "diary.txt")
    read = read_document(document, default_lexicon())
    assert [a.kind for a in read.page.articles] == ["ministry_post"]
    acts = [e.entry for e in read.entries if e.entry.type == "act"]
    assert [(a.act_class, a.actors) for a in acts] == [
        ("discuss", ("KEN", "NOR")),
        ("appreciate", ("KEN",)),
        ("hope", ("KEN",)),
    ]
    assert {a.speaker for a in acts[1:]} == {"Musalia Mudavadi"}


def test_i_did_is_told_by_its_vowel_and_stays_the_writers() -> None:
    text = f"{_DIARY}وقّعتُ مع الوزير النرويجي اتفاق المصايد. وترفض النرويج الصيد الجائر. وأرفض كل تأخير."
    assert _acts(text) == [
        ("وقّعتُ", "sign", ("KEN", "NOR")),
        ("وترفض", "oppose", ("NOR",)),
        ("وأرفض", "oppose", ("KEN",)),
    ]


def test_a_paper_under_a_name_alone_is_nobodys_post() -> None:
    text = "مصايد الشمال\n\nليلى الصالح\n3 مارس 2021\n\nبحث الوزير الكيني مع نظيره النرويجي ملف المصايد."
    read = read_document(Document.of(text, "paper.txt"), default_lexicon())
    assert [a.kind for a in read.page.articles] == ["news_report"]


def test_who_asked_is_not_who_answers() -> None:
    text = (
        "سفير فنلندا لدى الكويت لـ«المرفأ»: لا نساوم على أمننا\n\nحاورته في الكويت: ليلى الصالح\n\n"
        "يستقبلك السفير ياكو كينانن في مكتبه. وإلى نص الحوار:\n\n■ ألا ترون أن الاتفاق أضر بالصيادين؟\n"
        "- لا، لا أقبل هذا الوصف.\n\n■ وماذا عن الوساطة؟\n- نأمل أن تنجح، ونشكر الكويت على جهودها."
    )
    acts = [e.entry for e in read_document(Document.of(text, "a.txt"), default_lexicon()).entries]
    spoken = {a.speaker for a in acts if a.type == "act" and a.quoted}
    assert spoken == {"Yako Kinann"}


def test_another_ministrys_message_on_a_page_is_its_own() -> None:
    text = (
        "وزارة الخارجية - سلطنة عُمان\n@OmanMfa\n\nوزارة الخارجية @OmanMfa · 4 مارس 2024\n"
        "بحث وزير الخارجية مع نظيره الكيني ملف المصايد.\n4 ردود   27 إعادة نشر\n\n"
        "Wizara ya Mambo ya Nje | الخارجية الكينية بالعربية @KenyaMfa_Ar · 5 مارس 2024\n"
        "نثمّن المذكرة الموقّعة اليوم."
    )
    assert _acts(text)[-1] == ("نثمّن", "appreciate", ("KEN",))
