"""Backup and restoration: database and files in one sealed file, verified before anything is replaced."""

import os
import secrets
from pathlib import Path

from config.backup import archive, postgres
from config.backup.archive import Manifest
from config.backup.sealing import KEY_VARIABLE, BackupError, key_from_environment, new_key
from incubator import calendars

__all__ = ["KEY_VARIABLE", "BackupError", "Manifest", "make", "make_safety_copy", "new_key", "restore", "verify"]


def make(path: Path) -> Manifest:
    """Write a new backup and read it back whole before it takes its name; raises BackupError."""
    key = key_from_environment()
    if path.exists():
        raise BackupError(f"Ya existe «{path}». Elija otro nombre: un respaldo no se reemplaza.")
    if not path.parent.is_dir():
        raise BackupError(f"No existe la carpeta «{path.parent}». Créela o elija otra.")
    postgres.check_role()
    staging = path.with_name(f".{path.name}.{secrets.token_hex(4)}.wip")
    made_at = calendars.now().isoformat(timespec="seconds")
    try:
        with open(os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            archive.write(target, key, made_at)
            target.flush()
            os.fsync(target.fileno())
        manifest = archive.verify(staging, key)
        os.link(staging, path)  # unlike rename, never over a file that has appeared meanwhile
    except OSError as error:
        raise BackupError(f"No se pudo escribir «{path}»: {error.strerror}.") from error
    finally:
        staging.unlink(missing_ok=True)
    return manifest


def make_safety_copy(folder: Path) -> Path:
    """A backup of what there is now, before it is replaced."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    moment = calendars.now().strftime("%Y%m%d-%H%M%S")
    path = folder / f"antes-de-restaurar-{moment}-{secrets.token_hex(2)}.minga"
    make(path)
    return path


def verify(path: Path) -> Manifest:
    """Read a backup whole and say what it holds; changes nothing. Raises BackupError."""
    key = key_from_environment()
    if not path.is_file():
        raise BackupError(f"No existe el archivo «{path}».")
    return archive.verify(path, key)


def restore(path: Path, manifest: Manifest) -> None:
    """Replace the database and the files by those of a verified backup; raises BackupError."""
    postgres.check_role()
    archive.restore(path, key_from_environment(), manifest)
