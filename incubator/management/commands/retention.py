"""`manage.py retention`: erase what is past its term; with --person, redact that person's history. Its own role."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from incubator import calendars, retention


class Command(BaseCommand):
    """Runs as the retention role, which alone may take away what only grows."""

    help = "Borra lo que cumplió su plazo y, con --person, redacta la historia de una persona."

    def add_arguments(self, parser: CommandParser) -> None:
        """A redaction names the person, the law and the act that orders it."""
        parser.add_argument("--person", type=int, metavar="ID", help="redactar la historia de esta persona")
        parser.add_argument("--basis", default="", metavar="NORMA", help="la norma en que se funda")
        parser.add_argument("--act", default="", metavar="ACTO", help="el acto que lo ordena")

    def handle(self, *args: object, **options: object) -> None:
        """Redact when asked; otherwise make again what a restore forgot, and expire."""
        on, at = calendars.today(), calendars.now()
        if options["person"]:
            self._redact(options, on, at)
            return
        if again := retention.replay(at):
            self.stdout.write(f"Redacciones hechas otra vez después de restaurar: {again}.")
        for title, count in retention.expire(on, at):
            self.stdout.write(f"{title}: {count}.")

    def _redact(self, options, on, at):
        if not options["basis"] or not options["act"]:
            raise CommandError("Indique la norma con --basis y el acto que lo ordena con --act.")
        asked = {"person_id": options["person"], "basis": options["basis"], "act": options["act"]}
        done = retention.redact(**asked, on=on, at=at)
        self.stdout.write(f"Se redactaron {done.rows} estados anteriores. La cadena conserva sus huellas.")
