"""Encryption of a backup: AES-256-GCM in numbered pieces, so that a cut, a swap or a changed bit is noticed.

The file is MAGIC, 32 bytes of salt, then pieces: 4 bytes of length (the highest bit marks the last piece) and the
sealed bytes. The key of each file is derived from the secret and its salt; the nonce of a piece is its number and
whether it is the last.
"""

import base64
import binascii
import os
import struct
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"MINGA-BACKUP-1\r\n"
KEY_VARIABLE = "MINGA_BACKUP_KEY"
_KEY_BYTES = 32
_SALT_BYTES = 32
_PIECE = 1024 * 1024
_TAG_BYTES = 16
_LAST = 0x8000_0000


class BackupError(Exception):
    """The backup cannot be made or read; the message is a sentence for whoever runs the command."""


def new_key() -> str:
    """A fresh secret, as the environment variable holds it."""
    return base64.urlsafe_b64encode(os.urandom(_KEY_BYTES)).decode("ascii")


def key_from_environment() -> bytes:
    """The secret of MINGA_BACKUP_KEY; raises BackupError when it is missing or is not one."""
    written = os.environ.get(KEY_VARIABLE, "").strip()
    if not written:
        raise BackupError(
            f"Falta la clave de los respaldos. Cree una con «manage.py backup --new-key», guárdela en un lugar seguro "
            f"fuera de este servidor y defínala en la variable {KEY_VARIABLE}."
        )
    try:
        key = base64.b64decode(written, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _KEY_BYTES:
        raise BackupError(
            f"{KEY_VARIABLE} no es una clave de respaldo. Use una creada con «manage.py backup --new-key»."
        )
    return key


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=salt, info=MAGIC).derive(key))


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


class SealingWriter:
    """A writable stream that seals what it is given into another one; close() writes the last piece."""

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        salt = os.urandom(_SALT_BYTES)
        self._target, self._cipher = target, _cipher(key, salt)
        self._waiting, self._number = bytearray(), 0
        target.write(MAGIC + salt)

    def write(self, data: bytes) -> int:
        """Take bytes; full pieces leave at once."""
        self._waiting += data
        while len(self._waiting) > _PIECE:
            self._seal(bytes(self._waiting[:_PIECE]), is_last=False)
            del self._waiting[:_PIECE]
        return len(data)

    def close(self) -> None:
        """Seal what waits, marked as the last; the target stays open."""
        self._seal(bytes(self._waiting), is_last=True)
        self._waiting.clear()

    def _seal(self, piece: bytes, *, is_last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, is_last), piece, MAGIC)
        self._target.write(struct.pack(">I", len(sealed) | (_LAST if is_last else 0)) + sealed)
        self._number += 1


class OpeningReader:
    """A readable stream with the content of a sealed one; raises BackupError at the first thing out of place."""

    def __init__(self, source: BinaryIO, key: bytes) -> None:
        header = source.read(len(MAGIC) + _SALT_BYTES)
        if not header.startswith(MAGIC) or len(header) != len(MAGIC) + _SALT_BYTES:
            raise BackupError("El archivo no es un respaldo de Minga. Revise que sea el correcto.")
        self._source, self._cipher = source, _cipher(key, header[len(MAGIC) :])
        self._ready, self._number, self._is_over = bytearray(), 0, False

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, fewer only at the end."""
        while not self._is_over and (size < 0 or len(self._ready) < size):
            self._ready += self._open()
        count = len(self._ready) if size < 0 else size
        taken = bytes(self._ready[:count])
        del self._ready[:count]
        return taken

    def finish(self) -> None:
        """Read on to the end, so that the last piece has been seen and nothing follows it."""
        while self.read(_PIECE):
            pass
        if self._source.read(1):
            raise BackupError("El respaldo tiene datos de más al final: no es el archivo que se guardó.")

    def _open(self) -> bytes:
        head = self._source.read(4)
        if len(head) != 4:
            raise BackupError("El respaldo está incompleto. Cópielo otra vez desde donde lo guardó.")
        (word,) = struct.unpack(">I", head)
        self._is_over, length = bool(word & _LAST), word & ~_LAST
        if not _TAG_BYTES <= length <= _PIECE + _TAG_BYTES:
            raise BackupError("El respaldo está dañado. Cópielo otra vez desde donde lo guardó, o use otro.")
        try:
            piece = self._cipher.decrypt(_nonce(self._number, self._is_over), self._source.read(length), MAGIC)
        except InvalidTag as error:
            where = (
                "la clave no es la de este respaldo, o el archivo está dañado" if self._number == 0 else "está dañado"
            )
            raise BackupError(f"El respaldo no se puede abrir: {where}. No se ha cambiado nada.") from error
        self._number += 1
        return piece
