"""Files, folders and standard input → documents: exact text, or one line that says why there is none."""

from mahdar.sources.files import MAX_BYTES, STANDARD_INPUT, read_file, read_source, read_stream
from mahdar.sources.passed import PassedOver
from mahdar.sources.walk import SUFFIXES, find_sources

__all__ = [
    "MAX_BYTES",
    "STANDARD_INPUT",
    "SUFFIXES",
    "PassedOver",
    "find_sources",
    "read_file",
    "read_source",
    "read_stream",
]
