"""The cures of a group's deeds, and what is read, corrected and answered in its legal file."""

from cases.views.legal import cures, reading
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "grupos/<int:pk>/formalizacion/"
_CURES = f"{_ROOT}saneamientos/"

urlpatterns = [
    guarded_path(_CURES, cures.room, name="legal_cures", needs=P.VIEW_LEGAL),
    guarded_path(f"{_CURES}abrir/", cures.open_one, name="legal_cure_open", needs=P.RECORD_FACTS),
    guarded_path(f"{_CURES}acto-anterior/", cures.old_act, name="legal_old_act", needs=P.RECORD_FACTS),
    guarded_path(f"{_CURES}<int:cure>/", cures.detail, name="legal_cure", needs=P.VIEW_LEGAL),
    guarded_path(f"{_CURES}<int:cure>/anotar/", cures.record, name="legal_cure_act", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}actos/<int:act>/leer/", reading.read, name="legal_act_read", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}actos/<int:act>/puntos/", reading.points, name="legal_act_points", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}actos/<int:act>/quitar/", reading.take_back, name="legal_act_take_back", needs=P.DECIDE),
]
