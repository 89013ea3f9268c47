"""An invented long workbook: a row per person."""

import datetime

from tests.census.composing import GROUPED, PERSONAL, Composer
from tests.census.invented import (
    BAD_DATES,
    BAD_PHONES,
    BLANKS,
    NEITHER,
    NO,
    NO_RUN,
    ORIGINS,
    YES,
)


class Long(Composer):
    """A row per person, with the group in a column or in rows of its own."""

    def compose(self) -> None:
        w = self.w
        wanted = ["rut", "name", *(f for f in GROUPED + PERSONAL if w.chance(0.75))]
        if w.chance(0.3):
            wanted.append("check_digit")
        self.style = w.pick(["carried", "merged", "repeated", "ditto", "mixed", "bands"])
        if self.style != "bands":
            wanted.append("group")
        self.columns(wanted, numbered=w.chance(0.6))
        self.loaded: list[dict] = []
        for name in self.group_names():
            self.group(name)
        self.finish()

    def group(self, name: str) -> None:
        w, made = self.w, self.made
        truth, facts = self.group_facts(name)
        truth["members"] = 0
        made.groups.append(truth)
        if self.style == "bands":
            label = w.pick(["Grupo", "Organización", "Agrupación", "Nombre del grupo", "GRUPO N° 2"])
            made.rows.append([f"{label}: {name}"])
        start = len(made.rows) + 1
        for index in range(w.random.randrange(1, 8)):
            self.member(truth, facts, index)
        if self.style == "merged" and "group" in self.fields and len(made.rows) > start:
            made.merges.append((self.fields.index("group"), start, len(made.rows)))
        if w.chance(0.2):
            made.rows.append(
                w.pick(
                    [
                        ["Subtotal", truth["members"]],
                        [f"Total grupo: {truth['members']}"],
                        [f"Subtotal {name}", "", truth["members"]],
                    ]
                )
            )
        if w.chance(0.2):
            made.rows.append([])
        if w.chance(0.12):
            made.rows += (
                [["MUNICIPALIDAD DE OVALLE"], list(self.header)]
                if ["MUNICIPALIDAD DE OVALLE"] in made.rows
                else [list(self.header)]
            )

    def member(self, truth: dict, facts: dict, index: int) -> None:
        w, made = self.w, self.made
        shown = self.group_cell(truth["name"], index)
        tells = index == 0 or (self.style in ("repeated", "mixed") and w.chance(0.5))
        cells = {**(facts if tells else {}), **shown, **self.person(truth)}
        row = self.put(cells)
        made.rows_read += 1
        if index == 0:
            self.warn_group(row)
        self.judge(row, truth, cells)

    def group_cell(self, name: str, index: int) -> dict:
        w = self.w
        if index == 0 or self.style == "repeated" or (self.style == "mixed" and w.chance(0.5)):
            return {"group": w.group(name)}
        return {"group": w.pick(['"', "″", "ídem", "Idem", "''"]) if self.style == "ditto" else ""}

    def person(self, truth: dict) -> dict:
        """Draw a person, what she is and how the row writes her; `self.now` is what must be read."""
        w = self.w
        again = [p for p in self.loaded if p["run"]]
        if again and w.chance(0.05):
            return self.repeat(w.pick(again))
        given, surnames = self.new_name()
        phone, e164 = w.phone()
        disability = w.pick([True, False, None])
        said = w.pick({True: YES, False: NO, None: NEITHER}[disability])
        secret = f"ZZ{w.random.randrange(10**6):06} esquizofrenia"
        self.made.secrets.append(secret)
        birth = datetime.date(1940, 1, 1) + datetime.timedelta(days=w.random.randrange(22_000))
        cells = {
            "name": w.name(given, surnames), "sex": w.pick(["F", "M", "Mujer", "Hombre", "Femenino", ""]), "birth_date": w.date(birth),
            "disability": said, "rnd": w.pick(YES + NO + ["vencida", "en trámite", ""]), "carer": w.pick(YES + NO + NEITHER),
            "phone": phone, "email": w.pick(["", "ana@ejemplo.cl", "-"]), "notes": w.pick(["", "=2+3", "@contacto", "llamar en la tarde", "-"]),
            "diagnosis": secret if disability else "", "disability_kind": w.pick([*ORIGINS, secret]) if disability else w.pick(["", "no aplica"]),
        }  # fmt: skip
        self.now = {
            "run": w.run(),
            "name": f"{given} {surnames}",
            "disability": disability,
            "phone": e164,
            "warn": set(),
            "reject": None,
        }
        self.spoil(cells)
        if self.now["run"]:
            cells |= self.run_cells(self.now["run"])
        self.forget_absent()
        return cells

    def spoil(self, cells: dict) -> None:
        """Now and then write something wrong or nothing."""
        w, now = self.w, self.now
        if w.chance(0.08):
            cells["phone"], now["phone"] = w.pick(BAD_PHONES), None
            now["warn"] |= {"phone"} if "phone" in self.fields else set()
        elif w.chance(0.1):
            cells["phone"], now["phone"] = w.pick(BLANKS), None
        if w.chance(0.06):
            cells["birth_date"] = w.pick(BAD_DATES)
            now["warn"] |= {"date"} if "birth_date" in self.fields else set()
        elif w.chance(0.15):
            cells["birth_date"] = w.pick(["61 años", "45", *BLANKS] + ([] if w.is_text else [38.0]))
        if w.chance(0.06):
            cells |= {"rut": w.pick(NO_RUN), "check_digit": w.pick(["", "-"])}
            now["run"], now["warn"] = None, now["warn"] | {"no_rut"}
        elif w.chance(0.05):
            self.spoil_run(cells)
        elif w.chance(0.02):
            cells["name"], now["reject"] = "", "missing_name"

    def spoil_run(self, cells: dict) -> None:
        body, digit = self.now["run"].split("-")
        wrong = "7" if digit != "7" else "5"
        cells |= {"rut": body, "check_digit": wrong} if "check_digit" in self.fields else {"rut": f"{body}-{wrong}"}
        self.now |= {"run": None, "reject": "rut"}

    def forget_absent(self) -> None:
        """What has no column cannot be read."""
        for field in ("disability", "phone"):
            if field not in self.fields:
                self.now[field] = None
        if "disability" not in self.fields and "disability_kind" in self.fields:
            self.now["disability"] = "kind"

    def repeat(self, former: dict) -> dict:
        """The row of someone who is already in the file, or her RUN under another name."""
        w = self.w
        if w.chance(0.2):
            given, surnames = "Hermógenes", "Zapata Urrutia"
            self.now = {
                **former,
                "name": f"{given} {surnames}",
                "warn": {"other_name"},
                "reject": None,
                "skip": True,
                "cells": None,
            }
            return {**self.run_cells(former["run"]), "name": f"{given} {surnames}"}
        self.now = {**former, "warn": {"repeated_person"} | (former["warn"] & {"phone", "date"}), "reject": None}
        return {**former["cells"], **self.run_cells(former["run"])}

    def judge(self, row: int, truth: dict, cells: dict) -> None:
        made, now = self.made, self.now
        if now["reject"]:
            made.rejected.add((row, now["reject"]))
            return
        made.warnings += [(row, reason) for reason in now["warn"]]
        if now.get("skip"):
            return
        if now["disability"] == "kind":
            now["disability"] = True if cells.get("disability_kind") in ORIGINS else None
        now["cells"] = {f: v for f, v in cells.items() if f not in (*GROUPED, "group")}
        self.loaded.append(now)
        entry = (now["run"], now["name"], truth["name"], now["disability"], now["phone"])
        if not (now["run"] and entry in made.people):
            made.people.append(entry)
            truth["members"] += 1
