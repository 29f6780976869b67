"""Opening a register: what is opened, what is refused, and what the refusal says."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, select

from mahdar.errors import NoRegisterError, RegisterError
from mahdar.register import Register, migrations
from mahdar.register.connect import connect
from mahdar.register.migrate import upgrade
from mahdar.register.schema import HEAD, VERSION_TABLE, version
from mahdar.register.schema_search import WORDS
from mahdar.register.tables import metadata


def engine_of(address: str):
    return create_engine(
        address.replace("postgresql://", "postgresql+psycopg://")
        if "://" in address
        else f"sqlite:///{address}"
    )


def test_a_register_is_made_where_there_is_none_and_found_again(address, make):
    with Register.open(address) as register:
        register.add([make.reading()], reader="one")
    with Register.open(address, create=False) as register:
        assert register.counts().documents == 1


def test_a_missing_register_is_not_made_by_mistake(tmp_path):
    with pytest.raises(RegisterError, match=r"there is no register; `mahdar read`"):
        Register.open(tmp_path / "none.sqlite", create=False)
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(RegisterError, match=r"folder does not exist; make .*nowhere first"):
        Register.open(tmp_path / "nowhere" / "a.sqlite")


def test_a_folder_is_no_register(tmp_path):
    with pytest.raises(RegisterError, match="is a folder"):
        Register.open(tmp_path)


def test_a_text_file_is_no_register_and_stays_as_it_is(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("ملاحظات عن الجولة\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(RegisterError, match="is not a register; name another file with --register"):
        Register.open(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_no_register_and_stays_as_it_is(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE song (title TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(RegisterError, match="something else than a register"):
        Register.open(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_register_only_where_one_may_be_made(tmp_path):
    path = tmp_path / "empty.sqlite"
    path.touch()
    with pytest.raises(RegisterError, match="is empty"):
        Register.open(path, create=False)
    with Register.open(path) as register:
        assert register.counts().documents == 0


def test_a_newer_register_is_not_touched(address):
    Register.open(address).close()
    engine = engine_of(address)
    with engine.begin() as connection:
        connection.execute(version.update().values(version_num="9999"))
    with pytest.raises(RegisterError, match="a newer mahdar wrote this register"):
        Register.open(address)
    engine.dispose()


def test_a_register_that_is_being_written_is_said_to_be_locked(tmp_path, make):
    path = tmp_path / "a.sqlite"
    with Register.open(path, wait=0.05) as register:
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="another program is writing to it; wait"):
            register.add([make.reading()], reader="one")
        assert register.counts().documents == 0
        writer.execute("ROLLBACK")
        writer.close()
        assert register.add([make.reading()], reader="one").added == 1


def test_an_address_without_its_database_is_a_plain_error():
    with pytest.raises(RegisterError, match="no driver for this database"):
        Register.open("oracle+nothing://somewhere/x")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_register_that_may_not_be_written_can_still_be_read(tmp_path, make):
    path = tmp_path / "a.sqlite"
    with Register.open(path) as register:
        register.add([make.reading()], reader="one")
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with Register.open(path) as register:
            assert register.counts().documents == 1
            with pytest.raises(RegisterError, match="may not be written; copy it"):
                register.add([make.reading("السكك")], reader="one")
        with pytest.raises(RegisterError, match="cannot be opened; check that its folder"):
            Register.open(tmp_path / "new.sqlite")
    finally:
        tmp_path.chmod(0o755)


def test_the_migrations_lead_to_the_schema(address):
    engine = engine_of(address)
    with engine.begin() as connection:
        upgrade(connection)
        opts = {"version_table": VERSION_TABLE, "include_name": is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []
        assert connection.scalar(select(version.c.version_num)) == HEAD
    engine.dispose()
    with Register.open(address, create=False) as register:
        assert register.counts().documents == 0


def is_ours(name: str | None, kind: str, _: object) -> bool:
    """Leave out what differs between databases and so stands outside the metadata."""
    return kind != "table" or not (name or "").startswith(WORDS)


def test_a_new_register_has_the_very_tables_that_the_migrations_make(tmp_path):
    Register.open(tmp_path / "made.sqlite").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'migrated.sqlite'}")
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()
    assert statements(tmp_path / "made.sqlite") == statements(tmp_path / "migrated.sqlite")


def statements(path: Path) -> dict[str, list[str]]:
    """The statement that made each table and index, as its words."""
    raw = sqlite3.connect(path)
    found = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    raw.close()
    return {name: sql.replace(",", " ").replace(")", " )").split() for name, sql in found}


def test_the_newest_migration_is_the_one_that_the_program_expects():
    folder = Path(migrations.__file__).parent
    assert ScriptDirectory(str(folder)).get_heads() == [HEAD]


def test_opening_a_register_of_this_schema_does_not_import_alembic(tmp_path):
    path = tmp_path / "a.sqlite"
    program = (
        "import sys; from mahdar.register import Register; "
        f"Register.open({str(path)!r}).close(); Register.open({str(path)!r}).close(); "
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "False"


def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "register.sqlite"
    engine = connect(file, create=True, wait=1)
    engine.dispose()
    file.rename(tmp_path / "elsewhere.sqlite")
    with pytest.raises(NoRegisterError, match="there is no register"):
        engine.connect()
    assert not file.exists()
