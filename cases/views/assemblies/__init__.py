"""The pages of a cooperative's meetings: the founding one and the later ones, with the same steps."""

from cases.views.assemblies.acts import attach, close, dissent, fail
from cases.views.assemblies.listing import founding, listing
from cases.views.assemblies.minutes import attendance, elections, votes
from cases.views.assemblies.notices import medium, notices, take_back
from cases.views.assemblies.pages import detail
from cases.views.assemblies.papers import evidence, pdf, word
from cases.views.assemblies.planning import edit, new

__all__ = [
    "attach",
    "attendance",
    "close",
    "detail",
    "dissent",
    "edit",
    "elections",
    "evidence",
    "fail",
    "founding",
    "listing",
    "medium",
    "new",
    "notices",
    "pdf",
    "take_back",
    "votes",
    "word",
]
