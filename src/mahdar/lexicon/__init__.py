"""What is known of the language and the field, as data, and what compiles it into lookup tables."""

from mahdar.lexicon.store import Lexicon, default_lexicon

__all__ = ["Lexicon", "default_lexicon"]
