"""Names of people in sentences: what stands between braces, and nothing else, is a mention."""

from __future__ import annotations

import re

import pytest

from mahdar.language import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.names import name_table
from mahdar.lexicon.people import people_table, spellings
from mahdar.mentions import name_everything
from mahdar.mentions.latin import latin_name
from mahdar.model.document import Block
from mahdar.model.mentions import Person

_MARK = re.compile(r"\{([^}]+)\}")


def read(text: str) -> tuple[list[str], tuple[Person, ...]]:
    """Read one paragraph: mentions as they stand, and the people."""
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    (mentions,), people = name_everything([prose], default_lexicon(), [None])
    return [text[m.start : m.end] for m in mentions.people], people


def check(marked: str) -> None:
    """Compare the mentions with the marks."""
    assert read(_MARK.sub(r"\1", marked))[0] == _MARK.findall(marked)


LISTED = [
    "التقى {جون كيري} نظيره في جنيف",
    "استقبل {تميم بن حمد آل ثاني} ضيفه",
    "رحب {محمد بن عبد الرحمن بن جاسم آل ثاني} بالنتائج",
    "رحب {محمد بن عبدالرحمن بن جاسم آل ثاني} بالنتائج",
    "اتصل {سيرغي لافروف} و{جواد ظريف} هاتفياً",
    "لقي {أنطونيو غوتيريش} ترحيباً",
    "تشكر الحكومة ل{أنغيلا ميركل} دعمها",
    "انتقدت سوريا ثم عاد {الأسد} إلى موقفه",
    "تحدث {ريكس و. تيلرسون} مساء",
]

BEHIND_TITLES = [
    "قال السفير {خوان باوتيستا أريخو} إن الموعد قريب",
    "استقبل الوزير {راجيف سينغ بهاتاري}، وبحثا التعاون",
    "التقى السيد {جواو غوميز كرافيلو} وزير التجارة",
    "أكد السيد {محمد العساف} سروره بالهدية",
    "أكد السيد {خالد خان} ترحيبه بالوفد",
    "التقت السفيرة {ماريكه فان دير لاندن} نظيرتها",
    "وقع السيد {عوض الكريم الطاهر} الوثيقة",
    "قال الوزير {لي تشنغ يانغ} إن بلاده ماضية",
    "وأضاف الوزير {ضيف الله الماجد} أن الموعد قريب",
    "قال السفير {فادي الزعتري} إن الموعد قريب",
    "التقى وزير الخارجية الأستاذ {نادر بن صالح المرواني} نظيره",
    "أوضح المتحدث باسم وزارة التجارة الكينية {جوزيف موتيسو} ذلك",
    "افتتح وزير الطاقة الأردني {صالح الخرابشة} المعرض",
    "استقبل الشيخ {راشد بن ناصر} الوفد",
    "ألقى الدكتور {عبد الحميد بن صالح المرزوقي} كلمة",
    "وقّع نائب وزير المالية البرازيلي {كارلوس ألميدا} المذكرة",
    "شارك معالي السيد {خالد بن عمر القصيبي} في الجلسة",
    "ناقش الرئيس {سعيد} الملف",
    "التقى وزير الدفاع الأمريكي السابق {جيمس ماتيس} الوفد",
    "قالت الوزيرة {سعاد منصور الهاجري} إن العمل مستمر",
    "افتتحت وزيرة الأسرة {ماهينور أوزدمير غوكطاش} المركز",
    "أكد الرئيس {أوباما} اتخذ القرار",
    "تحدث رئيس الوزراء الفنلندي {أنتي رينه} أولاً",
    "كتب وزير الخارجية البولندي، {ماريك نوفاك}، مقالاً",
    "أكد الدكتور {مفضي الصقلاوي} أن بلاده ستشارك في المؤتمر",
    "وألقى السيد {مزعل الدرناوي}، كلمة",
    "زارت وزيرة الثقافة الكورية السيدة {هان مي-جا} المتحف",
    "استقبل نظيره الكوري الجنوبي {كانغ كيونغ-هو} في المطار",
    "ترأس الاجتماع السيد {الداه ولد مولاي} عن الجانب الموريتاني",
    "اجتمع بوزير العدل والنظام العام القبرصي {يورغوس لوكا} مساء",
    "التقى نائب وزير العدل المجري {بال كيرتيس} في بودابست",
    "قالت وزيرة البيئة الإيطالية {باولا فيراري} إن الموعد قريب",
    "شكر العميد {سامر الحلاق} فريقه",
    "التقى نائب وزير البيئة في جمهورية التشيك {يان دوشيك} ضيفه",
    "قالت المديرة العامة للشؤون السياسية في وزارة الخارجية الإستونية {كيرلي فيسكي} كلمتها",
    "أعلن وزير الري في كينيا اكتمال المشروع",
]

