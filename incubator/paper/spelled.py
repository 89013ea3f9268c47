"""Numbers, sums and days in words, as a deed wants them: «doce (12)», «cien mil pesos ($100.000)»."""

from datetime import date

_UNITS = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
    "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno",
    "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho",
    "veintinueve",
)  # fmt: skip
_TENS = ("", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = (
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos",
    "ochocientos", "novecientos",
)  # fmt: skip
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
_MILLION = 1_000_000


def words(number: int) -> str:
    """«doscientos treinta y uno»; zero or more, below a million millions."""
    if not 0 <= number < _MILLION**2:
        raise ValueError(f"{number} has no words here.")
    if number < 1000:
        return _below_thousand(number)
    if number < _MILLION:
        return _group(number, 1000, "mil", "mil", silent_one=True)
    return _group(number, _MILLION, "un millón", "millones")


def _below_thousand(number: int) -> str:
    if number < 30:
        return _UNITS[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        return _TENS[ten] + (f" y {_UNITS[unit]}" if unit else "")
    if number == 100:
        return "cien"
    hundred, rest = divmod(number, 100)
    return _HUNDREDS[hundred] + (f" {_below_thousand(rest)}" if rest else "")


def _group(number: int, size: int, one: str, many: str, *, silent_one: bool = False) -> str:
    """«treinta y un mil dos», «dos millones»: the count loses its final «o» before what it counts."""
    count, rest = divmod(number, size)
    said = one if count == 1 else f"{short(words(count))} {many}"
    if count == 1 and silent_one:
        said = many
    return f"{said} {words(rest)}" if rest else said


def short(said: str, *, feminine: bool = False) -> str:
    """Before a noun: «veintiún», «treinta y un», and for feminine nouns «doscientas una»."""
    if feminine:
        return _feminine(said)
    if said.endswith("veintiuno"):
        return said.removesuffix("veintiuno") + "veintiún"
    return said.removesuffix("o") if said == "uno" or said.endswith(" uno") else said


def _feminine(said: str) -> str:
    said = said.replace("cientos", "cientas").replace("quinientos", "quinientas")
    return said.removesuffix("o") + "a" if said.endswith("uno") else said


def digits(number: int) -> str:
    """«1.234.567»."""
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str, many: str, *, feminine: bool = False) -> str:
    """«doce (12) meses», «una (1) persona»."""
    noun = one if number == 1 else many
    link = "de " if number and number % _MILLION == 0 else ""
    return f"{short(words(number), feminine=feminine)} ({digits(number)}) {link}{noun}"


def percent(number: int) -> str:
    """«veinte por ciento (20 %)»."""
    return f"{words(number)} por ciento ({number}\u00a0%)"


def money(pesos: int) -> str:
    """«cien mil pesos ($100.000)»."""
    link = " de" if pesos and pesos % _MILLION == 0 else ""
    return f"{short(words(pesos))}{link} {'peso' if pesos == 1 else 'pesos'} (${digits(pesos)})"


def day(of: date) -> str:
    """«veintiuno de noviembre de dos mil veintiséis (21-11-2026)»."""
    first = "primero" if of.day == 1 else words(of.day)
    return f"{first} de {MONTHS[of.month - 1]} de {words(of.year)} ({of:%d-%m-%Y})"
