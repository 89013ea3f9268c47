"""The rules of the law, for everybody."""

from cases.views import law
from incubator.doors import Door, guarded_path

urlpatterns = [
    guarded_path("reglas/", law.rules, name="law_rules", needs=Door.PUBLIC),
    guarded_path("reglas/saneamiento/", law.regularization, name="law_regularization", needs=Door.PUBLIC),
    guarded_path("reglas/cinco-o-diez/", law.five_or_ten, name="law_five_or_ten", needs=Door.PUBLIC),
]