BY_THEIR_WORDS = [
    "حضر {خالد بن سعيد القرشي} الجلسة",
    "أدار {يوسف الأنصاري} النقاش",
    "تسلّمت {فاطمة الزهراء بنت علي} الجائزة",
    "عاد {حسن بن راشد آل نهار} إلى بلاده",
    "كتب {مايكل أندرسون} التقرير",
    "حضر {عبد الله عبد اللطيف} الحفل",
    "وصل {إبراهيم أبو سكينة} متأخراً",
    "طالب {خالد بن سعيد القرشي} بالحل",
    "تحدث {صلاح الدين موتيسو} باسم الحزب",
    "كان {سامح شكري} طالب جوبا بالرد",
    "وصل {علي طالب}، نائب المدير",
    "ومن كينيا الدكتور {ألامايو تيجنو} رئيس اللجنة",
]

LATER_FORMS = [
    "التقى الوزير السوداني {جبريل إبراهيم} نظيره. من جهته شكر {جبريل} السويد، وقال {جبريل منصور} إنه وصل",
    "وصل الوزير {عبد القادر محمد نور}. وشدد {نور} على الحوار، وأكد علي ضرورة العودة إلى نور العقل",
    "زار رئيس الوزراء {محمد شياع السوداني} سيئول. وأبدى السيد {السوداني} ترحيبه، وقال الوزير السوداني ذلك",
    "قال السفير {فادي الزعتري} إن الموعد قريب. وأضاف {الزعتري} أن الوفد وصل",
    "حضر {نادر بن صالح المرواني}. وقال {نادر بن صالح} إن العمل مستمر، وشكر {المرواني} الجميع",
    "وصل المتحدث {مايكل ميتشل}، ثم غادر {ميتشل} وقيل ل{ميتشل} ذلك",
    "تحدث {محمد بن سلمان} طويلاً، ثم عاد {بن سلمان} إلى مقعده",
    "قال الرئيس {ترامب} إنه متفائل، وكرر {ترامب} ذلك",
    "استقبل السفير {طارق المعلم} الوفد. وأكد {المعلم} أن راتب المعلم سيرتفع",
    "وصل السفير {أيوب خان باتيروف}. وقال {باتيروف} إن الخط الجوي جاهز",
    "عاد المبعوث {بيدرو غونزاليس ترازونا} أمس، وشدد {ترازونا} على الحوار",
    "حضرت الوزيرة {هانا كوزاك يارينا}. ورحبت {يارينا} بالقرار",
    "استقبل السفير {أيوب خان} باتيروفا آخر في المكتب",
    "وصل {كريم جودة} أمس. وقال {جودة} إن جودة المنتج عالية",
    "تحدث {فيصل بن رشيد} أولاً. وأضاف {ابن رشيد} أن الحوار مستمر في مستشفى الأمير فيصل بن نايف",
]

BYNAMES = [
    "من بينهم {أبو ليث المغربي} و{أبو أيمن}",
    "اعتقل {أبو سفيان} القائد الميداني",
    "وصل الوفد إلى أبو ظبي ثم جزيرة أبو موسى",
    "يقع المعبر في بلدة أبو كمال",
]

BEFORE_TITLES = [
    "قالت {ديانا فوركوفا} المتحدثة باسم الوزارة إن المهلة انتهت",
    "وأوضح {تورلاك بيرنسون}، وزير الصيد، أن الاتفاق قريب",
    "وقال مصدر مطلع لوزير الصيد إن الاتفاق قريب",
]

