"""The compiled reader: takes the place of its sources where it was made from exactly these.

`make native` compiles the modules that read into `build/native` beside `src`. Importing `mahdar` puts them in
front of their sources only if every source below is still what it was and this is the same Python; else the
sources run. Where nothing was compiled, as in an installed package, nothing happens. `MAHDAR_PURE=1` switches
the compiled reader off. What is read is the same either way.

Cost: about a millisecond and a half where there is a compiled reader, one failed `open` where there is none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.abc import MetaPathFinder
from importlib.machinery import ExtensionFileLoader, ModuleSpec
from pathlib import Path
from types import ModuleType

__all__ = [
    "FOLDERS",
    "Source",
    "compiled_home",
    "enable",
    "is_current",
    "is_enabled",
    "python_mark",
    "sources",
    "stamp",
]

FOLDERS = ("language", "lexicon", "mentions", "model", "page", "reading")
"""What the compiled modules are made from: they themselves and all that they import."""

Source = tuple[str, int, int]
"""A source's path below the package, its size in bytes and its time in nanoseconds."""

_PACKAGE = Path(__file__).parent


def enable() -> bool:
    """Put the compiled reader in front of its sources, where there is one made from these.

    Returns:
        Whether the compiled reader runs.
    """
    if not is_enabled() and not os.environ.get("MAHDAR_PURE"):
        modules = _modules()
        if modules:
            sys.meta_path.insert(0, _Compiled(modules))
    return is_enabled()


def is_enabled() -> bool:
    """Say whether the compiled reader runs."""
    return any(isinstance(finder, _Compiled) for finder in sys.meta_path)


def is_current() -> bool:
    """Say whether there is a compiled reader made from the present sources, for this Python."""
    return bool(_modules())


def compiled_home() -> Path:
    """Return where the compiled reader of this checkout stands."""
    return _PACKAGE.parents[1] / "build" / "native"


def python_mark() -> str:
    """Return what tells this Python from every other that could not load the modules."""
    return f"{sys.implementation.cache_tag} {sys.platform} {' '.join(sys.version.split())}"


def sources() -> list[Source]:
    """Return all that the compiled reader is made from, sorted."""
    found = []
    for folder in FOLDERS:
        with os.scandir(_PACKAGE / folder) as files:
            for file in files:
                if file.name.endswith(".py"):
                    status = file.stat()
                    found.append((f"{folder}/{file.name}", status.st_size, status.st_mtime_ns))
    return sorted(found)


def stamp(modules: Mapping[str, Path], made_from: Sequence[Source]) -> str:
    """Return what to write beside compiled modules.

    Args:
        modules: by full name, the shared libraries that hold them.
        made_from: the sources as they were before compiling began.
    """
    head = [python_mark(), str(len(made_from))]
    files = [f"{name}\t{size}\t{time}\t{_digest(name)}" for name, size, time in made_from]
    return "\n".join([*head, *files, *(f"{name}\t{path}" for name, path in sorted(modules.items()))]) + "\n"


def _modules() -> dict[str, str]:
    """Return the compiled modules and their files; none where they are not of what is here."""
    with suppress(OSError, ValueError):
        kept = (compiled_home() / "stamp").read_text(encoding="utf-8")
        mark, count, *lines = kept.splitlines()
        files = [line.split("\t") for line in lines[: int(count)]]
        if mark == python_mark() and _unchanged(files):
            return dict(line.split("\t") for line in lines[int(count) :])
    return {}


def _unchanged(files: Sequence[Sequence[str]]) -> bool:
    """Say whether the present sources are those of a stamp."""
    present = sources()
    if [f[0] for f in files] != [s[0] for s in present]:
        return False
    # A fresh checkout has new times and the same text.
    return all(
        int(size) == now[1] and (int(time) == now[2] or digest == _digest(name))
        for (name, size, time, digest), now in zip(files, present, strict=True)
    )


def _digest(name: str) -> str:
    """Return the digest of a source."""
    return sha256((_PACKAGE / name).read_bytes()).hexdigest()[:16]


class _Compiled(MetaPathFinder):
    """Finds the compiled modules."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self.modules = modules

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a compiled module stands; None for every other."""
        del path, target
        file = self.modules.get(fullname)
        if file is None:
            return None
        spec = ModuleSpec(fullname, ExtensionFileLoader(fullname, file), origin=file)
        spec.has_location = True
        return spec
