"""`backup` and `restore` as commands, on a real database: what was there comes back, or nothing changes."""

import datetime as dt
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from config import backup, database
from incubator.models.territory import CalendarException
from tests.factories.people import person
from tests.support.databases import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
DAY = dt.date(2021, 6, 16)
REASON = "Temporal; «ñ», tabulador\ty salto\n."
OURS = "in ('public', 'sensitive')"
SPACES = "in ('public'::regnamespace, 'sensitive'::regnamespace)"
CATALOGUE = {
    "rights": f"""select table_schema, table_name, grantee, privilege_type
        from information_schema.table_privileges where table_schema {OURS} order by 1, 2, 3, 4""",
    "schemas": f"""select nspname, nspowner::regrole::text, nspacl::text
        from pg_namespace where nspname {OURS} order by 1""",
    "owners": f"""select relnamespace::regnamespace::text, relname, relowner::regrole::text
        from pg_class where relnamespace {SPACES} order by 1, 2""",
    "constraints": f"""select conrelid::regclass::text, conname, contype, condeferrable, condeferred
        from pg_constraint where connamespace {SPACES} order by 1, 2""",
    "indexes": f"select schemaname, indexname from pg_indexes where schemaname {OURS} order by 1, 2",
    "triggers": """select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
        from pg_trigger where not tgisinternal order by 1, 2""",
    "functions": f"""select oid::regprocedure::text, md5(pg_get_functiondef(oid)), proacl::text
        from pg_proc where pronamespace {SPACES} and prokind = 'f' and prolang <> 13 order by 1""",
    "sequences": "select schemaname, sequencename, last_value from pg_sequences order by 1, 2",
    "extensions": "select extname, extversion from pg_extension order by 1",
}


def query(sql: str, *values: object) -> list[tuple]:
    """As the owner, from outside Django."""
    with psycopg.connect(**database.parameters("owner", os.environ["MINGA_TEST_DB"])) as connection:
        cursor = connection.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else []


def everything() -> dict[str, str]:
    """A digest of every table, and what the catalogue says of triggers, constraints, indexes and rights."""
    found = {name: str(query(sql)) for name, sql in CATALOGUE.items()}
    for (name,) in query(f"select format('%I.%I', schemaname, tablename) from pg_tables where schemaname {OURS}"):
        digest = f"select count(*), md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from {name} t"
        found[name] = str(query(digest))
    return found


