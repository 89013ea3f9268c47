"""Which service records each kind of fact, with what its form says."""

from cases.funding.life import FundEventKind, FundState
from cases.models import FundEvent, GroupConfirmation
from cases.services.funding import awards, execution, news

K = FundEventKind
SERVICES = {
    K.CALL_FAILED: news.call_failed,
    K.OBSERVATION: news.observe,
    K.OBSERVATION_ANSWER: news.answer,
    K.SCORE: news.score,
    K.WITHDRAWAL: news.withdraw,
    K.AWARD: awards.award,
    K.APPEAL: awards.appeal,
    K.APPEAL_RESULT: awards.decide_appeal,
    K.AGREEMENT: awards.sign,
    K.GUARANTEE: awards.guarantee,
    K.GUARANTEE_BACK: awards.guarantee_back,
    K.RENUNCIATION: awards.renounce,
    K.START: execution.start,
    K.INSTALMENT: execution.receive,
    K.MODIFICATION: execution.modify,
    K.EARLY_END: execution.end_early,
    K.FINAL_ACCOUNTS: execution.deliver_accounts,
    K.REFUND_DUE: execution.ask_refund,
    K.REFUND: execution.pay_refund,
    K.ACCOUNTS_APPROVED: execution.approve_accounts,
}


def record(by, application, form, evidence, at):
    """Record what a FactForm says; returns the fact."""
    said = form.values() | {"evidence": evidence}
    if "about" in said:
        said["about"] = FundEvent(pk=said["about"])
    if "confirmation" in said:
        said["confirmation"] = GroupConfirmation.objects.filter(
            case_id=application.case_id, pk=said["confirmation"] or 0
        ).first()
    if form.kind == K.APPEAL_RESULT:
        said["to"] = FundState(said["to"]) if said["to"] else None
    if form.kind == K.WITHDRAWAL:
        said["at"] = at
    if form.kind in SERVICES:
        return SERVICES[form.kind](by=by, application=application, **said)
    return news.resolve(by=by, application=application, kind=form.kind, **said)
