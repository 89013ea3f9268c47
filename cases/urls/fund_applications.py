"""Applications for funds while they are written: opened, filled, reviewed, adopted, verified and confirmed."""

from cases.views.funding.writing import asked, form, opening, review, summary, versions
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ONE = "fondos/postulaciones/<int:fund>"
_FORM = f"{_ONE}/formulario"
_FIELD = f"{_ONE}/campos/<str:field>"
_REVIEW = f"{_ONE}/revision"
_READERS = (P.WRITE_FUNDS, P.APPROVE_FUNDS)

urlpatterns = [
    guarded_path(
        "grupos/<int:pk>/fondos/<int:fund_call>/postular/", opening.apply, name="fund_apply", needs=P.WRITE_FUNDS
    ),
    guarded_path(f"{_ONE}/", summary.summary, name="application_summary", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}/quienes/", opening.people, name="application_people", needs=P.WRITE_FUNDS),
    guarded_path(f"{_ONE}/volver-a-editar/", opening.reopen, name="application_reopen", needs=P.WRITE_FUNDS),
    guarded_path(f"{_FORM}/", form.form, name="application_form", needs=P.VIEW_FUNDS),
    guarded_path(f"{_FORM}/entre-fechas/", versions.between, name="application_between", needs=P.VIEW_FUNDS),
    guarded_path(f"{_FORM}/secciones/<str:section>/", form.section, name="application_section", needs=P.VIEW_FUNDS),
    guarded_path(f"{_FIELD}/", versions.of_field, name="application_field", needs=P.VIEW_FUNDS),
    guarded_path(f"{_FIELD}/elegir/", versions.choose, name="application_choose", needs=P.WRITE_FUNDS),
    guarded_path(f"{_REVIEW}/", review.review, name="application_review", needs=P.VIEW_FUNDS),
    guarded_path(f"{_REVIEW}/mandar/", review.send, name="application_send", needs=P.WRITE_FUNDS),
    guarded_path(f"{_REVIEW}/devolver/", review.send_back, name="application_send_back", needs=_READERS),
    guarded_path(f"{_REVIEW}/comentar/", review.comment, name="application_comment", needs=_READERS),
    guarded_path(
        f"{_REVIEW}/comentarios/<int:comment>/resolver/", review.settle, name="application_settle", needs=_READERS
    ),
    guarded_path(f"{_REVIEW}/secciones/<str:section>/", review.read_section, name="application_read", needs=_READERS),
    guarded_path(f"{_ONE}/bases/", asked.adopt, name="application_adopt", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}/por-comprobar/", asked.verify, name="application_verify", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}/confirmacion/", asked.confirm, name="application_confirm", needs=P.VIEW_FUNDS),
]
