"""A file that travels inside a PDF."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]


@dataclass(frozen=True)
class Attachment:
    """One embedded file; `relationship` says what it is to the document (ISO 32000-2 §7.11.3)."""

    name: str
    content: bytes
    mime: str
    description: str
    relationship: Relationship = "Data"

    @property
    def sha256(self) -> str:
        """The hash of the content, as it is printed in registers."""
        return hashlib.sha256(self.content).hexdigest()
