"""Giving a file out, always from a view that reached it through its visible parent."""

import re
from typing import Protocol

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase

from incubator.files import pictures, storage
from incubator.files.kinds import ALLOWED, PICTURES, SUFFIXES

# Nothing inside the file may run, ask for anything or act as a page of ours.
_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_NEUTRAL = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}", re.ASCII)


class Stored(Protocol):
    """What is served: an Evidence, or anything that knows its digest and its media type."""

    sha256: str
    media_type: str


def serve(
    request: HttpRequest, evidence: Stored, *, as_attachment: bool | None = None, name: str | None = None
) -> HttpResponseBase:
    """The answer that carries the file; 404 when its content is missing.

    A picture is made anew from its pixels and shown in the page; anything else is downloaded. `as_attachment=True`
    downloads a picture too. `name` is the name offered to the person: ASCII, never with personal data; without it,
    one made of the digest.
    """
    if name is not None and not _NEUTRAL.fullmatch(name):
        raise AssertionError("A served file's name is lower-case ASCII without spaces, made by us and not by people.")
    is_picture = evidence.media_type in PICTURES
    try:
        response = _picture(evidence) if is_picture else FileResponse(storage.open_stored(evidence.sha256))
    except (FileNotFoundError, ValueError) as error:
        raise Http404("El archivo no está en el almacenamiento.") from error
    if not is_picture:
        response["Content-Type"] = evidence.media_type if evidence.media_type in ALLOWED else "application/octet-stream"
    disposition = "attachment" if as_attachment or not is_picture else "inline"
    offered = name or f"evidencia-{evidence.sha256[:12]}{SUFFIXES.get(response['Content-Type'], '.bin')}"
    response["Content-Disposition"] = f'{disposition}; filename="{offered}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _POLICY
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


def _picture(evidence: Stored) -> HttpResponse:
    try:
        content, media_type = pictures.reencoded(storage.read(evidence.sha256))
    except pictures.PictureError as error:
        raise Http404("La imagen guardada está dañada.") from error
    return HttpResponse(content, content_type=media_type)
