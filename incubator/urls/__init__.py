"""Every address of this room: each module of this package lists its own in `urlpatterns`."""

from importlib import import_module
from pkgutil import iter_modules

urlpatterns = [
    pattern
    for module in iter_modules(__path__)
    for pattern in getattr(import_module(f"{__name__}.{module.name}"), "urlpatterns", [])
]
