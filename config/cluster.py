"""The embedded PostgreSQL server: no port, a private socket, started when somebody needs it (docs/adr/0001)."""

import contextlib
import fcntl
import hashlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import psycopg
from django.core.exceptions import ImproperlyConfigured

from config import binaries, roles, unprivileged

CHECKOUT = Path(__file__).resolve().parent.parent
SUPERUSER = "minga_super"
PORT = 5432
_START_SECONDS = 90
# The clock and the numbers of a report never depend on the machine's locale.
_INITDB = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", f"--username={SUPERUSER}"]
_FAST_AND_LOSE = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
]


@dataclass(frozen=True)
class Cluster:
    """One data folder with its server; `durable=False` is for tests, where a power cut may lose everything."""

    name: str
    durable: bool = True
    checkout: Path = CHECKOUT

    # -- where things are ------------------------------------------------------------------------------------------

    @property
    def var(self) -> Path:
        """The checkout's folder for everything that is not code."""
        return self.checkout / "var"

    @property
    def key(self) -> str:
        """A short name for this checkout, so that two of them never share a socket or a copy."""
        return hashlib.sha256(str(self.checkout).encode()).hexdigest()[:8]

    @property
    def _state_file(self) -> Path:
        return self.var / "secrets" / f"{self.name}.json"

    @cached_property
    def home(self) -> Path:
        """The folder that holds the data: `var/`, or one the server's account can reach."""
        self.var.mkdir(exist_ok=True)
        if unprivileged.reaches(self.var):
            return self.var
        return Path("/var/lib/minga") / self.key

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.home / self.name

    @property
    def log(self) -> Path:
        """What the server says of itself; statements and their values are not in it."""
        return self.data / "server.log"

    # -- what is remembered between processes ----------------------------------------------------------------------

    def _state(self) -> dict:
        try:
            return json.loads(self._state_file.read_text())
        except FileNotFoundError:
            return {}
        except PermissionError:
            raise ImproperlyConfigured(
                f"La base de datos de {self.var} pertenece a otra cuenta del sistema. "
                "Use la misma cuenta con que se instaló Minga."
            ) from None

    def _remember(self, **facts: str) -> dict:
        state = self._state() | facts
        self._state_file.parent.mkdir(parents=True, exist_ok=True)
        self._state_file.parent.chmod(0o700)
        staging = self._state_file.with_suffix(".wip")
        staging.unlink(missing_ok=True)
        with open(os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
            json.dump(state, stream)
        staging.replace(self._state_file)
        return state

    def _passwords(self) -> dict:
        state = self._state()
        missing = {"super", *roles.LOGINS} - state.keys()
        if missing and (self.data / "PG_VERSION").exists():
            raise ImproperlyConfigured(
                f"Falta {self._state_file}, con las claves de la base de datos de {self.data}. "
                "Recupérelo, o restaure un respaldo en una carpeta nueva."
            )
        return self._remember(**{name: secrets.token_urlsafe(32) for name in missing}) if missing else state

    def _socket_folder(self) -> Path:
        """A short private folder (a socket's path holds 107 bytes), made again when the system cleaned it away."""
        known = self._state().get("socket")
        if known and Path(known).is_dir() and Path(known).stat().st_uid == unprivileged.uid():
            return Path(known)
        folder = Path(tempfile.mkdtemp(prefix=f"minga-{self.key}-"))
        if len(str(folder)) > 80:
            folder.rmdir()
            folder = Path(tempfile.mkdtemp(prefix=f"minga-{self.key}-", dir="/tmp"))
        unprivileged.give(folder)
        self._remember(socket=str(folder))
        return folder

    # -- connecting ------------------------------------------------------------------------------------------------

    def parameters(self, role: str, database: str = roles.DATABASE) -> dict[str, str | int]:
        """Keywords for psycopg: `role` is one of `roles.LOGINS`, or `super`. Starts nothing."""
        state = self._state()
        user = SUPERUSER if role == "super" else roles.LOGINS[role]
        password, host = state.get(role, ""), state.get("socket", "/nonexistent")
        return {"host": host, "port": PORT, "user": user, "password": password, "dbname": database}

    def is_up(self) -> bool:
        """Whether the application could connect this very moment."""
        if not self._state().keys() >= {"socket", "ready"}:
            return False
        try:
            psycopg.connect(**self.parameters("app"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    # -- starting --------------------------------------------------------------------------------------------------

    def ensure_running(self) -> None:
        """Create the cluster if it is new, start it if it is down, and return when it answers."""
        if self.is_up():
            return
        with self._lock():
            if self.is_up():
                return
            chosen = self._programs()
            self._passwords()  # made once, and never guessed again
            if not (self.data / "PG_VERSION").exists():
                self._initialise(chosen)
            self._start(chosen)
            self._bootstrap()

    def stop(self) -> None:
        """Stop the server, if one of this folder is alive, ending its sessions."""
        if self._server_is_alive():
            command = [self._programs().program("pg_ctl"), "stop", "-D", str(self.data), "-m", "fast", "-w"]
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **unprivileged.arguments())

    def _server_is_alive(self) -> bool:
        """Whether the process of `postmaster.pid` serves this folder, and is not a stranger with its old number."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
            return Path(f"/proc/{pid}/cwd").resolve() == self.data.resolve()
        except (OSError, ValueError, IndexError):
            return False

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        self.var.mkdir(exist_ok=True)
        with (self.var / f"{self.name}.lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def _programs(self) -> binaries.Binaries:
        chosen = binaries.choose(self.data)
        if unprivileged.reaches(Path(chosen.program("postgres"))):
            return chosen
        self.home.mkdir(parents=True, exist_ok=True)
        reachable = self.home if self.home != self.var else Path("/var/lib/minga") / self.key
        reachable.mkdir(parents=True, exist_ok=True)
        return binaries.copy_for(chosen, reachable)

    def _initialise(self, chosen: binaries.Binaries) -> None:
        """`initdb` beside the final place, then a rename: a half-made data folder never looks like a whole one."""
        passwords = self._passwords()
        self.home.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self.home).free < 500_000_000:
            raise ImproperlyConfigured(f"Quedan menos de 500 MB libres en {self.home}: libere espacio para la base.")
        staging = self.home / f"{self.name}.wip"
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(mode=0o700)
        unprivileged.give(staging)
        keys = Path(tempfile.mkdtemp(prefix="minga-init-"))
        try:
            (keys / "super").write_text(passwords["super"])
            unprivileged.give(keys)
            os.chmod(keys / "super", 0o644)
            command = [chosen.program("initdb"), "-D", str(staging), f"--pwfile={keys / 'super'}", *_INITDB]
            made = subprocess.run(command, capture_output=True, text=True, **unprivileged.arguments())
        finally:
            shutil.rmtree(keys)
        if made.returncode != 0:
            raise ImproperlyConfigured(f"No se pudo crear la base de datos en {staging}: {made.stderr.strip()}")
        staging.rename(self.data)

    def _start(self, chosen: binaries.Binaries) -> None:
        """Start and wait; after a violent end, wait for the orphans of the former server to leave."""
        folder = self._socket_folder()
        if not (folder / f".s.PGSQL.{PORT}").exists():
            self.stop()  # alive behind a socket that the system cleaned away: nobody could ever reach it
        values = ["listen_addresses=''", f"unix_socket_directories={folder}", f"port={PORT}", "max_connections=60"]
        values += ["max_locks_per_transaction=1024"]  # a restore drops every table, index and trigger at once
        values += ["unix_socket_permissions=0700", "log_statement=none", "log_min_error_statement=panic"]
        values += ["log_error_verbosity=terse", "timezone=UTC", "log_timezone=UTC", "password_encryption=scram-sha-256"]
        values += [] if self.durable else _FAST_AND_LOSE
        command = [chosen.program("pg_ctl"), "start", "-D", str(self.data), "-l", str(self.log), "-w", "-t", "60"]
        command += ["-o", " ".join(f"-c {value}" for value in values)]
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self._answers(folder):
                return
            quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            subprocess.run(command, start_new_session=True, **quiet, **unprivileged.arguments())
            time.sleep(0.05 if self._answers(folder) else 0.5)
        last = self.log.read_text(errors="replace")[-600:] if self.log.exists() else "(sin registro)"
        raise ImproperlyConfigured(
            f"PostgreSQL no partió en {_START_SECONDS} segundos. Revise {self.log}, que termina así:\n{last}"
        )

    def _answers(self, folder: Path) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(f"{folder}/.s.PGSQL.{PORT}")
            except OSError:
                return False
        try:
            psycopg.connect(**self.parameters("super", "postgres"), connect_timeout=5).close()
        except psycopg.OperationalError as error:
            # Recovering after a violent end: it listens already, but takes nobody in yet.
            return "password authentication failed" in str(error)
        return True

    def _bootstrap(self) -> None:
        """Roles and the empty database; harmless when they are there already."""
        passwords = self._passwords()
        with psycopg.connect(**self.parameters("super", "postgres"), autocommit=True) as connection:
            roles.create_roles(connection, passwords)
            roles.create_database(connection)
        self._remember(ready="yes")
