"""The forms of what the agency says and pays: one superset of answers, of which each kind of fact asks some."""

from django import forms

from cases.funding.agency.amounts import Amount
from cases.funding.life import FundEventKind, FundState, Leaving
from cases.funding.words import Unit
from cases.services.funding import awards
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.people_forms import not_after_today
from incubator.templatetags.minga import dmy

K, S = FundEventKind, FundState
UPHELD = (S.ADMISSIBLE, S.WAITLISTED, S.AWARDED)
_MONEY = ("unit", "amount", "quantity", "unit_value", "unit_on")
_ACT = ("reference", "document_file", "document_kept")
_TOLD = ("on!", "notified_on", "note", *_ACT)
#: What each kind of fact asks, in order; with «!», it is not left empty.
ASKED: dict[FundEventKind, tuple[str, ...]] = {
    K.CALL_FAILED: ("on!", "hour!", "told_on!", "note", *_ACT),
    K.ADMISSION: _TOLD,
    K.OBSERVATION: ("on!", "notified_on!", "items!", "days", "due_on", "note", *_ACT),
    K.OBSERVATION_ANSWER: ("about!", "on!", "note", *_ACT),
    K.REJECTION: ("on!", "notified_on", "note!", *_ACT),
    K.WAITLIST: ("on!", "notified_on", "place", "due_on", "note", *_ACT),
    K.REFUSAL: _TOLD,
    K.AWARD: ("on!", "notified_on", *_MONEY, "due_on", "note", *_ACT),
    K.APPEAL: ("confirmation!", "on!", "due_on", "note!", *_ACT),
    K.APPEAL_RESULT: ("about!", "to", "on!", "notified_on", *_MONEY, "place", "note", *_ACT),
    K.AGREEMENT: ("on!", "due_on", "note", *_ACT),
    K.GUARANTEE: ("on!", *_MONEY, "due_on", "note", *_ACT),
    K.GUARANTEE_BACK: ("about!", "on!", "note", *_ACT),
    K.START: ("on!", "due_on", "note", *_ACT),
    K.INSTALMENT: ("on!", *_MONEY, "note", *_ACT),
    K.MODIFICATION: ("on!", "notified_on", "due_on", "note!", *_ACT),
    K.EARLY_END: ("on!", "notified_on", "due_on", "note!", *_ACT),
    K.FINAL_ACCOUNTS: ("on!", "due_on", "note", *_ACT),
    K.REFUND_DUE: ("on!", "notified_on", *_MONEY, "due_on", "note", *_ACT),
    K.REFUND: ("about!", "on!", *_MONEY, "note", *_ACT),
    K.ACCOUNTS_APPROVED: _TOLD,
    K.RENUNCIATION: ("confirmation!", "on!", "note!", *_ACT),
    K.WITHDRAWAL: ("on!", "why!", "note", *_ACT),
    K.SCORE: ("on!", "total", "note", *_ACT),
}
#: What an answer is called in one kind, when its plain label says too little.
LABELS = {
    (K.OBSERVATION, "due_on"): "O hasta qué día, si el acto dice una fecha",
    (K.OBSERVATION_ANSWER, "about"): "Qué observación se responde",
    (K.OBSERVATION_ANSWER, "note"): "Qué se respondió",
    (K.REJECTION, "note"): "Por qué se declaró inadmisible",
    (K.WAITLIST, "due_on"): "Hasta cuándo vale la lista",
    (K.AWARD, "due_on"): "Hasta cuándo hay para firmar el convenio",
    (K.APPEAL, "note"): "Qué se pide y por qué",
    (K.APPEAL, "due_on"): "Hasta cuándo responde el fondo",
    (K.APPEAL_RESULT, "about"): "Qué recurso se resolvió",
    (K.AGREEMENT, "on"): "Fecha de la firma",
    (K.AGREEMENT, "due_on"): "Hasta cuándo hay para empezar",
    (K.GUARANTEE, "due_on"): "Vence el",
    (K.GUARANTEE_BACK, "about"): "Qué garantía se devolvió",
    (K.START, "on"): "Primer día de la ejecución",
    (K.START, "due_on"): "Último día de la ejecución",
    (K.INSTALMENT, "on"): "Día en que llegó el dinero",
    (K.MODIFICATION, "due_on"): "Nuevo último día, si cambia el plazo",
    (K.MODIFICATION, "note"): "Qué se autorizó cambiar",
    (K.EARLY_END, "note"): "Por qué termina antes",
    (K.EARLY_END, "due_on"): "Hasta cuándo se entrega la rendición final",
    (K.FINAL_ACCOUNTS, "on"): "Día en que se entregó",
    (K.FINAL_ACCOUNTS, "due_on"): "Hasta cuándo responde el fondo",
    (K.REFUND_DUE, "due_on"): "Hasta cuándo se devuelve",
    (K.REFUND, "about"): "Qué restitución se paga",
    (K.REFUND, "on"): "Día en que se pagó",
    (K.RENUNCIATION, "note"): "Por qué se renuncia",
    (K.WITHDRAWAL, "on"): "Fecha",
    (K.WITHDRAWAL, "note"): "Por qué se desiste, en sus palabras",
    (K.CALL_FAILED, "on"): "Día de la falla",
}


