"""A form that asks for a document and does not ask twice: what was sent is kept while another answer is mended."""

from django import forms
from django.core import signing
from django.core.files.base import ContentFile

from incubator import files

_SALT = "incubator.attachments"
#: How long what was sent waits for the rest of its form, in seconds.
_PATIENCE = 24 * 60 * 60


class AttachmentMixin(forms.Form):
    """Adds `document` and its hidden companion; put it before the base form. `document_required` asks for one.

    `form.document()` is what to hand to the service: the new file, the one kept from a former try, or None.
    Print it with `<c-file :field="form.document_file" kept="{{ form.kept_name }}" />` and the hidden fields.
    """

    document_file = forms.FileField(
        label="Documento",
        required=False,
        help_text="PDF, foto, Word o Excel, hasta 20 MB.",
        widget=forms.FileInput(attrs={"accept": files.ACCEPT}),
    )
    document_kept = forms.CharField(required=False, widget=forms.HiddenInput)
    document_required = False

    def __init__(self, *args, owner=None, **kwargs):
        self.owner = owner
        super().__init__(*args, **kwargs)
        field = self.fields["document_file"]
        field.required = self.document_required and not (self.is_bound and self._kept())
        field.error_messages["required"] = "Adjunte el documento que lo respalda."
        order = [name for name in self.fields if not name.startswith("document_")]
        self.order_fields([*order, "document_file", "document_kept"])

    def clean(self):
        """Keep what was sent, so that an error elsewhere does not lose it."""
        cleaned = super().clean()
        upload = self.cleaned_data.get("document_file")
        if upload:
            self._keep(upload)
        return cleaned

    def document(self):
        """The file to store, or None."""
        kept = self._kept()
        return ContentFile(files.read(kept["sha256"]), name=kept["name"]) if kept else None

    @property
    def kept_name(self):
        """The name of the file already received, or an empty text."""
        kept = self._kept() if self.is_bound else None
        return kept["name"] if kept else ""

    def _keep(self, upload):
        try:
            stored = files.store(upload)
        except files.FileRefusedError as error:
            self.add_error("document_file", error)
            return
        token = {"sha256": stored.sha256, "name": stored.name, "by": self._owner_id}
        self.fields["document_file"].required = False  # the page that comes back does not ask for it again
        self.data = self.data.copy()
        self.data[self.add_prefix("document_kept")] = signing.dumps(token, salt=_SALT)

    def _kept(self):
        try:
            kept = signing.loads(self.data.get(self.add_prefix("document_kept"), ""), salt=_SALT, max_age=_PATIENCE)
        except signing.BadSignature:
            return None
        return kept if kept["by"] == self._owner_id and files.is_stored(kept["sha256"]) else None

    @property
    def _owner_id(self):
        return self.owner.pk if self.owner else None
