"""What `manage.py load_reference` loads: each room registers the rows it cannot work without.

A room that has some writes a module `reference_rows.py` with, for instance,
`register("Tipos de cooperativa", load)`; the command finds it by its name.
"""

from collections.abc import Callable

from django.utils.module_loading import autodiscover_modules

# Writes its rows (the same twice changes nothing) and answers in Spanish what there is now: «16 regiones».
Loader = Callable[[], str]
_loaders: dict[str, Loader] = {}


def register(name: str, loader: Loader) -> None:
    """Add a loader under a Spanish name; they run in the order registered, the kernel's first."""
    if _loaders.get(name, loader) is not loader:
        raise ValueError(f"«{name}» is already registered with another loader.")
    _loaders[name] = loader


def registered() -> dict[str, Loader]:
    """Every loader by its name: the kernel's, then those of the other rooms."""
    autodiscover_modules("reference_rows")
    kernel = {name: loader for name, loader in _loaders.items() if loader.__module__.startswith("incubator.")}
    return kernel | _loaders
