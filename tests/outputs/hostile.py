"""A register in which all that anybody can write is hostile: texts, names, verdicts, comments, steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.mentions import Person, PersonMention, SeenOffice
from mahdar.model.reading import Reading
from mahdar.model.spans import Span
from mahdar.pipeline.document import read_document
from mahdar.pipeline.linking import link_documents
from mahdar.register import Register

__all__ = ["WORDS", "hostile_register"]

NOW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
WORDS = {
    "script": "<script>alert(1)</script><ScRiPt src=//x.example/a.js>",
    "image": "<img src=x onerror=alert(2)>",
    "svg": "<svg onload=alert(3)><foreignObject><iframe srcdoc='x'></foreignObject></svg>",
    "attribute": '" onmouseover="alert(4)" style="color:red',
    "single": "' onfocus='alert(5)' autofocus='",
    "link": "javascript:alert(6)",
    "comment": "--><b>bold</b><!--]]>",
    "template": "{{ 7 * 77 * 101 }}{% raw %}${7*77*101}#{7*77*101}",
    "formula": '=HYPERLINK("http://x.example";"a")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "plus": "+1+cmd|' /C calc'!A0",
    "bidi": "\u202eتنصيص\u2066\u2069\u200f",
    "control": "a\x07\x1b[31mb\x0b\x85",
    "header": "a\r\nX-Hostile: 1\r\nSet-Hostile: 1",
    "path": "../../../etc/passwd",
    "backslash": "..\\..\\windows\\win.ini",
    "long": "ط" * 6000,
    "surrogate": "\U0001d4d0\U0001f469\u200d\U0001f4bb",
}
"""What a text or a person may write; NUL stands in no text that is read."""

_TEXT = """{title}

نشر بتاريخ: 14 مايو {year}

نيروبي في 14 مايو {year} - استضافت نيروبي اليوم الجولة الثانية للحوار الاستراتيجي بين كينيا وتنزانيا.
وأكدت كينيا دعمها لتنزانيا في ملف {words} الاستثمار.
وأكدت تنزانيا التزامها بالتعاون في مجال {words} الدفاع قبل 30 يونيو {later}.
وقال وزير الخارجية الكيني «إن هذا الحوار {words} يخدم شعوب المنطقة كلها».
ووقع البلدان مذكرة تفاهم بشأن {words} الموانئ. وقدمت كينيا 5 ملايين دولار لدعم {words} اللاجئين.
{words}
"""


@contextmanager
def hostile_register(folder: Path) -> Iterator[Register]:
    """Yield a register of hostile words, linked."""
    with Register.open(folder / "mahdar.sqlite", now=lambda: NOW) as register:
        register.add(_readings(), reader="one", lexicon=default_lexicon())
        link_documents(register, lexicon=default_lexicon())
        _said(register)
        yield register


def _readings() -> Iterator[Reading]:
    """Yield a document for each hostile word, called by it; and a newer version of the first."""
    for number, words in enumerate(WORDS.values()):
        path = f"/statements/{number}/{words[:150]}"
        text = _TEXT.format(
            title=f"الجولة الثانية {words}", words=words, year=2001 + number, later=2002 + number
        )
        yield _with_people(read_document(Document.of(text, words[:150], path=path), default_lexicon()), words)
    first = next(iter(WORDS.values()))
    newer = _TEXT.format(title=f"الجولة الثالثة {first}", words=first, year=2001, later=2003)
    yield read_document(Document.of(newer, first, path=f"/statements/0/{first}"), default_lexicon())


def _with_people(found: Reading, words: str) -> Reading:
    """Return a reading in which a person is called by hostile words, as any reader may call one."""
    text = found.document.text
    start = text.index("وزير الخارجية")
    name = f"Ali {words[:100]}"
    mention = PersonMention(start, start + 4, 0, 1, name, "KEN")
    office = SeenOffice(f"Minister of {words[:100]}", "KEN", start, start + 13, "2001-05-14")
    person = Person(name, f"علي {words[:100]}", "transliteration", (mention,), (office,))
    return Reading(found.document, found.page, (*found.people, person), found.entries)


def _said(register: Register) -> None:
    """Have hostile people say hostile things."""
    reviews = register.reviews
    for number, words in enumerate(WORDS.values()):
        document = list(register.documents(all_versions=True))[number % len(list(register.documents()))].id
        who = f"{words[:60]}."
        for kind, fields in (
            ("meeting", {"place": words[:500], "chairs": [{"name": words[:500], "party": "KEN"}]}),
            (
                "instrument",
                {"subject": words[:500], "parties": ["KEN", f"ORG:{' '.join(words[:100].split())}."]},
            ),
            ("amount", {"unit": words[:500], "about": words[:500]}),
            ("act", {"speaker": words[:500], "actors": [f"ORG:{' '.join(words[:100].split())}."]}),
            ("quote", {"speaker": words[:500]}),
        ):
            one = next(register.entries(document=document, type=kind), None)
            if one is not None:
                reviews.judge(one.id, "corrected", who, fields=fields, why=words)
                reviews.comment(words, who, entry=one.id)
        reviews.comment(words, who, document=document)
        text = register.text(document)
        at = text.index("نيروبي")
        reviews.add(document, "date", [Span(at, at + 6)], {"precision": "vague"}, who, why=words)
        act = next(register.entries(document=document, type="act", kind="commit"), None)
        if act is not None:
            register.add_step(act.id, "under_way", "2004-01-02", who, source=words, note=words)
    _decided(register)


def _decided(register: Register) -> None:
    """Have hostile people decide who is who, and give documents."""
    first, second, *_ = (one.id for one in register.people())
    register.decisions.merge(first, second, WORDS["script"], WORDS["image"])
    register.uploads.begin("made", WORDS["script"], 2, most=1, since="")
    became = [
        {"name": words, "state": "failed", "reason": words, "message": words} for words in WORDS.values()
    ]
    register.uploads.end("made", "done", {"documents": became, "linked": [], "links": 0})
