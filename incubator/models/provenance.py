"""Where each value came from and of what day it is, so that an older sheet never overwrites a newer hand."""

from django.db import models


class Sourced(models.Model):
    """A record whose fields remember their source: {field: {"source": "hand" | "import:ID", "on": "YYYY-MM-DD"}}."""

    provenance = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    def mark_source(self, field_names, *, source, on):
        """Note who gave these values and their day; the caller saves."""
        for name in field_names:
            self.provenance[name] = {"source": source, "on": on.isoformat()}
