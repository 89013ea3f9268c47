"""Who may apply and who may receive the money: the applicant, the receiver and the group are three things."""

from cases.funding.bases.shapes import Subject
from cases.funding.eligibility.asking import IMPOSSIBLE, Asked, Verdict, fails, meets, missing
from cases.funding.eligibility.kinds.legal import registered
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import Kind
from cases.funding.eligibility.outcomes import Need, Outcome
from cases.funding.words import ApplicantKind, ReceiverKind

#: Whoever may apply for a group that cannot, or does not want to, apply by itself.
_FOR_IT = (ApplicantKind.MEMBER, ApplicantKind.MUNICIPALITY, ApplicantKind.SPONSOR)
_CHANGE = Need(acts=1, shared="applicant")
_ITSELF = (ApplicantKind.GROUP, ApplicantKind.COOPERATIVE)


def words(choices) -> str:
    """«Cooperativa o La municipalidad, por el grupo»."""
    return " o ".join(f"«{choice.label}»" for choice in choices)


def _applicant(asked: Asked) -> Verdict:
    facts, allowed = asked.facts, asked.given["kinds"]
    chosen = facts.applicant
    if chosen not in (None, *_ITSELF):
        if chosen in allowed:
            return meets(f"Postula: {chosen.label}.")
        return _other_applicant(asked, f"Postula: {chosen.label}.")
    really = ApplicantKind.COOPERATIVE if facts.is_cooperative else ApplicantKind.GROUP
    if really in allowed and (chosen in (None, really) or chosen == ApplicantKind.GROUP):
        return registered(asked, form_only=True) if facts.is_cooperative else meets(f"Es: {really.label}.")
    if really == ApplicantKind.GROUP and ApplicantKind.COOPERATIVE in allowed:
        return _through_others(asked) or _becoming(asked)
    return _through_others(asked) or _other_applicant(asked, f"Es: {really.label}.")


def _through_others(asked: Asked) -> Verdict | None:
    """Nobody said yet who applies, and somebody may do it for the group."""
    others = [kind for kind in asked.given["kinds"] if kind in _FOR_IT]
    if asked.facts.applicant is not None or not others:
        return None
    return missing("Falta decir quién postula.", f"El grupo puede postular así: {words(others)}. Elija quién postula.")


def _becoming(asked: Asked) -> Verdict:
    """It must be registered; when somebody else may apply for it, that may be nearer."""
    found = registered(asked, form_only=True)
    others = [kind for kind in asked.given["kinds"] if kind in _FOR_IT]
    if not others or found.outcome != Outcome.FAILS:
        return found
    need = found.need if found.need.acts == 1 else _CHANGE
    return found._replace(need=need, remedy=f"{found.remedy} También puede cambiar quién postula: {words(others)}.")


def _other_applicant(asked: Asked, evidence: str) -> Verdict:
    """Another may apply in its place; when none may, it is no fund for this group."""
    really = ApplicantKind.COOPERATIVE if asked.facts.is_cooperative else ApplicantKind.GROUP
    others = [kind for kind in asked.given["kinds"] if kind in _FOR_IT or kind == really]
    if others:
        remedy = f"Cambie quién postula: {words(others)}."
        return fails(evidence, remedy, _CHANGE, asked.day)
    if ApplicantKind.COOPERATIVE in asked.given["kinds"]:
        return registered(asked, form_only=True)
    return fails(evidence, f"Este fondo es para: {words(asked.given['kinds'])}. Busque otro llamado.", IMPOSSIBLE)


def _receiver(asked: Asked) -> Verdict:
    receiver, allowed = asked.facts.receiver, asked.given["kinds"]
    if receiver is None:
        return missing(
            "Falta decir quién recibe el dinero.", f"Las bases aceptan: {words(allowed)}. Elija quién recibe."
        )
    if receiver in allowed:
        return meets(f"Recibe: {receiver.label}.")
    remedy = f"Cambie quién recibe el dinero: {words(allowed)}."
    return fails(f"Recibe: {receiver.label}.", remedy, Need(acts=1, shared="receiver"), asked.day)


KINDS = (
    Kind(
        key="applicant_kind",
        label="Quién puede postular",
        parameters=(Parameter("kinds", "Quiénes pueden postular", Type.CHOICES, required=True, options=ApplicantKind),),
        judge=_applicant,
        say=lambda given: f"Puede postular: {words(given['kinds'])}",
        subjects=(Subject.APPLICANT,),
        of_group=False,
    ),
    Kind(
        key="receiver_kind",
        label="Quién puede recibir el dinero",
        parameters=(Parameter("kinds", "Quiénes pueden recibir", Type.CHOICES, required=True, options=ReceiverKind),),
        judge=_receiver,
        say=lambda given: f"Puede recibir el dinero: {words(given['kinds'])}",
        subjects=(Subject.RECEIVER,),
        of_group=False,
    ),
)
