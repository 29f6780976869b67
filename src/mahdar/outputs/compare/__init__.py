"""A comparison for people and programs: JSON, and a page that stands alone."""

from mahdar.outputs.compare.html import comparison_page, labels
from mahdar.outputs.compare.json import comparison_object

__all__ = ["comparison_object", "comparison_page", "labels"]
