"""One's own filters of the list of groups: save the one being seen, rename, open first, remove."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from cases.groups import filters as group_filters
from cases.groups.filters import LISTING, Filtering, address, chosen_in
from cases.groups.rows import GroupRows
from incubator import calendars
from incubator.forms import Form
from incubator.outcomes import accepted
from incubator.services import saved_filters


class NameForm(Form):
    """What a filter is called."""

    name = forms.CharField(label="Nombre del filtro", max_length=60)


class SaveForm(NameForm):
    """A filter to keep."""

    is_default = forms.BooleanField(label="Abrir la lista siempre con este filtro", required=False)


def save(request):
    """Keep the filter that the list shows; what it names is checked against the groups the user sees."""
    chosen = chosen_in(request.POST if request.method == "POST" else request.GET)
    asked = Filtering(GroupRows(request.user, calendars.today()), chosen)
    form = SaveForm(request.POST or None)
    if form.is_valid() and not asked.sees(chosen):
        form.add_error(None, "El filtro nombra algo que usted no ve. Vuelva a la lista y elija de nuevo.")
    if form.is_valid():
        data = form.cleaned_data
        done = accepted(form, lambda: saved_filters.save(by=request.user, listing=LISTING, query=chosen, **data))
        if done:
            messages.success(request, f"Guardamos el filtro «{done.name}». Está sobre la lista, en «Mis filtros».")
            return redirect(reverse("group_list") + address(chosen))
    context = {
        "form": form,
        "chosen": chosen,
        "said": asked.words_of(chosen),
        "count": len(asked),
        "back": reverse("group_list") + address(chosen),
        "crumbs": [("Grupos", reverse("group_list"))],
    }
    return render(request, "cases/groups/filter_save.html", context)


_DONE = {
    "rename": "El filtro ahora se llama «{}».",
    "first": "La lista de grupos se abrirá con «{}».",
    "not-first": "La lista de grupos se abrirá con todos los casos abiertos.",
    "remove": "Borramos el filtro «{}». Los grupos siguen igual.",
}


def mine(request):
    """Every filter one keeps, with what it asks, and what may be done with it."""
    failed = None
    if request.method == "POST":
        form, act = NameForm(request.POST), request.POST.get("act", "")
        done = _act(request.user, form, act, request.POST.get("filtro", ""))
        if done is not None:
            messages.success(request, _DONE[act].format(done))
            return redirect("group_filters")
        failed = form
    kept = list(saved_filters.of(request.user, group_filters.LISTING))
    choices = [chosen_in(saved.query) for saved in kept]
    asked = Filtering(GroupRows(request.user, calendars.today()), chosen_in({}), saved=choices)
    rows = []
    for saved, chosen, count in zip(kept, choices, asked.saved_counts, strict=True):
        hers = failed if failed is not None and request.POST.get("filtro") == str(saved.pk) else None
        form = hers or NameForm(initial={"name": saved.name}, prefix=None, auto_id=f"id_{saved.pk}_%s")
        rows.append(
            {
                "saved": saved,
                "said": asked.words_of(chosen),
                "count": count,
                "url": reverse("group_list") + address(chosen),
                "form": form,
                "failed": hers is not None,
            }
        )
    context = {"rows": rows, "crumbs": [("Grupos", reverse("group_list"))]}
    return render(request, "cases/groups/filters.html", context)


def _act(user, form, act, saved):
    """Do what was asked of one's own filter; its name when it was done, None when it was refused."""
    saved_id = int(saved) if saved.isascii() and saved.isdigit() and len(saved) < 10 else 0
    if act == "rename":
        if not form.is_valid():
            return None
        done = accepted(form, lambda: saved_filters.rename(by=user, saved_id=saved_id, name=form.cleaned_data["name"]))
        return done and done.name
    if act in ("first", "not-first"):
        return saved_filters.open_first(by=user, saved_id=saved_id, opens=act == "first").name
    return saved_filters.remove(by=user, saved_id=saved_id) if act == "remove" else None
