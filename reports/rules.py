"""What must hold before a report moves: facts with their reasons, which the page lists and the services give."""

from datetime import date, timedelta
from enum import StrEnum

from incubator.access import Permission
from incubator.calendars import Month
from incubator.requirements import Attempt, Kind, Rule, requires
from reports.enums import STEPS, ReportState
from reports.models import Report
from reports.rights import is_approver, may


class Act(StrEnum):
    """What is done to a report."""

    WRITE = "escribir el relato"
    ASK_SEAL = "pedir el sello"
    SEAL = "sellar"
    WITHDRAW = "retirar"
    DELIVER = "entregar"
    OBSERVE = "observar"
    ACCEPT = "aceptar"
    CORRECT = "corregir"
    HAND_OVER = "entregar el anexo nominal"


#: The right each act needs, and the state it leads to.
RIGHTS: dict[Act, Permission] = {
    Act.WRITE: Permission.PREPARE_REPORTS,
    Act.ASK_SEAL: Permission.PREPARE_REPORTS,
    Act.SEAL: Permission.SEAL_REPORTS,
    Act.WITHDRAW: Permission.SEAL_REPORTS,
    Act.DELIVER: Permission.DELIVER_REPORTS,
    Act.OBSERVE: Permission.ANSWER_REPORTS,
    Act.ACCEPT: Permission.ANSWER_REPORTS,
    Act.CORRECT: Permission.PREPARE_REPORTS,
    Act.HAND_OVER: Permission.HAND_OVER_ANNEX,
}
TARGETS: dict[Act, ReportState] = {
    Act.SEAL: ReportState.SEALED,
    Act.WITHDRAW: ReportState.WITHDRAWN,
    Act.DELIVER: ReportState.DELIVERED,
    Act.OBSERVE: ReportState.OBSERVED,
    Act.ACCEPT: ReportState.ACCEPTED,
}


def first_month(agreement, incubator) -> Month | None:
    """The first month the incubator owes a report under the agreement; None when it takes no part in it."""
    part = agreement.participations.filter(incubator=incubator).order_by("since").first()
    return None if part is None else Month.of(max(part.since, agreement.starts_on))


def others_of(report):
    """The reports of the same agreement and incubator."""
    return Report.objects.filter(agreement=report.agreement_id, incubator=report.incubator_id)


def is_last_sealed(report) -> bool:
    """Whether no later month is sealed: only then may its figures change."""
    return not others_of(report).sealed().filter(period__gt=report.period).exists()


def is_draft(report) -> bool:
    """Whether it is still being prepared."""
    return report.state == ReportState.DRAFT


@requires("Este informe ya no es un borrador.")
def it_is_a_draft(attempt: Attempt):
    """Only a draft is written, asked for and sealed."""
    return is_draft(attempt.subject)


@requires("El mes todavía no termina.", done="El mes terminó.")
def the_period_ended(attempt: Attempt):
    """A month is sealed from the day after its last."""
    last = Month.of(attempt.subject.period).last
    return (
        attempt.on > last,
        "" if attempt.on > last else f"Se puede sellar desde el {last + timedelta(days=1):%d-%m-%Y}.",
    )


@requires("Falta sellar el mes anterior:", done="El mes anterior está sellado, o este es el primero.", fix="previous")
def the_previous_is_sealed(attempt: Attempt):
    """Months are sealed in order; the first of the incubator's participation has none before it."""
    report = attempt.subject
    month, first = Month.of(report.period), first_month(report.agreement, report.incubator)
    if first is None or month <= first:
        return True
    met = others_of(report).sealed().filter(period=month.previous.first).exists()
    return met, "" if met else f"{month.previous.label}."


@requires("Falta escribir el relato:", done="El relato está escrito.", fix="narrative")
def the_narrative_is_written(attempt: Attempt):
    """Figures alone explain nothing: the month in words, deviations and next steps."""
    report = attempt.subject
    names = {
        "summary": "el mes en pocas palabras",
        "deviations": "desviaciones y medidas",
        "next_steps": "próximos pasos",
    }
    missing = [words for name, words in names.items() if not getattr(report, name).strip()]
    return not missing, f"{', '.join(missing)}." if missing else ""


@requires("Falta que quien prepara pida el sello.", done="Quien prepara pidió el sello.", fix="ask_seal")
def the_seal_was_asked(attempt: Attempt):
    """Who last asked for the seal is the preparer."""
    return attempt.subject.seal_asked_by_id is not None


