"""Whoever is invited chooses a password and is inside."""

from allauth.account.utils import perform_login
from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from incubator import calendars
from incubator.account_forms import PasswordForm
from incubator.outcomes import accepted
from incubator.services import accounts

#: Where the link's secret waits while the page is open, so that it stands in no address that is shown or shared.
_KEPT = "invitation"


@sensitive_post_parameters("password", "again")
@never_cache
def invitation(request):
    """The link brings its secret in the query, which moves to the session; then the page asks for a password."""
    if "clave" in request.GET:
        request.session[_KEPT] = request.GET["clave"]
        return redirect("invitation")
    found = accounts.find(request.session.get(_KEPT, ""), calendars.now())
    if found is None:
        return render(request, "incubator/invitation_gone.html", status=410)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        user = accepted(
            form,
            lambda: accounts.accept(by=found.post.user, invitation=found, password=password, now=calendars.now()),
        )
        if user:
            del request.session[_KEPT]
            messages.success(request, "Su contraseña quedó guardada. Desde ahora entre con su correo y con ella.")
            return perform_login(request, user, email_verification="none")
    return render(request, "incubator/invitation.html", {"form": form, "invitation": found})
