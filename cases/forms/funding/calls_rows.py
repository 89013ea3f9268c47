"""The rows of the bases: closings, own part, items, documents, criteria, sources. Each is read into its shape."""

from django import forms

from cases.forms.funding.calls_common import ZONES, RowForm, choices, refuse_hour, wall_of
from cases.funding.bases.shapes import (
    AskedDocument,
    Closing,
    CoFinancing,
    Contribution,
    Criterion,
    Item,
    Moment,
    Share,
    Source,
)
from cases.funding.words import ApplicantKind, Channel, DocumentKind, DocumentOf


class ClosingRow(RowForm):
    """Until when a channel receives."""

    names = ("day", "hour", "place", "act")
    channel = forms.ChoiceField(label="Cómo se postula", choices=choices(Channel))
    day = forms.DateField(label="Cierra el")
    hour = forms.TimeField(label="a las", help_text="«23:59» vale hasta las 23:59:59.")
    zone = forms.ChoiceField(label="Hora", choices=ZONES)
    place = forms.CharField(label="Lugar", required=False, max_length=200, help_text="Si cierra distinto en cada uno.")
    regions = forms.MultipleChoiceField(
        label="Solo para las regiones", required=False, help_text="Ninguna: todas.", widget=forms.SelectMultiple
    )
    act = forms.CharField(label="Acto que amplió el plazo", required=False, max_length=200)

    def clean(self):
        """An hour that does not exist is said beside it."""
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("hour"):
            refuse_hour(self, "hour", wall_of(cleaned["day"], cleaned["hour"], cleaned.get("zone")))
        return cleaned

    @staticmethod
    def initial_of(one):
        """A row of what was said."""
        at = one.wall.at
        return {
            "key": one.key, "channel": one.channel, "day": at.date(), "hour": at.time(), "zone": one.wall.zone,
            "place": one.place, "regions": list(one.regions), "act": one.act,
        }  # fmt: skip

    @staticmethod
    def read(row, keys):
        """The shape of a row."""
        return Closing(
            keys.of(row, row["channel"], row["place"]),
            Channel(row["channel"]),
            wall_of(row["day"], row["hour"], row["zone"]),
            row["place"],
            tuple(row["regions"]),
            row["act"],
        )


class CoFinancingRow(RowForm):
    """The own part that is asked."""

    names = ("percent", "clause")
    percent = forms.FloatField(label="Aporte propio", min_value=0, max_value=100)
    of = forms.ChoiceField(label="De qué", choices=choices(Share))
    kind = forms.ChoiceField(label="Cómo", choices=choices(Contribution))
    items = forms.MultipleChoiceField(label="Solo para los ítems", required=False, help_text="Ninguno: todo.")
    clause = forms.CharField(label="Cláusula", required=False, max_length=200)

    @staticmethod
    def initial_of(one):
        """A row of what was said."""
        return {"key": one.key, "percent": one.percent, "of": one.of, "kind": one.kind, "items": list(one.items),
                "clause": one.clause}  # fmt: skip

    @staticmethod
    def read(row, keys):
        """The shape of a row."""
        key = keys.of(row, "aporte")
        return CoFinancing(
            key, row["percent"], Share(row["of"]), Contribution(row["kind"]), tuple(row["items"]), row["clause"]
        )


class ItemRow(RowForm):
    """A thing that may be paid, or that may not."""

    names = ("name", "cap_percent", "cap_amount", "quotations", "detail")
    name = forms.CharField(label="Ítem", max_length=200)
    allowed = forms.ChoiceField(
        label="Se puede pagar", choices=(("1", "Sí, se puede pagar"), ("", "No, las bases lo prohíben")), required=False
    )
    cap_percent = forms.FloatField(label="Hasta este % de lo que se pide", required=False, min_value=0, max_value=100)
    cap_amount = forms.IntegerField(label="Hasta este monto", required=False, min_value=0, max_value=10**12)
    quotations = forms.IntegerField(label="Cotizaciones que pide", required=False, min_value=0, max_value=9)
    detail = forms.CharField(label="Detalle", required=False, max_length=500)

    @staticmethod
    def initial_of(one):
        """A row of what was said."""
        names = ("key", "name", "cap_percent", "cap_amount", "detail")
        said = {name: getattr(one, name) for name in names}
        return said | {"allowed": "1" if one.allowed else "", "quotations": one.quotations or None}

    @staticmethod
    def read(row, keys):
        """The shape of a row."""
        said = {name: row[name] for name in ("name", "cap_percent", "cap_amount", "detail")}
        return Item(keys.of(row, row["name"]), allowed=bool(row["allowed"]), quotations=row["quotations"] or 0, **said)


