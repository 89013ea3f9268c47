"""Pictures: checked when they arrive, and given out as new ones made of their pixels alone."""

import io
import threading
from contextlib import contextmanager

from PIL import Image, ImageCms, ImageFile, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()

# A 48-megapixel phone passes; a small file that unfolds into gigabytes does not.
MAX_PIXELS = 50_000_000
# Wide enough to read a photographed sheet of paper.
MAX_SIDE = 3000
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")


class PictureError(ValueError):
    """The picture is damaged or too large; the message is a sentence for the person who sent it."""


def check(content: bytes) -> None:
    """Decode the whole picture once; raises PictureError."""
    _decoded(content).close()


def reencoded(content: bytes) -> tuple[bytes, str]:
    """(bytes, media type) of the same picture: upright, in sRGB, without EXIF, position, comments or hidden data."""
    with _decoded(content) as original:
        upright = ImageOps.exif_transpose(original)
        has_alpha = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
        is_drawing = original.format == "PNG"
        pixels = _in_srgb(upright, "RGBA" if has_alpha else "RGB")
        pixels.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
        clean = Image.new(pixels.mode, pixels.size)
        clean.paste(pixels)
    output = io.BytesIO()
    if has_alpha or is_drawing:
        clean.save(output, "PNG")
        return output.getvalue(), "image/png"
    clean.save(output, "JPEG", quality=86)
    return output.getvalue(), "image/jpeg"


def _decoded(content: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(content), formats=_FORMATS)
        if picture.width * picture.height > MAX_PIXELS:
            raise PictureError(_too_large())
        picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a large JPEG is decoded at the scale it is shown
        with _whole():
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(_too_large()) from error
    except PictureError:
        raise
    except Exception as error:  # each decoder has its own errors for damaged data
        raise PictureError("La imagen está dañada y no se puede abrir. Tome o guarde la foto otra vez.") from error
    return picture


_one_at_a_time = threading.Lock()


@contextmanager
def _whole():
    """Decode whole pictures alone: the printer's library lets the whole process accept truncated ones."""
    with _one_at_a_time:
        lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _in_srgb(picture: Image.Image, mode: str) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "RGBA", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except ImageCms.PyCMSError:
            pass  # a wrong profile is no reason to lose the picture
    return picture.convert(mode)


def _too_large() -> str:
    return "La imagen tiene demasiados puntos. Redúzcala a menos de 50 megapíxeles y súbala otra vez."
