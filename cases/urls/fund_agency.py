"""The filing of an application, what the agency says and pays, and what is bought with it."""

from cases.views.funding.agency import consent, facts, files, filing, pages
from cases.views.funding.purchases import acts
from cases.views.funding.purchases import pages as bought
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "fondos/postulaciones/<int:fund>/"
_NEWS = f"{_ROOT}lo-que-dice-el-fondo/"
_BOUGHT = f"{_ROOT}compras/"
_RECORDS = (P.FILE_FUNDS, P.WRITE_FUNDS, P.DECIDE)

urlpatterns = [
    guarded_path(f"{_ROOT}envio/", filing.submit, name="application_filing", needs=P.FILE_FUNDS),
    guarded_path(f"{_ROOT}envio/otro/", filing.replace, name="application_replace", needs=P.FILE_FUNDS),
    guarded_path(f"{_ROOT}envio/dejar/", filing.keep, name="application_keep", needs=P.FILE_FUNDS),
    guarded_path(f"{_ROOT}envio/<int:fund_filing>/archivo/", files.of_filing, name="filing_file", needs=P.VIEW_FUNDS),
    guarded_path(_NEWS, pages.room, name="application_agency", needs=P.VIEW_FUNDS),
    guarded_path(f"{_NEWS}anotar/<slug:kind>/", facts.fact, name="application_fact", needs=_RECORDS),
    guarded_path(f"{_NEWS}corregir/", facts.correct_step, name="application_correct", needs=P.DECIDE),
    guarded_path(f"{_NEWS}<int:event>/corregir/", facts.set_aside, name="application_set_aside", needs=P.DECIDE),
    guarded_path(f"{_NEWS}<int:event>/archivo/", files.of_fact, name="fact_file", needs=P.VIEW_FUNDS),
    guarded_path(
        f"{_NEWS}confirmacion/<slug:subject>/", consent.confirm, name="application_consent", needs=P.FILE_FUNDS
    ),
    guarded_path(
        f"{_NEWS}confirmacion/<slug:subject>/pedir/", consent.ask, name="application_consent_ask", needs=P.FILE_FUNDS
    ),
    guarded_path(_BOUGHT, bought.room, name="application_purchases", needs=P.VIEW_FUNDS),
    guarded_path(f"{_BOUGHT}planilla/", bought.workbook, name="purchases_workbook", needs=P.VIEW_FUNDS),
    guarded_path(f"{_BOUGHT}nueva/", acts.new, name="purchase_new", needs=P.WRITE_FUNDS),
    guarded_path(f"{_BOUGHT}<int:purchase>/", acts.update, name="purchase_update", needs=P.WRITE_FUNDS),
    guarded_path(f"{_BOUGHT}<int:purchase>/archivo/", files.of_purchase, name="purchase_file", needs=P.VIEW_FUNDS),
    guarded_path(f"{_BOUGHT}<int:purchase>/anular/", acts.void, name="purchase_void", needs=P.WRITE_FUNDS),
]
