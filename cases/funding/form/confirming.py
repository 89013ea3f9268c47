"""What the group confirms of an application: one sentence without names, bound to all that is written by its digest."""

from cases.enums import ConfirmationSubject
from cases.funding.bases.written import bases_of
from cases.funding.budget import checking as budgeting
from cases.funding.form import parties
from cases.funding.form import reading as forms_reading
from cases.funding.words import ApplicantKind, BudgetKind, ReceiverKind
from cases.models import FundApplication, FundBudget, GroupConfirmation
from incubator.templatetags.minga import money


def digest_of(application: FundApplication) -> str:
    """Everything that the group answers for: what was written, who applies, signs and receives, and the money."""
    bases = bases_of(application.bases)
    who = parties.parties_of(application)
    people = {name: getattr(part, "pk", part) for name in parties.PARTS for part in [getattr(who, name)]}
    lines = [[line.item, line.name, list(line.months), line.own_cash, line.own_kind] for line in _lines(application)]
    said = {
        "title": application.title,
        "bases": application.bases.number,
        "parties": people,
        "form": forms_reading.form_digest(bases, forms_reading.kept(application)),
        "budget": lines,
    }
    return forms_reading.digest(said)


def statement(application: FundApplication) -> str:
    """The exact text that the group reads: what it says of persons it says without their names."""
    mark = digest_of(application)[:16]
    figure = " ".join(mark[place : place + 4] for place in range(0, 16, 4))
    return (
        f"El grupo del caso {application.case.code} leyó su postulación «{application.title}» ({application.code}) al "
        f"llamado «{application.call}», según la versión {application.bases.number} de sus bases, y está de acuerdo "
        f"con ella. Postula: {ApplicantKind(application.applicant_kind).label.lower()}. Recibe el dinero: "
        f"{ReceiverKind(application.receiver_kind).label.lower()}. {_asks(application)} "
        f"Huella del texto leído: {figure}."
    )


def confirmation_of(application: FundApplication) -> GroupConfirmation | None:
    """The group's confirmation of exactly what is written now, or None."""
    return confirmations_of(application).filter(statement=statement(application)).first()


def confirmations_of(application: FundApplication):
    """Everything that the group confirmed of this application, the newest first."""
    rows = GroupConfirmation.objects.filter(
        case=application.case_id, subject=ConfirmationSubject.FUND_APPLICATION, subject_id=application.pk
    )
    return rows.select_related("code").order_by("-happened_on", "-pk")


def cut_statement(application: FundApplication) -> str:
    """The exact text with which the group agrees to the budget cut to what was awarded: its version and new sum."""
    said = (
        f"El grupo del caso {application.case.code} está de acuerdo con el presupuesto ajustado a lo adjudicado de su "
        f"postulación «{application.title}» ({application.code})."
    )
    cut = budget_of(application, ConfirmationSubject.FUND_CUT)
    return f"{said} La versión {cut.number} del presupuesto: {_sums(list(cut.lines.all()))}" if cut else said


def budget_of(application: FundApplication, subject: ConfirmationSubject) -> FundBudget | None:
    """The budget that the group reads: what is asked as it stands, a cut once it is presented. None without one."""
    rows = application.budgets.filter(kind=_KINDS[subject])
    if subject == ConfirmationSubject.FUND_CUT:
        rows = rows.filter(is_draft=False)
    return rows.order_by("-number").first()


#: What is confirmed, and the kind of budget that its text says.
_KINDS = {
    ConfirmationSubject.FUND_APPLICATION: BudgetKind.REQUESTED,
    ConfirmationSubject.FUND_CUT: BudgetKind.AWARDED,
}


def _lines(application):
    asked = budget_of(application, ConfirmationSubject.FUND_APPLICATION)
    return list(asked.lines.all()) if asked else []


def _asks(application):
    lines = _lines(application)
    if not lines:
        return "Todavía no tiene presupuesto."
    said = _sums(lines)
    return said[:1].upper() + said[1:]


def _sums(lines):
    totals = budgeting.totals(lines)
    return f"pide {money(totals.requested)} y aporta {money(totals.own)}."
