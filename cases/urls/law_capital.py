"""The sums of the capital, for everybody."""

from cases.views.law_capital import law_capital
from incubator.doors import Door, guarded_path

urlpatterns = [guarded_path("reglas/capital/", law_capital, name="law_capital", needs=Door.PUBLIC)]
