"""A raw page of text → its articles and what on it is noise."""

from mahdar.page.read import read_page

__all__ = ["read_page"]
