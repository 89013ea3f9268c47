"""The base of every form: accessible markup, errors that say what to do, and nothing typed is lost.

`{{ form }}` and `<c-field :field="form.name" />` print the same markup. The first field in error takes the focus.
"""

import re
import unicodedata

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorDict

from incubator import country
from incubator.text import thousands

# Our words for Django's own, by kind of field (the first that fits) and code.
WORDS = (
    (forms.DateField, {"invalid": "Escriba una fecha que exista, por ejemplo 15-06-2021."}),
    (forms.TimeField, {"invalid": "Escriba la hora con dos puntos, por ejemplo 15:30."}),
    (forms.DecimalField, {"invalid": "Escriba un número, por ejemplo 1,5."}),
    (forms.FloatField, {"invalid": "Escriba un número, por ejemplo 1,5."}),
    (forms.IntegerField, {"invalid": "Escriba un número sin decimales, por ejemplo 12."}),
    (forms.EmailField, {"invalid": "Escriba un correo completo, por ejemplo nombre@municipio.cl."}),
    (
        forms.ModelMultipleChoiceField,
        {"invalid_choice": "Una de las opciones ya no está. Elija entre las de la lista."},
    ),
    (forms.MultipleChoiceField, {"invalid_choice": "Una de las opciones ya no está. Elija entre las de la lista."}),
    (forms.ModelChoiceField, {"invalid_choice": "Esa opción ya no está. Elija una de la lista."}),
    (forms.ChoiceField, {"invalid_choice": "Esa opción ya no está. Elija una de la lista."}),
    (forms.FileField, {"empty": "El archivo está vacío. Elija otro.", "missing": "Elija un archivo."}),
)
# What the validators of any field say.
LIMITS = {
    "max_length": "Acórtelo a %(limit_value)d letras: ahora tiene %(show_value)d.",
    "min_length": "Escriba al menos %(limit_value)d letras.",
    "min_value": "Escriba %(limit_value)s o más.",
    "max_value": "Escriba %(limit_value)s o menos.",
    "max_decimal_places": "Escriba hasta %(max)s decimales.",
}
#: What Django shows for «nothing chosen yet».
_DASHES = "---------"
DATE_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y", "%d/%m/%y")


class Renderer(TemplatesSetting):
    """Forms and fields from our templates, which use components; widgets as Django draws them."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    formset_template_name = "forms/formset.html"


class DateInput(forms.DateInput):
    """The browser's own date field, which speaks ISO beneath and shows the local order above."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name, value, attrs):
        """Django's context; what was typed in another way returns as text, since a date field would drop it."""
        context = super().get_context(name, value, attrs)
        written = context["widget"]["value"]
        if written and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            context["widget"]["type"] = "text"
        return context


class TimeInput(forms.TimeInput):
    """The browser's own time field."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


class NumberInput(forms.TextInput):
    """A number as people write it: «$ 180.000» is copied from a receipt with its sign."""

    def value_from_datadict(self, data, files, name):
        """What was typed, without the sign of pesos nor the spaces around it."""
        typed = super().value_from_datadict(data, files, name)
        return typed.strip().removeprefix("$").strip() if isinstance(typed, str) else typed


class BoundField(forms.BoundField):
    """A field that takes the focus when it is the first in error."""

    def build_widget_attrs(self, attrs, widget=None):
        """Django's attributes (aria-invalid, aria-describedby) and autofocus for the first field to mend."""
        attrs = super().build_widget_attrs(attrs, widget)
        if self.errors and not self.is_hidden and self.form.first_field_in_error == self.name:
            attrs["autofocus"] = True
        return attrs


class FormMixin:
    """What every form of ours shares; put it before `forms.Form` or `forms.ModelForm`."""

    default_renderer = Renderer
    bound_field_class = BoundField

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _use_native_widget(field)
            say_what_to_do(field)
            if isinstance(field, forms.CharField):
                field.validators.append(_shows_something)

    @property
    def first_field_in_error(self) -> str | None:
        """The name of the first field, in the order of the page, that could not be accepted."""
        return next((name for name in self.fields if name in self.errors), None)

    def quiet(self):
        """Show what was typed without judging it: a draft, or one row more."""
        self._errors, self.cleaned_data = ErrorDict(), {}


class Form(FormMixin, forms.Form):
    """A form of ours."""


class ModelForm(FormMixin, forms.ModelForm):
    """A form of ours over a model; it validates shape, a service writes."""


