"""Record the dated facts that guard the journey, each with its evidence and who recorded it."""

from django.db import transaction

from cases import lineage
from cases.call_life import RECEIVING
from cases.enums import ConfirmationSubject, Moment, Stage
from cases.formalization.life import UNSIGNED
from cases.models import (
    Application,
    BusinessDefinition,
    BusinessPlan,
    Call,
    Case,
    GroupConfirmation,
    LegalEvent,
    Measurement,
    SignedCommitment,
    SupportDeclaration,
)
from cases.services.business.plans import wrote
from cases.services.legal import cure_steps, steps
from cases.services.regularization.items import add_item as add_item
from cases.services.regularization.items import update_item as update_item
from cases.services.submissions import next_number
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def receive_application(
    *, by, case, on, call, contact, interested, informed_on=None, rank=None, evidence=None, submission=None, idea="",
    supports=(),
):  # fmt: skip
    """The group's application to a call, on the day received; its place in the order of receipt is taken here."""
    access.require(by, Permission.RECORD_FACTS, case)
    if call.incubator_id != case.incubator_id:
        raise Refused("La convocatoria es de otra incubadora.")
    if contact.incubator_id != case.incubator_id:
        raise Refused("La persona de contacto está anotada en otra incubadora: anótela primero en esta.")
    call = Call.objects.select_for_update(of=("self",)).get(pk=call.pk)
    if call.state not in RECEIVING:
        raise Refused(f"La convocatoria está «{call.get_state_display()}»: no recibe postulaciones.")
    order = submission.number if submission else next_number(call)
    fields = {"call": call, "contact": contact, "interested": interested, "informed_on": informed_on, "rank": rank}
    told = {"submission": submission, "received_order": order, "idea": idea, "supports": list(supports)}
    return _record(Application, by, case, on, evidence, **fields, **told)


def sign_commitment(*, by, case, on, evidence):
    """The group signed the deed of commitment; its document is asked for."""
    return _record(SignedCommitment, by, case, on, _asked(evidence))


def declare_supports(*, by, case, on, supports, note="", evidence=None):
    """The supports agreed for the group (kinds); an empty list is «ninguno»."""
    return _record(SupportDeclaration, by, case, on, evidence, supports=list(supports), note=note)


def define_business(*, by, case, on, activity, cooperative_type, evidence=None):
    """The activity and type of cooperative the group chose."""
    return _record(BusinessDefinition, by, case, on, evidence, activity=activity, cooperative_type=cooperative_type)


@transaction.atomic
def present_plan(*, by, case, on, evidence, author=None):
    """A new version of the plan, by its author."""
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    version = BusinessPlan.objects.filter(case=case).count() + 1
    plan = _record(BusinessPlan, by, case, on, _asked(evidence), version=version, author=author or by)
    plan.authors.add(by, plan.author)
    return plan


@transaction.atomic
def approve_plan(*, by, plan, on):
    """Somebody other than its author approves the plan."""
    access.require(by, Permission.APPROVE_PLANS, plan.case)
    if wrote(by, plan):
        raise Refused("El plan lo aprueba otra persona que quien lo escribió o lo presentó.")
    if plan.is_draft:
        raise Refused("Es un borrador: preséntelo antes de aprobarlo.")
    if plan.approved_on is not None:
        raise Refused(f"El plan ya se aprobó el {plan.approved_on:%d-%m-%Y}.")
    if on < plan.happened_on:
        raise Refused("La aprobación no puede ser anterior a la presentación.")
    plan.approved_by, plan.approved_on = by, on
    return _saved(plan, by, on)