NOBODY = [
    "رحب السيد ممثلاً بلاده بالضيوف",
    "وصل الدكتور مساء الثلاثاء أن الموعد قريب",
    "تخرج الطالب في جامعة الملك سعود بالرياض",
    "هبطت الطائرة في مطار الملك خالد الدولي",
    "يقع المقر في شارع الأمير سلطان",
    "نال الباحث جائزة الملك فيصل",
    "أكد وزير الخارجية القطري دعم بلاده للحوار",
    "استقبل الوزير وفداً من رجال الأعمال",
    "قال السفير إن العلاقات ممتازة على كل صعيد",
    "شدد الرئيس على أهمية السلام العادل",
    "الوزير يبحث سبل التعاون",
    "وصل وزير الدفاع صباح اليوم إلى المطار",
    "فاز نادي النصر بالكأس",
    "عقد الجانبان جلسة عمل مثمرة",
    "اتفق رئيس الوزراء ووزير المالية على الخطة",
    "هذا أمام أعضاء المجلس",
    "وافق النائب الثاني لرئيس مجلس الوزراء",
    "العمل الجاد أمل كبير للجميع",
    "انتقلت البعثة إلى بندر عباس ثم إلى جلال آباد",
    "جاء الحكم لصالح الشركة باسم الشعب",
    "زار الفريق محافظة صلاح الدين",
    "افتُتح مركز في جامعة الإمام محمد بن سعود الإسلامية",
    "يقوم الاتفاق على حسن الجوار",
    "بدأت الجولة في ربيع الأول وانتهت في جمادى الآخرة",
    "نال السفير من البلاد وسام الاستحقاق",
    "تناول القائدان سير تمرين الأسد المتأهب",
    "المقام بالتعاون مع دارة الملك عبدالعزيز",
]


@pytest.mark.parametrize("marked", LISTED)
def test_finds_people_of_the_lexicon(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", BEHIND_TITLES)
def test_finds_unknown_people_behind_titles(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", BY_THEIR_WORDS)
def test_finds_unknown_people_by_their_words(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", LATER_FORMS)
def test_finds_shorter_forms_later(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", BYNAMES)
def test_finds_bynames(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", BEFORE_TITLES)
def test_finds_speakers_before_their_titles(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", NOBODY)
def test_names_nobody(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    ("text", "name", "source"),
    [
        ("التقى جون كيري ضيفه", "John Kerry", "lexicon"),
        ("التقى ريكس و. تيلرسون ضيفه", "Rex Tillerson", "lexicon"),
        ("حضر خالد بن سعيد القرشي", "Khalid bin Saeed al-Qureshi", "transliteration"),
    ],
)
def test_spells_names_in_latin(text: str, name: str, source: str) -> None:
    (person,) = read(text)[1]
    assert (person.name, person.name_source) == (name, source)


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("قوطالي", "Qutali"),
        ("زعتري", "Zatri"),
        ("تيونغ", "Tiung"),
        ("برخانوف", "Barkhanov"),
        ("تشاندا", "Chanda"),
        ("قيفيتش", "Qivic"),
        ("دورسكي", "Durski"),
        ("عبد الرحمن", "Abdulrahman"),
        ("عبد الزاهر", "Abdulzaher"),
        ("بن", "bin"),
        ("برغان اوغلو", "Barghanoğlu"),
        ("وليد بن علي", "Waleed bin Ali"),
        ("شتاندو", "Shatando"),
    ],
)
def test_spells_words_that_no_table_has(word: str, latin: str) -> None:
    names = name_table(default_lexicon())
    assert latin_name(word.split(), word.split(), names).replace("aa", "a") == latin


@pytest.mark.parametrize(
    ("word", "state", "latin"),
    [
        ("محمد يلماز", "TUR", "Mehmet Yılmaz"),
        ("محمد يلماز", None, "Mohammed Yılmaz"),
        ("عبد الزاهر", "EGY", "Abdelzaher"),
        ("صلاح الدين", "PAK", "Salahuddin"),
        ("صلاح الدين", "JOR", "Salah al-Din"),
    ],
)
def test_spells_names_as_their_state_does(word: str, state: str | None, latin: str) -> None:
    names = name_table(default_lexicon())
    assert latin_name(word.split(), word.split(), names, state) == latin


def test_fullest_form_is_the_arabic_name() -> None:
    people = read("قال الزعتري كلمته. ثم تحدث السفير فادي بن علي الزعتري")[1]
    assert [p.name_ar for p in people] == ["فادي بن علي الزعتري"]


def test_every_full_name_of_the_lexicon_is_found() -> None:
    table = people_table(default_lexicon())
    for row in default_lexicon().rows("shared/people.tsv")[::25]:
        name = next(n for n in row.list("names") if not n.startswith("~"))
        (person,) = read(f"وصل {name} مساء")[1]
        assert person.name == row.text("name")
    assert len(table.people) > 1000


def test_servant_names_are_spelt_both_ways() -> None:
    assert set(spellings("عبدالله بن زيد", "عبد")) == {"عبدالله بن زيد", "عبد الله بن زيد"}


def test_a_father_is_not_taken_for_the_son() -> None:
    (person,) = read("حضر جراح جابر الأحمد الصباح الجلسة")[1]
    assert person.name_source == "transliteration"
