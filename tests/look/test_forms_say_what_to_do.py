"""Forms: every refusal is a sentence of ours, nothing typed is lost, the first field to mend takes the focus."""

from decimal import Decimal

import pytest
from django import forms
from django.template.loader import render_to_string

from incubator.forms import Form, problems


class Sample(Form):
    name = forms.CharField(label="Nombre", max_length=5)
    hours = forms.DecimalField(label="Horas", decimal_places=2, max_digits=6, min_value=0)
    pesos = forms.IntegerField(label="Pesos", max_value=9_000_000)
    on = forms.DateField(label="Fecha")
    email = forms.EmailField(label="Correo", required=False)
    mark = forms.ChoiceField(label="Marca", choices=[("a", "Presente")], widget=forms.RadioSelect)
    own = forms.CharField(label="Propio", error_messages={"required": "Di por qué."})


GOOD = {"name": "Ñuke", "hours": "1,5", "pesos": "180.000", "on": "15-06-2021", "mark": "a", "own": "x"}


def test_numbers_and_dates_are_read_as_people_write_them():
    form = Sample(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["hours"] == Decimal("1.5")
    assert form.cleaned_data["pesos"] == 180_000
    assert form.cleaned_data["on"].isoformat() == "2021-06-15"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("name", "", "Complete este dato."),
        ("name", "\u200b", "Complete este dato."),
        ("name", "Manos que", "Acórtelo a 5 letras: ahora tiene 9."),
        ("hours", "dos", "Escriba un número, por ejemplo 1,5."),
        ("hours", "-1", "Escriba 0 o más."),
        ("pesos", "9000001", "Escriba 9.000.000 o menos."),
        ("pesos", "1,5", "Escriba un número sin decimales, por ejemplo 12."),
        ("on", "31-02-2021", "Escriba una fecha que exista, por ejemplo 15-06-2021."),
        ("email", "andrea", "Escriba un correo completo, por ejemplo nombre@municipio.cl."),
        ("mark", "", "Elija una opción."),
        ("mark", "z", "Esa opción ya no está. Elija una de la lista."),
        ("own", "", "Di por qué."),
    ],
)
def test_a_refusal_says_what_to_do_and_keeps_what_was_typed(name, typed, said):
    form = Sample(GOOD | {name: typed})
    assert not form.is_valid()
    assert form.errors == {name: [said]}
    markup = str(form)
    assert said in markup
    assert "autofocus" in str(form[name])
    if typed and name != "mark":
        assert f'value="{typed}"' in str(form[name])


@pytest.mark.parametrize("typed", ["$ 180.000", "$180000", " 180.000 "])
def test_pesos_may_carry_their_sign(typed):
    form = Sample(GOOD | {"pesos": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["pesos"] == 180_000


def test_the_summary_links_to_each_field_and_a_group_of_radios_to_its_first_choice():
    form = Sample(GOOD | {"mark": "", "name": ""})
    form.is_valid()
    assert [(problem["anchor"], problem["label"]) for problem in problems(form)] == [
        ("id_name", "Nombre"),
        ("id_mark_0", "Marca"),
    ]
    markup = str(form)
    assert 'href="#id_mark_0"' in markup
    assert 'id="id_mark_0"' in markup


def test_an_error_is_tied_to_its_field_by_id():
    form = Sample(GOOD | {"name": ""})
    markup = str(form)
    assert 'aria-describedby="id_name_error"' in markup
    assert 'id="id_name_error"' in markup
    assert 'aria-invalid="true"' in markup


def test_what_a_person_typed_is_escaped():
    markup = str(Sample(GOOD | {"name": '"><script>'}))
    assert "<script>" not in markup


def test_a_form_never_sent_shows_no_errors():
    assert "error-summary" not in str(Sample())


@pytest.mark.parametrize("code", [400, 403, 404, 500])
def test_error_pages_render_without_a_request(code):
    assert "<h1>" in render_to_string(f"{code}.html")
