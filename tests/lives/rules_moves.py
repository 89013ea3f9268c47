"""A group goes on under another municipality: asked, accepted, rejected or taken back."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases import deadlines
from cases.enums import TransferState
from cases.models import Case, Transfer
from cases.services import transfers
from tests.factories.cases import evidence
from tests.lives import world
from tests.lives.draws import BOSS, READY, WHICH
from tests.lives.engine import Engine, pick


class Transfers(Engine):
    """Between the two municipalities."""

    @rule(who=BOSS, which=WHICH, ago=st.sampled_from([0, 0, 0, 3, -2]))
    def request_transfer(self, who, which, ago):
        """One asks the other."""
        self._request(who, which, self.today - timedelta(days=ago))

    @rule(who=BOSS, which=WHICH, ready=READY)
    def accept_transfer(self, who, which, ready):
        """The receiver takes it, and says who answers for each clock."""
        transfer = self._waiting(which, ready)
        if transfer is not None:
            self._accept(transfer, who, ready)

    def accept_one(self, which, transfer=None):
        """Some transfer is accepted, by whoever may."""
        transfer = transfer or self._waiting(which, True)
        if transfer is not None:
            self._accept(transfer, "the coordinator", True)

    def _accept(self, transfer, who, ready):
        place = transfer.to_incubator
        by, officer = self.by(who, place), self.by("the officer", place)
        clocks = {clock.kind for clock in deadlines.running([transfer.case], self.today)}
        takers = dict.fromkeys(clocks, officer) if ready else {}
        self.attempt(
            "accept_transfer",
            f"{who} of the receiver accepts the transfer {transfer.pk} of case {transfer.case_id}",
            lambda: transfers.accept(by=by, transfer=transfer, on=self.today, takers=takers),
            transfer=transfer,
            moves_figures=True,
        )

    @rule(who=BOSS, which=WHICH, reason=st.sampled_from(["No hay cupo.", ""]))
    def reject_transfer(self, who, which, reason):
        """The receiver does not."""
        transfer = self._waiting(which, True)
        if transfer is None:
            return
        by = self.by(who, transfer.to_incubator)
        self.attempt(
            "reject_transfer",
            f"{who} of the receiver rejects the transfer {transfer.pk}",
            lambda: transfers.reject(by=by, transfer=transfer, on=self.today, reason=reason),
        )

    @rule(who=BOSS, which=WHICH, reason=st.sampled_from(["Se quedan.", ""]))
    def revoke_transfer(self, who, which, reason):
        """The sender takes it back."""
        transfer = self._waiting(which, True)
        if transfer is None:
            return
        by = self.by(who, transfer.from_incubator)
        self.attempt(
            "revoke_transfer",
            f"{who} of the sender takes back the transfer {transfer.pk}",
            lambda: transfers.revoke(by=by, transfer=transfer, on=self.today, reason=reason),
        )

    def _request(self, who, which, agreed):
        case = self.fresh(pick(Case.objects.current().open().order_by("pk"), which))
        place = world.place(world.OTHER if case.incubator.commune_id == world.HOME else world.HOME)
        by = self.by(who, case.incubator)
        agreement = evidence(by, case.incubator)
        return self.attempt(
            "request_transfer",
            f"{who} asks {place} to take case {case.pk} ({case.stage})",
            lambda: transfers.request(
                by=by,
                case=case,
                on=self.today,
                to_incubator=place,
                reason="Viven en la otra comuna.",
                agreed_on=agreed,
                agreement=agreement,
            ),
        )

    def _waiting(self, which, ready):
        rows = Transfer.objects.filter(state=TransferState.REQUESTED)
        rows = rows.select_related("case__incubator", "from_incubator", "to_incubator").order_by("-pk")
        if ready and not rows.exists():
            self._request("the coordinator", which, self.today)
        return pick(rows.all(), which) or pick(
            Transfer.objects.select_related("case__incubator", "from_incubator", "to_incubator").order_by("-pk"), which
        )