class House:
    """A folder with files, and the commands run in it as a person would."""

    def __init__(self, folder: Path, key: str) -> None:
        self.folder, self.key, self.copy = folder, key, folder / "respaldo.minga"
        self.private, self.public = folder / "files", folder / "test-media"

    @property
    def environment(self) -> dict[str, str]:
        told = {"MINGA_BACKUP_KEY": self.key, "MINGA_VAR": str(self.folder), "MINGA_FILES": str(self.private)}
        return os.environ | told

    def run(self, *arguments: object, **more: str) -> subprocess.CompletedProcess:
        connections.close_all()
        command = [sys.executable, *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, env=self.environment | more, capture_output=True, text=True)

    def write(self, path: str, content: bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def files(self) -> dict[str, bytes]:
        found = [path for root in (self.private, self.public) for path in root.rglob("*") if path.is_file()]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def kept(django_db_setup, django_db_blocker, tmp_path_factory) -> tuple[House, dict, dict]:
    """One backup for all these tests, with what there was when it was made."""
    house = House(tmp_path_factory.mktemp("kept"), backup.new_key())
    house.write("files/ab/cd/" + "a" * 64, b"acta firmada")
    house.write("files/ef/01/" + "b" * 64, os.urandom(2_500_000))
    house.write("test-media/images/plaza ñ.jpg", b"foto")
    query("insert into incubator_calendarexception (day, is_working, reason) values (%s, false, %s)", DAY, REASON)
    query("insert into django_session values ('clave-de-sesion', 'x', now())")
    with django_db_blocker.unblock():
        query(
            "insert into sensitive.sensitive_profile (person_id, disability, main_origin, other_origins, degree, "
            "certificate, rnd_status, carer, gender, provenance, updated_at) "
            "values (%s, 'yes', '', '{}', '', '', '', 'no', '', '{}', now())",
            person(given_names="Ñandú").pk,
        )
        made = house.run("manage.py", "backup", house.copy)
    assert made.returncode == 0, made.stderr
    assert "guardado y verificado" in made.stdout
    query("delete from django_session")
    return house, everything(), house.files()


@pytest.fixture
def house(kept, tmp_path, monkeypatch) -> House:
    """A folder of this test's own, with a copy of the backup in it."""
    made = House(tmp_path, kept[0].key)
    made.copy.write_bytes(kept[0].copy.read_bytes())
    monkeypatch.setenv(backup.KEY_VARIABLE, made.key)
    return made


def test_everything_comes_back_after_a_disaster(house, kept):
    CalendarException.objects.all().delete()
    CalendarException.objects.create(day=dt.date(2021, 7, 1), reason="Después del respaldo.")
    CalendarException.objects.create(day=dt.date(2021, 7, 2), reason="Después del respaldo.")
    query("drop table sensitive.sensitive_supportneed; create table public.nobodys (id int)")
    house.write("files/ef/01/" + "b" * 64, b"otra cosa")
    house.write("files/99/99/" + "c" * 64, b"de despues")
    house.write("test-media/images/otra.jpg", b"de despues")

    restored = house.run("manage.py", "restore", house.copy, "--force")
    assert restored.returncode == 0, restored.stderr
    assert "Restaurado y verificado" in restored.stdout
    assert everything() == kept[1]
    assert house.files() == kept[2]
    assert CalendarException.objects.get().reason == REASON
    assert query("select count(*) from sensitive.sensitive_profile") == [(1,)]
    assert query("select count(*) from django_session") == [(0,)]

    # The application works at once, and still cannot enter the sensitive schema.
    CalendarException.objects.create(day=dt.date(2021, 7, 3), reason="La vida sigue.")
    application = database.parameters("app", os.environ["MINGA_TEST_DB"])
    with psycopg.connect(**application) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("select * from sensitive.sensitive_profile")

    # What there was is kept before it is replaced.
    (safety_copy,) = (house.folder / "backups").iterdir()
    manifest = backup.verify(safety_copy)
    assert manifest.tables["public.incubator_calendarexception"] == 2
    assert "public.nobodys" in manifest.tables
    assert manifest.names("files/") == {"ef/01/" + "b" * 64, "99/99/" + "c" * 64}


def test_a_restore_that_fails_half_way_leaves_the_database_as_it_was(house):
    """The rows are counted inside the transaction that loads them: a wrong count undoes it."""
    CalendarException.objects.create(day=dt.date(2021, 7, 1), reason="Después del respaldo.")
    before = everything()
    script = (
        "import django; django.setup()\n"
        "from pathlib import Path\n"
        "from config import backup\n"
        f"path = Path({str(house.copy)!r})\n"
        "manifest = backup.verify(path)\n"
        "manifest.tables['public.incubator_commune'] += 1\n"
        "try:\n    backup.restore(path, manifest)\n"
        "except backup.BackupError as error:\n    print(error)\n"
    )
    done = house.run("-c", script, MINGA_DB_ROLE="owner")
    assert "sigue como estaba" in done.stdout, done.stderr
    assert "incubator_commune" in done.stdout
    assert everything() == before


def test_a_restore_does_not_wait_for_ever_for_someone_who_is_working(house):
    with psycopg.connect(**database.parameters("app", os.environ["MINGA_TEST_DB"])) as someone:
        someone.execute("select count(*) from incubator_commune")  # the transaction stays open
        refused = house.run("manage.py", "restore", house.copy, "--force", "--no-safety-copy")
    assert refused.returncode != 0
    assert "Detenga el servidor" in refused.stderr


def test_without_force_a_restore_only_says_what_the_backup_holds(house):
    before, said = everything(), StringIO()
    call_command("restore", house.copy, stdout=said)
    assert "3 archivos" in said.getvalue()
    assert "Nada se ha cambiado" in said.getvalue()
    assert everything() == before


def test_a_damaged_backup_or_another_key_is_refused_before_anything_else(house, monkeypatch):
    whole = house.copy.read_bytes()
    for touched in (whole[:-1], whole[: len(whole) // 2], whole[:-9] + b"x" + whole[-8:], b"PK" + whole[2:], b""):
        house.copy.write_bytes(touched)
        with pytest.raises(CommandError, match="respaldo"):
            call_command("restore", house.copy, "--force")
    house.copy.write_bytes(whole)
    monkeypatch.setenv(backup.KEY_VARIABLE, backup.new_key())
    with pytest.raises(CommandError, match="clave"):
        call_command("restore", house.copy, "--force")
    with pytest.raises(CommandError, match="No existe"):
        call_command("restore", house.folder / "otro.minga")


def test_a_backup_is_private_and_shows_nothing(kept):
    house = kept[0]
    assert house.copy.stat().st_mode & 0o777 == 0o600
    assert b"acta firmada" not in house.copy.read_bytes()
    assert [path.name for path in house.folder.iterdir() if path.name.startswith(".")] == []


def test_a_backup_is_refused_over_another_without_a_key_and_to_the_application(house, monkeypatch):
    with pytest.raises(CommandError, match="Ya existe"):
        call_command("backup", house.copy)
    with pytest.raises(CommandError, match="No existe la carpeta"):
        call_command("backup", house.folder / "ninguna" / "a.minga")
    with pytest.raises(CommandError, match="minga_owner"):
        call_command("backup", house.folder / "a.minga")
    monkeypatch.delenv(backup.KEY_VARIABLE)
    with pytest.raises(CommandError, match="--new-key"):
        call_command("backup", house.folder / "a.minga")
    assert not (house.folder / "a.minga").exists()
