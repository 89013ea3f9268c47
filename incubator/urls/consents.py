"""What people authorise, the texts read to them, and what adviser institutions are."""

from incubator.access import Permission
from incubator.doors import guarded_path
from incubator.purposes import Purpose
from incubator.slugs import spoken
from incubator.views import advisers, consent_texts, consents

spoken("purpose", Purpose)

P = Permission

urlpatterns = [
    guarded_path("personas/<int:pk>/autorizaciones/", consents.detail, name="person_consents", needs=P.VIEW_PEOPLE),
    guarded_path(
        "personas/<int:pk>/autorizaciones/hoja.pdf", consents.sheet, name="consent_sheet", needs=P.WRITE_PEOPLE
    ),
    guarded_path(
        "personas/<int:pk>/autorizaciones/<purpose:purpose>/", consents.give, name="consent_give", needs=P.WRITE_PEOPLE
    ),
    guarded_path(
        "personas/<int:pk>/autorizaciones/<purpose:purpose>/retirar/",
        consents.withdraw,
        name="consent_withdraw",
        needs=P.WRITE_PEOPLE,
    ),
    guarded_path(
        "personas/<int:pk>/autorizaciones/<int:consent>/archivo/",
        consents.evidence,
        name="consent_file",
        needs=P.VIEW_PEOPLE,
    ),
    guarded_path("autorizaciones/textos/", consent_texts.listing, name="consent_texts", needs=P.READ_CONSENT_TEXTS),
    guarded_path(
        "autorizaciones/<int:pk>/textos/<purpose:purpose>/",
        consent_texts.write,
        name="consent_text_write",
        needs=P.WRITE_CONSENT_TEXTS,
    ),
    guarded_path("institucion-asesora/", advisers.listing, name="adviser_list", needs=P.MANAGE_ADVISERS),
    guarded_path(
        "institucion-asesora/<int:pk>/<int:institution>/",
        advisers.detail,
        name="adviser_detail",
        needs=P.MANAGE_ADVISERS,
    ),
    guarded_path(
        "institucion-asesora/<int:pk>/<int:institution>/contrato/",
        advisers.contract,
        name="adviser_contract",
        needs=P.MANAGE_ADVISERS,
    ),
    guarded_path(
        "institucion-asesora/<int:pk>/<int:institution>/contratos/<int:contract>/",
        advisers.evidence,
        name="adviser_contract_file",
        needs=P.MANAGE_ADVISERS,
    ),
]
