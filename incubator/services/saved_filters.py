"""The filters each person keeps of a list: one's own and nobody else's. They give no right: a list asks again."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from incubator.models import SavedFilter, User
from incubator.requirements import Refused
from incubator.text import fold, squeeze

#: More than these are no help to find anything.
MOST = 20


def of(user, listing):
    """One's own filters of a list, by name."""
    return SavedFilter.objects.visible_to(user).filter(listing=listing)


@transaction.atomic
def save(*, by, listing, name, query: dict[str, str], is_default=False):
    """Keep a filter under a name; one of the same name takes the new filters."""
    User.objects.select_for_update().get(pk=by.pk)
    name, folded = _named(name)
    saved = of(by, listing).filter(name_folded=folded).first()
    if saved is None:
        if of(by, listing).count() >= MOST:
            raise Refused(f"Ya tiene {MOST} filtros guardados. Borre uno que no use y guarde este de nuevo.")
        saved = SavedFilter(user=by, listing=listing, name_folded=folded)
    saved.name, saved.query = name, query
    saved.save()
    if is_default:
        open_first(by=by, saved_id=saved.pk, opens=True)
    return saved


@transaction.atomic
def rename(*, by, saved_id, name):
    """Give it another name."""
    saved = _own(by, saved_id)
    name, folded = _named(name)
    if of(by, saved.listing).exclude(pk=saved.pk).filter(name_folded=folded).exists():
        raise ValidationError({"name": "Ya tiene un filtro con ese nombre. Póngale otro."})
    saved.name, saved.name_folded = name, folded
    saved.save(update_fields=["name", "name_folded"])
    return saved


@transaction.atomic
def open_first(*, by, saved_id, opens):
    """Whether the list opens with this filter; one alone does."""
    saved = _own(by, saved_id)
    of(by, saved.listing).filter(is_default=True).update(is_default=False)
    if opens:
        of(by, saved.listing).filter(pk=saved.pk).update(is_default=True)
    saved.is_default = bool(opens)
    return saved


@transaction.atomic
def remove(*, by, saved_id):
    """Forget it; the groups it showed are not touched."""
    saved = _own(by, saved_id)
    name = saved.name
    saved.delete()
    return name


def _own(by, saved_id):
    """One's own filter, locked; another's does not exist for this user."""
    saved = SavedFilter.objects.visible_to(by).select_for_update().filter(pk=saved_id).first()
    if saved is None:
        raise PermissionDenied("Ese filtro no es suyo o ya no está.")
    return saved


def _named(name):
    name = squeeze(name)
    if not fold(name):
        raise ValidationError({"name": "Póngale un nombre con letras o números."})
    if len(name) > SavedFilter._meta.get_field("name").max_length:
        raise ValidationError({"name": "Acorte el nombre: caben 60 letras."})
    return name, fold(name)[:60]
