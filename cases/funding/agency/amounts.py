"""An amount as an act says it: whole pesos, or a quantity of UF or UTM with the value of its day. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cases.funding.words import Unit
from incubator.text import thousands


@dataclass(frozen=True)
class Amount:
    """`pesos` when the act says pesos; else quantity, and the value of the unit with its day when they are known."""

    unit: Unit = Unit.CLP
    pesos: int | None = None
    quantity: Decimal | None = None
    unit_value: Decimal | None = None
    unit_on: date | None = None

    def whole(self) -> int | None:
        """In whole pesos, half a peso upwards; None while the value of the unit is not known."""
        if self.unit == Unit.CLP:
            return self.pesos
        if self.quantity is None or self.unit_value is None:
            return None
        return int((self.quantity * self.unit_value).quantize(Decimal(1), ROUND_HALF_UP))

    def lacks(self) -> str:
        """What is missing or too much in it, or nothing."""
        if self.unit == Unit.CLP:
            return "" if self.pesos else "Escriba el monto en pesos, mayor que cero."
        if not self.quantity or self.quantity <= 0:
            return f"Escriba cuántas {Unit(self.unit).label} dice el acto."
        if (self.unit_value is None) != (self.unit_on is None):
            return "Escriba el valor de la unidad y el día de ese valor, o ninguno de los dos."
        return ""

    def columns(self) -> dict:
        """As a fact keeps it: never re-expressed in another unit or by another day's value."""
        if self.unit == Unit.CLP:
            return {"unit": Unit.CLP, "amount": self.pesos}
        said = {"quantity": self.quantity, "unit_value": self.unit_value, "unit_on": self.unit_on}
        return {"unit": self.unit, "amount": self.whole()} | said


def said(event) -> str:
    """The amount of a fact as people read it: «$ 1.200.000», or «60 UF ($ 1.784.000, con la UF del 01-10-2021)»."""
    if event.quantity is None:
        return f"$ {thousands(event.amount)}" if event.amount is not None else ""
    quantity = f"{event.quantity.normalize():f}"
    whole, _, rest = quantity.partition(".")
    words = f"{thousands(int(whole))}{',' + rest if rest else ''} {event.get_unit_display()}"
    if event.amount is None:
        return f"{words} (sin valor en pesos: no entra en las sumas)"
    return f"{words} ($ {thousands(event.amount)}, con el valor del {event.unit_on:%d-%m-%Y})"
