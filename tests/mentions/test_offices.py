"""Titles in sentences: what they are in English, whose they are, and who holds them."""

from __future__ import annotations

import pytest

from mahdar.language import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.mentions import name_everything
from mahdar.model.document import Block
from mahdar.model.mentions import Mentions, Person

Office = tuple[str, str | None, str | None]


def read(text: str) -> tuple[Mentions, tuple[Person, ...]]:
    """Read one paragraph."""
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    (mentions,), people = name_everything([prose], default_lexicon(), ["2019-05-06"])
    return mentions, people


def offices(text: str) -> list[Office]:
    """Return title, party and holder of each mention of an office."""
    return [(o.title, o.party, o.name) for o in read(text)[0].offices]


BEFORE_THE_NAME: list[tuple[str, list[Office]]] = [
    ("التقى وزير الخارجية الأمريكي جون كيري الوفد", [("Secretary of State", "USA", "John Kerry")]),
    ("وزار وزير خارجية روسيا سيرغي لافروف عمان", [("Minister of Foreign Affairs", "RUS", "Sergey Lavrov")]),
    ("استقبل أمير قطر تميم بن حمد آل ثاني ضيفه", [("Amir", "QAT", "Tamim bin Hamad Al Thani")]),
    ("قالت المستشارة الألمانية أنغيلا ميركل ذلك", [("Chancellor", "DEU", "Angela Merkel")]),
    (
        "شارك نائب رئيس الوزراء ووزير الدولة للدفاع الكيني جوزيف موتيسو",
        [
            ("Deputy Prime Minister", "KEN", "Joseph Mutiso"),
            ("Minister of State for Defense", "KEN", "Joseph Mutiso"),
        ],
    ),
    (
        "أعلن رئيس الوزراء القطري وزير الخارجية محمد بن عبد الرحمن آل ثاني الموعد",
        [
            ("Prime Minister", "QAT", "Mohammed bin Abdulrahman Al Thani"),
            ("Minister of Foreign Affairs", "QAT", "Mohammed bin Abdulrahman Al Thani"),
        ],
    ),
    (
        "التقى الوفد وزير العدل الكيني، السيد جوزيف موتيسو، ونائبته",
        [("Minister of Justice", "KEN", "Joseph Mutiso")],
    ),
    (
        "أعلن وزير الفلاحة والموارد المائية التونسي خالد القرشي ذلك",
        [("Minister of Agriculture", "TUN", "Khaled al-Qureshi")],
    ),
    (
        "وصل وزير الصناعة التقليدية السنغالي، السيد خالد القرشي، مساء",
        [("Minister of Industry", "SEN", "Khalid al-Qureshi")],
    ),
    (
        "قالت الوزيرة المكلفة بالتجارة الخارجية مريم القرشي ذلك",
        [("Minister", None, "Mariam al-Qureshi")],
    ),
    (
        "رد الوزير المنتدب لدى وزير الداخلية المكلف بشؤون البلديات خالد القرشي على النواب",
        [("Minister Delegate", None, "Khalid al-Qureshi")],
    ),
    (
        "زار المبعوث الياباني الخاص إلى تشاد خالد القرشي المخيم",
        [("Special Envoy to Chad", "JPN", "Khalid al-Qureshi")],
    ),
    (
        "شكر مساعد الرئيس الكيني للتعاون العسكري والتقني جوزيف موتيسو الوفد",
        [("Assistant to the President", "KEN", "Joseph Mutiso")],
    ),
    (
        "استقبل وكيل وزارة الخارجية للعلاقات الثنائية، السفير خالد القرشي، الوفد",
        [
            ("Undersecretary of the Ministry of Foreign Affairs", None, "Khalid al-Qureshi"),
            ("Ambassador", None, "Khalid al-Qureshi"),
        ],
    ),
    ("زار السفير الكيني جوزيف موتيسو صباح اليوم المعرض", [("Ambassador", "KEN", "Joseph Mutiso")]),
    ("أحال وزير العدل القضية اللبنانية إلى المحكمة", [("Minister of Justice", None, None)]),
    ("كتب وزير العدل السابق خالد القرشي مقالاً", [("former Minister of Justice", None, "Khalid al-Qureshi")]),
    (
        "زار نائب وزير المالية البرازيلي كارلوس ألميدا المعرض",
        [("Deputy Minister of Finance", "BRA", "Carlos Almeida")],
    ),
    ("وصل الأمين العام للأمم المتحدة أنطونيو غوتيريش", [("Secretary-General", "UN", "António Guterres")]),
    (
        "تحدث مستشار الأمن القومي بالبيت الأبيض جيك سوليفان",
        [("National Security Adviser", "USA", "Jake Sullivan")],
    ),
]

