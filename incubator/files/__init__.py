"""Private files: kept by their digest, typed by their content, given out only through their visible parent."""

from incubator.files.kinds import ACCEPT, ALLOWED, JSON, PICTURES, SUFFIXES, WORKBOOKS, FileRefusedError, media_type_of
from incubator.files.serving import serve
from incubator.files.storage import (
    StoredFile,
    delete,
    is_intact,
    is_stored,
    keep,
    max_bytes,
    open_stored,
    path_of,
    private_storage,
    read,
    store,
)

__all__ = [
    "ACCEPT",
    "ALLOWED",
    "JSON",
    "PICTURES",
    "SUFFIXES",
    "WORKBOOKS",
    "FileRefusedError",
    "StoredFile",
    "delete",
    "is_intact",
    "is_stored",
    "keep",
    "max_bytes",
    "media_type_of",
    "open_stored",
    "path_of",
    "private_storage",
    "read",
    "serve",
    "store",
]
