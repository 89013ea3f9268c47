"""An invented wide workbook, a row per group, and the door to both layouts."""

from tests.census.composing import GROUPED, Composer
from tests.census.composing_long import Long
from tests.census.invented import NO_RUN, Invented, Writer


def invent(seed: int, *, is_text: bool, layout: str | None = None) -> Invented:
    """The workbook of a seed."""
    writer = Writer(seed, is_text)
    layout = layout or writer.pick(["long", "long", "wide"])
    made = Invented(layout)
    composer = (Long if layout == "long" else Wide)(writer, made)
    composer.compose()
    return made


class Wide(Composer):
    """A row per group, with its representative and a declared count."""

    def compose(self) -> None:
        w = self.w
        wanted = [
            "group",
            "rut",
            "name",
            "members",
            "phone",
            *(f for f in [*GROUPED, "email", "notes"] if w.chance(0.75)),
        ]
        self.columns(wanted, numbered=w.chance(0.6))
        for name in self.group_names():
            self.group(name)
            if w.chance(0.15):
                self.made.rows.append([])
        self.finish()

    def group(self, name: str) -> None:
        w, made = self.w, self.made
        truth, cells = self.group_facts(name)
        count = w.random.randrange(1, 20)
        truth["members"] = count
        given, surnames = self.new_name()
        phone, e164 = w.phone()
        run = w.run()
        cells |= {
            "group": w.group(name), "name": w.name(given, surnames), "phone": phone, "email": "", "notes": w.pick(["", "-", "@contacto"]),
            "members": w.pick([f"{count} aprox.", f"{count} personas", f" {count} ", f"{count} (1 mujeres)", f"aprox. {count}"] + ([] if w.is_text else [count])),
            **self.run_cells(run),
        }  # fmt: skip
        fate = w.pick(["fine"] * 8 + ["no_rut", "wrong", "nobody", "bad_phone"])
        person = (run, f"{given} {surnames}", name, None, e164)
        if fate == "no_rut":
            cells["rut"], person = w.pick(NO_RUN), (None, *person[1:])
        elif fate == "wrong":
            cells["rut"] = run[:-1] + ("7" if run[-1] != "7" else "5")
        elif fate == "nobody":
            cells |= {"rut": "", "name": ""}
        elif fate == "bad_phone":
            cells["phone"], person = "2212345", (*person[:4], None)
        row = self.put(cells)
        self.record(row, fate, person)
        made.groups.append(truth)
        made.rows_read += 1
        self.warn_group(row)

    def record(self, row: int, fate: str, person: tuple) -> None:
        made = self.made
        if fate == "wrong":
            made.rejected.add((row, "rut"))
        elif fate != "nobody":
            made.people.append(person)
        if fate in ("no_rut", "bad_phone"):
            made.warnings.append((row, "no_rut" if fate == "no_rut" else "phone"))
