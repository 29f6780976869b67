"""A register written as files that other programs read."""

from mahdar.outputs.export.json import export_register

__all__ = ["export_register"]
