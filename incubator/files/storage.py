"""Where people's files are kept: by their SHA-256, in private, each content once."""

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import BinaryIO

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, storages

from incubator.files.kinds import ALLOWED, FileRefusedError, media_type_of

_DEFAULT_MAX = 20 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class StoredFile:
    """A file kept in private storage. `name` is the one it came with: for the database, never for a header or URL."""

    sha256: str
    size: int
    media_type: str
    name: str


class PrivateFolder(FileSystemStorage):
    """A local folder without an address; a file appears whole or not at all."""

    def _save(self, name: str, content: File) -> str:
        target = Path(self.path(name))
        for folder in reversed(target.relative_to(self.location).parents):
            Path(self.location, folder).mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return name


def private_storage() -> Storage:
    """STORAGES["private"] where production names one, else the folder MINGA_FILES."""
    if "private" in settings.STORAGES:
        return storages["private"]
    return PrivateFolder(location=settings.MINGA_FILES, base_url=None, directory_permissions_mode=0o700)


def max_bytes() -> int:
    """The largest file that is accepted."""
    return getattr(settings, "MINGA_MAX_UPLOAD", _DEFAULT_MAX)


def path_of(sha256: str) -> str:
    """Where a content is kept; raises ValueError for what is not a digest."""
    if not _DIGEST.fullmatch(sha256):
        raise ValueError("Not a SHA-256 in lower-case hexadecimal.")
    return str(PurePosixPath(sha256[:2], sha256[2:4], sha256))


def store(upload: File, *, allowed: frozenset[str] = ALLOWED) -> StoredFile:
    """Keep what a person sent; raises FileRefusedError with a sentence when it is empty, too large or not accepted."""
    limit = max_bytes()
    content = _read_up_to(upload, limit + 1)
    if len(content) > limit:
        raise FileRefusedError(
            f"El archivo pesa más de {limit // _MEGABYTE} MB. Redúzcalo, o divídalo en partes, y súbalo otra vez."
        )
    name = tidy_name(upload.name or "")
    return _kept(content, media_type_of(content, name, allowed), name)


def keep(content: bytes, *, media_type: str, name: str) -> StoredFile:
    """Keep a file that Minga itself made."""
    return _kept(content, media_type, tidy_name(name))


def read(sha256: str) -> bytes:
    """The content; raises FileNotFoundError."""
    with open_stored(sha256) as file:
        return file.read()


def open_stored(sha256: str) -> BinaryIO:
    """The content, opened for reading; raises FileNotFoundError."""
    return private_storage().open(path_of(sha256), "rb")


def is_stored(sha256: str) -> bool:
    """Whether the content is there."""
    return private_storage().exists(path_of(sha256))


def is_intact(sha256: str) -> bool:
    """Whether the content is there and still is what its digest says."""
    if not is_stored(sha256):
        return False
    with open_stored(sha256) as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def delete(sha256: str) -> None:
    """Remove a content for good; whoever calls has made sure that no other row needs it."""
    private_storage().delete(path_of(sha256))


def tidy_name(name: str) -> str:
    """The file's own name, without folders or control characters, at most 200 characters long."""
    last = PurePath(name.replace("\\", "/")).name
    clean = "".join(letter for letter in last if letter.isprintable()).strip()
    if len(clean) > 200:
        suffix = PurePath(clean).suffix[:10]
        clean = clean[: 200 - len(suffix)] + suffix
    return clean or "archivo"


def _read_up_to(upload: File, count: int) -> bytes:
    upload.seek(0)
    content = bytearray()
    while len(content) < count and (chunk := upload.read(count - len(content))):
        content += chunk
    return bytes(content)


def _kept(content: bytes, media_type: str, name: str) -> StoredFile:
    digest = hashlib.sha256(content).hexdigest()
    storage, path = private_storage(), path_of(digest)
    if not storage.exists(path):
        written = storage.save(path, ContentFile(content))
        if written != path:  # someone kept the same content in between
            storage.delete(written)
    return StoredFile(sha256=digest, size=len(content), media_type=media_type, name=name)
