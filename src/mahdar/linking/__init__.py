"""Who is who across documents, and which entries belong together."""
