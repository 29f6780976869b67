"""The parts of the step that made the register a desk's."""
