"""«¿Y si…?»: what would be otherwise, as a form of several changes; and the answer of the disability office."""

from datetime import date

from django import forms

from cases.enums import Stage
from cases.funding.bases.shapes import Moment
from cases.funding.bases.written import bases_of
from cases.funding.eligibility import changes, judge
from cases.funding.eligibility.changes import Change
from cases.funding.eligibility.outcomes import Answer, Outcome
from cases.funding.eligibility.people_changes import Said
from cases.funding.matching.trees import leaves
from cases.funding.words import ApplicantKind, DocumentOf, ReceiverKind
from incubator.forms import Form

_SAME = [("", "Como está")]
_SENSITIVE = ("disability", "credential", "carers")


def _whole(label, help_text=""):
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=500, help_text=help_text)


def _choice(label, choices):
    return forms.ChoiceField(label=label, required=False, choices=[*_SAME, *choices])


class WhatIfForm(Form):
    """Every part may be left as it is; at least one changes."""

    in_women = _whole("Mujeres que entran")
    in_men = _whole("Otras personas que entran")
    out_women = _whole("Mujeres que salen")
    out_men = _whole("Otras personas que salen")
    in_with = forms.MultipleChoiceField(
        label="De quienes entran, todas", required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )
    documents = forms.MultipleChoiceField(
        label="Documentos que se consiguen", required=False, widget=forms.CheckboxSelectMultiple
    )
    issued_on = forms.DateField(
        label="Emitidos el", required=False, help_text="Si lo deja en blanco, el último día que sirve."
    )
    verified = forms.MultipleChoiceField(
        label="Se comprueba que se cumple", required=False, widget=forms.CheckboxSelectMultiple
    )
    registered_on = forms.DateField(label="La cooperativa se inscribe el", required=False)
    started_on = forms.DateField(label="Inicia actividades ante el SII el", required=False)
    sales = forms.IntegerField(label="Vende en doce meses, en pesos", required=False, min_value=0, max_value=10**13)
    settles = forms.BooleanField(label="Entrega las rendiciones pendientes", required=False)
    applicant = _choice("Quién postula", ApplicantKind.choices)
    receiver = _choice("Quién recibe el dinero", ReceiverKind.choices)
    stage = _choice("Llega a la etapa", [pair for pair in Stage.choices if pair[0] != Stage.CLOSED])
    closes_on = forms.DateField(label="El llamado cierra el", required=False)

    def __init__(self, *args, pair, answer: Answer, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair, self._conditions = pair, {one.key: one for one in judge.conditions_of(bases_of(pair.version))}
        weak = [one for one in leaves(answer) if one.outcome not in (Outcome.MEETS, Outcome.WILL_MEET)]
        asked = [(one.key, one.title) for one in weak if one.kind == "document" and not one.is_reserved]
        seen = [(one.key, one.title) for one in weak if one.outcome == Outcome.TO_VERIFY and not one.is_reserved]
        self.fields["documents"].choices, self.fields["verified"].choices = asked, seen
        with_words = [
            ("disability", "Declaran discapacidad"),
            ("credential", "Tienen credencial"),
            ("carers", "Cuidan"),
        ]
        self.fields["in_with"].choices = with_words
        absent = {"documents": asked, "issued_on": asked, "verified": seen, "in_with": pair.sees_sensitive}
        for name, there in absent.items():
            if not there:
                del self.fields[name]
        if not pair.facts.pending_accounts:
            del self.fields["settles"]

    def clean(self):
        """What the group does not allow is said here, as whoever reads may know it."""
        cleaned, facts = super().clean(), self.pair.facts
        if self.errors:
            return cleaned
        asked = self.changes()
        if not asked:
            raise forms.ValidationError("Cambie al menos una cosa.")
        for change in asked:
            if faults := changes.check(change, facts):
                raise forms.ValidationError(faults)
            facts = changes.apply(facts, [change])
        return cleaned

    def changes(self) -> list[Change]:
        """What was written, as changes of the Facts."""
        return [*self._people(), *self._documents(), *self._verified(), *self._others()]

    def _people(self):
        said = dict.fromkeys(self.cleaned_data.get("in_with") or (), Said.YES)
        if said.get("credential"):
            said["disability"] = Said.YES
        for name, kind, women in (
            ("in_women", "add_members", Said.YES),
            ("in_men", "add_members", Said.NO),
            ("out_women", "remove_members", Said.YES),
            ("out_men", "remove_members", Said.NO),
        ):
            if people := self.cleaned_data.get(name):
                more = said if kind == "add_members" else {}
                yield Change(kind, {"people": people, "women": women, **more})

    def _documents(self):
        for key in self.cleaned_data.get("documents") or ():
            given = self._conditions[key].parameters
            yield Change(
                "put_document",
                {
                    "document": given["document"],
                    "of": given.get("of") or DocumentOf.GROUP,
                    "issued_on": self.cleaned_data.get("issued_on") or self._day(key),
                    "name": given.get("name") or "",
                },
            )

    def _day(self, key) -> date:
        """The last day on which it may be issued: the one on which it is judged, or before the closing."""
        days, moment = self.pair.days, self._conditions[key].moment
        known = [day for day in (days.get(moment), days.get(Moment.CLOSING)) if day]
        return max(min(known, default=self.pair.facts.on), self.pair.facts.on)

    def _verified(self):
        for key in self.cleaned_data.get("verified") or ():
            yield Change("verify", {"condition": key, "meets": True})

    def _others(self):
        given = self.cleaned_data
        plain = (
            ("registered_on", "register", "on"),
            ("started_on", "start_activities", "on"),
            ("sales", "reach_sales", "sales"),
            ("applicant", "change_applicant", "applicant"),
            ("receiver", "change_receiver", "receiver"),
            ("stage", "reach_stage", "stage"),
        )
        for name, kind, value in plain:
            if given.get(name) not in (None, ""):
                yield Change(kind, {value: given[name]})
        if given.get("settles"):
            yield Change("settle_accounts", {"pending_accounts": 0})
        if given.get("closes_on"):
            yield Change("move_day", {"moment": Moment.CLOSING, "on": given["closes_on"]})


class ReservedForm(Form):
    """What the disability office answers to one condition: no figure and no name."""

    meets = forms.ChoiceField(
        label="¿Se cumple?", choices=[("yes", "Se cumple"), ("no", "No se cumple")], widget=forms.RadioSelect
    )
    on = forms.DateField(label="Qué día se comprobó")
