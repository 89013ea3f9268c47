"""The law at work: statutes decided before a deed, the books of one that trades, one put in order, one to be cured."""

from datetime import date, timedelta

from cases.books.kinds import Body, Office
from cases.enums import ItemStatus, LegalEventKind, Risk
from cases.founding import founders
from cases.founding.kinds import CivilStatus, Direction, Guardian, Watch
from cases.models import Case, CooperativeType, LegalEvent
from cases.regularization.life import Authority, FilingState
from cases.services import books, facts, founding, legal, regularization
from incubator import calendars
from incubator.enums import EvidenceKind, Tier

_TRADES = ("Cocinera", "Artesano", "Costurera", "Jardinero", "Técnica en enfermería", "Comerciante")
SHARES, VALUE = 800, 2_500
#: What the cooperative that is put in order lacks: item, what will be done, before whom.
_LACKING = {
    "meetings.yearly": ("Citar la junta de cada año que falta y tratar los balances.", Authority.DAES),
    "daes.filing": ("Enviar al DAES las actas y balances que faltan.", Authority.DAES),
    "tax.debt": ("Pedir un convenio de pago en la Tesorería.", Authority.TREASURY),
}


def tell(life):
    """Quillota: statutes decided three days before the deed; the books of the cooperative that already trades."""
    life.at(date(2021, 4, 16), 12, lambda: _decide(life, "Las Quilas"))
    life.at(date(2021, 6, 3), 12, lambda: _open_book(life, "Camino Compartido"))


def repair(life):
    """Coquimbo: a cooperative of years ago, its diagnosis, its plan and what it already presented."""
    name = "Cooperativa Costa Clara"
    life.at(date(2021, 4, 26), 12, lambda: _diagnose(life, name))
    life.at(date(2021, 4, 30), 12, lambda: regularization.approve(by=life.team.coordinator, file=_file(life, name),
                                                                   on=calendars.today()))  # fmt: skip
    life.at(date(2021, 5, 12), 12, lambda: _present(life, name))
    life.at(date(2021, 6, 9), 12, lambda: _observed(life, name))


def cure(life):
    """Monte Patria: an extract that left out how many founded, found in time to be cured."""
    for kind, day in (
        (LegalEventKind.EXTRACT, date(2021, 4, 22)),
        (LegalEventKind.REGISTRY_ENTRY, date(2021, 5, 5)),
        (LegalEventKind.PUBLICATION, date(2021, 5, 7)),
    ):
        life.at(day, 13, lambda kind=kind: _act(life, "La Trilla", kind))
    life.at(date(2021, 5, 24), 12, lambda: _find_defect(life, "La Trilla"))


def _case(life, name):
    rows = Case.objects.current().open().select_related("organization", "incubator__commune")
    return rows.get(incubator=life.incubator, organization__name=name)


def _keep(life, title):
    return life.keep(life.team.disability, calendars.today(), EvidenceKind.DEED, title, tier=Tier.LEGAL)


def _act(life, name, kind):
    proof = _keep(life, kind.label)
    facts.record_legal_act(
        by=life.team.disability, case=_case(life, name), on=calendars.today(), kind=kind, evidence=proof
    )


