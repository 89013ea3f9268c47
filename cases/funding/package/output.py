"""A snapshot → its own files: the form on paper, the same as data, and the index. The same snapshot, the same bytes."""

from collections.abc import Mapping, Sequence
from typing import Any

from cases.funding.package import canonical, form, judged, lines
from cases.funding.package.lines import day
from incubator.paper import Heading, PaperTable, render_pdf

#: (name of the file, what it is, its digest)
Listed = tuple[str, str, str]


def data(snapshot: Mapping[str, Any]) -> bytes:
    """The snapshot itself, so that the digest of this file is the digest of the package."""
    return canonical.written(snapshot)


def form_pdf(snapshot: Mapping[str, Any]) -> bytes:
    """The form with its budget, documents and answers, as PDF/UA-1 and PDF/A-3."""
    context = {
        "snapshot": snapshot,
        "call": lines.call_of(snapshot),
        "facts": lines.identity(snapshot),
        "sections": [_section(section) for section in snapshot["sections"]],
        "tables": list(filter(None, [*_money(snapshot), _documents(snapshot)])),
        "answers": _answers(snapshot),
        "approvals": _approvals(snapshot),
        "frozen_at": lines.hour(snapshot["frozen_at"]),
        "digest": halves(canonical.digest(snapshot)),
    }
    title, told = snapshot["application"]["title"], _told(snapshot)
    return render_pdf("print/fund_package.html", context, title=title, **told)


def index_pdf(snapshot: Mapping[str, Any], listed: Sequence[Listed]) -> bytes:
    """Every file with its digest, the reserved ones by their number alone."""
    heads = (Heading("Archivo", "text", 25), Heading("Qué es", "text", 25), Heading("Huella (SHA-256)", "text", 50))
    rows = [(name, what, " ".join(halves(sha256))) for name, what, sha256 in listed]
    context = {
        "snapshot": snapshot,
        "facts": lines.identity(snapshot)[:4],
        "table": PaperTable("Archivos del paquete", heads, rows, density="tight"),
        "frozen_at": lines.hour(snapshot["frozen_at"]),
        "digest": halves(canonical.digest(snapshot)),
        "previous": halves(snapshot["previous"]) if snapshot["previous"] else (),
    }
    title = f"Índice del paquete {snapshot['number']}: {snapshot['application']['title']}"
    return render_pdf("print/fund_index.html", context, title=title, **_told(snapshot))


def _told(snapshot):
    """The only moment that its files know, and whose they are."""
    return {"created": lines.moment(snapshot["frozen_at"]), "author": snapshot["municipality"]}


def halves(sha256: str) -> tuple[str, str]:
    """A digest in two parts, so that it fits in a line of paper."""
    return sha256[:32], sha256[32:]


def _section(section):
    return {"title": section["title"], "fields": [_field(one) for one in section["fields"]]}


def _field(one):
    heads, rows = form.grid(one)
    table = PaperTable(one["label"], [Heading(head) for head in heads], rows) if heads else None
    return {"label": one["label"], "text": "" if table else one["text"], "count": one["count"], "table": table}


def _money(snapshot):
    """The budget by line and by item, and the quotations behind it."""
    budget = snapshot["budget"]
    if budget:
        yield _lines(budget)
        yield _items(budget)
    if snapshot["quotations"]:
        heads = (
            Heading("Qué se cotizó", "text", 30),
            Heading("Proveedor", "text", 30),
            Heading("Fecha", "text", 20),
            Heading("Monto", "money", 20),
        )
        rows = [
            (
                f"{one['detail']}{' (elegida)' if one['chosen'] else ''}",
                ", ".join(filter(None, [one["supplier"], one["supplier_rut"]])),
                day(one["quoted_on"]),
                one["amount"],
            )
            for one in snapshot["quotations"]
        ]
        yield PaperTable("Cotizaciones", heads, rows)


def _lines(budget):
    heads = (
        Heading("Qué se paga", "text", 30),
        Heading("En qué meses", "text", 25),
        Heading("Se pide", "money", 15),
        Heading("Aporte en dinero", "money", 15),
        Heading("Aporte valorado", "money", 15),
    )
    rows = [
        (
            f"{one['item_name']}: {one['name']}",
            lines.months(one),
            one["requested"],
            one["own_cash"],
            one["own_kind"],
        )
        for one in budget["lines"]
    ]
    sums = budget["totals"]
    total = ("Total", "", sums["requested"], sums["own_cash"], sums["own_kind"])
    return PaperTable("Presupuesto, línea por línea", heads, rows, total=total)


def _items(budget):
    heads = (
        Heading("Ítem", "text", 40),
        *(Heading(head, "money", 20) for head in ("Se pide", "Aporte propio", "Total")),
    )
    rows = [(one["name"], *_three(one)) for one in budget["items"]]
    return PaperTable("Presupuesto por ítem", heads, rows, total=("Total", *_three(budget["totals"])))


def _three(sums):
    return sums["requested"], sums["own_cash"] + sums["own_kind"], sums["total"]


def _documents(snapshot):
    heads = (Heading("Documento", "text", 50), Heading("Emitido", "text", 20), Heading("Vale hasta", "text", 20))
    rows = [
        (
            one["title"],
            day(one.get("issued_on")),
            day(one.get("valid_until")) or ("" if one["reserved"] else "sin plazo"),
        )
        for one in snapshot["documents"]
    ]
    return PaperTable("Documentos", heads, rows) if rows else None


def _answers(snapshot):
    heads = (
        Heading("Qué piden las bases", "text", 35),
        Heading("Respuesta", "text", 20),
        Heading("Por qué", "text", 45),
    )
    rows = [
        (f"{'– ' * depth}{one['label']}", lines.outcome(one), one["said"])
        for depth, one in judged.flat(snapshot["evaluation"]["answers"])
    ]
    verified = [
        (
            one["label"],
            "Comprobada" if one["meets"] else "No se cumple",
            f"{one['text']} (visto el {day(one['seen_on'])})",
        )
        for one in snapshot["verified"]
    ]
    return [
        table
        for table in (
            PaperTable("Condiciones, al congelar el paquete", heads, rows),
            PaperTable("Lo que se comprobó por escrito", heads, verified),
        )
        if table.rows
    ]


def _approvals(snapshot):
    """Who wrote, reviewed, confirmed and approved, a sentence each."""
    said = [f"La escribieron: {', '.join(snapshot['authors'])}."]
    said += [f"Revisó «{one['title']}»: {one['by']}, el {day(one['on'])}." for one in snapshot["reviews"]]
    if snapshot["confirmation"]:
        said.append(f"El grupo confirmó este texto el {day(snapshot['confirmation']['on'])}.")
    approval = snapshot["approval"]
    return [
        *said,
        f"La aprobó {', '.join(filter(None, [approval['by'], approval['post']]))}, el {day(approval['on'])}.",
    ]
