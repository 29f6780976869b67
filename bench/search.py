"""Speed of search, as a ratio against a plain question in the same run, and what indexing adds to reading.

    python bench/search.py [--articles N] [--register R]

Reads the collection of real articles beside the checkout (../shared/bulk) where it is there, else the shipped
examples many times over, into a fresh register (or takes a copy of the one named), then asks sixty searches
as people ask them, each three times, the first time aside. Prints the median and the 99th percentile of the
processor's time of a search, their ratio to listing a document's entries (the floor), and how much of that
time the index takes when articles are read. Figures of one run on a shared machine: quote the ratios.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parent))
from mahdar.lexicon import default_lexicon
from mahdar.pipeline.document import read_document
from mahdar.pipeline.searching import make_ready, search
from mahdar.register import Register, adding
from reading import _documents  # the bench beside this one

SEARCHES = """الطاقة|مذكرة تفاهم|"مذكرة تفاهم"|«وزير الخارجية»|قطر|السعودية إيران|العراق
مكافحة الإرهاب|حقوق الإنسان|الأسلحة|اتفاقية التجارة|موقف مصر من الحرب|الوزراء|السفراء
زيارات رسمية|اللاجئين السوريين|أسعار النفط|الانتخابات|وقف إطلاق النار
المفاوضات النووية|مجلس الأمن|الأمم المتحدة|المساعدات الإنسانية|الحدود|الأسرى|الرهائن
القوات|قمة|الجانبان|الرئيس|party:USA|party:IRN class:condemn|class:commit
class:commit party:SAU|الجهة:مصر الصنف:ترحيب|track:energy|track:defence party:USA
type:meeting|kind:visit|type:document|type:quote الاتفاق|money>1bn|money>5m|due:any
الاتفاق -النووي|النفط -أسعار|"الاتفاق النووي" party:IRN|type:document السفير
-type:date القاهرة|party:TUR,RUS سوريا|Iran nuclear agreement|Saudi Arabia
Egypt commitments|energy|visit France|United Nations|oil prices|الإتفاقيه|وبالإرهاب
للمفاوضات"""
"""Words alone, phrases, filters, names, English, spellings."""


def main() -> None:
    """Run the bench and print what it finds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1916, help="how many articles to read")
    parser.add_argument("--register", type=Path, help="a register to take a copy of instead")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "bench.sqlite"
        if given.register:
            shutil.copy(given.register, where)
        else:
            _read(where, given.articles)
        with Register.open(where) as register:
            began = perf_counter()
            count = make_ready(register)
            if count:
                print(f"indexing {count:,} documents   {perf_counter() - began:8.1f} s")
            _ask(register)


def _read(where: Path, count: int) -> None:
    """Read articles into a register, and print what indexing takes of that."""
    lexicon, spent, plain = default_lexicon(), 0.0, adding.index_new

    def timed(*given: object) -> None:
        nonlocal spent
        began = process_time()
        plain(*given)  # type: ignore[arg-type]
        spent += process_time() - began

    adding.index_new = timed  # type: ignore[assignment]
    began = process_time()
    with Register.open(where) as register:
        register.add((read_document(one, lexicon) for one in _documents(count)), reader="bench")
    whole = process_time() - began
    adding.index_new = plain
    print(f"reading                  {whole - spent:8.1f} s of the processor")
    print(f"indexing                 {spent:8.1f} s, {spent / (whole - spent):.1%} more")


def _ask(register: Register) -> None:
    """Time the floor and the searches."""
    document = next(iter(register.documents())).id
    floor = median(_timed(lambda: list(register.entries(document))[:20]) for _ in range(30))
    asked = [one for line in SEARCHES.splitlines() for one in line.split("|")]
    for one in asked:
        search(register, one)
    times = [_timed(lambda one=one: search(register, one)) for _ in range(3) for one in asked]  # type: ignore[misc]
    print(f"floor: listing a document {floor * 1000:7.1f} ms")
    print(f"{len(asked)} searches, median    {median(times) * 1000:8.1f} ms   {median(times) / floor:6.1f} x")
    slow = quantiles(times, n=100)[-1]
    print(f"99th percentile          {slow * 1000:8.1f} ms   {slow / floor:6.1f} x")
    worst = max(zip(times, asked * 3, strict=True))
    print(f"slowest: {worst[1]} ({worst[0] * 1000:.0f} ms)")


def _timed(ask: object) -> float:
    """Return the processor's time of a call, the database's among it: others share the machine."""
    began = process_time()
    ask()  # type: ignore[operator]
    return process_time() - began


if __name__ == "__main__":
    main()
