"""The plan in versions: a draft several people write, presented one day, approved by somebody who wrote none of it."""

from django.db import transaction

from cases import projection
from cases.enums import CostKind, PlanSection
from cases.models import BusinessPlan, Case, MarketCheck, PlanCost, PlanProduct
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Finding, Kind, Refused

#: The rows of a plan: where they hang, and what each holds.
ROWS = {
    "products": (PlanProduct, ("name", "unit", "price", "unit_cost", "monthly_units")),
    "costs": (PlanCost, ("kind", "name", "amount")),
    "checks": (MarketCheck, ("kind", "checked_on", "asked", "would_buy", "learned")),
}


@transaction.atomic
def start(*, by, case, on):
    """A new draft: a copy of the last version, or an empty one. The one there is, when somebody began it."""
    case = _writable(by, case)
    draft = case.businessplans.filter(is_draft=True).first()
    if draft is not None:
        return draft
    last = case.businessplans.order_by("-version").first()
    plan = BusinessPlan.objects.create(
        case=case,
        happened_on=on,
        version=(last.version if last else 0) + 1,
        is_draft=True,
        author=by,
        recorded_by=by,
        **({name: getattr(last, name) for name in ("sections", "start_share", "months_to_full")} if last else {}),
    )
    plan.authors.add(by)
    if last is not None:
        plan.authors.add(*last.authors.all(), last.author)  # what is copied keeps who wrote it
        _copy_rows(last, plan)
    journal.record(by, "plan_started", on, subject=plan, organization=case.organization, version=plan.version)
    return plan


@transaction.atomic
def write(*, by, plan, seen, sections, start_share, months_to_full, products=(), costs=(), checks=()):
    """Write the draft anew. `seen` is the revision it was written over; whoever writes becomes an author of it.

    Rows are dictionaries with the fields of ROWS; pesos are whole. Raises Refused when somebody else saved meanwhile.
    """
    _writable(by, plan.case)
    plan = BusinessPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not plan.is_draft:
        raise Refused("Esta versión ya se presentó: empiece otra para cambiarla.")
    if plan.revision != seen:
        raise Refused(
            "Otra persona guardó este borrador mientras usted escribía. Lo que usted escribió sigue en esta página: "
            "cópielo, abra el borrador de nuevo y agréguelo."
        )
    plan.sections = {key.value: sections[key].strip() for key in PlanSection if sections.get(key, "").strip()}
    plan.start_share, plan.months_to_full = start_share, months_to_full
    plan.revision += 1
    plan.full_clean(exclude=["case", "author", "recorded_by", "evidence"])
    plan.save(update_fields=["sections", "start_share", "months_to_full", "revision"])
    plan.authors.add(by)
    for related, rows in (("products", products), ("costs", costs), ("checks", checks)):
        _replace(plan, related, rows)
    journal.record(by, "plan_written", calendars.today(), subject=plan, organization=plan.case.organization)
    return plan


@transaction.atomic
def present(*, by, plan, on, evidence=None):
    """The draft becomes a version that somebody else may approve; everything it must say is there."""
    case = _writable(by, plan.case)
    plan = BusinessPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not plan.is_draft:
        raise Refused("Esta versión ya se presentó.")
    if not case.opened_on <= on <= calendars.today():
        raise Refused("La fecha está entre el día en que se abrió el caso y hoy.")
    missing = lacks(plan)
    if missing:
        raise Refused(*(Finding("plan", Kind.FACT, False, sentence) for sentence in missing))
    plan.is_draft, plan.happened_on, plan.evidence = False, on, evidence
    plan.save(update_fields=["is_draft", "happened_on", "evidence"])
    plan.authors.add(by)
    journal.record(by, "plan_presented", on, subject=plan, organization=case.organization, version=plan.version)
    return plan


@transaction.atomic
def discard(*, by, plan):
    """Throw a draft away."""
    case = _writable(by, plan.case)
    plan = BusinessPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not plan.is_draft:
        raise Refused("Una versión presentada no se borra.")
    journal.record(by, "plan_discarded", calendars.today(), subject=plan, organization=case.organization)
    plan.delete()


def lacks(plan):
    """What a draft must say before it is presented, in sentences: none when it is ready."""
    found = []
    if not plan.sections.get(PlanSection.SUMMARY):
        found.append("Falta contar el negocio en pocas palabras.")
    if not plan.products.exists():
        found.append("Falta al menos un producto con su precio.")
    if not plan.costs.exists():
        found.append("Faltan los costos: anote al menos uno.")
    if not plan.checks.exists():
        found.append("Falta comprobar el mercado: a cuántas personas preguntaron y cuántas comprarían.")
    return found


def projection_of(plan):
    """The first year of a plan (cases.projection)."""
    costs = list(plan.costs.all())
    return projection.project(
        products=[(row.price, row.unit_cost, row.monthly_units) for row in plan.products.all()],
        fixed=sum(row.amount for row in costs if row.kind == CostKind.MONTHLY),
        investment=sum(row.amount for row in costs if row.kind == CostKind.ONCE),
        start_share=plan.start_share,
        months_to_full=plan.months_to_full,
    )


def wrote(user, plan):
    """Whether this person wrote or presented any of that version."""
    return user.pk in (plan.author_id, plan.recorded_by_id) or plan.authors.filter(pk=user.pk).exists()


def _writable(by, case):
    access.require(by, Permission.RECORD_FACTS, case)
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    return case


def _replace(plan, related, rows):
    """The rows of one kind, as they are now written."""
    model, fields = ROWS[related]
    getattr(plan, related).all().delete()
    made = [model(plan=plan, **{name: row[name] for name in fields if row.get(name) is not None}) for row in rows]
    for row in made:
        row.full_clean(exclude=["plan"])
    model.objects.bulk_create(made)


def _copy_rows(source, plan):
    for related, (model, fields) in ROWS.items():
        copies = [
            model(plan=plan, **{name: getattr(row, name) for name in fields}) for row in getattr(source, related).all()
        ]
        model.objects.bulk_create(copies)
