"""The command line: one module a command; each asks the library and shows what it answers."""
