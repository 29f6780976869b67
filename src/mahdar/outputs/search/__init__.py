"""What a search found, for programs: one form of it for the command line and the desk."""

from mahdar.outputs.search.structured import found_object, hit_object

__all__ = ["found_object", "hit_object"]
