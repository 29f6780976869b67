"""The stages put together: for one document, for many on this machine, for programs that use the library."""
