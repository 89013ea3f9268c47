"""What a backup holds and in which order: private files, the database, public pictures, and the manifest at the end.

Nothing of it ever lies in the clear on a disk: it is sealed on its way out and opened on its way in.
"""

import hashlib
import io
import json
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.core.files.base import File
from django.core.files.storage import Storage, default_storage

from config.backup import postgres
from config.backup.sealing import BackupError, OpeningReader, SealingWriter
from incubator import files
from incubator.text import thousands

FORMAT = 1
PRIVATE, DATABASE, PUBLIC, MANIFEST = "files/", "database/", "media/", "manifest.json"
_PIECE = 1024 * 1024
_IN_MEMORY = 64 * 1024 * 1024


@dataclass
class Manifest:
    """What the backup says of itself: rows by table, and size and SHA-256 by entry."""

    made_at: str
    tables: dict[str, int] = field(default_factory=dict)
    entries: dict[str, tuple[int, str]] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def summary(self) -> str:
        """«1.234 filas de 122 tablas y 56 archivos»."""
        rows, count = sum(self.tables.values()), sum(not name.startswith(DATABASE) for name in self.entries)
        return f"{thousands(rows)} filas de {len(self.tables)} tablas y {thousands(count)} archivos"

    def names(self, prefix: str) -> set[str]:
        """Names of the entries under a prefix, without it."""
        return {name.removeprefix(prefix) for name in self.entries if name.startswith(prefix)}


class _Measured:
    """Reads through, counting and digesting."""

    def __init__(self, source: BinaryIO) -> None:
        self._source, self._digest, self.size = source, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self._digest.update(data)
        self.size += len(data)
        return data

    @property
    def facts(self) -> tuple[int, str]:
        return self.size, self._digest.hexdigest()


def stores() -> dict[str, Storage]:
    """The two storages by the prefix their files take."""
    return {PRIVATE: files.private_storage(), PUBLIC: default_storage}


def names_in(storage: Storage, folder: str = "") -> Iterator[str]:
    """Every file of a storage, in order, without those still being written."""
    try:
        folders, found = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    yield from (f"{prefix}{name}" for name in sorted(found) if not name.startswith(".new-"))
    for name in sorted(folders):
        yield from names_in(storage, f"{prefix}{name}")


def write(target: BinaryIO, key: bytes, made_at: str) -> Manifest:
    """Write the whole backup into an open file."""
    manifest = Manifest(made_at=made_at)
    writer = SealingWriter(target, key)
    with tarfile.open(fileobj=writer, mode="w|", bufsize=_PIECE, format=tarfile.PAX_FORMAT) as archive:
        kept = stores()
        # The picture of the database is taken first: every file it names is then already there to be copied.
        with postgres.snapshot() as picture:
            manifest.tables = postgres.row_counts()
            _add_files(archive, manifest, PRIVATE, kept[PRIVATE])
            for number, piece in enumerate(_compressed(postgres.dump(picture))):
                _add(archive, manifest, f"{DATABASE}{number:06d}", io.BytesIO(piece), len(piece))
        _add_files(archive, manifest, PUBLIC, kept[PUBLIC])
        written = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
        _add(archive, Manifest(""), MANIFEST, io.BytesIO(written), len(written))
    writer.close()
    return manifest


def _add_files(archive: tarfile.TarFile, manifest: Manifest, prefix: str, storage: Storage) -> None:
    for name in names_in(storage):
        with storage.open(name, "rb") as file:
            _add(archive, manifest, f"{prefix}{name}", file, storage.size(name))


def _add(archive: tarfile.TarFile, manifest: Manifest, name: str, source: BinaryIO, size: int) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    measured = _Measured(source)
    archive.addfile(entry, measured)
    manifest.entries[name] = measured.facts


def _compressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(6)
    waiting = bytearray()
    for piece in pieces:
        waiting += packer.compress(piece)
        while len(waiting) >= _PIECE:
            yield bytes(waiting[:_PIECE])
            del waiting[:_PIECE]
    yield bytes(waiting) + packer.flush()


