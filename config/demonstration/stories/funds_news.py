"""What the agency says of an application and what the group buys with its money, each as a step of a story."""

from datetime import date, timedelta

from cases.enums import ConfirmationSubject
from cases.funding.agency.amounts import Amount
from cases.funding.agency.purchasing import PaidWith, PurchaseDocument
from cases.funding.budget.reading import newest
from cases.funding.life import FundEventKind, FundState, Leaving
from cases.services.funding import awards, budgets, execution, news, packages, purchases
from config.demonstration.cast import check_character
from config.demonstration.stories.funds_writing import Writing, lines_of
from incubator import calendars

_K = FundEventKind
_SUPPLIER = 49_910_001
_NET = 119  # of a hundred, what an invoice says with its tax


class News(Writing):
    """An application from the day it was sent on."""

    def _told(self, service, *, by=None, **said):
        return service(by=by or self.team.disability, application=self.application, on=calendars.today(), **said)

    def _act(self):
        return {"reference": f"Resolución de demostración, {calendars.today():%d-%m-%Y}"}

    def _waiting(self, kind):
        return self.application.events.filter(kind=kind).latest("pk")

    def make_files(self):
        """The files of the package, once: what people download."""
        package = self.application.packages.get()
        packages.make_files(by=self.team.disability, package=package, on=calendars.today())

    def admit(self):
        """Its documents are in order."""
        self._told(news.resolve, kind=_K.ADMISSION, **self._act())

    def reject(self, note):
        """Not even evaluated, and why."""
        self._told(news.resolve, kind=_K.REJECTION, note=note, notified_on=calendars.today(), **self._act())

    def refuse(self):
        """Others were awarded."""
        self._told(news.resolve, kind=_K.REFUSAL, **self._act())

    def observe(self, item):
        """Something is asked, in five business days."""
        self._told(news.observe, notified_on=calendars.today(), items=[item], days=5, **self._act())

    def score(self, total):
        """The points that the agency published."""
        scores = {"calidad": 4.1, "personas": 3.6, "continuidad": 2.9}
        self._told(news.score, scores=scores, total=total, **self._act())

    def withdraw(self, note):
        """Every closing passed, or the group decided otherwise."""
        self._told(news.withdraw, by=self.team.disability, at=calendars.now(), why=Leaving.DECIDED, note=note)

    def appeal(self, note):
        """The group signs what it asks, and the coordination presents it."""
        signed = self.confirm(ConfirmationSubject.FUND_APPEAL)
        by = self.team.coordinator
        self._told(
            awards.appeal, by=by, note=note, evidence=self.paper("Recurso presentado", by=by), confirmation=signed
        )

    def upheld(self, place):
        """The appeal is upheld: into the waiting list."""
        self._told(
            awards.decide_appeal, about=self._waiting(_K.APPEAL), to=FundState.WAITLISTED, place=place, **self._act()
        )

    def award(self, pesos):
        """The agency grants it."""
        due = calendars.today() + timedelta(days=30)
        self._told(awards.award, amount=Amount(pesos=pesos), due_on=due, **self._act())

    def cut(self, by, line=-1):
        """Less than was asked: the adviser rewrites the budget to what was awarded."""
        held, on, writer = self.application, calendars.today(), self.team.advisor
        draft = budgets.start(by=writer, application=held, on=on)
        reason = "Se adjudicó menos de lo que se pidió."
        signers = held.case.organization.members_on(on).count()
        rows = lines_of(self.bid, cut=by, line=line)
        draft = budgets.write(by=writer, budget=draft, seen=draft.revision, lines=rows, signers=signers, reason=reason)
        budgets.present(by=writer, budget=draft, on=on)

    def approve_cut(self):
        """The group confirms it and the coordination approves it."""
        signed, held = self.confirm(ConfirmationSubject.FUND_CUT), self.application
        budgets.approve(by=self.team.coordinator, budget=newest(held), on=calendars.today(), confirmation=signed)

    def sign(self):
        """Both sides signed."""
        self._told(awards.sign, evidence=self.paper("Convenio firmado"), **self._act())

    def guarantee(self, pesos):
        """A bill that backs it."""
        due = date(2021, 12, 31)
        self._told(awards.guarantee, amount=Amount(pesos=pesos), due_on=due, **self._act())

    def renounce(self, note):
        """The group gives it up before any money came."""
        signed, by = self.confirm(ConfirmationSubject.FUND_RENUNCIATION), self.team.coordinator
        proof = self.paper("Carta de renuncia", by=by)
        self._told(awards.renounce, by=by, note=note, evidence=proof, confirmation=signed)

    def start(self, days):
        """The work began."""
        self._told(execution.start, due_on=calendars.today() + timedelta(days=days), **self._act())

    def receive(self, pesos):
        """The instalment came."""
        self._told(execution.receive, amount=Amount(pesos=pesos), **self._act())

    def buy(self, rows):
        """What was bought, each with its invoice; what is not paid yet waits."""
        on, by = calendars.today(), self.team.disability
        for number, (item, thing, pesos, is_paid) in enumerate(rows):
            rut, net = _SUPPLIER + number, round(pesos * 100 / _NET)
            paid = {"paid_with": PaidWith.TRANSFER, "paid_on": on, "voucher": f"T-{number + 1}"} if is_paid else {}
            purchases.add(
                by=by, application=self.application, on=on, evidence=self.paper("Factura"), document_on=on,
                document_kind=PurchaseDocument.INVOICE, document_number=f"{self.pk}{on:%d%m}{number}",
                supplier=f"Proveedor {number + 1} de demostración", supplier_rut=f"{rut}-{check_character(rut)}",
                detail=thing, item=item, net=net, tax=pesos - net, total=pesos, **paid,
            )  # fmt: skip

    def end_early(self, note):
        """It ends before its day."""
        due = calendars.today() + timedelta(days=30)
        self._told(execution.end_early, note=note, due_on=due, **self._act())

    def accounts(self):
        """The final accounts were delivered."""
        self._told(execution.deliver_accounts, evidence=self.paper("Rendición final"), **self._act())

    def refund(self, pesos):
        """What was not spent is asked back."""
        due = calendars.today() + timedelta(days=20)
        self._told(execution.ask_refund, amount=Amount(pesos=pesos), due_on=due, **self._act())

    def pay_refund(self, pesos):
        """It was given back."""
        asked = self._waiting(_K.REFUND_DUE)
        self._told(execution.pay_refund, about=asked, amount=Amount(pesos=pesos), **self._act())

    def close(self):
        """The accounts were approved."""
        self._told(execution.approve_accounts, **self._act())