AFTER_THE_NAME: list[tuple[str, list[Office]]] = [
    (
        (
            "رأسها محمد بن عبد الرحمن آل ثاني، رئيس مجلس الوزراء وزير الخارجية بدولة قطر، "
            "وجون كيري وزير الخارجية بالولايات المتحدة"
        ),
        [
            ("Prime Minister", "QAT", "Mohammed bin Abdulrahman Al Thani"),
            ("Minister of Foreign Affairs", "QAT", "Mohammed bin Abdulrahman Al Thani"),
            ("Secretary of State", "USA", "John Kerry"),
        ],
    ),
    ("قال خالد القرشي وزير العدل إن القانون جاهز", [("Minister of Justice", None, "Khalid al-Qureshi")]),
    (
        "كتب وزير الخارجية البولندي، ماريك نوفاك، مقالاً",
        [("Minister of Foreign Affairs", "POL", "Marek Novak")],
    ),
]

COMPOSED: list[tuple[str, list[Office]]] = [
    ("المتحدث باسم وزارة الخارجية الأمريكية", [("Spokesperson of the Department of State", "USA", None)]),
    (
        "المتحدثة باسم وزارة الخارجية الكينية",
        [("Spokesperson of the Ministry of Foreign Affairs", "KEN", None)],
    ),
    ("المتحدث باسم وزارة التجارة الكينية", [("Spokesperson of the Ministry of Commerce", "KEN", None)]),
    ("أكد السفير التونسي لدى روسيا الموعد", [("Ambassador to Russia", "TUN", None)]),
    ("قدّم سفير دولة قطر لدى المملكة المغربية أوراقه", [("Ambassador to Morocco", "QAT", None)]),
    ("شكر السفير الجالية الهندية على دعمها", [("Ambassador", None, None)]),
    ("شكر السفير الشركات القطرية على دعمها", [("Ambassador", None, None)]),
    ("قال الزعيم الأعلى الإيراني إن بلاده مستعدة", [("Leader", "IRN", None)]),
    ("عاد السفير الكندي في الرياض إلى مكتبه", [("Ambassador to Saudi Arabia", "CAN", None)]),
    (
        "تحدث المندوب الدائم لدولة الكويت لدى الأمم المتحدة",
        [("Permanent Representative to the United Nations", "KWT", None)],
    ),
    ("زار القائم بالأعمال في السفارة الهندية ببغداد المعرض", [("Chargé d'Affaires to Iraq", "IND", None)]),
    ("عادت سفيرة فنلندا بتونس إلى مكتبها", [("Ambassador to Tunisia", "FIN", None)]),
    ("وصل مبعوث الرئيس الكيني إلى القرن الأفريقي", [("Special Envoy to Horn of Africa", "KEN", None)]),
    ("كرّم عمدة برشلونة الوفد الزائر", [("Mayor of Barcelona", "ESP", None)]),
    ("تحدث مستشار الرئيس الكيني للشؤون الأفريقية", [("Adviser to the President", "KEN", None)]),
    (
        "قالت الناطقة باسم الخارجية الكينية ذلك",
        [("Spokesperson of the Ministry of Foreign Affairs", "KEN", None)],
    ),
    ("وصل مساعد وزير الخارجية الأمريكي لشؤون الشرق الأدنى", [("Assistant Secretary of State", "USA", None)]),
    (
        "بدأ وزير الدولة للشؤون الخارجية الإماراتي جولته",
        [("Minister of State for Foreign Affairs", "ARE", None)],
    ),
]

ALONE: list[tuple[str, list[Office]]] = [
    ("غادر وزير الخارجية القطري المطار", [("Minister of Foreign Affairs", "QAT", None)]),
    ("غادر وزير الخزانة الأمريكي المطار", [("Secretary of the Treasury", "USA", None)]),
    ("عرض رئيس خطة العمل", []),
    ("كان السبب الرئيس للأزمة واضحاً", []),
    ("هبطت الطائرة في مطار الملك خالد", []),
    ("عرضت الوزارة خطة العمل", []),
]

