"""Private files: kept once by their digest, and given out without a trace of anyone."""

import hashlib
import io
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.http import Http404
from django.test import RequestFactory
from PIL import Image

from incubator import files
from tests.files import samples


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.MINGA_FILES = tmp_path / "files"
    return settings.MINGA_FILES


def served(stored, **options):
    evidence = SimpleNamespace(sha256=stored.sha256, media_type=stored.media_type, original_name=stored.name)
    response = files.serve(RequestFactory().get("/"), evidence, **options)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    for close in response._resource_closers:  # response.close() would tell Django that a request ended
        close()
    return response, content


def test_a_file_is_kept_by_its_digest_and_read_again(folder):
    stored = files.store(samples.upload(samples.PDF, "acta de Ana.pdf"))
    assert stored.sha256 == hashlib.sha256(samples.PDF).hexdigest()
    assert (stored.size, stored.media_type, stored.name) == (len(samples.PDF), "application/pdf", "acta de Ana.pdf")
    assert files.read(stored.sha256) == samples.PDF
    assert files.is_intact(stored.sha256)
    (kept,) = [path for path in folder.rglob("*") if path.is_file()]
    assert kept == folder / files.path_of(stored.sha256)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_dir()} == {0o700}


def test_the_same_content_is_kept_once(folder):
    files.store(samples.upload(samples.PDF, "una.pdf"))
    files.store(samples.upload(samples.PDF, "otra.pdf"))
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_a_refused_file_leaves_nothing(folder):
    with pytest.raises(files.FileRefusedError):
        files.store(samples.upload(b"<html>", "planilla.xlsx"))
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_not(settings):
    settings.MINGA_MAX_UPLOAD = 1024 * 1024
    files.store(samples.upload(samples.PDF.ljust(1024 * 1024, b" ")))
    with pytest.raises(files.FileRefusedError, match="pesa más de 1 MB"):
        files.store(samples.upload(samples.PDF.ljust(1024 * 1024 + 1, b" ")))


def test_a_damaged_content_is_noticed(folder):
    stored = files.store(samples.upload(samples.PDF))
    (folder / files.path_of(stored.sha256)).write_bytes(b"otra cosa")
    assert not files.is_intact(stored.sha256)


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 64 + "\n"])
def test_what_is_no_digest_reaches_no_file(digest):
    with pytest.raises(ValueError, match="SHA-256"):
        files.read(digest)


def test_a_document_is_downloaded_under_a_neutral_name_and_cannot_act():
    response, content = served(files.store(samples.upload(samples.PDF, "certificado de Ana Soto.pdf")))
    assert content == samples.PDF
    disposition = response["Content-Disposition"]
    assert disposition.startswith('attachment; filename="evidencia-')
    assert disposition.endswith('.pdf"')
    assert "Ana" not in str(response.headers)
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]


def test_a_photo_is_shown_upright_without_position_owner_or_comment():
    original = samples.photo_with_position()
    assert b"Ana Soto" in original
    response, content = served(files.store(samples.upload(original, "IMG_1.jpg")))
    assert response["Content-Disposition"].startswith("inline")
    assert b"Ana Soto" not in content
    assert b"Exif" not in content
    with Image.open(io.BytesIO(content)) as shown:
        assert shown.size == (480, 640)
        assert not shown.getexif()
        assert "comment" not in shown.info
        red, _, blue = shown.getpixel((470, 320))  # the upper half of the sensor is now on the right
        assert red > 200
        assert blue < 60


def test_a_photo_keeps_its_original_in_storage():
    original = samples.photo_with_position()
    stored = files.store(samples.upload(original))
    served(stored)
    assert files.read(stored.sha256) == original


@pytest.mark.parametrize(
    ("kind", "mode", "shown_as"),
    [
        ("PNG", "RGB", "image/png"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "P", "image/png"),
        ("WEBP", "RGB", "image/jpeg"),
        ("WEBP", "RGBA", "image/png"),
        ("HEIF", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
    ],
)
def test_every_kind_of_picture_is_shown_as_one_that_any_browser_reads(kind, mode, shown_as):
    response, content = served(files.store(samples.upload(samples.picture(kind, mode=mode))))
    assert response["Content-Type"] == shown_as
    with Image.open(io.BytesIO(content)) as shown:
        assert shown.size == (640, 480)


def test_a_very_large_photo_is_shown_smaller():
    _, content = served(files.store(samples.upload(samples.picture(size=(6000, 4000)))))
    with Image.open(io.BytesIO(content)) as shown:
        assert max(shown.size) == 3000


def test_a_photo_can_be_downloaded_instead():
    response, _ = served(files.store(samples.upload(samples.picture())), as_attachment=True)
    assert response["Content-Disposition"].startswith("attachment")


def test_a_file_of_ours_takes_the_neutral_name_it_is_given_and_no_other():
    stored = files.keep(samples.PDF, media_type="application/pdf", name="informe-2021-06.pdf")
    response, _ = served(stored, name="informe-2021-06.pdf")
    assert response["Content-Disposition"] == 'attachment; filename="informe-2021-06.pdf"'
    for name in ("Ana Soto.pdf", 'a".pdf', "a\r\nb.pdf", "../a.pdf"):
        with pytest.raises(AssertionError):
            served(stored, name=name)


def test_a_content_that_is_gone_is_not_found():
    stored = files.store(samples.upload(samples.PDF))
    files.delete(stored.sha256)
    assert not files.is_stored(stored.sha256)
    with pytest.raises(Http404):
        served(stored)
