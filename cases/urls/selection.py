"""How a call is decided: rubric, evaluators, sheets, order, letters and appeals."""

from cases.enums import LetterKind
from cases.views.selection import appeals, calls, evaluations, groups, letters, rubric
from incubator.access import Permission
from incubator.doors import guarded_path
from incubator.slugs import spoken

spoken("letter", LetterKind)

P = Permission
_CALL, _GROUP, _OWN = "convocatorias/<int:pk>", "grupos/<int:pk>", "evaluaciones/<int:pk>"
_LETTER = f"{_GROUP}/cartas/<int:letter>"

urlpatterns = [
    guarded_path(f"{_CALL}/pauta/", rubric.rubric, name="call_rubric", needs=P.WRITE_GROUPS),
    guarded_path(f"{_CALL}/seleccion/", calls.selection, name="call_selection", needs=calls.NEEDS),
    guarded_path(f"{_CALL}/evaluadores/", calls.assign, name="call_assign", needs=P.DECIDE),
    guarded_path(f"{_CALL}/orden/", calls.rank, name="call_rank", needs=P.DECIDE),
    guarded_path(f"{_CALL}/resuelta/", calls.resolve, name="call_settle", needs=P.DECIDE),
    guarded_path(f"{_CALL}/lista-de-espera/", calls.waiting, name="call_waiting", needs=calls.NEEDS),
    guarded_path("evaluaciones/", evaluations.listing, name="evaluation_list", needs=P.EVALUATE),
    guarded_path(f"{_OWN}/", evaluations.detail, name="evaluation_detail", needs=P.EVALUATE),
    guarded_path(f"{_OWN}/declarar/", evaluations.declare, name="evaluation_declare", needs=P.EVALUATE),
    guarded_path(f"{_OWN}/pauta/", evaluations.sheet, name="evaluation_sheet", needs=P.EVALUATE),
    guarded_path(f"{_GROUP}/evaluacion/", groups.evaluation, name="fact_evaluation", needs=groups.NEEDS),
    guarded_path(f"{_GROUP}/evaluacion/encargar/", groups.assign, name="evaluator_assign", needs=P.DECIDE),
    guarded_path(
        f"{_GROUP}/evaluacion/<int:given>/terminar/", groups.release, name="evaluator_release", needs=P.DECIDE
    ),
    guarded_path(f"{_GROUP}/cartas/", letters.listing, name="case_letters", needs=letters.NEEDS),
    guarded_path(f"{_GROUP}/cartas/borrador/<letter:kind>/", letters.draft, name="letter_draft", needs=P.DECIDE),
    guarded_path(f"{_GROUP}/cartas/emitir/<letter:kind>/", letters.issue, name="letter_issue", needs=P.DECIDE),
    guarded_path(f"{_LETTER}/", letters.letter, name="letter_file", needs=P.VIEW_PEOPLE),
    guarded_path(f"{_LETTER}/notificar/", letters.notify, name="letter_notify", needs=P.RECORD_FACTS),
    guarded_path(f"{_GROUP}/apelacion/", appeals.appeal, name="case_appeal", needs=appeals.NEEDS),
    guarded_path(f"{_GROUP}/apelacion/<int:appeal>/decidir/", appeals.decide, name="appeal_decide", needs=P.DECIDE),
]
