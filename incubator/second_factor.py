"""The second factor: in production, whoever reads sensitive data goes on only with one (docs/reference/roles.md)."""

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.checks import Error, register
from django.shortcuts import redirect
from django.urls import reverse

from incubator.access import SENSITIVE_ROLES, posts_of

MIDDLEWARE = "incubator.second_factor.SecondFactor"
#: Where only invented people live: there the second factor is offered, not asked.
DEMONSTRATIONS = ("config.settings.dev", "config.settings.test")
#: What stays open meanwhile: the pages of the account, where it is activated, and what everybody may read.
OPEN = ("/cuenta/", "/salud/", "/listo/", "/verificar/", "/ayuda/", "/static/", "/media/", "/documentos-publicos/")

#: Before a download of people's data or any other delicate act: the password (or the code) again, unless it was given
#: minutes ago. A decorator of views; what was being done goes on after.
confirmed = reauthentication_required


def is_asked_of(user):
    """Whether this person may only go on with a second factor: a post in force reads sensitive data."""
    if not settings.MINGA_SECOND_FACTOR_REQUIRED or not user.is_authenticated:
        return False
    return any(post.role in SENSITIVE_ROLES for post in posts_of(user))


def has_one(request):
    """Whether the person entered with a second factor, or has one active by now."""
    if any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user)):
        return True
    return is_mfa_enabled(request.user, [Authenticator.Type.TOTP])


class SecondFactor:
    """Middleware: leads to the page that activates it, and nowhere else until it is active."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/" or request.path.startswith(OPEN):
            return self.get_response(request)
        if not is_asked_of(request.user) or has_one(request):
            return self.get_response(request)
        messages.warning(
            request,
            "Su cargo permite leer datos sensibles. Antes de seguir, active la verificación en dos pasos: "
            "toma un par de minutos y necesita su teléfono.",
        )
        return redirect(reverse("mfa_activate_totp"))


@register
def check_settings(app_configs, **kwargs):
    """Refuse settings for real people where the second factor is not asked, or could not be given."""
    if settings.SETTINGS_MODULE in DEMONSTRATIONS:
        return []
    missing = [
        (
            settings.MINGA_SECOND_FACTOR_REQUIRED,
            "La verificación en dos pasos debe ser obligatoria para los cargos que leen datos sensibles.",
            "Ponga MINGA_SECOND_FACTOR_REQUIRED = True.",
        ),
        (
            MIDDLEWARE in settings.MIDDLEWARE,
            "Nada exige la verificación en dos pasos.",
            f"Ponga «{MIDDLEWARE}» en MIDDLEWARE, después de la autenticación.",
        ),
        (
            {"totp", "recovery_codes"} <= set(settings.MFA_SUPPORTED_TYPES),
            "Falta la manera de dar el segundo paso.",
            "Ponga «totp» y «recovery_codes» en MFA_SUPPORTED_TYPES.",
        ),
    ]
    return [
        Error(sentence, hint=hint, id=f"minga.E00{number}")
        for number, (holds, sentence, hint) in enumerate(missing, 1)
        if not holds
    ]
