"""The budget in versions: a draft that several people write, presented, and approved by somebody who wrote none of it.

What is asked needs no approval of its own: the application's is. A cut to what was awarded, and each change during the
work, is approved before it counts; the cut also needs the group's confirmation.
"""

from django.db import transaction

from cases.enums import ConfirmationSubject
from cases.funding import reach
from cases.funding.bases.written import bases_of
from cases.funding.budget import reading as budget_reading
from cases.funding.budget.checking import months_of
from cases.funding.budget.totals import MOST_MONTHS, totals
from cases.funding.words import BudgetKind, Unit
from cases.models import FundBudget, FundBudgetLine
from cases.services.funding import moves
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Finding, Kind, Refused
from incubator.templatetags.minga import dmy, money

#: What is said of a line, and the most that one of its amounts may be.
FIELDS = ("item", "name", "months", "own_cash", "own_kind", "note")
MOST = 9_000_000_000_000


@transaction.atomic
def start(*, by, application, on, reason=""):
    """A new draft: a copy of the last version, or an empty one. The one there is, when somebody began it."""
    application, kind = writable(by, application)
    draft = budget_reading.draft_of(application)
    if draft is not None:
        return draft
    last = budget_reading.newest(application)
    budget = FundBudget.objects.create(
        application=application,
        number=(last.number if last else 0) + 1,
        kind=kind,
        reason=reason.strip(),
        recorded_by=by,
        **({name: getattr(last, name) for name in ("signers", "unit_value", "unit_on")} if last else {}),
    )
    budget.authors.add(by)
    if last is not None:
        budget.authors.add(*last.authors.all(), last.recorded_by)  # what is copied keeps who wrote it
        _write_lines(budget, [{name: getattr(line, name) for name in FIELDS} for line in last.lines.all()])
    _tell(by, "fund_budget_started", on, budget)
    return budget


@transaction.atomic
def write(*, by, budget, seen, lines, signers=None, unit_value=None, unit_on=None, reason=""):
    """Write the draft anew. `seen` is the revision it was written over; whoever writes becomes an author of it.

    Each line is a dictionary with FIELDS; whole pesos. Raises Refused when somebody else saved meanwhile.
    """
    application, _ = writable(by, budget.application)
    budget = _draft(application, budget)
    if budget.revision != seen:
        raise Refused(
            "Otra persona guardó este presupuesto mientras usted escribía. Lo que usted escribió sigue en esta página: "
            "cópielo, abra el presupuesto de nuevo y agréguelo."
        )
    bases = bases_of(application.bases)
    _check_lines(bases, lines)
    budget.signers, budget.reason = signers, reason.strip()
    budget.unit_value, budget.unit_on = (unit_value, unit_on) if bases.money.unit != Unit.CLP else (None, None)
    budget.revision += 1
    budget.full_clean(exclude=["application", "recorded_by", "confirmation"])
    budget.save(update_fields=["signers", "reason", "unit_value", "unit_on", "revision"])
    budget.authors.add(by)
    budget.lines.all().delete()
    _write_lines(budget, [row | {"months": _months(row, months_of(bases))} for row in lines])
    _tell(by, "fund_budget_written", calendars.today(), budget)
    return budget


@transaction.atomic
def present(*, by, budget, on):
    """The draft becomes a version: what is asked adds up, a cut is what was awarded, a change asks for no more."""
    application, kind = writable(by, budget.application)
    budget = _draft(application, budget)
    if budget.kind != kind:
        raise Refused("La postulación cambió de estado: borre este borrador y empiece otro.")
    before = application.budgets.filter(is_draft=False).order_by("-number").first()
    since = max(application.opened_on, before.presented_on) if before else application.opened_on
    if not since <= on <= calendars.today():
        raise Refused(f"La fecha está entre el {dmy(since)} y hoy.")
    missing = _missing(application, budget, on)
    if missing:
        raise Refused(*(Finding("budget", Kind.FACT, False, sentence) for sentence in missing))
    budget.authors.add(by)
    budget.is_draft, budget.presented_on = False, on
    budget.in_force_from = on if kind == BudgetKind.REQUESTED else None
    budget.save(update_fields=["is_draft", "presented_on", "in_force_from"])
    _tell(by, "fund_budget_presented", on, budget)
    return budget


@transaction.atomic
def approve(*, by, budget, on, confirmation=None):
    """Somebody who wrote none of it approves a cut (which the group confirmed) or a change: from that day it counts."""
    application = moves.held(budget.application, by=by, permission=Permission.APPROVE_FUNDS)
    budget = FundBudget.objects.select_for_update(of=("self",)).get(pk=budget.pk, application=application)
    if budget.is_draft or budget.approved_by_id is not None:
        raise Refused("Este presupuesto todavía no se presenta." if budget.is_draft else "Ya está aprobado.")
    if budget.kind == BudgetKind.REQUESTED:
        raise Refused("Lo que se pide se aprueba con la postulación entera.")
    if budget.kind != budget_reading.kind_now(application):
        raise Refused(f"La postulación está «{application.get_state_display()}»: este presupuesto ya no corresponde.")
    if budget_reading.wrote(by, budget):
        raise Refused(Finding("other", Kind.DUTY, False, "Lo aprueba otra persona: usted escribió parte de él."))
    if application.budgets.filter(number__gt=budget.number).exists():
        raise Refused("Hay una versión más nueva: apruebe esa.")
    _check_day(application, budget, on)
    if budget.kind == BudgetKind.AWARDED:
        _check_confirmation(application, budget, confirmation)
        budget.confirmation = confirmation
    budget.approved_by, budget.approved_on, budget.in_force_from = by, on, on
    budget.save(update_fields=["approved_by", "approved_on", "in_force_from", "confirmation"])
    _tell(by, "fund_budget_approved", on, budget)
    return budget


