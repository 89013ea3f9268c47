"""What the files of a package are called: by their place and their kind, never with a name of somebody."""

from django.utils.text import slugify

from incubator import files

FORM, DATA, INDEX = "01-formulario.pdf", "02-datos.json", "00-indice.pdf"
#: Where the documents of a package begin, after the index, the form and its data.
FIRST = 3


def document(place: int, title: str, media_type: str) -> str:
    """«03-certificado-de-vigencia.pdf»: as the bases call it."""
    return f"{place:02d}-{slugify(title)[:50].strip('-') or 'documento'}{_suffix(media_type)}"


def quotation(place: int, number: int, media_type: str) -> str:
    """«07-cotizacion-1.pdf»."""
    return f"{place:02d}-cotizacion-{number}{_suffix(media_type)}"


def reserved(number: int, media_type: str) -> str:
    """«documento-reservado-1.pdf»."""
    return f"documento-reservado-{number}{_suffix(media_type)}"


def archive(code: str, number: int, *, reserved: bool = False) -> str:
    """«postulacion-05501-021-f1-paquete-2.zip»."""
    what = "reservados" if reserved else "paquete"
    return f"postulacion-{code.lower()}-{what}-{number}.zip"


def _suffix(media_type: str) -> str:
    return files.SUFFIXES.get(media_type, ".bin")
