"""Where things happen, and which days are working days: regions, provinces, communes, holidays and their exceptions."""

from django.db import models
from django.db.models import F, Q


def _digits(count: int, field: str = "code") -> Q:
    return Q(**{f"{field}__regex": rf"^[0-9]{{{count}}}$"})


class Region(models.Model):
    """One of the 16 regions; `code` is its CUT code as text, with its leading zero."""

    code = models.CharField("código", max_length=2, primary_key=True)
    name = models.CharField("nombre", max_length=60, unique=True)
    sort_key = models.CharField("clave de orden", max_length=80, editable=False)
    abbreviation = models.CharField("abreviatura", max_length=10, blank=True)

    class Meta:
        verbose_name = "región"
        verbose_name_plural = "regiones"
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=_digits(2),
                name="region_code_is_two_digits",
                violation_error_message="El código de la región debe tener dos dígitos.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Province(models.Model):
    """One of the 56 provinces; its code begins with its region's."""

    code = models.CharField("código", max_length=3, primary_key=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="provinces", verbose_name="región")
    name = models.CharField("nombre", max_length=60)
    sort_key = models.CharField("clave de orden", max_length=80, editable=False)

    class Meta:
        verbose_name = "provincia"
        verbose_name_plural = "provincias"
        ordering = ["sort_key", "code"]
        constraints = [
            models.CheckConstraint(
                condition=_digits(3) & Q(code__startswith=F("region_id")),
                name="province_code_is_its_regions_and_a_digit",
                violation_error_message="El código de la provincia debe ser el de su región y un dígito más.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Commune(models.Model):
    """One of the 346 communes; its code begins with its province's: «05501» is Quillota."""

    code = models.CharField("código CUT", max_length=5, primary_key=True)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="communes", verbose_name="provincia")
    name = models.CharField("nombre", max_length=60, unique=True)
    sort_key = models.CharField("clave de orden", max_length=80, editable=False)

    class Meta:
        verbose_name = "comuna"
        verbose_name_plural = "comunas"
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=_digits(5) & Q(code__startswith=F("province_id")),
                name="commune_code_is_its_provinces_and_two_digits",
                violation_error_message="El código de la comuna debe ser el de su provincia y dos dígitos más.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def region_code(self) -> str:
        """The region's code, read from the commune's own without a query."""
        return self.code[:2]


class CommuneSpelling(models.Model):
    """A way a commune's name is written, folded (`incubator.text.fold`), and where it was seen."""

    folded = models.CharField("grafía plegada", max_length=80, primary_key=True)
    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="spellings", verbose_name="comuna")
    source = models.CharField("fuente", max_length=200, blank=True)

    class Meta:
        verbose_name = "grafía de comuna"
        verbose_name_plural = "grafías de comunas"
        ordering = ["folded"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(folded=""),
                name="commune_spelling_is_not_blank",
                violation_error_message="Escriba la grafía.",
            ),
        ]

    def __str__(self) -> str:
        return self.folded


class Holiday(models.Model):
    """A day that is a holiday by law, in the whole country or, with a region, in that one."""

    day = models.DateField("día")
    name = models.CharField("nombre", max_length=80)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="holidays", verbose_name="región"
    )

    class Meta:
        verbose_name = "feriado"
        verbose_name_plural = "feriados"
        ordering = ["day", "region_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "region"],
                nulls_distinct=False,
                name="holiday_once_per_day_and_region",
                violation_error_message="Ese día ya está registrado como feriado.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d-%m-%Y} {self.name}"


class CalendarException(models.Model):
    """A day people declare working or not against the calendar: an emergency, a local holiday, an election day."""

    day = models.DateField("día")
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="calendar_exceptions",
        verbose_name="región",
        help_text="Déjela en blanco si vale para todo el país.",
    )
    is_working = models.BooleanField("se trabaja", default=False)
    reason = models.CharField("motivo", max_length=200, help_text="Anote el acto o la ley que lo dispone.")

    class Meta:
        verbose_name = "excepción del calendario"
        verbose_name_plural = "excepciones del calendario"
        ordering = ["day", "region_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "region"],
                nulls_distinct=False,
                name="calendar_exception_once_per_day_and_region",
                violation_error_message="Ese día ya tiene una excepción para esa región. Modifique la que existe.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="calendar_exception_says_why",
                violation_error_message="Escriba el motivo de la excepción.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d-%m-%Y} {'se trabaja' if self.is_working else 'no se trabaja'}"
