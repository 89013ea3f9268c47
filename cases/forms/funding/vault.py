"""The forms of the vault: a document with its day and file, new or one that the group already holds, and its end."""

from django import forms

from cases.funding.vault.access import rights_to_keep
from cases.funding.words import DocumentKind, DocumentOf
from incubator import calendars
from incubator.access import allows
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.models import Person
from incubator.templatetags.minga import dmy


class VaultForm(AttachmentMixin, Form):
    """What document it is, of whom, from which day and until when; its file, or which of those that there are."""

    kind = forms.ChoiceField(label="Qué documento es", choices=())
    name = forms.CharField(
        label="Nombre", max_length=200, required=False, help_text="Si es «Otro documento», como lo llaman las bases."
    )
    subject = forms.ChoiceField(label="De quién es", choices=(), widget=forms.RadioSelect, initial=DocumentOf.GROUP)
    person = forms.ModelChoiceField(
        label="De qué persona", queryset=Person.objects.none(), required=False, empty_label="De ninguna"
    )
    happened_on = forms.DateField(label="Emitido el")
    valid_until = forms.DateField(
        label="Vale hasta",
        required=False,
        help_text="Si el documento lo dice. Los días que aceptan las bases van aparte.",
    )
    reused = forms.ChoiceField(
        label="Uno que el grupo ya tiene",
        choices=(),
        required=False,
        help_text="Así no se sube dos veces. Si elige uno, no adjunte archivo.",
    )

    def __init__(self, *args, user, case, reusable=(), **kwargs):
        super().__init__(*args, owner=user, **kwargs)
        self.by_pk = {str(held.evidence.pk): held.evidence for held in reusable}
        self.fields["kind"].choices = [("", "Elija el documento"), *kinds_for(user, case)]
        whose = [one for one in DocumentOf if may_keep(user, case, DocumentKind.STATUTES, one)]
        self.fields["subject"].choices = [(one.value, one.label) for one in whose]
        if DocumentOf.PERSON in whose:
            self.fields["person"].queryset = members_of(case)
        else:
            del self.fields["person"]
        self.fields["reused"].choices = [("", "Ninguno: adjunto el archivo")] + [
            (str(held.evidence.pk), f"{held.what} ({dmy(held.on)})") for held in reusable
        ]
        if not self.by_pk:
            del self.fields["reused"]

    def clean(self):
        """One file: the one sent, or the one chosen."""
        cleaned = super().clean()
        if not cleaned.get("reused") and self.document() is None and not self.errors.get("document_file"):
            self.add_error("document_file", "Adjunte el archivo del documento.")
        return cleaned

    def chosen(self):
        """The file that the group already holds, or None."""
        return self.by_pk.get(self.cleaned_data.get("reused") or "")

    def values(self):
        """What the service takes, but the file."""
        names = ("kind", "name", "subject", "person", "happened_on", "valid_until")
        return {name: self.cleaned_data.get(name) for name in names}


def may_keep(user, case, kind, subject):
    """Whether this user may put such a document there."""
    return all(allows(user, right, case) for right in rights_to_keep(kind, subject))


def kinds_for(user, case):
    """The kinds of document that this user may put there."""
    return [(kind.value, kind.label) for kind in DocumentKind if may_keep(user, case, kind, DocumentOf.GROUP)]


def members_of(case):
    """Who is in the group today."""
    return Person.objects.filter(pk__in=case.organization.members_on(calendars.today()).values("person")).order_by(
        "sort_key", "pk"
    )


class AsideForm(Form):
    """Why a document does not serve any more."""

    why = forms.CharField(label="Por qué se aparta", max_length=300)
