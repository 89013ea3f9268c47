"""The forms of «Fundadores y estatutos»: who somebody is for the deed, and what the statutes decide."""

from django import forms

from cases.books.kinds import Body, Office
from cases.founding.kinds import CivilStatus, Contribution, Direction, Guardian, MeetingMonth, Signature, Watch
from incubator.forms import Form, as_kept_phone, as_kept_run
from incubator.models import Commune

_SHARES = {"min_value": 0, "max_value": 100_000_000, "required": False}


class FounderForm(Form):
    """What a deed asks of a person. Everything may be left for later but whether she founds."""

    founds = forms.ChoiceField(
        label="¿Funda la cooperativa?",
        choices=(("yes", "Sí, firma la escritura"), ("no", "No: participa en el grupo y no funda")),
        widget=forms.RadioSelect,
    )
    occupation = forms.CharField(
        label="Profesión u ocupación",
        max_length=120,
        required=False,
        help_text="Como ella o él la dice: «panadera», «cuidador», «estudiante».",
    )
    nationality = forms.CharField(label="Nacionalidad", max_length=60, required=False)
    civil_status = forms.ChoiceField(label="Estado civil", required=False, choices=())
    address = forms.CharField(
        label="Domicilio", max_length=250, required=False, help_text="Calle, número y comuna, como irá en la escritura."
    )
    guardian = forms.ChoiceField(
        label="¿Hay un decreto de interdicción o un curador?",
        required=False,
        choices=[(value, label) for value, label in Guardian.choices],
        widget=forms.RadioSelect,
        help_text="Es lo único que se pregunta. No pregunte ni anote un diagnóstico.",
    )
    signature = forms.ChoiceField(label="¿Cómo firma?", choices=Signature, widget=forms.RadioSelect)
    signs_for = forms.CharField(
        label="Quién firma a su ruego",
        max_length=200,
        required=False,
        help_text="Solo si otra persona firma: alguien que también firma la escritura, o un tercero.",
    )
    thumb_possible = forms.BooleanField(label="Puede poner su huella", required=False)
    read_aloud = forms.BooleanField(label="Pide que le lean el documento en voz alta", required=False)
    interpreter = forms.BooleanField(label="Va con intérprete", required=False)
    contribution = forms.ChoiceField(label="¿Con qué paga sus cuotas?", choices=Contribution, widget=forms.RadioSelect)
    goods = forms.CharField(
        label="Qué bienes aporta", max_length=300, required=False, help_text="Solo si aporta bienes."
    )
    goods_value = forms.IntegerField(
        label="Cuánto valen, en pesos", min_value=1, max_value=2_000_000_000, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["civil_status"].choices = [("", "Sin anotar"), *CivilStatus.choices]

    def values(self):
        """What the service takes."""
        return {**self.cleaned_data, "founds": self.cleaned_data["founds"] == "yes"}


class CapitalForm(Form):
    """The capital, and under it the shares of each founder: fields «taken-ID» and «paid-ID»."""

    shares = forms.IntegerField(
        label="En cuántas cuotas se divide el capital",
        min_value=1,
        max_value=100_000_000,
        required=False,
        help_text="Un múltiplo de 100: 100, 200, 600…",
    )
    share_value = forms.IntegerField(
        label="Valor de cada cuota, en pesos", min_value=1, max_value=100_000_000, required=False
    )
    payment_months = forms.IntegerField(
        label="En cuántos meses se paga lo suscrito", min_value=1, max_value=60, help_text="Se proponen 12."
    )

    def __init__(self, *args, people, **kwargs):
        """`people`: [(id, name as read)] of those who found."""
        self.people, own = people, {}
        for pk, name in people:
            own[f"taken-{pk}"] = forms.IntegerField(label=f"Cuotas que suscribe {name}", **_SHARES)
            own[f"paid-{pk}"] = forms.IntegerField(label=f"Cuotas que paga {name} al fundar", **_SHARES)
        self.base_fields = type(self).base_fields | own
        super().__init__(*args, **kwargs)

    @property
    def rows(self):
        """(id, name, bound field of what is taken, of what is paid) of each founder."""
        return [(pk, name, self[f"taken-{pk}"], self[f"paid-{pk}"]) for pk, name in self.people]

    def holdings(self):
        """{person id: (taken, paid)}."""
        said = self.cleaned_data
        return {pk: (said.get(f"taken-{pk}"), said.get(f"paid-{pk}")) for pk, _ in self.people}

    def clean(self):
        """Nobody pays more than she takes."""
        cleaned = super().clean()
        for pk, _ in self.people:
            taken, paid = cleaned.get(f"taken-{pk}"), cleaned.get(f"paid-{pk}")
            if paid is not None and paid > (taken or 0):
                self.add_error(f"paid-{pk}", "Escriba lo mismo que suscribe, o menos.")
        return cleaned


class NameForm(Form):
    """How the cooperative is called."""

    name = forms.CharField(
        label="Nombre",
        max_length=200,
        required=False,
        help_text="Con «Cooperativa» y su tipo, por ejemplo «Cooperativa de Trabajo Pan de Todas».",
    )
    trade_name = forms.CharField(label="Nombre de fantasía", max_length=120, required=False, help_text="Si lo tendrá.")


class ObjectForm(Form):
    """What the cooperative is for, where, and for how long."""

    purposes = forms.CharField(
        label="Objeto",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Una actividad por línea, por ejemplo: «Elaborar y vender pan y comida preparada».",
    )
    address = forms.CharField(label="Dirección de la sede", max_length=200, required=False)
    commune = forms.ModelChoiceField(
        label="Comuna de la sede", queryset=Commune.objects.order_by("name"), required=False, empty_label="Sin decidir"
    )
    lasts = forms.ChoiceField(
        label="Duración",
        choices=(("forever", "Indefinida"), ("years", "Por un plazo de años")),
        widget=forms.RadioSelect,
    )
    duration_years = forms.IntegerField(
        label="Cuántos años", min_value=1, max_value=99, required=False, help_text="Solo si tiene un plazo."
    )

    def clean(self):
        """A term says how long."""
        cleaned = super().clean()
        if cleaned.get("lasts") == "years" and not cleaned.get("duration_years"):
            self.add_error("duration_years", "Escriba cuántos años, o elija «Indefinida».")
        return cleaned

    def values(self):
        """What the service takes."""
        said = self.cleaned_data
        return {
            "purposes": said["purposes"].splitlines(),
            "address": said["address"],
            "commune": said["commune"],
            "duration_years": said["duration_years"] if said["lasts"] == "years" else None,
        }


class BodiesForm(Form):
    """Who manages and who watches over the accounts; the seats come beside, in rows."""

    direction = forms.ChoiceField(
        label="¿Quién administra?", required=False, choices=Direction, widget=forms.RadioSelect
    )
    direction_seats = forms.IntegerField(
        label="Cuántas personas administran",
        min_value=1,
        max_value=15,
        required=False,
        help_text="Las del consejo; o las que administran junto con el gerente administrador.",
    )
    watch = forms.ChoiceField(
        label="¿Quién vigila las cuentas?", required=False, choices=Watch, widget=forms.RadioSelect
    )
    watch_seats = forms.IntegerField(
        label="Cuántas personas tiene la junta de vigilancia",
        min_value=1,
        max_value=5,
        required=False,
        help_text="Solo si eligió junta de vigilancia: 5 o menos.",
    )
    years = forms.IntegerField(label="Cuántos años dura cada cargo", min_value=1, max_value=5)


class SeatRow(Form):
    """One first seat that is proposed."""

    person = forms.TypedChoiceField(label="Persona", coerce=int)
    body = forms.ChoiceField(label="Órgano", choices=())
    office = forms.ChoiceField(label="Cargo", choices=Office)
    alternate = forms.BooleanField(label="Es suplente", required=False)

    def __init__(self, *args, people=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Elija a la persona"), *people]
        self.fields["body"].choices = [
            ("", "Elija el órgano"),
            *((body.value, body.label) for body in (Body.SOLE_MANAGER, Body.INSPECTOR, Body.BOARD, Body.VIGILANCE)),
        ]
        self.fields["office"].choices = [("", "Elija el cargo"), *Office.choices]


class OptionsForm(Form):
    """What the statutes may choose, with what the house proposes, and who presents the papers."""

    second_call_percent = forms.IntegerField(
        label="Quórum de la segunda citación, en %", min_value=1, max_value=100, help_text="Se propone 30."
    )
    second_call_least = forms.IntegerField(
        label="Y cuántas personas, al menos", min_value=1, max_value=100, help_text="Se proponen 3."
    )
    accounts_days = forms.IntegerField(
        label="Días antes de la junta en que se muestran las cuentas", min_value=1, max_value=60,
        help_text="Se proponen 15.",
    )  # fmt: skip
    meeting_from = forms.ChoiceField(label="La junta anual es desde", choices=MeetingMonth)
    meeting_to = forms.ChoiceField(
        label="Hasta", choices=MeetingMonth, help_text="La ley pide que sea hasta el 30 de junio."
    )
    agent = forms.TypedChoiceField(
        label="Quién presenta los documentos", coerce=int, empty_value=None, required=False, choices=()
    )
    agent_name = forms.CharField(label="Nombre", max_length=200, required=False)
    agent_run = forms.CharField(label="Cédula", max_length=20, required=False)
    agent_address = forms.CharField(label="Domicilio", max_length=200, required=False)
    agent_phone = forms.CharField(label="Teléfono", max_length=20, required=False)
    agent_email = forms.EmailField(label="Correo", required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agent"].choices = [("", "Otra persona: escriba sus datos"), *people]

    def clean_agent_run(self):
        """The RUN as it is kept."""
        return as_kept_run(self.cleaned_data["agent_run"])

    def clean_agent_phone(self):
        """The phone in E.164."""
        return as_kept_phone(self.cleaned_data["agent_phone"])

    def clean(self):
        """Of a founder, name and card are hers."""
        cleaned = super().clean()
        if cleaned.get("agent"):
            cleaned["agent_name"] = cleaned["agent_run"] = ""
        return cleaned
