"""What runs once an application left the house: terms of the agency, money to sign for, to account for and to refund.

Somebody answers for each even after the case closed (I13), and whoever keeps one that stayed behind is told here.
"""

from django.utils.html import format_html

from cases.causes.desk import group_link
from cases.causes.fund_desk import BURNS, applications, left, nearing, overdue, task, told, whose
from cases.funding.around import due
from cases.funding.life import ENDED, FundEventKind, FundState
from cases.models import FundApplication
from incubator import causes
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.navigation import address
from incubator.templatetags.minga import dmy, money

K, S = FundEventKind, FundState
_AGENCY = "application_agency"
#: What may be appealed, and the state in which it leaves an application.
_APPEALABLE = {K.REJECTION: S.INADMISSIBLE, K.REFUSAL: S.NOT_AWARDED, K.WAITLIST: S.WAITLISTED}


def terms(rows):
    """The applications with the day of each of their terms; one that does not run is empty."""
    return rows.annotate(
        observed_last=due.newest(K.OBSERVATION, K.OBSERVATION_ANSWER),
        observed_until=due.term(K.OBSERVATION),
        appeal_last=due.newest(*_APPEALABLE, K.APPEAL),
        appeal_until=due.term(*_APPEALABLE, K.APPEAL),
        guarantee_last=due.newest(K.GUARANTEE, K.GUARANTEE_BACK),
        guarantee_until=due.last_term(K.GUARANTEE),
        sign_until=due.term(K.AWARD),
        accounts_until=due.last_term(K.EARLY_END, K.MODIFICATION, K.START, K.AGREEMENT),
    )


def _observed(rows):
    return rows.filter(state__in=(S.OBSERVED, S.RENDERED), observed_last=K.OBSERVATION.value)


def _appealing(rows):
    return rows.filter(state__in=_APPEALABLE.values(), appeal_last__in=[kind.value for kind in _APPEALABLE])


def _guaranteed(rows):
    return rows.filter(guarantee_last=K.GUARANTEE.value)


def _to_sign(rows):
    return rows.filter(state=S.AWARDED)


def _to_account(rows):
    return rows.filter(state__in=(S.EXECUTION, S.TERMINATED))


def _soon(asked, rows, day, make, name, *, tones=("urgent", "waits", "info")):
    """A term: what passed burns, and so does its last week."""
    mine = whose(asked)
    yield overdue(asked, rows, day, make, tone=tones[0], stem=f"{name}_late", whose=mine)
    yield from nearing(asked, rows, day, make, stem=name, tones=tones, whose=mine)


@causes.listed("fund_observation", "Observación de un fondo", tones=("urgent",))
def fund_observation(asked):
    """The agency asked for something and waits for the answer."""
    rows = applications(asked).annotate(
        observed_last=due.newest(K.OBSERVATION, K.OBSERVATION_ANSWER), observed_until=due.term(K.OBSERVATION)
    )
    rows = _observed(rows)
    yield Listing(rows, _observation, "urgent", about="case__", due="observed_until", whose=whose(asked))


