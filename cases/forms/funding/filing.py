"""The form of the real filing: by which closing, with which folio and receipt, and the hour that the receipt says."""

from datetime import datetime

from django import forms

from cases.funding.bases import closings
from cases.funding.bases.closings import ZONES
from cases.funding.bases.shapes import Wall
from incubator.attachments import AttachmentMixin
from incubator.forms import Form


class FilingForm(AttachmentMixin, Form):
    """A filing. `ways`: the closings that concern the application; `zone`: that of the group."""

    closing = forms.ChoiceField(label="Por dónde se envió", widget=forms.RadioSelect)
    office = forms.CharField(label="En qué oficina, si fue en persona", required=False, max_length=200)
    folio = forms.CharField(label="Folio o número que dio el fondo", required=False, max_length=120)
    said_on = forms.DateField(label="Si se envió antes: día que dice el comprobante", required=False)
    said_at = forms.TimeField(label="Hora que dice el comprobante", required=False)
    said_zone = forms.ChoiceField(label="En qué hora está escrita", required=False)

    def __init__(self, *args, ways, zone, **kwargs):
        super().__init__(*args, **kwargs)
        self.ways = {closing.key: closing for closing in ways}
        self.fields["closing"].choices = [(key, _way(closing, zone)) for key, closing in self.ways.items()]
        self.fields["closing"].initial = next(iter(self.ways), None)
        zones = dict.fromkeys([closings.CONTINENTAL, *(one.wall.zone for one in ways), zone])
        self.fields["said_zone"].choices = [(one, ZONES.get(one, one).capitalize()) for one in zones]
        if len(zones) == 1:
            del self.fields["said_zone"]
        self.fields["document_file"].label = "Comprobante del envío"
        self.warning = ""

    def clean(self):
        """An hour is a day and a time that existed; of one that happened twice, the first counts."""
        cleaned = super().clean()
        on, hour = cleaned.get("said_on"), cleaned.get("said_at")
        if (on is None) != (hour is None) and not self.errors.keys() & {"said_on", "said_at"}:
            self.add_error("said_at" if hour is None else "said_on", "Escriba el día y la hora, o ninguno de los dos.")
        if on and hour:
            wall = Wall(datetime.combine(on, hour), cleaned.get("said_zone") or closings.CONTINENTAL)
            if wrong := closings.wrong(wall):
                self.add_error("said_at", wrong)
            self.warning = closings.warning(wall)
            cleaned["moment"] = _moment(wall)
        return cleaned

    def values(self):
        """What the service takes; the document and the moment of the request aside."""
        closing = self.ways[self.cleaned_data["closing"]]
        place = closing.place or self.cleaned_data["office"]
        moment = self.cleaned_data.get("moment")
        return {"channel": closing.channel, "place": place, "folio": self.cleaned_data["folio"], "said_at": moment}


def _moment(wall):
    """The second that a receipt says: «23:59» on it is its first second, unlike a closing."""
    moment = closings.instant(wall)
    return moment.replace(second=wall.at.second)


def _way(closing, zone):
    place = f", {closing.place}" if closing.place else ""
    return f"{closing.channel.label}{place}: cierra el {closings.said(closing, zone)}"
