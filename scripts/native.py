"""Compile the modules that read, into build/native beside src, where `mahdar` finds them.

    python scripts/native.py             compile it
    python scripts/native.py --current   only say, by the exit code, whether the present sources are compiled

A build stands in a folder of its own and takes
effect at once, so that processes that run the one before are not disturbed.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from mahdar import native

if TYPE_CHECKING:
    from setuptools import Extension

ROOT = Path(__file__).resolve().parents[1]
HOME = native.compiled_home()
GENERATED = HOME / "c"
SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")
COMPILER = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
LINKER = [*COMPILER, "-shared"]

FOLDERS = ("language", "mentions", "page", "reading")
LEXICON = ("acts", "fold", "name_chain", "phrases", "stems", "terms")
"""Of the lexicon, what is asked word by word; the rest builds tables, once an installation."""
OPTIMISATION = "g"
"""Nearly all the time goes into Python's own functions: more optimisation takes longer and gains nothing."""
AT_ONCE = 1_000_000
"""Letters of C that are compiled together: each time, Python's and the reader's own headers come first."""


def main() -> None:
    """Compile the reader, if it is not compiled."""
    os.chdir(ROOT)
    if "--current" in sys.argv[1:]:
        sys.exit(not native.is_current())
    from mypyc.build import mypycify  # noqa: PLC0415  # takes half a second, which is too long to ask

    began = monotonic()
    made_from = native.sources()
    paths = [name for name, _, _ in made_from if _is_compiled(name)]
    print(f"compiling {len(paths)} modules of the reader", flush=True)
    shutil.rmtree(GENERATED, ignore_errors=True)
    extensions = mypycify(
        [f"src/mahdar/{name}" for name in paths],
        opt_level=OPTIMISATION,
        debug_level="0",
        multi_file=True,
        group_name="mahdar_reader",
        target_dir=str(GENERATED),
    )
    print(f"translated after {monotonic() - began:.0f} s", flush=True)
    folder = HOME / sha256(repr(made_from).encode()).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    modules = dict(_built(extensions, folder))
    _take_effect(native.stamp(modules, made_from), folder)
    print(f"compiled after {monotonic() - began:.0f} s")


def _is_compiled(name: str) -> bool:
    """Say whether a source is to be compiled."""
    folder, _, file = name.partition("/")
    return file != "__init__.py" and (folder in FOLDERS or name in {f"lexicon/{one}.py" for one in LEXICON})


def _built(extensions: Sequence[Extension], folder: Path) -> Iterator[tuple[str, Path]]:
    """Compile the library that holds all code and, for each package, one that presents its modules.

    Yields:
        Full name of each module and the file that holds it.
    """
    library, *shims = extensions
    flags = [*library.extra_compile_args, *(f"-I{d}" for d in library.include_dirs)]
    packages = {
        package: (list(modules), GENERATED / f"{package}.c")
        for package, modules in groupby((shim.name for shim in shims), key=lambda n: n.rpartition(".")[0])
    }
    for modules, shim in packages.values():
        shim.write_text("".join(map(_presenting, modules)), encoding="utf-8")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        objects = list(pool.map(lambda source: _compiled(source, flags), _joined(library.sources)))
        yield library.name, _linked(objects, folder / f"{library.name}{SUFFIX}")
        for package, (modules, shim) in packages.items():
            file = _linked([_compiled(shim, flags)], folder / f"{package}{SUFFIX}")
            yield from ((module, file) for module in modules)


def _joined(sources: Sequence[str]) -> Iterator[Path]:
    """Write C files that take in several others each."""
    parts: list[list[str]] = [[]]
    size = 0
    for source in sources:
        parts[-1].append(f'#include "{source}"\n')
        size += Path(source).stat().st_size
        if size > AT_ONCE:
            parts.append([])
            size = 0
    for number, lines in enumerate(parts):
        joined = GENERATED / f"part{number}.c"
        joined.write_text("".join(lines), encoding="utf-8")
        yield joined


def _presenting(module: str) -> str:
    """Return C that takes in the file which presents one module.

    Every such file also defines the same name of no use; within one library there can be only one.
    """
    path = GENERATED / f"{module.replace('.', '/')}.c"
    own = f"PyInit_unused_{module.rpartition('.')[2]}"
    return f'#define PyInit___init__ {own}\n#include "{path}"\n#undef PyInit___init__\n'


def _compiled(source: Path, flags: Sequence[str]) -> Path:
    """Compile one C file."""
    made = source.with_suffix(".o")
    files = [f"-I{sysconfig.get_path('include')}", "-c", str(source), "-o", str(made)]
    _run([*COMPILER, "-fPIC", "-fwrapv", "-DNDEBUG", *flags, *files])
    return made


def _linked(objects: Sequence[Path], file: Path) -> Path:
    """Make a shared library of objects."""
    _run([*LINKER, *map(str, objects), "-o", str(file)])
    return file


def _run(command: Sequence[str]) -> None:
    """Run the compiler; what it says is shown where it fails."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")


def _take_effect(stamp: str, folder: Path) -> None:
    """Let `mahdar` find the new build and no other; remove what it does not need."""
    part = HOME / "stamp.part"
    part.write_text(stamp, encoding="utf-8")
    part.replace(HOME / "stamp")
    for other in HOME.iterdir():
        if other.is_dir() and other != folder:
            shutil.rmtree(other, ignore_errors=True)


if __name__ == "__main__":
    main()
