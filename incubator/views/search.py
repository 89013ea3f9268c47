"""The search of the top bar. By POST alone: a name or a RUN never reaches an address."""

from django.shortcuts import render

from incubator import country, search


def find(request):
    """The empty page on GET; on POST, what was found of what this user may see."""
    text = request.POST.get("q", "").strip()[:100]
    looks_like_run = bool(text) and all(letter in "0123456789.-kK " for letter in text) and len(text) >= 7
    context = {
        "text": text,
        "asked": request.method == "POST" and bool(text),
        "results": search.find(request.user, text) if request.method == "POST" and text else [],
        "wrong_run": looks_like_run and country.parse_run(text) is None,
        "limit": search.LIMIT,
    }
    return render(request, "incubator/search.html", context)
