"""The rooms of money in a browser, wide and on a phone, with what people most often find there."""

import pytest
from django.urls import reverse

from cases.funding.bases.shapes import AskedDocument, Item
from cases.funding.words import DocumentKind, DocumentOf
from cases.services.funding import quotations, vault
from incubator import calendars
from incubator.enums import Tier
from tests.authorization.corners import stored
from tests.factories.people import officer_of
from tests.funding.money_scene import DAY, ITEMS, an_asking, line, money_bases, presented, written

pytestmark = pytest.mark.django_db(transaction=True)
ASKED = (
    AskedDocument("standing", DocumentKind.LEGAL_STANDING, "Certificado de vigencia", valid_days=30, clause="Bases, 5"),
    AskedDocument("id", DocumentKind.IDENTITY, "Cédula de identidad", DocumentOf.PERSON),
    AskedDocument("bank", DocumentKind.BANK, "Certificado de la cuenta bancaria"),
)
LINES = (
    line("Torno de banco", "tools", (900_000, 0, 0), own_cash=100_000, note="Precio de dos tiendas"),
    line("Instructora de telar", "work", (200_000, 200_000, 100_000), own_kind=50_000),
    line("Horno eléctrico", "gear", (400_000, 0, 0)),
)


class _Corner(dict):
    word = "pantalla"


def test_budget_quotations_and_documents(place, look_over):
    items = (*ITEMS, Item("gear", "Equipos", quotations=2, cap_amount=300_000))
    with calendars.travel(DAY):
        asking = an_asking(place, money_bases(items=items, documents=ASKED))
        by = officer_of(place)
        draft = written(asking, LINES)
        corner = _Corner(officer=by)
        corner.place = place
        proof = stored(corner, 1, Tier.LEGAL)
        quotations.add(
            by=by, application=asking, on=DAY, evidence=proof, item="gear", detail="Horno eléctrico",
            supplier="Hornos del Sur Limitada", supplier_rut="76086428-5", amount=380_000, quoted_on=DAY,
        )  # fmt: skip
        for kind in (DocumentKind.LEGAL_STANDING, DocumentKind.BANK):
            proof = stored(corner, kind, Tier.LEGAL)
            vault.keep(by=by, case=asking.case, on=DAY, kind=kind, happened_on=DAY, evidence=proof)
        group = asking.case.organization_id
        rooms = [
            ("sala", reverse("application_budget", args=[asking.pk])),
            ("escribir", reverse("budget_edit", args=[asking.pk, draft.pk])),
            ("cotizacion", reverse("quotation_new", args=[asking.pk])),
            ("pedidos", reverse("application_documents", args=[asking.pk])),
            ("documentos", reverse("group_vault", args=[group])),
            ("guardar", reverse("vault_new", args=[group])),
        ]
        look_over(by, "dinero", rooms)


def test_a_presented_budget_and_an_empty_vault(place, look_over):
    with calendars.travel(DAY):
        asking = an_asking(place)
        presented(asking)
        written(asking, [line(own_cash=100_000)])
        rooms = [
            ("versiones", reverse("application_budget", args=[asking.pk])),
            ("vacio", reverse("group_vault", args=[asking.case.organization_id])),
        ]
        look_over(officer_of(place), "dinero", rooms)