def verify(path: Path, key: bytes) -> Manifest:
    """Read the backup to its end and compare every entry with the manifest; changes nothing."""
    return _walk(path, key, lambda name, source: _drain(source))


def _drain(source: BinaryIO) -> None:
    while source.read(_PIECE):
        pass


def _walk(path: Path, key: bytes, visit: Callable[[str, BinaryIO], None]) -> Manifest:
    """Visit every entry in order; answer with the manifest, once all of it has proved true."""
    seen: dict[str, tuple[int, str]] = {}
    manifest = None
    with path.open("rb") as source:
        reader = OpeningReader(source, key)
        try:
            with tarfile.open(fileobj=reader, mode="r|", bufsize=_PIECE) as archive:
                for entry in archive:
                    content = archive.extractfile(entry)
                    if content is None or entry.name in seen:
                        raise BackupError(f"El respaldo tiene una entrada que no corresponde: {entry.name}.")
                    if entry.name == MANIFEST:
                        manifest = _read_manifest(content.read())
                        continue
                    measured = _Measured(content)
                    visit(entry.name, measured)
                    _drain(measured)
                    seen[entry.name] = measured.facts
        except tarfile.TarError as error:
            raise BackupError("El respaldo está dañado por dentro. Use otro.") from error
        reader.finish()
    if manifest is None or seen != manifest.entries:
        raise BackupError("El contenido del respaldo no es el que dice su lista. Use otro.")
    return manifest


def _read_manifest(written: bytes) -> Manifest:
    facts = json.loads(written)
    if facts["format"] != FORMAT:
        raise BackupError("El respaldo es de otra versión de Minga. Restáurelo con esa versión y luego actualice.")
    entries = {name: (size, digest) for name, (size, digest) in facts["entries"].items()}
    return Manifest(facts["made_at"], facts["tables"], entries)


def restore(path: Path, key: bytes, manifest: Manifest) -> None:
    """Put everything back: private files added, the database replaced whole, then what is not of the backup removed.

    `manifest` is the answer of verify() for the same file. A failure before the database commits changes no row.
    """
    loading = _Restoration(manifest)
    try:
        _walk(path, key, loading.visit)
        loading.finish()
    except BaseException:
        loading.abandon()
        raise
    for prefix, storage in stores().items():
        for name in set(names_in(storage)) - manifest.names(prefix):
            storage.delete(name)


class _Restoration:
    """The state of a restoration while the entries pass by."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest, self._stores = manifest, stores()
        self._loader: postgres.Loader | None = None
        self._unpacker = zlib.decompressobj()
        self._is_loaded = False

    def visit(self, name: str, source: BinaryIO) -> None:
        """One entry, in the order they were written."""
        if name.startswith(DATABASE):
            self._loader = self._loader or postgres.Loader(self._manifest.tables)
            while piece := source.read(_PIECE):
                self._loader.feed(self._unpacker.decompress(piece))
        elif name.startswith(PRIVATE):
            self._put(PRIVATE, name, source)
        else:
            self.finish()
            self._put(PUBLIC, name, source)

    def finish(self) -> None:
        """Commit the database, once."""
        if self._is_loaded:
            return
        if self._loader is None:
            raise BackupError("El respaldo no trae la base de datos. Use otro.")
        self._loader.feed(self._unpacker.flush())
        loader, self._loader, self._is_loaded = self._loader, None, True
        loader.finish()

    def abandon(self) -> None:
        """Leave the database as it was."""
        if self._loader is not None:
            self._loader.abandon()
            self._loader = None

    def _put(self, prefix: str, name: str, source: BinaryIO) -> None:
        storage, place = self._stores[prefix], name.removeprefix(prefix)
        size, digest = self._manifest.entries[name]
        if storage.exists(place):
            with storage.open(place, "rb") as present:
                if storage.size(place) == size and hashlib.file_digest(present, "sha256").hexdigest() == digest:
                    return
            storage.delete(place)
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:  # some storages ask to read twice
            while piece := source.read(_PIECE):
                spool.write(piece)
            spool.seek(0)
            storage.save(place, File(spool, name=place))
