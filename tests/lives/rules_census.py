"""A census workbook: received, explained, loaded or forgotten, its differences settled, and undone."""

import csv
import io

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import ImportState
from cases.models import CensusImport, CensusRow
from cases.services.census import apply, resolve, understand, undo
from incubator.models import Membership
from tests.lives import world
from tests.lives.draws import PLACES, READY, TEAM, WHICH
from tests.lives.engine import Engine, pick

_HEADER = ["Agrupación", "Rubro", "Fecha catastro", "Nombre", "RUN", "Teléfono"]
_RUNS = ("12345678-5", "11111111-1", "22222222-2", "")


class Census(Engine):
    """Sheets of both municipalities."""

    @rule(who=TEAM, commune=PLACES, which=WHICH, known=st.booleans())
    def receive_census(self, who, commune, which, known):
        """A workbook is read and its copy kept."""
        self._receive(who, world.place(commune), which, known)

    @rule(who=TEAM, which=WHICH, twice=st.booleans(), ready=READY)
    def teach_columns(self, who, which, twice, ready):
        """The officer says what some headers mean."""
        batch = self._batch(ImportState.READ, which, ready)
        if batch is None:
            return
        meanings = {"Rubro": "phone", "Teléfono": "phone"} if twice else {"Rubro": ""}
        self.act(
            "teach_columns",
            f"{who} explains the columns of import {batch.pk} ({batch.state}): {meanings}",
            understand.teach,
            by=self.by(who, batch.incubator),
            batch=batch,
            meanings=meanings,
            on=self.today,
            now=self.now,
        )

    @rule(who=TEAM, which=WHICH, ready=READY)
    def apply_census(self, who, which, ready):
        """It is loaded."""
        batch = self._batch(ImportState.READ, which, ready)
        if batch is not None:
            self._apply(who, batch)

    @rule(who=TEAM, which=WHICH, ready=READY)
    def discard_census(self, who, which, ready):
        """It is forgotten before it is loaded."""
        batch = self._batch(ImportState.READ, which, ready)
        if batch is None:
            return
        self.act(
            "discard_census",
            f"{who} forgets the import {batch.pk} ({batch.state})",
            understand.discard,
            by=self.by(who, batch.incubator),
            batch=batch,
            on=self.today,
        )

    @rule(who=TEAM, which=WHICH, sheet=st.booleans(), ready=READY)
    def settle_difference(self, who, which, sheet, ready):
        """The record and the sheet disagree: somebody says which one holds."""
        if ready and not self._open_differences().exists():
            self._loaded(which, known=True)
        rows = CensusRow.objects.select_related("batch__incubator").order_by("-pk")
        row = pick(self._open_differences().select_related("batch__incubator"), which) or pick(rows, which)
        if row is None:
            return
        self.act(
            "settle_difference",
            f"{who} settles row {row.pk} of import {row.batch_id} for the {'sheet' if sheet else 'record'}",
            resolve.resolve,
            by=self.by(who, row.batch.incubator),
            row=row,
            answer=resolve.SHEET if sheet else resolve.KEEP,
            on=self.today,
            now=self.now,
        )

    @rule(who=TEAM, which=WHICH, ready=READY)
    def undo_census(self, who, which, ready):
        """What it made is annulled, what it changed is as before."""
        if ready and not CensusImport.objects.filter(state=ImportState.APPLIED).exists():
            self._loaded(which, known=bool(which % 2))
        batch = self._batch(ImportState.APPLIED, which, ready=False)
        if batch is None:
            return
        self.act(
            "undo_census",
            f"{who} undoes the import {batch.pk} ({batch.state})",
            undo.undo,
            by=self.by(who, batch.incubator),
            batch=batch,
            on=self.today,
            now=self.now,
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _receive(self, who, place, which, known):
        by = self.by(who, place)

        def received():
            sheet = self._workbook(place, which, known)
            read = understand.understand(by=by, incubator=place, source=sheet, filename="catastro.csv", on=self.today)
            return understand.receive(by=by, incubator=place, understood=read, on=self.today, now=self.now)

        what = "with people already known" if known else "of new people"
        return self.attempt("receive_census", f"{who} gives {place} a sheet {what}", received, composite=True)

    def _apply(self, who, batch):
        by = self.by(who, batch.incubator)

        def loaded():
            reading = understand.reread(by=by, batch=batch, on=self.today)
            apply.apply(by=by, batch=batch, reading=reading, on=self.today, now=self.now)

        self.attempt("apply_census", f"{who} loads the import {batch.pk} ({batch.state})", loaded, composite=True)

    def _loaded(self, which, *, known):
        batch = self._receive("the officer", world.place(), which, known)
        if batch is not None:
            self._apply("the officer", batch)

    def _workbook(self, place, which, known):
        """Two rows of a new group; or of a group that is known, with another trade and somebody's other telephone."""
        group, trade, names = f"Grupo del catastro {which % 3}", "tejido", ["Ana Soto Rey", "Olga Paz Lira"]
        if known:
            members = Membership.objects.in_force(self.today).filter(organization__incubator=place)
            row = pick(members.select_related("organization", "person").order_by("pk"), which)
            if row is not None:
                group, trade, names = row.organization.name, f"trueque {which}", [row.person.name, names[1]]
        told = [
            [group, trade, f"{self.today:%d-%m-%Y}", name, _RUNS[(which + number) % 4], f"9 8765 43{which % 40 + 10}"]
            for number, name in enumerate(names)
        ]
        kept = io.StringIO()
        csv.writer(kept, delimiter=";").writerows([_HEADER, *told])
        return kept.getvalue().encode()

    def _open_differences(self):
        return CensusRow.objects.filter(
            after__has_key="choice", resolved_at__isnull=True, batch__state=ImportState.APPLIED
        ).order_by("-pk")

    def _batch(self, state, which, ready):
        """One that stands so, received now when there is none; or any."""
        rows = CensusImport.objects.select_related("incubator", "file").order_by("-pk")
        found = pick(rows.filter(state=state), which)
        if found is None and ready:
            found = self._receive("the officer", world.place(), which, bool(which % 2))
        return found or pick(rows.all(), which)
