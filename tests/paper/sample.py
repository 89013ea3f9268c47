"""A report of invented figures that uses every piece of paper, and the workbook that travels inside it."""

from datetime import UTC, date, datetime, timedelta

from incubator import charts
from incubator.paper import XLSX, Attachment, Heading, PaperTable, qr_svg

CREATED = datetime(2021, 7, 5, 13, 30, tzinfo=UTC)
TITLE = "Informe mensual junio 2021 · Incubadora de Quillota"
STAGES = [("Catastro", 9), ("Convocatoria", 4), ("Selección", 2), ("Formación", 5), ("Definición de negocio", 3)]
CODE = "7QF4-M2KD-9XTR-HB3W"
URL = "https://minga.example.cl/verificar/7QF4M2KD9XTRHB3W"
WORKBOOK = Attachment("informe-2021-06.xlsx", b"PK\x03\x04 not read here", XLSX, "Las cifras del informe")


def _movements() -> PaperTable:
    headings = [Heading("Etapa"), *(Heading(t, "integer") for t in ("Al inicio", "Entraron", "Salieron", "Al cierre"))]
    rows = [(name, at_end + 1, 2, 3, at_end) for name, at_end in STAGES]
    return PaperTable("Movimientos del mes por etapa", headings, rows, total=("Total", 28, 10, 15, 23))


def _hours() -> PaperTable:
    titles = ["Reuniones", "Horas registradas", "Horas validadas", "Acumulado anterior", "Ajustes", "Acumulado"]
    kinds = ["integer", "hours", "hours", "hours", "hours", "hours"]
    headings = [Heading("Tipo", width=25), *map(Heading, titles, kinds)]
    rows = [("Sesión con grupo", 19, 28.5, 26, 112, 1.5, 142), ("Taller conjunto", 3, 9, 9, 31.5, 0, 40.5),
            ("Asesoría al equipo municipal", 2, 4, 3, 16, -2, 18)]  # fmt: skip
    return PaperTable(
        "Reuniones y horas por tipo", headings, rows, total=("Total", 24, 41.5, 38, 1159.5, -0.5, 1200.5),
        note="Acumulado anterior + período + ajustes = acumulado. El detalle de los ajustes está en el punto 3.",
    )  # fmt: skip


def _attendance() -> PaperTable:
    titles = ["Con discapacidad", "Sin discapacidad", "No informa", "De ellas, cuidadoras", "Total"]
    headings = [Heading("Sexo registral", width=25), *(Heading(title, "integer") for title in titles)]
    rows = [("Mujeres", 58, 31, 25, 22, 114), ("Hombres, otro o no informa", 44, "s/i", 24, "s/i", 73)]
    return PaperTable(
        "Asistencia por sexo registral, discapacidad declarada y cuidado", headings, rows,
        total=("Total", 102, 36, 49, 27, 187), note="Toda categoría con menos de cinco personas se suma a la vecina.",
    )  # fmt: skip


def _supports() -> PaperTable:
    headings = [Heading("Apoyo"), Heading("Pedidos", "integer"), Heading("Entregados", "integer"),
                Heading("Costo", "money")]  # fmt: skip
    rows = [("Intérprete de Lengua de Señas Chilena", 6, 6, 180000), ("Lectura fácil", 9, 9, 0),
            ("Transporte", 14, 11, 1132000), ("Cuidado durante la sesión", 5, 4, 60000)]  # fmt: skip
    return PaperTable("Apoyos del mes", headings, rows, total=("Total", 34, 30, 1372000))


def _adjustments() -> PaperTable:
    headings = [Heading("Reunión", width=30), Heading("Período", width=15), Heading("Qué cambió", width=20),
                Heading("Antes", "hours"), Heading("Ahora", "hours"), Heading("Por qué", width=20)]  # fmt: skip
    rows = [("S-0142 · Cocina Ñuke Mapu", "mayo 2021", "Se agregó tarde", 0, 1.5, "Sin señal en el sector"),
            ("A-0031 · Equipo municipal", "abril 2021", "Se anuló", 2, 0, "Registrada dos veces")]  # fmt: skip
    return PaperTable("Lo que cambió después de sellar", headings, rows)