class FactForm(AttachmentMixin, Form):
    """One fact: of all these answers, the ones that its kind asks."""

    about = forms.TypedChoiceField(label="Sobre qué", coerce=int, required=False)
    confirmation = forms.TypedChoiceField(
        label="Con qué confirmación del grupo", coerce=int, required=False,
        help_text="El grupo lo confirma antes, con su hoja firmada o con un código.",
    )  # fmt: skip
    to = forms.ChoiceField(
        label="Qué se resolvió", required=False,
        choices=[("", "Se rechazó: queda como estaba"), *((to, f"Se acogió: {to.label.lower()}") for to in UPHELD)],
    )  # fmt: skip
    on = forms.DateField(label="Fecha del acto", required=False, validators=[not_after_today])
    hour = forms.TimeField(label="Hora de la falla", required=False)
    told_on = forms.DateField(label="Día en que se avisó al fondo", required=False, validators=[not_after_today])
    notified_on = forms.DateField(label="Día en que se notificó", required=False, validators=[not_after_today])
    items = forms.CharField(
        label="Qué pide el fondo, un punto por línea", required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    days = forms.IntegerField(
        label="Plazo en días hábiles", required=False, min_value=1, max_value=180,
        help_text="Corren desde el día siguiente a la notificación. Sábados, domingos y festivos no cuentan.",
    )  # fmt: skip
    unit = forms.ChoiceField(label="El acto lo dice en", choices=Unit.choices, required=False)
    amount = forms.IntegerField(label="Monto en pesos", required=False, min_value=1, max_value=9_000_000_000_000)
    quantity = forms.DecimalField(label="Cantidad de UF o UTM", required=False, max_digits=14, decimal_places=4)
    unit_value = forms.DecimalField(
        label="Valor de la unidad, en pesos", required=False, max_digits=14, decimal_places=2,
        help_text="Si no se conoce, déjelo vacío: el monto queda fuera de las sumas y la página lo dice.",
    )  # fmt: skip
    unit_on = forms.DateField(label="Día de ese valor", required=False)
    place = forms.IntegerField(label="Lugar en la lista", required=False, min_value=1, max_value=10_000)
    due_on = forms.DateField(label="Hasta cuándo", required=False)
    why = forms.ChoiceField(label="Por qué", required=False, choices=[(Leaving.DECIDED, Leaving.DECIDED.label)])
    total = forms.DecimalField(label="Puntaje total", required=False, min_value=0, max_digits=8, decimal_places=3)
    note = forms.CharField(
        label="Qué dice", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )  # fmt: skip
    reference = forms.CharField(
        label="Acto: resolución, correo, publicación o folio", required=False, max_length=200
    )  # fmt: skip

    def __init__(self, *args, kind, facts, criteria=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.criteria = kind, criteria if kind == K.SCORE else ()
        asked = {name.rstrip("!"): name.endswith("!") for name in ASKED[kind]}
        for name in [name for name in self.fields if name not in asked]:
            del self.fields[name]
        for name, is_asked in asked.items():
            self.fields[name].required = self.fields[name].required or is_asked
            self.fields[name].label = LABELS.get((kind, name), self.fields[name].label)
        for number, row in enumerate(self.criteria):
            self.fields[f"c{number}"] = forms.DecimalField(
                label=f"{row.name} (hasta {row.maximum:g})", required=False, min_value=0, max_value=row.maximum,
                decimal_places=3,
            )  # fmt: skip
        self._offer(facts)
        self.order_fields([*(name for name in asked if not name.startswith("document_")), "document_file"])
        self.fields["on"].initial = calendars.today

    def _offer(self, facts):
        if "about" in self.fields:
            rows = [(row.pk, _told(row)) for row in facts.open_ones(self.kind)]
            self.fields["about"].choices, self.fields["about"].initial = rows, rows[0][0] if rows else None
        if "confirmation" in self.fields:
            rows = awards.confirmations_for(facts.application, self.kind)
            choices = [(row.pk, f"{row.get_channel_display()} del {dmy(row.happened_on)}") for row in rows]
            self.fields["confirmation"].choices = choices or [("", "El grupo todavía no lo confirma")]

    def values(self):
        """What the service takes: each answer by its name, the amount put together, the document aside."""
        cleaned = self.cleaned_data
        names = [name for name in cleaned if not name.startswith("document_") and name not in _MONEY]
        found = {name: cleaned[name] for name in names if not (name[0] == "c" and name[1:].isdigit())}
        if "amount" in self.fields:
            found["amount"] = self._amount()
        if "items" in found:
            found["items"] = found["items"].splitlines()
        if self.kind == K.SCORE:
            found["scores"] = {row.key: cleaned.get(f"c{number}") for number, row in enumerate(self.criteria)}
        return found

    def _amount(self):
        said = {name: self.cleaned_data.get(name) for name in ("quantity", "unit_value", "unit_on")}
        unit = Unit(self.cleaned_data.get("unit") or Unit.CLP)
        if unit == Unit.CLP:
            pesos = self.cleaned_data.get("amount")
            return Amount(pesos=pesos) if pesos or self.kind != K.APPEAL_RESULT else None
        return Amount(unit=unit, **said)


def _told(row):
    first = (row.details.get("items") or [row.note or row.get_kind_display()])[0]
    return f"{dmy(row.happened_on)}: {first[:80]}"


class ReasonForm(Form):
    """Why something recorded is set aside."""

    reason = forms.CharField(
        label="Por qué es un error", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )  # fmt: skip


class SheetForm(AttachmentMixin, Form):
    """The sheet that the group signed, and its day."""

    document_required = True
    on = forms.DateField(label="Día en que firmó el grupo", validators=[not_after_today])