@requires(
    "Sella otra persona que quien preparó: pídalo a quien coordina o a quien subroga.",
    done="Sella otra persona que quien preparó.",
    kind=Kind.DUTY,
)
def the_sealer_did_not_prepare(attempt: Attempt):
    """Prepare ≠ seal."""
    return attempt.by.pk != attempt.subject.seal_asked_by_id


@requires(
    "Las cifras cambiaron desde que se vieron por última vez. Calcúlelas de nuevo y revíselas.",
    done="Las cifras son las que se vieron.",
    fix="recompose",
)
def the_figures_are_as_seen(attempt: Attempt):
    """`changed`: how a recount differs from the draft; `seen`: what the sealer had on screen."""
    changed = attempt.data.get("changed", [])
    seen, shown = attempt.data.get("seen"), attempt.data.get("shown")
    return not changed and (seen is None or seen == shown), " ".join(changed)


@requires("El informe no está en un estado que permita este paso.")
def the_step_exists(attempt: Attempt):
    """Only the steps of reports.enums happen."""
    return TARGETS[attempt.verb] in STEPS[ReportState(attempt.subject.state)]


@requires("Escriba el motivo.", kind=Kind.INPUT, field="reason")
def a_reason_is_given(attempt: Attempt):
    """Whoever reads the report later will want to know."""
    return bool(attempt.data.get("reason", "").strip())


@requires("Hay meses posteriores sellados sobre este: retírelos primero, o corrija el relato de este.")
def no_later_month_is_sealed(attempt: Attempt):
    """Later months accumulate on this one."""
    return is_last_sealed(attempt.subject)


@requires("Acepta quien aprueba por la agencia; una o un analista puede observar.", kind=Kind.DUTY)
def an_approver_accepts(attempt: Attempt):
    """Analysts observe; approvers accept."""
    return is_approver(attempt.by, attempt.subject.agreement_id)


@requires("Solo se corrige un informe sellado que siga vigente.")
def it_is_sealed_and_in_force(attempt: Attempt):
    """Neither a draft, nor withdrawn, nor superseded."""
    return Report.objects.sealed().filter(pk=attempt.subject.pk).exists()


@requires("Ya hay un borrador de este mes: termínelo.")
def no_draft_waits(attempt: Attempt):
    """One draft a month."""
    report = attempt.subject
    return not others_of(report).filter(period=report.period, state=ReportState.DRAFT).exists()


@requires("Complete los seis datos del registro de la entrega.", kind=Kind.INPUT)
def the_register_is_complete(attempt: Attempt):
    """The six fields of Ley 19.880, art. 24 bis, and the legal basis."""
    return all(str(attempt.data.get(name) or "").strip() for name in HANDOVER_FIELDS)


@requires("El período de los datos termina antes de empezar.", kind=Kind.INPUT, field="covers_to")
def the_covered_period_is_in_order(attempt: Attempt):
    """From a day to a later one."""
    first, last = attempt.data.get("covers_from"), attempt.data.get("covers_to")
    return not (isinstance(first, date) and isinstance(last, date)) or first <= last


HANDOVER_FIELDS = (
    "requesting_body",
    "receiving_body",
    "official",
    "procedure",
    "data_asked",
    "legal_basis",
    "covers_from",
    "covers_to",
)
_TO_SEAL = (the_period_ended, the_previous_is_sealed, the_narrative_is_written)
RULES: dict[Act, tuple[Rule, ...]] = {
    Act.WRITE: (it_is_a_draft,),
    Act.ASK_SEAL: (it_is_a_draft, *_TO_SEAL),
    Act.SEAL: (
        *(it_is_a_draft, *_TO_SEAL),
        the_seal_was_asked,
        the_sealer_did_not_prepare,
        the_figures_are_as_seen,
    ),
    Act.WITHDRAW: (the_step_exists, a_reason_is_given, no_later_month_is_sealed),
    Act.DELIVER: (the_step_exists, it_is_sealed_and_in_force),
    Act.OBSERVE: (the_step_exists, a_reason_is_given),
    Act.ACCEPT: (the_step_exists, an_approver_accepts),
    Act.CORRECT: (it_is_sealed_and_in_force, no_draft_waits),
    Act.HAND_OVER: (it_is_sealed_and_in_force, the_register_is_complete, the_covered_period_is_in_order),
}


def permits(user, act: Act, report) -> bool:
    """Whether the user's posts give the right that an act needs, over this report."""
    return may(user, RIGHTS[act], report)
