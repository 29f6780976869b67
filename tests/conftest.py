"""What tests of several folders need: a PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgresql import WHY_NOT, binaries, make_empty, server


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a database on a server of this worker's own, started when the first test asks for it."""
    programs = binaries()
    if programs is None:
        pytest.skip(WHY_NOT)
    with server(programs) as address:
        yield address


@pytest.fixture
def postgresql(postgresql_server: str) -> Iterator[str]:
    """The address of an empty database."""
    yield postgresql_server
    make_empty(postgresql_server)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that half of the register's tests did not run."""
    if binaries() is None:
        terminalreporter.section("not tested", red=True)
        terminalreporter.line(WHY_NOT)
