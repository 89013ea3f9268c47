"""Who applies, who signs and who receives the money: what the short wizard asks, as the kind of applicant needs."""

from django import forms

from cases.funding.form import parties
from cases.funding.words import ApplicantKind, ReceiverKind
from incubator import masking
from incubator.forms import Form, as_kept_run
from incubator.models import Person

A, R = ApplicantKind, ReceiverKind


class PartiesForm(Form):
    """One page for one kind of applicant: only what that kind needs is asked."""

    title = forms.CharField(
        label="Nombre del proyecto", max_length=200, help_text="Como lo leerá el fondo. Se puede cambiar después."
    )
    applicant_person = forms.ModelChoiceField(None, label="Persona que postula")
    applicant_name = forms.CharField(label="Institución que postula", max_length=200)
    applicant_rut = forms.CharField(label="RUT de la institución que postula", max_length=12, required=False)
    signer = forms.ModelChoiceField(None, label="Quién firma por todas")
    signer_name = forms.CharField(
        label="Quién firma por la institución", max_length=200, help_text="Su nombre y su cargo."
    )
    receiver_kind = forms.ChoiceField(label="Quién recibe el dinero", widget=forms.RadioSelect)
    receiver_person = forms.ModelChoiceField(
        None,
        label="Persona del grupo que recibe el dinero",
        required=False,
        help_text="Solo si lo recibe una persona del grupo. Rinde cuentas por todas.",
    )
    receiver_name = forms.CharField(
        label="Institución que recibe el dinero",
        max_length=200,
        required=False,
        help_text="Solo si lo recibe otra institución.",
    )
    receiver_rut = forms.CharField(label="RUT de quien recibe", max_length=12, required=False)
    copied_from = forms.ModelChoiceField(
        None,
        label="Copiar respuestas de otra postulación del grupo",
        required=False,
        help_text="Se copian las respuestas a las mismas preguntas. La otra postulación queda igual.",
    )

    def __init__(self, *args, kind, user, case, on, municipality, sources=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = A(kind)
        self._people(user, case, on)
        self.fields["receiver_kind"].choices = [(one.value, one.label) for one in parties.RECEIVERS[self.kind]]
        self.fields["copied_from"].queryset = sources
        self._keep_what_is_asked(sources, municipality)

    def _people(self, user, case, on):
        """The members of that day, as this user reads them."""
        rows = [row.person for row in case.organization.members_on(on)]
        names = masking.names_for(user, rows)
        for name in ("applicant_person", "signer", "receiver_person"):
            field = self.fields[name]
            field.queryset = Person.objects.filter(pk__in=[one.pk for one in rows])
            field.label_from_instance = lambda person: names[person.pk].name

    def _keep_what_is_asked(self, sources, municipality):
        kind, drop = self.kind, []
        drop += [] if kind == A.MEMBER else ["applicant_person"]
        drop += [] if kind in (A.GROUP, A.COOPERATIVE) else ["signer"]
        drop += [] if kind in parties.INSTITUTIONS else ["applicant_name", "applicant_rut", "signer_name"]
        drop += [] if R.MEMBER in parties.RECEIVERS[kind] else ["receiver_person"]
        drop += [] if sources is not None and sources.exists() else ["copied_from"]
        for name in drop:
            del self.fields[name]
        if kind == A.COOPERATIVE:
            self.fields["signer"].label = "Quién firma por la cooperativa"
        if kind == A.MUNICIPALITY:
            self.fields["applicant_name"].initial = municipality

    def clean_applicant_rut(self):
        """As it is kept, with its check digit right."""
        return as_kept_run(self.cleaned_data["applicant_rut"], "RUT")

    def clean_receiver_rut(self):
        """As it is kept, with its check digit right."""
        return as_kept_run(self.cleaned_data["receiver_rut"], "RUT")

    def said(self):
        """What the service takes."""
        return {"applicant_kind": self.kind, **self.cleaned_data}