def _decide(life, name):
    """Everything that the statutes ask; one founder's occupation is still to be asked."""
    by, on, case = life.team.disability, calendars.today(), _case(life, name)
    file, group = case.legal_files.get(), case.organization
    people = [member.person for member in founders.members_of(group, on)]
    for number, person in enumerate(people):
        founding.describe(
            by=by, file=file, on=on, person=person, occupation=_TRADES[number % len(_TRADES)] if number else "",
            nationality="chilena", civil_status=list(CivilStatus)[number % 2], guardian=Guardian.NO,
            address=f"Calle Inventada {120 + 4 * number}, {case.incubator.commune}",
        )  # fmt: skip
    each = SHARES // len(people)
    founding.share_out(
        by=by, file=file, on=on, shares=SHARES, share_value=VALUE,
        holdings={person.pk: (each, each // 2) for person in people},
    )  # fmt: skip
    founding.decide(
        by=by, file=file, on=on, name="Cooperativa de Trabajo Las Quilas", address="Calle Inventada 100",
        commune=case.incubator.commune, agent=people[1], agent_phone="+56 9 5550 1234",
        purposes=["Cuidar a personas mayores en sus casas.", "Dar talleres de cuidado a las familias del sector."],
    )  # fmt: skip
    first = [
        *((person, Body.SOLE_MANAGER, Office.MEMBER, False) for person in people[:3]),
        (people[3], Body.INSPECTOR, Office.HEAD, False),
        (people[4], Body.INSPECTOR, Office.HEAD, True),
    ]
    founding.form_bodies(
        by=by, file=file, on=on, direction=Direction.SOLE_MANAGER, watch=Watch.INSPECTOR, seats=first,
        direction_seats=2, years=2,
    )  # fmt: skip


def _open_book(life, name):
    """Five members with a fifth each, the only way the law leaves to five, and the first seats."""
    by, on, case = life.team.disability, calendars.today(), _case(life, name)
    people = [row.person for row in case.organization.members_on(on)]
    entries = [books.Entry(person, 100, 60) for person in people]
    books.open_book(by=by, case=case, on=on, share_value=10_000, entries=entries, evidence=_keep(life, "Escritura"))
    until = on.replace(year=on.year + 2)
    for person, body, office, alternate in (
        (people[0], Body.SOLE_MANAGER, Office.HEAD, False),
        (people[1], Body.SOLE_MANAGER, Office.MEMBER, False),
        (people[2], Body.INSPECTOR, Office.HEAD, False),
        (people[3], Body.INSPECTOR, Office.HEAD, True),
    ):
        books.take_seat(
            by=by, case=case, person=person, body=body, office=office, since=on, until=until, alternate=alternate,
            accepted_on=on,
        )  # fmt: skip


def _file(life, name):
    return _case(life, name).regularization_files.get()


def _diagnose(life, name):
    """Every point of high risk looked at, and a plan for what does not meet; somebody else approves it."""
    by, on, file = life.team.disability, calendars.today(), _file(life, name)
    kind = CooperativeType.objects.get(code="trabajo")
    regularization.begin(by=by, file=file, on=on, cooperative_type=kind, years_from=on.year - 1)
    members = file.case.organization.members_on(on).count()
    register = _keep(life, "Registro de integrantes")
    regularization.count_members(by=by, file=file, on=on, members=members, evidence=register)
    proof = _keep(life, "Carpeta de la cooperativa")
    for item in file.items.filter(risk=Risk.HIGH, status=ItemStatus.UNKNOWN):
        lacks = item.key in _LACKING
        status = ItemStatus.DOES_NOT if lacks else ItemStatus.MEETS
        regularization.update_item(
            by=by, item=item, on=on, status=status, evidence=None if lacks else proof, seats_left=True
        )
        if lacks:
            regularization.write_plan(
                by=by, item=item, on=on, plan=_LACKING[item.key][0], responsible="Gerencia de la cooperativa",
                due_on=on + timedelta(days=120),
            )  # fmt: skip
    regularization.present(by=by, file=file, on=on)


def _present(life, name):
    """Everything that lacks goes before its authority."""
    by, on, file = life.team.disability, calendars.today(), _file(life, name)
    for item in file.items.filter(key__in=_LACKING).order_by("pk"):
        debt = 480_000 if item.is_debt else None
        filing = regularization.open_filing(
            by=by, item=item, on=on, authority=_LACKING[item.key][1], amount=debt,
            agreement="Doce cuotas" if debt else "",
        )  # fmt: skip
        regularization.step_filing(
            by=by, filing=filing, on=on, to=FilingState.FILED, evidence=_keep(life, "Comprobante de ingreso")
        )


def _observed(life, name):
    """The DAES asks for the list of who attended one meeting."""
    filing = _file(life, name).items.filter(key="meetings.yearly").order_by("pk").first().filings.get()
    regularization.step_filing(
        by=life.team.disability, filing=filing, on=calendars.today(), to=FilingState.OBSERVED,
        note="Falta la lista de asistencia de la junta.", evidence=_keep(life, "Oficio del DAES"),
    )  # fmt: skip


def _find_defect(life, name):
    """Reading it opens the cure of its deed."""
    by, on, case = life.team.disability, calendars.today(), _case(life, name)
    acts = {act.kind: act for act in LegalEvent.objects.filter(case=case)}
    legal.read_document(
        by=by, event=acts[LegalEventKind.EXTRACT], on=on, items={"extract.founders_count": "no", "mismatch": "same"}
    )
