"""The search of the top bar. By POST alone: a name or a RUN never reaches an address."""

import re

from django.shortcuts import render

from incubator import country, search, words

#: Enough digits to be a RUN, and nothing but what a RUN is written with. A case's number has three after its hyphen.
_LIKE_A_RUN = re.compile(r"(?!\d{4,5}-\d{3,6}$)[\d.\-kK ]{7,}", re.ASCII)


def find(request):
    """The empty page on GET; on POST, what was found of what this user may see."""
    text = words.typed(request.POST.get("q", ""), search.LONGEST) if request.method == "POST" else ""
    results = search.find(request.user, text) if text else []
    context = {
        "text": text,
        "asked": bool(text),
        "results": results,
        "only_alike": bool(results) and all(result["alike"] for result in results),
        "wrong_run": not results and bool(_LIKE_A_RUN.fullmatch(text)) and country.parse_run(text) is None,
        "limit": search.LIMIT,
    }
    return render(request, "incubator/search.html", context)