def _annex(rows: int) -> PaperTable:
    headings = [Heading("Reunión"), Heading("Día", "date"), Heading("Tipo", width=40), Heading("Asistentes", "integer"),
                Heading("Horas", "hours")]  # fmt: skip
    first = date(2021, 6, 1)
    lines = [(f"S-{number:04}", first + timedelta(days=number % 30), "Sesión con grupo 🐝 en terreno", number % 17, 1.5)
             for number in range(1, rows + 1)]  # fmt: skip
    return PaperTable("Reuniones del período, por código", headings, lines, density="tight",
                      total=("Total", None, None, sum(line[3] for line in lines), 1.5 * rows))  # fmt: skip


def context(*, draft: bool = False, annex_rows: int = 70) -> dict:
    """The context of `sample_report.html`."""
    facts = [("Convenio", "Resolución Exenta N.º 3884, de 30-12-2020 · 15 meses"),
             ("Período", "01-06-2021 a 30-06-2021 (mes 6 de 15)"),
             ("Preparó", "Andrea Rojas Ñancupil, Oficina de la Discapacidad"),
             ("Selló", "Marcela Soto Lincoñir, coordinadora de la incubadora")]  # fmt: skip
    marks = [
        ["Servicio Nacional de", "la Discapacidad"],
        ["Universidad", "asesora"],
        ["Ilustre Municipalidad", "de Quillota"],
    ]
    people = [("Mujeres", (58, 31, 25)), ("Hombres, otro o no informa", (44, 5, 24))]
    verification = {"code": CODE, "url": URL, "qr": qr_svg(URL, "Código QR para comprobar el documento")}
    return {
        "draft": draft,
        "cover": {"marks": marks, "title": ["Informe mensual", "junio de 2021"], "facts": facts,
                  "subtitle": "Incubadora de cooperativas inclusivas de Quillota",
                  "state": "Borrador" if draft else "Sellado el 05-07-2021"},
        "verification": None if draft else verification,
        "narrative": "En junio la incubadora acompañó a 28 grupos. Dos pasaron a Definición de negocio y uno obtuvo su "
                     "escritura.\n\nDos grupos llevan más de 45 días sin contacto y tienen tarea asignada.",
        "key_figures": [("28", "grupos con caso abierto (26 en mayo)"),
                        ("41,5", "horas de acompañamiento; 38,0 validadas"),
                        ("187", "participantes; 61 % mujeres"), ("83 %", "asistencia a formación")],
        "stages_chart": charts.bars(STAGES, title="Grupos por etapa al 30 de junio de 2021", unit="grupos"),
        "people_chart": charts.stacked(people, series=["Con discapacidad", "Sin discapacidad", "No informa"],
                                       title="Participantes por sexo registral y discapacidad declarada"),
        "movements": _movements(), "hours": _hours(), "attendance": _attendance(), "supports": _supports(),
        "adjustments": _adjustments(), "annex": _annex(annex_rows),
        "nothing": PaperTable("Períodos retirados", [Heading("Período")], empty="Ningún período fue retirado."),
        "signers": [
            {"name": "Andrea Rojas Ñancupil", "role": "Oficina de la Discapacidad", "act": "Preparó el 02-07-2021"},
            {"name": "Marcela Soto Lincoñir", "role": "Coordinadora de la incubadora", "act": "Selló el 05-07-2021"}],
    }  # fmt: skip


def sheet_names() -> list[str]:
    """People of a group, with the names the sheet has to cope with."""
    return ["Rosa Huenchumilla Ñancupil", "María de los Ángeles Curihual Painemal", "Jorge Toro Vergara",
            "Ana Lincoñir Catrileo", "Pedro Pérez Ülloa", "Luz Soto", "Juan Antimán Quidel", "Elsa Vera"]  # fmt: skip
