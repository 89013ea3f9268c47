"""The system account that runs the embedded server when Minga is started as root, which PostgreSQL refuses."""

import contextlib
import os
import pwd
import subprocess
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_NAME = "minga-pg"
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC"}


@cache
def account() -> pwd.struct_passwd | None:
    """The account to drop to, created when it is missing; None when this process is not root."""
    if os.geteuid() != 0:
        return None
    wanted = os.environ.get("MINGA_PG_USER", _NAME)
    with contextlib.suppress(KeyError):
        return pwd.getpwnam(wanted)
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    made = subprocess.run([*command, "--shell", "/usr/sbin/nologin", wanted], capture_output=True, text=True)
    try:
        return pwd.getpwnam(wanted)
    except KeyError:
        raise ImproperlyConfigured(
            f"PostgreSQL no puede correr como root y no se pudo crear la cuenta de sistema «{wanted}»: "
            f"{made.stderr.strip()} Cree esa cuenta, o nombre otra sin privilegios en MINGA_PG_USER."
        ) from None


def arguments() -> dict:
    """Arguments of `subprocess` that leave root behind: user, groups, environment and folder."""
    found = account()
    if found is None:
        return {"cwd": "/", "env": _ENVIRONMENT}
    identity = {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    return {"cwd": "/", "env": _ENVIRONMENT, "umask": 0o077} | identity


def uid() -> int:
    """The number of the account that will own the data."""
    found = account()
    return os.geteuid() if found is None else found.pw_uid


def reaches(path: Path) -> bool:
    """Whether that account can enter the folder, or run the program."""
    return account() is None or subprocess.run(["test", "-x", str(path)], **arguments()).returncode == 0


def give(path: Path) -> None:
    """Make the folder that account's alone."""
    path.chmod(0o700)
    found = account()
    if found is not None:
        os.chown(path, found.pw_uid, found.pw_gid)
