"""An application that was sent, and what nobody changes of it by SQL."""

from datetime import timedelta

from cases.funding.life import FundEventKind, FundVerb
from cases.models import FundApplication, FundEvent, FundFiling, FundPackage, FundPurchase
from cases.services.stepping import stepped
from incubator import calendars
from tests.factories.people import coordinator_of, officer_of

#: Why it is refused, and the statement.
FUNDS = [
    ("an application for a fund moves without its row", "update cases_fundapplication set state = 'awarded' where id = "
     "{fund}"),
    ("an application for a fund is born awarded", "insert into cases_fundapplication (case_id, call_id, bases_id, number, "
     "title, applicant_kind, applicant_name, applicant_rut, receiver_kind, receiver_name, receiver_rut, signer_name, "
     "opened_on, opened_by_id, opened_at, state) select case_id, call_id, bases_id, 90, title, applicant_kind, '', '', "
     "receiver_kind, '', '', '', opened_on, opened_by_id, now(), 'awarded' from cases_fundapplication where id = {fund}"),
    ("an award without its fact", "insert into cases_fundchange (application_id, number, from_state, to_state, verb, by_id, "
     "effective_on, recorded_at, reason) select {fund}, max(number) + 1, 'submitted', 'awarded', 'award', {boss}, now(), "
     "now(), '' from cases_fundchange where application_id = {fund}"),
    ("a step of an application is rewritten", "update cases_fundchange set reason = 'x' where application_id = {fund}"),
    ("a filing says another hour", "update cases_fundfiling set filed_at = closes_at where application_id = {fund}"),
    ("a filing after the closing", "insert into cases_fundfiling (application_id, package_id, change_id, number, channel, "
     "place, closing, closes_at, filed_at, folio, recorded_by_id, recorded_at) select application_id, package_id, "
     "change_id, 9, channel, '', closing, closes_at, closes_at + interval '1 second', '', recorded_by_id, now() from "
     "cases_fundfiling where application_id = {fund}"),
    ("what the agency said is rewritten", "update cases_fundevent set amount = 1 where application_id = {fund}"),
    ("what the agency said is deleted", "delete from cases_fundevent where application_id = {fund}"),
    ("a purchase says another amount", "update cases_fundpurchase set total = 1 where application_id = {fund}"),
    ("who recorded a purchase is rewritten", "update cases_fundpurchase set recorded_by_id = {boss} where "
     "application_id = {fund}"),
    ("a purchase is deleted", "delete from cases_fundpurchase where application_id = {fund}"),
]  # fmt: skip


def sent_application(case, today):
    """Its id by the name that the statements use."""
    from tests.funding import scene

    officer, boss, now = officer_of(case.incubator), coordinator_of(case.incubator), calendars.now()
    call = scene.a_call(case.incubator)
    one = FundApplication.objects.create(
        case=case, call=call, bases=call.versions.get(), number=1, title="Horno", applicant_kind="group",
        opened_on=today, opened_by=officer,
    )  # fmt: skip
    stepped(one, FundVerb.REVIEW, by=officer, on=today)
    package = FundPackage.objects.create(
        application=one, number=1, change=stepped(one, FundVerb.READY, by=boss, on=today), bases=one.bases, snapshot={},
        sha256="0" * 64, made_by=boss,
    )  # fmt: skip
    change = stepped(one, FundVerb.SUBMIT, by=officer, on=today)
    FundFiling.objects.create(
        application=one, package=package, change=change, number=1, channel="online", closing="online",
        closes_at=now + timedelta(days=9), filed_at=now, recorded_by=officer,
    )  # fmt: skip
    FundEvent.objects.create(
        application=one, kind=FundEventKind.SCORE, happened_on=today, amount=5, recorded_by=officer
    )
    FundPurchase.objects.create(
        application=one, number=1, document_on=today, document_kind="receipt", supplier="Tienda", detail="Harina",
        item="tools", net=840, tax=160, total=1000, recorded_by=officer,
    )  # fmt: skip
    return {"fund": one.pk}
