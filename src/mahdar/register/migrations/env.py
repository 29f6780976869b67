"""Run by Alembic over the connection that `register.migrate` hands it."""

from alembic import context

from mahdar.register.schema import VERSION_TABLE
from mahdar.register.tables import metadata


def run() -> None:
    """Run the steps in the transaction that is already open."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        version_table=VERSION_TABLE,
        render_as_batch=True,  # SQLite cannot alter a table in place
    )
    context.run_migrations()


if __name__ == "env_py":  # the name that Alembic loads it under; test collectors import it under its own
    run()
