"""The pages of the legal adviser: the texts that documents are drawn from."""

from cases.views.base_texts.editing import edit
from cases.views.base_texts.reading import detail, help_page, history, listing
from cases.views.base_texts.validating import validate, withdraw

__all__ = ["detail", "edit", "help_page", "history", "listing", "validate", "withdraw"]