def _shows_something(value):
    """Characters that nobody sees are not a name nor a reason, though they are not blank either."""
    if isinstance(value, str) and value and all(unicodedata.category(letter)[0] in "CZ" for letter in value):
        raise forms.ValidationError("Complete este dato.", code="required")


def _use_native_widget(field: forms.Field) -> None:
    """Give dates and times the browser's own field, and let a date be typed as people write it."""
    if isinstance(field, forms.DateField):
        field.input_formats = DATE_FORMATS
        if type(field.widget) is forms.DateInput:
            field.widget = _replacing(field.widget, DateInput)
    elif isinstance(field, forms.TimeField) and type(field.widget) is forms.TimeInput:
        field.widget = _replacing(field.widget, TimeInput)
    elif isinstance(field, forms.IntegerField) and type(field.widget) is forms.NumberInput:
        _accept_local_numbers(field)
    elif isinstance(field, forms.ModelChoiceField) and field.empty_label == _DASHES:
        field.empty_label = "Elija una opción"
    elif type(field.widget) is forms.Textarea:
        field.widget.attrs.setdefault("rows", 4)


def _accept_local_numbers(field: forms.IntegerField) -> None:
    """Let 1,5 and 180.000 be written as people write them: the browser's number field takes only its own notation."""
    whole = not isinstance(field, forms.DecimalField | forms.FloatField)
    field.widget = _replacing(field.widget, NumberInput)
    field.widget.attrs |= {"inputmode": "numeric" if whole else "decimal"}
    for limit in ("min", "max", "step"):
        field.widget.attrs.pop(limit, None)
    field.localize = field.widget.is_localized = True


def _replacing(old: forms.Widget, kind: type[forms.Widget]) -> forms.Widget:
    new = kind(attrs=old.attrs)
    new.is_required, new.is_localized = old.is_required, False
    return new


def say_what_to_do(field: forms.Field) -> None:
    """Replace Django's own terse messages; a message written for this field stays. For fields added late, too."""
    messages = field.error_messages
    if messages.get("required") is forms.Field.default_error_messages["required"]:
        messages["required"] = _what_is_missing(field)
    for kind, words in WORDS:
        if isinstance(field, kind):
            standard = kind.default_error_messages if "default_error_messages" in vars(kind) else {}
            messages |= {code: text for code, text in words.items() if messages.get(code) is standard.get(code)}
            break
    for code, text in LIMITS.items():
        messages.setdefault(code, text)
    for code in ("min_value", "max_value"):
        limit = getattr(field, code, None)
        if type(limit) is int and messages[code] == LIMITS[code]:
            messages[code] = messages[code] % {"limit_value": thousands(limit)}


def _what_is_missing(field: forms.Field) -> str:
    if isinstance(field, forms.FileField):
        return "Elija un archivo."
    if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return "Marque al menos una opción."
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return "Elija una opción."
    if isinstance(field, forms.BooleanField):
        return "Marque esta casilla para continuar."
    return "Complete este dato."


def as_kept_run(typed: str, what: str = "RUN") -> str:
    """The RUN or RUT as it is kept, an empty text for none; ValidationError when its check digit is wrong."""
    run = country.parse_run(typed) if typed.strip() else ""
    if run is None:
        raise forms.ValidationError(f"Revise el {what}: el dígito verificador no corresponde al número.")
    return run


def as_kept_phone(typed: str) -> str:
    """The telephone in E.164, an empty text for none; ValidationError when it is not one of the country."""
    phone = country.parse_phone(typed) if typed.strip() else ""
    if phone is None:
        raise forms.ValidationError("Revise el teléfono: escriba los nueve dígitos, por ejemplo 9 8765 4321.")
    return phone


def problems(form) -> list[dict[str, str]]:
    """What could not be accepted, in the order of the page: {"anchor", "label", "text"} (anchor "" when none)."""
    if form is None or not form.is_bound:
        return []
    if hasattr(form, "management_form"):
        found = [{"anchor": "", "label": "", "text": text} for text in form.non_form_errors()]
        return found + [problem for row in form.forms for problem in problems(row)]
    found = [{"anchor": "", "label": "", "text": text} for text in form.non_field_errors()]
    for bound in form:
        label = "" if bound.is_hidden else str(bound.label)
        found += [{"anchor": _anchor(bound), "label": label, "text": text} for text in bound.errors]
    return found


def _anchor(bound: forms.BoundField) -> str:
    """The id of the control a person must mend: the first choice of a group has its own."""
    if bound.is_hidden or not bound.auto_id:
        return ""
    return bound.id_for_label or f"{bound.auto_id}_0"
