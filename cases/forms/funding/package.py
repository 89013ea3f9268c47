"""The forms of a package: comparing a file with it, and the register of its reserved documents."""

import re

from django import forms

from cases.funding.words import HandOverBasis
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.people_forms import not_after_today

_DIGEST = re.compile(r"[0-9a-f]{64}")


class VerifyForm(Form):
    """A file that somebody has, or the digest that a paper says."""

    upload = forms.FileField(
        label="Archivo",
        required=False,
        help_text="Se compara y no se guarda. Puede ser el PDF, los datos o un documento.",
    )
    digest = forms.CharField(
        label="O la huella que dice el papel",
        required=False,
        max_length=90,
        help_text="Son 64 letras y números; los espacios no importan.",
    )

    def clean_digest(self):
        """Without spaces, in lower case."""
        said = "".join(self.cleaned_data["digest"].split()).lower()
        if said and not _DIGEST.fullmatch(said):
            raise forms.ValidationError("Una huella tiene 64 números y letras de la a a la f: cópiela entera.")
        return said

    def clean(self):
        """One of the two."""
        cleaned = super().clean()
        if not self.errors and not cleaned.get("upload") and not cleaned.get("digest"):
            self.add_error("upload", "Elija un archivo, o escriba su huella.")
        return cleaned


class HandOverForm(AttachmentMixin, Form):
    """Which reserved documents leave, to whom and why; between public bodies, the register of art. 24 bis."""

    files = forms.MultipleChoiceField(label="Documentos que se entregan", widget=forms.CheckboxSelectMultiple)
    recipient = forms.CharField(label="Organismo que los recibe", max_length=200)
    purpose = forms.CharField(
        label="Para qué", max_length=300, help_text="Por ejemplo: acreditar el requisito de las bases, numeral 4.2."
    )
    requesting_body = forms.CharField(label="Organismo que los pide", max_length=200)
    official = forms.CharField(
        label="Funcionaria o funcionario responsable",
        max_length=200,
        help_text="Quien responde por ellos donde llegan.",
    )
    procedure = forms.CharField(
        label="Procedimiento", max_length=300, help_text="Por ejemplo: postulación al fondo, con su llamado y año."
    )
    data_asked = forms.CharField(
        label="Qué se pide", max_length=300, help_text="Qué documentos y qué datos dicen, sin nombrar a nadie."
    )
    legal_basis = forms.CharField(
        label="Norma, convenio o acto que lo autoriza",
        max_length=300,
        help_text="La autorización es anterior a la entrega. Adjunte el acto si lo tiene.",
    )
    covers_from = forms.DateField(label="Período, desde")
    covers_to = forms.DateField(label="Período, hasta")
    on = forms.DateField(label="Se entregan el", validators=[not_after_today])
    _REGISTER = ("requesting_body", "official", "procedure", "data_asked", "legal_basis", "covers_from", "covers_to")

    def __init__(self, *args, files, basis, agency, **kwargs):
        super().__init__(*args, **kwargs)
        self._files = {str(one.pk): one for one in files}
        self.fields["files"].choices = [(pk, _called(one)) for pk, one in self._files.items()]
        self.fields["recipient"].initial = agency
        self.fields["on"].initial = calendars.today
        self.fields["document_file"].label = "Acto, oficio o recibo (si lo tiene)"
        if basis == HandOverBasis.CONSENT:
            for name in self._REGISTER:
                del self.fields[name]
        else:
            self.fields["requesting_body"].initial = agency

    def values(self):
        """What the service takes: the chosen files and each answer but the document."""
        said = {name: value for name, value in self.cleaned_data.items() if not name.startswith("document_")}
        return said | {"files": [self._files[pk] for pk in said["files"]]}


def _called(row) -> str:
    return row.name.rsplit(".", 1)[0].replace("-", " ").capitalize()
