"""Mahdar keeps the register of a dialogue between states from its public record."""
