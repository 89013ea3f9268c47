"""The rules of the law, for everybody: what each says, from which article, and what is still to be verified."""

from datetime import timedelta

from cases import law_words
from cases.law import is_stale, pack_by_code, pack_on
from cases.law.checklists import checklist
from cases.regularization.life import Block
from cases.views.public_calls import page
from incubator import calendars

#: The value of «ver» that leaves only what is to be verified.
OPEN_ONLY = "verifique"


def rules(request):
    """The pack in force today, by topic; and what each reform changed."""
    on = calendars.today()
    pack = pack_on(on)
    only_open = request.GET.get("ver") == OPEN_ONLY
    context = _about(pack, on) | {
        "only_open": only_open,
        "sections": law_words.sections(pack, only_open=only_open),
        "total": len(pack.all_rules),
        "open_count": sum(rule.verify for rule in pack.all_rules),
        "reforms": [(each.head, changes) for each, changes in law_words.reforms()],
    }
    return page(request, "cases/public/law_rules.html", context)


def five_or_ten(request):
    """How many founders, by type and by the day of the deed: where guides disagree."""
    on = calendars.today()
    pack = pack_on(on)
    since = pack_by_code(law_words.SINCE)
    small = pack.get("bodies", "small.members")
    context = _about(pack, on) | {
        "rows": law_words.founders(pack),
        "since": since.head.valid_from,
        "until": since.head.valid_from - timedelta(days=1),
        "reform": since.library.laws["ley20881"],
        "between": law_words.meeting_before_the_reform(),
        "small": small,
        "small_basis": pack.basis(small) if small else None,
        "crumbs": [("Portada", "/"), ("Las reglas", "/reglas/")],
    }
    return page(request, "cases/public/law_five_or_ten.html", context)


def _about(pack, on):
    return {"pack": pack, "on": on, "stale": is_stale(pack, on)}


def regularization(request):
    """What is looked at when a cooperative that exists is put in order, block by block."""
    on, book = calendars.today(), checklist()
    blocks = [
        (block.label, [(item, book.basis(item)) for item in book.items if item.block == block]) for block in Block
    ]
    context = {
        "blocks": [(label, rows) for label, rows in blocks if rows],
        "reviewed_on": book.reviewed_on,
        "stale": book.is_stale(on),
        "total": len(book.items),
        "crumbs": [("Portada", "/"), ("Las reglas", "/reglas/")],
    }
    return page(request, "cases/public/law_regularization.html", context)
