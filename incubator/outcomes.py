"""What a service answered, put where a person reads it: on the form, or as a message of the next page."""

from collections.abc import Callable

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError

from incubator.forms import LIMITS
from incubator.requirements import Refused
from incubator.text import thousands

_TWICE = "Otra persona acaba de anotar lo mismo. Abra de nuevo la página para ver cómo quedó."


def accepted(form, act: Callable):
    """Do it and return what it gave; when refused, put each reason on the form (at its field when it has one).

    Returns None when refused, so an act must return something when it succeeds. A rule that only the database sees
    (two people at once) answers with the sentence of its constraint.
    """
    try:
        return act()
    except Refused as refused:
        for finding in refused.findings:
            form.add_error(finding.field if finding.field in form.fields else None, finding.sentence)
    except ValidationError as error:
        for field, sentences in _by_field(error).items():
            for sentence in sentences:
                form.add_error(field if field in form.fields else None, sentence)
    except IntegrityError as error:
        form.add_error(None, _sentence_of(error))
    return None


def told(request, act: Callable, done: str) -> bool:
    """Do it and say so on the next page, or say why not, a sentence each; whether it was done."""
    try:
        act()
    except Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return False
    messages.success(request, done)
    return True


def _by_field(error):
    if hasattr(error, "error_dict"):
        return {name: [text for e in errors for text in _said(e)] for name, errors in error.error_dict.items()}
    return {NON_FIELD_ERRORS: error.messages}


def _said(error):
    """The sentences of one error; a limit that only the column knows is said in our words, as a form's own."""
    limit = (getattr(error, "params", None) or {}).get("limit_value")
    if getattr(error, "code", "") in ("min_value", "max_value") and type(limit) is int:
        return [LIMITS[error.code] % {"limit_value": thousands(limit)}]
    return error.messages


def _sentence_of(error):
    """The human sentence of the constraint that refused, when it has one."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if (
                constraint.name == name
                and constraint.violation_error_message != constraint.default_violation_error_message
            ):
                return str(constraint.violation_error_message)
    return _TWICE