@transaction.atomic
def discard(*, by, budget):
    """Throw a draft away."""
    application = moves.held(budget.application, by=by, permission=Permission.WRITE_FUNDS)
    budget = _draft(application, budget)
    _tell(by, "fund_budget_discarded", calendars.today(), budget)
    budget.delete()


def writable(by, application):
    """The application held, and the kind of version that is written as it stands: refused when there is none."""
    application = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    kind = budget_reading.kind_now(application)
    if kind is None:
        raise Refused(
            f"La postulación está «{application.get_state_display()}»: su presupuesto no se cambia en este estado."
        )
    if kind == BudgetKind.REQUESTED and not application.case.is_open and not reach.is_kept(application):
        raise Refused("El caso está cerrado: reábralo antes de escribir.")
    return application, kind


def _draft(application, budget):
    budget = FundBudget.objects.select_for_update(of=("self",)).get(pk=budget.pk, application=application)
    if not budget.is_draft:
        raise Refused("Esta versión ya se presentó: empiece otra para cambiarla.")
    budget.application = application
    return budget


def _check_lines(bases, lines):
    known = {item.key for item in bases.items}
    for row in lines:
        if known and row["item"] not in known:
            raise Refused(f"«{row['name']}» no está en un ítem de las bases.")
        amounts = [*row.get("months", ()), row.get("own_cash") or 0, row.get("own_kind") or 0]
        if any(type(amount) is not int or not 0 <= amount <= MOST for amount in amounts):
            raise Refused(f"Los montos de «{row['name']}» son pesos enteros, sin decimales.")
        if len(row.get("months", ())) > MOST_MONTHS:
            raise Refused(f"«{row['name']}» tiene más de {MOST_MONTHS} meses.")


def _months(row, length):
    """The amounts of a line, one for each month of the project; what lies beyond is kept, and said."""
    months = list(row.get("months", ()))
    return months + [0] * (length - len(months))


def _write_lines(budget, rows):
    made = [
        FundBudgetLine(budget=budget, position=place, **{name: row[name] for name in FIELDS if row.get(name)})
        for place, row in enumerate(rows)
    ]
    for line in made:
        line.full_clean(exclude=["budget"])
    FundBudgetLine.objects.bulk_create(made)


def _missing(application, budget, on):
    """What a version must say before it is presented, in sentences."""
    lines = list(budget.lines.all())
    sums = totals(lines)
    if budget.kind == BudgetKind.REQUESTED:
        if not lines:
            return ["El presupuesto no tiene líneas: agregue lo que se pagará con el fondo."]
        return [check.sentence for check in budget_reading.checks_of(budget, lines=lines) if not check.met]
    found = [] if budget.reason else ["Escriba el motivo de esta versión."]
    if budget.kind == BudgetKind.AWARDED:
        granted = budget_reading.awarded_amount(application)
        if granted is not None and sums.requested != granted:
            gap = money(abs(sums.requested - granted))
            how = f"baje {gap}" if sums.requested > granted else f"faltan {gap}"
            found.append(f"Se adjudicó {money(granted)} y este presupuesto pide {money(sums.requested)}: {how}.")
        return found
    former = budget_reading.in_force(application, on)
    if former is not None:
        limit = totals(list(former.lines.all())).requested
        if sums.requested > limit:
            more = money(sums.requested - limit)
            found.append(f"El presupuesto vigente pide {money(limit)} y este {money(sums.requested)}: baje {more}.")
    return found


def _check_day(application, budget, on):
    if not budget.presented_on <= on <= calendars.today():
        raise Refused(f"La fecha está entre el {dmy(budget.presented_on)}, cuando se presentó, y hoy.")
    last = application.budgets.filter(in_force_from__isnull=False).order_by("-in_force_from").first()
    if last is not None and on < last.in_force_from:
        raise Refused(
            f"El presupuesto vigente rige desde el {dmy(last.in_force_from)}: la fecha no puede ser anterior."
        )


def _check_confirmation(application, budget, confirmation):
    """The group agreed to this cut after it was presented."""
    if confirmation is None:
        raise Refused("Falta que el grupo confirme el presupuesto ajustado.")
    of_this = (confirmation.case_id, confirmation.subject, confirmation.subject_id) == (
        application.case_id, ConfirmationSubject.FUND_CUT, application.pk,
    )  # fmt: skip
    if not of_this or confirmation.happened_on < budget.presented_on:
        raise Refused("La confirmación del grupo es de otra cosa, o de antes de presentar este presupuesto.")


def _tell(by, verb, on, budget):
    moves.tell(by, verb, on, budget.application, subject=budget, version=budget.number, kind=budget.kind)
