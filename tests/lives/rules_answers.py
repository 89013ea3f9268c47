"""After the seal: the university delivers, the agency observes or accepts, and the Anexo nominal is handed over and read."""

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from reports import services as reports
from reports.enums import ReportState
from reports.models import NominalHandover, Report
from tests.lives.draws import PLACES, READY, WHICH, text
from tests.lives.engine import Engine, pick

_DELIVERS = st.sampled_from(["the university", "the university", "the coordinator", "the agency"])
_ANSWERS = st.sampled_from(["the agency", "the agency", "the analyst", "the university"])
_HANDS = st.sampled_from(["the coordinator", "the coordinator", "the officer", "a stranger"])


class Answers(Engine):
    """What becomes of a report that is sealed."""

    @rule(who=_DELIVERS, which=WHICH, ready=READY)
    def deliver_report(self, who, which, ready):
        """It is delivered to the agency."""
        report = self._report((ReportState.SEALED,), which) if ready else self._report(None, which)
        self._deliver(who, report)

    @rule(who=_ANSWERS, which=WHICH, reason=text("Falta el detalle de las horas."))
    def observe_report(self, who, which, reason):
        """The agency observes it."""
        report = self._delivered(which)
        self.act(
            "observe_report",
            f"{who} observes the report {report.pk} ({report.state})",
            reports.observe,
            by=self.by(who, report.incubator),
            report=report,
            on=self.today,
            reason=reason,
        )

    @rule(who=_ANSWERS, which=WHICH)
    def accept_report(self, who, which):
        """The agency accepts it."""
        report = self._delivered(which)
        self.act(
            "accept_report",
            f"{who} accepts the report {report.pk} ({report.state})",
            reports.accept,
            by=self.by(who, report.incubator),
            report=report,
            on=self.today,
        )

    @rule(who=_HANDS, commune=PLACES, which=WHICH, basis=text("Ley 20.285, art. 10"))
    def hand_annex_over(self, who, commune, which, basis):
        """The nominal annex is handed over, with its row of the register."""
        self._hand_over(who, self._report((ReportState.SEALED, ReportState.DELIVERED), which), basis)

    @rule(who=_ANSWERS, which=WHICH, ready=READY)
    def read_annex(self, who, which, ready):
        """Whoever received it reads it."""
        report = self._report((ReportState.SEALED, ReportState.DELIVERED), which)
        if ready and not NominalHandover.objects.filter(report=report).exists():
            self._hand_over("the coordinator", report, "Ley 20.285, art. 10")
        self.act(
            "read_annex",
            f"{who} reads the nominal annex of the report {report.pk} ({report.state})",
            reports.read_annex,
            by=self.by(who, report.incubator),
            report=report,
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _deliver(self, who, report):
        return self.act(
            "deliver_report",
            f"{who} delivers the report {report.pk} ({report.state})",
            reports.deliver,
            by=self.by(who, report.incubator),
            report=report,
            on=self.today,
        )

    def _hand_over(self, who, report, basis):
        place = report.incubator
        self.act(
            "hand_annex_over",
            f"{who} hands the annex of the report {report.pk} ({report.state}) over",
            reports.hand_over_annex,
            by=self.by(who, place),
            report=report,
            on=self.today,
            requesting_body=report.agreement.funder,
            receiving_body=report.agreement.funder,
            official="Luisa Mena",
            procedure=f"Revisión {len(self.story)}",
            data_asked="Nómina de participantes",
            legal_basis=basis,
            covers_from=date(2021, 5, 1),
            covers_to=date(2021, 5, 1) + timedelta(days=30),
        )

    def _delivered(self, which):
        """One that the agency has; delivered now when none is."""
        found = pick(self._reports().filter(state=ReportState.DELIVERED), which)
        return (
            found
            or self._deliver("the university", self._report((ReportState.SEALED,), which))
            or self._report(None, which)
        )

    def _report(self, states, which):
        rows = self._reports().filter(state__in=states) if states else self._reports()
        return pick(rows, which) or pick(self._reports(), which)

    def _reports(self):
        return Report.objects.select_related("agreement__funder", "incubator").order_by("-pk")