def _observation(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "<b>{}</b> hizo observaciones a la postulación de {}."
        sentence = format_html(words, fund.call.programme, group_link(case))
        until = f"Responda hasta el {dmy(row.due_on)}" if row.due_on else "No dice hasta cuándo: pregunte y anótelo"
        yield task(row, case, fund, sentence, f"{until}.", "Responder", _AGENCY)


@causes.listed("fund_appeal", "Plazo para reclamar de un fondo", tones=("urgent", "waits"))
def fund_appeal(asked):
    """Something was refused and may still be appealed."""
    rows = applications(asked).annotate(
        appeal_last=due.newest(*_APPEALABLE, K.APPEAL), appeal_until=due.term(*_APPEALABLE, K.APPEAL)
    )
    yield from nearing(
        asked, _appealing(rows), "appeal_until", _appeal, stem="fund_appeal", tones=("urgent", "waits"),
        whose=whose(asked),
    )  # fmt: skip


def _appeal(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "<b>{}</b>: se puede reclamar por {} hasta el {}."
        sentence = format_html(words, fund.call.programme, group_link(case), dmy(row.due_on))
        detail = f"Quedó «{fund.get_state_display()}» · vence {left(asked.on, row.due_on)}"
        yield task(row, case, fund, sentence, detail, "Ver qué dijo", _AGENCY)


@causes.listed("fund_agreement", "Convenio de un fondo por firmar", tones=("urgent", "waits", "info"))
def fund_agreement(asked):
    """Awarded and not signed: with its day where the act gives one."""
    rows = _to_sign(applications(asked).annotate(sign_until=due.term(K.AWARD)))
    yield from _soon(asked, rows, "sign_until", _agreement, "fund_agreement")
    without = rows.filter(sign_until__isnull=True)
    yield Listing(without, _agreement, "waits", about="case__", stem="fund_agreement_open", whose=whose(asked))


def _agreement(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "<b>{}</b> adjudicó a {}: falta <b>firmar el convenio</b>."
        sentence = format_html(words, fund.call.programme, group_link(case))
        until = f"Hasta el {dmy(row.due_on)}" if row.due_on else "El acto no dice hasta cuándo"
        yield task(row, case, fund, sentence, until, "Ver lo que pide", _AGENCY)


@causes.listed("fund_guarantee", "Garantía de un fondo que vence", tones=("urgent", "waits", "info"))
def fund_guarantee(asked):
    """A guarantee that runs out before it was given back."""
    rows = applications(asked).annotate(
        guarantee_last=due.newest(K.GUARANTEE, K.GUARANTEE_BACK), guarantee_until=due.last_term(K.GUARANTEE)
    )
    yield from _soon(asked, _guaranteed(rows), "guarantee_until", _guarantee, "fund_guarantee")


def _guarantee(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "La <b>garantía</b> de {} por <b>{}</b> {} el {}."
        word = "venció" if row.due_on < asked.on else "vence"
        sentence = format_html(words, group_link(case), fund.call.programme, word, dmy(row.due_on))
        yield task(row, case, fund, sentence, "Renuévela, o anote que la devolvieron.", "Ver", _AGENCY)


@causes.listed("fund_accounts", "Rendición final de un fondo", tones=("urgent", "waits", "info"))
def fund_accounts(asked):
    """Until when the money is spent and accounted for."""
    rows = applications(asked).annotate(accounts_until=due.last_term(K.EARLY_END, K.MODIFICATION, K.START, K.AGREEMENT))
    yield from _soon(asked, _to_account(rows), "accounts_until", _accounts, "fund_accounts")


def _accounts(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "<b>{}</b> de {}: la ejecución {} el {} y falta la <b>rendición final</b>."
        word = "terminó" if row.due_on < asked.on else "termina"
        sentence = format_html(words, fund.call.programme, group_link(case), word, dmy(row.due_on))
        yield task(row, case, fund, sentence, "Entréguela y anote el acto.", "Ver las compras", "application_purchases")


@causes.listed("fund_refund", "Dinero por devolver a un fondo", tones=("urgent", "waits", "info"))
def fund_refund(asked):
    """Money to give back: it runs until it is paid, though the case has closed."""
    rows = due.with_refund(applications(asked))
    yield from _soon(asked, rows, "refund_on", _refund, "fund_refund")
    without = rows.filter(refund_on__isnull=True)
    yield Listing(without, _refund, "waits", about="case__", stem="fund_refund_open", whose=whose(asked))


def _refund(asked, rows):
    owed = dict(
        due.with_refund(FundApplication.objects.filter(pk__in=[row.subject for row in rows])).values_list("pk", "owed")
    )
    for row, case, fund in told(asked, rows):
        amount = owed.get(row.subject) or 0
        said = money(amount) if amount else "dinero"
        words = "Hay que <b>devolver {}</b> a {}, por {}."
        sentence = format_html(words, said, fund.call.programme, group_link(case))
        until = f"Hasta el {dmy(row.due_on)}" if row.due_on else "Sin plazo escrito: pregunte y anótelo"
        yield task(row, case, fund, sentence, until, "Anotar el pago", _AGENCY)


# ------------------------------------------------------------------------------------ what stayed under a name

_KEPT = {
    "observed_until": "responder observaciones",
    "appeal_until": "reclamar",
    "sign_until": "firmar el convenio",
    "guarantee_until": "renovar la garantía",
    "accounts_until": "rendir la ejecución",
}


@causes.cause("fund_kept", "Postulación que quedó a su cargo")
def fund_kept(asked):
    """The applications that stayed with her institution when their case left: one task each, with its nearest day."""
    rows = FundApplication.objects.visible_to(asked.user).filter(stays_with__isnull=False).exclude(state__in=ENDED)
    rows = terms(rows).select_related("call__agency", "case__incubator", "case__born_in").order_by("pk")
    owing = dict(due.with_refund(rows).values_list("pk", "refund_on"))
    for fund in rows:
        day, words = _next_of(fund, owing)
        yield Task(
            key=f"fund_kept:{fund.pk}",
            sentence=format_html(
                "<b>{}</b>: quedó a su cargo la postulación {}{}.", fund.call.programme, fund.code, words
            ),
            detail=f"{fund.get_state_display()}{f' · hasta el {dmy(day)}' if day else ''}",
            url=address(_AGENCY, fund.pk) or address("application_summary", fund.pk),
            action="Ver",
            tone="urgent" if day and (day - asked.on).days <= BURNS else "info",
            about=f"la postulación {fund.code}",
            code=fund.case.code,
            due_on=day,
            responsible_ids=frozenset({asked.user.pk}),
            incubator_id=fund.stays_with_id,
            needs=Permission.VIEW_FUNDS,
        )


def running(fund):
    """{term: its day} of those that run in an application read with its terms."""
    runs = {
        "observed_until": fund.state in (S.OBSERVED, S.RENDERED) and fund.observed_last == K.OBSERVATION,
        "appeal_until": fund.state in _APPEALABLE.values() and fund.appeal_last in set(_APPEALABLE),
        "sign_until": fund.state == S.AWARDED,
        "guarantee_until": fund.guarantee_last == K.GUARANTEE,
        "accounts_until": fund.state in (S.EXECUTION, S.TERMINATED),
    }
    return {name: getattr(fund, name) for name, is_on in runs.items() if is_on and getattr(fund, name)}


def _next_of(fund, owing):
    """The nearest day of those that run in an application, and what for."""
    found = [(owing[fund.pk], "devolver dinero")] if owing.get(fund.pk) else []
    found += [(day, _KEPT[name]) for name, day in running(fund).items()]
    day, words = min(found, default=(None, ""))
    return day, f", para {words}" if words else ""
