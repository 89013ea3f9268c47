"""The manual, for whoever has an account."""

from incubator.doors import Door, guarded_path
from incubator.views import help as manual

urlpatterns = [
    guarded_path("ayuda/", manual.index, name="help", needs=Door.SIGNED_IN),
    guarded_path("ayuda/<slug:name>/", manual.page, name="help_page", needs=Door.SIGNED_IN),
]
