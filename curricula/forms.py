"""The forms of training: a malla, a course, who enters it, a lesson, and how each person ends."""

from django import forms

from curricula.enums import EnrollmentState
from incubator import calendars
from incubator.forms import Form
from incubator.meeting_forms import MarksMixin, MeetingForm


class CohortForm(Form):
    """A course: what it gives, where, and from when to when."""

    incubator = forms.ModelChoiceField(label="Incubadora", queryset=None, empty_label=None)
    curriculum = forms.ModelChoiceField(label="Malla", queryset=None, empty_label="Elija una malla")
    name = forms.CharField(label="Nombre del curso", max_length=200)
    starts_on = forms.DateField(label="Empieza")
    ends_on = forms.DateField(label="Termina", required=False, help_text="Puede dejarlo en blanco si no se sabe.")

    def __init__(self, *args, incubators, curricula, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["incubator"].queryset = incubators
        self.fields["curriculum"].queryset = curricula

    def clean(self):
        """A course does not end before it begins."""
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "El curso no puede terminar antes de empezar.")
        return cleaned


class CurriculumForm(Form):
    """A malla of an agreement; its modules are rows beside it."""

    agreement = forms.ModelChoiceField(label="Convenio", queryset=None, empty_label=None)
    name = forms.CharField(label="Nombre de la malla", max_length=200)
    is_core = forms.BooleanField(label="Es la malla obligatoria del convenio", required=False, initial=True)

    def __init__(self, *args, agreements, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agreement"].queryset = agreements


class ModuleRow(Form):
    """One module and its hours."""

    name = forms.CharField(label="Módulo", max_length=200)
    hours = forms.DecimalField(label="Horas", min_value=0, max_digits=5, decimal_places=1)


class EnrollForm(Form):
    """Which members of a group enter the course, from when, and by when their supports are planned."""

    people = forms.TypedMultipleChoiceField(label="Personas", coerce=int, widget=forms.CheckboxSelectMultiple)
    state = forms.ChoiceField(
        label="Quedan como",
        choices=[(state.value, state.label) for state in (EnrollmentState.ENROLLED, EnrollmentState.WAITLIST)],
        widget=forms.RadioSelect,
        initial=EnrollmentState.ENROLLED,
    )
    on = forms.DateField(label="Desde")
    supports_on = forms.DateField(
        label="Apoyos previstos para el",
        required=False,
        help_text="Se pide para inscribir: la fecha en que quedan reservados los apoyos que pidieron. "
        "Si nadie pide apoyos, la fecha en que se les preguntó.",
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = people

    def clean(self):
        """The date of the supports is asked of whoever enters now; no day to come for the entry."""
        cleaned = super().clean()
        if cleaned.get("on") and cleaned["on"] > calendars.today():
            self.add_error("on", "La fecha no puede ser posterior a hoy.")
        enters = cleaned.get("state") == EnrollmentState.ENROLLED
        if enters and not cleaned.get("supports_on") and "supports_on" not in self.errors:
            self.add_error("supports_on", "Anote para qué fecha quedan reservados los apoyos.")
        return cleaned


class LessonForm(MarksMixin, MeetingForm):
    """A lesson: the meeting's fields, the module and everyone's mark."""

    module = forms.ModelChoiceField(label="Módulo", queryset=None, required=False, empty_label="Sin módulo")
    topic = forms.CharField(
        label="Tema", max_length=300, required=False, help_text="En blanco, queda el nombre del módulo."
    )

    def __init__(self, *args, cohort, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = cohort.curriculum.modules.all()


class ChangeForm(Form):
    """What an enrollment passes to, when and why."""

    to = forms.ChoiceField(label="Pasa a", widget=forms.RadioSelect)
    on = forms.DateField(label="Fecha")
    reason = forms.CharField(
        label="Motivo",
        max_length=300,
        required=False,
        help_text="Se pide para dejar en suspenso, reprobar, retirar o convalidar. Sin datos de salud.",
    )
    supports_on = forms.DateField(
        label="Apoyos previstos para el", required=False, help_text="Solo si pasa a «Inscrita»."
    )

    def __init__(self, *args, states, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(state.value, state.label) for state in states]
        if EnrollmentState.ENROLLED not in states:
            del self.fields["supports_on"]


class TrainerForm(Form):
    """A trainer's post, from a day on."""

    post = forms.ModelChoiceField(label="Relatoría", queryset=None, empty_label="Elija a la persona")
    since = forms.DateField(label="Desde")

    def __init__(self, *args, posts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"].queryset = posts
        self.fields["post"].label_from_instance = lambda post: post.user.full_name


class ReasonForm(Form):
    """Why a lesson changes or no longer counts."""

    reason = forms.CharField(label="Motivo", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
