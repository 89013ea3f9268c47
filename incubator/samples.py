"""Invented things for the living page of components (/estilo/): no query, nobody real."""

import datetime

from django import forms
from django.core.paginator import Paginator

from incubator.forms import Form

SAMPLE_DAY = datetime.date(2021, 6, 15)
MARKS = (("present", "Presente"), ("remote", "A distancia"), ("justified", "Justificó"), ("absent", "No asistió"))
TOPICS = (("costs", "Costos"), ("roles", "Roles"), ("sales", "Ventas"), ("statute", "Estatuto"), ("care", "Cuidados"))


class SampleForm(Form):
    """Every kind of field, with names as in a session."""

    name = forms.CharField(label="Nombre del grupo", help_text="Como el grupo se llama a sí mismo.", max_length=80)
    stage = forms.ChoiceField(
        label="Etapa", choices=(("", "Elija una etapa"), ("training", "Formación"), ("business", "Negocio"))
    )
    held_on = forms.DateField(label="Fecha", help_text="El día en que ocurrió, no el día en que se registra.")
    hours = forms.DecimalField(label="Duración", decimal_places=2, max_digits=5)
    modality = forms.ChoiceField(
        label="Modalidad", choices=(("in_person", "Presencial"), ("remote", "Remota")), widget=forms.RadioSelect
    )
    topics = forms.MultipleChoiceField(label="Temas", choices=TOPICS, widget=forms.CheckboxSelectMultiple)
    notes = forms.CharField(label="Lo conversado", widget=forms.Textarea, required=False)
    evidence = forms.FileField(label="Foto de la lista", required=False, help_text="JPG, PNG o PDF, hasta 20 MB.")
    agreed = forms.BooleanField(label="El grupo estuvo de acuerdo con lo escrito")


class AttendanceSample(Form):
    """Two members with their mark of the day."""

    rosa = forms.ChoiceField(label="Rosa Huenchumán Ñanco", choices=MARKS, widget=forms.RadioSelect)
    luis = forms.ChoiceField(
        label="Luis Alberto Paillán Soto", choices=MARKS, widget=forms.RadioSelect, initial="present"
    )


class CommitmentSample(Form):
    """A repeated row: an agreement of a session."""

    what = forms.CharField(label="Qué se acordó")
    who = forms.CharField(label="Quién lo hará", required=False)
    by_when = forms.DateField(label="Para cuándo", required=False)


def _steps() -> list[dict]:
    names = ("Catastro", "Convocatoria", "Selección", "Formación", "Negocio", "Formalización", "Gestión", "Egreso")
    dates = (
        datetime.date(2021, 3, 12),
        datetime.date(2021, 4, 5),
        datetime.date(2021, 4, 22),
        datetime.date(2021, 5, 3),
    )
    steps = [{"label": name, "state": "next", "date": None, "note": ""} for name in names]
    for step, date in zip(steps, dates, strict=False):
        step |= {"state": "past", "date": date}
    steps[3] |= {"state": "here", "note": "43 días"}
    steps[4]["note"] = "sigue"
    return steps


def samples() -> dict:
    """The context of templates/incubator/estilo.html."""
    rejected = SampleForm(
        {"name": "", "stage": "training", "held_on": "31-02-2021", "hours": "2", "notes": "Se conversó de costos."}
    )
    rejected.is_valid()
    attendance = AttendanceSample()
    chips = (("Todos", 28), ("Formación", 5), ("Negocio", 3), ("Sin contacto", 0))
    tabs = (("Resumen", ""), ("Integrantes", 11), ("Sesiones", 6), ("Formación", ""), ("Legal", ""), ("Documentos", 14))
    return {
        "sample_form": SampleForm(prefix="vacio"),
        "rejected": rejected,
        "marks": [attendance[name] for name in attendance.fields],
        "commitments": forms.formset_factory(CommitmentSample, extra=1)(prefix="acuerdos"),
        "steps": _steps(),
        "missing": [
            {
                "text": "Que 8 de 11 integrantes aprueben la malla obligatoria. Van 6.",
                "url": "#",
                "action": "Ver quiénes",
            },
            {
                "text": "Registrar 2 sesiones de acompañamiento más (mínimo 8).",
                "url": "#",
                "action": "Registrar sesión",
            },
        ],
        "met": ["Integrantes vigentes: 11 (el mínimo del programa es 5).", "Representante elegida el 22-04-2021."],
        "tabs": [{"label": label, "url": "#", "count": count, "current": label == "Resumen"} for label, count in tabs],
        "chips": [{"label": label, "url": "#", "count": count, "current": label == "Todos"} for label, count in chips],
        "page": Paginator(range(1234), 25).page(2),
        "stages": [
            {"label": step["label"], "count": count, "url": "#"}
            for step, count in zip(_steps(), (9, 4, 2, 5, 3, 2, 1, 0), strict=True)
        ],
        "crumbs": [("Grupos", "#"), ("Formación", "#")],
        "sample_day": SAMPLE_DAY,
        "earlier": SAMPLE_DAY - datetime.timedelta(days=3),
        "colours": ["paper", "sheet", "well", "ink", "teal", "coral", "ochre", "leaf", "sky"],
    }
