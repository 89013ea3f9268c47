"""The sealed file: what is put in comes out, and nothing that was touched does."""

import io
import os

import pytest

from config.backup import sealing
from config.backup.sealing import BackupError, OpeningReader, SealingWriter

KEY = bytes(range(32))


def sealed(content: bytes, key: bytes = KEY) -> bytes:
    target = io.BytesIO()
    writer = SealingWriter(target, key)
    for start in range(0, len(content), 70_000):
        writer.write(content[start : start + 70_000])
    writer.close()
    return target.getvalue()


def opened(data: bytes, key: bytes = KEY) -> bytes:
    reader = OpeningReader(io.BytesIO(data), key)
    content = bytearray()
    while piece := reader.read(50_000):
        content += piece
    reader.finish()
    return bytes(content)


@pytest.mark.parametrize("size", [0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])
def test_what_is_sealed_opens_as_it_was(size):
    content = os.urandom(size)
    assert opened(sealed(content)) == content


def test_nothing_of_the_content_shows_and_no_two_files_are_alike():
    content = b"Ana Soto 12.345.678-5 " * 100
    assert b"Ana" not in sealed(content)
    assert sealed(content) != sealed(content)


def test_another_key_does_not_open_it():
    with pytest.raises(BackupError, match="clave"):
        opened(sealed(b"hola"), bytes(32))


@pytest.mark.parametrize("place", [0, 20, 60, 1_200_000, -1])
def test_a_changed_bit_is_noticed(place):
    data = bytearray(sealed(bytes(2_000_000)))
    data[place] ^= 1
    with pytest.raises(BackupError):
        opened(bytes(data))


@pytest.mark.parametrize("kept", [0, 10, 48, 51, 1000, 1_048_644, -1])
def test_a_cut_file_is_noticed(kept):
    with pytest.raises(BackupError):
        opened(sealed(bytes(3_000_000))[:kept])


def test_pieces_cannot_be_left_out_swapped_or_added():
    data = sealed(os.urandom(3 * 1024 * 1024))
    step = 4 + 1024 * 1024 + 16
    head, first, second, rest = data[:48], data[48 : 48 + step], data[48 + step : 48 + 2 * step], data[48 + 2 * step :]
    assert opened(head + first + second + rest)
    for touched in (
        head + second + rest,
        head + second + first + rest,
        head + first + second,
        data + b"x",
        data + rest,
    ):
        with pytest.raises(BackupError):
            opened(touched)


@pytest.mark.parametrize("value", ["", "corta", "a" * 44, "ñ" * 44])
def test_a_missing_or_wrong_key_is_refused_with_a_sentence(monkeypatch, value):
    monkeypatch.setenv(sealing.KEY_VARIABLE, value)
    with pytest.raises(BackupError, match="--new-key"):
        sealing.key_from_environment()


def test_a_new_key_is_a_key(monkeypatch):
    monkeypatch.setenv(sealing.KEY_VARIABLE, sealing.new_key())
    assert len(sealing.key_from_environment()) == 32
    assert sealing.new_key() != sealing.new_key()
