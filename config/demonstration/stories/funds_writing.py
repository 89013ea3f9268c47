"""An application as people write it: opened, answered, with its documents and budget, read by others, and sent."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.enums import ConfirmationSubject
from cases.funding.bases.shapes import FieldKind
from cases.funding.bases.written import bases_of
from cases.funding.eligibility import judge, kinds
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.form import confirming, reviewing
from cases.funding.package.judged import leaves
from cases.funding.package.whole import Whole
from cases.funding.vault.access import tier_of
from cases.funding.words import ApplicantKind, Channel, DocumentOf, ReceiverKind
from cases.models import Case, FundApplication
from cases.services import facts
from cases.services.funding import (
    answers,
    applications,
    approving,
    budgets,
    filing,
    quotations,
    reserved,
    reviews,
    vault,
    verifying,
)
from config.demonstration.cast import check_character
from config.demonstration.stories.funds_calls import call_of
from incubator import calendars
from incubator.enums import EvidenceKind, Tier

_A, _R = ApplicantKind, ReceiverKind
#: What each field says when the case does not say it already.
_TEXTS = {
    "necesidad": "El grupo trabaja con herramientas prestadas y pierde encargos. Con equipos propios puede cumplirlos.",
    "negocio": "Trabajamos en grupo y vendemos lo que hacemos a las familias y negocios de la comuna.",
    "mercado": "Compran las familias de la comuna y dos negocios del centro, que piden todos los meses.",
    "sostenibilidad": "De cada venta se guarda una parte para reponer herramientas y materiales.",
}
#: What the group agrees to besides the application itself, as its sheet says it.
_AGREES = {
    ConfirmationSubject.FUND_APPEAL: "El grupo acuerda presentar un recurso por su postulación «{}» ({}).",
    ConfirmationSubject.FUND_RENUNCIATION: "El grupo acuerda renunciar a lo adjudicado a su postulación «{}» ({}).",
    ConfirmationSubject.FUND_CUT: "El grupo está de acuerdo con el presupuesto ajustado de su postulación «{}» ({}).",
}
_FRAME = (
    ("goal", "El grupo vive de su trabajo", "Ingresos por persona", "Libro de ventas", "La demanda se mantiene"),
    ("purpose", "El grupo cumple sus encargos", "Encargos cumplidos", "Libro de pedidos", "El grupo sigue unido"),
    ("component", "Equipos instalados", "Equipos en uso", "Fotografías", "Hay despacho a la comuna"),
    ("activity", "Comprar e instalar los equipos", "Compras hechas", "Facturas", "Los precios no suben"),
)


@dataclass(frozen=True)
class Bid:
    """What one group asks of one call. `lines`: (item, thing, pesos asked, own cash, own valued)."""

    group: str
    call: str
    title: str
    begun: date
    lines: tuple = ()
    applicant: ApplicantKind = _A.GROUP
    receiver: ReceiverKind = _R.MEMBER
    channel: Channel = Channel.ONLINE
    place: str = ""
    papers_on: date | None = None  # when its documents were issued; none: a few days before they are kept


class Writing:
    """One application of a life, each step by whoever takes it and on its day."""

    def __init__(self, life, bid: Bid):
        self.life, self.bid, self.team = life, bid, life.team
        self.pk = None

    @property
    def case(self):
        """The case of the group, as it stands."""
        rows = Case.objects.current().select_related("organization", "incubator__commune")
        return rows.get(incubator=self.life.incubator, organization__name=self.bid.group)

    @property
    def application(self):
        """The application, as it stands."""
        return FundApplication.objects.select_related("case__organization", "case__incubator", "call", "bases").get(
            pk=self.pk
        )

    def paper(self, title, kind=EvidenceKind.FUND, tier=Tier.LEGAL, by=None):
        """A page that backs a fact, kept in the municipality of this life."""
        return self.life.keep(by or self.team.disability, calendars.today(), kind, title, tier=tier)

    def begin(self):
        """The adviser opens it: who applies, who signs, who receives."""
        bid, on = self.bid, calendars.today()
        person = self.case.organization.members_on(on).first().person
        who = {"signer": person, "applicant_person": person if bid.applicant == _A.MEMBER else None}
        if bid.applicant == _A.MUNICIPALITY:
            who = {"signer_name": f"Alcaldía de {self.life.incubator.commune} (de demostración)"}
        opened = applications.begin(
            by=self.team.advisor, case=self.case, call=call_of(self.life, bid.call), on=on, title=bid.title,
            applicant_kind=bid.applicant, receiver_kind=bid.receiver,
            receiver_person=person if bid.receiver == _R.MEMBER else None, **who,
        )  # fmt: skip
        self.pk = opened.pk

    def write(self):
        """The form, by the adviser; what the case brought stays."""
        held = self.application
        done = {row.key for row in held.answers.all()}
        said = {
            one.key: self._value(one)
            for section in bases_of(held.bases).sections
            for one in section.fields
            if one.key not in done and one.required
        }
        answers.save(
            by=self.team.advisor, application=held, values=said, seen={}, page="demostracion", at=calendars.now()
        )

    def budget(self, *, present=True):
        """Its lines in the first month, with the quotations that the bases ask, the one chosen among them."""
        held, on, by = self.application, calendars.today(), self.team.advisor
        asked = {item.key: item.quotations for item in bases_of(held.bases).items}
        for item, name, pesos, *own in self.bid.lines:
            for number in range(asked.get(item, 0)):
                rut = 49_900_000 + number
                kept = quotations.add(
                    by=by, application=held, on=on, evidence=self.paper("Cotización", by=by), item=item, detail=name,
                    supplier=f"Proveedor {number + 1} de demostración", supplier_rut=f"{rut}-{check_character(rut)}",
                    amount=pesos + sum(own) + number * 15_000, quoted_on=on, valid_until=on + timedelta(days=60),
                )  # fmt: skip
                if not number:
                    quotations.choose(by=by, quotation=kept, on=on)
        draft = budgets.start(by=by, application=held, on=on)
        signers = self.case.organization.members_on(on).count()
        draft = budgets.write(by=by, budget=draft, seen=draft.revision, lines=lines_of(self.bid), signers=signers)
        if present:
            budgets.present(by=by, budget=draft, on=on)

    def keep_papers(self):
        """Each document that is asked, by the officer who may keep the personal ones too."""
        on, by, case = calendars.today(), self.team.disability, self.case
        for one in Whole(self.application, by=by, on=on).papers:
            if one.is_fine:
                continue
            asked, person = one.asked, one.person if one.asked.subject == DocumentOf.PERSON else None
            vault.keep(
                by=by, case=case, on=on, kind=asked.kind, subject=asked.subject, person=person, name=asked.name,
                happened_on=self.bid.papers_on or on - timedelta(days=3),
                evidence=self.paper(asked.kind.label, tier=tier_of(asked.kind, asked.subject)),
            )  # fmt: skip

    def verify(self):
        """What no register here answers is seen by somebody; what is reserved, the disability office says."""
        on, by, held = calendars.today(), self.team.disability, self.application
        for condition in judge.conditions_of(bases_of(held.bases)):
            if kinds.is_reserved(condition) and condition.kind in kinds.KINDS and condition.kind != "document":
                reserved.answer(by=by, case=self.case, call=held.call, key=condition.key, meets=True, on=on)
        for one in leaves(Whole(held, by=by, on=on).answer):
            if one.outcome == Outcome.TO_VERIFY:
                text = "Se vio el certificado que trajo el grupo: no hay impedimentos."
                verifying.answer(
                    by=by, application=held, key=one.key, meets=True, text=text, seen_on=on, at=calendars.now()
                )

    def review(self):
        """Sent to review by the adviser."""
        reviews.send(by=self.team.advisor, application=self.application, on=calendars.today())

    def read(self, *, fine=True):
        """The officer of development reads each section."""
        held = self.application
        for one in reviewing.standings(held, bases_of(held.bases)):
            reviews.read_section(
                by=self.team.development, application=held, section=one.section.key, is_fine=fine, digest=one.digest,
                at=calendars.now(), note="" if fine else "Diga cuántas personas lo usarán.",
            )  # fmt: skip
            if not fine:
                return

    def confirm(self, subject=ConfirmationSubject.FUND_APPLICATION):
        """The group signs a sheet under the exact text."""
        held = self.application
        agreed = _AGREES.get(subject)
        said = agreed.format(held.title, held.code) if agreed else confirming.statement(held)
        return facts.confirm(
            by=self.team.disability, case=held.case, on=calendars.today(), subject=subject, subject_id=held.pk,
            evidence=self.paper("Hoja firmada por el grupo", EvidenceKind.MINUTES, Tier.PERSONAL), statement=said,
        )  # fmt: skip

    def approve(self):
        """The coordination, who wrote none of it, makes it ready."""
        return approving.make_ready(by=self.team.coordinator, application=self.application, at=calendars.now())

    def send(self):
        """Filed by the officer, with its receipt."""
        held = self.application
        filing.submit(
            by=self.team.disability, application=held, package=held.packages.get(), channel=self.bid.channel,
            place=self.bid.place, at=calendars.now(), folio=f"DEMO-{held.pk:04}",
            receipt=self.paper("Comprobante de postulación"),
        )  # fmt: skip

    def _value(self, one):
        first = self.bid.lines[0][1] if self.bid.lines else "herramientas"
        by_kind = {
            FieldKind.NUMBER: one.minimum if one.key != "meses" else min(4, one.maximum or 4),
            FieldKind.CHOICE: one.options[0] if one.options else "",
            FieldKind.TABLE: [["Junta de vecinos", "Presta la sede"][: len(one.columns)]],
            FieldKind.FRAME: [
                dict(zip(("level", "text", "indicator", "means", "assumption"), row, strict=True)) for row in _FRAME
            ],
            FieldKind.ACTIVITIES: [
                {"name": f"Comprar: {first.lower()}", "months": [1]},
                {"name": "Trabajar y vender", "months": [2, 3]},
            ],
            FieldKind.BENEFICIARIES: {"women": 3, "men": 2},
        }
        return by_kind.get(one.kind) or _TEXTS.get(one.key) or self.bid.title


def lines_of(bid, cut=0, line=-1):
    """The lines of a budget; a cut comes off one of them, the last unless said otherwise."""
    rows = [
        {"item": item, "name": name, "months": [pesos], "own_cash": cash, "own_kind": valued}
        for item, name, pesos, cash, valued in bid.lines
    ]
    if cut:
        rows[line]["months"] = [rows[line]["months"][0] - cut]
    return rows
