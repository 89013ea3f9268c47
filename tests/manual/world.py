"""The demonstration, as the pictures show it: whole to take them, and only what they show to look at the screens."""

from datetime import date, datetime

from config.demonstration import build, life, sealed, stories
from config.demonstration.groups import scripts

#: When it is, while the officer works.
NOW = datetime(2021, 6, 15, 9, 30)
#: Beside Quillota, which is told whole: the only groups of its neighbours that a picture shows.
NEIGHBOURS = {2: ("Mar Adentro", "Caleta Unida", "Cooperativa Costa Clara"), 3: ("Quesos de Tulahuén", "La Trilla")}


def whole():
    """As `make run` builds it, with its sealed reports. It takes minutes."""
    build.build(lambda sentence: None)


def enough(patch):
    """Quillota, what its neighbours ask of it, and the draft of the month: no report is sealed."""
    patch.setattr(life, "scripts", _only_what_is_shown)
    lives = build._begin()
    for number in (0, *NEIGHBOURS):
        lives[number].write()
        stories.tell(lives[number])
        lives[number].live()
    build._import_census(lives[0], lambda sentence: None)
    sealed.draft_month(lives[0], build.JUNE, on=date(2021, 6, 15))


def _only_what_is_shown(number):
    kept = NEIGHBOURS.get(number)
    return [script for script in scripts(number) if kept is None or script.name in kept]
