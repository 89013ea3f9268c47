"""compose_report: the report of a month as files: a draft, or sealed with --seal. Same door as the screens."""

from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from incubator import calendars
from incubator.calendars import Month
from incubator.models import Agreement, Incubator
from incubator.requirements import Refused
from incubator.services import accounts
from reports import documents, services
from reports.models import Report
from reports.services import products, reading

#: Exit codes: what was asked does not exist; the rules refuse it.
UNUSABLE, REFUSED = 2, 3


class Command(BaseCommand):
    """Compose, and with --seal also seal, the report of an incubator for a month."""

    help = (
        "Prepara el informe mensual de una incubadora y deja sus archivos en una carpeta. Sin --seal, un borrador; "
        "con --seal, lo sella. Un mes ya sellado entrega otra vez sus archivos sellados. Sale con 0 si quedó hecho, "
        "con 2 si lo pedido no existe y con 3 si las reglas no lo permiten."
    )

    def add_arguments(self, parser):
        parser.add_argument("--incubator", required=True, metavar="CUT", help="código de la comuna, por ejemplo 05501")
        parser.add_argument("--period", required=True, metavar="AAAA-MM", help="mes, por ejemplo 2021-06")
        parser.add_argument("--agreement", metavar="CÓDIGO", help="convenio; si falta, el vigente ese mes")
        parser.add_argument("--seal", action="store_true", help="sellar el informe")
        parser.add_argument("--prepared-by", metavar="CORREO", help="quien prepara (con --seal)")
        parser.add_argument("--by", metavar="CORREO", help="quien actúa: compone, o sella con --seal")
        parser.add_argument("--out", required=True, type=Path, metavar="CARPETA", help="dónde dejar los archivos")
        for name, words in (("summary", "el mes en pocas palabras"), ("deviations", "desviaciones y medidas")):
            parser.add_argument(f"--{name}", metavar="TEXTO", help=f"relato: {words}")
        parser.add_argument("--next-steps", metavar="TEXTO", help="relato: próximos pasos")

    def handle(self, *args, **options):
        try:
            self._made(options)
        except Refused as refused:
            raise CommandError("\n".join(refused.sentences), returncode=REFUSED) from refused
        except PermissionDenied as denied:
            raise CommandError(str(denied), returncode=REFUSED) from denied

    def _made(self, options):
        incubator, month = self._incubator(options["incubator"]), self._month(options["period"])
        agreement = self._agreement(options["agreement"], incubator, month)
        out = self._folder(options["out"])
        kept = Report.objects.sealed().filter(agreement=agreement, incubator=incubator, period=month.first).first()
        if kept is None:
            kept = self._sealed(options, agreement, incubator, month) if options["seal"] else None
        if kept is not None:
            written = products.write_to(out, kept)
            self._say(f"Informe de {month.label}, sellado el {calendars.local_day(kept.sealed_at):%d-%m-%Y}.", written)
            return
        draft = self._draft(options, options["by"], agreement, incubator, month)
        written = []
        for made in documents.informe(draft):
            written.append(out / made.name)
            written[-1].write_bytes(made.content)
        self._say(f"Borrador del informe de {month.label}. No sirve para rendir.", written)

    def _draft(self, options, email, agreement, incubator, month):
        """The draft, with the words that came with the command."""
        on = calendars.today()
        by = accounts.acting(email=email, incubator=incubator, on=on)
        draft = services.compose(by=by, agreement=agreement, incubator=incubator, period=month, on=on)
        texts = {name: options[name] for name in ("summary", "deviations", "next_steps") if options[name]}
        return services.write_narrative(by=by, report=draft, on=on, **texts) if texts else draft

    def _sealed(self, options, agreement, incubator, month):
        """Prepared by one person and sealed by another."""
        if not options["by"] or not options["prepared_by"]:
            raise CommandError(
                "Para sellar diga quién prepara (--prepared-by) y quién sella (--by): son dos personas.",
                returncode=UNUSABLE,
            )
        draft = self._draft(options, options["prepared_by"], agreement, incubator, month)
        on, at = calendars.today(), calendars.now()
        preparer = accounts.acting(email=options["prepared_by"], incubator=incubator, on=on)
        draft = services.ask_seal(by=preparer, report=draft, on=on, at=at)
        sealer = accounts.acting(email=options["by"], incubator=incubator, on=on)
        return services.seal(by=sealer, report=draft, on=on, at=at, seen=reading.shown_digest(draft))

    def _incubator(self, cut):
        found = Incubator.objects.filter(commune_id=cut.zfill(5)).first()
        if found is None:
            raise CommandError(
                f"No hay una incubadora en la comuna {cut}. Escriba su código CUT de cinco cifras.", returncode=UNUSABLE
            )
        return found

    def _month(self, text):
        try:
            return Month.parse(text)
        except ValueError as error:
            raise CommandError(str(error), returncode=UNUSABLE) from error

    def _agreement(self, code, incubator, month):
        if code:
            found = Agreement.objects.filter(code=code).first()
            reason = f"No hay un convenio con el código {code}."
        else:
            found = incubator.agreement_on(month.last) or incubator.agreement_on(month.first)
            reason = f"La incubadora no tiene convenio vigente en {month.label}: diga cuál con --agreement."
        if found is None:
            raise CommandError(reason, returncode=UNUSABLE)
        return found

    def _folder(self, folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"No se puede escribir en {folder}: elija otra carpeta.", returncode=UNUSABLE) from error
        return folder

    def _say(self, sentence, written):
        self.stdout.write(sentence)
        for path in written:
            self.stdout.write(f"  {path}")
