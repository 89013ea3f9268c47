"""The forms of the dated facts that guard the journey: one per fact. Field names are those of the services."""

from django import forms
from django.db.models import Q

from cases.enums import Moment
from cases.formalization.life import CONSTITUTING
from cases.models import ActivityCode, Call, CooperativeType, LegalEvent
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.enums import SupportKind
from incubator.forms import Form
from incubator.models import Person

#: How many activities a search shows.
ACTIVITIES = 25


class FactForm(Form):
    """A fact of a case on a day."""

    on = forms.DateField(label="Fecha")

    def __init__(self, *args, case, owner=None, **kwargs):
        self.case = case
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today

    def values(self):
        """What the service takes: each answer but the document."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith("document_")}


class ApplicationForm(AttachmentMixin, FactForm):
    """The group's application to a call."""

    call = forms.ModelChoiceField(label="Convocatoria", queryset=Call.objects.none(), empty_label="Elija una")
    contact = forms.ModelChoiceField(
        label="Persona de contacto", queryset=Person.objects.none(), empty_label="Elija una"
    )
    interested = forms.IntegerField(label="Personas interesadas", min_value=1, max_value=500)
    informed_on = forms.DateField(label="Se informó a cada persona para qué se usan sus datos, el", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        used = self.case.applications.values("call")
        calls = Call.objects.filter(incubator=self.case.incubator_id).exclude(pk__in=used)
        self.fields["call"].queryset = calls
        self.fields["call"].label_from_instance = _call_words
        members = [row.who.pk for row in self.case.organization.members_on(calendars.today())]
        people = Person.objects.visible_to(self.owner) if self.owner else Person.objects.current()
        self.fields["contact"].queryset = people.filter(pk__in=members)
        self.fields["contact"].help_text = "Se elige entre quienes integran el grupo."
        self.fields["on"].label = "Fecha en que se recibió"


def _call_words(call):
    return f"{call.name}: del {call.opens_on:%d-%m-%Y} al {call.closes_on:%d-%m-%Y}"


class CommitmentForm(AttachmentMixin, FactForm):
    """The group signed the deed of commitment."""

    document_required = True


class SupportsForm(FactForm):
    """The supports agreed for the whole group, never per person."""

    supports = forms.MultipleChoiceField(
        label="Apoyos", choices=SupportKind, required=False, widget=forms.CheckboxSelectMultiple
    )
    none_needed = forms.BooleanField(label="El grupo dijo que no necesita ninguno", required=False)
    note = forms.CharField(label="Detalle", required=False, max_length=300)

    def clean(self):
        """Either some supports, or that none is needed: a blank says nothing."""
        cleaned = super().clean()
        some, none = cleaned.get("supports"), cleaned.get("none_needed")
        if bool(some) == bool(none):
            self.add_error("supports", "Marque los apoyos acordados, o que el grupo no necesita ninguno.")
        return cleaned

    def values(self):
        """What the service takes."""
        return {name: value for name, value in super().values().items() if name != "none_needed"}


class BusinessForm(AttachmentMixin, FactForm):
    """The activity, found by words, and the type of cooperative."""

    activity = forms.ModelChoiceField(
        label="Actividad económica (SII)",
        queryset=ActivityCode.objects.all(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Busque la actividad y elija una."},
    )
    cooperative_type = forms.ModelChoiceField(
        label="Tipo de cooperativa", queryset=CooperativeType.objects.all(), empty_label="Elija un tipo"
    )

    def __init__(self, *args, words="", **kwargs):
        super().__init__(*args, **kwargs)
        chosen = self.data.get(self.add_prefix("activity"), "") if self.is_bound else ""
        self.found = activities_with(words) if words.strip() else ActivityCode.objects.none()
        shown = [(code.pk, str(code)) for code in (self.found | ActivityCode.objects.filter(pk=chosen))[:ACTIVITIES]]
        self.fields["activity"].choices = shown
        self.has_choices = bool(shown)
        self.order_fields(["activity", "cooperative_type", "on"])


def activities_with(words):
    """The activities whose code or name has every word, accents aside."""
    rows = ActivityCode.objects.all()
    for word in words.split():
        rows = rows.filter(Q(name__unaccent__icontains=word) | Q(code__startswith=word))
    return rows


class PlanForm(AttachmentMixin, FactForm):
    """A new version of the business plan."""

    document_required = True


class ApprovalForm(Form):
    """The day somebody else approved the plan."""

    on = forms.DateField(label="Fecha de la aprobación")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today


class LegalForm(AttachmentMixin, FactForm):
    """A dated legal act; only the ones that are not recorded yet."""

    kind = forms.ChoiceField(label="Acto", choices=())
    reference = forms.CharField(
        label="Fojas, CVE, rol o número", required=False, max_length=120, help_text="Como está en el documento."
    )
    document_required = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        done = set(LegalEvent.objects.filter(case=self.case).values_list("kind", flat=True))
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in CONSTITUTING if kind not in done]
        self.order_fields(["kind", "on", "reference"])


class MeasurementForm(AttachmentMixin, FactForm):
    """Indicators of the group, as its members declare them: totals, never by person."""

    moment = forms.ChoiceField(label="Momento", choices=Moment, widget=forms.RadioSelect)
    monthly_income = forms.IntegerField(label="Ingreso mensual del grupo, en pesos", min_value=0, required=False)
    people_with_income = forms.IntegerField(label="Personas con ingreso", min_value=0, required=False)
    jobs = forms.IntegerField(label="Puestos de trabajo", min_value=0, required=False)
    weekly_hours = forms.IntegerField(label="Horas de trabajo a la semana", min_value=0, required=False)
    self_declared = forms.BooleanField(
        label="Lo declara el grupo, sin un documento que lo respalde", required=False, initial=True
    )

    def clean(self):
        """At least one figure."""
        cleaned = super().clean()
        figures = ("monthly_income", "people_with_income", "jobs", "weekly_hours")
        if all(cleaned.get(name) is None for name in figures) and not any(name in self.errors for name in figures):
            self.add_error("monthly_income", "Anote al menos una cifra. Si no hay ingreso, escriba 0.")
        return cleaned


class ConfirmationForm(AttachmentMixin, FactForm):
    """The signed sheet in which the group confirms."""

    document_required = True
