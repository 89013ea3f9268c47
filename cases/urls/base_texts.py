"""The base texts of an agreement, for its legal advisers."""

from cases.formalization import slugs as document_slugs  # noqa: F401 - the words of its routes
from cases.views import base_texts
from incubator.access import Permission
from incubator.doors import guarded_path

_NEEDS = Permission.VALIDATE_LEGAL
_TEXT = "textos-base/<int:agreement>/<base_text:text>/"

urlpatterns = [
    guarded_path("textos-base/", base_texts.listing, name="base_texts", needs=_NEEDS),
    guarded_path("textos-base/ayuda/", base_texts.help_page, name="base_text_help", needs=_NEEDS),
    guarded_path(_TEXT, base_texts.detail, name="base_text", needs=_NEEDS),
    guarded_path(f"{_TEXT}escribir/", base_texts.edit, name="base_text_edit", needs=_NEEDS),
    guarded_path(f"{_TEXT}versiones/", base_texts.history, name="base_text_history", needs=_NEEDS),
    guarded_path(f"{_TEXT}validar/", base_texts.validate, name="base_text_validate", needs=_NEEDS),
    guarded_path(f"{_TEXT}retirar/", base_texts.withdraw, name="base_text_withdraw", needs=_NEEDS),
]
