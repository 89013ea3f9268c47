"""The budget of an application for funds: its room, its versions and its quotations."""

from cases.views.funding.budget import acts, pages, quotations
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "fondos/postulaciones/<int:fund>/presupuesto/"
_VERSION = f"{_ROOT}<int:budget>/"
_DRAFT = f"{_ROOT}<int:unfinished>/"
_QUOTATION = f"{_ROOT}cotizaciones/<int:quotation>/"

urlpatterns = [
    guarded_path(_ROOT, pages.room, name="application_budget", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ROOT}empezar/", acts.start, name="budget_start", needs=P.WRITE_FUNDS),
    guarded_path(_VERSION, pages.version, name="budget_version", needs=P.VIEW_FUNDS),
    guarded_path(f"{_VERSION}pdf/", pages.pdf, name="budget_pdf", needs=P.VIEW_FUNDS),
    guarded_path(f"{_VERSION}planilla/", pages.workbook, name="budget_workbook", needs=P.VIEW_FUNDS),
    guarded_path(f"{_DRAFT}editar/", acts.edit, name="budget_edit", needs=P.WRITE_FUNDS),
    guarded_path(f"{_DRAFT}presentar/", acts.present, name="budget_present", needs=P.WRITE_FUNDS),
    guarded_path(f"{_VERSION}aprobar/", acts.approve, name="budget_approve", needs=P.APPROVE_FUNDS),
    guarded_path(f"{_DRAFT}borrar/", acts.discard, name="budget_discard", needs=P.WRITE_FUNDS),
    guarded_path(f"{_ROOT}cotizaciones/nueva/", quotations.new, name="quotation_new", needs=P.WRITE_FUNDS),
    guarded_path(f"{_QUOTATION}elegir/", quotations.choose, name="quotation_choose", needs=P.WRITE_FUNDS),
    guarded_path(f"{_QUOTATION}apartar/", quotations.set_aside, name="quotation_set_aside", needs=P.WRITE_FUNDS),
    guarded_path(f"{_QUOTATION}archivo/", quotations.file, name="quotation_file", needs=P.VIEW_FUNDS),
]