class DocumentRow(RowForm):
    """A document that is asked, and how old it may be on which day."""

    names = ("name", "valid_days", "clause")
    name = forms.CharField(label="Documento, como lo llaman las bases", max_length=200)
    kind = forms.ChoiceField(label="Clase", choices=choices(DocumentKind))
    subject = forms.ChoiceField(label="De quién", choices=choices(DocumentOf))
    required = forms.ChoiceField(label="Es obligatorio", choices=(("1", "Sí"), ("", "No")), required=False)
    valid_days = forms.IntegerField(label="No más antiguo que (días)", required=False, min_value=0, max_value=3650)
    moment = forms.ChoiceField(label="Contados", choices=choices(Moment))
    applicants = forms.MultipleChoiceField(
        label="Solo si postula", required=False, choices=ApplicantKind, help_text="Nadie marcado: siempre."
    )
    clause = forms.CharField(label="Cláusula", required=False, max_length=200)

    @staticmethod
    def initial_of(one):
        """A row of what was said."""
        names = ("key", "name", "kind", "subject", "valid_days", "moment", "clause")
        return {name: getattr(one, name) for name in names} | {
            "required": "1" if one.required else "",
            "applicants": list(one.applicants),
        }

    @staticmethod
    def read(row, keys):
        """The shape of a row."""
        return AskedDocument(
            keys.of(row, row["name"]),
            DocumentKind(row["kind"]),
            row["name"],
            DocumentOf(row["subject"]),
            bool(row["required"]),
            row["valid_days"],
            Moment(row["moment"]),
            tuple(ApplicantKind(kind) for kind in row["applicants"]),
            row["clause"],
        )


class CriterionRow(RowForm):
    """What gives points."""

    names = ("name", "weight", "cut_off", "guidance")
    name = forms.CharField(label="Criterio", max_length=200)
    weight = forms.FloatField(label="Pesa (%)", min_value=0, max_value=100)
    maximum = forms.FloatField(label="Puntaje más alto", min_value=0, initial=7)
    cut_off = forms.FloatField(label="Puntaje mínimo", required=False, min_value=0)
    guidance = forms.CharField(label="Cómo se evalúa", required=False, max_length=1000)

    @staticmethod
    def initial_of(one):
        """A row of what was said."""
        return {name: getattr(one, name) for name in ("key", "name", "weight", "maximum", "cut_off", "guidance")}

    @staticmethod
    def read(row, keys):
        """The shape of a row."""
        said = {name: row[name] for name in ("name", "weight", "maximum", "cut_off", "guidance")}
        return Criterion(keys.of(row, row["name"]), **said)


class SourceRow(RowForm):
    """Where a value comes from, and how sure it is."""

    names = ("about", "source", "year")
    about = forms.ChoiceField(label="De qué")
    source = forms.CharField(label="Fuente", max_length=300)
    year = forms.IntegerField(label="Año", required=False, min_value=2000, max_value=2100, localize=False)
    confidence = forms.ChoiceField(
        label="Qué tan seguro",
        choices=(
            ("B", "Documento oficial"), ("C", "Publicado"), ("K", "Conocido, sin documento"), ("?", "Sin ver"),
        ),
    )  # fmt: skip

    @staticmethod
    def initial_of(one):
        """A row of what was said."""
        return {name: getattr(one, name) for name in ("about", "source", "year", "confidence")}

    @staticmethod
    def read(row, _keys):
        """The shape of a row."""
        return Source(row["about"], row["source"], row["year"], row["confidence"])
