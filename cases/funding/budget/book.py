"""A version of a budget as the sheets of a workbook: its lines with their months, its items, and what was found."""

from incubator.workbooks.writing import Column, Sheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ITEMS = (
    Column("Ítem"),
    Column("Pedido", "money"),
    Column("Aporte en dinero", "money"),
    Column("Aporte valorado", "money"),
    Column("Costo total", "money", definition="Pedido más aportes"),
)
_CHECKS = (
    Column("Qué se revisa", width=70),
    Column("Resultado", definition="Cumple, no cumple, o por comprobar cuando falta un valor"),
    Column("De dónde sale", width=70),
)


def contents(application, told, *, by, on):
    """The arguments of `write_workbook`. `told`: the version as the pages read it."""
    budget, sums = told["budget"], told["sums"]
    about = [
        ("Postulación", f"{application.code}, {application.title}"),
        ("Llamado", str(application.call)),
        ("Versión", f"{budget.number}, {budget.get_kind_display().lower()}{', borrador' if budget.is_draft else ''}"),
        ("Descargado por", by.full_name),
        ("Fecha", on),
    ]
    if told["unit"] and told["unit"]["value"]:
        unit = told["unit"]
        about.append((f"Valor de la {unit['label']}", f"$ {unit['value']} del {unit['on']:%d-%m-%Y}"))
    sheets = [
        Sheet("Líneas", _line_columns(len(told["months"])), _lines(told, len(told["months"]))),
        Sheet("Por ítem", _ITEMS, [*(_sum(part.total) for part in told["parts"]), _sum(sums, "Total")]),
        Sheet("Comprobaciones", _CHECKS, [_check(check) for check in told["checks"]]),
    ]
    return {"title": "Presupuesto", "about": about, "sheets": sheets}


def _line_columns(months):
    return (
        Column("Ítem"),
        Column("Qué se paga"),
        *(Column(f"Mes {number}", "money") for number in range(1, months + 1)),
        Column("Pedido", "money", definition="La suma de los meses"),
        Column("Aporte en dinero", "money"),
        Column("Aporte valorado", "money"),
        Column("Costo total", "money", definition="Pedido más aportes"),
        Column("Por qué ese monto"),
    )


def _lines(told, months):
    for part in told["parts"]:
        for row in part.rows:
            line = row.line
            each = [*line.months, *([0] * (months - len(line.months)))]
            money = (row.requested, line.own_cash, line.own_kind, row.cost)
            yield (part.total.name, line.name, *each, *money, line.note)


def _sum(total, name=""):
    return name or total.name, total.requested, total.own_cash, total.own_kind, total.total


def _check(check):
    result = "Cumple" if check.met else "Por comprobar" if check.is_open else "No cumple"
    return check.sentence, result, check.source
