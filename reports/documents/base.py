"""What a document needs to know about itself."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.conf import settings

from incubator.calendars import ZONE, Month
from incubator.paper import qr_svg
from reports.codes import grouped
from reports.enums import Product
from reports.figures import Monthly


@dataclass(frozen=True)
class Made:
    """A file just made: which product, its name without personal data, its bytes, and its own code if it has one."""

    product: Product
    name: str
    title: str
    content: bytes
    media_type: str
    code: str = ""


@dataclass(frozen=True)
class Paper:
    """A report as its documents see it: figures, words, and who signed; nothing that changes afterwards."""

    figures: Monthly
    version: int
    texts: dict[str, str]
    seal: dict[str, str] | None
    sealed_at: datetime | None
    code: str

    @classmethod
    def of(cls, report) -> "Paper":
        """From a report with its snapshot."""
        return cls(
            figures=Monthly.from_json(report.snapshot["figures"]),
            version=report.version,
            texts={name: getattr(report, name) for name in ("summary", "deviations", "next_steps")},
            seal=report.snapshot.get("seal"),
            sealed_at=report.sealed_at,
            code=report.code or "",
        )

    @property
    def month(self) -> Month:
        """The month it tells of."""
        return Month.parse(self.figures.identity.period)

    @property
    def is_draft(self) -> bool:
        """Whether nobody sealed it yet."""
        return self.seal is None

    @property
    def created(self) -> datetime:
        """The only moment its files know: the seal; for a draft the end of the month, never the clock."""
        return self.sealed_at or datetime.combine(self.month.last, time(), ZONE)

    @property
    def title(self) -> str:
        """Its whole title, as files and windows say it."""
        return f"Informe mensual, {self.month.label} · {self.figures.identity.incubator}"

    def name(self, what: str, suffix: str) -> str:
        """«informe-05501-2021-06-v1.pdf»."""
        end = "borrador" if self.is_draft else f"v{self.version}"
        return f"{what}-{self.figures.identity.cut}-{self.month}-{end}.{suffix}"

    def verification(self, code: str) -> dict[str, Any] | None:
        """Code, address and QR, or None for a draft."""
        if self.is_draft:
            return None
        base = getattr(settings, "MINGA_URL", None) or settings.WAGTAILADMIN_BASE_URL
        url = f"{base.rstrip('/')}/verificar/{code}"
        return {"code": grouped(code), "url": url, "qr": qr_svg(url, "Código QR para comprobar este documento")}

    @property
    def chain(self) -> dict[str, str] | None:
        """The head of the journal's chain when it was sealed, its digest in two halves; None for older ones."""
        if not self.seal or "chain_block" not in self.seal:
            return None
        digest = self.seal["chain_digest"]
        return {"block": self.seal["chain_block"], "first": digest[:32], "second": digest[32:]}

    def facts(self, code: str) -> list[tuple[str, str]]:
        """What the cover and «Léeme» say of it."""
        identity, month = self.figures.identity, self.month
        facts = [
            ("Convenio", f"{identity.act}, de {_dmy(identity.act_date)} · {identity.months} meses"),
            (
                "Período",
                f"{month.first:%d-%m-%Y} a {month.last:%d-%m-%Y} (mes {identity.month_number} de {identity.months})",
            ),
        ]
        if self.seal:
            prepared, sealed = self.seal["prepared_as"], self.seal["sealed_as"]
            facts.append(("Preparó", ", ".join(filter(None, [self.seal["prepared_by"], prepared]))))
            facts.append(("Selló", ", ".join(filter(None, [self.seal["sealed_by"], sealed]))))
            facts.append(("Verificación", f"{grouped(code)} · versión {self.version}"))
        else:
            facts.append(("Estado", "Borrador: las cifras pueden cambiar y no sirve para rendir"))
        return facts

    @property
    def state(self) -> str:
        """The word in the badge of the cover."""
        return "Borrador" if self.seal is None else f"Sellado el {_dmy(self.seal['sealed_on'])}"


def _dmy(day: str) -> str:
    return f"{date.fromisoformat(day):%d-%m-%Y}"
