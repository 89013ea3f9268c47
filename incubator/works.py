"""The kernel's works of the night: the block of the chain comes last, so that it holds what the others wrote."""

from incubator import chain, nightly
from incubator.services import digests, same_person


def extend_chain(on, at):
    """One block more, when something was added since the last one."""
    number = chain.extend(at)
    return f"bloque {number}" if number else "nada nuevo que encadenar"


def send_digests(on, at):
    """Each person's day by e-mail, on the days worked where she works."""
    return digests.said(digests.send_all(on=on, now=at))


nightly.add("digest", nightly.Work("Resumen del día", send_digests, order=50))


def mark_runs(on, at):
    """The keyed mark of every RUN, before they are compared."""
    changed = same_person.mark_runs()
    return f"{changed} marcas de RUN puestas al día" if changed else "las marcas de RUN están al día"


def notice_duplicates(on, at):
    """The notices between two incubators of one agreement."""
    found = same_person.find_notices(on)
    return f"{found} avisos nuevos entre incubadoras" if found else "ningún aviso nuevo entre incubadoras"


nightly.add("run_marks", nightly.Work("Marcas de RUN", mark_runs, order=20))
nightly.add("duplicate_notices", nightly.Work("Avisos entre incubadoras", notice_duplicates, order=21))
nightly.add("chain", nightly.Work("Cadena de la bitácora", extend_chain, order=100))
