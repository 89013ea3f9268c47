"""Read the base texts: which one is in force, what each article says and why, and what changed between versions."""

from django.shortcuts import render

from cases.formalization import base_texts
from cases.formalization.slugs import key_of
from cases.law.founding import clauses_for
from cases.papers.changes import text_changes
from cases.papers.placeholders import PLACEHOLDERS
from cases.papers.reading_words import CONDITIONS, PIECES, unfilled
from cases.papers.texts import STATUTES
from cases.views.base_texts.frame import agreements, in_force, text_frame, version_of, words_of
from incubator import calendars


def listing(request):
    """Every text of the agreements within reach, with its version in force."""
    on = calendars.today()
    blocks = [
        {
            "agreement": held,
            "texts": [
                {
                    "name": base_texts.name_of(document, kind),
                    "key": key_of(document, kind),
                    "now": now,
                    "coming": coming,
                }
                for document, kind, now, coming in base_texts.in_force_of(held, on)
            ],
        }
        for held in agreements(request.user)
    ]
    return render(request, "cases/base_texts/list.html", {"blocks": blocks})


def detail(request, agreement, text):
    """One version of a text, article by article."""
    frame, on = text_frame(request, agreement, text), calendars.today()
    now = in_force(frame, on)
    version = version_of(frame, request.GET["version"]) if request.GET.get("version") else now
    words = words_of(frame, version)
    author = version.row.author if version.row else None
    context = {
        "version": version,
        "now": now,
        "parts": _parts(words),
        "may_validate": not version.validated and author != request.user,
        "wrote_it": author == request.user,
    }
    return render(request, "cases/base_texts/detail.html", frame | context)


def _parts(words):
    """The text without a case, each article with what it answers to."""
    paper = unfilled(words)
    asked = {}
    if words.document == STATUTES:
        asked = {one.key: one for one in clauses_for(types=(words.kind,), on=calendars.today())}
    return [
        {
            "text": text,
            "shown": shown,
            "holds": text.holds,
            "articles": [
                {
                    "text": one,
                    "shown": drawn,
                    "clauses": [asked[key] for key in one.clauses if key in asked],
                    "when": CONDITIONS.get(one.when, one.when),
                }
                for one, drawn in zip(text.article, shown.articles, strict=True)
            ],
        }
        for text, shown in zip(words.section, paper.sections, strict=True)
    ]


def history(request, agreement, text):
    """Every version, and what one says that another does not."""
    frame = text_frame(request, agreement, text)
    found = frame["versions"]
    later = version_of(frame, request.GET.get("hasta") or found[0].number)
    before = next((one for one in found if one.number < later.number), later)
    former = version_of(frame, request.GET.get("desde") or before.number)
    changes = text_changes(words_of(frame, former), words_of(frame, later))
    return render(
        request, "cases/base_texts/history.html", frame | {"former": former, "later": later, "changes": changes}
    )


def help_page(request):
    """What may be written in a text: facts, tables and conditions, by name."""
    context = {
        "facts": [(f"{{{name}}}", one.label) for name, one in sorted(PLACEHOLDERS.items())],
        "pieces": [(f"[[{name}]]", said) for name, said in sorted(PIECES.items())],
        "conditions": [(f"?{name}:", said) for name, said in sorted(CONDITIONS.items())],
    }
    return render(request, "cases/base_texts/help.html", context)
