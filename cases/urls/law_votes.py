"""The votes of a junta, for everybody."""

from cases.views.law_votes import votes
from incubator.doors import Door, guarded_path

urlpatterns = [guarded_path("reglas/votos/", votes, name="law_votes", needs=Door.PUBLIC)]