RESOLVED: list[tuple[str, list[Office]]] = [
    (
        "وصل وزير الخارجية الأمريكي جون كيري مساء. وقال الوزير إن المحادثات مثمرة",
        [("Secretary of State", "USA", "John Kerry"), ("Minister", None, "John Kerry")],
    ),
    (
        "قال جون كيري وزير الخارجية الأمريكي ذلك. ثم غادر وزير الخارجية الأمريكي",
        [("Secretary of State", "USA", "John Kerry"), ("Secretary of State", "USA", "John Kerry")],
    ),
    (
        "التقى وزير الخارجية الياباني تارو كونو نظيره القطري خالد العطية",
        [
            ("Minister of Foreign Affairs", "JPN", "Taro Kono"),
            ("Minister of Foreign Affairs", "QAT", "Khalid bin Mohammad Al Attiyah"),
        ],
    ),
    (
        "تحدث السفير التونسي لدى روسيا علي قوطالي. وأضاف السفير أن التعاون مستمر",
        [("Ambassador to Russia", "TUN", "Ali Qutali"), ("Ambassador", None, "Ali Qutali")],
    ),
    (
        "وصل معالي وزير العدل خالد القرشي، والتقى معالي وزير المالية سامي الهاجري. وقال معاليه ذلك",
        [
            ("Minister of Justice", None, "Khalid al-Qureshi"),
            ("Minister of Finance", None, "Sami Al Hajri"),
            ("Minister of Finance", None, "Sami Al Hajri"),
        ],
    ),
    (
        "بحث وزير الخارجية مع نظيره الألماني هايكو ماس الملف",
        [("Minister of Foreign Affairs", None, None), ("Minister of Foreign Affairs", "DEU", "Heiko Maas")],
    ),
    (
        "رحب الوزير الروسي سيرغي لافروف بالوفد، ثم عاد الوزير الياباني",
        [("Minister", "RUS", "Sergey Lavrov"), ("Minister", "JPN", None)],
    ),
]

PAIRS: list[tuple[str, list[Office]]] = [
    (
        "وقّع وزيرا خارجية قطر والولايات المتحدة المذكرة",
        [("Minister of Foreign Affairs", "QAT", None), ("Secretary of State", "USA", None)],
    ),
    (
        "اجتمع وزيرا الدفاع الكيني والأوغندي",
        [("Minister of Defense", "KEN", None), ("Minister of Defense", "UGA", None)],
    ),
    (
        "التقى وزير الخارجية القطري ووزير الدفاع الأمريكي جيمس ماتيس",
        [("Minister of Foreign Affairs", "QAT", None), ("Secretary of Defense", "USA", "James Mattis")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), BEFORE_THE_NAME)
def test_title_before_its_holder(text: str, wanted: list[Office]) -> None:
    assert offices(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), AFTER_THE_NAME)
def test_title_that_explains_a_name(text: str, wanted: list[Office]) -> None:
    assert offices(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), COMPOSED)
def test_title_composed_with_what_follows(text: str, wanted: list[Office]) -> None:
    assert offices(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), ALONE)
def test_title_alone(text: str, wanted: list[Office]) -> None:
    assert offices(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), RESOLVED)
def test_title_points_at_a_person_named_before(text: str, wanted: list[Office]) -> None:
    assert offices(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), PAIRS)
def test_two_offices_side_by_side(text: str, wanted: list[Office]) -> None:
    assert offices(text) == wanted


def test_person_holds_the_office_in_the_words_of_the_text() -> None:
    text = "قال وزير الخارجية الأمريكي جون كيري ذلك"
    (office,) = read(text)[1][0].offices
    assert (office.title, office.party, office.date) == ("Secretary of State", "USA", "2019-05-06")
    assert text[office.start : office.end] == "وزير الخارجية الأمريكي"


def test_person_acts_for_the_party_of_the_office() -> None:
    (mention,) = read("قال المتحدث باسم وزارة التجارة الكينية جوزيف موتيسو ذلك")[0].people
    assert (mention.name, mention.party) == ("Joseph Mutiso", "KEN")


def test_bare_minister_is_no_office_of_a_person() -> None:
    assert read("قال الوزير جون كيري ذلك")[1][0].offices == ()


def seen(text: str) -> list[tuple[str, str]]:
    """Return the offices of everybody in a paragraph, with the words that name them."""
    return [(o.title, text[o.start : o.end]) for person in read(text)[1] for o in person.offices]


def test_an_office_is_one_entry_a_wording() -> None:
    text = (
        "قال وزير الخارجية الأمريكي جون كيري ذلك. وأضاف وزير الخارجية الأمريكي جون كيري. "
        "وزار وزير الخارجية كيري عمان."
    )
    assert seen(text) == [("Secretary of State", "وزير الخارجية الأمريكي")]


def test_an_office_tied_to_another_year_is_one_more() -> None:
    text = (
        "قال وزير الخارجية الأمريكي جون كيري ذلك. "
        "والمذكرة وقعها في عام 2015 وزير الخارجية الأمريكي جون كيري في مسقط."
    )
    assert len(seen(text)) == 2
