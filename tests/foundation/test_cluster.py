"""The embedded server: private, alone in its folder, and back on its feet after a violent end."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from config.cluster import CHECKOUT, Cluster


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A cluster of its own in a folder that only its owner can enter (as a checkout under /root is)."""
    made = Cluster("pg", checkout=tmp_path_factory.mktemp("checkout"))
    made.ensure_running()
    yield made
    made.stop()
    shutil.rmtree(made.parameters("app")["host"], ignore_errors=True)
    if made.home != made.var:
        shutil.rmtree(made.home)


def _ask(cluster: Cluster, question: str, role: str = "owner"):
    with psycopg.connect(**cluster.parameters(role), autocommit=True) as connection:
        cursor = connection.execute(question)
        return cursor.fetchone() if cursor.description else None


def _postmaster(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def test_it_listens_on_no_port_and_its_socket_is_private(cluster):
    assert _ask(cluster, "show listen_addresses") == ("",)
    folder = Path(cluster.parameters("app")["host"])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(f"{folder}/.s.PGSQL.5432") <= 107
    assert stat.S_IMODE((cluster.var / "secrets" / "pg.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((cluster.var / "secrets").stat().st_mode) == 0o700
    assert stat.S_IMODE(cluster.data.stat().st_mode) == 0o700


def test_it_never_runs_as_root(cluster):
    assert Path(f"/proc/{_postmaster(cluster)}").stat().st_uid != 0


@pytest.mark.parametrize("password", ["", "minga"])
def test_nobody_enters_without_the_password(cluster, password):
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(**cluster.parameters("app") | {"password": password})


def test_the_roles_are_the_ones_agreed(cluster):
    rows = {}
    with psycopg.connect(**cluster.parameters("super", "postgres")) as connection:
        for name, *facts in connection.execute(
            "select rolname, rolcanlogin, rolcreatedb, rolinherit, rolsuper from pg_roles where rolname like 'minga%'"
        ):
            rows[name] = tuple(facts)
    assert rows == {
        "minga_owner": (True, True, True, False),
        "minga_app": (True, False, False, False),
        "minga_retention": (True, False, False, False),
        "minga_sensitive": (False, False, True, False),
        "minga_super": (True, True, True, True),
    }


def test_it_comes_back_after_kill_9_with_what_was_committed(cluster):
    _ask(cluster, "create table if not exists kept (x int)")
    _ask(cluster, "insert into kept values (7)")
    os.kill(_postmaster(cluster), signal.SIGKILL)
    Cluster("pg", checkout=cluster.checkout).ensure_running()
    assert _ask(cluster, "select x from kept") == (7,)


def test_it_comes_back_when_the_system_cleans_its_socket_folder_away(cluster):
    shutil.rmtree(cluster.parameters("app")["host"])
    Cluster("pg", checkout=cluster.checkout).ensure_running()
    assert _ask(cluster, "select 1") == (1,)


def test_two_processes_that_start_it_at_once_share_one_server(cluster):
    cluster.stop()
    code = (
        "import sys, pathlib; from config.cluster import Cluster;"
        "Cluster('pg', checkout=pathlib.Path(sys.argv[1])).ensure_running()"
    )
    command = [sys.executable, "-c", code, str(cluster.checkout)]
    both = [subprocess.Popen(command, cwd=CHECKOUT, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate(timeout=60)[1] for process in both] == [b"", b""]
    assert _ask(cluster, "select 1") == (1,)


def test_data_of_another_major_version_is_left_alone_with_a_sentence(cluster):
    cluster.stop()
    version = cluster.data / "PG_VERSION"
    was = version.read_text()
    version.write_text("14\n")
    try:
        with pytest.raises(ImproperlyConfigured, match="son de PostgreSQL 14 y aquí solo hay programas de la versión"):
            Cluster("pg", checkout=cluster.checkout).ensure_running()
    finally:
        version.write_text(was)
    cluster.ensure_running()


def test_lost_passwords_are_named_and_never_made_up_again(cluster):
    state = cluster.var / "secrets" / "pg.json"
    kept = state.with_suffix(".kept")
    state.rename(kept)
    try:
        with pytest.raises(ImproperlyConfigured, match=r"Falta .*pg\.json"):
            Cluster("pg", checkout=cluster.checkout).ensure_running()
    finally:
        kept.rename(state)


def test_a_wrong_folder_of_programs_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("MINGA_PG_BIN", str(tmp_path))
    with pytest.raises(ImproperlyConfigured, match="MINGA_PG_BIN dice"):
        Cluster("pg", checkout=tmp_path).ensure_running()
