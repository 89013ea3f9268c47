"""Forms of posts and invitations: they validate shape; incubator.services.accounts decides and writes."""

from datetime import timedelta

from django import forms

from incubator import access
from incubator.access import APPOINTS, Permission
from incubator.attachments import AttachmentMixin
from incubator.enums import Role
from incubator.forms import Form
from incubator.models import Agreement, Incubator, Organization, Post

#: What each role does, in one line, for whoever appoints.
WHAT_THEY_DO = {
    Role.OFFICER_DISABILITY: "Lleva catastro, personas, sesiones e informes; lee y anota datos sensibles.",
    Role.OFFICER_DEVELOPMENT: "Lo mismo, sin datos sensibles.",
    Role.COORDINATOR: "Admite, cierra, aprueba, sella informes y nombra al equipo de la municipalidad.",
    Role.ADVISOR: "Acompaña a los grupos que se le asignan.",
    Role.UNIVERSITY_COORDINATOR: "Asigna asesorías, valida horas y entrega informes del convenio.",
    Role.TRAINER: "Registra asistencia y resultados de sus cursos.",
    Role.LEGAL_ADVISER: "Revisa estatutos y pasos legales de los grupos que se le asignan.",
    Role.EVALUATOR: "Evalúa postulaciones sin ver nombres.",
    Role.REPRESENTATIVE: "Mira su propio grupo y confirma sesiones.",
    Role.FUNDER_ANALYST: "Lee y observa los informes entregados.",
    Role.FUNDER_APPROVER: "Lee y acepta los informes entregados.",
    Role.CERTIFYING_OFFICER: "Certifica rendiciones.",
    Role.AUDITOR: "Lee, sin datos sensibles, y revisa la bitácora.",
    Role.DATA_DELEGATE: "Atiende los derechos de las personas sobre sus datos.",
    Role.WEB_EDITOR: "Publica las páginas de su municipalidad.",
}


def places_of(user):
    """Where the user appoints: {"incubator:3": Incubator, "agreement:1": Agreement}, in the order of names."""
    scope = access.scope_of(user, Permission.APPOINT)
    incubators, agreements = Incubator.objects.order_by("name"), Agreement.objects.order_by("name")
    if not scope.everywhere:
        incubators = incubators.filter(pk__in=scope.home_ids)
        agreements = agreements.filter(pk__in=scope.agreement_ids)
    found = {f"incubator:{place.pk}": place for place in incubators}
    return found | {f"agreement:{place.pk}": place for place in agreements}


def roles_of(user):
    """The roles the user appoints, the own coordination (a deputy's) last."""
    held = [Role(post.role) for post in access.posts_of(user)]
    given = {role for post in held for role in APPOINTS.get(post, ())}
    given |= {role for role in held if role in (Role.COORDINATOR, Role.UNIVERSITY_COORDINATOR)}
    return [role for role in Role if role in given]