@transaction.atomic
def record_legal_act(*, by, case, on, kind, evidence, reference="", reason=""):
    """A dated legal act with its document, in the open legal file, which moves as the act says."""
    access.require(by, Permission.RECORD_FACTS, case)
    file = lineage.open_legal_file(case)
    if file is None:
        raise Refused("El caso no tiene un expediente legal abierto: pase primero a Formalización.")
    file = steps.locked(file)
    steps.refuse_unless_it_fits(file, kind, on, reason)
    cure = cure_steps.locked_for(file, kind, by=by, on=on)
    if cure is not None:
        cure_steps.refuse_unless_it_fits(cure, kind, on, reason)
    proof = evidence if kind in UNSIGNED else _asked(evidence)
    fields = {"kind": kind, "reference": reference, "legal_effect_from": steps.effect_from(file, kind)}
    act = _record(LegalEvent, by, case, on, proof, file=file, cure=cure, **fields)
    if cure is not None:
        cure_steps.follow(cure, act, by=by, reason=reason)
    steps.follow(file, act, by=by, reason=reason)
    return act


@transaction.atomic
def record_cure_act(*, by, cure, on, kind, evidence, reference="", reason=""):
    """An act of a cure, with its document; the file of its deed, when it has an open one, moves too."""
    if cure.act.file_id and cure.act.file.closed_on is None:
        said = {"evidence": evidence, "reference": reference, "reason": reason}
        return record_legal_act(by=by, case=cure.case, on=on, kind=kind, **said)
    access.require(by, Permission.RECORD_FACTS, cure.case)
    held = cure_steps.locked(cure)
    cure_steps.refuse_unless_it_fits(held, kind, on, reason)
    proof = evidence if kind in UNSIGNED else _asked(evidence)
    fields = {"kind": kind, "reference": reference, "legal_effect_from": cure_steps.effect_from(held, kind)}
    act = _record(LegalEvent, by, held.case, on, proof, file=held.act.file, cure=held, **fields)
    cure_steps.follow(held, act, by=by, reason=reason)
    return act


@transaction.atomic
def record_old_act(*, by, case, on, kind, evidence, about=None, reference=""):
    """An act of a cooperative that existed before the case: its deed, a reform, or what followed them (`about`)."""
    access.require(by, Permission.RECORD_FACTS, case)
    cure_steps.refuse_unless_old(case, kind, about)
    fields = {"kind": kind, "reference": reference, "about": about}
    return _record(LegalEvent, by, case, on, _asked(evidence), is_old=True, **fields)


def is_followed_up(case, moment=Moment.FOLLOW_UP):
    """Whether the case graduated and this is how it is doing since: the one fact recorded of a case that ended."""
    return case.stage == Stage.GRADUATED and moment == Moment.FOLLOW_UP


def measure(*, by, case, on, moment, evidence=None, **values):
    """Indicators of the group at a moment, self-declared."""
    return _record(Measurement, by, case, on, evidence, moment=moment, **values)


def confirm(*, by, case, on, evidence, subject=ConfirmationSubject.GRADUATION, subject_id=None, statement=""):
    """The group confirmed by a signed sheet (by code: services/business/confirmations)."""
    fields = {"subject": subject, "subject_id": subject_id, "statement": statement}
    return _record(GroupConfirmation, by, case, on, _asked(evidence), **fields)


def _asked(evidence):
    if evidence is None:
        raise Refused("Adjunte el documento que lo respalda.")
    return evidence


@transaction.atomic
def _record(model, by, case, on, evidence, permission=Permission.RECORD_FACTS, *, is_old=False, **fields):
    access.require(by, permission, case)
    if not case.is_open and not (model is Measurement and is_followed_up(case, fields["moment"])):
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    if evidence is not None and evidence.incubator_id != case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    if on < case.opened_on and not is_old:
        raise Refused(f"El caso se abrió el {case.opened_on:%d-%m-%Y}: la fecha no puede ser anterior.")
    return _saved(model(case=case, happened_on=on, evidence=evidence, recorded_by=by, **fields), by, on)


def _saved(fact, by, on):
    fact.full_clean()
    fact.save()
    verb = f"{fact._meta.model_name}_recorded"
    journal.record(by, verb, on, subject=fact, organization=fact.case.organization)
    return fact
