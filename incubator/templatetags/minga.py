"""What templates need to speak Chilean Spanish, and the tags behind the components: no query, no permission rule."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from incubator import calendars, forms
from incubator.country import mask_run, parse_run
from incubator.icons import BRAND, SHAPES

register = template.Library()

MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
WEEKDAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
MINUS = "−"


def _as_date(value) -> datetime.date | None:
    """A date from a date, a date-time (in local time) or an ISO text; None when there is none."""
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _as_number(value) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _written(number: Decimal, places: int) -> str:
    """1234.5 → «1.234,5»: dots for thousands, a comma for decimals, a true minus sign."""
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.{places}f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if rounded < 0 else text


@register.filter
def dmy(value) -> str:
    """21-11-2026, or nothing."""
    day = _as_date(value)
    return f"{day:%d-%m-%Y}" if day else ""


@register.filter
def dmy_time(value) -> str:
    """21-11-2026, 18:42 (local time), or nothing."""
    if not isinstance(value, datetime.datetime):
        return dmy(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local:%d-%m-%Y, %H:%M}"


@register.filter
def clock_time(value) -> str:
    """18:42 from a time or a date-time, or nothing."""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{value:%H:%M}" if isinstance(value, (datetime.datetime, datetime.time)) else ""


@register.filter
def long_date(value) -> str:
    """martes 15 de junio de 2021, or nothing."""
    day = _as_date(value)
    return f"{WEEKDAYS[day.weekday()]} {day.day} de {MONTHS[day.month - 1]} de {day.year}" if day else ""


@register.filter
def month_name(value) -> str:
    """junio de 2021, from a date, a text like 2021-06 or a Month with year and month; or nothing."""
    year, month = getattr(value, "year", None), getattr(value, "month", None)
    if year is None and (match := re.match(r"(\d{4})-(\d{2})", str(value))):
        year, month = int(match[1]), int(match[2])
    return f"{MONTHS[month - 1]} de {year}" if year and month else ""


@register.filter
def hours(value) -> str:
    """Hours with one decimal, two only where a quarter needs them: 2 → «2,0», 1.75 → «1,75»; a timedelta too."""
    if isinstance(value, datetime.timedelta):
        value = Decimal(value // datetime.timedelta(minutes=1)) / 60
    number = _as_number(value)
    if number is None:
        return ""
    cents = number.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return _written(cents, 1 if cents * 10 == (cents * 10).to_integral_value() else 2)


@register.filter
def integer(value) -> str:
    """1234567 → «1.234.567», or nothing."""
    number = _as_number(value)
    return "" if number is None else _written(number, 0)


@register.filter
def percent(value) -> str:
    """A proportion between 0 and 1 as «83 %», or nothing."""
    number = _as_number(value)
    return "" if number is None else f"{_written(number * 100, 0)}\u00a0%"


@register.filter
def money(value) -> str:
    """Chilean pesos, without decimals: 180000 → «$ 180.000», or nothing."""
    number = _as_number(value)
    return "" if number is None else f"$\u00a0{_written(number, 0)}"


def _distance(days: int) -> str:
    """How far a day is, in words: 0 → «hoy», 3 → «hace 3 días», −1 → «mañana»."""
    near = {0: "hoy", 1: "ayer", -1: "mañana"}
    if days in near:
        return near[days]
    size = abs(days)
    if size < 60:
        amount = f"{size} días"
    elif size < 730:
        amount = f"{size // 30} meses"
    else:
        amount = f"{size // 365} años"
    return f"hace {amount}" if days > 0 else f"en {amount}"


@register.filter
def ago(value, today=None) -> SafeString | str:
    """«hace 3 días» as a <time> whose full date appears on focus or hover; `today` defaults to the one clock."""
    day = _as_date(value)
    if day is None:
        return ""
    today = _as_date(today) or calendars.today()
    return format_html(
        '<time class="ago" datetime="{}" title="{}" tabindex="0">{}</time>',
        day.isoformat(),
        dmy(day),
        _distance((today - day).days),
    )


@register.filter
def masked_run(value) -> str:
    """A RUN with only its last three digits and its check character: «••.•••.678-5»; nothing when it is not one."""
    run = parse_run(str(value or ""))
    return mask_run(run) if run else ""


@register.filter
def initials(value) -> str:
    """The first letters of the first two words: «Andrea Rojas» → «AR»."""
    return "".join(word[0] for word in str(value).split()[:2] if word).upper()


BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


@register.filter
def browser(user_agent) -> str:
    """A browser's own long name as a person says it: «Firefox en Windows»."""

    def first(known, unknown):
        return next((name for sign, name in known if sign in str(user_agent)), unknown)

    return f"{first(BROWSERS, 'Otro navegador')} en {first(SYSTEMS, 'otro equipo')}"


@register.filter
def problems(form) -> list[dict[str, str]]:
    """What a form or formset could not accept, as anchor, label and text, in the order of the page."""
    return forms.problems(form)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of ours as inline SVG: decorative, or named by `label` for who listens. KeyError if unknown."""
    shape = SHAPES[name]
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" role="img"><title>{}</title><path d="{}"/></svg>',
            label,
            shape,
        )
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>',
        shape,
    )


@register.simple_tag
def brand_mark() -> SafeString:
    """The mark of Minga, decorative: the name is written beside it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 32 32" aria-hidden="true"><path d="{}"/></svg>',
        BRAND,
    )


@register.simple_tag
def all_icons() -> list[str]:
    """The names of every icon, for the living page."""
    return sorted(SHAPES)


@register.filter
def inline_svg(value) -> SafeString:
    """The <svg> of a drawing that our own server made (the QR of an authenticator app), without its XML declaration."""
    drawing = re.search(r"<svg\b.*</svg>", str(value), re.DOTALL)
    return mark_safe(drawing[0]) if drawing else SafeString("")  # noqa: S308 - drawn by our own server


@register.simple_tag
def data_attributes(**values) -> SafeString:
    """data-… attributes from keywords, skipping the empty ones: {% data_attributes autosave=url %}."""
    pairs = [(key.replace("_", "-"), value) for key, value in values.items() if value not in ("", None, False)]
    return format_html_join("", ' data-{}="{}"', pairs)
