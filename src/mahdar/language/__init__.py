"""Words, clitics, sentences and folding: views over a text that is never changed."""

from mahdar.language.clitics import readings
from mahdar.language.folding import FoldedView
from mahdar.language.quotation import find_quotations
from mahdar.language.sentences import parse_prose
from mahdar.language.words import split_words

__all__ = ["FoldedView", "find_quotations", "parse_prose", "readings", "split_words"]
