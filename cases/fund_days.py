"""The days of the funds in a personal calendar: closings with their notices, and the terms of the agency."""

from datetime import timedelta

from cases.causes import fund_desk, fund_terms
from cases.funding.around import due
from incubator import feeds

#: Each term with what the calendar says of it: a kind, never a name.
_TERMS = {
    "observed_until": "Vence la respuesta a un fondo",
    "appeal_until": "Vence el plazo para reclamar de un fondo",
    "sign_until": "Vence la firma de un convenio con un fondo",
    "guarantee_until": "Vence la garantía de un fondo",
    "accounts_until": "Termina la ejecución de un fondo",
}


def closings(asked):
    """The closings of what was not sent, and until when the agency is asked, of what this user answers for."""
    rows = due.with_questions(due.with_closing(fund_desk.unsent(asked), asked.on), asked.on)
    rows = (
        rows.filter(fund_desk.whose(asked), closes_on__gte=asked.on)
        .select_related("case__incubator", "case__born_in")
        .order_by("pk")
    )
    for fund in rows:
        key = f"fund_closing:{fund.pk}"
        yield feeds.Day(key, fund.closes_on, fund.case.code, "Cierra un fondo")
        for days in fund_desk.MARKS:
            notice = fund.closes_on - timedelta(days=days)
            if notice >= asked.on:
                left = "Falta 1 día" if days == 1 else f"Faltan {days} días"
                yield feeds.Day(f"{key}:{days}", notice, fund.case.code, f"{left} para que cierre un fondo")
        if fund.asks_on is not None and fund.asks_on >= asked.on:
            yield feeds.Day(
                f"fund_questions:{fund.pk}", fund.asks_on, fund.case.code, "Fin de las consultas de un fondo"
            )


def terms(asked):
    """What runs once it was sent, and money to refund."""
    rows = fund_terms.terms(fund_desk.applications(asked).filter(fund_desk.whose(asked)))
    for fund in rows.select_related("case__incubator", "case__born_in").order_by("pk"):
        for name, day in fund_terms.running(fund).items():
            if day >= asked.on:
                yield feeds.Day(f"fund_{name}:{fund.pk}", day, fund.case.code, _TERMS[name])
    owing = due.with_refund(fund_desk.applications(asked).filter(fund_desk.whose(asked)))
    for fund in owing.filter(refund_on__gte=asked.on).select_related("case__incubator", "case__born_in").order_by("pk"):
        yield feeds.Day(f"fund_refund:{fund.pk}", fund.refund_on, fund.case.code, "Vence un reintegro a un fondo")


feeds.add("fund_closings", closings)
feeds.add("fund_terms", terms)
