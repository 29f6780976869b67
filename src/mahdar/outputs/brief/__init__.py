"""A brief written out: Markdown, HTML, Word, PDF; in Arabic or in English."""

from mahdar.outputs.brief.write import FORMATS, write_brief

__all__ = ["FORMATS", "write_brief"]
