"""One way to write a snapshot as bytes: whatever kept it, it reads back equal and has the same digest."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

_UTC = ZoneInfo("UTC")


def plain(value: Any) -> Any:
    """Values that JSON holds, in the form in which PostgreSQL gives them back: a whole float comes back as an integer,
    and a null character never."""
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, datetime):
        return value.astimezone(_UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "ignore").decode()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else int(value)


def written(snapshot: Any) -> bytes:
    """The bytes: keys in order, no spaces, UTF-8."""
    return json.dumps(snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(snapshot: Any) -> str:
    """The SHA-256 of those bytes."""
    return hashlib.sha256(written(snapshot)).hexdigest()
