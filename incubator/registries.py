"""What higher rooms add to the kernel's pages: found by the name of their module, so that the kernel imports none."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from django.utils.module_loading import autodiscover_modules

T = TypeVar("T")


class Registry(Generic[T]):
    """Named things, added by modules of one name («causes», «panels» …) of any room."""

    def __init__(self, module: str):
        self._module = module
        self._things: dict[str, T] = {}
        self._searched = False

    def add(self, name: str, thing: T) -> T:
        """Add a thing under a name; one name, one thing."""
        if name in self._things:
            raise ValueError(f"«{name}» is already registered in {self._module}.")
        self._things[name] = thing
        return thing

    def __iter__(self) -> Iterator[T]:
        """Every thing, once each room had its chance to add its own."""
        if not self._searched:
            autodiscover_modules(self._module)
            self._searched = True
        return iter(list(self._things.values()))