class AppointForm(AttachmentMixin, Form):
    """Who, in which post, of which place, from when, and the act that says so."""

    role = forms.ChoiceField(label="Cargo")
    place = forms.ChoiceField(label="Dónde")
    organization = forms.ModelChoiceField(
        label="Grupo", queryset=Organization.objects.none(), required=False, empty_label="Elija el grupo"
    )
    email = forms.EmailField(label="Correo", help_text="A este correo llega la invitación.")
    full_name = forms.CharField(
        label="Nombre y apellidos",
        max_length=200,
        required=False,
        help_text="Si ese correo ya tiene cuenta, puede dejarlo en blanco.",
    )
    since = forms.DateField(label="Desde")
    last_day = forms.DateField(
        label="Último día", required=False, help_text="Déjelo en blanco si el nombramiento no dice hasta cuándo."
    )
    act = forms.CharField(
        label="Acto que nombra", max_length=200, help_text="Por ejemplo: Decreto Alcaldicio N.º 1.234 de 04-01-2021."
    )
    deputy_for = forms.ModelChoiceField(
        label="Subroga a",
        queryset=Post.objects.none(),
        required=False,
        empty_label="A nadie: es titular",
        help_text="Quien subroga tiene los mismos derechos, y sus firmas lo dicen.",
    )

    def __init__(self, *args, user, on, **kwargs):
        super().__init__(*args, owner=user, **kwargs)
        self.user, self.places = user, places_of(user)
        roles = roles_of(user)
        self.fields["role"].choices = [("", "Elija el cargo"), *((role.value, role.label) for role in roles)]
        self.fields["place"].choices = [(key, str(place)) for key, place in self.places.items()]
        if len(self.places) == 1:
            self.fields["place"].widget = forms.HiddenInput()
            self.fields["place"].initial = next(iter(self.places))
        else:
            self.fields["place"].choices = [("", "Elija dónde"), *self.fields["place"].choices]
        self.fields["since"].initial = on
        held = Post.objects.visible_to(user).exclude(until__lte=on).filter(role__in=roles, deputy_for=None)
        self.fields["deputy_for"].queryset = held.select_related("user", "incubator", "agreement", "organization")
        self.fields["deputy_for"].label_from_instance = lambda post: f"{post.user} · {post}"
        self.fields["document_file"].label = "Documento del acto"
        self._offer_groups(roles)
        if not any(isinstance(place, Incubator) for place in self.places.values()):
            del self.fields["document_file"], self.fields["document_kept"]

    def _offer_groups(self, roles):
        """A representative's post is of a group: only whoever appoints them chooses one."""
        if Role.REPRESENTATIVE not in roles:
            del self.fields["organization"]
            return
        homes = access.scope_of(self.user, Permission.APPOINT).home_ids
        self.fields["organization"].queryset = Organization.objects.current().groups().filter(incubator__in=homes)
        self.fields["organization"].help_text = "Solo para representantes."

    def clean(self):
        """The last day is not before the first; a representative's place is the group."""
        cleaned = super().clean()
        since, last = cleaned.get("since"), cleaned.get("last_day")
        if since and last and last < since:
            self.add_error("last_day", "El último día no puede ser anterior al primero.")
        if cleaned.get("role") == Role.REPRESENTATIVE and not cleaned.get("organization"):
            self.add_error("organization", "Elija el grupo que representa.")
        if cleaned.get("document_file") and cleaned.get("place", "").startswith("agreement:"):
            self.add_error("document_file", "En un convenio no se guarda el documento: escriba el acto.")
        return cleaned

    def add_error(self, field, error):
        """A service speaks of `until`; the form asks for the last day."""
        super().add_error("last_day" if field == "until" else field, error)

    def appointment(self):
        """What the service takes, the document aside."""
        cleaned = self.cleaned_data
        kind, _, _ = cleaned["place"].partition(":")
        if cleaned["role"] == Role.REPRESENTATIVE:
            place = {"organization": cleaned["organization"]}
        else:
            place = {kind: self.places[cleaned["place"]]}
        until = cleaned["last_day"] + timedelta(days=1) if cleaned["last_day"] else None
        names = ("role", "since", "act", "email", "full_name", "deputy_for")
        return {name: cleaned[name] for name in names} | place | {"until": until}

    @property
    def home(self):
        """The incubator the document of the act belongs to; None for an agreement's post."""
        place = self.places[self.cleaned_data["place"]]
        return place if isinstance(place, Incubator) else None


class EndPostForm(Form):
    """The last day of a post."""

    last_day = forms.DateField(label="Último día", help_text="Ese día todavía actúa; al siguiente ya no.")

    def add_error(self, field, error):
        """A service speaks of `until`; the form asks for the last day."""
        super().add_error("last_day" if field == "until" else field, error)

    @property
    def until(self):
        """The first day without the post."""
        return self.cleaned_data["last_day"] + timedelta(days=1)


class PasswordForm(Form):
    """The password of somebody who enters for the first time."""

    password = forms.CharField(
        label="Contraseña",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text="Al menos 12 caracteres. Una frase que usted recuerde sirve bien, y puede pegarla de un gestor.",
    )
    again = forms.CharField(
        label="Escríbala otra vez",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def clean(self):
        """Both writings are the same."""
        cleaned = super().clean()
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", "Las dos contraseñas no son iguales. Escríbala otra vez.")
        return cleaned
