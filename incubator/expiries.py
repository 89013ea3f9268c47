"""What the kernel keeps for a time: copies of census workbooks, and the log of daily messages."""

from datetime import timedelta

from django.db import transaction

from incubator import files, retention
from incubator.models import DigestDelivery, Evidence


def erase_files(term, on, at):
    """Files whose own date has passed: the content goes, the row stays with its digest."""
    due = Evidence.objects.filter(expires_on__lte=on, erased_at__isnull=True)
    digests = dict(due.values_list("pk", "sha256"))
    Evidence.objects.filter(pk__in=digests).update(erased_at=at)
    still = Evidence.objects.filter(sha256__in=digests.values(), erased_at__isnull=True)
    kept = set(still.values_list("sha256", flat=True))
    for sha256 in set(digests.values()) - kept:
        transaction.on_commit(lambda sha256=sha256: files.delete(sha256))
    return len(digests)


def erase_deliveries(term, on, at):
    """Messages of a day long past."""
    count, _ = DigestDelivery.objects.filter(day__lt=on - timedelta(days=term.days)).delete()
    return count


retention.add("census_copy", retention.Expiry("Copias de planillas de catastro", erase_files))
retention.add("digest_delivery", retention.Expiry("Registro de resúmenes enviados", erase_deliveries))
