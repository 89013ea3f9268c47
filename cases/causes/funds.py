"""What the funds wait for until an application leaves the house: closings, questions, papers, reviews, new bases."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.html import format_html

from cases.causes.desk import each, group_link
from cases.causes.fund_desk import FIRST, applications, left, nearing, open_cases, overdue, task, told, unsent, whose
from cases.funding.around import due
from cases.funding.life import BEFORE_FILING, FundState
from cases.funding.words import PlacementKind
from cases.models import BasesVersion, CallInterest, FundAnswer, FundPlacement, VaultDocument
from cases.models.funding.calls import agreements_of
from incubator import causes
from incubator.access import Permission, scope_of
from incubator.causes import Listing, Task
from incubator.navigation import address
from incubator.templatetags.minga import dmy

ALL = ("urgent", "waits", "info")


@causes.listed("fund_closing", "Cierre de un fondo", tones=ALL)
def fund_closing(asked):
    """An application that has not left the house, and its call closes: told 30, 15, 7, 3 and 1 days before."""
    rows = due.with_closing(unsent(asked), asked.on)
    yield from nearing(asked, rows, "closes_on", _closing, stem="fund_closing", whose=whose(asked))
    interests = due.with_closing(due.interested(open_cases(asked)), asked.on)
    yield from nearing(asked, interests, "closes_on", _interest, stem="fund_interest")


def _closing(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "<b>{}</b> cierra {} y la postulación de {} no está enviada."
        sentence = format_html(words, fund.call.programme, left(asked.on, row.due_on), group_link(case))
        detail = f"Está «{fund.get_state_display()}» · vea la hora exacta en su página"
        yield task(row, case, fund, sentence, detail, "Continuar")


def _interest(asked, rows):
    found = _interests(rows)
    for row, case in each(asked, rows):
        call = found[row.subject].call
        words = "<b>{}</b> cierra {}: {} dijo que le interesa."
        sentence = format_html(words, call.programme, left(asked.on, row.due_on), group_link(case))
        yield _call_task(row, case, call, sentence, "Empiece la postulación, o anote que se descarta.")


def _interests(rows):
    found = CallInterest.objects.filter(pk__in=[row.subject for row in rows])
    return found.select_related("call__agency").in_bulk()


def _call_task(row, case, call, sentence, detail):
    return Task(
        key=row.key,
        sentence=sentence,
        detail=detail,
        url=address("fund_call", call.pk) or reverse("group_detail", args=[case.organization_id]),
        action="Ver el fondo",
        about=f"{call.programme}, {case.organization.name}",
        code=case.code,
        needs=Permission.VIEW_FUNDS,
    )


@causes.listed("fund_missed", "Cierre pasado sin envío", tones=("waits",))
def fund_missed(asked):
    """Its call closed and nothing says that it was sent: record the filing with its receipt, or let it go."""
    rows = due.with_closing(unsent(asked), asked.on)
    yield overdue(asked, rows, "closes_on", _missed, tone="waits", whose=whose(asked))


def _missed(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "<b>{}</b> cerró y la postulación de {} no figura enviada."
        detail = f"Cerró el {dmy(row.due_on)}. Si se envió a tiempo, anote el envío con su comprobante; si no, desista."
        sentence = format_html(words, fund.call.programme, group_link(case))
        yield task(row, case, fund, sentence, detail, "Resolver", "application_package")


@causes.listed("fund_questions", "Fin de las consultas de un fondo", tones=("waits", "info"))
def fund_questions(asked):
    """Until when the agency answers questions."""
    rows = due.with_questions(unsent(asked), asked.on)
    tones = ("waits", "info")
    yield from nearing(asked, rows, "asks_on", _asks, stem="fund_questions", tones=tones, whose=whose(asked))
    interests = due.with_questions(due.interested(open_cases(asked)), asked.on)
    yield from nearing(asked, interests, "asks_on", _may_ask, stem="fund_interest_questions", tones=tones)


def _asks(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "<b>{}</b> recibe consultas hasta el {}: {} está postulando."
        sentence = format_html(words, fund.call.programme, dmy(row.due_on), group_link(case))
        yield task(row, case, fund, sentence, "Después de ese día no responde.", "Ver")


def _may_ask(asked, rows):
    found = _interests(rows)
    for row, case in each(asked, rows):
        call = found[row.subject].call
        words = "<b>{}</b> recibe consultas hasta el {}: a {} le interesa."
        sentence = format_html(words, call.programme, dmy(row.due_on), group_link(case))
        yield _call_task(row, case, call, sentence, "Después de ese día no responde.")


@causes.listed("fund_papers", "Documento que no alcanza al cierre", tones=("waits",))
def fund_papers(asked):
    """The newest paper of a kind that the bases ask for will not count on the day of the closing."""
    newer = VaultDocument.objects.filter(
        case=OuterRef("case"), kind=OuterRef("kind"), subject=OuterRef("subject"), set_aside_on__isnull=True
    )
    newer = newer.filter(Q(person=OuterRef("person")) | Q(person__isnull=True))
    newer = newer.filter(
        Q(happened_on__gt=OuterRef("happened_on")) | Q(happened_on=OuterRef("happened_on"), pk__gt=OuterRef("pk"))
    )
    papers = VaultDocument.objects.filter(case=OuterRef("case"), set_aside_on__isnull=True).filter(~Exists(newer))
    bases, day = OuterRef("bases__content"), OuterRef("closes_on")
    late = due.RunsOut(bases, F("kind"), F("happened_on"), F("valid_until"), day)
    rows = due.with_closing(unsent(asked), asked.on).filter(
        closes_on__range=(asked.on, asked.on + timedelta(days=FIRST))
    )
    rows = rows.filter(Exists(papers.annotate(late=late).filter(late=True)))
    yield Listing(rows, _papers, "waits", about="case__", due="closes_on", whose=whose(asked))


def _papers(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "Un <b>documento guardado</b> de {} no valdrá al cierre de {}."
        sentence = format_html(words, group_link(case), fund.call.programme)
        detail = f"Cierra el {dmy(row.due_on)}: pídalo de nuevo antes de ese día."
        yield task(row, case, fund, sentence, detail, "Ver los documentos", "application_documents")


@causes.listed("fund_bases", "Bases nuevas por adoptar", tones=("waits",))
def fund_bases(asked):
    """The agency changed the bases while the application was being written."""
    newest = Subquery(due.in_force(asked.on).values("number")[:1])
    rows = due.with_closing(unsent(asked).annotate(newest=newest), asked.on)
    rows = rows.filter(newest__gt=F("bases__number"))
    yield Listing(rows, _bases, "waits", about="case__", due="closes_on", whose=whose(asked))


def _bases(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "<b>{}</b> cambió sus bases: revise la postulación de {}."
        sentence = format_html(words, fund.call.programme, group_link(case))
        yield task(row, case, fund, sentence, "Vea qué cambió y adopte la versión nueva.", "Ver el cambio")


@causes.listed("fund_review", "Postulación en revisión", tones=("info",))
def fund_review(asked):
    """It waits for whoever may approve it and wrote none of it."""
    wrote = FundAnswer.objects.filter(application=OuterRef("pk"), by=asked.user)
    scope = scope_of(asked.user, Permission.APPROVE_FUNDS)
    mine = Q(case__incubator__in=scope.incubator_ids) | Q(case__organization__in=scope.organization_ids)
    rows = due.with_closing(unsent(asked).filter(mine, state=FundState.REVIEW), asked.on)
    rows = rows.filter(~Exists(wrote)).exclude(opened_by=asked.user)
    yield Listing(rows, _review, "info", about="case__", due="closes_on", whose=Q())


def _review(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "La postulación a <b>{}</b> de {} espera <b>su aprobación</b>."
        sentence = format_html(words, fund.call.programme, group_link(case))
        yield task(row, case, fund, sentence, "No la aprueba quien la escribió.", "Revisar", "application_review")


@causes.listed("fund_inherited", "Borrador heredado", tones=("waits",))
def fund_inherited(asked):
    """A draft that came with a group from another municipality: it is judged again here."""
    came = FundPlacement.objects.filter(
        application=OuterRef("pk"), kind=PlacementKind.INHERITED.value, settled_on__isnull=True
    )
    rows = due.with_closing(unsent(asked).filter(Exists(came)), asked.on)
    yield Listing(rows, _inherited, "waits", about="case__", due="closes_on", whose=whose(asked))


def _inherited(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "La postulación a <b>{}</b> de {} llegó como <b>borrador heredado</b>."
        sentence = format_html(words, fund.call.programme, group_link(case))
        yield task(row, case, fund, sentence, "Vea si aquí cumple, y siga o desista.", "Revisar", "fund_settle")


@causes.listed("fund_tell_agency", "Traslado por avisar al fondo", tones=("waits",))
def fund_tell_agency(asked):
    """An application that went on with its case to another municipality: its agency is told."""
    went = FundPlacement.objects.filter(
        application=OuterRef("pk"), kind=PlacementKind.WENT.value, settled_on__isnull=True
    )
    rows = applications(asked).filter(Exists(went)).exclude(state__in=BEFORE_FILING)
    yield Listing(rows, _tell, "waits", about="case__", whose=whose(asked))


def _tell(asked, rows):
    for row, case, fund in told(asked, rows):
        words = "Avise a quien dio el fondo <b>{}</b> que {} cambió de municipalidad."
        sentence = format_html(words, fund.call.programme, group_link(case))
        yield task(row, case, fund, sentence, "Anote cuándo y cómo se avisó.", "Anotar el aviso", "fund_settle")


@causes.cause("fund_check", "Llamado a un fondo por comprobar")
def fund_check(asked):
    """Bases that somebody else wrote, with nothing left to review, wait to be checked value by value."""
    if not scope_of(asked.user, Permission.ENTER_FUND_CALLS):
        return
    rows = BasesVersion.objects.filter(checked_on__isnull=True, to_review=[], call__withdrawn_on__isnull=True)
    rows = rows.filter(call__agreement__in=agreements_of(asked.user), in_force_from__isnull=False)
    rows = rows.exclude(recorded_by=asked.user).exclude(authors=asked.user)
    for version in rows.select_related("call__agency").order_by("first_closes_at", "pk"):
        yield Task(
            key=f"fund_check:{version.pk}",
            sentence=format_html("<b>{}</b> espera que otra persona <b>lo compruebe</b>.", version.call.programme),
            detail="Mientras nadie lo comprueba, no se ofrece a los grupos.",
            url=address("fund_call", version.call_id) or reverse("my_day"),
            action="Comprobar",
            tone="info",
            about=version.call.programme,
        )
